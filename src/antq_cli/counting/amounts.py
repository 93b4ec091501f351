"""Amounts: what adds up. Numerators, denominators, reporters and rows left out are summed; ratios never are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from antq_cli.core.findings import Finding
from antq_cli.units.basis import Spot
from antq_cli.units.daymap import DayMap


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole numbers that add up in any order.

    ``den`` is None where a total is not known. ``reported`` of ``expected`` units sent a return; the days are those
    of the oldest and the newest return that was counted. ``left_out`` rows could not be read or placed.
    """

    num: int = 0
    den: int | None = 0
    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    left_out: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        """Return the sum; an unknown denominator makes the sum's unknown."""
        return Amount(
            self.num + other.num,
            None if self.den is None or other.den is None else self.den + other.den,
            self.reported + other.reported,
            self.expected + other.expected,
            min(filter(None, (self.oldest, other.oldest)), default=None),
            max(filter(None, (self.newest, other.newest)), default=None),
            self.left_out + other.left_out,
        )


NOTHING = Amount()


@dataclass
class Spread:
    """The own part of each unit on a day, by where it lies; what has no place on the map of the day is in ``lost``."""

    own: dict[Spot, Amount] = field(default_factory=dict)
    lost: Amount = NOTHING
    findings: list[Finding] = field(default_factory=list)

    def add(self, spot: Spot | None, amount: Amount) -> None:
        """Put an amount where it belongs; where that is nowhere, only its rows are remembered, as left out."""
        if spot is None:
            self.lost += amount
        else:
            self.own[spot] = self.own.get(spot, NOTHING) + amount


def roll_up(own: Iterable[tuple[int, Amount]], map_: DayMap) -> dict[int, Amount]:
    """Return for every unit with something in it its own part plus its children's."""
    sums: dict[int, Amount] = {}
    for number, amount in own:
        for above in map_.paths[number]:
            sums[above] = sums.get(above, NOTHING) + amount
    return sums


def total(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of amounts."""
    return sum(amounts, NOTHING)
