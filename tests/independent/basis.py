"""Where what is counted on one day lies on the map of another.

Decisions where the contract is silent:

* A unit that opens after the basis and comes from others is placed through them, and each of them with the
  first day of the same row: so what they themselves took in between the basis and that day widens the place.
* What takes no account of absorption (units for themselves) takes no account of it in any of its origins
  either: it is placed without a first day.
* A unit taken in that had several rows on the day goes where `same` or `whole` carries it, as content does;
  only for the origins of a unit that opens is a second row a reason not to be placed.
* A unit taken in that cannot itself be placed makes the rows that may lie in it impossible to place.
"""

from __future__ import annotations

from datetime import date

from tests.independent.places import CARRIES_CONTENT, Map
from tests.independent.rows import Unit


class UnreachableError(LookupError):
    """Something that is counted has no place on the map of the basis."""


class Basis:
    """The map of one day as a basis for what is counted on others."""

    def __init__(self, here: Map, top: Unit | None) -> None:
        self.here = here
        self.day = here.day
        self.places = here.places
        self.top = top
        self._found: dict[tuple[Unit, date | None], Unit | None] = {}

    def place(self, unit: Unit, first: date | None) -> Unit | None:
        """Where a row lies that means a unit from a first day on; None if that cannot be told."""
        if (unit, first) not in self._found:
            found = self._anywhere(unit, first)
            inside = found is not None and self.top in self.here.above(found)
            self._found[unit, first] = found if inside else None
        return self._found[unit, first]

    def _anywhere(self, unit: Unit, first: date | None) -> Unit | None:
        return self._above_all([self._itself(unit, first), *self._absorbed(unit, first)])

    def _itself(self, unit: Unit, first: date | None) -> Unit | None:
        """The unit, what it has become, or what lies above everything it came from."""
        if unit.first is None or unit.first <= self.day:
            return self.places.carry(unit, self.day, CARRIES_CONTENT)
        rows = [row for row in self.places.into(unit) if row[0] == unit.first]
        return self._above_all([self._origin(*row, first) for row in rows])

    def _origin(self, day: date, code: str, part: str, first: date | None) -> Unit | None:
        """Where a unit lies from which another came on the day on which that one opened."""
        alone = len(self.places.crosswalk[code, day]) == 1
        return self._taken_in(day, code, part, first) if alone else None

    def _absorbed(self, unit: Unit, first: date | None) -> list[Unit | None]:
        """Where everything lies that the unit took in after the basis and by the first day of the row."""
        if first is None:
            return []
        rows = [row for row in self.places.into(unit) if self.day < row[0] <= first]
        return [self._taken_in(*row, first) for row in rows if unit.first is None or unit.first < row[0]]

    def _taken_in(self, day: date, code: str, part: str, first: date | None) -> Unit | None:
        closing = self.places.closing(code, day)
        return self._anywhere(closing, first) if closing is not None and part in CARRIES_CONTENT else None

    def _above_all(self, units: list[Unit | None]) -> Unit | None:
        """The lowest unit that is or lies above all of these; None if one of them, or all, are nowhere."""
        known = [unit for unit in units if unit is not None]
        if not known or len(known) < len(units):
            return None
        chains = [self.here.above(unit) for unit in known]
        return next((one for one in chains[0] if all(one in chain for chain in chains)), None)
