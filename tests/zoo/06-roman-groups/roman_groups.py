"""Two groups with Roman numerals; the rows are numbered through."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    sheet.row(2, "I", "Vùng thấp")
    for number, figures in enumerate(COMMUNES, 1):
        sheet.row(number + (2 if number <= 3 else 3), number, *figures)
    sheet.row(6, "II", "Vùng cao")
    return book
