"""The basis: figures of one day put on the map of another, by the rows and the crosswalk alone.

What is counted on a day has a place on the map of that day. On another map it lies where its own row says: in the unit
that the row names if that is open there; in what that unit was carried to, if it has closed; and if it opens only
later, in what it was before. What several units became together cannot be told apart again: it is placed in the lowest
unit that all of them lie in. Where only a part went along, or nothing says where, there is no place, and the basis is
refused.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from antq_cli.core.findings import Finding, Refused, Rule
from antq_cli.units.atlas import Arrival
from antq_cli.units.daymap import DayMap

OUT_OF_REACH = Rule("U015", "basis-out-of-reach")


class Spot(NamedTuple):
    """Where something lies: the open unit on the day on which it is counted, and the one on the map of the basis."""

    then: int
    shown: int


class Chart:
    """A map of the day on which things are counted, and the map by which they are grouped: the basis."""

    def __init__(self, map_: DayMap, basis: DayMap) -> None:
        self.map = map_
        self.basis = basis
        self.atlas = map_.atlas
        self._shown: dict[int, int | None] = {}
        # The sites of what is counted on the day and has no place on the basis.
        self.unreachable: set[int] = set()

    @property
    def day(self) -> date:
        """Return the day on which things are counted."""
        return self.map.day

    @property
    def regroups(self) -> bool:
        """Return whether the basis is the map of another day."""
        return self.basis is not self.map

    def place(self, site: int | None) -> Spot | None:
        """Return where something lies that was put into a unit; None where it has no place on the day itself.

        What has a place on the day and none on the basis is remembered, and refused in the end.
        """
        then = self.map.place(site)
        if then is None or site is None:
            return None
        shown = self.shown(site) if self.regroups else then
        if shown is None:
            self.unreachable.add(site)
            return Spot(then, then)
        return Spot(then, shown)

    def shown(self, site: int) -> int | None:
        """Return the unit of the basis in which a site lies, or None."""
        if site not in self._shown:
            self._shown[site] = self._find(site)
        return self._shown[site]

    def _find(self, site: int) -> int | None:
        number, since = self.atlas.unit_of(site)
        places = [] if self._opens_later(number) else [self.basis.place(number)]
        came = (arrival.number for arrival in self._between(number, since))
        places += [None if each is None else self.shown(each) for each in came]
        known = [place for place in places if place is not None]
        return self.basis.common(known) if known and len(known) == len(places) else None

    def _opens_later(self, number: int) -> bool:
        opened = self.atlas.units[number].opened
        return opened is not None and opened > self.basis.day

    def _between(self, number: int, since: date | None) -> Iterator[Arrival]:
        """Yield what came into a unit after the basis: when it opened, and until the day of a site of it."""
        opened = self.atlas.units[number].opened
        for arrival in self.atlas.arrivals.get(number, ()):
            came = arrival.date == opened or (since is not None and arrival.date <= since)
            if came and arrival.date > self.basis.day:
                yield arrival

    def refuse_if_unreachable(self) -> None:
        """Raise :class:`Refused`, with the units it fails at, where something has no place on the basis (U015)."""
        found = (finding for site in sorted(self.unreachable) for finding in self._why(site))
        unique = list({(finding.place, str(finding.values)): finding for finding in found}.values())
        if unique:
            raise Refused(*sorted(unique, key=lambda finding: finding.order))

    def _why(self, site: int) -> Iterator[Finding]:
        """Find what keeps a site from the basis: the unit or the row of the crosswalk at which the way ends."""
        number, since = self.atlas.unit_of(site)
        if not self._opens_later(number):
            if self.basis.place(number) is None:
                yield self._dead_end(number)
        elif not [arrival for arrival in self._between(number, since) if arrival.date == self._opened(number)]:
            yield self._at_unit(number, "opened", "opened")
        for arrival in self._between(number, since):
            if arrival.number is None:
                yield self._at_crossing(arrival.row, number, "part-into", "from")
            elif self.shown(arrival.number) is None:
                yield from self._why(arrival.number)

    def _opened(self, number: int) -> date | None:
        return self.atlas.units[number].opened

    def _dead_end(self, number: int) -> Finding:
        end = self.atlas.where_carrying_ends(number, self.basis.day)
        if self.atlas.open_still(end, self.basis.day):
            return self._at_unit(end, "parent", "outside")
        if rows := self.atlas.rows_from(end):
            return self._at_crossing(rows[0], end, "part-of", "to")
        return self._at_unit(end, "closed", "closed")

    def _at_unit(self, number: int, column: str, reach: str) -> Finding:
        table = self.atlas.book.table("units")
        unit = self.atlas.units[number]
        when = {"opened": unit.opened, "closed": unit.closed}.get(column)
        return table.finding(
            OUT_OF_REACH, number, column, reach=reach, unit=unit.code, name=unit.name, when=when, basis=self.basis.day
        )

    def _at_crossing(self, row: int, number: int, reach: str, column: str) -> Finding:
        table = self.atlas.book.table("crosswalk")
        unit = self.atlas.units[number]
        values = {"when": table.columns["date"][row], "basis": self.basis.day, "name": unit.name}
        return table.finding(OUT_OF_REACH, row, column, reach=reach, unit=unit.code, **values)
