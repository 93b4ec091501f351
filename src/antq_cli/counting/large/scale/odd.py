"""Who is not plain in some pieces: whoever has several rows, or anything of whom may be at fault.

Too many may be odd, for they are judged by the sieve in the end; nobody may be plain of whom the sieve would find
anything.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

import polars as pl

from antq_cli.counting.dataset import bearers
from antq_cli.counting.large.scale.numbered import Rows
from antq_cli.counting.large.sieve import Frame, Sieve

# Stands for no row.
NOBODY = -1
# Sorts before, and after, every day.
_BEFORE, _AFTER = "", "~"

Mask = pl.Series | None


class Odd:
    """The rows of both registers in some pieces, each told by whom it is about, a number that both have."""

    def __init__(self, frame: Frame, sieve: Sieve, households: Rows, pledges: Rows, codes: pl.Categorical) -> None:
        self._frame = frame
        self._sieve = sieve
        self._households = households
        self._pledges = pledges
        self.keys = self._keys(households, codes)
        keys = self._keys(pledges, codes)
        self.who = {"households": self.keys.to_physical(), "pledges": keys.to_physical()}
        self.bound = 1 + max(_greatest(who) for who in self.who.values())

    def _keys(self, rows: Rows, codes: pl.Categorical) -> pl.Series:
        """Return by what those are told from others whom rows are about."""
        if not self._frame.alike:
            return rows.codes
        return pl.Series(self._frame.keys(rows.codes.cast(pl.String).to_list()), dtype=codes)

    def among(self, keys: Collection[str]) -> pl.Series | None:
        """Return who is odd, true or false by number; None where nobody is. Those with some keys are so as well."""
        masks = [*self._of_households(keys), *self._of_pledges()]
        found = [self.who[name].filter(mask) for name, mask in masks if mask is not None]
        who = pl.concat(found).unique() if found else ()
        if not len(who):
            return None
        odd = pl.repeat(value=False, n=self.bound, dtype=pl.Boolean, eager=True)
        return odd.scatter(who, values=True)

    def _of_households(self, keys: Collection[str]) -> Iterator[tuple[str, Mask]]:
        who, rows = self.who["households"], self._households
        numbers = pl.int_range(rows.size, dtype=pl.Int32, eager=True)
        yield "households", self._row_of.gather(who) != numbers  # who has several rows is told by one of them
        yield "households", self._nowhere()
        if keys:
            yield "households", self.keys.cast(pl.String).is_in([*keys])
        yield from self._suspected(rows)

    def _of_pledges(self) -> Iterator[tuple[str, Mask]]:
        rows, book = self._pledges, self._sieve.book
        yield "pledges", self._strange
        if self._frame.alike:
            yield "pledges", rows.codes.cast(pl.String) != self._households.codes.cast(pl.String).gather(self._at)
        yield "pledges", rows.rows_with("kind", {*rows.column("kind").cells.values()} - self._sieve.kinds)
        first = book.begins.isoformat()
        yield "pledges", rows.rows_with("date", [day for day in rows.column("date").cells.values() if day < first])
        yield "pledges", self._outside()
        yield "pledges", self._repeated()
        yield from self._suspected(rows)

    @cached_property
    def _row_of(self) -> pl.Series:
        """Return the row of everybody among the households, one of them where there are several."""
        return row_of(self.who["households"], self.bound)

    @cached_property
    def _found(self) -> pl.Series:
        """Return the row of the household of each pledge."""
        return self._row_of.gather(self.who["pledges"])

    @cached_property
    def _at(self) -> pl.Series:
        """Return the same, with any row where there is none: who has none is odd in any case."""
        return self._found.clip(0)

    @property
    def _strange(self) -> pl.Series:
        """Return which pledges are of nobody who lives in the same piece."""
        unknown = self._found == NOBODY
        if len(self._households.sizes) == 1:
            return unknown
        return unknown | (self._households.places.gather(self._at) != self._pledges.places)

    @cached_property
    def sites(self) -> Mapping[tuple[str, ...], int | None]:
        """The site of each area that households name, by the area and the first day of the stretch."""
        pairs = self._households.tuples(("area", "joined"))
        areas, days = [area for area, _ in pairs], [day for _, day in pairs]
        places = bearers(self._sieve.atlas, areas, days)
        return dict(zip(pairs, places, strict=True))

    def _nowhere(self) -> Mask:
        """Return which households lie nowhere."""
        if None not in self.sites.values():
            return None
        mixed = self._households.mixed("area", "joined")
        return mixed.numbers.is_in([number for number, cells in mixed.tuples().items() if self.sites[cells] is None])

    def _outside(self) -> Mask:
        """Return which pledges are dated on a day on which the household is not in the register."""
        first, last = (self._households.column(name) for name in ("joined", "left"))
        if not {*first.cells.values(), *last.cells.values()} - {""}:
            return None
        dates = self._pledges.column("date")
        days = sorted({_BEFORE, *dates.cells.values(), *first.cells.values(), *last.cells.values(), _AFTER})
        rank = {day: number for number, day in enumerate(days)}
        day = self._pledges.recoded("date", rank)
        begins = self._households.recoded("joined", rank).gather(self._at)
        ends = self._households.recoded("left", rank | {"": rank[_AFTER]}).gather(self._at)
        return (day < begins) | (day >= ends)

    def _repeated(self) -> Mask:
        """Return which pledges have the key of another one."""
        keys = self._pledges.mixed("date", "kind", "event").numbers * self.bound + self.who["pledges"]
        return None if keys.n_unique() == len(keys) else keys.is_duplicated()

    def _suspected(self, rows: Rows) -> Iterator[tuple[str, Mask]]:
        """Yield which rows have a cell that is to be looked at."""
        name = rows.register.name
        for each in self._frame.suspicions:
            if each.register == name:
                yield name, rows.rows_with(each.column, {*each.picks([*rows.column(each.column).cells.values()])})


def _greatest(who: pl.Series) -> int:
    greatest = who.max()
    assert isinstance(greatest, int)  # there are rows in every piece that is whole
    return greatest


def row_of(who: pl.Series, bound: int) -> pl.Series:
    """Return at everybody's number a row that is about him, and NOBODY where there is none."""
    rows = pl.int_range(len(who), dtype=pl.Int32, eager=True)
    return pl.repeat(NOBODY, bound, dtype=pl.Int32, eager=True).scatter(who, rows)
