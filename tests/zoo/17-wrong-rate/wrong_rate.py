"""One of the rates beside the counts is wrong."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD, "Tỷ lệ (%)")
    rates = (94.08, 96.96, 98.5, 100, 93.69, 97.26)
    behind = sheet.rows(2)
    for row, rate in zip(range(2, behind), rates, strict=True):
        sheet.row(row, rate, first=5)
    return book
