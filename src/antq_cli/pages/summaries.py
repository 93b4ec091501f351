"""Summaries: one row a kind, or a row a unit with the kinds beside each other, or a table a kind."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from antq_cli.core.figures import Figure, Key, Kind, Summary
from antq_cli.core.measures import FLOWS, WORDS, Measure
from antq_cli.core.outcomes import Outcome
from antq_cli.pages import arranged
from antq_cli.pages.cells import (
    BLANK,
    Indented,
    Joined,
    KindName,
    Marked,
    Message,
    OnDay,
    PageCell,
    Share,
    Unknown,
    Whole,
    joined,
)
from antq_cli.pages.figures import (
    BEFORE,
    CHANGE,
    UNRATED,
    act_of,
    aged,
    change_cells,
    change_columns,
    counted,
    figure_columns,
    flow_cells,
    flow_name,
    legend,
    moved_columns,
    ratio_cells,
    ratio_columns,
    recorded,
    remark,
    rests_on,
    several,
    subjects,
    tells,
    unit_columns,
    whose_targets,
)
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
from antq_cli.pages.placing import Placed, placed
from antq_cli.pages.teams_models import teams_models


def page(outcome: Outcome, fits: Fits) -> Page:
    """The tables of a summary, the kinds of a level beside each other if that ``fits``."""
    summary = outcome.result
    assert isinstance(summary, Summary)
    family = summary.kinds[0].measure.family if summary.kinds else outcome.command.partition("-")[0]
    # Of teams and models all is counted on a day; of pledges, and of what was done, there is a period as well.
    days = counted(outcome, OnDay(summary, "as_of"), within=family not in UNRATED or WORDS[family].flowing)
    both = [summary] if summary.before is None else [summary.before, summary]
    made = tables(summary, fits)
    figures = [*summary.figures, *(summary.households.figures if summary.each and summary.households else ())]
    title = titled(outcome, *subjects(both, outcome, f"title.{family}", days), *rests_on(figures, outcome))
    told = [*arranged.told(summary), *legend(made, OnDay(summary, "basis")), *_flows_told(summary)]
    return Page(*title, made, told, targets=whose_targets((kind, kind.target) for kind in summary.kinds))


def _flows_told(summary: Summary) -> list[PageCell]:
    """Return what signatures and withdrawals are, where any are told of pledges within a period."""
    flows = (row for row in summary.figures if row.measure.flow and row.measure.family == "pledges")
    return [Message("legend.flows")] if any(row.num is not None for row in flows) else []


def records(summary: Summary) -> Records:
    """Return the figures of a summary; compared with another day, what each was then and how it changed."""
    proofs = [proof._asdict() for each in (summary.before, summary) if each is not None for proof in each.control]
    more: dict[str, Any] = {**several(summary), **({"control": proofs} if proofs else {})}
    if summary.before is None:
        more |= arranged.record(summary.ordering, summary.below, recorded(summary, summary.omitted))
        rows, totals = (recorded(summary, each) for each in (summary.rows, summary.totals))
        if summary.households is not None:
            more["households"] = recorded(summary, summary.households.figures)
        return Records(rows, figure_columns(summary), totals, more)
    columns = (*figure_columns(summary), *BEFORE, *(["before_straddling"] if summary.flowing else ()), *CHANGE)
    was = {row.key: row.record(bodies=summary.bodies, flowing=summary.flowing) for row in summary.before.figures}
    rows, totals = ([_compared(summary, row, was) for row in each] for each in (summary.rows, summary.totals))
    omitted = [_compared(summary, row, was) for row in summary.omitted]
    more |= arranged.record(summary.ordering, summary.below, omitted)
    period = summary.before.period and summary.before.period._asdict()
    return Records(rows, columns, totals, {**more, "vs": {"as_of": summary.before.as_of, "period": period}})


def _compared(summary: Summary, row: Figure, was: Mapping[Key, dict[str, Any]]) -> dict[str, Any]:
    told = row.record(grouped=summary.grouped, bodies=summary.bodies, flowing=summary.flowing)
    return {**told, "before": was.get(row.key), "change": summary.changes[row.key]._asdict()}


def tables(summary: Summary, fits: Fits) -> list[PageTable]:
    """Return the tables of a summary: one; or one a kind where the kinds side by side do not fit."""
    laid_out = _Summary(summary)
    if summary.flowing:
        from antq_cli.pages.activities import activities  # who asks for another family pays nothing for it

        return activities(summary)
    if laid_out.unrated is not None and summary.before is None:
        return teams_models(summary)
    if not summary.of_units:
        return [laid_out.by_kind()]
    kinds = [kind for kind in summary.kinds if laid_out.known(kind.measure)]
    if len(kinds) == 1 and (summary.before is None or summary.period is None):
        return [laid_out.by_unit(kinds[0])]
    if summary.before is None and summary.period is None:
        side_by_side = laid_out.side_by_side(kinds)
        if not kinds or fits(side_by_side):
            return [side_by_side]
    return [table for kind in kinds for table in laid_out.of_kind(kind)]


class _Summary:
    """Lays out a summary; each figure beside the one of the other day, where there is one."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.compared = summary.before is not None
        # Turned round, so that of a row and a total with one key it is the row.
        self._before = {} if summary.before is None else {row.key: row for row in reversed(summary.before.figures)}
        self._by_key = {row.key: row for row in summary.figures}
        self._targets = {kind.measure: kind.target for kind in summary.kinds}
        family = summary.kinds[0].measure.family if summary.kinds else None
        self.unrated = family if family in UNRATED else None

    # One unit: a row a kind, and under it a row a flow ---------------------------------------------------------

    def by_kind(self) -> PageTable:
        """Lay out one row a kind, for one unit; with a period, a row a flow under it."""
        columns = [*text_columns(f"kind.{self.unrated or 'pledges'}"), *self._columns()]
        lines, remarks = [], []
        for kind in self.summary.kinds:
            for label, figure in self._of_one_unit(kind):
                name = Marked(label) if self._marked(figure) else label
                lines.append(Line([name, *self._cells(figure)]))
                remarks.append(self._remark(figure))
        return with_remarks(columns, lines, remarks)

    def _of_one_unit(self, kind: Kind) -> Iterator[tuple[PageCell, Figure]]:
        figures = {row.measure: row for row in self.summary.rows}
        yield KindName(kind), figures[kind.measure]
        for part in self._flows(kind):
            if (flow := figures.get(kind.measure.of(part))) is not None:
                yield Indented("  ", flow_name(kind, part)), flow

    def _flows(self, kind: Kind) -> list[str]:
        """Return the flows that a kind has: teams have none, and who signs until it is withdrawn never lapses."""
        if self.unrated is not None:
            return []
        return [part for part in FLOWS if part != "lapsed" or kind.lapses]

    # Units: a row a unit, for one kind -------------------------------------------------------------------------

    def of_kind(self, kind: Kind) -> Iterator[PageTable]:
        """Yield the table of a kind; compared with another period, each flow has a table of its own."""
        yield self.by_unit(kind)._replace(name=KindName(kind))
        for part in self._flows(kind) if self.compared and self.summary.period is not None else ():
            if self.known(kind.measure.of(part)):
                name = Joined([KindName(kind), flow_name(kind, part)], ": ")
                yield self._flow_by_unit(kind, part)._replace(name=name)

    def by_unit(self, kind: Kind) -> PageTable:
        """Lay out one row a unit, for one kind."""
        flows = self._flows(kind) if self.summary.period is not None and not self.compared else []
        acts = [f"flow.{act_of(kind, part)}" for part in flows]
        columns = [*unit_columns(), *self._columns(kind), *number_columns(*acts)]
        lines, remarks = [], []
        for place in self._shown(kind.measure):
            figure = place.figure
            told = [self._by_key[kind.measure.of(part), figure.unit, figure.level] for part in flows]
            cells = [*self._unit(place), *self._cells(figure), *map(Share, told)]
            lines.append(Line(cells, place.style))
            remarks.append(self._remark(figure))
        return with_remarks(columns, lines, remarks)

    def _flow_by_unit(self, kind: Kind, part: str) -> PageTable:
        """Lay out what happened within two periods, a row a unit; only of what lapsed there is a rate."""
        rated = part == "lapsed"
        act = f"flow.{act_of(kind, part)}"
        columns = [*unit_columns(), *number_columns(act, *(["percent"] if rated else []), "before")]
        columns += moved_columns(*(("points", "number", "base") if rated else ("number",)))
        lines = []
        for place in self._shown(kind.measure.of(part)):
            figure = place.figure
            number, rate, _ = flow_cells(figure)
            moved = change_cells(self.summary.changes[figure.key], rated=rated)
            cells = [*self._unit(place), number, *([rate] if rated else []), Share(self._before[figure.key]), *moved]
            lines.append(Line(cells, place.style))
        return PageTable(columns, lines)

    def _shown(self, measure: Measure) -> list[Placed]:
        """Return the figures of a measure that tell something, or did on the day that they are compared with."""
        several = ((place, place.figure) for place in placed(self.summary, measure))
        return [place for place, row in several if tells(row) or (row.rest and self._told(row))]

    def _told(self, figure: Figure) -> bool:
        before = self._before.get(figure.key)
        return before is not None and tells(before)

    def known(self, measure: Measure) -> bool:
        """Return whether a measure has a row that tells something."""
        rows = self.summary.rows if self.summary.below is None else self.summary.figures  # none may be below it
        return any(row.measure == measure and tells(row) for row in rows)

    # Units: a row a unit, the kinds beside each other ----------------------------------------------------------

    def side_by_side(self, kinds: Sequence[Kind]) -> PageTable:
        """Lay out one row a unit with the kinds beside each other."""
        columns = unit_columns()
        for kind in kinds:
            columns += [PageColumn(KindName(kind), "right"), *number_columns("percent"), PageColumn(bar=True)]
        lines, remarks = [], []
        for place, figures in self._units([kind.measure for kind in kinds]):
            cells = self._unit(place)
            for figure in figures:
                cells += ratio_cells(figure, self._targets[figure.measure], missing=False)
            lines.append(Line(cells, place.style))
            remarks.append(joined(list(_named_remarks(figures, kinds)), "; "))
        return with_remarks(columns, lines, remarks)

    def _units(self, measures: Sequence[Measure]) -> Iterator[tuple[Placed, list[Figure]]]:
        """Yield the figures of each unit, in the order of the kinds; units of which nothing is known are left out."""
        rows, totals = ({row.key: row for row in each} for each in (self.summary.shown, self.summary.totals))
        for place in placed(self.summary, measures[0]) if measures else ():
            known, where = totals if place.total else rows, place.figure
            figures = [known[measure, where.unit, where.level] for measure in measures]
            if any(map(tells, figures)):
                yield place, figures

    # A figure ---------------------------------------------------------------------------------------------------

    def _columns(self, kind: Kind | None = None) -> list[PageColumn]:
        """Return the columns of figures, of one kind or of several; beside another day what they were then."""
        if not self.compared:
            return ratio_columns(kind=kind)
        numbers = ratio_columns(unrated=self.unrated, missing=False, kind=kind)
        return [*numbers, *number_columns("before"), *change_columns(unrated=self.unrated)]

    def _cells(self, figure: Figure) -> list[PageCell]:
        flow = figure.measure.flow
        cells = flow_cells(figure) if flow else ratio_cells(figure, self._targets[figure.measure], missing=False)
        if not self.compared:
            return [*cells, BLANK if flow else Whole(figure, "remaining")]
        before = self._before.get(figure.key)
        moved = change_cells(self.summary.changes[figure.key], rated=self.unrated is None)
        rated = not flow or figure.den is not None
        was = Unknown("not-begun") if before is None else Share(before)
        return [*cells, was, *(moved if rated else [BLANK, moved[1], BLANK])]

    def _remark(self, figure: Figure) -> PageCell:
        """Return what has to be said of a figure; of a flow, and beside another day, a dash says what is not known."""
        before = self._before.get(figure.key)
        bare = figure.measure.flow or (self.compared and figure.state == "no-denominator")
        said = [BLANK if bare and not figure.left_out and not figure.old else remark(figure)]
        said += [aged(before, "-before")] if before else []
        said += [Message("state.left-out-before", n=Whole(before, "left_out"))] if before and before.left_out else []
        return joined(said, ", ")

    def _unit(self, place: Placed) -> list[PageCell]:
        return place.cells(marked=self._marked(place.figure))

    def _marked(self, figure: Figure) -> bool:
        """Return whether a figure is put together anew, on its day or on the one that it is compared with."""
        both = (figure, self._before.get(figure.key))
        return any(each is not None and each.regrouped is not None for each in both)


def _named_remarks(figures: Sequence[Figure], kinds: Sequence[Kind]) -> Iterator[PageCell]:
    for figure, kind in zip(figures, kinds, strict=True):
        if tells(figure) and (said := remark(figure)) is not BLANK:
            yield Joined([KindName(kind), said], ": ")
