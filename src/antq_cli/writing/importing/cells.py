"""What a cell of a sheet says: a count, a day, a rate, a text. What could be read in two ways is read in none."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from antq_cli.core.cells import COUNT
from antq_cli.core.days import FIRST, LAST, later, parse_day
from antq_cli.core.folding import bare, read
from antq_cli.core.sheets import Content, SheetCell
from antq_cli.core.values import Decimal as Reading
from antq_cli.words.office_tables import SENT, UNTIL
from antq_cli.writing.importing.texts import text_of

# What people group digits with; the dot is that of Vietnamese.
_SPACES = "\u00a0\u2007\u2009\u202f"
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+")
_WITH_MARK = re.compile(r"([0-9]{1,3}(?:[., ][0-9]{3})*|[0-9]+)[.,]([0-9]+)")
_DASHES = frozenset("-–—−") | {"x", "X", "...", "…"}
_LARGEST = 999_999_999
_GROUP = 3  # digits
# The first day of the calendar of spreadsheets, which counts one day too many from March 1900 on: only days behind are
# read, and only those of which a number is no year.
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 110_000)  # 1954 to 2201
_YEARS = range(1900, 2200)
# A day within a text.
_DAYS = re.compile(
    r"(?<![0-9/.-])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?P<by>[-/.])[0-9]{1,2}(?P=by)[0-9]{4})(?![0-9]|[/-][0-9])"
    r"|(?<![0-9])[0-9]{1,2} thang [0-9]{1,2}(?:/|,? nam )[0-9]{4}(?![0-9])"
)


class Unread(NamedTuple):
    """Why a cell says nothing: by which rule, and the readings that it could have."""

    code: str
    readings: Sequence[str] = ()


def fault(cell: SheetCell) -> Unread | None:
    """Return what keeps a cell from saying anything whatever it is to hold; None where nothing does."""
    if cell.error:
        return Unread("I202")
    if cell.stale:
        return Unread("I203")
    if isinstance(cell.content, str) and "\n" in cell.content.strip():
        return Unread("I204")
    return None


# Counts --------------------------------------------------------------------------------------------------------


def count(cell: SheetCell | None) -> int | Unread | None:
    """Return the count in a cell, None where it is blank; what is no count, or may be another one, is not read."""
    if cell is None or cell.blank:
        return None
    content = cell.content
    if type(content) is int and not cell.stale:  # as nearly all are; a boolean is of another type
        return _within(content)
    return fault(cell) or _other(content)


def _other(content: Content) -> int | Unread:
    if isinstance(content, str):
        return _written(content)
    if not isinstance(content, float):
        return Unread("I201")
    return _within(int(content)) if content.is_integer() else Unread("I201", _of_fraction(repr(content)))


def _within(number: int) -> int | Unread:
    return number if 0 <= number <= _LARGEST else Unread("I201")


def _written(text: str) -> int | Unread:
    text = re.sub(f"[{_SPACES}]", " ", text).strip()
    if _GROUPED.fullmatch(text):
        text = re.sub("[. ]", "", text)
    if COUNT.fullmatch(text):
        return int(text)
    if text in _DASHES:
        return Unread("I201", (Reading("0"), "—"))
    if with_mark := _WITH_MARK.fullmatch(text):
        return Unread("I201", _of_fraction(f"{re.sub('[., ]', '', with_mark[1])}.{with_mark[2]}"))
    zeros = re.fullmatch("0+([0-9]{1,9})", text)
    return Unread("I201", (Reading(zeros[1]),) if zeros else ())


def _of_fraction(written: str) -> tuple[str, ...]:
    """Return what a number with decimals may have been: that number, or a count whose mark was to group its digits.

    A zero at its end is lost where a program took the digits behind the mark for decimals.
    """
    whole, _, part = written.partition(".")
    if not (whole.isdigit() and part.isdigit()):
        return ()
    counts = {str(int(whole + part.ljust(_GROUP, "0"))), str(int(whole + part))} if len(part) <= _GROUP else set()
    return (Reading(f"{int(whole)}.{part}"), *(Reading(each) for each in sorted(counts, key=int) if each != "0"))


# Days ----------------------------------------------------------------------------------------------------------


def day(cell: SheetCell | None) -> date | Unread | None:
    """Return the day in a cell, None where it is blank; a year alone, or two days, are none."""
    if cell is None or cell.blank:
        return None
    found = fault(cell) or _days_of(cell.content)
    if isinstance(found, Unread):
        return found
    return found[0] if len(found) == 1 else Unread("I205", [str(each) for each in found])


def days(cell: SheetCell) -> list[date] | Unread:
    """Return all days that a cell names, in their order; one of them may stand anywhere in a text."""
    found = fault(cell) or _days_of(cell.content)
    return found if isinstance(found, Unread) else [*found]


# A few days stand in thousands of rows; by type, for True is the same as 1.
@lru_cache(maxsize=4096, typed=True)
def _days_of(content: Content) -> Sequence[date] | Unread:
    if isinstance(content, datetime):
        content = content.date()
    if isinstance(content, date):
        return [content] if FIRST <= content <= LAST else Unread("I205")
    if isinstance(content, (int, float)):
        return _serial(content)
    return _days_in(str(content))


def days_until(cell: SheetCell) -> list[date]:
    """Return the days that a title names, where it says that up to the last of them was counted; else none."""
    written = bare(text_of(cell))
    found = [*_DAYS.finditer(written)]
    until = UNTIL.search(written[: found[-1].start()]) if found else None
    if until is None or (SENT.search(written) and not until["counted"]):
        return []
    read_ = days(cell)
    return [] if isinstance(read_, Unread) else read_


def _serial(number: float) -> list[date] | Unread:
    if isinstance(number, bool) or not float(number).is_integer() or int(number) not in _SERIALS:
        return Unread("I205", (str(int(number)),) if number in _YEARS else ())
    return [later(_EPOCH, int(number))]


def _days_in(text: str) -> list[date] | Unread:
    """Return the days that are written in a text; one that the calendar lacks makes it unread."""
    folded = bare(read(text))
    if folded.isdigit() and int(folded) in _SERIALS:
        return _serial(int(folded))
    found = []
    for match in _DAYS.finditer(folded):
        try:
            written = parse_day(match[0])
        except ValueError:
            return Unread("I205")
        if written is None or not FIRST <= written <= LAST:
            return Unread("I205")
        found.append(written)
    return found or Unread("I205")


# Rates ---------------------------------------------------------------------------------------------------------

_PERCENT = re.compile(r"(?P<whole>[0-9]{1,4})(?:[.,](?P<part>[0-9]{1,14}))? ?(?P<sign>%?)")
# So many decimals a rate shows at most that somebody typed; what has more was calculated.
_TYPED = 8
_NEARLY = Decimal("0.0000001")


def rate_agrees(cell: SheetCell, num: int, den: int) -> bool | None:
    """Return whether a rate in a cell is that of two counts, as far as it has decimals; None where it is none."""
    exact = Decimal(100 * num) / Decimal(den)
    content = cell.content
    if fault(cell) or isinstance(content, (bool, date)) or content is None:
        return None
    if isinstance(content, (int, float)):
        # A number is a percentage, or the share that a format shows as one.
        as_share = Decimal(repr(content)) * 100
        return _near(as_share, exact) or ("%" not in cell.form and _near(Decimal(repr(content)), exact))
    written = _PERCENT.fullmatch(text_of(cell))
    if written is None:
        return None
    percent = Decimal(f"{written['whole']}.{written['part'] or 0}")
    percent = percent if written["part"] else Decimal(written["whole"])
    return _near(percent, exact) or (not written["sign"] and _near(percent * 100, exact))


def _near(percent: Decimal, exact: Decimal) -> bool:
    """Return whether a percentage is an exact one, rounded half up or cut off where its decimals end."""
    decimals = max(0, -int(percent.normalize().as_tuple().exponent))
    if decimals > _TYPED:
        return abs(percent - exact) < _NEARLY
    unit = Decimal(1).scaleb(-decimals)
    return abs(percent - exact) * 2 <= unit


# Texts ---------------------------------------------------------------------------------------------------------


def text(cell: SheetCell | None) -> str | Unread:
    """Return the text in a cell, "" where it is blank."""
    if cell is None or cell.blank:
        return ""
    return fault(cell) or text_of(cell)
