"""A place looked up: by its code or by its name, with what it came from and what it went into."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.days import earlier
from antq_cli.core.folding import normalised, read
from antq_cli.core.patterns import ANYTHING
from antq_cli.core.registers import Crossing, Unit
from antq_cli.units.atlas import PARTIAL, Atlas
from antq_cli.units.daymap import DayMap
from antq_cli.units.names import Ladder


class Neighbour(NamedTuple):
    """A unit that another one came from or went into, by a row of the crosswalk."""

    code: str
    name: str
    kind: str | None
    number: int
    date: date
    part: str
    act: str
    event: str


class Entry(NamedTuple):
    """A unit, what it lies in, how many units lie in it directly, and its history.

    ``day`` is the day that ``parent`` and ``inside`` are of: the day asked for, else the unit's last day; None means
    for good, after everything that the book knows of.
    """

    number: int
    unit: Unit
    parent: Unit | None
    before: list[Neighbour]
    after: list[Neighbour]
    same_code: list[Unit]
    inside: int
    day: date | None


class FoundPlaces(NamedTuple):
    """What a code or a name means. ``elsewhen`` is what it meant on other days, where on the day it means nothing.

    ``suggested`` has one unit a name; ``normalised`` is the text as it was read, where that is not how it was written.
    ``parts`` says that nothing is called so, and that the text is a part of the names, or a pattern of them.
    """

    entries: list[Entry]
    suggested: list[Unit]
    elsewhen: list[Entry]
    normalised: str | None
    parts: bool = False


class Branch(NamedTuple):
    """A unit and what lies in it."""

    unit: Unit
    children: "list[Branch]"


class Lookup(NamedTuple):
    """What was looked up, on which day or in all of time, and what was found."""

    asked: str
    day: date | None
    found: FoundPlaces


class Tree(NamedTuple):
    """The hierarchy on a day."""

    day: date
    roots: Sequence[Branch]


class Gazetteer:
    """The units of an atlas, to be looked up."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._inside: dict[date, Counter[int | None]] = {}

    def at(self, code_or_name: str, day: date | None = None) -> FoundPlaces:
        """Return the units that a code or, where no unit ever bore it, a name means: on a day, or in all of time.

        A text that nobody ever was called means those in whose names it begins a word, or of which it is a pattern.
        """
        seen = normalised(code_or_name)
        bearers = self._bearers.get(read(code_or_name))
        if bearers is None:
            return self._named(code_or_name, day)._replace(normalised=seen)
        open_ = [number for number in bearers if day is None or self.atlas.open(number, day)]
        return FoundPlaces(self._entries(open_, day), [], [] if open_ else self._entries(bearers, None), seen)

    def _named(self, name: str, day: date | None) -> FoundPlaces:
        ever = self._ladder.matching(name) if ANYTHING in name else self._ladder.match(name)
        alike = ever.found if ANYTHING in name else [] if ever.found else self._ladder.parts(name)
        if alike:
            open_ = [number for number in alike if day is None or self.atlas.open(number, day)]
            elsewhen = [] if open_ else self._entries(alike, None)
            return FoundPlaces(self._entries(open_, day), [], elsewhen, None, parts=True)
        if day is None:
            return FoundPlaces(self._entries(ever.found, None), self._suggested(ever.suggested), [], None)
        match = self._ladder.match(name, lambda number: self.atlas.open(number, day))
        if match.found:
            return FoundPlaces(self._entries(match.found, day), [], [], None)
        suggested = [] if ever.found else match.suggested or ever.suggested
        return FoundPlaces([], self._suggested(suggested), self._entries(ever.found, None), None)

    def tree(self, day: date) -> list[Branch]:
        """Return the map of a day: the top, and in it all that lies below it, each by code. Empty without a top."""
        paths = DayMap(self.atlas, day).paths
        branches = {number: Branch(self.atlas.units[number], []) for number in self._by_code(paths)}
        roots: list[Branch] = []
        for number, branch in branches.items():
            above = paths[number][1:2]
            (branches[above[0]].children if above else roots).append(branch)
        return roots

    @cached_property
    def _ladder(self) -> Ladder:
        return Ladder(enumerate(self.atlas.units))

    @cached_property
    def _bearers(self) -> Mapping[str, list[int]]:
        """Return the units that ever bore each code, in the order of time."""
        bearers: dict[str, list[int]] = defaultdict(list)
        for number in self._by_code(range(len(self.atlas.units))):
            bearers[self.atlas.units[number].code].append(number)
        return dict(bearers)

    def _by_code(self, numbers: Iterable[int]) -> list[int]:
        units = self.atlas.units
        return sorted(numbers, key=lambda number: (units[number].code, units[number].opened or date.min))

    def _suggested(self, numbers: Iterable[int]) -> list[Unit]:
        """One unit a name, the first by code: of many villages called so one is enough to see the spelling."""
        first: dict[str, Unit] = {}
        for number in self._by_code(numbers):
            first.setdefault(self.atlas.units[number].name, self.atlas.units[number])
        return list(first.values())

    def _entries(self, numbers: Iterable[int], day: date | None) -> list[Entry]:
        return [self._entry(number, day) for number in self._by_code(numbers)]

    def _entry(self, number: int, day: date | None) -> Entry:
        unit = self.atlas.units[number]
        day = day or unit.last
        above = self._parent(number, day or date.max)
        return Entry(
            number=number,
            unit=unit,
            parent=None if above is None else self.atlas.units[above],
            before=self._history[0].get(number, []),
            after=self._history[1].get(number, []),
            same_code=[self.atlas.units[other] for other in self._bearers[unit.code] if other != number],
            inside=self._counts(day or date.max)[number],
            day=day,
        )

    def _parent(self, number: int, day: date) -> int | None:
        """Return what a unit lies in on a day: what its parent is then, or was carried to; never the unit itself."""
        parent = self.atlas.parents[number]
        carried = None if parent is None else self.atlas.carry(parent, day)
        return None if carried == number else carried

    def _counts(self, day: date) -> Counter[int | None]:
        """Return how many units that are open on a day lie directly in each."""
        if day not in self._inside:
            numbers = (number for number in range(len(self.atlas.units)) if self.atlas.open(number, day))
            self._inside[day] = Counter(self._parent(number, day) for number in numbers)
        return self._inside[day]

    @cached_property
    def _history(self) -> tuple[Mapping[int, list[Neighbour]], Mapping[int, list[Neighbour]]]:
        """Return, for each unit, those it came from and those it went into, by day and code."""
        before: dict[int, list[Neighbour]] = defaultdict(list)
        after: dict[int, list[Neighbour]] = defaultdict(list)
        for row in sorted(self.atlas.book.rows(Crossing), key=lambda row: (row.date, row.from_, row.to)):
            source, target = self._source(row), self.atlas.bearer(row.to, row.date)
            if source is not None and target is not None and source != target:
                before[target].append(self._neighbour(source, row))
                after[source].append(self._neighbour(target, row))
        return before, after

    def _source(self, row: Crossing) -> int | None:
        """Return the unit that closed on the day of a row; of one that stays open a part may go elsewhere."""
        bearers = self._bearers.get(row.from_, [])
        closing = next((number for number in bearers if self.atlas.units[number].closed == row.date), None)
        return self.atlas.bearer(row.from_, earlier(row.date)) if closing is None and row.part in PARTIAL else closing

    def _neighbour(self, number: int, row: Crossing) -> Neighbour:
        unit = self.atlas.units[number]
        return Neighbour(unit.code, unit.name, unit.kind, number, row.date, row.part, row.act, row.event)
