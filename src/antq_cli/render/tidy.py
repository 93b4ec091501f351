"""CSV: a result as rows, one figure a row, in no language's number format."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from antq_cli.pages.results import records_of
from antq_cli.render.formats import Telling
from antq_cli.render.text import visible

# A change in percentage points is a number and no formula.
_SIGNED = re.compile(r"[+-][0-9]+\.[0-9]{2}")


def write(telling: Telling) -> Iterator[str]:
    """Yield the header and the rows, with the origin of the data in a last column."""
    outcome = telling.outcome
    table = records_of(outcome.result)
    origin = [] if outcome.book is None else [outcome.book.data]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*table.columns, *(["data"] if origin else [])])
    flat = (dict(_flat(row)) for row in table.rows)
    writer.writerows([*(csv_cell(row.get(column)) for column in table.columns), *origin] for row in flat)
    yield out.getvalue()


def _flat(row: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield the cells of a row, those of a row in it under both names, the codes of a list beside each other."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}_")
        elif name == "counted_on":
            yield from zip((f"{prefix}counted_from", f"{prefix}counted_to"), value or (None, None), strict=True)
        elif isinstance(value, (list, tuple)) and any(
            isinstance(each, Mapping) and "code" not in each for each in value
        ):
            continue  # what has rows of its own stands in JSON
        elif isinstance(value, (list, tuple)):
            yield (
                f"{prefix}{name}",
                " ".join(str(each["code"] if isinstance(each, Mapping) else each) for each in value),
            )
        else:
            yield f"{prefix}{name}", value


def csv_cell(value: object) -> object:
    """Return a value as a cell of a CSV file."""
    if isinstance(value, bool):
        return str(value).lower()  # as JSON has it
    return neutral(value) if isinstance(value, str) and not _SIGNED.fullmatch(value) else value


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula and no terminal obeys."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown
