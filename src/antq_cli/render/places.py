"""Places: the tree of a day, or a card for each unit that was looked up, with its history."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from antq_cli.core.manifest import Level
from antq_cli.core.outcomes import Outcome
from antq_cli.core.registers import Unit
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.text import visible
from antq_cli.units.gazetteer import Branch, Entry, Lookup, Neighbour, Tree
from antq_cli.words.numbers import MISSING
from antq_cli.words.speech import Speech

_UNIT = ("code", "name", "kind", "level", "parent", "opened", "closed", "act")


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of a tree, or of what was looked up."""
    result, book = outcome.result, outcome.book
    assert isinstance(result, (Tree, Lookup))
    assert book is not None
    when = speech.say("title.ever") if result.day is None else speech.say("title.at", day=result.day)
    if isinstance(result, Tree):
        return Page(*titled(outcome, speech, speech.say("title.units"), when), [tree(result, speech)])
    asked = speech.say("title.lookup", asked=visible(result.asked))
    cards = [card(entry, book.levels, speech) for entry in result.found.entries]
    return Page(*titled(outcome, speech, asked, when), cards)


def records(result: Tree | Lookup) -> Records:
    """Return the units of a tree from the top down, or those that were looked up with their history."""
    if isinstance(result, Tree):
        return Records(list(_rows(result.roots, None)), (*_UNIT, "depth"), more={"on": result.day})
    rows = [_entry(entry) for entry in result.found.entries]
    return Records(rows, (*_UNIT, "inside", "before", "after"), more={"asked": result.asked, "on": result.day})


def _told(unit: Unit) -> dict[str, Any]:
    return {name: getattr(unit, name) for name in _UNIT}


def _rows(branches: Sequence[Branch], parent: str | None, depth: int = 0) -> Iterator[dict[str, Any]]:
    for branch in branches:
        yield {**_told(branch.unit), "parent": parent, "depth": depth}
        yield from _rows(branch.children, branch.unit.code, depth + 1)


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        **_told(entry.unit),
        "parent": None if entry.parent is None else entry.parent.code,
        "inside": entry.inside,
        "before": [_record(each) for each in entry.before],
        "after": [_record(each) for each in entry.after],
        "same_code": [_told(unit) for unit in entry.same_code],
    }


def _record(each: Neighbour) -> dict[str, Any]:
    told = each._asdict()
    del told["number"]  # where it stands in the register, which says nothing outside
    return told


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
        ("level", [" · ".join(dict.fromkeys(filter(None, (level or unit.level, unit.kind))))]),
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
