"""The pages that commands make, beside their results and what they tell machines."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from antq_cli.core.outcomes import Outcome
from antq_cli.pages import results
from antq_cli.pages.model import Fits, Page
from tests.cli.harness import run


class Made(NamedTuple):
    """What a command made: its outcome, its pages where there is room and where there is none, its JSON."""

    outcome: Outcome
    pages: list[Page]
    json: Any


def outcome_of(line: str) -> Outcome:
    """The outcome of a command that makes a page."""
    caught: list[Outcome] = []

    def caught_page(outcome: Outcome, fits: Fits) -> Page:
        caught.append(outcome)
        return results.page_of(outcome, fits)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("antq_cli.render.markdown.page_of", caught_page)
        run(f"{line} -f md")
    (outcome,) = caught
    return outcome


@cache
def made(line: str) -> Made:
    """What a command makes; a page that is laid out anew is laid out of the same outcome."""
    outcome = outcome_of(line)
    return Made(outcome, pages_of(outcome), run(f"{line} -f json").json)


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
