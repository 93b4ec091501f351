"""Gaps: the units below a target by what they need, and apart from them those of which it is not known."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from antq_cli.core.figures import Ordering, Summary
from antq_cli.core.ordering import Order
from antq_cli.core.outcomes import Outcome
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.pages import arranged
from antq_cli.pages.cells import (
    BLANK,
    Joined,
    KindName,
    LevelName,
    Message,
    OnDay,
    PageCell,
    Target,
    UnitName,
    Whole,
    joined,
)
from antq_cli.pages.figures import (
    counted,
    figure_columns,
    legend,
    place,
    ratio_cells,
    ratio_columns,
    recorded,
    remark,
    rests_on,
    row_style,
    several,
    subjects,
    unit_cells,
    unit_columns,
    whose_targets,
)
from antq_cli.pages.model import Fits, Line, Page, PageTable, Records, number_columns, titled, with_remarks

ALL = 10_000  # all of them, in hundredths of a percent


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Kind by kind who is below the target, then of whom it is not known; below, what the numbers go by."""
    gaps = outcome.result
    assert isinstance(gaps, Gaps)
    summary = gaps.summary
    days = counted(outcome, OnDay(summary, "as_of"), within=False)
    tables = list(_tables(gaps))
    figures = [gap.figure for found in gaps.kinds for gap in (*found.ranked, *found.apart, found.total)]
    title = titled(outcome, *subjects([summary], outcome, "title.gaps", days), *rests_on(figures, outcome))
    order = [_order(gaps)] if any(found.ranked for found in gaps.kinds) else []
    told = [*order, *([_columns_told(gaps)] if gaps.kinds else []), *legend(tables, OnDay(summary, "basis"))]
    return Page(*title, tables, told, targets=whose_targets((found.kind, found.target) for found in gaps.kinds))


def _columns_told(gaps: Gaps) -> PageCell:
    """Return what is missing and what is needed: the same where every target is all of them."""
    return Message("legend.gaps-all" if all(found.target == ALL for found in gaps.kinds) else "legend.gaps")


def _order(gaps: Gaps) -> PageCell:
    if gaps.order is None or gaps.order == Order("missing"):
        return Message("legend.most-needed")
    return arranged.order_told(gaps.order, by=Message("order.needed") if gaps.order.by == "missing" else None)


def records(gaps: Gaps) -> Records:
    """Return the units below the target with their ranks, then those that are not ranked, kind by kind."""
    told = partial(_record, gaps.summary)
    rows = [told(found, gap) for found in gaps.kinds for gap in (*found.ranked, *found.apart)]
    totals = [{**told(found, found.total), "below": found.below, "reached": found.reached} for found in gaps.kinds]
    more = {**several(gaps.summary), **arranged.record(None if gaps.order is None else Ordering(gaps.order))}
    if gaps.summary.bodies:
        more["listed"] = [told(found, found.listed) for found in gaps.kinds if found.listed is not None]
    if gaps.order is not None:
        more["omitted"] = [
            told(found, gap) for found in gaps.kinds for gap in (found.omitted, found.omitted_apart) if gap
        ]
    return Records(rows, ("rank", *figure_columns(gaps.summary), "target", "needed"), totals, more)


def _record(summary: Summary, found: KindGaps, gap: Gap) -> dict[str, Any]:
    (told,) = recorded(summary, [gap.figure])
    return {**told, "rank": gap.rank, "target": found.percent, "needed": gap.needed}


def _tables(gaps: Gaps) -> Iterator[PageTable]:
    """Yield for each kind what it comes to, the units that are below the target, and those that cannot be ranked."""
    for found in gaps.kinds:
        where = found.total.figure if gaps.summary.grouped else None
        name: PageCell = KindName(found.kind)
        name = name if where is None else Joined([name, place(where.unit, where.unit_name)], " · ")
        yield _ranked(found, name, gaps.summary.above)
        units = [gap for gap in (*found.apart, found.omitted_apart) if gap is not None]
        if units and (found.known or any(not gap.figure.rest for gap in units)):
            ordered = sorted(units, key=lambda gap: gap.figure.rest)
            yield _apart(found, name, ordered, gaps.summary.above)


def _ranked(found: KindGaps, name: PageCell, above: Mapping[str, str]) -> PageTable:
    columns = [*number_columns("rank"), *unit_columns(), *ratio_columns(kind=found.kind), *number_columns("needed")]
    gaps = [*found.ranked, *([] if found.omitted is None else [found.omitted])]
    lines = [Line(_cells(found, gap, above), row_style(gap.figure)) for gap in gaps]
    lines.append(Line(_cells(found, found.whole, above, total=True), "total"))
    table = with_remarks(columns, lines, [remark(gap.figure) for gap in (*gaps, found.whole)])
    named = Message("gaps.no-target", kind=name) if found.assumed else name
    return table._replace(name=joined([named, _said(found)], ": "))


def _cells(found: KindGaps, gap: Gap, above: Mapping[str, str], *, total: bool = False) -> list[PageCell]:
    rank = BLANK if gap.rank is None else Whole(gap, "rank")
    code, name = unit_cells(gap.figure, total=total, above=above)
    if gap is found.listed:
        name = Message("row.bodies", n=Whole(gap.figure, "units"))
    elif total:
        name = Message("row.whole", unit=UnitName(gap.figure.unit, gap.figure.unit_name))
    numbers = ratio_cells(gap.figure, found.target)
    return [rank, code, name, *numbers, Whole(gap, "needed")]


def _said(found: KindGaps) -> PageCell:
    """Return how many units are below the target and what they need, each by itself and all together.

    All together need less where some are above the target, and where what each needs was rounded up.
    """
    if not found.known:
        return BLANK  # only the whole is known
    target, together = Target(found, "percent"), Whole(found.whole, "needed")
    below, known, apart = (Whole(found, part) for part in ("below", "known", "together"))
    if together.value in (None, apart.value):
        return Message("gaps.said", target=target, below=below, known=known, needed=apart)
    several = {"target": target, "below": below, "known": known, "needed": apart, "together": together}
    if found.rest is None or found.rest.figure.held is None or found.listed is not None:
        return Message("gaps.said-both", **several)
    above, _ = found.rest.figure.held
    return Message("gaps.said-rest", **several, level=LevelName(above), rest=Whole(found.rest, "needed"))


def _apart(found: KindGaps, name: PageCell, units: Sequence[Gap], above: Mapping[str, str]) -> PageTable:
    known = any(gap.needed is not None for gap in units)
    columns = [*unit_columns(), *ratio_columns(missing=known), *(number_columns("needed") if known else [])]
    lines = [
        Line(
            [
                *unit_cells(gap.figure, above=above),
                *ratio_cells(gap.figure, found.target, missing=known),
                *([Whole(gap, "needed")] if known else []),
            ]
        )
        for gap in units
    ]
    table = with_remarks(columns, lines, [remark(gap.figure) for gap in units])
    return table._replace(name=Message("gaps.apart", kind=name))
