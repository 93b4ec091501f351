"""Gaps: the units below a target by what they need, and apart from them those of which it is not known."""

from collections.abc import Iterator
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.pages.cells import BLANK, KindName, Message, OnDay, PageCell, Target, Whole, joined
from antq_cli.pages.figures import (
    figure_columns,
    legend,
    ratio_cells,
    ratio_columns,
    remark,
    rests_on,
    subjects,
    unit_cells,
    unit_columns,
    within,
)
from antq_cli.pages.model import Fits, Line, Page, PageTable, Records, number_columns, titled, with_remarks


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of gaps."""
    gaps = outcome.result
    assert isinstance(gaps, Gaps)
    summary = gaps.summary
    days = Message("title.on", day=OnDay(summary, "as_of")) if outcome.period is None else within(outcome.period)
    tables = list(_tables(gaps))
    told = [gap.figure for found in gaps.kinds for gap in (*found.ranked, *found.apart, found.total)]
    title = titled(outcome, *subjects([summary], outcome, "title.gaps", days), *rests_on(told, outcome))
    order = [Message("legend.most-needed")] if any(found.ranked for found in gaps.kinds) else []
    return Page(*title, tables, [*order, *legend(tables, OnDay(summary, "basis"))])


def records(gaps: Gaps) -> Records:
    """Return the units below the target with their ranks, then those that are not ranked, kind by kind."""
    bodies = gaps.summary.bodies
    rows = [_record(found, gap, bodies=bodies) for found in gaps.kinds for gap in (*found.ranked, *found.apart)]
    totals = [
        {**_record(found, found.total, bodies=bodies), "below": found.below, "reached": found.reached}
        for found in gaps.kinds
    ]
    return Records(rows, ("rank", *figure_columns(bodies=bodies), "target", "needed"), totals)


def _record(found: KindGaps, gap: Gap, *, bodies: bool) -> dict[str, Any]:
    return {**gap.figure.record(bodies=bodies), "rank": gap.rank, "target": found.percent, "needed": gap.needed}


def _tables(gaps: Gaps) -> Iterator[PageTable]:
    """Yield for each kind what it comes to, the units that are below the target, and those that cannot be ranked."""
    for found in gaps.kinds:
        yield _ranked(found)
        if found.apart and (found.known or any(not gap.figure.rest for gap in found.apart)):
            yield _apart(found)


def _ranked(found: KindGaps) -> PageTable:
    columns = [*number_columns("rank"), *unit_columns(), *ratio_columns(), *number_columns("needed")]
    lines = [Line(_cells(found, gap)) for gap in found.ranked]
    lines.append(Line(_cells(found, found.total, total=True), "total"))
    table = with_remarks(columns, lines, [remark(gap.figure) for gap in (*found.ranked, found.total)])
    return table._replace(name=joined([KindName(found.kind), _said(found)], ": "))


def _cells(found: KindGaps, gap: Gap, *, total: bool = False) -> list[PageCell]:
    rank = BLANK if gap.rank is None else Whole(gap, "rank")
    numbers = ratio_cells(gap.figure, found.target)
    return [rank, *unit_cells(gap.figure, total=total), *numbers, Whole(gap, "needed")]


def _said(found: KindGaps) -> PageCell:
    """Return how many units are below the target and what they need, each by itself and all together.

    All together need less where some are above the target, and where what each needs was rounded up.
    """
    if not found.known:
        return BLANK  # only the whole is known
    target, together = Target(found, "percent"), Whole(found.total, "needed")
    below, known, apart = (Whole(found, part) for part in ("below", "known", "together"))
    if together.value in (None, apart.value):
        return Message("gaps.said", target=target, below=below, known=known, needed=apart)
    return Message("gaps.said-both", target=target, below=below, known=known, needed=apart, together=together)


def _apart(found: KindGaps) -> PageTable:
    columns = [*unit_columns(), *ratio_columns(missing=False)]
    lines = [
        Line([*unit_cells(gap.figure), *ratio_cells(gap.figure, found.target, missing=False)]) for gap in found.apart
    ]
    table = with_remarks(columns, lines, [remark(gap.figure) for gap in found.apart])
    return table._replace(name=Message("gaps.apart", kind=KindName(found.kind)))
