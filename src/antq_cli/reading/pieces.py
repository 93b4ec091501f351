"""A piece of the bulk registers: a file of each, or of one alone, that are read together, and dropped.

A proven file of a piece is a leaf. What is left of it when it is dropped are some of its rows, with where they stand.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading.columns import Columns
from antq_cli.reading.fast import proven, take
from antq_cli.reading.files import is_toml
from antq_cli.reading.parts import Part, Whereabouts
from antq_cli.reading.scanner import BOM_BYTES
from antq_cli.reading.tables import Table

# Where the least and the greatest code of a file stand in its bytes, and how long each is: a code that is not told.
Spots = tuple[int, int, int, int]


class Piece(NamedTuple):
    """The path and the bytes of a file of each bulk register, or of one alone."""

    files: Mapping[str, tuple[str, bytes]]

    @property
    def digests(self) -> Mapping[str, bytes]:
        """The hash of the bytes of each file."""
        return {name: sha256(raw).digest() for name, (_, raw) in self.files.items()}

    @property
    def size(self) -> int:
        """Of how many bytes its files are."""
        return sum(len(raw) for _, raw in self.files.values())

    def spots(self, span: tuple[str, str] | None) -> Spots | None:
        """Return where the codes of a span stand in the file of the households; None where one does not."""
        if span is None or "households" not in self.files:
            return None
        texts, (_, raw) = [code.encode() for code in span], self.files["households"]
        (first, last) = ((raw.find(text), len(text)) for text in texts)
        return None if -1 in (*first, *last) else (*first, *last)

    @property
    def is_csv(self) -> bool:
        """Whether all of its files are called CSV; what they hold may be anything."""
        return not any(is_toml(path) for path, _ in self.files.values())

    def leaves(self) -> "Mapping[str, Leaf] | None":
        """Return its files by register; None unless it is proven that nothing is wrong with any of them."""
        if not self.is_csv:
            return None
        found = {name: take(REGISTERS[name], {path: raw}) for name, (path, raw) in self.files.items()}
        leaves = {name: Leaf(taken[0][0], taken[1]) for name, taken in found.items() if taken is not None}
        return leaves if len(leaves) == len(found) else None


class InLines(Whereabouts):
    """Where some rows of a proven file stand that is not held: each line is a row, and each comma ends a cell."""

    def __init__(self, header: Sequence[str], rows: Mapping[int, Sequence[str]]) -> None:
        self._header = header
        self._rows = rows

    def locate(self, record: int, column: str, /) -> tuple[int, int, str]:
        """Return the place of a cell; of a column that the file leaves out, that of the row's first cell."""
        cells = self._rows[record]
        before = cells[: self._header.index(column)] if column in self._header else ()
        return record + 2, 1 + sum(len(cell) + 1 for cell in before), ",".join(cells)


class Remains(NamedTuple):
    """What is left of a proven file: its header, and the rows that have to be looked at, by their numbers in it."""

    header: Sequence[str]
    rows: Mapping[int, Sequence[str]]

    def part(self, register: Register, path: str) -> Part:
        """Return the part that is left."""
        columns = Columns(register)
        columns.add(self.header, [cell for cells in self.rows.values() for cell in cells])
        return Part(path, None, InLines(self.header, self.rows), self.header, columns, [*self.rows])


class Leaf(NamedTuple):
    """A file of a piece that is proven, or some of its rows."""

    part: Part
    columns: Columns

    def only(self, rows: Sequence[int]) -> "Leaf":
        """Return it with some of its rows alone."""
        columns = self.columns.rows(rows)
        records = [self.part.records[row] for row in rows]
        return Leaf(Part(self.part.path, None, self.part.where, self.part.header, columns, records), columns)

    def column(self, name: str) -> Sequence[str]:
        """Return the cells of a column: no copy, and not to be changed."""
        return self.columns[name]

    def holds_only(self, name: str, cells: Container[str]) -> bool:
        """Return whether every cell of a column is one of some."""
        return all(cell in cells for cell in self.columns.distinct(name))

    def code(self, found: Finding, register: Register) -> str:
        """Return whom the row is about that a finding is of."""
        assert found.subject is not None
        return self.columns[register.model.about][bisect_left(self.part.records, found.subject.number - 1)]

    def table(self, register: Register, begins: date) -> Table:
        """Return the table of a register that has it alone."""
        return Table(register, [self.part], self.columns, begins)

    def without(self, kept: "Leaf") -> Remains:
        """Return what is left of it: its rows but for those that are kept."""
        header = self.part.header
        if kept is self:
            return Remains(header, {})
        counted = {*kept.part.records}
        cells = zip(*(self.columns[name] for name in header), strict=True)
        rows = zip(self.part.records, cells, strict=True)
        return Remains(header, {row: each for row, each in rows if row not in counted})


def header_of(raw: bytes) -> Sequence[str]:
    """Return the names of the columns of a proven file."""
    end = raw.find(b"\n")
    line = raw if end < 0 else raw[:end]
    return line.removeprefix(BOM_BYTES).removesuffix(b"\r").decode().split(",")


def codes_in(register: Register, part: Part) -> Iterator[str]:
    """Yield whom the rows of a part are about, also those that could not be read."""
    about = register.model.about
    yield from part.columns.get(about, ())
    yield from (row[about] for row in part.broken if about in row)


class Slice(NamedTuple):
    """Rows of a file that follow on each other: the number of the first in it, and their cells by column."""

    first: int
    header: Sequence[str]
    columns: Mapping[str, Sequence[str]]


def slices(register: Register, raw: bytes, size: int) -> Iterator[Slice | None]:
    """Yield the rows of a file, about so many bytes at a time, cut at line ends; None where it is not proven.

    A line end within a cell stands in quotation marks: where there are such, nothing is proven.
    """
    head = raw.find(b"\n") + 1 or len(raw)
    header, at, first = raw[:head], head, 0
    while at < len(raw) or first == 0:
        end = raw.find(b"\n", at + size) + 1 or len(raw)
        file = proven(register, header + raw[at:end])
        if file is None:
            yield None
            return
        width = len(file.names)
        yield Slice(first, file.names, {name: file.cells[place::width] for place, name in enumerate(file.names)})
        first += len(file.cells) // width
        at = end
        if at == len(raw):
            return
