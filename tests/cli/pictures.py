"""Pictures of screens: how they are taken, and that they are kept one file a command, in a folder of their module."""

import shlex
from functools import lru_cache
from pathlib import Path
from unittest import mock

from syrupy.extensions.amber import AmberSnapshotExtension
from syrupy.location import PyTestLocation

from antq_cli.cli.app import understood
from antq_cli.cli.commands import COMMANDS
from antq_cli.core.outcomes import Outcome
from antq_cli.render import screen
from antq_cli.render.screen import Manner
from antq_cli.words.speech import Speech, speech
from tests.cli.harness import ROOT, Ran, Stream, environment, run, surroundings


def command(line: str) -> str:
    """The command that a line asks for, as its file is named: ``antq`` where there is no such command."""
    path = understood(shlex.split(line)).path
    return path.replace(" ", "-") if path in COMMANDS else "antq"


class OneFileACommand(AmberSnapshotExtension):
    """Pictures whose test has a parameter ``line`` stand in the file of its command."""

    @classmethod
    def get_file_basename(cls, *, test_location: PyTestLocation, **_: object) -> str:
        asked = getattr(test_location.item, "callspec", None)
        line = asked.params.get("line", "") if asked else ""
        return f"{test_location.basename}/{command(line)}"

    @classmethod
    def matches_test_location(cls, *, test_location: PyTestLocation, snapshot_location: str) -> bool:
        here = Path(snapshot_location).parent.name == test_location.basename
        return here and test_location.matches_snapshot_site(snapshot_location)


@lru_cache(maxsize=1)
def counted(line: str) -> tuple[Outcome, Manner]:
    """What a command comes to, and how it is to be shown, before anything is."""
    told: list[tuple[Outcome, Manner]] = []

    def heard(outcome: Outcome, _speech: Speech, manner: Manner) -> int:
        told.append((outcome, manner))
        return outcome.exit

    with mock.patch.object(screen, "show", heard):
        run(line)
    (only,) = told
    return only


def drawn(line: str, columns: int, lang: str) -> Ran:
    """A run of which the counting is done once, however often it is drawn after each other."""
    outcome, manner = counted(line)
    out, err = Stream(), Stream()
    with surroundings(environment(columns), ROOT, out, err):
        code = screen.show(outcome, speech(lang), manner)
    return Ran(line, int(code), out.memory.getvalue(), err.memory.getvalue(), columns)
