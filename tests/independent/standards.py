"""Assessments of the safety standard, as items that have a place on a day.

Decisions where the contract is silent:

* Two regimes in force on one day that both have the subject are refused: a clean book has one at most.
* The calendar `calendar` begins on 01-01 where the manifest does not say when; another unknown one is refused.
* What was assessed has to have been of the level on the date of the row: a result is of what the unit was that day, so
  an area that `same` took to another level does not bring the area's result along.
* A code that meant a unit on the date of an assessment is the unit's, else the organisation's.
* A row whose date lies in two windows is of the one that it names: dated on the last day of one year, which is
  the first of the next, it counts for the earlier on that day, and for the later from the day after.
* The organisation assessed has to be of the kind on the date of the row and on the day; that it was closed in
  between changes nothing.
* A regime that has closed leaves nothing behind: its assessments count for no day from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.independent.campaign import organisations
from tests.independent.flows import Item
from tests.independent.places import UncleanError
from tests.independent.rows import Assessment, Unit
from tests.independent.validity import year_of

if TYPE_CHECKING:
    from tests.independent.counter import Counter

STANDARD_CALENDARS = {"calendar": "01-01"}


@dataclass(frozen=True)
class Window:
    """The year of a regime in which a subject is assessed."""

    regime: str
    name: str
    first: date
    last: date
    exempt: frozenset[str]


def in_force(regime: dict[str, Any], day: date) -> bool:
    """Whether a regime is in force on a day."""
    opened, closed = regime.get("opened"), regime.get("closed")
    return (opened is None or opened <= day) and (closed is None or day < closed)


def year_of_day(scheme: Any, day: date) -> int | None:
    """The year of a calendar in which a day lies, the earlier one of two."""
    near = range(max(day.year - 1, 2), day.year + 3)
    spans = [(number, *year_of(scheme, number)) for number in near]
    return next((number for number, first, last in spans if first <= day <= last), None)


def window(book: Counter, subject: str, day: date) -> Window | None:
    """The window of a subject on a day; None where no regime has it or the day lies in no year."""
    regimes = book.manifest.get("regimes", {})
    found = [name for name, one in regimes.items() if in_force(one, day) and subject in one.get("subjects", {})]
    if not found:
        return None
    if len(found) > 1:
        raise UncleanError(f"{' and '.join(found)} are in force together on {day}")
    called = regimes[found[0]]["subjects"][subject]["calendar"]
    calendars = STANDARD_CALENDARS | book.manifest.get("calendars", {})
    if called not in calendars:
        raise UncleanError(f"there is no calendar {called}")
    year = year_of_day(calendars[called], day)
    if year is None:
        return None
    first, last = year_of(calendars[called], year)
    return Window(found[0], f"{year:04d}", first, last, frozenset(regimes[found[0]].get("exempt", [])))


def assessed(book: Counter, measure: str, day: date) -> Iterator[Item]:
    """Every subject that is to be assessed; those count whose latest assessment has the result that is asked."""
    _, subject, *result = measure.split(".")
    here = window(book, subject, day)
    if here is None:
        return
    latest = (
        of_units(book, here, subject, day) if subject in book.levels else of_organisations(book, here, subject, day)
    )
    for key, item in to_be_assessed(book, here, subject, day):
        found = latest.get(key)
        yield item._replace(counts=found is not None and (not result or found.result == result[0]))


def to_be_assessed(book: Counter, here: Window, subject: str, day: date) -> Iterator[tuple[Unit | str | None, Item]]:
    """Every unit of the level, or organisation that is not exempt, with that by which its assessments are found."""
    if subject in book.levels:
        units = [unit for unit in book.map(day).open if unit.level == subject]
        yield from ((unit, Item(unit, unit, None, counts=True)) for unit in units)
        return
    for item in organisations(book, subject, day):
        row = book.stretch("organisation", item.who, day)
        if row is not None and not is_exempt(row.exempt, here):
            yield item.who, item


def is_exempt(word: str, here: Window) -> bool:
    """Whether a regime leaves out what is called by a word; a blank is never left out."""
    return bool(word) and word in here.exempt


def rows_of(book: Counter, here: Window, day: date) -> list[Assessment]:
    """The assessments of a window by the day, the latest last."""
    rows = [row for row in book.assessments if (row.regime, row.window) == (here.regime, here.name)]
    return sorted((row for row in rows if here.first <= row.day <= min(day, here.last)), key=lambda row: row.day)


def of_units(book: Counter, here: Window, level: str, day: date) -> dict[Unit | str | None, Assessment]:
    """The latest assessment of every unit: of the one that today is what bore the code, and was of the level, then."""
    found: dict[Unit | str | None, Assessment] = {}
    for row in rows_of(book, here, day):
        then = book.places.bearer(row.subject, row.day)
        if then is not None and then.level == level:
            found[book.map(day).heir(row.subject, row.day)] = row
    return found


def of_organisations(book: Counter, here: Window, kind: str, day: date) -> dict[Unit | str | None, Assessment]:
    """The latest assessment of every organisation that was of the kind and not exempt on the row's date."""
    found: dict[Unit | str | None, Assessment] = {}
    for row in rows_of(book, here, day):
        then = book.stretch("organisation", row.subject, row.day)
        if then is not None and then.kind == kind and not is_exempt(then.exempt, here):
            found[row.subject] = row
    return found
