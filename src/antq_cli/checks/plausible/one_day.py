"""What the units of a book report of one day: sums that do not add up, rates that are too even."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from antq_cli.answers.reconcile import counted_in
from antq_cli.checks.plausible.numbers import too_even
from antq_cli.checks.plausible.series import RULES, Sent, Series
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.checks.timely import Unjudged, top_of
from antq_cli.core import called
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.values import Said, Share
from antq_cli.counting.asking import When
from antq_cli.counting.journal import Journal


def sums(series: Series) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the returns that are not the sum of those of all units of a level that lie in the sender (Q104).

    What R202 compared is not told twice. That is of each unit the latest return, held against what the figure is
    counted from; all others, and all levels that no figure is counted from, are judged here.
    """
    units, judged, left = series.site.dataset.atlas.units, set[int](), False
    for (day, measure), sent in series.of_a_day.items():
        holding = {above for unit in sent for above in series.map(day).paths[unit][1:]}
        for unit in sorted(holding & sent.keys()):
            for level, parts in _parts(series, day, measure, unit):
                if _told_there(series, (units[unit].level, sent[unit]), (level, parts)):
                    left = True
                    continue
                judged.add(sent[unit].number)
                yield from _differs(series, sent[unit], parts)
    if left and not judged:
        yield NotJudged(RULES["Q104"], "returns", "skipped", "compared")
    else:
        yield series.looked("Q104", len(judged), "no-sum")


def _parts(series: Series, day: date, measure: str, unit: int) -> Iterator[tuple[str, list[Sent]]]:
    """Yield the returns of all units of a level below a unit, of each level of which all have sent one."""
    map_, sent = series.map(day), series.of_a_day[day, measure]
    for level in series.site.dataset.manifest.levels:
        below = [number for number in map_.level(level.id, unit) if number != unit]
        if below and all(number in sent for number in below):
            yield level.id, [sent[number] for number in below]


def _compared(site: Site) -> Collection[int]:
    """Return the numbers of the returns that R202 compared; none where a register is missing from its figures."""
    try:
        found = site.reconciled
    except Refused:
        return frozenset()
    return frozenset() if found is None else found.compared["R202"]


def _told_there(series: Series, whole: tuple[str, Sent], parts: tuple[str, Sequence[Sent]]) -> bool:
    """Return whether R202 compared the return of a unit with those of a level below it, each given with its level.

    One side of what it compares is the source of the figure, the other the returns that it holds against that.
    """
    (above, one), (below, several) = whole, parts
    grain = _grain(series.site, one.row.measure)
    against = {above: several, below: [one]}.get(grain or "", ())
    return bool(against) and all(sent.number in _compared(series.site) for sent in against)


def _grain(site: Site, written: str) -> str | None:
    """Return the level whose returns are the source of a measure, None where that is something else."""
    measure = parse_measure(written)
    kind = None if measure is None else site.figures.kind(measure)
    return None if measure is None or kind is None else site.figures.family(measure.family).grain(kind)


def _differs(series: Series, whole: Sent, parts: Sequence[Sent]) -> Iterator[Finding]:
    totals = [sent.row.total for sent in parts]
    together = {"count": sum(sent.row.count for sent in parts)}
    if whole.row.total is not None and None not in totals:
        together["total"] = sum(total or 0 for total in totals)
    for column, summed in together.items():
        reported = getattr(whole.row, column)
        if reported != summed:
            used = _in_use(series, whole, column, {reported, summed})
            said = {"reported": reported, "sum": summed, "n": len(parts), **used}
            yield series.finding("Q104", whole, column, **said)


