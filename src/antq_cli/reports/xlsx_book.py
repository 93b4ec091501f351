"""The workbook: its sheets and their names, how cells look, what it says of itself, and its bytes."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from antq_cli.reports import MissingOfficeError
from antq_cli.reports.packing import pack
from antq_cli.reports.xlsx_map import UNHASHED
from antq_cli.reports.xml_text import printable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
# How a gap is marked, and the head of a table.
GAP = "#FFF2CC"
HEAD: dict[str, Any] = {"align": "center", "border": 1, "bg_color": "#EDEDED"}
# What the name of a sheet may not have, and how long it may be.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\']"), 31
_LONGEST_TITLE = 255
_NO_DAY = date(1980, 1, 1)
# Nothing that a book says is anything but text.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_STRINGS, _ABOUT = "xl/sharedStrings.xml", "docProps/app.xml"
_PROGRAM = b"<Application>Microsoft Excel</Application>", b"<Application>antq</Application>"
# What a spreadsheet takes for the beginning of a formula when somebody edits the cell.
_LIKE_A_FORMULA = ("=", "+", "-", "@")
# A4, how wide it is between its margins in twips, and these in inches.
A4, PORTRAIT = 9, 11906 - 2 * 850
_MARGIN = 850 / 1440


# Where nothing is said of it, some programs draw lines as curves.
_CHARTS, _LINES = "xl/charts/", re.compile(rb"<c:lineChart>.*?</c:lineChart>", re.DOTALL)
_STRAIGHT = b"</c:val></c:ser>", b'</c:val><c:smooth val="0"/></c:ser>'
_ROW, _FIXED = re.compile(rb'<row r="(\d+)"[^>]*>'), b' customHeight="1"'


def _grown(row: re.Match[bytes], growing: set[int]) -> bytes:
    return row[0].replace(_FIXED, b"") if int(row[1]) in growing else row[0]


class Book:
    """An empty workbook; :class:`MissingOfficeError` where XlsxWriter is not installed."""

    def __init__(self) -> None:
        try:
            import xlsxwriter
        except ImportError as error:
            raise MissingOfficeError("XlsxWriter", name="xlsxwriter") from error
        self._buffer = BytesIO()
        self.writer = xlsxwriter.Workbook(self._buffer, _OPTIONS)
        self._names: set[str] = set()
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._growing: dict[int, set[int]] = {}

    def describe(self, title: str, day: date | None) -> None:
        """Say what the workbook is; its ``day`` is that of its figures, since it was made at no time."""
        made = datetime.combine(day or _NO_DAY, datetime.min.time())
        self.writer.set_properties({"title": printable(title)[:_LONGEST_TITLE], "author": "", "created": made})

    def sheet(self, name: str) -> "Worksheet":
        """Add a sheet; its name is made to fit, and is no other one's."""
        sheet = self.writer.add_worksheet(self._free(name))
        sheet.set_paper(A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _free(self, name: str) -> str:
        name = " ".join(_NOT_IN_NAMES.sub(" ", printable(name)).split()) or "-"
        for nth in range(1, len(self._names) + 2):
            behind = f" ({nth})" if nth > 1 else ""
            found = name[: _LONGEST_NAME - len(behind)].rstrip() + behind
            if found.casefold() not in self._names:
                break
        self._names.add(found.casefold())
        return found

    def look(self, **properties: Any) -> "Format":
        """Return how cells look, each once."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            own = {"font_name": FONT, "font_size": 11, "valign": "vcenter", "text_wrap": True}
            self._looks[key] = self.writer.add_format(own | properties)
        return self._looks[key]

    def high(self, sheet: "Worksheet", row: int, points: float, *, grows: bool = False) -> None:
        """Say how high a row is; one that ``grows`` becomes as high as it needs when somebody writes into it.

        That cannot be left to programs: some of them show a row without a height as one line.
        """
        sheet.set_row(row, points)
        if grows:
            self._growing.setdefault(sheet.index, set()).add(row + 1)

    def text(self, sheet: "Worksheet", spot: tuple[int, int], text: str, **properties: Any) -> None:
        """Write a text, which stays one also when somebody edits it; a cell that says nothing keeps its look."""
        if not text:
            sheet.write_blank(*spot, None, self.look(**properties))
            return
        quoted = {"quote_prefix": True} if text.startswith(_LIKE_A_FORMULA) else {}
        look = self.look(**properties, **quoted)
        if text.startswith("<r>") and text.endswith("</r>"):  # in one piece XlsxWriter takes it for markup of its own
            sheet.write_rich_string(*spot, text[:1], text[1:2], text[2:], look)
        else:
            sheet.write_string(*spot, text, look)

    def packed(self, hash_of: Callable[[Mapping[str, bytes]], str]) -> bytes:
        """Return the file; the hash of what it says, which ``hash_of`` finds in its parts, is put into its place."""
        self.writer.close()
        with ZipFile(self._buffer) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for index, growing in self._growing.items():
            name = f"xl/worksheets/sheet{index + 1}.xml"
            parts[name] = _ROW.sub(lambda row, growing=growing: _grown(row, growing), parts[name])  # type: ignore[misc]
        for name in (each for each in parts if each.startswith(_CHARTS)):
            parts[name] = _LINES.sub(lambda drawn: drawn[0].replace(*_STRAIGHT), parts[name])
        parts[_ABOUT] = parts[_ABOUT].replace(*_PROGRAM)
        parts[_STRINGS] = parts[_STRINGS].replace(UNHASHED.encode(), hash_of(parts).encode())
        return pack(parts)
