"""What a run of checks returns: which rule was judged of which register, and what was found."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from antq_cli.core.exits import Exit, FailOn
from antq_cli.core.findings import Rule, Severity, Shown

# Not evaluated: it should have been judged and could not be. Skipped: there was nothing to judge, or nobody asked.
# Neither is passed.
StepOutcome = Literal["passed", "failed", "not-evaluated", "skipped"]
STEP_OUTCOMES: tuple[StepOutcome, ...] = ("passed", "failed", "not-evaluated", "skipped")
# Why a rule was not judged in a register: what could be read, who reports and by which rules, what can be compared.
_Unread = Literal["refused", "absent", "no-row", "no-rows", "needs", "without"]
_Nobody = Literal["no-top", "no-criteria", "no-rhythm", "no-kind", "nobody-reports", "no-due", "no-stale", "none-sent"]
_Alone = Literal["too-few", "no-sum", "no-journal", "no-year-before", "no-pair", "in-part", "no-received"]
_Open = Literal["compared", "no-decision", "open-criteria"]
WhyNot = Literal["not-selected", _Unread, _Nobody, _Alone, _Open]


class Step(NamedTuple):
    """A rule and a register that it looks at: so many ``rows``, None of what has no rows; and what came of it.

    ``found`` is the exact number of findings that are told; ``waived`` and ``known`` are those that are not, because of
    a waiver or because the baseline has them. ``tolerated`` says that so few were found that the book's limit for the
    rule, ``fail_if``, is kept. ``why`` is the reason where it was not judged,
    ``other`` the register that the reason names.
    """

    rule: Rule
    register: str
    rows: int | None
    judged: StepOutcome
    found: int = 0
    waived: int = 0
    known: int = 0
    tolerated: bool = False
    why: WhyNot | None = None
    other: str = ""


class Waived(NamedTuple):
    """A finding that the book waives, and the reason that it gives."""

    finding: Shown
    reason: str


class Group(NamedTuple):
    """A rule and a register, and how many findings are told of it."""

    rule: Rule
    register: str
    found: int


class Checked(NamedTuple):
    """What a run found and what it looked at.

    ``findings`` are those that are told, in the order of their places: all, or of each rule in a register the first
    that were asked for; ``waived`` those that the book waives, ``known`` those that the baseline has. ``steps`` are in
    the order of the stages, and their numbers are those of all findings. ``gone`` is how many findings the baseline has
    that are there no more. ``fail_on`` is the least severity that makes the run fail, ``baseline`` says whether there
    was one.
    """

    findings: Collection[Shown]
    steps: Sequence[Step]
    waived: Collection[Waived] = ()
    known: Collection[Shown] = ()
    gone: int = 0
    fail_on: FailOn = "error"
    baseline: bool = False

    @property
    def tolerated(self) -> set[tuple[str, str]]:
        """Return the codes and registers of the steps in which so little was found that the book tolerates it."""
        return {(step.rule.code, step.register) for step in self.steps if step.tolerated}

    @property
    def anything(self) -> bool:
        """Whether any rule was judged, passed or failed: if none was, the run ends with 3."""
        return any(step.judged in ("passed", "failed") for step in self.steps)

    @property
    def tally(self) -> dict[Severity, int]:
        """How many errors and warnings are told, those that are tolerated as well; none that are waived or known."""
        found: dict[Severity, int] = {"error": 0, "warning": 0}
        for group in self.groups():
            found[group.rule.severity] += group.found
        return found

    def groups(self) -> list[Group]:
        """Return the rules and registers of which something is told; errors first, then by code."""
        found = {(step.rule, step.register): step.found for step in self.steps if step.found}
        if not self.steps:  # a refusal has no steps
            found = Counter((each.rule, each.register) for each in self.findings)
        groups = [Group(rule, register, n) for (rule, register), n in found.items()]
        return sorted(groups, key=lambda group: (group.rule.severity != "error", group.rule.code, group.register))

    def exit(self) -> Exit:
        """Return the exit code: what is waived, known or tolerated does not count, nor does how much is displayed."""
        if any(step.found and step.rule.refuses for step in self.steps):
            return Exit.REFUSED
        if any(map(self.fails, self.steps)):
            return Exit.FINDINGS
        return Exit.OK if self.anything else Exit.NOTHING

    def fails(self, step: Step) -> bool:
        """Whether a step fails the run: by ``fail_on``, but what refuses a file does whatever that is."""
        if step.judged != "failed" or step.tolerated or not step.found:
            return False
        return (
            step.rule.refuses
            or self.fail_on == step.rule.severity
            or (self.fail_on == "warning" and step.rule.severity == "error")
        )


class Statistics(NamedTuple):
    """The same run as counts by rule and register, of the steps in which anything was found, waived or known."""

    checked: Checked

    @property
    def steps(self) -> list[Step]:
        """Return the steps that have something to count, those with the most findings first."""
        told = [step for step in self.checked.steps if step.found or step.waived or step.known]
        return sorted(told, key=lambda step: (-step.found, step.rule.code, step.register))
