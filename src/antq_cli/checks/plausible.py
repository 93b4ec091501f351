"""The rules of plausibility (Q1): numbers that may be right and are worth a look."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from antq_cli.checks.site import Mark, Site
from antq_cli.checks.timely import Unjudged, top_of
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Return
from antq_cli.counting.asking import When
from antq_cli.counting.measures import HOUSEHOLDS
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import stretches_of
from antq_cli.units.daymap import DayMap

_RETURNS = ("returns",)
RULES = {
    rule.code: rule
    for rule in (
        Rule("Q101", "outlier", "warning", of=_RETURNS),
        Rule("Q102", "jump", "warning", of=_RETURNS),
        Rule("Q103", "growth", "warning", of=("returns", "units")),
        Rule("Q104", "parent-not-sum", "warning", of=_RETURNS),
        Rule("Q105", "too-even", "warning", of=("returns", "units")),
    )
}
# Of fewer values nobody can say what is usual, nor how much chance would let them differ.
FEW = 6
# The modified z from which on a value is an outlier (Iglewicz and Hoaglin 1993).
LIMIT = Fraction(7, 2)
_LEAST_CHANGE = 20  # a hamlet's 3 signatures become 7, and its 9 houses 10, without anybody wondering
_YEAR = timedelta(366)
_LEAST_DEN = 20  # the rates of smaller units are too coarse to be too even
# Chance alone makes rates as even as this once in a thousand times.
_QUANTILE = 0.001


def find(site: Site) -> Iterator[Finding | Mark]:
    """Yield what the rules of plausibility find in a book, and which of them could not be judged in a register."""
    table = site.book.table("returns")
    if table.parts and not table.refused:
        series = _Series(site)
        yield from series.of_nobody()
        for judge in (_outliers, _jumps, _growth, _sums, _even_returns):
            yield from judge(series)
    for judge_day in (_more_households, _even_journals):
        yield from judge_day(site)


class _Sent(NamedTuple):
    """A return: its number in the register, and the row."""

    number: int
    row: Return


class _Series:
    """The returns of a book: those of one sender and measure over time, and those of one day and measure."""

    def __init__(self, site: Site) -> None:
        self.site = site
        returns = returns_of(site.ground)
        self.sent = [_Sent(*each) for each in enumerate(returns.rows)]
        self._sites = returns.reporters

    @cached_property
    def over_time(self) -> list[list[_Sent]]:
        """Return the returns of each sender and measure by day.

        A unit that took in another one is another sender from that day on: it has a site of its own.
        """
        series: dict[tuple[int | str, str], list[_Sent]] = {}
        for each, site in zip(self.sent, self._sites, strict=True):
            who = site if site is not None else self._body(each.row)
            if who is not None:
                series.setdefault((who, each.row.measure), []).append(each)
        return [sorted(several, key=lambda each: each.row.date) for several in series.values()]

    def _body(self, row: Return) -> str | None:
        """Return the code of the organisation that sent a return, None where there was none."""
        there = stretches_of(self.site.ground, ORGANISATION, needed=False).there(row.unit, row.date.isoformat())
        return None if there is None else row.unit

    @cached_property
    def of_a_day(self) -> dict[tuple[date, str], dict[int, _Sent]]:
        """Return the returns of units by day and measure, each with the number of its unit on the map of that day."""
        days: dict[tuple[date, str], dict[int, _Sent]] = {}
        for each, site in zip(self.sent, self._sites, strict=True):
            unit = None if site is None else self.site.ground.atlas.unit_of(site)[0]
            if unit is not None and top_of(self.site) is not None and unit in self.map(each.row.date).paths:
                days.setdefault((each.row.date, each.row.measure), {})[unit] = each
        return days

    def of_nobody(self) -> Iterator[Mark]:
        """Yield which rules cannot be judged because nobody knows which organisations sent the returns."""
        if None in self._sites and self.site.book.table("organisations").refused:
            for code in ("Q101", "Q102", "Q103"):
                yield Mark(RULES[code], "returns", "not-evaluated", "needs", "organisations")

    def map(self, day: date) -> DayMap:
        """Return the map of a day."""
        return self.site.ground.map(day)

    def finding(self, code: str, sent: _Sent, column: str, **values: object) -> Finding:
        """Return the finding on a cell of a return."""
        row = sent.row
        values = {"unit": row.unit, "measure": row.measure, "day": row.date, **values}
        return self.site.book.table("returns").finding(RULES[code], sent.number, column, **values)

    def unjudged(self, code: str, why: str = "too-few") -> Mark:
        """Return that a rule could not be judged; where there is no return at all there was nothing to judge."""
        if not self.sent:
            return Mark(RULES[code], "returns", "skipped", "no-rows")
        return Mark(RULES[code], "returns", "not-evaluated", why)


# -------------------------------------------------------------------------------------------------------- over time


def modified_z(values: Sequence[int]) -> list[Fraction]:
    """Return the modified z of each of some values; 0 of all where they are equal.

    0.6745 (x - median) / MAD, where MAD is the median of the distances from the median; where that is 0,
    (x - median) / (1.2533 mean distance). Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
    """
    middle = median(values)
    distances = [abs(value - middle) for value in values]
    spread = median(distances) / Fraction("0.6745") or Fraction("1.2533") * sum(distances) / len(values)
    return [(value - middle) / spread if spread else Fraction(0) for value in values]


def median(values: Iterable[int | Fraction]) -> Fraction:
    """Return the middle one of some values, or half of the sum of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return Fraction(ordered[half] + ordered[~half]) / 2


