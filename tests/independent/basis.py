"""Where what is counted on one day lies on the map of another.

Decisions where the contract is silent:

* A unit that opens after the basis and comes from others is placed through them, and each of them with the
  first day of the same row, or the eve of its leaving: so what they themselves took in until then widens the place.
* What takes no account of absorption (units for themselves) takes no account of it in any of its origins
  either: it is placed without a first day.
* A unit taken in that had several rows on the day goes where `same` or `whole` carries it, as content does;
  only for the origins of a unit that opens is a row beside one that carries a reason not to be placed.
* A unit taken in that cannot itself be placed makes the rows that may lie in it impossible to place.
* What came in by a `part` was in the unit that it came from, as what came in by `whole` was; `land` is not looked at.
* A unit divided into parts lies where all of them do, and below that maybe in each of them and what lies above it.
  Of one part alone nobody knows where the rest is. What lies in what was divided, and is open, lies there too.
* What lies nowhere may lie in all that was not there on the day; in what was, if it lay in it then.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tests.independent.places import CARRIES_CONTENT, Map
from tests.independent.rows import Unit


class UnreachableError(LookupError):
    """Something that is counted has no place on the map of the basis."""


class Lies(NamedTuple):
    """Where something lies, None if nobody can tell, and where else it may lie, below that."""

    place: Unit | None
    maybe: frozenset[Unit] = frozenset()


class Basis:
    """The map of one day as a basis for what is counted on others."""

    def __init__(self, here: Map, top: Unit | None) -> None:
        self.here = here
        self.day = here.day
        self.places = here.places
        self.top = top
        self._found: dict[tuple[Unit, date | None], Lies] = {}
        self._unsure: dict[tuple[str, date], list[tuple[Lies, Unit]]] = {}

    def place(self, unit: Unit, first: date | None) -> Lies:
        """Where a row lies that means a unit from a first day on."""
        if (unit, first) not in self._found:
            found = self._anywhere(unit, first)
            inside = found.place is not None and self.top in self.here.above(found.place)
            self._found[unit, first] = found if inside else found._replace(place=None)
        return self._found[unit, first]

    def remember(self, what: tuple[str, date], lying: list[tuple[Lies, Unit, bool]]) -> None:
        """Keep what has no sure place: where it lies, where it was, and whether it counts and is not only missed."""
        self._unsure[what] = [(lies, was) for lies, was, sent in lying if lies.place is None or (lies.maybe and sent)]

    def refuse(self, what: tuple[str, date], units: Iterable[Unit], then: Map, top: Unit) -> None:
        """Raise where something that is counted may lie in one of some units, and nobody can tell."""
        asked = list(units)
        for lies, was in self._unsure.get(what, ()):
            if any(self._may_hold(unit, lies, was, (then, top)) for unit in asked):
                raise UnreachableError(f"{was.code} cannot be placed on the map of {self.day}")

    def _may_hold(self, unit: Unit, lies: Lies, was: Unit, old: tuple[Map, Unit]) -> bool:
        """Whether something that was in a unit on its day may lie in another now, and nobody can tell."""
        if lies.place is not None or unit in lies.maybe:
            return unit in lies.maybe
        then, top = old
        there = [one for one in self._up(unit) if one in then.open and top in then.above(one)]
        return bool(self._up(unit)) and all(one in then.above(was) for one in there)

    def _anywhere(self, unit: Unit, first: date | None) -> Lies:
        return self._above_all([self._itself(unit, first), *self._absorbed(unit, first)])

    def _itself(self, unit: Unit, first: date | None) -> Lies:
        """The unit, what it has become, or what lies above everything it came from."""
        if unit.first is None or unit.first <= self.day:
            return self._later(unit)
        rows = [row for row in self.places.into(unit) if row[0] == unit.first]
        return self._above_all([self._origin(*row, first) for row in rows])

    def _later(self, unit: Unit) -> Lies:
        """What a unit has become: another one, or what lies above all parts of it, or of what it lay in."""
        here = self.places.carry(unit, self.day, CARRIES_CONTENT)
        if here is not None:
            chain = self.here.above(here)
            if self.top in chain:
                return Lies(here)
            above = self.places.bearer(chain[-1].parent, chain[-1].first) if chain[-1].parent else None
            return Lies(None) if above is None else self._later(above)
        end = unit
        while (after := self.places.successor(end, CARRIES_CONTENT)) is not None:
            end = after
        return self._parts(end)

    def _parts(self, unit: Unit) -> Lies:
        rows = self.places.leaving(unit)
        heirs = {self.places.bearer(row.to, unit.last) for row in rows}
        if not rows or any(row.part != "part" for row in rows):
            return Lies(None)
        found = [Lies(None) if heir is None else self._later(heir) for heir in heirs]
        whole = self._above_all(found if len(heirs) > 1 else [*found, Lies(None)])
        over = {up for one in found if one.place for up in self._up(one.place)}
        known = set(self._up(whole.place)) if whole.place else set()
        return Lies(whole.place, frozenset((whole.maybe | over) - known))

    def _up(self, unit: Unit) -> list[Unit]:
        chain = self.here.above(unit)
        return chain[: chain.index(self.top) + 1] if self.top in chain else []

    def _origin(self, day: date, code: str, part: str, first: date | None) -> Lies:
        """Where a unit lies from which another came on the day on which that one opened."""
        parts = [step.part for step in self.places.crosswalk[code, day] if step.part != "land"]
        alone = len(parts) == 1 or set(parts) == {"part"}
        return self._taken_in(day, code, part, first) if alone else Lies(None)

    def _absorbed(self, unit: Unit, first: date | None) -> list[Lies]:
        """Where everything lies that the unit took in after the basis and by the first day of the row."""
        if first is None:
            return []
        rows = [row for row in self.places.into(unit) if self.day < row[0] <= first]
        return [self._taken_in(*row, first) for row in rows if unit.first is None or unit.first < row[0]]

    def _taken_in(self, day: date, code: str, part: str, first: date | None) -> Lies:
        eve = day - timedelta(days=1)
        source = self.places.closing(code, day) or (self.places.bearer(code, eve) if part == "part" else None)
        return Lies(None) if source is None else self._anywhere(source, None if first is None else min(first, eve))

    def _above_all(self, found: list[Lies]) -> Lies:
        """The lowest unit that is or lies above all of these; None if one of them, or all, are nowhere."""
        maybe = frozenset(unit for one in found for unit in one.maybe)
        known = [one.place for one in found if one.place is not None]
        if not known or len(known) < len(found):
            return Lies(None, maybe)
        chains = [self.here.above(unit) for unit in known]
        return Lies(next((one for one in chains[0] if all(one in chain for chain in chains)), None), maybe)
