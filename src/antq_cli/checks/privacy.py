"""The rules of privacy (P): columns and cells that look as if they were about a person, and what else would show them.

Books hold codes and counts. What is found here is never shown unasked: not the cell, its line or a key that holds it,
nor a sentence of another finding.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from antq_cli.checks.personal import (
    holds_identity,
    holds_number,
    holds_phone,
    looks_personal,
    may_hold_numbers,
    names_somebody,
)
from antq_cli.checks.site import Site
from antq_cli.core.findings import Finding, Rule, Withheld
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
    "assessments": ("subject",),
    "claims": ("id",),
}
_TEXTS = ("note", "sheet", "source", "name", "act", "title", "exempt", "event", "decision", "issuer", "number")
# Where a clerk writes freely. Names of units, papers and offices are full of people's names.
_REMARKS = ("note", "sheet", "source", "exempt")
# Numbers are all that may stand there; nine digits of them are nobody's.
_COUNTS = ("count", "total")
RULES = {
    rule.code: rule
    for rule in (
        Rule("P101", "personal-column", of=tuple(REGISTERS)),
        Rule("P201", "identity-number", of=tuple(REGISTERS)),
        Rule("P202", "phone-number", of=tuple(REGISTERS)),
        Rule("P203", "person-name", "warning", of=tuple(REGISTERS)),
    )
}


# ------------------------------------------------------------------------------------------------------------ shield


class _Shield(NamedTuple):
    """What other findings may not show: personal cells by their line, files with a personal column, and any number."""

    cells: Mapping[tuple[str, int], set[str]]
    files: Collection[str]
    prefixes: tuple[str, ...]

    def over(self, found: Finding) -> Finding:
        """Return a finding without what is personal; of a line with a personal cell the excerpt is left out."""
        secrets = self.cells.get((found.place.path, found.place.line), set())
        hidden = bool(secrets) or (found.place.path in self.files and found.place.line > 1)
        values = {name: self._value(value, secrets) for name, value in found.values.items()}
        column = found.values.get("column")
        named = isinstance(column, str) and names_somebody(column)  # a header may be a row that has lost its own
        values |= {"column": Withheld(column)} if named else {}
        cell = found.cell is not None and found.values.get("column") not in _COUNTS
        restricted = found.restricted or named or (cell and self._tells(str(found.cell), secrets))
        subject = found.subject
        if subject is not None and not subject.restricted and self._tells(subject.key, secrets):
            subject = subject._replace(restricted=True)
        excerpt = None if hidden else found.excerpt
        return found._replace(values=values, restricted=restricted, subject=subject, excerpt=excerpt)

    def _value(self, value: object, secrets: Collection[str]) -> object:
        return Withheld(value) if isinstance(value, str) and self._tells(value, secrets) else value

    def _tells(self, text: str, secrets: Collection[str]) -> bool:
        return any(secret in text for secret in secrets) or holds_number(text, self.prefixes)


def shielded(findings: Iterable[Finding], personal: Iterable[Finding], units: Collection[str]) -> list[Finding]:
    """Return findings without what is personal: others on the same line, or in the same file, would show it.

    ``personal`` are the findings of these rules, ``units`` the codes of units, with which other codes begin.
    """
    cells: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for found in personal:
        if found.rule.code != "P101" and found.cell:
            cells[found.place.path, found.place.line].add(found.cell)
    files = {found.place.path for found in personal if found.rule.code == "P101"}
    shield = _Shield(dict(cells), files, _prefixes(units))
    return [shield.over(found) for found in findings]


def _prefixes(units: Collection[str]) -> tuple[str, ...]:
    """Return the codes of units that are numbers: nine digits that begin with one are a number within that unit."""
    return tuple({code for code in units if code.isascii() and code.isdigit() and _SHORTEST <= len(code) < _NINE})


_SHORTEST, _NINE = 3, 9


# ----------------------------------------------------------------------------------------------------------- finding


def find(site: Site) -> Iterator[Finding]:
    """Yield the columns and the cells of a book that look personal; they need no map."""
    yield from _personal_columns(site.book)
    prefixes = _prefixes(bulk.column(site.book.table("units"), "code"))
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
    for found in book.findings:
        if found.rule.code == "F013" and looks_personal(str(found.values["column"])):
            values = {name: found.values[name] for name in ("register", "column")}
            yield found._replace(rule=RULES["P101"], values=values)


# Takes the distinct cells of a column, and yields the code of each rule that some of them break, with these.
Judge = Callable[[Collection[str]], Iterator[tuple[str, Iterable[str]]]]


def _judge(register: str, column: str, prefixes: tuple[str, ...]) -> Judge | None:
    """Return what judges the cells of a column, None where nothing that is personal can stand in it."""
    if column in _CODES.get(register, ()):
        return partial(_in_codes, prefixes)
    if column in _TEXTS and (register, column) != ("pledges", "event"):
        return partial(_in_texts, names=column in _REMARKS)
    return None


def _in_codes(prefixes: tuple[str, ...], cells: Collection[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the codes that hold an identity or a telephone number (P201, P202)."""
    if may_hold_numbers("\n".join(cells)):
        yield "P201", [cell for cell in cells if holds_identity(cell, prefixes)]
        yield "P202", filter(holds_phone, cells)


def _in_texts(cells: Collection[str], *, names: bool) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the texts that hold an identity number, a telephone number (P201, P202) or, in remarks, a name (P203)."""
    together = "\n".join(cells)
    if may_hold_numbers(together):
        yield "P201", filter(holds_identity, cells)
        yield "P202", filter(holds_phone, cells)
    if names and " " in together and names_somebody(together):
        yield "P203", filter(names_somebody, cells)


def _in_rows(table: Table, column: str, judge: Judge) -> Iterator[Finding]:
    """Yield the findings on the rows of a register that count; its distinct cells are judged."""
    for code, cells in judge(bulk.distinct(table, column)):
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
