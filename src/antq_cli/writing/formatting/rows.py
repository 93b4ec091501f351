"""A CSV file as it should look: columns as the contract has them, rows by their key, no quote that is not needed."""

import unicodedata
from collections.abc import Iterable
from operator import itemgetter

from antq_cli.core.changes import Rewrite, Rows
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part, Span
from antq_cli.reading.scanner import BOM, BOM_BYTES, scan
from antq_cli.writing.formatting.spreading import Piece, spread
from antq_cli.writing.rows_csv import key_in, written


def formatted_csv(register: Register, part: Part) -> tuple[Rewrite, Rows]:
    """Return what is to become of a file that reads cleanly, and how many rows are written in another way or place."""
    assert part.raw is not None
    text = part.raw.decode().removeprefix(BOM)
    records, _ = scan(text)
    end = line_end(text, (record.end for record in records))
    known = {column.name: place for place, column in enumerate(register.columns)}
    order = sorted(range(len(part.header)), key=lambda number: known[part.header[number]])
    names = [part.header[number] for number in order]
    rows = [[composed(record.cells[number].text) for number in order] for record in records]
    keys = [key_in(register, dict(zip(names, row, strict=True))) for row in rows[1:]]
    sorted_ = [0, *(number for number, _ in sorted(enumerate(keys, 1), key=itemgetter(1)))]
    pieces = [Piece(number, written(rows[number]) + end) for number in sorted_]
    begins = len(BOM_BYTES) if part.raw.startswith(BOM_BYTES) else 0
    spans = [Span(begins, part.spans[0].start if part.spans else len(part.raw)), *part.spans]
    found = spread(part.raw, spans, pieces)
    header = part.raw[spans[0].start : spans[0].end] != pieces[0].new
    return Rewrite(part.path, part.raw, found.splices), Rows(changed=found.changed - header)


def composed(text: str) -> str:
    """Return a text in the composed form of Unicode, NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def line_end(text: str, ends: Iterable[int]) -> bytes:
    """Return the line end of a text if all are the same, else LF; ``ends`` are the offsets at which its rows end."""
    crlf = {text.startswith("\r\n", end) for end in ends if end < len(text)}
    return b"\r\n" if crlf == {True} else b"\n"
