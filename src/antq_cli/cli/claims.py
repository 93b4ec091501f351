"""`antq claims`."""

from antq_cli.answers.claims import claims
from antq_cli.cli.desk import Answer, compared, sit_down
from antq_cli.cli.options import Request
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset


def run(request: Request) -> Outcome:
    """Hold every published figure against the book."""
    desk = sit_down(request)
    needed = ["claims"] if desk.book.table("claims").parts else []
    held = claims(Figures(Dataset(desk.book, needed, desk.collector)), desk.waives)
    left_out = bool(desk.book.table("claims").broken)
    notes = [] if held.held or left_out else [Note("nothing.claims")]
    return compared(request, desk, "claims", Answer(held, bool(held.held), left_out), notes)
