"""What is asked of a book, in the form that every answer takes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.units.daymap import DayMap
from antq_cli.units.forest import Forest, forest_of


class Query(NamedTuple):
    """A day, or the days of a period up to it; at a unit of the basis, or by the units of a level in it.

    ``unit`` is a number of the atlas, open on the basis; None is the top. ``kinds`` are ids; none are all. ``rest``
    asks for the row of what is held above the level even where that is nothing. ``flows`` says whether what happened
    within the period is asked for too. Of the standard alone: the name of a ``window``, and whether its ``criteria``
    are to be shown. ``others`` are further units, each of which is answered as if it were asked for alone; ``tree`` are
    levels above ``by`` whose units have subtotals. ``partly`` asks for what can be told where a basis has no place for
    something.
    """

    day: date
    unit: int | None = None
    by: str | None = None
    kinds: Sequence[str] = ()
    basis: date | None = None
    period: Period | None = None
    rest: bool = False
    window: str | None = None
    criteria: bool = False
    flows: bool = True
    others: Sequence[int] = ()
    tree: Sequence[str] = ()
    partly: bool = False

    @property
    def flowing(self) -> Period | None:
        """The period whose flows are asked for; None where there is no period, or only stocks are wanted."""
        return self.period if self.flows else None

    def asked(self, map_: DayMap) -> list[int]:
        """Return the units that are asked for, in the order in which they are."""
        unit = map_.top if self.unit is None else self.unit
        assert unit is not None
        return [unit, *self.others]

    def forest(self, map_: DayMap) -> Forest | None:
        """Return which total each unit stands under; None where only the units themselves are asked for."""
        return None if self.by is None else forest_of(map_, (*self.asked(map_),), self.by, (*self.tree,))

    def units(self, map_: DayMap) -> list[int]:
        """Return the units of a map of which figures are asked for."""
        forest = self.forest(map_)
        if forest is None:
            return self.asked(map_)
        return [unit for group in forest.groups() for unit in (group.unit, *group.rows)]
