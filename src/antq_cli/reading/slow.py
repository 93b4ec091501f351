"""The slow path: it accounts for every byte of a file and says what is wrong, where, and in which cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise, takewhile
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from antq_cli.core.findings import Finding, Place, Withheld
from antq_cli.core.registers import Register
from antq_cli.core.values import Said
from antq_cli.reading.judging import Verdict, judge_row
from antq_cli.reading.parts import At, Part, Span, Whereabouts, cell_finding, header_name, refused_part
from antq_cli.reading.rules import KEPT, RULES
from antq_cli.reading.scanner import BOM, Cell, Fault, Lines, Record, in_bytes, scan

HeaderFault = tuple[str, int, dict[str, Any]]
_FIRST_GROUP, _GROUP, _COUNT_OR_BLANK = map(re.compile, ("[1-9][0-9]{0,2}", "[0-9]{3}", "[0-9]*"))


def read_slow(register: Register, path: str, raw: bytes) -> Part:
    """Return the part that a CSV file is, with a finding for everything that is wrong with it."""
    from antq_cli.reading.first_sight import first_sight

    text, finding = decode(path, raw)
    if finding is not None:
        return refused_part(path, raw, [finding])
    if seen := first_sight(register, path, text):
        return refused_part(path, raw, seen)
    records, faults = scan(text)
    if text == "" or (records and records[0].start == 0):  # else the header is at fault and says nothing of the rows
        faults += _shape_faults(register, records)
    if faults:
        lines = Lines(text)
        found = [_structural(register, path, lines, fault) for fault in faults]
        return refused_part(path, raw, list(map(_without_rows, found)) if "F013" in codes_of(faults) else found)
    names = [cell.text for cell in records[0].cells]
    rows = [dict(zip(names, (cell.text for cell in record.cells), strict=True)) for record in records[1:]]
    where = InCsv(raw, names)
    where.scanned = records[1:]
    return judge_rows(register, Part(path, raw, where, names), rows)


def decode(path: str, raw: bytes) -> tuple[str, Finding | None]:
    """Return the text of a file without its BOM, or a finding where it is not UTF-8."""
    try:
        return raw.decode("utf-8").removeprefix(BOM), None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix(BOM)
        line, column = Lines(before).at(len(before))
        utf16 = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        values = {"value": f"0x{raw[error.start]:02X}", "guess": Said("guess", "utf-16" if utf16 else "legacy")}
        return "", Finding(RULES["F004"], Place(path, line, column), values)


class InCsv(Whereabouts):
    """The whereabouts of the rows of a CSV file in which no structure is at fault."""

    def __init__(self, raw: bytes, header: Sequence[str]) -> None:
        self._raw = raw
        self._header = header

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._raw.decode("utf-8").removeprefix(BOM))

    @cached_property
    def scanned(self) -> Sequence[Record]:
        """The records of the file without its header; the slow path has them already."""
        return scan(self._lines.text)[0][1:]

    def locate(self, record: int, column: str, /) -> tuple[int, int, str]:
        """Return the place of a cell; of a column that the file leaves out, that of the row's first cell."""
        cells = self.scanned[record].cells
        offset = cells[self._header.index(column) if column in self._header else 0].offset
        line, character = self._lines.at(offset)
        return line, character, self._lines.line(line)

    def spans(self) -> Sequence[Span]:
        """Where each row stands, in bytes and with its line end; the header is no row."""
        return [*map(Span._make, pairwise(self._ends()))]

    def _ends(self) -> Iterator[int]:
        """Return where the header and each row end; without quotes every line is a row."""
        if b'"' not in self._raw:
            return accumulate(map(len, self._raw.splitlines(keepends=True)))
        text = self._lines.text
        return in_bytes(self._raw, text, [*(record.start for record in self.scanned), len(text)])


def header_faults(register: Register, names: Sequence[str]) -> list[HeaderFault]:
    """Return what is wrong with a header: (code, number of the column, values)."""
    known = [column.name for column in register.columns]
    if not any(name.lower() in known for name in names):  # a row, a blank line, columns between semicolons
        return [("F010", 0, {"columns": register.explained})]
    faults: list[HeaderFault] = []
    for number, name in enumerate(names):
        if name not in known:
            from antq_cli.reading.headings import column_meant

            values: dict[str, Any] = {"column": name, "allowed": register.explained}
            if meant := column_meant(register, name):
                values["meant"] = [meant]
            faults.append(("F013", number, values))
        elif name in names[:number]:
            faults.append(("F015", number, {"column": name}))
    missing = [column.name for column in register.columns if column.required and column.name not in names]
    return faults + [("F014", 0, {"column": name}) for name in missing]


