"""What stands in the cells and the lines of a page: numbers of the result, names of the book, and messages.

A number is never copied: its cell holds the record of the result that has it, a figure for one, and the name of the
part. So whoever writes a page has the number itself, and anybody can ask where it comes from. ``text`` says a cell in
a language; how numbers are written, and the messages, are the business of ``words``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from antq_cli.core.calendars import CIVIL, Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.ratio import written
from antq_cli.words.numbers import MISSING
from antq_cli.words.speech import Speech, lowered

if TYPE_CHECKING:  # a model, which pages of rules do without
    from antq_cli.core.manifest import Level

# All of them, in hundredths of a percent.
_WHOLE = 10_000


class PageCell(Protocol):
    """Whatever can be said in a language."""

    def text(self, speech: Speech, /) -> str:
        """What a person reads; "" where there is nothing to say."""


# Numbers and days ----------------------------------------------------------------------------------------------


class Datum:
    """A number or a day of the result: a part of one of its records; its ``value`` is None where it is not known."""

    __slots__ = ("part", "record")
    form: ClassVar[Callable[[Speech, Any], str]]

    def __init__(self, record: object, part: str) -> None:
        self.record = record
        self.part = part

    def text(self, speech: Speech) -> str:
        """The value as its ``form`` has it in the language, which also knows what stands for one that is not known."""
        return type(self).form(speech, self.value)

    @property
    def value(self) -> Any:
        """The value as the record has it, never a copy in another form; None where it is not known."""
        return _part(self.record, self.part)

    @property
    def figure(self) -> str | None:
        """Return the id of the figure that it is a part of; None where it is of something else."""
        return self.record.figure if isinstance(self.record, Figure) else None

    @property
    def unknown(self) -> str | None:
        """Return why the value is not known, the state of its figure; None where it is known."""
        return None if self.value is not None else getattr(self.record, "state", "unknown")


def _part(record: object, part: str) -> Any:
    return record[part] if isinstance(record, dict) else getattr(record, part)


class Whole(Datum):
    """A whole number."""

    __slots__ = ()
    form = Speech.count


class Signed(Datum):
    """By how many something changed or differs."""

    __slots__ = ()
    form = Speech.change


def _taken_away(speech: Speech, number: int | None) -> str:
    return speech.change(None if number is None else -number)


class Less(Datum):
    """How many were taken away, with the sign of what that changes."""

    __slots__ = ()
    form = _taken_away


def _apart(speech: Speech, number: int | None) -> str:
    return speech.count(None if number is None else abs(number))


class Apart(Datum):
    """By how many two numbers differ, where the words beside it say which is the greater one."""

    __slots__ = ()
    form = _apart


class Percent(Datum):
    """A percentage: a text with a point and two decimals."""

    __slots__ = ()
    form = Speech.percent


def _aim(speech: Speech, written: str) -> str:
    return speech.percent(written.removesuffix(".00"))


class Target(Datum):
    """A percentage that somebody set, said without decimals where it has none."""

    __slots__ = ()
    form = _aim


class Aim(NamedTuple):
    """The same where it is no part of a record: hundredths of a percent."""

    hundredths: int

    def text(self, speech: Speech) -> str:
        """The percentage, without decimals where they are 0."""
        return _aim(speech, written(self.hundredths))


class Points(Datum):
    """A change in percentage points: a text with a sign, a point and two decimals."""

    __slots__ = ()
    form = Speech.points


class Decimal(Datum):
    """A number with decimals: a text with a point."""

    __slots__ = ()
    form = Speech.factor


def _day(speech: Speech, day: date | None) -> str:
    return "" if day is None else speech.day(day)


class OnDay(Datum):
    """A day; where there is none it says nothing."""

    __slots__ = ()
    form = _day


class Share(Datum):
    """A number out of another one, which need not be known."""

    __slots__ = ("of",)

    def __init__(self, record: object, part: str = "num", of: str = "den") -> None:
        super().__init__(record, part)
        self.of = of

    @property
    def whole(self) -> int | None:
        """What it is out of; None where that is not known."""
        found: int | None = _part(self.record, self.of)
        return found

    def text(self, speech: Speech) -> str:
        """Both numbers with a slash between them; the first alone where the other one is not known."""
        return speech.ratio(self.value, self.whole)


class Bar(Share):
    """The same to be drawn, as wide as there is room; in words it says nothing.

    It has a mark at the ``target``, in hundredths of a percent, None where there is none.
    """

    __slots__ = ("target",)

    def __init__(self, record: object, part: str = "num", of: str = "den", target: int | None = None) -> None:
        super().__init__(record, part, of)
        self.target = target

    @property
    def mark(self) -> int | None:
        """Return where on its track the target is; all of them is where the track ends, and needs no mark."""
        return None if self.target in (None, _WHOLE) else self.target

    def text(self, _speech: Speech) -> str:
        """Nothing: the numbers beside it say what it draws."""
        return ""


class TrendLine(NamedTuple):
    """The rates of some figures over time, to be drawn as a line."""

    figures: Sequence[Figure]

    @property
    def rates(self) -> list[tuple[int, int] | None]:
        """Return the numerators and denominators; None where a rate is not known."""
        return [(each.num, each.den) if each.num is not None and each.den else None for each in self.figures]

    def text(self, _speech: Speech) -> str:
        """Nothing: the numbers beside it say where it ends."""
        return ""


class Unknown(NamedTuple):
    """A dash where there is no record that could have a number, and why there is none."""

    why: str

    def text(self, _speech: Speech) -> str:
        """A dash, whatever the reason."""
        return MISSING


# Names of the book ---------------------------------------------------------------------------------------------


class Verbatim(NamedTuple):
    """A text of the book, the same in every language: a code, a name, what somebody wrote."""

    written: str

    def text(self, _speech: Speech) -> str:
        """The text itself: it is translated for nobody."""
        return self.written


BLANK = Verbatim("")


class UnitName(NamedTuple):
    """The name of the unit of a code."""

    code: str
    name: str

    def text(self, _speech: Speech) -> str:
        """The name without the code."""
        return self.name


class Name(NamedTuple):
    """What bears a name in both languages, or in one; where in none, an id."""

    vi: str | None
    en: str | None
    id: str

    def text(self, speech: Speech) -> str:
        """Return the name, in the other language where only that is given."""
        return speech.named(self.vi, self.en) or self.id


class PeriodName(NamedTuple):
    """What a period is called; days in a row without a name say nothing."""

    period: Period

    def text(self, speech: Speech) -> str:
        """Return the name as people write it, "" where there is none."""
        return "" if self.period.name is None else speech.period(self.period.name)


class CalendarName(NamedTuple):
    """What a calendar is called, within a line."""

    id: str
    vi: str | None
    en: str | None

    def text(self, speech: Speech) -> str:
        """Return the name that the manifest gives; the civil one has a name of its own, any other at least its id."""
        named = speech.named(self.vi, self.en) or (speech.say("calendar.civil") if self.id == CIVIL.id else None)
        return self.id if named is None else lowered(named)


class KindName(NamedTuple):
    """What a kind is called."""

    kind: Kind

    def text(self, speech: Speech) -> str:
        """Return the name that the manifest gives, or the catalogue's."""
        return speech.kind(str(self.kind.measure), self.kind.vi, self.kind.en)


