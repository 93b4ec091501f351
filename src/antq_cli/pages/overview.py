"""The campaign on one page: pledges, teams, models, the standard, the claims, and what it all rests on."""

from collections.abc import Iterator, Sequence

from antq_cli.core.claims import HeldClaim
from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.outcomes import Outcome
from antq_cli.core.overview import Overview
from antq_cli.core.registers import Directive
from antq_cli.pages import claims
from antq_cli.pages.activities import ActivitiesTable, kind_name
from antq_cli.pages.called import together_with
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    Decimal,
    Joined,
    KindName,
    LevelName,
    Message,
    OnDay,
    PageCell,
    Share,
    Unknown,
    Verbatim,
    Whole,
    joined,
)
from antq_cli.pages.figures import FIGURE, STRADDLING, bar, place, ratio_cells, remark, rests_on, unreachable_measures
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records, number_columns, titled
from antq_cli.pages.standards import BESIDE, rate, rules, said_of
from antq_cli.pages.teams_models import TeamsModelsTable


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of the campaign; its tables have the same columns."""
    found = outcome.result
    assert isinstance(found, Overview)
    parts = [
        Message("title.summary"),
        place(found.unit, found.unit_name),
        Message("title.on", day=OnDay(found, "as_of")),
        *([Message("title.basis", day=OnDay(found.pledges, "basis"))] if outcome.basis != outcome.as_of else []),
        *rests_on(found.figures, outcome),
    ]
    campaign = list(_tables(found))
    return Page(*titled(outcome, *parts), [*campaign, *_claims(found)], _legend(found), len(campaign))


def records(found: Overview) -> Records:
    """Return every figure of the page; the claims and the directives beside them."""
    held = claims.records(found.claims).rows
    directives = [row.model_dump() for row in found.directives]
    partners = [row.model_dump() for row in found.partners]
    more = {"claims": held, "claims_later": found.later, "directives": directives, "partners": partners}
    more["unjudged"] = [row.record() for row in found.unjudged]
    more |= unreachable_measures(found.summaries)
    flowing = found.activities.flowing
    rows = [row.record(flowing=flowing) for row in found.figures]
    return Records(rows, (*FIGURE, *(STRADDLING if flowing else ())), more=more)


def _tables(found: Overview) -> Iterator[PageTable]:
    """Yield a table for each part of the campaign of which the book knows something."""
    since = Message("part.activities", first=OnDay(found.activities.period, "first"))
    parts = (
        (Message("part.pledges"), ("signed", "percent"), _pledges(found.pledges)),
        (Message("part.teams"), ("teams", "reach.teams"), _teams_models(found.teams)),
        (Message("part.models"), ("models", "reach.models"), _teams_models(found.models)),
        (since, ("activities", "participants"), _activities(found.activities)),
        (Message("part.standards"), ("met", "percent"), _standards(found)),
    )
    yield from (_table(part, numbers, lines) for part, numbers, lines in parts if lines)


def _table(part: Message, numbers: tuple[str, str], lines: Sequence[Line]) -> PageTable:
    first = PageColumn(part)
    return PageTable([first, *number_columns(*numbers), PageColumn(bar=True), PageColumn(beneath=True)], lines)


def _claims(found: Overview) -> list[PageTable]:
    """Return the claims that the book does not bear out, if there are any."""
    told = [held for held in found.claims.held if held.verdict in ("differs", "unverifiable")]
    columns = [PageColumn(Message("part.claims"), whole=True), *number_columns("claimed"), PageColumn(beneath=True)]
    lines = [Line([Verbatim(held.id), claims.claimed(held), _told(held)]) for held in told]
    return [PageTable(columns, lines)] if told else []


def _told(held: HeldClaim) -> PageCell:
    """Return what a claim is of, and what there is to say of it."""
    told = Message("overview.claim", of=claims.claim_of(held), said=claims.verdict(held))
    return joined([told, claims.explained(held)], "; ")


def _pledges(summary: Summary) -> list[Line]:
    lines = []
    for kind in _known(summary):
        figure = _figure(summary, kind)
        missing = Message("overview.missing", n=Whole(figure, "remaining")) if figure.remaining else BLANK
        cells = ratio_cells(figure, kind.target, missing=False)
        lines.append(Line([KindName(kind), *cells, joined([remark(figure), missing], "; ")]))
    return [*lines, *_beyond(summary)]


def _beyond(summary: Summary) -> list[Line]:
    """Return a line of dashes, and why, for each kind that the basis cannot tell."""
    dashes = (Unknown("unreachable"), Unknown("unreachable"), BLANK)
    why = Message("state.unreachable", day=OnDay(summary, "basis"))
    return [Line([KindName(kind), *dashes, why]) for kind in summary.unreachable]


def _figure(summary: Summary, kind: Kind) -> Figure:
    return next(row for row in summary.rows if row.measure == kind.measure)


def _known(summary: Summary) -> list[Kind]:
    """Return the kinds of which something may be known at the unit: not those that are reported further up only."""
    return [kind for kind in summary.kinds if _figure(summary, kind).state != "below-grain"]


def _teams_models(summary: Summary) -> list[Line]:
    """Return the teams or models that there are, whom they reach, and how many households there are to each."""
    kinds = [kind for kind in _known(summary) if kind.exists(summary.as_of) or _figure(summary, kind).num]
    laid_out = TeamsModelsTable(summary) if kinds else None
    return [*(_of_kind(laid_out, kind) for kind in kinds if laid_out is not None), *_beyond(summary)]


def _of_kind(laid_out: TeamsModelsTable, kind: Kind) -> Line:
    summary = laid_out.summary
    figure = _figure(summary, kind)
    reach = laid_out.part(figure, "reach")
    known = reach if reach is not None and reach.num is not None else None
    # What is reached stands right behind how many of them are.
    told: list[PageCell] = [LevelName(kind.reach)] if known is not None and kind.reach is not None else []
    told.append(laid_out.remark(figure, kind))
    if figure.key in summary.each and summary.each[figure.key].each is not None:
        told.append(Message("overview.households-each", n=Decimal(summary.each[figure.key], "each")))
    # Whom a kind reaches is asked of all of them: where nobody knows there is a dash.
    reached = BLANK if reach is None else Share(reach)
    cells = [Whole(figure, "num"), reached, BLANK if known is None else bar(known)]
    return Line([KindName(kind), *cells, joined(told, "; ")])


def _activities(summary: Summary) -> list[Line]:
    """Return what was done in the year up to the day, and how many took part, where that is told."""
    kinds, laid_out, lines = _known(summary), ActivitiesTable(summary), []
    for kind, figure in ((kind, _figure(summary, kind)) for kind in kinds):
        numbers = [Whole(figure, "num"), laid_out.participants(figure)]
        lines.append(Line([kind_name(kind), *numbers, BLANK, laid_out.remark(figure)]))
    return [*lines, *_beyond(summary)]


def _standards(found: Overview) -> list[Line]:
    lines = []
    for subject in found.standards.subjects:
        lines += _beyond(subject.summary)
        if not _known(subject.summary):
            continue
        unit = subject.units[0]
        numbers = {name: beside(unit) for name, beside in BESIDE.items()}
        told = [Message(f"overview.{name}", n=number) for name, number in numbers.items() if number.value]
        lines.append(Line([KindName(subject.kind), *rate(unit), joined([said_of(unit, subject.rule), *told], "; ")]))
    return lines


def _legend(found: Overview) -> list[PageCell]:
    lines = rules([subject for subject in found.standards.subjects if _known(subject.summary)])
    apart: list[PageCell] = [
        Joined([Whole(figure, "num"), Message(f"subject.{figure.measure.kind}")], " ") for figure in found.unjudged
    ]
    lines += [Message("overview.unjudged", kinds=apart)] if apart and lines else []
    later = Message("overview.claims-later", n=Whole(found, "later")) if found.later else BLANK
    compared = joined([claims.tallied(found.claims), later], " · ")
    lines += [] if compared is BLANK else [Message("overview.claims", said=compared)]
    directives: list[PageCell] = [_directive(row) for row in found.directives]
    lines += [Message("overview.directives", directives=directives)] if directives else []
    return [*lines, *together_with(found.partners)]


def _directive(row: Directive) -> PageCell:
    issued = Verbatim(row.issuer)
    return Bracketed(Verbatim(row.title), issued if row.date is None else Joined([issued, OnDay(row, "date")], ", "))
