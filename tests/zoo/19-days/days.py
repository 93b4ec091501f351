"""A day is written in each row, in every way."""

from tests.zoo.kit import HEAD, Shown, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD, "Ngày")
    days = (44439, Shown(44439, "dd/mm/yyyy"), "31/8/2021", "ngày 31 tháng 8 năm 2021", 2021, "2021-08-31")
    behind = sheet.rows(2)
    for row, day in zip(range(2, behind), days, strict=True):
        sheet.row(row, day, first=5)
    return book
