"""Trends: a row a period, or a row a unit with the line of its rates."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.outcomes import Outcome
from antq_cli.core.trends import Point, Trend
from antq_cli.pages.activities import ActivitiesTable, kind_name
from antq_cli.pages.cells import (
    BLANK,
    KindName,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    PeriodName,
    Share,
    TrendLine,
    Whole,
)
from antq_cli.pages.figures import (
    CHANGE,
    act_of,
    change_cells,
    change_columns,
    figure_columns,
    legend,
    ratio_cells,
    ratio_columns,
    remark,
    rests_on,
    several,
    subjects,
    tells,
    unit_columns,
    whose_targets,
)
from antq_cli.pages.grids import OverTime, grid_columns, grid_rows, grids, of_units, period_name, unended
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
from antq_cli.pages.placing import placed


def page(outcome: Outcome, _fits: Fits) -> Page:
    """A trend as rows, or as a grid where its ``columns`` were asked for, which has no changes to explain."""
    trend = outcome.result
    assert isinstance(trend, Trend)
    summaries = [point.summary for point in trend.points]
    first, last = trend.points[0].period, trend.points[-1].period
    days = Message("title.within", first=OnDay(first, "first"), last=OnDay(last, "last"))
    tables = grids(trend) if trend.columns else list(_tables(trend))
    since = Message("legend.since-first" if trend.last.of_units else "legend.since-before")
    named = "title.trend" if outcome.command == "pledges-trend" else "title.activities"
    title = titled(outcome, *subjects(summaries, outcome, named, days), *rests_on((), outcome))
    told = [*_late(trend), *legend(tables, OnDay(trend.last, "basis"), since), *unended(trend, tables)]
    return Page(*title, tables, told, targets=whose_targets((kind, kind.target) for kind in trend.last.kinds))


def _late(trend: Trend) -> Iterator[PageCell]:
    """Yield why rows of the first periods are not there, by what the figures are from."""
    rows = not trend.columns and not trend.last.of_units and not trend.last.flowing
    late = [kind for kind in trend.late if any(map(tells, _of_kind(trend.points[-1], kind)))] if rows else []
    signed: list[PageCell] = [KindName(kind) for kind in late if kind.source == "journal"]
    reported: list[PageCell] = [KindName(kind) for kind in late if kind.source == "returns"]
    if signed:
        yield Message("legend.not-signed", kinds=signed)
    if reported:
        yield Message("legend.not-reported", kinds=reported)


def records(trend: Trend) -> Records:
    """Return the figures of each point, with its period, and how each changed since the point before."""
    rows = [_at(point, row) for point in trend.points for row in point.summary.rows]
    totals = [_at(point, row) for point in trend.points for row in point.summary.totals]
    more = {**several(trend.last), "every": trend.every, "calendar": trend.calendar}
    if trend.columns:
        return Records(rows, grid_columns(trend), totals, more, grid_rows(trend))
    columns = ("period_name", "period_first", "period_last", *figure_columns(trend.last), *CHANGE)
    return Records(rows, columns, totals, more)


def _at(point: Point, row: Figure) -> dict[str, Any]:
    moved = point.changes.get(row.key)
    told = row.record(grouped=point.summary.grouped, flowing=point.summary.flowing)
    return {**told, "period": point.period._asdict(), "change": moved and moved._asdict()}


def _tables(trend: Trend) -> Iterator[PageTable]:
    """Yield the table of each kind of which something is known."""
    if trend.last.flowing:
        yield from _of_flows(trend)
        return
    for kind in trend.last.kinds:
        series = _series(trend, kind)
        if any(tells(figure) for figures in series for figure in figures):
            made = _by_unit(trend, kind, series) if trend.last.of_units else _by_period(trend, kind)
            yield made._replace(name=KindName(kind))


def _series(trend: Trend, kind: Kind) -> list[list[Figure]]:
    """Return the figures of each unit over time; all points have the same units in the same order."""
    points = [_of_kind(point, kind) for point in trend.points]
    return [list(figures) for figures in zip(*filter(None, points), strict=True)]


def _of_kind(point: Point, kind: Kind) -> list[Figure]:
    """Return the figures of a kind at a point: none where the kind had not begun."""
    return [row for row in point.summary.figures if row.measure == kind.measure]


def _by_period(trend: Trend, kind: Kind) -> PageTable:
    columns = [*text_columns("period", "on"), *ratio_columns(missing=False, kind=kind), *change_columns()]
    lines, remarks = [], []
    for point in trend.points:
        for figure in _of_kind(point, kind)[:1]:
            day: PageCell = OnDay(point.period, "last")
            day = Marked(day) if figure.regrouped is not None else day
            moved = point.changes.get(figure.key)
            changed = [BLANK] * 3 if moved is None else change_cells(moved)
            numbers = ratio_cells(figure, kind.target, missing=False)
            lines.append(Line([period_name(trend, point.period), day, *numbers, *changed]))
            remarks.append(remark(figure))
    return with_remarks(columns, lines, remarks)


def _by_unit(trend: Trend, kind: Kind, series: list[list[Figure]]) -> PageTable:
    """Lay out a row a unit: the line of its rates from 0 to 100 %, its last figure, and the change since the first."""
    drawn = PageColumn(bar=True, called=Message("column.line"))
    columns = [*unit_columns(), drawn, *number_columns(act_of(kind, "signed"), "percent"), *change_columns()]
    lines, remarks = [], []
    of_last = {id(figures[-1]): figures for figures in series}
    for place in placed(trend.last, kind.measure):
        figures, last = of_last[id(place.figure)], place.figure
        if not any(map(tells, figures)):
            continue
        marked = any(figure.regrouped is not None for figure in figures)
        cells = [*place.cells(marked=marked), TrendLine(figures)]
        cells += [Share(last), Percent(last, "percent"), *change_cells(trend.since_first[last.key])]
        lines.append(Line(cells, place.style))
        remarks.append(remark(last))
    return with_remarks(columns, lines, remarks)


def _of_flows(trend: Trend) -> Iterator[PageTable]:
    """Yield the table of each kind: a row a period, or a row a unit with the periods beside each other."""
    for kind in trend.last.kinds:
        if trend.last.of_units:
            yield of_units(trend, kind, OverTime(trend))._replace(name=kind_name(kind))
        else:
            yield _within_periods(trend.points, kind)._replace(name=kind_name(kind))


def _within_periods(points: Sequence[Point], kind: Kind) -> PageTable:
    tables = [ActivitiesTable(point.summary) for point in points]
    columns = [*text_columns("period", "on"), *number_columns("activities", "participants")]
    lines, remarks = [], []
    for point, table in zip(points, tables, strict=True):
        figure = next(row for row in point.summary.rows if row.measure == kind.measure)
        period, last = PeriodName(point.period), OnDay(point.period, "last")
        numbers = [Whole(figure, "num"), table.participants(figure)]
        lines.append(Line([Message("title.part-of", name=period) if point.period.cut else period, last, *numbers]))
        remarks.append(table.remark(figure))
    return with_remarks(columns, lines, remarks)
