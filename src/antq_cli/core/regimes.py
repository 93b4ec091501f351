"""Regimes of the safety standard as data: who is judged, in which windows, by which criteria.

Sources: Thông tư 23/2012/TT-BCA (to 2022-02-09) and Thông tư 124/2021/TT-BCA (from 2022-02-10). The numbers of a
circular stand in the manifest, so that the next one needs no new program.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictStr

from antq_cli.core.cells import fault
from antq_cli.core.ratio import hundredths_of
from antq_cli.core.sections import Id, LocalDay, Named, Section, percentage
from antq_cli.core.values import Said

_PARTS = {"H1": (0, 6), "H2": (6, 12), "Q1": (0, 3), "Q2": (3, 6), "Q3": (6, 9), "Q4": (9, 12)}


def _threshold(value: object) -> int | str:
    """Refuse what is neither a percentage nor a whole number from 1 on."""
    if isinstance(value, str):
        return percentage(value)
    if type(value) is not int or value < 1:
        raise fault("S002", expected=Said("expected", "threshold"))
    return value


class Criterion(Named):
    """What a subject has to reach: a share of the denominators of some measures, or a number of what they count.

    ``by`` names the part of the window at whose end it is counted.
    """

    measures: Annotated[tuple[StrictStr, ...], Field(strict=False, min_length=1)]
    at_least: Annotated[int | str, BeforeValidator(_threshold)]
    by: Literal["H1", "H2", "Q1", "Q2", "Q3", "Q4"] | None = None

    @property
    def share(self) -> int | None:
        """Return the share to be reached, in hundredths of a percent; None where a number is to be reached."""
        return hundredths_of(self.at_least) if isinstance(self.at_least, str) else None

    @property
    def months(self) -> tuple[int, int] | None:
        """Return the months of the year after which and at whose end it is counted."""
        return None if self.by is None else _PARTS[self.by]


class JudgedSubject(Section):
    """How a regime judges one kind of subject: the calendar whose years are its windows, and the criteria."""

    calendar: Id
    criteria: Annotated[tuple[Criterion, ...], Field(strict=False)] = ()


class Regime(Named):
    """A rule of the standard, and the days on which it is in force; ``exempt`` are reasons for being left out."""

    law: StrictStr | None = None
    opened: LocalDay | None = None
    closed: LocalDay | None = None
    exempt: Annotated[tuple[StrictStr, ...], Field(strict=False)] = ()
    subjects: dict[Id, JudgedSubject] = Field(default_factory=dict)

    def in_force(self, day: date) -> bool:
        """Return whether the regime is in force on a day."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def meets(self, other: "Regime") -> bool:
        """Return whether there is a day on which both are in force."""
        first = max(self.opened or date.min, other.opened or date.min)
        return first < min(self.closed or date.max, other.closed or date.max)
