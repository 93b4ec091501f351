"""The basis: figures of one day put on the map of another, by the rows and the crosswalk alone.

What is counted on a day has a place on the map of that day. On another map it lies where its own row says: in the unit
that the row names if that is open there; in what that unit was carried to, if it has closed; and if it opens only
later, in what it was before. What several units became together cannot be told apart again, nor what of a divided unit
went where: it is placed in the lowest unit that all of them, or all of the parts, lie in. Of a divided unit no figure
below that can be told in which a part of it may lie. Where nothing says where something went, there is no place, and no
figure can be told but of units outside of which it lay on the day. These figures are refused, and no others.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding, Refused, Rule
from antq_cli.core.values import Said
from antq_cli.units.atlas import Arrival
from antq_cli.units.daymap import DayMap

OUT_OF_REACH = Rule("U015", "basis-out-of-reach")
# The same where the other figures are told.
PARTLY_OUT_OF_REACH = OUT_OF_REACH._replace(severity="warning")


class OutOfReach(Refused):
    """The basis has no place for something that is in a figure asked for (U015)."""


# What is counted: the site in which it lies, and whether it is the unit itself.
Item = tuple[int, bool]


class Spot(NamedTuple):
    """Where something lies: the open unit on the day on which it is counted, and the one on the map of the basis.

    None where it has no place on the basis.
    """

    then: int
    shown: int | None


class _Way(NamedTuple):
    """Where the way to the basis ends: in a unit, None in none; and the units below it in which it may lie as well."""

    unit: int | None = None
    touched: frozenset[int] = frozenset()

    @property
    def sure(self) -> bool:
        return self.unit is not None and not self.touched


_NOWHERE = _Way()


class Regrouping:
    """A map of the day on which things are counted, and the map by which they are grouped: the basis."""

    def __init__(self, map_: DayMap, basis: DayMap) -> None:
        self.map = map_
        self.basis = basis
        self.atlas = map_.atlas
        # Where a way ends is a matter of the basis alone, whatever the day is on which something is counted.
        self._ways: dict[Item, _Way]
        self._ahead_of: dict[int, _Way]
        self._ways, self._ahead_of = self.atlas.ways.setdefault(self.atlas.epoch(basis.day), ({}, {}))
        # Whether the basis is the map of another day; if not, everything lies where it lay.
        self.regroups = basis is not map_
        # What is known of these two maps; it is shared by the days between two on which something changes.
        between = self.atlas.epoch(map_.day), self.atlas.epoch(basis.day), self.regroups
        self.known: dict[Any, Any] = self.atlas.regrouped.setdefault(between, {})
        self._spots: dict[Item, Spot | None] = self.known.setdefault("spots", {})
        # Of what has been given a place, that which has no sure one.
        self.doubtful: set[Item] = self.known.setdefault("doubtful", set())

    @property
    def day(self) -> date:
        """The day on which things are counted, which need not be that of the basis."""
        return self.map.day

    def place(self, site: int | None, *, itself: bool = False) -> Spot | None:
        """Return where something lies that was put into a unit, or the unit ``itself``.

        None where it has no place on the day; what has one there and none on the basis is told by its spot.
        """
        if site is None:
            return None
        item = site, itself
        if item not in self._spots:
            self._spots[item] = spot = self._find_spot(site, itself=itself)
            if spot is not None and not self.is_sure(site, itself=itself, somebody=True):
                self.doubtful.add(item)
        return self._spots[item]

    def _find_spot(self, site: int, *, itself: bool) -> Spot | None:
        then = self.map.place(site)
        if then is None:
            return None
        return Spot(then, self._way(site, itself=itself).unit if self.regroups else then)

    def is_sure(self, site: int | None, *, itself: bool, somebody: bool) -> bool:
        """Return whether all figures of the basis can be told, whatever lies in a site that has a place on the day.

        Of a divided unit they can be where not ``somebody`` is counted: of whom nothing came, the parts miss nothing.
        """
        if site is None or not self.regroups:
            return True
        way = self._way(site, itself=itself)
        return way.unit is not None and not (way.touched and somebody)

    def spot(self, site: int | None, *, itself: bool = False) -> Spot | None:
        """Return where something lies that need not be counted: None where it has no place on one of the maps."""
        then = self.map.place(site)
        if then is None or site is None:
            return None
        shown = self._way(site, itself=itself).unit if self.regroups else then
        return None if shown is None else Spot(then, shown)

    def lies_in(self, spot: Spot | None, unit: int) -> bool:
        """Return whether what lies at a spot lies in a unit of the basis."""
        return spot is not None and spot.shown is not None and unit in self.basis.paths.get(spot.shown, ())

    def _way(self, site: int, *, itself: bool) -> _Way:
        key = site, itself
        if key not in self._ways:
            self._ways[key] = self._find(site, itself=itself)
        return self._ways[key]

    def _find(self, site: int, *, itself: bool) -> _Way:
        number, since = self.atlas.unit_of(site)
        if self._from_nowhere(number):
            return _NOWHERE
        ways = [] if self._opens_later(number) else [self._ahead(number)]
        came = self._between(number, since)
        return self._together([*ways, *(self._before(each, itself=itself) for each in came)])

    def _together(self, ways: Collection[_Way]) -> _Way:
        """Return the lowest unit in which all of some ways end, which may be any of them; none if one ends nowhere."""
        touched = frozenset[int]().union(*(way.touched for way in ways))
        units = [way.unit for way in ways if way.unit is not None]
        return _Way(self.basis.common(units) if units and len(units) == len(ways) else None, touched)

    def _ahead(self, number: int) -> _Way:
        """Return where on the basis lies what lay in a unit that opened by then: in it, or in what it has become."""
        if number not in self._ahead_of:
            self._ahead_of[number] = _NOWHERE  # whoever comes back here goes round in a circle
            self._ahead_of[number] = self._find_ahead(number)
        return self._ahead_of[number]

    def _find_ahead(self, number: int) -> _Way:
        if (carried := self.basis.place(number)) is not None:
            return _Way(carried)
        end = self.atlas.where_carrying_ends(number, self.basis.day)
        if self.atlas.open_still(end, self.basis.day):  # what lay above it may have been divided
            above = self.basis.lost_above(end)
            return _NOWHERE if above is None else self._ahead(above)
        return self._divided([_NOWHERE if part is None else self._ahead(part) for part in self.atlas.parts_of(end)])

    def _divided(self, parts: Collection[_Way]) -> _Way:
        """Return where lies what went nobody knows into which of some parts."""
        whole = self._together(parts)
        units = (part.unit for part in parts if part.unit is not None)
        touched = whole.touched.union(*(self.basis.paths[unit] for unit in units))
        above = () if whole.unit is None else self.basis.paths[whole.unit]
        return whole._replace(touched=touched.difference(above))

    def _before(self, arrival: Arrival, *, itself: bool) -> _Way:
        source = self._source(arrival, itself=itself)
        return _NOWHERE if source is None else self._way(source, itself=itself)

    def _source(self, arrival: Arrival, *, itself: bool) -> int | None:
        """Return the site of what came into a unit: the one before it, with what that had taken in until the eve."""
        if arrival.number is None or itself:
            return arrival.number
        return self.atlas.site(arrival.number, earlier(arrival.date))

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

    def refuse_if_unreachable(self, unsure: Mapping[Item, int], units: Iterable[int]) -> None:
        """Raise :class:`OutOfReach`, naming the units it fails at, where something may lie in one of some units (U015).

        ``unsure`` is what has no sure place, and where it lies on the day. Of the units of one parent that fail for the
        same reason one finding says how many they are.
        """
        asked = frozenset(units)
        highest = [unit for unit in asked if asked.isdisjoint(self.basis.paths[unit][1:])]
        sites = [item for item, then in unsure.items() if self._is_in_the_way(item, then, asked, highest)]
        found = (finding for site, itself in sorted(sites) for finding in self._why(site, itself=itself))
        unique = list({(finding.place, str(finding.values)): finding for finding in found}.values())
        assert unique or not sites
        if unique:
            raise OutOfReach(*_together(sorted(unique, key=lambda finding: finding.order)))

    def _is_in_the_way(self, item: Item, then: int, asked: frozenset[int], highest: Collection[int]) -> bool:
        """Return whether something without a sure place may lie in a unit that is asked for."""
        way = self._way(item[0], itself=item[1])
        if not asked.isdisjoint(way.touched):
            return True
        return way.unit is None and any(self._may_lie_in(unit, then) for unit in highest)

    def _may_lie_in(self, unit: int, then: int) -> bool:
        """Return whether what has no place at all may lie in a unit of the basis.

        It does not if that, or one above it, was there on the day as well, and it did not lie in there.
        """
        above = (each for each in self.basis.paths[unit] if each in self.map.paths)
        return all(each in self.map.paths[then] for each in above)

    def _why(self, site: int, *, itself: bool) -> Iterator[Finding]:
        """Find what keeps a site from the basis: the unit or the row of the crosswalk at which the way ends."""
        number, since = self.atlas.unit_of(site)
        if self._from_nowhere(number):
            yield self._at_unit(number, "opened", "opened")
        elif not self._opens_later(number) and not self._ahead(number).sure:
            yield self._dead_end(number)
        for arrival in self._between(number, since):
            source = self._source(arrival, itself=itself)
            if source is None:
                yield self._at_crossing(arrival.row, number, "part-into", "from")
            elif not self._way(source, itself=itself).sure:
                yield from self._why(source, itself=itself)

    def _dead_end(self, number: int) -> Finding:
        end = self.atlas.where_carrying_ends(number, self.basis.day)
        if self.atlas.open_still(end, self.basis.day):
            above = self.basis.lost_above(end)
            return self._at_unit(end, "parent", "outside") if above is None else self._dead_end(above)
        if rows := self.atlas.rows_from(end):
            held = self._ahead(end).unit
            return self._at_crossing(rows[0], end, "part-of" if held is None else "divided", "to", held)
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

    def _at_crossing(self, row: int, number: int, reach: str, column: str, held: int | None = None) -> Finding:
        table = self.atlas.book.table("crosswalk")
        values = {"when": self.atlas.crossings[row].date, "basis": self.basis.day, **self._who(number)}
        if held is not None:
            values["held"] = f"{self.atlas.units[held].name} ({self.atlas.units[held].code})"
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
