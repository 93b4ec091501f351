"""A file of a register as an office program has saved it, as one that can be read: told in full, or refused."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.changes import Mended, MendedColumn, Rewrite, Splice
from antq_cli.core.findings import Finding, Place
from antq_cli.core.registers import Column, Register
from antq_cli.core.values import Said
from antq_cli.reading.files import read_parts
from antq_cli.reading.headings import column_meant
from antq_cli.reading.scanner import Record, scan
from antq_cli.writing.mending.coding import decoded
from antq_cli.writing.mending.counts import count_meant
from antq_cli.writing.mending.days import Days, Order, days
from antq_cli.writing.rows_csv import written
from antq_cli.writing.rules import RULES

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


class Mending(NamedTuple):
    """What is to become of a file and how it was written; why it is not mended, where it is not."""

    rewrite: Rewrite | None = None
    how: Mended | None = None
    findings: Sequence[Finding] = ()


class _Rows(NamedTuple):
    """The rows of a file, the first its header, and the sign that separates the cells."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    sign: str


class _Read(NamedTuple):
    """The cells of a column as registers have them; how they were written, None where that was so."""

    cells: Sequence[str]
    how: MendedColumn | None = None


def mended(register: Register, path: str, raw: bytes, order: Order | None = None) -> Mending:
    """Return a file put right: coding, separator, composed letters, headings, days, counts; or why it cannot be.

    ``order`` says how days are written whose order cannot be told from themselves.
    """
    text = decoded(raw)
    if text is None:
        return Mending(findings=[_fault("U103", register, path)])
    found = _rows(register, path, text.text)
    if isinstance(found, Finding):
        return Mending(findings=[found])
    names = [column_meant(register, heading) or heading for heading in found.header]
    read = [*_columns(register, path, names, found.rows, order)]
    faults = [each for each in read if isinstance(each, Finding)]
    if faults:
        return Mending(findings=faults)
    columns = [each for each in read if isinstance(each, _Read)]
    headings = sum(name != heading for name, heading in zip(names, found.header, strict=True))
    how = Mended(
        path, text.coding, SEPARATORS[found.sign], text.composed, headings, [each.how for each in columns if each.how]
    )
    end = "\r\n" if "\r\n" in text.text else "\n"
    lines = [names, *zip(*(each.cells for each in columns), strict=True)]
    after = b"".join(written(line) + end.encode() for line in lines)
    return _seen(register, path, raw, after, how)


def _seen(register: Register, path: str, raw: bytes, after: bytes, how: Mended) -> Mending:
    """Return a mended file if its structure can be read now; of its rows anything may still be found."""
    (part,) = read_parts(register, {path: after})
    if part.refused:
        return Mending(findings=part.findings)
    return Mending(None if after == raw else Rewrite(path, raw, _splices(raw, after)), how)


def _splices(raw: bytes, after: bytes) -> list[Splice]:
    """Return one splice of what differs: in another coding nearly everything does."""
    start = 0
    while start < min(len(raw), len(after)) and raw[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(raw), len(after)) - start and raw[-1 - end] == after[-1 - end]:
        end += 1
    return [Splice(start, raw[start : len(raw) - end], after[start : len(after) - end])]


def _fault(code: str, register: Register, path: str, **values: object) -> Finding:
    return Finding(RULES[code], Place(path), {"register": register.name, "value": path, **values})


# The table -----------------------------------------------------------------------------------------------------


def _rows(register: Register, path: str, text: str) -> _Rows | Finding:
    """Return the rows of a text, whatever of three signs is between their cells; a finding where none makes a table."""
    tables = [table for sign in SEPARATORS if (table := _table(register, text, sign)) is not None]
    if len(tables) == 1:
        return tables[0]
    if tables:
        return _fault("U104", register, path, signs=[Said("separator", SEPARATORS[each.sign]) for each in tables])
    return _fault("U105", register, path)


def _table(register: Register, text: str, sign: str) -> _Rows | None:
    """Return the rows of a text with a sign between their cells, None where they are no rows of a register."""
    records, faults = scan(_with_commas(text, sign))
    rows = [_cells(record, sign) for record in records]
    if faults or not rows or len({*map(len, rows)}) != 1:
        return None
    known = [column_meant(register, heading) for heading in rows[0]]
    needed = {column.name for column in register.columns if column.required}
    if None in known or len(set(known)) < len(known) or not needed <= set(known):
        return None
    return _Rows(rows[0], rows[1:], sign)


# The scanner knows commas: two signs change places on the way to it, and back.
def _with_commas(text: str, sign: str) -> str:
    return text if sign == "," else text.translate({ord(sign): ",", ord(","): sign})


def _cells(record: Record, sign: str) -> list[str]:
    return [cell.text if sign == "," else _with_commas(cell.text, sign) for cell in record.cells]


# The columns ---------------------------------------------------------------------------------------------------


def _columns(
    register: Register, path: str, names: Sequence[str], rows: Sequence[Sequence[str]], order: Order | None
) -> Iterator[_Read | Finding]:
    """Yield each column as registers have it, or why it cannot be read."""
    known = {column.name: column for column in register.columns}
    for number, name in enumerate(names):
        cells = [row[number] for row in rows]
        kind = known[name].kind
        if kind is date:
            yield _days(register, path, known[name], cells, order)
        elif kind is int:
            yield _counts(register, path, known[name], cells)
        else:
            yield _Read(cells)


def _days(register: Register, path: str, column: Column, cells: Sequence[str], order: Order | None) -> _Read | Finding:
    found = days(cells, order)
    if not isinstance(found, Days):
        code = "U106" if found == "asked" else "U107"
        example = next((cell for cell in cells if cell), "")
        return _fault(code, register, path, column=column.name, cell=example)
    filled = [cell for cell in cells if cell]
    if found.form == "yyyy-mm-dd" or not filled:
        return _Read(cells)
    first, last = (function(filled, key=found.iso.__getitem__) for function in (min, max))
    how = MendedColumn(
        column.name,
        found.form,
        len(filled),
        date.fromisoformat(found.iso[first]),
        date.fromisoformat(found.iso[last]),
        first,
        last,
    )
    return _Read([found.iso.get(cell, "") for cell in cells], how)


def _counts(register: Register, path: str, column: Column, cells: Sequence[str]) -> _Read | Finding:
    meant = {cell: count_meant(cell) for cell in dict.fromkeys(cells)}
    doubtful = [cell for cell, count in meant.items() if count is None]
    if doubtful:
        return _fault("U108", register, path, column=column.name, cell=doubtful[0], n=len(doubtful))
    changed = sum(meant[cell] != cell for cell in cells)
    how = MendedColumn(column.name, "25.915", changed) if changed else None
    return _Read([meant[cell] or "" for cell in cells], how)
