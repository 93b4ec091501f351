"""Books of returns for the tests of plausibility, and what its rules say of them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from antq_cli.checks.plausible import find
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.dataset import Dataset
from tests.counting.villages import HOUSEHOLD, RETURNED, village
from tests.helpers import DAY, open_at, write_book

H = "pledges.household"
DATA = Path(__file__).parents[2] / "data"
BESIDE = '\n[pledges.household]\ngrain = "commune"\n'


def site_of(folder: Path, day: date = DAY) -> Site:
    book = open_at(folder)
    for name in REGISTERS:
        book.table(name)
    return Site(book, Dataset(book), day, date(2026, 8, 1))


def judged(folder: Path, kinds: str = RETURNED, day: date = DAY, **parts: Any) -> tuple[list[Finding], list[NotJudged]]:
    results = list(find(site_of(write_book(folder, village(kinds, **parts)), day)))
    marks = [each for each in results if isinstance(each, NotJudged)]
    return [each for each in results if isinstance(each, Finding)], marks


def told(folder: Path, code: str, **parts: Any) -> list[tuple[int, str]]:
    """The line and the column of what breaks a rule."""
    findings, _ = judged(folder, **parts)
    return [(found.place.line, str(found.values["column"])) for found in findings if found.rule.code == code]


def why(folder: Path, code: str, register: str, **parts: Any) -> list[tuple[str, str]]:
    """Why a rule was not judged in a register, if it was not."""
    _, marks = judged(folder, **parts)
    return [(mark.judged, mark.why) for mark in marks if (mark.rule.code, mark.register) == (code, register)]


def series(*counts: int, unit: str = "1-1", first: date = date(2021, 1, 31), total: str = "") -> list[str]:
    """The returns of a unit, ten days apart."""
    days = (first + timedelta(10 * n) for n in range(len(counts)))
    return [f"{day},{unit},pledges.household,{count},{total}" for day, count in zip(days, counts, strict=True)]


def looked_at(folder: Path, kinds: str = RETURNED, **parts: Any) -> dict[tuple[str, str], int]:
    """How many rows the rules say they judged, by rule and register."""
    results = find(site_of(write_book(folder, village(kinds, **parts))))
    return {(each.rule.code, each.register): each.rows for each in results if isinstance(each, RowsJudged)}


def totals(*pairs: tuple[str, str]) -> list[str]:
    return [f"{day},1-1,pledges.household,0,{total}" for day, total in pairs]


def households(old: int, new: int, joined: str = "2021-03-01") -> list[str]:
    """Households of commune 1: some that were always there, and some that joined."""
    return [f"h{n},1-1" for n in range(old)] + [f"g{n},1-2,{joined}" for n in range(new)]


def reported(*lines: str) -> list[str]:
    """Returns of one day from ``unit count total``."""
    return [f"2021-08-31,{unit},pledges.household,{count},{total}" for unit, count, total in map(str.split, lines)]


COMMUNES = ("1 30 50", "2 12 20")


MANY = [f"1-{n},Thôn {n},area,1" for n in range(1, 8)]
EVEN = reported(*(f"1-{n} {4 * n + 76} {5 * n + 95}" for n in range(1, 7)))
UNEVEN = reported(*(f"1-{n} {count} 100" for n, count in enumerate((74, 86, 79, 83, 77, 81), 1)))


def signed(counts: list[int]) -> dict[str, Any]:
    """Seven areas of 20 households, of which some have signed."""
    names = [f"h{area}-{n},1-{area}" for area in range(1, 8) for n in range(20)]
    events = [f"2021-03-01,household,h{area}-{n},signed" for area, of in enumerate(counts, 1) for n in range(of)]
    return {"kinds": HOUSEHOLD, "extra": MANY, "households": names, "pledges": events}
