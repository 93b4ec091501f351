"""The safety standard: who meets it, and what each subject reaches of the criteria."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure
from antq_cli.core.outcomes import Outcome
from antq_cli.core.standards import AppliedRegime, Card, CriterionResult, Standards, SubjectResults
from antq_cli.render.grid import Cell, Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.render.parts import FIGURE, legend, name_of, remark, unit_cells, unit_columns, with_remarks
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

_CRITERIA = (
    *("standard", "unit", "unit_name", "window", "regime", "criterion", "day", "num", "den", "percent"),
    *("at_least", "needed", "short", "met", "recorded", "recorded_on", "computed"),
)


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the standard: the results, or the cards of the subjects."""
    found = outcome.result
    assert isinstance(found, Standards)
    place = f"{visible(found.unit_name)} ({found.unit})"
    days = sorted({subject.summary.as_of for subject in found.subjects}) or [found.as_of]
    parts = [speech.say("title.standards"), place, speech.say("title.on-days", days=[speech.day(day) for day in days])]
    if found.cards is not None:
        return Page(*titled(outcome, speech, *parts), [card(each, speech) for each in found.cards])
    tables = [by_subject(found, speech)] if found.by is None else list(by_unit(found, speech))
    marks = legend(tables, found.basis, speech)
    return Page(*titled(outcome, speech, *parts), tables, [*rules(found.subjects, speech), *marks])


def records(found: Standards) -> Records:
    """Return the figures of the standard with their windows; with the criteria, a row a criterion."""
    if found.cards is not None:
        rows = [_criterion(made, number, each) for made in found.cards for number, each in enumerate(made.criteria, 1)]
        return Records(rows, _CRITERIA, more={"subjects": [_decided(made) for made in found.cards]})
    rows = [_record(subject, row) for subject in found.subjects for row in subject.summary.rows]
    totals = [_record(subject, row) for subject in found.subjects for row in subject.summary.totals]
    return Records(rows, (*FIGURE, "regime", "window", "exempt"), totals)


def _record(subject: SubjectResults, row: Figure) -> dict[str, Any]:
    rule = subject.rule
    exempt = subject.exempt.get((row.unit, row.level), 0)
    return {
        **row.record(),
        "regime": rule and rule.regime,
        "window": rule and rule.window.name,
        "exempt": exempt if subject.kind.source != "returns" else None,
    }


def _decided(made: Card) -> dict[str, Any]:
    return {
        "standard": made.kind.id,
        "unit": made.unit,
        "unit_name": made.unit_name,
        "regime": made.rule.regime,
        "window": made.rule.window.name,
        "recorded": made.recorded,
        "recorded_on": made.recorded_on,
        "decision": made.decision,
        "computed": made.computed,
        "agrees": not made.contradicted if made.recorded and made.computed else None,
    }


def _criterion(made: Card, number: int, one: CriterionResult) -> dict[str, Any]:
    share = None if one.share is None else f"{one.share // 100}.{one.share % 100:02}"
    told = {name: getattr(one, name) for name in ("day", "num", "den", "percent", "needed", "short", "met")}
    figures = [figure.record() for figure in one.figures]
    at_least = share if share is not None else str(one.number)
    return {**_decided(made), "criterion": number, **told, "at_least": at_least, "figures": figures}


# Results -------------------------------------------------------------------------------------------------------


# The numbers beside those who meet the standard; of what is only reported some say nothing.
_BESIDE = ("not-met", "pending", "not-assessed", "exempt")


class Results:
    """Lays out the results of some kinds of subject, with the columns that say something of any of them."""

    def __init__(self, subjects: Sequence[SubjectResults], speech: Speech) -> None:
        self.speech = speech
        units = ((subject, (row.unit, row.level)) for subject in subjects for row in _base(subject))
        numbers = [beside(subject, unit) for subject, unit in units]
        told = [any(each) for each in zip(*((*n[:3], n[3] or None) for n in numbers), strict=True)]
        known = [any(number is not None for number in each) for each in zip(*numbers, strict=True)]
        self._shown = [n for n in range(len(_BESIDE)) if known and known[n] and (n < len(_BESIDE) - 1 or told[n])]

    def columns(self) -> list[Column]:
        """Return the columns of results: who meets it, the rate, and the others."""
        say = self.speech.say
        columns = [Column(say("column.met"), "right"), Column(say("column.percent"), "right"), Column("", bar=True)]
        return [*columns, *(Column(say(f"column.{_BESIDE[number]}"), "right") for number in self._shown)]

    def cells(self, subject: SubjectResults, unit: tuple[str, str | None]) -> list[Cell]:
        """Return the results of a kind of subject at a unit."""
        numbers = beside(subject, unit)
        return [*rate(subject, unit, self.speech), *(self.speech.count(numbers[number]) for number in self._shown)]


def _base(subject: SubjectResults) -> list[Figure]:
    """Return the figures of who has any result, at each unit."""
    rows = (*subject.summary.rows, *subject.summary.totals)
    return [row for row in rows if row.measure == subject.kind.measure]


def _part(subject: SubjectResults, unit: tuple[str, str | None], part: str | None = None) -> Figure:
    rows = (*subject.summary.rows, *subject.summary.totals)
    return next(row for row in rows if row.key == (subject.kind.measure.of(part), *unit))


