"""Two sources beside each other: what was reported, and what the book counts."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.reconciled import Pair, Reconciled
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import measure_name, remark, with_remarks, within
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

_COLUMNS = (
    *("measure", "unit", "unit_name", "level", "date", "reported_num", "reported_den", "recounted_num"),
    *(
        "recounted_den",
        "recounted_state",
        "recounted_left_out",
        "difference_num",
        "difference_den",
        "factor",
        "used",
        "why",
        "reports",
        "expected",
        "sheet",
    ),
)


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of what was reconciled."""
    found = outcome.result
    assert isinstance(found, Reconciled)
    days = speech.say("title.on", day=outcome.as_of) if outcome.period is None else within(outcome.period, speech)
    parts = [speech.say("title.reconcile"), f"{visible(found.unit_name)} ({found.unit})", days]
    tables = list(grids(found, speech))
    lines = [speech.say("legend.factor")] if tables else []
    return Page(*titled(outcome, speech, *parts), tables, lines)


def records(found: Reconciled) -> Records:
    """Return the pairs: both numbers, the difference, the factor, the source that the book uses, and why."""
    return Records([_record(pair) for pair in found.pairs], _COLUMNS)


def _record(pair: Pair) -> dict[str, Any]:
    told = pair._asdict()
    for name in ("kind", "reported_num", "reported_den", "num", "den", "beside"):
        del told[name]
    return {
        **told,
        "measure": str(pair.kind.measure),
        "used": pair.beside,
        "why": "grain" if pair.beside.endswith("returns") else "source",
        "reported": {"num": pair.reported_num, "den": pair.reported_den},
        "recounted": pair.recounted.record(),
        "difference": {"num": pair.num, "den": pair.den},
    }


def grids(found: Reconciled, speech: Speech) -> Iterator[Grid]:
    """Yield a table for each kind, and for each other source beside which its returns stand."""
    for (kind, beside), pairs in groupby(found.pairs, key=lambda pair: (pair.kind, pair.beside)):
        listed = list(pairs)
        differ = sum(pair.differs for pair in listed)
        said = speech.say(f"beside.{beside}", n=len(listed), differ=differ)
        keys = ("column.reported", "column.book", "change.number", "change.base", "column.factor")
        columns = [Column(speech.say("column.code"), faint=True), Column(speech.say("column.unit"))]
        columns.append(Column(speech.say("column.on")))
        columns += [Column(speech.say(key), "right") for key in keys]
        remarks = [remark(pair.recounted, speech) for pair in listed]
        grid = with_remarks(columns, [Row(_cells(pair, speech)) for pair in listed], remarks, speech)
        yield grid._replace(name=f"{measure_name(kind, speech)}: {said}")


def _cells(pair: Pair, speech: Speech) -> list[Cell]:
    several = pair.beside == "coarser-returns"
    counted = {"reported": pair.reports, "expected": pair.expected}
    name = speech.say("row.reports", unit=pair.unit_name, **counted) if several else pair.unit_name
    return [
        pair.unit,
        name,
        speech.day(pair.date),
        speech.ratio(pair.reported_num, pair.reported_den),
        speech.ratio(pair.recounted.num, pair.recounted.den),
        speech.change(pair.num),
        "" if pair.reported_den is None else speech.change(pair.den),
        speech.factor(pair.factor),
    ]
