"""What a total is called stands in a merged cell."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.merge("A8:B8", "Tổng cộng")
    sheet.row(8, 12693, 12198, first=3)
    return book
