"""Teams and models: how many there are, whom they reach, and what is missing for one each."""

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    Decimal,
    Joined,
    KindName,
    LevelName,
    Marked,
    Message,
    OnDay,
    PageCell,
    Share,
    Unknown,
    Verbatim,
    Whole,
    joined,
)
from antq_cli.pages.figures import aged_part, remark, tells, unit_columns
from antq_cli.pages.model import Line, PageColumn, PageTable, number_columns, text_columns, with_remarks
from antq_cli.pages.placing import placed


class TeamsModelsTable:
    """Lays out the figures of a summary of teams or models."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.family = summary.kinds[0].measure.family
        self._figures = {row.key: row for row in summary.figures}
        told = any(row.measure.part == "members" and row.reported for row in self._figures.values())
        # Of teams it is asked how many people are in them; of models it may be told.
        self._members = self.family == "teams" or told

    def columns(self) -> list[PageColumn]:
        """Return the columns of numbers: how many, their members, whom they reach, what is missing, households."""
        names = [self.family, *(["members"] if self._members else []), f"reach.{self.family}", "short"]
        return number_columns(*names, *(["households-each"] if self.summary.each else []))

    def cells(self, figure: Figure, kind: Kind) -> list[PageCell]:
        """Return the numbers of a kind at a unit; of a kind that there is not on the day, only how many there are."""
        reach, members = self.part(figure, "reach"), self.part(figure, "members")
        numbers: list[PageCell] = [Whole(figure, "num")]
        if figure.num == 0 and not kind.exists(self.summary.as_of):
            return [*numbers, *([BLANK] * (len(self.columns()) - 1))]
        numbers += [] if members is None or not self._members else [Whole(members, "num")]
        reached = None if reach is None or reach.state == "below-grain" else reach
        unreached = Unknown("below-grain")
        numbers.append(unreached if reached is None else _reached(reached, kind))
        numbers.append(unreached if reached is None else Whole(reached, "remaining"))
        return [*numbers, *([Decimal(self.summary.each[figure.key], "each")] if self.summary.each else [])]

    def part(self, figure: Figure, part: str) -> Figure | None:
        """Return the part of a figure: the members of the teams that it counts, or whom they reach."""
        return self._figures.get((figure.measure.of(part), figure.unit, figure.level))

    def remark(self, figure: Figure, kind: Kind) -> PageCell:
        """Return what has to be said of a kind at a unit."""
        said = [remark(figure)]
        members = self.part(figure, "members")
        lacking = members is not None and members.state in ("partial", "not-reported") and kind.source != "returns"
        if lacking and figure.num and self._members:
            counts = {name: Whole(members, name) for name in ("reported", "expected")}
            teams = self.family == "teams"
            said.append(Message("state.members", **counts) if teams else Message("state.members-models", **counts))
        if not kind.exists(self.summary.as_of):
            said.append(self._days(kind))
        return joined([*said, *self._ages(figure)], ", ")

    def _ages(self, figure: Figure) -> list[PageCell]:
        """Return how old the other numbers of a row are, where they are reported apart."""
        each = self.summary.each.get(figure.key)
        parts = [
            (Message("column.members"), self.part(figure, "members") if self._members else None),
            (Message(f"column.reach.{self.family}"), self.part(figure, "reach")),
            (Message("kind.households"), None if each is None or each.each is None else each.households),
        ]
        return [aged_part(name, part, figure) for name, part in parts]

    def _days(self, kind: Kind) -> PageCell:
        """Return until or from when there is a kind that there is not on the day, and by which law."""
        early = kind.opened is not None and self.summary.as_of < kind.opened
        days = (
            Message("place.from", first=OnDay(kind, "opened"))
            if early
            else Message("place.until", last=OnDay(kind, "last"))
        )
        return Bracketed(days, Verbatim(kind.law)) if kind.law else days


def _reached(reach: Figure, kind: Kind) -> PageCell:
    if reach.num is None or kind.reach is None or kind.reach.id not in ORGANISATION_KINDS:
        return Share(reach)
    return Joined([Share(reach), LevelName(kind.reach)], " ")


def teams_models(summary: Summary) -> list[PageTable]:
    """Return one row a kind; with ``by`` a table a kind, one row a unit."""
    laid_out = TeamsModelsTable(summary)
    if not summary.of_units:
        return [_by_kind(laid_out)]
    named = len(summary.kinds) > 1
    there = {row.measure for row in summary.totals or summary.rows if row.num != 0 or row.left_out}
    shown = [kind for kind in summary.kinds if kind.exists(summary.as_of) or kind.measure in there]
    tables = [_by_unit(laid_out, kind, named=named) for kind in shown]
    return [table for table in tables if table.lines]


def _by_kind(laid_out: TeamsModelsTable) -> PageTable:
    summary = laid_out.summary
    columns = [*text_columns(f"kind.{laid_out.family}"), *laid_out.columns()]
    lines, remarks = [], []
    for kind in summary.kinds:
        figure = next(row for row in summary.rows if row.measure == kind.measure)
        name = KindName(kind)
        lines.append(Line([name if figure.regrouped is None else Marked(name), *laid_out.cells(figure, kind)]))
        remarks.append(laid_out.remark(figure, kind))
    if laid_out.family == "models":
        lines.append(_together(summary, len(columns)))
        remarks.append(BLANK)
    return with_remarks(columns, lines, remarks)


def _together(summary: Summary, width: int) -> Line:
    """Return how many models there are of how many kinds: kinds and models are counted apart."""
    name = Message("row.kinds", n=Whole(summary.together, "kinds"))
    return Line([name, Whole(summary.together, "num"), *([BLANK] * (width - 2))], "total")


def _by_unit(laid_out: TeamsModelsTable, kind: Kind, *, named: bool) -> PageTable:
    shown = [place for place in placed(laid_out.summary, kind.measure) if tells(place.figure)]
    lines = [Line([*place.cells(), *laid_out.cells(place.figure, kind)], place.style) for place in shown]
    columns = [*unit_columns(), *laid_out.columns()]
    table = with_remarks(columns, lines, [laid_out.remark(place.figure, kind) for place in shown])
    return table._replace(name=KindName(kind) if named else None)
