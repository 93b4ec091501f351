"""A day as people write it: 2021-08-31 or 31/08/2021."""

import re
from datetime import date

from antq_cli.cli.environment import Environment
from antq_cli.cli.usage import usage
from antq_cli.core.days import FIRST, LAST

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_PAPER = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


def day_of(written: str) -> date | None:
    """Return the day that is written, or None where it is none; raises :class:`Refused` (U033)."""
    found = _ISO.fullmatch(written) or _PAPER.fullmatch(written)
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None
    return day and within_reach(day, written)


def within_reach(day: date, written: str) -> date:
    """Return a day that is asked about; raises :class:`Refused` (U033) where too few days lie before or after it."""
    if not FIRST <= day <= LAST:
        raise usage("U033", value=written, first=str(FIRST.year), last=str(LAST.year))
    return day


def day(written: str) -> date:
    """Return the day that is written; raises :class:`Refused` (U009, U033)."""
    found = day_of(written)
    if found is None:
        raise usage("U009", value=written)
    return found


def today(said: Environment) -> date:
    """Return today: ANTQ_TODAY, else the system's date."""
    return day(said.today) if said.today else date.today()  # noqa: DTZ011 - the day of the place where it runs
