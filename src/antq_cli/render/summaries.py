"""Summaries: one row a kind, or a row a unit with the kinds beside each other, or a table a kind."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from antq_cli.core.figures import Figure, Kind, Summary, change
from antq_cli.core.measures import FLOWS, Measure
from antq_cli.core.outcomes import Outcome
from antq_cli.render.grid import Cell, Column, Grid, Row, Style
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import (
    CHANGE,
    FIGURE,
    NUMBERS,
    REGROUPED,
    UNRATED,
    change_cells,
    change_columns,
    flow_cells,
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
from antq_cli.render.teams_models import teams_models
from antq_cli.words.speech import Speech


def page(outcome: Outcome, speech: Speech, room: Room) -> Page:
    """Return the page of a summary."""
    summary = outcome.result
    assert isinstance(summary, Summary)
    family = summary.kinds[0].measure.family if summary.kinds else outcome.command.partition("-")[0]
    days = speech.say("title.on", day=summary.as_of) if outcome.period is None else within(outcome.period, speech)
    both = [summary] if summary.before is None else [summary.before, summary]
    parts = subjects(both, outcome, speech, f"title.{family}", days)
    tables = grids(summary, speech, fits=room.fits, width_of=room.width_of)
    return Page(*titled(outcome, speech, *parts), tables, legend(tables, summary.basis, speech))


def records(summary: Summary) -> Records:
    """Return the figures of a summary; compared with another day, what each was then and how it changed."""
    proofs = [proof._asdict() for each in (summary.before, summary) if each is not None for proof in each.control]
    more: dict[str, Any] = {"control": proofs} if proofs else {}
    if summary.before is None:
        rows, totals = ([row.record() for row in each] for each in (summary.rows, summary.totals))
        if summary.households is not None:
            more["households"] = [row.record() for row in (*summary.households.rows, *summary.households.totals)]
        return Records(rows, FIGURE, totals, more)
    then = ("figure", *NUMBERS, "left_out", "regrouped")
    columns = (*FIGURE, *(f"before_{name}" for name in then), *CHANGE)
    was = {row.key: row for row in (*summary.before.rows, *summary.before.totals)}
    rows, totals = ([_compared(row, was.get(row.key)) for row in each] for each in (summary.rows, summary.totals))
    period = summary.before.period and summary.before.period._asdict()
    return Records(rows, columns, totals, {**more, "vs": {"as_of": summary.before.as_of, "period": period}})


def _compared(row: Figure, before: Figure | None) -> dict[str, Any]:
    was = None if before is None else before.record()
    return {**row.record(), "before": was, "change": change(before, row)._asdict()}


def grids(summary: Summary, speech: Speech, *, fits: int, width_of: Callable[[Grid], int]) -> list[Grid]:
    """Return the tables of a summary: one; or one a kind where the kinds side by side are wider than ``fits``."""
    if _unrated(summary) is not None and summary.before is None:
        return teams_models(summary, speech)
    if summary.by is None:
        return [_by_kind(summary, speech)]
    kinds = [kind for kind in summary.kinds if _known(summary, kind)]
    if len(kinds) == 1 and (summary.before is None or summary.period is None):
        return [_one_kind(summary, kinds[0], speech)]
    if summary.before is None and summary.period is None:
        side_by_side = _side_by_side(summary, kinds, speech)
        if not kinds or width_of(side_by_side) <= fits:
            return [side_by_side]
    return [grid for kind in kinds for grid in _of_kind(summary, kind, speech)]


def _of_kind(summary: Summary, kind: Kind, speech: Speech) -> Iterator[Grid]:
    """Yield the table of a kind; compared with another period, each flow has a table of its own."""
    yield _one_kind(summary, kind, speech, named=True)
    for part in _flows(kind) if summary.before is not None and summary.period is not None else ():
        flow = kind._replace(measure=kind.measure.of(part))
        if _known(summary, flow):
            name = f"{name_of(kind, speech)}: {speech.say(f'flow.{part}')}"
            yield Grid(*_flow_by_unit(summary, flow.measure, part, speech), name)


def _flow_by_unit(summary: Summary, measure: Measure, part: str, speech: Speech) -> tuple[list[Column], list[Row]]:
    """Lay out what happened within two periods, a row a unit; only of what lapsed there is a rate."""
    rated = part == "lapsed"
    columns = [*unit_columns(speech), Column(speech.say(f"column.flow.{part}"), "right")]
    columns += [Column(speech.say("column.percent"), "right")] if rated else []
    columns.append(Column(speech.say("column.before"), "right"))
    parts = ("points", "number", "base") if rated else ("number",)
    columns += [Column(speech.say(f"change.{each}"), "right") for each in parts]
    rows = []
    for figure in _shown(summary, measure):
        number, rate, _ = flow_cells(figure, speech)
        before = _before(summary, figure)
        assert before is not None
        moved = change_cells(change(before, figure), speech)
        cells = [*_unit_cells(summary, figure, speech), number, *([rate] if rated else [])]
        cells += [speech.ratio(before.num, before.den), *(moved if rated else moved[1:2])]
        rows.append(Row(cells, _style(summary, figure)))
    return columns, rows


def _shown(summary: Summary, measure: Measure) -> list[Figure]:
    """Return the figures of a measure that tell something, or did on the day that they are compared with."""
    figures = (row for row in (*summary.rows, *summary.totals) if row.measure == measure)
    return [row for row in figures if tells(row) or (row.level is None and _told(summary, row))]


def _told(summary: Summary, figure: Figure) -> bool:
    before = None if summary.before is None else _before(summary, figure)
    return before is not None and tells(before)


def _known(summary: Summary, kind: Kind) -> bool:
    """Return whether a kind has a row that tells something."""
    return any(row.measure == kind.measure and tells(row) for row in summary.rows)


def _unrated(summary: Summary) -> str | None:
    """Return the family of a summary where it has no rates."""
    if not summary.kinds or summary.kinds[0].measure.family not in UNRATED:
        return None
    return summary.kinds[0].measure.family


def _flows(kind: Kind) -> list[str]:
    """Return the flows that a kind has: teams have none, and who signs until it is withdrawn never lapses."""
    if kind.measure.family in UNRATED:
        return []
    return [part for part in FLOWS if part != "lapsed" or kind.lapses]


# One unit: a row a kind, and under it a row a flow -------------------------------------------------------------


def _by_kind(summary: Summary, speech: Speech) -> Grid:
    """Lay out one row a kind, for one unit; with a period, a row a flow under it."""
    unrated = _unrated(summary)
    columns = [Column(speech.say(f"column.kind.{unrated or 'pledges'}")), *_number_columns(summary, speech)]
    rows, remarks = [], []
    for kind in summary.kinds:
        for label, figure in _lines(summary, kind, speech):
            mark = REGROUPED if _marked(summary, figure) else ""
            rows.append(Row([label + mark, *_number_cells(summary, figure, speech)]))
            remarks.append(_remark(summary, figure, speech))
    return with_remarks(columns, rows, remarks, speech)


def _lines(summary: Summary, kind: Kind, speech: Speech) -> Iterator[tuple[str, Figure]]:
    figures = {row.measure: row for row in summary.rows}
    yield name_of(kind, speech), figures[kind.measure]
    for part in _flows(kind):
        if (flow := figures.get(kind.measure.of(part))) is not None:
            yield f"  {speech.say(f'flow.{part}')}", flow


def _remark(summary: Summary, figure: Figure, speech: Speech) -> str:
    """Return what has to be said of a figure; of a flow, and beside another day, a dash says that it is not known."""
    before = None if summary.before is None else _before(summary, figure)
    bare = figure.measure.flow or (summary.before is not None and figure.state == "no-denominator")
    said = ["" if bare and not figure.left_out else remark(figure, speech)]
    said += [speech.say("state.left-out-before", n=before.left_out)] if before and before.left_out else []
    return ", ".join(filter(None, said))


def _number_columns(summary: Summary, speech: Speech) -> list[Column]:
    """Return the columns of a figure; compared with another day, what it was then and how it changed."""
    unrated = _unrated(summary)
    if summary.before is None:
        return ratio_columns(speech, unrated=unrated)
    before = Column(speech.say("column.before"), "right")
    return [*ratio_columns(speech, unrated=unrated, missing=False), before, *change_columns(speech, unrated=unrated)]


def _number_cells(summary: Summary, figure: Figure, speech: Speech) -> list[Cell]:
    flow = figure.measure.flow
    cells = flow_cells(figure, speech) if flow else ratio_cells(figure, speech, missing=False)
    unrated = _unrated(summary) is not None
    if summary.before is None:
        return cells if unrated else [*cells, "" if flow else speech.count(figure.remaining)]
    before = _before(summary, figure)
    was = speech.ratio(before.num, before.den) if before else speech.count(None)
    moved = change_cells(change(before, figure), speech, rated=not unrated)
    rated = not flow or figure.den is not None
    return [*cells, was, *(moved if rated else ["", moved[1], ""])]


def _before(summary: Summary, figure: Figure) -> Figure | None:
    assert summary.before is not None
    rows = (*summary.before.rows, *summary.before.totals)
    return next((row for row in rows if row.key == figure.key), None)


# Units: a row a unit, for one kind -----------------------------------------------------------------------------


def _one_kind(summary: Summary, kind: Kind, speech: Speech, *, named: bool = False) -> Grid:
    """Lay out one row a unit, for one kind."""
    shown = _shown(summary, kind.measure)
    flows = _flows(kind) if summary.period is not None and summary.before is None else []
    by_key = {row.key: row for row in (*summary.rows, *summary.totals)}
    rows = []
    for figure in shown:
        told = [by_key[kind.measure.of(part), figure.unit, figure.level] for part in flows]
        cells = [*_unit_cells(summary, figure, speech), *_number_cells(summary, figure, speech)]
        rows.append(Row([*cells, *(speech.ratio(flow.num, flow.den) for flow in told)], _style(summary, figure)))
    columns = [*unit_columns(speech), *_number_columns(summary, speech)]
    columns += [Column(speech.say(f"column.flow.{part}"), "right") for part in flows]
    grid = with_remarks(columns, rows, [_remark(summary, figure, speech) for figure in shown], speech)
    return Grid(grid.columns, grid.rows, name_of(kind, speech) if named else None)


# Units: a row a unit, the kinds beside each other --------------------------------------------------------------


def _side_by_side(summary: Summary, kinds: Sequence[Kind], speech: Speech) -> Grid:
    """Lay out one row a unit with the kinds beside each other."""
    rates = _unrated(summary) is None
    columns = unit_columns(speech)
    for kind in kinds:
        columns.append(Column(name_of(kind, speech), "right"))
        columns += [Column(speech.say("column.percent"), "right"), Column("", bar=True)] if rates else []
    rows, remarks = [], []
    for figures in _units(summary, kinds):
        cells = _unit_cells(summary, figures[0], speech)
        for figure in figures:
            cells += ratio_cells(figure, speech, missing=False)
        rows.append(Row(cells, _style(summary, figures[0])))
        remarks.append("; ".join(_named_remarks(figures, kinds, speech)))
    return with_remarks(columns, rows, remarks, speech)


def _named_remarks(figures: Sequence[Figure], kinds: Sequence[Kind], speech: Speech) -> Iterator[str]:
    for figure, kind in zip(figures, kinds, strict=True):
        if tells(figure) and (said := remark(figure, speech)):
            yield f"{name_of(kind, speech)}: {said}"


def _units(summary: Summary, kinds: Sequence[Kind]) -> Iterator[list[Figure]]:
    """Yield the figures of each unit, in the order of the kinds; units of which nothing is known are left out."""
    measures = [kind.measure for kind in kinds]
    for rows in (summary.rows, summary.totals):
        for _, found in groupby(rows, key=lambda row: (row.unit, row.level)):
            figures = [figure for figure in found if figure.measure in measures]
            if any(map(tells, figures)):
                yield figures


def _unit_cells(summary: Summary, figure: Figure, speech: Speech) -> list[Cell]:
    return unit_cells(figure, speech, total=_style(summary, figure) == "total", marked=_marked(summary, figure))


def _marked(summary: Summary, figure: Figure) -> bool:
    """Return whether a figure is put together anew, on its day or on the one that it is compared with."""
    before = None if summary.before is None else _before(summary, figure)
    return any(each is not None and each.regrouped is not None for each in (figure, before))


def _style(summary: Summary, figure: Figure) -> Style:
    if figure.level is None:
        return "rest"
    return "total" if any(figure is total for total in summary.totals) else ""
