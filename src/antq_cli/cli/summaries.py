"""`antq pledges summary`, `antq teams summary` and `antq models summary`."""

from antq_cli.answers.summary import summarise, with_households
from antq_cli.cli.counting import begin, counted
from antq_cli.cli.options import Request
from antq_cli.core.figures import aligned
from antq_cli.core.outcomes import Outcome


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds."""
    return _summary(request, "pledges")


def teams(request: Request) -> Outcome:
    """Count the teams of the book's kinds."""
    return _summary(request, "teams")


def models(request: Request) -> Outcome:
    """Count the models of the book's kinds."""
    return _summary(request, "models")


def _summary(request: Request, family: str) -> Outcome:
    counting = begin(request, family)
    vs = counting.desk.when.vs
    if vs is None:
        summary = summarise(counting.family, counting.query)
        if family == "teams" and summary.kinds:
            summary = with_households(counting.family.dataset, counting.query, summary)
        return counted(counting, f"{family}-summary", summary, [summary])
    queries = (counting.at(vs), counting.query._replace(rest=True))
    before, summary = aligned([summarise(counting.family, asked) for asked in queries])
    return counted(counting, f"{family}-summary", summary.since(before), [before, summary])
