"""Chance that gives the same draws on every Python, and fair splitting."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Chance that is the same everywhere: Random.random() alone is promised to stay as it is."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return int(self._random() * limit)

    def chance(self, thousandths: int) -> bool:
        """Whether something happens that happens so many times in a thousand."""
        return self.below(1000) < thousandths

    def day(self, first: date, last: date) -> date:
        """Any day from first to last; weekends are seldom."""
        while True:
            drawn = first + timedelta(self.below((last - first).days + 1))
            if drawn.weekday() < 5 or self.chance(200):
                return drawn

    def days(self, first: date, last: date, count: int) -> list[date]:
        """Different days, in order."""
        drawn: set[date] = set()
        while len(drawn) < count:
            drawn.add(self.day(first, last))
        return sorted(drawn)

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The same items in another order."""
        keyed = [(self._random(), place, item) for place, item in enumerate(items)]
        return [item for _, _, item in sorted(keyed, key=lambda entry: entry[:2])]


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Split a whole number by weights; the largest remainders get what is left over."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares
