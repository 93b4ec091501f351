"""Annex V: the returns of each unit, in time or not, and where they say another number than the book."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from antq_cli.core.figures import Figure
from antq_cli.core.measures import Measure
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.core.reporting import Expected, Reporter
from antq_cli.counting.figures import is_whole
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, Found, derived, number
from antq_cli.pages.paper.layout import Formula, Part, Place, Told, first_columns, laid_out, remarks
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.places import beneath, itself, units_of
from antq_cli.pages.paper.pledges import name_of
from antq_cli.words.speech import Speech, lowered, speech


def returns(paper: Paper, lang: str) -> Table | None:
    """Return how many returns of all kinds each unit had to send and sent; None where nobody was to send any."""
    said = speech(lang)
    table = _Returns(paper, said)
    found = Found(paper.of_family("pledges"), lang)
    parts = [table.part(), *_compared(paper, found, said)]
    sheet = laid_out(table.places, parts, first_columns(said), [remarks(said, table.silent)]) if table.whole else None
    if sheet is None or paper.period is None:
        return None
    beneath_it = [*notes(paper, found, sheet, said), *table.beneath()]
    called = said.say("annex.title.returns-sent", period=_period(paper, said))
    return sheet.table(beneath_it, called, said.say("sheet.returns"))


def _period(paper: Paper, speech: Speech) -> str:
    period = paper.period
    assert period is not None
    if period.name is None or period.cut:
        return speech.say("title.days", first=period.first, last=period.last)
    return speech.period(period.name)


class _Returns:
    """The returns of all kinds that were expected at each line: sums, which are numbers of no figure."""

    def __init__(self, paper: Paper, speech: Speech) -> None:
        self.paper, self.speech, self.lang = paper, speech, speech.lang
        found, where = paper.returns, paper.where
        self.whole = [] if found is None else [kind for kind in found.kinds if kind.expected]
        self.expected: dict[tuple[str, str | None], list[Expected]] = {(where.code, where.level.id): self.whole}
        names: dict[str, str] = {}
        for part in [part for parts in found.parts for part in parts] if found is not None else []:
            self.expected.setdefault((part.unit, part.level), []).append(part.expected)
            if part.level is not None:
                names[part.unit] = part.unit_name
        told = any(each.expected for unit in names for each in self._of(unit))
        self.places = self._places(names) if told else [itself(paper, speech)]

    def _of(self, unit: str) -> Sequence[Expected]:
        return [] if self.paper.by is None else self.expected.get((unit, self.paper.by.id), [])

    def _places(self, names: Mapping[str, str]) -> list[Place]:
        above = {code: name for each in self.paper.summaries for code, name in each.above.items()}
        rest = any(each.expected for each in self.expected.get((self.paper.where.code, None), []))
        listed = units_of(self.paper, names, above, self.speech)
        return [*listed, *beneath(self.paper, self.speech, rest=rest)]

    def part(self) -> Part:
        """Return the columns: how many were expected, came, came in time or late, and did not come."""
        headers = {
            "expected": self.speech.say("annex.expected"),
            "received": self.speech.say("column.received"),
            "on_time": self.speech.say("column.on-time"),
            "late": self.speech.say("annex.late"),
            "undated": self.speech.say("annex.undated"),
            "missing": self.speech.say("column.not-sent"),
        }
        # That nobody knows of a day when it was received says something only of some of those that came.
        told = {part for part in headers if any(getattr(each, part) for each in self.whole)}
        shown = [part for part in headers if part in ("expected", "received", "missing") or part in told]
        if "on_time" not in told and "late" not in told:
            shown = [part for part in shown if part != "undated"]
        missing = Formula("-", ["returns.expected", "returns.received"])
        columns = [
            Told(f"returns.{part}", headers[part], self._sum(part), formula=missing if part == "missing" else None)
            for part in shown
        ]
        return Part("", columns)

    def _sum(self, part: str) -> Callable[[Place], Pieces]:
        return lambda place: self._summed(place, part)

    def _summed(self, place: Place, part: str) -> Pieces:
        numbers = [getattr(each, part) for each in self.expected.get((place.unit, place.level), [])]
        if not numbers:
            return EMPTY
        if None in numbers:
            return UNKNOWN
        return (number((self._id(place), None), part, sum(numbers), self.lang),)

    def _id(self, place: Place) -> str:
        period, above = self.paper.period, ".above" if place.level is None else ""
        assert period is not None
        return f"returns{above}@{place.unit}:{period.first}..{period.last}"

    def silent(self, place: Place) -> Pieces:
        """Return which kinds a unit did not send; of all of them there is the number."""
        several = [] if place.style == "total" else self.expected.get((place.unit, place.level), [])
        owed: dict[str, list[str]] = {}
        for each in several:
            if each.missing:
                owed.setdefault(_name(each, self.speech), []).append(self._period(each))
        names = [f"{name} ({', '.join(days)})" if any(days) else name for name, days in owed.items()]
        return (Text(self.speech.say("returns.silent", who=names)),) if names else EMPTY

    def _period(self, expected: Expected) -> str:
        """Return which period a return is of; nothing where the kind was to be sent only once."""
        alike = [each for each in self.whole if each.kind.measure == expected.kind.measure]
        period = expected.period
        if len(alike) == 1:
            return ""
        return lowered(self.speech.period(period.name)) if period.name else self.speech.day(period.last)

    def beneath(self) -> Iterator[Pieces]:
        """Yield of what the returns are, and until when they were due."""
        kinds = list(dict.fromkeys(_name(each, self.speech) for each in self.whole))
        yield (Text(self.speech.say("annex.returns-of", kinds=kinds)),)
        days = sorted({each.due for each in self.whole if each.due is not None})
        if days:
            yield (Text(self.speech.say("legend.due", days=[self.speech.day(day) for day in days])),)


def _name(expected: Expected, speech: Speech) -> str:
    name, part = name_of(expected.kind, speech), expected.kind.measure.part
    return name if part is None else speech.say(f"part-of.{part}", kind=name)


def _compared(paper: Paper, found: Found, speech: Speech) -> Iterator[Part]:
    """Yield the columns of pledges that are reported beside the source of the book, by the units of the lines."""
    by = paper.by
    for expected in paper.returns.kinds if paper.returns is not None and by is not None else []:
        kind = expected.kind
        if kind.source != "returns" and kind.measure in {each.measure for each in paper.kinds("pledges")}:
            sent = {each.unit: each for each in expected.reporters if each.dated == paper.as_of}
            two = _TwoSources(found, kind.measure, sent)
            if any(each.reported is not None for each in sent.values()):
                yield Part(name_of(kind, speech), list(two.columns(speech, name_of(kind, speech))))


class _TwoSources:
    """What was reported for the day beside what the book has, unit by unit; a return of another day says nothing."""

    def __init__(self, found: Found, measure: Measure, sent: Mapping[str, Reporter]) -> None:
        self.found, self.measure, self.sent = found, measure, sent

    def columns(self, speech: Speech, name: str) -> Iterator[Told]:
        """Yield the columns, the last one of the difference."""
        keys = [f"{self.measure}.book", f"{self.measure}.reported"]
        yield Told(keys[1], speech.say("annex.reported"), self._reported, name)
        yield Told(keys[0], speech.say("column.book"), self._book, name)
        formula = Formula("-", keys)
        yield Told(f"{self.measure}.differs", speech.say("annex.difference"), self._differs, name, formula=formula)

    def _at(self, place: Place) -> tuple[Figure, Reporter | None] | None:
        figure = None if place.style else self.found.at(self.measure, place.unit, place.level)
        return None if figure is None else (figure, self.sent.get(place.unit))

    def _reported(self, place: Place) -> Pieces:
        """Return what was reported for the day; a dash where nobody did."""
        if (at := self._at(place)) is None:
            return EMPTY
        figure, sent = at
        if sent is None or sent.reported is None:
            return UNKNOWN
        return (number((self._id(figure), None), "reported_num", sent.reported, self.found.lang),)

    def _book(self, place: Place) -> Pieces:
        at = self._at(place)
        return EMPTY if at is None else self.found.cell(at[0], "num")

    def _differs(self, place: Place) -> Pieces:
        """Return what the book has more than was reported, where both are whole."""
        if (at := self._at(place)) is None:
            return EMPTY
        figure, sent = at
        if sent is None or sent.reported is None or not is_whole(figure):
            return UNKNOWN
        more = (figure.num or 0) - sent.reported
        return (number((self._id(figure), None), "num", more, self.found.lang, signed=True),)

    def _id(self, figure: Figure) -> str:
        return derived(f"returns.{self.measure}", self.found.id(figure))
