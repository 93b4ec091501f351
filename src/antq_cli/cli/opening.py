"""The book of a request: found and opened once, when it is first needed, and still known where the line is refused."""

from pathlib import Path
from typing import TYPE_CHECKING

from antq_cli.cli.environment import environment
from antq_cli.reading.folders import nearest

if TYPE_CHECKING:
    from antq_cli.reading.book import Book  # reading loads the models: who only looks for the folder needs none


class Opening:
    """The book that ``--book`` asks for, else ANTQ_BOOK, else the nearest upward. ``opened`` is None until it is."""

    def __init__(self, asked: str | None = None) -> None:
        self._asked = asked
        self.opened: Book | None = None

    def folder(self) -> Path | None:
        """Find the folder; None where there is no book."""
        return nearest(self._asked or environment().book, Path.cwd())

    def open(self) -> "Book":
        """Open the book, if it is not open; raises :class:`Refused`."""
        from antq_cli.reading.book import open_book

        if self.opened is None:
            self.opened = open_book(self._asked or environment().book, Path.cwd())
        return self.opened
