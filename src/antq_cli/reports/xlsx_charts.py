"""A chart as a sheet, with the numbers that it draws beside it: they are those of its table, by reference."""

from typing import TYPE_CHECKING, Any

from antq_cli.core.report import Plot, Table, text_of
from antq_cli.core.workings import alone
from antq_cli.reports.measuring import lines, width
from antq_cli.reports.xlsx_book import FONT, HEAD, Book
from antq_cli.reports.xlsx_map import Marks, a1, said
from antq_cli.reports.xlsx_sheet import Above, Placed
from antq_cli.reports.xml_text import printable

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as Drawn
    from xlsxwriter.worksheet import Worksheet

_SIZE = 11
_COLOURS = {"values": "#2F5597", "target": "#C00000"}
_WIDE, _HIGH = 900, 460  # pixels
_LEAST_LABELS, _NUMBERS = 130, 90
_COLUMN = 4  # where the chart stands, behind an empty one
_WHOLE, _STEP = 100, 20


class ChartSheet:
    """The sheet of a chart, whose ``table`` stands where ``source`` says."""

    def __init__(self, book: Book, marks: Marks, table: Table, source: Placed) -> None:
        self._book, self._marks, self._table, self._source = book, marks, table, source

    def write(self, name: str, plot: Plot, above: list[Above]) -> None:
        """Write the numbers line by line, and the chart beside them."""
        self.sheet: Worksheet = self._book.sheet(name)
        self.name: str = self.sheet.get_name()
        self._text((0, 0), plot.title, bold=True, text_wrap=False)
        for row, each in enumerate(above, 1):
            self._book.text(
                self.sheet, (row, 0), said(each.pieces), **{**each.look, "align": "left", "text_wrap": False}
            )
        head = len(above) + 2
        self._header(head, plot)
        for row, line in enumerate(plot.lines, head + 1):
            self._line(row, line, plot)
        last = head + len(plot.lines)
        if plot.note:
            self._text((last + 1, 0), plot.note, italic=True, text_wrap=False)
        self.sheet.insert_chart(head, _COLUMN, self._drawn(plot, head, last), {"description": printable(plot.title)})
        self.sheet.freeze_panes(head + 1, 1)
        self.sheet.set_landscape()

    def _text(self, spot: tuple[int, int], text: str, **look: Any) -> None:
        self._book.text(self.sheet, spot, printable(text), **look)

    def _header(self, row: int, plot: Plot) -> None:
        """Write what the columns are called, and make room for what stands in them."""
        columns = self._table.columns
        labels = [text_of(self._table.lines[line].cells[plot.labels]) for line in plot.lines]
        pixels = max([_LEAST_LABELS, *(width(label, _SIZE) // 15 + 12 for label in labels)])
        self.sheet.set_column_pixels(0, 0, pixels)
        self.sheet.set_column_pixels(1, 2, _NUMBERS)
        heads = [columns[plot.labels].header, columns[plot.values].header, plot.aim]
        for place, head in enumerate(each for each in heads if each):
            self._text((row, place), head, bold=True, **HEAD)
        self._book.high(self.sheet, row, 15 * max(lines(head, _NUMBERS * 15 - 160, _SIZE) for head in heads[1:]))

    def _line(self, row: int, line: int, plot: Plot) -> None:
        cells = self._table.lines[line].cells
        number = alone(cells[plot.values])
        assert number is not None
        self._refer((row, 0), line, plot.labels, said(cells[plot.labels]))
        self._refer((row, 1), line, plot.values, float(number.value), num_format="0.00_)")
        self._marks.alone(self.name, a1(row, 1), number)
        if plot.target:
            look = self._book.look(border=1, num_format="0.00_)")
            self.sheet.write_number(row, 2, float(plot.target), look)

    def _refer(self, spot: tuple[int, int], line: int, column: int, value: str | float, **look: Any) -> None:
        """Write that a cell is that of the table, with what stands there: whoever changes the one changes the other."""
        there = f"'{self._source.name}'!{a1(self._source.first + line, column)}"
        self.sheet.write_formula(*spot, f"={there}", self._book.look(border=1, **look), value)

    def _drawn(self, plot: Plot, head: int, last: int) -> "Drawn":
        drawn = self._book.writer.add_chart({"type": "line" if plot.over_time else "column"})
        colour = _COLOURS["values"]
        marked = {"marker": {"type": "circle", "fill": {"color": colour}, "border": {"color": colour}}}
        look = (
            {"line": {"color": colour, "width": 2.25}, "smooth": False} | marked
            if plot.over_time
            else {"fill": {"color": colour}, "gap": 60}
        )
        drawn.add_series(self._series(1, head, last) | look)
        if plot.target:
            target = self._book.writer.add_chart({"type": "line"})
            line = {"color": _COLOURS["target"], "width": 2, "dash_type": "dash"}
            target.add_series(self._series(2, head, last) | {"line": line, "marker": {"type": "none"}})
            drawn.combine(target)
        self._dressed(drawn, plot)
        return drawn

    def _series(self, column: int, head: int, last: int) -> dict[str, Any]:
        """Return where the names and the numbers of a series stand."""
        return {
            "name": [self.name, head, column],
            "categories": [self.name, head + 1, 0, last, 0],
            "values": [self.name, head + 1, column, last, column],
        }

    def _dressed(self, drawn: "Drawn", plot: Plot) -> None:
        font = {"name": FONT, "size": 10}
        values = [float(number.value) for line in plot.lines if (number := self._number(line, plot)) is not None]
        most = _WHOLE if max(values) <= _WHOLE else None
        # By reference, for a title of its own might look like one.
        drawn.set_title({"name": [self.name, 0, 0], "name_font": {"name": FONT, "size": 13, "bold": True}})
        drawn.set_x_axis({"num_font": font})
        grid = {"visible": True, "line": {"color": "#D9D9D9"}}
        scale = {"min": 0, "max": most, "major_unit": _STEP, "minor_tick_mark": "none"}
        drawn.set_y_axis(scale | {"num_format": "0", "num_font": font, "major_gridlines": grid})
        drawn.set_legend({"position": "bottom", "font": font} if plot.target else {"none": True})
        drawn.set_size({"width": _WIDE, "height": _HIGH})

    def _number(self, line: int, plot: Plot) -> Any:
        return alone(self._table.lines[line].cells[plot.values])
