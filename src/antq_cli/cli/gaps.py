"""`antq pledges gaps`."""

from antq_cli.answers.gaps import gaps, gaps_of, next_level
from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.cli.arranging import arrangement
from antq_cli.cli.counting import Counting, begin, counted
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.outcomes import Outcome
from antq_cli.units.daymap import DayMap


def pledges(request: Request) -> Outcome:
    """Find the units that have not reached the target."""
    counting = begin(request, "pledges")
    if counting.query.tree:
        raise usage("U034", value=str(counting.query.by), first=counting.query.tree[0], option="--by")
    wanted = arrangement(request)
    map_ = counting.family.dataset.map(counting.desk.when.basis)
    summaries = [summarise(counting.family, asked._replace(flows=False)) for asked in _queries(counting, map_)]
    if len(summaries) == 1:
        found = gaps(summaries[0], request.target, wanted)
    else:
        found = gaps_of(summaries, map_, request.target, wanted)
    return counted(counting, "pledges-gaps", found, summaries)


def _queries(counting: Counting, map_: DayMap) -> list[Query]:
    """Return what is asked of each unit by itself: at a level, or at that below it."""
    query = counting.query
    levels = [level.id for level in counting.desk.book.manifest.levels]
    return [
        query._replace(by=query.by or next_level(map_, levels, unit) or levels[-1], unit=unit, others=())
        for unit in query.asked(map_)
    ]
