"""Walking a page and the result that it is of: which numbers stand where, and what each number is a number of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from antq_cli.core.annex import AnnexRow
from antq_cli.core.calendars import Period
from antq_cli.core.checked import Step
from antq_cli.core.claims import HeldClaim
from antq_cli.core.figures import Figure, HouseholdsEach, Kind, Summary
from antq_cli.core.imported import ImportedRow
from antq_cli.core.measures import Measure, parse_figure
from antq_cli.core.month import ChangedBy, Furthest
from antq_cli.core.outcomes import Outcome
from antq_cli.core.reconciled import Pair, SideBySide
from antq_cli.core.registers import Unit
from antq_cli.core.reporting import Expected, PartExpected, Reporter, ReturnsInTime
from antq_cli.core.standards import Card, SubjectResults, UnitResults
from antq_cli.core.trends import Gap, KindGaps, Point, Trend
from antq_cli.pages.cells import (
    Bracketed,
    CalendarName,
    Capital,
    Datum,
    Indented,
    Joined,
    KindName,
    LevelName,
    Marked,
    Message,
    Name,
    OnDay,
    PeriodName,
    Share,
    TrendLine,
    UnitName,
    Unknown,
    Verbatim,
    WhatCounts,
)
from antq_cli.pages.changes import Moment
from antq_cli.pages.imports import Called, Reason, Subject
from antq_cli.pages.model import Page, PageTable
from antq_cli.pages.rules import Docs, Sentence

Facts = Mapping[str, object]


# What a record of the result is of ---------------------------------------------------------------------------


def kind_of(measure: Measure) -> dict[str, object]:
    return {"kind": str(measure.of(None))}


def measured(kind: Kind) -> dict[str, object]:
    return {"measure": str(kind.measure), **kind_of(kind.measure)}


def _figure(each: Figure) -> dict[str, object]:
    named = None if each.figure is None else parse_figure(each.figure)
    day = {} if named is None else {"day": named.last}
    flow = each.measure.part if each.measure.flow and not each.measure.flowing else None
    return {"unit": each.unit, "rest": each.rest, "flow": flow, **kind_of(each.measure), **day}


OWN: dict[type, Callable[[Any], dict[str, object]]] = {
    Figure: _figure,
    HouseholdsEach: lambda each: _figure(each.figure),
    Gap: lambda each: _figure(each.figure),
    KindGaps: lambda each: {**kind_of(each.kind.measure), "unit": each.total.figure.unit},
    Point: lambda each: {"day": each.period.last, "period": each.period.name or ""},
    Period: lambda each: {"period": each.name or ""},
    SideBySide: lambda each: {**measured(each.kind), "beside": each.beside},
    Pair: lambda each: {**measured(each.kind), "unit": each.unit, "day": each.date},
    Expected: lambda each: measured(each.kind),
    ReturnsInTime: lambda each: {"unit": each.unit},
    PartExpected: lambda each: {"unit": each.unit, "rest": each.level is None},
    Reporter: lambda each: {"unit": each.unit},
    HeldClaim: lambda each: {"claim": each.id},
    SubjectResults: lambda each: kind_of(each.kind.measure),
    UnitResults: lambda each: _figure(each.assessed),
    Furthest: lambda each: _figure(each.figure),
    ChangedBy: lambda each: kind_of(each.kind.measure),
    AnnexRow: lambda each: {"unit": each.unit, "rest": each.level is None},
    Card: lambda each: {"unit": each.unit},
    Step: lambda each: {"rule": each.rule.code, "register": each.register},
    Unit: lambda each: {"unit": each.code},
}


_COMPARED = (Summary, Point, Trend, ImportedRow)
# What a field of a summary, of a trend, or of a row that comes in says of what is in it.
FIELDS: Mapping[str, Facts] = {
    "before": {"before": True},
    "old": {"before": True},
    "changes": {"since": "before"},
    "since_first": {"since": "first"},
}


class Result:
    """Everything that a result holds: its records with what they are of, and its texts."""

    def __init__(self, outcome: Outcome) -> None:
        self.facts: dict[int, Facts] = {}
        self.kept: list[object] = []
        self.texts: set[str] = set()
        self.figures: list[Figure] = []
        self._visit(outcome, {})

    def holds(self, record: object) -> bool:
        return id(record) in self.facts

    def _visit(self, each: object, facts: Facts) -> None:
        if isinstance(each, str):
            named = parse_figure(each)
            self.texts |= {each} if named is None else {each, named.unit, str(named.measure)}
        elif isinstance(each, Measure):
            self.texts |= {str(each), str(each.of(None))}
        elif isinstance(each, dict):
            self._record(each, facts)
            for key, value in each.items():
                self._visit(key, facts)
                self._visit(value, {**facts, **_of_key(key)})
        elif isinstance(each, BaseModel):
            self._parts(each, facts, each.__dict__)
        elif isinstance(each, tuple) and hasattr(each, "_asdict"):
            self._parts(each, facts, each._asdict())
        elif isinstance(each, (list, tuple)):
            for item in each:
                self._visit(item, facts)

    def _parts(self, each: object, facts: Facts, parts: Mapping[str, object]) -> None:
        inherited = {name: facts[name] for name in facts if not isinstance(each, Period) or name == "before"}
        of = {**inherited, **OWN[type(each)](each)} if type(each) in OWN else facts
        self._record(each, of)
        for name, part in parts.items():
            self._visit(part, {**of, **(FIELDS.get(name, {}) if isinstance(each, _COMPARED) else {})})

    def _record(self, each: object, facts: Facts) -> None:
        if id(each) not in self.facts:
            self.facts[id(each)] = facts
            self.kept.append(each)  # so that nothing else gets its id
            if isinstance(each, Figure):
                self.figures.append(each)


def _of_key(key: object) -> dict[str, object]:
    """What a change is of, which stands under the key of a figure."""
    if not (isinstance(key, tuple) and key and isinstance(key[0], Measure)):
        return {}
    measure, unit, level = key
    flow = measure.part if measure.flow else None
    return {"unit": unit, "rest": level is None, "flow": flow, "part": measure.part, **kind_of(measure)}


# What stands on a page -----------------------------------------------------------------------------------------


class Standing(NamedTuple):
    """A number, a day or a line of rates on a page: in which column or message, and what it should be of."""

    slot: str
    cell: Datum | TrendLine
    facts: Facts
    table: int
    line: int
    column: int


class Walk:
    """The numbers of a page, and its texts."""

    def __init__(self, page: Page, facts: Facts) -> None:
        self.numbers: list[Standing] = []
        self.texts: list[str] = []
        self._facts = facts
        self._at = (-1, -1, -1)
        for cell in (page.title, page.subtitle, *page.legend):
            self._cell(cell, "", {})
        for number, table in enumerate(page.tables):
            self._table(number, table)

    def _table(self, number: int, table: PageTable) -> None:
        of = {**self._facts, **({} if table.name is None else named(table.name))}
        self._at = (number, -1, -1)
        if table.name is not None:
            self._cell(table.name, "", of)
        heads = list(_heads(table))
        for shown in table.columns:
            self._cell(shown.header, "", {})
        kind: Facts = {}
        for row, line in enumerate(table.lines):
            told = {
                key: value
                for cell, (slot, _) in zip(line.cells, heads, strict=True)
                for key, value in {**named(cell), **_named_in(slot, cell)}.items()
            }
            if "kind" in told:
                kind = {"kind": told["kind"]}
            facts = {**of, **kind, **told}
            for column, (cell, (slot, head)) in enumerate(zip(line.cells, heads, strict=True)):
                self._at = (number, row, column)
                self._cell(cell, slot, {**facts, **head})

    def _cell(self, cell: object, slot: str, facts: Facts) -> None:
        if isinstance(cell, (Datum, TrendLine)):
            self.numbers.append(Standing(slot, cell, facts, *self._at))
        elif isinstance(cell, Message):
            # How many units are not shown is of no kind, and nothing that happened.
            facts = {**({} if cell.key in {"row.others", "row.bodies"} else facts), **named(cell)}
            for name, value in cell.values.items():
                for filled in value if isinstance(value, list) else [value]:
                    self._cell(filled, f"{cell.key}:{name}", facts)
        else:
            self.texts += _texts(cell)
            parts = _inside(cell)
            names = (each for each in parts if isinstance(each, (KindName, UnitName)))
            own = {name: fact for each in names for name, fact in named(each).items()}
            for each in parts:
                self._cell(each, slot, {**facts, **own})


def _inside(cell: object) -> Sequence[object]:
    """The cells of which a cell is made."""
    if isinstance(cell, Joined):
        return cell.parts
    if isinstance(cell, Bracketed):
        return (cell.cell, cell.more)
    return (cell.cell,) if isinstance(cell, (Marked, Indented, Capital)) else ()


# Cells that say what they name. When something was done is the clock of the machine: tests/cli/test_undoing.py.
_NAMED = (
    *(Bracketed, CalendarName, Called, Capital, Docs, KindName, LevelName, Marked, Moment, Reason, Sentence, Subject),
    *(Unknown, WhatCounts),
)


def _texts(cell: object) -> list[str]:
    """The texts of a cell that come from no message."""
    if isinstance(cell, Verbatim):
        return [cell.written]
    if isinstance(cell, PeriodName):
        return [cell.period.name or ""]
    if isinstance(cell, UnitName):
        return [cell.code, cell.name]
    if isinstance(cell, Name):
        return [cell.vi or "", cell.en or "", cell.id]
    if isinstance(cell, (Joined, Indented)):
        return [cell.by if isinstance(cell, Joined) else cell.before]
    assert isinstance(cell, _NAMED), cell
    return []


def _heads(table: PageTable) -> Iterator[tuple[str, Facts]]:
    """The key of each column's header; a column without one is of the kind of those before it."""
    facts: Facts = {}
    for column in table.columns:
        header = column.header.cell if isinstance(column.header, Marked) else column.header
        if isinstance(header, KindName):
            facts = kind_of(header.kind.measure)
            yield "column.kind", facts
        elif isinstance(header, Message) and header.key.startswith("part-of."):
            facts = {"kind": named(header)["kind"]}
            yield "column.part", facts
        elif column.series:
            yield "column.of-period", {"period": header.period.name} if isinstance(header, PeriodName) else {}
        elif isinstance(header, Message) and header.key == "column.remark":
            yield header.key, {}
        elif isinstance(header, Message) and header.key.startswith("column.flow."):
            yield header.key, {"flow": flow_of(header.key)}
        else:
            yield header.key if isinstance(header, Message) else "column.bar" if column.bar else "", facts


