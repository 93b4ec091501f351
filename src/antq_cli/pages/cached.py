"""What is remembered: a row for each kind of entries."""

from antq_cli.core.cached import Cached
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import Message, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageTable, Records, number_columns, text_columns


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Where it is, and how many entries of how many bytes there are."""
    found = outcome.result
    assert isinstance(found, Cached)
    where = Message("cache.nowhere") if found.folder is None else Verbatim(found.folder)
    columns = [*text_columns("cached"), *number_columns("entries", "bytes")]
    lines = [
        Line([Message(f"cached.{each.kind}"), Whole(each, "entries"), Whole(each, "bytes")]) for each in found.kinds
    ]
    return Page(Message("cache.title"), where, [PageTable(columns, lines)])


def records(found: Cached) -> Records:
    """The kinds, with how many entries of each were removed."""
    columns = ("kind", "entries", "bytes", "removed", "folder")
    rows = [{**each._asdict(), "folder": found.folder} for each in found.kinds]
    return Records(rows, columns)
