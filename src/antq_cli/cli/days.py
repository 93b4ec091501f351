"""A day as people write it on a command line, and today."""

from datetime import date
from typing import TYPE_CHECKING

from antq_cli.cli.environment import Environment
from antq_cli.cli.usage import usage
from antq_cli.core.calendars import parse_span
from antq_cli.core.days import FIRST, LAST, parse_day
from antq_cli.core.values import Said
from antq_cli.memory import witness

if TYPE_CHECKING:  # who is refused waits for no models
    from antq_cli.core.manifest import Manifest


def day_of(written: str) -> date | None:
    """Return the day that is written, None where none is.

    Raises :class:`Refused` where there is no such day (U036) or it is out of reach (U033).
    """
    try:
        day = parse_day(written)
    except ValueError:
        raise usage("U036", value=written) from None
    return None if day is None else within_reach(day, written)


def within_reach(day: date, written: str) -> date:
    """Return a day that is asked about; raises :class:`Refused` (U033) where too few days lie before or after it."""
    if not FIRST <= day <= LAST:
        raise usage("U033", value=written, first=str(FIRST.year), last=str(LAST.year))
    return day


def day(written: str, *, periods: bool = False) -> date:
    """Return the day that is written; ``periods`` says whether one could be asked about in its place.

    Raises :class:`Refused` (U009, U033, U036; U037 for a period).
    """
    found = day_of(written)
    if found is None and parse_span(written) is not None:
        raise usage("U037", value=written, instead=Said("instead", "period" if periods else "day"))
    if found is None:
        raise usage("U009", value=written)
    return found


def today(said: Environment) -> date:
    """The day of ANTQ_TODAY, else that of the system; raises :class:`Refused` where the former is no day."""
    return day(said.today) if said.today else date.fromisoformat(witness.today())


def still_kept(manifest: "Manifest", said: Environment) -> date | None:
    """Return today where a book is still kept: what is not in it may yet come. None of a finished one."""
    return today(said) if manifest.campaign.as_of is None else None
