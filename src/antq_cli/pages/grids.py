"""Trends as grids: the periods beside each other, a row a kind, or a table a kind with a row a unit."""

from collections.abc import Sequence
from typing import Any

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Key, Kind
from antq_cli.core.trends import Trend
from antq_cli.pages.cells import BLANK, KindName, Marked, Message, OnDay, PageCell, Percent, PeriodName, Whole
from antq_cli.pages.figures import NUMBERS, OLD, PARTLY, STRADDLES, UNENDED, remark, tells, unit_columns
from antq_cli.pages.model import Line, PageColumn, PageTable, text_columns, with_remarks
from antq_cli.pages.placing import placed


def grids(trend: Trend) -> list[PageTable]:
    """Return the grid of the kinds at the unit, or for each kind of which something is known that of its units."""
    told = {row.measure for point in trend.points for row in point.summary.figures if tells(row)}
    known = [kind for kind in trend.last.kinds if kind.measure in told]
    times = OverTime(trend)
    if trend.last.of_units:
        return [of_units(trend, kind, times) for kind in known]
    lasts = {row.measure: row for row in trend.last.rows}
    rows = [(kind, times.of(lasts[kind.measure], total=False)) for kind in known]
    lines = [Line([_marked(KindName(kind), row), *_cells(row)]) for kind, row in rows]
    remarks = [remark(lasts[kind.measure]) for kind in known]
    columns = [*text_columns("kind.pledges"), *_periods(trend)]
    return [with_remarks(columns, lines, remarks)] if lines else []


class OverTime:
    """Finds what a figure of the last point was at each point."""

    def __init__(self, trend: Trend) -> None:
        self._rows = [{row.key: row for row in point.summary.rows} for point in trend.points]
        self._totals = [{row.key: row for row in point.summary.totals} for point in trend.points]

    def of(self, last: Figure, *, total: bool) -> list[Figure | None]:
        """Return the figure at each point; None where its kind had not begun."""
        return [rows.get(last.key) for rows in (self._totals if total else self._rows)]


def of_units(trend: Trend, kind: Kind, times: OverTime) -> PageTable:
    """Return the grid of a kind: a row a unit, the periods beside each other."""
    lines, remarks = [], []
    for place in placed(trend.last, kind.measure):
        row = times.of(place.figure, total=place.total)
        if any(figure is not None and tells(figure) for figure in row):
            lines.append(Line([*place.cells(marked=_regrouped(row)), *_cells(row)], place.style))
            remarks.append(remark(place.figure))
    return with_remarks([*unit_columns(), *_periods(trend)], lines, remarks)._replace(name=KindName(kind))


def _periods(trend: Trend) -> list[PageColumn]:
    """Return the columns of the periods; the last one is what all the others lead to, and is never left out."""
    *earlier, last = [PageColumn(period_name(trend, point.period), "right", series=True) for point in trend.points]
    return [*(column._replace(part="trend.earlier") for column in earlier), last]


def period_name(trend: Trend, period: Period) -> PageCell:
    """Return what a period is called, its last day where it has no name; marked where it had not ended by the day."""
    name: PageCell = OnDay(period, "last") if period.name is None else PeriodName(period)
    return Marked(name, UNENDED) if trend.runs_on(period) else name


def unended(trend: Trend, tables: Sequence[PageTable]) -> list[PageCell]:
    """Return what the mark at the last period means, where the tables have it."""
    heads = (column.header for table in tables for column in table.columns)
    cells = (cell for table in tables for line in table.lines for cell in line.cells)
    marked = any(isinstance(cell, Marked) and cell.sign == UNENDED for cell in (*heads, *cells))
    return [Message("legend.unended", day=OnDay(trend.last, "as_of"))] if marked else []


def _cells(row: Sequence[Figure | None]) -> list[PageCell]:
    return [BLANK if figure is None else _cell(figure) for figure in row]


def _cell(figure: Figure) -> PageCell:
    """Return the rate of a figure, or its number where it is not known out of how many; a dash where that is nobody.

    It is marked if it says less than it seems to.
    """
    cell = Whole(figure, "num") if figure.percent is None and figure.den is None else Percent(figure, "percent")
    if cell.value is None:
        return cell
    if figure.state == "partial":
        return Marked(cell, PARTLY)
    if figure.straddling:
        return Marked(cell, STRADDLES)
    return Marked(cell, OLD) if figure.old else cell


def _regrouped(row: Sequence[Figure | None]) -> bool:
    return any(figure is not None and figure.regrouped is not None for figure in row)


def _marked(name: PageCell, row: Sequence[Figure | None]) -> PageCell:
    return Marked(name) if _regrouped(row) else name


# For machines -----------------------------------------------------------------------------------------------------

_OF_ROW = ("measure", "unit", "unit_name", "level")


def grid_columns(trend: Trend) -> tuple[str, ...]:
    """Return the columns of a grid: whose row it is, and the numbers of each period."""
    return (*_of_row(trend), *(f"{_label(point.period)}_{name}" for point in trend.points for name in NUMBERS))


def grid_rows(trend: Trend) -> list[dict[str, Any]]:
    """Return a row a unit and kind, with the numbers of each period; none where the kind had not begun."""
    labels = [_label(point.period) for point in trend.points]
    found: dict[Key, dict[str, Any]] = {}
    for row in trend.last.rows:
        found[row.key] = _picked(row, _of_row(trend))
    for label, point in zip(labels, trend.points, strict=True):
        for row in point.summary.rows:
            found[row.key][label] = _picked(row, NUMBERS)
    return list(found.values())


def _of_row(trend: Trend) -> tuple[str, ...]:
    return (*_OF_ROW, "under") if trend.last.grouped else _OF_ROW


def _picked(row: Figure, names: Sequence[str]) -> dict[str, Any]:
    told = row.record(grouped=True)
    return {name: told[name] for name in names}


def _label(period: Period) -> str:
    return period.name or str(period.last)
