"""Running the checks of a book: everything that reading and references find, in one go."""

from collections.abc import Iterator
from datetime import date

from antq_cli.checks.calendars import joints_of
from antq_cli.checks.dead_ends import dead_ends
from antq_cli.core.checked import Checked, Step
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.ground import Ground, once
from antq_cli.counting.instances import REGISTERS as INSTANCES
from antq_cli.counting.journal import unknown_kinds
from antq_cli.counting.measures import Family
from antq_cli.counting.standards import assessments_of
from antq_cli.counting.stretches import HOUSEHOLDS
from antq_cli.reading.book import Book


def check(book: Book, day: date) -> Checked:
    """Check every register that a book has, and the references between them on a day.

    A register whose structure is refused is not evaluated further, and neither is what needs it; the others go on.
    """
    tables = {name: book.table(name, needed=name == "units") for name in REGISTERS}
    mapped = not (tables["units"].refused or tables["crosswalk"].refused)
    ground = Ground(book) if mapped else None
    references = list(_references(ground, day)) if ground else []
    references += dead_ends(ground, references) if ground else []
    findings = once([*joints_of(book), *book.stray_files(), *book.findings, *references])
    unjudged = set(_waiting(ground)) if ground else set(REGISTERS)
    present = [name for name, table in tables.items() if table.parts or table.findings]
    return Checked(findings, [_step(book, name, findings, judged=name not in unjudged) for name in present])


def _step(book: Book, name: str, findings: list[Finding], *, judged: bool) -> Step:
    table = book.table(name)
    errors = (found for found in findings if found.rule.severity == "error")
    if not table.refused and any(found.values.get("register") == name for found in errors):
        return Step(name, len(table), "failed")
    return Step(name, len(table), "passed" if judged and not table.refused else "not-evaluated")


def _waiting(ground: Ground) -> Iterator[str]:
    """Yield the registers that could not be held against another one, because that one cannot be read."""
    for family in (Family(ground, name) for name in FAMILIES):
        for kind in family.kinds(()):
            if not _readable(family, kind):
                yield family.needs(kind)[0]


def _references(ground: Ground, day: date) -> Iterator[Finding]:
    yield from ground.atlas.findings
    ground.places(ground.book.table("households"), HOUSEHOLDS.place, HOUSEHOLDS.first)
    if not any(found.rule.refuses for found in ground.atlas.findings):
        yield from _counted(ground, day)
    if ground.book.table("pledges").parts:
        yield from unknown_kinds(ground)
    for family in INSTANCES:
        if ground.book.table(family).parts:
            yield from Family(ground, family).instances().findings
    if ground.book.table("assessments").parts:
        yield from assessments_of(ground).findings
    if ground.book.table("returns").parts:
        yield from Family(ground, "pledges").returns().findings
    if ground.book.table("organisations").parts:
        ground.places(ground.organisations(), "unit", "opened")
    yield from ground.findings


def _counted(ground: Ground, day: date) -> Iterator[Finding]:
    """Yield what counting every kind on a day comes upon, where its registers can be read."""
    if ground.map(day).top is None:
        yield from ground.map(day).why_lost([ground.atlas.top])
    for family in (Family(ground, name) for name in FAMILIES):
        for kind in family.kinds(()):
            if _readable(family, kind):
                for measured in family.measured([kind], None):
                    spread = family.spread(measured, ground.chart(day))
                    yield from spread.findings if spread else ()


def _readable(family: Family, kind: Kind) -> bool:
    return not any(family.ground.book.table(name, needed=True).refused for name in family.needs(kind))
