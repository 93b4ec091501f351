"""What lies where, added up; and what of it adds up how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.independent.flows import Item
from tests.independent.rows import Return, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

Parts = dict[Unit, tuple[int, int]]
Counted = list[tuple[Unit, Item]]


def is_rated(measure: str) -> bool:
    """Whether a measure has a denominator."""
    return measure.startswith(("pledges.", "standards.")) or is_reach(measure)


def is_reach(measure: str) -> bool:
    """Whether a measure is the reach of teams or models."""
    return measure.split(".")[2:] == ["reach"]


def is_summed(measure: str) -> bool:
    """Whether a measure is a sum of numbers in rows: the members of teams and models, and what was done."""
    return measure.split(".")[2:] == ["members"] or measure.startswith("activities.")


def tally(counted: Counted) -> Parts:
    """For every unit, what lies directly in it: how many count, out of how many."""
    found: dict[Unit, list[bool]] = defaultdict(list)
    for place, item in counted:
        found[place].append(item.counts)
    return {place: (sum(each), len(each)) for place, each in found.items()}


def add_up(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The sums of the numerators and of the denominators."""
    listed = list(pairs)
    return sum(num for num, _ in listed), sum(den for _, den in listed)


def sum_returns(got: list[Return], with_totals: bool) -> tuple[int, int | None]:
    """The sums over what was reported; one unknown total makes the denominator unknown."""
    totals = [one.total for one in got if one.total is not None]
    known = with_totals and len(totals) == len(got)
    return sum(one.count for one in got), sum(totals) if known else None
