"""How many pledges are in force where and when, counted from what the maker itself has told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sample_maker.journal import Event
from sample_maker.lives import Household


class Share(NamedTuple):
    """Pledges in force and eligible households."""

    num: int
    den: int

    @property
    def whole(self) -> bool:
        """Whether every household is in it."""
        return self.num == self.den


class Tally:
    """The households by where they ever lived, and what each signed and withdrew, in order."""

    def __init__(self, households: Iterable[Household], events: Iterable[Event]) -> None:
        self._people: dict[str, list[Household]] = defaultdict(list)
        for household in households:
            for area in sorted({stretch.area for stretch in household.stretches}):
                self._people[area].append(household)
        self._turns: dict[str, list[tuple[date, str]]] = defaultdict(list)
        for event in sorted(events):
            self._turns[event.pledger].append((event.day, event.event))

    @property
    def areas(self) -> list[str]:
        """The codes of all areas."""
        return sorted(self._people)

    def in_force(self, household: Household, since: date, day: date) -> bool:
        """Whether its last event from one day to another is a signature."""
        turns = [event for when, event in self._turns.get(household.code, ()) if since <= when <= day]
        return turns[-1:] == ["signed"]

    def area(self, area: str, day: date, since: date = date.min) -> Share:
        """The share of an area on a day; only what happened from `since` on matters."""
        here = [one for one in self._people[area] if (stretch := one.at(day)) and stretch[0::3] == (area, "")]
        return Share(sum(self.in_force(one, since, day) for one in here), len(here))

    def commune(self, commune: str, day: date) -> Share:
        """The share of a commune of 2021 on a day."""
        shares = [self.area(area, day) for area in self.areas if area.startswith(commune)]
        return Share(sum(share.num for share in shares), sum(share.den for share in shares))

    def signed(self, first: date, last: date) -> int:
        """How many signatures there were from one day to another, both counted."""
        turns = [turn for turns in self._turns.values() for turn in turns]
        return sum(event == "signed" and first <= day <= last for day, event in turns)
