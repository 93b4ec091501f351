"""What reading a file gives: a part of a register, as columns of judged cells, with a way back to every place."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from antq_cli.core.findings import Finding, Place, Rule, Subject, Withheld
from antq_cli.core.registers import Register
from antq_cli.reading.columns import Columns

# What is surely no code of a household: one word of small letters, and what is meant for a day.
_NO_CODE = re.compile(r"[a-z]*|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}")


def may_be_code(text: str) -> bool:
    """Return whether a text that stands where a household is named may be its code: columns get swapped."""
    return _NO_CODE.fullmatch(text) is None


# The place of a cell in its file: (record from 0, column's name) -> line, column, and the text of that line.
Locate = Callable[[int, str], tuple[int, int, str]]


@dataclass
class Part:
    """One file of a register.

    ``columns`` holds, for every column of the register, the text of the cells of the rows that could be read; a
    column that the file leaves out is blank throughout. ``records`` gives for each of these rows its number in the
    file. ``broken`` holds the rows that could not be read, as they stand. A ``refused`` part has neither.
    """

    path: str
    columns: Mapping[str, Sequence[str]]
    records: Sequence[int]
    locate: Locate
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


def header_name(register: Register, name: str) -> str:
    """Return the name of a column that nobody knows; one with digits may be the code of a household."""
    return Withheld(name) if register.model.restricted and any(map(str.isdigit, name)) else name


class At(NamedTuple):
    """A cell that is at fault: the number of its record in the file, from 0, its column, and its row."""

    record: int
    column: str
    row: Mapping[str, str]


def cell_finding(register: Register, rule: Rule, path: str, locate: Locate, at: At, **values: object) -> Finding:
    """Return the finding on a cell, with its place, its line of the file and the key of its row."""
    record, column, row = at
    text = row.get(column, "")
    line, character, excerpt = locate(record, column)
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
            columns[name] += cells
    return columns


def refused_part(path: str, findings: list[Finding]) -> Part:
    """Return a part of which nothing can be read."""
    return Part(path, {}, range(0), lambda _record, _column: (1, 1, ""), findings=findings, refused=True)
