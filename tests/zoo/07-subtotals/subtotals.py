"""Two groups with a subtotal each, and a total below."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.row(2, "A", "Cụm 1")
    sheet.row(6, None, "Cộng cụm 1", 8238, 7925)
    sheet.row(7, "B", "Cụm 2")
    sheet.row(11, None, "Cộng cụm 2", 4455, 4273)
    sheet.row(12, None, "Tổng cộng", 12693, 12198)
    for number, figures in enumerate(COMMUNES, 1):
        sheet.row(number + (2 if number <= 3 else 4), number, *figures)
    return book
