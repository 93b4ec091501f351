"""How the standard stands at a unit: each kind of subject on its own day, in its own window."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from antq_cli.answers.criteria import cards, disagreements, rule_of
from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.figures import Kind, Summary
from antq_cli.core.standards import Card, Standards, SubjectResults, UnitResults
from antq_cli.counting.asking import Figures
from antq_cli.counting.bodies import bodies, listed, tell
from antq_cli.counting.figures import FigureMaker, add_up
from antq_cli.counting.standards import EXEMPT, Window, window_named, window_of


def standing(figures: Figures, asked: Query) -> Standards:
    """Return the results of the kinds of subject that are asked for; raises :class:`Refused`."""
    dataset = figures.dataset
    subjects = [_subject(figures, kind, asked) for kind in _kinds(figures, asked)]
    made = _cards(figures, asked) if asked.criteria else None
    basis = asked.basis or asked.day
    unit = dataset.map(basis).top if asked.unit is None else asked.unit
    assert unit is not None
    where = dataset.atlas.units[unit]
    return Standards(subjects, made, asked.day, where.code, where.name, asked.by, basis)


def _kinds(figures: Figures, asked: Query) -> list[Kind]:
    """Return the kinds of subject that are asked for; of a window by name, those that have it on the day.

    By a kind of organisation only that kind is told, for no other subject is one of them.
    """
    family = figures.family("standards")
    kinds = family.kinds(asked.kinds)
    if asked.by is not None and not figures.dataset.manifest.is_level(asked.by):
        kinds = listed(figures.dataset.manifest, kinds, asked.by)
    if asked.window is None:
        return kinds
    windows = [(kind, *window_asked(figures, kind.id, asked)) for kind in kinds]
    manifest = figures.dataset.manifest
    return [kind for kind, window, day in windows if window and window_of(manifest, kind.id, day) == window]


def window_asked(figures: Figures, subject: str, asked: Query) -> tuple[Window | None, date]:
    """Return the window in which a kind of subject is judged, and the day on which it is counted."""
    manifest, day = figures.dataset.manifest, asked.day
    if asked.window is None:
        return window_of(manifest, subject, day), day
    window = window_named(manifest, subject, asked.window, day)
    return window, day if window is None else min(day, window.period.last)


def _at(figures: Figures, asked: Query, day: date) -> Query:
    """Return the query of a day: on the map of the day itself, unless the unit that is asked for is not on it."""
    there = figures.dataset.map(day)
    own = asked.basis in (None, asked.day) and (asked.unit is None or asked.unit in there.paths)
    return asked._replace(day=day, basis=None if own and there.top is not None else asked.basis)


def _subject(figures: Figures, kind: Kind, asked: Query) -> SubjectResults:
    window, day = window_asked(figures, kind.id, asked)
    query = _at(figures, asked, day)
    summary = summarise(figures.family("standards"), query._replace(kinds=[kind.id]))
    if summary.unreachable:
        return SubjectResults(kind, None, summary, ())
    exempt = {} if window is None or kind.source == "returns" else _exempt(figures, kind, query)
    units = list(_units(kind, summary, exempt))
    return SubjectResults(kind, None if window is None else rule_of(figures, window), summary, units)


def _units(kind: Kind, summary: Summary, exempt: Mapping[tuple[str, str | None], int]) -> Iterator[UnitResults]:
    """Yield the results of each unit of a summary; whom the regime leaves out is not reported."""
    by_key = {row.key: row for row in summary.figures}
    for base in (row for row in summary.figures if row.measure == kind.measure):
        met, not_met, pending = (
            by_key[base.measure.of(part), base.unit, base.level] for part in ("met", "not-met", "pending")
        )
        left_out = None if kind.source == "returns" else exempt.get((base.unit, base.level), 0)
        yield UnitResults(base, met, not_met, pending, left_out)


def _exempt(figures: Figures, kind: Kind, query: Query) -> Mapping[tuple[str, str | None], int]:
    """Return how many the regime leaves out, at each unit that a summary has a row of, where there are any."""
    dataset = figures.dataset
    regrouping = dataset.regrouping(query.day, query.basis)
    family = figures.family("standards")
    amounts = family.source(kind).amounts(EXEMPT, regrouping)
    regrouping.refuse_if_unreachable({} if amounts is None else amounts.unsure, query.units(regrouping.basis))
    counted = add_up(family, kind, amounts, regrouping)
    maker = FigureMaker(dataset, regrouping, None)
    unit = regrouping.basis.top if query.unit is None else query.unit
    assert unit is not None
    rows = [maker.figure(counted, unit)]
    if query.by is not None and dataset.manifest.is_level(query.by):
        rows += maker.rows([counted], unit, query.by, rest=query.rest)
    elif query.by is not None:
        among = bodies(regrouping, dataset, query.by, unit)
        told = tell(family, kind, (regrouping, unit), among, part=EXEMPT)
        rows += maker.of_bodies([(counted, told)], among, unit, rest=query.rest)
    return {(row.unit, row.level): row.num for row in rows if row.num}


def _cards(figures: Figures, asked: Query) -> list[Card]:
    """Return the cards of the units that are asked for and that are judged; report where a decision is contradicted."""
    made: list[Card] = []
    for kind, window, query, units in _judged(figures, asked):
        regrouping = figures.dataset.regrouping(query.day, query.basis)
        of_kind = list(cards(figures, kind.id, window, regrouping, units))
        figures.dataset.report(disagreements(figures, of_kind, kind.id, window, regrouping))
        made += of_kind
    return made


def _judged(figures: Figures, asked: Query) -> Iterator[tuple[Kind, Window, Query, Sequence[int]]]:
    """Yield the kinds of subject that are levels, with those of their units that are asked for.

    Of a unit that nobody judges, and by no level, these are the units of the highest level below it of which criteria
    are asked.
    """
    found = [(kind, *rest) for kind in _kinds(figures, asked) for rest in _below(figures, kind, asked)]
    units, manifest = figures.dataset.atlas.units, figures.dataset.manifest
    shown = [each for each in found if each[0].id in (asked.by, units[each[3]].level)]
    if not shown and asked.by is None:
        below = [each for each in found if each[4] and each[1].judged.criteria]
        shown = sorted(below, key=lambda each: manifest.depth(each[0].id))[:1]
    yield from ((kind, window, query, judged) for kind, window, query, _, judged in shown)


def _below(figures: Figures, kind: Kind, asked: Query) -> Iterator[tuple[Window, Query, int, Sequence[int]]]:
    """Yield the window in which a level is judged, if it is one, the query of its day, the unit, and who is judged."""
    window, day = window_asked(figures, kind.id, asked)
    if window is None or not figures.dataset.manifest.is_level(kind.id):
        return
    query = _at(figures, asked, day)
    map_ = figures.dataset.regrouping(query.day, query.basis).basis
    unit = map_.top if query.unit is None else query.unit
    assert unit is not None
    yield window, query, unit, map_.level(kind.id, unit)
