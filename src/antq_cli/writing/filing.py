"""Into which file of a register a row goes: the one that is named, else that in which its neighbours are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.findings import COMMAND_LINE
from antq_cli.core.registers import REGISTERS
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.parts import Part
from antq_cli.writing.rules import refusal

# The column that says where a row is of; who signs a pledge is somewhere by another register.
_PLACES = {"households": "area", "pledges": "pledger"}
# The registers whose rows name organisations beside units.
_OF_BODIES = ("pledges", "returns")
_RARE = 4  # times


class Filing:
    """Where the rows of one register go; ``into`` is the file that was asked for, by its path in the book, or None."""

    def __init__(self, dataset: Dataset, register: str, into: str | None = None) -> None:
        self._dataset = dataset
        self._register = REGISTERS[register]
        self._table = dataset.book.table(register)
        self._into = into
        self._known: dict[str, str] = {}

    def file(self, place: str, day: date | None) -> str:
        """Return the path of the file for a row that is of a unit, by its code, on a day.

        It is the file with the latest rows of the same unit, of those in which they are at home; else of what that
        lies in, further up and further; else the only file; else a new one of the register's name. Raises
        :class:`Refused` (U117) where nobody can tell.
        """
        if self._into is not None:
            return self._into
        if place not in self._known:
            self._known[place] = self._find(place, day)
        return self._known[place]

    def _find(self, place: str, day: date | None) -> str:
        name, parts = self._register.name, self._table.parts
        if len(parts) == 1:
            return parts[0].path
        if not parts:
            return f"{name}/{name}.csv" if self._dataset.book.has_folder(name) else f"{name}.csv"
        for codes in self._around(place, day):
            named = self._named(codes)
            if path := _latest({part: days for part in parts if (days := self._days(part, named))}):
                return path
        raise refusal("U117", COMMAND_LINE, value=place, files=[part.path for part in parts])

    def _around(self, place: str, day: date | None) -> Iterator[Collection[str]]:
        """Yield the codes of a unit, of all that lies in it, of all that lies in what it lies in, and so on."""
        atlas = self._dataset.atlas
        yield {place}
        number = atlas.bearer(place, day)
        seen: set[int] = set()
        while number is not None and number not in seen:
            seen.add(number)
            yield {atlas.units[each].code for each in self._within(number)}
            number = atlas.parents[number]

    def _within(self, number: int) -> set[int]:
        """Return a unit and all that ever lay in it, or in what did."""
        found, fresh = {number}, [number]
        while fresh:
            fresh = [below for each in fresh for below in self._below.get(each, ()) if below not in found]
            found.update(fresh)
        return found

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below: dict[int, list[int]] = {}
        for number, above in enumerate(self._dataset.atlas.parents):
            if above is not None:
                below.setdefault(above, []).append(number)
        return below

    def _named(self, units: Collection[str]) -> Collection[str]:
        """Return the codes by which rows are of some units: their own, and those of who is in them."""
        found = set(units)
        if self._register.name in _OF_BODIES:
            found |= self._those("organisations", "code", "unit", units)
        if self._register.name == "pledges":
            found |= self._those("households", "household", "area", units)
        return found

    def _those(self, register: str, code: str, place: str, units: Collection[str]) -> set[str]:
        table = self._dataset.book.table(register)
        pairs = zip(bulk.column(table, code), bulk.column(table, place), strict=True)
        return {each for each, of in pairs if of in units}

    def _days(self, part: Part, codes: Collection[str]) -> list[str]:
        """Return the first days of the rows of a file that are of some codes; "" where one has none."""
        column = _PLACES.get(self._register.name, "unit")
        day = next(each.name for each in self._register.columns if each.kind is date)
        return [first for code, first in part.cells(column, day) if code in codes]


def _latest(days: Mapping[Part, Sequence[str]]) -> str | None:
    """Return the path of the file with the latest of some rows, given their days by file; None where there are none.

    Who moves takes rows along into files of other units: where some are far rarer than elsewhere they are not at home.
    """
    often = {part: len(found) / len(part) for part, found in days.items()}
    at_home = [part for part in days if often[part] * _RARE >= max(often.values())]
    last = max((max(days[part]) for part in at_home), default="")
    return min((part.path for part in at_home if max(days[part]) == last), default=None)