def decimals(value: Fraction, places: int) -> str:
    """Return a number with some decimals and a point, rounded half up, away from 0."""
    scaled = (2 * abs(value.numerator) * 10**places + value.denominator) // (2 * value.denominator)
    whole, part = divmod(scaled, 10**places)
    return f"{'-' if value < 0 and scaled else ''}{whole}.{part:0{places}}"


def _outliers(series: _Series) -> Iterator[Finding | Mark]:
    """Find the numbers that lie far from what their sender usually reports, and by more than a tenth (Q101).

    Where there are totals these are judged: what has been signed of them is meant to grow.
    """
    long = [several for several in series.over_time if len(several) >= FEW]
    if not long:
        yield series.unjudged("Q101")
    for several in long:
        column, numbers = _numbers(several)
        middle = median(numbers)
        for sent, number, z in zip(several, numbers, modified_z(numbers), strict=True):
            if abs(z) > LIMIT and 10 * abs(number - middle) > middle:
                shown = middle.numerator if middle.denominator == 1 else decimals(middle, 1)
                values = {"reported": number, "median": shown, "n": len(numbers), "z": decimals(z, 2)}
                yield series.finding("Q101", sent, column, **values)


def _numbers(several: Sequence[_Sent]) -> tuple[str, list[int]]:
    """Return the totals of some returns where all are known, else the counts, and the column that they are in."""
    totals = [sent.row.total for sent in several if sent.row.total is not None]
    return ("total", totals) if len(totals) == len(several) else ("count", [sent.row.count for sent in several])


def _jumps(series: _Series) -> Iterator[Finding | Mark]:
    """Find the numbers that are more than double, or less than half, of the sender's one before (Q102).

    What begins with nothing has nothing to double; what falls to nothing is told. What has been signed of a total may
    double: that is what a campaign is for.
    """
    pairs = [pair for several in series.over_time for pair in pairwise(several)]
    if not pairs:
        yield series.unjudged("Q102")
    for pair in pairs:
        column, (old, new) = _numbers(pair)
        counted, fallen = pair[0].row.count, pair[1].row.count
        if column == "total" and not _leaps(old, new) and fallen < counted:
            column, old, new = "count", counted, fallen
        if _leaps(old, new):
            yield series.finding("Q102", pair[1], column, reported=new, before=old, first=pair[0].row.date)


def _leaps(old: int, new: int) -> bool:
    return abs(new - old) >= _LEAST_CHANGE and old > 0 and not old <= 2 * new <= 4 * old


def _growth(series: _Series) -> Iterator[Finding | Mark]:
    """Find the totals that grow by more than 10 % a year (Q103); of a growth that lasts, the first."""
    judged = False
    for several in series.over_time:
        known = [sent for sent in several if sent.row.total]
        told: _Sent | None = None
        for at, sent in enumerate(known[1:], 1):
            judged = True
            base = _base(known[:at], sent)
            grown = grows(base.row.total or 0, sent.row.total or 0, sent.row.date - base.row.date)
            if grown and (told is None or (told.row.total or 0) < (sent.row.total or 0)):
                values = {"before": base.row.total, "first": base.row.date, "after": sent.row.total}
                yield series.finding("Q103", sent, "total", **values)
            told = sent if grown else None
    if not judged:
        yield series.unjudged("Q103")


def _base(earlier: Sequence[_Sent], sent: _Sent) -> _Sent:
    """Return the earliest of the returns of the year before a return; the last one before, where there is none."""
    year = (each for each in earlier if sent.row.date - each.row.date <= _YEAR)
    return next(year, earlier[-1])


