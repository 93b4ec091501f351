"""The book of a request: found and opened once, when it is first needed, and still known where the line is refused."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from antq_cli.cli.environment import environment
from antq_cli.reading.folders import here, nearest

if TYPE_CHECKING:
    from antq_cli.reading.book import Book, Recall  # reading loads the models: who only looks for the folder needs none


class Opening:
    """The book that ``--book`` asks for, else ANTQ_BOOK, else the nearest upward.

    ``asked`` is what the option says, None where it is not written; ``opened`` is None until the book is. ``typed`` is
    what stood on stdin, once somebody has read it: for a book that is read again it does not stand there again.
    """

    def __init__(self, asked: str | None = None) -> None:
        self.asked = asked
        self.opened: Book | None = None
        self.typed: bytes | None = None
        self.may_part = False
        self.remembers = False
        self.recall: Recall | None = None

    def folder(self) -> Path | None:
        """Find the folder, as it was asked for or, seen from where one stands, the nearest; None where none is."""
        asked = self._wanted()
        found = nearest(asked, here())
        # Places begin with it, and are to be short, and clickable from where one stands.
        return found if found is None or asked is not None else Path(os.path.relpath(found, here()))

    def called(self) -> str:
        """Return what the folder is called to somebody who may stand elsewhere: as it was asked for, else in full."""
        folder = self.folder()
        return str(folder if folder is None or self._wanted() else folder.resolve())

    def open(self) -> "Book":
        """Open the book, if it is not open; raises :class:`Refused`."""
        from antq_cli.reading.book import open_book

        if self.opened is None:
            self.opened = open_book(self._said(), here())
            self.opened.may_part, self.opened.remembers = self.may_part, self.remembers
            self.opened.recall = self.recall
        return self.opened

    def as_it_is(self) -> "Book":
        """Open the book without what an interrupted change was to make of it; raises :class:`Refused`.

        So it is open to who ends such a change, whatever somebody has edited meanwhile.
        """
        from antq_cli.reading.book import find_book, read_book
        from antq_cli.reading.source import Folder

        folder = find_book(self._said(), here())
        self.opened = read_book(Folder(folder), folder)
        return self.opened

    def hold(self) -> None:
        """Have all rows of the book held, with nothing read of it as yet."""
        assert self.opened is not None
        self.opened = self.opened.anew(held=True)

    def again(self) -> None:
        """Forget the book, so that it is read as it is now by whoever opens it next."""
        self.opened = None

    def _said(self) -> str | None:
        folder = self.folder()
        return self._wanted() if folder is None else str(folder)

    def _wanted(self) -> str | None:
        return self.asked or environment().book
