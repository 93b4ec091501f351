"""What the map and the figures come upon when everything is counted once: references that lead nowhere (X)."""

from collections.abc import Iterator

from antq_cli.checks.dead_ends import dead_ends
from antq_cli.checks.site import NotJudged, Site
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FAMILIES
from antq_cli.counting.activities import activities_of
from antq_cli.counting.families import Family
from antq_cli.counting.pledges import report_unknown_kinds
from antq_cli.counting.returns import returns_of
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.counting.standards import assessments_of
from antq_cli.counting.stretches import HOUSEHOLDS
from antq_cli.counting.teams_models import REGISTERS as TEAMS_MODELS
from antq_cli.counting.teams_models import teams_models_of
from antq_cli.units.doubts import doubts
from antq_cli.units.rules import RULES as UNITS

RULES = UNITS | COUNTING

# The parts of a kind that come upon other rows than the kind itself: members and results are of the same ones.
_OTHER_ROWS = (None, "reach")


def find(site: Site) -> Iterator[Finding | NotJudged]:
    """Find what the registers say of units, kinds and pledgers that there are not; and what could not be judged."""
    found = list(_references(site))
    yield from found
    yield from dead_ends(site.dataset, found)
    yield from doubts(site.dataset.atlas)
    yield from _issuers(site)
    yield from _waiting(site)


def _references(site: Site) -> Iterator[Finding]:
    """Have the registers report what is wrong with their rows; yield what has no place on the day."""
    dataset = site.dataset
    # Asked for what is reported on the way: who looks for a place tells of what has none.
    dataset.places(dataset.book.table("households"), HOUSEHOLDS.place, HOUSEHOLDS.first)
    if dataset.atlas.countable:
        yield from _counted(site)
    if dataset.book.table("pledges").parts:
        report_unknown_kinds(dataset)
    for family in TEAMS_MODELS:
        if dataset.book.table(family).parts:
            teams_models_of(dataset, family)
    if dataset.book.table("activities").parts:
        activities_of(dataset)
    if dataset.book.table("assessments").parts:
        assessments_of(dataset)
    if dataset.book.table("returns").parts:
        returns_of(dataset)
    if dataset.book.table("organisations").parts:
        dataset.places(dataset.organisations(), "unit", "opened")


def _counted(site: Site) -> Iterator[Finding]:
    """Yield what counting every kind on the day comes upon, where its registers can be read."""
    dataset = site.dataset
    if dataset.map(site.day).top is None:
        yield from dataset.map(site.day).why_lost([dataset.atlas.top])
    for family, kind in _kinds(site):
        if not unreadable(family, kind):
            when = site.figures.when(family.family, site.day)
            for measured in family.measured([kind], when.period):
                if measured.measure.part in _OTHER_ROWS:
                    amounts = site.figures.amounts(measured.measure, when)
                    yield from () if amounts is None else amounts.why_lost()


def _kinds(site: Site) -> Iterator[tuple[Family, Kind]]:
    for family in map(site.figures.family, FAMILIES):
        yield from ((family, kind) for kind in family.kinds(()))


def unreadable(family: Family, kind: Kind) -> list[str]:
    """Return the registers that a kind is counted from and that cannot be read."""
    return [name for name in family.needs(kind) if family.dataset.book.table(name, needed=True).refused]


def _issuers(site: Site) -> Iterator[Finding]:
    """Find the issuers of reports of units that there never were (S024)."""
    atlas = site.dataset.atlas
    for number, issuer in enumerate(site.book.manifest.report.issuers):
        code = issuer.unit
        if not (atlas.known(code) or atlas.unreadable(code)):
            values = {
                "value": code,
                "allowed": atlas.codes,
                **({"meant": meant} if (meant := atlas.meant(code)) else {}),
            }
            yield site.book.manifest_finding(UNITS["S024"], "report", "issuers", number, "unit", **values)


def _waiting(site: Site) -> Iterator[NotJudged]:
    """Yield the rules of registers that could not be held against another one, because that one cannot be read."""
    for family, kind in _kinds(site):
        name, *others = family.needs(kind)
        for other in set(others).intersection(unreadable(family, kind)):
            yield from (
                NotJudged(rule, name, "not-evaluated", "needs", other) for rule in RULES.values() if name in rule.of
            )
