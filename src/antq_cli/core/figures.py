"""Figures with their numbers: the rows that every counting command returns, and the tables they make."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from antq_cli.core.calendars import Period
from antq_cli.core.days import earlier
from antq_cli.core.measures import Measure
from antq_cli.core.ordering import Order
from antq_cli.core.ratio import points, written

if TYPE_CHECKING:  # models: who is refused waits for none
    from antq_cli.core.manifest import Level
    from antq_cli.core.sections import Names

# What the same figure of two days has in common: its measure, the code of its unit, and the level of that.
Key = tuple[Measure, str, str | None]
State = Literal["suppressed", "below-grain", "not-reported", "partial", "no-denominator", "counted"]


# What a figure says of an organisation alone.
OF_BODIES = ("organisation", "above")


class Figure(NamedTuple):
    """A measure at a unit on a date, with its numbers.

    ``figure`` is the id; it is None on the row of what is held above the level that was asked for, which is a rest
    and no figure, and whose ``level`` is None. So is that of an organisation, told for itself: it has its kind in
    ``organisation``, and ``above`` is the name of the unit in which it lies, where another one listed bears its name;
    the rest beside such is that of ``others``.
    ``num``, ``den`` and ``remaining`` are counts, ``percent`` has two decimals and a point. ``reported`` of
    ``expected`` units sent a return; both are None where nothing is reported. ``old`` of those reported are from
    before the period that is asked about; None where the source is not the returns. ``regrouped`` is None where the
    unit held the same on the day itself; else it is put together on the map of another day, and these are the codes
    of the units of its level, on the day itself, that have a part in it. ``under`` is the code of the unit in whose
    total it is, where there are several totals; None of one that is in no other total. ``units`` is None but of a sum
    of units that are not shown: how many they are. Such a sum is no figure either, and of no unit. ``straddling`` rows
    lie within the days of a flow in part alone, and are in none of its numbers; None of what is no sum of such rows.
    ``held`` of what is held above a level is the level of the unit that it lies in, and that of which it lies in none.
    """

    figure: str | None
    measure: Measure
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
    regrouped: tuple[str, ...] | None = None
    old: int | None = None
    under: str | None = None
    units: int | None = None
    organisation: str | None = None
    above: str | None = None
    others: bool = False
    straddling: int | None = None
    held: "tuple[Level, Level] | None" = None

    @property
    def rest(self) -> bool:
        """Return whether it is what is held above the units, or beside the organisations, that were asked for."""
        return self.level is None and self.organisation is None

    @property
    def key(self) -> Key:
        """Return what the same figure of another day has in common with this one."""
        return self.measure, self.unit, self.level

    @property
    def counted_from(self) -> date | None:
        """The day of the oldest return that was counted; None where none was."""
        return self.counted_on and self.counted_on[0]

    @property
    def counted_to(self) -> date | None:
        """The day of the newest return that was counted; None where none was."""
        return self.counted_on and self.counted_on[1]

    @property
    def tells(self) -> bool:
        """Return whether it tells something: what is held above a level may be nothing at all."""
        return not self.rest or any((self.num, self.den, self.expected, self.left_out, self.straddling))

    def record(self, *, grouped: bool = False, bodies: bool = False, flowing: bool = False) -> dict[str, Any]:
        """Return it as machines read it, the measure by its id.

        Only of what is ``grouped`` it tells the total above it, only among ``bodies`` what is said of organisations,
        only among sums that are ``flowing`` how many rows they straddle, and only of a sum how many units it is of.
        """
        told = {**self._asdict(), "measure": str(self.measure)}
        left_out = {"others", "held", *(() if grouped else ["under"]), *(() if bodies else OF_BODIES)}
        left_out |= set() if flowing else {"straddling"}
        if self.units is None:
            left_out.add("units")
        else:
            told |= {"unit": None, "unit_name": None}
        return {name: value for name, value in told.items() if name not in left_out}


class Change(NamedTuple):
    """How a figure changed: its rate in percentage points, its numerator, its denominator; None where not known.

    ``old`` says that it rests on a number that was old on either day.
    """

    points: str | None
    num: int | None
    den: int | None
    old: bool = False


def change(before: Figure | None, after: Figure) -> Change:
    """Return how a figure changed from one day to another; what was not wholly reported cannot be compared."""
    if before is None or "partial" in (before.state, after.state):
        return Change(None, None, None)
    old = bool(before.old or after.old)
    num = None if before.num is None or after.num is None else after.num - before.num
    if num is None or before.den is None or after.den is None:
        return Change(None, num, None, old and num is not None)
    moved = points((before.num or 0, before.den), (after.num or 0, after.den))
    return Change(moved, num, after.den - before.den, old)


def changes(before: Iterable[Figure], after: Iterable[Figure]) -> dict[Key, Change]:
    """Return how each of some figures changed since some others; one that was not among them has nothing to change."""
    was = {row.key: row for row in before}
    return {row.key: change(was.get(row.key), row) for row in after}


class Kind(NamedTuple):
    """What a table says of a measure: its id, its names in both languages as the manifest gives them, its source.

    ``lapses`` says whether a pledge ends by itself, ``target`` which rate it is to reach, in hundredths of a percent,
    None where none is set. ``reach`` is the level, or the kind of organisation, that teams or
    models are to reach, ``opened`` and ``closed`` are the days between which there is such a kind, by a ``law``.
    ``counts`` are the names of what activities count. ``grain`` is who reports, a level or a kind of organisation; None
    where it is not counted from reports.
    """

    measure: Measure
    id: str
    vi: str | None
    en: str | None
    source: str
    lapses: bool = False
    target: int | None = None
    reach: "Level | None" = None
    opened: date | None = None
    closed: date | None = None
    law: str | None = None
    counts: "Names | None" = None
    grain: str | None = None

    @property
    def last(self) -> date | None:
        """Return the last day on which there is such a kind; None where it has not ended."""
        return None if self.closed is None else earlier(self.closed)

    def exists(self, day: date) -> bool:
        """Whether there is such a kind on a day; on the day it is closed there is not."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)


