"""Somebody sent the names of people along; no such person and number is there."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD, "Họ và tên người ký", "Số CCCD")
    people = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D", "Bùi Văn E", "Hà Thị G")
    behind = sheet.rows(2)
    for row, name in zip(range(2, behind), people, strict=True):
        sheet.row(row, name, f"03809900000{row}", first=5)
    return book
