"""The annex that every office makes: a row a unit, with what each family of measures has of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from antq_cli.answers.arranging import Place, kept, ordering_of, valued
from antq_cli.answers.called import above
from antq_cli.answers.month import Chosen, compared
from antq_cli.answers.ordering import cut
from antq_cli.answers.query import Query
from antq_cli.core.annex import Annex, AnnexRow
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Key, Summary
from antq_cli.core.measures import Measure
from antq_cli.core.ordering import Arrangement
from antq_cli.counting.asking import Figures

# What is shown of a kind of a family: of the standard, who meets it.
_SHOWN = {"standards": "met"}
# The families of which a rate is shown: of teams and models only how many there are.
_RATED = {"pledges": None, **_SHOWN}


def annex(figures: Figures, asked: Query, chosen: Chosen, before: Period | None, wanted: Arrangement) -> Annex | None:
    """Return the units of a level as they are wanted; raises :class:`Refused`.

    None is returned where nothing that is shown could order them so.
    """
    assert asked.by is not None
    dataset, basis = figures.dataset, asked.basis or asked.day
    summaries = compared(figures, asked._replace(rest=True), chosen, before)
    ordering = ordering_of(summaries, wanted.by, _RATED)
    if ordering is None:
        return None
    unit = dataset.map(basis).top if asked.unit is None else asked.unit
    assert unit is not None
    where = dataset.atlas.units[unit]
    measures = [measure for summary in summaries for measure in _measures(summary)]
    rows = {(row.unit, row.level): row for row in _rows(summaries, of_totals=False)}
    value = valued(summaries, ordering)
    shown, others = cut([place for place in rows if place[1] is not None], value, wanted.by, wanted.top)
    ordering = ordering._replace(known=any(value(place) is not None for place in (*shown, *others)))
    ranks = _ranks(map(value, rows)) if wanted.by.by == "rate" else {}
    names = above(dataset.map(basis), asked.by, unit)
    units = [
        rows[place]._replace(number=number, rank=ranks.get(value(place)), above=names.get(place[0]))
        for number, place in enumerate(shown, 1)
    ]
    told = ordering if wanted.asked else None
    return Annex(
        summaries=[kept(each, shown, others)._replace(ordering=told) for each in summaries] if told else summaries,
        measures=measures,
        rows=[*units, *_rest(rows.values(), summaries, measures)],
        totals=list(_rows(summaries, of_totals=True)),
        as_of=asked.day,
        unit=where.code,
        unit_name=where.name,
        by=asked.by,
        basis=basis,
        ordering=told,
        omitted=_omitted([rows[place] for place in others]) if others else None,
    )


def _rest(rows: Iterable[AnnexRow], summaries: Sequence[Summary], measures: Sequence[Measure]) -> list[AnnexRow]:
    """Return the row of what is held above the level, if it tells anything."""
    by_key = {row.key: row for summary in summaries for row in summary.figures}
    return [row for row in rows if row.level is None and _tells(row, measures, by_key)]


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


def _models(summary: Summary, *, of_totals: bool) -> Iterator[tuple[Place, int | None]]:
    """Yield how many models of all kinds there are at each unit; of other families nothing."""
    measures = {kind.measure for kind in summary.kinds if kind.measure.family == "models"}
    numbers: dict[Place, list[int | None]] = {}
    for row in summary.totals if of_totals else summary.rows:
        if row.measure in measures:
            numbers.setdefault((row.unit, row.level), []).append(row.num)
    for place, several in numbers.items():
        known = None not in several and not summary.unreachable
        yield place, sum(number or 0 for number in several) if known else None


def _tells(row: AnnexRow, measures: Sequence[Measure], by_key: Mapping[Key, Figure]) -> bool:
    found = (by_key.get((measure, row.unit, row.level)) for measure in measures)
    return any(figure is not None and figure.tells for figure in found)


def _omitted(rows: Sequence[AnnexRow]) -> AnnexRow:
    """One row for the units that are not shown; its models are None where those of one unit are not known."""
    models = [row.models for row in rows]
    together = None if None in models else sum(number or 0 for number in models)
    return AnnexRow(None, None, "", "", rows[0].level, together, units=len(rows))


def _ranks(values: Iterable[Any]) -> dict[Any, int]:
    """Return the place of each rate, the highest first; equal rates share one."""
    ranks: dict[Any, int] = {}
    for place, value in enumerate(sorted((each for each in values if each is not None), reverse=True), 1):
        ranks.setdefault(value, place)  # behind two that share a place the next one is left empty
    return ranks
