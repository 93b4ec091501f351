"""How the standard stands at a unit: each kind of subject on its own day, in its own window."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from antq_cli.answers import called
from antq_cli.answers.criteria import cards, disagreements, rule_of
from antq_cli.answers.query import Query
from antq_cli.answers.summary import asked_units, before_everything, figures_of, summarise
from antq_cli.core.figures import Kind, Summary
from antq_cli.core.standards import Card, Standards, SubjectResults, UnitResults
from antq_cli.counting.asking import Figures
from antq_cli.counting.bodies import listed
from antq_cli.counting.figures import FigureMaker, add_up
from antq_cli.counting.standards import EXEMPT, Window, window_named, window_of, windows_ended


def standing(figures: Figures, asked: Query) -> Standards:
    """Return the results of the kinds of subject that are asked for; raises :class:`Refused`."""
    dataset = figures.dataset
    subjects = [_subject(figures, kind, asked) for kind in _kinds(figures, asked)]
    made = _cards(figures, asked) if asked.criteria else None
    basis = asked.basis or asked.day
    units = asked_units(dataset, asked)
    unjudged = list(_unjudged(figures, asked))
    return Standards(subjects, made, asked.day, *units[0], asked.by, basis, units, unjudged)


def concluded(figures: Figures, asked: Query) -> tuple[Standards, list[SubjectResults]]:
    """Return the standard on the last day of each window that ended within a period; raises :class:`Refused`.

    A kind of subject of which none has ended stands as it does on the day, and so do all without a period. What has
    begun after those that ended is told apart.
    """
    running = standing(figures, asked)
    if asked.period is None:
        return running, []
    told: list[SubjectResults] = []
    begun: list[SubjectResults] = []
    for subject in running.subjects:
        windows = windows_ended(figures.dataset.manifest, subject.kind.id, asked.period)
        days = [each.period.last for each in windows if not before_everything(figures.dataset, each.period.last)]
        for day in days:
            told += (
                [subject] if day == asked.day else standing(figures, _on_last(figures, asked, subject, day)).subjects
            )
        if not days:
            told.append(subject)
        elif days[-1] != asked.day and subject.rule is not None:
            begun.append(subject)
    return running._replace(subjects=told), begun


def _on_last(figures: Figures, asked: Query, subject: SubjectResults, day: date) -> Query:
    """Return the query of a kind of subject on the last day of a window: on the map of that day, if units are the same.

    Where units have become others since, all stands on the map by which the rest is told.
    """
    dataset, basis = figures.dataset, asked.basis or asked.day
    same = not any(day < each.date <= basis for each in dataset.atlas.crossings)
    there = same and asked.asked(dataset.map(basis))[0] in dataset.map(day).paths
    kinds = [subject.kind.id]
    return asked._replace(day=day, basis=day if there else basis, period=None, kinds=kinds)


def _kinds(figures: Figures, asked: Query) -> list[Kind]:
    """Return the kinds of subject that are asked for; of a window by name, those that have it on the day.

    By a kind of organisation only that kind is told, for no other subject is one of them.
    """
    kinds = _declared(figures, asked)
    if asked.window is None:
        return kinds
    windows = [(kind, *window_asked(figures, kind.id, asked)) for kind in kinds]
    manifest = figures.dataset.manifest
    return [kind for kind, window, day in windows if window and window_of(manifest, kind.id, day) == window]


def _declared(figures: Figures, asked: Query) -> list[Kind]:
    """Return the kinds of subject that the manifest has, of those that are asked for, whether judged or not."""
    kinds = figures.family("standards").kinds(asked.kinds)
    if asked.by is None or figures.dataset.manifest.is_level(asked.by):
        return kinds
    return listed(figures.dataset.manifest, kinds, asked.by)


def _unjudged(figures: Figures, asked: Query) -> Iterator[Kind]:
    """Yield the kinds of subject that no regime judges in the window that is asked for by its name, if one is."""
    if asked.window is not None:
        yield from (kind for kind in _declared(figures, asked) if window_asked(figures, kind.id, asked)[0] is None)


def window_asked(figures: Figures, subject: str, asked: Query) -> tuple[Window | None, date]:
    """Return the window in which a kind of subject is judged, and the day on which it is counted."""
    manifest, day = figures.dataset.manifest, asked.day
    if asked.window is None:
        return window_of(manifest, subject, day), day
    window = window_named(manifest, subject, asked.window, day)
    # A window that is over is looked at on its last day: what was decided later is of the next one.
    return window, day if window is None else min(day, window.period.last)


def _at(figures: Figures, asked: Query, day: date) -> Query:
    """Return the query of a day: on the map of the day itself, unless the unit that is asked for is not on it."""
    there = figures.dataset.map(day)
    known = all(unit in there.paths for unit in (asked.unit, *asked.others) if unit is not None)
    own = asked.basis in (None, asked.day) and known
    return asked._replace(day=day, basis=None if own and there.top is not None else asked.basis)


def _subject(figures: Figures, kind: Kind, asked: Query) -> SubjectResults:
    window, day = window_asked(figures, kind.id, asked)
    query = _at(figures, asked, day)
    kind = _named(kind, window)
    summary = summarise(figures.family("standards"), query._replace(kinds=[kind.id]))
    summary = summary._replace(kinds=[_named(each, window) for each in summary.kinds])
    if summary.unreachable:
        return SubjectResults(kind, None, summary, ())
    exempt = {} if window is None or kind.source == "returns" else _exempt(figures, kind, query)
    units = list(units_of(kind, summary, exempt))
    return SubjectResults(kind, None if window is None else rule_of(figures, window), summary, units)


def _named(kind: Kind, window: Window | None) -> Kind:
    """Return a kind of subject as the regime of its window calls it, if that has names of its own."""
    if window is None or not (window.judged.vi or window.judged.en):
        return kind
    return kind._replace(vi=window.judged.vi, en=window.judged.en)


def units_of(kind: Kind, summary: Summary, exempt: Mapping[tuple[str, str | None], int]) -> Iterator[UnitResults]:
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
    rows, totals = figures_of(family, FigureMaker(dataset, regrouping, None), [counted], query, EXEMPT)
    return {(row.unit, row.level): row.num for row in (*rows, *totals) if row.num}


def _cards(figures: Figures, asked: Query) -> list[Card]:
    """Return the cards of the units that are asked for and that are judged; report where a decision is contradicted."""
    made: list[Card] = []
    for kind, window, query, units in _judged(figures, asked):
        regrouping = figures.dataset.regrouping(query.day, query.basis)
        of_kind = list(cards(figures, kind.id, window, regrouping, units))
        figures.dataset.report(disagreements(figures, of_kind, kind.id, window, regrouping))
        names = called.within(regrouping.basis, units)
        made += [card._replace(above=names.get(card.unit)) for card in of_kind]
    return made


def _judged(figures: Figures, asked: Query) -> Iterator[tuple[Kind, Window, Query, Sequence[int]]]:
    """Yield the kinds of subject that are levels, with those of their units that are asked for.

    Of units that nobody judges, and by no level, these are the units of the highest level below them of which criteria
    are asked.
    """
    found = [(kind, *rest) for kind in _kinds(figures, asked) for rest in _below(figures, kind, asked)]
    shown = [(kind, window, query, units) for kind, window, query, units, _ in found if units]
    if not shown and asked.by is None:
        lower = [(kind, window, query, below) for kind, window, query, _, below in found if below]
        depth = figures.dataset.manifest.depth
        shown = sorted((each for each in lower if each[1].judged.criteria), key=lambda each: depth(each[0].id))[:1]
    yield from ((kind, window, query, list(dict.fromkeys(units))) for kind, window, query, units in shown)


def _below(figures: Figures, kind: Kind, asked: Query) -> Iterator[tuple[Window, Query, Sequence[int], Sequence[int]]]:
    """Yield the window in which a level is judged, if it is one, and the query of its day; who is judged of the units.

    That are first those who are asked for, themselves or by the level, and then all that lie in the units.
    """
    window, day = window_asked(figures, kind.id, asked)
    if window is None or not figures.dataset.manifest.is_level(kind.id):
        return
    query = _at(figures, asked, day)
    map_ = figures.dataset.regrouping(query.day, query.basis).basis
    levels = {unit: figures.dataset.atlas.units[unit].level for unit in query.asked(map_)}
    all_ = {unit: map_.level(kind.id, unit) for unit in levels}
    told = [number for unit in levels if kind.id in (query.by, levels[unit]) for number in all_[unit]]
    yield window, query, told, [number for numbers in all_.values() for number in numbers]
