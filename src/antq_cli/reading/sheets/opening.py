"""A file of an office program, told by what is in it and not by its name, as its sheets; or why it is not read."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from antq_cli.core.findings import Finding, Refused
from antq_cli.core.sheets import Sheet
from antq_cli.core.values import Said
from antq_cli.reading.coding import Encoding
from antq_cli.reading.sheets.container import BOOK, Listed, Workbook, workbook
from antq_cli.reading.sheets.fast import read_fast
from antq_cli.reading.sheets.grid import TooManyCellsError
from antq_cli.reading.sheets.rules import LARGEST, MEBIBYTE, MOST, refusal
from antq_cli.reading.sheets.separated import Separator, read_text
from antq_cli.reading.sheets.xml import DoctypeError
from antq_cli.reading.unpacked import ExpandsError, LockedError, Unpacked

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a workbook with a password has within the old container, as a name in that.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Files of another kind, by how they begin.
_BEGINS: Mapping[re.Pattern[bytes], str] = {
    re.compile(rb"%PDF-"): "pdf",
    re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta|table)\b", re.IGNORECASE): "html",
    re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE): "xml",
    re.compile(rb"\{\\rtf"): "rtf",
    re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"): "image",
}
# Zip files of another kind, by a part that only they have.
_HOLDS = {"mimetype": "ods", "xl/workbook.bin": "xlsb", "word/document.xml": "docx"}
# No zip file packs better: its limit is the size of what comes out.
_DENSEST = 1100


def read_sheets(
    source: str, raw: bytes, encoding: Encoding | None = None, separator: Separator | None = None
) -> list[Sheet] | Finding:
    """Return the sheets of a file, hidden ones without their rows, or why it is not read (I0).

    ``source`` is what the file is called. A coding and a separator are those of a text; None finds them out.
    """
    try:
        if raw.startswith(_ZIP):
            return _of_workbook(source, raw)
        if raw.startswith(_OLE):
            raise refusal("I002", source) if _ENCRYPTED in raw else _other(source, "xls")
        for begins, kind in _BEGINS.items():
            if begins.match(raw):
                raise _other(source, kind)
        return [read_text(source, raw, encoding, separator)]
    except Refused as refused:
        return refused.findings[0]


def _other(source: str, kind: str) -> Refused:
    return refusal("I001", source, kind=Said("file-kind", kind))


def _of_workbook(source: str, raw: bytes) -> list[Sheet]:
    try:
        file = Unpacked(raw, LARGEST, _DENSEST)
    except LockedError:
        raise refusal("I002", source) from None
    except ExpandsError:
        raise refusal("I004", source, n=LARGEST // MEBIBYTE) from None
    except ValueError:
        raise refusal("I003", source, part=Said("file-kind", "all-of-it")) from None
    for part, kind in _HOLDS.items():
        if part in file.names:
            raise _other(source, kind)
    if BOOK not in file.names:
        raise _other(source, "zip")
    with _judged(source, BOOK):
        book = workbook(file)
    return [_sheet(source, file, book, listed) for listed in book.sheets]


def _sheet(source: str, file: Unpacked, book: Workbook, listed: Listed) -> Sheet:
    """Return a sheet of a workbook; a hidden one is not read."""
    if listed.hidden:
        return Sheet(source, listed.name, (), hidden=True, macros=book.macros)
    with _judged(source, listed.part, listed.name):
        found = read_fast(book, file.part(listed.part))
        return Sheet(source, listed.name, found.rows, hidden_columns=found.hidden_columns, macros=book.macros)


@contextmanager
def _judged(source: str, part: str, sheet: str = "") -> Iterator[None]:
    """Say of what goes wrong in a part why the file is not read; whoever made it wrote it otherwise than is right."""
    try:
        yield
    except TooManyCellsError as error:
        raise refusal("I005", source, sheet=sheet, cell=error.last, n=MOST) from None
    except DoctypeError:
        raise refusal("I006", source, part=part) from None
    except (ValueError, KeyError, IndexError):
        raise refusal("I003", source, part=part) from None
