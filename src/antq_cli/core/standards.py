"""The safety standard as it stands: results by kind of subject, and the criteria of a subject with their figures."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Asked, Figure, Kind, Summary


class AppliedRegime(NamedTuple):
    """The regime by which subjects of a kind are judged on a day, and the window: id and names, and the days.

    ``exempt`` are the reasons for which it leaves organisations out, as the book writes them.
    """

    regime: str
    vi: str | None
    en: str | None
    window: Period
    exempt: Sequence[str] = ()


class UnitResults(NamedTuple):
    """The results at a unit: who has any at all (what it lacks was not assessed), who meets it, who does not yet.

    ``exempt`` is how many the regime leaves out, None where that is not reported.
    """

    assessed: Figure
    met: Figure
    not_met: Figure
    pending: Figure
    exempt: int | None

    @property
    def somebody(self) -> bool:
        """Whether somebody is to be assessed here: rows left out and returns expected may be of somebody as well."""
        row = self.assessed
        return row.state != "below-grain" and bool(row.den or row.left_out or row.expected)


class SubjectResults(NamedTuple):
    """The results of a kind of subject on a day, and unit by unit: those of the rows, then those of the totals.

    ``rule`` is None where nothing in force judges them.
    """

    kind: Kind
    rule: AppliedRegime | None
    summary: Summary
    units: Sequence[UnitResults]


class CriterionResult(NamedTuple):
    """A criterion with its figures: what is to be reached, how many that is, how many are missing to it.

    ``place`` counts the criteria of a subject from 1.
    ``share`` is in hundredths of a percent, None where a number is to be reached; ``met`` is None where the figures do
    not tell, and so are ``needed`` and ``short``. ``figures`` are those that add up to ``num`` and ``den``.
    """

    place: int
    vi: str | None
    en: str | None
    share: int | None
    number: int | None
    num: int | None
    den: int | None
    percent: str | None
    needed: int | None
    short: int | None
    met: bool | None
    day: date
    figures: Sequence[Figure]


class Card(NamedTuple):
    """A subject of the standard: what was decided and when, beside what the criteria come to on that day.

    ``above`` is the name of what it lies in, None where no other subject bears its own name.
    """

    kind: Kind
    unit: str
    unit_name: str
    rule: AppliedRegime
    recorded: str | None
    recorded_on: date | None
    decision: str | None
    criteria: Sequence[CriterionResult]
    computed: Literal["met", "not-met"] | None
    above: str | None = None

    @property
    def contradicted(self) -> bool:
        """Return whether what was decided is not what the criteria come to; who is pending is not decided yet."""
        return self.recorded in ("met", "not-met") and self.computed is not None and self.recorded != self.computed


class Standards(NamedTuple):
    """The safety standard at a unit; ``cards`` where criteria were asked for.

    ``unjudged`` are the kinds of subject that no regime judges in the window that was asked for by its name.
    """

    subjects: Sequence[SubjectResults]
    cards: Sequence[Card] | None
    as_of: date
    unit: str
    unit_name: str
    by: str | None
    basis: date
    asked: Sequence[Asked] = ()
    unjudged: Sequence[Kind] = ()

    @property
    def how_many(self) -> int:
        """How many units are asked for: a title has no room for the names of very many."""
        return len(self.asked)

    @property
    def of_units(self) -> bool:
        """Return whether a row is of a unit among others, and not the one of the unit that is asked for."""
        return self.by is not None or len(self.asked) > 1

    @property
    def anything(self) -> bool:
        """Whether there is a card where criteria were asked for, else whether any kind of subject has a number."""
        if self.cards is not None:
            return bool(self.cards)
        return any(subject.summary.anything for subject in self.subjects)
