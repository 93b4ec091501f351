"""The campaign on one page."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.claims import Claims
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.registers import Directive, Partner
from antq_cli.core.standards import Standards


class Overview(NamedTuple):
    """Everything that is known of a campaign at a unit on a day.

    ``activities`` are those of the year up to the day. ``partners`` are those of the day. ``claims`` are of the whole
    book, so they stand only where the unit is the top; so many more are of ``later`` days, and not told. ``unjudged``
    are the organisations that sign, by kind, which the standard judges of some kinds and not of theirs.
    """

    pledges: Summary
    teams: Summary
    models: Summary
    activities: Summary
    standards: Standards
    claims: Claims
    later: int
    directives: Sequence[Directive]
    partners: Sequence[Partner]
    as_of: date
    unit: str
    unit_name: str
    unjudged: Sequence[Figure] = ()

    @property
    def summaries(self) -> list[Summary]:
        """Return the summaries of the families, in the order of the page."""
        subjects = (subject.summary for subject in self.standards.subjects)
        return [self.pledges, self.teams, self.models, self.activities, *subjects]

    @property
    def figures(self) -> list[Figure]:
        """Every figure on the page; all are of one unit, so there are no totals."""
        return [row for summary in self.summaries for row in summary.rows]
