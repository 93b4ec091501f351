"""How a day is written, and all arithmetic of days: it ends at the first and the last of all days instead of failing.

Registers may hold any day that there is. What is asked is a day of the years that leave room for whatever is counted
before and after it: rhythms, windows, validities.
"""

import re
from datetime import date, timedelta

from antq_cli.core.folding import bare

YEAR = 12  # months
# The days that may be asked about.
FIRST, LAST = date(1000, 1, 1), date(8999, 12, 31)
# The one way in which a cell may say a day. Python alone reads 20210831 and 2021-W35-2 as days as well.
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# How people write a day, case and diacritics apart.
_SPELLINGS = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    r"(?:ngay )?(?P<day>[0-9]{1,2})(?P<between>[-/.])(?P<month>[0-9]{1,2})(?P=between)(?P<year>[0-9]{4})",
    r"(?:ngay )?(?P<day>[0-9]{1,2}) thang (?P<month>[0-9]{1,2})(?:/|,? nam )(?P<year>[0-9]{4})",
)


def day_written(text: str) -> date | None:
    """Return the day that a text is (2021-08-31); None where it is written otherwise, or the calendar lacks it."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def parse_day(written: str) -> date | None:
    """Return the day that is written: 2021-08-31, 31/08/2021, 31-8-2021, ngày 31 tháng 8 năm 2021.

    None where none is written; ValueError where there is no such day.
    """
    text = bare(written)
    found = next(filter(None, (re.fullmatch(pattern, text) for pattern in _SPELLINGS)), None)
    return None if found is None else date(int(found["year"]), int(found["month"]), int(found["day"]))


def later(day: date, days: int = 1) -> date:
    """Return the day so many days on, by itself the next one; at most the last of all days."""
    return date.max if days > (date.max - day).days else day + timedelta(days)


def earlier(day: date, days: int = 1) -> date:
    """Return the day so many days before, by itself the eve; at least the first of all days."""
    return date.min if days > (day - date.min).days else day - timedelta(days)


def months_later(day: date, months: int) -> date:
    """Return the same day some months on; where that month lacks the day, the 1st of the month after.

    It is at most the last of all days.
    """
    ahead = day.month - 1 + months
    year, month = day.year + ahead // YEAR, ahead % YEAR + 1
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year, month=month)
    except ValueError:  # the month lacks the day, so it is not December
        return date(year, month + 1, 1)
