"""Which figure each number of a workbook is: the sheet that no reader sees, and the mark by which antq knows its own.

It has a row for each number: the sheet and the cell, from which character on it stands there (nothing where the cell is
the number), the id of its figure, and which part of that.
"""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from antq_cli.core.report import DASH, Number, Piece, Pieces, Provenance
from antq_cli.reports.xml_text import printable
from antq_cli.words.numbers import MISSING

# The name of the sheet; what stands in its first cell; where the hash of all other sheets stands before it is known.
NAME, SPACE = "antq", "urn:antq:report:1"
UNHASHED = f"sha256:{'0' * 64}"
HEADS = ("sheet", "cell", "from", "figure", "part")
# The mark, and what it was made from, stand above the numbers and their heads.
_ABOVE = 2
# So many rows has a sheet.
MOST = 1_048_576
# No cell holds more characters.
LONGEST = 32_767


class Entry(NamedTuple):
    """A number where it stands; ``start`` is the character of the cell from 1, None where the cell is the number."""

    sheet: str
    cell: str
    start: int | None
    id: str
    part: str


def a1(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell, from its row and column from 0."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def said(pieces: Pieces) -> str:
    """Return what a cell says, in which nothing hides; a number that is not known is a long dash, as on a screen."""
    return "".join(_text(piece) for piece in pieces)[:LONGEST]


def _text(piece: Piece) -> str:
    return MISSING if piece == DASH else printable(piece.text)


class Marks:
    """The numbers of a workbook, in the order in which they are written."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def said(self, sheet: str, cell: str, pieces: Pieces) -> str:
        """Note the numbers that stand in a cell among words, and return what it says."""
        start = 1
        for piece in pieces:
            if isinstance(piece, Number):
                self.entries.append(Entry(sheet, cell, start, piece.id, piece.part))
            start += len(_text(piece))
        return said(pieces)

    def alone(self, sheet: str, cell: str, number: Number) -> None:
        """Note a number that is all of a cell."""
        self.entries.append(Entry(sheet, cell, None, number.id, number.part))


def written(provenance: Provenance, entries: Sequence[Entry]) -> Iterator[tuple[int, int, str | int]]:
    """Yield the cells of the sheet: the mark, what it was made from in as many as that needs, and the numbers.

    Of more numbers than a sheet has rows the others stand beside them.
    """
    yield from ((0, column, cell) for column, cell in enumerate((SPACE, provenance.source, UNHASHED)))
    # In ASCII, so that no character of a book's texts is one that XML may not hold.
    record = json.dumps(provenance.record, sort_keys=True, separators=(",", ":"), default=str)
    for column, begin in enumerate(range(0, len(record), LONGEST)):
        yield 1, column, record[begin : begin + LONGEST]
    for nth, entry in enumerate((HEADS, *entries)):
        beside, row = divmod(nth, MOST - _ABOVE)
        cells = entry if entry is HEADS else (*entry[:3], printable(entry[3]), entry[4])
        yield from ((_ABOVE + row, beside * len(HEADS) + at, cell) for at, cell in enumerate(cells) if cell is not None)
