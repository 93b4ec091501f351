"""Which units of a level are shown, and in what order: what a page says of it, and what JSON has."""

from collections.abc import Mapping, Sequence
from typing import Any

from antq_cli.core.figures import BelowTarget, Ordering, Summary
from antq_cli.core.ordering import Order
from antq_cli.pages.cells import KindName, Message, PageCell, Target, Whole
from antq_cli.pages.figures import measure_name


def told(summary: Summary) -> list[PageCell]:
    """Return which units of a summary are shown, and in what order, where that was asked for."""
    said: list[PageCell] = []
    if (below := summary.below) is not None:
        numbers = {name: Whole(below, name) for name in ("below", "known")}
        said.append(Message("legend.below", kind=KindName(below.kind), target=Target(below, "percent"), **numbers))
    return [*said, *ordering_told(summary.ordering)]


def ordering_told(ordering: Ordering | None) -> list[PageCell]:
    """Return in what order the rows are, and by whose numbers; that of the codes needs no word."""
    if ordering is None or ordering.order == Order():
        return []
    if not ordering.known:
        return [Message("legend.order-unknown")]
    kind, measure = ordering.kind, ordering.measure
    if kind is None or measure is None:
        return [order_told(ordering.order)]
    return [order_told(ordering.order, measure_name(kind._replace(measure=measure)))]


def order_told(order: Order, kind: PageCell | None = None, by: PageCell | None = None) -> PageCell:
    """Return in what order rows are, by the numbers of a kind, or each table by its own, whatever ``by`` calls them."""
    by_what, first = by or Message(f"order.{order.by}"), Message("order.lowest" if order.back else "order.highest")
    if order.by in ("code", "name"):
        return Message("legend.order-back" if order.back else "legend.order", by=by_what)
    if kind is None:
        return Message("legend.order-first", by=by_what, first=first)
    return Message("legend.order-of", by=by_what, first=first, kind=kind)


def record(
    ordering: Ordering | None, below: BelowTarget | None = None, omitted: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Return what JSON says of the order and of the units that are not shown, where anything was asked for."""
    if ordering is None:
        return {}
    order, measure = ordering.order, ordering.measure
    said: dict[str, Any] = {
        "order": {"by": order.by, "reversed": order.back, "measure": None if measure is None else str(measure)},
        "omitted": omitted,
    }
    if below is not None:
        numbers = {"target": below.percent, "below": below.below, "known": below.known}
        said["below_target"] = {"measure": str(below.kind.measure), **numbers}
    return said
