"""Notes and places for signatures stand below the total."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.rows(2)
    sheet.row(8, None, "Tổng cộng", 12693, 12198)
    sheet.row(10, "Ghi chú: số hộ theo báo cáo của các xã, thị trấn.")
    sheet.row(11, "Cẩm Thủy, ngày 31 tháng 8 năm 2021", first=3)
    sheet.row(12, None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ")
    sheet.row(13, None, "(Ký, ghi rõ họ tên)", None, "(Ký tên, đóng dấu)")
    return book
