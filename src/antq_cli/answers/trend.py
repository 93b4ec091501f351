"""Trends: the same summary at the end of each period of a calendar, or of flows within it, all on one basis."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.calendars import Calendar, Every, Period
from antq_cli.core.days import later
from antq_cli.core.figures import Change, Figure, Key, Summary, aligned, change
from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused, Rule
from antq_cli.core.measures import WORDS
from antq_cli.core.trends import Point, Trend
from antq_cli.counting.families import Family

TOO_MANY_POINTS = Rule("U035", "too-many-points")
MOST_POINTS = 600  # fifty years of months


def trend(family: Family, asked: Query, calendar: Calendar, every: Every) -> Trend:
    """Count at the end of every period, from the first dated row, or the period that is asked for, to the day asked.

    What is flows alone is summed up within each of them, from the first day of the period that is asked for.
    The last period is cut at the day, so that the last point is the summary of it. Without a basis all is put on the
    map of that day. Raises :class:`Refused` (U035) for more points than anybody reads, each of which is a summary.
    """
    flowing = WORDS[family.family].flowing
    begins = None if flowing else _begins(family, asked)  # of what is summed up nothing is 0 before the first row
    first = max(filter(None, (begins, asked.period and asked.period.first)), default=asked.day)
    # What is held above the level is asked for at every point: all of them need the same rows.
    stock = asked._replace(period=None, basis=asked.basis or asked.day, rest=asked.by is not None)
    cut = _cut(calendar, every, min(first, asked.day), asked.day)
    if len(cut) > MOST_POINTS:
        values = {"value": every, "n": len(cut), "most": MOST_POINTS, "first": cut[0].first, "last": cut[-1].last}
        raise Refused(Finding(TOO_MANY_POINTS, Place(COMMAND_LINE), values))
    periods = [
        period.since(first) if flowing else period
        for period in cut
        if family.dataset.map(period.last).top is not None  # before the top opened there was nothing to count
    ]
    asked_on = [stock._replace(day=each.last, period=each if flowing else None) for each in periods]
    summaries = aligned([summarise(family, each) for each in asked_on])
    begun = summaries[:-1] if flowing else [_begun(family, summary) for summary in summaries[:-1]]
    points = list(_points(periods, [*begun, summaries[-1]]))
    return Trend(points, every, calendar.id, _since_first(points), unended=cut[-1].cut)


def _points(periods: Iterable[Period], summaries: Iterable[Summary]) -> Iterator[Point]:
    """Yield each summary with how it changed since the one before; what had not begun by then has no change."""
    before: dict[Key, Figure] = {}
    for period, summary in zip(periods, summaries, strict=True):
        moved = {row.key: change(before[row.key], row) for row in summary.figures if row.key in before}
        yield Point(period, summary, moved)
        before = {row.key: row for row in summary.figures}


def _since_first(points: Sequence[Point]) -> dict[Key, Change]:
    """Return how each figure changed since the first point at which it is known."""
    first: dict[Key, Figure] = {}
    for point in points[:-1]:
        for row in point.summary.figures:
            if row.num is not None:
                first.setdefault(row.key, row)
    return {row.key: change(first.get(row.key), row) for row in points[-1].summary.figures}


def _cut(calendar: Calendar, every: Every, first: date, last: date) -> list[Period]:
    """Return the periods between two days, the last one ending on the last of them, in a gap between years as well."""
    periods = [period.until(min(period.last, last)) for period in calendar.series(first, last, every)]
    if not periods or periods[-1].last < last:
        periods.append(Period(later(periods[-1].last) if periods else first, last))
    return periods


def _begun(family: Family, summary: Summary) -> Summary:
    """Return a summary without the kinds of which nothing had been recorded yet."""
    begins = ((kind.measure, family.begins(kind)) for kind in summary.kinds)
    there = {measure for measure, first in begins if first is not None and first <= summary.as_of}
    rows, totals = ([row for row in each if row.measure in there] for each in (summary.rows, summary.totals))
    return summary._replace(rows=rows, totals=totals)


def _begins(family: Family, asked: Query) -> date | None:
    """Return the day of the first dated row that is of a kind asked for."""
    return min(filter(None, (family.begins(kind) for kind in family.kinds(asked.kinds))), default=None)
