"""The journal: who has a pledge in force on a day. Rows are events; their order in the files never matters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING

from antq_cli.core.calendars import Period
from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION, Manifest
from antq_cli.core.measures import Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.counting import bulk
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.pledges import Event, Flow, PledgeSource, unread, unread_within
from antq_cli.counting.rolling import Events, Rolling
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Trail
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.validity import ELIGIBLE, IN_FORCE, LAPSED, State, validity_of
from antq_cli.reading.tables import Table
from antq_cli.units.regrouping import Regrouping

if TYPE_CHECKING:
    from antq_cli.counting.large.plain import Plain
    from antq_cli.reading.apart import Answer, Question

LEFT, NOT_YET = "left", "not-yet"
# The registers of those who sign by themselves, by who that is.
_REGISTERS = {HOUSEHOLD: "households", **dict.fromkeys((ORGANISATION, *ORGANISATION_KINDS), "organisations")}


# Where somebody is on a day, why that stretch is excluded or blank, and how the pledge stands; who is in no stretch is
# at None.
Standing = tuple[int | None, str, str]


@dataclass(frozen=True)
class Standings:
    """How many stand where on a day, as :meth:`Rolling.on` has it."""

    kind: str
    day: str

    def of(self, dataset: Dataset) -> Counter[Standing]:
        """Return the answer of a dataset that holds its rows."""
        return journal_of(dataset, self.kind).standing(self.day)

    def of_plain(self, plain: "Plain") -> Iterable[tuple[Standing, int]]:
        """Return the answer of plain households."""
        standings = plain.standings(self.kind, self.day)
        return (((at.site, at.excluded, state), n) for at, (state,), n in standings if at.there(self.day))


@dataclass(frozen=True)
class Flowing:
    """How many events of a word there are from one day to another, by where their pledgers were."""

    kind: str
    word: str
    first: str
    last: str

    def of(self, dataset: Dataset) -> Counter[tuple[int | None]]:
        """Return the answer of a dataset that holds its rows."""
        return journal_of(dataset, self.kind).flowing(self.word, self.first, self.last)

    def of_plain(self, plain: "Plain") -> Iterable[tuple[tuple[int | None], int]]:
        """Return the answer of plain households."""
        return (((at.site,), n) for at, n in plain.events(self.kind, self.word, self.first, self.last))


@dataclass(frozen=True)
class Lapsing:
    """How many were in force on the eve of a period and are still asked on its last day, and whether they lapsed."""

    kind: str
    period: Period

    def of(self, dataset: Dataset) -> Counter[tuple[int | None, bool]]:
        """Return the answer of a dataset that holds its rows."""
        return journal_of(dataset, self.kind).lapsing(self.period)

    def of_plain(self, plain: "Plain") -> Iterable[tuple[tuple[int | None, bool], int]]:
        """Return the answer of plain households."""
        eve, last = str(earlier(self.period.first)), str(self.period.last)
        return (
            ((at.site, after == LAPSED), n)
            for at, (before, after), n in plain.standings(self.kind, eve, last)
            if before == IN_FORCE and not at.excluded and at.there(eve) and at.there(last)
        )


@dataclass(frozen=True)
class Beginning:
    """The day of the first event of a kind, as the one key."""

    kind: str

    def of(self, dataset: Dataset) -> Counter[tuple[None, str]]:
        """Return the answer of a dataset that holds its rows."""
        first = journal_of(dataset, self.kind).begins()
        return Counter() if first is None else Counter([(None, first.isoformat())])

    def of_plain(self, plain: "Plain") -> Iterable[tuple[tuple[None, str], int]]:
        """Return the answer of plain households."""
        first = plain.begins(self.kind)
        return () if first is None else (((None, first), 1),)


def journal_of(dataset: Dataset, kind: str) -> "Journal":
    """Return the journal of a pledge kind, made once."""
    return dataset.share(("journal", kind), lambda: Journal(dataset, Measure("pledges", kind)))


class Journal(PledgeSource):
    """The events of one pledge kind, by pledgers who are households or organisations, or those of one kind."""

    def __init__(self, dataset: Dataset, measure: Measure) -> None:
        super().__init__(dataset, measure)
        subject = dataset.manifest.subject(self.kind)
        self.pledgers = stretches_of(dataset, subject, of=subject if subject in ORGANISATION_KINDS else None)
        self._validity = validity_of(dataset.manifest, self.kind)
        self._of_households = subject == HOUSEHOLD
        if self._of_households:
            dataset.book.judge(self.kind)
        rows = dataset.rows_of_kind(self.kind)
        table = dataset.book.table("pledges", needed=True)
        dates, pledgers, words = (bulk.some(table, rows, name) for name in ("date", "pledger", "event"))
        self._rows, self._dates, self._words = rows, dates, words
        # Each pledger is looked up once, here; None is who is not in the register.
        self._subjects = list(map(self.pledgers.subjects.get, pledgers))
        # All of them at once, for finding them is what takes them out of the subjects.
        self._strays = sorted(self._find_strays())

    @staticmethod
    def keeps(manifest: Manifest, measure: Measure) -> bool:
        """Return whether those who sign a kind are in a register of stretches."""
        subject = manifest.subject(str(measure.kind))
        return subject in _REGISTERS and not (subject in ORGANISATION_KINDS and manifest.is_level(subject))

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """Return the journal, and the register of those who sign."""
        return "pledges", _REGISTERS[manifest.subject(str(measure.kind))]

    @staticmethod
    def is_of_bodies(manifest: Manifest, measure: Measure, body: str) -> bool:
        """Return whether organisations of a kind sign, all of them or those alone."""
        return manifest.subject(str(measure.kind)) in (ORGANISATION, body)

    def begins(self) -> date | None:
        """The day of the first event of the kind, though it may not count; None where there is none."""
        here = Counter([(None, min(self._dates))] if self._dates else [])
        days = [day for _, day in self._altogether(Beginning(self.kind), here)]
        return date.fromisoformat(min(days)) if days else None

    def _find_strays(self) -> Iterator[Event]:
        """Yield the rows that do not count: of unknown pledgers (X202), or dated outside their stretches (X203)."""
        table = self.dataset.book.table("pledges")
        # Of nearly everyone nothing has to be asked: who is in the register on every day cannot stray.
        suspects = {None, *self.pledgers.sometimes, *self.pledgers.others}
        for number in compress(count(), map(suspects.__contains__, self._subjects)):
            subject = self._subjects[number]
            stretch = None if subject is None else self.pledgers.row_on(subject, self._dates[number])
            if stretch is None or not self.pledgers.is_of(stretch):
                row = self._rows[number]
                yield Event(row, self._dates[number], bulk.cell(table, row, "pledger"), self._words[number])
                self.dataset.report(self._why_stray(table, row, known=subject is not None and stretch is None))
                self._subjects[number] = None

    def _why_stray(self, table: Table, row: int, *, known: bool) -> Iterator[Finding]:
        """Find why a row does not count, unless it may be right: of a pledger with a row that cannot be read."""
        if bulk.cell(table, row, "pledger") in self.pledgers.unreadable:
            return
        if known:
            yield table.finding(RULES["X203"], row, "date", event=bulk.cell(table, row, "event"))
        else:
            yield table.finding(RULES["X202"], row, "pledger")

    @cached_property
    def _events(self) -> Events:
        return Events(self._subjects, self._dates, self._words)

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

    def _in_force(self, regrouping: Regrouping) -> OwnAmounts:
        """Return the eligible and those of them with a pledge in force, by the unit they are in."""
        day = regrouping.day
        amounts = OwnAmounts(regrouping)
        asked, signed = Counter[int | None](), Counter[int | None]()
        written = day.isoformat()
        standings = self._altogether(Standings(self.kind, written), self.standing(written))
        for (site, excluded, standing), n in standings.items():
            if not excluded:
                asked[site] += n
                if standing == IN_FORCE:
                    signed[site] += n
        for site, n in asked.items():  # once a site, for finding its place costs more than adding up
            amounts.put(site, Amount(signed[site], n), rows=n)
        for site in (*self._left_out(day), *self.pledgers.left_out(day)):
            amounts.leave_out(site)
        return amounts

    def standing(self, day: str) -> Counter[Standing]:
        """Return how many stand where on a day; a day after the one that was asked before costs little."""
        found = Counter[Standing]()
        for stance, n in self._rolling.on(day):
            found[stance] += n
        return found

    def _altogether(self, question: "Question", here: "Answer") -> "Answer":
        """Return what all rows answer, given the answer of those here; those of households alone may be in no table."""
        return self.dataset.altogether(question, here) if self._of_households else here

    def flowing(self, word: str, first: str, last: str) -> Counter[tuple[int | None]]:
        """Return how many events of a word there are from one day to another, by where their pledger was."""
        events = zip(self._subjects, self._dates, self._words, strict=True)
        return Counter(
            (self.pledgers.site(subject, day),)
            for subject, day, written in events
            if written == word and first <= day <= last and subject is not None
        )

    def _flow(self, word: str, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the events of a word within a period, by where their pledger was on the day of the event."""
        first, last = str(period.first), str(period.last)
        flowing = Flowing(self.kind, word, first, last)
        sites = self._altogether(flowing, self.flowing(word, first, last))
        amounts = OwnAmounts(regrouping)
        for (site,), n in sites.items():
            amounts.put(site, Amount(n, None), rows=n)
        for event in self._strays:
            if event.event == word and first <= event.date <= last:
                amounts.leave_out(self.pledgers.place(event.pledger, regrouping.day))
        for row in unread_within(self.dataset, self.kind, word, period):
            amounts.leave_out(self.pledgers.place(row.get("pledger", ""), regrouping.day))
        return amounts

    def lapsing(self, period: Period) -> Counter[tuple[int | None, bool]]:
        """Return how many were in force on the eve of a period and are still eligible: where, whether they lapsed."""
        found = Counter[tuple[int | None, bool]]()
        for (eve, (site, excluded, standing)), n in self.tally(earlier(period.first), period.last).items():
            if eve[1:] == ("", IN_FORCE) and not excluded and standing in ELIGIBLE:
                found[site, standing == LAPSED] += n
        return found

    def _lapsed(self, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return who was in force on the eve of a period and is still eligible, and those of them that have lapsed.

        Facts: lapse = (in force before and still eligible, not signed again) / (in force before and still eligible).
        """
        amounts = OwnAmounts(regrouping)
        for (site, lapsed), n in self._altogether(Lapsing(self.kind, period), self.lapsing(period)).items():
            amounts.put(site, Amount(n if lapsed else 0, n), rows=n)
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

    def _site_of(self, cells: Mapping[str, str], regrouping: Regrouping, flow: Flow | None) -> int | None:
        return self.pledgers.place(cells.get("pledger", ""), regrouping.day)

    def _standing_behind(self, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield those who are asked, and the events: the last one of each says how the pledge stands.

        With a ``period`` those are asked who were in force on its eve, and wanted are those that have lapsed.
        """
        day, pledgers = regrouping.day.isoformat(), Trail(self.pledgers.table.register.name, regrouping)
        latest = self._latest(day)
        eve = None if period is None else str(earlier(period.first))
        before = {} if eve is None else self._latest(eve)
        wanted = IN_FORCE if eve is None else LAPSED
        stood: dict[int, tuple[RowBehind, Reason | None]] = {}

        def asked(row: int) -> RowBehind:
            subject, place = self.pledgers.subject[row], self.pledgers.places[row]
            why_not = None if eve is None else self._not_in_force(subject, eve, before)
            state = self._state(latest.get(subject), day)
            reason: Reason = why_not or ("counted" if state == wanted else state)
            behind = pledgers.skip(row, place, reason) if why_not else pledgers.put(row, place, Amount(0, 1), reason)
            stood[subject] = behind, why_not
            return behind

        yield from self.pledgers.behind(regrouping, asked)
        journal = Trail("pledges", regrouping)
        for at, (row, subject, dated_) in enumerate(zip(self._rows, self._subjects, self._dates, strict=True)):
            if subject is None or dated_ > day:
                yield self._stray_behind(at, regrouping, "not-yet" if dated_ > day else None)
            elif subject not in stood:
                yield journal.skip(row, self._place(at, regrouping), self._why_absent(subject, day))
            else:
                on, why_not = stood[subject]
                state = "older" if latest[subject] != at else self._state(at, day)
                reason: Reason = why_not or ("counted" if state == wanted else state)
                yield journal.hang(row, on, Amount(1, 0) if reason == "counted" else NOTHING, reason)

    def _latest(self, day: str) -> dict[int, int]:
        """Return which of the events of the kind is the last one of each who has any by a day."""
        latest: dict[int, int] = {}
        for at, (subject, written) in enumerate(zip(self._subjects, self._dates, strict=True)):
            if subject is not None and written <= day:
                known = latest.get(subject)
                latest[subject] = at if known is None or self._stamp(known) < self._stamp(at) else known
        return latest

    def _stamp(self, at: int) -> str:
        # ``signed`` sorts before ``withdrawn``: of one day the withdrawal is the last word.
        return self._dates[at] + self._words[at]

    def _state(self, at: int | None, day: str) -> State:
        return self._validity.state("" if at is None else self._stamp(at), day)

    def _not_in_force(self, subject: int, day: str, latest: Mapping[int, int]) -> Reason | None:
        """Return why somebody's pledge was not in force on a day among those who were asked; None where it was."""
        row = self.pledgers.row_on(subject, day)
        if row is None or self.pledgers.excluded[row]:
            return self._why_absent(subject, day)
        state = self._state(latest.get(subject), day)
        return None if state == IN_FORCE else state

    def _why_absent(self, subject: int, day: str) -> Reason:
        row = self.pledgers.row_on(subject, day)
        if row is not None:
            return "excluded" if self.pledgers.is_of(row) else "other-kind"
        return "not-yet" if self.pledgers.starts_after(subject, day) else self.pledgers.names.ended

    def _place(self, at: int, regrouping: Regrouping) -> int | None:
        code = bulk.cell(self.dataset.book.table("pledges"), self._rows[at], "pledger")
        return self.pledgers.place(code, regrouping.day)

    def _stray_behind(self, at: int, regrouping: Regrouping, why_not: Reason | None) -> RowBehind:
        journal, site = Trail("pledges", regrouping), self._place(at, regrouping)
        if why_not is not None:
            return journal.skip(self._rows[at], site, why_not)
        return journal.leave_out(self._rows[at], site)

    def _flow_behind(self, flow: Flow, regrouping: Regrouping) -> Iterator[RowBehind]:
        """Yield the events, each where its pledger was on its day, and those who sign, who say where that is."""
        pledgers, journal = Trail(self.pledgers.table.register.name, regrouping), Trail("pledges", regrouping)
        yield from (pledgers.skip(row, place, "looked-up") for row, place in enumerate(self.pledgers.places))
        for number, cells in enumerate(self.pledgers.table.broken):
            site = self.pledgers.place(cells.get(self.pledgers.names.code, ""), regrouping.day)
            yield pledgers.skip(number, site, "looked-up", unread=True)
        for at, (row, subject, day) in enumerate(zip(self._rows, self._subjects, self._dates, strict=True)):
            why_not = flow.why_not(self._words[at], date.fromisoformat(day))
            if subject is None or why_not is not None:
                yield self._stray_behind(at, regrouping, why_not)
            else:
                yield journal.put(row, self.pledgers.site(subject, day), Amount(1, None))
