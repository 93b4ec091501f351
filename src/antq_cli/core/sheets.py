"""A sheet of an office program as it is: every row with its true number, every cell with what is known of it.

Nothing is read into anything here: a formula that nobody has calculated, an error, a hidden row are told as such, for
who imports a sheet has to account for every row of it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

# What a cell may hold; None is a cell that holds nothing.
Content = str | int | float | bool | date | datetime | None
_LETTERS = 26


class Area(NamedTuple):
    """A rectangle of cells, all of its rows and columns counted, from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies in it."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


class SheetCell(NamedTuple):
    """A cell: its row and column, from 1, and what it holds.

    ``error`` is what the sheet shows in place of a value (``#REF!``), "" where it shows none. Of a ``formula`` the
    content is what was calculated last; it is ``stale`` where nobody ever calculated it, or where it has to be
    calculated anew. ``form`` is the number format, "" for the general one: 123 may be shown as 00123. What is merged
    stands in its first cell; ``merged`` is the whole rectangle, in each of its cells.
    """

    row: int
    column: int
    content: Content = None
    error: str = ""
    formula: bool = False
    stale: bool = False
    form: str = ""
    merged: Area | None = None
    hidden: bool = False

    @property
    def address(self) -> str:
        """Return what the cell is called: D7."""
        return f"{letters(self.column)}{self.row}"

    @property
    def blank(self) -> bool:
        """Whether it shows nothing: it holds nothing but white space, and no error."""
        content = self.content
        if content is None or (isinstance(content, str) and not content.strip()):
            return not self.error and not self.stale
        return False


class SheetRow(NamedTuple):
    """A row of a sheet: its number, from 1, and its cells from the first column on; those at its end may be missing."""

    number: int
    cells: Sequence[SheetCell]
    hidden: bool = False


class Sheet(NamedTuple):
    """A sheet: its name, its rows in their order, every number from 1 to the last one used; ``source`` is its file.

    Of a hidden one there are no rows: it is not read. ``macros`` says that the file has such; nobody runs them.
    """

    source: str
    name: str
    rows: Sequence[SheetRow]
    hidden: bool = False
    hidden_columns: Sequence[int] = ()
    macros: bool = False


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """Return what a column is called, given its number from 1: A, Z, AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found
