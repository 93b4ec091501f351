"""Registers and the manifest in TOML: ``tomllib`` reads, and each value becomes the cell that CSV would hold."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from antq_cli.core.findings import Finding, Place, Withheld
from antq_cli.core.registers import Register
from antq_cli.core.values import Said
from antq_cli.reading.conflicts import conflict_in
from antq_cli.reading.judging import Verdict
from antq_cli.reading.limits import TooDeepError, loads
from antq_cli.reading.parts import Part, Span, Whereabouts, header_name, refused_part
from antq_cli.reading.rules import RULES
from antq_cli.reading.scanner import BOM, Lines, in_bytes
from antq_cli.reading.slow import decode, judge_rows

if TYPE_CHECKING:
    from antq_cli.reading.toml_places import Places

# Where something is wrong, tomllib of Python 3.11 says in its message alone.
_POSITION = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
# What a cell of a CSV file cannot hold; TOML can write it as an escape.
_FORBIDDEN = {"\0": "F005", "\r": "F006", BOM: "F007"}
_EXPECTED = {int: "int_type", date: "date_type", str: "string_type"}


class Document:
    """A TOML document that was read: its values, and the place of each."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = Lines(text)
        self.values = loads(text)

    @cached_property
    def _places(self) -> "Places":
        from antq_cli.reading.toml_places import Places

        return Places(self.lines.text)

    def place(self, *path: str | int) -> Place:
        """Return the place of a value, or of what should hold it."""
        return self._at(self._places.find(path))

    def key_place(self, *path: str | int) -> Place:
        """The place of a key; where it is not written, that of what would hold it."""
        return self._at(self._places.keys.get(path, self._places.find(path)))

    def _at(self, offset: int) -> Place:
        return Place(self.path, *self.lines.at(offset))

    def written(self, *path: str | int) -> str:
        """Return a value as it is written; of one that is written in several pieces the line of the first."""
        start = self._places.find(path)
        end = self._places.ends.get(path)
        return self.excerpt(self._at(start)) if end is None else self.lines.text[start:end]

    def value(self, *path: str | int) -> object:
        """The value at a path; KeyError or IndexError where there is none."""
        value: Any = self.values
        for part in path:
            value = value[part]
        return value

    def stretch(self, name: str, number: int) -> tuple[int, int]:
        """Return from where to where a table of an array goes: its braces, or whole lines from that of its header."""
        text = self.lines.text
        start, end = self._places.rows[name, number]
        if text[start] == "{":
            return start, end
        return text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1) or len(text)

    def extents(self, *path: str | int) -> dict[str | int, tuple[int, int]]:
        """Return from where to where each value in a table or an array goes, with its quotes, by its key or number."""
        found = self._places.extents.items()
        return {each[-1]: extent for each, extent in found if each[:-1] == path}

    def excerpt(self, place: Place) -> str:
        """The line of the document on which a place is, without its end."""
        return self.lines.line(place.line)


def parse(path: str, raw: bytes) -> Document | Finding:
    """Return the document that a file holds, or what keeps it from being one (F004, F016, F023)."""
    text, finding = decode(path, raw)
    if finding := finding or conflict_in(path, text):
        return finding
    try:
        return Document(path, text)
    except TooDeepError as error:
        line, column = Lines(text).at(len(text) if error.offset is None else error.offset)
        return Finding(RULES["F016"], Place(path, line, column), {"what": Said("toml", "deep")})
    except ValueError as error:  # also a number of 5000 digits
        return _syntax(path, Lines(text), str(error))


def _syntax(path: str, lines: Lines, message: str) -> Finding:
    """Return the finding on what the parser says, with the line as it was probably meant."""
    from antq_cli.reading.repair import mended, trouble_of

    found = _POSITION.fullmatch(message)
    line, column = lines.at(len(lines.text))
    if found is not None and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    detail = found["what"] if found else message
    excerpt = lines.line(line)
    values: dict[str, object] = {"what": Said("toml", trouble_of(detail)), "detail": detail}
    if meant := mended(excerpt):
        values["meant"] = [meant]
    return Finding(RULES["F016"], Place(path, line, column), values, excerpt=excerpt)


