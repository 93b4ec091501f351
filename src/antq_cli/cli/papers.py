"""What a report is made of, and every default of it: the outline, the level, what it is compared with."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.answers.paper import Wanted, level_of_report, paper
from antq_cli.answers.query import Query
from antq_cli.answers.references import resolve
from antq_cli.answers.summary import summarise
from antq_cli.cli import named
from antq_cli.cli.desk import Desk
from antq_cli.cli.options import Request
from antq_cli.cli.when import calendar
from antq_cli.cli.where import unit
from antq_cli.core.calendars import Calendar, Every, Period, parse_span
from antq_cli.core.days import YEAR, months_later
from antq_cli.core.measures import FAMILIES, REGISTRATION
from antq_cli.core.outcomes import Note
from antq_cli.core.outline import Outline
from antq_cli.core.paper import Paper
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.outlines import read_outline

_OLDER = ("pledges", "teams", "models")
_LONGEST_MONTH, _LONGEST_PART = 31, 300  # days; of days without a name nobody has said which kind they are


class Counted(NamedTuple):
    """What was counted for a report, the outline by which it is to be told, and what to say of both."""

    paper: Paper
    outline: Outline
    notes: Sequence[Note]


def counted(request: Request, desk: Desk, lang: str) -> Counted:
    """Count what a report is made of; raises :class:`Refused`."""
    manifest = desk.book.manifest
    name = request.template or template_for(desk.when.period)
    outline = read_outline(name, desk.book.folder, lang)
    level = None if request.by is None else named.level(request.by, manifest)
    dataset = Dataset(desk.book, _needed(desk), desk.collector)
    number, notes = unit(dataset, desk.when, request.unit)
    figures = Figures(dataset)
    asked = Query(desk.as_of, number, basis=desk.when.basis, period=desk.when.period, partly=True)
    asked = asked._replace(by=level or level_of_report(figures, asked))
    held = calendar(request, manifest)
    before = desk.when.vs or compared_with(figures, asked, held)
    every: Every = "year" if held.windows else "month"
    wanted = Wanted(asked, before, held, every)
    found = paper(figures, wanted, resolve(figures, wanted, outline.references()))
    return Counted(found, outline, [*notes, *_said(outline, before)])


def _needed(desk: Desk) -> list[str]:
    """Return the registers from which the book's kinds are counted."""
    manifest = desk.book.manifest
    kinds = ((family, kind) for family in FAMILIES for kind in manifest.kinds(family))
    return list(dict.fromkeys(name for family, kind in kinds for name in registers_of(manifest, family, kind)))


def _said(outline: Outline, before: Period | None) -> list[Note]:
    """Return which outline it is, and what the report compares with, for who wants to know."""
    notes = [Note("talk.template", {"template": outline.name}, verbose=True)]
    if before is not None:
        notes.append(Note("talk.compared", {"first": before.first, "last": before.last}, verbose=True))
    return notes


# The outline ----------------------------------------------------------------------------------------------------


def template_for(period: Period | None) -> str:
    """Return the outline for a period: by what kind it is, where it has a name, else by its length.

    Without a period a report has the outline of the year, of which the stock alone is told.
    """
    if period is None:
        return "yearly"
    span = parse_span(period.name) if period.name else None
    if span is not None:
        return {1: "monthly", YEAR: "yearly"}.get(span.end - span.begin, "quarterly")
    return "monthly" if period.days <= _LONGEST_MONTH else "quarterly" if period.days <= _LONGEST_PART else "yearly"


# What it is compared with ---------------------------------------------------------------------------------------


def compared_with(figures: Figures, asked: Query, held: Calendar) -> Period | None:
    """Return the same period a year before where the book has figures of it, else the period before, if it has of that.

    None without a period, and where nothing was recorded by then: everything would have grown by itself.
    """
    if asked.period is None:
        return None
    year_before = a_year_before(asked.period, held)
    if year_before is not None and _has_figures(figures, asked, year_before):
        return year_before
    before = held.before(asked.period)
    return before if _has_figures(figures, asked, before) else None


def a_year_before(period: Period, held: Calendar) -> Period | None:
    """Return the same period of the year before, up to the same day of it; None where the calendar has none."""
    span = parse_span(period.name) if period.name else None
    if span is None:
        return Period(months_later(period.first, -YEAR), months_later(period.last, -YEAR))
    found = held.period(span._replace(year=span.year - 1))
    if found is None or not period.cut:
        return found
    last = months_later(period.last, -YEAR)
    return found.until(last) if found.first <= last <= found.last else found


def _has_figures(figures: Figures, asked: Query, period: Period) -> bool:
    """Return whether the campaign had a top at the end of a period, and anybody a pledge in force on that day.

    A journal knows of every day before the first pledge that there was none: that is no figure to compare with. Teams,
    models and the standard's registration, which may be older than the campaign, decide only where the book has no
    pledges.
    """
    if figures.dataset.map(period.last).top is None:
        return False
    then = Query(period.last, asked.unit, basis=asked.basis, partly=True)
    pledges = [kind.id for kind in figures.family("pledges").kinds() if kind.measure != REGISTRATION]
    if pledges:
        return any(row.num for row in summarise(figures.family("pledges"), then._replace(kinds=pledges)).rows)
    return any(row.num for name in _OLDER for row in summarise(figures.family(name), then).rows)
