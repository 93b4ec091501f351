"""Numbers are texts, with dots between the thousands."""

from tests.zoo.kit import Workbook, table


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    for number, line in enumerate(table("."), 1):
        sheet.row(number, *line)
    return book
