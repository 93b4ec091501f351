"""A sheet without anything odd."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    return book
