"""A table as text: its cells by the separator that makes a rectangle of them."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from pathlib import PurePath
from typing import Literal, NamedTuple

from antq_cli.core.findings import Refused
from antq_cli.core.sheets import Sheet, SheetCell, SheetRow, letters
from antq_cli.core.values import Said
from antq_cli.reading.coding import Encoding, decoded, odd_byte
from antq_cli.reading.sheets.rules import LARGEST, MEBIBYTE, MOST, refusal

Separator = Literal[";", ",", "\t"]
SEPARATORS: tuple[Separator, ...] = (";", ",", "\t")
# What office programs show in place of a value.
_ERRORS = frozenset({"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
# What stands in no text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_HALF = 2


class _Table(NamedTuple):
    """A text as its records by one separator, and what tells whether it is the right one."""

    separator: str
    records: Sequence[Sequence[str]]

    @property
    def widths(self) -> list[int]:
        """How many cells each record has in which something stands."""
        return [len(record) for record in self.records if any(cell.strip() for cell in record)]

    @property
    def parts(self) -> bool:
        """Whether the separator stands anywhere at all."""
        return max(self.widths, default=0) > 1

    @property
    def rectangle(self) -> bool:
        """Whether all records have as many cells, more than one."""
        return self.parts and len({*self.widths}) == 1

    @property
    def nearly(self) -> bool:
        """Whether most records have as many cells, and none has more: a title and a last row may have fewer."""
        widths = Counter(self.widths)
        return self.parts and widths[max(widths)] * _HALF >= widths.total()


def read_text(source: str, raw: bytes, encoding: Encoding | None, separator: Separator | None) -> Sheet:
    """Return the sheet that a text is: one for the whole file, its rows the records of the text.

    Refused where its coding (I007) or its separator (I008) cannot be told, where quotation marks do not pair (I009),
    and where it is too large (I004, I005).
    """
    if len(raw) > LARGEST:
        raise refusal("I004", source, n=LARGEST // MEBIBYTE)
    text = _text(source, raw, encoding)
    records = (_records(source, text, separator) if separator else _told(source, text)).records
    width = max(map(len, records), default=0)
    if len(records) * width > MOST:
        raise refusal("I005", source, sheet=_name(source), cell=f"{letters(width)}{len(records)}", n=MOST)
    rows = [SheetRow(number, _cells(number, record)) for number, record in enumerate(records, 1)]
    while rows and all(cell.blank for cell in rows[-1].cells):
        rows.pop()
    return Sheet(source, _name(source), rows)


def _name(source: str) -> str:
    return PurePath(source).stem


def _text(source: str, raw: bytes, encoding: Encoding | None) -> str:
    """Return a text as its letters; what comes from windows-1258 is composed."""
    found = decoded(raw, encoding)
    if found is None:
        guess = "binary" if b"\0" in raw else "legacy"
        raise refusal("I007", source, byte=f"0x{odd_byte(raw):02X}", guess=Said("guess", guess))
    if control := _CONTROL.search(found.text):
        raise refusal("I007", source, byte=f"0x{ord(control[0]):02X}", guess=Said("guess", "binary"))
    return unicodedata.normalize("NFC", found.text) if found.coding == "windows-1258" else found.text


def _told(source: str, text: str) -> _Table:
    """Return the text as the only separator has it that makes a rectangle, or else nearly one.

    By another separator than its own the quotation marks of a text need not pair.
    """
    tables, refused = list[_Table](), list[Refused]()
    for separator in SEPARATORS:
        try:
            tables.append(_records(source, text, separator))
        except Refused as error:
            refused.append(error)
    if refused and not any(table.parts for table in tables):
        raise refused[0]
    if not any(table.parts for table in tables):
        return tables[0]
    good = [table for table in tables if table.rectangle] or [table for table in tables if table.nearly]
    if len(good) != 1:
        raise refusal("I008", source, n=len(good))
    return good[0]


def _records(source: str, text: str, separator: str) -> _Table:
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return _Table(separator, [*lines])
    except csv.Error:
        raise refusal("I009", source, lines.line_num) from None


def _cells(number: int, record: Sequence[str]) -> list[SheetCell]:
    return [
        SheetCell(number, column, None, error=text) if text in _ERRORS else SheetCell(number, column, text or None)
        for column, text in enumerate(record, 1)
    ]
