"""A table on a console: how wide each column is, and the lines; all that is measured is measured once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from antq_cli.pages.cells import Bar, PageCell, TrendLine
from antq_cli.pages.model import PageColumn, PageTable
from antq_cli.render.text import bar, line, visible
from antq_cli.words.speech import Speech

# How wide a bar is, at least and at most.
_BAR = (8, 40)
# A column of words is not folded into less than this; where there is no room for it, the lines are too long, but whole.
_WORDS = 12
# Of tables that are aligned: a bar that is worth its place and the widest one, the least room for a column of words,
# and how much of the console the first column may take, in hundredths.
_ALIGNED_BAR = (8, 28)
_ALIGNED_WORDS = 16
_ALIGNED_NAMES = 34
_STYLES = {"": Style(), "total": Style(bold=True), "rest": Style(italic=True)}
_HEADER = Style(bold=True)
_BARS, _FAINT, _PLAIN = Style(color="cyan"), Style(dim=True), Style()


class _Drawn(NamedTuple):
    """A text and how wide it is; of a bar, what it is made of."""

    text: str
    width: int
    cell: PageCell


class Sheet:
    """A table in a language, measured: as wide as it is by itself, without its bars and with nothing folded."""

    def __init__(self, table: PageTable, speech: Speech) -> None:
        self.table = table
        self.columns = table.columns
        self.styles = [line.style for line in table.lines]
        self.heads = [_drawn(column, column.header, speech) for column in table.columns]
        self.rows = [
            [_drawn(column, cell, speech) for column, cell in zip(table.columns, line.cells, strict=True)]
            for line in table.lines
        ]
        self.headed = any(head.text for head in self.heads)
        self.gap = 2 if self.headed else 1
        columns = zip(self.heads, *self.rows, strict=True)
        self.natural: list[int] = [max(cell.width for cell in column) for column in columns]

    @property
    def width(self) -> int:
        """Return how wide it is by itself."""
        return self._over(self._widths(0))

    def _over(self, widths: Sequence[int | None]) -> int:
        shown = [width for width in widths if width is not None]
        return sum(shown) + self.gap * (len(shown) - 1)

    def _widths(self, bars: int, words: int | None = None) -> list[int | None]:
        """Return how wide each column is, with bars and columns of words of some width; None where it is left out."""
        return [self._column(number, bars, words) for number in range(len(self.columns))]

    def _column(self, number: int, bars: int, words: int | None) -> int | None:
        column, natural = self.columns[number], self.natural[number]
        if column.bar:  # a line of rates may have fewer points than there is room for
            return max((min(bars, _longest(row[number].cell)) for row in self.rows), default=0) or None
        return natural if words is None or column.fixed else min(natural, words)

    def fitted(self, room: int) -> list[int | None]:
        """Return how wide each column is on a console: bars as wide as the room that is left, or words folded.

        Numbers are never cut: a table that is wider than the console goes over its edge.
        """
        shortest = self._shortest()
        left = room - self._over(self._widths(shortest))
        if left >= 0:
            bars = sum(column.bar for column in self.columns)
            return self._widths(min(shortest + left // max(bars, 1), _BAR[1]))
        widest = max(*self.natural, _WORDS)
        words = range(_WORDS, widest + 1)  # a table is no narrower for wider columns, so that halving finds the widest
        fitting = bisect_right(words, room, key=lambda each: self._over(self._widths(0, each)))
        return self._widths(0, words[max(fitting, 1) - 1])

    def _shortest(self) -> int:
        """Return how short a bar may be; a line of rates may be as short as it has points."""
        lines = [len(cell.cell.figures) for row in self.rows for cell in row if isinstance(cell.cell, TrendLine)]
        return min(_BAR[0], max(lines, default=_BAR[0]))


def _drawn(column: PageColumn, cell: PageCell, speech: Speech) -> _Drawn:
    if column.bar:  # what is not nothing takes one sign at least
        return _Drawn("", int(isinstance(cell, Bar) and cell.value != 0), cell)
    text = visible(cell.text(speech))
    return _Drawn(text, cell_len(text), cell)


def aligned(sheets: Sequence[Sheet], room: int) -> list[int | None]:
    """Return how wide each column is of sheets that have the same ones; the first and the last may be folded."""
    widths = [max(each) for each in zip(*(sheet.natural for sheet in sheets), strict=True)]
    widths[0] = min(widths[0], max(_ALIGNED_WORDS, room * _ALIGNED_NAMES // 100))
    bars = next(number for number, column in enumerate(sheets[0].columns) if column.bar)
    gap = sheets[0].gap
    left = room - sum(widths) - gap * (len(widths) - 1)
    shortest, longest = _ALIGNED_BAR
    if left < shortest:
        widths[-1] = max(widths[-1] + left - shortest, _ALIGNED_WORDS)
        left = room - sum(widths) - gap * (len(widths) - 1)
    widths[bars] = min(longest, left) if left >= shortest else 0
    over = sum(widths) + gap * (len(widths) - 2) - room
    if not widths[bars] and over > 0:
        widths[0] = max(_ALIGNED_WORDS, widths[0] - over)
    return [None if number == bars and not width else width for number, width in enumerate(widths)]


class Drawing:
    """A sheet with columns of some widths, as a console prints it."""

    def __init__(self, sheet: Sheet, widths: Sequence[int | None]) -> None:
        self.sheet = sheet
        self.shown = [(number, width) for number, width in enumerate(widths) if width is not None]

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the header, the rows and the lines between sections."""
        sheet, end = self.sheet, Segment.line()
        rule = Segment("─" * (sum(width for _, width in self.shown) + sheet.gap * (len(self.shown) - 1)))
        if sheet.headed:
            yield from self._row(console, sheet.heads, None)
            yield from (rule, end)
        for number, (row, style) in enumerate(zip(sheet.rows, sheet.styles, strict=True)):
            if number and style and sheet.headed:
                yield from (rule, end)
            yield from self._row(console, row, _STYLES[style])

    def _row(self, console: Console, row: Sequence[_Drawn], style: Style | None) -> Iterator[Segment]:
        """Yield a row, over several lines where a cell is folded; a header's last lines stand on the rule."""
        cells = [self._folded(console, number, row[number], width) for number, width in self.shown]
        height = max(map(len, cells))
        looks = [self._look(number, style) for number, _ in self.shown]
        last = len(cells) - 1
        for at in range(height):
            for place, (lines, look) in enumerate(zip(cells, looks, strict=True)):
                within = at - (height - len(lines) if style is None else 0)
                pad = "" if place == last else " "
                if 0 <= within < len(lines):
                    yield Segment(lines[within], look)
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
        return (_BARS if column.bar else _FAINT if column.faint else _PLAIN) + style

    def _folded(self, console: Console, number: int, drawn: _Drawn, width: int) -> list[str]:
        """Return the lines of a cell, each as wide as its column."""
        column = self.sheet.columns[number]
        if column.bar:
            text = _bar(drawn.cell, width)
            return [text + " " * (width - len(text))]
        if drawn.width > width:
            wrapped = Text(drawn.text).wrap(console, width, justify=column.align, overflow="fold", no_wrap=column.fixed)
            return [each.plain for each in wrapped]
        blank = " " * (width - drawn.width)
        return [drawn.text + blank if column.align == "left" else blank + drawn.text]


def _longest(cell: PageCell) -> int:
    """Return how wide a bar or a line of rates may be."""
    return len(cell.figures) if isinstance(cell, TrendLine) else _BAR[1] if isinstance(cell, Bar) else 0


def _bar(cell: PageCell, width: int) -> str:
    if isinstance(cell, TrendLine):
        return line(cell.rates, width)
    return bar(cell.value, cell.whole or 0, width) if isinstance(cell, Bar) else ""
