"""`antq returns summary`."""

from antq_cli.answers.reporting import Asked, reporting_of
from antq_cli.cli.desk import Answer, meant, nearest, sit_down, units
from antq_cli.cli.options import Request
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset


def run(request: Request) -> Outcome:
    """Show who was to report what, who did, and when."""
    desk = sit_down(request)
    request = meant(request, desk.book.manifest, *FAMILIES)
    dataset = Dataset(desk.book, ["returns"], desk.collector)
    numbers, notes = units(dataset, desk, request.unit)
    asked = Asked(desk.as_of, desk.when.basis, desk.when.period, request.kind)
    found = reporting_of(Figures(dataset), numbers, asked)
    dataset.book.refuse_if_unreadable()
    left_out = bool(desk.book.table("returns").broken)
    kinds = [kind for each in found.each for kind in each.kinds]
    answer = Answer(found, any(kind.expected for kind in kinds), left_out)
    said = [*notes, *nearest(dataset.map(desk.when.basis), numbers), *([] if kinds else [Note("nothing.returns")])]
    return desk.outcome("returns-summary", answer, said)
