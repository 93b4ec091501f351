"""Whose a row is: the unit, or the organisation, that its names are of on the map of its day."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.codes import zeroless
from antq_cli.core.folding import read
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.registers import Organisation, Unit
from antq_cli.counting.bulk import cell
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.stretches import Stretches, stretches_of
from antq_cli.units.names import Ladder
from antq_cli.words.speech import closest

# As the list of a form has units: the name, and the code in brackets.
_LISTED = re.compile(r"(?P<name>.+) \((?P<code>[A-Za-z0-9-]+)\)")
_MOST_NAMED = 6
# How like the name of a unit another text has to be to be told beside it; it is never taken for it.
_ALIKE = 0.85


class Body(NamedTuple):
    """Whom a row may be of: the code and the name, the unit, and the one above, which tells two of a name apart.

    Of an organisation ``number`` is the unit that it lies in.
    """

    code: str
    name: str
    kind: str
    number: int
    level: str
    above: str = ""

    @property
    def told(self) -> str:
        """What it is called where it is one of several."""
        about = ", ".join(filter(None, (self.kind, self.above)))
        return f"{self.name} ({self.code}{', ' if about else ''}{about})"


class Met(NamedTuple):
    """Whom some names are of: one, or by which rule nobody; ``units`` are those that it could be."""

    body: Body | None = None
    code: str = ""
    units: Sequence[str] = ()


class Names:
    """The units and organisations of a book below one unit, to be found by what sheets call them, day by day."""

    def __init__(self, dataset: Dataset, scope: int | None = None, grains: Collection[str] = ()) -> None:
        self._dataset = dataset
        self._scope = scope
        self._grains = grains
        self._days: dict[date, OnDay] = {}
        self._epochs: dict[int, OnDay] = {}
        self._ever: dict[str, bool] = {}

    def on(self, day: date) -> "OnDay":
        """Return those of a day: they are the same between two days on which a unit opens or closes."""
        known = self._days.get(day)
        if known is None:
            epoch = self._dataset.atlas.epoch(day)
            known = None if self._fleeting else self._epochs.get(epoch)
            known = known or OnDay(self._dataset, day, self._scope, self._grains)
            self._days[day] = self._epochs[epoch] = known
        return known

    @cached_property
    def _fleeting(self) -> bool:
        """Whether organisations report, which open and close on any day."""
        return not all(map(self._dataset.manifest.is_level, self._grains))

    def ever(self, text: str) -> bool:
        """Return whether somebody of the book was ever called so."""
        if text not in self._ever:
            self._ever[text] = bool(self._all.match(text).found) or read(text) in self._codes
        return self._ever[text]

    @cached_property
    def _all(self) -> Ladder:
        return Ladder(enumerate([*self._dataset.atlas.units, *self._organisations]))

    @cached_property
    def _organisations(self) -> list[Unit]:
        """Return the organisations, where some of them report."""
        if not self._fleeting:
            return []
        rows = self._dataset.book.rows(Organisation)
        return [Unit(code=each.code, name=each.name, level=each.kind) for each in rows]

    @cached_property
    def _codes(self) -> set[str]:
        return {*self._dataset.atlas.codes, *(each.code for each in self._organisations)}


class OnDay:
    """Who there is on a day."""

    def __init__(self, dataset: Dataset, day: date, scope: int | None, grains: Collection[str]) -> None:
        self._map = dataset.map(day)
        self._units = dataset.atlas.units
        self._scope = self._map.top if scope is None else scope
        self._grains = grains
        self._met: dict[tuple[str, ...], Met] = {}
        self.bodies = self._of_units()
        kinds = [each for each in grains if not dataset.manifest.is_level(each)]
        if kinds:
            self.bodies += self._of_organisations(stretches_of(dataset, ORGANISATION, needed=False), kinds, day)
        self._by_code = {body.code: number for number, body in enumerate(self.bodies)}

    def _of_units(self) -> list[Body]:
        paths = self._map.paths
        return [
            Body(unit.code, unit.name, unit.kind or "", number, unit.level, self._above(paths[number][1:2]))
            for number, unit in ((number, self._units[number]) for number in paths if self._scope in paths[number])
        ]

    def _of_organisations(self, there: Stretches, kinds: Sequence[str], day: date) -> list[Body]:
        rows = [row for kind in kinds for row in there.of_kind(kind, day)]
        found = []
        for row in rows:
            place = self._map.place(there.places[row])
            if place is not None and self._scope in self._map.paths[place]:
                above = self._units[place].name
                found.append(
                    Body(
                        there.codes[row],
                        cell(there.table, row, "name"),
                        "",
                        place,
                        cell(there.table, row, "kind"),
                        above,
                    )
                )
        return found

    def _above(self, numbers: Iterable[int]) -> str:
        return next((self._units[number].name for number in numbers), "")

    @cached_property
    def _ladder(self) -> Ladder:
        units = [Unit(code=each.code, name=each.name, level=each.level, kind=each.kind) for each in self.bodies]
        return Ladder(enumerate(units))

    def expected(self, grain: str) -> list[Body]:
        """Return those who report: the units of a level, or the organisations of a kind, by code."""
        return sorted((each for each in self.bodies if each.level == grain), key=lambda each: each.code)

    def knows(self, name: str) -> bool:
        """Return whether somebody is called so, or several are."""
        return bool(self._named(name))

    def find(self, names: Sequence[str]) -> Met:
        """Return whom the names of a row are of, from the larger unit to the smaller; a code is a name as well."""
        key = tuple(names)
        if key not in self._met:
            self._met[key] = self._find(names)
        return self._met[key]

    def _find(self, names: Sequence[str]) -> Met:
        """Return the one whom the last name is of, and who lies in whom the others are of, or is the same."""
        rungs = [self._named(each) for each in names]
        for name, found in zip(names, rungs, strict=True):
            if not found:
                return Met(code="I206", units=self._suggested(name))
        last = self._of_grain(rungs[-1])
        within = [each for each in last if all(self._fits(each, others) for others in rungs[:-1])]
        if not within:
            return Met(code="I208", units=self._told(last))
        if len(within) > 1:
            return Met(code="I207", units=self._told(within))
        return Met(self.bodies[within[0]])

    def _named(self, name: str) -> list[int]:
        if (number := self._by_code.get(read(name))) is not None:
            return [number]
        found = self._ladder.match(name).found
        if not found and (listed := _LISTED.fullmatch(read(name))):
            named = self._ladder.match(listed["name"]).found
            return [number for number in named if self.bodies[number].code == listed["code"]]
        return found

    def _of_grain(self, found: Sequence[int]) -> list[int]:
        """Return those of some who report what the sheet is about, if any do; else all."""
        return [number for number in found if self.bodies[number].level in self._grains] or [*found]

    def _fits(self, number: int, others: Sequence[int]) -> bool:
        """Return whether one is, or lies in, one of others."""
        body = self.bodies[number]
        path = self._map.paths[body.number]
        return any(number == other or (self.bodies[other].number in path and self._is_unit(other)) for other in others)

    def _is_unit(self, number: int) -> bool:
        return self.bodies[number].code == self._units[self.bodies[number].number].code

    def _suggested(self, name: str) -> list[str]:
        suggested = self._ladder.match(name).suggested
        alike = [number for code, number in self._by_code.items() if zeroless(code) == zeroless(read(name))]
        names = {
            called.strip().lower(): number
            for number, body in enumerate(self.bodies)
            for called in (body.name, f"{body.kind} {body.name}")
        }
        near = None if suggested or alike else closest(read(name).lower(), tuple(names), _ALIKE)
        return self._told([*suggested, *alike, *([] if near is None else [names[near]])])

    def _told(self, numbers: Iterable[int]) -> list[str]:
        told = sorted({self.bodies[number].told for number in numbers})
        return [*told[:_MOST_NAMED], *(["…"] if told[_MOST_NAMED:] else [])]

    def holds(self, above: Body, below: Body) -> bool:
        """Return whether one lies in another one."""
        return above.code != below.code and above.number in self._map.paths[below.number]
