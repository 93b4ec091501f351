"""What the map and the figures come upon when everything is counted once: references that lead nowhere (X)."""

from collections.abc import Iterator

from antq_cli.checks.dead_ends import dead_ends
from antq_cli.checks.site import Mark, Site
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FAMILIES, parse_measure
from antq_cli.counting.asking import When
from antq_cli.counting.instances import REGISTERS as INSTANCES
from antq_cli.counting.journal import unknown_kinds
from antq_cli.counting.measures import Family
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.counting.standards import assessments_of
from antq_cli.counting.stretches import HOUSEHOLDS
from antq_cli.units.rules import RULES as UNITS

RULES = UNITS | {code: rule for code, rule in COUNTING.items() if code.startswith("X")}

# The parts of a kind that come upon other rows than the kind itself: members and results are of the same ones.
_OTHER_ROWS = (None, "reach")


def find(site: Site) -> Iterator[Finding | Mark]:
    """Find what the registers say of units, kinds and pledgers that there are not; and what could not be judged."""
    found = list(_references(site))
    yield from found
    yield from dead_ends(site.ground, found)
    yield from _waiting(site)


def _references(site: Site) -> Iterator[Finding]:
    ground = site.ground
    yield from ground.atlas.findings
    ground.places(ground.book.table("households"), HOUSEHOLDS.place, HOUSEHOLDS.first)
    if not any(found.rule.refuses for found in ground.atlas.findings):
        yield from _counted(site)
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


def _counted(site: Site) -> Iterator[Finding]:
    """Yield what counting every kind on the day comes upon, where its registers can be read."""
    ground = site.ground
    if ground.map(site.day).top is None:
        yield from ground.map(site.day).why_lost([ground.atlas.top])
    for family, kind in _kinds(site):
        if not unreadable(family, kind):
            for measured in family.measured([kind], None):
                measure = parse_measure(measured.measure)
                if measure is not None and measure.part in _OTHER_ROWS:
                    spread = site.figures.spread(measure, When(site.day))
                    yield from () if spread is None else spread.findings


def _kinds(site: Site) -> Iterator[tuple[Family, Kind]]:
    for family in map(site.figures.family, FAMILIES):
        yield from ((family, kind) for kind in family.kinds(()))


def unreadable(family: Family, kind: Kind) -> list[str]:
    """Return the registers that a kind is counted from and that cannot be read."""
    return [name for name in family.needs(kind) if family.ground.book.table(name, needed=True).refused]


def _waiting(site: Site) -> Iterator[Mark]:
    """Yield the rules of registers that could not be held against another one, because that one cannot be read."""
    for family, kind in _kinds(site):
        name, *others = family.needs(kind)
        for other in set(others).intersection(unreadable(family, kind)):
            yield from (Mark(rule, name, "not-evaluated", "needs", other) for rule in RULES.values() if name in rule.of)
