"""All units that ever were, and the crosswalk between them. A unit is known by its number in the register.

A code in a row means the unit that bore it on the row's first day; codes are re-used with a new meaning. Where a row
lies is a *site*: nearly always the number of that unit. Of a unit that took in another one while it went on, the rows
entered from then on may lie in what was either; they are at a site of their own, numbered on after the units.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from antq_cli.core import called
from antq_cli.core.codes import zeroless
from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding, Uncountable
from antq_cli.core.registers import Crossing, Unit
from antq_cli.core.values import Named
from antq_cli.reading.book import Book
from antq_cli.reading.tables import Table
from antq_cli.units.names import Ladder
from antq_cli.units.rules import RULES

_SEVERAL = 2  # units: a single one may just lie in a wrong one
_MOST_MEANT = 3  # codes are told that may have been meant
# The words of the crosswalk that carry what lies in a unit; those that a unit which goes on may be given as well.
CARRYING, PARTIAL = ("same", "whole"), ("part", "land")


class Arrival(NamedTuple):
    """What came into a unit on a day: all or a part of a unit, or None where nobody can tell of which."""

    date: date
    row: int
    number: int | None


class Atlas:
    """The units and crossings of a book; which references in them lead nowhere is reported when it is made."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.units: Sequence[Unit] = book.rows(Unit, needed=True)
        book.table("crosswalk")
        book.refuse_if_unreadable("units", "crosswalk")
        self.crossings: Sequence[Crossing] = book.rows(Crossing)
        self._bearers: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            self._bearers[unit.code].append(number)
        for numbers in self._bearers.values():
            numbers.sort(key=lambda number: self.units[number].opened or date.min)
        levels = book.manifest.levels
        self._depths = {level.id: depth for depth, level in enumerate(levels)}
        # Codes of rows that were left out in reading: what refers to one of them may be right.
        self._unreadable = {row.get("code", "") for row in book.table("units").broken}
        # What lies in what and where, by the stretch of time in which it does: maps of its days share it.
        self.paths: dict[int, Mapping[int, tuple[int, ...]]] = {}
        self.places: dict[int, dict[tuple[int, bool], int | None]] = {}
        # What regroupings have found out, by the stretch of the basis, and by that of the day as well.
        self.ways: dict[int, Any] = {}
        self.regrouped: dict[tuple[int, int, bool], dict[Any, Any]] = {}
        self._meant: dict[str, list[str]] = {}
        book.collector.report(self._found())

    def bearer(self, code: str, day: date | None) -> int | None:
        """Return the unit that bore a code on a day; without a day, the first that ever did."""
        numbers = self._bearers.get(code, [])
        if day is None:
            return numbers[0] if numbers else None
        return next((number for number in numbers if self.open(number, day)), None)

    def bearers(self, code: str) -> Sequence[int]:
        """Return the units that ever bore a code, in the order of time."""
        return self._bearers.get(code, ())

    def last_bearer(self, code: str, day: date) -> int | None:
        """Return the last unit that bore a code by a day, whether it does still or has closed."""
        begun = [n for n in self._bearers.get(code, []) if (self.units[n].opened or day) <= day]
        return begun[-1] if begun else None

    def only_bearer(self, code: str) -> int | None:
        """Return the unit that bears a code on every day, or None where there is none such."""
        numbers = self._bearers.get(code, [])
        units = [self.units[number] for number in numbers]
        always = len(units) == 1 and units[0].opened is None and units[0].closed is None
        # Into which something came, it is another site from then on: the day of a row has to decide.
        return numbers[0] if always and numbers[0] not in self.arrivals else None

    def known(self, code: str) -> bool:
        """Whether a unit ever bore a code, as far as the register can be read (see ``unreadable``)."""
        return code in self._bearers

    def unreadable(self, code: str) -> bool:
        """Return whether a unit with a code was left out in reading, so that nobody knows when it bore the code."""
        return code in self._unreadable

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return every code that a unit ever bore; one tuple, because many findings may name it."""
        return tuple(self._bearers)

    def meant(self, written: str) -> list[str]:
        """Return the codes that were probably meant: those with other zeros, or of units that are called so."""
        if written not in self._meant:  # many rows may name the same
            self._meant[written] = self._find_meant(written)
        return self._meant[written]

    def _find_meant(self, written: str) -> list[str]:
        codes = self._zeroless.get(zeroless(written), [])
        if not codes:
            named = self._ladder.match(written)
            codes = list(dict.fromkeys(self.units[number].code for number in named.found or named.suggested))
        return codes if len(codes) <= _MOST_MEANT else []

    @cached_property
    def _zeroless(self) -> Mapping[str, list[str]]:
        codes: dict[str, list[str]] = defaultdict(list)
        for code in self.codes:
            codes[zeroless(code)].append(code)
        return codes

    @cached_property
    def _ladder(self) -> Ladder:
        return Ladder(enumerate(self.units))

    def depth(self, number: int) -> int | None:
        """Return how far below the highest level a unit stands; None where the manifest does not know its level."""
        return self._depths.get(self.units[number].level)

    def open(self, number: int, day: date) -> bool:
        """Return whether a unit is open on a day; on the day it closed it is not."""
        opened = self.units[number].opened
        return (opened is None or opened <= day) and self.open_still(number, day)

    def open_still(self, number: int, day: date) -> bool:
        """Whether a unit has not closed by a day; it may not have opened either. On the day it closes it has closed."""
        closed = self.units[number].closed
        return closed is None or day < closed

    @cached_property
    def _borders(self) -> list[date]:
        """Return the days on which a unit opens or closes, or is carried on."""
        days = {day for unit in self.units for day in (unit.opened, unit.closed) if day is not None}
        return sorted(days | {crossing.date for crossing in self.crossings})

    def epoch(self, day: date) -> int:
        """Return the number of the stretch of time in which a day lies; within one the map is the same."""
        return bisect_right(self._borders, day)

    def carry(self, number: int, day: date, *, own: bool = False) -> int | None:
        """Return the unit that a unit was carried to by a day: itself while it is open, else along the crosswalk.

        ``own`` asks for the unit's own pledge and return, which only ``same`` carries; without it, for what lies in
        it, which ``whole`` carries as well. None where nothing carries it (no row, a ``part``, or two rows), and on
        a day on which it was not open yet.
        """
        at: int | None = number
        # It comes to an end: a successor is open when the one before closes, so it closes later.
        while at is not None and not self.open_still(at, day):
            at = self._successor(at, own=own)
        return at if at is not None and self.open(at, day) else None

    def goes_on_as(self, number: int) -> int:
        """Return the last of the units that a unit is by ``same``, whatever it was called: mostly itself."""
        while (following := self._successor(number, own=True)) is not None:
            number = following
        return number

    def where_carrying_ends(self, number: int, day: date) -> int:
        """Return the last of the units along which a unit is carried: open on the day, not open yet, or a dead end."""
        while not self.open_still(number, day) and (following := self._successor(number)) is not None:
            number = following
        return number

    def _successor(self, number: int, *, own: bool = False) -> int | None:
        """Return the unit that the crosswalk names for one that closes, if there is one row and it carries."""
        rows = self.rows_from(number)
        crossing = self.crossings[rows[0]] if len(rows) == 1 else None
        if crossing is None or crossing.part not in CARRYING:
            return None
        if own and (crossing.part != "same" or self._becomes_another(crossing)):
            return None
        return self.bearer(crossing.to, crossing.date)

    @cached_property
    def arrivals(self) -> dict[int, list[Arrival]]:
        """Return, for each unit into which the crosswalk leads, what came into it, by day; land alone is nobody."""
        arrivals: dict[int, list[Arrival]] = defaultdict(list)
        for row, crossing in enumerate(self.crossings):
            to = self.bearer(crossing.to, crossing.date)
            if to is not None and crossing.part != "land":
                arrivals[to].append(Arrival(crossing.date, row, self._leaving(crossing)))
        return {to: sorted(found, key=lambda arrival: arrival.date) for to, found in arrivals.items()}

    def _leaving(self, crossing: Crossing) -> int | None:
        """Return the unit of which something goes along by a row of the crosswalk, or None."""
        parts = {self.crossings[row].part for row in self._from[crossing.from_, crossing.date]}
        if parts != {"part"} and len(self._from[crossing.from_, crossing.date]) > 1:
            return None  # two ways at once (X111)
        closing = (n for n in self._bearers.get(crossing.from_, ()) if self.units[n].closed == crossing.date)
        return next(closing, self._staying(crossing) if parts == {"part"} else None)

    def site(self, number: int, first: date | None) -> int:
        """Return where a row lies that names a unit and begins on a day: the unit, or the unit as it was from then."""
        later = [a.date for a in self.arrivals.get(number, ()) if a.date != self.units[number].opened]
        since = max((day for day in later if first is not None and day <= first), default=None)
        if since is None:
            return number
        return self._sites.setdefault((number, since), len(self.units) + len(self._sites))

    @cached_property
    def _sites(self) -> dict[tuple[int, date], int]:
        return {}

    def unit_of(self, site: int) -> tuple[int, date | None]:
        """Return the unit that a site is of, and the day from which on."""
        if site < len(self.units):
            return site, None
        return list(self._sites)[site - len(self.units)]

    def rows_from(self, number: int) -> list[int]:
        """Return the rows of the crosswalk that say what a unit went into on the day it closed, but for its land."""
        unit = self.units[number]
        return self._from.get((unit.code, unit.closed), [])

    @cached_property
    def _from(self) -> dict[tuple[str, date | None], list[int]]:
        rows: dict[tuple[str, date | None], list[int]] = defaultdict(list)
        for row, crossing in enumerate(self.crossings):
            if crossing.part != "land":
                rows[crossing.from_, crossing.date].append(row)
        return rows

    def parts_of(self, number: int) -> list[int | None]:
        """Return the units among which one that closes is divided, none where it is not; None is a part untold."""
        crossings = [self.crossings[row] for row in self.rows_from(number)]
        if any(crossing.part != "part" for crossing in crossings):
            return []
        untold = [None] if len({crossing.to for crossing in crossings}) == 1 else []
        return [*(self.bearer(crossing.to, crossing.date) for crossing in crossings), *untold]

    def _becomes_another(self, crossing: Crossing) -> bool:
        """Return whether ``same`` is said of a unit whose successor was there before, or succeeds another as well."""
        to = self.bearer(crossing.to, crossing.date)
        began = to is None or self.units[to].opened == crossing.date
        return not began or self._same[crossing.to, crossing.date] > 1

    @cached_property
    def _same(self) -> Counter[tuple[str, date]]:
        """Return how many units go on as the bearer of a code on a day."""
        return Counter((crossing.to, crossing.date) for crossing in self.crossings if crossing.part == "same")

    @cached_property
    def parents(self) -> list[int | None]:
        """Return, for each unit, the unit that its parent's code meant on the day it opened."""
        return [unit.parent and self.bearer(unit.parent, unit.opened) for unit in self.units]  # type: ignore[misc]

    @cached_property
    def in_cycles(self) -> frozenset[int]:
        """The units that lie in themselves, by way of others or straight."""
        return frozenset(number for number in range(len(self.units)) if self._returns(number))

    def _returns(self, number: int) -> bool:
        seen: set[int] = set()
        above = self.parents[number]
        while above is not None and above not in seen:
            if above == number:
                return True
            seen.add(above)
            above = self.parents[above]
        return False

    @cached_property
    def top(self) -> int:
        """Return the unit that the manifest calls the top; raises :class:`Uncountable` where no unit has its code."""
        number = self.bearer(self.book.manifest.campaign.top, None)
        if not self.countable:
            raise Uncountable(*self._of_top(), *self._of_levels())
        assert number is not None
        return number

    @property
    def countable(self) -> bool:
        """Return whether a unit ever bore the code that the manifest calls the top, and the levels are in order."""
        return self.known(self.book.manifest.campaign.top) and self.levels_as_used is None

    def _found(self) -> Iterator[Finding]:
        """Find what is wrong with the top, the hierarchy and the crosswalk, whatever the date."""
        yield from self._of_top()
        yield from self._of_levels()
        for number, unit in enumerate(self.units):
            yield from self._of_unit(number, unit)
        for row, crossing in enumerate(self.crossings):
            yield from self._of_crossing(row, crossing)

    def _of_top(self) -> Iterator[Finding]:
        code = self.book.manifest.campaign.top
        if self.known(code):
            return
        if self.unreadable(code):
            yield self._unreadable_top(code)
        else:
            values = {"value": code, "allowed": self.codes, **({"meant": meant} if (meant := self.meant(code)) else {})}
            yield self.book.manifest_finding(RULES["S010"], "campaign", "top", **values)

    def _unreadable_top(self, code: str) -> Finding:
        """Return the finding on the row of the top: it is told after what keeps it from being read."""
        table = self.book.table("units")
        row = next(number for number, cells in enumerate(table.broken) if cells.get("code") == code)
        place = table.broken_place(row)
        told = (entry.finding.place for entry in self.book.collector.entries())
        last = max((each for each in told if each[:2] == place[:2]), default=place)
        return Finding(RULES["S021"], last, {"register": "units", "value": code})

    def _of_unit(self, number: int, unit: Unit) -> Iterator[Finding]:
        table = self.book.table("units")
        if unit.level not in self._depths:
            yield table.finding(RULES["X103"], number, "level", allowed=[*self._depths])
        if unit.parent is None:
            return
        above = self.parents[number]
        if above is None:
            yield from unknown(self, table, number, "parent", unit.opened)
        elif number in self.in_cycles:
            yield self.cycle(number)
        elif self.levels_as_used is None:
            yield from self.not_above(number, above)

    def _of_levels(self) -> Iterator[Finding]:
        """Find that the levels stand in another order in the manifest than the units lie in each other (S020)."""
        written = [level.id for level in self.book.manifest.levels]
        if self.levels_as_used is not None:
            first = next(place for place, each in enumerate(self.levels_as_used) if written[place] != each)
            values = {"value": written[first], "right": self.levels_as_used, "n": self._upside_down}
            yield self.book.manifest_finding(RULES["S020"], "levels", first, "id", **values)

    @cached_property
    def _lying(self) -> Counter[tuple[str, str]]:
        """Return how many units of a level lie in one of another, by the level above and the one below."""
        pairs = ((self.parents[number], unit.level) for number, unit in enumerate(self.units))
        levels = Counter((self.units[above].level, level) for above, level in pairs if above is not None)
        return Counter({pair: n for pair, n in levels.items() if self._depths.keys() >= {*pair}})

    @property
    def _upside_down(self) -> int:
        """Return how many units lie in one whose level stands below theirs in the manifest."""
        return sum(n for (above, below), n in self._lying.items() if self._depths[above] > self._depths[below])

    @cached_property
    def levels_as_used(self) -> list[str] | None:
        """Return the levels in the order in which most units lie in each other; None where the manifest has that one.

        A single unit that lies in a wrong one says nothing of the levels.
        """
        if self._upside_down < _SEVERAL:
            return None
        lying, written, order = self._lying, list(self._depths), list[str]()
        above = {each: {one for one in written if lying[one, each] > lying[each, one]} for each in written}
        while len(order) < len(written):
            following = (each for each in written if each not in order and above[each] <= {*order})
            if (level := next(following, None)) is None:
                return None  # they lie in each other in a circle
            order.append(level)
        return None if order == written else order

    def stands_above(self, above: int, number: int) -> bool:
        """Return whether one unit's level stands above another's; a level that the manifest does not know may."""
        high, low = self.depth(above), self.depth(number)
        return high is None or low is None or high < low

    def cycle(self, number: int) -> Finding:
        """Return the finding on the parent of a unit that lies in itself."""
        parent = self.called(self.parents[number], self.units[number].parent or "")
        return self.book.table("units").finding(RULES["X104"], number, "parent", parent=parent)

    def not_above(self, number: int, above: int) -> Iterator[Finding]:
        """Find that a unit lies in one whose level does not stand above its own."""
        if not self.stands_above(above, number):
            manifest, low, high = self.book.manifest, self.units[number].level, self.units[above].level
            values = {"level": called.level(manifest, low), "above": called.level(manifest, high)}
            values["parent"] = self.called(above, self.units[above].code)
            yield self.book.table("units").finding(RULES["X105"], number, "parent", **values)

    def _of_crossing(self, row: int, crossing: Crossing) -> Iterator[Finding]:
        table = self.book.table("crosswalk")
        yield from unknown(self, table, row, "to", crossing.date)
        if not self.known(crossing.from_):
            yield from unknown(self, table, row, "from", None)
        elif not self._closes(crossing) and (crossing.part not in PARTIAL or self._staying(crossing) is None):
            yield table.finding(RULES["X109"], row, "from", day=crossing.date)
        elif crossing.part == "same" and self._becomes_another(crossing):
            yield table.finding(RULES["X110"], row, "to", **self.walkers(crossing))
        yield from self._carried_twice(row, crossing)

    def _staying(self, crossing: Crossing) -> int | None:
        """Return the unit of which a part goes elsewhere, open on the eve; it need not close."""
        return self.bearer(crossing.from_, earlier(crossing.date)) if crossing.date > date.min else None

    def _carried_twice(self, row: int, crossing: Crossing) -> Iterator[Finding]:
        """Find a second row of a unit of which everything is to go to one place already; neither is followed."""
        if crossing.part == "land":
            return
        first, *others = self._from[crossing.from_, crossing.date]
        if row in others and any(self.crossings[each].part != "part" for each in (first, *others)):
            other = self.walkers(self.crossings[first])["to"]
            values = {"day": crossing.date, "unit": self.walkers(crossing)["unit"], "other": other}
            yield self.book.table("crosswalk").finding(RULES["X111"], row, "to", **values)

    def walkers(self, crossing: Crossing) -> dict[str, Named]:
        """Return the ``unit`` that a row of the crosswalk is about, and the one ``to`` which it goes, for a finding."""
        left = (number for number in self.bearers(crossing.from_) if self.units[number].closed == crossing.date)
        staying = self._staying(crossing)
        return {
            "unit": self.called(next(left, staying), crossing.from_),
            "to": self.called(self.bearer(crossing.to, crossing.date), crossing.to),
        }

    def called(self, number: int | None, code: str) -> Named:
        """Return a unit as a finding names it; by the ``code`` alone where no unit bore it then."""
        return Named(code, None, None) if number is None else called.unit(code, self.units[number].name)

    def _closes(self, crossing: Crossing) -> bool:
        """Return whether the unit that a row of the crosswalk is about closes on its day, as far as one can read."""
        closed = {self.units[number].closed for number in self._bearers[crossing.from_]}
        return crossing.date in closed or self.unreadable(crossing.from_)


def unknown(atlas: Atlas, table: Table, row: int, column: str, day: date | None) -> list[Finding]:
    """Return the finding on a cell whose code no unit bears (X101), or none on the row's first day (X102).

    There is none where the unit was left out in reading: that is a finding already, and this row may be right.
    """
    code = table.row_cells(row)[column]
    if atlas.unreadable(code):
        return []
    if not atlas.known(code):
        meant = atlas.meant(code)
        return [table.finding(RULES["X101"], row, column, allowed=atlas.codes, **({"meant": meant} if meant else {}))]
    if atlas.bearer(code, day) is None:
        found = table.finding(RULES["X102"], row, column, day=day)
        # The code is a unit's, so it may be shown where units stand.
        return [found._replace(restricted=column in table.register.model.restricted)]
    return []
