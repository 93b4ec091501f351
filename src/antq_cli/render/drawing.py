"""A table on a console: the lines, with columns as wide as its layout says."""

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from antq_cli.pages.cells import Bar, PageCell, TrendLine
from antq_cli.render.folding import folded, indented, places
from antq_cli.render.layout import Layout, Measured, Sheet
from antq_cli.render.text import MARK, TRACK, bar, line, on_track

_STYLES = {"": Style(), "total": Style(bold=True), "rest": Style(italic=True)}
_HEADER = Style(bold=True)
# No colours: of the eight that every terminal has none is legible on light and on dark backgrounds alike.
_FAINT, _PLAIN, _STRONG = Style(dim=True), Style(), Style(bold=True)
_PIECES = re.compile(f"{TRACK}+|{MARK}|[^{TRACK}{MARK}]+")
# What stands beneath its row begins a little further in.
_BENEATH = "  "


class Drawing:
    """A sheet in a layout, as a console prints it."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet = sheet
        self.above, self.beneath = layout.above, layout.beneath
        self.shown = [(number, width) for number, width in enumerate(layout.widths) if width is not None]

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the header, the rows and the lines between sections."""
        sheet, end = self.sheet, Segment.line()
        rule = Segment("─" * (sum(width for _, width in self.shown) + sheet.gap * (len(self.shown) - 1)))
        if sheet.headed:
            yield from self._whole(sheet.heads, console.width, _HEADER)
            yield from self._row(sheet.heads, None)
            yield from (rule, end)
        for number, (row, style) in enumerate(zip(sheet.rows, sheet.styles, strict=True)):
            if number and style and sheet.headed:
                yield from (rule, end)
            yield from self._whole(row, console.width, _STYLES[style])
            yield from self._row(row, _STYLES[style])
            if beneath := "; ".join(row[each].text for each in self.beneath if row[each].text):
                for text in folded(_BENEATH + beneath, console.width, _BENEATH):
                    yield from (Segment(text, _STYLES[style]), end)

    def _whole(self, row: Sequence[Measured], width: int, style: Style) -> Iterator[Segment]:
        """Yield the cell that stands above its row, over the whole width."""
        if self.above is not None:
            for text in indented(row[self.above].text, width):
                yield from (Segment(text, style), Segment.line())

    def _row(self, row: Sequence[Measured], style: Style | None) -> Iterator[Segment]:
        """Yield a row, over several lines where a cell is folded; a header's last lines stand on the rule."""
        cells = [self._lines(number, row[number], width) for number, width in self.shown]
        height = max(map(len, cells))
        looks = [self._look(number, style) for number, _ in self.shown]
        last = len(cells) - 1
        for at in range(height):
            for place, (lines, look) in enumerate(zip(cells, looks, strict=True)):
                within = at - (height - len(lines) if style is None else 0)
                pad = "" if place == last else " "
                if 0 <= within < len(lines):
                    yield from _drawn(lines[within], look)
                    if pad:
                        yield Segment(pad, look)
                else:
                    yield Segment(" " * self.shown[place][1] + pad, look)
                if pad and self.sheet.headed:
                    yield Segment(" ")
            yield Segment.line()

    def _look(self, number: int, style: Style | None) -> Style:
        if style is None:
            return _HEADER
        column = self.sheet.columns[number]
        return (_FAINT if column.faint else _PLAIN) + style

    def _lines(self, number: int, cell: Measured, width: int) -> list[str]:
        """Return the lines of a cell, each as wide as its column."""
        column = self.sheet.columns[number]
        if column.bar:
            text = _bar(cell.cell, width)
            return [text + " " * (width - len(text))]
        if cell.width <= width:
            return [_leaning(cell.text, width - cell.width, column.align)]
        return [_leaning(each, width - places(each), column.align) for each in indented(cell.text, width)]


def _drawn(text: str, look: Style) -> Iterator[Segment]:
    """Yield the pieces of a text: the track of a bar is faint and its mark strong, whatever the bar looks like."""
    if not text.endswith((TRACK, MARK)) and MARK not in text:
        yield Segment(text, look)
        return
    for piece in _PIECES.findall(text):
        yield Segment(piece, _FAINT if piece[0] == TRACK else _STRONG if piece == MARK else look)


def _leaning(text: str, left: int, align: str) -> str:
    return text + " " * left if align == "left" else " " * left + text


def _bar(cell: PageCell, width: int) -> str:
    if isinstance(cell, TrendLine):
        return line(cell.rates, width)
    if not isinstance(cell, Bar):
        return ""
    return on_track(bar(cell.value, cell.whole or 0, width), width, cell.mark)
