"""Codes that people take for one (D117): they differ in capitals, or in the zeros before a number, and in nothing else.

A spreadsheet takes zeros away, a hand writes a small letter: H-002, H-2 and h-002 are three households to a program.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from antq_cli.checks.rules import CODED, TWINS
from antq_cli.checks.site import Site
from antq_cli.core.codes import zeroless
from antq_cli.core.findings import Finding
from antq_cli.core.values import Said
from antq_cli.counting import bulk
from antq_cli.reading.tables import Table

RULES = TWINS
# More than one in so many codes are how a register is numbered, and told as one.
_FEW = 10
# Digits as they all look in a code of the same shape; letters have to be the same.
_SHAPE = str.maketrans("123456789", "0" * 9)


def find(site: Site) -> Iterator[Finding]:
    """Find the codes that another one is taken for, each at its first row."""
    for name, column in CODED.items():
        if site.book.was_read(name):
            table = site.book.table(name)
            twins = _twins(bulk.held_together(table))
            yield from _told(table, column, _neighbours(table, twins) if name == "units" else twins)


def _twins(codes: Sequence[str]) -> list[list[str]]:
    """Return the groups of codes that differ in capitals or zeros alone; all are folded in one go."""
    together = "\0".join(codes).lower()
    # Where all have their digits and their signs in the same places, none has a zero that another lacks.
    alike = len({*together.translate(_SHAPE).split("\0")}) == 1
    folded = (together if alike else zeroless(together)).split("\0") if codes else []
    if len({*folded}) == len(codes):
        return []
    groups: dict[str, list[str]] = defaultdict(list)
    for code, key in zip(codes, folded, strict=True):
        groups[key].append(code)
    return [group for group in groups.values() if len(group) > 1]


def _neighbours(table: Table, twins: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield those of some groups of units that are of one level, lie in one unit, and are open on one day."""
    for group in twins:
        rows = [row for code in group for row in bulk.where(table, "code", {code})]
        beside: dict[Hashable, list[int]] = defaultdict(list)
        for row in rows:
            # In another unit, or on another level, 01 and 1 are numbers of their own.
            beside[bulk.cell(table, row, "level"), bulk.cell(table, row, "parent")].append(row)
        for several in beside.values():
            codes = {bulk.cell(table, row, "code") for row in several if _meets(table, row, several)}
            if len(codes) > 1:
                yield [code for code in group if code in codes]


def _meets(table: Table, row: int, others: Iterable[int]) -> bool:
    """Return whether a unit is open on a day with another one of some."""
    code, (opened, closed) = bulk.cell(table, row, "code"), _open(table, row)
    spans = (_open(table, other) for other in others if bulk.cell(table, other, "code") != code)
    return any(max(opened, first) < min(closed, last) for first, last in spans)


def _open(table: Table, row: int) -> tuple[str, str]:
    """Return from which day to which a unit is open; ISO days sort as text."""
    opened, closed = bulk.cell(table, row, "opened"), bulk.cell(table, row, "closed")
    # Behind the last of all days, so that what opens on it meets what never closes.
    return opened or date.min.isoformat(), closed or "9999-12-32"


def _told(table: Table, column: str, twins: Iterable[Sequence[str]]) -> Iterator[Finding]:
    """Yield a finding for each code but the first of its group; of very many one, with how many there are."""
    groups = [*twins]
    if not groups:
        return
    first = _first_rows(table, column, {code for group in groups for code in group})
    pairs = sorted((first[code], first[group[0]]) for group in groups for code in group[1:])
    many = len(pairs) * _FEW > bulk.of_how_many(table)
    for row, other in pairs[:1] if many else pairs:
        place = table.place(other, column)
        alike = Said("alike", "many" if many else "one")
        values = {"first": f"{place.path}:{place.line}", "alike": alike, "n": len(pairs)}
        yield table.finding(RULES["D117"], row, column, **values)


def _first_rows(table: Table, column: str, codes: set[str]) -> Mapping[str, int]:
    first: dict[str, int] = {}
    for row in bulk.where(table, column, codes):
        first.setdefault(bulk.cell(table, row, column), row)
    return first
