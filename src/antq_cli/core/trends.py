"""What trends and gaps return: figures over time, and the units that have not reached a target."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.calendars import Every, Period
from antq_cli.core.figures import Change, Figure, Key, Kind, Summary
from antq_cli.core.ordering import Order
from antq_cli.core.ratio import written


class Point(NamedTuple):
    """The stock at the end of a period, and how it changed since the point before, where that had the figure."""

    period: Period
    summary: Summary
    changes: Mapping[Key, Change]


class Trend(NamedTuple):
    """The same figures at the end of some periods in a row, all on one basis; the last is the summary of the day.

    ``since_first`` is how each figure of the last point changed since the first that is known. ``columns`` says that
    the periods are asked for beside each other. ``unended`` says that the last period had not ended by the day.
    """

    points: Sequence[Point]
    every: Every
    calendar: str
    since_first: Mapping[Key, Change]
    columns: bool = False
    unended: bool = False

    @property
    def last(self) -> Summary:
        """The summary at the last point, which is that of the day."""
        return self.points[-1].summary

    @property
    def late(self) -> list[Kind]:
        """Return the kinds of which nothing had been recorded at the first point, and something was at a later one."""
        first, *others = ({row.measure for row in point.summary.figures} for point in self.points)
        return [
            kind
            for kind in self.last.kinds
            if kind.measure not in first and any(kind.measure in each for each in others)
        ]

    def runs_on(self, period: Period) -> bool:
        """Return whether a period of it is the last one, and had not ended by the day."""
        return self.unended and period == self.points[-1].period


class Gap(NamedTuple):
    """A unit that has not reached the target, numbered; ``rank`` and ``needed`` are None if not known.

    Units that are equal in what they are ordered by share a number. ``needed`` is what reaches the target, rounded up.
    """

    rank: int | None
    figure: Figure
    needed: int | None


class KindGaps(NamedTuple):
    """The gaps of one pledge kind: those below the target, those of which it is not known, and the unit above them.

    ``target`` is in hundredths of a percent. Of the units of which it is ``known``, those ``below`` it need so many
    ``together``, and ``reached`` have reached it. ``omitted`` is the sum of those below it that are not shown, of
    which each needs for itself, ``omitted_apart`` that of those of which it is not known; None where all are shown.
    That the target is all of them is ``assumed`` where neither antq.toml nor who asks sets any.
    ``listed`` is what all organisations of the kind that is asked for come to, where others are in the total as well.
    """

    kind: Kind
    target: int
    ranked: Sequence[Gap]
    apart: Sequence[Gap]
    total: Gap
    known: int
    below: int
    together: int
    reached: int
    omitted: Gap | None = None
    omitted_apart: Gap | None = None
    listed: Gap | None = None
    assumed: bool = False

    @property
    def rest(self) -> Gap | None:
        """Return what is held above the level and short of the target; None where nothing is, or it is not known."""
        held = (gap for gap in self.apart if gap.figure.rest and not gap.figure.others)
        return next((gap for gap in held if gap.needed), None)

    @property
    def whole(self) -> Gap:
        """Return what stands under the units: what they come to, those that have reached the target among them."""
        return self.total if self.listed is None else self.listed

    @property
    def percent(self) -> str:
        """Return the target as a percentage with two decimals and a point."""
        return written(self.target)


class Gaps(NamedTuple):
    """The gaps of some kinds at the units of a level, each in the ``order``; None where none is asked for."""

    summary: Summary
    kinds: Sequence[KindGaps]
    order: Order | None = None
