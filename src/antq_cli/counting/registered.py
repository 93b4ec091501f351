"""Who there is by the registers themselves: households that are asked to sign, open units, open organisations."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from antq_cli.core.calendars import Period
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION, Manifest
from antq_cli.core.measures import Measure
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.sources import RowBehind, Source, Trail
from antq_cli.counting.stretches import Stretches, stretches_of
from antq_cli.counting.unread_rows import may_be_of, over, unit_meant, units_left_out
from antq_cli.units.regrouping import Regrouping

if TYPE_CHECKING:
    from antq_cli.counting.large.plain import Plain


@dataclass(frozen=True)
class HouseholdsThere:
    """How many households are in a stretch without exclusion on a day, by where."""

    day: str

    def of(self, dataset: Dataset) -> Counter[tuple[int | None]]:
        """Return the answer of a dataset that holds its rows."""
        present = stretches_of(dataset, HOUSEHOLD, needed=False).on(self.day)
        return Counter(zip(compress(present.places, map(not_, present.excluded))))

    def of_plain(self, plain: "Plain") -> Iterable[tuple[tuple[int | None], int]]:
        """Return the answer of plain households."""
        return (((at.site,), n) for at, n in plain.stretches() if at.there(self.day) and not at.excluded)


def households_there(dataset: Dataset, day: str, *, needed: bool = True) -> Counter[tuple[int | None]]:
    """Return how many households are asked to sign on a day, by where they are; a register ``needed`` must be there."""
    stretches_of(dataset, HOUSEHOLD, needed=needed)
    asked = HouseholdsThere(day)
    return dataset.altogether(asked, asked.of(dataset))


class PresentHouseholds(Source):
    """The households that are in a stretch without exclusion on a day, by the unit they are in."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """The households alone: how many are asked to sign is known without the journal."""
        return ("households",)

    @property
    def _households(self) -> Stretches:
        return stretches_of(self.dataset, HOUSEHOLD)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """How many households lie in each unit; without a denominator, and whatever the part and the period."""
        amounts = OwnAmounts(regrouping)
        for (site,), n in households_there(self.dataset, regrouping.day.isoformat()).items():
            amounts.put(site, Amount(n, None), rows=n)
        for site in self._households.left_out(regrouping.day):
            amounts.leave_out(site)
        return amounts

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Every row of the register, also those that do not count, with the reason why."""
        places, trail = self._households.places, Trail("households", regrouping)
        return self._households.behind(regrouping, lambda row: trail.put(row, places[row], Amount(1, None)))


class OpenUnits(Source):
    """The units of a level that are open on a day, each where it is itself."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """Nothing more: every measure reads the units."""
        return ()

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """One for each unit of the level, at the unit itself; without a denominator, whatever the part."""
        amounts = OwnAmounts(regrouping)
        amounts.miss(regrouping.map.detached(self.kind))
        for number in regrouping.map.level(self.kind):
            amounts.put(number, Amount(1, None), itself=True)
        for place in units_left_out(self.dataset, self.kind, regrouping.day):
            amounts.leave_out(place)
        return amounts

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Every row of the units, those of other levels and the unreadable ones with the reason why."""
        trail = Trail("units", regrouping)
        counted = lambda number: trail.put(number, number, Amount(1, None), itself=True)  # noqa: E731 - it is short
        return units_behind(self.dataset, self.kind, regrouping, counted)


class OpenOrganisations(Source):
    """The organisations of a kind that are open on a day, by the unit they are in."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """The organisations alone: each row names the unit in which it lies."""
        return ("organisations",)

    @property
    def _organisations(self) -> Stretches:
        return stretches_of(self.dataset, ORGANISATION)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """How many organisations lie in each unit; without a denominator, whatever the part and the period."""
        organisations, amounts = self._organisations, OwnAmounts(regrouping)
        for row in organisations.of_kind(self.kind, regrouping.day):
            amounts.put(organisations.places[row], Amount(1, None))
        for site in organisations.left_out(regrouping.day, self.kind):
            amounts.leave_out(site)
        return amounts

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Every row of the register, those of other kinds and the unreadable ones with the reason why."""
        places, trail = self._organisations.places, Trail("organisations", regrouping)
        return self._organisations.behind(
            regrouping, lambda row: trail.put(row, places[row], Amount(1, None)), self.kind
        )


def units_behind(
    dataset: Dataset, level: str, regrouping: Regrouping, counted: Callable[[int], RowBehind]
) -> Iterator[RowBehind]:
    """Yield every row of the units behind a measure of those of a level: ``counted`` says what an open one does."""
    map_, trail, atlas = regrouping.map, Trail("units", regrouping), dataset.atlas
    there = set(map_.level(level))
    for number, unit in enumerate(atlas.units):
        if number in there:
            yield counted(number)
        elif not atlas.open(number, map_.day):
            yield trail.skip(number, number, "not-yet" if atlas.open_still(number, map_.day) else "closed")
        elif unit.level == level or atlas.depth(number) is None:
            yield trail.leave_out(number, None if unit.level == level else map_.place(number))
        else:
            yield trail.skip(number, number, "other-kind")
    levels = [each.id for each in dataset.manifest.levels]
    for number, cells in enumerate(dataset.book.table("units").broken):
        site = map_.place(unit_meant(dataset, cells, "parent", "opened", map_.day))
        why_not = over(cells, "opened", "closed", map_.day, "closed")
        if not may_be_of(cells, "level", level, levels):
            yield trail.skip(number, site, "other-kind", unread=True)
        elif why_not:
            yield trail.skip(number, site, why_not, unread=True)
        else:
            yield trail.leave_out(number, site, unread=True)
