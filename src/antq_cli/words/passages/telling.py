"""What every passage has at hand: the paper, the language, and its numbers as sentences of the language have them."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.calendars import CIVIL, Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.manifest import Level
from antq_cli.core.paper import Paper
from antq_cli.core.registers import Directive
from antq_cli.core.report import Gap, Number, Piece
from antq_cli.core.reporting import Expected
from antq_cli.words import speech
from antq_cli.words.passages import numbers, owed, picked

# What stands before the number of a paper, and the name of one behind whose type the number comes at once.
_NUMBER = "số"
_OF_LAW = re.compile(r"^(?!.*\bsố\b)([^\d“\"]*[^\W\d]) (?=\d+/\d{4}/)")
# The calendar on whose days figures are closed by law (NĐ 09/2019/NĐ-CP, art. 12).
CLOSING = "report"


class Teller:
    """A paper told in a language."""

    def __init__(self, paper: Paper, lang: str) -> None:
        self.paper = paper
        self.lang = lang
        self.speech = speech.speech(lang)

    # Numbers -----------------------------------------------------------------------------------------------------

    def number(self, figure: Figure | None, part: str = "num") -> Number | Gap:
        """Return a part of a figure, of two digits where the language has such."""
        return numbers.number(figure, part, self.lang, small=True, when=self.when)

    def share(self, figure: Figure | None) -> list[Piece]:
        """Return how many of how many."""
        return numbers.share(figure, self.lang, small=True, when=self.when)

    def percent(self, figure: Figure | None) -> Number | Gap:
        """Return the rate of a figure."""
        return numbers.percent(figure, self.lang, when=self.when)

    def derived(self, name: str, part: str, value: int | None, unit: str | None = None) -> Number | Gap:
        """Return a whole number put together of several figures, of the unit itself or of one below it."""
        return numbers.derived(self.id(name, unit), part, value, self.lang, small=True)

    def of(self, name: str, num: tuple[str, int], den: tuple[str, int]) -> list[Piece]:
        """Return how many of how many, of numbers put together of several figures; each has its part and its value."""
        whole = numbers.derived(self.id(name), *den, self.lang, small=num[1] != 0)
        return numbers.pieces(self.derived(name, *num), "/", whole)

    def returned(self, sent: owed.Sent, part: str) -> Number | Gap:
        """Return how many returns were expected, or came in some way, in all periods together."""
        id_ = self.id(f"{sent.kinds[0].measure}.returns", when=sent.when)
        return numbers.derived(id_, part.replace("_", "-"), sent.how_many(part), self.lang, small=True)

    def named_of_returns(self, one: Expected, arrival: str) -> tuple[list[str], Number | Gap | None]:
        """Return the names of those whose return came in some way, the first ten, and how many others there are."""
        names = owed.arrived(one, arrival)
        more = len(names) - picked.NAMED
        id_ = self.id(f"{one.kind.measure}.returns.{arrival}", when=f"{one.period.first}..{one.period.last}")
        others = numbers.derived(id_, "others", more, self.lang, small=True) if more > 0 else None
        return names[: picked.NAMED], others

    def of_year(self, period: Period, others: Sequence[Period]) -> str | None:
        """Return the name of a period without its year, where all the others are of the same one: tháng 8."""
        years = {each.last.year for each in others}
        name = self.period(period)
        return name if name is None or len(years) > 1 else name.removesuffix(f"/{period.last.year}")

    def target(self, name: str, hundredths: int) -> Number:
        """Return a target as short as it can be written: 95%, 97,5%."""
        value = f"{hundredths // 100}.{hundredths % 100:02}"
        short = value.rstrip("0").rstrip(".")
        return Number(self.id(name), "target", value, self.speech.percent(short))

    def id(self, name: str, unit: str | None = None, when: str | None = None) -> str:
        """Return the id of a number that is put together: ``name@unit:when``."""
        return f"{name}@{self.paper.where.code if unit is None else unit}:{self.when if when is None else when}"

    @property
    def when(self) -> str:
        """The day of the figures, as ids have it, with the day of the map where that is another."""
        day, basis = self.paper.as_of, self.paper.basis
        return f"{day}" if day == basis else f"{day}~{basis}"

    @property
    def since(self) -> str:
        """The two days between which something changed, as ids have them."""
        before = self.paper.before
        return self.when if before is None else f"{before.last}..{self.when}"

    # Names -------------------------------------------------------------------------------------------------------

    @cached_property
    def unit_kinds(self) -> list[tuple[str, int]]:
        """What the units below call themselves, and how many do."""
        return picked.unit_kinds(self.paper)

    def kind(self, kind: Kind) -> str:
        """Return what a kind is called within a sentence; proper names are written as they are."""
        return speech.lowered(self.speech.kind(str(kind.measure), kind.vi, kind.en))

    def level(self, id_: str | None) -> Level | None:
        """Return the level with an id; None where it is none."""
        return next((level for level in self.paper.levels if level.id == id_), None)

    def period(self, period: Period) -> str | None:
        """Return the name of a period within a sentence; None of days that have none, or are not all of it."""
        if period.name is None or period.cut:
            return None
        name = self.speech.period(period.name)
        return speech.lowered(name) if self.lang == "vi" else name  # tháng 8/2021, but Q3 2021

    def day(self, day: date) -> str:
        """Return a day as it is written on paper."""
        return self.speech.day(day)

    def within(self) -> str | None:
        """Return the name of the period, where that says its days; None where they have to be said."""
        period = self.paper.period
        return self.period(period) if period is not None and self.civil else None

    def unit(self, figure: Figure) -> str:
        """Return the name of a unit, with what it lies in where another one bears its name."""
        for each in self.paper.summaries:
            if figure.unit in each.above:
                return f"{figure.unit_name} - {each.above[figure.unit]}"
        return figure.unit_name

    @property
    def closing(self) -> bool:
        """Whether the day of the figures is the closing day of a period that the law has."""
        period = self.paper.period
        return period is not None and period.calendar == CLOSING and not period.cut

    @property
    def civil(self) -> bool:
        """Whether a period begins and ends as everybody thinks it does, so that its name says its days."""
        period = self.paper.period
        return period is not None and period.calendar in (None, CIVIL.id)

    def acts(self, day: str, of: str, number: str) -> list[str]:
        """Return the directives as they are cited: where a title names its number, day and issuer stand behind that.

        ``day``, ``of`` and ``number`` are the words before each of these in the language. Titles are Vietnamese in
        either, and so is what stands before their number (NĐ 30/2020/NĐ-CP): Chỉ thị số 09-CT/TW.
        """
        return [_cited(each, self, (day, of, number)) for each in self.paper.directives]


def _cited(directive: Directive, teller: Teller, words: Sequence[str]) -> str:
    day, of, number = words
    dated = "" if directive.date is None else f" {day} {teller.day(directive.date)}"
    said = f"{dated} {of} {directive.issuer}"
    head, found, rest = _around(directive.title, directive.number)
    return f"{head}{found}{said}{rest}" if found else f"{directive.title} ({number} {directive.number}{said})"


def _around(title: str, number: str) -> tuple[str, str, str]:
    """Return a title before its number, the number, and what is behind it; all empty where it is not named at once.

    What is quoted, or comes behind another word of its own, may name another paper.
    """
    words = title.split(" ")
    quoted = next((place for place, word in enumerate(words) if "“" in word or '"' in word), len(words))
    place = next((place for place, word in enumerate(words[:quoted]) if word == number), None)
    if place is None:
        return "", "", ""
    head, rest = (" ".join(each) for each in (words[:place], words[place + 1 :]))
    before = f"{head} " if head.endswith(_NUMBER) or not head else f"{head} {_NUMBER} "
    return before, number, (f" {rest}" if rest else "")


def numbered(name: str) -> str:
    """Return the name of a law with what stands before its number, as offices cite it."""
    return _OF_LAW.sub(rf"\1 {_NUMBER} ", name, count=1)
