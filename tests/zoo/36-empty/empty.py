"""A sheet is empty, another has a head alone."""

from tests.zoo.kit import HEAD, Workbook


def make() -> Workbook:
    book = Workbook()
    book.sheet("Trống")
    book.sheet("Biểu 01").row(1, *HEAD)
    return book
