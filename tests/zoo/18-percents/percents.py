"""Rates are parts of one, shown as percents, or texts."""

from tests.zoo.kit import HEAD, Shown, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD, "Tỷ lệ (%)")
    rates = (
        Shown(0.9408, "0.00%"),
        "96,96%",
        Shown(0.995, "0.00%"),
        Shown(1, "0%"),
        "93,69 %",
        Shown(0.97264, "0.00%"),
    )
    behind = sheet.rows(2)
    for row, rate in zip(range(2, behind), rates, strict=True):
        sheet.row(row, rate, first=5)
    return book
