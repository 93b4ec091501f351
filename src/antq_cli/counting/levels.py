"""Pledges by units themselves: a commune or an area signs as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from antq_cli.core.calendars import Period
from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.pledges import Event, Flow, PledgeSource, events_of, unread, unread_within
from antq_cli.counting.registered import units_behind
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Trail
from antq_cli.counting.unread_rows import unit_meant, units_left_out
from antq_cli.counting.validity import IN_FORCE, LAPSED, UNSIGNED, State, validity_of
from antq_cli.units.atlas import unknown
from antq_cli.units.regrouping import Regrouping


class LevelJournal(PledgeSource):
    """The events of a pledge kind whose pledgers are the units of a level.

    A unit's pledge goes along when the unit is renamed or moved up (``same``), and ends with it otherwise.
    """

    def __init__(self, dataset: Dataset, measure: Measure) -> None:
        super().__init__(dataset, measure)
        self.level = dataset.manifest.subject(self.kind)
        self._validity = validity_of(dataset.manifest, self.kind)
        self._signed: list[tuple[Event, int]] = []
        self._strays: list[tuple[Event, int | None]] = []
        for event in events_of(dataset, self.kind):
            self._file(event)

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """The journal alone: those who sign are units."""
        return ("pledges",)

    def begins(self) -> date | None:
        """The day of the first event of the kind, though it may not count; None where there is none."""
        events = [event for event, _ in (*self._signed, *self._strays)]
        return min((date.fromisoformat(event.date) for event in events), default=None)

    def _file(self, event: Event) -> None:
        """Put an event to those of a unit, or, with a finding, to those whose code named none of the level that day."""
        atlas = self.dataset.atlas
        signer = atlas.bearer(event.pledger, date.fromisoformat(event.date))
        if signer is not None and atlas.units[signer].level == self.level:
            self._signed.append((event, signer))
        else:
            self._strays.append((event, signer))
            self.dataset.report(self._why_stray(event, signer))

    def _why_stray(self, event: Event, signer: int | None) -> list[Finding]:
        table = self.dataset.book.table("pledges")
        if signer is not None:
            return [table.finding(RULES["X202"], event.row, "pledger", level=self.level)]
        if self.dataset.atlas.known(event.pledger) and not self.dataset.atlas.unreadable(event.pledger):
            return [table.finding(RULES["X203"], event.row, "date", event=event.event)]
        return unknown(self.dataset.atlas, table, event.row, "pledger", None)

    def _in_force(self, regrouping: Regrouping) -> OwnAmounts:
        """Return the open units of the level, and those of them whose pledge is in force."""
        map_, day = regrouping.map, regrouping.day
        amounts = OwnAmounts(regrouping)
        amounts.miss(map_.detached(self.level))
        states = self.states(day)
        for number in map_.level(self.level):
            amounts.put(number, Amount(int(states.get(number) == IN_FORCE), 1), itself=True)
        for place in (*units_left_out(self.dataset, self.level, day), *self._left_out(day)):
            amounts.leave_out(place)
        return amounts

    def _flow(self, word: str, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the events of a word within a period, by the unit that its pledger has become."""
        first, last = str(period.first), str(period.last)
        amounts = OwnAmounts(regrouping)
        for event, unit in self._signed:
            if event.event == word and first <= event.date <= last:
                amounts.put(unit, Amount(1, None), itself=True)
        for event, stray in self._strays:
            if event.event == word and first <= event.date <= last:
                amounts.leave_out(stray)
        for row in unread_within(self.dataset, self.kind, word, period):
            amounts.leave_out(unit_meant(self.dataset, row, "pledger", "date", regrouping.day))
        return amounts

    def _lapsed(self, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the units whose pledge was in force on the eve of a period, and those of them that have lapsed."""
        held = self._in_force_before(period, regrouping)
        states = self.states(period.last)
        amounts = OwnAmounts(regrouping)
        for number in regrouping.map.level(self.level):
            if number in held:
                amounts.put(number, Amount(int(states.get(number) == LAPSED), 1), itself=True)
        for place in (*units_left_out(self.dataset, self.level, period.last), *self._left_out(period.last)):
            amounts.leave_out(place)
        return amounts

    def _left_out(self, day: date) -> Iterator[int | None]:
        """Yield the place of each row of the journal that was left out and may have mattered on a day."""
        map_ = self.dataset.map(day)
        for event, unit in self._strays:
            if event.date <= day.isoformat():
                yield map_.place(unit)
        for row in unread(self.dataset, self.kind, day):
            yield map_.place(unit_meant(self.dataset, row, "pledger", "date", day))

    def _in_force_before(self, period: Period, regrouping: Regrouping) -> set[int | None]:
        """Return the units of the day whose pledge, or what they were before, was in force on the eve of a period."""
        eve = self.dataset.map(earlier(period.first))
        of_level = set(eve.level(self.level))
        stood = [unit for unit, state in self.states(eve.day).items() if state == IN_FORCE and unit in of_level]
        return {regrouping.map.place(unit, own=True) for unit in stood}

    def states(self, day: date) -> dict[int, State]:
        """Return how the pledge stands of each open unit that has signed by a day, itself or as what it was before."""
        written = day.isoformat()
        return {unit: self._validity.state(event.date + event.event, written) for unit, event in self._last(day)}

    def _last(self, day: date) -> Iterable[tuple[int, Event]]:
        """Return the last event by a day of each unit that has signed, itself or as what it was before."""
        map_, written = self.dataset.map(day), day.isoformat()
        last: dict[int, Event] = {}
        for event, signer in self._signed:
            unit = map_.place(signer, own=True) if event.date <= written else None
            if unit is not None:
                known = last.get(unit)
                last[unit] = event if known is None or (known.date, known.event) < (event.date, event.event) else known
        return last.items()

    def _site_of(self, cells: Mapping[str, str], regrouping: Regrouping, flow: Flow | None) -> int | None:
        meant = unit_meant(self.dataset, cells, "pledger", "date", regrouping.day)
        return meant if flow is not None else regrouping.map.place(meant)

    def _standing_behind(self, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield the units and the events: the last one of each says how its pledge stands.

        With a ``period`` the units are asked whose pledge was in force on its eve, and wanted are those that lapsed.
        """
        map_, units, journal = regrouping.map, Trail("units", regrouping), Trail("pledges", regrouping)
        last, states = dict(self._last(map_.day)), self.states(map_.day)
        held = None if period is None else self._in_force_before(period, regrouping)
        wanted = IN_FORCE if period is None else LAPSED
        stood: dict[int, RowBehind] = {}

        def asked(number: int) -> RowBehind:
            state = states.get(number, UNSIGNED)
            if held is not None and number not in held:
                stood[number] = units.skip(number, number, "other-days" if state == IN_FORCE else state)
            else:
                reason: Reason = "counted" if state == wanted else state
                stood[number] = units.put(number, number, Amount(0, 1), reason, itself=True)
            return stood[number]

        yield from units_behind(self.dataset, self.level, regrouping, asked)
        for event, signer in self._signed:
            unit = map_.place(signer, own=True)
            if event.date > str(map_.day):
                yield journal.skip(event.row, signer, "not-yet")
            elif unit is None or unit not in stood:
                yield journal.skip(event.row, signer, "closed" if unit is None else "other-kind")
            else:
                on = stood[unit]
                reason: Reason = on.reason if last[unit] is event else "older"
                yield journal.hang(event.row, on, Amount(1, 0) if reason == "counted" else NOTHING, reason)
        for event, stray in self._strays:
            late = event.date > str(map_.day)
            yield journal.skip(event.row, stray, "not-yet") if late else journal.leave_out(event.row, map_.place(stray))

    def _flow_behind(self, flow: Flow, regrouping: Regrouping) -> Iterator[RowBehind]:
        """Yield the events, each at the unit that its pledger has become."""
        journal = Trail("pledges", regrouping)
        stray = {event.row for event, _ in self._strays}
        for event, unit in (*self._signed, *self._strays):
            why_not = flow.why_not(event.event, date.fromisoformat(event.date))
            if why_not is not None:
                yield journal.skip(event.row, unit, why_not)
            elif event.row in stray:
                yield journal.leave_out(event.row, unit)
            else:
                yield journal.put(event.row, unit, Amount(1, None), itself=True)