class Control(NamedTuple):
    """A proof that a basis loses nothing: a measure at the top on the day itself, and at the top of the basis."""

    measure: str
    day: date
    then: str
    shown: str
    num: int
    den: int | None


class HouseholdsEach(NamedTuple):
    """How many households there are to each of what a figure counts, with one decimal; None where it is not known."""

    figure: Figure
    households: Figure | None
    each: str | None


class Together(NamedTuple):
    """How many kinds there are, and how many things of all of them; None where that of one of them is not known."""

    kinds: int
    num: int | None


class Asked(NamedTuple):
    """A unit that is asked for."""

    code: str
    name: str


class OfUnits(Protocol):
    """A result of one unit or of several, in the order in which they are asked for."""

    @property
    def asked(self) -> Sequence[Asked]:
        """The units, of which there is always one."""

    @property
    def how_many(self) -> int:
        """How many they are."""


class Ordering(NamedTuple):
    """The order that rows are in, and by the ``measure`` of which ``kind``; both are None where no number decides.

    ``known`` says whether there is anything by which any of them could be ordered.
    """

    order: Order
    kind: Kind | None = None
    measure: Measure | None = None
    known: bool = True


class BelowTarget(NamedTuple):
    """That only units below the target of a ``kind`` are shown: so many, of how many of which it is ``known``.

    ``target`` is in hundredths of a percent.
    """

    kind: Kind
    target: int
    below: int
    known: int

    @property
    def percent(self) -> str:
        """Return the target as a percentage with two decimals and a point."""
        return written(self.target)


