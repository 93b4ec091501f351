"""The month's page: the kinds beside the period before, who is silent, who is far from a target, what does not hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from antq_cli.answers.called import above
from antq_cli.answers.claims import claims
from antq_cli.answers.gaps import gaps, next_level
from antq_cli.answers.overview import partners_on
from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting
from antq_cli.answers.standing import standing
from antq_cli.answers.summary import of_family, summarise
from antq_cli.core.calendars import Period
from antq_cli.core.claims import HeldClaim
from antq_cli.core.days import later
from antq_cli.core.figures import Figure, Kind, Summary
from antq_cli.core.findings import Finding
from antq_cli.core.measures import FLOWS, parse_figure
from antq_cli.core.month import ChangedBy, Furthest, Month, Silent, TogetherChange
from antq_cli.counting.asking import Figures, When
from antq_cli.units.regrouping import OutOfReach

# The kinds that are asked for, family by family; None is every kind of every family.
Chosen = Mapping[str, Sequence[str]] | None


class OfBook(NamedTuple):
    """What a book says beside its numbers: today, if it is still kept, and why it waives a finding.

    Today says of whom there is still time to report.
    """

    today: date | None = None
    reason: Callable[[Finding], str | None] = lambda _: None


_NOTHING = OfBook()
_MOST = 3  # units: what a superior asks first has to stand on one screen


def month(figures: Figures, asked: Query, chosen: Chosen, before: Period | None, said: OfBook = _NOTHING) -> Month:
    """Return how things stand on the day that is asked for, beside the end of another period.

    The period of the query is the one that was to be reported.
    ``said`` is what the book says beside its numbers. Raises :class:`Refused`.
    """
    dataset = figures.dataset
    found = compared(figures, asked, chosen, before)
    unit = dataset.map(asked.basis or asked.day).top if asked.unit is None else asked.unit
    assert unit is not None
    where = dataset.atlas.units[unit]
    models = next((each for each in found if each.kinds and each.kinds[0].measure.family == "models"), None)
    moved = TogetherChange(None) if models is None else _moved(models)
    together = chosen is None and models is not None and _adds_up(models)
    silent = list(_silent(figures, asked, unit, chosen, said.today))
    furthest = _furthest(figures, asked, unit, chosen)
    differing = (
        _differing(figures, asked.day, chosen, said) if unit == dataset.map(asked.basis or asked.day).top else []
    )
    partners = partners_on(dataset.book, asked.day) if chosen is None else []
    dataset.book.refuse_if_unreadable()
    basis = asked.basis or asked.day
    told = (together, moved, silent, furthest, differing)
    where_and_when = (asked.period, asked.day, where.code, where.name, basis)
    return Month(found, *told, *where_and_when, partners, list(_changed_by(figures, asked, unit, found)))


def compared(figures: Figures, asked: Query, chosen: Chosen, before: Period | None) -> list[Summary]:
    """Return the summaries of the families on a day, each beside that of the end of another period if there is one."""
    now = list(families(figures, asked._replace(flows=False), chosen, asked.period))
    if before is None:
        return now
    basis = asked.basis or asked.day
    # Both days on one map, or what changed could be the border of a unit and not the number.
    then = asked._replace(day=before.last, basis=basis, rest=asked.by is not None, period=before, flows=False)
    period = before if asked.period is not None else None
    pairs = zip(now, families(figures, then, chosen, period), strict=True)
    return [summary.since(was if was.flowing else was._replace(period=period)) for summary, was in pairs]


def families(figures: Figures, asked: Query, chosen: Chosen, period: Period | None = None) -> Iterator[Summary]:
    """Yield the summaries of pledges, teams, models and activities, and of the standard one a kind of subject.

    Activities are summed within the ``period``, without one within the year up to the day.
    """
    for name in ("pledges", "teams", "models", "activities"):
        if chosen is None or name in chosen:
            of_it = of_family(name, figures.dataset, asked, period)._replace(kinds=_ids(chosen, name))
            yield summarise(figures.family(name), of_it)
    if chosen is None or "standards" in chosen:
        subjects = standing(figures, asked._replace(kinds=_ids(chosen, "standards"))).subjects
        yield from (each.summary._replace(window=each.rule and each.rule.window) for each in subjects)


def _ids(chosen: Chosen, family: str) -> Sequence[str]:
    return () if chosen is None else chosen[family]


def _adds_up(models: Summary) -> bool:
    """Return whether several kinds of models have one number, now and in what they are compared with."""
    both = [models, *([models.before] if models.before else [])]
    measures = {kind.measure for kind in models.kinds}
    rows = [row for each in both for row in each.rows if row.measure in measures]
    whole = len(models.kinds) > 1 and not models.unreachable
    return whole and all(row.state == "counted" and not row.left_out for row in rows)


def _moved(models: Summary) -> TogetherChange:
    now, was = models.together, models.before and models.before.together
    if now is None or was is None or now.num is None or was.num is None:
        return TogetherChange(None)
    measures = {kind.measure for kind in models.kinds}
    old = any(models.changes[row.key].old for row in models.rows if row.measure in measures)
    return TogetherChange(now.num - was.num, old)


def _changed_by(figures: Figures, asked: Query, unit: int, found: Sequence[Summary]) -> Iterator[ChangedBy]:
    """Yield the kinds of pledges that changed within the period by more, or by less, than by their flows."""
    pledges = next((each for each in found if each.kinds and each.kinds[0].measure.family == "pledges"), None)
    if asked.period is None or pledges is None or pledges.before is None:
        return
    if later(pledges.before.as_of) != asked.period.first:
        return  # it is no change within the period
    when = When(asked.day, asked.period.first, asked.basis)
    unsure = {row.measure for each in (pledges.before, pledges) for row in each.rows if row.left_out}
    keys = {row.measure: row.key for row in pledges.rows}
    for kind in pledges.kinds:
        flows = None if kind.measure in unsure else _flows(figures, kind, unit, when)
        change = pledges.changes[keys[kind.measure]]
        if flows is None or change.num is None:
            continue
        signed, withdrawn, lapsed = (None if flow is None else flow.num for flow in flows)
        others = change.num - ((signed or 0) - (withdrawn or 0) - (lapsed or 0))
        if others:
            yield ChangedBy(kind, change, *flows, others)


def _flows(figures: Figures, kind: Kind, unit: int, when: When) -> tuple[Figure, Figure, Figure | None] | None:
    """Return what was signed, withdrawn and, if it lapses, lapsed; None where any of it is not known."""
    if kind.source != "journal":
        return None
    try:
        parts = FLOWS if kind.lapses else FLOWS[:2]
        signed, withdrawn, *lapsed = (figures.at(kind.measure.of(part), unit, when) for part in parts)
    except OutOfReach:  # something happened of which the basis does not know where
        return None
    flows = (signed, withdrawn, *lapsed)
    known = all(flow.num is not None and not flow.left_out for flow in flows)
    return (signed, withdrawn, lapsed[0] if lapsed else None) if known else None


def _silent(figures: Figures, asked: Query, unit: int, chosen: Chosen, today: date | None) -> Iterator[Silent]:
    """Yield who has not reported each kind for the period; on the map of another day that may not be known."""
    if unit not in figures.dataset.map(asked.day).paths:
        return
    for expected in reporting(figures, Query(asked.day, unit, period=asked.period), today=today).kinds:
        wanted = chosen is None or expected.kind.id in chosen.get(expected.kind.measure.family, ())
        if wanted and expected.received < expected.expected:
            yield Silent(expected, expected.silent)


def _furthest(figures: Figures, asked: Query, unit: int, chosen: Chosen) -> list[Furthest]:
    """Return the three units of the next level that lack most to a target of the manifest, in percentage points."""
    map_, family = figures.dataset.map(asked.basis or asked.day), figures.family("pledges")
    by = next_level(map_, [level.id for level in figures.dataset.manifest.levels], unit)
    wanted = [] if chosen is not None and "pledges" not in chosen else family.kinds(_ids(chosen, "pledges"))
    targeted = [kind.id for kind in wanted if kind.target is not None]
    if by is None or not targeted:
        return []
    found = gaps(summarise(family, asked._replace(kinds=targeted, by=by, flows=False)))
    names = above(map_, by, unit)
    several = [
        Furthest(of_kind.kind, of_kind.target, gap.figure, gap.needed, names.get(gap.figure.unit))
        for of_kind in found.kinds
        for gap in of_kind.ranked
    ]
    return sorted(several, key=lambda each: (_distance(each), each.figure.unit))[:_MOST]


def _distance(each: Furthest) -> Fraction:
    """Return how far above its target a unit is, in hundredths of a percent; all that are listed are below it."""
    return Fraction(10_000 * (each.figure.num or 0), each.figure.den or 1) - each.target


def _differing(figures: Figures, day: date, chosen: Chosen, said: OfBook) -> list[HeldClaim]:
    """Return the claims of a day or before it, of the kinds that are asked for, that differ from what the book has."""
    named = (
        (held, parse_figure(held.figure)) for held in claims(figures, said.reason).held if held.verdict == "differs"
    )
    known = [(held, figure) for held, figure in named if figure is not None and figure.last <= day]
    return [
        held for held, figure in known if chosen is None or figure.measure.kind in chosen.get(figure.measure.family, ())
    ]
