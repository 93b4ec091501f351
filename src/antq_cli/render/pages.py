"""The page of a result: its title, what it is of, its tables, and what its marks mean. Screens and Markdown show it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Summary
from antq_cli.core.listings import Periods
from antq_cli.core.outcomes import BookLabel, Outcome
from antq_cli.core.trends import Gaps, Trend
from antq_cli.render import gaps, layouts, places, series
from antq_cli.render.grid import Grid
from antq_cli.render.text import visible
from antq_cli.units.gazetteer import Lookup, Tree
from antq_cli.words.speech import Speech


class Room(NamedTuple):
    """How wide a page may be, and how wide a grid would be."""

    fits: int
    width_of: Callable[[Grid], int]


class Page(NamedTuple):
    """What is printed of a result."""

    title: str
    subtitle: str
    grids: Sequence[Grid]
    legend: Sequence[str] = ()


def page(outcome: Outcome, speech: Speech, room: Room) -> Page:
    """Return the page of an outcome that has a result."""
    assert outcome.book is not None
    result = outcome.result
    title = visible(outcome.book.title(speech.lang))
    subtitle = " · ".join([*_of(outcome, speech), speech.say(f"data.{outcome.book.data}")])
    return Page(title, subtitle, list(_grids(result, outcome.book, speech, room)), list(_legend(result, speech)))


def _grids(result: object, book: BookLabel, speech: Speech, room: Room) -> Iterator[Grid]:
    if isinstance(result, Summary):
        yield from layouts.grids(result, speech, fits=room.fits, width_of=room.width_of)
    elif isinstance(result, Trend):
        yield from series.grids(result, speech)
    elif isinstance(result, Gaps):
        yield from gaps.grids(result, speech)
    elif isinstance(result, Tree):
        yield places.tree(result, speech)
    elif isinstance(result, Lookup):
        yield from (places.card(entry, book.levels, speech) for entry in result.found.entries)
    elif isinstance(result, Periods):
        yield places.periods(result, speech)


def _of(outcome: Outcome, speech: Speech) -> Iterator[str]:
    """Yield what a page is of: the measure, the place, the days, and by whose map."""
    result = outcome.result
    if isinstance(result, (Summary, Trend, Gaps)):
        yield from _counted(result, outcome, speech)
    elif isinstance(result, Tree):
        yield speech.say("title.units")
        yield speech.say("title.at", day=result.day)
    elif isinstance(result, Lookup):
        yield speech.say("title.lookup", asked=visible(result.asked))
        yield speech.say("title.at", day=result.day) if result.day else speech.say("title.ever")
    elif isinstance(result, Periods):
        yield speech.say("title.periods", calendar=result.calendar)


def _counted(result: Summary | Trend | Gaps, outcome: Outcome, speech: Speech) -> Iterator[str]:
    summary = summary_of(result)
    family = summary.kinds[0].measure.partition(".")[0] if summary.kinds else outcome.command.partition("-")[0]
    yield speech.say({Trend: "title.trend", Gaps: "title.gaps"}.get(type(result), f"title.{family}"))
    yield f"{visible(summary.unit_name)} ({summary.unit})"
    if isinstance(result, Trend):
        yield within(Period(result.points[0].period.first, result.points[-1].period.last), speech)
    elif outcome.period is not None and not isinstance(result, Gaps):
        yield within(outcome.period, speech)
    else:
        yield speech.say("title.on", day=summary.as_of)
    if summary.before is not None:
        yield speech.say("title.vs", day=summary.before.as_of)
    if summary.basis != summary.as_of or _regroups(result):
        yield speech.say("title.basis", day=summary.basis)


def within(period: Period, speech: Speech) -> str:
    """Return a period as a title says it: its first and its last day, and its name where it has one."""
    days = speech.say("title.within", first=period.first, last=period.last)
    return f"{days} ({period.name}, {period.calendar})" if period.name else days


def summary_of(result: Summary | Trend | Gaps) -> Summary:
    """Return the summary that a result is made of; of a trend, the last one."""
    return result if isinstance(result, Summary) else result.last if isinstance(result, Trend) else result.summary


def _summaries(result: Summary | Trend | Gaps) -> list[Summary]:
    return [point.summary for point in result.points] if isinstance(result, Trend) else [summary_of(result)]


def _legend(result: object, speech: Speech) -> Iterator[str]:
    """Yield what the marks in the tables mean, where there are any."""
    if not isinstance(result, (Summary, Trend, Gaps)):
        return
    if _regroups(result):
        yield speech.say("legend.regrouped", day=summary_of(result).basis)


def _regroups(result: Summary | Trend | Gaps) -> bool:
    summaries = _summaries(result)
    return any(row.regrouped is not None for each in summaries for row in (*each.rows, *each.totals))
