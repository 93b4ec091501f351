"""`antq returns summary`."""

from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting
from antq_cli.answers.summary import before_everything
from antq_cli.cli.desk import Answer, meant, sit_down, unit
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
    number, notes = unit(dataset, desk, request.unit)
    found = reporting(Figures(dataset), Query(desk.as_of, number, request.by, request.kind, period=desk.when.period))
    dataset.book.refuse_if_unreadable()
    left_out = bool(desk.book.table("returns").broken)
    early = bool(found.kinds) and before_everything(dataset, desk.as_of)
    answer = Answer(found, not early and any(kind.expected for kind in found.kinds), left_out, early)
    said = [*notes, *([] if found.kinds else [Note("nothing.returns")])]
    said += [Note("nothing.before", {"day": desk.as_of})] if early else []
    return desk.outcome("returns-summary", answer, said)
