"""The campaign on one page: pledges, teams, models, the standard, the claims, and what it all rests on."""

from collections.abc import Iterator, Sequence
from datetime import date

from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.outcomes import Outcome
from antq_cli.core.overview import Overview
from antq_cli.core.registers import ORGANISATION_KINDS
from antq_cli.render.claims import claimed, said, tallied
from antq_cli.render.claims import records as claim_records
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import FIGURE, level_name, name_of, ratio_cells, remark
from antq_cli.render.standards import beside, rate, rules
from antq_cli.render.teams_models import Table
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the campaign; its tables have the same columns."""
    found = outcome.result
    assert isinstance(found, Overview)
    place = f"{visible(found.unit_name)} ({found.unit})"
    parts = [speech.say("title.summary"), place, speech.say("title.on", day=found.as_of)]
    campaign, title = list(grids(found, speech)), titled(outcome, speech, *parts)
    return Page(*title, [*campaign, *_claims(found, speech)], _legend(found, speech), len(campaign))


def records(found: Overview) -> Records:
    """Return every figure of the page; the claims and the directives beside them."""
    claims = claim_records(found.claims).rows
    directives = [row.model_dump() for row in found.directives]
    return Records([row.record() for row in found.figures], FIGURE, more={"claims": claims, "directives": directives})


def grids(found: Overview, speech: Speech) -> Iterator[Grid]:
    """Yield a table for each part of the campaign of which the book knows something."""
    parts = (
        ("pledges", ("signed", "percent"), _pledges(found.pledges, speech)),
        ("teams", ("teams", "reach"), _teams_models(found.teams, speech)),
        ("models", ("models", "reach"), _teams_models(found.models, speech)),
        ("standards", ("met", "percent"), _standards(found, speech)),
    )
    yield from (_grid(part, numbers, rows, speech) for part, numbers, rows in parts if rows)


def _claims(found: Overview, speech: Speech) -> list[Grid]:
    """Return the claims that the book does not bear out, if there are any."""
    told = [held for held in found.claims.held if held.verdict in ("differs", "unverifiable")]
    columns = [Column(speech.say("part.claims"), whole=True), Column(speech.say("column.claimed"), "right"), Column("")]
    rows = [Row([held.id, claimed(held, speech), said(held, speech)]) for held in told]
    return [Grid(columns, rows)] if told else []


def _grid(part: str, numbers: tuple[str, str], rows: Sequence[Sequence[Cell]], speech: Speech) -> Grid:
    columns = [Column(speech.say(f"part.{part}")), *(Column(speech.say(f"column.{name}"), "right") for name in numbers)]
    return Grid([*columns, Column("", bar=True), Column("")], [Row(row) for row in rows])


def _pledges(summary: Summary, speech: Speech) -> list[list[Cell]]:
    rows = []
    for kind in _known(summary):
        figure = _figure(summary, kind)
        told = [remark(figure, speech)]
        told += [speech.say("overview.missing", n=figure.remaining)] if figure.remaining else []
        rows.append([name_of(kind, speech), *ratio_cells(figure, speech, missing=False), _joined(told)])
    return rows


def _figure(summary: Summary, kind: Kind) -> Figure:
    return next(row for row in summary.rows if row.measure == kind.measure)


def _known(summary: Summary) -> list[Kind]:
    """Return the kinds of which something may be known at the unit: not those that are reported further up only."""
    return [kind for kind in summary.kinds if _figure(summary, kind).state != "below-grain"]


def _joined(told: Sequence[str]) -> str:
    return "; ".join(filter(None, told))


def _teams_models(summary: Summary, speech: Speech) -> list[list[Cell]]:
    """Return the teams or models that there are, whom they reach, and how many households there are to each."""
    kinds = [kind for kind in _known(summary) if kind.exists(summary.as_of) or _figure(summary, kind).num]
    table = Table(summary, speech) if kinds else None
    return [_instance(table, kind) for kind in kinds if table is not None]


def _instance(table: Table, kind: Kind) -> list[Cell]:
    speech, figure = table.speech, _figure(table.summary, kind)
    reach = table.part(figure, "reach")
    known = reach is not None and reach.num is not None
    told = [table.remark(figure, kind)]
    households = None if table.summary.households is None else table.summary.households.rows[0]
    if households is not None and households.state == "counted" and figure.num:
        each = speech.tenths(households.num, figure.num)
        told.append(speech.say("overview.households-each", n=each))
    if known and kind.reach is not None and kind.reach.id in ORGANISATION_KINDS:
        told.append(level_name(kind.reach, speech))
    ratio = speech.ratio(reach.num, reach.den) if reach is not None and known else ""
    bar = (reach.num, reach.den) if reach is not None and reach.num is not None and reach.den else None
    return [name_of(kind, speech), speech.count(figure.num), ratio, bar, _joined(told)]


def _standards(found: Overview, speech: Speech) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for subject in found.standards.subjects:
        if not _known(subject.summary):
            continue
        first = subject.summary.rows[0]
        unit = (first.unit, first.level)
        met = next(row for row in subject.summary.rows if row.measure == subject.kind.measure.of("met"))
        names = ("not-met", "pending", "not-assessed", "exempt")
        told = [speech.say(f"overview.{name}", n=n) for name, n in zip(names, beside(subject, unit), strict=True) if n]
        rows.append(
            [name_of(subject.kind, speech), *rate(subject, unit, speech), _joined([remark(met, speech), *told])]
        )
    return rows


def _legend(found: Overview, speech: Speech) -> list[str]:
    lines = rules([subject for subject in found.standards.subjects if _known(subject.summary)], speech)
    lines += [speech.say("overview.claims", said=tallied(found.claims.held, speech))] if found.claims.held else []
    directives = [_directive(row.title, row.issuer, row.date, speech) for row in found.directives]
    return [*lines, *([speech.say("overview.directives", directives=directives)] if directives else [])]


def _directive(title: str, issuer: str, day: date | None, speech: Speech) -> str:
    return f"{title} ({issuer})" if day is None else f"{title} ({issuer}, {speech.day(day)})"
