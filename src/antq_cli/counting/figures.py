"""From amounts to figures: states, percentages, what is missing, and who reported."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Control, Figure, Kind, State
from antq_cli.core.measures import OPTIONAL, FigureId, Measure
from antq_cli.core.ratio import Ratio
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts, Sums, total
from antq_cli.counting.bodies import Body, Told
from antq_cli.counting.control import Codes, control, regrouped, sums_of
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.units.forest import Forest, Group
from antq_cli.units.regrouping import Regrouping


class Counted(NamedTuple):
    """A measure on a day or over days: the own part of each unit, the sums up the map, and what has no place on it."""

    kind: Kind
    grain: str | None
    amounts: OwnAmounts
    sums: Sums
    regrouped: Mapping[int, Codes]
    control: Control | None


class _Where(NamedTuple):
    """What a figure is of: a unit by its number, or an organisation of a kind; neither is a rest of a unit."""

    code: str
    name: str
    level: str | None = None
    unit: int | None = None
    organisation: str | None = None

    @property
    def itself(self) -> bool:
        """Return whether it is the unit or the organisation, and not a rest."""
        return self.unit is not None or self.organisation is not None

    @property
    def above(self) -> "_Where":
        """Return what is in the unit, and in none of those that are told beside."""
        return _Where(self.code, self.name)


def add_up(family: Family, kind: Kind, amounts: OwnAmounts | None, regrouping: Regrouping) -> Counted:
    """Return the sums of own amounts up the map of its basis, with the proof that nothing is lost by it."""
    if amounts is None:
        return Counted(kind, family.grain(kind), OwnAmounts(regrouping), Sums([], regrouping.basis), {}, None)
    sums = sums_of(amounts, regrouping)
    if not regrouping.regroups:
        return Counted(kind, family.grain(kind), amounts, sums, {}, None)
    proof = control(str(kind.measure), amounts, regrouping, sums)
    return Counted(kind, family.grain(kind), amounts, sums, regrouped(amounts, regrouping), proof)


class FigureMaker:
    """Turns amounts into figures on the map of a basis."""

    def __init__(self, dataset: Dataset, regrouping: Regrouping, period: Period | None) -> None:
        self.manifest = dataset.manifest
        self.atlas = dataset.atlas
        self.regrouping = regrouping
        self.map = regrouping.basis
        self.period = period

    def rows(self, counted: Sequence[Counted], forest: Forest, by: str, *, rest: bool) -> Iterator[Figure]:
        """Yield the figures of the units of a level, and of what is held above it where there is any.

        Those that stand under a total follow each other, what is held above the level behind them.
        """
        held = [self._held_above(one, forest, by) for one in counted]
        for group in _from_below(list(forest.groups())):
            under = group.unit if forest.grouped else None
            for number in group.rows:
                yield from (self.figure(one, number, under) for one in counted)
            of_group = [each.get(group.unit, NOTHING) for each in held]
            if rest or any(amount != NOTHING for amount in of_group):
                pairs = zip(counted, of_group, strict=True)
                above = self._unit(group.unit)
                levels = self.manifest.levels_held(str(above.level), by)
                several = (self._row(one, above.above, amount, under) for one, amount in pairs)
                yield from (row._replace(held=levels) for row in several)

    def figure(self, one: Counted, unit: int, under: int | None = None) -> Figure:
        """Return the figure of a unit, which stands under the total of another; the top has lost what has no place."""
        amount = one.sums.of(unit)
        return self._row(one, self._unit(unit), amount + one.amounts.lost if unit == self.map.top else amount, under)

    def of_bodies(
        self, told: Sequence[tuple[Counted, Told]], bodies: Sequence[Body], unit: int, *, rest: bool
    ) -> Iterator[Figure]:
        """Yield the figures of organisations, and of what is in the unit beside them where there is any."""
        for body in bodies:
            where = _Where(body.code, body.name, organisation=body.kind)
            yield from (self._row(one, where, amounts.of[body.code]) for one, amounts in told)
        if rest or any(amounts.rest != NOTHING for _, amounts in told):
            where = self._unit(unit).above
            yield from (self._row(one, where, amounts.rest)._replace(others=True) for one, amounts in told)

    def _unit(self, number: int) -> _Where:
        unit = self.atlas.units[number]
        return _Where(unit.code, unit.name, unit.level, number)

    def _held_above(self, one: Counted, forest: Forest, by: str) -> dict[int, Amount]:
        """Return what is in each unit that has a total and in none of a level below, nor in one with a total there.

        What was lost is the top's, which may be of the level.
        """
        held: dict[int, list[Amount]] = defaultdict(list)
        for number, amount in one.amounts.shown():
            for unit in forest.holding(number):
                held[unit].append(amount)
        top = self.map.top
        if top is not None and self.atlas.units[top].level != by:
            held[top].append(one.amounts.lost)
        return {unit: total(amounts) for unit, amounts in held.items()}

    def _row(self, one: Counted, where: _Where, amount: Amount, under: int | None = None) -> Figure:
        measure = _measure(one)
        state = self._state(one, where.unit, amount)
        num = None if state in ("below-grain", "not-reported") else amount.num
        known = num is not None or one.grain is None  # who is to be assessed is known, also where nobody was
        den = amount.den if known and measure.rated else None
        ratio = Ratio(num or 0, None if num is None else den)
        returns = _is_reported(one) and (not measure.flow or measure.flowing) and state != "below-grain"
        whole = state == "counted" and den is not None and measure.completes
        first = self.period.first if self.period and measure.flow else None
        return Figure(
            figure=str(FigureId(measure, where.code, self.regrouping.day, first, self.map.day))
            if where.itself
            else None,
            measure=one.kind.measure,
            unit=where.code,
            unit_name=where.name,
            level=where.level,
            state=state,
            num=num,
            den=den,
            percent=ratio.percent(),
            remaining=ratio.remaining if whole else None,
            reported=amount.reported if returns else None,
            expected=amount.expected if returns else None,
            counted_on=(amount.oldest, amount.newest) if returns and amount.oldest and amount.newest else None,
            left_out=amount.left_out,
            regrouped=None if where.unit is None else one.regrouped.get(where.unit),
            old=amount.old if returns and one.grain is not None else None,
            under=None if under is None else self.atlas.units[under].code,
            organisation=where.organisation,
            straddling=amount.straddling if measure.flowing else None,
        )

    def _state(self, one: Counted, unit: int | None, amount: Amount) -> State:
        if _is_reported(one):
            if self._below(one.grain, unit) and not amount.expected:  # a basis may put reports on a lower level
                return "below-grain"
            if amount.reported == 0 and (one.grain is not None or amount.expected):
                return "not-reported"
            if amount.reported < amount.expected:
                return "partial"
        if amount.expected and not amount.reported:  # results of the standard where nobody was assessed
            return "not-reported"
        return "no-denominator" if _measure(one).rated and not amount.den else "counted"

    def _below(self, grain: str | None, unit: int | None) -> bool:
        """Return whether a unit is of a lower level than those that report."""
        depth = None if unit is None else self.atlas.depth(unit)
        if grain is None or depth is None or not self.manifest.is_level(grain):
            return False
        return depth > self.manifest.depth(grain)


def _from_below(groups: Sequence[Group]) -> Iterator[Group]:
    """Yield groups, which are from the top down, in the order of their rows: subtotals before what is in none."""
    open_: list[Group] = []
    for group in groups:
        while open_ and open_[-1].unit != group.above:
            yield open_.pop()
        open_.append(group)
    yield from reversed(open_)


def _measure(one: Counted) -> Measure:
    return one.kind.measure


def _is_reported(one: Counted) -> bool:
    """Return whether it matters who reported: of returns, and of what a row of a register may leave blank."""
    return one.grain is not None or _measure(one).part in OPTIONAL


def is_whole(figure: Figure) -> bool:
    """Return whether a figure tells all: it was reported in full, and no row of it had to be left out."""
    return figure.num is not None and figure.state in ("counted", "no-denominator") and not figure.left_out
