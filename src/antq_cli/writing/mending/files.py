"""A file of a register as an office program has saved it, as one that can be read: told in full, or refused."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from antq_cli.core.changes import Mended, Rewrite, Rows, Splice
from antq_cli.core.findings import Finding
from antq_cli.core.registers import Register
from antq_cli.reading.coding import Decoded, Encoding, decoded
from antq_cli.reading.files import read_parts
from antq_cli.reading.parts import Span
from antq_cli.reading.scanner import BOM_BYTES, in_bytes
from antq_cli.writing.formatting.rows import composed, line_end
from antq_cli.writing.formatting.spreading import Piece, spread
from antq_cli.writing.mending.columns import Read, fault, read_columns
from antq_cli.writing.mending.days import Order
from antq_cli.writing.mending.proving import prove
from antq_cli.writing.mending.sheets import SEPARATORS, Row, Sheet, sheet_of
from antq_cli.writing.rows_csv import written


class Mending(NamedTuple):
    """What is to become of a file and how it was written; why it is not mended, where it is not.

    ``rows`` is how many of them are written in another way. ``remaining`` is what is wrong with the rows all the same.
    """

    rewrite: Rewrite | None = None
    how: Mended | None = None
    rows: Rows = Rows()
    findings: Sequence[Finding] = ()
    remaining: Sequence[Finding] = ()


def mended(
    register: Register, path: str, raw: bytes, order: Order | None = None, encoding: Encoding | None = None
) -> Mending:
    """Return a file put right: coding, separator, composed letters, headings, days, counts; or why it cannot be.

    ``order`` says how days are written whose order cannot be told from themselves, ``encoding`` in what coding the
    file is.
    """
    text = decoded(raw, encoding)
    if text is None:
        code = "U103" if encoding is None else "U104"
        return Mending(findings=[fault(code, register, path, encoding=encoding)])
    sheet = sheet_of(register, text.text)
    if sheet is None:
        return Mending(findings=[fault("U105", register, path)])
    cells = [[composed(cell) for cell in row.cells] for row in sheet.rows]
    columns = [(name, [row[number] for row in cells]) for number, name in enumerate(sheet.names)]
    read = [*read_columns(register, path, columns, order)]
    if faults := [each for each in read if isinstance(each, Finding)]:
        return Mending(findings=faults)
    several = [each for each in read if isinstance(each, Read)]
    lines = [sheet.names, *zip(*(each.cells for each in several), strict=True)]
    splices, changed = _splices(raw, text, sheet, lines)
    rewrite = Rewrite(path, raw, splices) if splices else None
    found = Mending(rewrite, _how(path, text, sheet, several), Rows(changed=changed))
    return _seen(register, text, found, raw)


def _seen(register: Register, text: Decoded, found: Mending, raw: bytes) -> Mending:
    """Return a mending with what is still wrong with the rows; only with that, where the result cannot be read."""
    assert found.how is not None
    after = raw if found.rewrite is None else found.rewrite.after or b""
    (part,) = read_parts(register, {found.how.path: after})
    if part.refused:
        return Mending(findings=part.findings)
    prove(text.text, after.decode(), found.how)
    return found._replace(remaining=part.findings)


def _how(path: str, text: Decoded, sheet: Sheet, columns: Sequence[Read]) -> Mended:
    """Return how a file was written."""
    apart = sum(not unicodedata.is_normalized("NFC", line) for line in text.text.split("\n"))
    return Mended(
        path,
        text.coding,
        SEPARATORS[sheet.sign],
        composed=0 if text.coding == "windows-1258" else apart,  # there it is how letters are written
        headings=sum(name != heading for name, heading in zip(sheet.names, sheet.header.cells, strict=True)),
        titles=sheet.titles,
        blank=sheet.blank,
        behind=sheet.behind,
        columns=[column.how for column in columns if column.how],
    )


def _splices(raw: bytes, text: Decoded, sheet: Sheet, lines: Sequence[Sequence[str]]) -> tuple[Sequence[Splice], int]:
    """Return the splices by which the lines of a table become others, and how many rows that are not its header do."""
    end = line_end(text.text, (record.end for record in sheet.records))
    rows = [sheet.header, *sheet.rows]
    pieces = [Piece(row.record, written(line) + end) for row, line in zip(rows, lines, strict=True)]
    if not text.coding.startswith("utf-8"):
        return [Splice(0, raw, b"".join(piece.new for piece in pieces))], len(sheet.rows)
    starts = (record.start for record in sheet.records[1:])
    bounds = [0, *in_bytes(raw, text.text, starts), len(raw)]  # a byte order mark is part of what stands first
    spans = [*map(Span._make, pairwise(bounds))]
    if sheet.sign == ",":
        stays = (_stays(raw, spans[row.record], sheet, row, line) for row, line in zip(rows, lines, strict=True))
        pieces = [each._replace(new=old or each.new) for each, old in zip(pieces, stays, strict=True)]
    changed = sum(raw[spans[old].start : spans[old].end] != new for old, new in pieces[1:])
    return spread(raw, spans, pieces).splices, changed


def _stays(raw: bytes, span: Span, sheet: Sheet, row: Row, line: Sequence[str]) -> bytes | None:
    """Return the bytes of a row if they say what it is to say: quotes that nobody needs are not in the way."""
    old = raw[span.start : span.end]
    same = [cell.text for cell in sheet.records[row.record].cells] == list(line)
    return old if same and old.endswith(b"\n") and not old.startswith(BOM_BYTES) else None
