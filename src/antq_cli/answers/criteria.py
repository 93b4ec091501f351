"""The criteria of the standard: what each subject reaches of them, beside what was decided."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from antq_cli.answers.gaps import WHOLE
from antq_cli.answers.rules import RULES
from antq_cli.core import called
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Finding
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.ratio import Ratio
from antq_cli.core.regimes import Criterion
from antq_cli.core.standards import AppliedRegime, Card, CriterionResult
from antq_cli.core.values import Said
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.figures import is_whole
from antq_cli.counting.standards import HeldAssessment, Window, assessments_of, window_named
from antq_cli.units.regrouping import Regrouping


class _Seat(NamedTuple):
    """The unit that a card is of; on a basis that was asked for it is ``fixed``, else as it was on the day itself."""

    unit: int
    fixed: bool


def rule_of(figures: Figures, window: Window) -> AppliedRegime:
    """Return what is said of a window: the regime by its names, and the days."""
    regime = figures.dataset.manifest.regimes[window.regime]
    return AppliedRegime(window.regime, regime.vi, regime.en, window.period, regime.exempt)


def cards(
    figures: Figures, subject: str, window: Window, regrouping: Regrouping, units: Iterable[int]
) -> Iterator[Card]:
    """Yield the card of each of some units, which are of the level that is judged, on the day of a regrouping."""
    decided, asked = _decided(figures, subject, window, regrouping), list(units)
    # Counting goes on from one day to a later one: in this order each day costs what lies since the one before.
    by_day = sorted(asked, key=lambda unit: decided[unit].row.date if unit in decided else regrouping.day)
    made = {unit: _card(figures, (subject, unit), window, regrouping, decided.get(unit)) for unit in by_day}
    yield from map(made.__getitem__, asked)


def _decided(figures: Figures, subject: str, window: Window, regrouping: Regrouping) -> dict[int | str, HeldAssessment]:
    kind = figures.dataset.manifest.standards.get(subject)
    if kind is None or kind.source == "returns":
        return {}  # what is reported are counts, and no decisions
    return assessments_of(figures.dataset).latest(subject, window, regrouping)


def _card(
    figures: Figures, who: tuple[str, int], window: Window, regrouping: Regrouping, held: HeldAssessment | None
) -> Card:
    subject, unit = who
    when = When(regrouping.day if held is None else held.row.date, basis=regrouping.basis.day)
    seat = _Seat(unit, fixed=regrouping.basis.day != regrouping.day)
    listed = enumerate(window.judged.criteria, 1)
    criteria = [_measured(figures, one, window, seat, when)._replace(place=place) for place, one in listed]
    kind = figures.kind(Measure("standards", subject))
    assert kind is not None
    where = figures.dataset.atlas.units[unit]
    return Card(
        kind=kind,
        unit=where.code,
        unit_name=where.name,
        rule=rule_of(figures, window),
        recorded=held and held.row.result,
        recorded_on=held and held.row.date,
        decision=held and held.row.decision,
        criteria=criteria,
        computed=_together(criteria),
    )


def _together(criteria: Sequence[CriterionResult]) -> Literal["met", "not-met"] | None:
    """Return what the criteria come to: one that is missed decides; one that cannot be told leaves it open."""
    if any(criterion.met is False for criterion in criteria):
        return "not-met"
    return "met" if criteria and all(criterion.met for criterion in criteria) else None


def _measured(figures: Figures, criterion: Criterion, window: Window, seat: _Seat, when: When) -> CriterionResult:
    """Count what a criterion asks for: by the day of the window that it names, or on the day."""
    over = True
    if end := criterion.due(window.period, figures.dataset.manifest.year_of(criterion)):
        over, when = end <= when.last, when._replace(last=min(when.last, end))
    found = [_figure(figures, written, window, seat, when) for written in criterion.measures]
    num, den = _sum(figure.num for figure in found), _sum(figure.den for figure in found)
    whole = all(is_whole(figure) for figure in found)
    share, number = criterion.share, criterion.at_least if isinstance(criterion.at_least, int) else None
    # Rounded up: 95 % of 21 are 20, for 19 of them would be 90.48 %.
    needed = number if share is None else -(-share * den // WHOLE) if den else None
    least = sum(figure.num or 0 for figure in found)  # of what is known; enough is enough, whatever else there is
    told = whole or (share is None and needed is not None and least >= needed)
    short = max(0, needed - least) if told and needed is not None else None
    ratio = Ratio(num or 0, den if share is not None and num is not None else None)
    return CriterionResult(
        place=0,  # until it stands among others
        vi=criterion.vi,
        en=criterion.en,
        share=share,
        number=number,
        num=num,
        den=ratio.den,
        percent=ratio.percent(),
        needed=needed,
        short=short,
        # Before its day has come nobody has missed a criterion, nor met it for good.
        met=None if short is None or not over else short == 0,
        day=when.last,
        figures=found,
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    """Return a sum; None where a part of it is not known."""
    listed = list(numbers)
    return None if None in listed else sum(number or 0 for number in listed)


def _figure(figures: Figures, written: str, window: Window, seat: _Seat, when: When) -> Figure:
    """Return a figure of a criterion; one of the standard itself is of the window of the same name."""
    measure = parse_measure(written)
    assert measure is not None
    if measure.family == "standards":
        named = window_named(figures.dataset.manifest, str(measure.kind), str(window.period.name), when.last)
        when = when if named is None else when._replace(last=min(when.last, named.period.last))
    # On the map of its own day, unless one was asked for or the unit was not there yet: then on that of the card.
    own = not seat.fixed and seat.unit in figures.dataset.map(when.last).paths
    return figures.at(measure, seat.unit, when._replace(basis=None) if own else when)


def disagreements(
    figures: Figures, made: Iterable[Card], subject: str, window: Window, regrouping: Regrouping
) -> list[Finding]:
    """Find the decisions that the criteria do not bear out (R301)."""
    contradicted = {card.unit: Said("result", str(card.computed)) for card in made if card.contradicted}
    if not contradicted:
        return []
    assessments = assessments_of(figures.dataset)
    units = figures.dataset.atlas.units
    return [
        assessments.finding(
            RULES["R301"],
            held,
            unit=called.unit(units[who].code, units[who].name),
            recorded=Said("result", held.row.result),
            computed=contradicted[units[who].code],
            code=units[who].code,
            day=regrouping.day,
        )
        for who, held in assessments.latest(subject, window, regrouping).items()
        if isinstance(who, int) and units[who].code in contradicted
    ]
