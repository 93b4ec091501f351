"""How rows are to be ordered, and how many of them are wanted."""

from typing import Literal, NamedTuple

Sorting = Literal["code", "name", "rate", "missing", "change"]
SORTINGS: tuple[Sorting, ...] = ("code", "name", "rate", "missing", "change")
# What stands before a word that turns its order round.
BACK = "-"


class Order(NamedTuple):
    """What rows go by: codes and names from the first on, numbers from the highest on; ``back`` is the other way."""

    by: Sorting = "code"
    back: bool = False

    @property
    def descending(self) -> bool:
        """Whether what is more stands first: of numbers by itself, of codes and names only the other way round."""
        return (self.by not in ("code", "name")) is not self.back


class Arrangement(NamedTuple):
    """Which of the units of a level are wanted: in what order, the first so many, only those below the target."""

    order: Order | None = None
    top: int | None = None
    below_target: bool = False

    @property
    def asked(self) -> bool:
        """Whether an order, the first so many, or those below the target were asked for at all."""
        return self != Arrangement()

    @property
    def by(self) -> Order:
        """Return the order, by code where none is asked for."""
        return self.order or Order()
