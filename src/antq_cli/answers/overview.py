"""The campaign on one page: every family of measures, the claims, the directives."""

from datetime import date

from antq_cli.answers.claims import claims
from antq_cli.answers.query import Query
from antq_cli.answers.standing import standing
from antq_cli.answers.summary import summarise, with_households, within_year
from antq_cli.core.claims import Claims, with_verdicts
from antq_cli.core.measures import parse_figure
from antq_cli.core.overview import Overview
from antq_cli.core.registers import Directive, Partner
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset


def overview(figures: Figures, asked: Query) -> Overview:
    """Return what is known at a unit on a day; raises :class:`Refused`."""
    dataset = figures.dataset
    pledges, teams, models = (summarise(figures.family(name), asked) for name in ("pledges", "teams", "models"))
    teams = with_households(dataset, asked, teams) if teams.kinds else teams
    activities = summarise(figures.family("activities"), within_year(dataset, asked))
    standards = standing(figures, asked)
    top = dataset.map(asked.basis or asked.day).top
    every = claims(figures) if asked.unit in (None, top) else with_verdicts([])
    held = _until(every, asked.day)
    later = len(every.held) - len(held.held)
    known = (row for row in dataset.book.rows(Directive) if row.date is None or row.date <= asked.day)
    directives = sorted(known, key=lambda row: (row.date or date.max, row.number))
    partners = partners_of(dataset, asked.day)
    dataset.book.refuse_if_unreadable()
    where = (pledges.unit, pledges.unit_name)
    return Overview(pledges, teams, models, activities, standards, held, later, directives, partners, asked.day, *where)


def partners_of(dataset: Dataset, day: date) -> list[Partner]:
    """Return with whom the campaign worked on a day, by code."""
    return sorted((row for row in dataset.book.rows(Partner) if row.there(day)), key=lambda row: row.code)


def _until(found: Claims, day: date) -> Claims:
    named = ((held, parse_figure(held.figure)) for held in found.held)
    return with_verdicts([held for held, figure in named if figure is not None and figure.last <= day])
