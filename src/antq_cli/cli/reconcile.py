"""`antq reconcile`."""

from antq_cli.cli.desk import fail_on, kinds_of, sit_down, unit
from antq_cli.cli.options import Request
from antq_cli.core.exits import exit_for
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.ground import Ground
from antq_cli.counting.reconcile import reconcile


def run(request: Request) -> Outcome:
    """Set returns that no figure uses beside the figures that the book has in their place."""
    severity = fail_on(request)
    desk = sit_down(request)
    kinds_of(request, desk.book.manifest)
    ground = Ground(desk.book, ["returns"])
    number, notes = unit(ground, desk, request.unit)
    found = reconcile(Figures(ground), number, desk.as_of, desk.when.period, request.kind)
    left_out = bool(desk.book.table("returns").broken)
    code = exit_for(found.findings, anything=bool(found.pairs), left_out=left_out, fail_on=severity)
    said = [*notes, *([] if found.pairs else [Note("nothing.pairs")])]
    return desk.outcome("reconcile", code, found, found.findings, said)._replace(left_out=left_out)
