"""The total stands above the rows that make it."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.row(2, None, "Toàn huyện", 12693, 12198)
    sheet.rows(3)
    return book
