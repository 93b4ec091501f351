"""The rest of a campaign in a random book: organisations of all kinds, models, members, regimes, assessments.

What the contract leaves open is kept out of these books too, and so is what might be a finding:

* criteria under which a result would be against the rule: a book has either none; or for each level that its units
  are there, which is always so, and then nothing is `not-met`; or any, and then everything is `pending`;
* what is both in a register and in returns: with households from returns there is no register of them, and no
  pledge of theirs in the journal; a standard that is reported is not assessed;
* hosts of another kind than is to be reached, and organisations that change their kind.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.independent.history import FIRST, LAST, History
from tests.independent.kinds import CALENDARS, Kind, inline
from tests.independent.occupants import BODIES, ONE, Occupants, Row, Stay, cell
from tests.independent.rows import day_or_none
from tests.independent.validity import year_of

EXEMPT = {
    "agency": [""],
    "enterprise": ["", "", "small-enterprise", "micro-enterprise"],
    "school": ["", "", "primary-school", "pre-school"],
    "armed-forces": ["", "armed-forces"],
}
WORDS = ["armed-forces", "micro-enterprise", "pre-school", "primary-school", "small-enterprise"]
WINDOWS: dict[str, Any] = CALENDARS | {"khu-dan-cu": "11-01", "xa-23": {"first": "11-30", "last": "11-30"}}
HELD = "tuyen-truyen"  # of what is held it may be told how many took part
RESULTS = {"none": ["met", "not-met", "pending"], "units": ["met", "pending"], "any": ["pending"]}
PARTS = {
    "teams": ["", ".members", ".reach"],
    "models": ["", ".reach"],
    "standards": ["", ".met", ".not-met", ".pending"],
}


@dataclass(frozen=True)
class Regime:
    """A rule of the safety standard: when it is in force, whom it leaves out, whom it has and in which years."""

    id: str
    opened: date | None
    closed: date | None
    exempt: list[str]
    subjects: dict[str, str]

    def windows(self, subject: str) -> Iterator[tuple[str, date, date]]:
        """The years of a subject, as far as the regime is in force in them and the book goes."""
        closed = self.closed - ONE if self.closed else LAST
        for year in range(FIRST.year, LAST.year + 2):
            first, last = year_of(WINDOWS[self.subjects[subject]], year)
            first, last = max(first, self.opened or FIRST, FIRST), min(last, closed, LAST)
            if first <= last:
                yield str(year), first, last


class Bodies(Occupants):
    """The occupants of a whole book: organisations of all four kinds, each stretch with its word of exemption."""

    def __init__(self, rng: random.Random, history: History) -> None:
        super().__init__(rng, history)
        self.bodies = {f"CQ-{number}": self._present() for number in range(self.rng.randint(6, 14))}
        names = list(BODIES)
        self.kinds = {who: names[number % len(names)] for number, who in enumerate(self.bodies)}
        self.words = {
            who: [self.rng.choice(EXEMPT[self.kinds[who]]) for _ in stays] for who, stays in self.bodies.items()
        }

    def organisation_rows(self) -> list[Row]:
        """The register of organisations; an organisation keeps its kind and its name, and not its exemption."""
        rows = []
        for who, stays in self.bodies.items():
            fixed = {"code": who, "name": f"{BODIES[self.kinds[who]]} {who}", "kind": self.kinds[who]}
            for stay, word in zip(stays, self.words[who], strict=True):
                dates = {"opened": cell(stay.first), "closed": cell(stay.last)}
                rows.append(fixed | {"unit": stay.place.code, "exempt": word} | dates)
        return rows

    def signing(self, subject: str) -> dict[str, list[Stay]]:
        """Who signs: all organisations, or those of one kind."""
        if subject not in BODIES:
            return super().signing(subject)
        return {who: stays for who, stays in self.bodies.items() if self.kinds[who] == subject}

    def model_rows(self, kind: Kind) -> list[Row]:
        """The models of a kind, some of them with a host."""
        rows = []
        for number in range(self.rng.randint(1, 10)):
            stay = self.stays()[0]
            dates = {"established": cell(stay.first), "dissolved": cell(stay.last)}
            fixed = {"code": f"M-{kind.id}-{number}", "kind": kind.id, "unit": stay.place.code}
            rows.append(fixed | {"host": self._host(kind.reach, stay.first)} | dates)
        return rows

    def _host(self, reach: str, day: date | None) -> str:
        """An organisation that is there on a day, or none."""
        wanted = [who for who in self.bodies if reach not in BODIES or self.kinds[who] == reach]
        there = [who for who in wanted if day is None or any(holds(stay, day) for stay in self.bodies[who])]
        return self.rng.choice(there) if there and self.rng.random() < (0.9 if reach in BODIES else 0.4) else ""

    def return_rows(self, measure: str, grain: str, *, totals: bool) -> list[Row]:
        """What the units of a level, or the organisations of a kind, reported."""
        if grain not in BODIES:
            return super().return_rows(measure, grain, totals=totals)
        rows = []
        for who, stays in self.bodies.items():
            if self.kinds[who] == grain and self.rng.random() < 0.8:
                named = {"unit": who, "measure": measure}
                days = self._days_within(stays, self.rng.randint(1, 4))
                rows += [named | self._dates(day) | self._count(totals=totals) for day in days]
        return rows

    def assessment_rows(self, regime: Regime, subject: str, results: list[str]) -> list[Row]:
        """What the units of a level, or the organisations of a kind, were found to be in the years of a regime."""
        rows = []
        for window, first, last in regime.windows(subject):
            for who, stays in self._assessed(regime, subject):
                if self.rng.random() < 0.4:
                    fixed = {"subject": who, "regime": regime.id, "window": window}
                    days = self._within(stays, first, last)
                    rows += [fixed | {"date": cell(day), "result": self.rng.choice(results)} for day in days]
        return rows

    def _assessed(self, regime: Regime, subject: str) -> list[tuple[str, list[Stay]]]:
        """Who may be assessed, and the stretches in which that may be."""
        if subject in BODIES:
            pairs = {who: zip(self.bodies[who], self.words[who], strict=True) for who in self.bodies}
            left = [
                (who, [stay for stay, word in pairs[who] if word not in regime.exempt])
                for who in self.bodies
                if self.kinds[who] == subject
            ]
            return [(who, stays) for who, stays in left if stays]
        places = [place for place in self.history.places if place.level == subject]
        return [(place.code, [Stay(place, place.opened, place.closed)]) for place in places]

    def _within(self, stays: list[Stay], first: date, last: date) -> list[date]:
        """Up to three days of a span on which one of the stretches holds."""
        cut = [(max(stay.first or first, first), min(stay.last - ONE if stay.last else last, last)) for stay in stays]
        cut = [(begins, ends) for begins, ends in cut if begins <= ends]
        return sorted({self.day(*self.rng.choice(cut)) for _ in range(self.rng.randint(1, 3))}) if cut else []

    # By dice of their own: what was in the books before they were there is there still.

    def apart(self, name: str) -> Bodies:
        """The same occupants, with dice that no others are cast with."""
        there = copy(self)
        there.rng = random.Random(f"{name} {self.bodies}")
        return there

    def with_members(self, rows: list[Row]) -> list[Row]:
        """Models of which some say how many are in them."""
        rng = random.Random(repr(rows))
        return [row | {"members": rng.choice(["", str(rng.randint(0, 30))])} for row in rows]

    def activity_rows(self, kind: Kind) -> list[Row]:
        """What units did of a kind, one row after the other, as long as each goes on as something."""
        places = [place for place in self.history.places if place.ends() is None]
        rng = random.Random(f"{kind.id} {[place.code for place in places]}")
        rows = []
        for place in places:
            begins, ends = max(place.opened or FIRST, FIRST), min((place.closed or LAST) - ONE, LAST)
            for first, last in _spans(rng, begins, ends) if rng.random() < 0.7 else ():
                days = {"first": cell(first), "last": cell(last)}
                told = rng.choice(["", str(rng.randint(0, 400))]) if kind.id == HELD else ""
                rows.append(
                    days | {"unit": place.code, "kind": kind.id, "count": str(rng.randint(0, 9)), "participants": told}
                )
        return rows


def _spans(rng: random.Random, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Some spans of days that do not meet: single ones, months, quarters, and some that are longer than a year."""
    while first <= last:
        ends = min(last, first + rng.choice([0, 0, 29, 30, 91, 400]) * ONE)
        yield first, ends
        first = ends + rng.choice([1, 1, 40, 300]) * ONE


