"""Two neighbours differ in one letter; a third name is neither of them."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.row(2, 1, "Cẩm Tâm", 1105, 1080)
    sheet.row(3, 2, "Cẩm Tân", 1342, 1299)
    sheet.row(4, 3, "Cẩm Tăm", 1100, 1081)
    return book
