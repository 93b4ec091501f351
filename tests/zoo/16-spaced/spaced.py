"""Numbers are texts, with no-break spaces between the thousands."""

from tests.zoo.kit import Workbook, table


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    for number, line in enumerate(table("\u00a0"), 1):
        sheet.row(number, *line)
    return book
