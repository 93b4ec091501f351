"""A CSV file as it should look: columns as the contract has them, rows by their key, no quote that is not needed."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from antq_cli.core.changes import Rewrite, Rows
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part, Span
from antq_cli.reading.scanner import BOM, BOM_BYTES, scan
from antq_cli.writing.formatting.spreading import Piece, spread
from antq_cli.writing.rows_csv import written


class _Text(NamedTuple):
    """The rows of a text, its header first, the line end that it is to have, and what writes one of its rows."""

    rows: Sequence[Sequence[str]]
    end: bytes
    write: Callable[[Sequence[str]], bytes]


def formatted_csv(register: Register, part: Part) -> tuple[Rewrite, Rows]:
    """Return what is to become of a file that reads cleanly, and how many rows are written in another way or place."""
    assert part.raw is not None
    text = _text(composed(part.raw.decode().removeprefix(BOM)))
    known = {column.name: place for place, column in enumerate(register.columns)}
    order = sorted(range(len(part.header)), key=lambda number: known[part.header[number]])
    rows = text.rows
    if order != [*range(len(order))]:
        rows = [[row[number] for number in order] for row in rows]
    pieces = [
        Piece(number, text.write(rows[number]) + text.end)
        for number in (0, *_by_key(register, [part.header[number] for number in order], rows))
    ]
    begins = len(BOM_BYTES) if part.raw.startswith(BOM_BYTES) else 0
    spans = [Span(begins, part.spans[0].start if part.spans else len(part.raw)), *part.spans]
    found = spread(part.raw, spans, pieces)
    header = part.raw[spans[0].start : spans[0].end] != pieces[0].new
    return Rewrite(part.path, part.raw, found.splices), Rows(changed=found.changed - header)


def _text(text: str) -> _Text:
    """Return the rows of a text in which no structure is at fault; without quotes every comma parts two cells."""
    if '"' in text:
        records, _ = scan(text)
        rows = [[cell.text for cell in record.cells] for record in records]
        return _Text(rows, line_end(text, (record.end for record in records)), written)
    lines = text.removesuffix("\n").split("\n")
    end = b"\r\n" if 0 < text.count("\n") == text.count("\r\n") else b"\n"
    return _Text([line.removesuffix("\r").split(",") for line in lines], end, lambda row: ",".join(row).encode())


def _by_key(register: Register, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Sequence[int]:
    """Return the numbers of the rows behind the header by their key; those of one key keep their order."""
    if len(rows) == 1:
        return []
    # A column of the key that the file leaves out is blank throughout, and tells no row from another.
    key = itemgetter(*(names.index(name) for name in register.model.key if name in names))
    keys = [key(row) for row in rows]
    return sorted(range(1, len(rows)), key=keys.__getitem__)


def composed(text: str) -> str:
    """Return a text in the composed form of Unicode, NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def line_end(text: str, ends: Iterable[int]) -> bytes:
    """Return the line end of a text if all are the same, else LF; ``ends`` are the offsets at which its rows end."""
    crlf = {text.startswith("\r\n", end) for end in ends if end < len(text)}
    return b"\r\n" if crlf == {True} else b"\n"
