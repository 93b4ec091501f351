"""Days as office programs write them: read only where a whole column leaves no doubt, or where somebody says how."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.days import later

Order = Literal["dmy", "mdy", "serial"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "serial")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d\d)\2(\d\d)", re.ASCII)
# Every day of a column has the same sign between its parts, and zeros in front of all of them or of none.
_PADDED = re.compile(r"(\d\d)([/.-])(\d\d)\2(\d{4})", re.ASCII)
_BARE = re.compile(r"([1-9]\d?)([/.-])([1-9]\d?)\2(\d{4})", re.ASCII)
# From 1954 to 2099, as spreadsheets count: from the eve of 1900, which they take for a leap year.
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_EVE = date(1899, 12, 30)
_MONTHS = 12


class Days(NamedTuple):
    """The days of a column as registers have them, by how they are written; ``form`` is how that is (dd/mm/yyyy)."""

    form: str
    iso: dict[str, str]


# Why a column is not read: it has several forms, or it could be read in several ways.
Doubt = Literal["mixed", "asked"]


def days(cells: Sequence[str], order: Order | None) -> Days | Doubt:
    """Return the days of a column, whose blank cells are left out, or why they are not read.

    ``order`` is what somebody says; without it a column is read where one of its days can only be a day of a month.
    """
    several = [*dict.fromkeys(filter(None, cells))]
    if all(map(_ISO.fullmatch, several)):
        return Days("yyyy-mm-dd", {cell: cell for cell in several})
    if all(map(_SERIAL.fullmatch, several)):
        return _serials(several) if order == "serial" else "asked"
    if len({found[2] for cell in several if (found := _YEAR_FIRST.fullmatch(cell))}) == 1:
        return _year_first(several)
    return _on_paper(several, order)


def _serials(several: Sequence[str]) -> Days:
    return Days("serial", {cell: later(_EVE, int(cell)).isoformat() for cell in several})


def _year_first(several: Sequence[str]) -> Days | Doubt:
    iso = {}
    for cell in several:
        found = _YEAR_FIRST.fullmatch(cell)
        day = None if found is None else _day(found[1], found[3], found[4])
        if day is None:
            return "mixed"
        iso[cell] = day
    return Days("yyyy/mm/dd", iso)


def _on_paper(several: Sequence[str], order: Order | None) -> Days | Doubt:
    for pattern in (_PADDED, _BARE):
        found = [pattern.fullmatch(cell) for cell in several]
        parts = [each.groups() for each in found if each is not None]
        if len(parts) == len(several) and len({sign for _, sign, _, _ in parts}) == 1:
            return _ordered(several, parts, order, padded=pattern is _PADDED)
    return "mixed"


def _ordered(
    several: Sequence[str], parts: Sequence[tuple[str, ...]], order: Order | None, *, padded: bool
) -> Days | Doubt:
    first = any(int(one) > _MONTHS for one, *_ in parts)
    second = any(int(other) > _MONTHS for _, _, other, _ in parts)
    if first and second:
        return "mixed"
    told = "dmy" if first else "mdy" if second else order
    if told not in ("dmy", "mdy"):
        return "asked"
    if order is not None and order != told:  # what somebody says is not so
        return "mixed"
    iso = {}
    for cell, (one, _, other, year) in zip(several, parts, strict=True):
        day = _day(year, *((other, one) if told == "dmy" else (one, other)))
        if day is None:
            return "mixed"
        iso[cell] = day
    names = ("dd", "mm") if padded else ("d", "m")
    sign = parts[0][1]
    return Days(sign.join((*(names if told == "dmy" else names[::-1]), "yyyy")), iso)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
