"""A table measured, and how wide its columns are on a terminal: folded, moved beneath their rows, or left out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.unseen import visible
from antq_cli.pages.cells import BLANK, Bar, PageCell, TrendLine
from antq_cli.pages.model import PageColumn, PageTable
from antq_cli.render.folding import longest, places
from antq_cli.words.speech import Speech

# How wide a bar is, at least and at most.
_BAR = (8, 40)
# A column of words is not folded into less than this, nor on a narrow terminal into less than the second number.
_WORDS, _FEWER, _NARROW = 12, 8, 60
# A remark that would get less than this on a narrow terminal stands beneath its row.
_REMARK = 16
# The least room that a text gets where nothing else is left to be done: then words are broken.
_BROKEN = 4
# Of tables that are aligned: a bar that is worth its place and the widest one, the least room for a column of words,
# and how much of the console the first column may take, in hundredths.
_ALIGNED_BAR = (8, 28)
_ALIGNED_WORDS = 16
_ALIGNED_NAMES = 34


class Measured(NamedTuple):
    """A cell, what it says, and how wide that is; of a bar, no more than that there is one."""

    text: str
    width: int
    cell: PageCell


class Layout(NamedTuple):
    """How wide each column is, None where it is not beside the others: it is above or beneath its rows, or left out."""

    widths: Sequence[int | None]
    beneath: Sequence[int] = ()
    left_out: Sequence[int] = ()
    above: int | None = None


class Sheet:
    """A table in a language, measured: as wide as it is by itself, without its bars and with nothing folded.

    Of tables of the same columns that are to be aligned the others are ``beside`` it: their lines count as its own.
    """

    def __init__(self, table: PageTable, speech: Speech, beside: Sequence[PageTable] = ()) -> None:
        self.table = table
        self.columns = table.columns
        self.styles = [line.style for line in table.lines]
        self.heads = [_measured(column, column.header, speech) for column in table.columns]
        lines = [line.cells for each in (table, *beside) for line in each.lines]
        lines += [[column.header for column in each.columns] for each in beside]
        self.rows = [
            [_measured(column, cell, speech) for column, cell in zip(table.columns, cells, strict=True)]
            for cells in lines
        ]
        self.headed = any(head.text for head in self.heads)
        self.gap = 2 if self.headed else 1

    @cached_property
    def bodies(self) -> list[int]:
        """Return how wide the widest cell of each column is."""
        return [max(cell.width for cell in column) for column in zip(*self.rows, strict=True)]

    @cached_property
    def natural(self) -> list[int]:
        """Return how wide each column is by itself, with its header."""
        return [max(head.width, body) for head, body in zip(self.heads, self.bodies, strict=True)]

    @property
    def width(self) -> int:
        """How many places of a terminal it takes with nothing folded and no bars."""
        return self._over(self._widths(0))

    @cached_property
    def _unbroken(self) -> list[int]:
        """Return how narrow each column can be while no word is broken, and nothing but its header, if it is whole."""
        return [self._narrowest(number, column) for number, column in enumerate(self.columns)]

    def _narrowest(self, number: int, column: PageColumn) -> int:
        head = longest(self.heads[number].text)
        if column.fixed:
            return max(head, self.bodies[number])
        return max(head, *(longest(row[number].text) for row in self.rows))

    def _over(self, widths: Sequence[int | None]) -> int:
        shown = [width for width in widths if width is not None]
        return sum(shown) + self.gap * (len(shown) - 1)

    def _widths(self, bars: int) -> list[int | None]:
        """Return how wide each column is by itself, with bars of some width; None where it has none."""
        return [self._bar(number, bars) if column.bar else self.natural[number] for number, column in self._numbered]

    @property
    def _numbered(self) -> Sequence[tuple[int, PageColumn]]:
        return list(enumerate(self.columns))

    def _bar(self, number: int, width: int) -> int | None:
        """Return how wide a bar is; a line of rates may have fewer points than there is room for."""
        return max((min(width, _most(row[number].cell)) for row in self.rows), default=0) or None

    def _shortest(self) -> int:
        """Return how short a bar may be; a line of rates may be as short as it has points."""
        lines = [len(cell.cell.figures) for row in self.rows for cell in row if isinstance(cell.cell, TrendLine)]
        return min(_BAR[0], max(lines, default=_BAR[0]))

    # On a terminal ---------------------------------------------------------------------------------------------

    def fitted(self, room: int) -> Layout:
        """Return how the table is no wider than the terminal, with as little folded and left out as can be."""
        shortest = self._shortest()
        left = room - self._over(self._widths(shortest))
        if left >= 0:
            bars = sum(column.bar for column in self.columns)
            return Layout(self._widths(min(shortest + left // max(bars, 1), _BAR[1])))
        for shown, beneath in self._choices(room):
            if (widths := self._folded(shown, room)) is not None:
                return Layout(widths, beneath, self._left_out(shown, beneath))
        return self._crowded(shown, beneath, room)

    def _crowded(self, shown: set[int], beneath: Sequence[int], room: int) -> Layout:
        """Return how a table fits in which a word or a code is too wide beside the numbers: it goes above its row."""
        left_out, names = self._left_out(shown, beneath), min(shown)
        if self.columns[names].align == "left" and self._unbroken[names] <= room and len(shown) > 1:
            widths = self._folded(shown - {names}, room)
            if widths is not None:
                return Layout(widths, beneath, left_out, names)
        return Layout(self._broken(shown, room), beneath, left_out)

    def _choices(self, room: int) -> Iterator[tuple[set[int], Sequence[int]]]:
        """Yield which columns stand beside each other, and which ones beneath: fewer each time."""
        shown = {number for number, column in self._numbered if not column.bar}
        extras = [number for number in sorted(shown) if self.columns[number].extra]
        under = [number for number in extras if self.columns[number].beneath]
        for several in ({*extras}.difference(under), under):
            if self._over([self.natural[number] for number in shown]) > room:
                shown.difference_update(several)
        under = [number for number in under if number not in shown]
        beneath = [number for number in sorted(shown) if self.columns[number].beneath]
        if self._beside(shown, beneath, room):
            yield set(shown), under
        shown.difference_update(beneath)
        beneath = sorted([*under, *beneath])
        yield set(shown), beneath
        spare = {number: place for number in shown if (place := self.columns[number].dispensable) is not None}
        for number in sorted(spare, key=lambda each: (spare[each], each if self.columns[each].series else -each)):
            shown.discard(number)
            yield set(shown), beneath

    def _beside(self, shown: set[int], beneath: Sequence[int], room: int) -> bool:
        """Return whether what may stand beneath its row gets enough room beside it to be read."""
        widths = None if room >= _NARROW else self._folded(shown, room)
        return widths is None or all((widths[each] or 0) >= min(self.natural[each], _REMARK) for each in beneath)

    def _left_out(self, shown: set[int], beneath: Sequence[int]) -> list[int]:
        told = {*shown, *beneath}
        silent = {number for number, column in self._numbered if column.name is BLANK or column.elsewhere}
        return [number for number, _ in self._numbered if number not in told | silent]

    def _folded(self, shown: set[int], room: int) -> list[int | None] | None:
        """Return the widths with words folded, and with headers folded if need be; None where it does not fit so."""
        least = _WORDS if room >= _NARROW else _FEWER
        if self._over([self._column(number, least, self._unbroken) for number in shown]) > room:
            return None
        for fixed in (self.natural, self._unbroken):
            words = range(least, max(*self.natural, least) + 1)  # no narrower for wider columns, so halving finds it

            def over(width: int, fixed: Sequence[int] = fixed) -> int:
                return self._over([self._column(number, width, fixed) for number in shown])

            if fitting := bisect_right(words, room, key=over):
                width = words[fitting - 1]
                return [self._column(each, width, fixed) if each in shown else None for each, _ in self._numbered]
        return None

    def _column(self, number: int, words: int, fixed: Sequence[int]) -> int:
        """Return how wide a column is with columns of words of some width."""
        if self.columns[number].fixed:
            return fixed[number]
        return max(self._unbroken[number], min(self.natural[number], words))

    def _broken(self, shown: set[int], room: int) -> list[int | None]:
        """Return the widths with words broken, where a word or a code alone is wider than there is room for it."""
        widths = {number: self._unbroken[number] for number in shown}
        texts = [number for number in shown if self.columns[number].align == "left"]
        while texts and self._over(list(widths.values())) > room:
            widest = max(texts, key=lambda number: widths[number])
            if widths[widest] <= _BROKEN:
                break
            widths[widest] -= 1
        return [widths.get(number) for number, _ in self._numbered]


def _measured(column: PageColumn, cell: PageCell, speech: Speech) -> Measured:
    if column.bar:  # what is not nothing takes one sign at least
        return Measured("", int(isinstance(cell, Bar) and cell.value != 0), cell)
    text = visible(cell.text(speech))
    return Measured(text, places(text), cell)


def aligned(sheet: Sheet, room: int) -> Layout:
    """Return how wide each column is of tables that have the same ones; the first and the last may be folded."""
    widths = list(sheet.natural)
    widths[0] = min(widths[0], max(_ALIGNED_WORDS, room * _ALIGNED_NAMES // 100))
    bars = next(number for number, column in enumerate(sheet.columns) if column.bar)
    left = room - sum(widths) - sheet.gap * (len(widths) - 1)
    shortest, longest_ = _ALIGNED_BAR
    if left < shortest:
        widths[-1] = max(widths[-1] + left - shortest, _ALIGNED_WORDS)
        left = room - sum(widths) - sheet.gap * (len(widths) - 1)
    widths[bars] = min(longest_, left) if left >= shortest else 0
    over = sum(widths) + sheet.gap * (len(widths) - 2) - room
    if not widths[bars] and over > 0:
        return sheet.fitted(room)
    return Layout([None if number == bars and not width else width for number, width in enumerate(widths)])


def _most(cell: PageCell) -> int:
    """Return how wide a bar or a line of rates may be."""
    return len(cell.figures) if isinstance(cell, TrendLine) else _BAR[1] if isinstance(cell, Bar) else 0
