"""`antq pledges trend`, and `antq activities summary --every`."""

from antq_cli.answers.trend import trend
from antq_cli.cli.counting import Counting, begin, counted
from antq_cli.cli.options import OPTIONS, Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import calendar
from antq_cli.core import called
from antq_cli.core.outcomes import Outcome


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds at the end of every period."""
    return _over_time(request, begin(request, "pledges"), "pledges-trend")


def flows(request: Request) -> Outcome:
    """Sum up the activities of the book's kinds within every part of a period.

    Raises :class:`Refused` where something is asked for of the period as a whole (U053).
    """
    for name in ("vs", "sort", "top"):
        if getattr(request, name) is not None:
            raise usage("U053", value="--every", option=OPTIONS[name].flags[-1])
    return _over_time(request, begin(request, "activities"), "activities-summary")


def _over_time(request: Request, counting: Counting, command: str) -> Outcome:
    held = calendar(request, counting.desk.book.manifest)
    every = request.every or ("year" if held.windows else "month")
    if held.windows and every != "year":
        raise usage("U019", value=every, calendar=called.calendar(counting.desk.book.manifest, held.id))
    found = trend(counting.family, counting.query, held, every)._replace(columns=request.columns)
    summaries = [point.summary for point in found.points]
    return counted(counting, command, found, summaries)
