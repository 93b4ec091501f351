"""CSV, one finding a row, with the data's origin in the last column."""

import csv
import io

from antq_cli.render.formats import Telling
from antq_cli.render.machine import checked_parts
from antq_cli.render.tidy import csv_cell

_COLUMNS = (
    *("code", "name", "severity", "register", "path", "line", "column", "row", "key", "value"),
    *("what", "remedy", "suggestion", "tolerated"),
)


def write(telling: Telling) -> str:
    """Return the header and the findings, a row each."""
    assert telling.outcome.book is not None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_COLUMNS, "data"])
    for row in checked_parts(telling)["rows"]:
        writer.writerow([*(csv_cell(row[column]) for column in _COLUMNS), telling.outcome.book.data])
    return out.getvalue()
