"""What was done within days, as items that have a place on the last of them.

Decisions where the contract is silent:

* Asked for on a day, activities are those of the year up to it, on the calendar of the campaign, else the civil one;
  of two years that overlap the later one. A day in a gap between years has the civil year.
* What a unit did lies in it on the last day as what lies in it does: `whole` takes it along.
* Participants are known of rows that say so, 0 among them; of no row at all they are 0.
* Rows that share a day, or go beyond their unit, are in no clean book.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tests.independent.flows import Item, Span
from tests.independent.rows import Return
from tests.independent.validity import year_of

if TYPE_CHECKING:
    from tests.independent.counter import Counter


def in_year(book: Counter, measure: str, day: date) -> Iterator[Item]:
    """What was done of a kind in the year up to a day."""
    return done(book, measure, year_to(book, day))


def done(book: Counter, measure: str, span: Span) -> Iterator[Item]:
    """Every row of a kind that lies in a span, both ends counted, with its number as if it had been reported."""
    _, kind, *part = measure.split(".")
    for row in book.activities:
        if row.kind == kind and span[0] <= row.first and row.last <= span[1]:
            number = row.participants if part else row.count
            got = None if number is None else Return(span[1], row.unit, number, None)
            place = book.map(span[1]).place(row.unit, row.first)
            yield Item(place, book.places.bearer(row.unit, row.first), row.first, counts=True, got=got)


def year_to(book: Counter, day: date) -> Span:
    """The first day of the year of the campaign in which a day lies, and the day."""
    name = book.manifest["campaign"].get("calendar", "calendar")
    scheme = book.manifest.get("calendars", {}).get(name, "01-01")
    years = [year_of(scheme, number) for number in (day.year, day.year + 1)]
    firsts = [first for first, last in years if first <= day <= last]
    return max(firsts, default=date(day.year, 1, 1)), day
