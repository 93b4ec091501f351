"""Some pieces together, and who is plain in them: what is asked of them is counted for all pieces at once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import polars as pl

from antq_cli.core.registers import REGISTERS
from antq_cli.counting.large.plain import Stretch
from antq_cli.counting.large.scale.numbered import Mixed, Numbered, Rows, numbers
from antq_cli.counting.large.scale.odd import NOBODY, Odd, row_of
from antq_cli.counting.large.sieve import Frame, Sieve
from antq_cli.counting.validity import ELIGIBLE, State, validity_of
from antq_cli.reading.apart import BULK
from antq_cli.reading.columns import Columns
from antq_cli.reading.fast import Outline
from antq_cli.reading.judging import clean
from antq_cli.reading.parts import Part
from antq_cli.reading.pieces import Leaf, Piece
from antq_cli.reading.slow import InCsv
from antq_cli.reading.tables import Elsewhere

# Sorts after every word with which the stamps of a day go on.
_LAST = "~"
_DAY = len("0000-00-00")
# By what households are told that are alike, besides the piece.
_STRETCH = ("area", "joined", "left", "excluded")

# A stretch, the numbers of how pledges stand on some days, and how many are alike.
T = tuple[Stretch, tuple[int, ...], int]


class Lot:
    """Some pieces of equal headers, one after the other; ``clean`` says that each of their cells is right."""

    def __init__(
        self, frame: Frame, sieve: Sieve, outlines: Sequence[Sequence[Outline]], keys: Collection[str]
    ) -> None:
        self._sieve = sieve
        codes = numbers()
        asked = {name: {each.column for each in frame.suspicions if each.register == name} for name in BULK}
        files = zip(BULK, zip(*outlines, strict=True), strict=True)
        self.rows = {name: Rows(REGISTERS[name], each, codes, asked[name]) for name, each in files}
        self.clean = all(rows.whole and clean(rows.register, rows) for rows in self.rows.values())
        self._frame, self._codes, self._without = frame, codes, keys
        self._standings: dict[tuple[str, tuple[str, ...]], Mapping[int, list[T]]] = {}

    @cached_property
    def _odd(self) -> Odd:
        return Odd(self._frame, self._sieve, self.rows["households"], self.rows["pledges"], self._codes)

    @cached_property
    def odd_rows(self) -> Mapping[str, pl.Series] | None:
        """Which rows of each register are of those who are not plain; None where there are no such."""
        odd = self._odd.among(self._without)
        return None if odd is None else {name: odd.gather(who) for name, who in self._odd.who.items()}

    def _plain(self, name: str, columns: Mapping[str, pl.Series]) -> pl.DataFrame:
        frame = pl.DataFrame(columns)
        return frame if self.odd_rows is None else frame.filter(~self.odd_rows[name])

    @cached_property
    def _households(self) -> pl.DataFrame:
        """The plain households: who it is, the piece, the key, and the class, which is that of all who are alike."""
        rows, who = self.rows["households"], self._odd.who["households"]
        return self._plain(
            "households", {"who": who, "piece": rows.places, "key": self._odd.keys, "class": self._classes.numbers}
        )

    @cached_property
    def _classes(self) -> Mixed:
        rows = self.rows["households"]
        number_of = {number: str(number) for number in range(len(rows.sizes))}
        pieces = Numbered(rows.places if len(number_of) > 1 else None, number_of)
        return Mixed([pieces, *map(rows.column, _STRETCH)], rows.size)

    @cached_property
    def _events(self) -> pl.DataFrame:
        """The events of plain households: the row of the household, the piece, the kind, and the stamp by number."""
        rows, who = self.rows["pledges"], self._odd.who["pledges"]
        kinds = rows.recoded("kind", self._kinds)
        found = self._plain("pledges", {"who": who, "piece": rows.places, "kind": kinds, "stamp": self._stamped})
        households = row_of(self._households["who"], self._odd.bound)
        return found.with_columns(households.gather(found["who"]).alias("household"))

    @cached_property
    def _kinds(self) -> Mapping[str, int]:
        return {kind: number for number, kind in enumerate(self.rows["pledges"].column("kind").cells.values())}

    @cached_property
    def _stamps(self) -> Sequence[str]:
        """The stamps of events, the date and the word together, in order."""
        return sorted(map("".join, self.rows["pledges"].tuples(("date", "event"))))

    @cached_property
    def _stamped(self) -> pl.Series:
        """The stamp of each event, by its number among all."""
        mixed, at = self.rows["pledges"].mixed("date", "event"), {stamp: n for n, stamp in enumerate(self._stamps)}
        return mixed.recoded({number: at["".join(cells)] for number, cells in mixed.tuples().items()})

    def _of_kind(self, kind: str) -> pl.DataFrame:
        return (
            self._events
            if [*self._kinds] == [kind]
            else self._events.filter(pl.col("kind") == self._kinds.get(kind, NOBODY))
        )

    def stretches(self) -> Mapping[int, list[T]]:
        """Return by piece the stretches of plain households, and how many are alike."""
        return self._told(self._households["class"], ())

    def standings(self, kind: str, days: tuple[str, ...]) -> Mapping[int, list[T]]:
        """Return the same with the place of the state of their pledges among ELIGIBLE on each of some days."""
        if (kind, days) not in self._standings:
            states = [self._states(kind, day) for day in days]
            self._standings[kind, days] = self._told(self._households["class"], states)
        return self._standings[kind, days]

    def _told(self, classes: pl.Series, states: Sequence[pl.Series]) -> Mapping[int, list[T]]:
        """Return by piece how many are of each class and stand so, given the number of the state on each day."""
        numbers = classes
        for state in states:
            numbers = numbers * len(ELIGIBLE) + state
        found: dict[int, list[T]] = defaultdict(list)
        for number, n in sorted(numbers.value_counts().iter_rows()):  # else each time in another order
            of_class, standing = _apart(number, len(states))
            piece, stretch = self._stretch(of_class)
            found[piece].append((stretch, standing, n))
        return found

    def _stretch(self, number: int) -> tuple[int, Stretch]:
        """Return the piece and the stretch of the households of a class."""
        known = self._known.get(number)
        if known is None:
            piece, area, first, last, excluded = self._classes.cells(number)
            site = self._odd.sites[area, first]
            assert site is not None  # else they were not plain
            known = self._known[number] = int(piece), Stretch(site, first, last, excluded)
        return known

    @cached_property
    def _known(self) -> dict[int, tuple[int, Stretch]]:
        return {}

    def _states(self, kind: str, day: str) -> pl.Series:
        """Return how the pledge of each plain household stands on a day, by its place among ELIGIBLE."""
        validity = validity_of(self._sieve.book.manifest, kind)
        states = [ELIGIBLE.index(validity.state(stamp, day)) for stamp in ("", *self._stamps)]
        return pl.Series(states, dtype=pl.Int64).gather(self._latest(kind, day))

    def _latest(self, kind: str, day: str) -> pl.Series:
        """Return the number of the last stamp of a kind by a day of each plain household, from 1; 0 for none."""
        events, end = self._of_kind(kind), bisect_right(self._stamps, day + _LAST)
        if end < len(self._stamps):
            events = events.filter(pl.col("stamp") < end)
        latest = pl.repeat(0, self._households.height, dtype=pl.Int32, eager=True)
        while events.height:  # once for nearly everybody: what was put over a later one is put again
            latest = latest.scatter(events["household"], events["stamp"] + 1)
            events = events.filter(latest.gather(events["household"]) <= events["stamp"])
        return latest

    def events(self, kind: str, word: str, first: str, last: str) -> Mapping[int, list[T]]:
        """Return by piece how many events of a kind and a word there are within some days, by whose they are."""
        wanted = [n for n, at in enumerate(self._stamps) if at[_DAY:] == word and first <= at[:_DAY] <= last]
        events = self._of_kind(kind).filter(pl.col("stamp").is_in(wanted))
        return self._told(self._households["class"].gather(events["household"]), ())

    def begins(self, kind: str) -> Mapping[int, str]:
        """Return by piece the day of the first event of a kind."""
        found = self._of_kind(kind).group_by("piece").agg(pl.col("stamp").min())
        return {piece: self._stamps[stamp][:_DAY] for piece, stamp in found.iter_rows()}

    @cached_property
    def counted(self) -> Mapping[int, Mapping[str, Elsewhere]]:
        """By piece how many rows there are of plain households, of how many, and the first day of their events."""
        pieces = self._households["piece"]
        rows = pieces.value_counts().iter_rows()
        counted = {piece: {"households": Elsewhere(n, n, {}), "pledges": Elsewhere(0, 0, {})} for piece, n in rows}
        nobody = pl.repeat(value=False, n=len(pieces), dtype=pl.Boolean, eager=True)
        asked = pieces.filter(nobody.scatter(self._events["household"], values=True))
        subjects = dict(asked.value_counts().iter_rows())
        events = self._events.group_by("piece").agg(pl.len(), pl.col("stamp").min())
        for piece, n, stamp in events.iter_rows():
            counted[piece]["pledges"] = Elsewhere(n, subjects[piece], {"date": self._stamps[stamp][:_DAY]})
        return counted

    @cached_property
    def spans(self) -> Mapping[int, tuple[str, str]]:
        """By piece the least and the greatest of the keys of the plain households."""
        keys = self._households.select("piece", pl.col("key").cast(pl.String)).group_by("piece")
        found = keys.agg(pl.col("key").min().alias("first"), pl.col("key").max().alias("last"))
        return {piece: (first, last) for piece, first, last in found.iter_rows()}

    def others(self, number: int, piece: Piece) -> Mapping[str, Leaf] | None:
        """Return the rows of those in a piece who are not plain; None where there are none."""
        if self.odd_rows is None:
            return None
        found = {name: self._odd_in(name, number) for name in BULK}
        if not any(found.values()):
            return None
        return {name: _leaf(self.rows[name], number, piece.files[name], rows) for name, rows in found.items()}

    def _odd_in(self, name: str, number: int) -> list[int]:
        assert self.odd_rows is not None
        sizes = self.rows[name].sizes
        return self.odd_rows[name].slice(sum(sizes[:number]), sizes[number]).arg_true().to_list()


def _apart(number: int, days: int) -> tuple[int, tuple[int, ...]]:
    """Take a number apart into that of a class, and those of the states on some days."""
    places = [len(ELIGIBLE) ** place for place in reversed(range(days))]
    return number // len(ELIGIBLE) ** days, tuple(number // place % len(ELIGIBLE) for place in places)


def _leaf(rows: Rows, number: int, file: tuple[str, bytes], wanted: Sequence[int]) -> Leaf:
    """Return some rows of a file."""
    (path, raw), found = file, rows.outlines[number]
    lines = found.rows.split("\n")
    columns = Columns(rows.register)
    columns.add(found.names, [cell for row in wanted for cell in lines[row].split(",")])
    return Leaf(Part(path, None, InCsv(raw, found.names), found.names, columns, wanted), columns)


class PlainOf:
    """Who is plain in one of the pieces of a lot: see :class:`antq_cli.counting.large.plain.Plain`."""

    def __init__(self, lot: Lot, number: int) -> None:
        self._lot = lot
        self._number = number

    def stretches(self) -> Iterator[tuple[Stretch, int]]:
        """Yield all of them."""
        return ((stretch, n) for stretch, _, n in self._lot.stretches().get(self._number, ()))

    def standings(self, kind: str, *days: str) -> Iterator[tuple[Stretch, tuple[State, ...], int]]:
        """Yield all of them with how their pledges of a kind stand on some days, whether or not they are there."""
        found = self._lot.standings(kind, days).get(self._number, ())
        return ((stretch, tuple(ELIGIBLE[state] for state in states), n) for stretch, states, n in found)

    def events(self, kind: str, word: str, first: str, last: str) -> Iterator[tuple[Stretch, int]]:
        """Yield how many events of a kind and a word there are from one day to another, by whose they are."""
        found = self._lot.events(kind, word, first, last).get(self._number, ())
        return ((stretch, n) for stretch, _, n in found)

    def begins(self, kind: str) -> str | None:
        """Return the day of the first event of a kind, None where there is none."""
        return self._lot.begins(kind).get(self._number)
