"""How much of what is random a run tries: a part of it by default, all of it with ``python -m pytest -m long``."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import settings

HUNDRED = 100  # what Hypothesis tries of its own accord


def load(*, whole: bool) -> None:
    """Say how much is tried, before any module of tests is read."""
    settings.register_profile("some", settings(), max_examples=HUNDRED if whole else 40)
    settings.load_profile("some")


def tries(examples: int) -> settings:
    """Try so many examples, or as large a part of them as this run tries of a hundred."""
    return settings(deadline=None, max_examples=examples * settings().max_examples // HUNDRED)


def seeds(some: range, until: int, by: int) -> list[Any]:
    """Some seeds by default; in the long run those that follow, by so many at a time."""
    starts = range(some.stop, until, by)
    return [some, *(pytest.param(range(start, min(start + by, until)), marks=pytest.mark.long) for start in starts)]


def each(every: range, by: int) -> list[Any]:
    """Each seed for itself: by default every so many, the others in the long run."""
    return [seed if seed in every[::by] else pytest.param(seed, marks=pytest.mark.long) for seed in every]


def spread(values: Sequence[str], place: int, by: int = 3) -> Sequence[str]:
    """By default every so many of them, beginning with the one of that place; all in the long run.

    What is asked of each command at its place so comes up with some of them, and with each command there are some.
    """
    return values if settings().max_examples == HUNDRED else values[place % by :: by]
