"""A row, a column and a sheet are hidden."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(8, None, "Tổng cộng", 12693, 12198)
    sheet.hide_row(4)
    sheet.hide_column("C")
    draft = book.sheet("Nháp")
    draft.row(1, *HEAD)
    draft.row(2, 1, "Phong Sơn", 1, 1)
    draft.hide()
    return book
