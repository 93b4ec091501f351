"""The columns and cells that tables have in common: units, ratios, changes, remarks."""

from collections.abc import Sequence

from antq_cli.core.figures import Change, Figure, Kind
from antq_cli.core.measures import parse_measure
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.words.speech import Speech

TEAMS = "teams."
# Stands behind the name of a unit that is put together on the map of another day.
REGROUPED = " *"


def name_of(kind: Kind, speech: Speech) -> str:
    """Return what a kind is called."""
    return speech.kind(kind.measure, kind.vi, kind.en)


def tells(figure: Figure) -> bool:
    """Return whether a row tells something: not one below the level of the reports, nor a rest of nothing at all."""
    if figure.level is None:
        return any((figure.num, figure.den, figure.expected, figure.left_out))
    return figure.state != "below-grain"


def unit_columns(speech: Speech) -> list[Column]:
    """Return the columns that say which unit a row is of."""
    return [Column(speech.say("column.code"), faint=True), Column(speech.say("column.unit"))]


def unit_cells(figure: Figure, speech: Speech, *, total: bool = False) -> list[Cell]:
    """Return the code and the name of the unit that a row is of."""
    if figure.level is None:
        return ["", speech.say("row.held-above")]
    mark = REGROUPED if figure.regrouped is not None else ""
    return [figure.unit, (speech.say("row.total") if total else figure.unit_name) + mark]


def ratio_columns(speech: Speech, *, teams: bool = False, missing: bool = True) -> list[Column]:
    """Return the columns of numbers; teams have neither denominator nor rate."""
    if teams:
        return [Column(speech.say("column.teams"), "right")]
    columns = [
        Column(speech.say("column.signed"), "right"),
        Column(speech.say("column.percent"), "right"),
        Column("", bar=True),
    ]
    return [*columns, Column(speech.say("column.missing"), "right")] if missing else columns


def ratio_cells(figure: Figure, speech: Speech, *, missing: bool = True) -> list[Cell]:
    """Return the numbers of a figure; of a flow nothing is missing."""
    if figure.measure.startswith(TEAMS):
        return [speech.count(figure.num)]
    bar = (figure.num, figure.den) if figure.num is not None and figure.den else None
    cells: list[Cell] = [speech.ratio(figure.num, figure.den), speech.percent(figure.percent), bar]
    return [*cells, speech.count(figure.remaining)] if missing else cells


def flow_cells(figure: Figure, speech: Speech) -> list[Cell]:
    """Return the numbers of a flow: a rate only of those that lapsed, and nothing that is missing."""
    measure = parse_measure(figure.measure)
    rated = measure is not None and measure.rated
    return [speech.ratio(figure.num, figure.den), speech.percent(figure.percent) if rated else "", None]


def change_columns(speech: Speech, *, rated: bool = True) -> list[Column]:
    """Return the columns of a change: points, numerator, denominator; of teams only their number."""
    if not rated:
        return [Column(speech.say("change.teams"), "right")]
    return [Column(speech.say(f"change.{part}"), "right") for part in ("points", "num", "den")]


def change_cells(change: Change, speech: Speech, *, rated: bool = True) -> list[Cell]:
    """Return by how much a figure changed."""
    if not rated:
        return [speech.change(change.num)]
    return [speech.points(change.points), speech.change(change.num), speech.change(change.den)]


def remark(figure: Figure, speech: Speech) -> str:
    """Return what has to be said of a figure beside its numbers: its state, and rows left out. 0/0 says it itself."""
    said = []
    if figure.state != "counted" and figure.den != 0:
        said.append(speech.say(f"state.{figure.state}", reported=figure.reported, expected=figure.expected))
    if figure.left_out:
        said.append(speech.say("state.left-out", n=figure.left_out))
    return ", ".join(said)


def with_remarks(columns: Sequence[Column], rows: Sequence[Row], remarks: Sequence[str], speech: Speech) -> Grid:
    """Return a grid with a last column of remarks, if there is any."""
    if not any(remarks):
        return Grid(columns, rows)
    told = [Row([*row.cells, said], row.style) for row, said in zip(rows, remarks, strict=True)]
    return Grid([*columns, Column(speech.say("column.remark"))], told)
