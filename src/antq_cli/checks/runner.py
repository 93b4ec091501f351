"""Running the checks of a book: everything that reading and references find, in one go."""

from collections.abc import Iterator
from datetime import date

from antq_cli.core.checked import Checked, Step
from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.ground import Ground
from antq_cli.counting.journal import unknown_kinds
from antq_cli.counting.measures import Counter
from antq_cli.counting.stretches import HOUSEHOLDS
from antq_cli.counting.teams import Teams
from antq_cli.reading.book import Book


def check(book: Book, day: date) -> Checked:
    """Check every register that a book has, and the references between them on a day.

    A register whose structure is refused is not evaluated further, and neither is what needs it; the others go on.
    """
    tables = {name: book.table(name, needed=name == "units") for name in REGISTERS}
    present = {name: table for name, table in tables.items() if table.parts or table.findings}
    mapped = not (tables["units"].refused or tables["crosswalk"].refused)
    references = list(_references(book, day)) if mapped else []
    found = [*book.stray_files(), *book.findings, *references]
    unique = {(finding.rule.code, finding.place): finding for finding in found}
    findings = sorted(unique.values(), key=lambda finding: finding.order)
    faulty = {str(finding.values.get("register", "")) for finding in findings}
    return Checked(findings, [_step(name, len(table), table.refused, faulty) for name, table in present.items()])


def _step(name: str, rows: int, refused: bool, faulty: set[str]) -> Step:  # noqa: FBT001 - a property of the table
    return Step(name, rows, "not-evaluated" if refused else "failed" if name in faulty else "passed")


def _references(book: Book, day: date) -> Iterator[Finding]:
    ground = Ground(book)
    yield from ground.atlas.findings
    households = book.table("households")
    ground.places(households, HOUSEHOLDS.place, HOUSEHOLDS.first)
    for family in ("pledges", "teams"):
        yield from _family(Counter(ground, family), day)
    if book.table("pledges").parts:
        yield from unknown_kinds(ground)
    if book.table("teams").parts:
        yield from Teams(ground).findings
    if book.table("returns").parts:
        returns = Counter(ground, "pledges").returns()
        yield from returns.findings
        ground.places(book.table("returns"), "unit", "date")
    if book.table("organisations").parts:
        ground.places(ground.organisations, "unit", "opened")
    yield from ground.findings


def _family(counter: Counter, day: date) -> Iterator[Finding]:
    """Yield what counting every kind of a family on a day comes upon, where its registers can be read."""
    for kind in counter.kinds(()):
        if not any(counter.ground.book.table(name, needed=True).refused for name in counter.needs(kind)):
            yield from counter.spread(kind, day).findings
