"""A table as text, as old programs in Vietnam save it."""

from tests.zoo.kit import Text, old_windows, table


def make() -> Text:
    lines = [[old_windows(cell) for cell in line] for line in table()]
    return Text(lines, ";", "cp1258")
