"""Reconciling: returns that stand beside a journal or a register, and coarser returns beside finer ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.answers import called
from antq_cli.answers.rules import RULES
from antq_cli.core import called as names
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.names import register_named
from antq_cli.core.reconciled import Beside, Pair, Reconciled, SideBySide, factor_of
from antq_cli.core.registers import Return
from antq_cli.core.values import Named, Share
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.figures import is_whole
from antq_cli.counting.returns import returns_of

# The register of a family whose name is another one.
_REGISTERS = {"standards": "assessments"}


class UnusedReturn(NamedTuple):
    """A return of which no figure is made: its number in the register, the row, who sent it, what it stands beside."""

    number: int
    row: Return
    unit: int
    beside: Beside


class _Group(NamedTuple):
    """Returns that are set together beside the figure of a unit on a day: one of the unit, or several from below it."""

    unit: int
    date: date
    sent: Sequence[UnusedReturn]


def reconcile(
    figures: Figures,
    unit: int,
    day: date,
    period: Period | None,
    kinds: Iterable[str],
    reason: Callable[[Finding], str | None] = lambda _: None,
) -> Reconciled:
    """Set every return that no figure uses beside the figure that the book has in its place.

    Of each unit and measure the latest return by a day, or all of a period. ``unit`` is of the map of the day. Where
    the two differ, that is reported; ``reason`` says why the book waives a finding, None where it does not. Raises
    :class:`Refused` where a register cannot be read.
    """
    returns_of(figures.dataset)
    figures.dataset.book.refuse_if_unreadable()
    wanted = set(kinds)
    unused = [sent for sent in _unused(figures, day, period) if not wanted or _kind(figures, sent).id in wanted]
    groups = [group for group in _groups(figures, unused, one=period is None) if _lies_in(figures, group, unit, day)]
    pairs = list(_called(figures, unit, [_pair(figures, group) for group in groups]))
    found = [_told(figures, group, pair) if pair.differs else None for group, pair in zip(groups, pairs, strict=True)]
    figures.dataset.report(filter(None, found))
    pairs = [pair._replace(waived=each and reason(each)) for pair, each in zip(pairs, found, strict=True)]
    beside = list(zip(groups, pairs, strict=True))
    where, measures = figures.dataset.atlas.units[unit], figures.dataset.manifest.measures()
    pairs.sort(key=lambda pair: (measures.index(str(pair.kind.measure)), pair.date, pair.unit, pair.level))
    return Reconciled(pairs, list(_kinds(pairs)), where.code, where.name, _compared(beside))


def _called(figures: Figures, unit: int, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield pairs with what their units lie in, on the day of each, where another one bears the same name."""
    names: dict[tuple[date, str], dict[str, str]] = {}
    for pair in pairs:
        key = pair.date, pair.level
        if key not in names:
            names[key] = called.above(figures.dataset.map(pair.date), pair.level, unit)
        yield pair._replace(above=names[key].get(pair.unit))


def _kinds(pairs: Iterable[Pair]) -> Iterator[SideBySide]:
    tables: dict[tuple[Measure, Beside], list[Pair]] = {}
    for pair in pairs:
        tables.setdefault((pair.kind.measure, pair.beside), []).append(pair)
    for (_, beside), listed in tables.items():
        yield SideBySide(listed[0].kind, beside, listed, len(listed), sum(pair.differs for pair in listed))


def _compared(beside: Iterable[tuple[_Group, Pair]]) -> dict[str, set[int]]:
    """Return the numbers of the returns whose difference can be told, by the code of the rule."""
    compared: dict[str, set[int]] = {"R201": set(), "R202": set()}
    for group, pair in beside:
        compared[pair.rule].update(sent.number for sent in group.sent if pair.num is not None)
    return compared


def _unused(figures: Figures, day: date, period: Period | None) -> list[UnusedReturn]:
    """Return the returns of units of which no figure is made: the latest of each by a day, or those of a period."""
    returns = returns_of(figures.dataset)
    latest: dict[tuple[int, str] | int, UnusedReturn] = {}
    for number, (row, site) in enumerate(zip(returns.rows, returns.reporters, strict=True)):
        if site is None or row.date > day or (period is not None and row.date < period.first):
            continue
        unit = figures.dataset.atlas.unit_of(site)[0]
        if period is None and figures.dataset.map(day).place(unit, own=True) is None:
            continue  # who has closed is not who it went into; a period shows its returns on their days
        beside = _stands_beside(figures, row, unit)
        key: tuple[int, str] | int = (unit, row.measure) if period is None else number
        if beside is not None and (key not in latest or latest[key].row.date < row.date):
            latest[key] = UnusedReturn(number, row, unit, beside)
    return list(latest.values())


