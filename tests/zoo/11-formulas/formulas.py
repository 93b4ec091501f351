"""Numbers and totals are formulas, calculated by whoever saved the file."""

from tests.zoo.kit import HEAD, Formula, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(3, Formula("=1900+8", 1908), Formula("=1908-58", 1850), first=3)
    sheet.row(8, None, "Tổng", Formula("=SUM(C2:C7)", 12693), Formula("=SUM(D2:D7)", 12198))
    return book
