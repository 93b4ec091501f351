"""How a day is written, and all arithmetic of days: it ends at the first and the last of all days instead of failing.

Registers may hold any day that there is. What is asked is a day of the years that leave room for whatever is counted
before and after it: rhythms, windows, validities.
"""

import re
from datetime import date, timedelta

YEAR = 12  # months
# The days that may be asked about.
FIRST, LAST = date(1000, 1, 1), date(8999, 12, 31)
# The one way in which a cell may say a day. Python alone reads 20210831 and 2021-W35-2 as days as well.
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_written(text: str) -> date | None:
    """Return the day that a text is (2021-08-31); None where it is written otherwise, or the calendar lacks it."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


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
