"""How many households the registers say there are, and how many there were a year before."""

from collections import Counter
from collections.abc import Iterator

from antq_cli.checks.plausible.numbers import grows
from antq_cli.checks.plausible.over_time import YEAR
from antq_cli.checks.plausible.series import RULES
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.checks.timely import top_of
from antq_cli.core import called
from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding
from antq_cli.counting.registered import households_there
from antq_cli.units.daymap import DayMap


def more_households(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the units above the lowest level whose households grew by more than 10 % within the year (Q103)."""
    why = _no_households(site)
    if why is not None:
        yield why
        return
    before, now = site.dataset.map(earlier(site.day, YEAR)), site.dataset.map(site.day)
    old, new = _households(site, before), _households(site, now)
    levels, judged = site.dataset.manifest.levels, 0
    # Not of the lowest level: in a hamlet a few new houses are 10 % already.
    for unit in now.level(levels[max(len(levels) - 2, 0)].id):
        if old[unit] and _unchanged(before, now, unit):
            judged += 1
            if grows(old[unit], new[unit], YEAR):
                place, measure = now.atlas.units[unit], called.measure(site.dataset.manifest, "households")
                named = {"unit": called.unit(place.code, place.name), "measure": measure, "day": now.day}
                values = {"before": old[unit], "first": before.day, "after": new[unit]}
                yield site.book.table("units").finding(RULES["Q103"], unit, "code", **named, **values)
    rule = RULES["Q103"]
    yield RowsJudged(rule, "units", judged) if judged else NotJudged(rule, "units", "not-evaluated", "no-year-before")


def _no_households(site: Site) -> NotJudged | None:
    """Return why the growth of the households cannot be judged, or None where it can."""
    table = site.book.table("households")
    if table.refused:
        return NotJudged(RULES["Q103"], "units", "not-evaluated", "needs", "households")
    if not table.parts:
        return NotJudged(RULES["Q103"], "units", "skipped", "without", "households")
    return NotJudged(RULES["Q103"], "units", "not-evaluated", "no-top") if top_of(site) is None else None


def _households(site: Site, map_: DayMap) -> Counter[int]:
    """Return how many households that count are in each unit, and in what lies in it, on the day of a map."""
    counted = Counter[int]()
    for (site_of,), n in households_there(site.dataset, map_.day.isoformat(), needed=False).items():
        unit = map_.place(site_of)
        for above in map_.paths[unit] if unit is not None else ():
            counted[above] += n
    return counted


def _unchanged(before: DayMap, now: DayMap, unit: int) -> bool:
    """Return whether the same units lay in a unit on both days, and nothing came into any of them in between."""
    inside = {number for number, path in now.paths.items() if unit in path}
    arrivals = (arrival.date for number in inside for arrival in now.atlas.arrivals.get(number, ()))
    same = inside == {number for number, path in before.paths.items() if unit in path}
    return same and not any(before.day < day <= now.day for day in arrivals)