def _in_use(series: Series, sent: Sent, column: str, two: Collection[int]) -> dict[str, object]:
    """Return what the book counts of what a unit reported, and whether it is neither of two numbers in a column."""
    measure = parse_measure(sent.row.measure)
    kind = None if measure is None else series.site.figures.kind(measure)
    unit = series.unit(sent)
    found = None if kind is None or unit is None else _counted(series.site, kind, unit, sent.row.date)
    if kind is None or found is None or found.num is None or found.left_out:
        return {"in_use": Said("in_use", "none")}
    counted = counted_in(kind.source, kind.measure.family)
    has = found.num if column == "count" else found.den
    word = "number" if has is None or has in two else "third"
    return {"in_use": Said("in_use", word), "kept_in": counted, "has": Share(found.num, found.den)}


def _counted(site: Site, kind: Kind, unit: int, day: date) -> Figure | None:
    """Return the figure of a unit on a day; None where a register cannot be read from which it is counted."""
    try:
        return site.figures.at(kind.measure, unit, When(day))
    except Refused:
        return None


def even_returns(series: Series) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the rates that the units of one parent reported on one day and that are too even (Q105)."""
    judged, units = 0, series.site.dataset.atlas.units
    for above, several in _siblings(series):
        even = too_even([(each.row.count, each.row.total or 0) for each in several])
        judged += 0 if even is None else len(several)
        if even:
            values = {"unit": called.unit(units[above].code, units[above].name), "n": len(several)}
            yield series.finding("Q105", several[0], "count", **values)
    yield series.looked("Q105", judged)


def _siblings(series: Series) -> Iterator[tuple[int, list[Sent]]]:
    """Yield a unit and the returns with a total of those right below it that are of one level, day and measure."""
    units = series.site.dataset.atlas.units
    for (day, _), sent in series.of_a_day.items():
        groups: dict[tuple[int, str], list[Sent]] = {}
        for unit, each in sent.items():
            above = series.map(day).paths[unit][1:2]
            if each.row.total is not None and above:
                groups.setdefault((above[0], units[unit].level), []).append(each)
        yield from ((above_it, several) for (above_it, _), several in groups.items())


def even_journals(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the rates of the lowest units of one parent that are too even by the book's own journal (Q105)."""
    rule, family = RULES["Q105"], site.figures.family("pledges")
    kinds = [kind for kind in family.kinds(()) if kind.source == "journal"]
    people = [kind for kind in kinds if Journal.keeps(site.dataset.manifest, kind.measure)]
    needed = {name for kind in people for name in family.needs(kind)}
    lost = [name for name in sorted(needed) if site.book.table(name).refused]
    if lost or not people or top_of(site) is None:
        judged: Unjudged = "not-evaluated" if people else "skipped"
        yield NotJudged(
            rule, "units", judged, "needs" if lost else "no-top" if people else "no-journal", "".join(lost[:1])
        )
        return
    verdicts = [
        (kind.measure, unit, len(rates), too_even(rates))
        for kind in people
        for unit, rates in _rates(site, kind.measure).items()
    ]
    manifest = site.dataset.manifest
    for measure, number, n, even in verdicts:
        if even:
            unit = site.dataset.atlas.units[number]
            named = {"unit": called.unit(unit.code, unit.name), "measure": called.measure(manifest, str(measure))}
            values = {**named, "day": site.day, "n": n}
            yield site.book.table("units").finding(rule, number, "code", **values)
    looked = {number for _, number, _, even in verdicts if even is not None}
    yield RowsJudged(rule, "units", len(looked)) if looked else NotJudged(rule, "units", "not-evaluated", "too-few")


def _rates(site: Site, measure: Measure) -> dict[int, list[tuple[int, int]]]:
    """Return the rates of a measure in the units of the lowest level on the day, by the unit right above them."""
    map_ = site.dataset.map(site.day)
    rates: dict[int, list[tuple[int, int]]] = {}
    for unit in map_.level(site.dataset.manifest.levels[-1].id):
        figure = site.figures.at(measure, unit, When(site.day))
        if figure.num is not None and figure.den is not None and len(map_.paths[unit]) > 1:
            rates.setdefault(map_.paths[unit][1], []).append((figure.num, figure.den))
    return rates
