"""What a report is made of: every family of measures by units, beside another period; returns, claims, mergers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.answers.gaps import gaps, next_level
from antq_cli.answers.overview import claims_until, directives_until, partners_on
from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting_within
from antq_cli.answers.standing import concluded
from antq_cli.answers.summary import of_family, summarise, with_households
from antq_cli.answers.trend import trend
from antq_cli.core.calendars import Calendar, Every, Period
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.manifest import Level
from antq_cli.core.measures import Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.paper import Merger, Paper, Resolved, Where
from antq_cli.core.registers import Return
from antq_cli.core.standards import SubjectResults
from antq_cli.core.trends import KindGaps, Trend
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.standards import assessments_of, window_named
from antq_cli.units.daymap import DayMap


class Wanted(NamedTuple):
    """What a report is to be made of: the query, what it is compared with, and over which calendar a trend runs."""

    asked: Query
    before: Period | None
    calendar: Calendar
    every: Every | None = None


def level_of_report(figures: Figures, asked: Query) -> str | None:
    """Return the level below a unit by which a report is told: the highest that has units there; None if none has."""
    map_, manifest = figures.dataset.map(asked.basis or asked.day), figures.dataset.manifest
    return next_level(map_, [level.id for level in manifest.levels], asked.unit or map_.top)


def paper(figures: Figures, wanted: Wanted, resolved: Mapping[str, Resolved]) -> Paper:
    """Return all that a report may say; raises :class:`Refused`."""
    asked, dataset = wanted.asked, figures.dataset
    basis = asked.basis or asked.day
    map_ = dataset.map(basis)
    number = asked.asked(map_)[0]
    unit, manifest = dataset.atlas.units[number], dataset.manifest
    standards, begun = concluded(figures, asked._replace(rest=asked.by is not None))
    counted = _counted(figures, wanted)
    held = claims_until(figures, asked)
    found = Paper(
        where=Where(unit.code, unit.name, unit.kind, manifest.level(unit.level)),
        issuer=manifest.report.issuer(unit.code, asked.day),
        as_of=asked.day,
        basis=basis,
        period=asked.period,
        before=wanted.before,
        by=None if asked.by is None else manifest.level(asked.by),
        summaries=[*counted, *(subject.summary for subject in standards.subjects)],
        units=list(_below(figures, asked, number)),
        organisations=list(_organisations(figures, asked, number)),
        households=_households(figures, asked, number),
        gaps=_gaps(counted),
        returns=reporting_within(figures, asked),
        standards=standards,
        begun=begun,
        claims=held,
        sources=_sources(figures, asked, number),
        directives=directives_until(dataset.book, asked.day),
        partners=partners_on(dataset.book, asked.day),
        merger=_merger(figures, wanted),
        trend=None if wanted.every is None else _trend(figures, wanted, wanted.every),
        levels=manifest.levels,
        unit_kinds={} if asked.by is None else _kinds_of_units(map_, asked.by),
        resolved=resolved,
        data=manifest.campaign.data,
        decisions=_decisions(figures, asked, standards.subjects),
    )
    dataset.book.refuse_if_unreadable()
    return found


def _counted(figures: Figures, wanted: Wanted) -> list[Summary]:
    """Return the summaries of all families beside what they are compared with, but for those of the standard."""
    asked = wanted.asked._replace(rest=wanted.asked.by is not None)
    now = _on(figures, asked)
    if wanted.before is None:
        return now
    # Both days on one map, or what changed could be the border of a unit and not the number.
    basis = asked.basis or asked.day
    then = _on(figures, asked._replace(day=wanted.before.last, basis=basis, period=_flows(wanted)))
    return [summary.since(was) for summary, was in zip(now, then, strict=True)]


def _flows(wanted: Wanted) -> Period | None:
    """Return the period whose flows are compared; a stock is compared with a stock alone."""
    return None if wanted.asked.period is None else wanted.before


def _on(figures: Figures, asked: Query) -> list[Summary]:
    dataset = figures.dataset
    summaries: list[Summary] = []
    for name in ("pledges", "teams", "models", "activities"):
        counted = summarise(figures.family(name), of_family(name, dataset, asked, asked.period))
        summaries.append(with_households(dataset, asked, counted) if name == "teams" and counted.kinds else counted)
    return summaries


def _gaps(summaries: Sequence[Summary]) -> list[KindGaps]:
    """Return the gaps of the kinds that the manifest sets a target, by units."""
    pledges = next(each for each in summaries if not each.kinds or each.kinds[0].measure.family == "pledges")
    if pledges.by is None:
        return []
    return [found for found in gaps(pledges).kinds if found.kind.target is not None]


def _below(figures: Figures, asked: Query, unit: int) -> Iterator[Figure]:
    """Yield how many units of each level lie below a unit, of levels that have any."""
    map_, manifest = figures.dataset.map(asked.basis or asked.day), figures.dataset.manifest
    for level in manifest.levels:
        if any(number != unit for number in map_.level(level.id, unit)):
            yield figures.at(Measure("units", level.id), unit, When(asked.day, None, asked.basis))


def _organisations(figures: Figures, asked: Query, unit: int) -> Iterator[Figure]:
    """Yield how many organisations of each kind there are in a unit, where the book has any."""
    family = figures.family("organisations")
    when = When(asked.day, None, asked.basis)
    kinds = [kind for kind in family.kinds(ORGANISATION_KINDS) if family.can_count(kind)]
    found = (figures.at(kind.measure, unit, when) for kind in kinds)
    yield from (figure for figure in found if figure.num)


def _households(figures: Figures, asked: Query, unit: int) -> Figure | None:
    family = figures.family("households")
    (kind,) = family.kinds()
    return figures.at(kind.measure, unit, When(asked.day, None, asked.basis)) if family.can_count(kind) else None


def _sources(figures: Figures, asked: Query, unit: int) -> list[str]:
    """Return where the latest returns within a unit come from, each source once, of figures that were published."""
    dataset = figures.dataset
    if dataset.manifest.campaign.data != "published":
        return []
    map_, latest = dataset.map(asked.basis or asked.day), {}
    for row in sorted(dataset.book.rows(Return), key=lambda row: row.date):
        place = map_.place(dataset.atlas.bearer(row.unit, row.date))
        if row.date <= asked.day and place is not None and unit in map_.paths[place]:
            latest[row.unit, row.measure] = row.source
    return list(dict.fromkeys(filter(None, latest.values())))


def _merger(figures: Figures, wanted: Wanted) -> Merger | None:
    """Return the last merger between the earliest day that is told of and the map by which it is told.

    Numbers from before it are put on that map; how many units became how many the crosswalk says.
    """
    asked, atlas = wanted.asked, figures.dataset.atlas
    basis = asked.basis or asked.day
    told = (asked.day, asked.period and asked.period.first, wanted.before and wanted.before.last)
    days = {each.date for each in atlas.crossings if min(filter(None, told)) < each.date <= basis}
    if not days:
        return None
    day, map_ = max(days), figures.dataset.map(basis)
    several = (_merged(map_, day, level, asked) for level in figures.dataset.manifest.levels)
    return next(filter(None, several), None)


def _merged(map_: DayMap, day: date, level: Level, asked: Query) -> Merger | None:
    """Return that units of a level became more or fewer on a day, in a unit or being it; None where they did not."""
    atlas = map_.atlas
    within = {atlas.units[number].code for number in map_.level(level.id, asked.asked(map_)[0])}
    rows = [each for each in atlas.crossings if each.date == day and each.part != "land" and each.to in within]
    before, after = len({each.from_ for each in rows}), len({each.to for each in rows})
    act = next((unit.act for unit in atlas.units if unit.opened == day and unit.code in within and unit.act), None)
    return None if before == after else Merger(day, act, level, before, after)


def _decisions(figures: Figures, asked: Query, subjects: Sequence[SubjectResults]) -> dict[str, str]:
    """Return the numbers of the latest decisions on units of the level that is asked for, by code.

    They are those of the last window that is told of these units.
    """
    by, manifest = asked.by, figures.dataset.manifest
    told = next((each for each in reversed(subjects) if each.kind.id == by), None)
    if by is None or told is None or told.rule is None or told.kind.source == "returns":
        return {}  # what is reported are counts, and no decisions
    day = min(asked.day, told.rule.window.last)
    window = window_named(manifest, by, str(told.rule.window.name), day)
    if window is None:
        return {}
    regrouping, units = figures.dataset.regrouping(day, asked.basis or asked.day), figures.dataset.atlas.units
    latest = assessments_of(figures.dataset).latest(by, window, regrouping)
    held = ((who, each.row.decision) for who, each in latest.items() if isinstance(who, int))
    return {units[who].code: decision for who, decision in held if decision is not None}


def _trend(figures: Figures, wanted: Wanted, every: Every) -> Trend:
    """Return the pledges of the unit at the end of each part of the year of a period; without one, since they began."""
    period = wanted.asked.period and (wanted.calendar.year_of(wanted.asked.day) or wanted.asked.period)
    asked = wanted.asked._replace(by=None, flows=False, period=period)
    return trend(figures.family("pledges"), asked, wanted.calendar, every)


def _kinds_of_units(map_: DayMap, level: str) -> dict[str, str | None]:
    """Return what the units of a level call themselves, by code."""
    units = map_.atlas.units
    return {units[number].code: units[number].kind for number in map_.level(level)}
