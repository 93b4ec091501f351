"""Counting many days: from one day to a later one only what happened in between changes."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from antq_cli.counting.stretches import Stretches
from antq_cli.counting.validity import State, Validity

# Where somebody is, why that stretch is excluded or blank, and how the pledge stands, or its last event if it lapses.
_Stance = tuple[int | None, str, str]
# Sorts after every word with which the stamps of a day go on.
_LAST = "~"
_DAY = "0000-00-00"  # as long as every day


class Events:
    """The events of a journal, from columns in any order: whose each is, and its stamp, the date and word together.

    ``signed`` sorts before ``withdrawn``, which is the order that counts on one day. Events of nobody are none.
    """

    def __init__(self, subjects: Sequence[int | None], dates: Sequence[str], words: Sequence[str]) -> None:
        self._columns = subjects, dates, words

    def latest(self, day: str, size: int) -> list[str]:
        """Return for each of so many subjects the stamp of the last event by a day, blank for none."""
        last = [""] * size
        for stamp in self._stamps[: self._until(day)]:
            for subject in self._subjects[stamp]:
                last[subject] = stamp
        return last

    def between(self, before: str, day: str) -> Iterator[tuple[int, str]]:
        """Whose events lie after a day, up to and on another, with their stamps, in order."""
        stamps = self._stamps[self._until(before) : self._until(day)]
        return ((subject, stamp) for stamp in stamps for subject in self._subjects[stamp])

    def _until(self, day: str) -> int:
        """Return how many stamps there are by a day."""
        return bisect_right(self._stamps, day + _LAST)

    @cached_property
    def _stamps(self) -> list[str]:
        """Return the stamps that there are, in order: a few hundred, of however many events."""
        return sorted(self._subjects)

    @cached_property
    def _subjects(self) -> dict[str, list[int]]:
        """Return whose events have a stamp."""
        subjects = defaultdict[str, list[int]](list)
        for subject, date, word in zip(*self._columns, strict=True):
            if subject is not None:
                subjects[date + word].append(subject)
        return subjects


class Rolling:
    """How many of those in a register stand where on a day. A day after the one before costs what lies between them."""

    def __init__(self, pledgers: Stretches, events: Events, validity: Validity) -> None:
        self._pledgers = pledgers
        self._events = events
        self._validity = validity
        self._day = ""
        self._last: list[str] = []  # of each subject what matters of the last event
        self._held: Counter[_Stance] = Counter()

    def on(self, day: str) -> Iterator[tuple[_Stance, int]]:
        """Return how many stand where on a day: (site, exclusion, state of the pledge) and a count, which add up.

        It is to be gone through before another day is asked for.
        """
        if self._day and self._day < day:
            self._advance(day)
        elif self._day != day:
            self._begin(day)
        self._day = day
        if not self._validity.lapses:
            return iter(self._held.items())
        state = {last: self._validity.state(last, day) for last in {last for _, _, last in self._held}}
        return (((site, excluded, state[last]), n) for (site, excluded, last), n in self._held.items())

    def _begin(self, day: str) -> None:
        """Count a day by itself."""
        last = self._events.latest(day, len(self._pledgers.table))
        short = {each: self._short(each) for each in set(last)}
        self._last = list(map(short.__getitem__, last))
        subjects, places, excluded = self._pledgers.on(day)
        self._held = Counter(zip(places, excluded, map(self._last.__getitem__, subjects), strict=True))

    def _short(self, last: str) -> str:
        """Return what matters of an event: how the pledge stands by it, or all of it where that lapses by itself."""
        return last if self._validity.lapses else self._states[last[len(_DAY) :]]

    @cached_property
    def _states(self) -> Mapping[str, State]:
        """Return how a pledge that does not lapse stands by the word of the last event; blank for none."""
        return {word: self._validity.state(word, "") for word in ("", "signed", "withdrawn")}

    def _advance(self, day: str) -> None:
        """Let happen what happened after the day before, up to and on a day."""
        gone, come = list[_Stance](), list[_Stance]()
        pledgers, before, last = self._pledgers, self._day, self._last
        places, excluded, sometimes = pledgers.places, pledgers.excluded, pledgers.sometimes
        events = list(self._events.between(before, day))
        short = {stamp: self._short(stamp) for stamp in {stamp for _, stamp in events}}
        for subject, stamp in events:
            was, now = last[subject], short[stamp]
            # Nearly all are in the register on every day, in the one row that they have.
            row = pledgers.row_on(subject, before) if subject in sometimes else subject
            if row is not None and was != now:
                gone.append((places[row], excluded[row], was))
                come.append((places[row], excluded[row], now))
            last[subject] = now
        dates, moved = self._borders
        first, end = bisect_right(dates, before), bisect_right(dates, day)
        for subject in dict.fromkeys(moved[first:end]):  # once, also of whom several stretches begin or end by then
            for on, stances in ((before, gone), (day, come)):
                row = pledgers.row_on(subject, on)
                if row is not None:
                    stances.append((places[row], excluded[row], last[subject]))
        self._held.update(come)
        for stance, n in Counter(gone).items():
            self._held[stance] -= n
            if not self._held[stance]:  # or it would be gone through on every day to come
                del self._held[stance]

    @cached_property
    def _borders(self) -> tuple[list[str], list[int]]:
        """Return the days on which stretches begin or end, in order, and whose each is."""
        borders = sorted(self._pledgers.borders())
        return [day for day, _ in borders], [subject for _, subject in borders]
