"""What is wrong with a file as a whole and is seen at first sight: then nobody has to go through its cells.

It is the first that somebody meets who has kept other tables until now: what Excel writes where a decimal comma is in
use, a title above the header, headings in Vietnamese; or two versions of a file that nobody has brought together.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from antq_cli.core.findings import Finding, Place, Withheld
from antq_cli.core.registers import Register
from antq_cli.core.values import Said
from antq_cli.reading.conflicts import conflict_in
from antq_cli.reading.parts import header_name
from antq_cli.reading.rules import RULES

Separator = Literal["semicolon", "tab", "bar"]
OTHERS: dict[str, Separator] = {";": "semicolon", "\t": "tab", "|": "bar"}
# So many lines may be titles, and so many rows are looked at for days.
_TITLES, _ROWS = 20, 50


class _Header(NamedTuple):
    """The line that names the columns: its number from 1, its cells, and the sign that separates them."""

    line: int
    cells: list[str]
    sign: str


def first_sight(register: Register, path: str, text: str) -> list[Finding]:
    """Return what is wrong with a file as a whole, or nothing: then its lines are to be gone through."""
    if conflict := conflict_in(path, text):
        return [conflict._replace(values={"register": register.name, **conflict.values})]
    known = {column.name for column in register.columns}
    # No more is parted than is looked at: the file may have a million lines.
    lines = text.split("\n", _TITLES + _ROWS)[: _TITLES + _ROWS]
    if not known.isdisjoint(_cells(lines[0], ",")):
        return []  # a header with faults of its own
    header = _header(register, lines[:_TITLES])
    return [] if header is None else [*_faults(register, path, lines, header)]


def _cells(line: str, separator: str) -> list[str]:
    return [cell.strip().strip('"').strip() for cell in line.removesuffix("\r").split(separator)]


def _header(register: Register, lines: list[str]) -> _Header | None:
    """Return the first line that names columns, whatever is between them."""
    from antq_cli.reading.headings import is_header  # who has a header never asks what else might be one

    for number, line in enumerate(lines, 1):
        for sign in (",", *OTHERS):
            if is_header(register, cells := _cells(line, sign)):
                return _Header(number, cells, sign)
    return None


def _faults(register: Register, path: str, lines: list[str], header: _Header) -> Iterator[Finding]:
    """Yield what keeps a header from being one; of a line above it nothing is shown, it may be a row."""
    from antq_cli.reading.headings import column_meant

    place, of = Place(path, header.line, 1), {"register": register.name}
    excerpt = lines[header.line - 1].removesuffix("\r")
    if header.line > 1:
        yield Finding(RULES["F021"], Place(path, 1, 1), {**of, "line": header.line, "n": header.line - 1})
    if header.sign in OTHERS:
        values = {**of, "separator": Said("separator", OTHERS[header.sign]), **_days(register, lines, header)}
        yield Finding(RULES["F020"], place._replace(column=excerpt.index(header.sign) + 1), values, excerpt=excerpt)
    meant = [(cell, column_meant(register, cell)) for cell in header.cells]
    if other := [f"{cell} → {column}" for cell, column in meant if column and cell != column]:
        right = ",".join(column or _shown(register, cell) for cell, column in meant)
        yield Finding(RULES["F022"], place, {**of, "columns": other, "right": right}, excerpt=excerpt)


def _shown(register: Register, cell: str) -> str:
    """Return the heading of a column that nobody knows, or what stands in its place where it may name a household."""
    return "…" if isinstance(header_name(register, cell), Withheld) else cell


def _days(register: Register, lines: list[str], header: _Header) -> dict[str, object]:
    """Return what else has to change where the days are written as on paper: the first of them, and as it should be."""
    from antq_cli.reading.forms import days_meant
    from antq_cli.reading.headings import column_meant

    columns = {column.name: column.kind.__name__ for column in register.columns}
    rows = [_cells(line, header.sign) for line in lines[header.line :]]
    for number, cell in enumerate(header.cells):
        if columns.get(column_meant(register, cell) or "") == "date":
            days = [row[number] for row in rows if len(row) == len(header.cells)]
            others = ((day, found.text) for day, found in days_meant(days).items() if day != found.text)
            for day, right in others:
                return {"separated": Said("separated", "days"), "day": day, "right": right}
    return {"separated": Said("separated", "alone")}
