"""Validity: how long a signature holds, and how a pledge stands on a day. Days are ISO text, which sorts as days do."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Final, Literal

from antq_cli.core.calendars import Calendar
from antq_cli.core.days import later, months_later
from antq_cli.core.manifest import Manifest, Months, Yearly

State = Literal["in-force", "lapsed", "withdrawn", "unsigned"]
IN_FORCE: Final = "in-force"
LAPSED: Final = "lapsed"
WITHDRAWN: Final = "withdrawn"
UNSIGNED: Final = "unsigned"
# How the pledge may stand of those who are asked to sign.
ELIGIBLE: Sequence[State] = (IN_FORCE, LAPSED, WITHDRAWN, UNSIGNED)


class Validity:
    """A campaign's rule of how long a signature holds; ``ends`` gives the first day on which it does no longer."""

    def __init__(self, ends: Callable[[date], date] | None = None) -> None:
        # Kept: of very many signatures the days are few.
        self._ends = None if ends is None else cache(lambda day: ends(date.fromisoformat(day)).isoformat())

    @property
    def lapses(self) -> bool:
        """Whether a pledge ends by itself; else it holds until it is withdrawn."""
        return self._ends is not None

    def state(self, last: str, day: str) -> State:
        """Return how a pledge stands on a day, given its last event, date and word together; blank for none."""
        if not last.endswith("signed"):
            return WITHDRAWN if last else UNSIGNED
        if self._ends is not None and self._ends(last[: len(day)]) <= day:
            return LAPSED
        return IN_FORCE


def validity_of(manifest: Manifest, kind: str) -> Validity:
    """How long a signature of a kind holds: for months, for a year of a calendar, or until it is withdrawn."""
    rule = manifest.pledges[kind].validity
    if isinstance(rule, Months):
        return Validity(lambda day: months_later(day, rule.months))
    if isinstance(rule, Yearly):
        calendar = manifest.calendar(rule.calendar)
        return Validity(lambda day: _after_year(calendar, day))
    return Validity()


def _after_year(calendar: Calendar, day: date) -> date:
    """Return the first day after the year in which a day lies; of a day in a gap between years, the day itself."""
    year = calendar.year_of(day)
    if year is None:  # in a gap between years, or after the last year that there is
        return day if calendar.windows else date.max
    return later(year.last)
