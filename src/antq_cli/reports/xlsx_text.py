"""What a workbook says in words: the text of the report line by line, and from what it was made."""

from collections.abc import Sequence
from typing import Any

from antq_cli.core.report import Annex, Gap, Head, Heading, Paragraph, Pieces, Signature, Text
from antq_cli.reports.measuring import lines
from antq_cli.reports.xlsx_book import GAP, Book
from antq_cli.reports.xlsx_map import Marks, a1
from antq_cli.reports.xml_text import printable

_WIDE, _LABELS, _VALUES, _ASIDE = 640, 300, 480, 10  # pixels, about as wide as a page between its margins
_SIZE, _SMALL = 12, 11
_BOLD: dict[str, Any] = {"bold": True}
_CENTRED = {"align": "center"}
_LINE = 16.5  # points


class TextSheet:
    """The sheet of the text: a line of the report in each row of its one column."""

    def __init__(self, book: Book, marks: Marks, name: str) -> None:
        self._book, self._marks = book, marks
        self.sheet = book.sheet(name)
        self.name: str = self.sheet.get_name()
        self._row = 0
        self.sheet.set_column_pixels(0, 0, _WIDE)
        self.sheet.center_horizontally()

    def _say(self, pieces: Pieces, **look: Any) -> None:
        """Write a line; one that says nothing is none. A gap that is all of it is marked."""
        if not pieces:
            return
        text = self._marks.said(self.name, a1(self._row, 0), pieces)
        marked = {"bg_color": GAP} if any(isinstance(each, Gap) and not each.open for each in pieces) else {}
        self._book.text(self.sheet, (self._row, 0), text, **{"font_size": _SIZE, "align": "left"} | marked | look)
        self._book.high(self.sheet, self._row, _points(text, _WIDE, _SIZE), grows=True)
        self._row += 1

    def head(self, head: Head) -> None:
        """Write what stands above the text, in the order of its numbers."""
        for line in head.superior:
            self._say([Text(line)], **_CENTRED)
        for pieces in head.body:
            self._say(pieces, **_BOLD, **_CENTRED)
        for line in head.national:
            self._say([Text(line)], **_BOLD, **_CENTRED)
        self._say(head.number, **_CENTRED)
        self._say(head.dated, italic=True, **_CENTRED)
        for nth, line in enumerate((head.kind, *head.subject)):
            self._say([Text(line)] if line else [], **_BOLD | _CENTRED | ({"font_size": 14} if not nth else {}))
        self._say([Text(head.warning)] if head.warning else [], **_BOLD, **_CENTRED)
        self._say(head.to, **_CENTRED)

    def block(self, block: Heading | Paragraph) -> None:
        """Write a heading or a paragraph."""
        if isinstance(block, Heading):
            self._say(block.pieces, **_BOLD)
        else:
            self._say(block.pieces, align="justify", italic=block.note)

    def see(self, text: str) -> None:
        """Write where what stands here in the paper is to be found."""
        self._say([Text(text)], italic=True)

    def foot(self, signature: Signature) -> None:
        """Write what stands beneath the text."""
        for line in signature.authority:
            self._say([Text(line)], **_BOLD, align="right")
        self._say(signature.signatory, align="right")
        self._say([Text(signature.received_title)] if signature.received_title else [], bold=True, italic=True)
        for pieces in signature.recipients:
            self._say(pieces)

    def annex(self, annex: Annex, see: str) -> None:
        """Write that there is an annex, and in which sheets."""
        title = ". ".join(filter(None, (annex.number, annex.title)))
        self._say([Text(f"{title} {see}")])

    def end(self) -> None:
        """Lay the sheet out as far as it is written."""
        self.sheet.print_area(0, 0, max(self._row - 1, 0), 0)


def origin(book: Book, name: str, title: str, told: Sequence[tuple[str, str]]) -> None:
    """Add the sheet that says from what the report was made, a thing in each row."""
    sheet = book.sheet(name)
    sheet.set_column_pixels(0, 0, _LABELS)
    sheet.set_column_pixels(1, 1, _VALUES)
    book.text(sheet, (0, 0), printable(title), bold=True, text_wrap=False)
    for row, (label, value) in enumerate(told, 2):
        book.text(sheet, (row, 0), printable(label), border=1)
        book.text(sheet, (row, 1), printable(value), border=1, align="left")
        book.high(sheet, row, max(_points(label, _LABELS, _SMALL), _points(value, _VALUES, _SMALL)), grows=True)


def _points(text: str, pixels: int, size: int) -> float:
    """Return how high a row is that says a text within a width."""
    return lines(text, 15 * (pixels - _ASIDE), size, bold=False) * _LINE
