"""How the standard stands at a unit: each kind of subject on its own day, in its own window."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.standards import Card, Standards, Subject
from antq_cli.counting.asking import Figures
from antq_cli.counting.criteria import cards, disagreements, rule_of
from antq_cli.counting.figures import Printer, add_up
from antq_cli.counting.ground import once
from antq_cli.counting.standards import EXEMPT, Window, assessments_of, window_named, window_of
from antq_cli.counting.summary import Question, summarise


class Asked(NamedTuple):
    """What is asked of the standard: the question, the name of a window, whether the criteria are to be shown."""

    question: Question
    window: str | None = None
    criteria: bool = False


def standing(figures: Figures, asked: Asked) -> Standards:
    """Return the results of the kinds of subject that are asked for; raises :class:`Refused`."""
    question = asked.question
    ground = figures.ground
    subjects = [_subject(figures, kind, asked) for kind in _kinds(figures, asked)]
    found = [finding for subject in subjects for finding in subject.summary.findings]
    made: list[Card] | None = None
    if asked.criteria:
        made, told = _cards(figures, asked)
        found += [*told, *figures.findings]
    basis = question.basis or question.day
    unit = ground.map(basis).top if question.unit is None else question.unit
    assert unit is not None
    where = ground.atlas.units[unit]
    return Standards(subjects, made, question.day, where.code, where.name, question.by, basis, once(found))


def _kinds(figures: Figures, asked: Asked) -> list[Kind]:
    """Return the kinds of subject that are asked for; of a window by name, those that have it on the day."""
    kinds = figures.family("standards").kinds(asked.question.kinds)
    if asked.window is None:
        return kinds
    windows = [(kind, *window_asked(figures, kind.id, asked)) for kind in kinds]
    manifest = figures.ground.manifest
    return [kind for kind, window, day in windows if window and window_of(manifest, kind.id, day) == window]


def window_asked(figures: Figures, subject: str, asked: Asked) -> tuple[Window | None, date]:
    """Return the window in which a kind of subject is judged, and the day on which it is counted."""
    manifest, day = figures.ground.manifest, asked.question.day
    if asked.window is None:
        return window_of(manifest, subject, day), day
    window = window_named(manifest, subject, asked.window, day)
    return window, day if window is None else min(day, window.period.last)


def _at(figures: Figures, asked: Asked, day: date) -> Question:
    """Return the question of a day: on the map of the day itself, unless the unit that is asked for is not on it."""
    question = asked.question
    there = figures.ground.map(day)
    own = question.basis in (None, question.day) and (question.unit is None or question.unit in there.paths)
    return question._replace(day=day, basis=None if own and there.top is not None else question.basis)


def _subject(figures: Figures, kind: Kind, asked: Asked) -> Subject:
    window, day = window_asked(figures, kind.id, asked)
    question = _at(figures, asked, day)
    summary = summarise(figures.family("standards"), question._replace(kinds=[kind.id]))
    exempt = {} if window is None or kind.source == "returns" else _exempt(figures, kind, question)
    return Subject(kind, None if window is None else rule_of(figures, window), summary, exempt)


def _exempt(figures: Figures, kind: Kind, question: Question) -> Mapping[tuple[str, str | None], int]:
    """Return how many the regime leaves out, at each unit that a summary has a row of, where there are any."""
    ground = figures.ground
    chart = ground.chart(question.day, question.basis)
    spread = assessments_of(ground).spread(kind.id, EXEMPT, chart)
    counted = add_up(figures.family("standards"), kind, spread, chart)
    printer = Printer(ground, chart, None)
    unit = chart.basis.top if question.unit is None else question.unit
    assert unit is not None
    rows = [printer.figure(counted, unit)]
    rows += [] if question.by is None else printer.rows([counted], unit, question.by, rest=question.rest)
    return {(row.unit, row.level): row.num for row in rows if row.num}


def _cards(figures: Figures, asked: Asked) -> tuple[list[Card], list[Finding]]:
    """Return the cards of the units that are asked for and that are judged, and where a decision is contradicted."""
    made: list[Card] = []
    told: list[Finding] = []
    for kind, window, question, units in _judged(figures, asked):
        chart = figures.ground.chart(question.day, question.basis)
        of_kind = list(cards(figures, kind.id, window, chart, units))
        told += disagreements(figures, of_kind, kind.id, window, chart)
        made += of_kind
    return made, told


def _judged(figures: Figures, asked: Asked) -> Iterator[tuple[Kind, Window, Question, Sequence[int]]]:
    """Yield the kinds of subject that are levels, with those of their units that are asked for."""
    for kind in _kinds(figures, asked):
        window, day = window_asked(figures, kind.id, asked)
        if window is None or not figures.ground.manifest.is_level(kind.id):
            continue
        question = _at(figures, asked, day)
        map_ = figures.ground.chart(question.day, question.basis).basis
        unit = map_.top if question.unit is None else question.unit
        assert unit is not None
        level = figures.ground.atlas.units[unit].level
        if kind.id in (question.by, level):
            yield kind, window, question, map_.level(kind.id, unit)
