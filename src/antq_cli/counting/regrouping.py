"""What a basis does to figures: which units are put together anew, and the proof that nothing is lost by it."""

from collections import defaultdict

from antq_cli.core.figures import Control
from antq_cli.counting.amounts import Spread, Sums
from antq_cli.units.basis import Chart

Codes = tuple[str, ...]


class ControlTotalError(Exception):
    """A basis changed a total: a fault of the program, never of the book."""


def sums_of(spread: Spread, chart: Chart) -> Sums:
    """Return for every unit of the basis its own part plus its children's."""
    return Sums([(spot.shown, amount) for spot, amount in spread.own.items()], chart.basis)


def control(measure: str, spread: Spread, chart: Chart, sums: Sums) -> Control:
    """Return the totals on both maps; raises :class:`ControlTotalError` where they are not equal."""
    then, shown = chart.map.top, chart.basis.top
    assert then is not None
    assert shown is not None
    before = Sums([(spot.then, amount) for spot, amount in spread.own.items()], chart.map).of(then)
    after = sums.of(shown)
    if before != after:
        raise ControlTotalError(f"{measure} on {chart.day}: {before} before, {after} on the map of {chart.basis.day}")
    units = chart.atlas.units
    return Control(measure, chart.day, units[then].code, units[shown].code, after.num, after.den)


def regrouped(spread: Spread, chart: Chart) -> dict[int, Codes]:
    """Return the units of the basis that hold something else than on the day itself.

    Each with the codes of the units of its own level, or of the top where there are none, that held on the day what it
    holds on the basis.
    """
    changed: set[int] = set()
    parts: dict[int, set[str]] = defaultdict(set)
    for then, shown in spread.own:
        ways = chart.map.paths[then], chart.basis.paths[shown]
        changed.update(set(ways[0]) ^ set(ways[1]))
        for above in ways[1]:
            level = chart.atlas.units[above].level
            of_level = [unit for unit in ways[0] if chart.atlas.units[unit].level == level]
            parts[above].update(chart.atlas.units[unit].code for unit in of_level or ways[0][-1:])
    return {unit: tuple(sorted(parts[unit])) for unit in changed & set(chart.basis.paths)}
