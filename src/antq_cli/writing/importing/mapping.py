"""The mapping of a sheet: which of its columns is what, in a file that a person reads and keeps for the next month."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Values
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import Field, StrictBool, StrictInt, StrictStr, ValidationError, model_validator
from pydantic_core import ErrorDetails

from antq_cli.core.cells import fault
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.manifest import Manifest
from antq_cli.core.sections import LocalDay, Section
from antq_cli.core.values import Said
from antq_cli.reading.rules import RULES
from antq_cli.reading.toml import Document, parse
from antq_cli.writing.importing.forms import Form
from antq_cli.writing.importing.headings import key_of

SCHEMA = 1
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS = 26
_MOST_HEADER_ROWS = 3
Loc = tuple[str | int, ...]


class Day(Section):
    """Where a day is said: in a ``cell``, in the column under a ``header``, or here (``on``)."""

    cell: StrictStr | None = None
    header: StrictStr | None = None
    on: LocalDay | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Day":
        if [self.cell, self.header, self.on].count(None) != 2:  # noqa: PLR2004 - one of three is said
            raise fault("S002", expected=Said("expected", "day-place"))
        if self.cell is not None and position(self.cell) is None:
            raise fault("S002", expected=Said("expected", "cell-address"))
        return self


class Whose(Section):
    """Where it is said whose a row is: in the column under a ``header``, or by the name of the sheet."""

    header: StrictStr | Annotated[tuple[StrictStr, ...], Field(strict=False)] | None = None
    sheet_name: StrictBool = False

    @property
    def headers(self) -> Sequence[str]:
        """The headings of the columns that say it, from the larger unit to the smaller."""
        return (self.header,) if isinstance(self.header, str) else self.header or ()


class MappedColumn(Section):
    """A column: its heading, the lines of it joined by `` / ``, and what it holds.

    That is a ``part`` of a ``measure``, the rate of one (``rate_of``), a ``column`` of the register, or nothing that is
    asked (``ignore``).
    """

    header: StrictStr
    measure: StrictStr | None = None
    part: Literal["count", "total", "participants"] | None = None
    rate_of: StrictStr | None = None
    column: StrictStr | None = None
    ignore: StrictBool = False

    @model_validator(mode="after")
    def _one_thing(self) -> "MappedColumn":
        said = [self.measure or self.part, self.rate_of, self.column, self.ignore or None]
        if len(said) - said.count(None) != 1:
            raise fault("S002", expected=Said("expected", "column-use"))
        return self


class Mapping(Section):
    """The whole of a mapping file; what is not said in it is found as without one."""

    schema_: Annotated[StrictInt, Field(alias="schema")] = SCHEMA
    table: Literal["returns", "activities"]
    sheet: StrictStr | None = None
    range_: Annotated[StrictStr | None, Field(alias="range")] = None
    header: Annotated[tuple[StrictInt, ...] | None, Field(strict=False)] = None
    date: Day | None = None
    first: Day | None = None
    last: Day | None = None
    unit: Whose | None = None
    columns: Annotated[tuple[MappedColumn, ...], Field(strict=False)] = ()

    def day(self, column: str) -> Day | None:
        """Return where the day of a column of the register is said; both days of activities may be in one cell."""
        found: Day | None = getattr(self, column)
        return found or self.date


def position(address: str) -> tuple[int, int] | None:
    """Return the row and the column of a cell that is called so, each from 1; None where it is no address."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column


# Reading -------------------------------------------------------------------------------------------------------


def read_mapping(path: str, raw: bytes, form: Form, manifest: Manifest) -> Mapping:
    """Return the mapping in the bytes of a file; raises :class:`Refused` with all that is wrong with it (F, S)."""
    document = parse(path, raw)
    if isinstance(document, Finding):
        raise Refused(document)
    schema = document.values.get("schema", SCHEMA)
    if type(schema) is int and schema != SCHEMA:
        raise Refused(_at(document, ("schema",), "S005"))
    try:
        mapping = Mapping.model_validate(document.values)
    except ValidationError as error:
        raise Refused(*[_fault(document, each) for each in error.errors(include_url=False)]) from None
    faults = [*_contradictions(document, mapping, form, manifest)]
    if faults:
        raise Refused(*faults)
    return mapping


