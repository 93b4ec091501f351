"""The header of a sheet: which rows it has, and what each column under it holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.folding import fold
from antq_cli.core.manifest import Manifest
from antq_cli.core.sheets import Sheet, SheetCell, SheetRow, letters
from antq_cli.writing.importing.forms import COUNT, Form
from antq_cli.writing.importing.headings import BY, IGNORED, UNTOLD, Headings, Role, key_of
from antq_cli.writing.importing.mapping import Mapping as SheetMapping
from antq_cli.writing.importing.texts import by_column, folded, is_number, text_of

# The rows that a header has at most.
_MOST = 3


class Column(NamedTuple):
    """A column of a sheet: its number from 1, the lines of its heading from above, and what it holds."""

    number: int
    path: tuple[str, ...]
    role: Role

    @property
    def heading(self) -> str:
        """The heading in one line."""
        return BY.join(self.path)

    @property
    def letters(self) -> str:
        """What office programs call the column."""
        return letters(self.number)


class Head(NamedTuple):
    """A header: the numbers of its rows, and the columns under it that have a heading."""

    rows: Sequence[int]
    columns: Sequence[Column]

    def of(self, use: str, column: str = "") -> list[Column]:
        """Return the columns that hold something of a kind, in their order."""
        return [each for each in self.columns if each.role.use == use and column in ("", each.role.column)]

    @property
    def values(self) -> list[Column]:
        """The columns of counts."""
        return self.of("value")

    @property
    def different(self) -> int:
        """How many different things columns say that they hold: a line too few makes some of them alike."""
        told = {each.role: each for each in self.columns if each.role.use in ("value", "rate")}
        return len(told) + sum(each.role.use == "column" for each in self.columns)

    def without_lonely(self) -> "Head":
        """Return the header without the columns whose count has no column: what no row can take is not used."""
        counted = {each.role.measure for each in self.values if each.role.part == COUNT}
        columns = [
            each._replace(role=UNTOLD) if each.role.use == "value" and each.role.measure not in counted else each
            for each in self.columns
        ]
        return self._replace(columns=columns)

    def lines(self, sheet: Sheet) -> list[Mapping[int, str]]:
        """Return what stands in each row of it, by column, folded: a page may begin with the same again."""
        return [texts(row) for row in sheet.rows if row.number in self.rows]


def texts(row: SheetRow) -> Mapping[int, str]:
    """Return the texts of a row by column, folded; blank ones are left out."""
    return {number: folded(cell) for number, cell in by_column(row).items()}


class Roles:
    """What headings say: those of a mapping as it has them, all where there is none by the words of offices."""

    def __init__(self, form: Form, manifest: Manifest, mapping: SheetMapping | None = None) -> None:
        self._headings = Headings(form, manifest)
        self._mapped = None if mapping is None else dict(_mapped(form, mapping))
        self._mapping = mapping

    @property
    def asked(self) -> list[str]:
        """The headings that a mapping names, as it has them; what is to be left out need not be there."""
        if self._mapping is None:
            return []
        days = [self._mapping.date, self._mapping.first, self._mapping.last]
        named = [each.header for each in days if each is not None and each.header is not None]
        named += self._mapping.unit.headers if self._mapping.unit else []
        return [*named, *(each.header for each in self._mapping.columns if not each.ignore)]

    def role(self, path: Sequence[str]) -> Role:
        """Return what a column holds, given the lines of its heading."""
        if self._mapped is None:
            return self._headings.role(path)
        mapped = self._mapped.get(key_of(BY.join(path)))
        if mapped is not None:
            return mapped
        found = self._headings.role(path)
        said = {role.column for role in self._mapped.values()}
        # What the mapping says nothing of is found as without one: who a row is of, and the day. A count is not.
        return found if found == IGNORED or (found.use == "column" and found.column not in said) else UNTOLD

    def heads_units(self, text: str) -> bool:
        """Return whether a text is the heading of units, by a mapping or by the words of offices."""
        return "unit" in (self.role([text]).column, self._headings.role([text]).column)

    def measure(self, text: str) -> str | list[str]:
        """Return the measure that a cell names, or those that it could be."""
        return self._headings.measure(text)


def _mapped(form: Form, mapping: SheetMapping) -> Iterator[tuple[str, Role]]:
    for header in mapping.unit.headers if mapping.unit else ():
        yield key_of(header), Role("column", "unit")
    for name in form.days:
        day = mapping.day(name)
        if day is not None and day.header is not None:
            yield key_of(day.header), Role("column", name)
    for each in mapping.columns:
        if each.ignore:
            role = IGNORED
        elif each.rate_of is not None:
            role = Role("rate", measure=each.rate_of)
        elif each.column is not None:
            role = Role("column", each.column)
        else:
            role = Role("value", measure=each.measure or "", part=each.part or form.parts[0])
        yield key_of(each.header), role


# Finding it ----------------------------------------------------------------------------------------------------


def head_at(sheet: Sheet, numbers: Sequence[int], roles: Roles) -> Head:
    """Return the header that some rows of a sheet are."""
    rows = [row for row in sheet.rows if row.number in numbers]
    return Head([*numbers], [Column(number, path, roles.role(path)) for number, path in _paths(rows)])


def find_head(sheet: Sheet, roles: Roles, *, whose: bool) -> Head | None:
    """Return the first header of a sheet: of the rows from which on a table can begin, as many as say the most.

    None where no rows name anything that is counted and, unless ``whose`` it all is was told already, a unit.
    """
    for start, row in enumerate(sheet.rows):
        if not _may_be_head(row):
            continue
        if any(_is_head(head, whose=whose) for head in _heads_from(sheet, start, roles)):
            # A title right above a header could be its first line: it is none if the others say as much without it.
            heads = [head for at in range(start, start + _MOST) for head in _heads_from(sheet, at, roles)]
            found = [head for head in heads if _is_head(head, whose=whose)]
            return max(found, key=lambda head: (head.different, -len(head.rows)))
    return None


def _heads_from(sheet: Sheet, start: int, roles: Roles) -> Iterator[Head]:
    for size in range(1, _MOST + 1):
        rows = sheet.rows[start : start + size]
        if len(rows) < size or not _may_be_head(rows[-1]):
            return
        yield head_at(sheet, [row.number for row in rows], roles)


def _may_be_head(row: SheetRow) -> bool:
    cells = by_column(row).values()
    return bool(cells) and not any(map(is_number, cells))


def _is_head(head: Head, *, whose: bool) -> bool:
    values = [each for each in head.columns if each.role.use == "value" or each.role.may_be]
    return bool(values) and (whose or bool(head.of("column", "unit")))


# The lines of headings -----------------------------------------------------------------------------------------


def _paths(rows: Sequence[SheetRow]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the columns that have a heading, each with its lines from above; what is said twice is said once."""
    lines = [_filled(row, rows[place + 1 :]) for place, row in enumerate(rows)]
    for number in sorted({number for line in lines for number in line}):
        said = [line[number] for line in lines if line.get(number)]
        if said:
            yield number, tuple(_once(said))


def _once(said: Iterable[str]) -> Iterator[str]:
    before = ""
    for each in said:
        if fold(each) != fold(before):
            yield each
        before = each


def _filled(row: SheetRow, below: Sequence[SheetRow]) -> Mapping[int, str]:
    """Return a line of a header with what is merged in each of its columns.

    Where nothing is known of merged cells, as in a text, a blank cell over a heading goes on with what stands to its
    left over another one.
    """
    under = {number for line in below for number in by_column(line)}
    found: dict[int, str] = {}
    for cell in row.cells:
        said = _first_of(row, cell)
        if not said and cell.merged is None and cell.column in under and cell.column - 1 in under:
            said = found.get(cell.column - 1, "")
        found[cell.column] = said
    return found


def _first_of(row: SheetRow, cell: SheetCell) -> str:
    """Return the text of a cell; of one of several that are merged beside each other that of the first."""
    area = cell.merged
    if area is None or not cell.blank or area.first_row != row.number:
        return text_of(cell)
    return next((text_of(each) for each in row.cells if each.column == area.first_column), "")
