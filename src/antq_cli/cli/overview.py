"""`antq summary`: the campaign on one page, the month's page, and the annex."""

from collections.abc import Sequence

from antq_cli.answers.annex import annex
from antq_cli.answers.month import Chosen, OfBook, families, month
from antq_cli.answers.overview import overview
from antq_cli.answers.query import Query
from antq_cli.cli import named
from antq_cli.cli.arranging import arrangement, ordered
from antq_cli.cli.counting import below_grain, of_summaries, proofs
from antq_cli.cli.days import still_kept
from antq_cli.cli.desk import Desk, sit_down
from antq_cli.cli.environment import environment
from antq_cli.cli.options import Request
from antq_cli.cli.when import calendar
from antq_cli.cli.where import unit
from antq_cli.core.annex import Annex
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Summary
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FAMILIES
from antq_cli.core.month import Month
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.overview import Overview
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of

# Claims that differ or cannot be verified are on the page itself.
_ON_THE_PAGE = ("R101", "R102")


def run(request: Request) -> Outcome:
    """Show the campaign on one page; of a period, or of some kinds, the month's page; by a level, the annex."""
    desk = sit_down(request)
    manifest = desk.book.manifest
    by = None if request.by is None else named.level(request.by, manifest)
    wanted = arrangement(request, rows=by is not None)
    chosen: Chosen = named.measures(request.kind, manifest, FAMILIES) if request.kind else None
    dataset = Dataset(desk.book, _needed(desk, chosen), desk.collector, fresh=desk.fresh)
    number, notes = unit(dataset, desk.when, request.unit)
    figures, asked = Figures(dataset), Query(desk.as_of, number, by, basis=desk.when.basis, period=desk.when.period)
    asked = asked._replace(partly=True)
    found: Annex | Month | Overview
    now = None
    if by is not None:
        found = ordered(annex(figures, asked, chosen, desk.when.vs, wanted), request)
        notes = notes if found.measures else [*notes, Note("nothing.rows")]
    elif chosen is not None or request.period or request.vs:
        now = still_kept(manifest, environment())
        found = month(figures, asked, chosen, desk.when.vs or _before(request, desk, dataset), OfBook(now, desk.waives))
    else:
        found = overview(figures, asked, desk.waives)
    _refuse_if_nothing_is_told(figures, asked, chosen, found.summaries)
    told = not isinstance(found, Annex) or bool(found.measures)
    ended = _outcome(desk, found, found.summaries, notes, anything=told)
    return ended if now is None else ended._replace(today=now)


def _refuse_if_nothing_is_told(figures: Figures, asked: Query, chosen: Chosen, summaries: Sequence[Summary]) -> None:
    """Raise :class:`Refused` where the basis has no place for something of every kind (U015)."""
    if any(summary.unreachable for summary in summaries) and not any(summary.kinds for summary in summaries):
        # Counted again without leave to tell a part, the first of them raises what is wrong.
        for _ in families(figures, asked._replace(partly=False), chosen):
            continue


def _needed(desk: Desk, chosen: Chosen) -> list[str]:
    """Return the registers that the kinds are counted from which are asked for."""
    manifest = desk.book.manifest
    kinds = {family: manifest.kinds(family) for family in FAMILIES} if chosen is None else chosen
    needed = [name for family in kinds for kind in kinds[family] for name in registers_of(manifest, family, kind)]
    return list(dict.fromkeys(needed))


def _before(request: Request, desk: Desk, dataset: Dataset) -> Period | None:
    """Return the period before the one that is asked for, if the campaign had a top by its end."""
    if desk.when.period is None:
        return None
    before = calendar(request, desk.book.manifest).before(desk.when.period)
    return None if dataset.map(before.last).top is None else before


def _tells(finding: Finding) -> bool:
    return finding.rule.code not in _ON_THE_PAGE


def _outcome(
    desk: Desk, found: object, summaries: Sequence[Summary], notes: Sequence[Note], *, anything: bool = True
) -> Outcome:
    early = any(summary.before_everything for summary in summaries)
    below = below_grain([each for each in summaries if each.kinds], desk)
    said = [*notes, *proofs(summaries), *below, *([Note("nothing.before", {"day": desk.as_of})] if early else [])]
    answer = of_summaries(found, summaries, _tells)
    return desk.outcome("summary", answer._replace(anything=answer.anything and anything), said)
