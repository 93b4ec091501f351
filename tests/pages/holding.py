"""Holding every number on a page against what the command tells machines; what does not hold is told, not raised."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

from antq_cli.core.annex import Annex
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.month import Month
from antq_cli.core.outcomes import Outcome
from antq_cli.core.overview import Overview
from antq_cli.core.ruled import Ruled
from antq_cli.core.standards import Standards
from antq_cli.core.trends import Gaps, Trend
from antq_cli.pages.cells import (
    Apart,
    Bar,
    Datum,
    Decimal,
    Less,
    OnDay,
    Percent,
    Points,
    Share,
    Signed,
    Target,
    TrendLine,
    Whole,
)
from antq_cli.pages.imports import Stated
from antq_cli.pages.model import Page
from antq_cli.words.speech import speech
from tests.pages.meanings import MEANS, OF_BEFORE
from tests.pages.truths import SAYS_ITSELF, Truths
from tests.pages.walk import Facts, Result, Standing, Walk, described

ENGLISH = speech("en")


def faults(outcome: Outcome, page: Page, document: object) -> list[str]:
    """What is wrong with the numbers of a page: a line each; none where every number is what it should be."""
    held = Held(outcome, page, document)
    found = [fault for standing in held.walk.numbers for fault in _of_number(standing, held.result, held.truths)]
    return [*found, *_twice(held.walk), *_together(held.walk.numbers), *_written(held.walk, held.result, outcome)]


class Held:
    """A page beside its result and what machines are told of it."""

    def __init__(self, outcome: Outcome, page: Page, document: object) -> None:
        self.result = Result(outcome)
        self.walk = Walk(page, of_all(outcome))
        self.truths = Truths(document)

    def with_another(self, standing: Standing, cell: Datum) -> list[str]:
        """What would be wrong with a number, and with its line, if another one stood in its place."""
        numbers = [each for each in self.walk.numbers if (each.table, each.line) == (standing.table, standing.line)]
        line = [each._replace(cell=cell) if each is standing else each for each in numbers]
        found = list(_of_number(standing._replace(cell=cell), self.result, self.truths))
        return found or list(_together(line))


def of_all(outcome: Outcome) -> Facts:
    """What every line of a page is of that does not say otherwise: the unit, no flow; of a trend the day as well."""
    result = outcome.result
    if isinstance(result, Gaps):
        return {"unit": result.summary.unit, "flow": None}
    if isinstance(result, Trend):
        last = result.last
        if result.columns or last.flowing:  # each column, or each row, is of its own period
            return {"unit": last.unit, "flow": None}
        since: Facts = {"since": "first", "day": last.as_of} if last.of_units else {"since": "before"}
        return {"unit": last.unit, "flow": None, **since}
    return (
        {"unit": result.unit, "flow": None} if isinstance(result, (Summary, Standards, Overview, Month, Annex)) else {}
    )


def _of_number(standing: Standing, result: Result, truths: Truths) -> Iterator[str]:
    """What is wrong with a number: where it comes from, what it is, whose it is, how much it is, how it is written."""
    slot, cell = standing.slot, standing.cell
    what = f"{slot} {described(cell)} {dict(standing.facts)}"
    if described(cell) not in MEANS.get(slot, ()):
        yield f"means something else: {what}"
    if isinstance(cell, TrendLine):
        yield from (f"{fault}: {what}" for fault in _of_line(cell, standing.facts, result))
        return
    if not result.holds(cell.record):
        yield f"comes from nowhere: {what}"
        return
    facts = result.facts[id(cell.record)]
    # What a claim is held against is of that claim, and of no other figure of the book that is as good; of the unit
    # that it names, whatever the page is of.
    whose = {name: said for name, said in standing.facts.items() if name != "unit" or "claim" not in standing.facts}
    if any(facts.get(name) != said for name, said in whose.items() if name in {*facts, "claim"}):
        yield f"is of {dict(facts)}: {what}"
    if bool(facts.get("before")) is not (slot in OF_BEFORE):
        yield f"is of another day: {what}"
    if type(cell.record).__name__ not in SAYS_ITSELF:
        for part, value in _values(cell).items():
            told = truths.of(cell.record, part, facts)
            if _plain(value) not in told:
                yield f"is {value}, told is {told}: {what}"
    if not isinstance(cell, Bar) and cell.text(ENGLISH) != _english(cell):
        yield f"is written {cell.text(ENGLISH)}: {what}"


def _values(cell: Datum) -> dict[str, object]:
    return {cell.part: cell.value, **({cell.of: cell.whole} if isinstance(cell, Share) else {})}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _of_line(cell: TrendLine, facts: Facts, result: Result) -> Iterator[str]:
    """What is wrong with a line of rates: it has all points of one figure, in the order of their days."""
    if not all(result.holds(figure) for figure in cell.figures):
        yield "comes from nowhere"
    keys = {figure.key for figure in cell.figures}
    of_it = [figure for figure in result.figures if figure.key in keys]
    last = result.facts[id(cell.figures[-1])]
    if len(keys) != 1 or any(last[name] != facts[name] for name in ("unit", "rest", "kind") if name in facts):
        yield f"is of {keys}"
    if list(map(id, of_it)) != list(map(id, cell.figures)):
        yield "has not every point once, in order"


def _twice(walk: Walk) -> Iterator[str]:
    """A figure of which the same part stands twice in one column."""
    seen = Counter(
        (each.table, each.column, each.slot, id(each.cell.record), each.cell.part)
        for each in walk.numbers
        if isinstance(each.cell, Datum) and isinstance(each.cell.record, Figure) and each.column >= 0
    )
    yield from (f"stands twice: {at}" for at, times in seen.items() if times > 1)


def _together(standing: Iterable[Standing]) -> Iterator[str]:
    """A line with several records of one kind, figures apart; a rate or a bar that is not of the number before it."""
    in_line = attrgetter("table", "line")
    for at, several in groupby((each for each in standing if each.line >= 0), key=in_line):
        numbers = [each for each in several if isinstance(each.cell, Datum)]
        records = {_sort(each): each.cell.record for each in numbers if isinstance(each.cell, Datum)}
        for before, each in zip([None, *numbers], numbers, strict=False):
            assert isinstance(each.cell, Datum)
            if not isinstance(each.cell.record, Figure) and records[_sort(each)] is not each.cell.record:
                yield f"is of another {described(each.cell)} than the rest of its line: {at}"
            same = before is not None and isinstance(before.cell, Datum) and before.cell.record is each.cell.record
            if each.slot in {"column.percent", "column.bar"} and not same:
                yield f"is of another record than the number before it: {each}"


def _sort(each: Standing) -> tuple[object, ...]:
    """What a line has one record of: of each kind beside the others, and of what all is compared with, one more."""
    assert isinstance(each.cell, Datum)
    return type(each.cell.record), each.slot in OF_BEFORE, each.facts.get("kind")


def _written(walk: Walk, result: Result, outcome: Outcome) -> Iterator[str]:
    """A text with a digit that is no text of the result."""
    ruled = outcome.result
    known = result.texts | (
        {each(rule) for rule in ruled.rules for each in (Ruled.docs, Ruled.fixtures)}
        if isinstance(ruled, Ruled)
        else set()
    )
    yield from (
        f"is no text of the result: {text}" for text in walk.texts if text not in known and any(map(str.isdigit, text))
    )


def _english(cell: Datum) -> str:
    """How a number is to be written in English."""
    value = cell.value
    if isinstance(cell, OnDay):
        return "" if value is None else f"{value:%d/%m/}{value.year:04}"
    if isinstance(cell, Share):
        of = "" if cell.whole is None else f"/{cell.whole:,}"
        return f"{'—' if value is None else f'{value:,}'}{of}"
    if value is None:
        return "—"
    forms = {
        Whole: "{:,}",
        Stated: "{:,}",
        Apart: "{:,}",
        Signed: "{:+,}",
        Less: "{:+,}",
        Percent: "{}%",
        Points: "{}",
        Decimal: "{}",
    }
    if isinstance(cell, Target):
        return f"{value.removesuffix('.00')}%"
    value = abs(value) if isinstance(cell, Apart) else value  # the words beside it say which is the greater
    value = -value if isinstance(cell, Less) else value
    return "0" if isinstance(cell, (Signed, Less)) and not value else forms[type(cell)].format(value)
