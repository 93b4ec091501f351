"""Summaries: the figures of the kinds of a family at a unit, or at the units of a level below it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Summary
from antq_cli.counting.figures import Printer, add_up
from antq_cli.counting.ground import Ground, once
from antq_cli.counting.measures import HOUSEHOLDS, Family

_DATED = ("pledges", "returns", "assessments")


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


def summarise(family: Family, asked: Question) -> Summary:
    """Count the kinds of a family (``pledges``, ``teams``): raises :class:`Refused` where a basis is out of reach.

    With ``by`` the rows are the units of the level and one row of what is held above them; without, the unit itself.
    """
    ground = family.ground
    chart = ground.chart(asked.day, asked.basis)
    kinds = family.kinds(asked.kinds)
    measured = family.measured(kinds, asked.period)
    spreads = [(kind, family.spread(kind, chart, asked.period)) for kind in measured]
    ground.book.refuse_if_unreadable()
    chart.refuse_if_unreachable()
    counted = [add_up(family, kind, spread, chart) for kind, spread in spreads]
    printer = Printer(ground, chart, asked.period)
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


def _before_everything(ground: Ground, day: date) -> bool:
    """Return whether a day lies before the first dated row of the registers of events that were read."""
    first = first_day(ground)
    return first is not None and day < first


def first_day(ground: Ground) -> date | None:
    """Return the day of the first dated row of the registers of events, as far as they were read."""
    dated = [ground.book.table(name).columns["date"] for name in _DATED if ground.book.was_read(name)]
    first = min((cell for column in dated for cell in column), default=None)
    return None if first is None else date.fromisoformat(first)


def with_households(ground: Ground, asked: Question, summary: Summary) -> Summary:
    """Return a summary of teams with the households of the same units, where the book knows how many there are."""
    family = Family(ground, HOUSEHOLDS)
    kind = next(iter(family.kinds(())))
    if kind.source != "returns" and not ground.book.table(HOUSEHOLDS).parts:
        return summary
    households = summarise(family, asked._replace(kinds=(), period=None))
    return summary._replace(households=households, findings=once([*summary.findings, *households.findings]))
