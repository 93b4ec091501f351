"""A slow and obvious counter, derived from the contract alone and from nothing in the tool.

It reads a clean book and answers one figure at a time, from the list of rows. The only short cuts are
indexes by day: where each reference leads on that day, and what lies directly in each unit.

Decisions where the contract is silent:

* A unit that is not open yet on the day carries nothing: what refers to it is nowhere on that day.
* A day on which no unit bears the asked code raises `LookupError`; so does an unknown measure.
* Of several crosswalk rows for one closing unit the one with `same` or `whole` carries; two such rows are
  refused, because a clean book has one at most. The same holds for a circle of parents.
* The own pledge and return of a unit follow `same` only, also along a chain; any `whole` in it ends them.
* A unit that `same` takes to another level is counted at its new level, with its pledges and returns.
* Units that do not lie below or at the top unit take no part in `units` and `held_above`;
  `units` of the top unit's own level has the top unit itself, so that rows add up to the total.
* Below the grain nothing is known: num, den, reported and expected are None.
* Not reported: num and den are None, reported is 0, expected the number of grain units (0 is possible).
* Teams have no denominator from any source: a `total` in a return of teams is not looked at, and a figure
  of teams from returns is not-reported, partial or counted.
* Only returns of grain units count; one of a coarser or finer unit is for reconciling.
* A grain that is no level is a kind of organisation (`grain = "school"`): the reporters are the organisations
  of that kind open on the day, a return follows the organisation's code, and no level is below such a grain.
* The opening and closing days of a kind in the manifest change no figure: only rows do.
* `held_above` of returns: 0 of 0 where no grain unit is held above, None of None where those held above
  have not reported. The denominator is None for teams, units and households.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.independent import rows
from tests.independent.rows import Event, Return, Step, Stretch, Unit, holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CARRIES_CONTENT = frozenset({"same", "whole"})
CARRIES_OWN = frozenset({"same"})


class UncleanError(ValueError):
    """The book asks for something that a clean book never has, or that is not counted here yet."""


@dataclass(frozen=True)
class Answer:
    """One figure: its state, its pair of integers, and for returns who reported and when."""

    state: str
    num: int | None
    den: int | None
    reported: int | None = None
    expected: int | None = None
    counted_on: tuple[date, date] | None = None


def in_force(events: Iterable[Event], day: date, validity: object) -> bool:
    """Whether a pledger with these events has a pledge in force on the day."""
    past = sorted((event.day, event.withdrawn) for event in events if event.day <= day)
    if not past or past[-1][1]:
        return False
    return not lapsed(past[-1][0], day, validity)


def lapsed(signed: date, day: date, validity: object) -> bool:
    """Whether a pledge last signed on one day has lapsed by another. The seam for further validities."""
    if validity == "until-withdrawn":
        return False
    raise UncleanError(f"validity {validity!r} is not counted here (signed {signed}, counted {day})")


class Places:
    """The units of a book in all of time: who bore a code, and what a closing unit became."""

    def __init__(self, units: list[Unit], crosswalk: dict[tuple[str, date], list[Step]]) -> None:
        self.units = units
        self.crosswalk = crosswalk
        self.by_code: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self.by_code[unit.code].append(unit)

    def bearer(self, code: str, day: date | None) -> Unit | None:
        """The unit that bore the code on the day; without a day, the first that ever bore it."""
        bearers = self.by_code.get(code, [])
        if day is None:
            return min(bearers, key=lambda unit: unit.first or date.min, default=None)
        return next((unit for unit in bearers if holds(unit, day)), None)

    def successor(self, unit: Unit, parts: frozenset[str]) -> Unit | None:
        """The unit to which the crosswalk carries a closing unit, if one of these parts does."""
        if unit.last is None:
            return None
        steps = self.crosswalk.get((unit.code, unit.last), [])
        steps = [step for step in steps if step.part in CARRIES_CONTENT]
        if len(steps) > 1:
            raise UncleanError(f"{unit.code} is carried to several units on {unit.last}")
        return self.bearer(steps[0].to, unit.last) if steps and steps[0].part in parts else None

    def carry(self, unit: Unit | None, day: date, parts: frozenset[str]) -> Unit | None:
        """The unit open on the day that the given one has become, or None."""
        while unit is not None and unit.last is not None and unit.last <= day:
            unit = self.successor(unit, parts)
        return unit if unit is not None and holds(unit, day) else None


class Map:
    """The map of one day: where a reference leads, and what lies above a unit."""

    def __init__(self, places: Places, day: date) -> None:
        self.places = places
        self.day = day
        self.open = [unit for unit in places.units if holds(unit, day)]
        self._led: dict[tuple[str, date | None], Unit | None] = {}
        self._above: dict[Unit, list[Unit]] = {}

    def place(self, code: str, first: date | None) -> Unit | None:
        """Where a row with this code and this first day lies today."""
        key = (code, first)
        if key not in self._led:
            self._led[key] = self.places.carry(self.places.bearer(code, first), self.day, CARRIES_CONTENT)
        return self._led[key]

    def heir(self, code: str, day: date) -> Unit | None:
        """The unit that today holds what the unit bearing the code on that day did itself."""
        return self.places.carry(self.places.bearer(code, day), self.day, CARRIES_OWN)

    def parent(self, unit: Unit) -> Unit | None:
        """The unit directly above."""
        return self.place(unit.parent, unit.first) if unit.parent else None

    def above(self, unit: Unit) -> list[Unit]:
        """The unit, its parent, and so on to the root."""
        if unit not in self._above:
            chain: list[Unit] = []
            here: Unit | None = unit
            while here is not None:
                if here in chain:
                    raise UncleanError(f"{here.code} lies below itself on {self.day}")
                chain.append(here)
                here = self.parent(here)
            self._above[unit] = chain
        return self._above[unit]


Parts = dict[Unit, tuple[int, int]]
Report = tuple[Unit, Return | None]


def add_up(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The sums of the numerators and of the denominators."""
    listed = list(pairs)
    return sum(num for num, _ in listed), sum(den for _, den in listed)


