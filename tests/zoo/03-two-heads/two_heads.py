"""The head has two rows; what stands above is merged."""

from tests.zoo.kit import Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.merge("A1:A2", "TT")
    sheet.merge("B1:B2", "Đơn vị")
    sheet.merge("C1:E1", "Hộ gia đình")
    sheet.row(2, "Tổng số", "Đã ký", "Tỷ lệ (%)", first=3)
    rates = (94.08, 96.96, 99.5, 100, 93.69, 97.26)
    behind = sheet.rows(3)
    for row, rate in zip(range(3, behind), rates, strict=True):
        sheet.row(row, rate, first=5)
    return book
