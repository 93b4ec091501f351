"""The annex: one row a unit, with the figures of every family beside each other."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.figures import Kind, Summary
from antq_cli.core.measures import Measure


class AnnexRow(NamedTuple):
    """A unit of an annex; its figures are those of the summaries that are of it.

    ``number`` is which row it is, from 1, None of the whole and of what is held above the level, whose ``level`` is
    None as well. ``rank`` is its place by the rate that it is ordered by, shared by equal rates; None where there is
    none. ``models`` is how many there are of all kinds that are asked for, None where that of one of them is not known.
    ``above`` is the name of what it lies in, None where no other unit bears its own name.
    """

    number: int | None
    rank: int | None
    unit: str
    unit_name: str
    level: str | None
    models: int | None
    above: str | None = None


class Annex(NamedTuple):
    """The units of a level with everything that is known of each of them; ``totals`` has the unit above them.

    ``summaries`` are those of the families, of the standard one a kind of subject. ``measures`` are the columns, in the
    order of the families; ``ranked`` is the kind by whose rate the rows are ordered, None where they go by code.
    """

    summaries: Sequence[Summary]
    measures: Sequence[Measure]
    rows: Sequence[AnnexRow]
    totals: Sequence[AnnexRow]
    ranked: Kind | None
    as_of: date
    unit: str
    unit_name: str
    by: str
    basis: date

    @property
    def kinds(self) -> dict[Measure, Kind]:
        """Return the kind of each column."""
        every = {kind.measure: kind for summary in self.summaries for kind in summary.kinds}
        return {measure: every[measure.of(None)] for measure in self.measures}