class Summary(NamedTuple):
    """The figures of some kinds at a unit on a day; with ``by``, at the units of a level that lie in it.

    ``rows`` are the figures asked for, ``totals`` those of the unit above them where there is ``by``. Where several
    units are ``asked`` for, ``unit`` is the first of them, and rows and totals are those of each. ``tree`` are levels
    above that of the rows; the subtotals of their units stand behind the total of each unit. They are grouped by the
    map of the ``basis``; where that is another day's, ``control`` has the totals on both maps. With a ``period``
    the flows within it stand behind the stock on its last day; ``before`` is what all is compared with, and
    ``changes`` how each figure changed since. ``households`` are those of the same units, to be set beside teams, and
    ``each`` how many of them there are to each team; ``together`` adds up kinds that can be. ``above`` is the name of
    what a unit lies in, by its code, where several bear its own name. What is asked for in an ``ordering`` may be
    fewer units: ``omitted`` are the sums of the others, ``below`` says that it is those below a target. With ``bodies``
    the rows are organisations of the kind ``by``, of the kinds that those sign or report. ``unreachable`` are kinds of
    which something has no sure place on the basis, so that there are no figures of them. ``window`` is the year by
    which a kind of subject of the standard is judged, None where nothing in force judges it.
    """

    kinds: Sequence[Kind]
    as_of: date
    unit: str
    unit_name: str
    by: str | None
    rows: Sequence[Figure]
    totals: Sequence[Figure]
    basis: date
    before_everything: bool = False
    period: Period | None = None
    control: Sequence[Control] = ()
    before: "Summary | None" = None
    changes: Mapping[Key, Change] = MappingProxyType({})
    households: "Summary | None" = None
    each: Mapping[Key, HouseholdsEach] = MappingProxyType({})
    together: Together | None = None
    asked: Sequence[Asked] = ()
    tree: Sequence[str] = ()
    above: Mapping[str, str] = MappingProxyType({})
    ordering: Ordering | None = None
    omitted: Sequence[Figure] = ()
    below: BelowTarget | None = None
    bodies: bool = False
    unreachable: Sequence[Kind] = ()
    window: Period | None = None

    @property
    def several(self) -> bool:
        """Whether several units are asked for; the units of a level in one unit are ``by``, and not several."""
        return len(self.asked) > 1

    @property
    def how_many(self) -> int:
        """How many units are asked for: a title has no room for the names of very many."""
        return len(self.asked)

    @property
    def of_units(self) -> bool:
        """Return whether a row is of a unit among others, and not the one of the unit that is asked for."""
        return self.by is not None or self.several

    @property
    def flowing(self) -> bool:
        """Return whether its figures are flows alone, so that there may be rows that they straddle."""
        return any(kind.measure.flowing for kind in self.kinds)

    @property
    def grouped(self) -> bool:
        """Return whether there are several totals, each of the rows that stand under it."""
        return self.by is not None and (self.several or bool(self.tree))

    @property
    def figures(self) -> list[Figure]:
        """Return the rows and the totals, with sums of the units that are not shown."""
        return [*self.shown, *self.totals]

    @property
    def shown(self) -> Sequence[Figure]:
        """Return the rows; sums of the units that are not shown stand behind the units, before what is held above."""
        if not self.omitted:
            return self.rows
        units = [row for row in self.rows if not row.rest]
        return [*units, *self.omitted, *(row for row in self.rows if row.rest)]

    @property
    def anything(self) -> bool:
        """Return whether any row has a numerator; before the first dated row of the book none is one."""
        return not self.before_everything and any(row.num is not None for row in self.rows)

    @property
    def left_out(self) -> bool:
        """Return whether a row that could not be read or placed is missing from any figure, or keeps it from being."""
        beside = self.households is not None and self.households.left_out
        apart = self.unreachable or (self.before is not None and self.before.unreachable)
        return bool(apart) or beside or any(row.left_out for row in self.figures)

    def since(self, before: "Summary") -> "Summary":
        """Return the summary beside that of another day, with how each figure changed since."""
        return self._replace(before=before, changes=changes(before.figures, self.figures))


def aligned(summaries: Sequence[Summary]) -> list[Summary]:
    """Return summaries of one query on several days with the same rows.

    What is held above the level stands in all of them if there is any in one; each has to have been asked for it.
    """
    held = {row.unit for each in summaries for row in each.rows if row.rest and row.tells}
    return [each._replace(rows=[row for row in each.rows if not row.rest or row.unit in held]) for each in summaries]
