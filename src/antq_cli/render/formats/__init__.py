"""The formats in which findings are listed, a module each; all are made from one model, ``core.checked``."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from antq_cli.core.checked import Checked, Group, Step
from antq_cli.core.exits import Exit
from antq_cli.core.findings import COMMAND_LINE, Finding
from antq_cli.core.outcomes import Outcome
from antq_cli.render.findings import shown_place
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

# So many findings of a rule in a register are shown to people who did not say how many they want to see.
FEW = 10


class Telling(NamedTuple):
    """What is to be told, and how: ``examples`` is how many findings of each rule in a register, None for all.

    ``to_file`` says that it is not for stdout.
    """

    outcome: Outcome
    speech: Speech
    values: bool
    examples: int | None
    prefix: str
    to_file: bool = False

    @property
    def checked(self) -> Checked:
        """Return what the check came to; of a refusal the findings that it is for."""
        result = self.outcome.result
        return result if isinstance(result, Checked) else Checked(self.outcome.findings, [])

    @property
    def refused(self) -> bool:
        """Return whether the run came to nothing: usage, a manifest, a fault of the program."""
        return self.outcome.exit not in (Exit.OK, Exit.FINDINGS, Exit.NOTHING)

    def shown(self) -> list[Finding]:
        """Return the findings that are shown, in the order of their places."""
        return shown(self.checked, self.examples)

    def what(self, finding: Finding) -> str:
        """Return what is wrong, with nothing in it that a terminal obeys."""
        return visible(self.speech.describe(finding, values=self.values).what)

    def remedy(self, finding: Finding) -> str:
        """Return what to do, in the same way."""
        return visible(self.speech.describe(finding, values=self.values).remedy)

    def line(self, finding: Finding) -> str:
        """Return a finding on one line."""
        return f"{shown_place(finding, self.prefix)}: {finding.rule.code} {self.what(finding)}"

    def path(self, finding: Finding) -> str:
        """Return the path of a finding's file as a machine reads it: from the folder of the process, if inside."""
        if finding.place.path == COMMAND_LINE:
            return finding.place.path
        path = Path(self.prefix) / finding.place.path
        here = Path.cwd()
        return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()

    def why(self, step: Step) -> str:
        """Return why a step was not taken."""
        said = self.speech.say(f"why-not.{step.why}", other=step.other) if step.why else ""
        return self.speech.say(f"judged.{step.judged}", why=said)


def shown(checked: Checked, limit: int | None) -> list[Finding]:
    """Return the first findings of each rule in each register, in the order of their places."""
    if limit is None:
        return list(checked.findings)
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in checked.findings:
        name = finding.rule.code, finding.register
        seen[name] += 1
        if seen[name] <= limit:
            found.append(finding)
    return found


def more(checked: Checked, limit: int | None) -> Iterator[tuple[Group, int]]:
    """Yield the rules and registers of which there are more findings than are shown, and how many more."""
    for group in checked.groups():
        if limit is not None and len(group.findings) > limit:
            yield group, len(group.findings) - limit


def said_of_more(checked: Checked, limit: int | None, speech: Speech) -> Sequence[str]:
    """Return a line for each rule and register of which not everything is shown."""
    return [
        speech.say("check.more", n=n, code=group.rule.code, register=group.register)
        for group, n in more(checked, limit)
    ]
