"""Two communes stand there twice, one of them with other numbers."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(8, 7, "Phong Sơn", 4120, 3876)
    sheet.row(9, 8, "Cẩm Thành", 1908, 1805)
    return book
