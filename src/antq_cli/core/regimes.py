"""Regimes of the safety standard as data: who is judged, in which windows, by which criteria.

Sources: Thông tư 23/2012/TT-BCA (to 2022-02-09) and Thông tư 124/2021/TT-BCA (from 2022-02-10). The numbers of a
circular stand in the manifest, so that the next one needs no new program.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StrictStr
from pydantic_core import PydanticCustomError

from antq_cli.core.calendars import Calendar, Period, Span
from antq_cli.core.cells import fault
from antq_cli.core.ratio import hundredths_of
from antq_cli.core.sections import Id, LocalDay, Named, every_year, percentage
from antq_cli.core.values import Said

# Parts of a year, by how many months it lasts to their end.
_PARTS = {"H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


def _threshold(value: object) -> int | str:
    """Refuse what is neither a percentage nor a whole number from 1 on."""
    if isinstance(value, str):
        return percentage(value)
    if type(value) is not int or value < 1:
        raise fault("S002", expected=Said("expected", "threshold"))
    return value


def _part_or_day(value: str) -> str:
    """Refuse what is neither a part of a year nor the month and the day of a day that every year has."""
    if value in _PARTS:
        return value
    try:
        return every_year(value)
    except PydanticCustomError:
        raise fault("S002", expected=Said("expected", "part")) from None


class Criterion(Named):
    """What a subject has to reach: a share of the denominators of some measures, or a number of what they count.

    ``by`` says at the end of which part of a year, or on which day of one, it is counted: "Quý I hằng năm" is the first
    quarter of the year that everybody means (TT 124/2021/TT-BCA, art. 4), or of that of a ``calendar``.
    """

    measures: Annotated[tuple[StrictStr, ...], Field(strict=False, min_length=1)]
    at_least: Annotated[int | str, BeforeValidator(_threshold)]
    by: Annotated[StrictStr, AfterValidator(_part_or_day)] | None = None
    calendar: Id | None = None

    @property
    def share(self) -> int | None:
        """Return the share to be reached, in hundredths of a percent; None where a number is to be reached."""
        return hundredths_of(self.at_least) if isinstance(self.at_least, str) else None

    def due(self, window: Period, calendar: Calendar) -> date | None:
        """Return the last day of a window that ``by`` may mean; None where there is none, or nothing is said."""
        # Up to one more: the year in which the window ends may be named by the next one.
        years = range(window.first.year, window.last.year + 2)
        days = [self._due_in(year, calendar) for year in years]
        return max((day for day in days if day is not None and window.first <= day <= window.last), default=None)

    def _due_in(self, year: int, calendar: Calendar) -> date | None:
        if self.by is None:
            return None
        if self.by not in _PARTS:
            return date.fromisoformat(f"{year:04}-{self.by}") if year <= date.max.year else None
        period = calendar.period(Span(year, 0, _PARTS[self.by]))
        return None if period is None else period.last


class JudgedSubject(Named):
    """How a regime judges one kind of subject: the calendar whose years are its windows, and the criteria.

    It may call them by names of its own: TT 23/2012/TT-BCA has "nhà trường", TT 124/2021/TT-BCA "cơ sở giáo dục".
    """

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
        """Whether the regime is in force on a day; on the day it is closed it is not."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def meets(self, other: "Regime") -> bool:
        """Return whether there is a day on which both are in force."""
        first = max(self.opened or date.min, other.opened or date.min)
        return first < min(self.closed or date.max, other.closed or date.max)