def flow_of(key: str) -> str:
    """The flow of which a key of the catalogue is; registering for the standard is signing."""
    about = key.rpartition(".")[2]
    return "signed" if about == "registered" else about


def named(cell: object) -> dict[str, object]:
    """What a cell names."""
    if isinstance(cell, UnitName):
        return {"unit": cell.code, "rest": False}
    if isinstance(cell, KindName):
        return kind_of(cell.kind.measure)
    if isinstance(cell, Message):
        return _named_by(cell)
    return {key: value for each in _inside(cell) for key, value in named(each).items()}


def _named_by(said: Message) -> dict[str, object]:
    """What a message names."""
    message, _, about = said.key.partition(".")
    if said.key == "month.claim":
        return {"claim": getattr(said.values["id"], "written", None)}
    cells = [each for each in said.values.values() if not isinstance(each, list)]
    if message == "part-of":
        (kind,) = (each.kind for each in cells if isinstance(each, KindName))
        return measured(kind._replace(measure=kind.measure.of(about)))
    if message == "flow":
        return {"flow": flow_of(said.key)}
    if said.key in {"row.others", "row.bodies"}:  # the sum of some units is of none
        return {"unit": "", "rest": False}
    if said.key in {"row.held-above", "row.held-in", "row.beside", "row.total"}:
        return {"rest": said.key != "row.total"}
    return {key: value for each in cells for key, value in named(each).items()}


def _named_in(slot: str, cell: Any) -> dict[str, object]:
    """What a cell names by the column in which it stands."""
    while isinstance(cell, (Marked, Indented)):
        cell = cell.cell
    names = {
        "column.code": "unit",
        "column.claim": "claim",
        "part.claims": "claim",
        "column.rule": "rule",
        "column.register": "register",
    }
    if slot in names and isinstance(cell, Verbatim) and cell.written:
        return {names[slot]: cell.written}
    if slot == "column.period" and isinstance(cell, PeriodName):
        return {"period": cell.period.name or ""}
    return {"day": cell.value} if slot == "column.on" and isinstance(cell, OnDay) else {}


def described(cell: Datum | TrendLine) -> str:
    """What a number is by the record that has it: which part of it, and of a figure which part of its measure."""
    if isinstance(cell, TrendLine):
        return "Figure: line"
    record = type(cell.record).__name__
    if isinstance(cell.record, Figure) and cell.record.measure.part is not None:
        record += f" {cell.record.measure.part}"
    return f"{record}: {cell.part}" + (f"/{cell.of}" if isinstance(cell, Share) else "")
