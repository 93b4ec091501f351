"""Asking for any figure of a book by its measure, unit and days; what several figures need is counted once."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import WORDS, Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.counting.amounts import OwnAmounts
from antq_cli.counting.bodies import bodies, listed, tell
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.figures import Counted, FigureMaker, add_up


class When(NamedTuple):
    """The day of a stock, or the days of a flow, and the day of the map."""

    last: date
    first: date | None = None
    basis: date | None = None

    @property
    def period(self) -> Period | None:
        """The days of a flow, both counted; None for a stock."""
        return None if self.first is None else Period(self.first, self.last)


class Figures:
    """Any figure of a book."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._families: dict[str, Family] = {}
        self._own_amounts: dict[tuple[Measure, When], OwnAmounts | None] = {}
        self._counted: dict[tuple[Measure, When], Counted] = {}

    def family(self, name: str) -> Family:
        """A family by its name (``pledges``, ``units``), made once: its sources serve all figures."""
        if name not in self._families:
            self._families[name] = Family(self.dataset, name)
        return self._families[name]

    def kind(self, measure: Measure) -> Kind | None:
        """Return the kind of a measure, as of that measure; None where the manifest does not declare it."""
        found = self.family(measure.family).kinds((measure.kind or "",))
        return found[0]._replace(measure=measure) if found else None

    def when(self, family: str, day: date, basis: date | None = None) -> When:
        """Return the day alone, or of a family that is flows alone the days of its year up to it."""
        period = self.dataset.manifest.within(family, day)
        return When(day, period and period.first, basis)

    def at(self, measure: Measure, unit: int, when: When) -> Figure:
        """Return a figure at a unit of the basis; raises :class:`Refused` where a register or the basis is refused.

        The measure has to be one that the manifest declares.
        """
        counted = self._added_up(measure, when, [unit])
        regrouping = self.dataset.regrouping(when.last, when.basis)
        return FigureMaker(self.dataset, regrouping, when.period).figure(counted, unit)

    def of_body(self, measure: Measure, code: str, when: When) -> Figure | None:
        """Return a figure of an organisation for itself; None where it is not there, or has no such figure.

        Raises :class:`Refused` as ``at`` does.
        """
        kind, regrouping = self.kind(measure), self.dataset.regrouping(when.last, when.basis)
        unit = regrouping.basis.top
        if kind is None or unit is None:
            return None
        of = [body for body in ORGANISATION_KINDS if listed(self.dataset.manifest, [kind], body)]
        found = (body for each in of for body in bodies(regrouping, self.dataset, each, unit))
        among = [body for body in found if body.code == code]
        if not among:
            return None
        counted = self._added_up(measure, when, [unit])
        told = tell(self.family(measure.family), kind, (regrouping, unit), among, when.period)
        maker = FigureMaker(self.dataset, regrouping, when.period)
        return next(maker.of_bodies([(counted, told)], among, unit, rest=False))

    def every_figure(self, day: date, basis: date | None = None) -> Iterator[Figure]:
        """Yield all figures of a day: of every kind and part that the book can count, at every unit, by code.

        Raises :class:`Refused` as ``at`` does. Before the top opened there are none.
        """
        regrouping, units = self.dataset.regrouping(day, basis), self.dataset.atlas.units
        if None in (regrouping.map.top, regrouping.basis.top):
            return
        numbers = regrouping.basis.paths
        for family in map(self.family, WORDS):
            kinds = [kind for kind in family.kinds() if family.can_count(kind)]
            when = self.when(family.family, day, basis)
            maker = FigureMaker(self.dataset, regrouping, when.period)
            for kind in family.measured(kinds, when.period):
                counted = self._added_up(kind.measure, when, numbers)
                yield from (maker.figure(counted, unit) for unit in sorted(numbers, key=lambda unit: units[unit].code))

    def amounts(self, measure: Measure, when: When) -> OwnAmounts | None:
        """Return the own part of each unit, None where there can be none; raises :class:`Refused` as ``at`` does."""
        key = measure, when
        if key not in self._own_amounts:
            family, kind = self.family(measure.family), self.kind(measure)
            assert kind is not None
            needed = family.needs(kind)
            for name in needed:
                self.dataset.book.table(name, needed=True)
            self.dataset.book.refuse_if_unreadable("units", *needed)
            self._own_amounts[key] = family.amounts(kind, self.dataset.regrouping(when.last, when.basis), when.period)
        return self._own_amounts[key]

    def _added_up(self, measure: Measure, when: When, units: Iterable[int]) -> Counted:
        key, amounts = (measure, when), self.amounts(measure, when)
        regrouping = self.dataset.regrouping(when.last, when.basis) if amounts is None else amounts.regrouping
        # Asked each time: what was counted is the same for all units, what is in the way of it is not.
        regrouping.refuse_if_unreachable({} if amounts is None else amounts.unsure, units)
        if key not in self._counted:
            family, kind = self.family(measure.family), self.kind(measure)
            assert kind is not None
            self._counted[key] = add_up(family, kind, amounts, regrouping)
        return self._counted[key]
