"""Teams, models and what they reach, as items that have a place on a day.

Decisions where the contract is silent:

* A unit is reached by what lies in it or below it on the map of the day, also where that lies outside the top unit.
* An organisation is reached by its code alone: the `host` of an instance may be of another kind, or not there yet,
  on the day on which the instance was established; what matters is the day that is counted.
* Where an instance lies that is hosted changes nothing in the reach among organisations; where its host lies
  changes nothing in the reach among units, nor in the number of instances.
* An organisation is in the denominator of a reach whatever its `exempt` says: that concerns the standard only.
* Teams that have no place on the day (the unit closed and nothing carries it on) have no members either.
* Members of teams on a basis: every team is placed as such, known number or not.
* Members are no return: they have no day on which they were counted, so `counted_on` is None.
* Members of a team with the number 0 are known: 0 is not blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tests.independent.flows import Item
from tests.independent.rows import Return, Stretch, Unit, holds

if TYPE_CHECKING:
    from tests.independent.counter import Counter


def existing(book: Counter, measure: str, day: date) -> list[Stretch]:
    """The teams or the models of a kind that exist on a day."""
    family, kind = measure.split(".")[:2]
    return [row for row in book.instances[family] if row.kind == kind and holds(row, day)]


def instances(book: Counter, measure: str, day: date) -> Iterator[Item]:
    """Every existing team or model of a kind, where it lies."""
    return (book.item(row, day) for row in existing(book, measure, day))


def members(book: Counter, measure: str, day: date) -> Iterator[Item]:
    """Every existing team of a kind, with the number of its members as if it had reported it."""
    for row in existing(book, measure, day):
        known = None if row.members is None else Return(day, row.place, row.members, None)
        yield book.item(row, day, known)


def reach(book: Counter, measure: str, day: date) -> Iterator[Item]:
    """Every unit of a level, or organisation of a kind, that should have an instance; those that have one count."""
    among = book.setting(measure, "reach", book.levels[-1])
    if among in book.levels:
        reached = reached_units(book, measure, day)
        return (Item(unit, unit, None, counts=unit in reached) for unit in book.map(day).open if unit.level == among)
    hosts = {row.host for row in existing(book, measure, day)}
    return (item._replace(counts=item.who in hosts) for item in organisations(book, among, day))


def reached_units(book: Counter, measure: str, day: date) -> set[Unit]:
    """The units in which, or below which, an instance lies on the day."""
    here = book.map(day)
    places = {item.place for item in instances(book, measure, day)}
    return {unit for place in places if place is not None for unit in here.above(place)}


def organisations(book: Counter, kind: str, day: date) -> Iterator[Item]:
    """Every organisation of a kind that is open on the day."""
    return (book.item(row, day) for row in book.registers["organisation"] if row.kind == kind and holds(row, day))