class WhatCounts(NamedTuple):
    """What there are so many of of a kind of activity, which the manifest has to say."""

    kind: Kind

    def text(self, speech: Speech) -> str:
        """Return the name that the manifest gives."""
        assert self.kind.counts is not None
        return speech.named(self.kind.counts.vi, self.kind.counts.en) or ""


class LevelName(NamedTuple):
    """What the units of a level, or the organisations of a kind, are called."""

    level: "Level"

    def text(self, speech: Speech) -> str:
        """Return the name that the manifest gives, or the catalogue's, or the id."""
        key = f"subject.{self.level.id}"
        return self.level.name(speech.lang) or (speech.say(key) if speech.knows(key) else self.level.id)


# Messages ------------------------------------------------------------------------------------------------------


class Message:
    """A message of the catalogue, filled with cells, or with lists of them."""

    __slots__ = ("key", "values")

    def __init__(self, key: str, /, **values: PageCell | list[PageCell]) -> None:
        self.key = key
        self.values: Mapping[str, PageCell | list[PageCell]] = values

    def text(self, speech: Speech) -> str:
        """The message with its values filled in; KeyError where the catalogue lacks it."""
        return speech.say(self.key, **{name: _filled(value, speech) for name, value in self.values.items()})


def _filled(value: PageCell | list[PageCell], speech: Speech) -> str | list[str]:
    return [each.text(speech) for each in value] if isinstance(value, list) else value.text(speech)


def held_in(above: "Level", below: "Level") -> Message:
    """Return what lies in a unit of a level; in which level it does not lie, ``below``, is for the legend to say."""
    return Message("row.held-in", above=LevelName(above), below=LevelName(below))


class Joined(NamedTuple):
    """Cells beside each other; those that say nothing are left out, and with ``once`` those that say the same again."""

    parts: Sequence[PageCell]
    by: str
    once: bool = False

    def text(self, speech: Speech) -> str:
        """What the parts say, ``by`` between them; "" where none says anything."""
        said: Iterable[str] = filter(None, (part.text(speech) for part in self.parts))
        return self.by.join(dict.fromkeys(said) if self.once else said)


def joined(parts: Sequence[PageCell], by: str) -> PageCell:
    """Return those of some cells that are not blank beside each other; blank where there are none."""
    told = [part for part in parts if part is not BLANK]
    return Joined(told, by) if len(told) > 1 else told[0] if told else BLANK


class Bracketed(NamedTuple):
    """A cell with another one behind it in brackets."""

    cell: PageCell
    more: PageCell

    def text(self, speech: Speech) -> str:
        """Both; the brackets are there even where the second says nothing."""
        return f"{self.cell.text(speech)} ({self.more.text(speech)})"


class Marked(NamedTuple):
    """A cell with a mark behind it, which the legend explains."""

    cell: PageCell
    sign: str = "*"

    def text(self, speech: Speech) -> str:
        """What the cell says, a blank, and the sign."""
        return f"{self.cell.text(speech)} {self.sign}"


class Indented(NamedTuple):
    """A cell behind something that shows what it belongs to."""

    before: str
    cell: PageCell

    def text(self, speech: Speech) -> str:
        """What the cell says, behind its indent or its branches."""
        return self.before + self.cell.text(speech)


class Capital(NamedTuple):
    """A cell that begins a line."""

    cell: PageCell

    def text(self, speech: Speech) -> str:
        """What the cell says, its first letter a capital."""
        said = self.cell.text(speech)
        return said[:1].upper() + said[1:]
