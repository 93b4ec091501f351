"""A table as Excel saves it as Unicode text."""

from tests.zoo.kit import Text, table


def make() -> Text:
    return Text(table(), "\t", "utf-16")
