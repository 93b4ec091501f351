"""Pledges by units themselves: a commune or an area signs as one."""

from collections.abc import Iterator
from datetime import date, timedelta

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import Event, events_of, unread, unread_within
from antq_cli.counting.rules import RULES
from antq_cli.counting.unread_rows import unit_meant, units_left_out
from antq_cli.counting.validity import IN_FORCE, LAPSED, validity_of
from antq_cli.units.atlas import unknown
from antq_cli.units.regrouping import Regrouping


class LevelJournal:
    """The events of a pledge kind whose pledgers are the units of a level.

    A unit's pledge goes along when the unit is renamed or moved up (``same``), and ends with it otherwise.
    """

    def __init__(self, dataset: Dataset, kind: str) -> None:
        self.dataset = dataset
        self.kind = kind
        self.level = dataset.manifest.subject(kind)
        self._validity = validity_of(dataset.manifest, kind)
        self.findings: list[Finding] = []
        self._signed: list[tuple[Event, int]] = []
        self._strays: list[tuple[Event, int | None]] = []
        for event in events_of(dataset, kind):
            self._file(event)

    def _file(self, event: Event) -> None:
        """Put an event to those of a unit, or, with a finding, to those whose code named none of the level that day."""
        atlas = self.dataset.atlas
        signer = atlas.bearer(event.pledger, date.fromisoformat(event.date))
        if signer is not None and atlas.units[signer].level == self.level:
            self._signed.append((event, signer))
        else:
            self._strays.append((event, signer))
            self.findings += self._why_stray(event, signer)

    def _why_stray(self, event: Event, signer: int | None) -> list[Finding]:
        table = self.dataset.book.table("pledges")
        if signer is not None:
            return [table.finding(RULES["X202"], event.row, "pledger", level=self.level)]
        if self.dataset.atlas.known(event.pledger) and not self.dataset.atlas.unreadable(event.pledger):
            return [table.finding(RULES["X203"], event.row, "date", event=event.event)]
        return unknown(self.dataset.atlas, table, event.row, "pledger", None)

    def amounts(self, regrouping: Regrouping) -> OwnAmounts:
        """Return the open units of the level, and those of them whose pledge is in force."""
        map_, day = regrouping.map, regrouping.day
        amounts = OwnAmounts(regrouping, [*self.findings, *map_.why_lost(map_.detached(self.level))])
        states = self.states(day)
        for number in map_.level(self.level):
            amounts.put(number, Amount(int(states.get(number) == IN_FORCE), 1), itself=True)
        for place in (*units_left_out(self.dataset, self.level, day), *self._left_out(day)):
            amounts.leave_out(place)
        return amounts

    def flow(self, word: str, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the events of a word within a period, by the unit that its pledger has become."""
        first, last = str(period.first), str(period.last)
        amounts = OwnAmounts(regrouping, self.findings)
        for event, unit in self._signed:
            if event.event == word and first <= event.date <= last:
                amounts.put(unit, Amount(1, None), itself=True)
        for event, stray in self._strays:
            if event.event == word and first <= event.date <= last:
                amounts.leave_out(stray)
        for row in unread_within(self.dataset, self.kind, word, period):
            amounts.leave_out(unit_meant(self.dataset, row, "pledger", "date", regrouping.day))
        return amounts

    def lapsed(self, period: Period, regrouping: Regrouping) -> OwnAmounts:
        """Return the units whose pledge was in force on the eve of a period, and those of them that have lapsed."""
        eve = self.dataset.map(period.first - timedelta(1))
        of_level = set(eve.level(self.level))
        stood = [unit for unit, state in self.states(eve.day).items() if state == IN_FORCE and unit in of_level]
        held = {regrouping.map.place(unit, own=True) for unit in stood}
        states = self.states(period.last)
        amounts = OwnAmounts(regrouping, self.findings)
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

    def states(self, day: date) -> dict[int, str]:
        """Return how the pledge stands of each open unit that has signed by a day, itself or as what it was before."""
        map_, written = self.dataset.map(day), day.isoformat()
        last: dict[int, str] = {}
        for event, signer in self._signed:
            unit = map_.place(signer, own=True) if event.date <= written else None
            if unit is not None:
                last[unit] = max(last.get(unit, ""), event.date + event.event)
        return {unit: self._validity.state(event, written) for unit, event in last.items()}
