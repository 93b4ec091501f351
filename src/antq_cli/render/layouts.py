"""Which columns and rows a summary has as a table for people."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.render.grid import Column, Grid, Row, Style
from antq_cli.words.speech import Speech

_TEAMS = "teams."


def grids(summary: Summary, speech: Speech, *, fits: int, width_of: Callable[[Grid], int]) -> list[Grid]:
    """Return the tables of a summary: one; or one a kind where the kinds side by side are wider than ``fits``."""
    if summary.by is None:
        return [_by_kind(summary, speech)]
    kinds = [kind for kind in summary.kinds if _known(summary, kind)]
    if len(kinds) == 1:
        return [_one_kind(summary, kinds[0], speech)]
    side_by_side = _side_by_side(summary, kinds, speech)
    if not kinds or width_of(side_by_side) <= fits:
        return [side_by_side]
    return [_one_kind(summary, kind, speech, named=True) for kind in kinds]


def _known(summary: Summary, kind: Kind) -> bool:
    """Return whether a kind has a row that tells something."""
    return any(row.measure == kind.measure and _tells(row) for row in summary.rows)


def _tells(figure: Figure) -> bool:
    """Return whether a row tells something: not one below the level of the reports, nor a rest of nothing at all."""
    if figure.level is None:
        return any((figure.num, figure.den, figure.expected, figure.left_out))
    return figure.state != "below-grain"


def _name(kind: Kind, speech: Speech) -> str:
    return speech.kind(kind.measure, kind.vi, kind.en)


def _ratio_columns(kinds: Sequence[Kind], speech: Speech) -> list[Column]:
    """Return the columns of numbers; teams have neither denominator nor rate."""
    if kinds and kinds[0].measure.startswith(_TEAMS):
        return [Column(speech.say("column.teams"), "right")]
    return [
        Column(speech.say("column.signed"), "right"),
        Column(speech.say("column.percent"), "right"),
        Column("", bar=True),
        Column(speech.say("column.missing"), "right"),
    ]


def _ratio_cells(figure: Figure, speech: Speech) -> list[str | tuple[int, int] | None]:
    if figure.measure.startswith(_TEAMS):
        return [speech.count(figure.num)]
    bar = (figure.num, figure.den) if figure.num is not None and figure.den else None
    return [
        speech.ratio(figure.num, figure.den),
        speech.percent(figure.percent),
        bar,
        speech.count(figure.remaining),
    ]


def remark(figure: Figure, speech: Speech) -> str:
    """Return what has to be said of a figure beside its numbers: its state, and rows left out. 0/0 says it itself."""
    said = []
    if figure.state != "counted" and figure.den != 0:
        said.append(speech.say(f"state.{figure.state}", reported=figure.reported, expected=figure.expected))
    if figure.left_out:
        said.append(speech.say("state.left-out", n=figure.left_out))
    return ", ".join(said)


def _with_remarks(columns: list[Column], rows: list[Row], remarks: list[str], header: str) -> Grid:
    """Return a grid with a last column of remarks, if there is any."""
    if not any(remarks):
        return Grid(columns, rows)
    told = [Row([*row.cells, said], row.style) for row, said in zip(rows, remarks, strict=True)]
    return Grid([*columns, Column(header)], told)


def _by_kind(summary: Summary, speech: Speech) -> Grid:
    """Lay out one row a kind, for one unit."""
    teams = bool(summary.kinds) and summary.kinds[0].measure.startswith(_TEAMS)
    first = Column(speech.say("column.team" if teams else "column.kind"))
    names = [_name(kind, speech) for kind in summary.kinds]
    rows = [Row([name, *_ratio_cells(row, speech)]) for name, row in zip(names, summary.rows, strict=True)]
    remarks = [remark(row, speech) for row in summary.rows]
    return _with_remarks([first, *_ratio_columns(summary.kinds, speech)], rows, remarks, speech.say("column.remark"))


def _one_kind(summary: Summary, kind: Kind, speech: Speech, *, named: bool = False) -> Grid:
    """Lay out one row a unit, for one kind."""
    figures = [row for row in (*summary.rows, *summary.totals) if row.measure == kind.measure]
    shown = [figure for figure in figures if _tells(figure)]
    rows = [
        Row([*_unit_cells(summary, figure, speech), *_ratio_cells(figure, speech)], _style(summary, figure))
        for figure in shown
    ]
    columns = [*_unit_columns(speech), *_ratio_columns([kind], speech)]
    grid = _with_remarks(columns, rows, [remark(figure, speech) for figure in shown], speech.say("column.remark"))
    return Grid(grid.columns, grid.rows, _name(kind, speech) if named else None)


def _side_by_side(summary: Summary, kinds: Sequence[Kind], speech: Speech) -> Grid:
    """Lay out one row a unit with the kinds beside each other."""
    rates = not (kinds and kinds[0].measure.startswith(_TEAMS))
    columns = _unit_columns(speech)
    for kind in kinds:
        columns.append(Column(_name(kind, speech), "right"))
        columns += [Column(speech.say("column.percent"), "right"), Column("", bar=True)] if rates else []
    rows, remarks = [], []
    for figures in _units(summary, kinds):
        cells = _unit_cells(summary, figures[0], speech)
        for figure in figures:
            cells += _ratio_cells(figure, speech)[: 3 if rates else 1]
        rows.append(Row(cells, _style(summary, figures[0])))
        remarks.append("; ".join(_named_remarks(figures, kinds, speech)))
    return _with_remarks(columns, rows, remarks, speech.say("column.remark"))


def _named_remarks(figures: Sequence[Figure], kinds: Sequence[Kind], speech: Speech) -> Iterator[str]:
    for figure, kind in zip(figures, kinds, strict=True):
        if _tells(figure) and (said := remark(figure, speech)):
            yield f"{_name(kind, speech)}: {said}"


def _units(summary: Summary, kinds: Sequence[Kind]) -> Iterator[list[Figure]]:
    """Yield the figures of each unit, in the order of the kinds; units of which nothing is known are left out."""
    measures = [kind.measure for kind in kinds]
    for rows in (summary.rows, summary.totals):
        for _, found in groupby(rows, key=lambda row: (row.unit, row.level)):
            figures = [figure for figure in found if figure.measure in measures]
            if any(map(_tells, figures)):
                yield figures


def _unit_columns(speech: Speech) -> list[Column]:
    return [Column(speech.say("column.code"), faint=True), Column(speech.say("column.unit"))]


def _unit_cells(summary: Summary, figure: Figure, speech: Speech) -> list[str | tuple[int, int] | None]:
    if figure.level is None:
        return ["", speech.say("row.held-above")]
    if _style(summary, figure) == "total":
        return [figure.unit, speech.say("row.total")]
    return [figure.unit, figure.unit_name]


def _style(summary: Summary, figure: Figure) -> Style:
    if figure.level is None:
        return "rest"
    return "total" if any(figure is total for total in summary.totals) else ""
