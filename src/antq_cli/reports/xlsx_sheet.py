"""A table as a sheet: numbers as numbers, rates and sums as formulas with what comes of them, made to be printed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from antq_cli.core.report import Column, Gap, Line, Number, Pieces, Table, Text, text_of
from antq_cli.core.workings import Spot, Working, alone, workings
from antq_cli.reports.measuring import lines, width
from antq_cli.reports.xlsx_book import GAP, HEAD, PORTRAIT, Book
from antq_cli.reports.xlsx_formulas import formula
from antq_cli.reports.xlsx_map import Marks, a1, said
from antq_cli.reports.xml_text import printable
from antq_cli.words.numbers import MISSING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SIZE, _SIZE_OF_SIGNS = 11, 9
_COUNT, _RATE = "#,##0", "#,##0.00"
_LINE = 15  # points
# In twips: what stands beside the text of a cell, the button of a filter, a pixel. A header has three lines, if no word
# of it asks for more room.
_GUTTER, _BUTTON, _PIXEL, _HEADER_LINES = 240, 240, 15, 3
_FROZEN = 2  # columns at most
# What is wider than a page is printed smaller; if that is too small, on a page that lies on its side.
_A_LITTLE_SMALLER = 1.15
# No text is given more of a page than this, in twips.
_WIDEST = 3000
_SHORT = 4  # characters; columns of nothing longer are centred, as in other papers


class Above(NamedTuple):
    """A line above a table, in the look that it has."""

    pieces: Pieces
    look: dict[str, Any]


class Placed(NamedTuple):
    """Where a table stands in a workbook: its sheet, and the row of its first line."""

    name: str
    first: int


class TableSheet:
    """A sheet as it is written."""

    def __init__(self, book: Book, marks: Marks, table: Table, name: str) -> None:
        self._book, self._marks, self._table = book, marks, table
        self.sheet: Worksheet = book.sheet(name)
        self.name: str = self.sheet.get_name()
        self._widths = [*_widths(table)]
        self._last = len(table.columns) - 1
        self._worded = [place for place, column in enumerate(table.columns) if not column.numeric] or [0]
        self._aligned = [*map(_aligned, table.columns, zip(*(line.cells for line in table.lines), strict=True))]

    def write(self, above: Sequence[Above]) -> Placed:
        """Write the lines above, the table and what is said beneath it, and lay it out for the screen and for paper."""
        for place, wide in enumerate(self._widths):
            self.sheet.set_column_pixels(place, place, wide // _PIXEL)
        row = 0
        for each in above:
            row = self._across(row, each.pieces, each.look)
        head = row + 1 if above else row
        first = self._head(head)
        worked = workings(self._table)
        for nth, line in enumerate(self._table.lines):
            self._line(first, nth, line, worked)
        beneath = first + len(self._table.lines)
        for note in self._table.notes:
            beneath = self._across(beneath, note.pieces, {"italic": True})
        self._laid_out(head, first, beneath)
        return Placed(self.name, first)

    def _across(self, row: int, pieces: Pieces, look: dict[str, Any]) -> int:
        """Write a text over all columns, as high as it needs, and return the row behind it."""
        text = self._marks.said(self.name, a1(row, 0), pieces)
        if self._last:
            self.sheet.merge_range(row, 0, row, self._last, "", self._book.look(**look))
        self._book.text(self.sheet, (row, 0), text, **look)
        size = look.get("font_size", _SIZE)
        high = lines(text, sum(self._widths) - _GUTTER, size, bold=look.get("bold", False))
        self._book.high(self.sheet, row, high * _LINE * size / _SIZE)
        return row + 1

    # The head

    def _head(self, row: int) -> int:
        """Write groups, headers and signs, and return the row behind them."""
        columns = self._table.columns
        grouped = any(column.group for column in columns)
        headers = row + 1 if grouped else row
        high = max(_high(column.header, wide) for column, wide in zip(columns, self._widths, strict=True))
        if grouped:
            self._groups(row, high)
        for place, column in enumerate(columns):
            if column.group or not grouped:
                self._header(headers, place, column.header, bold=True)
        self._book.high(self.sheet, headers, high * _LINE)
        if not any(column.sign for column in columns):
            return headers + 1
        for place, column in enumerate(columns):
            self._header(headers + 1, place, column.sign, font_size=_SIZE_OF_SIGNS)
        return headers + 2

    def _groups(self, row: int, high: int) -> None:
        """Write the cells above the headers: of a group one, of a column without one its header, over both rows."""
        tallest = 1
        for group, several in groupby(enumerate(self._table.columns), lambda each: each[1].group):
            places = [place for place, _ in several]
            if group:
                wide = sum(self._widths[place] for place in places)
                tallest = max(tallest, _high(group, wide))
                self._merged((row, places[0]), (row, places[-1]), group)
            else:
                for place in places:
                    header = self._table.columns[place].header
                    tallest = max(tallest, _high(header, self._widths[place]) - high)
                    self._merged((row, place), (row + 1, place), header)
        self._book.high(self.sheet, row, tallest * _LINE)

    def _merged(self, first: tuple[int, int], last: tuple[int, int], text: str) -> None:
        if first != last:
            self.sheet.merge_range(*first, *last, "", self._book.look(bold=True, **HEAD))
        self._header(*first, text, bold=True)

    def _header(self, row: int, column: int, text: str, **look: Any) -> None:
        self._book.text(self.sheet, (row, column), printable(text), **look, **HEAD)

    # The lines

    def _line(self, first: int, nth: int, line: Line, worked: dict[Spot, Working]) -> None:
        look = {"border": 1} | ({"bold": True} if line.style == "total" else {})
        for column, cell in enumerate(line.cells):
            spot = first + nth, column
            own = look | self._aligned[column] | _format(self._table.columns[column], cell)
            working = worked.get((nth, column))
            if working is not None:
                self._formula(first, spot, working, own)
            else:
                self._plain(spot, cell, own)
            if working is not None and (number := alone(cell)) is not None:
                self._marks.alone(self.name, a1(*spot), number)
        bold = line.style == "total"
        high = max(_high(said(line.cells[place]), self._widths[place], bold=bold) for place in self._worded)
        if high > 1:
            self._book.high(self.sheet, first + nth, high * _LINE, grows=True)

    def _formula(self, first: int, spot: Spot, working: Working, look: dict[str, Any]) -> None:
        """Write how a cell is calculated, with what comes of it: who does not calculate believes that."""
        cells = [a1(first + row, column) for row, column in working.of]
        value = MISSING if working.value is None else _number(working.value)
        self.sheet.write_formula(*spot, formula(working, cells), self._book.look(**look), value)

    def _plain(self, spot: Spot, cell: Pieces, look: dict[str, Any]) -> None:
        number, order = alone(cell), _order(cell)
        if number is not None:
            self.sheet.write_number(*spot, _number(number.value), self._book.look(**look))
            self._marks.alone(self.name, a1(*spot), number)
        elif order is not None:
            self.sheet.write_number(*spot, order, self._book.look(**look))
        else:
            text = self._marks.said(self.name, a1(*spot), cell)
            self._book.text(self.sheet, spot, text, **look)

    # The sheet

    def _laid_out(self, head: int, first: int, beneath: int) -> None:
        """Lay the sheet out: its head stays and can be filtered by, and stands on every page that it is printed on."""
        units = [nth for nth, line in enumerate(self._table.lines) if not line.style]
        self.sheet.freeze_panes(first, self._frozen())
        self.sheet.repeat_rows(head, first - 1)
        if units:
            self.sheet.autofilter(first - 1, 0, first + units[-1], self._last)
        self.sheet.print_area(0, 0, max(beneath - 1, 0), self._last)
        self.sheet.center_horizontally()
        if sum(self._widths) > _A_LITTLE_SMALLER * PORTRAIT:
            self.sheet.set_landscape()

    def _frozen(self) -> int:
        """Return how many columns stay: those that say what a line is of."""
        before = next((nth for nth, column in enumerate(self._table.columns) if column.numeric), 1)
        return max(1, min(before, _FROZEN))


def _widths(table: Table) -> Iterator[int]:
    """Yield how wide columns are, in twips: as what stands in them, as the words of their headers, and their signs.

    A group that has more to say than its columns have room for makes them wider.
    """
    cells = [[line.cells[place] for line in table.lines] for place in range(len(table.columns))]
    for group, several in groupby(zip(table.columns, cells, strict=True), lambda each: each[0].group):
        own = [_wide(column, inside) for column, inside in several]
        lacking = (
            max([0, *(width(word, _SIZE) for word in group.split()), width(group, _SIZE) // 2]) + _GUTTER - sum(own)
        )
        more = max(0, -(-lacking // len(own)))
        yield from (wide + more for wide in own)


def _wide(column: Column, cells: Sequence[Pieces]) -> int:
    words = [width(word, _SIZE) for word in column.header.split()]
    header = max([0, *words, width(column.header, _SIZE) // _HEADER_LINES])
    sign = width(column.sign, _SIZE_OF_SIGNS) + _BUTTON
    inside = max((width(said(cell), _SIZE) for cell in cells), default=0)
    return max(inside if column.numeric else min(inside, _WIDEST), header, sign) + _GUTTER


def _high(text: str, wide: int, *, bold: bool = True) -> int:
    return lines(text, wide - _GUTTER, _SIZE, bold=bold)


def _aligned(column: Column, cells: Sequence[Pieces]) -> dict[str, Any]:
    if column.numeric:
        return {"align": "right", "text_wrap": False}
    return (
        {"align": "center"} if all(len(text_of(cell)) <= _SHORT for cell in cells) else {"align": "left", "indent": 1}
    )


def _order(cell: Pieces) -> int | None:
    """Return the number of a row or the rank that a cell is; None of any other."""
    return cell[0].order if len(cell) == 1 and isinstance(cell[0], Text) else None


def _number(value: int | str) -> int | float:
    return value if isinstance(value, int) else float(value)


def _format(column: Column, cell: Pieces) -> dict[str, Any]:
    """Return how a cell looks for what it holds, or is to hold: a number as it is printed, a gap marked."""
    number = alone(cell)
    look = {"bg_color": GAP} if any(isinstance(piece, Gap) and not piece.open for piece in cell) else {}
    if number is not None:
        return look | {"num_format": _pattern(_plain(number), signed=number.text.startswith(("+", "-")))}
    # What is not known yet looks like the numbers around it once somebody writes it.
    rate = column.made is not None and column.made.sign == "/"
    return look | ({"num_format": _pattern(_RATE if rate else _COUNT)} if column.numeric else {})


def _plain(number: Number) -> str:
    """Return the format of a number without its sign: its thousands grouped, its decimals, its percent sign."""
    decimals = len(str(number.value).partition(".")[2])
    return _COUNT + (f".{'0' * decimals}" if decimals else "") + ('"%"' if number.text.endswith("%") else "")


def _pattern(plain: str, *, signed: bool = False) -> str:
    """Return the format of numbers above, below and of 0, and of texts, each with a little room behind it.

    An indent would be the same, but programs forget it in some cells.
    """
    above = f"+{plain}" if signed else plain
    return ";".join(f"{part}_)" for part in (above, f"-{plain}", plain, "@"))
