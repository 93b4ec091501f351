"""Returns in time: who was to report, who did, and when."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.reporting import Expected, Reporter, ReturnsInTime
from antq_cli.pages.cells import (
    BLANK,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    Share,
    UnitName,
    Verbatim,
    Whole,
    joined,
)
from antq_cli.pages.figures import NAMED, measure_name, place
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records, number_columns, text_columns, titled

_COLUMNS = (
    *("measure", "unit", "unit_name", "period_name", "period_first", "period_last", "due", "arrival", "dated"),
    *("received", "reported", "last", "stale"),
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of the returns: how many of each kind, and who is missing or late."""
    found = outcome.result
    assert isinstance(found, ReturnsInTime)
    units = [place(each.unit, each.unit_name) for each in found.each]
    where = joined(units, ", ") if len(units) <= NAMED else Message("title.places", n=Whole(found, "how_many"))
    parts = [Message("title.returns"), where, Message("title.on", day=OnDay(found, "as_of"))]
    told = [(each, name if found.others else None) for each, name in zip(found.each, units, strict=True) if each.kinds]
    tables = [table for each, name in told for table in _tables(each, name)]
    return Page(*titled(outcome, *parts), tables, _legend([kind for each in found.each for kind in each.kinds]))


def _tables(found: ReturnsInTime, name: PageCell | None) -> Iterator[PageTable]:
    """Yield the tables of a unit; of several each is named after the one that it is of."""
    yield _kinds(found)._replace(name=name)
    for table in _late(found):
        yield table if name is None else table._replace(name=joined([name, table.name or BLANK], " · "))


def records(found: ReturnsInTime) -> Records:
    """Return a row for each who was to report; the totals are the numbers of each kind."""
    if not found.others:
        rows = [_record(kind, reporter) for kind in found.kinds for reporter in kind.reporters]
        return Records(rows, _COLUMNS, [total(kind) for kind in found.kinds])
    pairs = [(each, kind) for each in found.each for kind in each.kinds]
    rows = [{**_record(kind, one), "under": each.unit} for each, kind in pairs for one in kind.reporters]
    totals = [{**total(kind), "unit": each.unit, "unit_name": each.unit_name} for each, kind in pairs]
    units = [{"code": each.unit, "name": each.unit_name} for each in found.each]
    return Records(rows, (*_COLUMNS, "under"), totals, {"units": units})


def _record(kind: Expected, reporter: Reporter) -> dict[str, Any]:
    period = kind.period._asdict()
    return {"measure": str(kind.kind.measure), "period": period, "due": kind.due, **reporter._asdict()}


def total(kind: Expected) -> dict[str, Any]:
    """Return the numbers of a kind as machines read them."""
    names = ("expected", "received", "missing", "on_time", "late", "undated", "zero", "stale")
    rates = ("completeness", "on_time_of_expected", "on_time_of_received")
    numbers = {name: getattr(kind, name) for name in (*names, *rates)}
    return {"measure": str(kind.kind.measure), "period": kind.period._asdict(), "due": kind.due, **numbers}


def _kinds(found: ReturnsInTime) -> PageTable:
    """Return a row a kind; what no kind has anything to say of has no column."""
    names = ["received", "percent"]
    names += ["on-time", "of-expected", "of-received"] if any(kind.due for kind in found.kinds) else []
    names += ["stale"] if any(kind.stale is not None for kind in found.kinds) else []
    names += ["zero"] if any(kind.zero for kind in found.kinds) else []
    columns = [*text_columns("kind.pledges"), PageColumn(Message("column.period"), whole=True), *number_columns(*names)]
    return PageTable(columns, [Line(_numbers(kind, names)) for kind in found.kinds])


def _numbers(kind: Expected, names: Sequence[str]) -> list[PageCell]:
    period: PageCell = Verbatim(kind.period.name) if kind.period.name else OnDay(kind.period, "last")
    told: dict[str, PageCell] = {
        "received": Share(kind, "received", "expected"),
        "percent": Percent(kind, "completeness"),
        "on-time": Whole(kind, "on_time"),
        "of-expected": Percent(kind, "on_time_of_expected"),
        "of-received": Percent(kind, "on_time_of_received"),
        "stale": Whole(kind, "stale"),
        "zero": Whole(kind, "zero"),
    }
    return [measure_name(kind.kind), Marked(period) if kind.period.cut else period, *map(told.__getitem__, names)]


def _late(found: ReturnsInTime) -> Iterator[PageTable]:
    """Yield for each kind who did not report, or not on time, or has not reported for long."""
    columns = text_columns("code", "unit", "arrival", "dated", "received-on", "last")
    for kind in found.kinds:
        told = [each for each in kind.reporters if each.arrival in ("missing", "late") or each.stale]
        told += [each for each in kind.reporters if _undated(kind, each) and each not in told]
        if told:
            told.sort(key=lambda each: each.unit)
            yield PageTable(columns, [Line(_reporter(each)) for each in told], measure_name(kind.kind))


def _undated(kind: Expected, reporter: Reporter) -> bool:
    return reporter.arrival == "undated" and kind.due is not None


def _reporter(reporter: Reporter) -> list[PageCell]:
    arrival = Message(f"arrival.{reporter.arrival}")
    arrival = Message("arrival.stale", arrival=arrival) if reporter.stale else arrival
    days = [OnDay(reporter, part) for part in ("dated", "received", "last")]
    return [Verbatim(reporter.unit), UnitName(reporter.unit, reporter.unit_name), arrival, *days]


def _legend(kinds: Sequence[Expected]) -> list[PageCell]:
    dues = {kind.due: OnDay(kind, "due") for kind in kinds if kind.due is not None}
    lines: list[PageCell] = [Message("legend.due", days=[dues[due] for due in sorted(dues)])] if dues else []
    return [*lines, *([Message("legend.running")] if any(kind.period.cut for kind in kinds) else [])]
