"""The rules of privacy (P): columns and cells that look as if they were about a person.

Books hold codes and counts. What is found here is never shown unasked: not the cell, its line or a key that holds it,
nor, which ``core.shield`` sees to, any other finding that would show it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from antq_cli.checks.rules import PRIVACY
from antq_cli.checks.site import Site
from antq_cli.core.findings import PERSONAL_COLUMN, Finding
from antq_cli.core.personal import (
    holds_identity,
    holds_phone,
    looks_personal,
    may_hold_numbers,
    names_somebody,
    prefixes_of,
)
from antq_cli.core.registers import REGISTERS
from antq_cli.counting import bulk
from antq_cli.reading.book import Book
from antq_cli.reading.parts import At, cell_finding
from antq_cli.reading.tables import Lost, Table

# Where codes stand, those of the row's own and those of others.
_CODES = {
    "units": ("code", "parent"),
    "crosswalk": ("from", "to"),
    "households": ("household", "area"),
    "organisations": ("code", "unit"),
    "pledges": ("pledger",),
    "returns": ("unit",),
    "teams": ("code", "unit"),
    "models": ("code", "unit", "host"),
    "activities": ("unit",),
    "assessments": ("subject",),
    "claims": ("id",),
    "partners": ("code",),
}
_TEXTS = ("note", "sheet", "source", "name", "act", "title", "exempt", "event", "decision", "issuer", "number")
# Where a clerk writes freely. Names of units, papers and offices are full of people's names.
_REMARKS = ("note", "sheet", "source", "exempt")
RULES = PRIVACY


def find(site: Site) -> Iterator[Finding]:
    """Yield the columns and the cells of a book that look personal; they need no map."""
    yield from _personal_columns(site.book)
    prefixes = tuple(sorted(prefixes_of(bulk.column(site.book.table("units"), "code"))))
    for name, register in REGISTERS.items():
        table = site.book.table(name)
        lost = list(table.lost())
        for column in register.columns:
            judge = _judge(name, column.name, prefixes)
            if judge is not None:
                yield from _in_rows(table, column.name, judge)
                yield from _in_lost(table, column.name, judge, lost)


def _personal_columns(book: Book) -> Iterator[Finding]:
    """Find the columns that no register has (F013) and that look personal (P101)."""
    for found in (found for name in REGISTERS for found in book.table(name).strange):
        if looks_personal(str(found.values["column"])):
            values = {name: found.values[name] for name in ("register", "column")}
            yield found._replace(rule=RULES[PERSONAL_COLUMN], values=values)


# Takes the distinct cells of a column, and yields the code of each rule that some of them break, with these.
Judge = Callable[[Collection[str]], Iterator[tuple[str, Iterable[str]]]]


def _judge(register: str, column: str, prefixes: tuple[str, ...]) -> Judge | None:
    """Return what judges the cells of a column, None where nothing that is personal can stand in it."""
    if column in _CODES.get(register, ()):
        return _InCodes(prefixes)
    # What happened to a pledge is one of two words; that of the crosswalk is free text.
    if column in _TEXTS and (register, column) != ("pledges", "event"):
        return _InTexts(names=column in _REMARKS)
    return None


@dataclass(frozen=True)
class _InCodes:
    """Judges codes; ``prefixes`` are those of units, with which other codes begin."""

    prefixes: tuple[str, ...]

    def __call__(self, cells: Collection[str]) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield the codes that hold an identity or a telephone number (P201, P202)."""
        # One look at all of them together nearly always says that there is nothing.
        if may_hold_numbers("\n".join(cells)):
            yield "P201", [cell for cell in cells if holds_identity(cell, self.prefixes)]
            yield "P202", filter(holds_phone, cells)


@dataclass(frozen=True)
class _InTexts:
    """Judges texts; ``names`` says that those of people are looked for as well."""

    names: bool

    def __call__(self, cells: Collection[str]) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield the texts that hold an identity or telephone number (P201, P202) or, in remarks, a name (P203)."""
        together = "\n".join(cells)
        if may_hold_numbers(together):
            yield "P201", filter(holds_identity, cells)
            yield "P202", filter(holds_phone, cells)
        if self.names and " " in together and names_somebody(together):
            yield "P203", filter(names_somebody, cells)


@dataclass(frozen=True)
class _Suspects:
    """Picks the cells that a judge finds anything in."""

    judge: Judge

    def __call__(self, cells: Collection[str]) -> Collection[str]:
        return {cell for _, found in self.judge(cells) for cell in found}


def _in_rows(table: Table, column: str, judge: Judge) -> Iterator[Finding]:
    """Yield the findings on the rows of a register that count; its distinct cells are judged."""
    suspects = bulk.picked(table, column, _Suspects(judge))
    for code, cells in judge(suspects) if suspects else ():
        wanted = set(cells)
        for row in bulk.where(table, column, wanted) if wanted else ():
            yield _withheld(table, column, table.finding(RULES[code], row, column))


def _in_lost(table: Table, column: str, judge: Judge, lost: Iterable[Lost]) -> Iterator[Finding]:
    """Yield the findings on the rows that were left out: a telephone number need not be a good code."""
    for part, record, row in lost:
        for code, cells in judge([row.get(column, "")]):
            if [*cells]:
                at = At(record, column, row)
                found = cell_finding(table.register, RULES[code], part.path, part.where, at)
                yield _withheld(table, column, found)


def _withheld(table: Table, column: str, found: Finding) -> Finding:
    """Return a finding no part of which is shown unasked: neither the cell, nor its line, nor a key that holds it."""
    assert found.subject is not None
    restricted = found.subject.restricted or column in table.register.model.key
    return found._replace(excerpt=None, restricted=True, subject=found.subject._replace(restricted=restricted))
