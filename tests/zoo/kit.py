"""What the scripts of the zoo make their sheets with; what they write is noted, cell by cell.

Nothing here knows antq: the truth of an animal stands beside its script, and is what the sheet was meant to be.
"""

import re
import unicodedata
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

Value = str | int | float | bool | None
# The same bytes on every day.
_MADE = datetime.fromisoformat("2021-08-31T08:00:00")


class Figures(NamedTuple):
    """What a commune has of households, and how many of them signed; made up."""

    name: str
    total: int
    signed: int


# Six of the seventeen communes; together 12,693 households, of which 12,198 signed.
COMMUNES = (
    *(Figures("Phong Sơn", 4120, 3876), Figures("Cẩm Thành", 1908, 1850), Figures("Cẩm Quý", 2210, 2199)),
    *(Figures("Cẩm Lương", 1012, 1012), Figures("Cẩm Thạch", 2456, 2301), Figures("Cẩm Liên", 987, 960)),
)
HEAD = ("TT", "Đơn vị", "Tổng số hộ", "Số hộ đã ký")


class Formula(NamedTuple):
    """A formula, and what was calculated; None where nobody did."""

    text: str
    result: int | float | str | None = None


class Shown(NamedTuple):
    """A number, and the format that it is shown in."""

    number: int | float
    form: str


class Sheet:
    """A sheet that is being written."""

    def __init__(self, file: xlsxwriter.Workbook, sheet: Any, name: str) -> None:
        self._file, self._sheet, self.name = file, sheet, name
        self.cells: dict[tuple[int, int], object] = {}

    def row(self, number: int, *values: object, first: int = 1) -> None:
        """Write a row, its number from 1, from a column on; None leaves a cell out."""
        for column, value in enumerate(values, first):
            if value is not None:
                self._put(number, column, value)

    def rows(self, number: int) -> int:
        """Write a row a commune from a row on, numbered; return the row behind them."""
        for one, figures in enumerate(COMMUNES, 1):
            self.row(number + one - 1, one, *figures)
        return number + len(COMMUNES)

    def _put(self, row: int, column: int, value: object) -> None:
        self.cells[row, column] = value
        at = (row - 1, column - 1)
        match value:
            case Formula(text, result):
                self._sheet.write_formula(*at, text, None, 0 if result is None else result)
            case Shown(number, form):
                self._sheet.write_number(*at, number, self._file.add_format({"num_format": form}))
            case str():
                self._sheet.write_string(*at, value)
            case bool():
                self._sheet.write_boolean(*at, value)
            case _:
                self._sheet.write_number(*at, value)

    def merge(self, area: str, text: str) -> None:
        """Merge some cells; the text stands in the first of them."""
        first = re.match(r"([A-Z])(\d+)", area)
        assert first is not None
        self.cells[int(first[2]), ord(first[1]) - ord("A") + 1] = text
        self._sheet.merge_range(area, text)

    def hide_row(self, number: int) -> None:
        """Hide a row."""
        self._sheet.set_row(number - 1, None, None, {"hidden": True})

    def hide_column(self, letter: str) -> None:
        """Hide a column."""
        self._sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})

    def hide(self) -> None:
        """Hide the sheet."""
        self._sheet.hide()


class Workbook:
    """A workbook that is being written."""

    suffix = ".xlsx"

    def __init__(self) -> None:
        self._buffer = BytesIO()
        self._file = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        self._file.set_properties({"created": _MADE})
        self.sheets: list[Sheet] = []

    def sheet(self, name: str = "Biểu 01") -> Sheet:
        """Begin another sheet."""
        self.sheets.append(Sheet(self._file, self._file.add_worksheet(name), name))
        return self.sheets[-1]

    @property
    def data(self) -> bytes:
        """The bytes of the file; nothing can be written after that."""
        if not self._buffer.getvalue():
            self._file.close()
        return self._buffer.getvalue()


class Text:
    """A table as text, in a coding; a sheet of its own, called as the file."""

    suffix = ".csv"

    def __init__(self, lines: list[list[str]], separator: str, coding: str) -> None:
        self.lines, self._separator, self._coding = lines, separator, coding

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return "".join(self._separator.join(line) + "\r\n" for line in self.lines).encode(self._coding)


class Resaved:
    """A workbook as another program saved it; ``original`` is what was written at first."""

    suffix = ".xlsx"

    def __init__(self, original: Workbook, data: bytes) -> None:
        self.sheets, self.data = original.sheets, data


def old_windows(text: str) -> str:
    """Return a text in the letters that windows-1258 has: those with marks of quality, and the tones apart."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(_QUALITY.get(letter) or unicodedata.normalize("NFD", letter) for letter in whole)


# Letters whose mark of quality belongs to them, with each tone, as that letter and the tone.
_QUALITY = {
    unicodedata.normalize("NFC", letter + tone): letter + tone
    for letter in "ăâêôơưĂÂÊÔƠƯ"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
}


def table(separator_of_thousands: str = "") -> list[list[str]]:
    """The table of the communes as texts."""
    rows = [[str(n), name, f"{total:,}", f"{signed:,}"] for n, (name, total, signed) in enumerate(COMMUNES, 1)]
    return [[*HEAD], *([cell.replace(",", separator_of_thousands) for cell in row] for row in rows)]
