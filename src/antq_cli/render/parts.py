"""What the pages of figures have in common: titles, and the columns and cells of units, ratios, changes, remarks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Change, Figure, Kind, Summary
from antq_cli.core.manifest import Level
from antq_cli.core.outcomes import Outcome
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

# Families of measures that have neither a denominator nor a rate.
UNRATED = ("teams", "models", "households", "units")
# Stands behind the name of a unit that is put together on the map of another day.
REGROUPED = " *"

NUMBERS = ("state", "num", "den", "percent")
# The columns of a figure in a CSV file.
FIGURE = (
    *("figure", "measure", "unit", "unit_name", "level", *NUMBERS, "remaining"),
    *("reported", "expected", "counted_from", "counted_to", "left_out", "regrouped"),
)
CHANGE = ("change_points", "change_num", "change_den")


def subjects(summaries: Sequence[Summary], outcome: Outcome, speech: Speech, title: str, days: str) -> Iterator[str]:
    """Yield what a page of figures is of: the measure, the place, the days, and by whose map."""
    summary = summaries[-1]
    yield speech.say(title)
    yield f"{visible(summary.unit_name)} ({summary.unit})"
    yield days
    if (before := summary.before) is not None:
        first = "" if before.period is None else f"{speech.day(before.period.first)}–"
        yield speech.say("title.vs", then=f"{first}{speech.day(before.as_of)}")
    if outcome.basis != outcome.as_of or regroups(summaries):
        yield speech.say("title.basis", day=summary.basis)


def within(period: Period, speech: Speech) -> str:
    """Return a period as a title says it: its first and its last day, and its name where it has one."""
    days = speech.say("title.within", first=period.first, last=period.last)
    if period.name is None:
        return days
    name = speech.say("title.part-of", name=period.name) if period.cut else period.name
    return f"{days} ({name}, {period.calendar})"


def regroups(summaries: Iterable[Summary]) -> bool:
    """Return whether any unit is put together on the map of another day."""
    return any(row.regrouped is not None for each in summaries for row in (*each.rows, *each.totals))


def legend(grids: Iterable[Grid], basis: date, speech: Speech) -> list[str]:
    """Return what the marks in the tables mean, where there are any."""
    cells = (cell for grid in grids for row in grid.rows for cell in row.cells)
    marked = any(isinstance(cell, str) and cell.endswith(REGROUPED) for cell in cells)
    return [speech.say("legend.regrouped", day=basis)] if marked else []


def name_of(kind: Kind, speech: Speech) -> str:
    """Return what a kind is called."""
    return speech.kind(str(kind.measure), kind.vi, kind.en)


def measure_name(kind: Kind, speech: Speech) -> str:
    """Return what a measure is called: the kind, and the part of it that is counted, if it is one."""
    measure = kind.measure
    name = name_of(kind._replace(measure=measure.of(None)), speech)
    return name if measure.part is None else speech.say(f"part-of.{measure.part}", kind=name)


def level_name(level: Level, speech: Speech) -> str:
    """Return what the units of a level, or the organisations of a kind, are called."""
    key = f"subject.{level.id}"
    return level.name(speech.lang) or (speech.say(key) if speech.knows(key) else level.id)


def tells(figure: Figure) -> bool:
    """Return whether a row tells something: not one below the level of the reports, nor a rest of nothing at all."""
    return figure.tells and figure.state != "below-grain"


def unit_columns(speech: Speech) -> list[Column]:
    """Return the columns that say which unit a row is of."""
    return [Column(speech.say("column.code"), faint=True), Column(speech.say("column.unit"))]


def unit_cells(figure: Figure, speech: Speech, *, total: bool = False, marked: bool = False) -> list[Cell]:
    """Return the code and the name of the unit that a row is of, marked if it is put together anew."""
    if figure.level is None:
        return ["", speech.say("row.held-above")]
    mark = REGROUPED if marked or figure.regrouped is not None else ""
    if total:  # its code stands in the title
        return ["", speech.say("row.total") + mark]
    return [figure.unit, figure.unit_name + mark]


def ratio_columns(speech: Speech, *, unrated: str | None = None, missing: bool = True) -> list[Column]:
    """Return the columns of numbers; a family that is ``unrated``, such as teams, has neither denominator nor rate."""
    if unrated is not None:
        return [Column(speech.say(f"column.{unrated}"), "right")]
    columns = [
        Column(speech.say("column.signed"), "right"),
        Column(speech.say("column.percent"), "right"),
        Column("", bar=True),
    ]
    return [*columns, Column(speech.say("column.missing"), "right")] if missing else columns


def ratio_cells(figure: Figure, speech: Speech, *, missing: bool = True) -> list[Cell]:
    """Return the numbers of a figure; of a flow nothing is missing."""
    if figure.measure.family in UNRATED:
        return [speech.count(figure.num)]
    bar = (figure.num, figure.den) if figure.num is not None and figure.den else None
    cells: list[Cell] = [speech.ratio(figure.num, figure.den), speech.percent(figure.percent), bar]
    return [*cells, speech.count(figure.remaining)] if missing else cells


def flow_cells(figure: Figure, speech: Speech) -> list[Cell]:
    """Return the numbers of a flow: a rate only of those that lapsed, and nothing that is missing."""
    rate = speech.percent(figure.percent) if figure.measure.rated else ""
    return [speech.ratio(figure.num, figure.den), rate, None]


def change_columns(speech: Speech, *, unrated: str | None = None) -> list[Column]:
    """Return the columns of a change: points, numerator, denominator; of what is ``unrated`` only the number."""
    if unrated is not None:
        return [Column(speech.say(f"change.{unrated}"), "right")]
    return [Column(speech.say(f"change.{part}"), "right") for part in ("points", "num", "den")]


def change_cells(change: Change, speech: Speech, *, rated: bool = True) -> list[Cell]:
    """Return by how much a figure changed."""
    if not rated:
        return [speech.change(change.num)]
    return [speech.points(change.points), speech.change(change.num), speech.change(change.den)]


def remark(figure: Figure, speech: Speech) -> str:
    """Return what has to be said of a figure beside its numbers: its state, and rows left out. 0/0 says it itself.

    Of a unit in which nobody was to report nothing is missing.
    """
    said = []
    if figure.state != "counted" and figure.den != 0 and figure.expected != 0:
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
