"""Random workbooks: what is written into each cell is noted, and XlsxWriter makes a file of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Literal, NamedTuple

import xlsxwriter
from hypothesis import strategies as st

from antq_cli.core.sheets import Content

Kind = Literal["plain", "formula", "uncalculated", "error", "formula-error"]
Making = st.SearchStrategy["Made"]
ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
FORMS = ("", "#,##0", "00000", "0%", '#,##0" hộ"', "@", '[Red]0;"d"-0')
_EVE = date(1899, 12, 30)
_DAY_FORMS = ("dd/mm/yyyy", "d-m-yy", '"ngày "dd" tháng "mm" năm "yyyy', "[$-42A]d mmmm yyyy;@")


class Made(NamedTuple):
    """A cell as it was written."""

    content: Content
    kind: Kind = "plain"
    form: str = ""


class Book(NamedTuple):
    """A sheet as it was written: its cells by row and column from 1, and what is hidden."""

    cells: Mapping[tuple[int, int], Made]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    streamed: bool


# Of surrogates no text consists; what XML cannot hold, and what looks like an escape of it, is written as one.
_LETTERS = st.characters(codec="utf-8") | st.sampled_from("_x0D<>&\"'=+-@\t\n\r ạỷ\u0301\u200b\u2028\ufffe")
TEXTS = st.text(_LETTERS, min_size=1, max_size=12) | st.sampled_from(
    ["_x0041_", "_x005F_", "]]>", "=1+1", "#REF!", "0123"]
)
_FLOATS = st.floats(allow_nan=False, allow_infinity=False, width=32).map(
    lambda one: float(f"{one:.15g}")
)  # XlsxWriter writes 16 digits
NUMBERS = st.integers(-(10**15), 10**15) | _FLOATS.map(lambda one: int(one) if one.is_integer() else one)
_DAYS = st.dates(date(1900, 3, 1), date(2199, 12, 31))
_TIMES = st.integers(0, 24 * 60 - 1)


def _moment(day: date, minutes: int) -> date | datetime:
    if not minutes:
        return day
    return datetime.fromisoformat(day.isoformat()) + timedelta(minutes=minutes)


def _made(contents: st.SearchStrategy[Content], kind: Kind = "plain", forms: Sequence[str] = ("",)) -> Making:
    return st.tuples(contents, st.just(kind), st.sampled_from(forms)).map(lambda one: Made(*one))


# Of the results of formulas it escapes nothing, so they hold nothing that would have to be.
_RESULTS = st.text("aạỷ b.", min_size=1, max_size=5).filter(str.strip)
MADE = st.one_of(
    _made(TEXTS),
    _made(NUMBERS, forms=FORMS),
    _made(st.booleans()),
    _made(st.builds(_moment, _DAYS, st.just(0) | _TIMES), forms=_DAY_FORMS),
    _made(NUMBERS.filter(bool) | _RESULTS | st.booleans(), "formula"),
    _made(st.none(), "uncalculated"),
    _made(st.sampled_from(ERRORS), "formula-error"),
)
_PLACES = st.tuples(st.integers(1, 9), st.integers(1, 30))
BOOKS = st.builds(
    Book,
    st.dictionaries(_PLACES, MADE, max_size=25),
    st.frozensets(st.integers(1, 9), max_size=3),
    st.frozensets(st.integers(1, 30), max_size=3),
    st.booleans(),
)


def file_of(book: Book) -> bytes:
    """The workbook, its cells written row by row."""
    buffer = BytesIO()
    file = xlsxwriter.Workbook(buffer, {"constant_memory": book.streamed, "strings_to_formulas": False})
    sheet = file.add_worksheet("Biểu 01")
    for column in book.hidden_columns:
        sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
    full = {row for row, _ in book.cells}
    for row in range(1, 10):
        # Not every version of it writes a row without cells when it streams.
        if row in book.hidden_rows and (row in full or not book.streamed):
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for at in sorted(at for at in book.cells if at[0] == row):
            _write(file, sheet, at, book.cells[at])
    file.close()
    return buffer.getvalue()


def _write(file: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet, at: tuple[int, int], made: Made) -> None:
    row, column = at[0] - 1, at[1] - 1
    form = file.add_format({"num_format": made.form}) if made.form else None
    if made.kind != "plain":
        sheet.write_formula(row, column, "=SUM(A1:A2)", None, 0 if made.content is None else made.content)
    elif isinstance(made.content, bool):
        sheet.write_boolean(row, column, made.content)
    elif isinstance(made.content, str):
        sheet.write_string(row, column, made.content)
    elif isinstance(made.content, date):
        whole = made.content if isinstance(made.content, datetime) else datetime.fromisoformat(made.content.isoformat())
        sheet.write_number(row, column, (whole - datetime.fromisoformat(_EVE.isoformat())) / timedelta(1), form)
    else:
        sheet.write_number(row, column, made.content, form)
