"""A number and the totals are formulas that nobody ever calculated."""

from tests.zoo.kit import HEAD, Formula, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(4, Formula("=D3+349"), first=4)
    sheet.row(8, None, "Tổng", Formula("=SUM(C2:C7)"), Formula("=SUM(D2:D7)"))
    return book
