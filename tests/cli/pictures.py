"""Where the pictures of screens are kept: one file a command, in a folder named after the module that takes them."""

from pathlib import Path

from syrupy.extensions.amber import AmberSnapshotExtension
from syrupy.location import PyTestLocation

from antq_cli.cli.commands import COMMANDS

_WORDS = {word for path in COMMANDS for word in path.split()}


def command(line: str) -> str:
    """The command that a line asks for, as its file is named: ``antq`` where there is no such command."""
    path = " ".join(word for word in line.split() if word in _WORDS)
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
