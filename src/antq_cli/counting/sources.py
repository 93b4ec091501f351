"""A source is what a kind is counted from: what it reads, what that comes to, and the rows behind it.

``amounts`` is the fast way: it tallies. ``rows`` is the way back from a figure to the lines of the files: it gives
every row of every register that the figure looks at, once, with what the row does and why it does no more. Their sum
is the amounts, by law (tests/counting/test_rows.py).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Place
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.units.regrouping import Regrouping, Spot

# Why a row does what it does. ``counted`` has all the effect that such a row can have. Of those that are asked and not
# in the numerator, ``unsigned``, ``withdrawn``, ``lapsed`` and ``in-force`` say how the pledge stands; ``missing``: no
# team, result, return or number of members. ``reaches`` is said of what puts another row into the numerator.
# ``left-out``: it cannot be read or placed, and is counted as such; ``unplaced``: another row is, which it hangs on.
# The others have no effect, for what their words say: ``older`` than one that counts (or cannot be read),
# ``old`` where only fresh numbers are asked for, ``other-word``: an event or a result that is not asked for,
# ``other-days``: of another period or window, ``straddling``: in the period in part alone, ``looked-up``: it only says
# where others are.
Reason = Literal[
    "counted",
    "unsigned",
    "withdrawn",
    "lapsed",
    "in-force",
    "missing",
    "reaches",
    "reaches-none",
    "left-out",
    "unplaced",
    "not-yet",
    "left",
    "closed",
    "excluded",
    "exempt",
    "older",
    "old",
    "other-kind",
    "other-days",
    "straddling",
    "other-word",
    "not-the-grain",
    "looked-up",
]


class RowBehind(NamedTuple):
    """A row behind a figure: the register, the number of the row in its table, what it does, where, and why.

    A row that was left out in reading (``unread``) has its number among those. ``spot`` is where it lies; None is
    nowhere on the map, so that it can be seen at the top alone; a spot without a place on the basis is in none of its
    units.
    """

    register: str
    number: int
    unread: bool
    spot: Spot | None
    effect: Amount
    reason: Reason


def place_of(dataset: Dataset, behind: RowBehind) -> Place:
    """Where a row stands in the files: the place of the cell that says whom it is about."""
    table = dataset.book.table(behind.register)
    if behind.unread:
        return table.broken_place(behind.number)
    return table.place(behind.number, table.register.model.about)


class Trail:
    """Makes rows behind, of one register, with places as :class:`OwnAmounts` has them."""

    def __init__(self, register: str, regrouping: Regrouping) -> None:
        self._register = register
        self._regrouping = regrouping

    def put(
        self,
        number: int,
        site: int | None,
        amount: Amount,
        reason: Reason = "counted",
        *,
        itself: bool = False,
        unread: bool = False,
    ) -> RowBehind:
        """Return a row with an amount that it puts into a site; where that is nowhere, it is left out."""
        spot = self._regrouping.place(site, itself=itself)
        if spot is None:
            return RowBehind(self._register, number, unread, None, Amount(left_out=1), "left-out")
        return RowBehind(self._register, number, unread, spot, amount, reason)

    def hang(self, number: int, on: RowBehind, amount: Amount, reason: Reason, *, unread: bool = False) -> RowBehind:
        """Return a row that counts where another one does; where that one is left out, it has no effect."""
        if on.reason == "left-out":
            return RowBehind(self._register, number, unread, None, NOTHING, "unplaced")
        return RowBehind(self._register, number, unread, on.spot, amount, reason)

    def witness(self, number: int, site: int | None, reason: Reason) -> RowBehind:
        """Return a row without effect of its own; where it has no place on the day, it is left out."""
        if self._regrouping.map.place(site) is None:
            return self.put(number, site, NOTHING)
        return self.skip(number, site, reason)

    def leave_out(self, number: int, site: int | None, *, unread: bool = False) -> RowBehind:
        """A row that cannot be counted, where it would have been; at the top, where nobody can tell."""
        spot = self._regrouping.spot(site)
        return RowBehind(self._register, number, unread, spot, Amount(left_out=1), "left-out")

    def tell(self, number: int, site: int | None, amount: Amount, reason: Reason) -> RowBehind:
        """A row that is told beside the numbers and is in none of them, where it would have been."""
        return RowBehind(
            self._register, number, unread=False, spot=self._regrouping.spot(site), effect=amount, reason=reason
        )

    def skip(self, number: int, site: int | None, reason: Reason, *, unread: bool = False) -> RowBehind:
        """A row without effect, and the reason; its site still says behind which units it is to be seen."""
        return RowBehind(self._register, number, unread, self._regrouping.spot(site), NOTHING, reason)


class Source(ABC):
    """What one kind is counted from. What is wrong with the rows that it reads is reported when it is made."""

    def __init__(self, dataset: Dataset, measure: Measure) -> None:
        self.dataset = dataset
        self.measure = measure
        self.kind = measure.kind or ""

    @staticmethod
    @abstractmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """Return the registers that it looks at beside the units; its own comes first."""

    @property
    def registers(self) -> Sequence[str]:
        """The registers that it looks at beside the units; its own comes first."""
        return self.reads(self.dataset.manifest, self.measure)

    def begins(self) -> date | None:
        """Return the day of the first row that is of the kind; None of what has no days, or no rows."""
        return None

    @staticmethod
    def is_of_bodies(manifest: Manifest, measure: Measure, body: str) -> bool:
        """Return whether what is counted is of organisations of a kind, each of which has an amount of its own."""
        return False

    @abstractmethod
    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        """Return the own part of each unit, on the day or within the period; None where there can be no such."""

    def rows(
        self, part: str | None, regrouping: Regrouping, period: Period | None = None, unit: int | None = None
    ) -> Iterator[RowBehind]:
        """Yield the rows behind what is in a unit of the basis, or behind all; what has no place is at the top."""
        for row in self.behind(part, regrouping, period):
            if unit is None or _is_in(row, unit, regrouping):
                yield row

    @abstractmethod
    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every row of the registers that a part looks at, each once."""


def _is_in(row: RowBehind, unit: int, regrouping: Regrouping) -> bool:
    if row.spot is None:
        return unit == regrouping.basis.top
    return regrouping.lies_in(row.spot, unit)
