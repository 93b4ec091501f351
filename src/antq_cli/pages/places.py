"""Places: the tree of a day, or a card for each unit that was looked up, with its history."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from antq_cli.core.manifest import Level
from antq_cli.core.outcomes import Outcome
from antq_cli.core.registers import Unit
from antq_cli.pages.cells import (
    BLANK,
    Indented,
    Joined,
    Message,
    Name,
    OnDay,
    PageCell,
    UnitName,
    Unknown,
    Verbatim,
    Whole,
)
from antq_cli.pages.figures import place
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records, text_columns, titled
from antq_cli.units.gazetteer import Branch, Entry, Lookup, Neighbour, Tree

_UNIT = ("code", "name", "kind", "level", "parent", "opened", "closed", "act")
_NONE = Unknown("none")


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of a tree, or of what was looked up."""
    result, book = outcome.result, outcome.book
    assert isinstance(result, (Tree, Lookup))
    assert book is not None
    when = Message("title.ever") if result.day is None else Message("title.at", day=OnDay(result, "day"))
    if isinstance(result, Tree):
        return Page(*titled(outcome, Message("title.units"), when), [tree(result)])
    asked = Message("title.lookup", asked=Verbatim(result.asked))
    found, levels = result.found, book.levels
    tables = [listing(found.entries, levels)] if found.parts else [card(entry, levels) for entry in found.entries]
    return Page(*titled(outcome, asked, when), tables)


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


def tree(found: Tree) -> PageTable:
    """Lay out the hierarchy: a row a unit, with the lines that show what lies in what."""
    (code,) = text_columns("code")
    columns = [*text_columns("unit"), code, *text_columns("sort")]
    return PageTable(columns, [Line(cells) for cells in _branches(found.roots, "", top=True)])


def _branches(branches: Sequence[Branch], before: str, *, top: bool = False) -> Iterator[list[PageCell]]:
    for branch in branches:
        here, below = ("", "") if top else ("└─ ", "   ") if branch is branches[-1] else ("├─ ", "│  ")
        name = Indented(before + here, UnitName(branch.unit.code, branch.unit.name))
        yield [name, Verbatim(branch.unit.code), Verbatim(branch.unit.kind or "")]
        yield from _branches(branch.children, before + below)


def listing(entries: Iterable[Entry], levels: Iterable[Level]) -> PageTable:
    """Lay out units a line each: what they are, by the name of their level where nobody says it, in what, and when."""
    names = {level.id: Name(level.vi, level.en, level.id) for level in levels}
    lines = [
        Line(
            [
                Verbatim(entry.unit.code),
                UnitName(entry.unit.code, entry.unit.name),
                Verbatim(entry.unit.kind) if entry.unit.kind else names.get(entry.unit.level, BLANK),
                BLANK if entry.parent is None else place(entry.parent.code, entry.parent.name),
                days(entry.unit),
            ]
        )
        for entry in entries
    ]
    return PageTable(text_columns("code", "unit", "sort", "within", "open"), lines)


def card(entry: Entry, levels: Iterable[Level]) -> PageTable:
    """Lay out a unit: what it is, when, in what, and what it came from and went into."""
    unit = entry.unit
    level = next((Name(level.vi, level.en, unit.level) for level in levels if level.id == unit.level), None)
    told: dict[str, list[PageCell]] = {
        "level": [Joined([level or Verbatim(unit.level), Verbatim(unit.kind or "")], " · ", once=True)],
        "parent": [_NONE if entry.parent is None else place(entry.parent.code, entry.parent.name)],
        "days": [days(unit)],
        "act": [Verbatim(unit.act) if unit.act else _NONE],
        "holds": [Message("place.inside", n=Whole(entry, "inside")) if entry.inside else _NONE],
        "before": [_neighbour(each) for each in entry.before],
        "after": [_neighbour(each) for each in entry.after],
        "same-code": [Joined([UnitName(each.code, each.name), days(each)], ", ") for each in entry.same_code],
    }
    lines = [
        Line([BLANK if number else Message(f"place.{key}"), said])
        for key, several in told.items()
        for number, said in enumerate(several or [_NONE])
    ]
    return PageTable([PageColumn(faint=True), PageColumn()], lines, place(unit.code, unit.name))


def days(unit: Unit) -> PageCell:
    """Return the days of a unit: the first, and the last on which it was still open."""
    first, last = OnDay(unit, "opened"), OnDay(unit, "last")
    if unit.closed is None:
        return Message("place.always") if unit.opened is None else Message("place.from", first=first)
    return (
        Message("place.until", last=last)
        if unit.opened is None
        else Message("place.from-until", first=first, last=last)
    )


def _neighbour(each: Neighbour) -> PageCell:
    who = place(each.code, each.name)
    return Joined([Joined([who, OnDay(each, "date"), Message(f"place.{each.part}")], ", "), Verbatim(each.act)], " · ")
