"""Values of findings that are more than a text, a number or a day. ``words`` shows every value by its type alone."""

from typing import NamedTuple

# What the system calls the troubles with a file for which there are words (``why.NAME``); of others it says itself.
TROUBLES = ("FileNotFoundError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "NoRegularFileError")


class Said(NamedTuple):
    """A word for which there is a text in ``words``; the text may name the other values of the finding."""

    group: str
    word: str

    @property
    def key(self) -> str:
        """The key of its text in ``words``: ``GROUP.WORD``."""
        return f"{self.group}.{self.word}"

    def __str__(self) -> str:
        """Return the word, which is the same in every language."""
        return self.word


class Named(NamedTuple):
    """An id that may be written, and what it is called in both languages, where it has a name.

    Where the book gives it none, ``words`` may have one under a ``key``; what has a key is no proper name.
    """

    id: str
    vi: str | None
    en: str | None
    key: str = ""

    def __str__(self) -> str:
        """Return the id, which is the same in every language."""
        return self.id


class Name(NamedTuple):
    """What something is called in both languages, of which nobody has to write the id: that stands for no name."""

    id: str
    vi: str | None
    en: str | None


class Share(NamedTuple):
    """How many there are, of how many where there is a total, and the percentage where it is to be told.

    Of what is said as a percentage alone the number is None.
    """

    num: int | None
    den: int | None
    percent: str | None = None


class Decimal(str):
    """A number with a point, as machines write it."""

    __slots__ = ()


class MovedError(Exception):
    """A book was changed while it was read: what was read of it is of two books, and is read again."""


class UnansweredError(Exception):
    """Something is asked of rows that are not held, and it is not known what they answer: they have to be held."""


class LostWorkerError(Exception):
    """A process that counted for this one was ended before it was done, mostly because memory ran out."""


def trouble(error: OSError) -> dict[str, object]:
    """Return why a file cannot be had, as the values ``why`` and, in the words of the system, ``detail``."""
    name = type(error).__name__
    return {"why": Said("why", name if name in TROUBLES else "other"), "detail": error.strerror or str(error)}
