"""What each row of a sheet is. What cannot be told is said to be ``untold``, and is refused; nothing is passed over."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from antq_cli.core.imported import ClassedRow, RowClass
from antq_cli.core.sheets import Sheet, SheetCell, SheetRow
from antq_cli.words.office_tables import SUM, SUM_OF_ALL, SUM_OF_ANY
from antq_cli.writing.importing.heads import Head, texts
from antq_cli.writing.importing.texts import (
    Cells,
    Grid,
    folded_text,
    is_like_number,
    is_number,
    merged_above,
    often,
    text_of,
)

_SIGN = re.compile(r"[A-Z]|\(?[0-9]{1,2}\)?|\(?[0-9]{1,2}\)?\s*=.*|\([^()]*\)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_MARK = re.compile(r"\(?(?P<mark>[A-ZĐ]{1,7})\)?(?:[.)/:-]|\s|$)\s*(?P<rest>.*)")
_ARABIC = re.compile(r"[0-9]{1,5}(?:[.][0-9]{1,4})*\.?")
_YEARS = frozenset(map(str, range(1900, 2200)))
_SURELY = 3  # signs in order are no row of data, whatever units are called


class Sum(NamedTuple):
    """A row that sums up others: its number, whether all rows of data, and the numbers of those that it sums."""

    row: int
    whole: bool
    over: Sequence[int]


class Layout(NamedTuple):
    """What each row of a sheet is, what those sum up that do, and the row on which another table begins, if one does.

    ``under`` has for rows of data what the groups are called that they stand in, from the larger to the smaller.
    """

    rows: Sequence[ClassedRow]
    sums: Sequence[Sum] = ()
    second: int | None = None
    under: Mapping[int, Sequence[str]] = MappingProxyType({})

    def of(self, is_: RowClass) -> list[int]:
        """Return the numbers of the rows of a class."""
        return [row.number for row in self.rows if row.is_ == is_]


class _Row(NamedTuple):
    """A row under the header: what is seen of it before its neighbours are looked at.

    ``counts`` says that numbers stand where counts do, ``words`` that something else does.
    """

    row: SheetRow
    is_: RowClass | None
    label: str = ""
    mark: str = ""
    counts: bool = False
    words: bool = False


class Reading(NamedTuple):
    """What else tells rows apart: whether a text is the name of a unit, and whether a row is a header of another table.

    ``whose`` says that a row needs no unit of its own.
    """

    is_unit: Callable[[str], bool]
    is_head: Callable[[SheetRow], bool]
    whose: bool = False


def layout(sheet: Sheet, grid: Grid, head: Head, reading: Reading) -> Layout:
    """Return what each row of a sheet is, given its cells that show anything, and its header."""
    first, last = head.rows[0], head.rows[-1]
    above = [_above(row, grid[row.number], reading) for row in sheet.rows if row.number < first]
    heading = [ClassedRow(number, "header", _hidden(sheet, number)) for number in head.rows]
    seen = _seen(sheet, grid, head, reading)
    second = next((each.row.number for each in seen if each.is_ is None and each.label == _SECOND), None)
    told = _told(seen)
    rows = [ClassedRow(each.row.number, is_, each.row.hidden) for each, is_ in zip(seen, told, strict=True)]
    assert all(row.number > last for row in rows)
    return Layout([*above, *heading, *rows], [*_sums(seen, told)], second, _under(seen, told))


def _above(row: SheetRow, cells: Cells, reading: Reading) -> ClassedRow:
    """Return what a row above the header is: a title, but for what looks like a row of another table."""
    is_: RowClass = "untold" if _counts_somebody(cells, reading) else "title"
    return ClassedRow(row.number, is_ if cells else "blank", row.hidden)


def _counts_somebody(cells: Cells, reading: Reading) -> bool:
    """Return whether a number that is no year follows the name of a unit, or a word for a sum."""
    return any(
        is_number(cell)
        and text_of(cell) not in _YEARS
        and (reading.is_unit(text_of(before)) or SUM.fullmatch(folded_text(text_of(before))) is not None)
        for before, cell in pairwise(cells.values())
    )


def _hidden(sheet: Sheet, number: int) -> bool:
    return next(row.hidden for row in sheet.rows if row.number == number)


# Row by row ----------------------------------------------------------------------------------------------------

_SECOND = "\0"  # the label of a row that is the header of another table


def _seen(sheet: Sheet, grid: Grid, head: Head, reading: Reading) -> list[_Row]:
    places, found = _Places.of(sheet, head), list[_Row]()
    last, after_head = head.rows[-1], True
    for row in sheet.rows:
        if row.number > last:
            found.append(_see(row, grid[row.number], places, reading, after_head=after_head))
            after_head = found[-1].is_ == "repeated-header"
    return found


class _Places(NamedTuple):
    """Where things stand under a header: counts, names of units, what a row is called; and the lines of the header.

    ``merged`` are the cells of names that go on further down.
    """

    values: Sequence[int]
    units: Sequence[int]
    before: frozenset[int]
    lines: Sequence[Mapping[int, str]]
    merged: Mapping[tuple[int, int], SheetCell]

    @classmethod
    def of(cls, sheet: Sheet, head: Head) -> "_Places":
        values = [column.number for column in head.values]
        units = [column.number for column in head.of("column", "unit")]
        return cls(values, units, frozenset(range(1, min(values))), head.lines(sheet), merged_above(sheet, units))

    def named(self, row: SheetRow, cells: Cells) -> dict[int, str]:
        """Return the names in a row by column, those that stand further up in a merged cell as well."""
        found = {number: cells.get(number) or self.merged.get((row.number, number)) for number in self.units}
        return {number: text_of(cell) for number, cell in found.items() if cell is not None and not cell.blank}

    @property
    def unit(self) -> int:
        """The last column of names, which has that of the smallest unit; 0 where there is none."""
        return self.units[-1] if self.units else 0


def _see(row: SheetRow, cells: Cells, places: _Places, reading: Reading, *, after_head: bool) -> _Row:
    if not cells:
        return _Row(row, "blank")
    if not after_head and _is_plain(cells, places, reading):
        return _Row(row, "data", counts=True)
    # A header has no numbers: nearly no row has to be held against it.
    words = not any(isinstance(cell.content, (int, float)) for cell in cells.values())
    if words and any(len(line) == len(cells) and texts(row) == line for line in places.lines):
        return _Row(row, "repeated-header")
    if after_head and _are_signs(cells, places, reading):
        return _Row(row, "signs")
    if words and reading.is_head(row):
        return _Row(row, None, _SECOND)
    values = [cells[number] for number in places.values if number in cells]
    counts = any(map(is_like_number, values))
    labelled = _labelled(row, cells, places, reading, counts=counts)
    return labelled._replace(words=True) if values and not counts else labelled


def _is_plain(cells: Cells, places: _Places, reading: Reading) -> bool:
    """Return whether a row surely is one of data, as most are: it begins with no mark, and counts a unit."""
    count, unit = cells.get(places.values[0]), cells.get(places.unit)
    if count is None or unit is None or type(count.content) is not int:
        return False
    return reading.is_unit(text_of(unit)) and not _mark(text_of(next(iter(cells.values()))))


def _are_signs(cells: Cells, places: _Places, reading: Reading) -> bool:
    """Return whether a row under a header numbers its columns: A, B, 1, 2, 3=2/1."""
    said = [text_of(cell) for cell in cells.values()]
    numbers = [int(each.strip("()")) for each in said if each.strip("()").isdigit()]
    in_order = numbers == [*range(1, len(numbers) + 1)]
    if not (in_order and len(said) > 1 and all(map(_SIGN.fullmatch, said))):
        return False
    names = (text_of(cells[number]) for number in places.units if number in cells)
    return len(said) >= _SURELY or not any(map(reading.is_unit, names))


def _labelled(row: SheetRow, cells: Cells, places: _Places, reading: Reading, *, counts: bool) -> _Row:
    """Return what a row is by what stands before its counts: a name, a mark, a word for a sum."""
    named = places.named(row, cells)
    texts_ = named | {number: text_of(cell) for number, cell in cells.items() if number in places.before or not counts}
    said, names = [texts_[number] for number in sorted(texts_)], [*named.values()]
    of_unit = any(map(reading.is_unit, names))
    words = next(filter(_is_word, said), "")
    sums = next((each for each in said if SUM.fullmatch(folded_text(each))), "")
    if sums and not of_unit:
        return _Row(row, "total" if counts else "group", sums, counts=counts)
    mark = _mark(said[0]) if said else ""
    if mark and reading.is_unit(said[0]):  # X. Cẩm Tú is no tenth group
        mark = ""
    numbered = any(map(_ARABIC.fullmatch, said[:1]))
    if mark and (names or words):
        return _Row(row, None, words, mark, counts=counts)
    if names or (reading.whose and counts):
        return _Row(row, "data" if counts or numbered or of_unit else "note", words, counts=counts)
    if not counts:
        return _Row(row, "note", words)
    return _Row(row, "untold", words, counts=True)


@often
def _is_word(said: str) -> bool:
    return any(map(str.isalpha, said)) and not _is_mark(said)


def _is_mark(said: str) -> bool:
    return (len(said) == 1 and said.isupper()) or (said != "" and _ROMAN.fullmatch(said) is not None)


@often
def _mark(said: str) -> str:
    """Return the Roman or capital numeral that a row begins with: I, II., A -, or one in a cell of its own."""
    found = _MARK.match(said)
    if found is None or not _is_mark(found["mark"]):
        return ""
    alone = not found["rest"]
    separated = said[len(found["mark"]) :][:1] in (".", ")", "/", ":", "-") or said.startswith("(")
    return found["mark"] if alone or separated or len(said.split(maxsplit=1)[0]) == len(found["mark"]) > 1 else ""


# All together --------------------------------------------------------------------------------------------------


def _told(seen: Sequence[_Row]) -> list[RowClass]:
    """Return what each row is, its neighbours looked at."""
    marked = [each for each in seen if each.mark]
    plain = any(each.is_ == "data" for each in seen)
    # Where every row has such a numeral it is their number: then they are no groups.
    grouping = plain and bool(marked)
    last = max((place for place, each in enumerate(seen) if each.counts or each.is_ == "data"), default=-1)
    return [_class_of(each, seen, place, grouping=grouping, last=last) for place, each in enumerate(seen)]


def _class_of(each: _Row, seen: Sequence[_Row], place: int, *, grouping: bool, last: int) -> RowClass:
    within: RowClass
    if each.mark:
        within = "subtotal" if each.counts else "group"
        return within if grouping else "data"
    if each.is_ in ("note", "group"):  # text alone, or a word for a sum without one
        within = "data" if each.words else "group"
        return within if place < last else "note"
    if each.is_ == "total":
        return "total" if _is_whole(seen, place, grouping=grouping) else "subtotal"
    return each.is_ or "untold"


def _is_whole(seen: Sequence[_Row], place: int, *, grouping: bool) -> bool:
    """Return whether a row that is called a sum is that of all rows: the first, or the last of its kind.

    Within groups of which each has one, the last one is that of the last group, unless it is called a sum of all.
    """
    data = [number for number, each in enumerate(seen) if each.is_ == "data" or each.mark]
    sums = [number for number, each in enumerate(seen) if each.is_ == "total"]
    if not data or place < data[0]:
        return True
    if place < data[-1]:
        return False
    if not SUM_OF_ALL.fullmatch(folded_text(seen[place].label)):
        return False
    if not SUM_OF_ANY.fullmatch(folded_text(seen[place].label)):
        return True
    groups = [number for number in range(len(seen)) if _begins(seen, number, grouping=grouping)]
    closed = [number for number in sums if data[0] < number < place]
    # As many sums before it as groups: each has its own, and this one is of all.
    return not closed or len(closed) >= len(groups)


def _begins(seen: Sequence[_Row], place: int, *, grouping: bool) -> bool:
    each = seen[place]
    follows = any(other.is_ == "data" for other in seen[place + 1 :])
    return follows and ((grouping and bool(each.mark)) or (each.is_ == "note"))


# What sums up what ---------------------------------------------------------------------------------------------


class _Group(NamedTuple):
    """A group that has begun: how deep it stands, its mark, and the place of its row."""

    depth: int
    mark: str
    place: int


def _sums(seen: Sequence[_Row], told: Sequence[RowClass]) -> Iterator[Sum]:
    """Yield the rows that sum up others: a total all rows of data, a subtotal those of its group."""
    data = [place for place, is_ in enumerate(told) if is_ == "data"]
    open_: list[_Group] = []
    since = -1
    for place, (each, is_) in enumerate(zip(seen, told, strict=True)):
        row = each.row.number
        if is_ == "total":
            yield Sum(row, whole=True, over=[seen[at].row.number for at in data])
        elif is_ == "group" or (is_ == "subtotal" and each.mark):
            group = _Group(_depth(each, open_), each.mark, place)
            open_ = [*(other for other in open_ if other.depth < group.depth), group]
            since = place
            if is_ == "subtotal":
                end = _end(seen, told, place, group)
                yield Sum(row, whole=False, over=[seen[at].row.number for at in data if place < at < end])
        elif is_ == "subtotal":
            begun = _closed_by(each, open_)
            start = since if begun is None else begun.place
            yield Sum(row, whole=False, over=[seen[at].row.number for at in data if start < at < place])
            if begun is not None:
                open_ = open_[: open_.index(begun)]
            since = open_[-1].place if open_ else place


def _closed_by(each: _Row, open_: Sequence[_Group]) -> _Group | None:
    """Return the group that a sum below its rows is of: that whose mark it names, else the last that has begun."""
    named = {word.strip("().:") for word in each.label.split()}
    by_mark = [group for group in open_ if group.mark and group.mark in named]
    return by_mark[-1] if by_mark else open_[-1] if open_ else None


_LETTERED, _ROMANED, _UNMARKED = 1, 2, 3


def _depth(each: _Row, open_: Sequence[_Group]) -> int:
    """Return how deep a group stands: capitals above Roman numerals above what has none.

    C, D, I, V, X are both: they go on with the letters where the one before them has begun last.
    """
    if not each.mark:
        return _UNMARKED
    lettered = [group.mark for group in open_ if group.depth == _LETTERED]
    goes_on = bool(lettered) and len(each.mark) == 1 and ord(each.mark) == ord(lettered[-1]) + 1
    return _ROMANED if _ROMAN.fullmatch(each.mark) and not goes_on else _LETTERED


def _end(seen: Sequence[_Row], told: Sequence[RowClass], place: int, group: _Group) -> int:
    """Return where the rows of a group end: with the next one that is no deeper, or with the total."""
    open_ = [group]
    for at in range(place + 1, len(seen)):
        each = seen[at]
        if told[at] == "total":
            return at
        if (told[at] == "group" or (told[at] == "subtotal" and each.mark)) and _depth(each, open_) <= group.depth:
            return at
    return len(seen)


# What groups rows stand in ---------------------------------------------------------------------------------------


def _under(seen: Sequence[_Row], told: Sequence[RowClass]) -> Mapping[int, Sequence[str]]:
    """Return what the groups are called in which rows of data stand; a sum below its rows ends its group."""
    found: dict[int, Sequence[str]] = {}
    open_: list[_Group] = []
    for place, (each, is_) in enumerate(zip(seen, told, strict=True)):
        if is_ == "data" and open_:
            found[each.row.number] = [_called(seen[group.place]) for group in open_]
        elif is_ == "group" or (is_ == "subtotal" and each.mark):
            group = _Group(_depth(each, open_), each.mark, place)
            open_ = [*(other for other in open_ if other.depth < group.depth), group]
        elif is_ == "subtotal" and (begun := _closed_by(each, open_)):
            open_ = open_[: open_.index(begun)]
        elif is_ == "total":
            open_ = []
    return found


def _called(group: _Row) -> str:
    """Return what a group is called without its mark."""
    found = _MARK.match(group.label)
    return found["rest"] if group.mark and found and found["mark"] == group.mark and found["rest"] else group.label