def read_toml(register: Register, path: str, raw: bytes) -> Part:
    """Return the part that a TOML file of ``[[NAME]]`` tables is."""
    document = parse(path, raw)
    if isinstance(document, Finding):
        return _refused(register, path, raw, [document])
    findings = [*_shape(register, document)]
    if not findings:
        findings = [*_unknown_keys(register, document), *_forbidden(register, document)]
    return _refused(register, path, raw, findings) if findings else _judged(register, raw, document)


def _refused(register: Register, path: str, raw: bytes, findings: list[Finding]) -> Part:
    """Return a part of which nothing can be read; a line that may name a household is not shown."""
    if register.model.restricted:
        findings = [each._replace(excerpt=None, values={**each.values, "meant": []}) for each in findings]
    return refused_part(path, raw, findings)


def _tables(register: Register, document: Document) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = document.values.get(register.name, [])
    return tables


def _judged(register: Register, raw: bytes, document: Document) -> Part:
    rows = [_row(register, document, number) for number in range(len(_tables(register, document)))]
    mistyped = {number: faults for number, (_, faults) in enumerate(rows)}
    part = Part(document.path, raw, InToml(register, raw, document))
    return judge_rows(register, part, [row for row, _ in rows], mistyped)


class InToml(Whereabouts):
    """The whereabouts of the rows of a TOML file: the tables of its one array."""

    def __init__(self, register: Register, raw: bytes, document: Document) -> None:
        self._register = register
        self._raw = raw
        self._document = document

    def locate(self, record: int, column: str, /) -> tuple[int, int, str]:
        """Return the place of a cell; of a key that the table leaves out, that of the table."""
        place = self._document.place(self._register.name, record, column)
        return place.line, place.column, self._document.excerpt(place)

    def spans(self) -> Sequence[Span]:
        """Where each table stands, in bytes: its braces, or its lines from that of its header."""
        tables = range(len(_tables(self._register, self._document)))
        stretches = (self._document.stretch(self._register.name, number) for number in tables)
        ends = in_bytes(self._raw, self._document.lines.text, chain.from_iterable(stretches))
        return [*map(Span, ends, ends)]  # one iterator, so two by two


def _shape(register: Register, document: Document) -> Iterator[Finding]:
    for name, value in document.values.items():
        tables = isinstance(value, list) and all(isinstance(table, dict) for table in value)
        if name != register.name or not tables:
            place = document.key_place(name)
            values = {"register": register.name, "value": name}
            restricted = bool(register.model.restricted)  # a name here may be the code of a household
            yield Finding(RULES["F017"], place, values, name, document.excerpt(place), restricted)


def _unknown_keys(register: Register, document: Document) -> Iterator[Finding]:
    known = [column.name for column in register.columns]
    for number, table in enumerate(_tables(register, document)):
        for key in table:
            if key not in known:
                place = document.key_place(register.name, number, key)
                name = header_name(register, key)
                values = {"register": register.name, "column": name, "allowed": register.explained}
                excerpt, withheld = document.excerpt(place), isinstance(name, Withheld)
                yield Finding(RULES["F013"], place, values, cell=name, excerpt=excerpt, restricted=withheld)


def _forbidden(register: Register, document: Document) -> Iterator[Finding]:
    """Find the characters that no cell may hold."""
    for number, table in enumerate(_tables(register, document)):
        for key, value in table.items():
            for character in _FORBIDDEN if isinstance(value, str) else ():
                if n := value.count(character):
                    place = document.place(register.name, number, key)
                    values = {"register": register.name, "n": n}
                    yield Finding(RULES[_FORBIDDEN[character]], place, values, excerpt=document.excerpt(place))


def _row(register: Register, document: Document, number: int) -> tuple[dict[str, str], list[Verdict]]:
    """Return a table's cells as text, and verdicts on those whose value has a type that the column does not take.

    A number or a day is taken as it is written, so that its grammar is that of a CSV file: 1_000 and +5 are no counts.
    """
    row = {column.name: "" for column in register.columns}
    kinds = {column.name: column.kind for column in register.columns}
    faults = []
    for name, value in _tables(register, document)[number].items():
        row[name] = value if isinstance(value, str) else document.written(register.name, number, name)
        if not isinstance(value, str) and type(value) is not kinds[name]:
            faults.append(Verdict("D109", name, {"expected": Said("expected", _EXPECTED[kinds[name]])}))
    return row, faults
