"""Pledges by units themselves: a commune or an area signs as one."""

from collections.abc import Iterator
from datetime import date

from antq_cli.core.findings import Finding
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.journal import IN_FORCE, Event, events_of, state, unread
from antq_cli.counting.left_out import unit_meant, units_left_out
from antq_cli.counting.rules import RULES
from antq_cli.units.atlas import unknown


class LevelJournal:
    """The events of a pledge kind whose pledgers are the units of a level.

    A unit's pledge goes along when the unit is renamed or moved up (``same``), and ends with it otherwise.
    """

    def __init__(self, ground: Ground, kind: str) -> None:
        self.ground = ground
        self.kind = kind
        self.level = ground.manifest.subject(kind)
        self.findings: list[Finding] = []
        self._signed: list[tuple[Event, int]] = []
        self._strays: list[tuple[Event, int | None]] = []
        for event in events_of(ground, kind):
            self._file(event)

    def _file(self, event: Event) -> None:
        """Put an event to those of a unit, or, with a finding, to those whose code named none of the level that day."""
        atlas = self.ground.atlas
        signer = atlas.bearer(event.pledger, date.fromisoformat(event.date))
        if signer is not None and atlas.units[signer].level == self.level:
            self._signed.append((event, signer))
        else:
            self._strays.append((event, signer))
            self.findings += self._why_stray(event, signer)

    def _why_stray(self, event: Event, signer: int | None) -> list[Finding]:
        table = self.ground.book.table("pledges")
        if signer is not None:
            return [table.finding(RULES["X202"], event.row, "pledger", level=self.level)]
        if self.ground.atlas.known(event.pledger) and not self.ground.atlas.unreadable(event.pledger):
            return [table.finding(RULES["X203"], event.row, "date", event=event.event)]
        return unknown(self.ground.atlas, table, event.row, "pledger", None)

    def spread(self, day: date) -> Spread:
        """Return the open units of the level, and those of them whose pledge is in force."""
        map_ = self.ground.map(day)
        spread = Spread(findings=[*self.findings, *map_.why_lost(map_.detached(self.level))])
        in_force = self._in_force(day)
        for number in map_.level(self.level):
            spread.add(number, Amount(int(number in in_force), 1))
        for place in (*units_left_out(self.ground, self.level, day), *self._left_out(day)):
            spread.add(place, Amount(left_out=1))
        return spread

    def _left_out(self, day: date) -> Iterator[int | None]:
        """Yield the place of each row of the journal that was left out and may have mattered on a day."""
        map_ = self.ground.map(day)
        for event, unit in self._strays:
            if event.date <= day.isoformat():
                yield map_.place(unit)
        for row in unread(self.ground, self.kind, day):
            yield map_.place(unit_meant(self.ground, row, "pledger", "date", day))

    def _in_force(self, day: date) -> set[int]:
        map_ = self.ground.map(day)
        last: dict[int, str] = {}
        for event, signer in self._signed:
            unit = map_.place(signer, own=True) if event.date <= day.isoformat() else None
            if unit is not None:
                last[unit] = max(last.get(unit, ""), event.date + event.event)
        return {unit for unit, event in last.items() if state(event) == IN_FORCE}
