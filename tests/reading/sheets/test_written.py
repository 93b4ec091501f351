"""What a program wrote into a sheet is read from it, cell by cell; both paths and an independent reader agree."""

from io import BytesIO

from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import Sheet, SheetCell
from antq_cli.reading.sheets.container import workbook
from antq_cli.reading.sheets.fast import read_fast
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.reading.sheets.slow import read_slow
from antq_cli.reading.unpacked import Unpacked
from tests.reading.sheets.containers import SHEET
from tests.reading.sheets.written import BOOKS, Book, Made, file_of


def read(raw: bytes) -> Sheet:
    sheets = read_sheets("bieu.xlsx", raw)
    assert not isinstance(sheets, Finding)
    (sheet,) = sheets
    return sheet


def as_told(cell: SheetCell) -> Made:
    if cell.stale:
        return Made(None, "uncalculated")
    if cell.error:
        return Made(cell.error, "formula-error" if cell.formula else "error")
    return Made(cell.content, "formula" if cell.formula else "plain", cell.form)


@given(BOOKS)
def test_every_cell_comes_back_and_no_other(book: Book) -> None:
    sheet = read(file_of(book))
    cells = [cell for row in sheet.rows for cell in row.cells]
    assert {(cell.row, cell.column): as_told(cell) for cell in cells if not cell.blank} == {
        at: made for at, made in book.cells.items() if not str(made.content).isspace()
    }
    assert [row.number for row in sheet.rows] == [*range(1, max((at[0] for at in book.cells), default=0) + 1)]
    for row in sheet.rows:
        assert [(cell.row, cell.column) for cell in row.cells] == [
            (row.number, n) for n in range(1, len(row.cells) + 1)
        ]
        assert row.hidden == (row.number in book.hidden_rows and (bool(row.cells) or not book.streamed))
        for cell in row.cells:
            assert cell.hidden == (cell.row in book.hidden_rows or cell.column in book.hidden_columns)
    assert {*sheet.hidden_columns} == {one for one in book.hidden_columns if one <= max_column(book)}


def max_column(book: Book) -> int:
    return max((at[1] for at in book.cells), default=0)


@given(BOOKS)
def test_both_paths_give_the_same(book: Book) -> None:
    file = Unpacked(file_of(book))
    fast, slow = (path(workbook(file), file.part(SHEET)) for path in (read_fast, read_slow))
    assert (fast.rows, fast.hidden_columns) == (slow.rows, slow.hidden_columns)


@given(BOOKS)
@settings(max_examples=50)
def test_an_independent_reader_sees_the_same_values(book: Book) -> None:
    raw = file_of(book)
    theirs = CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    ours = {(c.row, c.column): c.content for row in read(raw).rows for c in row.cells if c.content is not None}
    for (row, column), made in book.cells.items():
        # A word in a format is no letter of a day, which older versions of it do not know.
        if made.kind in {"plain", "formula"} and '"' not in made.form:
            assert ours[row, column] == theirs[row - 1][column - 1] == made.content
