"""The formats in which findings are listed, a module each; all are made from one model, ``core.checked``.

Such a module has ``write(telling)``, which yields the text piece by piece: nobody has to hold as much as was found.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from antq_cli.core.checked import Checked, Group, Step
from antq_cli.core.exits import Exit
from antq_cli.core.findings import COMMAND_LINE, Shown
from antq_cli.core.outcomes import Outcome
from antq_cli.core.unseen import visible
from antq_cli.reading.folders import here
from antq_cli.render.findings import shown_place
from antq_cli.words.speech import Speech

# So many findings of a rule in a register are shown to people who did not say how many they want to see.
_FEW, _FOR_PEOPLE = 10, ("full", "md")


def limit_of(format_: str, asked: int | None) -> int | None:
    """Return how many findings of a rule in a register are shown in a format, None for all."""
    return _FEW if asked is None and format_ in _FOR_PEOPLE else asked


class Telling(NamedTuple):
    """What is to be told, and how: ``examples`` is how many findings of each rule in a register, None for all.

    ``to_file`` says that it is not for stdout, ``excel`` that CSV is to be opened by a spreadsheet.
    """

    outcome: Outcome
    speech: Speech
    examples: int | None
    prefix: str
    to_file: bool = False
    excel: bool = False

    @property
    def checked(self) -> Checked:
        """Return what the check came to; of a refusal the findings that it is for."""
        result = self.outcome.result
        return result if isinstance(result, Checked) else Checked(self.outcome.findings, [])

    @property
    def refused(self) -> bool:
        """Return whether the run came to nothing: usage, a manifest, a fault of the program."""
        return self.outcome.exit not in (Exit.OK, Exit.FINDINGS, Exit.NOTHING)

    def shown(self) -> Iterator[Shown]:
        """Yield the findings that are shown, in the order of their places."""
        seen: Counter[tuple[str, str]] = Counter()
        for finding in self.checked.findings:
            name = finding.rule.code, finding.register
            seen[name] += 1
            if self.examples is None or seen[name] <= self.examples:
                yield finding

    def refusing(self) -> Iterator[Shown]:
        """Yield the findings for which there is nothing that could be counted, however many are shown."""
        return (finding for finding in self.checked.findings if finding.rule.refuses)

    def what(self, finding: Shown) -> str:
        """Return what is wrong, with nothing in it that a terminal obeys."""
        return visible(self.speech.describe(finding).what)

    def advice(self, finding: Shown) -> str:
        """Return what is wrong and what to do, in the same way."""
        prose = self.speech.describe(finding)
        return f"{visible(prose.what)} → {visible(prose.remedy)}"

    def line(self, finding: Shown) -> str:
        """A finding on one line, without what to do."""
        return f"{self._begin(finding)} {self.what(finding)}"

    def whole_line(self, finding: Shown) -> str:
        """Return a finding on one line, with what to do."""
        return f"{self._begin(finding)} {self.advice(finding)}"

    def _begin(self, finding: Shown) -> str:
        return f"{shown_place(finding, self.prefix)}: {finding.rule.code}"

    def path(self, finding: Shown) -> str:
        """Return the path of a finding's file as a machine reads it: from the folder of the process, if inside."""
        if finding.place.path == COMMAND_LINE:
            return finding.place.path
        return _from_here(self.prefix, finding.place.path, here())

    def why(self, step: Step) -> str:
        """That a rule was skipped or not evaluated, and the reason; what was judged has none."""
        said = self.speech.say(f"why-not.{step.why}", other=step.other) if step.why else ""
        return self.speech.say(f"judged.{step.judged}", why=said)


@cache  # very many findings are in few files
def _from_here(prefix: str, name: str, folder: Path) -> str:
    path = Path(prefix) / name
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def more(checked: Checked, limit: int | None) -> Iterator[tuple[Group, int]]:
    """Yield the rules and registers of which there are more findings than are shown, and how many more."""
    for group in checked.groups():
        if limit is not None and group.found > limit:
            yield group, group.found - limit


def said_of_more(telling: Telling) -> Sequence[str]:
    """Return a line for each rule and register of which not everything is shown."""
    return [
        telling.speech.say("check.more", n=n, code=group.rule.code, register=group.register)
        for group, n in more(telling.checked, telling.examples)
    ]
