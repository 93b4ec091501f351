"""The criteria of the standard: what each subject reaches of them, beside what was decided."""

from collections.abc import Sequence
from typing import Any

from antq_cli.core.ratio import written
from antq_cli.core.standards import AppliedRegime, Card, CriterionResult
from antq_cli.pages.cells import (
    BLANK,
    Joined,
    Message,
    Name,
    OnDay,
    PageCell,
    Percent,
    Share,
    Unknown,
    Verbatim,
    Whole,
)
from antq_cli.pages.figures import place
from antq_cli.pages.model import Line, PageTable, Records, number_columns, text_columns

_COLUMNS = (
    *("standard", "unit", "unit_name", "window", "regime", "criterion", "day", "num", "den", "percent"),
    *("at_least", "needed", "short", "met", "recorded", "recorded_on", "computed"),
)


def records(cards: Sequence[Card]) -> Records:
    """Return a row a criterion; beside them what was decided of each subject."""
    rows = [_record(card, criterion) for card in cards for criterion in card.criteria]
    return Records(rows, _COLUMNS, more={"subjects": [_decided(card) for card in cards]})


def _decided(card: Card) -> dict[str, Any]:
    return {
        "standard": card.kind.id,
        "unit": card.unit,
        "unit_name": card.unit_name,
        "regime": card.rule.regime,
        "window": card.rule.window.name,
        "recorded": card.recorded,
        "recorded_on": card.recorded_on,
        "decision": card.decision,
        "computed": card.computed,
        "agrees": not card.contradicted if card.recorded and card.computed else None,
    }


def _record(card: Card, one: CriterionResult) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("day", "num", "den", "percent", "needed", "short", "met")}
    figures = [figure.record() for figure in one.figures]
    at_least = str(one.number) if one.share is None else written(one.share)
    return {**_decided(card), "criterion": one.place, **told, "at_least": at_least, "figures": figures}


def card(made: Card) -> PageTable:
    """Return the criteria of a subject with their figures, what they come to, and what was decided."""
    columns = [
        *text_columns("criterion"),
        *number_columns("has", "percent", "needed-in-all", "short"),
        *text_columns("result"),
    ]
    lines = [Line(_cells(each)) for each in made.criteria]
    lines.append(Line([Message("row.computed"), *[BLANK] * 4, _result(made.computed)], "total"))
    lines.append(Line([_recorded(made), *[BLANK] * 4, _result(made.recorded)], "total"))
    lines += [Line([Message("row.contradicted"), *[BLANK] * 5], "rest")] if made.contradicted else []
    window = made.rule.window
    first, last, name = OnDay(window, "first"), OnDay(window, "last"), year(window.name)
    about = Message("card.window", rule=rule_name(made.rule), name=name, first=first, last=last)
    return PageTable(columns, lines, Joined([place(made.unit, made.unit_name, made.above), about], ": "))


def rule_name(rule: AppliedRegime) -> Name:
    """The names of a regime; its id only where it has none in either language."""
    return Name(rule.vi, rule.en, "" if rule.vi or rule.en else rule.regime)


def year(name: str | None) -> PageCell:
    """Return the name of a window; one that no calendar names has none."""
    return Unknown("unnamed") if name is None else Verbatim(name)


def _cells(one: CriterionResult) -> list[PageCell]:
    name = Name(one.vi, one.en, "") if one.vi or one.en else Message("criterion", n=Whole(one, "place"))
    on = Message("criterion.on", name=name, day=OnDay(one, "day"))
    has = Whole(one, "num") if one.share is None else Share(one)
    percent = BLANK if one.share is None else Percent(one, "percent")
    met = None if one.met is None else "met" if one.met else "not-met"
    return [on, has, percent, Whole(one, "needed"), Whole(one, "short"), _result(met)]


def _recorded(made: Card) -> PageCell:
    if made.recorded_on is None:
        return Message("row.recorded-never")
    said = Message("row.recorded", day=OnDay(made, "recorded_on"))
    return Joined([said, Verbatim(made.decision)], ", ") if made.decision else said


def _result(result: str | None) -> PageCell:
    return Unknown("not-decided") if result is None else Message(f"result.{result}")
