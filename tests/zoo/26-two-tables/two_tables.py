"""Two tables stand in one sheet, one beneath the other."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    for number, figures in enumerate(COMMUNES[:3], 1):
        sheet.row(number + 1, number, *figures)
    sheet.row(6, "Học sinh ký cam kết")
    sheet.row(7, "TT", "Đơn vị", "Số học sinh đã ký")
    sheet.row(8, 1, "Phong Sơn", 2100)
    sheet.row(9, 2, "Cẩm Thành", 640)
    return book
