"""Rhythms: how often a kind is reported, which period is asked about on a day, and so which number is old by then."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from antq_cli.core.calendars import CIVIL, Calendar, Every, Period
from antq_cli.core.days import earlier
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure

# More days than two years of any calendar: within them one has ended.
_LONGEST = 800


class Rhythm(NamedTuple):
    """How often a kind is reported, and on which calendar; ``written`` says whether the manifest says how often."""

    every: Every
    calendar: Calendar
    written: bool

    def asked(self, day: date, period: Period | None = None, begun: date | None = None) -> Period:
        """Return the period that is asked about: what is dated before its first day is old.

        Where a rhythm is written it is the last of its periods that has ended by the day; else the month of the day. A
        period that somebody names sets the day, and is itself the one unless it begins later: nobody reports the month
        of what is reported once a year. ``begun`` is the day of the first return of all; before a period of it had
        ended it is the running one.
        """
        last = day if period is None else period.last
        own = self.ended(last, begun) if self.written else _around(self, last)[-1]
        return own if period is None or own.first < period.first else period

    def ended(self, day: date, begun: date | None = None) -> Period:
        """Return the last period that has ended by a day, that day included, as :meth:`asked` has it."""
        periods = _around(self, day)
        over = [period for period in periods if period.last <= day]
        if not over or (begun is not None and over[-1].last < begun <= day):
            return periods[-1]
        return over[-1]


@lru_cache(maxsize=1024)  # each unit and kind of a table, and each point of a trend, asks about the same few days
def _around(rhythm: Rhythm, day: date) -> list[Period]:
    return list(rhythm.calendar.series(earlier(day, _LONGEST), day, rhythm.every))


def rhythm_of(manifest: Manifest, measure: Measure) -> Rhythm:
    """Return the rhythm of a kind: its own, else that of the returns; a calendar without months lends only years."""
    returns, own = manifest.returns, manifest.kinds(measure.family)[measure.kind or ""].every
    every = own or returns.every
    calendar = manifest.calendar(returns.calendar or manifest.campaign.calendar or CIVIL.id)
    calendar = CIVIL if calendar.windows and every != "year" else calendar
    # A default is nobody's word: by it nobody is late, and nothing is missing.
    return Rhythm(every, calendar, own is not None or "every" in returns.model_fields_set)
