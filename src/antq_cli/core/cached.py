"""What is remembered outside the book, as somebody asks for it."""

from collections.abc import Sequence
from typing import NamedTuple


class CachedKind(NamedTuple):
    """How many entries of a kind there are, how many bytes they have, and how many were just removed."""

    kind: str
    entries: int
    bytes: int
    removed: int


class Cached(NamedTuple):
    """The folder in which entries are, None where there is no place for any, and the entries by their kinds."""

    folder: str | None
    kinds: Sequence[CachedKind]

    @property
    def removed(self) -> int:
        """How many entries were removed."""
        return sum(kind.removed for kind in self.kinds)
