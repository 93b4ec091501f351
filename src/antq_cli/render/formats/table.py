"""CSV, one finding a row, with the data's origin in the last column."""

from collections.abc import Iterator

from antq_cli.render.formats import Telling
from antq_cli.render.hands import hand
from antq_cli.render.machine import checked_parts

_COLUMNS = (
    *("code", "name", "severity", "register", "path", "line", "column", "row", "key", "value"),
    *("what", "remedy", "suggestion", "tolerated"),
)


def write(telling: Telling) -> Iterator[str]:
    """The header and the findings that are shown; what is waived or known is not among them."""
    assert telling.outcome.book is not None
    columns, writing = (*_COLUMNS, "data"), hand(excel=telling.excel)
    yield writing.begins + writing.line(columns, columns)
    for row in checked_parts(telling)["rows"]:
        told = {**row, "data": telling.outcome.book.data}
        yield writing.line(columns, map(told.__getitem__, columns))
