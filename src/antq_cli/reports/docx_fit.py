"""How large the letters of a table are, and how wide its columns: no word is broken, and a page is enough if it can be.

Widths and heights are in twips, and are an estimate: nobody knows the reader's letters.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from antq_cli.core.report import Column, Table, text_of
from antq_cli.reports.docx_styles import CELLS, LINE
from antq_cli.reports.measuring import width

GUTTER = 57  # 1 mm, at either side of a cell
# No word is given more of a column than this times its size: what is longer is broken.
_LONGEST = 8
# A header is to have three lines at most, if there is room, and its letters are not to touch the rule.
_LINES, _AIR = 3, 20
# The weight of a column is about how many quarters of its letters' size it is wide; a fifth more is for odd letters.
_OF_WEIGHT = 6
_READABLE = 9  # points; no name is broken only for larger letters than these
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
        self._whole = [*map(self._wish, table.columns, self.texts)]

    @staticmethod
    def _wish(column: Column, texts: Sequence[str]) -> int:
        """Return how wide a column is that breaks no name, and no header into more than a few lines."""
        of_header = _unit(column.header) // _LINES
        if column.numeric:
            return of_header
        return max(of_header, min(max(map(_unit, texts), default=0), 50 * _OF_WEIGHT * column.weight))

    def fit(self, inside: int, limit: Look) -> Fit:
        """Return the largest letters within a limit at which no name is broken; if that cannot be, no word."""
        sizes = [size for size in CELLS if size <= limit.size]
        looks = [limit._replace(size=size) for size in sizes]
        for look in looks:
            wished = self._grouped(self._wide(look.size, wished=True), look.size, _LINES)
            if look.size >= _READABLE and sum(wished) <= inside:
                return Fit(look, _shared(self.table.columns, wished, inside))
        for look in looks:
            least = self._grouped(self._wide(look.size), look.size)
            if sum(least) <= inside:
                break
        return Fit(look, _shared(self.table.columns, least, inside))

    def _wide(self, size: int, *, wished: bool = False) -> list[int]:
        wholes = self._whole if wished else [0] * len(self._whole)
        return [
            max(min(word * size // 50, _LONGEST * 20 * size), whole * size // 50) + 2 * GUTTER + _AIR
            for word, whole in zip(self._words, wholes, strict=True)
        ]

    def _grouped(self, widths: list[int], size: int, lines: int = 0) -> list[int]:
        """Return widths of columns in which their groups' words have room as well."""
        for group, places in groups_of(self.table.columns):
            if group:
                need = max([*map(_unit, group.split()), _unit(group) // lines if lines else 0])
                wide = min(need * size // 50, _LONGEST * 20 * size) + 2 * GUTTER + _AIR
                missing = max(0, wide - sum(widths[place] for place in places))
                for place in places:
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
    for word in text.split():
        long = width(word, size)
        if used and used + blank + long > wide:
            lines, used = lines + 1, 0
        used += (blank if used else 0) + long
    return lines


def _words(texts: Sequence[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        yield from text.split()


def _unit(text: str) -> int:
    return width(text, 50)


def _shared(columns: Sequence[Column], least: Sequence[int], inside: int) -> list[int]:
    """Return the widths of columns by their weights, none below the least unless all cannot have it."""
    spare = max(0, inside - sum(least))
    weights = sum(column.weight for column in columns) or 1
    # Each is to have its share of the whole; who has need of more takes it from the others in proportion.
    wanted = [max(0, inside * column.weight // weights - need) for column, need in zip(columns, least, strict=True)]
    more = sum(wanted) or 1
    cut = min(1.0, inside / (sum(least) or 1))
    return [int(need * cut) + spare * want // more for need, want in zip(least, wanted, strict=True)]
