"""What a basis does to figures: which units are put together anew, and the proof that nothing is lost by it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from antq_cli.core.figures import Control
from antq_cli.counting.amounts import OwnAmounts, Sums, total
from antq_cli.units.regrouping import Regrouping, Spot

Codes = tuple[str, ...]


class ControlTotalError(Exception):
    """A basis changed a total: a fault of the program, never of the book."""


def sums_of(amounts: OwnAmounts, regrouping: Regrouping) -> Sums:
    """Return for every unit of the basis its own part plus its children's."""
    return Sums([*amounts.shown()], regrouping.basis)


def control(measure: str, amounts: OwnAmounts, regrouping: Regrouping, sums: Sums) -> Control:
    """Return the totals on both maps; raises :class:`ControlTotalError` where they are not equal.

    What has no place on the basis, and is in the way of no figure that is asked for, is in both of them.
    """
    then, shown = regrouping.map.top, regrouping.basis.top
    assert then is not None
    assert shown is not None
    before = Sums([(spot.then, amount) for spot, amount in amounts.own.items()], regrouping.map).of(then)
    after = sums.of(shown) + total(amount for spot, amount in amounts.own.items() if spot.shown is None)
    if before != after:
        raise ControlTotalError(
            f"{measure} on {regrouping.day}: {before} before, {after} on the map of {regrouping.basis.day}"
        )
    units = regrouping.atlas.units
    return Control(measure, regrouping.day, units[then].code, units[shown].code, after.num, after.den)


def regrouped(amounts: OwnAmounts, regrouping: Regrouping) -> Mapping[int, Codes]:
    """Return the units of the basis that hold something else than on the day itself.

    Each with the codes of the units of its own level, or of the top where there are none, that held on the day what it
    holds on the basis. How much lies at a spot does not matter for that, so it is the same for most days and kinds.
    """
    spots, known = frozenset(amounts.own), regrouping.known
    if spots not in known:
        known[spots] = _regrouped(spots, regrouping)
    found: Mapping[int, Codes] = known[spots]
    return found


def _regrouped(spots: Iterable[Spot], regrouping: Regrouping) -> dict[int, Codes]:
    changed: set[int] = set()
    parts: dict[int, set[str]] = defaultdict(set)
    for then, shown in spots:
        if shown is None:
            continue
        ways = regrouping.map.paths[then], regrouping.basis.paths[shown]
        changed.update(set(ways[0]) ^ set(ways[1]))
        for above in ways[1]:
            level = regrouping.atlas.units[above].level
            of_level = [unit for unit in ways[0] if regrouping.atlas.units[unit].level == level]
            parts[above].update(regrouping.atlas.units[unit].code for unit in of_level or ways[0][-1:])
    return {unit: tuple(sorted(parts[unit])) for unit in changed & set(regrouping.basis.paths)}
