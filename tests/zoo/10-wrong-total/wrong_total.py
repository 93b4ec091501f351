"""A total is ten more than the rows make."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(8, None, "Tổng cộng", 12693, 12208)
    return book
