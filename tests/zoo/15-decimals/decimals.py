"""Somebody typed 3.876 where a point is a decimal point."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(2, 3.876, first=4)
    return book