def sum_returns(got: list[Return], with_totals: bool) -> tuple[int, int | None]:
    """The sums over what was reported; one unknown total makes the denominator unknown."""
    totals = [one.total for one in got if one.total is not None]
    known = with_totals and len(totals) == len(got)
    return sum(one.count for one in got), sum(totals) if known else None


class Counter:
    """A clean book, and the figures in it."""

    def __init__(self, folder: Path) -> None:
        self.manifest: dict[str, Any] = tomllib.loads(rows.read_text(folder / "antq.toml"))
        self.levels: list[str] = [level["id"] for level in self.manifest["levels"]]
        self.places = Places(rows.read_units(folder), rows.read_crosswalk(folder))
        self.registers = {
            "household": rows.read_stretches(folder, "households", "household", "area", "joined", "left"),
            "organisation": rows.read_stretches(folder, "organisations", "code", "unit", "opened", "closed"),
        }
        self.teams = rows.read_stretches(folder, "teams", "code", "unit", "established", "dissolved")
        self.events = rows.read_events(folder)
        self.returns = rows.read_returns(folder)
        self._maps: dict[date, Map] = {}
        self._parts: dict[tuple[str, date], Parts] = {}
        self._reports: dict[tuple[str, date], list[Report]] = {}
        self._signings: dict[str, dict[str, list[Event]]] = {}

    @classmethod
    def open(cls, folder: str | Path) -> Counter:
        """Read the book in a folder."""
        return cls(Path(folder))

    # The map

    def map(self, day: date) -> Map:
        """The map of a day."""
        if day not in self._maps:
            self._maps[day] = Map(self.places, day)
        return self._maps[day]

    def unit(self, code: str, day: date) -> Unit:
        """The unit that bears the code on the day."""
        unit = self.places.bearer(code, day)
        if unit is None:
            raise LookupError(f"no unit bears {code} on {day}")
        return unit

    def _top(self, day: date) -> Unit | None:
        return self.map(day).place(self.manifest["campaign"]["top"], None)

    def top(self, day: date) -> str | None:
        """The code of the unit to which the book's top unit is carried on the day."""
        unit = self._top(day)
        return unit.code if unit else None

    def units(self, level: str, day: date) -> list[str]:
        """The codes of the units of a level that are open on the day and lie below or at the top unit."""
        here, top = self.map(day), self._top(day)
        return sorted(unit.code for unit in here.open if unit.level == level and top in here.above(unit))

    def children(self, code: str, day: date) -> list[str]:
        """The codes of the units directly below a unit."""
        here, above = self.map(day), self.unit(code, day)
        return sorted(unit.code for unit in here.open if here.parent(unit) is above)

    def event_days(self) -> list[date]:
        """The days on which the crosswalk carries something."""
        return sorted({day for _, day in self.places.crosswalk})

    # The manifest

    def measures(self) -> list[str]:
        """Every measure that can be asked for."""
        pledges = [f"pledges.{kind}" for kind in self.manifest.get("pledges", {})]
        teams = [f"teams.{kind}" for kind in self.manifest.get("teams", {})]
        return [*pledges, *teams, "households", *(f"units.{level}" for level in self.levels)]

    def setting(self, measure: str, key: str, default: Any) -> Any:
        """What the manifest says about a kind."""
        family, _, kind = measure.partition(".")
        return self.manifest[family][kind].get(key, default)

    def from_returns(self, measure: str) -> bool:
        """Whether a measure is counted from returns; an unknown measure is refused."""
        if measure not in self.measures():
            raise LookupError(f"no measure {measure}")
        family = measure.partition(".")[0]
        return family in {"pledges", "teams"} and self.setting(measure, "source", "") == "returns"

    # Figures

    def figure(self, measure: str, unit_code: str, day: date) -> Answer:
        """A measure at the unit that bears the code on the day, on the map of the day."""
        unit = self.unit(unit_code, day)
        if self.from_returns(measure):
            return self._returned(measure, unit, day)
        here = self.map(day)
        pairs = (pair for place, pair in self.parts(measure, day).items() if unit in here.above(place))
        return self._registered(measure, *add_up(pairs))

    def own(self, measure: str, unit_code: str, day: date) -> Answer:
        """What is held at a unit itself and at none of its children; not for returns."""
        return self._registered(measure, *self.parts(measure, day).get(self.unit(unit_code, day), (0, 0)))

    def held_above(self, measure: str, level: str, day: date) -> tuple[int | None, int | None]:
        """What is in the total of the top unit, but in no unit of the level."""
        here, top = self.map(day), self._top(day)

        def held(place: Unit) -> bool:
            above = here.above(place)
            if top is None or top not in above:
                return False
            return all(unit.level != level for unit in above[: above.index(top) + 1])

        if self.from_returns(measure):
            reports = self.reports(measure, day)
            return self._held_returns(measure, [one for place, one in reports if held(place)])
        pairs = (pair for place, pair in self.parts(measure, day).items() if held(place))
        answer = self._registered(measure, *add_up(pairs))
        return answer.num, answer.den

    def _held_returns(self, measure: str, held: list[Return | None]) -> tuple[int | None, int | None]:
        got = [one for one in held if one is not None]
        if held and not got:
            return None, None
        return sum_returns(got, measure.startswith("pledges."))

    def _registered(self, measure: str, num: int, den: int) -> Answer:
        if not measure.startswith("pledges."):
            return Answer("counted", num, None)
        return Answer("counted" if den else "no-denominator", num, den)

    # Journal and registers

    def parts(self, measure: str, day: date) -> Parts:
        """For every unit, what lies directly in it: how many are in force, out of how many."""
        if (measure, day) not in self._parts:
            tally: dict[Unit, list[bool]] = defaultdict(list)
            for place, counts in self.items(measure, day):
                if place is not None:
                    tally[place].append(counts)
            self._parts[measure, day] = {place: (sum(each), len(each)) for place, each in tally.items()}
        return self._parts[measure, day]

    def items(self, measure: str, day: date) -> Iterator[tuple[Unit | None, bool]]:
        """Everything that is in the denominator: its place, and whether it is in the numerator."""
        family, _, kind = measure.partition(".")
        if family == "units":
            return ((unit, True) for unit in self.map(day).open if unit.level == kind)
        if family == "pledges":
            return self._pledgers(measure, day)
        if family == "households":
            return self._standing(self.registers["household"], day)
        return self._standing([team for team in self.teams if team.kind == kind], day)

    def _standing(self, stretches: list[Stretch], day: date) -> Iterator[tuple[Unit | None, bool]]:
        here = self.map(day)
        for row in stretches:
            if holds(row, day) and not row.excluded:
                yield here.place(row.place, row.first), True

    def _pledgers(self, measure: str, day: date) -> Iterator[tuple[Unit | None, bool]]:
        kind = measure.partition(".")[2]
        subject = self.setting(measure, "subject", kind)
        validity = self.setting(measure, "validity", "until-withdrawn")
        for place, events in self._signers(kind, subject, day):
            yield place, in_force(events, day, validity)

    def _signers(self, kind: str, subject: str, day: date) -> Iterator[tuple[Unit | None, Iterable[Event]]]:
        here = self.map(day)
        if subject in self.levels:
            events = self._events_of_units(kind, day)
            yield from ((unit, events.get(unit, [])) for unit in here.open if unit.level == subject)
        elif subject in self.registers:
            signed = self._events_in_stretches(kind, subject)
            for row in self.registers[subject]:
                if holds(row, day) and not row.excluded:
                    yield here.place(row.place, row.first), signed.get(row.who, [])
        else:
            raise UncleanError(f"there is no register of {subject}: its pledges cannot come from the journal")

    def _events_of_units(self, kind: str, day: date) -> dict[Unit, list[Event]]:
        events: dict[Unit, list[Event]] = defaultdict(list)
        for event in self.events.get(kind, set()):
            heir = self.map(day).heir(event.pledger, event.day)
            if heir is not None:
                events[heir].append(event)
        return events

    def _events_in_stretches(self, kind: str, subject: str) -> dict[str, list[Event]]:
        if kind not in self._signings:
            stretches: dict[str, list[Stretch]] = defaultdict(list)
            for row in self.registers[subject]:
                stretches[row.who].append(row)
            signed: dict[str, list[Event]] = defaultdict(list)
            for event in self.events.get(kind, set()):
                if any(holds(row, event.day) for row in stretches.get(event.pledger, [])):
                    signed[event.pledger].append(event)
            self._signings[kind] = signed
        return self._signings[kind]

    # Returns

    def grain(self, measure: str) -> str:
        """The level, or the kind of organisation, that reports a measure."""
        return str(self.setting(measure, "grain", self.levels[-1]))

    def _below_grain(self, measure: str, unit: Unit) -> bool:
        grain = self.grain(measure)
        return grain in self.levels and self.levels.index(unit.level) > self.levels.index(grain)

    def _returned(self, measure: str, unit: Unit, day: date) -> Answer:
        if self._below_grain(measure, unit):
            return Answer("below-grain", None, None)
        here = self.map(day)
        asked = [one for place, one in self.reports(measure, day) if unit in here.above(place)]
        got = [one for one in asked if one is not None]
        if not got:
            return Answer("not-reported", None, None, 0, len(asked))
        is_pledge = measure.startswith("pledges.")
        num, den = sum_returns(got, is_pledge)
        whole = "no-denominator" if is_pledge and not den else "counted"
        state = "partial" if len(got) < len(asked) else whole
        days = [one.day for one in got]
        return Answer(state, num, den, len(got), len(asked), (min(days), max(days)))

    def reports(self, measure: str, day: date) -> list[Report]:
        """Everyone who should have reported by the day: the place, and the latest return or None."""
        if (measure, day) not in self._reports:
            self._reports[measure, day] = list(self._latest_reports(measure, day))
        return self._reports[measure, day]

    def _latest_reports(self, measure: str, day: date) -> Iterator[Report]:
        here, grain = self.map(day), self.grain(measure)
        past = [one for one in self.returns.get(measure, []) if one.day <= day]
        past.sort(key=lambda one: one.day)
        if grain in self.levels:
            of_unit = {here.heir(one.unit, one.day): one for one in past}
            yield from ((unit, of_unit.get(unit)) for unit in here.open if unit.level == grain)
            return
        of_school = {one.unit: one for one in past}
        for row in self.registers["organisation"]:
            place = here.place(row.place, row.first)
            if row.kind == grain and holds(row, day) and place is not None:
                yield place, of_school.get(row.who)
