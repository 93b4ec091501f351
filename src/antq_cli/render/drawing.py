"""A table on a console: the lines, with columns as wide as its layout says."""

import re
from collections.abc import Iterator, Sequence

from antq_cli.pages.cells import Bar, PageCell, TrendLine
from antq_cli.render.console import Run, Runs
from antq_cli.render.folding import folded, indented, places
from antq_cli.render.layout import Layout, Measured, Sheet
from antq_cli.render.text import MARK, TRACK, bar, line, on_track

# No colours: of the eight that every terminal has none is legible on light and on dark backgrounds alike.
_STYLES = {"": "", "total": "bold", "rest": "italic"}
_HEADER, _FAINT, _STRONG = "bold", "dim", "bold"
_PIECES = re.compile(f"{TRACK}+|{MARK}|[^{TRACK}{MARK}]+")
# What stands beneath its row begins a little further in.
_BENEATH = "  "


class Drawing:
    """A sheet in a layout, line by line."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet = sheet
        self.above, self.beneath = layout.above, layout.beneath
        self.shown = [(number, width) for number, width in enumerate(layout.widths) if width is not None]

    def lines(self, width: int) -> Iterator[Runs]:
        """Yield the header, the rows and the lines between sections, none wider than a width."""
        sheet = self.sheet
        rule = (Run("─" * (sum(width for _, width in self.shown) + sheet.gap * (len(self.shown) - 1))),)
        if sheet.headed:
            yield from self._whole(sheet.heads, width, _HEADER)
            yield from self._row(sheet.heads, None)
            yield rule
        for number, (row, style) in enumerate(zip(sheet.rows, sheet.styles, strict=True)):
            if number and style and sheet.headed:
                yield rule
            yield from self._whole(row, width, _STYLES[style])
            yield from self._row(row, _STYLES[style])
            if beneath := "; ".join(row[each].text for each in self.beneath if row[each].text):
                yield from ((Run(text, _STYLES[style]),) for text in folded(_BENEATH + beneath, width, _BENEATH))

    def _whole(self, row: Sequence[Measured], width: int, style: str) -> Iterator[Runs]:
        """Yield the cell that stands above its row, over the whole width."""
        if self.above is not None:
            yield from ((Run(text, style),) for text in indented(row[self.above].text, width))

    def _row(self, row: Sequence[Measured], style: str | None) -> Iterator[Runs]:
        """Yield a row, over several lines where a cell is folded; a header's last lines stand on the rule."""
        cells = [self._lines(number, row[number], width) for number, width in self.shown]
        height = max(map(len, cells))
        looks = [self._look(number, style) for number, _ in self.shown]
        last = len(cells) - 1
        for at in range(height):
            runs: list[Run] = []
            for place, (lines, look) in enumerate(zip(cells, looks, strict=True)):
                within = at - (height - len(lines) if style is None else 0)
                pad = "" if place == last else " "
                if 0 <= within < len(lines):
                    runs += [*_drawn(lines[within], look), Run(pad, look)]
                else:
                    runs.append(Run(" " * self.shown[place][1] + pad, look))
                if pad and self.sheet.headed:
                    runs.append(Run(" "))
            yield runs

    def _look(self, number: int, style: str | None) -> str:
        if style is None:
            return _HEADER
        return f"{style} {_FAINT}" if self.sheet.columns[number].faint else style

    def _lines(self, number: int, cell: Measured, width: int) -> list[str]:
        """Return the lines of a cell, each as wide as its column."""
        column = self.sheet.columns[number]
        if column.bar:
            text = _bar(cell.cell, width)
            return [text + " " * (width - len(text))]
        if cell.width <= width:
            return [_leaning(cell.text, width - cell.width, column.align)]
        return [_leaning(each, width - places(each), column.align) for each in indented(cell.text, width)]


def _drawn(text: str, look: str) -> Iterator[Run]:
    """Yield the runs of a text: the track of a bar is faint and its mark strong, whatever the bar looks like."""
    if not text.endswith((TRACK, MARK)) and MARK not in text:
        yield Run(text, look)
        return
    for piece in _PIECES.findall(text):
        yield Run(piece, _FAINT if piece[0] == TRACK else _STRONG if piece == MARK else look)


def _leaning(text: str, left: int, align: str) -> str:
    return text + " " * left if align == "left" else " " * left + text


def _bar(cell: PageCell, width: int) -> str:
    if isinstance(cell, TrendLine):
        return line(cell.rates, width)
    if not isinstance(cell, Bar):
        return ""
    return on_track(bar(cell.value, cell.whole or 0, width), width, cell.mark)
