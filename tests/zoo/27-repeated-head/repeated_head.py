"""The head is repeated where a page ends."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    for number, figures in enumerate(COMMUNES, 1):
        sheet.row(number + (1 if number <= 3 else 2), number, *figures)
    sheet.row(5, *HEAD)
    return book
