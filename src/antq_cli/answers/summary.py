"""Summaries: the figures of the kinds of a family at a unit, or at the units of a level below it."""

from collections import ChainMap, defaultdict
from collections.abc import Sequence
from datetime import date

from antq_cli.answers.called import above_organisations, within
from antq_cli.answers.query import Query
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Asked, Figure, HouseholdsEach, Key, Kind, Summary, Together
from antq_cli.core.measures import Measure
from antq_cli.core.ratio import Ratio
from antq_cli.counting import bulk
from antq_cli.counting.bodies import bodies, listed, tell
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.figures import Counted, FigureMaker, add_up
from antq_cli.units.daymap import DayMap
from antq_cli.units.regrouping import PARTLY_OUT_OF_REACH, OutOfReach

# Registers of what happened, and of what came to be, each with the column of the day.
_DATED = {
    **dict.fromkeys(("pledges", "returns", "assessments"), "date"),
    **dict.fromkeys(("teams", "models"), "established"),
    "activities": "first",
}


def summarise(family: Family, asked: Query) -> Summary:
    """Count the kinds of a family (``pledges``, ``teams``): raises :class:`Refused` where a basis is out of reach.

    With ``by`` the rows are the units of the level and one row of what is held above them; without, the unit itself.
    ``partly`` asked for, kinds that are out of reach are told apart, and why that is so is reported.
    """
    kinds = family.kinds(asked.kinds)
    if not asked.partly:
        return _summarise(family, asked, kinds)
    try:
        return _summarise(family, asked, kinds)
    except OutOfReach:
        beyond = [kind for kind in kinds if not _reached(family, asked, kind)]
    found = _summarise(family, asked, [kind for kind in kinds if kind not in beyond])
    return found._replace(unreachable=beyond, together=None)


def _reached(family: Family, asked: Query, kind: Kind) -> bool:
    """Return whether a basis has a place for all of a kind; report what it has none for."""
    try:
        _summarise(family, asked, [kind])
    except OutOfReach as refused:
        family.dataset.report(finding._replace(rule=PARTLY_OUT_OF_REACH) for finding in refused.findings)
        return False
    return True


def _summarise(family: Family, asked: Query, kinds: Sequence[Kind]) -> Summary:
    dataset = family.dataset
    regrouping = dataset.regrouping(asked.day, asked.basis)
    measured = family.measured(kinds, asked.flowing)
    several = [(kind, family.amounts(kind, regrouping, asked.period)) for kind in measured]
    dataset.book.refuse_if_unreadable()
    # Where a site lies on the day is the same, whichever kind it is that has something there.
    unsure = ChainMap(*(amounts.unsure for _, amounts in several if amounts is not None))
    regrouping.refuse_if_unreachable(unsure, asked.units(regrouping.basis))
    counted = [add_up(family, kind, amounts, regrouping) for kind, amounts in several]
    maker = FigureMaker(dataset, regrouping, asked.flowing)
    rows, totals = figures_of(family, maker, counted, asked)
    units = asked_units(dataset, asked)
    return Summary(
        kinds=kinds,
        as_of=asked.day,
        unit=units[0].code,
        unit_name=units[0].name,
        by=asked.by,
        rows=rows,
        totals=totals,
        basis=regrouping.basis.day,
        before_everything=before_everything(dataset, asked.day),
        period=asked.flowing,
        control=[one.control for one in counted if one.control is not None],
        together=None if asked.others else _together(kinds, totals or rows),
        asked=units,
        tree=asked.tree,
        above=_above(regrouping.basis, asked, rows),
        bodies=of_bodies(dataset, asked),
    )


def of_family(name: str, dataset: Dataset, asked: Query, period: Period | None = None) -> Query:
    """Return a query as a family takes it: of flows alone within a period, without one within that of its day."""
    days = dataset.manifest.within(name, asked.day)
    return asked if days is None else asked._replace(period=period or days, flows=True)


def asked_units(dataset: Dataset, asked: Query) -> list[Asked]:
    """Return the units that are asked for, by code and name."""
    numbers = asked.asked(dataset.map(asked.basis or asked.day))
    return [Asked(dataset.atlas.units[unit].code, dataset.atlas.units[unit].name) for unit in numbers]


def of_bodies(dataset: Dataset, asked: Query) -> bool:
    """Return whether rows are asked for by a kind of organisation, and not by a level."""
    return asked.by is not None and not dataset.manifest.is_level(asked.by)


