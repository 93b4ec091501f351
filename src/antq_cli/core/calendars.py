"""Calendars and their periods: years, halves, nine months, quarters and months, counted from any first day.

A year is named by the year of its last day: year 2026 of a calendar that begins on 15 December runs from 2025-12-15 to
2026-12-14 (NĐ 09/2019/NĐ-CP). Of calendars whose years do not follow on each other only the years are known.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from antq_cli.core.days import YEAR, earlier, months_later
from antq_cli.core.folding import bare

Every = Literal["month", "quarter", "year"]
EVERY: tuple[Every, ...] = ("month", "quarter", "year")
_LENGTHS: dict[Every, int] = {"month": 1, "quarter": 3, "year": YEAR}


class Period(NamedTuple):
    """Days in a row, the first and the last one counted; with the name of a period, the calendar that it is of.

    ``cut`` says that it is not the whole period of that name.
    """

    first: date
    last: date
    name: str | None = None
    calendar: str | None = None
    cut: bool = False

    @property
    def days(self) -> int:
        """How many days, the first and the last one counted."""
        return (self.last - self.first).days + 1

    def holds(self, first: date, last: date) -> bool:
        """Return whether days lie in it, all of them."""
        return self.first <= first and last <= self.last

    def until(self, day: date) -> "Period":
        """Return the part of a period up to a day of it."""
        return self._replace(last=day, cut=self.cut or day < self.last)

    def since(self, day: date) -> "Period":
        """Return the part of a period from a day of it on; from one before it, the whole."""
        return self if day <= self.first else self._replace(first=day, cut=True)


class Span(NamedTuple):
    """What a name such as 2021-Q3 says of whatever calendar: the year, and months ``begin`` to ``end`` of it."""

    year: int
    begin: int
    end: int

    @property
    def whole(self) -> bool:
        """Whether it is all of a year, and no part."""
        return self.end - self.begin == YEAR

    @property
    def name(self) -> str:
        """The one spelling that antq writes: 2021, 2021-H1, 9T-2021, 2021-Q3, 2021-08."""
        match self.part:
            case "year":
                return f"{self.year:04}"
            case "month":
                return f"{self.year:04}-{self.end:02}"
            case "9T":
                return f"9T-{self.year:04}"
            case part:
                return f"{self.year:04}-{part}"

    @property
    def part(self) -> str:
        """Which part of a year it is: H1, H2, 9T, Q1 to Q4, ``month`` whichever it is, or all of it, ``year``."""
        length = self.end - self.begin
        if length in (1, 9, YEAR):
            return {1: "month", 9: "9T", YEAR: "year"}[length]
        return f"{'Q' if length == 3 else 'H'}{self.end // length}"  # noqa: PLR2004 - a quarter

    @property
    def before(self) -> "Span":
        """Return the one of the same length that ends before it; before nine months, those of the year before."""
        length = self.end - self.begin
        if self.begin >= length:
            return Span(self.year, self.begin - length, self.begin)
        if YEAR % length:
            return Span(self.year - 1, self.begin, self.end)
        return Span(self.year - 1, YEAR - length, YEAR)


_YEAR, _OF = "(?P<year>[0-9]{4})", "(?: ?[-/] ?|,? (?:nam )?)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# How periods are written, case and diacritics apart: their length in months, which of the year it is where that is not
# written, and the pattern. The first of each is antq's own spelling; the others are those of reports and of offices.
_SPELLINGS = (
    (12, 1, f"(?:nam )?{_YEAR}"),
    (6, None, f"{_YEAR}-h(?P<n>[12])"),
    (6, None, f"h(?P<n>[12]){_OF}{_YEAR}"),
    (6, 1, f"6t{_OF}{_YEAR}|(?P<last>[0-9]{{4}})-6t"),
    (6, 1, f"(?:6|sau) thang(?: dau)?{_OF}{_YEAR}"),
    (6, 2, f"(?:6|sau) thang cuoi{_OF}{_YEAR}"),
    (9, 1, f"9t{_OF}{_YEAR}|(?P<last>[0-9]{{4}})-9t"),
    (9, 1, f"(?:9|chin) thang(?: dau)?{_OF}{_YEAR}"),
    (3, None, f"{_YEAR}-q(?P<n>[1-4])"),
    (3, None, f"(?:q|quy )(?P<n>[1-4]|i{{1,3}}|iv){_OF}{_YEAR}"),
    (1, None, f"{_YEAR}-(?P<n>0[1-9]|1[0-2])"),
    (1, None, f"(?P<n>0?[1-9]|1[0-2]) ?[-/] ?{_YEAR}"),
    (1, None, f"(?:t|thang )(?P<n>0?[1-9]|1[0-2]){_OF}{_YEAR}"),
)


def parse_span(written: str) -> Span | None:
    """Return what the name of a period says, None of what is none.

    It is antq's own (2021-Q3), or as reports and offices write it (Q3-2021, Quý III/2021, tháng 8 năm 2021).
    """
    text = bare(written)
    for months, which, pattern in _SPELLINGS:
        if found := re.fullmatch(pattern, text):
            said = found.groupdict()
            n = which or _ROMAN.get(said["n"]) or int(said["n"])
            return Span(int(said["year"] or said["last"]), months * (n - 1), months * n)
    return None


class Calendar(NamedTuple):
    """A calendar: its id and the month and day on which its years begin; with ``ends``, also that on which they end."""

    id: str
    begins: str
    ends: str | None = None

    @property
    def windows(self) -> bool:
        """Return whether its years have an end of their own, and so no halves, quarters and months."""
        return self.ends is not None

    def year(self, number: int) -> Period:
        """Return a year; ValueError outside of the years that there are."""
        end = self.ends or ("12-31" if self.begins == "01-01" else None)
        last = _in(number, end) if end else earlier(self._begin(number + 1))
        return Period(self._begin(number), last, f"{number:04}", self.id)

    def _begin(self, number: int) -> date:
        if self.ends is None:
            # A year is named by its last day: what begins later than 1 January began the year before.
            return _in(number - (self.begins != "01-01"), self.begins)
        return _in(number - (self.begins >= self.ends), self.begins)

    def period(self, span: Span) -> Period | None:
        """Return a period of this calendar, or None where it has none such: windows have years only."""
        if self.windows and not span.whole:
            return None
        try:
            year = self.year(span.year)
            if span.whole:
                return year
            last = year.last if span.end == YEAR else earlier(months_later(year.first, span.end))
            return Period(months_later(year.first, span.begin), last, span.name, self.id)
        except ValueError:
            return None

    def before(self, period: Period) -> Period:
        """Return the period before one of this calendar; before days without a name, as many days."""
        span = parse_span(period.name) if period.name else None
        found = None if span is None else self.period(span.before)
        return found or Period(earlier(period.first, period.days), earlier(period.first))

    def parts(self, number: int, every: Every) -> Iterator[Period]:
        """Yield the months or quarters of a year, or the year itself."""
        length = _LENGTHS[every]
        for begin in range(0, YEAR, length):
            period = self.period(Span(number, begin, begin + length))
            if period is not None:
                yield period

    def series(self, first: date, last: date, every: Every) -> Iterator[Period]:
        """Yield the periods that have a day from ``first`` to ``last`` in them, in order."""
        # Up to one more: a year that has begun by the last day may be named by the next one.
        for number in range(first.year, min(last.year + 2, date.max.year + 1)):
            for period in self.parts(number, every):
                if period.first <= last and first <= period.last:
                    yield period

    def year_of(self, day: date) -> Period | None:
        """Return the year in which a day lies: the later one of two, None where it lies in a gap between years."""
        return next(reversed(self.years_of(day)), None)

    def years_of(self, day: date) -> list[Period]:
        """Return the years in which a day lies, the one that ends first before the other: two may overlap."""
        years = (self.period(Span(number, 0, YEAR)) for number in (day.year, day.year + 1))
        return [year for year in years if year is not None and year.first <= day <= year.last]

    def year_to(self, day: date) -> Period:
        """Return the days of the year in which a day lies, up to it; of a day in a gap, those of the civil year."""
        return (self.year_of(day) or CIVIL.year(day.year)).until(day)

    def joints(self) -> set[int]:
        """Return by how many days years begin after the day that follows the one before: 0, over it or under it.

        A positive number of days belongs to no year, a negative one to two. Leap years may make a difference.
        """
        years = [self.year(number) for number in range(2000, 2006)]  # two of them leap years
        return {(after.first - before.last).days - 1 for before, after in pairwise(years)}


def _in(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year:04}-{month_day}")


class Periods(NamedTuple):
    """What `antq periods` returns: the periods of a year of a calendar, the year first, then its parts.

    ``vi`` and ``en`` are the names of the calendar, None where it has none.
    """

    calendar: str
    periods: Sequence[Period]
    vi: str | None = None
    en: str | None = None


CIVIL = Calendar("calendar", "01-01")
