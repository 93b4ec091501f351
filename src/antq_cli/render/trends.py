"""Trends: a row a period, or a row a unit with the line of its rates."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Kind, change
from antq_cli.core.measures import Measure
from antq_cli.core.outcomes import Outcome
from antq_cli.core.trends import Point, Trend
from antq_cli.render.grid import Column, Grid, Row, Spark, Style
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import (
    CHANGE,
    FIGURE,
    REGROUPED,
    change_cells,
    change_columns,
    legend,
    name_of,
    ratio_cells,
    ratio_columns,
    remark,
    subjects,
    tells,
    unit_cells,
    unit_columns,
    with_remarks,
    within,
)
from antq_cli.words.speech import Speech


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of a trend."""
    trend = outcome.result
    assert isinstance(trend, Trend)
    summaries = [point.summary for point in trend.points]
    days = within(Period(trend.points[0].period.first, trend.points[-1].period.last), speech)
    parts = subjects(summaries, outcome, speech, "title.trend", days)
    tables = list(grids(trend, speech))
    since = [speech.say("legend.since-before" if trend.last.by is None else "legend.since-first")] if tables else []
    return Page(*titled(outcome, speech, *parts), tables, [*since, *legend(tables, trend.last.basis, speech)])


def records(trend: Trend) -> Records:
    """Return the figures of each point, with its period, and how each changed since the point before."""
    rows, totals = [], []
    before: dict[tuple[Measure, str, str | None], Figure] = {}
    for point in trend.points:
        rows += [_at(point, row, before.get(row.key)) for row in point.summary.rows]
        totals += [_at(point, row, before.get(row.key)) for row in point.summary.totals]
        before = {row.key: row for row in (*point.summary.rows, *point.summary.totals)}
    columns = ("period_name", "period_first", "period_last", *FIGURE, *CHANGE)
    return Records(rows, columns, totals, {"every": trend.every, "calendar": trend.calendar})


def _at(point: Point, row: Figure, before: Figure | None) -> dict[str, Any]:
    moved = None if before is None else change(before, row)._asdict()
    return {**row.record(), "period": point.period._asdict(), "change": moved}


def grids(trend: Trend, speech: Speech) -> Iterator[Grid]:
    """Yield the table of each kind of which something is known."""
    for kind in trend.last.kinds:
        series = _series(trend, kind)
        if any(tells(figure) for figures in series for figure in figures):
            name = name_of(kind, speech)
            if trend.last.by is None:
                points = [point for point in trend.points if _of_kind(point, kind)]
                yield _by_period(points, series[0], speech)._replace(name=name)
            else:
                yield _by_unit(series, speech)._replace(name=name)


def _series(trend: Trend, kind: Kind) -> list[list[Figure]]:
    """Return the figures of each unit over time, that of the unit above them last; all points have the same units."""
    points = [_of_kind(point, kind) for point in trend.points]
    return [list(figures) for figures in zip(*filter(None, points), strict=True)]


def _of_kind(point: Point, kind: Kind) -> list[Figure]:
    """Return the figures of a kind at a point: none where the kind had not begun."""
    return [row for row in (*point.summary.rows, *point.summary.totals) if row.measure == kind.measure]


def _by_period(points: Sequence[Point], figures: list[Figure], speech: Speech) -> Grid:
    columns = [Column(speech.say("column.period")), Column(speech.say("column.on"))]
    columns += [*ratio_columns(speech, missing=False), *change_columns(speech)]
    rows, remarks = [], []
    before = None
    for point, figure in zip(points, figures, strict=True):
        day = speech.day(point.period.last) + (REGROUPED if figure.regrouped is not None else "")
        cells = [point.period.name or "", day, *ratio_cells(figure, speech, missing=False)]
        rows.append(Row([*cells, *(change_cells(change(before, figure), speech) if before else ["", "", ""])]))
        remarks.append(remark(figure, speech))
        before = figure
    return with_remarks(columns, rows, remarks, speech)


def _by_unit(series: list[list[Figure]], speech: Speech) -> Grid:
    """Lay out a row a unit: the line of its rates from 0 to 100 %, its last figure, and the change since the first."""
    columns = [*unit_columns(speech), Column("", bar=True), Column(speech.say("column.signed"), "right")]
    columns += [Column(speech.say("column.percent"), "right"), *change_columns(speech)]
    rows, remarks = [], []
    for figures in series:
        if not any(map(tells, figures)):
            continue
        known = [figure for figure in figures if figure.num is not None] or figures
        first, last = known[0], figures[-1]
        total = figures is series[-1]
        line = Spark(tuple((f.num, f.den) if f.num is not None and f.den else None for f in figures))
        marked = any(figure.regrouped is not None for figure in figures)
        cells = [*unit_cells(last, speech, total=total, marked=marked), line]
        cells += [speech.ratio(last.num, last.den), speech.percent(last.percent)]
        style: Style = "rest" if last.level is None else "total" if total else ""
        moved = change(first if len(known) > 1 else None, last)
        rows.append(Row([*cells, *change_cells(moved, speech)], style))
        remarks.append(remark(last, speech))
    return with_remarks(columns, rows, remarks, speech)
