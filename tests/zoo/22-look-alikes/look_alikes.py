"""Names are written with letters that only look right, or with marks that stand apart."""

import unicodedata

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    sheet = book.sheet()
    sheet.row(1, *HEAD)
    names = (
        "Phong\u00a0Sơn",
        unicodedata.normalize("NFD", "Cẩm Thành"),
        "Cẩm\u200b Quý",
        "Cẩm L\u01a3\u01a1ng",
        "Cẩm Thạch\u200b",
        " Cẩm  Liên ",
    )
    for number, (name, figures) in enumerate(zip(names, COMMUNES, strict=True), 1):
        sheet.row(number + 1, number, name, figures.total, figures.signed)
    return book
