"""The one door to registers as columns: what is asked of households and pledges, of which there may be millions.

Outside of reading nobody takes a column of a table otherwise. Rows are told by their numbers in the table; another
engine would answer the same questions.
"""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from itertools import compress

from antq_cli.reading.tables import Table

# Takes the distinct cells of a column, and returns some of them; equal ones pick the same.
Picks = Callable[[Collection[str]], Collection[str]]


def column(table: Table, name: str) -> Sequence[str]:
    """The cells of a column, one for every row, "" where they are blank: no copy, and not to be changed."""
    return table.columns[name]


def cell(table: Table, row: int, name: str) -> str:
    """The text of a cell as the file has it; "" where it is blank."""
    return table.columns[name][row]


def some(table: Table, rows: Sequence[int], name: str) -> Sequence[str]:
    """The cells of a column in some rows, in the order in which the rows are given; not to be changed."""
    if rows == range(len(table)):
        return column(table, name)
    return list(map(table.columns[name].__getitem__, rows))


def distinct(table: Table, name: str) -> Sequence[str]:
    """The distinct cells of a column, by their first rows."""
    return table.columns.distinct(name)


def last_rows(table: Table) -> Mapping[str, int]:
    """The number of the last row of each subject, by its code; looked for once, and not to be changed."""
    return table.columns.last


def where(table: Table, name: str, wanted: Container[str]) -> Iterator[int]:
    """Yield the rows in which a column holds one of some cells."""
    cells = table.columns[name]
    return compress(range(len(cells)), map(wanted.__contains__, cells))


def rows_by(table: Table, name: str) -> Mapping[str, Sequence[int]]:
    """The numbers of the rows by the cell of a column, in order; those with a blank cell are under ""."""
    cells = distinct(table, name)
    if len(cells) == 1:
        return {cells[0]: range(len(table))}
    rows: dict[str, list[int]] = {each: [] for each in cells}
    for row, each in enumerate(table.columns[name]):
        rows[each].append(row)
    return rows


def earliest(table: Table, name: str) -> str | None:
    """Return the first of the days of a column, also of the rows elsewhere; None where it has none."""
    return min(filter(None, (*distinct(table, name), table.elsewhere.first.get(name))), default=None)


def size(table: Table) -> int:
    """Return how many rows count, those that are counted elsewhere as well."""
    return len(table) + table.elsewhere.rows


def of_how_many(table: Table) -> int:
    """Return of how many subjects there are rows that count, those that are counted elsewhere as well."""
    return len(distinct(table, table.register.model.about)) + table.elsewhere.subjects


def picked(table: Table, name: str, picks: Picks) -> Collection[str]:
    """Return those of the distinct cells of a column that something picks, each with all rows that have it."""
    if table.apart is not None:
        table.apart.suspect(table.register.name, name, picks)
    return picks(distinct(table, name))


def held_together(table: Table) -> Sequence[str]:
    """Return the distinct codes of the subjects that may be alike: those counted apart differ by more than zeros."""
    if table.apart is not None:
        table.apart.hold_together()
    return distinct(table, table.register.model.about)
