"""Returns in time: expected, received, on time, late, old; a blank is no zero.

Completeness is received of expected; timeliness has two denominators, expected and received (WHO data quality review;
facts: conventions). Who is expected is known from the units that are open, never from those who reported.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from antq_cli.core.calendars import CIVIL, Calendar, Every, Period
from antq_cli.core.figures import Kind
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import Return
from antq_cli.core.reporting import Arrival, Expected, Reporter, Reporting
from antq_cli.counting.asking import Figures
from antq_cli.counting.measures import HOUSEHOLDS
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import stretches_of


class _Sender(NamedTuple):
    """Who is to report: a unit of the map or an organisation; its code and its name."""

    who: int | str
    code: str
    name: str


def reporting(figures: Figures, unit: int, day: date, period: Period | None, kinds: Sequence[str]) -> Reporting:
    """Return who was to report what at a unit: in a period, or in the last one that had ended by a day."""
    wanted = [(kind, grain) for kind, grain in _reported(figures) if not kinds or kind.id in kinds]
    found = [_expected(figures, one, (unit, day), period or _period(figures, one[0], day)) for one in wanted]
    where = figures.ground.atlas.units[unit]
    return Reporting(found, day, where.code, where.name, figures.findings)


def _reported(figures: Figures) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds that are reported: from returns, or with a grain beside another source."""
    manifest = figures.ground.manifest
    for name in (*FAMILIES, HOUSEHOLDS):
        for kind in figures.family(name).kinds(()):
            declared = manifest.kinds(name)[kind.id]
            if kind.source == "returns" or declared.grain is not None:
                yield from ((measure, manifest.grain(declared)) for measure in _measures(figures, name, kind))


def _measures(figures: Figures, name: str, kind: Kind) -> list[Kind]:
    """Return the measures of a kind of which there are returns; of one that nobody ever reported, the kind itself."""
    sent = {row.measure for row in returns_of(figures.ground).rows}
    measured = figures.family(name).measured([kind], None)
    return [each for each in measured if each.measure in sent] or measured[:1]


def _every(figures: Figures, kind: Kind) -> Every:
    manifest = figures.ground.manifest
    return manifest.kinds(kind.measure.partition(".")[0])[kind.id].every or manifest.returns.every


def _calendar(figures: Figures) -> Calendar:
    manifest = figures.ground.manifest
    name = manifest.returns.calendar or manifest.campaign.calendar
    return CIVIL if name is None else manifest.calendar(name)


def _period(figures: Figures, kind: Kind, day: date) -> Period:
    """Return the last period that had ended by a day; where nothing had been reported by then, the running one."""
    dates = [row.date for row in returns_of(figures.ground).rows if row.measure == kind.measure]
    first = min([*dates, day])
    periods = list(_calendar(figures).series(first, day, _every(figures, kind)))
    ended = [period for period in periods if period.last <= day]
    if ended:
        return ended[-1]
    return periods[-1].until(day) if periods else Period(day, day)


def _senders(figures: Figures, grain: str, unit: int, day: date) -> Iterator[_Sender]:
    """Yield who is to report at a unit on a day: units of a level, or organisations of a kind, by code."""
    ground = figures.ground
    map_ = ground.map(day)
    if ground.manifest.is_level(grain):
        for number in map_.level(grain, unit):
            yield _Sender(number, ground.atlas.units[number].code, ground.atlas.units[number].name)
        return
    organisations = stretches_of(ground, ORGANISATION)
    for row in organisations.of_kind(grain, day):
        place = map_.place(organisations.places[row])
        if place is not None and unit in map_.paths[place]:
            code = organisations.codes[row]
            yield _Sender(code, code, organisations.table.columns["name"][row])


def _expected(figures: Figures, one: tuple[Kind, str], at: tuple[int, date], period: Period) -> Expected:
    """Return who was to report a kind in a period, given who reports it, at a unit, and the day that is today."""
    (kind, grain), (unit, day) = one, at
    limits, returns = figures.ground.manifest.returns, returns_of(figures.ground)
    due = None if limits.due is None else period.last + timedelta(limits.due)
    latest = returns.latest(kind.measure, grain, min(day, period.last))
    place = figures.ground.map(period.last).place(unit)
    senders = sorted(
        _senders(figures, grain, unit if place is None else place, period.last), key=lambda each: each.code
    )
    old = None if limits.stale is None else day - timedelta(limits.stale)
    reporters = [_reporter(sender, latest.get(sender.who), period, due, old) for sender in senders]
    sent = [reporter for reporter in reporters if reporter.arrival != "missing"]
    return Expected(
        kind=kind,
        period=period,
        due=due,
        expected=len(reporters),
        received=len(sent),
        on_time=None if due is None else sum(reporter.arrival == "on-time" for reporter in sent),
        late=None if due is None else sum(reporter.arrival == "late" for reporter in sent),
        undated=sum(reporter.arrival == "undated" for reporter in sent),
        zero=sum(reporter.reported == 0 for reporter in sent),
        stale=None if old is None else sum(bool(reporter.stale) for reporter in reporters),
        reporters=reporters,
    )


def _reporter(sender: _Sender, last: Return | None, period: Period, due: date | None, old: date | None) -> Reporter:
    sent = last if last is not None and period.first <= last.date else None
    stale = None if old is None else last is None or last.date < old
    return Reporter(
        unit=sender.code,
        unit_name=sender.name,
        arrival=_arrival(sent, due),
        dated=None if sent is None else sent.date,
        received=None if sent is None else sent.received,
        reported=None if sent is None else sent.count,
        last=None if last is None else last.date,
        stale=stale,
    )


def _arrival(sent: Return | None, due: date | None) -> Arrival:
    if sent is None:
        return "missing"
    if due is None or sent.received is None:
        return "undated"
    return "on-time" if sent.received <= due else "late"