def rate(subject: SubjectResults, unit: tuple[str, str | None], speech: Speech) -> list[Cell]:
    """Return how many meet the standard, the rate and its bar; where nobody was assessed there is no rate."""
    met = _part(subject, unit, "met")
    if met.num is None:
        return [speech.count(None), speech.percent(None), None]
    bar = (met.num, met.den) if met.den else None
    return [speech.ratio(met.num, met.den), speech.percent(met.percent), bar]


def beside(subject: SubjectResults, unit: tuple[str, str | None]) -> tuple[int | None, ...]:
    """Return how many do not meet the standard, are pending, were not assessed, and are left out."""
    others = (_part(subject, unit, part).num for part in ("not-met", "pending"))
    exempt = subject.exempt.get(unit, 0) if subject.kind.source != "returns" else None
    return *others, _part(subject, unit).remaining, exempt


def by_subject(found: Standards, speech: Speech) -> Grid:
    """Return one row a kind of subject."""
    results = Results(found.subjects, speech)
    rows, remarks = [], []
    for subject in found.subjects:
        unit = (subject.summary.rows[0].unit, subject.summary.rows[0].level)
        rows.append(Row([name_of(subject.kind, speech), *results.cells(subject, unit)]))
        remarks.append(remark(_part(subject, unit, "met"), speech))
    return with_remarks([Column(speech.say("column.kind.pledges")), *results.columns()], rows, remarks, speech)


def by_unit(found: Standards, speech: Speech) -> Iterator[Grid]:
    """Yield a table for each kind of subject, a row a unit."""
    for subject in found.subjects:
        results = Results([subject], speech)
        shown = [row for row in _base(subject) if _shows(subject, row)]
        rows = [_row(subject, row, results, speech) for row in shown]
        remarks = [remark(_part(subject, (row.unit, row.level), "met"), speech) for row in shown]
        grid = with_remarks([*unit_columns(speech), *results.columns()], rows, remarks, speech)
        yield grid._replace(name=name_of(subject.kind, speech))


def _shows(subject: SubjectResults, row: Figure) -> bool:
    """Return whether a row says something: that of the whole always, others where somebody is to be assessed."""
    if any(row is each for each in subject.summary.totals):
        return True
    return row.state != "below-grain" and bool(row.den or row.left_out or row.expected)


def _row(subject: SubjectResults, row: Figure, results: Results, speech: Speech) -> Row:
    total = any(row is each for each in subject.summary.totals)
    cells = [*unit_cells(row, speech, total=total), *results.cells(subject, (row.unit, row.level))]
    return Row(cells, "rest" if row.level is None else "total" if total else "")


def rules(subjects: Sequence[SubjectResults], speech: Speech) -> list[str]:
    """Return by which rule and in which windows the kinds of subject are judged, a line a rule and year."""
    lines: dict[tuple[str, str | None], dict[Period, list[str]]] = {}
    for subject in subjects:
        if subject.rule is not None:
            window = subject.rule.window
            line = lines.setdefault((rule_name(subject.rule, speech), window.name), {})
            line.setdefault(window, []).append(name_of(subject.kind, speech))
    return [
        speech.say("legend.windows", rule=rule, name=name, windows=[_window(*each, speech) for each in windows.items()])
        for (rule, name), windows in lines.items()
    ]


def _window(window: Period, kinds: list[str], speech: Speech) -> str:
    return speech.say("legend.window", first=window.first, last=window.last, kinds=kinds)


def rule_name(rule: AppliedRegime, speech: Speech) -> str:
    """Return what a regime is called."""
    return speech.named(rule.vi, rule.en) or rule.regime


# Criteria ------------------------------------------------------------------------------------------------------


def card(made: Card, speech: Speech) -> Grid:
    """Return the criteria of a subject with their figures, what they come to, and what was decided."""
    say = speech.say
    names = ("criterion", "has", "percent", "needed-in-all", "short", "result")
    columns = [Column(say(f"column.{name}"), "left" if name in ("criterion", "result") else "right") for name in names]
    rows = [Row(_measured(number, each, speech)) for number, each in enumerate(made.criteria, 1)]
    rows.append(Row([say("row.computed"), "", "", "", "", _result(made.computed, speech)], "total"))
    rows.append(Row([_recorded(made, speech), "", "", "", "", _result(made.recorded, speech)], "total"))
    rows += [Row([say("row.contradicted"), "", "", "", "", ""], "rest")] if made.contradicted else []
    window = made.rule.window
    about = say(
        "card.window", rule=rule_name(made.rule, speech), name=window.name, first=window.first, last=window.last
    )
    return Grid(columns, rows, f"{made.unit_name} ({made.unit}): {about}")


def _measured(number: int, one: CriterionResult, speech: Speech) -> list[Cell]:
    name = speech.named(one.vi, one.en) or speech.say("criterion", n=number)
    on = speech.say("criterion.on", name=name, day=one.day)
    has = speech.ratio(one.num, one.den) if one.share is not None else speech.count(one.num)
    met = None if one.met is None else "met" if one.met else "not-met"
    percent = speech.percent(one.percent) if one.share is not None else ""
    return [on, has, percent, speech.count(one.needed), speech.count(one.short), _result(met, speech)]


def _recorded(made: Card, speech: Speech) -> str:
    if made.recorded_on is None:
        return speech.say("row.recorded-never")
    said = speech.say("row.recorded", day=made.recorded_on)
    return f"{said}, {made.decision}" if made.decision else said


def _result(result: str | None, speech: Speech) -> str:
    return speech.count(None) if result is None else speech.say(f"result.{result}")
