"""The columns of a table as registers have them: days and counts read as they must be meant, all else as it stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.changes import MendedColumn
from antq_cli.core.findings import Finding, Place, Withheld
from antq_cli.core.registers import Column, Register
from antq_cli.core.values import Said
from antq_cli.reading.parts import may_be_code
from antq_cli.writing.mending.counts import Doubt, count_meant
from antq_cli.writing.mending.days import Days, Order, days
from antq_cli.writing.rules import RULES


class Read(NamedTuple):
    """The cells of a column as registers have them; how they were written, None where that was so."""

    cells: Sequence[str]
    how: MendedColumn | None = None


def read_columns(
    register: Register, path: str, columns: Sequence[tuple[str, Sequence[str]]], order: Order | None
) -> Iterator[Read | Finding]:
    """Yield each column, a name with its cells, as registers have it, or why it cannot be read.

    ``order`` says how days are written whose order cannot be told from themselves.
    """
    known = {column.name: column for column in register.columns}
    for name, cells in columns:
        column = known[name]
        if column.kind is date:
            yield _days(register, path, column, cells, order)
        elif column.kind is int:
            yield _counts(register, path, column, cells)
        else:
            yield Read(cells)


def fault(code: str, register: Register, path: str, **values: object) -> Finding:
    """Return why a file is not mended."""
    return Finding(RULES[code], Place(path), {"register": register.name, "value": path, **values})


def _cell(register: Register, cell: str) -> str:
    """Return a cell as a finding holds it: columns change places, and a household may stand in any of them."""
    return Withheld(cell) if register.model.restricted and may_be_code(cell) else cell


def _days(register: Register, path: str, column: Column, cells: Sequence[str], order: Order | None) -> Read | Finding:
    found = days(cells, order)
    filled = [cell for cell in cells if cell]
    if not isinstance(found, Days):
        code = "U106" if found == "asked" else "U107"
        return fault(code, register, path, column=column.name, cell=_cell(register, filled[0]))
    if found.form == "yyyy-mm-dd":
        return Read(cells)
    first, last = (function(filled, key=found.iso.__getitem__) for function in (min, max))
    day, end = (date.fromisoformat(found.iso[cell]) for cell in (first, last))
    how = MendedColumn(column.name, found.form, len(filled), day, end, first, last)
    return Read([found.iso.get(cell, "") for cell in cells], how)


def _counts(register: Register, path: str, column: Column, cells: Sequence[str]) -> Read | Finding:
    meant = {cell: count_meant(cell) for cell in dict.fromkeys(cells)}
    doubts = {cell: doubt for cell, doubt in meant.items() if isinstance(doubt, Doubt)}
    for cell, doubt in doubts.items():
        shown, whole = (_cell(register, text) for text in (cell, doubt.whole))
        values = {"cell": shown, "whole": whole, "n": sum(each in doubts for each in cells)}
        return fault("U108", register, path, column=column.name, why=Said("doubt", doubt.why), **values)
    read = [str(meant[cell]) for cell in cells]
    changed = sum(cell != count for cell, count in zip(cells, read, strict=True))
    return Read(read, MendedColumn(column.name, "grouped", changed) if changed else None)
