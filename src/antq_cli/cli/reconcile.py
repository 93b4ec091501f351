"""`antq reconcile`."""

from antq_cli.cli.desk import Compared, compared, kinds_of, sit_down, unit
from antq_cli.cli.options import Request
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.ground import Ground
from antq_cli.counting.reconcile import reconcile


def run(request: Request) -> Outcome:
    """Set returns that no figure uses beside the figures that the book has in their place."""
    desk = sit_down(request)
    kinds_of(request, desk.book.manifest)
    ground = Ground(desk.book, ["returns"])
    number, notes = unit(ground, desk, request.unit)
    found = reconcile(Figures(ground), number, desk.as_of, desk.when.period, request.kind)
    left_out = bool(desk.book.table("returns").broken)
    said = [*notes, *([] if found.pairs else [Note("nothing.pairs")])]
    return compared(request, desk, "reconcile", Compared(found, found.findings, bool(found.pairs), left_out), said)
