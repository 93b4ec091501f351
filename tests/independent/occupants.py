"""Who is in the units of a random book, and what they sign and report: valid by construction.

Nobody is ever at a place that nothing carries on: whoever is in a unit that ends leaves it on that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.independent.history import FIRST, LAST, History, Place
from tests.independent.validity import UNTIL_WITHDRAWN, expiry

if TYPE_CHECKING:
    import random

Row = dict[str, str]
ONE = timedelta(days=1)
EXCLUSIONS = ["absent", "vacant", "temporary"]
BODIES = {"agency": "Cơ quan", "enterprise": "Doanh nghiệp", "school": "Trường", "armed-forces": "Đơn vị"}


@dataclass(frozen=True)
class Rule:
    """How long the pledges of a kind are in force."""

    validity: Any = UNTIL_WITHDRAWN
    calendars: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, signed: date | None, day: date) -> bool:
        """Whether a pledge that was last signed on a day, and not withdrawn, is in force on another."""
        if signed is None:
            return False
        end = expiry(signed, self.validity, self.calendars)
        return end is None or day < end

    @property
    def numbers(self) -> list[int]:
        """How many times somebody may act: more often where pledges lapse."""
        return [0, 1, 1, 1, 2, 3, 5] if self.validity == UNTIL_WITHDRAWN else [0, 1, 1, 2, 3, 5, 8]


FOR_EVER = Rule()


@dataclass(frozen=True)
class Stay:
    """A stretch: a place from a first day to the day on which it is over."""

    place: Place
    first: date | None
    last: date | None
    excluded: str = ""


def cell(day: date | None) -> str:
    """A day as it stands in a file."""
    return day.isoformat() if day else ""


class Occupants:
    """The households, organisations, teams, pledges and returns of one book."""

    def __init__(self, rng: random.Random, history: History) -> None:
        self.rng = rng
        self.history = history
        self.days = sorted({step.day for step in history.steps})
        self.households = {f"H{number:03d}": self.stays() for number in range(rng.randint(8, 60))}
        self.bodies = {f"CQ-{number}": self._present() for number in range(rng.randint(2, 9))}

    # Days and places

    def day(self, first: date, last: date) -> date:
        """A day of a span, both ends included, often the day of an event or its eve, or an end."""
        telling = [day for event in self.days for day in (event - ONE, event) if first <= day <= last]
        if telling and self.rng.random() < 0.3:
            return self.rng.choice(telling)
        if self.rng.random() < 0.2:
            return self.rng.choice([first, last])
        return first + self.rng.randint(0, (last - first).days) * ONE

    def place(self, first: date | None) -> Place:
        """A unit that a row with this first day may name: mostly of the last level."""
        places = self.history.open_on(first) if first else self.history.places
        places = [place for place in places if first or place.opened is None]
        lowest = [place for place in places if place.level == self.history.levels[-1]]
        return self.rng.choice(lowest if lowest and self.rng.random() < 0.85 else places)

    # Stretches

    def stays(self) -> list[Stay]:
        """The stretches of one household or organisation, one after the other."""
        first = None if self.rng.random() < 0.5 else self.day(FIRST, date(2025, 6, 30))
        stays = [self._stay(self.place(first), first, "")]
        while len(stays) < 6 and stays[-1].last and stays[-1].last < LAST and self.rng.random() < 0.8:
            stays.append(self._next(stays[-1], stays[-1].last))
        return stays

    def _present(self) -> list[Stay]:
        """The stretches of an organisation: none is excluded."""
        return [stay for stay in self.stays() if not stay.excluded]

    def _stay(self, place: Place, first: date | None, excluded: str) -> Stay:
        ends = place.ends()
        if (ends is None and self.rng.random() < 0.4) or (first or FIRST) >= LAST:
            return Stay(place, first, ends, excluded)
        if ends is not None and self.rng.random() < 0.6:
            return Stay(place, first, ends, excluded)
        since = max(first or FIRST, place.opened or FIRST)
        return Stay(place, first, self.day(since + ONE, min(ends or LAST, LAST)), excluded)

    def _next(self, before: Stay, day: date) -> Stay:
        if self.rng.random() < 0.3:
            later = self.day(day + ONE, LAST)
            return self._stay(self.place(later), later, "")
        here = before.place.carried(day)
        there = here if here and self.rng.random() < 0.5 else self.place(day)
        excluded = "" if before.excluded else self.rng.choice(EXCLUSIONS)
        if there is not here and self.rng.random() < 0.7:
            excluded = ""
        return self._stay(there, day, excluded)

    # Registers

    def household_rows(self) -> list[Row]:
        """The register of households."""
        return [
            {"household": who, "area": stay.place.code, "joined": cell(stay.first), "left": cell(stay.last)}
            | {"excluded": stay.excluded}
            for who, stays in self.households.items()
            for stay in stays
        ]

    def organisation_rows(self) -> list[Row]:
        """The register of organisations; an organisation keeps its kind and its name."""
        rows = []
        for who, stays in self.bodies.items():
            kind = self.rng.choice(list(BODIES))
            fixed = {"code": who, "name": f"{BODIES[kind]} {who}", "kind": kind}
            for stay in stays:
                dates = {"opened": cell(stay.first), "closed": cell(stay.last)}
                rows.append(fixed | {"unit": stay.place.code} | dates)
        return rows

    def team_rows(self, kind: str) -> list[Row]:
        """The teams of a kind, some of them at units above the last level."""
        rows = []
        for number in range(self.rng.randint(0, 12)):
            stay = self.stays()[0]
            dates = {"established": cell(stay.first), "dissolved": cell(stay.last)}
            members = self.rng.choice(["", str(self.rng.randint(0, 15))])
            code = f"T-{kind}-{number}"
            rows.append({"code": code, "kind": kind, "unit": stay.place.code, "members": members} | dates)
        return rows

    # Pledges

    def signing(self, subject: str) -> dict[str, list[Stay]]:
        """Who signs, each with its stretches."""
        return self.households if subject == "household" else self.bodies

    def pledge_rows(self, kind: str, subject: str, rule: Rule = FOR_EVER) -> list[Row]:
        """The journal of a kind: of households, of organisations, or of the units of a level."""
        if subject in self.history.levels:
            return self._unit_pledges(kind, subject, rule)
        rows = []
        for who, stays in self.signing(subject).items():
            signed, _ = self._acts(stays, None, rule)
            rows += [{"date": cell(day), "kind": kind, "pledger": who, "event": act} for day, act in signed]
        return rows

    def _unit_pledges(self, kind: str, level: str, rule: Rule) -> list[Row]:
        rows = []
        held: dict[Place, date | None] = {}
        for place in sorted(self.history.places, key=lambda one: one.opened or date.min):
            acts: list[tuple[date, str]] = []
            signed = held.get(place)
            if place.level == level:
                acts, signed = self._acts([Stay(place, place.opened, place.closed)], signed, rule)
            rows += [{"date": cell(day), "kind": kind, "pledger": place.code, "event": act} for day, act in acts]
            if place.part == "same":
                held[place.heirs[0]] = signed
        return rows

    def _acts(self, stays: list[Stay], signed: date | None, rule: Rule) -> tuple[list[tuple[date, str]], date | None]:
        """What one pledger does, never withdrawing what is not in force; and what stands signed at the end."""
        acts = []
        for day in self._days_within(stays, self.rng.choice(rule.numbers)):
            in_force = rule.holds(signed, day)
            withdraws = self.rng.random() < (0.5 if in_force else 0.2)
            if not withdraws or not in_force or self.rng.random() < 0.3:
                acts.append((day, "signed"))
                signed = day
            if withdraws and rule.holds(signed, day):
                acts.append((day, "withdrawn"))
                signed = None
        return acts, signed

    def _days_within(self, stays: list[Stay], wanted: int) -> list[date]:
        days = set()
        for stay in self.rng.choices(stays, k=wanted):
            last = min(LAST, stay.last - ONE) if stay.last else LAST
            days.add(self.day(min(stay.first or FIRST, last), last))
        return sorted(days)

    # Returns

    def return_rows(self, measure: str, grain: str, *, totals: bool) -> list[Row]:
        """What the units of a level reported, some of them never, some without a total."""
        rows = []
        for place in self.history.places:
            if place.level == grain and self.rng.random() < 0.8:
                days = self._days_within([Stay(place, place.opened, place.closed)], self.rng.randint(1, 4))
                named = {"unit": place.code, "measure": measure}
                rows += [named | self._dates(day) | self._count(totals=totals) for day in days]
        return rows

    def _dates(self, day: date) -> Row:
        received = min(LAST, day + self.rng.randint(0, 9) * ONE)
        return {"date": cell(day), "received": cell(received) if self.rng.random() < 0.3 else ""}

    def _count(self, *, totals: bool) -> Row:
        count = self.rng.choice([0, self.rng.randint(0, 300)])
        blank = not totals or self.rng.random() < 0.12
        total = count + self.rng.choice([0, self.rng.randint(0, 90)])
        return {"count": str(count), "total": "" if blank else str(total)}
