"""Each commune has a sheet of its own, which is called by it."""

from tests.zoo.kit import COMMUNES, HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    signed = {"Phong Sơn": (3500, 3876), "Cẩm Thành": (1750, 1850), "Cẩm Quý": (2100, 2199)}
    for name, total, _ in COMMUNES[:3]:
        sheet = book.sheet(name)
        sheet.row(1, "Ngày", *HEAD[2:])
        for row, (day, count) in enumerate(zip(("31/7/2021", "31/8/2021"), signed[name], strict=True), 2):
            sheet.row(row, day, total, count)
    return book
