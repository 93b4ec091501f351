"""The numbers that a template asks for: which figure each of them is, and how it changed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from antq_cli.answers.paper import Wanted
from antq_cli.core.calendars import Period, parse_span
from antq_cli.core.days import FIRST, LAST, earlier, parse_day
from antq_cli.core.figures import change
from antq_cli.core.findings import Finding, Refused, Rule
from antq_cli.core.measures import Measure
from antq_cli.core.outline import OWN_DAYS, Reference
from antq_cli.core.paper import Resolved
from antq_cli.counting.asking import Figures, When
from antq_cli.units.daymap import DayMap
from antq_cli.units.names import Ladder

RULES = {
    rule.code: rule
    for rule in (
        Rule("U077", "number-of-no-kind"),
        Rule("U078", "number-of-no-unit"),
        Rule("U079", "number-of-no-day"),
    )
}


class _Days(NamedTuple):
    """The day of a stock, and the period of a flow."""

    day: date
    period: Period | None

    def when(self, measure: Measure, basis: date) -> When | None:
        """Return the days on which a measure is counted; None for a flow of no period."""
        if not measure.flow:
            return When(self.day, None, basis)
        return None if self.period is None else When(self.period.last, self.period.first, basis)


def resolve(figures: Figures, wanted: Wanted, references: Iterable[Reference]) -> dict[str, Resolved]:
    """Return the numbers that are asked for, by how they are written; raises :class:`Refused` with all that are none.

    A figure is that of the unit and the day of the report where no other is written; its change is that since the day
    that is written, else since what the report is compared with.
    """
    resolver = _Resolver(figures, wanted)
    found = {each.written: resolver.resolve(each) for each in references}
    if resolver.findings:
        raise Refused(*resolver.findings)
    return {written: each for written, each in found.items() if each is not None}


class _Resolver:
    def __init__(self, figures: Figures, wanted: Wanted) -> None:
        self.findings: list[Finding] = []
        self._figures = figures
        self._wanted = wanted
        asked = wanted.asked
        self._basis = asked.basis or asked.day
        self._map: DayMap = figures.dataset.map(self._basis)
        self._own = _Days(asked.day, asked.period)
        self._since = None if wanted.before is None else _Days(wanted.before.last, wanted.before)

    def resolve(self, asked: Reference) -> Resolved | None:
        """Return a number; None where it is none, which is told."""
        kind, unit = self._figures.kind(asked.measure), self._unit(asked)
        if kind is None or not self._figures.family(asked.measure.family).can_count(kind):
            allowed = self._figures.dataset.manifest.measures()
            self._wrong("U077", asked, str(asked.measure), allowed=allowed)
            return None
        days = self._own if asked.when is None else self._days(asked, asked.when)
        when = None if days is None else days.when(asked.measure, self._basis)
        now = self._own.when(asked.measure, self._basis)
        if when is None or unit is None:
            if when is None and days is not None:
                self._wrong("U079", asked, str(asked.measure))
            return None
        figure = self._figures.at(asked.measure, unit, when)
        since = self._since if asked.when is None else days
        then = None if since is None else since.when(asked.measure, self._basis)
        if then is None or now is None:
            return Resolved(figure, kind)
        before, after = (self._figures.at(asked.measure, unit, each) for each in (then, now))
        return Resolved(figure, kind, after, before, change(before, after))

    def _unit(self, asked: Reference) -> int | None:
        if asked.unit is None:
            return self._wanted.asked.asked(self._map)[0]
        number = self._map.unit(asked.unit)
        if number is not None:
            return number
        told = Ladder({each: self._map.atlas.units[each] for each in self._map.paths}).match(asked.unit)
        if len(told.found) == 1:
            return told.found[0]
        units = (self._map.atlas.units[each] for each in (*told.found, *told.suggested))
        meant = [f"{unit.name} ({unit.code})" for unit in units][:6]
        self._wrong("U078", asked, asked.unit, day=self._map.day, meant=meant)
        return None

    def _days(self, asked: Reference, written: str) -> _Days | None:
        """Return the days that are written: one of the report's own, a day, a period; None where they are none."""
        period = self._own.period
        known = {
            "period": None if period is None else self._own,
            "vs": self._since,
            "start": None if period is None else _Days(earlier(period.first), None),
            "basis": _Days(self._basis, None),
        }
        found = known[written] if written in OWN_DAYS else self._written(written)
        if found is None or not (FIRST <= found.day <= LAST):
            self._wrong("U079", asked, written)
            return None
        return found

    def _written(self, written: str) -> _Days | None:
        first, dots, last = written.partition("..")
        try:
            days = [parse_day(first), parse_day(last) if dots else parse_day(first)]
        except ValueError:
            return None
        if days[0] is not None and days[1] is not None:
            return _Days(days[1], Period(days[0], days[1])) if days[0] <= days[1] else None
        span = parse_span(written)
        period = None if span is None else self._wanted.calendar.period(span)
        return None if period is None else _Days(period.last, period)

    def _wrong(self, code: str, asked: Reference, value: str, **values: object) -> None:
        said = {"value": value, "allowed": [], **values}
        self.findings.append(Finding(RULES[code], asked.place, said, cell=value))
