"""The one door to registers as columns: what is asked of households and pledges, of which there may be millions.

Outside of reading nobody takes a column of a table otherwise. Rows are told by their numbers in the table; another
engine would answer the same questions.
"""

from collections.abc import Container, Iterator, Sequence

from antq_cli.reading.tables import Table


def column(table: Table, name: str) -> Sequence[str]:
    """Return the cells of a column, one for every row."""
    return table.columns[name]


def cell(table: Table, row: int, name: str) -> str:
    """Return one cell."""
    return table.columns[name][row]


def some(table: Table, rows: Sequence[int], name: str) -> list[str]:
    """Return the cells of some rows."""
    return list(map(table.columns[name].__getitem__, rows))


def distinct(table: Table, name: str) -> Sequence[str]:
    """Return the distinct cells of a column."""
    return table.columns.distinct(name)


def where(table: Table, name: str, wanted: Container[str]) -> Iterator[int]:
    """Yield the rows in which a column holds one of some cells."""
    return (row for row, each in enumerate(table.columns[name]) if each in wanted)


def rows_by(table: Table, name: str) -> dict[str, list[int]]:
    """Return the rows by what a column holds."""
    rows: dict[str, list[int]] = {each: [] for each in distinct(table, name)}
    for row, each in enumerate(table.columns[name]):
        rows[each].append(row)
    return rows


def earliest(table: Table, name: str) -> str | None:
    """Return the first of the days of a column; None where it has none."""
    return min(filter(None, distinct(table, name)), default=None)
