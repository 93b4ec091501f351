"""Returns in time: expected, received, on time, late, old; a blank is no zero.

Completeness is received of expected; timeliness has two denominators, expected and received (WHO data quality review;
facts: conventions). Who is expected is known from the units that are open, never from those who reported.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from antq_cli.core.calendars import Period, parse_span
from antq_cli.core.days import earlier, later
from antq_cli.core.figures import Kind
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import FAMILIES
from antq_cli.core.ratio import Ratio
from antq_cli.core.registers import Return
from antq_cli.core.reporting import Arrival, Expected, Reporter, ReturnsInTime
from antq_cli.counting import bulk
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import stretches_of


class _Sender(NamedTuple):
    """Who is to report: a unit of the map or an organisation; its code and its name."""

    who: int | str
    code: str
    name: str


class Asked(NamedTuple):
    """A day, on the map of a basis; the period that was to be reported, if one is asked for; the kinds, else all."""

    day: date
    basis: date
    period: Period | None
    kinds: Sequence[str]


def reporting(
    figures: Figures, unit: int, day: date, period: Period | None, kinds: Sequence[str], *, over: bool = False
) -> ReturnsInTime:
    """Return who was to report what at a unit, each kind in the period that is asked about on a day.

    ``over`` asks about the last period that has ended also of kinds of which nobody wrote how often they are reported.
    """
    wanted = [(kind, grain) for kind, grain in _reported(figures) if not kinds or kind.id in kinds]
    asked = partial(returns_of(figures.dataset).asked, day=day, period=period, over=over)
    found = [_expected(figures, one, (unit, day), asked(one[0].measure)) for one in wanted]
    where = figures.dataset.atlas.units[unit]
    found = [expected for expected in found if expected.expected] or found
    return ReturnsInTime(found, day, where.code, where.name)


def reporting_of(figures: Figures, units: Sequence[int], asked: Asked) -> ReturnsInTime:
    """Return who was to report what at each of some units; who lies in two of them stands with the nearer."""
    paths = figures.dataset.map(asked.basis).paths
    found = {unit: reporting(figures, unit, asked.day, asked.period, asked.kinds) for unit in units}
    inner = {unit: [found[each] for each in units if each != unit and unit in paths[each]] for unit in units}
    first, *others = (_without(found[unit], inner[unit]) for unit in units)
    return first._replace(others=others)


def _without(found: ReturnsInTime, inner: Sequence[ReturnsInTime]) -> ReturnsInTime:
    """Return the returns of a unit without the reporters of those that lie in it and are asked for as well."""
    nearer = {(kind.kind.measure, each.unit) for one in inner for kind in one.kinds for each in kind.reporters}
    kinds = [
        kind._replace(reporters=[each for each in kind.reporters if (kind.kind.measure, each.unit) not in nearer])
        for kind in found.kinds
    ]
    return found._replace(kinds=kinds)


def _reported(figures: Figures) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds that are reported: from returns, or with a grain beside another source."""
    manifest = figures.dataset.manifest
    for name in (*FAMILIES, "households"):
        for kind in figures.family(name).kinds(()):
            declared = manifest.kinds(name)[kind.id]
            if kind.source == "returns" or declared.grain is not None:
                yield from ((measure, manifest.grain(declared)) for measure in _measures(figures, name, kind))


def _measures(figures: Figures, name: str, kind: Kind) -> list[Kind]:
    """Return the measures of a kind of which there are returns; of one that nobody ever reported, the kind itself."""
    sent = {row.measure for row in returns_of(figures.dataset).rows}
    measured = figures.family(name).measured([kind], None)
    return [each for each in measured if str(each.measure) in sent] or measured[:1]


def _whole(figures: Figures, period: Period) -> Period:
    """Return a period as its calendar has it, also where it was cut at the day that is asked."""
    span = parse_span(period.name) if period.cut and period.name else None
    if span is None:
        return period
    return figures.dataset.manifest.calendar(str(period.calendar)).period(span) or period


