"""Figures with their numbers: the rows that every counting command returns, and the tables they make."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.findings import Finding

State = Literal["suppressed", "below-grain", "not-reported", "partial", "no-denominator", "counted"]


class Figure(NamedTuple):
    """A measure at a unit on a date, with its numbers.

    ``figure`` is the id; it is None on the row of what is held above the level that was asked for, which is a rest
    and no figure, and whose ``level`` is None. ``num``, ``den`` and ``remaining`` are counts, ``percent`` has two
    decimals and a point. ``reported`` of ``expected`` units sent a return; both are None where nothing is reported.
    """

    figure: str | None
    measure: str
    unit: str
    unit_name: str
    level: str | None
    state: State
    num: int | None
    den: int | None
    percent: str | None
    remaining: int | None
    reported: int | None
    expected: int | None
    counted_on: tuple[date, date] | None
    left_out: int


class Kind(NamedTuple):
    """What a table says of a measure: its id, its names in both languages as the manifest gives them, its source."""

    measure: str
    id: str
    vi: str | None
    en: str | None
    source: str


class Summary(NamedTuple):
    """The figures of some kinds at a unit on a day; with ``by``, at the units of a level that lie in it.

    ``rows`` are the figures asked for, ``totals`` those of the unit above them where there is ``by``.
    """

    kinds: Sequence[Kind]
    as_of: date
    unit: str
    unit_name: str
    by: str | None
    rows: Sequence[Figure]
    totals: Sequence[Figure]
    findings: Sequence[Finding]
    before_everything: bool = False

    @property
    def anything(self) -> bool:
        """Return whether any row has a numerator; before the first dated row of the book none is one."""
        return not self.before_everything and any(row.num is not None for row in (*self.rows, *self.totals))

    @property
    def left_out(self) -> bool:
        """Return whether a row that could not be read or placed is missing from any figure."""
        return any(row.left_out for row in (*self.rows, *self.totals))
