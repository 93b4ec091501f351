"""Merged cells: what is merged is told of each of its cells, also of those that stand nowhere in the file."""

from collections.abc import Container, Sequence

from antq_cli.core.sheets import Area, SheetCell, SheetRow


def joined(rows: Sequence[SheetRow], areas: Sequence[Area], width: int, hidden: Container[int]) -> list[SheetRow]:
    """Return the rows of a sheet, the first of which is its first, with what is merged noted in its cells.

    ``width`` is the last column in which something stands; what is merged beyond it, or below the last row, is not
    gone through. ``hidden`` are columns. :class:`ValueError` where one cell is in two areas.
    """
    cells: dict[int, list[SheetCell]] = {}
    for area in areas:
        columns = range(area.first_column, min(area.last_column, width) + 1)
        for row in rows[area.first_row - 1 : area.last_row] if columns else ():
            _note(cells.setdefault(row.number, [*row.cells]), row, area, columns, hidden)
    return [row._replace(cells=cells.get(row.number, row.cells)) for row in rows] if cells else [*rows]


def _note(cells: list[SheetCell], row: SheetRow, area: Area, columns: range, hidden: Container[int]) -> None:
    more = range(len(cells) + 1, columns.stop)
    cells.extend(SheetCell(row.number, column, hidden=row.hidden or column in hidden) for column in more)
    for column in columns:
        if cells[column - 1].merged is not None:
            raise ValueError("merged twice")
        cells[column - 1] = cells[column - 1]._replace(merged=area)
