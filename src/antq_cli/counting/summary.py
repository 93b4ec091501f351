"""Summaries: the figures of the kinds of a family at a unit, or at the units of a level below it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Control, Figure, Kind, State, Summary
from antq_cli.core.measures import FLOWS, FigureId, parse_measure
from antq_cli.core.ratio import Ratio
from antq_cli.counting.amounts import NOTHING, Amount, Spread, total
from antq_cli.counting.ground import Ground, once
from antq_cli.counting.measures import Family
from antq_cli.counting.regrouping import Codes, control, regrouped, sums_of
from antq_cli.units.basis import Chart


class Question(NamedTuple):
    """What is asked: a day, or the days of a period up to it; at a unit of the basis, or by the units of a level in it.

    ``unit`` is a number of the atlas, open on the basis; None is the top. ``kinds`` are ids; none are all. ``rest``
    asks for the row of what is held above the level even where that is nothing.
    """

    day: date
    unit: int | None = None
    by: str | None = None
    kinds: Sequence[str] = ()
    basis: date | None = None
    period: Period | None = None
    rest: bool = False


class _Counted(NamedTuple):
    """A measure on a day or over days: the own part of each unit, the sums up the map, and what has no place on it."""

    kind: Kind
    grain: str | None
    spread: Spread
    sums: Mapping[int, Amount]
    regrouped: Mapping[int, Codes]
    control: Control | None


def summarise(family: Family, asked: Question) -> Summary:
    """Count the kinds of a family (``pledges``, ``teams``): raises :class:`Refused` where a basis is out of reach.

    With ``by`` the rows are the units of the level and one row of what is held above them; without, the unit itself.
    """
    ground = family.ground
    chart = ground.chart(asked.day, asked.basis)
    kinds = family.kinds(asked.kinds)
    spreads = list(_spreads(family, kinds, chart, asked.period))
    ground.book.refuse_if_unreadable()
    chart.refuse_if_unreachable()
    counted = [_count(family, kind, spread, chart) for kind, spread in spreads]
    printer = _Printer(ground, chart, asked.period)
    unit = chart.basis.top if asked.unit is None else asked.unit
    assert unit is not None
    totals = [printer.figure(one, unit) for one in counted]
    rows = totals if asked.by is None else list(printer.rows(counted, unit, asked.by, rest=asked.rest))
    found = [*ground.atlas.findings, *(finding for one in counted for finding in one.spread.findings)]
    return Summary(
        kinds=kinds,
        as_of=asked.day,
        unit=ground.atlas.units[unit].code,
        unit_name=ground.atlas.units[unit].name,
        by=asked.by,
        rows=rows,
        totals=() if asked.by is None else totals,
        findings=once([*ground.book.findings, *found, *ground.findings, *family.reference_findings()]),
        basis=chart.basis.day,
        before_everything=_before_everything(ground, asked.day),
        period=asked.period,
        control=[one.control for one in counted if one.control is not None],
    )


def _spreads(
    family: Family, kinds: Sequence[Kind], chart: Chart, period: Period | None
) -> Iterator[tuple[Kind, Spread | None]]:
    """Yield each kind's stock on the day, and with a period its flows within it; None where there can be no flow."""
    for kind in kinds:
        yield kind, family.spread(kind, chart)
        if period is not None and family.family == "pledges":
            for part in FLOWS:
                flow = kind._replace(measure=f"{kind.measure}.{part}")
                yield flow, family.flow(kind, part, period, chart)


def _count(family: Family, kind: Kind, spread: Spread | None, chart: Chart) -> _Counted:
    if spread is None:
        return _Counted(kind, family.grain(kind), Spread(chart), {}, {}, None)
    sums = sums_of(spread, chart)
    if not chart.regroups:
        return _Counted(kind, family.grain(kind), spread, sums, {}, None)
    proof = control(kind.measure, spread, chart, sums)
    return _Counted(kind, family.grain(kind), spread, sums, regrouped(spread, chart), proof)


