"""A mended file held against the one that it was, in a second way: with Python's reader of CSV and its own calendar.

Nothing here is shared with what mends: a mistake there would have to be made twice to be written.
"""

import csv
import io
import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from antq_cli.core.changes import Mended, MendedColumn

_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
# How a form of days is called by Python, piece by piece.
_PIECES = {"yyyy": "%Y", "dd": "%d", "mm": "%m", "d": "%d", "m": "%m"}
_EVE_ORDINAL = date(1899, 12, 30).toordinal()


class UnprovenError(AssertionError):
    """A mended file says something else than the one that it was: the fault is in the program."""


def prove(before: str, after: str, how: Mended) -> None:
    """See that each cell says what it said; raises :class:`UnprovenError` where one does not.

    ``before`` is the text as it was, ``after`` the one that is to be written, without a byte order mark.
    """
    old = [row for row in _rows(before, _SIGNS[how.separator]) if any(cell.strip() for cell in row)]
    new = _rows(after, ",")
    titles = len(old) - len(new)
    if titles < 0 or any(sum(map(bool, map(str.strip, row))) > 1 for row in old[:titles]):
        raise UnprovenError(how.path)
    forms = {column.name: column for column in how.columns}
    columns = [forms.get(name) for name in new[0]]
    for was, row in zip(old[titles + 1 :], new[1:], strict=True):
        told = zip(was, row, columns, strict=False)  # behind the last column there are blanks at most
        if any(cell.strip() for cell in was[len(row) :]) or not all(_says(*each) for each in told):
            raise UnprovenError(how.path)


def _rows(text: str, sign: str) -> Sequence[Sequence[str]]:
    csv.field_size_limit(sys.maxsize)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))


def _says(cell: str, mended: str, column: MendedColumn | None) -> bool:
    """Return whether a mended cell says what a cell said."""
    composed = unicodedata.normalize("NFC", cell).replace("\r\n", "\n")
    if composed == mended:
        return True
    if column is None or not cell:
        return False
    try:
        if column.first is None:
            return int(mended) == int("".join(sign for sign in cell if sign.isdecimal()))
        return date.fromisoformat(mended) == _day(composed, column.form)
    except ValueError:  # it is no number, or no day
        return False


def _day(cell: str, form: str) -> date:
    if form == "serial":
        return date.fromordinal(_EVE_ORDINAL + int(cell))
    if form == "words":
        return date(*map(int, reversed(re.findall(r"\d+", cell))))
    for piece, known in _PIECES.items():
        form = form.replace(piece, known) if known not in form else form
    return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day has no time zone
