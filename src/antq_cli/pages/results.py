"""Each kind of result has a module of its own here, which is loaded only when it is needed.

Such a module makes a page, ``page(outcome, fits)``, and rows for machines, ``records(result)``.
"""

from importlib import import_module
from typing import Any

from antq_cli.core.outcomes import Outcome
from antq_cli.pages.dashes import spoken
from antq_cli.pages.model import Fits, Page, Records

# By name, so that nobody loads a kind of result to see that it is another.
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
    "Month": "month",
    "Annex": "annex",
    "Statistics": "statistics",
    "Ruled": "rules",
    "Report": "paper.records",
    "Changed": "changes",
    "Log": "changes",
    "Imported": "imports",
    "Cached": "cached",
}


def page_of(outcome: Outcome, fits: Fits) -> Page:
    """Return the page of an outcome that has a result; where there is a choice, as wide as ``fits``."""
    made: Page = _module(outcome.result).page(outcome, fits)
    return spoken(made)


def records_of(result: object) -> Records:
    """Return a result as rows for machines: one figure a row, every row with the same keys."""
    made: Records = _module(result).records(result)
    return made


def _module(result: object) -> Any:
    return import_module(f"antq_cli.pages.{_MODULES[type(result).__name__]}")
