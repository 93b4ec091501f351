"""The slow path's scanner: a CSV text to records, with the offset of every cell and every fault of its structure.

Every character is accounted for: it belongs to a cell, is the comma or line end that ends one, or is inside a fault.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

BOM = "\ufeff"
BOM_BYTES = BOM.encode()
# With *+ nothing is tried in a second way: a quote that is never closed is found out in one go.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
_BARE = re.compile(r'[^",\r\n]*+')
_LINE_END = re.compile(r"\r?\n")
_LONE_CR = re.compile(r"\r(?!\n)")


class Cell(NamedTuple):
    """A cell: its text without quotes, and the offset at which the text (not the quote) begins."""

    text: str
    offset: int


class Record(NamedTuple):
    """A record: its cells, and the offsets at which it begins and at which its line end stands."""

    cells: list[Cell]
    start: int
    end: int


class Fault(NamedTuple):
    """What is wrong with the structure: the code of the rule, where, and values for its sentence."""

    code: str
    offset: int
    values: dict[str, object]


class Lines:
    """A text as an editor counts it: lines end at LF, columns are characters, both begin at 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset in characters, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end, CRLF or LF."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].removesuffix("\r")


def in_bytes(raw: bytes, text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Yield offsets of a text, which rise, as those of the bytes that it was decoded from; it lacks their BOM."""
    at, place = 0, len(BOM_BYTES) if raw.startswith(BOM_BYTES) else 0
    for offset in offsets:
        place += len(text[at:offset].encode())
        at = offset
        yield place


def scan(text: str) -> tuple[list[Record], list[Fault]]:
    """Return the records of a CSV text and the faults of its structure, in the order of the text.

    A line whose cells cannot be told apart gives no record; the scan goes on with the line after it, so that one run
    shows all faults. A quote that is never closed takes the rest of the text with it.
    """
    records: list[Record] = []
    faults = _forbidden(text)
    position = 0
    while position < len(text):
        found = _record(text, position)
        if isinstance(found, Fault):
            faults.append(found)
            position = _next_line(text, found)
        else:
            records.append(found)
            end = _LINE_END.match(text, found.end)
            position = end.end() if end else len(text)
    faults += _quoted_returns(text, records)
    return records, sorted(faults, key=lambda fault: fault.offset)


def _forbidden(text: str) -> list[Fault]:
    """Find the characters that no cell may hold, quoted or not."""
    faults = []
    for code, character in (("F005", "\0"), ("F007", BOM)):
        if (offset := text.find(character)) >= 0:
            faults.append(Fault(code, offset, {"n": text.count(character)}))
    return faults


def _record(text: str, start: int) -> Record | Fault:
    plain = _plain(text, start)
    if plain is not None:
        return plain
    cells = []
    position = start
    while True:
        cell, position = _cell(text, position)
        if isinstance(cell, Fault):
            return cell
        cells.append(cell)
        if position < len(text) and text[position] == ",":
            position += 1
        else:
            return Record(cells, start, position)


def _plain(text: str, start: int) -> Record | None:
    """Return the record of a line without quotes and lone CRs, as nearly all are: splitting it costs a tenth."""
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    line = line if end < 0 else line.removesuffix("\r")
    if '"' in line or "\r" in line:
        return None
    cells = line.split(",")
    offsets = accumulate((len(cell) + 1 for cell in cells[:-1]), initial=start)
    return Record(list(map(Cell, cells, offsets)), start, start + len(line))


def _cell(text: str, position: int) -> tuple[Cell | Fault, int]:
    """Return the cell that begins at a position, and the position of what ends it."""
    if text.startswith('"', position):
        found = _QUOTED.match(text, position)
        if found is None:
            return Fault("F009", position, {}), position
        cell = Cell(found[1].replace('""', '"').replace("\r\n", "\n"), position + 1)
    else:
        found = _BARE.match(text, position)
        assert found is not None  # the pattern matches the empty text
        cell = Cell(found[0], position)
    return _ended(text, cell, found.end())


def _ended(text: str, cell: Cell, end: int) -> tuple[Cell | Fault, int]:
    """See that a cell ends at a comma, a line end or the end of the text."""
    if end == len(text) or text[end] in ",\n" or text.startswith("\r\n", end):
        return cell, end
    if text[end] == "\r":
        return Fault("F006", end, {}), end
    return Fault("F008", end, {}), end


def _quoted_returns(text: str, records: list[Record]) -> Iterator[Fault]:
    """Find the quoted cells that hold a CR without LF; their quotes tell where they end, so the scan went on."""
    for cell in (cell for record in records for cell in record.cells):
        if "\r" in cell.text and (found := _LONE_CR.search(text, cell.offset)):
            yield Fault("F006", found.start(), {})


def _next_line(text: str, fault: Fault) -> int:
    if fault.code == "F009":
        return len(text)
    end = text.find("\n", fault.offset)
    return end + 1 if end >= 0 else len(text)
