"""The rows of a sheet as they are put together, cell by cell, whoever reads them from the file."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from math import isfinite

from antq_cli.core.sheets import Area, Content, SheetCell, SheetRow, letters
from antq_cli.reading.sheets import xml
from antq_cli.reading.sheets.addresses import ROWS
from antq_cli.reading.sheets.container import Workbook, unescaped
from antq_cli.reading.sheets.forms import GENERAL, Form, day_of
from antq_cli.reading.sheets.merged import joined
from antq_cli.reading.sheets.rules import MOST

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
# So many digits every whole number may have that has a float of its own, and the largest of them.
DIGITS, _WHOLE = 15, 1 << 53
# What is as narrow, or as low, as that is hidden without being called so.
NO_SIZE = ("0", "0.0")
# What is shown where a file does not say which error it is.
_NAMELESS = "#"
_YES = {"0": False, "1": True, "false": False, "true": True}


class TooManyCellsError(ValueError):
    """From the first cell of a sheet to ``last``, an address, there are more than are read."""

    def __init__(self, last: str) -> None:
        super().__init__(last)
        self.last = last


class Grid:
    """What has been read of a sheet, the rows in their order and the cells of each in theirs.

    :class:`ValueError` says that the sheet is damaged, :class:`TooManyCellsError` that it goes further than is read.
    A style or a text that the workbook has not is an :class:`IndexError`. ``cells`` are those of the row that is being
    read, ``shut`` the hidden columns.
    """

    def __init__(self, book: Workbook) -> None:
        self.merged: list[Area] = []
        self.shut: set[int] = set()
        self.cells: list[SheetCell] = []
        self.number, self.hidden = 0, False
        self._book = book
        self._rows: dict[int, SheetRow] = {}
        self._width = self._last = 0  # the last column and the last row in which something stands

    @property
    def rows(self) -> list[SheetRow]:
        """Every row from the first to the last one in which something stands."""
        rows = [self._rows.get(number) or SheetRow(number, ()) for number in range(1, self._last + 1)]
        return joined(rows, self.merged, self._width, self.shut)

    @property
    def hidden_columns(self) -> list[int]:
        """The hidden columns, up to the last one in which something stands."""
        return sorted(column for column in self.shut if column <= self._width)

    def begin(self, held: Mapping[str, str]) -> None:
        """Begin a row, given its attributes: where it has no number, it is the next one."""
        number = int(held.get("r", self.number + 1))
        if not self.number < number <= ROWS:
            raise ValueError("rows out of order")
        self.number, self.cells = number, []
        self.hidden = xml.flag(held, "hidden") or held.get("ht") in NO_SIZE

    def end(self) -> None:
        """End a row."""
        if self.cells:
            self._last, self._width = self.number, max(self._width, len(self.cells))
            if self._last * self._width > MOST:
                raise TooManyCellsError(f"{letters(self._width)}{self._last}")
        if self.cells or self.hidden:
            self._rows[self.number] = SheetRow(self.number, self.cells, self.hidden)

    def put(self, column: int, held: Mapping[str, str], text: str | None, *, formula: bool) -> None:
        """Put a cell into its row, behind those left out before it: its attributes, and the text of its value.

        A cell that holds nothing and shows nothing is left out.
        """
        kind, form = held.get("t", "n"), self.form(held.get("s", "0"))
        content = self._content(kind, text or "", form)
        # Nothing is a result too where a text is one.
        stale = formula and not (text or (kind == "str" and text is not None))
        stale |= formula and self._book.anew and content == 0 and content is not False
        error = (text or _NAMELESS) if kind == "e" else ""
        if content is None and not (error or formula):
            return
        for before in range(len(self.cells) + 1, column):
            self.cells.append(SheetCell(self.number, before, hidden=self.hidden or before in self.shut))
        hidden = self.hidden or column in self.shut
        cell = SheetCell(self.number, column, content, error, formula, stale, form.written, None, hidden)
        self.cells.append(cell)

    def form(self, style: str) -> Form:
        """Return the number format of a style; of a workbook that has no styles, the general one."""
        return self._book.forms[_index(style)] if self._book.forms else GENERAL

    def _content(self, kind: str, text: str, form: Form) -> Content:
        """Return what a cell holds, by what it says of itself; nothing where it holds an error."""
        if kind == "s" and text:
            return self._book.strings[_index(text)] or None
        if kind in {"str", "inlineStr"}:
            return unescaped(text) or None
        if kind == "e" or not text.strip():
            return None
        if kind == "b":
            return _YES[text.strip()]
        if kind == "d":
            return _iso(text.strip())
        if kind != "n":
            raise ValueError(f"a cell of the kind {kind}")
        number = _number(text.strip())
        day = day_of(number, from_1904=self._book.from_1904) if form.day else None
        return number if day is None else day


def _number(text: str) -> int | float:
    """Return the number that a text is, a whole one where it is whole; :class:`ValueError` where it is none."""
    if not _NUMBER.fullmatch(text) or not isfinite(number := float(text)):
        raise ValueError("no number")
    return int(number) if number.is_integer() and abs(number) <= _WHOLE else number


def _index(text: str) -> int:
    """Return which of several texts is meant; :class:`ValueError` where it is none: -1 would be the last one."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _iso(text: str) -> date | datetime:
    """Return a day that is written as such; one at midnight is a day alone."""
    read = datetime.fromisoformat(text)
    return read.date() if read.time() == time() else read
