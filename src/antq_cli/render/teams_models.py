"""Teams and models: how many there are, whom they reach, and what is missing for one each."""

from collections.abc import Sequence
from datetime import timedelta

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.measures import Measure
from antq_cli.core.registers import ORGANISATION_KINDS
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.parts import REGROUPED, level_name, name_of, remark, tells, unit_cells, unit_columns, with_remarks
from antq_cli.words.speech import Speech


class Table:
    """Lays out the figures of a summary of teams or models."""

    def __init__(self, summary: Summary, speech: Speech) -> None:
        self.summary = summary
        self.speech = speech
        self.family = summary.kinds[0].measure.family
        self._figures = {row.key: row for row in (*summary.rows, *summary.totals)}
        beside = summary.households
        self._households = {} if beside is None else {row.key: row for row in (*beside.rows, *beside.totals)}

    def columns(self) -> list[Column]:
        """Return the columns of numbers: how many, their members, whom they reach, what is missing, households."""
        say = self.speech.say
        names = [f"column.{self.family}", *(["column.members"] if self.family == "teams" else [])]
        names += [f"column.reach.{self.family}", "column.short"]
        names += ["column.households-each"] if self._households else []
        return [Column(say(name), "right") for name in names]

    def cells(self, figure: Figure, kind: Kind) -> list[Cell]:
        """Return the numbers of a kind at a unit; of a kind that there is not on the day, only how many there are."""
        speech = self.speech
        reach, members = self.part(figure, "reach"), self.part(figure, "members")
        numbers: list[Cell] = [speech.count(figure.num)]
        if figure.num == 0 and not kind.exists(self.summary.as_of):
            return [*numbers, *([""] * (len(self.columns()) - 1))]
        numbers += [] if members is None else [speech.count(members.num)]
        reached = None if reach is None or reach.state == "below-grain" else reach
        numbers.append(self._reached(reached, kind))
        numbers.append(speech.count(None if reached is None else reached.remaining))
        households = self._households.get((Measure("households"), figure.unit, figure.level))
        return [*numbers, *([self._each(households, figure)] if self._households else [])]

    def part(self, figure: Figure, part: str) -> Figure | None:
        """Return the part of a figure: the members of the teams that it counts, or whom they reach."""
        return self._figures.get((figure.measure.of(part), figure.unit, figure.level))

    def _reached(self, reach: Figure | None, kind: Kind) -> str:
        if reach is None:
            return self.speech.count(None)
        ratio = self.speech.ratio(reach.num, reach.den)
        if reach.num is None or kind.reach is None or kind.reach.id not in ORGANISATION_KINDS:
            return ratio
        return f"{ratio} {level_name(kind.reach, self.speech)}"

    def _each(self, households: Figure | None, figure: Figure) -> str:
        num = None if households is None or households.state != "counted" else households.num
        return self.speech.tenths(num, figure.num)

    def remark(self, figure: Figure, kind: Kind) -> str:
        """Return what has to be said of a kind at a unit."""
        said = [remark(figure, self.speech)]
        members = self.part(figure, "members")
        if (
            members is not None
            and figure.num
            and members.state in ("partial", "not-reported")
            and kind.source != "returns"
        ):
            values = {"reported": members.reported, "expected": members.expected}
            said.append(self.speech.say("state.members", **values))
        if not kind.exists(self.summary.as_of):
            said.append(self._days(kind))
        return ", ".join(filter(None, said))

    def _days(self, kind: Kind) -> str:
        """Return until or from when there is a kind that there is not on the day, and by which law."""
        if kind.opened is not None and self.summary.as_of < kind.opened:
            days = self.speech.say("place.from", first=kind.opened)
        else:
            assert kind.closed is not None
            days = self.speech.say("place.until", last=kind.closed - timedelta(1))
        return f"{days} ({kind.law})" if kind.law else days


def teams_models(summary: Summary, speech: Speech) -> list[Grid]:
    """Return one row a kind; with ``by`` a table a kind, one row a unit."""
    table = Table(summary, speech)
    if summary.by is None:
        return [_by_kind(table)]
    named = len(summary.kinds) > 1
    there = {row.measure for row in summary.totals if row.num != 0 or row.left_out}
    shown = [kind for kind in summary.kinds if kind.exists(summary.as_of) or kind.measure in there]
    grids = [_by_unit(table, kind, named=named) for kind in shown]
    return [grid for grid in grids if grid.rows]


def _by_kind(table: Table) -> Grid:
    summary, speech = table.summary, table.speech
    columns = [Column(speech.say(f"column.kind.{table.family}")), *table.columns()]
    rows, remarks = [], []
    for kind in summary.kinds:
        figure = next(row for row in summary.rows if row.measure == kind.measure)
        mark = REGROUPED if figure.regrouped is not None else ""
        rows.append(Row([name_of(kind, speech) + mark, *table.cells(figure, kind)]))
        remarks.append(table.remark(figure, kind))
    if table.family == "models":
        rows.append(_together(summary, speech, len(columns)))
        remarks.append("")
    return with_remarks(columns, rows, remarks, speech)


def _together(summary: Summary, speech: Speech, width: int) -> Row:
    """Return how many models there are of how many kinds: kinds and teams_models are counted apart."""
    kinds = {kind.measure for kind in summary.kinds}
    numbers = [row.num for row in summary.rows if row.measure in kinds]
    total = None if None in numbers else sum(number or 0 for number in numbers)
    name = speech.say("row.kinds", n=len(kinds))
    return Row([name, speech.count(total), *([""] * (width - 2))], "total")


def _by_unit(table: Table, kind: Kind, *, named: bool) -> Grid:
    summary, speech = table.summary, table.speech
    figures = [row for row in (*summary.rows, *summary.totals) if row.measure == kind.measure and tells(row)]
    rows = [_row(table, figure, kind) for figure in figures]
    columns = [*unit_columns(speech), *table.columns()]
    grid = with_remarks(columns, rows, [table.remark(figure, kind) for figure in figures], speech)
    return grid._replace(name=name_of(kind, speech) if named else None)


def _row(table: Table, figure: Figure, kind: Kind) -> Row:
    total = any(figure is each for each in table.summary.totals)
    cells: Sequence[Cell] = [*unit_cells(figure, table.speech, total=total), *table.cells(figure, kind)]
    return Row(cells, "rest" if figure.level is None else "total" if total else "")
