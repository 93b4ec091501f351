"""Units are named with their kinds, written in every way."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    names = ("TT. Phong Sơn", "Xã Cẩm Thành", "x. Cẩm Quý", "xã Cẩm Lương", "CẨM THẠCH", "X.Cẩm Liên")
    for number, (name, figures) in enumerate(zip(names, COMMUNES, strict=True), 1):
        sheet.row(number + 1, number, name, figures.total, figures.signed)
    return book
