"""CSV: a result as rows, one figure a row, in no language's number format; for a spreadsheet as people write them."""

from collections.abc import Iterator, Mapping
from typing import Any

from antq_cli.pages.results import records_of
from antq_cli.render.formats import Telling
from antq_cli.render.hands import hand


def write(telling: Telling) -> Iterator[str]:
    """Yield the header and the rows, with the origin of the data in a last column."""
    outcome = telling.outcome
    table = records_of(outcome.result)
    origin = {} if outcome.book is None else {"data": outcome.book.data}
    columns, writing = (*table.columns, *origin), hand(excel=telling.excel)
    heads = table.heads if telling.excel else {}
    header = [heads[column].text(telling.speech) if column in heads else column for column in columns]
    yield writing.begins + writing.line(columns, header)
    for row in table.rows if table.grid is None else table.grid:
        flat = {**dict(_flat(row)), **origin}
        yield writing.line(columns, map(flat.get, columns))


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
