"""`antq pledges summary` and `antq teams summary`."""

from antq_cli.cli.counting import begin, counted
from antq_cli.cli.options import Request
from antq_cli.core.outcomes import Outcome
from antq_cli.counting.summary import summarise


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds."""
    return _summary(request, "pledges")


def teams(request: Request) -> Outcome:
    """Count the teams of the book's kinds."""
    return _summary(request, "teams")


def _summary(request: Request, family: str) -> Outcome:
    counting = begin(request, family)
    summary = summarise(counting.family, counting.question)
    if (vs := counting.desk.when.vs) is not None:
        summary = summary._replace(before=summarise(counting.family, counting.at(vs)))
    return counted(counting, f"{family}-summary", summary, [summary], summary.findings)
