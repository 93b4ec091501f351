"""The basis: figures of one day put on the map of another, by the rows and the crosswalk alone.

What is counted on a day has a place on the map of that day. On another map it lies where its own row says: in the unit
that the row names if that is open there; in what that unit was carried to, if it has closed; and if it opens only
later, in what it was before. What several units became together cannot be told apart again: it is placed in the lowest
unit that all of them lie in. Where only a part went along, or nothing says where, there is no place, and the basis is
refused.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from antq_cli.core.findings import Finding, Refused, Rule
from antq_cli.core.values import Said
from antq_cli.units.atlas import Arrival
from antq_cli.units.daymap import DayMap

OUT_OF_REACH = Rule("U015", "basis-out-of-reach")


class Spot(NamedTuple):
    """Where something lies: the open unit on the day on which it is counted, and the one on the map of the basis."""

    then: int
    shown: int


class Regrouping:
    """A map of the day on which things are counted, and the map by which they are grouped: the basis."""

    def __init__(self, map_: DayMap, basis: DayMap) -> None:
        self.map = map_
        self.basis = basis
        self.atlas = map_.atlas
        self._shown: dict[tuple[int, bool], int | None] = {}
        # What is counted on the day and has no place on the basis: the site, and whether it is the unit itself.
        self.unreachable: set[tuple[int, bool]] = set()

    @property
    def day(self) -> date:
        """Return the day on which things are counted."""
        return self.map.day

    @property
    def regroups(self) -> bool:
        """Return whether the basis is the map of another day."""
        return self.basis is not self.map

    def place(self, site: int | None, *, itself: bool = False) -> Spot | None:
        """Return where something lies that was put into a unit, or the unit ``itself``.

        None where it has no place on the day; what has one there and none on the basis is remembered, and refused in
        the end.
        """
        spot = self.spot(site, itself=itself)
        then = self.map.place(site) if spot is None else None
        if site is None or then is None:
            return spot
        self.unreachable.add((site, itself))
        return Spot(then, then)

    def spot(self, site: int | None, *, itself: bool = False) -> Spot | None:
        """Return where something lies that need not be counted: None where it has no place on one of the maps."""
        then = self.map.place(site)
        if then is None or site is None:
            return None
        shown = self._on_basis(site, itself=itself) if self.regroups else then
        return None if shown is None else Spot(then, shown)

    def _on_basis(self, site: int, *, itself: bool) -> int | None:
        """Return the unit of the basis in which a site lies, or None."""
        key = site, itself
        if key not in self._shown:
            self._shown[key] = self._find(site, itself=itself)
        return self._shown[key]

    def _find(self, site: int, *, itself: bool) -> int | None:
        number, since = self.atlas.unit_of(site)
        if self._from_nowhere(number):
            return None
        places = [] if self._opens_later(number) else [self.basis.place(number)]
        came = self._between(number, since)
        places += [None if each.number is None else self._before(each, itself=itself) for each in came]
        known = [place for place in places if place is not None]
        return self.basis.common(known) if known and len(known) == len(places) else None

    def _before(self, arrival: Arrival, *, itself: bool) -> int | None:
        """Return where on the basis lies what came into a unit."""
        return self._on_basis(self._source(arrival, itself=itself), itself=itself)

    def _source(self, arrival: Arrival, *, itself: bool) -> int:
        """Return the site of all that came into a unit: the one before it, with what that had taken in until then."""
        assert arrival.number is not None
        return arrival.number if itself else self.atlas.site(arrival.number, arrival.date)

    def _opens_later(self, number: int) -> bool:
        opened = self.atlas.units[number].opened
        return opened is not None and opened > self.basis.day

    def _from_nowhere(self, number: int) -> bool:
        """Return whether a unit opens only after the basis, and no row of the crosswalk says what it was before."""
        opened = self.atlas.units[number].opened
        came = (arrival.date == opened for arrival in self.atlas.arrivals.get(number, ()))
        return self._opens_later(number) and not any(came)

    def _between(self, number: int, since: date | None) -> Iterator[Arrival]:
        """Yield what came into a unit after the basis: when it opened, and until the day of a site of it."""
        opened = self.atlas.units[number].opened
        for arrival in self.atlas.arrivals.get(number, ()):
            came = arrival.date == opened or (since is not None and arrival.date <= since)
            if came and arrival.date > self.basis.day:
                yield arrival

    def refuse_if_unreachable(self) -> None:
        """Raise :class:`Refused`, with the units it fails at, where something has no place on the basis (U015).

        Of the units of one parent that fail for the same reason one finding says how many they are.
        """
        found = (finding for site, itself in sorted(self.unreachable) for finding in self._why(site, itself=itself))
        unique = list({(finding.place, str(finding.values)): finding for finding in found}.values())
        assert unique or not self.unreachable
        if unique:
            raise Refused(*_together(sorted(unique, key=lambda finding: finding.order)))

    def _why(self, site: int, *, itself: bool) -> Iterator[Finding]:
        """Find what keeps a site from the basis: the unit or the row of the crosswalk at which the way ends."""
        number, since = self.atlas.unit_of(site)
        if self._from_nowhere(number):
            yield self._at_unit(number, "opened", "opened")
        elif not self._opens_later(number) and self.basis.place(number) is None:
            yield self._dead_end(number)
        for arrival in self._between(number, since):
            if arrival.number is None:
                yield self._at_crossing(arrival.row, number, "part-into", "from")
            elif self._before(arrival, itself=itself) is None:
                yield from self._why(self._source(arrival, itself=itself), itself=itself)

    def _dead_end(self, number: int) -> Finding:
        end = self.atlas.where_carrying_ends(number, self.basis.day)
        if self.atlas.open_still(end, self.basis.day):
            above = self.basis.lost_above(end)
            return self._at_unit(end, "parent", "outside") if above is None else self._dead_end(above)
        if rows := self.atlas.rows_from(end):
            return self._at_crossing(rows[0], end, "part-of", "to")
        return self._at_unit(end, "closed", "closed")

    def _at_unit(self, number: int, column: str, reach: str) -> Finding:
        table = self.atlas.book.table("units")
        unit = self.atlas.units[number]
        when = {"opened": unit.opened, "closed": unit.closed}.get(column)
        values = {"when": when, "basis": self.basis.day, **self._who(number)}
        return table.finding(OUT_OF_REACH, number, column, reach=Said("reach", reach), **values)

    def _who(self, number: int) -> dict[str, object]:
        """Return which unit it is, and in what it lies: the name of that, or its code where nobody bears it."""
        unit = self.atlas.units[number]
        above = None if unit.parent is None else self.atlas.bearer(unit.parent, unit.opened)
        parent = unit.parent if above is None else f"{self.atlas.units[above].name} ({unit.parent})"
        return {"who": Said("reach", "unit"), "unit": unit.code, "name": unit.name, "parent": parent}

    def _at_crossing(self, row: int, number: int, reach: str, column: str) -> Finding:
        table = self.atlas.book.table("crosswalk")
        values = {"when": str(self.atlas.crossings[row].date), "basis": self.basis.day, **self._who(number)}
        return table.finding(OUT_OF_REACH, row, column, reach=Said("reach", reach), **values)


def _together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the first of the findings on units of one parent for one reason, with how many units there are."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        said = finding.values
        why = finding.place.path, said["reach"], said["when"], said["parent"] or said["unit"]
        groups.setdefault(why, []).append(finding)
    for first, *others in groups.values():
        units = {finding.values["unit"] for finding in (first, *others)}
        several = {"who": Said("reach", "units"), "n": len(units)} if len(units) > 1 else {}
        yield first._replace(values={**first.values, **several})
