"""The head has three rows, with a part of what was signed."""

from tests.zoo.kit import COMMUNES, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.merge("A1:A3", "TT")
    sheet.merge("B1:B3", "Đơn vị")
    sheet.merge("C1:F1", "Hộ gia đình")
    sheet.merge("C2:C3", "Tổng số")
    sheet.merge("D2:D3", "Đã ký")
    sheet.merge("E2:F2", "Trong đó")
    sheet.row(3, "Hộ nghèo", "Hộ khác", first=5)
    behind = sheet.rows(4)
    for row, poor in zip(range(4, behind), (120, 80, 95, 40, 110, 60), strict=True):
        sheet.row(row, poor, COMMUNES[row - 4].signed - poor, first=5)
    return book
