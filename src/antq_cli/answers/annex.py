"""The annex that every office makes: a row a unit, with what each family of measures has of it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from antq_cli.answers.called import above
from antq_cli.answers.month import Chosen, compared
from antq_cli.answers.query import Query
from antq_cli.core.annex import Annex, AnnexRow
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Key, Kind, Summary
from antq_cli.core.measures import Measure
from antq_cli.counting.asking import Figures

# What is shown of a kind of a family: of the standard, who meets it.
_SHOWN = {"standards": "met"}
_Place = tuple[str, str | None]


def annex(figures: Figures, asked: Query, chosen: Chosen, before: Period | None, *, ranked: bool) -> Annex:
    """Return the units of a level; raises :class:`Refused`.

    They go by code, or where they are to be ``ranked`` by the rate of the first pledge kind, the highest first.
    """
    assert asked.by is not None
    dataset, basis = figures.dataset, asked.basis or asked.day
    summaries = compared(figures, asked._replace(rest=True), chosen, before)
    unit = dataset.map(basis).top if asked.unit is None else asked.unit
    assert unit is not None
    where = dataset.atlas.units[unit]
    by_key = {row.key: row for summary in summaries for row in summary.figures}
    measures = [measure for summary in summaries for measure in _measures(summary)]
    first = next((each.kinds[0] for each in summaries if each.kinds and each.kinds[0].measure.rated), None)
    order = first if ranked else None
    names = above(dataset.map(basis), asked.by, unit)
    rows = [row for row in _rows(summaries, of_totals=False) if row.level is not None or _tells(row, measures, by_key)]
    rows = [row._replace(above=names.get(row.unit)) for row in _ordered(rows, order, by_key)]
    totals = list(_rows(summaries, of_totals=True))
    return Annex(summaries, measures, rows, totals, order, asked.day, where.code, where.name, asked.by, basis)


def _measures(summary: Summary) -> Iterator[Measure]:
    """Yield the columns of a summary: of what there is on the day, or is anyhow, where units have something of it."""
    for kind in summary.kinds:
        measure = kind.measure.of(_SHOWN.get(kind.measure.family))
        rows = [row for row in summary.rows if row.measure == measure]
        there = kind.exists(summary.as_of) or any(row.num for row in rows)
        known = [row for row in rows if row.level is not None and row.state != "below-grain"]
        if there and any(row.den != 0 or row.left_out for row in known):
            yield measure


def _rows(summaries: Sequence[Summary], *, of_totals: bool) -> Iterator[AnnexRow]:
    """Yield a row for each unit of which any summary has a figure, in the order of the map."""
    of_summaries = [each.totals if of_totals else each.rows for each in summaries]
    units = {(row.unit, row.level): row.unit_name for rows in of_summaries for row in rows}
    models = {key: number for summary in summaries for key, number in _models(summary, of_totals=of_totals)}
    for (unit, level), name in units.items():
        yield AnnexRow(None, None, unit, name, level, models.get((unit, level)))


def _models(summary: Summary, *, of_totals: bool) -> Iterator[tuple[_Place, int | None]]:
    """Yield how many models of all kinds there are at each unit; of other families nothing."""
    measures = {kind.measure for kind in summary.kinds if kind.measure.family == "models"}
    numbers: dict[_Place, list[int | None]] = {}
    for row in summary.totals if of_totals else summary.rows:
        if row.measure in measures:
            numbers.setdefault((row.unit, row.level), []).append(row.num)
    for place, several in numbers.items():
        known = None not in several and not summary.unreachable
        yield place, sum(number or 0 for number in several) if known else None


def _tells(row: AnnexRow, measures: Sequence[Measure], by_key: Mapping[Key, Figure]) -> bool:
    found = (by_key.get((measure, row.unit, row.level)) for measure in measures)
    return any(figure is not None and figure.tells for figure in found)


def _ordered(rows: Sequence[AnnexRow], kind: Kind | None, by_key: Mapping[Key, Figure]) -> Iterator[AnnexRow]:
    """Yield the rows numbered, what is held above them last; by a rate those behind that have none."""
    rates = {row: None if kind is None else _rate(by_key.get((kind.measure, row.unit, row.level))) for row in rows}
    apart = [row for row in rows if row.level is None]
    units = sorted((row for row in rows if row.level is not None), key=lambda row: -(rates[row] or Fraction(-1)))
    rank, before = 0, None
    for number, row in enumerate(sorted(units, key=lambda row: rates[row] is None), 1):
        rate = rates[row]
        rank = rank if rate == before else number
        before = rate
        yield row._replace(number=number, rank=None if rate is None else rank)
    yield from apart


def _rate(figure: Figure | None) -> Fraction | None:
    """Return the rate of a figure that is wholly known."""
    if figure is None or figure.level is None or figure.state != "counted" or figure.num is None or not figure.den:
        return None
    return Fraction(figure.num, figure.den)
