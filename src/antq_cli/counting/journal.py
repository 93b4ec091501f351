"""The journal: who has a pledge in force on a day. Rows are events; their order in the files never matters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.core.manifest import HOUSEHOLD
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import HOUSEHOLDS, ORGANISATIONS, Stretches
from antq_cli.reading.tables import Table

IN_FORCE, WITHDRAWN, UNSIGNED, LEFT, NOT_YET = "in-force", "withdrawn", "unsigned", "left", "not-yet"
_ELIGIBLE = (IN_FORCE, WITHDRAWN, UNSIGNED)


# Where somebody is on a day, why that stretch is excluded or blank, and how the pledge stands; who is in no stretch is
# at None.
Standing = tuple[int | None, str, str]


class Event(NamedTuple):
    """A row of the journal: its number, its day, who, and what."""

    row: int
    date: str
    pledger: str
    event: str


def state(mark: str | None) -> str:
    """Return how a pledge stands whose last event was ``mark``, its date and word together."""
    if mark is None:
        return UNSIGNED
    return IN_FORCE if mark.endswith("signed") else WITHDRAWN


class Journal:
    """The events of one pledge kind, by pledgers who are households or organisations."""

    def __init__(self, ground: Ground, kind: str) -> None:
        self.ground = ground
        self.kind = kind
        if ground.manifest.subject(kind) == HOUSEHOLD:
            self.pledgers = Stretches(ground, ground.book.table("households", needed=True), HOUSEHOLDS)
        else:
            self.pledgers = Stretches(ground, ground.organisations, ORGANISATIONS)
        self.findings: list[Finding] = []
        self._strays = sorted(self._find_strays())

    def _find_strays(self) -> Iterator[Event]:
        """Yield the rows that do not count: of unknown pledgers (X202), or dated outside their stretches (X203)."""
        table = self.ground.book.table("pledges", needed=True)
        dates, pledgers = table.columns["date"], table.columns["pledger"]
        known, covers = self.pledgers.rows, self.pledgers.covers
        # Of nearly everyone nothing has to be asked: who is in the register on every day cannot stray.
        suspects = self.pledgers.sometimes
        if not all(map(known.__contains__, pledgers)):
            suspects = suspects | (set(pledgers) - known.keys())
        for row in self.ground.rows_of_kind(self.kind):
            pledger = pledgers[row]
            if pledger in suspects and not (pledger in known and covers(pledger, dates[row])):
                yield Event(row, dates[row], pledger, table.columns["event"][row])
                self._report(table, row, known=pledger in known)

    def _report(self, table: Table, row: int, *, known: bool) -> None:
        if known:
            self.findings.append(table.finding(RULES["X203"], row, "date", event=table.columns["event"][row]))
        elif table.columns["pledger"][row] not in self.pledgers.unreadable:
            self.findings.append(table.finding(RULES["X202"], row, "pledger"))

    def latest(self, day: str) -> dict[str, str]:
        """Return for each pledger the last event on or before a day, as its date and word together.

        ``signed`` sorts before ``withdrawn``, which is the order that counts on one day.
        """
        last: dict[str, str] = {}
        before = last.get
        for dated, pledger, event in self._events:
            if dated <= day and (mark := dated + event) > before(pledger, ""):
                last[pledger] = mark
        return last

    @cached_property
    def _events(self) -> list[tuple[str, str, str]]:
        """Return the rows that count: day, pledger, event."""
        strays = {event.row for event in self._strays}
        columns = self.ground.book.table("pledges").columns
        dates, pledgers, events = columns["date"], columns["pledger"], columns["event"]
        rows = self.ground.rows_of_kind(self.kind)
        return [(dates[row], pledgers[row], events[row]) for row in rows if row not in strays]

    def standings(self, day: str) -> tuple[list[str], Iterator[Standing]]:
        """Return who is in the register on a day, and where each of them stands."""
        marks = self.latest(day)
        states = {mark: state(mark) for mark in {None, *marks.values()}}
        codes, places, excluded = self.pledgers.on(day)
        present = list(codes)
        standing = map(states.__getitem__, map(marks.get, present))
        return present, zip(places, excluded, standing, strict=True)

    def tally(self, *days: date) -> Counter[tuple[Standing, ...]]:
        """Return how many stood where on each of some days: (standing on day 1, on day 2 …) to a count.

        One day gives a summary, two a matrix of transitions. Tallies of parts of a register add up.
        """
        return Counter(zip(*map(self._everyone, days), strict=True))

    def _everyone(self, day: date) -> Iterable[Standing]:
        """Return where everyone who was ever in the register stands on a day, always in the same order."""
        written = day.isoformat()
        present, standings = self.standings(written)
        found = dict(zip(present, standings, strict=True))
        for code in self.pledgers.rows.keys() - found.keys():
            found[code] = (None, "", NOT_YET if self.pledgers.starts_after(code, written) else LEFT)
        return map(found.__getitem__, self.pledgers.rows)

    def spread(self, day: date) -> Spread:
        """Return the eligible and those of them with a pledge in force, by the unit they are in."""
        map_ = self.ground.map(day)
        spread = Spread(findings=self.findings)
        lost: list[int] = []
        for ((unit, excluded, standing),), n in self.tally(day).items():
            if excluded or standing not in _ELIGIBLE:
                continue
            place = map_.place(unit)
            signed = n if standing == IN_FORCE else 0
            spread.add(place, Amount(left_out=n) if place is None else Amount(signed, n))
            lost += [unit] if place is None and unit is not None else []
        spread.findings = [*self.findings, *map_.why_lost(lost)]
        for unit in (*self._left_out(day), *self.pledgers.broken(self.ground, day)):
            spread.add(map_.place(unit), Amount(left_out=1))
        return spread

    def _left_out(self, day: date) -> Iterator[int | None]:
        """Yield the unit of each row of the journal that was left out and may have mattered on a day."""
        for event in self._strays:
            if event.date <= day.isoformat():
                yield self.pledgers.place(event.pledger)
        for row in unread(self.ground, self.kind, day):
            yield self.pledgers.place(row.get("pledger", ""))


def events_of(ground: Ground, kind: str) -> Iterator[Event]:
    """Yield the rows of the journal that are of a kind."""
    columns = ground.book.table("pledges", needed=True).columns
    for row in ground.rows_of_kind(kind):
        yield Event(row, columns["date"][row], columns["pledger"][row], columns["event"][row])


def unknown_kinds(ground: Ground) -> list[Finding]:
    """Find the rows of the journal whose kind the manifest does not name (X201)."""
    table = ground.book.table("pledges")
    kinds = ground.manifest.pledges
    if all(kind in kinds for kind in set(table.columns["kind"])):
        return []
    rows = (row for row, kind in enumerate(table.columns["kind"]) if kind not in kinds)
    return [table.finding(RULES["X201"], row, "kind", allowed=[*kinds]) for row in rows]


def unread(ground: Ground, kind: str, day: date) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the journal that were left out and may be of a kind and a day: unreadable, or of no kind."""
    table = ground.book.table("pledges")
    kinds = ground.manifest.pledges
    for broken in table.broken:
        if broken.get("kind") == kind or broken.get("kind") not in kinds:
            yield broken
    for nameless in set(table.columns["kind"]) - set(kinds):
        for row in ground.rows_of_kind(nameless):
            if table.columns["date"][row] <= day.isoformat():
                yield table.row_cells(row)
