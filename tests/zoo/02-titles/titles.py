"""Titles and a blank row stand above the head."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, "ỦY BAN NHÂN DÂN HUYỆN CẨM THỦY")
    sheet.row(2, "BIỂU TỔNG HỢP KÝ CAM KẾT")
    sheet.row(3, "(Tính đến ngày 31/8/2021)")
    sheet.row(5, *HEAD)
    sheet.rows(6)
    return book
