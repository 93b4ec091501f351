"""Households and organisations: who was in the register on a day, and where. One row is one stretch."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from antq_cli.counting.ground import Ground
from antq_cli.reading.tables import Table


class Names(NamedTuple):
    """What the columns of a register of stretches are called."""

    code: str
    place: str
    first: str
    last: str
    excluded: str | None


HOUSEHOLDS = Names("household", "area", "joined", "left", "excluded")
ORGANISATIONS = Names("code", "unit", "opened", "closed", None)


class Stretches:
    """A register of stretches as columns. Days are compared as ISO text, which sorts as the days do."""

    def __init__(self, ground: Ground, table: Table, names: Names) -> None:
        self.table = table
        self.names = names
        self.codes = table.columns[names.code]
        self.first = table.columns[names.first]
        self.last = table.columns[names.last]
        self.excluded = table.columns[names.excluded] if names.excluded else [""] * len(table)
        self.places = ground.places(table, names.place, names.first)
        # Each code with one of its rows; a code with several has all of them in `table.several`.
        self.rows = dict(zip(self.codes, range(len(table)), strict=True))
        self.unreadable = {row.get(names.code, "") for row in table.broken}

    @cached_property
    def sometimes(self) -> set[str]:
        """Return the codes that are not in the register on every day; nearly all are."""
        stretches = zip(self.codes, self.first, self.last, strict=True)
        return {code for code, first, last in stretches if first or last}

    def covers(self, code: str, day: str) -> bool:
        """Return whether a day lies in a stretch of a known code."""
        several = self.table.several.get(code)
        if several is None:
            return self._covers(self.rows[code], day)
        return any(self._covers(row, day) for row in several)

    def _covers(self, row: int, day: str) -> bool:
        return self.first[row] <= day and (not self.last[row] or day < self.last[row])

    def place(self, code: str) -> int | None:
        """Return the unit of one stretch of a code; None for an unknown code."""
        row = self.rows.get(code)
        return None if row is None else self.places[row]

    def starts_after(self, code: str, day: str) -> bool:
        """Return whether a code was not yet in the register on a day."""
        rows = self.table.several.get(code) or [self.rows[code]]
        return all(self.first[row] > day for row in rows)

    def on(self, day: str) -> tuple[Iterable[str], Iterable[int | None], Iterable[str]]:
        """Return everyone who is in the register on a day: codes, the units of the stretches, why excluded or blank."""
        days = zip(self.first, self.last, strict=True)
        there = [first <= day and (not last or day < last) for first, last in days]
        return compress(self.codes, there), compress(self.places, there), compress(self.excluded, there)

    def broken(self, ground: Ground, day: date) -> Iterator[int | None]:
        """Yield, for each row left out in reading that may have mattered on a day, its unit where that can be read."""
        for row in self.table.broken:
            if row.get(self.names.first, "") <= day.isoformat():
                yield ground.atlas.bearer(row.get(self.names.place, ""), day)