def _before_everything(ground: Ground, day: date) -> bool:
    """Return whether a day lies before the first dated row of the journal and the returns that were read."""
    first = first_day(ground)
    return first is not None and day < first


def first_day(ground: Ground) -> date | None:
    """Return the day of the first dated row of the journal and the returns, as far as they were read."""
    dated = [ground.book.table(name).columns["date"] for name in ("pledges", "returns") if ground.book.was_read(name)]
    first = min((cell for column in dated for cell in column), default=None)
    return None if first is None else date.fromisoformat(first)


class _Printer:
    """Turns amounts into figures on the map of a basis."""

    def __init__(self, ground: Ground, chart: Chart, period: Period | None) -> None:
        self.manifest = ground.manifest
        self.atlas = ground.atlas
        self.chart = chart
        self.map = chart.basis
        self.period = period

    def rows(self, counted: Sequence[_Counted], unit: int, by: str, *, rest: bool) -> Iterator[Figure]:
        """Yield the figures of the units of a level, and of what is held above it where there is any."""
        for number in self.map.level(by, unit):
            yield from (self.figure(one, number) for one in counted)
        held = [self._held_above(one, unit, by) for one in counted]
        if rest or any(amount != NOTHING for amount in held):
            pairs = zip(counted, held, strict=True)
            yield from (self._row(one, unit, amount, held_above=True) for one, amount in pairs)

    def figure(self, one: _Counted, unit: int) -> Figure:
        """Return the figure of a unit; the top has lost what has no place on the map."""
        amount = one.sums.get(unit, NOTHING)
        return self._row(one, unit, amount + one.spread.lost if unit == self.map.top else amount)

    def _held_above(self, one: _Counted, unit: int, by: str) -> Amount:
        """Return what is in a unit and in no unit of a level; what was lost is the top's, which may be of the level."""
        own = one.spread.own.items()
        held = (amount for spot, amount in own if self.map.above_level(spot.shown, by, below=unit))
        lost = unit == self.map.top and self.atlas.units[unit].level != by
        return total([*held, one.spread.lost if lost else NOTHING])

    def _row(self, one: _Counted, unit: int, amount: Amount, *, held_above: bool = False) -> Figure:
        measure = parse_measure(one.kind.measure)
        assert measure is not None
        where = self.atlas.units[unit]
        state = self._state(one, None if held_above else unit, amount)
        num = None if state in ("below-grain", "not-reported") else amount.num
        den = amount.den if num is not None and measure.rated else None
        ratio = Ratio(num or 0, den)
        returns = one.grain is not None and measure.part is None and state != "below-grain"
        whole = state == "counted" and den is not None and measure.part is None
        first = self.period.first if self.period and measure.part else None
        return Figure(
            figure=None if held_above else str(FigureId(measure, where.code, self.chart.day, first, self.map.day)),
            measure=one.kind.measure,
            unit=where.code,
            unit_name=where.name,
            level=None if held_above else where.level,
            state=state,
            num=num,
            den=den,
            percent=ratio.percent(),
            remaining=ratio.remaining if whole else None,
            reported=amount.reported if returns else None,
            expected=amount.expected if returns else None,
            counted_on=(amount.oldest, amount.newest) if returns and amount.oldest and amount.newest else None,
            left_out=amount.left_out,
            regrouped=None if held_above else one.regrouped.get(unit),
        )

    def _state(self, one: _Counted, unit: int | None, amount: Amount) -> State:
        if one.grain is not None:
            depth = None if unit is None else self.atlas.depth(unit)
            below = depth is not None and depth > self.manifest.depth(one.grain)
            if below and not amount.expected:  # on a basis the level of what was reported may be a lower one
                return "below-grain"
            if amount.reported == 0:
                return "not-reported"
            if amount.reported < amount.expected:
                return "partial"
        measure = parse_measure(one.kind.measure)
        if measure is not None and measure.rated and not amount.den:
            return "no-denominator"
        return "counted"
