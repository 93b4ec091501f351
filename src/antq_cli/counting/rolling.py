"""Counting many days: from one day to a later one only what happened in between changes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from antq_cli.counting.stretches import Stretches
from antq_cli.counting.validity import Validity

# Where somebody is, why that stretch is excluded or blank, and the last event of the pledge.
_Held = tuple[int | None, str, str]


class Events(NamedTuple):
    """The events of a journal as columns: whose each is, None for nobody's, its day, and what."""

    subjects: Sequence[int | None]
    dates: Sequence[str]
    words: Sequence[str]

    def latest(self, day: str, size: int) -> list[str]:
        """Return for each of so many subjects the last event by a day: its date and word together, blank for none.

        ``signed`` sorts before ``withdrawn``, which is the order that counts on one day.
        """
        last = [""] * size
        for subject, day_of, word in zip(self.subjects, self.dates, self.words, strict=True):
            if day_of <= day and subject is not None and last[subject] < day_of + word:
                last[subject] = day_of + word
        return last


class Rolling:
    """How many of those in a register stand where on a day. A day after the one before costs what lies between them."""

    def __init__(self, pledgers: Stretches, events: Events, validity: Validity) -> None:
        self._pledgers = pledgers
        self._events = events
        self._validity = validity
        self._day = ""
        self._last: list[str] = []
        self._held: Counter[_Held] = Counter()
        self._where: dict[int, tuple[int | None, str]] = {}

    def on(self, day: str) -> Counter[_Held]:
        """Return how many stand where on a day: (site, exclusion, state of the pledge) to a count."""
        if self._day and self._day < day:
            self._advance(day)
        elif self._day != day:
            self._begin(day)
        self._day = day
        state = {last: self._validity.state(last, day) for last in {last for _, _, last in self._held}}
        standing: Counter[_Held] = Counter()
        for (site, excluded, last), n in self._held.items():
            standing[site, excluded, state[last]] += n
        return standing

    def _begin(self, day: str) -> None:
        """Count a day by itself."""
        last = self._last = self._events.latest(day, len(self._pledgers.table))
        subjects, places, excluded = self._pledgers.on(day)
        short = {each: self._short(each) for each in set(last)}
        events = map(short.__getitem__, map(last.__getitem__, subjects))
        self._held = Counter(zip(places, excluded, events, strict=True))
        self._where = {}

    def _short(self, last: str) -> str:
        """Return what matters of an event: its day does only where a pledge lapses by itself."""
        return last if self._validity.lapses or not last else last[10:]

    def _advance(self, day: str) -> None:
        """Let happen what happened after the day before, up to and on a day."""
        if not self._where:
            subjects, places, excluded = self._pledgers.on(self._day)
            self._where = dict(zip(subjects, zip(places, excluded, strict=True), strict=True))
        for number in self._between(self._by_date, day):
            subject, event = self._events.subjects[number], self._events.dates[number] + self._events.words[number]
            if subject is not None and self._last[subject] < event:
                self._put(subject, -1)
                self._last[subject] = event
                self._put(subject, 1)
        for subject in dict.fromkeys(self._between(self._by_border, day)):
            self._put(subject, -1)
            self._move(subject, day)
            self._put(subject, 1)

    def _put(self, subject: int, n: int) -> None:
        if subject in self._where:
            key = (*self._where[subject], self._short(self._last[subject]))
            self._held[key] += n
            if not self._held[key]:
                del self._held[key]

    def _move(self, subject: int, day: str) -> None:
        row = self._pledgers.row_on(subject, day)
        if row is None:
            self._where.pop(subject, None)
        else:
            self._where[subject] = self._pledgers.places[row], self._pledgers.excluded[row]

    def _between(self, days: tuple[list[str], list[list[int]]], day: str) -> list[int]:
        """Return what is listed under the days after the one before, up to and on a day."""
        dates, numbers = days
        first, last = bisect_right(dates, self._day), bisect_right(dates, day)
        return [number for several in numbers[first:last] for number in several]

    @cached_property
    def _by_date(self) -> tuple[list[str], list[list[int]]]:
        """Return the days on which there are events, and the numbers of these."""
        found: dict[str, list[int]] = {date: [] for date in set(self._events.dates)}
        for number, date in enumerate(self._events.dates):
            found[date].append(number)
        return _ordered(found)

    @cached_property
    def _by_border(self) -> tuple[list[str], list[list[int]]]:
        """Return the days on which stretches begin or end, and whose these are."""
        found: dict[str, list[int]] = {}
        pledgers = self._pledgers
        for subject, first, last in zip(pledgers.subject, pledgers.first, pledgers.last, strict=True):
            for border in filter(None, (first, last)):
                found.setdefault(border, []).append(subject)
        return _ordered(found)


def _ordered(found: dict[str, list[int]]) -> tuple[list[str], list[list[int]]]:
    dates = sorted(found)
    return dates, [found[date] for date in dates]
