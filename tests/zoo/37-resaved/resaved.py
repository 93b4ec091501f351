"""The sheet of 07-subtotals, with formulas for its totals, as LibreOffice saved it: the file lies beside this script.

`python -m tests.zoo.resave` makes it anew where LibreOffice is installed.
"""

from pathlib import Path

from tests.zoo.kit import COMMUNES, HEAD, Formula, Resaved, Workbook

SAVED = Path(__file__).with_name("saved.xlsx")


def make() -> Resaved:
    return Resaved(original(), SAVED.read_bytes())


def original() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.merge("A1:D1", "BIỂU TỔNG HỢP")
    sheet.row(3, *HEAD)
    sheet.row(4, "A", "Cụm 1")
    sheet.row(8, None, "Cộng cụm 1", Formula("=SUM(C5:C7)", 8238), Formula("=SUM(D5:D7)", 7925))
    sheet.row(9, "B", "Cụm 2")
    sheet.row(13, None, "Cộng cụm 2", Formula("=SUM(C10:C12)", 4455), Formula("=SUM(D10:D12)", 4273))
    sheet.row(14, None, "Tổng cộng", Formula("=C8+C13", 12693), Formula("=D8+D13", 12198))
    for number, figures in enumerate(COMMUNES, 1):
        sheet.row(number + (4 if number <= 3 else 6), number, *figures)
    sheet.hide_row(6)
    return book
