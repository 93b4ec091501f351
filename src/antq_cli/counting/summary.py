"""Summaries: the figures of the kinds of a family at a unit, or at the units of a level below it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.figures import Figure, Kind, State, Summary
from antq_cli.core.measures import FigureId, parse_measure
from antq_cli.core.ratio import Ratio
from antq_cli.counting.amounts import NOTHING, Amount, Spread, roll_up, total
from antq_cli.counting.ground import Ground, once
from antq_cli.counting.measures import Counter
from antq_cli.units.daymap import DayMap


class _Counted(NamedTuple):
    """A kind on a day: the own part of each unit, the sums up the map, and what has no place on it."""

    kind: Kind
    grain: str | None
    spread: Spread
    sums: dict[int, Amount]


def summarise(
    ground: Ground, family: str, day: date, *, unit: int, by: str | None = None, kinds: Sequence[str] = ()
) -> Summary:
    """Count the kinds of a family (``pledges``, ``teams``) at a unit on a day, or at the units of level ``by`` in it.

    ``unit`` is a number of the atlas, open on the day. With ``by`` the rows are the units of the level and one row of
    what is held above them; without, the unit itself.
    """
    counter = Counter(ground, family)
    map_ = ground.map(day)
    counted = [_count(counter, kind, map_) for kind in counter.kinds(kinds)]
    printer = _Printer(ground, map_)
    totals = [printer.figure(one, unit) for one in counted]
    rows = totals if by is None else list(printer.rows(counted, unit, by))
    ground.book.refuse_if_unreadable()
    found = [*ground.atlas.findings, *(finding for one in counted for finding in one.spread.findings)]
    return Summary(
        kinds=[one.kind for one in counted],
        as_of=day,
        unit=ground.atlas.units[unit].code,
        unit_name=ground.atlas.units[unit].name,
        by=by,
        rows=rows,
        totals=() if by is None else totals,
        findings=once([*ground.book.findings, *found, *ground.findings, *counter.reference_findings()]),
        before_everything=_before_everything(ground, day),
    )


def _count(counter: Counter, kind: Kind, map_: DayMap) -> _Counted:
    spread = counter.spread(kind, map_.day)
    return _Counted(kind, counter.grain(kind), spread, roll_up(spread.own, map_))


def _before_everything(ground: Ground, day: date) -> bool:
    """Return whether a day lies before the first dated row of the journal and the returns that were read."""
    dated = [ground.book.table(name).columns["date"] for name in ("pledges", "returns") if ground.book.was_read(name)]
    first = min((cell for column in dated for cell in column), default=None)
    return first is not None and day.isoformat() < first


class _Printer:
    """Turns amounts into figures on the map of a day."""

    def __init__(self, ground: Ground, map_: DayMap) -> None:
        self.manifest = ground.manifest
        self.atlas = ground.atlas
        self.map = map_

    def rows(self, counted: Sequence[_Counted], unit: int, by: str) -> Iterator[Figure]:
        """Yield the figures of the units of a level, and of what is held above it where there is any."""
        for number in self.map.level(by, unit):
            yield from (self.figure(one, number) for one in counted)
        rests = [self._held_above(one, unit, by) for one in counted]
        if any(rest != NOTHING for rest in rests):
            yield from (self._row(one, unit, rest, held_above=True) for one, rest in zip(counted, rests, strict=True))

    def figure(self, one: _Counted, unit: int) -> Figure:
        """Return the figure of a unit; the top has lost what has no place on the map."""
        amount = one.sums.get(unit, NOTHING)
        return self._row(one, unit, amount + one.spread.lost if unit == self.map.top else amount)

    def _held_above(self, one: _Counted, unit: int, by: str) -> Amount:
        """Return what is in a unit and in no unit of a level; what was lost is the top's, which may be of the level."""
        own = one.spread.own.items()
        held = (amount for number, amount in own if self.map.above_level(number, by, below=unit))
        lost = unit == self.map.top and self.atlas.units[unit].level != by
        return total([*held, one.spread.lost if lost else NOTHING])

    def _row(self, one: _Counted, unit: int, amount: Amount, *, held_above: bool = False) -> Figure:
        measure = parse_measure(one.kind.measure)
        assert measure is not None
        where = self.atlas.units[unit]
        state = self._state(one, None if held_above else unit, amount)
        num = None if state in ("below-grain", "not-reported") else amount.num
        den = amount.den if num is not None and measure.family == "pledges" else None
        ratio = Ratio(num or 0, den)
        returns = one.grain is not None and state != "below-grain"
        whole = state == "counted" and den is not None
        return Figure(
            figure=None if held_above else str(FigureId(measure, where.code, self.map.day)),
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
            counted_on=(amount.oldest, amount.newest) if amount.oldest and amount.newest else None,
            left_out=amount.left_out,
        )

    def _state(self, one: _Counted, unit: int | None, amount: Amount) -> State:
        if one.grain is not None:
            depth = None if unit is None else self.atlas.depth(unit)
            if depth is not None and depth > self.manifest.depth(one.grain):
                return "below-grain"
            if amount.reported == 0:
                return "not-reported"
            if amount.reported < amount.expected:
                return "partial"
        if one.kind.measure.startswith("pledges.") and not amount.den:
            return "no-denominator"
        return "counted"
