"""Households that come, move, leave, or are not counted: a stretch ends and another begins, and none is rewritten."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.changes import Taken
from antq_cli.core.findings import COMMAND_LINE
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.writing.entering import Entry
from antq_cli.writing.filing import Filing
from antq_cli.writing.keeping import Held, rows_about
from antq_cli.writing.rows import Added, Altered
from antq_cli.writing.rules import refusal

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>[0-9]+)")
# How the codes of a book without any begin behind that of the area, and how many digits follow.
_BETWEEN, _DIGITS = "-", 4
_LONGEST = 18  # digits; more are no number that anybody counted up to


class Pattern(NamedTuple):
    """How the codes of an area are made: what stands before the number, and how many digits it has at least."""

    before: str
    digits: int

    def code(self, number: int) -> str:
        """Return the code of a number."""
        return f"{self.before}{number:0{self.digits}}"

    def number(self, code: str) -> int | None:
        """Return the number of a code; None where it is made otherwise."""
        digits = code.removeprefix(self.before)
        counts = code.startswith(self.before) and digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST
        return int(digits) if counts else None


# Those who come -------------------------------------------------------------------------------------------------


def arrivals(dataset: Dataset, area: str, day: date, many: int, into: str | None = None) -> list[Entry]:
    """Return entries for so many households that come into an area, by the next codes of it.

    They follow the highest number that the registers ever bore: a gap is somebody whom papers still name.
    """
    pattern = pattern_of(dataset, area)
    first = _highest(dataset, pattern) + 1
    path = Filing(dataset, "households", into).file(area, day)
    codes = [pattern.code(first + each) for each in range(many)]
    return [
        Entry(Taken(number, code, "new"), [Added(path, _stretch(code, area, day))])
        for number, code in enumerate(codes, 1)
    ]


def _stretch(code: str, area: str, day: date, excluded: str = "") -> dict[str, str]:
    return {"household": code, "area": area, "joined": day.isoformat(), "excluded": excluded}


def pattern_of(dataset: Dataset, area: str) -> Pattern:
    """Return how the codes of an area are made: as most of its own that begin with its code, else as those of others.

    Households that moved in keep the codes that they had.
    """
    table = dataset.book.table("households")
    pairs = [*zip(bulk.column(table, "household"), bulk.column(table, "area"), strict=True)]
    longer = [unit for unit in dataset.atlas.codes if unit.startswith(area) and unit != area]
    here = [code for code, of in pairs if of == area and code.startswith(area) and not code.startswith(tuple(longer))]
    own = _most((code.removeprefix(area), area) for code in here)
    behind = _most((code.removeprefix(of), area) for code, of in pairs if code.startswith(of))
    other = _most((code, "") for code, _ in pairs)
    return own or behind or other or Pattern(area + _BETWEEN, _DIGITS)


def _most(codes: Iterable[tuple[str, str]]) -> Pattern | None:
    """Return the pattern of most codes, each with what is to stand before it; None where none ends with a number."""
    found = ((_NUMBERED.fullmatch(code), lead) for code, lead in codes)
    patterns = Counter(Pattern(lead + each["before"], len(each["number"])) for each, lead in found if each)
    # Of as many the shorter one: the code of an area may begin as that of another does.
    return max(patterns, key=lambda each: (patterns[each], -len(each.before), each), default=None)


def _highest(dataset: Dataset, pattern: Pattern) -> int:
    """Return the highest number of a pattern that any household, or anybody who signed, ever bore; 0 for none."""
    return max(filter(None, map(pattern.number, _codes(dataset))), default=0)


def _codes(dataset: Dataset) -> Iterator[str]:
    """Yield every code of a household or of who signed, also of rows that could not be read."""
    for register, column in (("households", "household"), ("pledges", "pledger")):
        table = dataset.book.table(register)
        yield from bulk.distinct(table, column)
        yield from (row.get(column, "") for row in table.broken)
        yield from (lost.row.get(column, "") for lost in table.lost())


# Those who are there --------------------------------------------------------------------------------------------


def leave(dataset: Dataset, code: str, day: date) -> Entry:
    """Return the entry of a household that is no longer there from a day on; raises :class:`Refused` (U121 to U123)."""
    stretches = _stretches(dataset, code)
    if any(held.cells["left"] == day.isoformat() for held in stretches) and _open(stretches) is None:
        return _same(code)
    return Entry(Taken(1, code, "changed"), altered=[_ended(_current(stretches, code, day), day)])


def move(dataset: Dataset, code: str, area: str, day: date, into: str | None = None) -> Entry:
    """Return the entry of a household that lives in another area from a day on, and is counted there as it was.

    Raises :class:`Refused` (U121 to U123).
    """
    return _becomes(dataset, code, day, {"area": area}, into)


def exclude(dataset: Dataset, code: str, why: str, day: date, into: str | None = None) -> Entry:
    """Return the entry of a household that is not counted from a day on, for a reason; with "" it is counted again.

    Raises :class:`Refused` (U121 to U123).
    """
    return _becomes(dataset, code, day, {"excluded": why}, into)


def _becomes(dataset: Dataset, code: str, day: date, cells: Mapping[str, str], into: str | None) -> Entry:
    """Return the entry of a household of which some cells are others from a day on; where they are so, of nothing."""
    stretches = _stretches(dataset, code)
    there = _open(stretches)
    if there is not None and cells.items() <= there.cells.items():
        return _same(code)
    held = _current(stretches, code, day)
    stands = {**held.cells, **cells}
    return _goes_on(dataset, held, day, stands["area"], stands["excluded"], into)


def _same(code: str) -> Entry:
    return Entry(Taken(1, code, "same"))


def _ended(held: Held, day: date) -> Altered:
    return Altered(held.part.path, held.record, {"left": day.isoformat()})


def _goes_on(dataset: Dataset, held: Held, day: date, area: str, excluded: str, into: str | None) -> Entry:
    code = held.cells["household"]
    path = Filing(dataset, "households", into).file(area, day)
    added = [Added(path, _stretch(code, area, day, excluded))]
    return Entry(Taken(1, code, "changed"), added, [_ended(held, day)])


def _stretches(dataset: Dataset, code: str) -> list[Held]:
    """Return the stretches of a household in their order; raises :class:`Refused` where it has none (U121)."""
    held = sorted(rows_about(dataset.book.table("households"), code), key=lambda each: each.cells["joined"])
    if not held:
        raise refusal("U121", COMMAND_LINE, value=code)
    return held


def _open(stretches: Sequence[Held]) -> Held | None:
    return next((held for held in stretches if not held.cells["left"]), None)


def _current(stretches: Sequence[Held], code: str, day: date) -> Held:
    """Return the open stretch; raises :class:`Refused` where there is none (U122), or none by the day before (U123)."""
    held = _open(stretches)
    if held is None:
        raise refusal("U122", COMMAND_LINE, value=code, day=date.fromisoformat(stretches[-1].cells["left"]))
    if held.cells["joined"] >= day.isoformat():
        raise refusal("U123", COMMAND_LINE, value=code, day=date.fromisoformat(held.cells["joined"]), on=day)
    return held
