"""Units that close while something lies in them and that nothing carries on, whatever the day that is counted."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from antq_cli.core.findings import Finding
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.large.plain import Plain
from antq_cli.counting.stretches import HOUSEHOLDS, ORGANISATIONS

# The registers of what lies in units, and their columns: the unit, the first day, the last day.
_CONTENTS = {
    "households": (HOUSEHOLDS.place, HOUSEHOLDS.first, HOUSEHOLDS.last),
    "organisations": (ORGANISATIONS.place, ORGANISATIONS.first, ORGANISATIONS.last),
    "teams": ("unit", "established", "dissolved"),
    "models": ("unit", "established", "dissolved"),
}


@dataclass(frozen=True)
class HouseholdsUntil:
    """The last day of the households of each site, blank where it has none: of all that lie there the latest."""

    def of(self, dataset: Dataset) -> Counter[tuple[int | None, str]]:
        """Return the answer of a dataset that holds its rows."""
        return _latest(_lying(dataset, "households"))

    def of_plain(self, plain: Plain) -> Iterable[tuple[tuple[int | None, str], int]]:
        """Return the answer of plain households."""
        return _latest((at.site, at.last) for at, _ in plain.stretches()).items()


def _latest(lying: Iterable[tuple[int | None, str]]) -> Counter[tuple[int | None, str]]:
    latest: dict[int | None, str] = {}
    for site, last in set(lying):
        known = latest.setdefault(site, last)
        latest[site] = max(known, last) if known and last else ""
    return Counter(latest.items())


def dead_ends(dataset: Dataset, known: Collection[Finding]) -> list[Finding]:
    """Find the units whose contents have no place from the day on which they close (X106), but for those known."""
    told = {(finding.rule.code, finding.place) for finding in known}
    if not dataset.atlas.countable:
        return []
    found = (finding for number in sorted(_unfinished(dataset)) for finding in _lost(dataset, number))
    return [finding for finding in found if (finding.rule.code, finding.place) not in told]


def _lost(dataset: Dataset, number: int) -> list[Finding]:
    closed = dataset.atlas.units[number].closed
    return [] if closed is None else dataset.map(closed).why_lost([number])


def _unfinished(dataset: Dataset) -> set[int]:
    """Return the units that close, and are not carried on, before what was put into them ends."""
    return {number for number, last in _contents(dataset) if _ends_early(dataset, number, last)}


def _ends_early(dataset: Dataset, number: int, last: str) -> bool:
    closed = dataset.atlas.units[number].closed
    lies_on = closed is not None and (not last or str(closed) < last)
    return lies_on and closed is not None and dataset.atlas.carry(number, closed) is None


def _lying(dataset: Dataset, name: str) -> Iterator[tuple[int | None, str]]:
    """Yield where each row of a register lies, with its last day."""
    table, (unit, first, last) = dataset.book.table(name), _CONTENTS[name]
    if not table.refused:
        yield from zip(dataset.places(table, unit, first), bulk.column(table, last), strict=True)


def _contents(dataset: Dataset) -> Iterator[tuple[int, str]]:
    """Yield each unit in which something lies, with the last day of that, blank for none: rows, and units below it.

    Of a register that is refused nobody knows what lies there, and its rows do not count, wherever they are.
    """
    for name in _CONTENTS:
        sites = set(_lying(dataset, name))
        elsewhere = name == "households" and not dataset.book.table(name).refused
        sites.update(dataset.elsewhere(HouseholdsUntil()) if elsewhere else ())
        yield from {(dataset.atlas.unit_of(site)[0], day) for site, day in sites if site is not None}
    for below, above in zip(dataset.atlas.units, dataset.atlas.parents, strict=True):
        if above is not None:
            yield above, str(below.closed or "")
