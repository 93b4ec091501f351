"""`antq pledges trend`."""

from antq_cli.cli.counting import begin, below_grain, nothing
from antq_cli.cli.desk import one_of
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import calendar
from antq_cli.core.calendars import EVERY
from antq_cli.core.exits import exit_for
from antq_cli.core.outcomes import Outcome
from antq_cli.counting.trend import trend


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds at the end of every period."""
    every = next((each for each in EVERY if each == (request.every or EVERY[0])), None)
    if every is None:
        one_of(str(request.every), "--every", list(EVERY))
    assert every is not None
    counting = begin(request, "pledges")
    held = calendar(request, counting.desk.book.manifest)
    if held.windows and every != "year":
        raise usage("U019", value=every, calendar=held.id)
    found = trend(counting.family, counting.question, held, every)
    summaries = [point.summary for point in found.points]
    code = exit_for(
        found.findings,
        anything=any(summary.anything for summary in summaries),
        left_out=any(summary.left_out for summary in summaries),
    )
    notes = (*counting.notes, *below_grain(summaries, counting), *nothing(found.last))
    return counting.desk.outcome("pledges-trend", code, found, found.findings, notes)
