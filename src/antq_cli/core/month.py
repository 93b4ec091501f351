"""The month's page: how the campaign stood at the end of a period, and what has to be asked about."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.claims import HeldClaim
from antq_cli.core.figures import Change, Figure, Kind, Summary
from antq_cli.core.ratio import written
from antq_cli.core.registers import Partner
from antq_cli.core.reporting import Expected, Reporter


class Silent(NamedTuple):
    """Who did not report a kind for a period: how many of those who were to, and who they are, by code."""

    expected: Expected
    reporters: Sequence[Reporter]


class Furthest(NamedTuple):
    """A unit that is further from a kind's target than most; ``target`` is in hundredths of a percent.

    ``above`` is the name of the unit in which it lies, None where no other unit bears its own name.
    """

    kind: Kind
    target: int
    figure: Figure
    needed: int | None
    above: str | None

    @property
    def percent(self) -> str:
        """Return the target as a percentage with two decimals and a point."""
        return written(self.target)


class TogetherChange(NamedTuple):
    """By how many the things of all kinds together changed; None where either number is not known.

    ``old`` says that the number of any kind was old on either day.
    """

    num: int | None
    old: bool = False


class ChangedBy(NamedTuple):
    """What the change of a pledge kind within the period is made of: its flows, and by how many it changed ``others``.

    Those joined with a pledge, moved into the unit or out of it, left, or renewed: signed while their pledge was in
    force, or after it lapsed within the period. ``lapsed`` is None of what does not lapse.
    """

    kind: Kind
    change: Change
    signed: Figure
    withdrawn: Figure
    lapsed: Figure | None
    others: int


class Month(NamedTuple):
    """How a campaign stood at a unit at the end of a period, beside the end of another one.

    ``summaries`` are those of the families, of the standard one a kind of subject; with what they are compared with,
    each has it ``before``. ``together`` says that models are told in one number, of which ``models`` is the change.
    ``claims`` are those of the whole book, up to the day, that differ, so they stand only where the unit is the top.
    ``partners`` are those of the day, of the whole campaign: where only some kinds are asked for there are none.
    ``changed_by`` are the kinds of pledges whose change is not that of their flows alone.
    """

    summaries: Sequence[Summary]
    together: bool
    models: TogetherChange
    silent: Sequence[Silent]
    furthest: Sequence[Furthest]
    claims: Sequence[HeldClaim]
    period: Period | None
    as_of: date
    unit: str
    unit_name: str
    basis: date
    partners: Sequence[Partner]
    changed_by: Sequence[ChangedBy]

    @property
    def before(self) -> Summary | None:
        """Return a summary of the day that all is compared with; None where there is no such day."""
        return next((each.before for each in self.summaries if each.before is not None), None)
