"""Two sources of one figure, beside each other and never blended."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.figures import Figure, Kind

# What a return stands beside, and what the book uses: the journal or a register, or finer or coarser returns.
Beside = Literal["journal", "register", "finer-returns", "coarser-returns"]


class Pair(NamedTuple):
    """What a unit reported on a day, and what the book counts there: two numbers for one figure.

    ``recounted`` is the book's figure, which it uses; ``beside`` says from which source. ``num`` and ``den`` are what
    the book has more than was reported, None where that cannot be told: where some did not report, or where a row is
    left out of the book's figure. ``factor`` is the verification factor, recounted by reported, with four decimals:
    below 1 too much was reported. ``reports`` of ``expected`` returns add up to what was reported. ``above`` is the
    name of what the unit lies in, None where no other unit of its level bears its own name. ``waived`` is why the book
    waives the difference, None where it does not.
    """

    kind: Kind
    unit: str
    unit_name: str
    level: str
    date: date
    reported_num: int
    reported_den: int | None
    recounted: Figure
    num: int | None
    den: int | None
    factor: str | None
    beside: Beside
    reports: int
    expected: int
    sheet: str | None
    above: str | None = None
    waived: str | None = None

    @property
    def rule(self) -> str:
        """Return the code of the rule that tells a difference: R201 of journal and registers, R202 of returns."""
        return "R201" if self.beside in ("journal", "register") else "R202"

    @property
    def differs(self) -> bool:
        """Whether the two are known to differ; what cannot be told is no difference."""
        return bool(self.num or self.den)


class SideBySide(NamedTuple):
    """The pairs of one kind and one other source: so many ``rows``, of which ``differ`` are known to differ."""

    kind: Kind
    beside: Beside
    pairs: Sequence[Pair]
    rows: int
    differ: int


class Reconciled(NamedTuple):
    """Every pair of sources at a unit and below it, by kind, unit and day; and kind by kind.

    ``compared`` are the numbers of the returns of which the difference can be told, by the rule that tells it.
    """

    pairs: Sequence[Pair]
    kinds: Sequence[SideBySide]
    unit: str
    unit_name: str
    compared: Mapping[str, Collection[int]]


_WHOLE = 10_000  # a factor of 1 in its last decimals


def factor_of(recounted: int, reported: int) -> str | None:
    """Return the verification factor with four decimals, rounded half up; None where nothing was reported.

    1.0000 stands only where the two are equal. Source: the data quality reviews of DHIS2 (verification factor).
    """
    if not reported:
        return None
    rounded = (2 * _WHOLE * recounted + reported) // (2 * reported)
    if rounded == _WHOLE and recounted != reported:
        rounded += 1 if recounted > reported else -1
    return f"{rounded // _WHOLE}.{rounded % _WHOLE:04d}"
