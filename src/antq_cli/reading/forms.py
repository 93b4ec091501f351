"""What is written as people and spreadsheets write it, and what it would be as registers have it.

Nothing is read so: it is said what was meant, where that can be told.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.days import later

Form = Literal["paper", "month-first", "year-first", "serial", "thousands", "decimals"]


class Meant(NamedTuple):
    """How a cell is written, and what it would be as registers have it."""

    form: Form
    text: str


# What spreadsheets put behind a day: that it begins.
MIDNIGHT = r"(?:[ T]0?0:00(?::00)?)"
# A year of two digits is one of this century.
_PAPER = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](?:(\d{{4}})|([0-6]\d)){MIDNIGHT}?", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:[/.-](\d{{1,2}})[/.-](\d{{1,2}}){MIDNIGHT}?|(\d\d)(\d\d))", re.ASCII)
# ngày 05 tháng 01 năm 2026; some write only the words for the month and the year.
_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})", re.ASCII | re.IGNORECASE)
# Days since the eve of 1900 as spreadsheets count them, which take 1900 for a leap year: from 1954 to 2099.
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_EVE, _LAST_SERIAL = date(1899, 12, 30), 73_050
MONTHS = 12
# Blanks between the groups of a number may be such as do not break.
_POINTS, _BLANKS, _COMMAS = (rf"(?:{sign}\d{{3}}){{1,2}}" for sign in (r"\.", "[ \u00a0\u202f]", ","))
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:{_POINTS}|{_BLANKS})", re.ASCII)
_WITH_COMMAS = re.compile(rf"[1-9]\d{{0,2}}{_COMMAS}", re.ASCII)
_DECIMALS = re.compile(r"(0|[1-9]\d{0,8})[.,]0{1,2}", re.ASCII)


def grouped(cell: str) -> str | None:
    """Return the digits of a count as offices write it, 25.915 or 25 915; None of what is written otherwise."""
    return re.sub(r"\D", "", cell) if _GROUPED.fullmatch(cell) else None


def with_commas(cell: str) -> str | None:
    """Return the digits of a count as English writes it, 25,915, which has decimals in Vietnamese; else None."""
    return cell.replace(",", "") if _WITH_COMMAS.fullmatch(cell) else None


def serial_day(cell: str) -> str | None:
    """Return the day, as registers have it, of which a cell may be the number in a spreadsheet; else None."""
    if not _SERIAL.fullmatch(cell) or int(cell) > _LAST_SERIAL:
        return None
    return later(_EVE, int(cell)).isoformat()


def day_in_words(cell: str) -> str | None:
    """Return a day that is written as `ngày 05 tháng 01 năm 2026`, as registers have it; else None."""
    found = _IN_WORDS.fullmatch(unicodedata.normalize("NFC", cell))
    return None if found is None else iso_day(found[3], found[2], found[1])


def iso_day(year: str, month: str, day: str) -> str | None:
    """Return a day as registers have it, None where the calendar does not have it."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def counts_meant(cells: Iterable[str]) -> dict[str, Meant]:
    """Return what counts were meant by some cells; those of which it cannot be told are left out."""
    meant = {}
    for cell in cells:
        if digits := grouped(cell) or with_commas(cell):
            meant[cell] = Meant("thousands", digits)
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
    day_first, month_first = any(one > MONTHS for one, _ in paper), any(other > MONTHS for _, other in paper)
    told = day_first or month_first or len(paper) > 1
    meant = {}
    for cell in several:
        what = _year_first(cell) or _plainly(cell)
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
    iso = iso_day(year, month, day)
    return None if iso is None else Meant(form, iso)


def _plainly(cell: str) -> Meant | None:
    """Return the day that a cell means in a form in which none can be mistaken for another."""
    if day := day_in_words(cell):
        return Meant("paper", day)
    day = serial_day(cell)
    return None if day is None else Meant("serial", day)


# What was meant, by the code of the rule that a cell breaks.
MEANT: Mapping[str, Callable[[Sequence[str]], dict[str, Meant]]] = {"D102": days_meant, "D104": counts_meant}
