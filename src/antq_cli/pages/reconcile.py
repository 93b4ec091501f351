"""Two sources beside each other: what was reported, and what the book counts."""

from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.core.reconciled import Pair, Reconciled, SideBySide
from antq_cli.pages.called import called
from antq_cli.pages.cells import (
    BLANK,
    Decimal,
    Joined,
    Message,
    OnDay,
    PageCell,
    Share,
    Signed,
    Verbatim,
    Whole,
    joined,
)
from antq_cli.pages.figures import counted, measure_name, moved_columns, place, remark
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageTable,
    Records,
    number_columns,
    text_columns,
    titled,
    with_remarks,
)

_COLUMNS = (
    *("measure", "unit", "unit_name", "level", "date", "reported_num", "reported_den", "recounted_num"),
    *("recounted_den", "recounted_state", "recounted_left_out", "difference_num", "difference_den", "factor"),
    *("used", "why", "reports", "expected", "sheet", "waived"),
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """A table for each kind and other source; what the factor is, is said once below them."""
    found = outcome.result
    assert isinstance(found, Reconciled)
    days = counted(outcome, OnDay(outcome, "as_of"), within=True)
    parts = [Message("title.reconcile"), place(found.unit, found.unit_name), days]
    tables = [_table(kind) for kind in found.kinds]
    return Page(*titled(outcome, *parts), tables, [Message("legend.factor")] if tables else [])


def records(found: Reconciled) -> Records:
    """Return the pairs: both numbers, the difference, the factor, the source that the book uses, and why."""
    return Records([_record(pair) for pair in found.pairs], _COLUMNS)


def _record(pair: Pair) -> dict[str, Any]:
    told = pair._asdict()
    for name in ("kind", "reported_num", "reported_den", "num", "den", "beside", "above"):
        del told[name]
    return {
        **told,
        "measure": str(pair.kind.measure),
        "used": pair.beside,
        "why": "grain" if pair.beside.endswith("returns") else "source",
        "reported": {"num": pair.reported_num, "den": pair.reported_den},
        "recounted": pair.recounted.record(),
        "difference": {"num": pair.num, "den": pair.den},
    }


def _table(found: SideBySide) -> PageTable:
    """Return the table of a kind whose returns stand beside another source."""
    said = Message(f"beside.{found.beside}", n=Whole(found, "rows"), differ=Whole(found, "differ"))
    days = [column._replace(beneath=True) for column in text_columns("on")]
    columns = [*text_columns("code", "unit"), *days, *number_columns("reported", "book")]
    columns += [*moved_columns("number", "base"), *number_columns("factor")]
    remarks = [joined([remark(pair.recounted), _waived(pair)], "; ") for pair in found.pairs]
    table = with_remarks(columns, [Line(_cells(pair)) for pair in found.pairs], remarks)
    return table._replace(name=Joined([measure_name(found.kind), said], ": "))


def _waived(pair: Pair) -> PageCell:
    """Return why the book waives a difference; blank where it does not."""
    return BLANK if pair.waived is None else Message("claims.waived", reason=Verbatim(pair.waived))


def _cells(pair: Pair) -> list[PageCell]:
    name = called(pair.unit, pair.unit_name, pair.above)
    if pair.beside == "coarser-returns":
        name = Message("row.reports", unit=name, reported=Whole(pair, "reports"), expected=Whole(pair, "expected"))
    return [
        Verbatim(pair.unit),
        name,
        OnDay(pair, "date"),
        Share(pair, "reported_num", "reported_den"),
        Share(pair.recounted),
        Signed(pair, "num"),
        BLANK if pair.reported_den is None else Signed(pair, "den"),
        Decimal(pair, "factor"),
    ]
