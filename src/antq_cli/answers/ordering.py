"""The units of one parent in an order, cut behind the first so many, and what the others come to."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from antq_cli.core.figures import Change, Figure, State
from antq_cli.core.ordering import Order
from antq_cli.core.ratio import Ratio
from antq_cli.words import alphabet

Row = TypeVar("Row")


def cut(
    rows: Sequence[Row], value: Callable[[Row], Any], order: Order, top: int | None = None
) -> tuple[list[Row], list[Row]]:
    """Return the first so many of the rows of one parent in an order, and the others.

    Those of which there is no value (None) stand last whichever way; equals stay as they were.
    """
    values = [(value(row), row) for row in rows]
    # Sorted in reverse, equals still stay as they were; turned round afterwards they would not.
    known = sorted((each for each in values if each[0] is not None), key=lambda each: each[0], reverse=order.descending)
    ordered = [row for _, row in known] + [row for told, row in values if told is None]
    return ordered[:top], [] if top is None else ordered[top:]


def summed(figures: Sequence[Figure]) -> Figure:
    """Return what the figures of a measure at some units come to, as a unit that holds them would be counted.

    All of them stand under one total; of several totals it bears the unit, so that no two sums have one key.
    """
    first, days = figures[0], [row.counted_on for row in figures if row.counted_on is not None]
    known = [row for row in figures if row.num is not None]
    reported, expected = (_sum(getattr(row, name) for row in figures) for name in ("reported", "expected"))
    if reported is None and any(row.state == "not-reported" for row in figures):
        known = [row for row in known if row.den]  # where there is nobody to be assessed that says nothing
    if expected and not reported:
        known = []  # nor does the 0 of where nobody was asked
    num = sum(row.num or 0 for row in known) if known else None
    # Who is to be assessed is known, also where nobody was; of who did not report it is not.
    dens = [row.den for row in (figures if reported is None else known)]
    den = None if not dens or None in dens or not first.measure.rated else sum(den or 0 for den in dens)
    state = _state(figures, num, den)
    ratio = Ratio(num or 0, None if num is None else den)
    codes = {code for row in figures for code in row.regrouped or ()}
    return first._replace(
        figure=None,
        unit=first.under or "",
        unit_name="",
        state=state,
        num=num,
        den=den,
        percent=ratio.percent(),
        remaining=ratio.remaining if state == "counted" and den is not None and first.measure.completes else None,
        reported=reported,
        expected=expected,
        counted_on=(min(day for day, _ in days), max(day for _, day in days)) if days else None,
        left_out=sum(row.left_out for row in figures),
        regrouped=tuple(sorted(codes)) if codes else None,
        old=_sum(row.old for row in figures),
        straddling=_sum(row.straddling for row in figures),
        units=len(figures),
    )


def _sum(numbers: Any) -> int | None:
    """Return the sum of those that are known; None where none is."""
    told = [number for number in numbers if number is not None]
    return sum(told) if told else None


def _state(figures: Sequence[Figure], num: int | None, den: int | None) -> State:
    states = {row.state for row in figures}
    if num is None:
        return states.pop() if len(states) == 1 else "not-reported"
    if "partial" in states or any(row.state == "not-reported" and row.expected for row in figures):
        return "partial"
    return "no-denominator" if figures[0].measure.rated and not den else "counted"


def rate(figure: Figure | None) -> Fraction | None:
    """Return the rate of a figure that is wholly known; what was reported in part can be compared with nothing."""
    if figure is None or figure.rest or figure.state != "counted" or figure.num is None or not figure.den:
        return None
    return Fraction(figure.num, figure.den)


# What a unit is ordered by, by its figure; None where it is not known.
OWN: Mapping[str, Callable[[Figure], Any]] = {
    "code": lambda figure: figure.unit,
    "name": lambda figure: alphabet.order(figure.unit_name),
    "rate": rate,
    "missing": lambda figure: figure.remaining,
}


def moved(was: Figure | None, figure: Figure, change: Change | None) -> Fraction | int | None:
    """Return by how much a figure changed: its rate, exactly, or of what has none its number."""
    if was is None or change is None:
        return None
    if not figure.measure.rated:
        return change.num
    if change.points is None or was.num is None or not was.den or figure.num is None or not figure.den:
        return None
    return Fraction(figure.num, figure.den) - Fraction(was.num, was.den)