def grows(before: int, after: int, time: timedelta) -> bool:
    """Return whether a number grows, by 20 or more, by over 10 % for each year begun; nothing has nothing to grow."""
    years = -(-time // _YEAR) or 1
    return before > 0 and after - before >= _LEAST_CHANGE and 10 * after > (10 + years) * before


# ------------------------------------------------------------------------------------------------------- on one day


def _sums(series: _Series) -> Iterator[Finding | Mark]:
    """Find the returns that are not the sum of those of all units of a level that lie in the sender (Q104)."""
    judged = False
    for (day, measure), sent in series.of_a_day.items():
        holding = {above for unit in sent for above in series.map(day).paths[unit][1:]}
        for unit in sorted(holding & sent.keys()):
            for parts in _parts(series, day, measure, unit):
                judged = True
                yield from _differs(series, sent[unit], parts)
    if not judged:
        yield series.unjudged("Q104", "no-sum")


def _parts(series: _Series, day: date, measure: str, unit: int) -> Iterator[list[_Sent]]:
    """Yield the returns of all units of a level below a unit, of each level of which all have sent one."""
    manifest, map_, sent = series.site.ground.manifest, series.map(day), series.of_a_day[day, measure]
    grain = _grain(series.site, measure)
    units = series.site.ground.atlas.units
    for level in manifest.levels:
        below = [number for number in map_.level(level.id, unit) if number != unit]
        if grain in (level.id, units[unit].level) or not below:  # a difference from what counts is R202
            continue
        if all(number in sent for number in below):
            yield [sent[number] for number in below]


def _grain(site: Site, written: str) -> str | None:
    """Return the level whose returns are the source of a measure, None where that is something else."""
    measure = parse_measure(written)
    kind = None if measure is None else site.figures.kind(measure)
    return None if measure is None or kind is None else site.figures.family(measure.family).grain(kind)


def _differs(series: _Series, whole: _Sent, parts: Sequence[_Sent]) -> Iterator[Finding]:
    totals = [sent.row.total for sent in parts]
    together = {"count": sum(sent.row.count for sent in parts)}
    if whole.row.total is not None and None not in totals:
        together["total"] = sum(total or 0 for total in totals)
    for column, summed in together.items():
        reported = getattr(whole.row, column)
        if reported != summed:
            yield series.finding("Q104", whole, column, reported=reported, sum=summed, n=len(parts))
            return


def too_even(rates: Sequence[tuple[int, int]]) -> bool | None:
    """Return whether rates vary less than chance alone would let them; None where that cannot be judged.

    The sum of (num - den p)² / (den p (1 - p)), where p is the rate of all together, is chi² with n - 1 degrees of
    freedom if each is drawn with the same p, and larger if they differ. Below the lower 0.1 % it is too good to be true
    (R. A. Fisher, Has Mendel's work been rediscovered?, 1936). Denominators under 20 are left out.
    """
    some = [(num, den) for num, den in rates if den >= _LEAST_DEN]
    num, den = (sum(part) for part in zip(*some, strict=True)) if some else (0, 0)
    if len(some) < FEW or not 0 < num < den:
        return None
    p = Fraction(num, den)
    squared = sum((num - den * p) ** 2 / (den * p * (1 - p)) for num, den in some)
    return chi_squared(float(squared), len(some) - 1) < _QUANTILE


def chi_squared(x: float, degrees: int) -> float:
    """Return the probability that chi² with some degrees of freedom is at most x.

    The regularised lower incomplete gamma function of degrees/2 and x/2, by its series (Abramowitz and Stegun 6.5.29).
    """
    a, half = degrees / 2, x / 2
    if half <= 0:
        return 0.0
    term = total = 1.0
    at = a
    while term > total * 1e-16:
        at += 1
        term *= half / at
        total += term
    return math.exp(a * math.log(half) - half - math.lgamma(a + 1) + math.log(total))


def _even_returns(series: _Series) -> Iterator[Finding | Mark]:
    """Find the rates that the units of one parent reported on one day and that are too even (Q105)."""
    judged = False
    units = series.site.ground.atlas.units
    for (day, _), sent in series.of_a_day.items():
        groups: dict[tuple[int, str], list[_Sent]] = {}
        for unit, each in sent.items():
            above = series.map(day).paths[unit][1:2]
            if each.row.total is not None and above:
                groups.setdefault((above[0], units[unit].level), []).append(each)
        for (above_it, _), several in groups.items():
            even = too_even([(each.row.count, each.row.total or 0) for each in several])
            judged = judged or even is not None
            if even:
                values = {"unit": units[above_it].code, "name": units[above_it].name, "n": len(several)}
                yield series.finding("Q105", several[0], "count", **values)
    if not judged:
        yield series.unjudged("Q105")


def _even_journals(site: Site) -> Iterator[Finding | Mark]:
    """Find the rates of the lowest units of one parent that are too even by the book's own journal (Q105)."""
    rule, family = RULES["Q105"], site.figures.family("pledges")
    kinds = [kind for kind in family.kinds(()) if kind.source == "journal"]
    people = [kind for kind in kinds if site.ground.manifest.subject(kind.id) in (HOUSEHOLD, ORGANISATION)]
    needed = {name for kind in people for name in family.needs(kind)}
    lost = [name for name in sorted(needed) if site.book.table(name).refused]
    if lost or not people or top_of(site) is None:
        judged: Unjudged = "not-evaluated" if people else "skipped"
        yield Mark(rule, "units", judged, "needs" if lost else "no-top" if people else "no-journal", "".join(lost[:1]))
        return
    verdicts = [
        (kind.measure, unit, len(rates), too_even(rates))
        for kind in people
        for unit, rates in _rates(site, kind.measure).items()
    ]
    for measure, number, n, even in verdicts:
        if even:
            unit = site.ground.atlas.units[number]
            values = {"unit": unit.code, "name": unit.name, "measure": measure, "day": site.day, "n": n}
            yield site.book.table("units").finding(rule, number, "code", **values)
    if all(even is None for *_, even in verdicts):
        yield Mark(rule, "units", "not-evaluated", "too-few")


def _rates(site: Site, written: str) -> dict[int, list[tuple[int, int]]]:
    """Return the rates of a measure in the units of the lowest level on the day, by the unit right above them."""
    measure, map_ = parse_measure(written), site.ground.map(site.day)
    assert measure is not None
    rates: dict[int, list[tuple[int, int]]] = {}
    for unit in map_.level(site.ground.manifest.levels[-1].id):
        figure = site.figures.at(measure, unit, When(site.day))
        if figure.num is not None and figure.den is not None and len(map_.paths[unit]) > 1:
            rates.setdefault(map_.paths[unit][1], []).append((figure.num, figure.den))
    return rates


# ------------------------------------------------------------------------------------------------------- households


def _more_households(site: Site) -> Iterator[Finding | Mark]:
    """Find the units above the lowest level whose households grew by more than 10 % within the year (Q103)."""
    why = _no_households(site)
    if why is not None:
        yield why
        return
    year = min(_YEAR, site.day - date.min)
    before, now = site.ground.map(site.day - year), site.ground.map(site.day)
    old, new = _households(site, before), _households(site, now)
    levels, judged = site.ground.manifest.levels, False
    for unit in now.level(levels[max(len(levels) - 2, 0)].id):
        if old[unit] and _unchanged(before, now, unit):
            judged = True
            if grows(old[unit], new[unit], year):
                named = {"unit": now.atlas.units[unit].code, "measure": HOUSEHOLDS, "day": now.day}
                values = {"before": old[unit], "first": before.day, "after": new[unit]}
                yield site.book.table("units").finding(RULES["Q103"], unit, "code", **named, **values)
    if not judged:
        yield Mark(RULES["Q103"], "units", "not-evaluated", "no-year-before")


def _no_households(site: Site) -> Mark | None:
    """Return why the growth of the households cannot be judged, or None where it can."""
    table = site.book.table("households")
    if table.refused:
        return Mark(RULES["Q103"], "units", "not-evaluated", "needs", "households")
    if not table.parts:
        return Mark(RULES["Q103"], "units", "skipped", "without", "households")
    return Mark(RULES["Q103"], "units", "not-evaluated", "no-top") if top_of(site) is None else None


def _households(site: Site, map_: DayMap) -> Counter[int]:
    """Return how many households that count are in each unit, and in what lies in it, on the day of a map."""
    day, own, counted = map_.day.isoformat(), Counter[int | None](), Counter[int]()
    for (site_of, first, last, excluded), n in _stretches(site).items():
        if not excluded and first <= day and (not last or day < last):
            own[site_of] += n
    for site_of, n in own.items():
        unit = map_.place(site_of)
        for above in map_.paths[unit] if unit is not None else ():
            counted[above] += n
    return counted


def _stretches(site: Site) -> Counter[tuple[int | None, str, str, str]]:
    """Return how many stretches of households are alike: most begin and end on the same few days, or on none."""
    stretches = stretches_of(site.ground, HOUSEHOLD, needed=False)
    return site.ground.share(
        "alike",
        lambda: Counter(zip(stretches.places, stretches.first, stretches.last, stretches.excluded, strict=True)),
    )


def _unchanged(before: DayMap, now: DayMap, unit: int) -> bool:
    """Return whether the same units lay in a unit on both days, and nothing came into any of them in between."""
    inside = {number for number, path in now.paths.items() if unit in path}
    arrivals = (arrival.date for number in inside for arrival in now.atlas.arrivals.get(number, ()))
    same = inside == {number for number, path in before.paths.items() if unit in path}
    return same and not any(before.day < day <= now.day for day in arrivals)
