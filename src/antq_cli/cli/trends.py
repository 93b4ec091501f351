"""`antq pledges trend`."""

from antq_cli.answers.trend import trend
from antq_cli.cli.counting import begin, counted
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import calendar
from antq_cli.core import called
from antq_cli.core.outcomes import Outcome


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds at the end of every period."""
    counting = begin(request, "pledges")
    held = calendar(request, counting.desk.book.manifest)
    every = request.every or ("year" if held.windows else "month")
    if held.windows and every != "year":
        raise usage("U019", value=every, calendar=called.calendar(counting.desk.book.manifest, held.id))
    found = trend(counting.family, counting.query, held, every)._replace(columns=request.columns)
    summaries = [point.summary for point in found.points]
    return counted(counting, "pledges-trend", found, summaries)
