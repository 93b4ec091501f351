"""A sheet's part as office programs write it, whose rows are taken apart without going through every element.

It takes only what it can prove to be a row and nothing else: the cells that it found are, end to end, all that stands
there. Any other row goes to the slow path, and so does a part that is written otherwise; both give the same.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from antq_cli.core.sheets import SheetCell
from antq_cli.reading.sheets.addresses import COLUMN
from antq_cli.reading.sheets.container import Workbook
from antq_cli.reading.sheets.grid import DIGITS, Grid
from antq_cli.reading.sheets.slow import Pass, read_slow

_TEXT = r"[^<>&\r]*"
_NAME = "[A-Za-z][A-Za-z0-9]*(?::[A-Za-z][A-Za-z0-9]*)?"
_VALUE = r'[^"<>&\t\r\n]*'
_SOME = f'(?: {_NAME}="{_VALUE}")*'
# The number of a row stands first, and the rest is the same in nearly all rows.
_ROW = re.compile(rf'[ \t\r\n]*+(<row(?: r="([1-9][0-9]*)")?+({_SOME}) ?(/?)>)')
# What is there is taken and not tried again without it: nothing else could be meant.
_CELL = re.compile(
    r'(<c r="([A-Z]{1,3})([1-9][0-9]*)"(?: s="(0|[1-9][0-9]*)")?+(?: t="([A-Za-z]+)")?+ ?+'
    rf"(?:>(<f{_SOME} ?(?:/>|>{_TEXT}</f>))?+(?:<v>([0-9]{{1,{DIGITS}}})</v>|(<v>)({_TEXT})</v>)?+</c>|/>))"
)
_EACH = re.compile(f' ({_NAME})="({_VALUE})"')
_OPEN, _CLOSE, _ROW_ENDS = "<sheetData>", "</sheetData>", "</row>"
# Characters that no XML may hold; the declaration that a part may begin with.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = re.compile(
    r"""<\?xml version=(["'])1\.0\1(?: encoding=(["'])(?i:utf-8)\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>"""
)
# A cell: all of it, its column and row, style and kind, its formula, its digits, or whether it has a value, and that.
_Found = tuple[str, str, str, str, str, str, str, str, str]
_SHARED, _NUMBERS = "s", ("", "n")


_WHOLE = itemgetter(0)


class _UnprovenError(Exception):
    """It could not be proven that what was found is all that there is."""


def read_fast(book: Workbook, part: bytes) -> Grid:
    """Return what stands in a sheet, given the part that holds it; :class:`ValueError` where that is damaged."""
    try:
        around, rows = _apart(part)
        begun = Pass(book, around.encode())
        if not begun.rows:
            return read_slow(book, part)
        _Rows(book, begun.grid).over(rows)
    except _UnprovenError:
        return read_slow(book, part)
    return begun.grid


def _apart(part: bytes) -> tuple[str, str]:
    """Return a part without its rows, and these."""
    try:
        text = part.decode()
    except UnicodeDecodeError:
        raise _UnprovenError from None
    declared = _DECLARED.match(text)
    inside = text[declared.end() :] if declared else text
    around, opened, rest = inside.partition(_OPEN)
    rows, closed, after = rest.partition(_CLOSE)
    if not opened or not closed or "<!" in inside or "<?" in inside or _FORBIDDEN.search(inside):
        raise _UnprovenError
    return around + opened + closed + after, rows


class _Rows:
    """The rows of a sheet, each taken whole or handed to the slow path."""

    def __init__(self, book: Workbook, grid: Grid) -> None:
        self._book, self._grid = book, grid
        self._days = {str(number) for number, form in enumerate(book.forms) if form.day}
        # Of a workbook without styles every number is shown in the general one.
        self._forms = defaultdict[str, str](str) if not book.forms else {"": grid.form("0").written}
        self._forms |= {str(number): form.written for number, form in enumerate(book.forms)}

    def over(self, rows: str) -> None:
        """Go over all rows."""
        *pieces, rest = rows.split(_ROW_ENDS)
        for piece in pieces:
            found, _ = self._opened(piece)
            if found is None:
                raise _UnprovenError
            self._row(found, piece[found.end() :])
        found, at = self._opened(rest)
        if found or rest[at:].strip(" \t\r\n"):
            raise _UnprovenError

    def _opened(self, piece: str) -> tuple[re.Match[str] | None, int]:
        """Take the rows without cells that a piece begins with; return how the next one begins, and where they end."""
        at = 0
        while (found := _ROW.match(piece, at)) and found[4]:
            self._grid.begin(_held(found))
            self._grid.end()
            at = found.end()
        return found, at

    def _row(self, opened: re.Match[str], body: str) -> None:
        found: Sequence[_Found] = _CELL.findall(body)
        if sum(map(len, map(_WHOLE, found))) == len(body):  # they do not overlap, so there is nothing between them
            self._grid.begin(_held(opened))
            self._take(found)
            self._grid.end()
        else:
            row = f"<worksheet>{_OPEN}{opened[1]}{body}{_ROW_ENDS}{_CLOSE}</worksheet>"
            Pass(self._book, row.encode(), self._grid)

    def _take(self, found: Sequence[_Found]) -> None:
        """Take the cells of a row: numbers and shared texts at once, all others as they are put together elsewhere."""
        grid, strings, days, forms = self._grid, self._book.strings, self._days, self._forms
        number, written, last, cells = grid.number, str(grid.number), 0, grid.cells
        all_hidden, shut = grid.hidden, grid.shut
        for _, letters, row, style, kind, formula, digits, valued, text in found:
            column = COLUMN[letters]
            if row != written or column <= last:
                raise ValueError("cells out of order")
            last = column
            content: str | int = ""
            if digits and not formula and column == len(cells) + 1:
                if kind == _SHARED:
                    content = strings[int(digits)]
                elif kind in _NUMBERS and style not in days:
                    content = int(digits)
            if content == "":
                value = digits or text if digits or valued else None
                grid.put(column, {"t": kind or "n", "s": style or "0"}, value, formula=bool(formula))
            else:  # field by field, as it goes twice as fast so
                hidden, form = all_hidden or column in shut, forms[style]
                cells.append(SheetCell._make((number, column, content, "", False, False, form, None, hidden)))


def _held(row: re.Match[str]) -> Mapping[str, str]:
    """Return the attributes of a row; none of them stands there twice."""
    number, rest = row[2], _parted(row[3])
    if number is None:
        return rest
    if "r" in rest:
        raise _UnprovenError
    return {"r": number, **rest}


@lru_cache(maxsize=1024)
def _parted(attributes: str) -> Mapping[str, str]:
    held = _EACH.findall(attributes)
    if len(found := dict(held)) < len(held):
        raise _UnprovenError
    return found
