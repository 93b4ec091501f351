"""Two residential areas bear one name; both could be meant."""

from tests.zoo.kit import Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, "Khu dân cư", "Số tổ")
    sheet.row(2, "Thôn Chiềng", 1)
    sheet.row(3, "Thôn Quý Sơn", 2)
    sheet.row(4, "Thôn Lương Thuận", 1)
    return book
