"""The campaign on one page: every family of measures, the claims, the directives."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from antq_cli.answers.claims import claims
from antq_cli.answers.query import Query
from antq_cli.answers.standing import standing
from antq_cli.answers.summary import of_family, summarise, with_households
from antq_cli.core.claims import Claims, with_verdicts
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import parse_figure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.overview import Overview
from antq_cli.core.registers import Directive, Partner
from antq_cli.counting.asking import Figures, When
from antq_cli.reading.book import Book
from antq_cli.units.regrouping import OutOfReach


def overview(figures: Figures, asked: Query, reason: Callable[[Finding], str | None]) -> Overview:
    """Return what is known at a unit on a day, given why the book waives findings; raises :class:`Refused`."""
    dataset = figures.dataset
    pledges, teams, models = (summarise(figures.family(name), asked) for name in ("pledges", "teams", "models"))
    teams = with_households(dataset, asked, teams) if teams.kinds else teams
    activities = summarise(figures.family("activities"), of_family("activities", dataset, asked))
    standards = standing(figures, asked)
    every = _claims_of(figures, asked, reason)
    held = _until(every, asked.day)
    later = len(every.held) - len(held.held)
    named = directives_until(dataset.book, asked.day), partners_on(dataset.book, asked.day)
    dataset.book.refuse_if_unreadable()
    where = (pledges.unit, pledges.unit_name)
    unjudged = list(_unjudged(figures, asked, {subject.kind.id for subject in standards.subjects}))
    return Overview(pledges, teams, models, activities, standards, held, later, *named, asked.day, *where, unjudged)


def _unjudged(figures: Figures, asked: Query, judged: set[str]) -> Iterator[Figure]:
    """Yield how many there are of the kinds of organisation that sign with others, and that no standard judges.

    Where the basis has no place for some of them, nothing is told of them.
    """
    dataset, when = figures.dataset, When(asked.day, basis=asked.basis)
    unit = dataset.map(asked.basis or asked.day).top if asked.unit is None else asked.unit
    kinds = dataset.manifest.pledges
    signs = any(dataset.manifest.subject(kind) == ORGANISATION and not asked.kinds for kind in kinds)
    if unit is None or not signs or judged.isdisjoint(ORGANISATION_KINDS):
        return
    family = figures.family("organisations")
    for kind in family.kinds([each for each in ORGANISATION_KINDS if each not in judged]):
        with suppress(OutOfReach):
            figure = figures.at(kind.measure, unit, when) if family.can_count(kind) else None
            if figure is not None and figure.num:
                yield figure


def directives_until(book: Book, day: date) -> list[Directive]:
    """Return the directives of a day or before it, and those without a day, which stand last."""
    known = (row for row in book.rows(Directive) if row.date is None or row.date <= day)
    return sorted(known, key=lambda row: (row.date or date.max, row.number))


def partners_on(book: Book, day: date) -> list[Partner]:
    """Return with whom the campaign worked on a day, by code."""
    return sorted((row for row in book.rows(Partner) if row.there(day)), key=lambda row: row.code)


def claims_until(figures: Figures, asked: Query) -> Claims:
    """Return the claims of a day or before it."""
    return _until(_claims_of(figures, asked, lambda _: None), asked.day)


def _claims_of(figures: Figures, asked: Query, reason: Callable[[Finding], str | None]) -> Claims:
    """Return the claims of the whole book; below the top there are none."""
    top = figures.dataset.map(asked.basis or asked.day).top
    return claims(figures, reason) if asked.unit in (None, top) else with_verdicts([])


def _until(found: Claims, day: date) -> Claims:
    named = ((held, parse_figure(held.figure)) for held in found.held)
    return with_verdicts([held for held, figure in named if figure is not None and figure.last <= day])
