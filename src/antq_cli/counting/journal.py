"""The journal: who has a pledge in force on a day. Rows are events; their order in the files never matters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rolling import Events, Rolling
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.unread_rows import dated, may_be_of, may_be_there
from antq_cli.counting.validity import ELIGIBLE, IN_FORCE, LAPSED, validity_of
from antq_cli.reading.tables import Table
from antq_cli.units.regrouping import Regrouping

LEFT, NOT_YET = "left", "not-yet"


# Where somebody is on a day, why that stretch is excluded or blank, and how the pledge stands; who is in no stretch is
# at None.
Standing = tuple[int | None, str, str]


class Event(NamedTuple):
    """A row of the journal: its number, its day, who, and what."""

    row: int
    date: str
    pledger: str
    event: str


class Journal:
    """The events of one pledge kind, by pledgers who are households or organisations."""

    def __init__(self, dataset: Dataset, kind: str) -> None:
        self.dataset = dataset
        self.kind = kind
        self.pledgers = stretches_of(dataset, dataset.manifest.subject(kind))
        self._validity = validity_of(dataset.manifest, kind)
        rows = dataset.rows_of_kind(kind)
        columns = dataset.book.table("pledges", needed=True).columns
        dates, pledgers, words = (map(columns[name].__getitem__, rows) for name in ("date", "pledger", "event"))
        self._rows, self._dates, self._words = rows, list(dates), list(words)
        # Each pledger is looked up once, here; None is who is not in the register.
        self._subjects = list(map(self.pledgers.subjects.get, pledgers))
        self.findings: list[Finding] = []
        self._strays = sorted(self._find_strays())

    def _find_strays(self) -> Iterator[Event]:
        """Yield the rows that do not count: of unknown pledgers (X202), or dated outside their stretches (X203)."""
        table = self.dataset.book.table("pledges")
        # Of nearly everyone nothing has to be asked: who is in the register on every day cannot stray.
        suspects = {None, *self.pledgers.sometimes}
        for number, subject in enumerate(self._subjects):
            if subject in suspects and (subject is None or self.pledgers.row_on(subject, self._dates[number]) is None):
                row = self._rows[number]
                yield Event(row, self._dates[number], table.columns["pledger"][row], self._words[number])
                self._report(table, row, known=subject is not None)
                self._subjects[number] = None

    def _report(self, table: Table, row: int, *, known: bool) -> None:
        """Say why a row does not count, unless it may be right: of a pledger with a row that cannot be read."""
        if table.columns["pledger"][row] in self.pledgers.unreadable:
            return
        if known:
            self.findings.append(table.finding(RULES["X203"], row, "date", event=table.columns["event"][row]))
        else:
            self.findings.append(table.finding(RULES["X202"], row, "pledger"))

    @cached_property
    def _events(self) -> Events:
        return Events.of(self._subjects, self._dates, self._words)

    @cached_property
    def _rolling(self) -> Rolling:
        return Rolling(self.pledgers, self._events, self._validity)

    def standings(self, day: str) -> tuple[list[int], Iterator[Standing]]:
        """Return who is in the register on a day, and where each of them stands."""
        last = self._events.latest(day, len(self.pledgers.table))
        present, places, excluded = self.pledgers.on(day)
        states = {each: self._validity.state(each, day) for each in set(last)}
        return present, zip(places, excluded, (states[last[subject]] for subject in present), strict=True)

    def tally(self, *days: date) -> Counter[tuple[Standing, ...]]:
        """Return how many stood where on each of some days: (standing on day 1, on day 2 …) to a count.

        One day gives a summary, two a matrix of transitions. Tallies of parts of a register add up.
        """
        if len(days) == 1:  # whom the counts are of does not matter, which saves half of the time
            _, standings, absent = self._everyone(days[0])
            counted = Counter(standings) + Counter(absent.values())
            return Counter({(standing,): n for standing, n in counted.items()})
        return Counter(zip(*map(self._in_order, days), strict=True))

    def _in_order(self, day: date) -> Iterable[Standing]:
        """Return where everyone who was ever in the register stands on a day, always in the same order."""
        present, standings, absent = self._everyone(day)
        found = dict(zip(present, standings, strict=True)) | absent
        return map(found.__getitem__, self.pledgers.subjects.values())

    def _everyone(self, day: date) -> tuple[list[int], Iterator[Standing], dict[int, Standing]]:
        """Return who is in the register on a day, where each of them stands, and those who are not there."""
        written = day.isoformat()
        present, standings = self.standings(written)
        absent = self.pledgers.sometimes.difference(present)
        return present, standings, {subject: self._absent(subject, written) for subject in absent}

    def _absent(self, subject: int, day: str) -> Standing:
        return None, "", NOT_YET if self.pledgers.starts_after(subject, day) else LEFT

    def amounts(self, regrouping: Regrouping) -> OwnAmounts:
        """Return the eligible and those of them with a pledge in force, by the unit they are in."""
        day = regrouping.day
        amounts = OwnAmounts(regrouping, self.findings)
        asked, signed = Counter[int | None](), Counter[int | None]()
        for (site, excluded, standing), n in self._rolling.on(day.isoformat()).items():
            if not excluded:
                asked[site] += n
                signed[site] += n if standing == IN_FORCE else 0
        for site, n in asked.items():  # once a site, for finding its place costs more than adding up
            amounts.put(site, Amount(signed[site], n), rows=n)
        for site in (*self._left_out(day), *self.pledgers.left_out(day)):
            amounts.leave_out(site)
        return amounts

    def flow(self, word: str, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the events of a word within a period, by where their pledger was on the day of the event."""
        first, last = str(period.first), str(period.last)
        events = zip(self._subjects, self._dates, self._words, strict=True)
        sites = Counter(
            self.pledgers.site(subject, day)
            for subject, day, written in events
            if written == word and first <= day <= last and subject is not None
        )
        amounts = OwnAmounts(regrouping, self.findings)
        for site, n in sites.items():
            amounts.put(site, Amount(n, None), rows=n)
        for event in self._strays:
            if event.event == word and first <= event.date <= last:
                amounts.leave_out(self.pledgers.place(event.pledger, regrouping.day))
        for row in unread_within(self.dataset, self.kind, word, period):
            amounts.leave_out(self.pledgers.place(row.get("pledger", ""), regrouping.day))
        return amounts

    def lapsed(self, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return who was in force on the eve of a period and is still eligible, and those of them that have lapsed.

        Facts: lapse = (in force before and still eligible, not signed again) / (in force before and still eligible).
        """
        amounts = OwnAmounts(regrouping, self.findings)
        for (eve, (site, excluded, standing)), n in self.tally(period.first - timedelta(1), period.last).items():
            if eve[1:] == ("", IN_FORCE) and not excluded and standing in ELIGIBLE:
                amounts.put(site, Amount(n if standing == LAPSED else 0, n), rows=n)
        for site in (*self._left_out(period.last), *self.pledgers.left_out(period.last)):
            amounts.leave_out(site)
        return amounts

    def _left_out(self, day: date) -> Iterator[int | None]:
        """Yield the unit of each row of the journal that was left out and may have mattered on a day."""
        for event in self._strays:
            if event.date <= day.isoformat():
                yield self.pledgers.place(event.pledger, day)
        for row in unread(self.dataset, self.kind, day):
            yield self.pledgers.place(row.get("pledger", ""), day)


def unread_within(dataset: Dataset, kind: str, word: str, period: Period) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the journal that were left out and may be of a kind, of a word and of a period."""
    for row in unread(dataset, kind, period.last):
        day = dated(row, "date")
        if may_be_of(row, "event", word, ("signed", "withdrawn")) and (day is None or period.first <= day):
            yield row


def events_of(dataset: Dataset, kind: str) -> Iterator[Event]:
    """Yield the rows of the journal that are of a kind."""
    columns = dataset.book.table("pledges", needed=True).columns
    for row in dataset.rows_of_kind(kind):
        yield Event(row, columns["date"][row], columns["pledger"][row], columns["event"][row])


def unknown_kinds(dataset: Dataset) -> list[Finding]:
    """Find the rows of the journal whose kind the manifest does not name (X201)."""
    table = dataset.book.table("pledges")
    kinds = dataset.manifest.pledges
    if all(kind in kinds for kind in dataset.named_kinds):
        return []
    rows = (row for row, kind in enumerate(table.columns["kind"]) if kind not in kinds)
    return [table.finding(RULES["X201"], row, "kind", allowed=[*kinds]) for row in rows]


def unread(dataset: Dataset, kind: str, day: date) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the journal that were left out and may be of a kind and a day: unreadable, or of no kind."""
    table = dataset.book.table("pledges")
    kinds = dataset.manifest.pledges
    for broken in table.broken:
        if may_be_of(broken, "kind", kind, kinds) and may_be_there(broken, "date", None, day):
            yield broken
    for nameless in dataset.named_kinds - kinds.keys():
        for row in dataset.rows_of_kind(nameless):
            if table.columns["date"][row] <= day.isoformat():
                yield table.row_cells(row)
