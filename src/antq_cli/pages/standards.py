"""The safety standard: who meets it; what each subject reaches of the criteria is in ``criteria``."""

from collections.abc import Callable, Iterator, Sequence
from itertools import starmap
from typing import Any

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Ordering, Summary
from antq_cli.core.outcomes import Outcome
from antq_cli.core.standards import AppliedRegime, Standards, SubjectResults, UnitResults
from antq_cli.pages import arranged, criteria
from antq_cli.pages.cells import KindName, Message, Name, OnDay, PageCell, Percent, Share, Whole, joined
from antq_cli.pages.figures import (
    FIGURE,
    aged_part,
    bar,
    figure_columns,
    legend,
    places,
    recorded,
    remark,
    rests_on,
    several,
    unit_columns,
)
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageColumn,
    PageTable,
    Records,
    number_columns,
    text_columns,
    titled,
    with_remarks,
)
from antq_cli.pages.placing import placed


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the page of the standard: the results, or the cards of the subjects."""
    found = outcome.result
    assert isinstance(found, Standards)
    days = {summary.as_of: OnDay(summary, "as_of") for summary in _told(found)}
    days = days or {found.as_of: OnDay(found, "as_of")}
    on: list[PageCell] = [days[day] for day in sorted(days)]
    figures = [row for summary in _told(found) for row in summary.figures]
    told = Message("title.on-days", days=on) if len(on) > 1 else Message("title.on", day=on[0])
    parts = [Message("title.standards"), places(found), told]
    title = titled(outcome, *parts, *rests_on(figures, outcome))
    if found.cards is not None:
        return Page(*title, [criteria.card(each) for each in found.cards])
    tables = list(_by_unit(found)) if found.of_units else [_by_subject(found)]
    order = arranged.ordering_told(_ordering(found))
    judged = [*rules(found.subjects), *_unjudged(found)]
    return Page(*title, tables, [*order, *judged, *legend(tables, OnDay(found, "basis"))])


def _unjudged(found: Standards) -> list[PageCell]:
    """Return which kinds of subject are not in the tables because no regime judges them in the window."""
    kinds: list[PageCell] = [KindName(kind) for kind in found.unjudged]
    return [Message("legend.unjudged", kinds=kinds)] if kinds else []


def _told(found: Standards) -> list[Summary]:
    """Return the results of the kinds of subject that the page is of: with the criteria, those that have a card."""
    cards = found.cards
    carded = None if cards is None else {card.kind.measure for card in cards}
    return [each.summary for each in found.subjects if carded is None or each.kind.measure in carded]


def records(found: Standards) -> Records:
    """Return the figures of the standard with their windows; with the criteria, a row a criterion."""
    if found.cards is not None:
        return criteria.records(found.cards)
    rows = [record for subject in found.subjects for record in _records(subject, subject.summary.rows)]
    totals = [record for subject in found.subjects for record in _records(subject, subject.summary.totals)]
    columns = figure_columns(found.subjects[0].summary) if found.subjects else FIGURE
    more = {**several(found), **_arrangement(found), "unjudged": [kind.id for kind in found.unjudged]}
    return Records(rows, (*columns, "regime", "window", "exempt"), totals, more)


def _ordering(found: Standards) -> Ordering | None:
    """Return the order of all kinds of subject, each of which goes by its own numbers; None where none is asked for."""
    several = [subject.summary.ordering for subject in found.subjects if subject.summary.ordering is not None]
    return Ordering(several[0].order, known=any(each.known for each in several)) if several else None


def _arrangement(found: Standards) -> dict[str, Any]:
    """Return what is said of the order; each kind of subject has its own numbers."""
    told = arranged.record(_ordering(found))
    omitted = [record for subject in found.subjects for record in _records(subject, subject.summary.omitted)]
    return {**told, "omitted": omitted} if told else {}


def _records(subject: SubjectResults, rows: Sequence[Figure]) -> Iterator[dict[str, Any]]:
    rule = subject.rule
    exempt = {(unit.assessed.unit, unit.assessed.level): unit.exempt for unit in subject.units}
    judged = {"regime": rule and rule.regime, "window": rule and rule.window.name}
    told = zip(rows, recorded(subject.summary, rows), strict=True)
    yield from ({**record, **judged, "exempt": exempt[row.unit, row.level]} for row, record in told)


# The numbers beside those who meet the standard; of what is only reported some say nothing.
BESIDE: dict[str, Callable[[UnitResults], Whole]] = {
    "not-met": lambda unit: Whole(unit.not_met, "num"),
    "pending": lambda unit: Whole(unit.pending, "num"),
    "not-assessed": lambda unit: Whole(unit.assessed, "remaining"),
    "exempt": lambda unit: Whole(unit, "exempt"),
}


class _Results:
    """Lays out the results of some kinds of subject, with the columns that say something of any of them."""

    def __init__(self, subjects: Sequence[SubjectResults]) -> None:
        units = [unit for subject in subjects for unit in subject.units]
        told = {name: [beside(unit).value for unit in units] for name, beside in BESIDE.items()}
        self._shown = [name for name in BESIDE if any(number is not None for number in told[name])]
        if "exempt" in self._shown and not any(told["exempt"]):
            self._shown.remove("exempt")

    def columns(self) -> list[PageColumn]:
        """Return the columns of results: who meets it, the rate, and the others."""
        return [*number_columns("met", "percent"), PageColumn(bar=True), *number_columns(*self._shown)]

    def cells(self, unit: UnitResults) -> list[PageCell]:
        return [*rate(unit), *(BESIDE[name](unit) for name in self._shown)]


def rate(unit: UnitResults) -> list[PageCell]:
    """Return how many meet the standard, the rate and its bar; where nobody was assessed there is no rate."""
    met = unit.met
    number = Whole(met, "num") if met.num is None else Share(met)
    return [number, Percent(met, "percent"), bar(met)]


def said_of(unit: UnitResults, rule: AppliedRegime | None) -> PageCell:
    """Return what has to be said of the results at a unit, each of which may be reported apart.

    Whom no ``rule`` judges nobody is waiting for: that there is no number is no gap.
    """
    if rule is None and unit.met.num is None and not unit.met.left_out:
        return Message("state.not-judged")
    parts = {"not-met": unit.not_met, "pending": unit.pending, "not-assessed": unit.assessed}
    ages = [aged_part(Message(f"column.{name}"), part, unit.met) for name, part in parts.items()]
    return joined([remark(unit.met), *ages], ", ")


def _by_subject(found: Standards) -> PageTable:
    results = _Results(found.subjects)
    units = [subject.units[0] for subject in found.subjects]
    lines = [
        Line([KindName(subject.kind), *results.cells(unit)])
        for subject, unit in zip(found.subjects, units, strict=True)
    ]
    columns = [*text_columns("kind.standards"), *results.columns()]
    remarks = [said_of(unit, subject.rule) for subject, unit in zip(found.subjects, units, strict=True)]
    return with_remarks(columns, lines, remarks)


def _by_unit(found: Standards) -> Iterator[PageTable]:
    """Yield a table for each kind of subject, a row a unit."""
    for subject in found.subjects:
        results = _Results([subject])
        of_figure = {id(unit.assessed): unit for unit in subject.units}
        places = [(place, of_figure[id(place.figure)]) for place in placed(subject.summary, subject.kind.measure)]
        told = [(place, unit) for place, unit in places if place.total or unit.somebody]
        lines = [Line([*place.cells(), *results.cells(unit)], place.style) for place, unit in told]
        shown = [unit for _, unit in told]
        remarks = [said_of(unit, subject.rule) for unit in shown]
        table = with_remarks([*unit_columns(), *results.columns()], lines, remarks)
        yield table._replace(name=KindName(subject.kind))


def rules(subjects: Sequence[SubjectResults]) -> list[PageCell]:
    """Return by which rule and in which windows the kinds of subject are judged, a line a rule and year."""
    lines: dict[tuple[Name, str | None], dict[Period, list[PageCell]]] = {}
    for subject in subjects:
        if subject.rule is not None:
            window = subject.rule.window
            line = lines.setdefault((criteria.rule_name(subject.rule), window.name), {})
            line.setdefault(window, []).append(KindName(subject.kind))
    return [
        Message("legend.windows", rule=rule, name=criteria.year(name), windows=list(starmap(_window, windows.items())))
        for (rule, name), windows in lines.items()
    ]


def _window(window: Period, kinds: list[PageCell]) -> PageCell:
    return Message("legend.window", first=OnDay(window, "first"), last=OnDay(window, "last"), kinds=kinds)
