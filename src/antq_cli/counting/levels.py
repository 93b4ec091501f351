"""Pledges by units themselves: a commune or an area signs as one."""

from datetime import date

from antq_cli.core.findings import Finding
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.journal import IN_FORCE, Event, events_of, state, unread
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
        self._signers = [(event, self._signer(event)) for event in events_of(ground, kind)]

    def _signer(self, event: Event) -> int | None:
        """Return the unit that pledged; None, with a finding, where the code named none of the level on that day."""
        atlas = self.ground.atlas
        number = atlas.bearer(event.pledger, date.fromisoformat(event.date))
        if number is not None and atlas.units[number].level == self.level:
            return number
        table = self.ground.book.table("pledges")
        if number is not None:
            self.findings.append(table.finding(RULES["X202"], event.row, "pledger", level=self.level))
        elif atlas.known(event.pledger):
            self.findings.append(table.finding(RULES["X203"], event.row, "date", event=event.event))
        else:
            self.findings += unknown(atlas, table, event.row, "pledger", None)
        return None

    def spread(self, day: date) -> Spread:
        """Return the open units of the level, and those of them whose pledge is in force."""
        map_ = self.ground.map(day)
        spread = Spread(findings=[*self.findings, *map_.why_lost(map_.detached(self.level))])
        spread.lost = Amount(left_out=len(map_.detached(self.level)))
        in_force = self._in_force(day)
        for number in map_.level(self.level, map_.top) if map_.top is not None else ():
            spread.add(number, Amount(int(number in in_force), 1))
        strays = sum(signer is None and event.date <= day.isoformat() for event, signer in self._signers)
        spread.lost += Amount(left_out=strays + sum(1 for _ in unread(self.ground, self.kind, day)))
        return spread

    def _in_force(self, day: date) -> set[int]:
        last: dict[int, str] = {}
        for event, signer in self._signers:
            unit = None if signer is None else self.ground.map(day).place(signer, own=True)
            if unit is not None and event.date <= day.isoformat():
                last[unit] = max(last.get(unit, ""), event.date + event.event)
        return {unit for unit, mark in last.items() if state(mark) == IN_FORCE}
