"""`antq returns summary`."""

from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting_of
from antq_cli.answers.summary import before_everything
from antq_cli.cli.days import still_kept
from antq_cli.cli.desk import Answer, meant, sit_down
from antq_cli.cli.environment import environment
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.where import nearest, units
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset


def run(request: Request) -> Outcome:
    """Show who was to report what, who did, and when."""
    desk = sit_down(request)
    request = meant(request, desk.book.manifest, *FAMILIES)
    dataset = Dataset(desk.book, ["returns"], desk.collector)
    if request.tree:
        raise usage("U034", value=str(request.by), first=request.tree[0], option="--by")
    (number, *others), notes = units(dataset, desk.when, request.unit)
    asked = Query(desk.as_of, number, request.by, request.kind, desk.when.basis, desk.when.period, others=others)
    now = still_kept(desk.book.manifest, environment())
    found = reporting_of(Figures(dataset), asked, now)
    dataset.book.refuse_if_unreadable()
    left_out = bool(desk.book.table("returns").broken)
    kinds = [kind for each in found.each for kind in each.kinds]
    early = bool(kinds) and before_everything(dataset, desk.as_of)
    answer = Answer(found, not early and any(kind.expected for kind in kinds), left_out, early)
    said = [*notes, *nearest(dataset.map(desk.when.basis), [number, *others])]
    said += [] if kinds else [Note("nothing.returns")]
    said += [Note("nothing.before", {"day": desk.as_of})] if early else []
    ended = desk.outcome("returns-summary", answer, said)
    return ended if now is None else ended._replace(today=now)
