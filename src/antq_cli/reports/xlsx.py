"""A report as a workbook (.xlsx): its text, each of its tables, its charts and its provenance on a sheet."""

import re
from collections.abc import Iterator
from typing import Any

from antq_cli.core.report import Annex, Heading, Number, Paragraph, Plot, Report, Table, Text
from antq_cli.reports.xlsx_book import Book
from antq_cli.reports.xlsx_charts import ChartSheet
from antq_cli.reports.xlsx_map import NAME, Marks, written
from antq_cli.reports.xlsx_reading import hash_of, mark_of
from antq_cli.reports.xlsx_sheet import Above, TableSheet
from antq_cli.reports.xlsx_text import TextSheet, origin
from antq_cli.reports.xml_text import printable
from antq_cli.words.speech import speech

__all__ = ["mark_of", "write"]

_TITLE: dict[str, Any] = {"bold": True, "align": "center", "font_size": 13}
_ATTACHED: dict[str, Any] = {"italic": True, "align": "center"}
_WARNING: dict[str, Any] = {"bold": True, "align": "center"}
_NUMBERED = re.compile(r"[IVX]+$")
_LONGEST_EDGE = 100  # characters; a head or a foot of a page has 255, with its codes


def write(report: Report) -> bytes:
    """Return the file; the same bytes for the same report.

    :class:`MissingOfficeError` where what the extra ``office`` brings is not installed.
    """
    book = Book()
    book.describe(report.title, report.provenance.day)
    _Workbook(book, report).write()
    return book.packed(hash_of)


class _Workbook:
    def __init__(self, book: Book, report: Report) -> None:
        self._book, self._report, self._speech = book, report, speech(report.lang)
        self._marks = Marks()
        self._drawn: set[tuple[str, ...]] = set()

    def write(self) -> None:
        """Write the sheets in reading order, and last those that say where it all comes from."""
        report = self._report
        text = TextSheet(self._book, self._marks, self._speech.say("sheet.text"))
        text.head(report.head)
        for block in report.blocks:
            self._block(text, block)
        for note in report.notes:
            text.block(note)
        text.foot(report.signature)
        for annex in report.annexes:
            names = list(self._annex(annex))
            text.annex(annex, " ".join(self._speech.say("sheet.see", sheet=name) for name in names))
        text.end()
        origin(self._book, self._speech.say("sheet.origin"), self._speech.say("origin.title"), report.provenance.told)
        self._dress()
        self._hidden()

    def _block(self, text: TextSheet, block: Heading | Paragraph | Table) -> None:
        if isinstance(block, Table):
            title = [Above([Text(block.caption)], _TITLE)] if block.caption else []
            text.see(self._speech.say("sheet.see", sheet=self._table(block, block.name, title)))
        else:
            text.block(block)

    def _annex(self, annex: Annex) -> Iterator[str]:
        """Write the tables of an annex, and yield the names of their sheets."""
        found = _NUMBERED.search(annex.number)
        for nth, table in enumerate(annex.tables):
            title = ". ".join(filter(None, (annex.number, annex.title)))
            above = [Above([Text(title)], _TITLE)]
            # What it is attached to is said once, above the first.
            above += [Above(annex.attached, _ATTACHED)] if annex.attached and not nth else []
            above += [Above([Text(table.caption)], _WARNING)] if table.caption else []
            yield self._table(table, f"{found[0]}. {table.name}" if found else table.name, above)

    def _table(self, table: Table, name: str, above: list[Above]) -> str:
        """Add the sheet of a table, and that of its chart, and return the name of the former."""
        warned = self._warned()
        sheet = TableSheet(self._book, self._marks, table, name)
        placed = sheet.write([*above, *warned])
        if table.plot is not None and self._is_new(table, table.plot):
            drawn = ChartSheet(self._book, self._marks, table, placed)
            drawn.write(self._speech.say("sheet.chart", name=name), table.plot, warned)
        return sheet.name

    def _warned(self) -> list[Above]:
        """Return what is said above every table of data that is none of the world's."""
        warning = self._report.head.warning
        return [Above([Text(warning)], _WARNING)] if warning else []

    def _is_new(self, table: Table, plot: Plot) -> bool:
        """Return whether nothing has been drawn of the same numbers: a table of the text may be a part of an annex."""
        cells = (table.lines[line].cells[plot.values] for line in plot.lines)
        key = tuple(piece.id for cell in cells for piece in cell if isinstance(piece, Number))
        new = key not in self._drawn
        self._drawn.add(key)
        return new

    def _dress(self) -> None:
        """Put the warning at the head of every page, the provenance and its number at its foot."""
        warning, line = (_edge(text) for text in (self._report.head.warning, self._report.provenance.line))
        for sheet in self._book.writer.worksheets():
            sheet.set_header(f"&C&8 {warning}" if warning else "")
            sheet.set_footer(f"&L&8 {line}&R&8 &P/&N")

    def _hidden(self) -> None:
        sheet = self._book.writer.add_worksheet(NAME)
        for row, column, cell in written(self._report.provenance, self._marks.entries):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell)
            else:
                sheet.write_string(row, column, cell)
        sheet.hide()


def _edge(text: str) -> str:
    """Return a text for the head or the foot of a page, in which nothing is a code."""
    return printable(text)[:_LONGEST_EDGE].replace("&", "&&")
