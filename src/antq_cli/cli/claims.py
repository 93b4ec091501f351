"""`antq claims`."""

from antq_cli.cli.desk import fail_on, sit_down
from antq_cli.cli.options import Request
from antq_cli.core.exits import exit_for
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.claims import claims
from antq_cli.counting.ground import Ground


def run(request: Request) -> Outcome:
    """Hold every published figure against the book."""
    severity = fail_on(request)
    desk = sit_down(request)
    held = claims(Figures(Ground(desk.book, ["claims"] if desk.book.table("claims").parts else [])))
    left_out = bool(desk.book.table("claims").broken)
    code = exit_for(held.findings, anything=bool(held.held), left_out=left_out, fail_on=severity)
    notes = [] if held.held or left_out else [Note("nothing.claims")]
    return desk.outcome("claims", code, held, held.findings, notes)._replace(left_out=left_out)
