"""Which columns and rows places and periods have as tables for people."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from antq_cli.core.listings import Periods
from antq_cli.core.manifest import Level
from antq_cli.core.registers import Unit
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.units.gazetteer import Branch, Entry, Neighbour, Tree
from antq_cli.words.numbers import MISSING
from antq_cli.words.speech import Speech


def tree(found: Tree, speech: Speech) -> Grid:
    """Lay out the hierarchy: a row a unit, with the lines that show what lies in what."""
    columns = [Column(speech.say("column.unit")), Column(speech.say("column.code"), faint=True)]
    columns.append(Column(speech.say("column.sort")))
    return Grid(columns, [Row(cells) for cells in _branches(found.roots, "", top=True)])


def _branches(branches: Sequence[Branch], before: str, *, top: bool = False) -> Iterator[list[str]]:
    for number, branch in enumerate(branches):
        last = number == len(branches) - 1
        here, below = ("", "") if top else ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield [f"{before}{here}{branch.unit.name}", branch.unit.code, branch.unit.kind or ""]
        yield from _branches(branch.children, before + below)


def card(entry: Entry, levels: Iterable[Level], speech: Speech) -> Grid:
    """Lay out a unit: what it is, when, in what, and what it came from and went into."""
    unit = entry.unit
    level = next((level.name(speech.lang) for level in levels if level.id == unit.level), None)
    inside = speech.say("place.inside", n=entry.inside) if entry.inside else MISSING
    lines = [
        ("level", [" · ".join(filter(None, (level or unit.level, unit.kind)))]),
        ("parent", [MISSING if entry.parent is None else f"{entry.parent.name} ({entry.parent.code})"]),
        ("days", [days(unit, speech)]),
        ("act", [unit.act or MISSING]),
        ("holds", [inside]),
        ("before", [_neighbour(each, speech) for each in entry.before]),
        ("after", [_neighbour(each, speech) for each in entry.after]),
        ("same-code", [f"{each.name}, {days(each, speech)}" for each in entry.same_code]),
    ]
    rows = [
        Row([speech.say(f"place.{key}") if number == 0 else "", text])
        for key, texts in lines
        for number, text in enumerate(texts or [MISSING])
    ]
    return Grid([Column("", faint=True), Column("")], rows, f"{unit.name} ({unit.code})")


def days(unit: Unit, speech: Speech) -> str:
    """Return the days of a unit: the first, and the last on which it was still open."""
    if unit.closed is None:
        return speech.say("place.always") if unit.opened is None else speech.say("place.from", first=unit.opened)
    last = unit.closed - timedelta(1) if unit.closed > date.min else unit.closed
    if unit.opened is None:
        return speech.say("place.until", last=last)
    return speech.say("place.from-until", first=unit.opened, last=last)


def _neighbour(each: Neighbour, speech: Speech) -> str:
    part = speech.say(f"place.{each.part}")
    return f"{each.name} ({each.code}), {speech.day(each.date)}, {part} · {each.act}"


def periods(found: Periods, speech: Speech) -> Grid:
    """Lay out the periods of a year: a row each, with its first and its last day."""
    columns = [Column(speech.say("column.period"))]
    columns += [Column(speech.say(f"column.{name}"), "right") for name in ("first-day", "last-day", "days")]
    rows = [
        Row([each.name or "", speech.day(each.first), speech.day(each.last), speech.count(each.days)])
        for each in found.periods
    ]
    return Grid(columns, rows)
