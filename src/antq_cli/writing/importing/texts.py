"""What stands in a cell of a sheet as a text, and whether it looks like a number."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from antq_cli.core.folding import fold, normalised, read
from antq_cli.core.sheets import SheetCell, SheetRow

# The cells of a row, by column, and of a sheet, by row and column, that show anything.
Cells = Mapping[int, SheetCell]
Grid = Mapping[int, Cells]
# The same few texts stand in thousands of rows.
often = lru_cache(maxsize=4096)
_read, folded_text, normalised_text = often(read), often(fold), often(normalised)
_ZEROS = re.compile(r"0+")
_NUMBER = re.compile(r"[-+]?[0-9][0-9., \u00a0\u202f]*%?")


def text_of(cell: SheetCell | None) -> str:
    """Return the text of a cell, in NFC, with plain blanks, as the sheet shows it as far as that is known."""
    if cell is None or cell.content is None:
        return "" if cell is None else cell.error
    content = cell.content
    if isinstance(content, str):
        return _read(content)
    if isinstance(content, int) and not isinstance(content, bool):
        padded = cell.form and _ZEROS.fullmatch(cell.form)
        return str(content).zfill(len(cell.form)) if padded else str(content)
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    if isinstance(content, datetime):
        return str(content.date())
    return str(content)


def folded(cell: SheetCell | None) -> str:
    """Return the text of a cell whatever its case and the place of its tones."""
    return folded_text(text_of(cell))


def is_number(cell: SheetCell) -> bool:
    """Return whether a cell holds a number, or a text that looks like one, or something in place of a number."""
    if cell.error or cell.stale or isinstance(cell.content, (int, float)):
        return True
    return isinstance(cell.content, str) and _NUMBER.fullmatch(cell.content.strip()) is not None


def grid_of(rows: Sequence[SheetRow]) -> Grid:
    """Return the cells of some rows that show anything, by row and column."""
    return {row.number: by_column(row) for row in rows}


def by_column(row: SheetRow) -> Cells:
    """Return the cells of a row that show anything, by the number of their column."""
    return {cell.column: cell for cell in row.cells if not cell.blank}
