"""Which total each unit of a level stands under, where several units are asked for, or subtotals of levels above it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from antq_cli.units.daymap import DayMap


class Group(NamedTuple):
    """A unit with a total: that which it is in turn a part of, if any, and the units whose rows stand under it."""

    unit: int
    above: int | None
    rows: Sequence[int]


class Forest:
    """The units of a level that lie in some units of a map, each under the nearest of these.

    Within each of these they stand under the units of the levels of a ``tree``, which have totals of their own.
    ``grouped`` says whether there may be several totals.
    """

    def __init__(self, map_: DayMap, asked: Sequence[int], by: str, tree: Collection[str]) -> None:
        self._map, self._asked, self._by = map_, asked, by
        self._tree = {level for level in tree if level != by}
        self.grouped = len(asked) > 1 or bool(self._tree)
        self._rows: dict[int, list[int]] = defaultdict(list)
        self._subtotals: dict[int, list[int]] = defaultdict(list)
        self._holding: dict[int, Sequence[int]] = {}
        for number in sorted(map_.paths, key=lambda number: map_.atlas.units[number].code):
            self._place(number)
        self._groups = {group.unit for group in self.groups()}

    def _place(self, number: int) -> None:
        above = self._above(number)
        if self._level(number) == self._by and number in self._asked:
            self._rows[number].append(number)
        elif above is not None and self._level(number) == self._by:
            self._rows[above].append(number)
        elif above is not None and self._level(number) in self._tree and number not in self._asked:
            self._subtotals[above].append(number)

    def _above(self, number: int) -> int | None:
        """Return the unit under whose total a unit stands; None of one that lies in none of those asked for."""
        way = self._map.paths[number][1:]
        root = next((each for each in way if each in self._asked), None)
        if root is None:
            return None
        return next(each for each in way if each == root or self._level(each) in self._tree)

    def _level(self, number: int) -> str:
        return self._map.atlas.units[number].level

    def groups(self) -> Iterator[Group]:
        """Yield the units that have totals: each that is asked for, and behind it those in it, from the top down."""
        for unit in self._asked:
            yield from self._below(unit, None)

    def _below(self, unit: int, above: int | None) -> Iterator[Group]:
        yield Group(unit, above, self._rows.get(unit, ()))
        for each in self._subtotals.get(unit, ()):
            yield from self._below(each, unit)

    def holding(self, number: int) -> Sequence[int]:
        """Return the units that have totals and hold what lies in a unit, and in no row or subtotal of theirs.

        Each unit that is asked for is answered as if it were alone, so of two of which one lies in the other both do.
        """
        if number not in self._holding:
            self._holding[number] = [*self._found_holding(number)]
        return self._holding[number]

    def _found_holding(self, number: int) -> Iterator[int]:
        for each in self._map.paths[number]:
            if self._level(each) == self._by:
                return
            if each in self._groups:
                yield each
            if self._level(each) in self._tree:
                return


@lru_cache(maxsize=8)  # a summary asks three times: for what is in the way, for what is counted, and for names
def forest_of(map_: DayMap, asked: tuple[int, ...], by: str, tree: tuple[str, ...]) -> Forest:
    """Return the forest of some units of a map, which is made once."""
    return Forest(map_, asked, by, tree)
