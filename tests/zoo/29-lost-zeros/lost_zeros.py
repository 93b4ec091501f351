"""Codes that begin with zeros: a text, a number that is shown with them, a number that has lost them."""

from tests.zoo.kit import Shown, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, "Mã", "Số tổ")
    sheet.row(2, "00122", 1)
    sheet.row(3, Shown(123, "00000"), 2)
    sheet.row(4, 124, 1)
    return book
