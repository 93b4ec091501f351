"""CSV, one finding a row, with the data's origin in the last column."""

import csv
import io
from collections.abc import Iterator

from antq_cli.render.formats import Telling
from antq_cli.render.machine import checked_parts
from antq_cli.render.tidy import csv_cell

_COLUMNS = (
    *("code", "name", "severity", "register", "path", "line", "column", "row", "key", "value"),
    *("what", "remedy", "suggestion", "tolerated"),
)


def write(telling: Telling) -> Iterator[str]:
    """Yield the header and the findings, a row each."""
    assert telling.outcome.book is not None
    data = telling.outcome.book.data
    yield _line([*_COLUMNS, "data"])
    for row in checked_parts(telling)["rows"]:
        yield _line([*(csv_cell(row[column]) for column in _COLUMNS), data])


def _line(cells: list[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
