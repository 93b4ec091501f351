"""The units of a book in all of time, and the map of one day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from tests.independent.rows import Step, Unit, holds

CARRIES_CONTENT = frozenset({"same", "whole"})
CARRIES_OWN = frozenset({"same"})


class UncleanError(ValueError):
    """The book asks for something that a clean book never has, or that is not counted here."""


class Places:
    """The units of a book in all of time: who bore a code, and what a closing unit became."""

    def __init__(self, units: list[Unit], crosswalk: dict[tuple[str, date], list[Step]]) -> None:
        self.units = units
        self.crosswalk = crosswalk
        self.by_code: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self.by_code[unit.code].append(unit)
        self._bore: dict[tuple[str, date | None], Unit | None] = {}
        self._into: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
        for (code, day), steps in crosswalk.items():
            for step in steps:
                if step.part != "land":
                    self._into[step.to].append((day, code, step.part))

    def bearer(self, code: str, day: date | None) -> Unit | None:
        """The unit that bore the code on the day; without a day, the first that ever bore it."""
        if (code, day) not in self._bore:
            self._bore[code, day] = self._bearer(code, day)
        return self._bore[code, day]

    def _bearer(self, code: str, day: date | None) -> Unit | None:
        bearers = self.by_code.get(code, [])
        if day is None:
            return min(bearers, key=lambda unit: unit.first or date.min, default=None)
        return next((unit for unit in bearers if holds(unit, day)), None)

    def successor(self, unit: Unit, parts: frozenset[str]) -> Unit | None:
        """The unit to which the crosswalk carries a closing unit, if one of these parts does."""
        if unit.last is None:
            return None
        steps = self.crosswalk.get((unit.code, unit.last), [])
        steps = [step for step in steps if step.part in CARRIES_CONTENT]
        if len(steps) > 1:
            raise UncleanError(f"{unit.code} is carried to several units on {unit.last}")
        return self.bearer(steps[0].to, unit.last) if steps and steps[0].part in parts else None

    def leaving(self, unit: Unit) -> list[Step]:
        """What the crosswalk says of a closing unit, its land apart."""
        steps = self.crosswalk.get((unit.code, unit.last), []) if unit.last else []
        return [step for step in steps if step.part != "land"]

    def closing(self, code: str, day: date) -> Unit | None:
        """The unit that bore the code until the day and bears it no longer."""
        return next((unit for unit in self.by_code.get(code, []) if unit.last == day), None)

    def into(self, unit: Unit) -> list[tuple[date, str, str]]:
        """What the crosswalk says to go into a unit: the day, the code that closes, and how much of it goes."""
        named = [(day, code, part) for day, code, part in self._into[unit.code] if holds(unit, day)]
        return sorted(named)

    def carry(self, unit: Unit | None, day: date, parts: frozenset[str]) -> Unit | None:
        """The unit open on the day that the given one has become, or None."""
        while unit is not None and unit.last is not None and unit.last <= day:
            unit = self.successor(unit, parts)
        return unit if unit is not None and holds(unit, day) else None


class Map:
    """The map of one day: where a reference leads, and what lies above a unit."""

    def __init__(self, places: Places, day: date) -> None:
        self.places = places
        self.day = day
        self.open = [unit for unit in places.units if holds(unit, day)]
        self._led: dict[tuple[str, date | None], Unit | None] = {}
        self._above: dict[Unit, list[Unit]] = {}

    def place(self, code: str, first: date | None) -> Unit | None:
        """Where a row with this code and this first day lies today."""
        key = (code, first)
        if key not in self._led:
            self._led[key] = self.places.carry(self.places.bearer(code, first), self.day, CARRIES_CONTENT)
        return self._led[key]

    def heir(self, code: str, day: date) -> Unit | None:
        """The unit that today holds what the unit bearing the code on that day did itself."""
        return self.places.carry(self.places.bearer(code, day), self.day, CARRIES_OWN)

    def parent(self, unit: Unit) -> Unit | None:
        """The unit directly above."""
        return self.place(unit.parent, unit.first) if unit.parent else None

    def above(self, unit: Unit) -> list[Unit]:
        """The unit, its parent, and so on to the root."""
        if unit not in self._above:
            chain: list[Unit] = []
            here: Unit | None = unit
            while here is not None:
                if here in chain:
                    raise UncleanError(f"{here.code} lies below itself on {self.day}")
                chain.append(here)
                here = self.parent(here)
            self._above[unit] = chain
        return self._above[unit]