def _shape_faults(register: Register, records: list[Record]) -> list[Fault]:
    """Find what is wrong with the header, and rows that are longer or shorter than it."""
    header = records[0].cells if records else [Cell("", 0)]
    names = [cell.text for cell in header]
    faults = [Fault(code, header[number].offset, values) for code, number, values in header_faults(register, names)]
    if "F010" in (fault.code for fault in faults):
        return faults  # without a header nobody knows how long a row should be
    grouped: list[Fault] = []
    for record in records[1:]:
        cells = record.cells
        values: dict[str, object] = {"n": len(cells), "expected": len(names)}
        if len(cells) < len(names):
            faults.append(Fault("F011", record.end, values))
        elif len(cells) > len(names):
            thousands = _thousands(register, names, cells)
            grouped += [thousands] if thousands else []
            faults += [] if thousands else [Fault("F012", cells[len(names)].offset, values)]
    return faults + [fault._replace(values={**fault.values, "n": len(grouped)}) for fault in grouped[:1]]


def _thousands(register: Register, names: Sequence[str], cells: Sequence[Cell]) -> Fault | None:
    """Return the fault of the first count that a comma parts, if the row is as long as its header without such commas.

    A row has cells of its own for 25 and 915 where somebody wrote 25,915.
    """
    if not any(cell.text for cell in cells[len(names) :]):
        return None  # it is long by blank cells
    counts = [column.name for column in register.columns if column.kind is int]
    at, faults = 0, []
    for number, name in enumerate(names):
        over = len(cells) - at - (len(names) - number)
        digits = [cell.text for cell in cells[at : at + over + 1]] if name in counts else []
        parts = _leading_groups(digits)
        if parts > 1:
            written, right = (between.join(digits[:parts]) for between in (",", ""))
            faults.append(Fault("F024", cells[at].offset, {"column": name, "value": written, "right": right}))
        elif digits and not _COUNT_OR_BLANK.fullmatch(digits[0]):
            return None
        at += max(1, parts)
    return faults[0] if faults and at == len(cells) else None


def _leading_groups(digits: Sequence[str]) -> int:
    """Return how many of some texts are, one after the other, the groups of a number: 25 and 915."""
    if not digits or not _FIRST_GROUP.fullmatch(digits[0]):
        return 0
    return 1 + len([*takewhile(_GROUP.fullmatch, digits[1:])])


def codes_of(faults: Sequence[Fault]) -> set[str]:
    """The codes of the rules that the faults break, each once."""
    return {fault.code for fault in faults}


def _without_rows(finding: Finding) -> Finding:
    """Return a finding without its line: in a column that nobody knows may stand anything, names as well."""
    return finding if finding.place.line == 1 else finding._replace(excerpt=None)


def _structural(register: Register, path: str, lines: Lines, fault: Fault) -> Finding:
    line, column = lines.at(fault.offset)
    excerpt = None if register.model.restricted else lines.line(line)
    values, cell = {"register": register.name, **fault.values}, None
    if fault.code in ("F013", "F015"):
        cell = values["column"] = header_name(register, str(fault.values["column"]))
    elif fault.code == "F024":
        cell = str(fault.values["value"])
    place, withheld = Place(path, line, column), isinstance(cell, Withheld)
    return Finding(RULES[fault.code], place, values, cell=cell, excerpt=excerpt, restricted=withheld)


def judge_rows(
    register: Register,
    part: Part,
    rows: list[dict[str, str]],
    mistyped: Mapping[int, Sequence[Verdict]] = MappingProxyType({}),
) -> Part:
    """Return a part with its rows of cells: those that can be read, and findings on the others.

    ``mistyped`` gives for rows of a TOML file the cells that are judged already.
    """
    kept: list[int] = []
    lost: list[int] = []
    judged: dict[int, list[Verdict]] = {}
    for number, row in enumerate(rows):
        verdicts = _verdicts(register, row, mistyped.get(number, ()))
        (kept if all(verdict.code in KEPT for verdict in verdicts) else lost).append(number)
        if verdicts:
            judged[number] = verdicts
    told = _told(register, rows, lost, judged) if judged else []
    findings = [
        cell_finding(register, RULES[code], part.path, part.where, At(number, column, rows[number]), **values)
        for number, (code, column, values) in told
    ]
    columns = {column.name: [rows[number].get(column.name, "") for number in kept] for column in register.columns}
    return replace(part, columns=columns, records=kept, broken=[rows[number] for number in lost], findings=findings)


def _told(
    register: Register, rows: Sequence[dict[str, str]], lost: Sequence[int], judged: Mapping[int, Sequence[Verdict]]
) -> list[tuple[int, Verdict]]:
    """Return what is told of rows, in their order: what many have in common, and rows that are none, in one."""
    from antq_cli.reading.alike import RowFault, no_row, rows_that_are_none, told_together

    none = {number: kind for number in lost if (kind := no_row(rows[number]))}
    faults = [RowFault(number, verdict) for number in judged if number not in none for verdict in judged[number]]
    told = (*told_together(register, rows, faults), *rows_that_are_none(register, none))
    return sorted(told, key=itemgetter(0))


def _verdicts(register: Register, row: dict[str, str], mistyped: Sequence[Verdict]) -> list[Verdict]:
    """Return what is wrong with a row; a cell that was judged already is judged no further."""
    judged = {verdict.column for verdict in mistyped}
    return [*mistyped, *(verdict for verdict in judge_row(register, row) if verdict.column not in judged)]
