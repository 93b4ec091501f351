"""Activities: what was done within days, summed over the rows that lie in a period; how many took part beside it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from antq_cli.core import called
from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure
from antq_cli.core.registers import Activity
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Source, Trail
from antq_cli.counting.unread_rows import dated, may_be_of, unit_meant
from antq_cli.units.regrouping import Regrouping

_STRADDLES = Amount(straddling=1)


class ActivitiesRegister:
    """The register of activities: what was done of a kind in a unit, from a first day to a last."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.kinds = dataset.manifest.activities
        self.rows: Sequence[Activity] = dataset.book.rows(Activity, needed=True)
        self.table = dataset.book.table("activities")
        self.places = dataset.places(self.table, "unit", "first")
        self.beyond = {number for number in range(len(self.rows)) if self._is_beyond(number)}
        dataset.report(self._found())

    def _is_beyond(self, number: int) -> bool:
        """Return whether a unit did something on a day on which it had closed, and did not go on as another one."""
        site, atlas = self.places[number], self.dataset.atlas
        return site is not None and atlas.carry(atlas.unit_of(site)[0], self.rows[number].last, own=True) is None

    def _beyond(self, number: int) -> Finding:
        site, atlas = self.places[number], self.dataset.atlas
        assert site is not None
        unit = atlas.units[atlas.unit_of(site)[0]]
        return self.table.finding(RULES["X210"], number, "last", unit=called.unit(unit.code, unit.name))

    def _found(self) -> Iterator[Finding]:
        """Find rows of no kind (X201), beyond their unit (X210), or on days of another of its unit and kind (X211)."""
        for number, row in enumerate(self.rows):
            if row.kind not in self.kinds:
                yield self.table.finding(RULES["X201"], number, "kind", allowed=[*self.kinds])
            if number in self.beyond:
                yield self._beyond(number)
        for rows in self.of_units.values():
            before, *later = rows
            for number in later:
                if self.rows[number].first <= self.rows[before].last:
                    yield self._shared(number, before)
                before = max(before, number, key=lambda each: self.rows[each].last)

    def _shared(self, number: int, before: int) -> Finding:
        place, days = self.table.place(before, "first"), self.rows[before]
        values = {"other": f"{place.path}:{place.line}", "first": days.first, "last_day": days.last}
        return self.table.finding(RULES["X211"], number, "first", **values)

    @cached_property
    def of_units(self) -> Mapping[tuple[int, str], Sequence[int]]:
        """Return the rows that may count of each unit and kind, by their days; a renamed unit goes on as itself."""
        found: dict[tuple[int, str], list[int]] = {}
        for number in sorted(range(len(self.rows)), key=lambda each: (self.rows[each].first, self.rows[each].last)):
            site, kind = self.places[number], self.rows[number].kind
            if site is not None and kind in self.kinds and number not in self.beyond:
                unit = self.dataset.atlas.goes_on_as(self.dataset.atlas.unit_of(site)[0])
                found.setdefault((unit, kind), []).append(number)
        return found

    def sharing(self, kind: str, period: Period) -> set[int]:
        """Return the rows of a kind in a period that share a day with another one of their unit in it."""
        found = set[int]()
        for of_unit in (rows for (_, of), rows in self.of_units.items() if of == kind):
            within = [number for number in of_unit if period.holds(self.rows[number].first, self.rows[number].last)]
            before = within[0] if within else 0  # that which ends last of those looked at
            for one, number in pairwise(within):
                before = max(before, one, key=lambda each: self.rows[each].last)
                if self.rows[number].first <= self.rows[before].last:
                    found.update((before, number))
        return found

    def meant(self, cells: Mapping[str, str], day: date) -> int | None:
        """Return the unit that a row names that could not be read."""
        return unit_meant(self.dataset, cells, "unit", "first", day)


def activities_of(dataset: Dataset) -> ActivitiesRegister:
    """The activities of a book, judged when they are first asked for and shared by all kinds."""
    return dataset.share("activities", lambda: ActivitiesRegister(dataset))


class Activities(Source):
    """A kind of activity, from their register: sums over the days of a period, and nothing on a day alone."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """The register alone: each row names the unit that did it."""
        return ("activities",)

    @property
    def _register(self) -> ActivitiesRegister:
        return activities_of(self.dataset)

    def begins(self) -> date | None:
        """Return the first day of the first row of the kind."""
        return min((row.first for row in self._register.rows if row.kind == self.kind), default=None)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        """Return what was done within the period, by the unit that did it, or who took part; None without one."""
        if period is None:
            return None
        amounts = OwnAmounts(regrouping)
        register, sharing = self._register, self._register.sharing(self.kind, period)
        for number, site in enumerate(register.places):
            reason, amount = self._of(number, part, period, sharing)
            if reason in ("counted", "missing"):
                amounts.put(site, amount)
            elif amount != NOTHING:
                amounts.tell(site, amount)
        for cells in register.table.broken:
            if self._may_count(cells, period) is None:
                amounts.leave_out(register.meant(cells, period.last))
        return amounts

    def _of(self, number: int, part: str | None, period: Period, sharing: Collection[int]) -> tuple[Reason, Amount]:
        """Return what a row does, and why, wherever it lies."""
        register, row = self._register, self._register.rows[number]
        if row.kind != self.kind and row.kind in register.kinds:
            return "other-kind", NOTHING
        if not period.holds(row.first, row.last):
            meets = row.kind == self.kind and row.first <= period.last and period.first <= row.last
            return ("straddling", _STRADDLES) if meets else ("other-days", NOTHING)
        if row.kind != self.kind or number in sharing or number in register.beyond:
            return "left-out", Amount(left_out=1)
        if part is None:
            return "counted", Amount(row.count, None)
        told = row.participants is not None
        return ("counted" if told else "missing"), Amount(row.participants or 0, None, int(told), 1)

    def _may_count(self, cells: Mapping[str, str], period: Period) -> Reason | None:
        """Return why a row that could not be read is in no figure of a period; None where it may be in one."""
        first, last = dated(cells, "first"), dated(cells, "last")
        if not may_be_of(cells, "kind", self.kind, self._register.kinds):
            return "other-kind"
        if first is not None and last is not None and last < first:
            return None  # of two days in the wrong order neither is believed
        outside = (first is not None and not period.holds(first, first)) or (
            last is not None and not period.holds(last, last)
        )
        return "other-days" if outside else None

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every row of the register, those that lie in the period in part or not at all with the reason why."""
        if period is None:
            return
        trail, register = Trail("activities", regrouping), self._register
        sharing = register.sharing(self.kind, period)
        for number, site in enumerate(register.places):
            reason, amount = self._of(number, part, period, sharing)
            if reason == "left-out":
                yield trail.leave_out(number, site)
            elif reason in ("other-kind", "other-days"):
                yield trail.skip(number, site, reason)
            elif reason == "straddling":
                yield trail.tell(number, site, amount, reason)
            else:
                yield trail.put(number, site, amount, reason)
        for number, cells in enumerate(register.table.broken):
            site, why_not = register.meant(cells, period.last), self._may_count(cells, period)
            if why_not:
                yield trail.skip(number, site, why_not, unread=True)
            else:
                yield trail.leave_out(number, site, unread=True)
