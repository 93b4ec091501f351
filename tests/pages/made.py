"""The pages that commands make, beside their results and what they tell machines."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from antq_cli.core.outcomes import Outcome
from antq_cli.pages import results
from antq_cli.pages.model import Page
from tests.cli.pictures import counted, drawn


class Made(NamedTuple):
    """What a command made: its outcome, its pages where there is room and where there is none, its JSON."""

    outcome: Outcome
    pages: list[Page]
    json: Any


@cache
def made(line: str) -> Made:
    """What a command makes, counted once; a page that is laid out anew is laid out of the same outcome."""
    outcome, _ = counted(f"{line} -f json")
    return Made(outcome, pages_of(outcome), drawn(f"{line} -f json", 80, "vi").json)


def pages_of(outcome: Outcome) -> list[Page]:
    """The page where there is room, and the one where there is none, if that is laid out otherwise."""
    wide, narrow = results.page_of(outcome, lambda _: True), results.page_of(outcome, lambda _: False)
    return [wide, narrow] if _shape(wide) != _shape(narrow) else [wide]


def _shape(page: Page) -> list[tuple[int, int]]:
    return [(len(table.columns), len(table.lines)) for table in page.tables]


def dicts(document: object) -> Iterator[dict[str, Any]]:
    """Every object in a JSON document."""
    if isinstance(document, dict):
        yield document
    for each in document.values() if isinstance(document, dict) else document if isinstance(document, list) else ():
        yield from dicts(each)
