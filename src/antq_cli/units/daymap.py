"""The map on one day: which units are open, what lies in what, and where what has no place got lost."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from antq_cli.core import called
from antq_cli.core.findings import Finding
from antq_cli.core.values import Said
from antq_cli.units.atlas import Atlas
from antq_cli.units.rules import RULES

# Where a unit went that closed while rows in it go on: the crosswalk does not say, or it was divided.
Gone = Literal["untold", "divided"]


class DayMap:
    """The hierarchy as it was on a day, below the unit that the book's top had become by then."""

    def __init__(self, atlas: Atlas, day: date) -> None:
        self.atlas = atlas
        self.day = day
        self.top = atlas.carry(atlas.top, day)

    @cached_property
    def paths(self) -> Mapping[int, tuple[int, ...]]:
        """Return, for each open unit that lies below the top, the units from it up to the top.

        They are the same on all days between two on which something changes, of which there are few.
        """
        known, epoch = self.atlas.paths, self.atlas.epoch(self.day)
        if epoch not in known:
            ways = {number: self._way_up(number) for number in self._open}
            known[epoch] = {number: way for number, way in ways.items() if way[-1] == self.top}
        return known[epoch]

    @cached_property
    def _open(self) -> list[int]:
        return [number for number in range(len(self.atlas.units)) if self.atlas.open(number, self.day)]

    def _way_up(self, number: int) -> tuple[int, ...]:
        """Return the units from an open unit upward, as far as one leads to the next; at most to the top."""
        way = [number]
        while way[-1] != self.top and (above := self._above(way[-1])) is not None:
            # A circle (X104), or a unit that stands too low (X105): who lies in it has no place.
            if above in way or not all(self.atlas.stands_above(above, below) for below in way):
                break
            way.append(above)
        return tuple(way)

    def _above(self, number: int) -> int | None:
        """Return the open unit that a unit's parent is on the day, or was carried to."""
        parent = self.atlas.parents[number]
        return None if parent is None else self.atlas.carry(parent, self.day)

    def place(self, site: int | None, *, own: bool = False) -> int | None:
        """Return the open unit below the top in which something lies that was put into a unit, or None."""
        if site is None:
            return None
        if (site, own) not in self._places:
            carried = self.atlas.carry(self.atlas.unit_of(site)[0], self.day, own=own)
            self._places[site, own] = carried if carried in self.paths else None
        return self._places[site, own]

    @cached_property
    def _places(self) -> dict[tuple[int, bool], int | None]:
        """Return what is known of places; it is shared by the days between two on which something changes."""
        return self.atlas.places.setdefault(self.atlas.epoch(self.day), {})

    def lost_above(self, number: int) -> int | None:
        """Return the unit above an open one that nothing carried to this map; None if that is not what is wrong."""
        highest = self._way_up(number)[-1]
        return self.atlas.parents[highest] if self._above(highest) is None else None

    def common(self, numbers: Collection[int]) -> int:
        """Return the lowest unit that each of some units of the map lies in or is; the top, if nothing lower."""
        first, *others = (self.paths[number] for number in numbers)
        return next(above for above in first if all(above in path for path in others))

    def unit(self, code: str) -> int | None:
        """Return the open unit below the top that bears a code on the day."""
        number = self.atlas.bearer(code, self.day)
        return number if number in self.paths else None

    def level(self, level: str, below: int | None = None) -> list[int]:
        """Return the units of a level that lie in a unit (or are it), or in the whole of the map, by code."""
        inside = (n for n, path in self.paths.items() if below is None or below in path)
        found = [number for number in inside if self.atlas.units[number].level == level]
        return sorted(found, key=lambda number: self.atlas.units[number].code)

    def detached(self, level: str) -> list[int]:
        """Return the units of a level that are open on the day and do not lie below the top."""
        return [n for n in self._open if self.atlas.units[n].level == level and n not in self.paths]

    def of_unknown_level(self) -> list[int]:
        """Return the units that are open on the day and whose level the manifest does not know."""
        return [number for number in self._open if self.atlas.depth(number) is None]

    def why_lost(self, sites: Iterable[int]) -> list[Finding]:
        """Return why what was put into some units has no place on the day, a finding for each place it got lost at."""
        numbers = {self.atlas.unit_of(site)[0] for site in sites}
        found = (finding for number in sorted(numbers) for finding in self._lost(number))
        return list({(finding.rule.code, finding.place): finding for finding in found}.values())

    def _lost(self, number: int) -> Iterator[Finding]:
        """Find what keeps a unit from the top; what keeps a code from being a unit at all is found elsewhere."""
        carried = self.atlas.carry(number, self.day)
        if carried is None:
            yield self._dead_end(number)
            return
        way = self._way_up(carried)
        if way[-1] == self.top:
            return
        parent, above = self.atlas.parents[way[-1]], self._above(way[-1])
        if above in way:
            yield self.atlas.cycle(way[-1])
        elif above is not None:
            yield from self.atlas.not_above(way[-1], above)
        elif parent is not None:
            yield self._dead_end(parent)
        elif self.atlas.units[way[-1]].parent is None:
            yield self._finding("X107", way[-1], "parent")

    def _dead_end(self, number: int) -> Finding:
        """Return the finding on the unit that nothing carries on, or that is not open yet."""
        end = self.atlas.where_carrying_ends(number, self.day)
        if self.atlas.open_still(end, self.day):
            return self._finding("X108", end, "opened")
        gone: Gone = "divided" if self.atlas.parts_of(end) else "untold"
        return self._finding("X106", end, "closed", gone=Said("gone", gone))

    def _finding(self, code: str, number: int, column: str, **more: Any) -> Finding:
        table, named = self.atlas.book.table("units"), self.atlas.units[number]
        values = {"day": self.day, "code": called.unit(named.code, named.name), **more}
        return table.finding(RULES[code], number, column, **values)
