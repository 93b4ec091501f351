"""Several units in one table, and the levels of a tree: which line stands under which total, and its numbers.

Decisions where the contract is silent:

* A unit that is asked for and is of the level of the rows is a row under its own total.
* A unit that is asked for is no subtotal of another one; what lies in it stands under it alone.
* A unit of an upper level that is no row and lies in nobody asked for is not in the table.
* What is held above the rows is that of the lowest total that has it. Two units that are asked for are both answered as
  if alone: what the inner one holds is held above the rows of the outer one too, unless it would be its subtotal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.independent.sums import add_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tests.independent.counter import Answer, Counter, Pair
    from tests.independent.rows import Unit


class Table(NamedTuple):
    """Rows, what is held above them by the unit whose total has it, and totals, each with the unit that is above it."""

    rows: list[tuple[str, str, Answer]]
    held: dict[str, Pair]
    totals: list[tuple[str, str | None, Answer]]


def table(counter: Counter, measure: str, units: Sequence[str], levels: Sequence[str], day: date) -> Table:
    """A measure by the last of some levels in some units, with subtotals at the other levels."""
    asked = [counter.unit(code, day) for code in units]
    groups = [group for unit in asked for group in _groups(counter, unit, None, asked, levels, day)]
    rows = [(row.code, unit.code) for unit, _ in groups for row in _rows(counter, unit, asked, levels, day)]
    return Table(
        [(row, under, counter.figure(measure, row, day)) for row, under in rows],
        {unit.code: _held(counter, measure, unit, levels, day) for unit, _ in groups},
        [(unit.code, above.code if above else None, counter.figure(measure, unit.code, day)) for unit, above in groups],
    )


def _inside(counter: Counter, unit: Unit, stops: Sequence[str], asked: Sequence[Unit], day: date) -> Iterator[Unit]:
    """Go down from a unit as far as one of some levels, and into no other unit that is asked for."""
    for code in counter.children(unit.code, day):
        child = counter.unit(code, day)
        if child not in asked:
            yield child
            if child.level not in stops:
                yield from _inside(counter, child, stops, asked, day)


def _groups(
    counter: Counter, unit: Unit, above: Unit | None, asked: Sequence[Unit], levels: Sequence[str], day: date
) -> Iterator[tuple[Unit, Unit | None]]:
    yield unit, above
    below = [each for each in _inside(counter, unit, levels, asked, day) if each.level in levels[:-1]]
    for each in sorted(below, key=lambda each: each.code):
        yield from _groups(counter, each, unit, asked, levels, day)


def _rows(counter: Counter, unit: Unit, asked: Sequence[Unit], levels: Sequence[str], day: date) -> list[Unit]:
    own = [unit] if unit.level == levels[-1] else []
    below = [each for each in _inside(counter, unit, levels, asked, day) if each.level == levels[-1]]
    return [*own, *sorted(below, key=lambda each: each.code)]


def _held(counter: Counter, measure: str, unit: Unit, levels: Sequence[str], day: date) -> Pair:
    """What is in a unit, and in no row or subtotal that it would have if it were asked for alone."""
    if unit.level == levels[-1]:
        return (0, 0)

    def is_held(place: Unit) -> bool:
        way = counter.map(day).above(place)
        return unit in way and all(each.level not in levels for each in way[: way.index(unit)])

    if counter.is_told(measure):
        return counter.held_returns(measure, [got for place, got in counter.told(measure, day) if is_held(place)])

    def sums(of: str) -> tuple[int, int]:
        return add_up(pair for place, pair in counter.parts(of, day).items() if is_held(place))

    answer = counter.registered(measure, *sums(measure))
    family, *kind = measure.split(".")
    nobody = family == "standards" and len(kind) > 1 and sums(f"{family}.{kind[0]}")[0] == 0 and answer.den
    return (None, answer.den) if nobody else (answer.num, answer.den)  # nobody was assessed of those who are to be
