"""What reading a file gives: a part of a register, as columns of judged cells, with a way back to every place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.canon import canonical_row, canonical_rows
from antq_cli.core.findings import Finding, Place, Rule, Subject, Withheld
from antq_cli.core.registers import Register
from antq_cli.reading.columns import Columns

# What is surely no code of a household: one word of small letters, and what is meant for a day.
_NO_CODE = re.compile(r"[a-z]*|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}")


def may_be_code(text: str) -> bool:
    """Return whether a text that stands where a household is named may be its code: columns get swapped."""
    return _NO_CODE.fullmatch(text) is None


class Span(NamedTuple):
    """Where a row stands in the bytes of its file: from ``start`` up to ``end``, which is not part of it."""

    start: int
    end: int


class Whereabouts:
    """Where the rows of a file stand, each by its number in the file, from 0; here of a file that has none.

    A row of a CSV file is its line, or its lines, with the line end. Of a TOML file it is the lines from the one of its
    header to the one on which its last value ends; in an array of tables that are written in braces, the braces.
    It is found out when it is first asked.
    """

    def locate(self, _record: int, _column: str, /) -> tuple[int, int, str]:
        """Return the place of a cell: its line, its column, and the text of that line."""
        return 1, 1, ""

    def spans(self) -> Sequence[Span]:
        """Return where each row stands; they follow on each other and have no byte in common."""
        return ()


@dataclass(eq=False, repr=False)
class Part:
    """One file of a register.

    ``columns`` holds, for every column of the register, the text of the cells of the rows that could be read; a
    column that the file leaves out is blank throughout. ``records`` gives for each of these rows its number in the
    file. ``broken`` holds the rows that could not be read, as they stand. A ``refused`` part has neither.
    ``raw`` are the bytes of the file, None where they cannot be had; ``header`` are the names of a CSV file's columns.
    """

    path: str
    raw: bytes | None
    where: Whereabouts
    header: Sequence[str] = ()
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    records: Sequence[int] = ()
    broken: list[dict[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: bool = False

    def __len__(self) -> int:
        """Return the number of rows that could be read."""
        return len(self.records)

    @property
    def unread(self) -> Sequence[int]:
        """Return the numbers in the file of the rows that could not be read."""
        if not self.broken:
            return ()
        read = set(self.records)
        return [record for record in range(len(self) + len(self.broken)) if record not in read]

    def cells(self, *names: str) -> list[tuple[str, ...]]:
        """Return the cells of some columns of the rows that could be read, a tuple a row."""
        return [*zip(*(self.columns[name] for name in names), strict=True)] if len(self) else []

    def row(self, at: int) -> dict[str, str]:
        """Return all cells of a row that could be read, by column; ``at`` counts these rows, from 0."""
        return {name: cells[at] for name, cells in self.columns.items()}

    @cached_property
    def digest(self) -> str | None:
        """Return the SHA-256 of the file's bytes in hexadecimal digits, None where they cannot be had."""
        from hashlib import sha256  # loading it takes as long as reading a small register

        return None if self.raw is None else sha256(self.raw).hexdigest()

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Return where each row stands in the file, those that could not be read as well."""
        return self.where.spans()

    def lines(self) -> list[int]:
        """Return the line on which each row of the file begins, from 1, those that could not be read as well."""
        lines, line, at = [], 1, 0
        for start, _ in self.spans:
            assert self.raw is not None  # or there were no rows
            line += self.raw.count(b"\n", at, start)
            lines.append(line)
            at = start
        return lines

    def canonical(self, names: Sequence[str]) -> list[bytes]:
        """Return the rows as :mod:`antq_cli.core.canon` has them, in some columns; the others hold nothing.

        Rows that could not be read stand in the file as well.
        """
        raw = self.raw or b""
        if self.header and list(self.header) == names and b'"' not in raw:  # every line is a row, every comma an end
            rows = (raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw).partition(b"\n")[2]
            return canonical_rows(rows.removesuffix(b"\n")) if rows else []
        kept = zip(*(self.columns[name] for name in names), strict=True)
        broken = (canonical_row(row.get(name, "") for name in names) for row in self.broken)
        # An array of TOML in place of a cell is as it is written, with the line ends of its file.
        return [*map(canonical_row, kept), *(row.replace(b"\r\n", b"\n") for row in broken)]


def header_name(register: Register, name: str) -> str:
    """Return the name of a column that nobody knows; one with digits may be the code of a household."""
    return Withheld(name) if register.model.restricted and any(map(str.isdigit, name)) else name


class At(NamedTuple):
    """A cell that is at fault: the number of its record in the file, from 0, its column, and its row."""

    record: int
    column: str
    row: Mapping[str, str]


def cell_finding(register: Register, rule: Rule, path: str, where: Whereabouts, at: At, **values: object) -> Finding:
    """Return the finding on a cell, with its place, its line of the file and the key of its row."""
    record, column, row = at
    text = row.get(column, "")
    line, character, excerpt = where.locate(record, column)
    restricted = register.model.restricted
    if restricted and column not in restricted:
        excerpt = ""  # the line names a household; the cell alone says what is wrong
    withheld = column in restricted or (bool(restricted) and may_be_code(text))
    return Finding(
        rule,
        Place(path, line, character),
        {"register": register.name, "column": column, "value": text, **values},
        cell=text,
        excerpt=excerpt or None,
        restricted=withheld,
        subject=Subject(record + 1, key_of(register, row), restricted=bool(restricted)),
    )


def key_of(register: Register, row: Mapping[str, str]) -> str:
    """Return the cells of a row's key, joined by one space; a first day that is blank is left out."""
    return " ".join(row.get(name, "") for name in register.model.key).strip()


def merged(register: Register, parts: Iterable[Part]) -> Columns:
    """Return the columns of several parts, one under the other; a refused part has none."""
    columns = Columns(register)
    for part in parts:
        for name, cells in part.columns.items():
            columns.put(name, cells)
    return columns


def refused_part(path: str, raw: bytes | None, findings: list[Finding]) -> Part:
    """A part without rows, with why: nobody knows how many it would have had."""
    return Part(path, raw, Whereabouts(), findings=findings, refused=True)