def _of_bodies(
    family: Family, maker: FigureMaker, counted: Sequence[Counted], asked: Query, unit: int, part: str | None
) -> list[Figure]:
    """Return the figures of the organisations of a kind in a unit, and of what is of none of them."""
    dataset, by = family.dataset, str(asked.by)
    of_them = {kind.measure for kind in listed(dataset.manifest, [one.kind for one in counted], by)}
    if not of_them:
        return []
    regrouping = maker.regrouping
    among = bodies(regrouping, dataset, by, unit)
    several = [one for one in counted if one.kind.measure in of_them]
    told = [(one, tell(family, one.kind, (regrouping, unit), among, asked.flowing, part)) for one in several]
    names = above_organisations(dataset, regrouping.day, {body.code for body in among})
    rows = maker.of_bodies(told, among, unit, rest=asked.rest)
    return [row._replace(above=names.get(row.unit)) for row in rows]


def figures_of(
    family: Family, maker: FigureMaker, counted: Sequence[Counted], asked: Query, part: str | None = None
) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """Return the rows of what is asked for, and the totals under which they stand, each before those that are in it.

    Without ``by`` the rows are those of the units themselves, and there is no total. ``part`` is what was counted,
    where that is none of the measure's parts.
    """
    if of_bodies(family.dataset, asked):
        (unit,) = asked.asked(maker.map)
        rows = _of_bodies(family, maker, counted, asked, unit, part)
        return rows, [maker.figure(one, unit) for one in counted]
    forest = asked.forest(maker.map)
    if forest is None or asked.by is None:
        return [maker.figure(one, unit) for unit in asked.asked(maker.map) for one in counted], ()
    totals = [maker.figure(one, group.unit, group.above) for group in forest.groups() for one in counted]
    return list(maker.rows(counted, forest, asked.by, rest=asked.rest)), totals


def _above(map_: DayMap, asked: Query, rows: Sequence[Figure]) -> dict[str, str]:
    """Return the names of what units lie in, by code, where another one under the same total bears their own."""
    forest = asked.forest(map_)
    units = asked.asked(map_) if forest is None else (unit for group in forest.groups() for unit in group.rows)
    numbers = {map_.atlas.units[unit].code: unit for unit in units}
    groups: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.level is not None:
            groups[row.under][row.unit] = numbers[row.unit]
    return {code: name for group in groups.values() for code, name in within(map_, group.values()).items()}


def _together(kinds: Sequence[Kind], totals: Sequence[Figure]) -> Together:
    """Return what the kinds come to, each of which is counted apart."""
    measures = {kind.measure for kind in kinds}
    numbers = [row.num for row in totals if row.measure in measures]
    return Together(len(measures), None if None in numbers else sum(number or 0 for number in numbers))


def before_everything(dataset: Dataset, day: date) -> bool:
    """Return whether a day lies before the first dated row of the registers that were read.

    A team or a model without a day has always been there: of when things began its register says nothing.
    """
    read = tuple(name for name in _DATED if dataset.book.was_read(name))
    first = dataset.share(("first day", read), lambda: _first_day(dataset, read))
    return first is not None and day < date.fromisoformat(first)


def _first_day(dataset: Dataset, read: Sequence[str]) -> str | None:
    tables = ((dataset.book.table(name), _DATED[name]) for name in read)
    dated = ((table, column) for table, column in tables if "" not in bulk.distinct(table, column))
    return min(filter(None, (bulk.earliest(table, column) for table, column in dated)), default=None)


def with_households(dataset: Dataset, asked: Query, summary: Summary) -> Summary:
    """Return a summary of teams with the households of the same units, where the book knows how many there are.

    Where a basis has no place for some of the households, it is not known how many there are to each team.
    """
    family = Family(dataset, "households")
    kind = next(iter(family.kinds()))
    if not family.can_count(kind):
        return summary
    try:
        households = summarise(family, asked._replace(kinds=(), flows=False, partly=False))
    except OutOfReach:  # the teams have a place all the same
        households = None
    return beside(summary, households)


def beside(summary: Summary, households: Summary | None) -> Summary:
    """Return a summary of teams beside the households of the same units."""
    return summary._replace(households=households, each=_each(summary, households))


def _each(summary: Summary, households: Summary | None) -> dict[Key, HouseholdsEach]:
    """Return how many households there are to each team of a kind, unit by unit."""
    of_units = {} if households is None else {row.key: row for row in households.figures}
    measures = {kind.measure for kind in summary.kinds}
    return {
        row.key: _to_each(row, of_units.get((Measure("households"), row.unit, row.level)))
        for row in summary.figures
        if row.measure in measures
    }


def _to_each(figure: Figure, households: Figure | None) -> HouseholdsEach:
    known = households is not None and households.state == "counted"
    num = households.num if households is not None and known else None
    return HouseholdsEach(figure, households, None if num is None else Ratio(num, figure.num).each())
