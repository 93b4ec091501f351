"""The two hands in which CSV is written: for machines, and, with ``--excel``, as a Vietnamese Excel reads it.

The rows are the same. What a spreadsheet would take for a formula is marked as a text in both.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from antq_cli.core.unseen import visible
from antq_cli.words.numbers import day

# A change in percentage points is a number and no formula.
_SIGNED = re.compile(r"[+-][0-9]+\.[0-9]{2}")
_DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+")
# What stands in these is no number, though it may look like one.
_NAMES = frozenset({"name", "unit_name", "above", "source", "note"})


class Hand(NamedTuple):
    """How a file begins, what stands between cells and behind lines, and how a cell of a column is written."""

    begins: str
    between: str
    behind: str
    cell: Callable[[str, object], object]

    def line(self, columns: Iterable[str], cells: Iterable[object]) -> str:
        """A line with its end, each cell as its column asks for; ValueError where there are more or fewer of them."""
        out = io.StringIO()
        written = [self.cell(column, cell) for column, cell in zip(columns, cells, strict=True)]
        csv.writer(out, delimiter=self.between, lineterminator=self.behind).writerow(written)
        return out.getvalue()


def _plain(_column: str, value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()  # as JSON has it
    return neutral(value) if isinstance(value, str) and not _SIGNED.fullmatch(value) else value


def _excel(column: str, value: object) -> object:
    """Return a cell with a decimal comma, or a day as dd/mm/yyyy; codes and names are what they are."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str) and column not in _NAMES and _DECIMAL.fullmatch(value):
        return value.replace(".", ",")
    return _plain(column, value)


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula and no terminal obeys."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


MACHINE = Hand("", ",", "\n", _plain)
# Excel takes a file for UTF-8 by its BOM, and where commas are decimal parts cells at semicolons.
EXCEL = Hand("\ufeff", ";", "\r\n", _excel)


def hand(*, excel: bool) -> Hand:
    """The hand of a Vietnamese Excel (BOM, semicolons, CRLF), or that for machines (commas, LF)."""
    return EXCEL if excel else MACHINE