def holds(stay: Stay, day: date) -> bool:
    """Whether a day lies in a stretch."""
    return (stay.first is None or stay.first <= day) and (stay.last is None or day < stay.last)


def is_inside(row: Row, kind: Kind) -> bool:
    """Whether a team or model lies within the dates of its kind."""
    first, last = day_or_none(row["established"]), day_or_none(row["dissolved"])
    begins = kind.opened is None or (first is not None and first >= kind.opened)
    return begins and (kind.closed is None or (last is not None and last <= kind.closed))


class Campaign:
    """The kinds, regimes and registers of one whole book."""

    def __init__(self, rng: random.Random, history: History, kinds: list[Kind]) -> None:
        self.rng = rng
        self.levels = history.levels
        self.there = Bodies(rng, history)
        self.kinds = self._kinds(kinds)
        self.mode = rng.choice(["none", "none", "units", "any"])
        self.regimes = self._regimes()
        self.every = rng.choice(["", "month", "quarter", "year"])
        self.calendar = rng.choice(["", "duong-lich", "nam-thi-dua"]) if self.every else ""

    @property
    def calendars(self) -> dict[str, Any]:
        """The calendars that the regimes and the returns need."""
        named = {name for regime in self.regimes for name in regime.subjects.values()} | {self.calendar} - {""}
        return {name: WINDOWS[name] for name in sorted(named)}

    # Kinds

    def _kinds(self, before: list[Kind]) -> list[Kind]:
        """The kinds of the book as it was, some of them changed, and those of a whole campaign."""
        reported = self.rng.random() < 0.3
        kept = [one for one in before if not (reported and one.source == "journal" and one.subject == "household")]
        kept = [replace(one, grain="school") if one.id == "student" and self._often() else one for one in kept]
        households = Kind(
            "households", "", "returns" if reported else "register", "", self._grain() if reported else ""
        )
        bodies = [Kind("pledges", one, "journal", one) for one in BODIES if self.rng.random() < 0.3]
        bodies += [Kind("pledges", "truong", "journal", "school")] if self.rng.random() < 0.3 else []
        kinds = [*kept, *bodies, *([households] if reported or self.rng.random() < 0.3 else []), *self._models()]
        kinds += [Kind("activities", one, "register") for one in (HELD, "tin-bao")]
        kinds += [one for subject in self._subjects() for one in self._standard(subject)]
        return [self._dated(one) if one.family in {"teams", "models"} else one for one in kinds]

    def _often(self) -> bool:
        return self.rng.random() < 0.8

    def _grain(self) -> str:
        return self.rng.choice([*self.levels, *BODIES])

    def _subjects(self) -> list[str]:
        return [*dict.fromkeys([self.levels[-1], self.levels[-2]]), *BODIES]

    def _models(self) -> list[Kind]:
        wanted = [
            Kind("models", "cong-dan", "register", reach=self.rng.choice(self.levels)),
            Kind("models", "cong-truong", "register", reach="school"),
            Kind("models", "co-so", "register", reach=self.rng.choice(list(BODIES))),
            Kind("models", "dong-ho", "returns", grain=self._grain()),
        ]
        return [kind for kind in wanted if self.rng.random() < 0.6]

    def _standard(self, subject: str) -> list[Kind]:
        if self.rng.random() < 0.25:
            return [Kind("standards", subject, "returns", grain=self._grain())]
        return [Kind("standards", subject, "register")] if self._often() else []

    def _dated(self, kind: Kind) -> Kind:
        """A kind of teams or models with a reach and with dates and times of its own, or without."""
        reach = kind.reach or (self.rng.choice(self.levels) if self._often() else self.levels[-1])
        opened = date(2019, 6, 1) if self.rng.random() < 0.2 else None
        closed = date(2025, 12, 31) if self.rng.random() < 0.15 else None
        every = self.rng.choice(["month", "quarter", "year"]) if self.rng.random() < 0.2 else ""
        grain = self._grain() if kind.source == "returns" else kind.grain
        return replace(kind, reach=reach, grain=grain, opened=opened, closed=closed, every=every)

    # Regimes

    def _regimes(self) -> list[Regime]:
        """One regime after the other."""
        turn = self.there.day(date(2020, 6, 1), date(2024, 6, 1))
        gap = 30 * ONE if self.rng.random() < 0.2 else 0 * ONE
        return [
            self._regime("tt23-2012", self.rng.choice([None, date(2019, 6, 1)]), turn),
            self._regime("tt124-2021", turn + gap, self.rng.choice([None, None, date(2026, 1, 1)])),
        ]

    def _regime(self, name: str, opened: date | None, closed: date | None) -> Regime:
        subjects = [kind.id for kind in self.kinds if kind.family == "standards" and self.rng.random() < 0.9]
        exempt = self.rng.sample(WORDS, self.rng.choice([0, 2, 5]))
        return Regime(name, opened, closed, exempt, {one: self.rng.choice(sorted(WINDOWS)) for one in subjects})

    # The manifest

    def lines(self) -> list[str]:
        """What the manifest says of the regimes and of the returns."""
        lines = [one for regime in self.regimes for one in self._regime_lines(regime)]
        if self.every:
            lines += ["", "[returns]", f'every = "{self.every}"']
            lines += [f'calendar = "{self.calendar}"'] if self.calendar else []
        return lines

    def _regime_lines(self, regime: Regime) -> list[str]:
        lines = ["", f"[regimes.{regime.id}]", f'vi = "Thông tư {regime.id}"', f'en = "Circular {regime.id}"']
        lines += [f"opened = {regime.opened}"] if regime.opened else []
        lines += [f"closed = {regime.closed}"] if regime.closed else []
        lines += [f"exempt = {inline(regime.exempt)}"] if regime.exempt or self._often() else []
        for subject, calendar in regime.subjects.items():
            table = f"regimes.{regime.id}.subjects.{subject}"
            lines += ["", f"[{table}]", f'calendar = "{calendar}"']
            if subject in self.levels and self.mode != "none":
                lines += ["", f"[[{table}.criteria]]", 'vi = "tiêu chí"', 'en = "criterion"']
                lines += self._criterion(subject, calendar)
        return lines

    def _criterion(self, subject: str, calendar: str) -> list[str]:
        if self.mode == "any" and any(kind.measure == "pledges.household" for kind in self.kinds):
            by = ['by = "Q1"'] if isinstance(WINDOWS[calendar], str) else []
            return ['measures = ["pledges.household"]', 'at_least = "100%"', *by]
        return [f'measures = ["units.{subject}"]', "at_least = 1"]

    # Registers

    def tables(self) -> dict[str, list[Row]]:
        """All registers but those of units; that of households only where it is a source."""
        names = ["organisations", "pledges", "returns", "teams", "models", "assessments", "activities"]
        tables: dict[str, list[Row]] = {name: [] for name in names}
        if not any(kind.measure == "households" and kind.source == "returns" for kind in self.kinds):
            tables["households"] = self.there.household_rows()
        tables["organisations"] = self.there.organisation_rows()
        for kind in self.kinds:
            self._fill(tables, kind)
        return tables

    def _fill(self, tables: dict[str, list[Row]], kind: Kind) -> None:
        if kind.source == "journal":
            tables["pledges"] += self.there.pledge_rows(kind.id, kind.subject, kind.rule)
        elif kind.source == "returns":
            for part in PARTS.get(kind.family, [""]):
                totals = kind.family in {"pledges", "standards"} or part == ".reach"
                tables["returns"] += self.there.return_rows(kind.measure + part, kind.grain, totals=totals)
            if kind.family == "models":
                members = self.there.apart(kind.id).return_rows(f"{kind.measure}.members", kind.grain, totals=False)
                tables["returns"] += members
        elif kind.family == "teams":
            tables["teams"] += [row for row in self.there.team_rows(kind.id) if is_inside(row, kind)]
        elif kind.family == "models":
            rows = [row for row in self.there.model_rows(kind) if is_inside(row, kind)]
            tables["models"] += self.there.with_members(rows)
        elif kind.family == "activities":
            tables["activities"] += self.there.activity_rows(kind)
        elif kind.family == "standards":
            tables["assessments"] += self._assessments(kind.id)

    def _assessments(self, subject: str) -> list[Row]:
        results = RESULTS[self.mode if subject in self.levels else "none"]
        regimes = [regime for regime in self.regimes if subject in regime.subjects]
        return [row for regime in regimes for row in self.there.assessment_rows(regime, subject, results)]
