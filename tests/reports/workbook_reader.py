"""A reader of workbooks that shares no line with what writes them: cells by calamine, numbers by the hidden sheet."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

HIDDEN = "antq"
CHARTS = ("(biểu đồ)", "(chart)")
# Above the numbers stand the mark, the provenance, and the names of the columns.
_ABOVE = 3
_CELL = re.compile(r"([A-Z]+)(\d+)")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")


class Found(NamedTuple):
    """A number where the hidden sheet says that one is: what stands there, None where there is none."""

    sheet: str
    cell: str
    id: str
    part: str
    value: float | str | None


class Sheets:
    """The cells of all sheets, by the names that spreadsheets give them."""

    def __init__(self, data: bytes) -> None:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        self.names = book.sheet_names
        self.visible = [name for name in self.names if name != HIDDEN]
        self._rows = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in self.names}

    def cells(self, sheet: str) -> dict[str, Any]:
        """Return what stands in each cell of a sheet that is not empty."""
        rows = enumerate(self._rows[sheet], 1)
        return {f"{_letters(at)}{row}": cell for row, line in rows for at, cell in enumerate(line, 1) if cell != ""}

    def column(self, sheet: str, header: str) -> list[Any]:
        """Return a column from below the first cell that says its header."""
        rows = self._rows[sheet]
        row, at = next((row, line.index(header)) for row, line in enumerate(rows) if header in line)
        return [line[at] for line in rows[row + 1 :]]

    def numbers(self) -> Iterator[Found]:
        """Yield every number of the hidden sheet with what stands in its place."""
        told: Mapping[str, Mapping[str, Any]] = {name: self.cells(name) for name in self.visible}
        for row in self._rows[HIDDEN][_ABOVE:]:
            sheet, cell, start, id_, part = map(str, row[:5])
            value = told[sheet].get(cell)
            if start != "":
                found = _NUMBER.match(str(value), int(float(start)) - 1)
                value = found[0] if found else None
            yield Found(sheet, cell, id_, part, value)


def _letters(at: int) -> str:
    letters = ""
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def column_of(cell: str) -> str:
    """The letters of a cell's name."""
    found = _CELL.fullmatch(cell)
    assert found is not None
    return found[1]
