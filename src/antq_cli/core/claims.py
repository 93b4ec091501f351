"""Claims: figures that somebody published, and what the book has in their place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.cells import VALUE
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import Measure
from antq_cli.core.ratio import Ratio, decimal

Verdict = Literal["agrees", "agrees (same source)", "differs", "unverifiable"]
# Why a claim cannot be verified: whatever the registers hold, or because of what they lack.
Never = Literal["undeclared", "no-unit", "no-flow", "unrated", "unreachable"]
_Lacking = Literal["below-grain", "not-reported", "not-assessed", "partial", "left-out", "no-denominator"]
Unverifiable = Literal[Never, _Lacking]
VERDICTS: tuple[Verdict, ...] = ("agrees", "agrees (same source)", "differs", "unverifiable")


class Asserted(NamedTuple):
    """What was published: a count, a ratio of counts, or a percentage with its decimals, as written with a point."""

    num: int | None
    den: int | None
    percent: str | None


class Difference(NamedTuple):
    """What the book lacks to what was published; negative where it has more.

    Of a percentage: how many more it takes to round to it, and to reach it; None where no count rounds to it.
    """

    num: int | None = None
    den: int | None = None
    to_round: int | None = None
    to_reach: int | None = None


class ClaimOf(NamedTuple):
    """What a claim is of: its measure at a unit on its ``last`` day, of what happened from its ``first`` day on.

    ``kind`` is None where the manifest does not declare the measure, ``unit_name`` where nobody bears the code.
    ``basis`` is the day of the map, None where that is the last day. ``households`` says that it counts them.
    """

    measure: Measure
    kind: Kind | None
    unit: str
    unit_name: str | None
    first: date | None
    last: date
    basis: date | None
    households: bool = False


class HeldClaim(NamedTuple):
    """A claim held against the book, and what it is ``of``. ``why`` says why it cannot be verified.

    ``counted_on`` are days of the count. ``withheld`` says that the figure names a household where a unit should stand:
    then nobody is shown it. ``note`` is what its row says of it, and ``waived`` why the book waives what was found
    about it; None where nobody says anything.
    """

    id: str
    figure: str
    value: str
    source: str
    asserted: Asserted
    computed: Figure | None
    difference: Difference
    verdict: Verdict
    why: Unverifiable | None
    counted_on: tuple[date, date] | None
    of: ClaimOf
    withheld: bool = False
    note: str | None = None
    waived: str | None = None

    @property
    def counted_from(self) -> date | None:
        """The first of the days of the count; None where the book has no figure."""
        return self.counted_on and self.counted_on[0]

    @property
    def counted_to(self) -> date | None:
        """The last of the days of the count; None where the book has no figure."""
        return self.counted_on and self.counted_on[1]


class Claims(NamedTuple):
    """All claims of a book, by id; ``verdicts`` is how many have which."""

    held: Sequence[HeldClaim]
    verdicts: Mapping[Verdict, int]


def with_verdicts(held: Sequence[HeldClaim]) -> Claims:
    """The claims, and how many have which verdict; one that none has is there with 0."""
    counts = Counter(each.verdict for each in held)
    return Claims(held, {verdict: counts[verdict] for verdict in VERDICTS})


def asserted(value: str) -> Asserted:
    """Return what the value of a claim says; it has the grammar of :data:`VALUE`."""
    found = VALUE.fullmatch(value)
    assert found is not None
    num, den = (None if found[part] is None else int(found[part]) for part in ("num", "den"))
    return Asserted(num, den, found["percent"] and decimal(found["percent"]))


def rounds_to(num: int, den: int, percent: str) -> bool:
    """Return whether a ratio, rounded half up to the decimals of a percentage, is that percentage.

    100 % is only the whole, 0 % only nothing; so what antq prints itself, 99.99 of nearly all, agrees as well.
    """
    if percent == Ratio(num, den).percent():
        return True
    if _units(percent) in (0, _whole(percent)):
        return num * _whole(percent) == _units(percent) * den
    return (2 * _whole(percent) * num + den) // (2 * den) == _units(percent)


def lacking(num: int, den: int, percent: str) -> Difference:
    """Return how many more than ``num`` of ``den`` it takes to round to a percentage, and to reach it."""
    units, whole = _units(percent), _whole(percent)
    lowest = -(-den * (2 * units - 1) // (2 * whole))
    highest = -(-den * (2 * units + 1) // (2 * whole)) - 1
    if units in (0, whole):
        lowest = highest = den if units else 0
    elif whole == _OWN:  # as antq itself prints it, what is nearly all or nothing is not all and not nothing
        lowest = {1: 1, whole + 1: den + 1}.get(units, lowest)
        highest = max(highest, den - 1) if units == whole - 1 else highest
    reached = -(-den * units // whole) if num * whole < units * den else den * units // whole
    nearest = lowest if num < lowest else min(num, highest)
    return Difference(to_round=nearest - num if lowest <= highest else None, to_reach=reached - num)


# 100 % in units of the second decimal, which antq prints.
_OWN = 10_000


def _whole(percent: str) -> int:
    """Return 100 % in units of the last decimal of a percentage."""
    return int(100 * 10 ** len(percent.partition(".")[2]))


def _units(percent: str) -> int:
    return int(percent.replace(".", ""))
