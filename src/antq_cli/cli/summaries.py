"""`antq pledges summary`, `antq teams summary`, `antq models summary` and `antq activities summary`."""

from antq_cli.answers.summary import summarise, with_households
from antq_cli.cli.arranging import arrangement, can_be_arranged, ordered
from antq_cli.cli.counting import begin, counted
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.figures import Summary, aligned
from antq_cli.core.ordering import Arrangement
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


def activities(request: Request) -> Outcome:
    """Sum up what was done of the book's kinds within a period; with ``--every`` in each of its parts."""
    if request.every is None:
        return _summary(request, "activities")
    from antq_cli.cli.trends import flows  # few ask for it

    return flows(request)


def _summary(request: Request, family: str) -> Outcome:
    counting = begin(request, family)
    wanted = arrangement(request, rows=can_be_arranged(request, several=bool(counting.query.others)))
    vs = counting.desk.when.vs
    if vs is None:
        summary = summarise(counting.family, counting.query)
        if family == "teams" and summary.kinds:
            summary = with_households(counting.family.dataset, counting.query, summary)
        return counted(counting, f"{family}-summary", _arranged(request, wanted, summary), [summary])
    queries = (counting.at(vs), counting.query._replace(rest=True))
    before, summary = aligned([summarise(counting.family, asked) for asked in queries])
    compared = _arranged(request, wanted, summary.since(before))
    return counted(counting, f"{family}-summary", compared, [before, summary])


def _arranged(request: Request, wanted: Arrangement, summary: Summary) -> Summary:
    """Return a summary with its units as they are wanted; what it came to does not change with that.

    Raises :class:`Refused` where nothing could order them (U045), or none of the kinds has a target (U052).
    """
    if not wanted.asked or not summary.kinds:
        return summary
    from antq_cli.answers.arranging import arranged, targeted  # stands on the standard and the gaps: few ask for it

    if wanted.below_target and targeted(summary) is None:
        raise usage("U052", value="--below-target")
    return ordered(arranged(summary, wanted), request)
