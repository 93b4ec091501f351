"""A table of nothing but dashes is one sentence instead: of whom nothing is known, and why."""

from collections.abc import Iterable
from itertools import takewhile

from antq_cli.pages.cells import BLANK, Datum, Joined, Message, PageCell, Unknown
from antq_cli.pages.model import Line, Page, PageTable

# More names than these are no sentence any more.
_NAMED = 6


def spoken(page: Page) -> Page:
    """Return a page with a sentence in place of each table of nothing but dashes."""
    tables = [_part(table) if at < page.aligned else _spoken(table) for at, table in enumerate(page.tables)]
    return page._replace(tables=tables)


def _part(table: PageTable) -> PageTable:
    """Return a part of a page of several, whose name is its first header; its remarks may have numbers of their own."""
    cells = [line.cells[at] for line in table.lines for at, column in enumerate(table.columns) if column.beneath]
    made = table if any(map(_adds, cells)) else _spoken(table)
    return made if made is table else made._replace(name=table.columns[0].header)


def _adds(remark: object) -> bool:
    """Return whether a remark says a number for which there is no column."""
    if isinstance(remark, Joined):
        return any(map(_adds, remark.parts))
    return isinstance(remark, Message) and remark.key.startswith("overview.")


def _spoken(table: PageTable) -> PageTable:
    """Return a sentence in place of a table of dashes; where rows are numbered the names stand behind the numbers."""
    counted = len(list(takewhile(lambda column: column.align == "right", table.columns)))
    names = counted + len(list(takewhile(lambda column: column.align == "left", table.columns[counted:])))
    numbers = [
        at for at, column in enumerate(table.columns) if not (counted <= at < names or column.bar or column.beneath)
    ]
    if not (table.lines and numbers and all(_dashes(line, numbers) for line in table.lines)):
        return table
    return table._replace(lines=[], instead=_sentence(table, names))


def _dashes(line: Line, numbers: Iterable[int]) -> bool:
    """Return whether a line has dashes, and nothing else, where numbers would stand."""
    cells = [line.cells[at] for at in numbers]
    unknown = [isinstance(cell, Unknown) or (isinstance(cell, Datum) and cell.value is None) for cell in cells]
    return any(unknown) and all(none or cell is BLANK for none, cell in zip(unknown, cells, strict=True))


def _sentence(table: PageTable, names: int) -> PageCell:
    """Return of whom nothing is known, where they are few, and what the remarks say, each once."""
    who = [line.cells[names - 1] for line in table.lines if line.style not in ("total", "rest")]
    remarks = [cell for line in table.lines for at, cell in enumerate(line.cells) if table.columns[at].beneath]
    said: dict[str, PageCell | list[PageCell]] = {"who": who} if names and 0 < len(who) <= _NAMED else {}
    of = "of" if said else "any"
    if all(cell is BLANK for cell in remarks):
        return Message(f"dashes.{of}", **said)
    return Message(f"dashes.{of}-why", **said, why=Joined(remarks, "; ", once=True))
