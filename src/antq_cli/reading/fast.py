"""The fast path: it proves the structure of files on their bytes and takes them whole, column by column, or declines.

It never explains: whatever is not proven goes to :mod:`antq_cli.reading.slow`, and both give equal parts.
"""

from collections.abc import Mapping
from typing import NamedTuple

from antq_cli.core.registers import Register
from antq_cli.reading.columns import Columns, Excerpt
from antq_cli.reading.judging import clean
from antq_cli.reading.parts import Part
from antq_cli.reading.scanner import BOM, BOM_BYTES
from antq_cli.reading.slow import InCsv, header_faults

# All bytes but those that make structure.
_CONTENT = bytes(byte for byte in range(256) if byte not in b',"\r\n\0')


def take(register: Register, sources: Mapping[str, bytes]) -> tuple[list[Part], Columns] | None:
    """Return the parts that CSV files (path to bytes) are, and the columns of all of them together.

    None unless it is proven that nothing is wrong with any of them.
    """
    columns = Columns(register)
    parts = []
    for path, raw in sources.items():
        file = proven(register, raw)
        if file is None:
            return None
        start = columns.size
        columns.add(*file)
        rows = range(start, columns.size)
        where = InCsv(raw, file.names)
        parts.append(Part(path, raw, where, file.names, Excerpt(columns, rows), range(len(rows))))
    return (parts, columns) if clean(register, columns) else None


class _File(NamedTuple):
    """A file whose structure is proven: the names of its columns, and its cells row by row."""

    names: list[str]
    cells: list[str]


class Outline(NamedTuple):
    """The structure of a file, proven: the names of its columns, its bytes with plain line ends, its rows as text.

    Each line is a row, and each comma ends a cell.
    """

    names: list[str]
    body: bytes
    rows: str


def proven(register: Register, raw: bytes) -> _File | None:
    """Return the names and the cells of a file, of which nothing but its structure is known; None if not proven."""
    found = outline(register, raw)
    if found is None:
        return None
    rows = found.rows
    return _File(found.names, rows.removesuffix("\n").replace("\n", ",").split(",") if rows else [])


def outline(register: Register, raw: bytes) -> Outline | None:
    """Return the structure of a file; None unless it is proven that nothing is wrong with that."""
    body = raw.removeprefix(BOM_BYTES)
    if b"\r" in body:  # looking for the one byte is many times faster than for the two
        body = body.replace(b"\r\n", b"\n")
    text = _decoded(body)
    if text is None:
        return None
    header, _, rows = text.partition("\n")
    names = header.split(",")
    if header_faults(register, names) or not _rectangular(body, len(names)):
        return None
    return Outline(names, body, rows)


def _decoded(body: bytes) -> str | None:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if BOM in text else text  # one within the text is a fault (F007), which the slow path tells


def _rectangular(body: bytes, width: int) -> bool:
    """Prove that the file is the header's pattern of separators repeated, and holds no quote, CR or NUL."""
    separators = body.translate(None, delete=_CONTENT)
    pattern = b"," * (width - 1) + b"\n"
    if not body.endswith(b"\n"):
        separators += b"\n"
    return separators == pattern * (len(separators) // width)
