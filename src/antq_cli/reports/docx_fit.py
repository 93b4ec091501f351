"""How large the letters of a table are, and how wide its columns: no word is broken, and a page is enough if it can be.

Widths and heights are in twips, and are an estimate: nobody knows the reader's letters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from antq_cli.core.report import Column, Table, text_of
from antq_cli.reports.docx_styles import CELLS, LINE
from antq_cli.reports.measuring import width

GUTTER = 57  # 1 mm, at either side of a cell
# No word is given more of a column than this times its size: what is longer is broken.
_LONGEST = 8
# The weight of a column is about how many quarters of its letters' size it is wide; a fifth more is for odd letters.
_OF_WEIGHT = 6
# What is tried so that no name is broken: down to which size, and how many lines a header may have, None for any.
_MANNERS: Sequence[tuple[int, int | None]] = ((10, 3), (10, 5), (9, 5), (9, None))
_FEW = 2  # lines of a header, if there is room to spare
_AIR = 20
# Where a line may end: at a space, and behind a hyphen between letters, but not within a number.
_BREAK = re.compile(r"\s+|(?<=[^\W\d]-)(?=[^\W\d])")
_BORDER = 10


class Look(NamedTuple):
    """The size of letters in points; rows are ``tight`` that have no space above and beneath them."""

    size: int
    tight: bool = False

    @property
    def style(self) -> str:
        """The style of its cells."""
        return f"{'Tight' if self.tight else 'Cell'}{self.size}"

    @property
    def line(self) -> int:
        """How high a line is."""
        return round(20 * LINE * self.size)

    @property
    def aside(self) -> int:
        """What a row has above and beneath its lines."""
        return _BORDER if self.tight else 40 + _BORDER


# How large letters may be, the largest first, for what spills over to another page.
_LIMITS = (Look(12), Look(11), Look(10), Look(10, tight=True))


class Fit(NamedTuple):
    """How a table is set."""

    look: Look
    widths: Sequence[int]


def fitted(tables: Sequence[Table], inside: int, room: int | None = None) -> list[Fit]:
    """Return how tables are set that stand above each other, ``inside`` wide.

    If they can have all of the ``room`` of one page and no more, they do; else they are as large as they may be.
    """
    several = [_Measured(table) for table in tables]
    whole = [each.fit(inside, _LIMITS[0]) for each in several]
    for limit in _LIMITS if room is not None else ():
        made = [each.fit(inside, limit) for each in several]
        if _fits(several, made, room or 0):
            return made
    return whole


def _fits(several: Sequence["_Measured"], made: Sequence[Fit], room: int) -> bool:
    least = sum(len(each.table.lines) * fit.look.line for each, fit in zip(several, made, strict=True))
    return least <= room and sum(each.height(fit) for each, fit in zip(several, made, strict=True)) <= room


class _Measured:
    """A table with what its columns hold, and how wide that is at a size of one point, in fiftieths of a twip."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.texts = [*texts_of(table)]
        self._words = [
            max(map(_unit, _words([column.header, column.sign, *texts])), default=0)
            for column, texts in zip(table.columns, self.texts, strict=True)
        ]
        self._names = [*map(_name, table.columns, self.texts)]
        self._headers = [_unit(column.header) for column in table.columns]

    def fit(self, inside: int, limit: Look) -> Fit:
        """Return the largest letters within a limit at which no name is broken; if that cannot be, no word."""
        sizes = [size for size in CELLS if size <= limit.size]
        tried = [(size, lines) for least, lines in _MANNERS for size in sizes if size >= least]
        for size, lines in tried:
            widths = self._wide(size, lines, self._names)
            if sum(widths) <= inside:
                return self._fit(limit._replace(size=size), widths, inside)
        for size in sizes:
            widths = self._wide(size, None, [0] * len(self._names))
            if sum(widths) <= inside:
                break
        return self._fit(limit._replace(size=size), widths, inside)

    def _fit(self, look: Look, least: Sequence[int], inside: int) -> Fit:
        few = [_cell(header // _FEW, look.size) for header in self._headers]
        return Fit(look, _shared(self.table.columns, least, few, inside))

    def _wide(self, size: int, lines: int | None, names: Sequence[int]) -> list[int]:
        """Return how wide the columns must be for their words, for names, and for headers of so many lines."""
        headers = [0 if lines is None else header // lines for header in self._headers]
        words = [min(word, _LONGEST * 1000) for word in self._words]
        widths = [_cell(max(each), size) for each in zip(words, names, headers, strict=True)]
        for group, places in groups_of(self.table.columns):
            longest = max(map(_unit, _BREAK.split(group)), default=0)
            need = max(min(longest, _LONGEST * 1000), 0 if lines is None else _unit(group) // lines)
            missing = _cell(need, size) - sum(widths[place] for place in places)
            for place in places if missing > 0 else ():
                widths[place] += -(-missing // len(places))
        return widths

    def height(self, fit: Fit) -> int:
        """Return how high the table is, with its headers."""
        rows = [self._header(fit), *([1] if any(column.sign for column in self.table.columns) else [])]
        inside = [wide - 2 * GUTTER for wide in fit.widths]
        rows += (
            max(map(lines_of, row, inside, [fit.look.size] * len(row)), default=1)
            for row in zip(*self.texts, strict=True)
        )
        return sum(lines * fit.look.line + fit.look.aside for lines in rows)

    def _header(self, fit: Fit) -> int:
        """Return how many lines the header has; that of the groups and what is beneath them are one above the other."""
        size, above, beneath, alone = fit.look.size, 0, 0, 1
        for group, places in groups_of(self.table.columns):
            wide = sum(fit.widths[place] for place in places) - 2 * GUTTER
            lines = [
                lines_of(self.table.columns[place].header, fit.widths[place] - 2 * GUTTER, size) for place in places
            ]
            if group:
                above, beneath = max(above, lines_of(group, wide, size)), max(beneath, *lines)
            else:
                alone = max(alone, *lines)
        return max(alone, above + beneath)


def texts_of(table: Table) -> Iterator[list[str]]:
    """Yield what each column says, its header not counted; "" of a cell that a line lacks."""
    for nth in range(len(table.columns)):
        yield [text_of(line.cells[nth]) if nth < len(line.cells) else "" for line in table.lines]


def groups_of(columns: Sequence[Column]) -> Iterator[tuple[str, list[int]]]:
    """Yield each group with the places of its columns; a column without one is alone."""
    for _, found in groupby(enumerate(columns), lambda one: one[1].group or one[0]):
        each = [*found]
        yield each[0][1].group, [place for place, _ in each]


def lines_of(text: str, wide: int, size: float) -> int:
    """Return how many lines a text has of letters of a size; one where it is empty."""
    if width(text, size) <= wide:
        return 1
    lines, used, blank = 1, 0, width(" ", size)
    for word in _BREAK.split(text.strip()):
        long = width(word, size)
        if used and used + blank + long > wide:
            lines, used = lines + 1, 0
        used += (blank if used else 0) + long
    return lines


def _words(texts: Sequence[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        yield from _BREAK.split(text)


def _name(column: Column, texts: Sequence[str]) -> int:
    """Return how wide a column is that breaks no name, up to what its weight says."""
    return 0 if column.numeric else min(max(map(_unit, texts), default=0), 50 * _OF_WEIGHT * column.weight)


def _unit(text: str) -> int:
    return width(text, 50)


def _cell(unit: int, size: int) -> int:
    """Return how wide a column is for what is so wide at a size of one point, in fiftieths of a twip."""
    return unit * size // 50 + 2 * GUTTER + _AIR


def _shared(columns: Sequence[Column], least: Sequence[int], few: Sequence[int], inside: int) -> list[int]:
    """Return the widths of columns by their weights, none below the least unless all cannot have it.

    Each is to have its share of the whole, or what its header needs that it has a ``few`` lines; who has need of more
    takes it from the others in proportion.
    """
    spare = max(0, inside - sum(least))
    weights = sum(column.weight for column in columns) or 1
    shares = [inside * column.weight // weights for column in columns]
    wanted = [max(share, short, need) - need for share, short, need in zip(shares, few, least, strict=True)]
    more = sum(wanted) or 1
    cut = min(1.0, inside / (sum(least) or 1))
    return [int(need * cut) + spare * want // more for need, want in zip(least, wanted, strict=True)]
