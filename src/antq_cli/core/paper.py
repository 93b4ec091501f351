"""What a report is made of: everything that was counted for it, at one unit, on one day, over one period."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from antq_cli.core.calendars import Period, parse_span
from antq_cli.core.claims import Claims
from antq_cli.core.days import YEAR, months_later
from antq_cli.core.figures import Change, Figure, HouseholdsEach, Kind, Summary
from antq_cli.core.issuers import Issuer
from antq_cli.core.manifest import Level
from antq_cli.core.measures import Measure
from antq_cli.core.registers import Directive, Partner
from antq_cli.core.reporting import ReturnsInTime
from antq_cli.core.standards import Standards, SubjectResults
from antq_cli.core.trends import KindGaps, Trend


class Where(NamedTuple):
    """The unit that a report is of: its code, its name, what kind it calls itself (None unknown), its level."""

    code: str
    name: str
    kind: str | None
    level: Level


class Merger(NamedTuple):
    """That units of a level became others on a day by an act (None unknown): so many before, so many after it."""

    day: date
    act: str | None
    level: Level
    before: int
    after: int


class Resolved(NamedTuple):
    """A number that a template asked for: its figure; what the one of ``now`` is compared with, and how it changed."""

    figure: Figure
    kind: Kind
    now: Figure | None = None
    before: Figure | None = None
    change: Change | None = None


class Paper(NamedTuple):
    """Everything that a report may say.

    ``summaries`` are those of pledges, teams, models and activities and, a kind of subject each, of the standard: by
    the units of the level ``by``, so their totals are the unit's own; without one their rows are. Each stands beside
    what it is compared with, where there is ``before``, but for the standard; those of pledges have the flows of the
    ``period``, activities are summed within it (without one, within the year up to the day). ``units`` and
    ``organisations`` are how many there are at the unit, ``households`` the figure of households, None where the book
    cannot count them. ``gaps`` are by units, for kinds that have a target. ``claims`` are those up to the day, of the
    top alone. ``trend`` is that of the pledges, None where nobody asked for it.

    ``returns`` are told by the level as well, a kind once for each of the periods of its rhythm that ended within the
    ``period``; None without one. ``standards`` tell of every window whose last day lies within the period, as it stood
    on that day; of a kind of subject that has none such, of the window of the day. ``begun`` are windows that run on
    the day behind one that ended. ``decisions`` are the numbers of decisions on units of the level, by code.

    ``unit_kinds`` are what the units of the level call themselves (xã, thị trấn), by code. ``resolved`` are the numbers
    that a template asks for, as it writes them. ``sources`` are where figures that were published come from, none of
    others. ``issuer`` is who issues the report, None where the book names nobody who fits. ``subject`` is what the
    report is on, within a sentence, where its outline has one of its own.
    """

    where: Where
    as_of: date
    basis: date
    period: Period | None
    before: Period | None
    by: Level | None
    summaries: Sequence[Summary]
    units: Sequence[Figure]
    organisations: Sequence[Figure]
    households: Figure | None
    gaps: Sequence[KindGaps]
    returns: ReturnsInTime | None
    standards: Standards
    claims: Claims
    directives: Sequence[Directive]
    partners: Sequence[Partner]
    merger: Merger | None
    trend: Trend | None
    levels: Sequence[Level]
    unit_kinds: Mapping[str, str | None]
    resolved: Mapping[str, Resolved]
    data: str
    sources: Sequence[str] = ()
    issuer: Issuer | None = None
    decisions: Mapping[str, str] = MappingProxyType({})
    subject: str | None = None
    begun: Sequence[SubjectResults] = ()

    @property
    def same_period_a_year_before(self) -> bool:
        """Whether what it is compared with is the same period of the year before: by its name, else by its days."""
        period, before = self.period, self.before
        if period is None or before is None:
            return False
        spans = [parse_span(each.name) if each.name else None for each in (period, before)]
        if spans[0] is not None and spans[1] is not None:
            same = spans[0]._replace(year=spans[0].year - 1) == spans[1] and period.calendar == before.calendar
            return same and period.cut == before.cut
        return Period(months_later(before.first, YEAR), months_later(before.last, YEAR))[:2] == period[:2]

    def of_family(self, family: str) -> list[Summary]:
        """Return the summaries of a family: one, of the standard one a kind of subject."""
        return [each for each in self.summaries if each.kinds and each.kinds[0].measure.family == family]

    def kinds(self, family: str) -> list[Kind]:
        """Return the kinds of a family that there are on the day, or of which something is there anyhow."""
        several = [kind for each in self.of_family(family) for kind in each.kinds]
        return [kind for kind in several if kind.exists(self.as_of) or getattr(self.at(kind.measure), "num", None)]

    def kind(self, measure: Measure) -> Kind | None:
        """Return the kind of a measure; None where the book does not declare it."""
        whole = measure.of(None)
        return next((kind for each in self.summaries for kind in each.kinds if kind.measure == whole), None)

    def at(self, measure: Measure) -> Figure | None:
        """Return the figure of a measure at the unit itself; None where it was not counted."""
        return _own(self.summaries, measure)

    def was(self, measure: Measure) -> Figure | None:
        """Return the figure of a measure at the unit in what is compared; None where there is none."""
        return _own([each.before for each in self.summaries if each.before is not None], measure)

    def each(self, measure: Measure) -> HouseholdsEach | None:
        """Return how many households there are to each team of a kind at the unit; None where that is not known."""
        figure = self.at(measure)
        found = (summary.each.get(figure.key) for summary in self.of_family("teams")) if figure is not None else ()
        return next((each for each in found if each is not None), None)

    def change(self, measure: Measure) -> Change | None:
        """Return how the figure of a measure changed at the unit; None where nothing is compared."""
        for each in self.summaries:
            figure = _own([each], measure)
            if figure is not None and each.before is not None:
                return each.changes.get(figure.key)
        return None

    def by_unit(self, measure: Measure) -> list[Figure]:
        """Return the figures of a measure at the units below, by code; none without a level."""
        return [row for row in self.rows(measure) if row.level is not None]

    def rows(self, measure: Measure) -> list[Figure]:
        """Return the figures of a measure at the units below, and what is held above them, if that tells anything."""
        if self.by is None:
            return []
        every = [row for each in self.summaries for row in each.rows if row.measure == measure]
        return [row for row in every if row.level is not None or row.tells]


def _own(summaries: Sequence[Summary], measure: Measure) -> Figure | None:
    several = ((each.totals if each.by is not None else each.rows) for each in summaries)
    return next((row for rows in several for row in rows if row.measure == measure), None)
