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
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import Note
from antq_cli.core.outline import Outline, Placed, Prose, Say, Title
from antq_cli.core.paper import Paper
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.outlines import read_outline

# What can be said of a period alone, and of what is compared; tables have some of the names.
_OF_PERIODS = ("period", "returns-late", "returns")
_COMPARED = ("compared", "comparison")
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
    outline, left_out = without(outline, _untold(asked.period, before))
    trends = "trend" in (*outline.placed(annex=True), *outline.placed(annex=False))
    every: Every | None = ("year" if held.windows else "month") if trends else None
    wanted = Wanted(asked, before, held, every)
    found = paper(figures, wanted, resolve(figures, wanted, outline.references()))
    return Counted(found, outline, [*notes, *_said(outline, before, left_out)])


def _needed(desk: Desk) -> list[str]:
    """Return the registers from which the book's kinds are counted."""
    manifest = desk.book.manifest
    kinds = ((family, kind) for family in FAMILIES for kind in manifest.kinds(family))
    return list(dict.fromkeys(name for family, kind in kinds for name in registers_of(manifest, family, kind)))


def _said(outline: Outline, before: Period | None, left_out: Sequence[str]) -> list[Note]:
    """Return which outline it is, what the report compares with, and what is left out, for who wants to know."""
    notes = [Note("talk.template", {"template": outline.name}, verbose=True)]
    if before is not None:
        notes.append(Note("talk.compared", {"first": before.first, "last": before.last}, verbose=True))
    return [*notes, *([Note("talk.untold", {"passages": list(left_out)}, verbose=True)] if left_out else [])]


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


def _untold(period: Period | None, before: Period | None) -> list[str]:
    """Return the names of the passages and tables of which nothing can be said."""
    return [*(_OF_PERIODS if period is None else ()), *(_COMPARED if before is None and period is None else ())]


def without(outline: Outline, names: Sequence[str]) -> tuple[Outline, list[str]]:
    """Return an outline without some passages and tables, and which those were; nor has it headings of nothing else."""
    every = (*outline.said(), *outline.placed(annex=False), *outline.placed(annex=True))
    left_out = list(dict.fromkeys(name for name in every if name in names))
    if not left_out:
        return outline, []
    kept: list[Title | Prose | Placed] = []
    emptied: set[int] = set()
    for part in outline.parts:
        if isinstance(part, Prose):
            lines = [line for line in part.lines if not (isinstance(line, Say) and line.name in names)]
            if lines or not part.lines:
                kept.append(Prose(lines))
            else:
                emptied.add(len(kept))
        elif isinstance(part, Placed) and part.name in names:
            emptied.add(len(kept))
        else:
            kept.append(part)
    return outline._replace(parts=_under_headings(kept, emptied)), left_out


def _under_headings(parts: Sequence[Title | Prose | Placed], emptied: set[int]) -> list[Title | Prose | Placed]:
    """Return parts without headings of nothing; what is gone stood before the places that are ``emptied``."""
    kept: list[Title | Prose | Placed] = []  # from the end
    gone = len(parts) in emptied
    for at in reversed(range(len(parts))):
        part, after = parts[at], kept[-1] if kept else None
        if not (gone and isinstance(part, Title) and (after is None or _closes(after, part))):
            kept.append(part)
            gone = False
        gone = gone or at in emptied
    return kept[::-1]


def _closes(after: Title | Prose | Placed, heading: Title) -> bool:
    return isinstance(after, Title) and after.level <= heading.level


# What it is compared with ---------------------------------------------------------------------------------------


def compared_with(figures: Figures, asked: Query, held: Calendar) -> Period | None:
    """Return the same period a year before where the book has figures of it, else the period before.

    None without a period, and where the campaign had no top by then.
    """
    if asked.period is None:
        return None
    year_before = a_year_before(asked.period, held)
    if year_before is not None and _has_figures(figures, asked, year_before):
        return year_before
    before = held.before(asked.period)
    return None if figures.dataset.map(before.last).top is None else before


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

    A journal knows of every day before the first pledge that there was none: that is no figure to compare with. Teams
    and models, which may be older than the campaign, decide only where the book has no pledges.
    """
    if figures.dataset.map(period.last).top is None:
        return False
    then = Query(period.last, asked.unit, basis=asked.basis, partly=True)
    families = ("pledges",) if figures.family("pledges").kinds() else ("teams", "models")
    return any(row.num for name in families for row in summarise(figures.family(name), then).rows)
