"""The rules of plausibility (Q1): numbers that may be right and are worth a look."""

from collections.abc import Iterator

from antq_cli.checks.plausible.households import more_households
from antq_cli.checks.plausible.one_day import even_journals, even_returns, sums
from antq_cli.checks.plausible.over_time import growth, jumps, outliers
from antq_cli.checks.plausible.series import RULES, Series
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.core.findings import Finding

__all__ = ["RULES", "find"]


def find(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Yield what the rules of plausibility find in a book, what they looked at, and which could not be judged."""
    table = site.book.table("returns")
    if table.parts and not table.refused:
        series = Series(site)
        yield from series.of_nobody()
        for judge in (outliers, jumps, growth, sums, even_returns):
            yield from judge(series)
    for judge_day in (more_households, even_journals):
        yield from judge_day(site)
