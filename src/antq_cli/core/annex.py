"""The annex: one row a unit, with the figures of every family beside each other."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.figures import Kind, Ordering, Summary
from antq_cli.core.measures import Measure


class AnnexRow(NamedTuple):
    """A unit of an annex; its figures are those of the summaries that are of it.

    ``number`` is which row it is, from 1, None of the whole and of what is held above the level, whose ``level`` is
    None as well. ``rank`` is its place by the rate that it is ordered by, shared by equal rates; None where there is
    none. ``models`` is how many there are of all kinds that are asked for, None where that of one of them is not known.
    ``above`` is the name of what it lies in, None where no other unit bears its own name. ``units`` is how many units
    that are not shown it is the sum of, None of all others.
    """

    number: int | None
    rank: int | None
    unit: str
    unit_name: str
    level: str | None
    models: int | None
    above: str | None = None
    units: int | None = None


class Annex(NamedTuple):
    """The units of a level with everything that is known of each of them; ``totals`` has the unit above them.

    ``summaries`` are those of the families, of the standard one a kind of subject. ``measures`` are the columns, in the
    order of the families. Where an order is asked for, ``ordering`` says by what, and ``omitted`` is the sum of the
    units that are not shown, None where all are.
    """

    summaries: Sequence[Summary]
    measures: Sequence[Measure]
    rows: Sequence[AnnexRow]
    totals: Sequence[AnnexRow]
    as_of: date
    unit: str
    unit_name: str
    by: str
    basis: date
    ordering: Ordering | None = None
    omitted: AnnexRow | None = None

    @property
    def ranked(self) -> bool:
        """Whether the units are ordered by a rate, so that each has a place by it."""
        return self.ordering is not None and self.ordering.order.by == "rate"

    @property
    def kinds(self) -> dict[Measure, Kind]:
        """The kind of each column by its measure, which may be a part of the kind: who meets the standard."""
        every = {kind.measure: kind for summary in self.summaries for kind in summary.kinds}
        return {measure: every[measure.of(None)] for measure in self.measures}
