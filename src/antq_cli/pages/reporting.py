"""Returns in time: who was to report, who did, and when."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.reporting import Expected, PartExpected, Reporter, ReturnsInTime
from antq_cli.pages.called import called, few
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    Joined,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    PeriodName,
    Share,
    UnitName,
    Verbatim,
    Whole,
    held_in,
    joined,
)
from antq_cli.pages.figures import held_told, measure_name, place, places, several, unit_columns
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageColumn,
    PageTable,
    Records,
    number_columns,
    text_columns,
    titled,
    with_remarks,
)

_COLUMNS = (
    *("measure", "unit", "unit_name", "period_name", "period_first", "period_last", "due", "arrival", "dated"),
    *("received", "reported", "total", "last", "stale", "above"),
)
_NUMBERS = ("expected", "received", "missing", "not_due", "on_time", "late", "undated", "zero", "zero_of_zero", "stale")
_RATES = ("completeness", "on_time_of_expected", "on_time_of_received")
_OF_PARTS = (
    *("measure", "unit", "unit_name", "level", "period_name", "period_first", "period_last", "due"),
    *(*_NUMBERS, *_RATES),
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of the returns: how many of each kind, and who is missing or late."""
    found = outcome.result
    assert isinstance(found, ReturnsInTime)
    day = Message("title.on", day=OnDay(found, "as_of"))
    parts = [Message("title.returns"), places(found), Bracketed(day, Message("title.later")) if found.later else day]
    named = [(each, place(each.unit, each.unit_name) if found.others else None) for each in found.each if each.kinds]
    tables = [table for each, name in named for table in _tables(each, name)]
    told = [*_legend(found, [kind for each in found.each for kind in each.kinds]), *held_told(tables)]
    return Page(*titled(outcome, *parts), tables, told)


def _tables(found: ReturnsInTime, name: PageCell | None) -> Iterator[PageTable]:
    """Yield the tables of a unit; of several each is named after the one that it is of."""
    yield _kinds(found)._replace(name=name)
    for table in _late(found) if found.by is None else _parts(found):
        yield table if name is None else table._replace(name=joined([name, table.name or BLANK], " · "))


def records(found: ReturnsInTime) -> Records:
    """Return a row for each who was to report; the totals are the numbers of each kind.

    By a level a row for each of its units, with those who did not report. Of several units each row says under which
    it stands.
    """
    rows, totals = [], []
    for each in found.each:
        under = {"under": each.unit} if found.others else {}
        rows += [{**row, **under} for row in _rows(each)]
        where = {"unit": each.unit, "unit_name": each.unit_name} if found.others or found.by is not None else {}
        totals += [{**where, **total(kind)} for kind in each.kinds]
    columns = (*(_COLUMNS if found.by is None else _OF_PARTS), *(["under"] if found.others else []))
    return Records(rows, columns, totals, several(found))


def _rows(found: ReturnsInTime) -> list[dict[str, Any]]:
    if found.by is None:
        return [_record(kind, reporter) for kind in found.kinds for reporter in kind.reporters]
    return [_part(part) for parts in found.parts for part in parts]


def _part(part: PartExpected) -> dict[str, Any]:
    silent = [reporter._asdict() for reporter in part.expected.silent]
    where = {"unit": part.unit, "unit_name": part.unit_name, "level": part.level}
    return {**where, **total(part.expected), "reporters": silent}


def _record(kind: Expected, reporter: Reporter) -> dict[str, Any]:
    period = kind.period._asdict()
    return {"measure": str(kind.kind.measure), "period": period, "due": kind.due, **reporter._asdict()}


def total(kind: Expected) -> dict[str, Any]:
    """Return the numbers of a kind as machines read them."""
    numbers = {name: getattr(kind, name) for name in (*_NUMBERS, *_RATES)}
    return {"measure": str(kind.kind.measure), "period": kind.period._asdict(), "due": kind.due, **numbers}


def _kinds(found: ReturnsInTime) -> PageTable:
    """Return a row a kind; what no kind has anything to say of has no column."""
    told = _told(found.kinds)
    columns = [*text_columns("kind.returns"), PageColumn(Message("column.period"), whole=True), *told.values()]
    return PageTable(columns, [Line([*_asked(kind), *_numbers(kind, told)]) for kind in found.kinds])


def _told(kinds: Sequence[Expected], *, parts: bool = False) -> dict[str, PageColumn]:
    """Return the columns of which some kinds, or the ``parts`` of one, have anything to say."""
    due = any(kind.due for kind in kinds)
    names = ["received", "percent"]
    names += ["not-due" if any(kind.not_due for kind in kinds) else "not-sent"] if parts else []
    names += ["on-time"] if due else []
    names += ["of-expected", "of-received"] if due and not parts else []
    names += ["stale"] if any(kind.stale is not None for kind in kinds) else []
    names += ["zero"] if any(kind.zero for kind in kinds) else []
    return dict(zip(names, number_columns(*names), strict=True))


