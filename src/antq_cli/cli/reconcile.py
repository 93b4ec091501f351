"""`antq reconcile`."""

from antq_cli.answers.reconcile import reconcile
from antq_cli.answers.summary import before_everything
from antq_cli.cli.desk import Answer, compared, meant, sit_down
from antq_cli.cli.options import Request
from antq_cli.cli.where import unit
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset


def run(request: Request) -> Outcome:
    """Set returns that no figure uses beside the figures that the book has in their place."""
    desk = sit_down(request)
    request = meant(request, desk.book.manifest, *FAMILIES)
    dataset = Dataset(desk.book, ["returns"], desk.collector)
    number, notes = unit(dataset, desk.when, request.unit)
    found = reconcile(Figures(dataset), number, desk.as_of, desk.when.period, request.kind, desk.waives)
    left_out = bool(desk.book.table("returns").broken)
    early = not found.pairs and before_everything(dataset, desk.as_of)
    nothing = Note("nothing.before", {"day": desk.as_of}) if early else Note("nothing.pairs")
    said = [*notes, *([] if found.pairs else [nothing])]
    return compared(request, desk, "reconcile", Answer(found, bool(found.pairs), left_out, early), said)
