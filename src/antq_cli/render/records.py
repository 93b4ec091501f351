"""Results as rows for machines: one figure a row, every row of a result with the same keys."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from antq_cli.core.figures import Figure, Summary, change
from antq_cli.core.listings import Periods
from antq_cli.core.trends import Gap, Gaps, KindGaps, Point, Trend
from antq_cli.units.gazetteer import Branch, Entry, Lookup, Neighbour, Tree

Record = dict[str, Any]
_NUMBERS = ("state", "num", "den", "percent")
_COLUMNS = (
    *("figure", "measure", "unit", "unit_name", "level", *_NUMBERS, "remaining"),
    *("reported", "expected", "counted_from", "counted_to", "left_out", "regrouped"),
)
_CHANGE = ("change_points", "change_num", "change_den")
_PLACE = ("code", "name", "kind", "level", "parent", "opened", "closed", "act")


class Records(NamedTuple):
    """The rows of a result, those of the unit above them, the columns of a CSV file, and what else JSON tells."""

    rows: Sequence[Record]
    columns: Sequence[str]
    totals: Sequence[Record] = ()
    more: Mapping[str, Any] = {}


def records(result: object) -> Records:
    """Return the rows of a result."""
    if isinstance(result, Summary):
        return _summary(result)
    if isinstance(result, Trend):
        return _trend(result)
    if isinstance(result, Gaps):
        return _gaps(result)
    if isinstance(result, Tree):
        return Records(list(_branches(result.roots, None)), (*_PLACE, "depth"))
    if isinstance(result, Lookup):
        rows = [_entry(entry) for entry in result.found.entries]
        return Records(rows, (*_PLACE, "inside", "before", "after"), more={"asked": result.asked, "on": result.day})
    assert isinstance(result, Periods)
    rows = [{**period._asdict(), "days": period.days} for period in result.periods]
    return Records(rows, ("name", "calendar", "first", "last", "days"), more={"calendar": result.calendar})


def _summary(summary: Summary) -> Records:
    more: Record = {"control": [proof._asdict() for proof in summary.control]} if summary.control else {}
    if summary.before is None:
        rows = [row._asdict() for row in summary.rows]
        return Records(rows, _COLUMNS, [row._asdict() for row in summary.totals], more)
    columns = (*_COLUMNS, "before_figure", *(f"before_{name}" for name in _NUMBERS), *_CHANGE)
    then = {row.key: row for row in (*summary.before.rows, *summary.before.totals)}
    rows = [_compared(row, then.get(row.key)) for row in summary.rows]
    more |= {"vs": {"as_of": summary.before.as_of, "period": summary.before.period and summary.before.period._asdict()}}
    return Records(rows, columns, [_compared(row, then.get(row.key)) for row in summary.totals], more)


def _compared(row: Figure, before: Figure | None) -> Record:
    was = None if before is None else before._asdict()
    return {**row._asdict(), "before": was, "change": change(before, row)._asdict()}


def _trend(trend: Trend) -> Records:
    rows, totals = [], []
    before: dict[Any, Figure] = {}
    for point in trend.points:
        rows += [_at(point, row, before.get(row.key)) for row in point.summary.rows]
        totals += [_at(point, row, before.get(row.key)) for row in point.summary.totals]
        before = {row.key: row for row in (*point.summary.rows, *point.summary.totals)}
    more = {"every": trend.every, "calendar": trend.calendar}
    columns = ("period_name", "period_first", "period_last", *_COLUMNS, *_CHANGE)
    return Records(rows, columns, totals, more)


def _at(point: Point, row: Figure, before: Figure | None) -> Record:
    moved = None if before is None else change(before, row)._asdict()
    return {**row._asdict(), "period": point.period._asdict(), "change": moved}


def _gaps(gaps: Gaps) -> Records:
    rows = [_gap(found, gap) for found in gaps.kinds for gap in (*found.ranked, *found.apart)]
    totals = [
        {**_gap(found, found.total), "below": len(found.ranked), "reached": found.reached} for found in gaps.kinds
    ]
    return Records(rows, ("rank", *_COLUMNS, "target", "needed"), totals)


def _gap(found: KindGaps, gap: Gap) -> Record:
    target = f"{found.target // 100}.{found.target % 100:02}"
    return {**gap.figure._asdict(), "rank": gap.rank, "target": target, "needed": gap.needed}


def _branches(branches: Sequence[Branch], parent: str | None, depth: int = 0) -> Iterator[Record]:
    for branch in branches:
        unit = branch.unit
        told = {name: getattr(unit, name) for name in _PLACE}
        yield {**told, "parent": parent, "depth": depth}
        yield from _branches(branch.children, unit.code, depth + 1)


def _entry(entry: Entry) -> Record:
    told = {name: getattr(entry.unit, name) for name in _PLACE}
    return {
        **told,
        "parent": None if entry.parent is None else entry.parent.code,
        "inside": entry.inside,
        "before": [_neighbour(each) for each in entry.before],
        "after": [_neighbour(each) for each in entry.after],
        "same_code": [{name: getattr(unit, name) for name in _PLACE} for unit in entry.same_code],
    }


def _neighbour(each: Neighbour) -> Record:
    told = each._asdict()
    del told["number"]
    return told