def _asked(kind: Expected) -> list[PageCell]:
    period: PageCell = PeriodName(kind.period) if kind.period.name else OnDay(kind.period, "last")
    return [measure_name(kind.kind), Marked(period) if kind.period.cut else period]


def _numbers(kind: Expected, names: Iterable[str]) -> list[PageCell]:
    told: dict[str, PageCell] = {
        "received": Share(kind, "received", "expected"),
        "percent": Percent(kind, "completeness"),
        "on-time": Whole(kind, "on_time"),
        "of-expected": Percent(kind, "on_time_of_expected"),
        "of-received": Percent(kind, "on_time_of_received"),
        "not-sent": Whole(kind, "missing"),
        "not-due": Whole(kind, "not_due"),
        "stale": Whole(kind, "stale"),
        "zero": Whole(kind, "zero"),
    }
    return [told[name] for name in names]


def _parts(found: ReturnsInTime) -> Iterator[PageTable]:
    """Yield for each kind a line a unit in which anybody was to report, with the first of those who did not."""
    for kind, parts in zip(found.kinds, found.parts, strict=True):
        columns = _told([kind], parts=True)
        told = [part for part in parts if part.expected.expected]
        lines = [Line([*_unit(part), *_numbers(part.expected, columns)], "" if part.level else "rest") for part in told]
        lines.append(Line([BLANK, Message("row.total"), *_numbers(kind, columns)], "total"))
        made = with_remarks([*unit_columns(), *columns.values()], lines, [*map(_silent, told), BLANK])
        yield made._replace(name=measure_name(kind.kind))


def _unit(part: PartExpected) -> list[PageCell]:
    if part.level is None:
        return [BLANK, Message("row.held-above") if part.held is None else held_in(*part.held)]
    return [Verbatim(part.unit), UnitName(part.unit, part.unit_name)]


def _silent(part: PartExpected) -> PageCell:
    """Return who did not report in a unit, if that is not the unit itself; in what they lie it says for all of them."""
    silent = [each for each in part.expected.silent if each.unit != part.unit]
    here = None if part.level is None else part.unit_name
    names = few([called(each.unit, each.unit_name, each.above if each.above != here else None) for each in silent])
    said = "returns.silent" if part.expected.over else "returns.not-due"
    return Message(said, who=names) if names else BLANK


def _late(found: ReturnsInTime) -> Iterator[PageTable]:
    """Yield for each kind who did not report, or not on time, or has not reported for long."""
    columns = text_columns("code", "unit", "arrival", "dated", "received-on", "last")
    for kind in found.kinds:
        told = [each for each in kind.reporters if not each.sent or each.arrival == "late" or each.stale]
        told += [each for each in kind.reporters if _undated(kind, each) and each not in told]
        if told:
            told.sort(key=lambda each: each.unit)
            yield PageTable(columns, [Line(_reporter(each)) for each in told], measure_name(kind.kind))


def _undated(kind: Expected, reporter: Reporter) -> bool:
    return reporter.arrival == "undated" and kind.due is not None


def _reporter(reporter: Reporter) -> list[PageCell]:
    arrival = Message(f"arrival.{reporter.arrival}")
    if reporter.stale:
        arrival = Message("arrival.never" if reporter.last is None else "arrival.stale", arrival=arrival)
    days = [OnDay(reporter, part) for part in ("dated", "received", "last")]
    return [Verbatim(reporter.unit), called(reporter.unit, reporter.unit_name, reporter.above), arrival, *days]


def _legend(found: ReturnsInTime, kinds: Sequence[Expected]) -> list[PageCell]:
    dues = {kind.kind: Joined([measure_name(kind.kind), OnDay(kind, "due")], " ") for kind in kinds if kind.due}
    lines: list[PageCell] = [Message("legend.due", days=Joined([*dues.values()], "; "))] if dues else []
    stale = Message("legend.stale", n=Whole(found, "stale")) if found.stale is not None and kinds else BLANK
    nobody = [Message("legend.zero-of-zero", n=Whole(found, "zero_of_zero"))] if found.zero_of_zero else []
    # By a level the rows are of units and not of who reported.
    zeros = Message("legend.zero" if found.by is None else "legend.zero-by")
    zero = joined([zeros, *nobody], "; ") if any(kind.zero for kind in kinds) else BLANK
    lines += [] if stale is zero is BLANK else [joined([stale, zero], "; ")]
    return [*lines, *([Message("legend.running")] if any(kind.period.cut for kind in kinds) else [])]