def _senders(figures: Figures, grain: str, unit: int, last: date, day: date) -> Iterator[_Sender]:
    """Yield who was to report on the last day of a period and lies in a unit of the map of the day that is today."""
    dataset = figures.dataset
    if dataset.manifest.is_level(grain):
        for number in dataset.map(last).level(grain):
            if _inside(dataset, number, unit, last, day):
                yield _Sender(number, dataset.atlas.units[number].code, dataset.atlas.units[number].name)
        return
    organisations = stretches_of(dataset, ORGANISATION)
    for row in organisations.of_kind(grain, last):
        if _inside(dataset, organisations.places[row], unit, last, day):
            code = organisations.codes[row]
            yield _Sender(code, code, bulk.cell(organisations.table, row, "name"))


def _inside(dataset: Dataset, site: int | None, unit: int, last: date, day: date) -> bool:
    """Return whether what lay somewhere at the end of a period lies in a unit of the map of another day."""
    regrouping = dataset.regrouping(last, day)
    return regrouping.lies_in(regrouping.spot(site), unit)


def _expected(figures: Figures, one: tuple[Kind, str], at: tuple[int, date], period: Period) -> Expected:
    """Return who was to report a kind in a period, given who reports it, at a unit, and the day that is today."""
    (kind, grain), (unit, day) = one, at
    limits, returns = figures.dataset.manifest.returns, returns_of(figures.dataset)
    due = None if limits.due is None else later(_whole(figures, period).last, limits.due)
    period = period.until(min(period.last, day))
    latest = returns.latest(str(kind.measure), grain, min(day, period.last))
    newest = returns.latest(str(kind.measure), grain, day)
    senders = sorted(_senders(figures, grain, unit, period.last, day), key=lambda each: each.code)
    old = None if limits.stale is None else earlier(day, limits.stale)
    reporters = [_reporter(sender, _of(latest, sender), period, due) for sender in senders]
    reporters = [_aged(reporter, _of(newest, sender), old) for reporter, sender in zip(reporters, senders, strict=True)]
    sent = [reporter for reporter in reporters if reporter.arrival != "missing"]
    on_time = None if due is None else sum(reporter.arrival == "on-time" for reporter in sent)
    return Expected(
        kind=kind,
        period=period,
        due=due,
        expected=len(reporters),
        received=len(sent),
        completeness=Ratio(len(sent), len(reporters)).percent(),
        on_time=on_time,
        on_time_of_expected=None if on_time is None else Ratio(on_time, len(reporters)).percent(),
        on_time_of_received=None if on_time is None else Ratio(on_time, len(sent)).percent(),
        late=None if due is None else sum(reporter.arrival == "late" for reporter in sent),
        undated=sum(reporter.arrival == "undated" for reporter in sent),
        zero=sum(reporter.reported == 0 for reporter in sent),
        stale=None if old is None else sum(bool(reporter.stale) for reporter in reporters),
        reporters=reporters,
    )


def _of(latest: Mapping[int | str, tuple[Return, int | None]], sender: _Sender) -> Return | None:
    found = latest.get(sender.who)
    return None if found is None else found[0]


def _reporter(sender: _Sender, last: Return | None, period: Period, due: date | None) -> Reporter:
    """Return what somebody sent for a period, given the latest return by its end."""
    sent = last if last is not None and period.first <= last.date else None
    return Reporter(
        unit=sender.code,
        unit_name=sender.name,
        arrival=_arrival(sent, due),
        dated=None if sent is None else sent.date,
        received=None if sent is None else sent.received,
        reported=None if sent is None else sent.count,
        last=None if last is None else last.date,
        stale=None,
    )


def _aged(reporter: Reporter, newest: Return | None, old: date | None) -> Reporter:
    """Return a reporter with its latest return of all, and whether that is too old."""
    stale = None if old is None else newest is None or newest.date < old
    return reporter._replace(last=None if newest is None else newest.date, stale=stale)


def _arrival(sent: Return | None, due: date | None) -> Arrival:
    if sent is None:
        return "missing"
    if due is None or sent.received is None:
        return "undated"
    return "on-time" if sent.received <= due else "late"
