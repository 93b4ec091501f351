"""What is written as people and spreadsheets write it, and what it would be as registers have it.

Nothing is read so: it is said what was meant, where that can be told.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.days import later

Form = Literal["paper", "month-first", "year-first", "serial", "thousands", "decimals"]


class Meant(NamedTuple):
    """How a cell is written, and what it would be as registers have it."""

    form: Form
    text: str


_TIME = r"(?:[ T]0?0:00(?::00)?)?"
# A year of two digits is one of this century.
_PAPER = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](?:(\d{{4}})|([0-6]\d)){_TIME}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:[/.-](\d{{1,2}})[/.-](\d{{1,2}}){_TIME}|(\d\d)(\d\d))", re.ASCII)
# Days since the eve of 1900 as spreadsheets count them, which take 1900 for a leap year: from 1954 to 2099.
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_EVE, _LAST_SERIAL = date(1899, 12, 30), 73_050
_MONTHS = 12
_THOUSANDS = re.compile(r"([1-9]\d{0,2})((?:\.\d{3}){1,2}|(?:,\d{3}){1,2}|(?:[ \u00a0]\d{3}){1,2})", re.ASCII)
_DECIMALS = re.compile(r"(0|[1-9]\d{0,8})[.,]0{1,2}", re.ASCII)


def counts_meant(cells: Iterable[str]) -> dict[str, Meant]:
    """Return what counts were meant by some cells; those of which it cannot be told are left out."""
    meant = {}
    for cell in cells:
        if _THOUSANDS.fullmatch(cell):
            meant[cell] = Meant("thousands", re.sub(r"\D", "", cell))
        elif found := _DECIMALS.fullmatch(cell):
            meant[cell] = Meant("decimals", found[1])
    return meant


def days_meant(cells: Iterable[str]) -> dict[str, Meant]:
    """Return what days were meant by some cells of one column; those of which it cannot be told are left out.

    Whether the month comes first is told by the cells that leave no choice, such as 31/08/2021 and 08/31/2021. Where
    several cells leave the choice, the day comes first, as in Vietnam; of a single one nobody can tell.
    """
    several = dict.fromkeys(cells)
    paper = [tuple(map(int, found.groups()[:2])) for cell in several if (found := _PAPER.fullmatch(cell))]
    day_first, month_first = any(one > _MONTHS for one, _ in paper), any(other > _MONTHS for _, other in paper)
    told = day_first or month_first or len(paper) > 1
    meant = {}
    for cell in several:
        what = _year_first(cell) or _serial(cell)
        if what is None and not (day_first and month_first):
            what = _paper(cell, month_first=month_first, told=told)
        if what is not None:
            meant[cell] = what
    return meant


def _paper(cell: str, *, month_first: bool, told: bool) -> Meant | None:
    found = _PAPER.fullmatch(cell)
    if found is None or not (told or found[1] == found[2]):  # 05/05 is one day, whichever comes first
        return None
    day, month = (found[2], found[1]) if month_first else (found[1], found[2])
    year = f"20{found[4]}" if found[3] is None else found[3]
    return _day("month-first" if month_first else "paper", year, month, day)


def _year_first(cell: str) -> Meant | None:
    found = _YEAR_FIRST.fullmatch(cell)
    return None if found is None else _day("year-first", found[1], found[2] or found[4], found[3] or found[5])


def _day(form: Form, year: str, month: str, day: str) -> Meant | None:
    try:
        return Meant(form, date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return None


def _serial(cell: str) -> Meant | None:
    if not _SERIAL.fullmatch(cell) or int(cell) > _LAST_SERIAL:
        return None
    return Meant("serial", later(_EVE, int(cell)).isoformat())


# What was meant, by the code of the rule that a cell breaks.
MEANT: Mapping[str, Callable[[Sequence[str]], dict[str, Meant]]] = {"D102": days_meant, "D104": counts_meant}
