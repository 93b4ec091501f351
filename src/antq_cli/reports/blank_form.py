"""A sheet to be filled in, as .xlsx: what is to be left alone is locked, what is written is checked as it is typed."""

from datetime import date
from typing import TYPE_CHECKING, Any

from antq_cli.core.blank_form import LISTED, BlankForm, FormRow
from antq_cli.reports.xlsx_book import GAP, HEAD, Book
from antq_cli.reports.xlsx_map import UNHASHED, a1

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TOP = 3  # rows above the head
_WIDTHS = {"code": 12, "name": 28, "day": 12, "count": 12, "text": 30}
_DAY_FORM, _COUNT_FORM = "dd/mm/yyyy", "#,##0"
_LARGEST = 999_999_999
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)


def form_bytes(form: BlankForm) -> bytes:
    """Return a form as a file; :class:`MissingOfficeError` where XlsxWriter is not installed."""
    book = Book()
    book.describe(form.title, form.day)
    sheet = book.sheet(form.name)
    # A list in the rule itself has 255 characters at most.
    listed = book.writer.add_worksheet(LISTED)
    listed.write_column(0, 0, form.units)
    listed.hide()
    _head(book, sheet, form)
    first = _TOP + _lines(form)
    for number, row in enumerate(form.rows):
        _row(book, sheet, form, first + number, row)
    blank = FormRow("", "", [True] * sum(column.takes == "count" for column in form.columns))
    for number in range(form.spare):
        _row(book, sheet, form, first + len(form.rows) + number, blank)
    _check(sheet, form, first, first + len(form.rows) + form.spare - 1)
    sheet.freeze_panes(first, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    return book.packed(lambda _: UNHASHED)


def _lines(form: BlankForm) -> int:
    return max(len(column.head) for column in form.columns)


def _head(book: Book, sheet: "Worksheet", form: BlankForm) -> None:
    book.text(sheet, (0, 0), form.title, bold=True, text_wrap=False)
    book.text(sheet, (1, 0), form.hint, italic=True, text_wrap=False)
    look, lines = book.look(**HEAD, bold=True), _lines(form)
    at = 0
    while at < len(form.columns):
        column = form.columns[at]
        sheet.set_column(at, at, _WIDTHS[column.takes])
        if len(column.head) < lines:
            sheet.merge_range(_TOP, at, _TOP + lines - 1, at, column.head[0], look)
            at += 1
            continue
        last = at
        while last + 1 < len(form.columns) and form.columns[last + 1].head[0] == column.head[0]:
            last += 1
            sheet.set_column(last, last, _WIDTHS[column.takes])
        if last > at:
            sheet.merge_range(_TOP, at, _TOP, last, column.head[0], look)
        else:
            sheet.write_string(_TOP, at, column.head[0], look)
        for place in range(at, last + 1):
            sheet.write_string(_TOP + 1, place, form.columns[place].head[1], look)
        at = last + 1


def _row(book: Book, sheet: "Worksheet", form: BlankForm, number: int, row: FormRow) -> None:
    expects = iter(row.expects)
    for at, column in enumerate(form.columns):
        look: dict[str, Any] = {"border": 1, "locked": False}
        if column.takes in ("code", "name") and row.code:
            book.text(sheet, (number, at), row.code if column.takes == "code" else row.name, border=1)
        elif column.takes == "day":
            day = book.look(**look, num_format=_DAY_FORM)
            if form.day is not None and row.code:
                sheet.write_datetime(number, at, form.day, day)
            else:
                sheet.write_blank(number, at, None, day)
        elif column.takes == "count" and not next(expects):
            sheet.write_blank(number, at, None, book.look(border=1, bg_color="#D9D9D9"))
        else:
            form_ = {"num_format": _COUNT_FORM, "bg_color": GAP} if column.takes == "count" and row.code else {}
            text = {"num_format": "@"} if column.takes in ("code", "name", "text") else {}
            sheet.write_blank(number, at, None, book.look(**look, **form_, **text))


def _check(sheet: "Worksheet", form: BlankForm, first: int, last: int) -> None:
    """Let programs check what is typed: a whole number, a day, one of the units."""
    rules: dict[str, dict[str, Any]] = {
        "count": {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": _LARGEST},
        "day": {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY},
        "name": {"validate": "list", "source": f"={LISTED}!$A$1:$A${max(len(form.units), 1)}"},
    }
    for at, column in enumerate(form.columns):
        if column.takes in rules:
            wrong = {"error_title": form.title[:32], "error_message": form.wrong[column.takes]}
            sheet.data_validation(f"{a1(first, at)}:{a1(last, at)}", rules[column.takes] | wrong)
