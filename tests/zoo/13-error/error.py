"""A count is an error."""

from tests.zoo.kit import HEAD, Formula, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(4, Formula("=#REF!+1", "#REF!"), first=4)
    return book
