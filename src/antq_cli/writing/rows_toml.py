"""Rows into a TOML file: tables at its end, and values that change where they stand; no comment is touched."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import tomli_w

from antq_cli.core.changes import Splice
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part
from antq_cli.reading.scanner import in_bytes
from antq_cli.reading.toml import Document, parse
from antq_cli.writing.rows_csv import Cells, line_end


def toml_file(register: Register, rows: Sequence[Cells]) -> bytes:
    """Return a new file of rows, a table each."""
    return "\n".join(_table(register, row) for row in rows).encode()


def toml_splices(register: Register, part: Part, added: Sequence[Cells], altered: Mapping[int, Cells]) -> list[Splice]:
    """Return the splices by which a file gets tables, and by which some of its tables get other values."""
    assert part.raw is not None
    document = parse(part.path, part.raw)
    assert isinstance(document, Document)  # who reads it has read it
    changes = [change for record, cells in altered.items() for change in _changed(register, document, record, cells)]
    changes += _appended(register, document, added) if added else []
    return _in_bytes(part.raw, document.lines.text, sorted(changes, key=lambda each: each[:2]))


_Change = tuple[int, int, str]  # from where to where in the text, and what is to stand there


def _in_bytes(raw: bytes, text: str, changes: Sequence[_Change]) -> list[Splice]:
    offsets = in_bytes(raw, text, [offset for start, end, _ in changes for offset in (start, end)])
    end = line_end(raw, len(raw)).decode()
    found = zip(zip(offsets, offsets, strict=True), changes, strict=True)  # one iterator, so two by two
    return [Splice(at, raw[at:to], new.replace("\n", end).encode()) for (at, to), (_, _, new) in found]


def _appended(register: Register, document: Document, rows: Sequence[Cells]) -> Iterator[_Change]:
    """Yield what puts rows behind the last one: tables, or braces in an array that is written in braces."""
    text, name = document.lines.text, register.name
    if not document.extents().get(name):  # no array in brackets, so that tables may stand there
        blank = "\n" * (bool(text) and not text.endswith("\n")) + "\n" * bool(text.strip())
        yield len(text), len(text), blank + "\n".join(_table(register, row) for row in rows)
        return
    there = document.extents(name)
    braces = ", ".join(_braces(register, row) for row in rows)
    at = max(end for _, end in there.values()) if there else document.extents()[name][0] + 1
    yield at, at, f", {braces}" if there else braces


def _changed(register: Register, document: Document, record: int, cells: Cells) -> Iterator[_Change]:
    """Yield what gives a table other values; a key that it leaves out goes behind the last one that it has."""
    there = document.extents(register.name, record)
    values = _values(register, cells)
    for name in cells:
        if name in there and document.value(register.name, record, name) != values.get(name, ""):
            yield *there[name], _value(values.get(name, ""))
    more = {name: value for name, value in values.items() if name not in there}
    if not more:
        return
    start, end = document.stretch(register.name, record)
    text = document.lines.text
    if text[start] == "{":
        at = max(end for _, end in there.values())
        yield at, at, "".join(f", {name} = {_value(value)}" for name, value in more.items())
    else:
        yield end, end, "\n" * (not text.endswith("\n", start, end)) + tomli_w.dumps(more)


def _values(register: Register, row: Cells) -> dict[str, Any]:
    """Return the cells of a row as TOML has them: numbers and days as such, and nothing where they are blank."""
    kinds = {column.name: column.kind for column in register.columns}
    return {name: _typed(kinds[name], row[name]) for name in kinds if row.get(name)}


def _typed(kind: type, cell: str) -> object:
    return int(cell) if kind is int else date.fromisoformat(cell) if kind is date else cell


def _table(register: Register, row: Cells) -> str:
    return f"[[{register.name}]]\n{tomli_w.dumps(_values(register, row))}"


def _braces(register: Register, row: Cells) -> str:
    return "{ " + ", ".join(f"{name} = {_value(value)}" for name, value in _values(register, row).items()) + " }"


def _value(value: object) -> str:
    return tomli_w.dumps({"v": value}).removeprefix("v = ").removesuffix("\n")
