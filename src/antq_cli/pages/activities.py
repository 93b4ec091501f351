"""Activities: how often something was done within a period, and how many took part."""

from collections.abc import Sequence

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    KindName,
    Marked,
    Message,
    PageCell,
    Unknown,
    WhatCounts,
    Whole,
    joined,
)
from antq_cli.pages.figures import change_cells, change_columns, remark, tells, unit_columns
from antq_cli.pages.model import Line, PageColumn, PageTable, number_columns, text_columns, with_remarks
from antq_cli.pages.placing import placed

_PARTICIPANTS = "participants"


def activities(summary: Summary) -> list[PageTable]:
    """Return one row a kind; with ``by`` a table a kind, one row a unit."""
    laid_out = ActivitiesTable(summary)
    if not summary.of_units:
        return [laid_out.by_kind()]
    tables = [laid_out.by_unit(kind) for kind in summary.kinds]
    return [table for table in tables if table.lines]


class ActivitiesTable:
    """Lays out the sums of a summary, each beside that of another period, where there is one."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self._figures = {row.key: row for row in summary.figures}
        self._before = {} if summary.before is None else {row.key: row for row in summary.before.figures}
        # Nobody counts who takes part in a tip or an award: a column of dashes would ask for it.
        told = (row for row in self._figures.values() if row.measure.part == _PARTICIPANTS and row.reported)
        self._with_participants = {row.measure.of(None) for row in told}

    def by_kind(self) -> PageTable:
        """Lay out one row a kind, for one unit."""
        rows = {row.measure: row for row in self.summary.rows}
        several = [(kind, rows[kind.measure]) for kind in self.summary.kinds]
        named = [(kind_name(kind) if row.regrouped is None else Marked(kind_name(kind)), row) for kind, row in several]
        lines = [Line([name, *self.cells(row, self.summary.kinds)]) for name, row in named]
        columns = [*text_columns("kind.activities"), *self._columns(self.summary.kinds)]
        return with_remarks(columns, lines, [self.remark(row) for _, row in named])

    def by_unit(self, kind: Kind) -> PageTable:
        """Lay out one row a unit, for one kind."""
        shown = [place for place in placed(self.summary, kind.measure) if tells(place.figure)]
        lines = [Line([*place.cells(), *self.cells(place.figure, [kind])], place.style) for place in shown]
        remarks = [self.remark(place.figure) for place in shown]
        return with_remarks([*unit_columns(), *self._columns([kind])], lines, remarks)._replace(name=kind_name(kind))

    def _told(self, kinds: Sequence[Kind]) -> bool:
        """Return whether it is known of any of some kinds how many took part."""
        return any(kind.measure in self._with_participants for kind in kinds)

    def _columns(self, kinds: Sequence[Kind]) -> list[PageColumn]:
        numbers = number_columns("activities", *([_PARTICIPANTS] if self._told(kinds) else []))
        if self.summary.before is None:
            return numbers
        return [*numbers, *number_columns("before"), *change_columns(unrated="activities")]

    def cells(self, figure: Figure, kinds: Sequence[Kind]) -> list[PageCell]:
        """Return the numbers of one of some kinds at a unit; beside another period, what it was and how it changed."""
        numbers: list[PageCell] = [Whole(figure, "num")]
        if self._told(kinds):
            numbers.append(self.participants(figure))
        if self.summary.before is None:
            return numbers
        before = self._before.get(figure.key)
        was = Unknown("not-begun") if before is None else Whole(before, "num")
        return [*numbers, was, *change_cells(self.summary.changes[figure.key], rated=False)]

    def _part(self, figure: Figure) -> Figure:
        return self._figures[figure.measure.of(_PARTICIPANTS), figure.unit, figure.level]

    def participants(self, figure: Figure) -> PageCell:
        """Return how many took part in what a figure counts; blank of a kind of which nobody says so."""
        return Whole(self._part(figure), "num") if figure.measure in self._with_participants else BLANK

    def remark(self, figure: Figure) -> PageCell:
        """Return what has to be said of a kind at a unit."""
        said = [remark(figure)]
        before, part = self._before.get(figure.key), self._part(figure)
        if figure.measure in self._with_participants and part.state in ("partial", "not-reported"):
            counts = {name: Whole(part, name) for name in ("reported", "expected")}
            said.append(Message("state.participants", **counts))
        if before is not None and before.straddling:
            said.append(Message("state.straddling-before", n=Whole(before, "straddling")))
        if before is not None and before.left_out:
            said.append(Message("state.left-out-before", n=Whole(before, "left_out")))
        return joined(said, ", ")


def kind_name(kind: Kind) -> PageCell:
    """Return what a kind is called, and what there are so many of."""
    return KindName(kind) if kind.counts is None else Bracketed(KindName(kind), WhatCounts(kind))
