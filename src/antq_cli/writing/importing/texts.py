"""What stands in a cell of a sheet as a text, and whether it looks like a number."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from antq_cli.core.folding import bare, fold, normalised, read
from antq_cli.core.sheets import Sheet, SheetCell, SheetRow

# The cells of a row, by column, and of a sheet, by row and column, that show anything.
Cells = Mapping[int, SheetCell]
Grid = Mapping[int, Cells]
# The same few texts stand in thousands of rows.
often = lru_cache(maxsize=4096)
_read, folded_text, normalised_text = often(read), often(fold), often(normalised)
_ZEROS = re.compile(r"0+")
_NUMBER = re.compile(r"[-+]?[0-9][0-9., \u00a0\u202f]*%?")
# What somebody wrote in the place of a number: 1.234 hộ, ~300, (5), 12O, l2, a dash. A telephone has more digits.
_LIKE_ONE = re.compile(r"[^\w]{0,2}[0-9].{0,18}|\S{1,6}")
_DASHES = frozenset("-–—−")
_DAY = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|\b(?:ngay|thang|nam)\b")  # in bare letters
_MOST_DIGITS = 9


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


def is_like_number(cell: SheetCell) -> bool:
    """Return whether a cell holds a number, or what was meant as one: who stands beside it has reported something."""
    if is_number(cell):
        return True
    said = text_of(cell)
    digits = sum(map(str.isdigit, said))
    alike = 0 < digits <= _MOST_DIGITS or said in _DASHES
    return alike and _LIKE_ONE.fullmatch(said) is not None and _DAY.search(bare(said)) is None


def merged_above(sheet: Sheet, columns: Sequence[int]) -> Mapping[tuple[int, int], SheetCell]:
    """Return, for cells of some columns that are merged with others above them, the first of these."""
    merged = (cell for row in sheet.rows for cell in row.cells if cell.merged is not None and cell.column in columns)
    by_place = {(cell.row, cell.column): cell for cell in merged}
    return {
        place: by_place[cell.merged.first_row, cell.merged.first_column]
        for place, cell in by_place.items()
        if cell.merged is not None
        and cell.merged.first_row < cell.row
        and (cell.merged.first_row, cell.merged.first_column) in by_place
    }


def grid_of(rows: Sequence[SheetRow]) -> Grid:
    """Return the cells of some rows that show anything, by row and column."""
    return {row.number: by_column(row) for row in rows}


def by_column(row: SheetRow) -> Cells:
    """Return the cells of a row that show anything, by the number of their column."""
    return {cell.column: cell for cell in row.cells if not cell.blank}
