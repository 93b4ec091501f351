"""Amounts: what adds up. Numerators, denominators, reporters and rows left out are summed; ratios never are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.units.daymap import DayMap
from antq_cli.units.regrouping import Item, Regrouping, Spot


class Amount(NamedTuple):
    """Whole numbers that add up in any order; thousands are made for a few figures, and a tuple is made fastest.

    ``den`` is None where a total is not known. ``reported`` of ``expected`` units sent a return; the days are those
    of the oldest and the newest return that was counted, and ``old`` of them are old. ``left_out`` rows could not be
    read or placed; ``straddling`` ones lie within the period in part, and say nothing of that part.
    """

    num: int = 0
    den: int | None = 0
    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    left_out: int = 0
    old: int = 0
    straddling: int = 0

    @property
    def somebody(self) -> bool:
        """Return whether it is of somebody who is counted or left out, and not only of a return that is missing."""
        return bool(self.num or self.den is None or self.den or self.reported or self.left_out)

    # A sum, and no longer tuple.
    def __add__(self, other: "Amount") -> "Amount":  # type: ignore[override]
        """Return the sum; an unknown denominator makes the sum's unknown."""
        num, den, reported, expected, oldest, newest, left_out, old, straddling = self
        return Amount(
            num + other.num,
            None if den is None or other.den is None else den + other.den,
            reported + other.reported,
            expected + other.expected,
            other.oldest if oldest is None else oldest if other.oldest is None else min(oldest, other.oldest),
            other.newest if newest is None else newest if other.newest is None else max(newest, other.newest),
            left_out + other.left_out,
            old + other.old,
            straddling + other.straddling,
        )


NOTHING = Amount()
# For so many units it is quicker to look for what lies in each than to sum it up for all.
_FEW = 3
# So many amounts are added up number by number.
_MANY = 4


class OwnAmounts:
    """The own part of each unit on a day, by where it lies; what has no place on the map of the day is in ``lost``.

    What has one, and none on the basis, stands beside the others, at no unit of it; ``unsure`` is what has no sure
    place there, and where that lies on the day.
    """

    def __init__(self, regrouping: Regrouping) -> None:
        self.own: dict[Spot, Amount] = {}
        self.lost = NOTHING
        self.regrouping = regrouping
        self.unsure: dict[Item, int] = {}
        self._lost_at: set[int] = set()

    def shown(self) -> Iterator[tuple[int, Amount]]:
        """Yield the own parts of the units of the basis."""
        return ((spot.shown, amount) for spot, amount in self.own.items() if spot.shown is not None)

    def why_lost(self) -> list[Finding]:
        """Find why what was put somewhere, or is missed, has no place on the day."""
        return self.regrouping.map.why_lost(self._lost_at)

    def miss(self, units: Iterable[int]) -> None:
        """Remember units that should be here, and have no place on the day."""
        self._lost_at.update(units)

    def put(self, site: int | None, amount: Amount, *, rows: int = 1, itself: bool = False) -> None:
        """Put an amount, made of some rows, where it was entered; where that is nowhere, its rows are left out.

        ``itself`` is said of a unit's own pledge, and not of what lies in the unit.
        """
        regrouping = self.regrouping
        spot = regrouping.place(site, itself=itself)
        if spot is not None and site is not None:
            self._add(spot, amount)
            if (site, itself) in regrouping.doubtful and not regrouping.is_sure(
                site, itself=itself, somebody=amount.somebody
            ):
                self.unsure[site, itself] = spot.then
            return
        self.lost += Amount(left_out=rows)
        self._lost_at.update(() if site is None else (site,))

    def leave_out(self, site: int | None, rows: int = 1) -> None:
        """Remember rows that cannot be counted, where they would have been; where nobody can tell, at the top."""
        self.tell(site, Amount(left_out=rows))

    def tell(self, site: int | None, amount: Amount) -> None:
        """Remember what is to be told beside the numbers, and is in none of them, where it would have been."""
        spot = self.regrouping.spot(site)
        if spot is None:
            self.lost += amount
        else:
            self._add(spot, amount)

    def _add(self, spot: Spot, amount: Amount) -> None:
        known = self.own.get(spot)  # most spots get one amount, and a sum costs many times what looking does
        self.own[spot] = amount if known is None else known + amount


def roll_up(own: Iterable[tuple[int, Amount]], map_: DayMap) -> dict[int, Amount]:
    """Return for every unit with something in it its own part plus its children's."""
    held: dict[int, list[Amount]] = defaultdict(list)
    for number, amount in own:
        for above in map_.paths[number]:
            held[above].append(amount)
    # In most units lies one amount alone.
    return {number: total(amounts) if len(amounts) > 1 else amounts[0] for number, amounts in held.items()}


class Sums:
    """The sums up a map, made when they are asked for.

    Many days are counted for the sake of a unit or two each, the decisions of the standard; a table is of all units.
    """

    def __init__(self, own: Sequence[tuple[int, Amount]], map_: DayMap) -> None:
        self._own = own
        self._map = map_
        self._asked = 0
        self._all: Mapping[int, Amount] | None = None

    def of(self, unit: int) -> Amount:
        """Return what is in a unit: its own part plus its children's."""
        self._asked += 1
        if self._all is None and self._asked <= _FEW:
            if unit == self._map.top:  # in which all of it is
                return total([amount for _, amount in self._own])
            return total([amount for number, amount in self._own if unit in self._map.paths[number]])
        if self._all is None:
            self._all = roll_up(self._own, self._map)
        return self._all.get(unit, NOTHING)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum, :data:`NOTHING` of none; one denominator that is not known makes that of the sum unknown."""
    several = [*amounts]
    if len(several) < _MANY:
        return several[0] if len(several) == 1 else sum(several, NOTHING)
    # Number by number, which is as much as one by one, and takes a fraction of the time.
    num, den, reported, expected, oldest, newest, left_out, old, straddling = zip(*several, strict=True)
    return Amount(
        sum(num),
        None if None in den else sum(den),
        sum(reported),
        sum(expected),
        min(filter(None, oldest), default=None),
        max(filter(None, newest), default=None),
        sum(left_out),
        sum(old),
        sum(straddling),
    )