def _contradictions(document: Document, mapping: Mapping, form: Form, manifest: Manifest) -> list[Finding]:
    """Find what a mapping names that is not there: a measure of the book, a column of the register."""
    if mapping.table != form.register:
        return [_at(document, ("table",), "S002", expected=Said("expected", "table-asked"), choices=[form.register])]
    faults = []
    measures = [*form.measures(manifest)]
    for number, column in enumerate(mapping.columns):
        wrong = [key for key in ("measure", "rate_of") if getattr(column, key) not in (None, *measures)]
        faults += [_at(document, ("columns", number, key), "S004", allowed=measures) for key in wrong]
        if column.column not in (None, *form.columns):
            faults.append(_at(document, ("columns", number, "column"), "S004", allowed=form.columns))
        if column.part not in (None, *form.parts):
            faults.append(_at(document, ("columns", number, "part"), "S004", allowed=[*form.parts]))
    faults += [*_twice(document, mapping, form)]
    if mapping.header is not None and not _follow(mapping.header):
        faults.append(_at(document, ("header",), "S002", expected=Said("expected", "header-rows")))
    return faults


def _twice(document: Document, mapping: Mapping, form: Form) -> Iterator[Finding]:
    """Find the columns of which a mapping says two things: one of them would be passed over."""
    said: dict[str, object] = {key_of(header): ("column", "unit") for header in (mapping.unit or Whose()).headers}
    for name in form.days:
        day = mapping.day(name)
        if day is not None and day.header is not None:
            said[key_of(day.header)] = ("column", name)
    for number, column in enumerate(mapping.columns):
        use = ("column", column.column) if column.column else column.model_copy(update={"header": ""})
        if said.setdefault(key_of(column.header), use) != use:
            yield _at(document, ("columns", number, "header"), "S002", expected=Said("expected", "column-once"))


def _follow(rows: Sequence[int]) -> bool:
    return 0 < len(rows) <= _MOST_HEADER_ROWS and rows[0] > 0 and list(rows) == [*range(rows[0], rows[-1] + 1)]


_SECTIONS: Values[str, type[Section]] = {
    "date": Day,
    "first": Day,
    "last": Day,
    "unit": Whose,
    "columns": MappedColumn,
}


def _fault(document: Document, error: ErrorDetails) -> Finding:
    """Return what pydantic found wrong with a mapping as the finding of a rule, at its place."""
    kind, loc = error["type"], _written(document, error["loc"])
    if kind == "missing":
        place = document.place(*loc)
        return Finding(RULES["S003"], place, {"value": error["loc"][-1]}, excerpt=document.excerpt(place))
    if kind == "extra_forbidden":
        section = _SECTIONS.get(str(loc[0]), Mapping) if len(loc) > 1 else Mapping
        allowed = [field.alias or name for name, field in section.model_fields.items()]
        place = document.key_place(*loc)
        return Finding(
            RULES["S001"], place, {"value": str(loc[-1]), "allowed": allowed}, excerpt=document.excerpt(place)
        )
    context = {name: value for name, value in error.get("ctx", {}).items() if name not in ("code", "expected")}
    if kind in RULES:
        expected = error.get("ctx", {}).get("expected")
        return _at(document, loc, kind, **context, **({"expected": expected} if expected else {}))
    choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    wrong = kind if kind in ("int_type", "string_type", "literal_error", "tuple_type") else "other"
    return _at(document, loc, "S002", expected=Said("expected", wrong), choices=choices, allowed=choices)


def _written(document: Document, loc: Loc) -> Loc:
    """Return the part of an error's location that is in the file: pydantic adds what is missing, and variants."""
    value: Any = document.values
    path: Loc = ()
    for part in loc:
        if part in value if isinstance(value, dict) else isinstance(value, list) and isinstance(part, int):
            value = value[part]
            path = (*path, part)
    return path


def _at(document: Document, loc: Loc, code: str, **values: object) -> Finding:
    place = document.place(*loc)
    written = document.written(*loc)
    return Finding(RULES[code], place, {"value": written, **values}, cell=written, excerpt=document.excerpt(place))


# Writing -------------------------------------------------------------------------------------------------------


def mapping_bytes(mapping: Mapping) -> bytes:
    """Return a mapping as the file that says it; what is not said in it is left out."""
    values = mapping.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    columns = values.pop("columns", ())
    said = {"schema": SCHEMA, "table": mapping.table, **values}
    blocks = ["".join(f"{name} = {_inline(value)}\n" for name, value in said.items())]
    blocks += ["[[columns]]\n" + tomli_w.dumps(column) for column in columns]
    return "\n".join(blocks).encode()


def _inline(value: object) -> str:
    """Return a value on one line, as a person would write it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_inline(each)}" for name, each in value.items()) + " }"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_inline, value))}]"
    return tomli_w.dumps({"_": value}).partition(" = ")[2].rstrip("\n")
