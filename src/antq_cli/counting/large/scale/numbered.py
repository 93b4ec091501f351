"""Columns of polars in which each cell is a number, for the engine of the extra ``scale``.

What polars is told of the bytes is proven before: there are no quotes, no rows that are too short, and no blanks that
were anything else.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import polars as pl

from antq_cli.core.cells import CODE
from antq_cli.core.registers import Register
from antq_cli.reading.fast import Outline

# Where a file holds nothing but these, each of its codes that is not blank is one, and no text is at fault.
_CODES = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-,\n"
_TEXTS = ("sheet", "note")
_CODE = rf"\A(?:{CODE.pattern})\z"


class Numbered(NamedTuple):
    """A column: the number of each row's cell, and the cells by their numbers, "" for those that are blank.

    ``numbers`` is None where all cells are the same one, which has the number 0 then.
    """

    numbers: pl.Series | None
    cells: Mapping[int, str]

    def within(self, cells: Collection[str]) -> list[int]:
        """Return the numbers of those of its cells that are among some."""
        return [number for number, cell in self.cells.items() if cell in cells]


class Mixed:
    """Several columns as one of numbers, each of which can be taken apart again."""

    def __init__(self, columns: Sequence[Numbered], size: int) -> None:
        self._cells = [column.cells for column in columns]
        self._bounds = [1 if column.numbers is None else max(column.cells) + 1 for column in columns]
        self.numbers = pl.repeat(0, size, dtype=pl.Int64, eager=True)
        for column, bound in zip(columns, self._bounds, strict=True):
            if column.numbers is not None:
                self.numbers = self.numbers * bound + column.numbers

    def recoded(self, numbers: Mapping[int, int]) -> pl.Series:
        """Return them in other numbers, given by those that they have."""
        table = [numbers.get(number, 0) for number in range(max(numbers, default=0) + 1)]
        return pl.Series(table, dtype=pl.Int32).gather(self.numbers)

    def cells(self, number: int) -> tuple[str, ...]:
        """Return the cell of each column that a number is made of."""
        found = []
        for cells, bound in zip(reversed(self._cells), reversed(self._bounds), strict=True):
            number, own = divmod(number, bound)
            found.append(cells[own])
        found.reverse()
        return tuple(found)

    def tuples(self) -> dict[int, tuple[str, ...]]:
        """Return the distinct tuples of cells by their numbers."""
        return {number: self.cells(number) for number in self.numbers.unique().to_list()}


class Rows:
    """The rows of a register in several files of one header, one file after the other."""

    def __init__(
        self, register: Register, outlines: Sequence[Outline], codes: pl.Categorical, asked: Collection[str]
    ) -> None:
        self.register = register
        self.outlines = outlines
        self.sizes = [each.body.rstrip(b"\n").count(b"\n") for each in outlines]
        self.size = sum(self.sizes)
        self.about = register.model.about
        self._only_codes = not any(each.body.translate(None, _CODES) for each in outlines)
        names = outlines[0].names
        self._read = [name for name in names if not (self._only_codes and name in _TEXTS and name not in asked)]
        types = {name: codes if name == self.about else numbers() for name in names}
        bodies = [each.body for each in outlines]
        self._frame = pl.read_csv(bodies, columns=self._read, schema=types, quote_char=None)
        self._unread = {*names} - {*self._read}
        self._columns: dict[str, Numbered] = {}
        self._mixed: dict[tuple[str, ...], Mixed] = {}

    @property
    def whole(self) -> bool:
        """Whether there are as many rows as the bytes have lines, and some."""
        return 0 < self._frame.height == self.size

    @property
    def codes(self) -> pl.Series:
        """Whom each row is about."""
        return self._frame[self.about]

    @cached_property
    def places(self) -> pl.Series:
        """In which of the files each row stands."""
        return pl.concat([pl.repeat(file, size, dtype=pl.UInt32, eager=True) for file, size in enumerate(self.sizes)])

    def column(self, name: str) -> Numbered:
        """Return a column in numbers; one that the files leave out is blank throughout."""
        if name not in self._columns:
            there = name in self._read
            self._columns[name] = _numbered(self._frame[name]) if there else Numbered(None, {0: ""})
        return self._columns[name]

    def recoded(self, name: str, numbers: Mapping[str, int]) -> pl.Series:
        """Return a column in other numbers, by its cells."""
        column = self.column(name)
        if column.numbers is None:
            (cell,) = column.cells.values()
            return pl.repeat(numbers[cell], self.size, dtype=pl.Int32, eager=True)
        table = [numbers.get(column.cells.get(number, ""), 0) for number in range(max(column.cells) + 1)]
        return pl.Series(table, dtype=pl.Int32).gather(column.numbers)

    def mixed(self, *names: str) -> Mixed:
        """Return some columns as one."""
        if names not in self._mixed:
            self._mixed[names] = Mixed([self.column(name) for name in names], self.size)
        return self._mixed[names]

    def to_judge(self, name: str) -> Sequence[str]:
        """Return the distinct cells of a column, but for those that are proven."""
        proven = self._codes_hold if name == self.about else name in self._unread
        return () if proven else [*self.column(name).cells.values()]

    @cached_property
    def _codes_hold(self) -> bool:
        """Whether every code is one: so many are judged where they are, and not by their model."""
        filled = not self.codes.null_count()
        return filled and (self._only_codes or self.codes.cast(pl.String).str.contains(_CODE).all())

    def tuples(self, names: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the distinct tuples of some columns."""
        return [*self.mixed(*names).tuples().values()]

    def rows_with(self, name: str, cells: Collection[str]) -> pl.Series | None:
        """Return which rows have one of some cells in a column; None where none has."""
        column = self.column(name)
        wanted = column.within(cells)
        if not wanted:
            return None
        if column.numbers is None:
            return pl.repeat(value=True, n=self.size, eager=True)
        return column.numbers.is_in(wanted)


def numbers() -> pl.Categorical:
    """Return a type for cells that are told by numbers of their own."""
    return pl.Categorical(pl.Categories.random())


def _numbered(series: pl.Series) -> Numbered:
    found = series.unique()
    numbers, cells = found.to_physical().to_list(), found.cast(pl.String).to_list()
    blank = 1 + max((number for number in numbers if number is not None), default=0)
    by_number = {blank if number is None else number: cell or "" for number, cell in zip(numbers, cells, strict=True)}
    if len(by_number) == 1:
        return Numbered(None, dict(enumerate(by_number.values())))
    return Numbered(series.to_physical().fill_null(blank), by_number)
