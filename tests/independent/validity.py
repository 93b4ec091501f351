"""How long a pledge is in force, from the validity of its kind and the calendars of the manifest.

Decisions where the contract is silent:

* Only the last event by the day decides; that an earlier signature would hold for longer changes nothing.
* A validity of another form, an unknown calendar, and a calendar with a day that not every year has (02-29)
  are refused: the first two with `UncleanError`, the last with the `ValueError` of the date.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from tests.independent.places import UncleanError
from tests.independent.rows import Event

UNTIL_WITHDRAWN = "until-withdrawn"
NO_CALENDARS: Mapping[str, Any] = {}


def state(events: Iterable[Event], day: date, validity: object, calendars: Mapping[str, Any] = NO_CALENDARS) -> str:
    """What became of the pledge of one pledger by the day: unsigned, in force, withdrawn or lapsed."""
    past = sorted((event.day, event.withdrawn) for event in events if event.day <= day)
    if not past:
        return "unsigned"
    last, withdrawn = past[-1]
    if withdrawn:
        return "withdrawn"
    end = expiry(last, validity, calendars)
    return "in force" if end is None or day < end else "lapsed"


def in_force(events: Iterable[Event], day: date, validity: object, calendars: Mapping[str, Any] = NO_CALENDARS) -> bool:
    """Whether a pledger with these events has a pledge in force on the day."""
    return state(events, day, validity, calendars) == "in force"


def expiry(signed: date, validity: object, calendars: Mapping[str, Any] = NO_CALENDARS) -> date | None:
    """The first day on which a pledge signed on a day is in force no longer; None if it never lapses."""
    if validity == UNTIL_WITHDRAWN:
        return None
    if isinstance(validity, dict):
        if set(validity) <= {"months", "lapses"} and validity.get("lapses", "months") == "months":
            return months_on(signed, int(validity["months"]))
        if set(validity) == {"lapses", "calendar"} and validity["lapses"] == "year":
            return end_of_year(signed, validity["calendar"], calendars)
    raise UncleanError(f"validity {validity!r} is not counted here (signed {signed})")


def months_on(signed: date, months: int) -> date:
    """The same day of the month so many months on; where there is no such day, the 1st of the month after."""
    year, month = divmod(signed.year * 12 + signed.month - 1 + months, 12)
    if signed.day <= calendar.monthrange(year, month + 1)[1]:
        return date(year, month + 1, signed.day)
    return months_on(signed.replace(day=1), months + 1)


def end_of_year(signed: date, name: str, calendars: Mapping[str, Any]) -> date:
    """The day after the year of a calendar in which the day lies; the day itself if it lies in none."""
    if name not in calendars:
        raise UncleanError(f"there is no calendar {name}")
    years = [year_of(calendars[name], number) for number in range(signed.year - 1, signed.year + 3)]
    ends = [last + timedelta(days=1) for first, last in years if first <= signed <= last]
    return max(ends, default=signed)


def without_names(scheme: Any) -> Any:
    """A calendar as it is without its names: a day on which its years begin, or a window."""
    return scheme["first"] if isinstance(scheme, dict) and "last" not in scheme else scheme


def year_of(scheme: Any, number: int) -> tuple[date, date]:
    """The first and the last day of the year of a calendar that is called by a number."""
    scheme = without_names(scheme)
    if isinstance(scheme, str):
        next_first = on(number, scheme) if scheme != "01-01" else date(number + 1, 1, 1)
        return next_first.replace(year=next_first.year - 1), next_first - timedelta(days=1)
    first, last = scheme["first"], scheme["last"]
    begins = number if first < last else number - 1
    return on(begins, first), on(number, last)


def on(year: int, month_and_day: str) -> date:
    """The day of a year that is written as MM-DD."""
    return date.fromisoformat(f"{year:04d}-{month_and_day}")
