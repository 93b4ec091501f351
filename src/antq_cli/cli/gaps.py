"""`antq pledges gaps`."""

from antq_cli.answers.gaps import gaps, next_level, together
from antq_cli.answers.query import Query
from antq_cli.answers.summary import asked_units, summarise
from antq_cli.cli.arranging import arrangement
from antq_cli.cli.counting import Counting, begin, counted
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.outcomes import Outcome


def pledges(request: Request) -> Outcome:
    """Find the units that have not reached the target."""
    counting = begin(request, "pledges")
    if counting.query.tree:
        raise usage("U034", value=str(counting.query.by), first=counting.query.tree[0], option="--by")
    wanted = arrangement(request)
    summaries = [summarise(counting.family, asked._replace(flows=False)) for asked in _queries(counting)]
    several = [gaps(summary, request.target, wanted) for summary in summaries]
    units = asked_units(counting.family.dataset, counting.query)
    found = several[0] if len(several) == 1 else together(several, units)
    return counted(counting, "pledges-gaps", found, summaries)


def _queries(counting: Counting) -> list[Query]:
    """Return what is asked: at one level, or of each unit at that below it, units of one such level together."""
    query = counting.query
    if query.by is not None:
        return [query]
    map_ = counting.family.dataset.map(counting.desk.when.basis)
    levels = [level.id for level in counting.desk.book.manifest.levels]
    of_level: dict[str, list[int]] = {}
    for unit in query.asked(map_):
        of_level.setdefault(next_level(map_, levels, unit) or levels[-1], []).append(unit)
    return [query._replace(by=by, unit=unit, others=others) for by, (unit, *others) in of_level.items()]
