"""What may be asked of plain households: those of one stretch, in which all their events lie, with nothing at fault.

Whoever is not plain is counted by :mod:`antq_cli.counting.journal`, and what comes of both adds up.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from antq_cli.counting.validity import State


class Stretch(NamedTuple):
    """What the stretches of some plain households have in common: the site, the days, and why they are not asked."""

    site: int
    first: str
    last: str
    excluded: str

    def there(self, day: str) -> bool:
        """Return whether a day lies in it."""
        return self.first <= day and (not self.last or day < self.last)


class Plain(Protocol):
    """The plain households of a piece, told by their stretches, each with a count of those that are alike."""

    def stretches(self) -> Iterator[tuple[Stretch, int]]:
        """Yield all of them."""
        ...

    def standings(self, kind: str, *days: str) -> Iterator[tuple[Stretch, tuple[State, ...], int]]:
        """Yield all of them with how their pledges of a kind stand on some days, whether or not they are there."""
        ...

    def events(self, kind: str, word: str, first: str, last: str) -> Iterator[tuple[Stretch, int]]:
        """Yield how many events of a kind and a word there are from one day to another, by whose they are."""
        ...

    def begins(self, kind: str) -> str | None:
        """Return the day of the first event of a kind, None where there is none."""
        ...
