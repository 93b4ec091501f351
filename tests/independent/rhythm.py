"""Old numbers: from which day on a return is of the last period that is over, or of a later one.

Decisions where the contract is silent:

* Who looks for a period goes back day by day: the first day whose morrow begins a period is the last day of one.
* The calendar is that of the returns, else the campaign's; one whose years do not follow on each other has no months.
* Where nobody wrote how often something is reported, it is the month of the day that counts, be it over or not.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tests.independent.validity import without_names

if TYPE_CHECKING:
    from tests.independent.counter import Counter

ONE = timedelta(days=1)
MONTHS = {"month": range(12), "quarter": range(0, 12, 3), "year": range(0, 12, 12)}


def not_before(book: Counter, measure: str, day: date) -> date:
    """The day before which a return of a measure is old."""
    returns = book.manifest.get("returns", {})
    return since(book.setting(measure, "every", returns.get("every")), calendar(book), day)


@cache
def since(every: str | None, scheme: str, day: date) -> date:
    """The first day of the last period that is over by a day; without a rhythm of the month of the day."""
    if every is None:
        return begins(scheme, "month", day)
    end = day
    while not is_first(scheme, every, end + ONE):
        end -= ONE
    return begins(scheme, every, end)


def calendar(book: Counter) -> str:
    """The day and month on which the years of the calendar of the returns begin."""
    campaign = book.manifest["campaign"]
    name = book.manifest.get("returns", {}).get("calendar") or campaign.get("calendar") or "calendar"
    scheme = without_names(book.manifest.get("calendars", {}).get(name, "01-01"))
    return scheme if isinstance(scheme, str) else "01-01"


def begins(scheme: str, every: str, day: date) -> date:
    """The first day of the period in which a day lies."""
    while not is_first(scheme, every, day):
        day -= ONE
    return day


def is_first(scheme: str, every: str, day: date) -> bool:
    """Whether a day is the first of a month, a quarter or a year of a calendar."""
    month, first = map(int, scheme.split("-"))
    return day.day == first and (day.month - month) % 12 in MONTHS[every]
