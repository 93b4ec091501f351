"""A row of signs stands beneath the head."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD, "Tỷ lệ")
    sheet.row(2, "A", "B", "1", "2", "3=2/1")
    rates = (94.08, 96.96, 99.5, 100, 93.69, 97.26)
    behind = sheet.rows(3)
    for row, rate in zip(range(3, behind), rates, strict=True):
        sheet.row(row, rate, first=5)
    return book
