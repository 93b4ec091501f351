"""Days as office programs write them: read only where a whole column leaves no doubt, or where somebody says how."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from antq_cli.reading.forms import MIDNIGHT, MONTHS, day_in_words, iso_day, serial_day

Order = Literal["dmy", "mdy", "serial"]
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d\d)\2(\d\d)", re.ASCII)
# Every day of a column has the same sign between its parts, and zeros in front of all of them or of none.
_PADDED = re.compile(r"(\d\d)([/.-])(\d\d)\2(\d{4})", re.ASCII)
_BARE = re.compile(r"([1-9]\d?)([/.-])([1-9]\d?)\2(\d{4})", re.ASCII)
_BEGINS = re.compile(rf"{MIDNIGHT}$", re.ASCII)


class Days(NamedTuple):
    """The days of a column as registers have them, by how they are written.

    ``form`` is how that is: dd/mm/yyyy and such, ``serial`` or ``words``.
    """

    form: str
    iso: dict[str, str]


# Why a column is not read: it has several forms, or it could be read in several ways.
Doubt = Literal["mixed", "asked"]


def days(cells: Sequence[str], order: Order | None) -> Days | Doubt:
    """Return the days of a column, whose blank cells are left out, or why they are not read.

    ``order`` is what somebody says; without it a column is read where one of its days can only be a day of a month.
    """
    several = [*dict.fromkeys(filter(None, cells))]
    ends = {each[0] if (each := _BEGINS.search(cell)) else "" for cell in several}
    if len(ends) != 1:
        return "mixed" if ends else Days("yyyy-mm-dd", {})
    (end,) = ends
    found = _of_days([cell.removesuffix(end) for cell in several], order)
    if not end or not isinstance(found, Days):
        return found
    if any(iso_day(*day.split("-")) is None for day in found.iso.values()):  # as registers write days, but none
        return "mixed"
    return Days(f"{found.form}{end}", {cell: found.iso[cell.removesuffix(end)] for cell in several})


def _of_days(several: Sequence[str], order: Order | None) -> Days | Doubt:
    """Return the days of cells that all are written, without the hour at which a day begins."""
    if all(map(_ISO.fullmatch, several)):
        return Days("yyyy-mm-dd", {cell: cell for cell in several})
    if all(map(serial_day, several)):
        return _each("serial", several, serial_day) if order == "serial" else "asked"
    if all(map(day_in_words, several)):
        return _each("words", several, day_in_words)
    signs = {each[2] for cell in several if (each := _YEAR_FIRST.fullmatch(cell))}
    if len(signs) == 1:
        (sign,) = signs
        return _each(f"yyyy{sign}mm{sign}dd", several, _year_first)
    return _on_paper(several, order)


def _each(form: str, several: Sequence[str], read: Callable[[str], str | None]) -> Days | Doubt:
    iso = {cell: day for cell in several if (day := read(cell)) is not None}
    return Days(form, iso) if len(iso) == len(several) else "mixed"


def _year_first(cell: str) -> str | None:
    found = _YEAR_FIRST.fullmatch(cell)
    return None if found is None else iso_day(found[1], found[3], found[4])


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
    first = any(int(one) > MONTHS for one, *_ in parts)
    second = any(int(other) > MONTHS for _, _, other, _ in parts)
    if first and second:
        return "mixed"
    said = None if order == "serial" else order  # that is of other columns
    told = "dmy" if first else "mdy" if second else said
    if told is None:
        return "asked"
    if said not in (None, told):  # what somebody says is not so
        return "mixed"
    iso = {}
    for cell, (one, _, other, year) in zip(several, parts, strict=True):
        day = iso_day(year, *((other, one) if told == "dmy" else (one, other)))
        if day is None:
            return "mixed"
        iso[cell] = day
    names = ("dd", "mm") if padded else ("d", "m")
    sign = parts[0][1]
    return Days(sign.join((*(names if told == "dmy" else names[::-1]), "yyyy")), iso)
