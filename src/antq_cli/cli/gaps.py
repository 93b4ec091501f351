"""`antq pledges gaps`."""

from antq_cli.answers.gaps import gaps, next_level
from antq_cli.answers.summary import summarise
from antq_cli.cli.arranging import arrangement
from antq_cli.cli.counting import Counting, begin, counted
from antq_cli.cli.options import Request
from antq_cli.core.outcomes import Outcome


def pledges(request: Request) -> Outcome:
    """Find the units that have not reached the target."""
    counting = begin(request, "pledges")
    by = counting.query.by or _next_level(counting)
    summary = summarise(counting.family, counting.query._replace(by=by, flows=False))
    found = gaps(summary, request.target, arrangement(request))
    return counted(counting, "pledges-gaps", found, [summary])


def _next_level(counting: Counting) -> str:
    """Return the highest level that has units below the unit asked for; the lowest of all where there are none."""
    map_ = counting.family.dataset.map(counting.desk.when.basis)
    levels = [level.id for level in counting.desk.book.manifest.levels]
    return next_level(map_, levels, counting.query.unit) or levels[-1]
