"""Which figure each number of a document is: what lies in it for machines (customXml, `urn:antq:report:1`).

Of a table it tells for each row which pattern it has, and of which unit it is; a pattern, what stands in each column.
So it is short where each row says the same of another unit, as in an annex of thousands of communes.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from antq_cli.core.report import NUMBER, TABLE, Line, Number, Pieces, Provenance, Table
from antq_cli.reports.xml_text import DECLARED, printable, shown

SPACE = "urn:antq:report:1"
# The item of the document's store; each document has one of its own, so that it can be the same in all.
ITEM = "{6B2C7F1A-5B0E-5D0E-9C1D-0A7E1B1E5A01}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_UNIT = re.compile(r"(.*?@)([^@:]*)(:.*)", re.DOTALL)

# What a number is: the id of its figure before and behind the unit of its row, and its part. None for the id's end
# says that its beginning is all of it.
_Kind = tuple[str, str | None, str]
# A cell: its column from 1, the kinds of its numbers by their places in the table's list, and the texts around them;
# no texts where there is a number and nothing else.
_Cell = tuple[int, tuple[int, ...], tuple[str, ...]]


class InTable(NamedTuple):
    """The numbers of one cell: the place of the first, for each the id of its figure and its part, the texts around."""

    row: int
    column: int
    numbers: Sequence[tuple[str, str]]
    around: Sequence[str]


class Known(NamedTuple):
    """What a document tells of itself: the source and the hash of the text as it was written, its numbers."""

    source: str
    text: str
    sentences: Sequence[tuple[str, str, str]]
    tables: Mapping[str, Mapping[str, Any]]


# To write -------------------------------------------------------------------------------------------------------


def item(provenance: Provenance, text: str, numbers: Sequence[Number], tables: Sequence[tuple[int, Table]]) -> bytes:
    """Return the part: provenance, the hash of the ``text``, the numbers of the sentences, and the tables.

    A table comes with how many of its rows are headers.
    """
    told = {
        "provenance": provenance.record,
        "sentences": [[NUMBER.format(nth), each.id, each.part] for nth, each in enumerate(numbers, 1)],
    }
    parts = [f"<{name}>{_json(what)}</{name}>" for name, what in told.items()]
    parts += [
        f'<table name="{TABLE.format(nth)}">{_json(_packed(headers, table))}</table>'
        for nth, (headers, table) in enumerate(tables, 1)
    ]
    marks = f'source="{_quoted(provenance.source)}" text="{_quoted(text)}"'
    return f'{DECLARED}<report xmlns="{SPACE}" {marks}>{"".join(parts)}</report>'.encode()


def properties() -> bytes:
    """Return the part beside it, which says what it is."""
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs>'
    return (
        f'{DECLARED}<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{ITEM}">{schema}</ds:datastoreItem>'
    ).encode()


def _json(what: object) -> str:
    """Return it in ASCII, so that no character of a book's texts is one that XML may not hold."""
    return shown(json.dumps(what, sort_keys=True, separators=(",", ":"), default=str))


def _quoted(text: str) -> str:
    return shown(text).replace('"', "&quot;")


def _packed(headers: int, table: Table) -> dict[str, Any]:
    kinds: dict[_Kind, int] = {}
    patterns: dict[tuple[_Cell, ...], int] = {}
    rows, units = [], []
    for line in table.lines:
        unit = _unit_of(line)
        cells = tuple(_cells(line, unit, kinds))
        rows.append(patterns.setdefault(cells, len(patterns)))
        units.append(unit)
    return {"headers": headers, "kinds": [*kinds], "patterns": [*patterns], "rows": rows, "units": units}


def _unit_of(line: Line) -> str:
    """Return the unit of the first figure of a line; "" where there is none."""
    first = next((piece for cell in line.cells for piece in cell if isinstance(piece, Number)), None)
    found = _UNIT.fullmatch(first.id) if first else None
    return found[2] if found else ""


def _cells(line: Line, unit: str, kinds: dict[_Kind, int]) -> Iterator[_Cell]:
    middle = f"@{unit}:"
    for column, cell in enumerate(line.cells, 1):
        numbers = [piece for piece in cell if isinstance(piece, Number)]
        if numbers:
            found = (_kind(number, middle, unit) for number in numbers)
            here = tuple(kinds.setdefault(kind, len(kinds)) for kind in found)
            yield column, here, () if len(cell) == 1 else tuple(_around(cell))


def _kind(number: Number, middle: str, unit: str) -> _Kind:
    begin, found, end = number.id.partition(middle) if unit else (number.id, "", "")
    return (f"{begin}@", f":{end}", number.part) if found else (number.id, None, number.part)


def _around(cell: Pieces) -> list[str]:
    """Return what stands before, between and behind the numbers of a cell."""
    texts = [""]
    for piece in cell:
        if isinstance(piece, Number):
            texts.append("")
        else:
            texts[-1] += printable(piece.text)
    return texts


# To read --------------------------------------------------------------------------------------------------------


def known(part: bytes) -> Known:
    """Return what a document tells of itself; :class:`ValueError` where the part is none of ours, or damaged."""
    if b"<!DOCTYPE" in part:
        raise ValueError("it declares entities")
    try:
        root = ET.fromstring(part)  # noqa: S314  # without a document type there is nothing that expands
        if root.tag != f"{{{SPACE}}}report":
            raise ValueError("it is something else")
        sentences = [tuple(map(str, each)) for each in json.loads(root.findtext(f"{{{SPACE}}}sentences") or "")]
        tables = {each.attrib["name"]: json.loads(each.text or "") for each in root.iter(f"{{{SPACE}}}table")}
        return Known(root.attrib["source"], root.attrib["text"], [(a, b, c) for a, b, c in sentences], tables)
    except (ET.ParseError, LookupError, TypeError, RecursionError) as error:
        raise ValueError("it is damaged") from error


def headers_of(table: Mapping[str, Any]) -> int:
    """Return how many rows of a table are headers; :class:`ValueError` where what is told of it is damaged."""
    try:
        return int(table["headers"])
    except (KeyError, TypeError) as error:
        raise ValueError("it is damaged") from error


def unpacked(table: Mapping[str, Any]) -> Iterator[InTable]:
    """Yield the numbers of a table cell by cell; :class:`ValueError` where what is told of it is damaged."""
    try:
        for row, (pattern, unit) in enumerate(zip(table["rows"], table["units"], strict=True), 1):
            for column, kinds, around in table["patterns"][pattern]:
                numbers = [_opened(table["kinds"][kind], unit) for kind in kinds]
                yield InTable(row, column, numbers, around or ("", ""))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("it is damaged") from error


def _opened(kind: Sequence[str | None], unit: str) -> tuple[str, str]:
    begin, end, part = kind
    return (f"{begin}" if end is None else f"{begin}{unit}{end}"), str(part)
