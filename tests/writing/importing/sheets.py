"""Small sheets, made of what is seen of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from antq_cli.core.sheets import Area, Content, Sheet, SheetCell, SheetRow

# A cell that says more than what it holds.
Made = Content | Mapping[str, Any]


def cell(row: int, column: int, made: Made) -> SheetCell:
    return SheetCell(row, column, **made) if isinstance(made, Mapping) else SheetCell(row, column, made)


def sheet(
    *rows: Sequence[Made], name: str = "Biểu 01", hidden: Sequence[int] = (), merged: Sequence[Area] = ()
) -> Sheet:
    """A sheet from its rows; ``hidden`` are the numbers of rows that are."""
    made = []
    for number, row in enumerate(rows, 1):
        cells = [cell(number, column, each) for column, each in enumerate(row, 1)]
        cells = [
            each._replace(merged=next((area for area in merged if _in(area, each)), None), hidden=number in hidden)
            for each in cells
        ]
        made.append(SheetRow(number, cells, number in hidden))
    return Sheet("bieu.xlsx", name, made)


def _in(area: Area, each: SheetCell) -> bool:
    return area.first_row <= each.row <= area.last_row and area.first_column <= each.column <= area.last_column
