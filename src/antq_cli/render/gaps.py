"""Gaps: the units below a target by what they need, and apart from them those of which it is not known."""

from collections.abc import Iterator
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.trends import Gap, Gaps, KindGaps
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import (
    FIGURE,
    legend,
    name_of,
    ratio_cells,
    ratio_columns,
    remark,
    subjects,
    unit_cells,
    unit_columns,
    with_remarks,
    within,
)
from antq_cli.words.speech import Speech


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of gaps."""
    gaps = outcome.result
    assert isinstance(gaps, Gaps)
    on = speech.say("title.on", day=gaps.summary.as_of)
    days = on if outcome.period is None else within(outcome.period, speech)
    parts = subjects([gaps.summary], outcome, speech, "title.gaps", days)
    tables = list(grids(gaps, speech))
    return Page(*titled(outcome, speech, *parts), tables, legend(tables, gaps.summary.basis, speech))


def records(gaps: Gaps) -> Records:
    """Return the units below the target with their ranks, then those that are not ranked, kind by kind."""
    rows = [_record(found, gap) for found in gaps.kinds for gap in (*found.ranked, *found.apart)]
    totals = [
        {**_record(found, found.total), "below": len(found.ranked), "reached": found.reached} for found in gaps.kinds
    ]
    return Records(rows, ("rank", *FIGURE, "target", "needed"), totals)


def _record(found: KindGaps, gap: Gap) -> dict[str, Any]:
    target = f"{found.target // 100}.{found.target % 100:02}"
    return {**gap.figure.record(), "rank": gap.rank, "target": target, "needed": gap.needed}


def grids(gaps: Gaps, speech: Speech) -> Iterator[Grid]:
    """Yield for each kind what it comes to, the units that are below the target, and those that cannot be ranked."""
    for found in gaps.kinds:
        yield _ranked(found, speech)
        if found.apart and (found.ranked or found.reached or any(gap.figure.level for gap in found.apart)):
            yield _apart(found, speech)


def _ranked(found: KindGaps, speech: Speech) -> Grid:
    columns = [Column(speech.say("column.rank"), "right"), *unit_columns(speech), *ratio_columns(speech)]
    columns.append(Column(speech.say("column.needed"), "right"))
    rows = [Row(_cells(gap, speech)) for gap in found.ranked]
    rows.append(Row(_cells(found.total, speech, total=True), "total"))
    remarks = [remark(gap.figure, speech) for gap in (*found.ranked, found.total)]
    grid = with_remarks(columns, rows, remarks, speech)
    return grid._replace(name=": ".join(filter(None, (name_of(found.kind, speech), _said(found, speech)))))


def _cells(gap: Gap, speech: Speech, *, total: bool = False) -> list[Cell]:
    rank = "" if gap.rank is None else speech.count(gap.rank)
    unit = unit_cells(gap.figure, speech, total=total)
    return [rank, *unit, *ratio_cells(gap.figure, speech), speech.count(gap.needed)]


def _said(found: KindGaps, speech: Speech) -> str:
    below, known = len(found.ranked), len(found.ranked) + found.reached
    if not known:
        return ""  # only the whole is known
    together = sum(gap.needed or 0 for gap in found.ranked)
    return speech.say("gaps.said", target=target(found, speech), below=below, known=known, needed=together)


def target(found: KindGaps, speech: Speech) -> str:
    """Return a target as it is said: without decimals where it has none."""
    whole, part = divmod(found.target, 100)
    return speech.percent(f"{whole}.{part:02}" if part else str(whole))


def _apart(found: KindGaps, speech: Speech) -> Grid:
    columns = [*unit_columns(speech), *ratio_columns(speech, missing=False)]
    rows = [
        Row([*unit_cells(gap.figure, speech), *ratio_cells(gap.figure, speech, missing=False)]) for gap in found.apart
    ]
    grid = with_remarks(columns, rows, [remark(gap.figure, speech) for gap in found.apart], speech)
    return grid._replace(name=speech.say("gaps.apart", kind=name_of(found.kind, speech)))
