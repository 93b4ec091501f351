"""Returns in time: expected, received, on time, late, old; a blank is no zero.

Completeness is received of expected; timeliness has two denominators, expected and received (WHO data quality review;
facts: conventions). Who is expected is known from the units that are open, never from those who reported.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from antq_cli.answers.called import above, above_organisations
from antq_cli.answers.query import Query
from antq_cli.core.calendars import Period, parse_span
from antq_cli.core.days import earlier, later
from antq_cli.core.figures import Kind
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import FAMILIES
from antq_cli.core.ratio import Ratio
from antq_cli.core.registers import Return
from antq_cli.core.reporting import Arrival, Expected, PartExpected, Reporter, ReturnsInTime
from antq_cli.counting import bulk
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.returns import returns_of
from antq_cli.counting.rhythms import rhythm_of
from antq_cli.counting.stretches import stretches_of
from antq_cli.units.daymap import DayMap


class _Sender(NamedTuple):
    """Who is to report: a unit of the map or an organisation; its code and its name, and where it lies on the day."""

    who: int | str
    code: str
    name: str
    shown: int


class _Asked(NamedTuple):
    """What is asked of those who report: a kind, for a period, until when; can a number be too old; is time up."""

    kind: Kind
    period: Period
    due: date | None
    dated: bool
    grain: str
    over: bool


class _Sent(NamedTuple):
    """What was asked, who was to report, and what each of them sent."""

    asked: _Asked
    senders: Sequence[_Sender]
    reporters: Sequence[Reporter]


def reporting(figures: Figures, asked: Query, *, over: bool = False, today: date | None = None) -> ReturnsInTime:
    """Return who was to report what at a unit, each kind in the period that is asked about on a day.

    By a level each kind is told also in the units of it. ``over`` asks about the last period that has ended also of
    kinds of which nobody wrote how often they are reported. ``today`` is that of a book that is still kept, None of
    a finished one, which knows of nothing after its day, or after the day on which it received the last return.
    """
    dataset, day = figures.dataset, asked.day
    map_, unit = dataset.map(day), asked.asked(dataset.map(day))[0]
    wanted = [(kind, grain) for kind, grain in _reported(figures) if not asked.kinds or kind.id in asked.kinds]
    found: list[_Sent] = []
    if wanted:  # else the book need not have the register
        period = partial(returns_of(dataset).asked, day=day, period=asked.period, over=over)
        known = _known(figures, day, today)
        found = [_sent(figures, one, (unit, day), period(one[0].measure), known) for one in wanted]
    # A kind that nobody here reports says nothing; where all are such, that is the answer and has to be seen.
    found = [sent for sent in found if sent.senders] or found
    parts = [] if asked.by is None else [list(_parts(map_, unit, asked.by, sent)) for sent in found]
    return _told(figures, asked, [_counted(sent.asked, sent.reporters) for sent in found], parts)


def _told(
    figures: Figures, asked: Query, kinds: Sequence[Expected], parts: Sequence[Sequence[PartExpected]]
) -> ReturnsInTime:
    """Return what was expected at the unit that is asked for, by a level in its ``parts``."""
    dataset, day = figures.dataset, asked.day
    where = dataset.atlas.units[asked.asked(dataset.map(day))[0]]
    stale = dataset.manifest.returns.stale
    return ReturnsInTime(kinds, day, where.code, where.name, asked.by, parts, stale=stale)


def _known(figures: Figures, day: date, today: date | None) -> date:
    """Return the last day of which the book knows what was received: what had not come by then did not come.

    It is today, of a finished book its day or that of the last return that it received.
    """
    until = figures.dataset.manifest.campaign.as_of
    received = (row.received for row in returns_of(figures.dataset).rows if row.received is not None)
    return max((day, *received, *([] if until is None else [until]), *([] if today is None else [today])))


def reporting_within(figures: Figures, asked: Query) -> ReturnsInTime | None:
    """Return who was to report what at a unit in each period of its rhythm that ended within the period asked about.

    None without a period. A kind stands there once for each of its periods, in their order, and not at all where all of
    them lie elsewhere. What had not ended by the day of the book, or is not due yet, is missing from nobody: it is told
    only where everybody has sent it.
    """
    if asked.period is None:
        return None
    wanted: dict[Period, list[Kind]] = {}
    for kind, _ in _reported(figures):
        for period in _periods(figures, kind, asked.period):
            wanted.setdefault(period, []).append(kind)
    kinds: list[Expected] = []
    parts: list[Sequence[PartExpected]] = []
    for period, several in sorted(wanted.items(), key=lambda each: each[0][:2]):
        within = reporting(figures, asked._replace(period=period, kinds=[kind.id for kind in several]))
        measures, by_unit = {kind.measure for kind in several}, within.parts or [() for _ in within.kinds]
        for expected, units in zip(within.kinds, by_unit, strict=True):
            if expected.kind.measure in measures and _is_owed(figures, expected):
                kinds.append(expected.closed())
                parts.append([part._replace(expected=part.expected.closed()) for part in units])
    return _told(figures, asked, kinds, [] if asked.by is None else parts)


def _periods(figures: Figures, kind: Kind, within: Period) -> Iterator[Period]:
    """Yield the periods of a kind's rhythm that ended within some days; where nobody wrote of one, these days.

    None is longer than the days, and none is from before the campaign or the first return.
    """
    manifest, begun = figures.dataset.manifest, returns_of(figures.dataset).begins(str(kind.measure))
    rhythm = rhythm_of(manifest, kind.measure)
    if not rhythm.written:
        yield within
        return
    first = max(filter(None, (begun, manifest.campaign.begins)), default=within.first)
    for period in rhythm.calendar.series(within.first, within.last, rhythm.every):
        if max(first, within.first) <= period.last <= within.last and period.days <= within.days:
            yield period


def _is_owed(figures: Figures, expected: Expected) -> bool:
    """Return whether somebody may be missing: the period ended by the day of the book, and no time is left to send."""
    book, due = figures.dataset.manifest.campaign.as_of, expected.due
    ended = book is None or expected.period.last <= book
    over = expected.over or due is None or (book is not None and due <= book)
    return expected.received == expected.expected or (ended and over)


def _parts(map_: DayMap, unit: int, by: str, sent: _Sent) -> Iterator[PartExpected]:
    """Yield what was expected in each unit of a level, and in none of them if there is any: parts of the whole."""
    inside: dict[int, list[Reporter]] = {number: [] for number in map_.level(by, unit)}
    outside: list[Reporter] = []
    for sender, reporter in zip(sent.senders, sent.reporters, strict=True):
        where = next((number for number in map_.paths[sender.shown] if number in inside), None)
        (outside if where is None else inside[where]).append(reporter)
    units = map_.atlas.units
    for number, reporters in inside.items():
        yield PartExpected(units[number].code, units[number].name, by, _counted(sent.asked, reporters))
    if outside:
        held = map_.atlas.book.manifest.levels_held(units[unit].level, by)
        yield PartExpected(units[unit].code, units[unit].name, None, _counted(sent.asked, outside), held)


def reporting_of(figures: Figures, asked: Query, today: date | None = None) -> ReturnsInTime:
    """Return who was to report what at each of the units asked for; who lies in two of them stands with the nearer."""
    map_ = figures.dataset.map(asked.basis or asked.day)
    units = asked.asked(map_)
    found = {unit: reporting(figures, asked._replace(unit=unit), today=today) for unit in units}
    inner = {unit: [found[each] for each in units if each != unit and unit in map_.paths[each]] for unit in units}
    first, *others = (_without(found[unit], inner[unit]) for unit in units)
    return first._replace(others=others)


def _without(found: ReturnsInTime, inner: Sequence[ReturnsInTime]) -> ReturnsInTime:
    """Return the returns of a unit without the reporters of those that lie in it and are asked for as well."""
    nearer = {(kind.kind.measure, each.unit) for one in inner for kind in one.kinds for each in kind.reporters}
    kinds = [
        kind._replace(reporters=[each for each in kind.reporters if (kind.kind.measure, each.unit) not in nearer])
        for kind in found.kinds
    ]
    told = {part.unit for one in inner for parts in one.parts for part in parts if part.level is not None}
    parts = [[part for part in parts if part.level is None or part.unit not in told] for parts in found.parts]
    return found._replace(kinds=kinds, parts=parts)


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
            if (shown := _shown(dataset, number, unit, last, day)) is not None:
                yield _Sender(number, dataset.atlas.units[number].code, dataset.atlas.units[number].name, shown)
        return
    organisations = stretches_of(dataset, ORGANISATION)
    for row in organisations.of_kind(grain, last):
        if (shown := _shown(dataset, organisations.places[row], unit, last, day)) is not None:
            code = organisations.codes[row]
            yield _Sender(code, code, bulk.cell(organisations.table, row, "name"), shown)


def _shown(dataset: Dataset, site: int | None, unit: int, last: date, day: date) -> int | None:
    """Return where on the map of another day lies what lay somewhere at the end of a period; None outside a unit."""
    regrouping = dataset.regrouping(last, day)
    spot = regrouping.spot(site)
    return spot.shown if spot is not None and regrouping.lies_in(spot, unit) else None


def _sent(figures: Figures, one: tuple[Kind, str], at: tuple[int, date], period: Period, known: date) -> _Sent:
    """Return who was to report a kind in a period, given who reports it, at a unit, and the day that is today.

    It is ``known`` until when what was received stands in the book.
    """
    (kind, grain), (unit, day) = one, at
    limits, returns = figures.dataset.manifest.returns, returns_of(figures.dataset)
    # There is time from the end of the whole period on, also where it is looked at before that end.
    due = None if limits.due is None else later(_whole(figures, period).last, limits.due)
    period = period.until(min(period.last, day))
    # A period that ends on the day has ended; where a due day is set, that day is still in time.
    over = not period.cut and (known >= period.last if due is None else known > due)
    # The latest by the end of the period is what was sent for it; the newest of all tells who has fallen silent.
    latest = returns.latest(str(kind.measure), grain, min(day, period.last))
    newest = returns.latest(str(kind.measure), grain, day)
    senders = sorted(_senders(figures, grain, unit, period.last, day), key=lambda each: each.code)
    names = _above(figures.dataset, grain, unit, period.last, senders)
    old = None if limits.stale is None else earlier(day, limits.stale)

    def reporter(sender: _Sender) -> Reporter:
        sent = _aged(_reporter(sender, _of(latest, sender), period, due), _of(newest, sender), old)
        sent = sent if sent.sent or over else sent._replace(arrival="not-due")
        return sent._replace(above=names.get(sender.code))

    reporters = list(map(reporter, senders))
    return _Sent(_Asked(kind, period, due, dated=old is not None, over=over, grain=grain), senders, reporters)


def _above(dataset: Dataset, grain: str, unit: int, last: date, senders: Sequence[_Sender]) -> dict[str, str]:
    """Return in what those lie who were to report and share a name with another one, by code."""
    if dataset.manifest.is_level(grain):
        return above(dataset.map(last), grain, unit)
    return above_organisations(dataset, last, {each.code for each in senders})


def _counted(asked: _Asked, reporters: Sequence[Reporter]) -> Expected:
    """Return how many returns were expected of some reporters, and what came of them."""
    sent = [reporter for reporter in reporters if reporter.sent]
    on_time = None if asked.due is None else sum(reporter.arrival == "on-time" for reporter in sent)
    return Expected(
        kind=asked.kind,
        period=asked.period,
        due=asked.due,
        expected=len(reporters),
        received=len(sent),
        completeness=Ratio(len(sent), len(reporters)).percent(),
        on_time=on_time,
        on_time_of_expected=None if on_time is None else Ratio(on_time, len(reporters)).percent(),
        on_time_of_received=None if on_time is None else Ratio(on_time, len(sent)).percent(),
        late=None if asked.due is None else sum(reporter.arrival == "late" for reporter in sent),
        undated=sum(reporter.arrival == "undated" for reporter in sent),
        zero=sum(reporter.reported == 0 for reporter in sent),
        stale=sum(bool(reporter.stale) for reporter in reporters) if asked.dated else None,
        reporters=reporters,
        grain=asked.grain,
        over=asked.over,
        zero_of_zero=sum(reporter.reported == reporter.total == 0 for reporter in sent),
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
        total=None if sent is None else sent.total,
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
