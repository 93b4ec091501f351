"""The rows of a text as an office program separates them, without what stands around them and holds nothing."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from antq_cli.core.registers import Register
from antq_cli.reading.first_sight import OTHERS
from antq_cli.reading.headings import column_meant
from antq_cli.reading.scanner import Fault, Record, scan

Between = Literal["comma", "semicolon", "tab", "bar"]
SEPARATORS: Mapping[str, Between] = {",": "comma", **OTHERS}
# So many rows may be titles, and so many lines are looked at for a header.
_TITLES, _HEAD = 20, 200


class Row(NamedTuple):
    """A row of a file: the number of its record in it, from 0, and its cells, as many as the header names columns."""

    record: int
    cells: Sequence[str]


class Sheet(NamedTuple):
    """The table in a text: the sign between its cells, its header and its rows, the columns that the header means.

    ``records`` are all records of the text. Left out of the rows are ``titles``, lines above the header of one cell at
    most, and ``blank`` rows; ``behind`` is how many rows had blank cells behind the last column.
    """

    sign: str
    header: Row
    names: Sequence[str]
    rows: Sequence[Row]
    records: Sequence[Record]
    titles: int
    blank: int
    behind: int


def sheet_of(register: Register, text: str) -> Sheet | None:
    """Return the table of a register that a text is, whatever sign is between its cells; None if none is.

    A header has two columns at least, so no more than one sign makes it one.
    """
    head = "\n".join(text.split("\n", _HEAD)[:_HEAD])  # the whole is gone through only with the sign that is there
    signs = (sign for sign in SEPARATORS if _header(register, [_cells(each, sign) for each in _scan(head, sign)[0]]))
    return next((sheet for sign in signs if (sheet := _sheet(register, text, sign)) is not None), None)


def _sheet(register: Register, text: str, sign: str) -> Sheet | None:
    records, faults = _scan(text, sign)
    if faults:
        return None
    cells = [_cells(record, sign) for record in records]
    header = _header(register, cells)
    if header is None:
        return None
    filled = [Row(number, row) for number, row in enumerate(cells) if number > header.record and _filled(row)]
    width = len(header.cells)
    if any(len(row.cells) < width or _filled(row.cells[width:]) for row in filled):
        return None
    return Sheet(
        sign,
        header,
        [column_meant(register, heading) or heading for heading in header.cells],
        [Row(row.record, row.cells[:width]) for row in filled],
        records,
        titles=header.record,
        blank=len(records) - header.record - 1 - len(filled),
        behind=sum(len(row.cells) > width for row in filled),
    )


def _scan(text: str, sign: str) -> tuple[list[Record], list[Fault]]:
    return scan(_with_commas(text, sign))


# The scanner knows commas: two signs change places on the way to it, and back.
def _with_commas(text: str, sign: str) -> str:
    return text if sign == "," else text.translate({ord(sign): ",", ord(","): sign})


def _cells(record: Record, sign: str) -> list[str]:
    return [cell.text if sign == "," else _with_commas(cell.text, sign) for cell in record.cells]


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _header(register: Register, several: Sequence[Sequence[str]]) -> Row | None:
    """Return the header, without blank cells at its end; above it may stand titles, but nothing that may be a row."""
    for number, cells in enumerate(several[: _TITLES + 1]):
        width = max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
        if _names_columns(register, cells[:width]):
            return Row(number, cells[:width])
        if _filled(cells) > 1:
            return None
    return None


def _names_columns(register: Register, cells: Sequence[str]) -> bool:
    known = [column_meant(register, heading) for heading in cells]
    needed = {column.name for column in register.columns if column.required}
    return None not in known and len({*known}) == len(known) and needed <= {*known}
