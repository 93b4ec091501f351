"""The ladder by which a name that somebody wrote is matched with the names of units.

Its rungs are: the same text; whatever the case and the place of a tone; without the kind of unit in front. The first
rung that has any unit decides. Without diacritics a name is only ever suggested, and names are never judged by how far
apart they are: Cẩm Tâm and Cẩm Tân are neighbours. Nor is a kind that somebody wrote given up: a commune is not the
district of its name, which is only suggested.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.folding import bare, fold, normalised, read
from antq_cli.core.patterns import ANYTHING, matches
from antq_cli.core.registers import Unit

Units = Mapping[int, Unit] | Iterable[tuple[int, Unit]]

# What any residential area may be called, and what such areas call themselves.
_ANY_AREA = "khu dân cư"
_AREAS = (*("thôn", "bản", "ấp", "buôn", "làng", "khóm", "tổ", "khu phố", "tổ dân phố"), _ANY_AREA)
_KINDS = (
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "thị trấn", "phường", "đặc khu"),
    *_AREAS,
)
_SHORT = {
    "tp": "thành phố",
    "h": "huyện",
    "q": "quận",
    "tx": "thị xã",
    "x": "xã",
    "tt": "thị trấn",
    "p": "phường",
    "kdc": "khu dân cư",
    "tdp": "tổ dân phố",
}


class Match(NamedTuple):
    """The units whose name a text is, and those that are suggested where there are none.

    These are the units of that name that are of another kind, else those whose name is that without diacritics.
    ``normalised`` is the text as it was read, where look-alikes or what cannot be seen had to be mapped.
    """

    found: list[int]
    suggested: list[int]
    normalised: str | None


def match(written: str, units: Units) -> Match:
    """Return the units that a written name is of. To match many names, keep a :class:`Ladder`."""
    return Ladder(units).match(written)


def matching(pattern: str, units: Units) -> Match:
    """Return the units whose code or name a pattern is of, in which ``*`` stands for anything."""
    return Ladder(units).matching(pattern)


def _lowered(name: str) -> str:
    return read(name).casefold()


def _all(_: int) -> bool:
    return True


class Ladder:
    """The names of some units, ready to be matched; a rung is built when a name first needs it."""

    def __init__(self, units: Units) -> None:
        by_number = dict(units)
        self._units = by_number
        self._rungs = (_Rung(by_number, read), _Rung(by_number, fold), _KindlessRung(by_number, fold))
        self._bare = (_Rung(by_number, bare), _LooseRung(by_number, bare))
        # Also as it is written: where a tone belongs tells only a whole name, and a pattern may end within one.
        written = (_Rung(by_number, _lowered), _KindlessRung(by_number, _lowered))
        self._alike = (*written, *self._rungs[1:])
        self._of_any_kind = (_LooseRung(by_number, _lowered), _LooseRung(by_number, fold))

    def match(self, written: str, among: Callable[[int], bool] = _all) -> Match:
        """Return the units that a written name is of, of those that are asked about, by number."""
        text = read(written)
        found = _first(self._rungs, text, among)
        suggested = [] if found else _first((*self._of_any_kind, *self._bare), text, among)
        return Match(found, suggested, normalised(written))

    def matching(self, pattern: str) -> Match:
        """Return the units whose code or name a pattern is of, by number.

        Where there are none, those are suggested that are of another kind, then those that only lack diacritics, and
        then those of which it is a part.
        """
        text = read(pattern)
        found = self._like(text, self._alike)
        loose = f"{ANYTHING}{text.strip(ANYTHING)}{ANYTHING}"
        tried = ((text, self._of_any_kind), (text, self._bare), (loose, self._bare))
        asked = not found and any(map(str.isalpha, text))
        suggested = next(filter(None, (self._like(*each) for each in tried if asked)), [])
        return Match(found, suggested, normalised(pattern))

    def parts(self, written: str) -> list[int]:
        """Return the units in whose name a text begins a word, by number."""
        text = read(written)
        found = {number for rung in self._alike for number in rung.holding(text)} if text else ()
        return sorted(found)

    def _like(self, pattern: str, rungs: Iterable["_Rung"]) -> list[int]:
        named = {number for rung in rungs for number in rung.like(pattern)}
        coded = {number for number, unit in self._units.items() if matches(pattern, unit.code)}
        return sorted(named | coded)


class _Rung:
    """Units by their names as ``key`` writes them."""

    def __init__(self, units: Mapping[int, Unit], key: Callable[[str], str]) -> None:
        self._units = units
        self._key = key

    def find(self, text: str) -> list[int]:
        return self._index.get(self._key(text), [])

    def like(self, pattern: str) -> Iterator[int]:
        """Yield the units of whose name a pattern is."""
        key = self._key(pattern)
        return (number for form, numbers in self._index.items() if matches(key, form) for number in numbers)

    def holding(self, text: str) -> Iterator[int]:
        """Yield the units in whose name a text begins a word."""
        key = f" {self._key(text)}"
        return (number for form, numbers in self._index.items() if key in f" {form}" for number in numbers)

    @cached_property
    def _index(self) -> Mapping[str, list[int]]:
        """Return the units by each form of their names; many units have the same name."""
        names: dict[str, list[int]] = defaultdict(list)
        for number, unit in self._units.items():
            names[unit.name].append(number)
        index: dict[str, list[int]] = defaultdict(list)
        for name, numbers in names.items():
            for form in self._forms(name) - {""}:
                index[form] += numbers
        return dict(index)

    def _forms(self, name: str) -> set[str]:
        return {self._key(name)}


class _KindlessRung(_Rung):
    """Units by their names with and without a kind in front: one of those known, or one that units of the book have."""

    def find(self, text: str) -> list[int]:
        """Return the units of a name without its kind: those of its kind where there are any, else what may be."""
        kind, rest = self._parted(self._key(text))
        return self._of_kind(kind, rest, self._index.get(rest, []))

    def like(self, pattern: str) -> Iterator[int]:
        """Yield the units of a pattern without its kind: those of its kind where there are any, else what may be.

        A kind with nothing behind it but what stands for anything is one of that kind only.
        """
        kind, rest = self._parted(self._key(pattern))
        found = self._of_kind(kind, rest, list(super().like(rest)))
        anything = kind and not rest.strip(ANYTHING)
        return (number for number in found if not anything or kind in self._kinds_of(self._units[number]))

    def _of_kind(self, kind: str, rest: str, found: list[int]) -> list[int]:
        """Return those of some units that are of a kind, else those that may be; all, where no kind was written."""
        if not kind:
            return found
        of_kind = [number for number in found if kind in self._kinds_of(self._units[number])]
        return of_kind or self._otherwise(kind, rest, found)

    def _otherwise(self, kind: str, rest: str, found: list[int]) -> list[int]:
        """Return what may be meant of units of which none is surely of the kind that is written."""
        return [number for number in found if self._may_be(kind, rest, self._units[number])]

    def _may_be(self, kind: str, rest: str, unit: Unit) -> bool:
        """Return whether a unit may be of a kind: one of which no kind is known, or an area of a word for all areas.

        Where the rest is the unit's whole name, a kind in it is a part of the name: thôn Bản Cố.
        """
        whole = matches(rest, self._key(unit.name))
        known = {self._own_kind(unit)} if whole else self._kinds_of(unit)
        return not any(known) or (kind == self._key(_ANY_AREA) and not known.isdisjoint(map(self._key, _AREAS)))

    def _forms(self, name: str) -> set[str]:
        whole = self._key(name)
        return {whole, self._parted(whole)[1]}

    def _kinds_of(self, unit: Unit) -> set[str]:
        """Return the kind of a unit, and the one that its name begins with."""
        return {self._own_kind(unit), self._parted(self._key(unit.name))[0]}

    def _own_kind(self, unit: Unit) -> str:
        """Return the kind of a unit as the register has it; "" where it has none."""
        return self._kinds.get(self._word(unit.kind or ""), "")

    def _parted(self, name: str) -> tuple[str, str]:
        """Return the kind at the front of a name, which may be none, and the rest, which may not."""
        front = self._front.match(name)
        return (self._kinds[front[1]], name[front.end() :]) if front else ("", name)

    @cached_property
    def _front(self) -> re.Pattern[str]:
        words = sorted(self._kinds, key=len, reverse=True)  # the longest first: tổ dân phố before tổ
        return re.compile(rf"({'|'.join(map(re.escape, words))})(?:\. ?| )(?=\S)")

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        """The kinds as the rung writes them, by every word and short form that may stand for them."""
        own = {unit.kind for unit in self._units.values() if unit.kind}
        words = {kind: kind for kind in (*own, *_KINDS)} | _SHORT
        return {self._word(word): self._key(kind) for word, kind in words.items() if self._word(word)}

    def _word(self, kind: str) -> str:
        return self._key(kind).rstrip(".")


class _LooseRung(_KindlessRung):
    """Units by their names whatever their kind, to be suggested."""

    def _otherwise(self, _kind: str, _rest: str, found: list[int]) -> list[int]:
        return found


def _first(rungs: Sequence[_Rung], text: str, among: Callable[[int], bool]) -> list[int]:
    """The units of the first rung that has any, in order; none where no rung has."""
    return next(filter(None, (sorted(filter(among, rung.find(text))) for rung in rungs)), [])
