"""How results are shown: each has a module of its own here, which is loaded only when it is needed.

Such a module makes a page for people, ``page(outcome, speech, room)``, and rows for machines, ``records(result)``.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from antq_cli.core.outcomes import Outcome
from antq_cli.render.grid import Grid
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

# The module of each kind of result.
_MODULES = {
    "Summary": "summaries",
    "Trend": "trends",
    "Gaps": "gaps",
    "Tree": "places",
    "Lookup": "places",
    "Periods": "periods",
    "Standards": "standards",
    "Claims": "claims",
    "Reconciled": "reconcile",
    "ReturnsInTime": "reporting",
    "Overview": "overview",
    "Statistics": "statistics",
    "Ruled": "rules",
}


class Room(NamedTuple):
    """How wide a page may be, and how wide a grid would be."""

    fits: int
    width_of: Callable[[Grid], int]


class Page(NamedTuple):
    """What is printed of a result: its title, what it is of, its tables, and what their marks mean.

    So many tables from the first on as ``aligned`` says have the same columns, each as wide in all of them.
    """

    title: str
    subtitle: str
    grids: Sequence[Grid]
    legend: Sequence[str] = ()
    aligned: int = 0


class Records(NamedTuple):
    """The rows of a result, those of the unit above them, the columns of a CSV file, and what else JSON tells."""

    rows: Sequence[dict[str, Any]]
    columns: Sequence[str]
    totals: Sequence[dict[str, Any]] = ()
    more: Mapping[str, Any] = {}


def page_of(outcome: Outcome, speech: Speech, room: Room) -> Page:
    """Return the page of an outcome that has a result."""
    made: Page = _module(outcome.result).page(outcome, speech, room)
    return made


def records_of(result: object) -> Records:
    """Return a result as rows for machines: one figure a row, every row with the same keys."""
    made: Records = _module(result).records(result)
    return made


def _module(result: object) -> Any:
    return import_module(f"antq_cli.render.{_MODULES[type(result).__name__]}")


def titled(outcome: Outcome, speech: Speech, *parts: str) -> tuple[str, str]:
    """Return the campaign's title, and the line under it: what a page is of, with the data's origin."""
    assert outcome.book is not None
    return visible(outcome.book.title(speech.lang)), " · ".join([*parts, speech.say(f"data.{outcome.book.data}")])