def _stands_beside(figures: Figures, row: Return, unit: int) -> Beside | None:
    """Return what a return stands beside, or None where it is the source of the figure, or of no measure."""
    measure = parse_measure(row.measure)
    kind = None if measure is None or measure.flow else figures.kind(measure)
    if kind is None or unit not in figures.dataset.map(row.date).paths:
        return None
    if kind.source != "returns":
        return "journal" if kind.source == "journal" else "register"
    grain = figures.family(kind.measure.family).grain(kind)
    level = figures.dataset.atlas.units[unit].level
    if level == grain:
        return None
    manifest, depth = figures.dataset.manifest, figures.dataset.atlas.depth(unit)
    if depth is None:
        return None  # of a level that the manifest does not know (X103)
    below = grain is not None and manifest.is_level(grain) and manifest.depth(grain) < depth
    return "coarser-returns" if below else "finer-returns"


def _groups(figures: Figures, unused: Iterable[UnusedReturn], *, one: bool) -> Iterator[_Group]:
    """Yield what is set beside a figure: a return, or all those of a level that lie in a unit of the grain.

    ``one`` says that there is one return of each sender, whatever its day; else those of one day belong together.
    """
    together: dict[tuple[str, int, str, date | None], list[UnusedReturn]] = {}
    for sent in unused:
        if sent.beside != "coarser-returns":
            yield _Group(sent.unit, sent.row.date, [sent])
            continue
        grain = figures.family(sent.row.measure.partition(".")[0]).grain(_kind(figures, sent))
        units = figures.dataset.atlas.units
        path = figures.dataset.map(sent.row.date).paths[sent.unit]
        for above in (above for above in path if units[above].level == grain):
            key = sent.row.measure, above, units[sent.unit].level, None if one else sent.row.date
            together.setdefault(key, []).append(sent)
    for (_, above, _, _), group in together.items():
        yield _Group(above, max(sent.row.date for sent in group), group)


def _kind(figures: Figures, sent: UnusedReturn) -> Kind:
    measure = parse_measure(sent.row.measure)
    kind = None if measure is None else figures.kind(measure)
    assert kind is not None
    return kind


def _lies_in(figures: Figures, group: _Group, unit: int, day: date) -> bool:
    map_ = figures.dataset.map(day)
    place = map_.place(group.unit)
    return place is not None and unit in map_.paths[place]


def _pair(figures: Figures, group: _Group) -> Pair:
    """Return what was reported beside what the book counts at the unit on the day.

    The two are compared where both are whole: rows that are left out of the book's figure may be all that it lacks.
    """
    measure, where = parse_measure(group.sent[0].row.measure), figures.dataset.atlas.units[group.unit]
    assert measure is not None
    found = figures.at(measure, group.unit, When(group.date))
    count = sum(sent.row.count for sent in group.sent)
    total = _total(measure, group.sent)
    expected = _expected(figures, group)
    whole = len(group.sent) == expected and is_whole(found)
    num = None if found.num is None or not whole else found.num - count
    return Pair(
        kind=_kind(figures, group.sent[0]),
        unit=where.code,
        unit_name=where.name,
        level=figures.dataset.atlas.units[group.sent[0].unit].level,
        date=group.date,
        reported_num=count,
        reported_den=total,
        recounted=found,
        num=num,
        den=None if num is None or total is None or found.den is None else found.den - total,
        factor=None if num is None else factor_of(count + num, count),
        beside=group.sent[0].beside,
        reports=len(group.sent),
        expected=expected,
        sheet=group.sent[0].row.sheet,
    )


def _expected(figures: Figures, group: _Group) -> int:
    """Return how many returns a group would have if everybody had sent one: of the unit itself, one."""
    first = group.sent[0]
    if first.beside != "coarser-returns":
        return 1
    level = figures.dataset.atlas.units[first.unit].level
    return len(figures.dataset.map(group.date).level(level, group.unit))


def _total(measure: Measure, sent: Sequence[UnusedReturn]) -> int | None:
    """Return the sum of the totals, if the measure has one and all of them are known."""
    totals = [each.row.total for each in sent]
    return sum(total or 0 for total in totals) if measure.rated and None not in totals else None


def counted_in(source: str, family: str) -> Named:
    """Return the register from which a kind of a family is counted, given its source, as findings name it."""
    told = {"journal": "pledges", "returns": "returns"}.get(source)
    return register_named(told or _REGISTERS.get(family, family))


def _told(figures: Figures, group: _Group, pair: Pair) -> Finding:
    """Return the finding on a return that is not what the book counts (R201 journal or register, R202 returns)."""
    table, found = figures.dataset.book.table("returns"), pair.recounted
    number = group.sent[0].number
    has, reported = Share(found.num, found.den), Share(pair.reported_num, pair.reported_den)
    if pair.rule == "R202":
        return table.finding(RULES["R202"], number, "count", has=has, reported=reported)
    measure = names.measure(figures.dataset.manifest, group.sent[0].row.measure)
    counted = counted_in(pair.beside, pair.kind.measure.family)
    named = {"unit": names.unit(pair.unit, pair.unit_name), "measure": measure, "kept_in": counted}
    return table.finding(RULES["R201"], number, "count", **named, has=has, reported=reported)
