"""A slow and obvious counter, derived from the contract alone and from nothing in the tool.

It reads a clean book and answers one figure at a time, from the list of rows. The only short cuts are
indexes by day: where each reference leads on that day, and what has a place on it.

The parts: `rows` (what stands in the files), `places` (units and maps), `validity`, `basis`, `flows`, `campaign`
(teams, models, reach), `activities`, `standards` (assessments) and `rhythm` (old numbers); each lists its decisions.

Decisions where the contract is silent:

* A unit that is not open yet on the day carries nothing: what refers to it is nowhere on that day.
* A day on which no unit bears the asked code raises `LookupError`; so does an unknown measure.
* Of several crosswalk rows for one closing unit the one with `same` or `whole` carries; two such rows are
  refused, because a clean book has one at most. The same holds for a circle of parents.
* The own pledge and return of a unit follow `same` only, also along a chain; any `whole` in it ends them.
* A unit that `same` takes to another level is counted at its new level, with its pledges and returns.
* Units that do not lie below or at the top unit take no part in `units` and `held_above`;
  `units` of the top unit's own level has the top unit itself, so that rows add up to the total.
* On a basis a return lies where its sender was on its day: it is of all that the sender held then.
* On a basis a unit of a lower level may hold what units of the grain reported; it is not below the grain then.
* Below the grain nothing is known: num, den, reported and expected are None.
* Not reported: num and den are None, reported is 0, expected the number of grain units (0 is possible).
* What is rated are pledges, `reach` and standards, from any source. All others have no denominator: a `total` in a
  return of them is not looked at, and a figure of them from returns is not-reported, partial or counted.
* A kind's source is that of all its measures: `teams.antt.members` and `.reach` come from returns where the teams do.
* Units of the level of the top unit are the top unit itself: for reach and standards as for pledges.
* Members that none of several teams or models have told are None, `held_above` too; reported and expected are told in
  any state.
* Returns of a standard from before the first day of the window are as if they were not there; on a day without a
  window every return counts, however old.
* Pledges by the organisations of one kind (`subject = "school"`) are those of whoever was of the kind on the day of the
  pledge; who is of the kind on the day that is counted is in the denominator. A level of that name goes before.
* `organisations.KIND` has every open organisation of the kind, whatever its `exempt` says.
* Only returns of grain units count; one of a coarser or finer unit is for reconciling.
* A grain that is no level is a kind of organisation (`grain = "school"`): the reporters are the organisations
  of that kind open on the day, a return follows the organisation's code, and no level is below such a grain.
* A number is old if it is dated before the first day of the last month, quarter or year that is over: see `rhythm`.
* The opening and closing days of a kind in the manifest change no figure: only rows do.
* Where somebody is to be assessed for the standard and nobody was, no certain result is known: not reported.
* A basis that is the day itself is no basis. On another one the asked unit, its level and what lies above and
  below are those of the basis; everything else is that of the day.
* An organisation that reports (a grain that is no level) lies where its own row lies, from that row's first day;
  a unit that reports, from the date of the return.
* Units for themselves (`units`, pledges of units) are placed on a basis without any account of absorption.
* `held_above` of returns: 0 of 0 where no grain unit is held above, None of None where those held above
  have not reported. The denominator is None for teams, units and households.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tests.independent import activities, campaign, flows, rhythm, rows, standards
from tests.independent.basis import Basis
from tests.independent.flows import Item
from tests.independent.places import Map, Places, UncleanError
from tests.independent.rows import Event, Return, Stretch, Unit, holds
from tests.independent.sums import Counted, Parts, add_up, is_rated, is_reach, is_summed, sum_returns, tally
from tests.independent.validity import UNTIL_WITHDRAWN, in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True)
class Answer:
    """One figure: its state, its pair of integers, and for returns who reported and when, and how many are old."""

    state: str
    num: int | None
    den: int | None
    reported: int | None = None
    expected: int | None = None
    counted_on: tuple[date, date] | None = None
    old: int | None = field(default=None, compare=False)  # it is asked for by itself


BODIES = ("agency", "enterprise", "school", "armed-forces")
Pair = tuple[int | None, int | None]
T = TypeVar("T")

# What may be asked of a kind beside the kind itself, and which of it has a denominator.
PARTS = {
    "pledges": ("",),
    "teams": ("", ".members", ".reach"),
    "models": ("", ".members", ".reach"),
    "activities": ("", ".participants"),
    "standards": ("", ".met", ".not-met", ".pending"),
}


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
        bodies = self.registers["organisation"]
        kinds = {kind: [row for row in bodies if row.kind == kind] for kind in BODIES if kind not in self.levels}
        self.registers |= kinds
        self.instances = {
            name: rows.read_stretches(folder, name, "code", "unit", "established", "dissolved")
            for name in ("teams", "models")
        }
        self.assessments = rows.read_assessments(folder)
        self.activities = rows.read_activities(folder)
        self.events = rows.read_events(folder)
        self.returns = rows.read_returns(folder)
        self._known = frozenset(self.measures())
        self._maps: dict[date, Map] = {}
        self._bases: dict[date, Basis] = {}
        self._parts: dict[tuple[str, date, date], Parts] = {}
        self._reports: dict[tuple[str, date, date], Counted] = {}
        self._stretches: dict[str, dict[str, list[Stretch]]] = {}
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
        kinds = [(family, kind) for family in PARTS for kind in self.manifest.get(family, {})]
        declared = [f"{family}.{kind}{part}" for family, kind in kinds for part in PARTS[family]]
        units = [f"units.{level}" for level in self.levels]
        return [*declared, "households", *units, *(f"organisations.{kind}" for kind in BODIES)]

    def setting(self, measure: str, key: str, default: Any) -> Any:
        """What the manifest says about the kind of a measure, or about households."""
        family, *kind = measure.split(".")
        table = self.manifest[family][kind[0]] if kind else self.manifest.get(family, {})
        return table.get(key, default)

    def from_returns(self, measure: str) -> bool:
        """Whether a measure is counted from returns; an unknown measure is refused."""
        if measure not in self._known:
            raise LookupError(f"no measure {measure}")
        return not measure.startswith(("units.", "organisations.")) and self.setting(measure, "source", "") == "returns"

    def is_told(self, measure: str) -> bool:
        """Whether a measure is a sum of numbers that somebody told, or of which some are not known."""
        return self.from_returns(measure) or is_summed(measure)

    # Another basis

    def basis(self, day: date) -> Basis:
        """The map of a day as a basis."""
        if day not in self._bases:
            self._bases[day] = Basis(self.map(day), self._top(day))
        return self._bases[day]

    def placed(self, measure: str, items: Iterable[Item], day: date, basis: date | None) -> Counted:
        """Everything that has a place on the day, with its place on the map of the basis."""
        if basis is None or basis == day:
            return [(item.place, item) for item in items if item.place is not None]
        here, top, there = self.map(day), self._top(day), self.basis(basis)
        counted = [item for item in items if item.place is not None and top in here.above(item.place)]
        found = [(there.place(item.meant, item.first), item) for item in counted if item.meant]
        there.remember((measure, day), [(lies, item.place, item.sent) for lies, item in found if item.place])
        return [(lies.place, item) for lies, item in found if lies.place is not None]

    def refuse(self, measure: str, day: date, basis: date | None, units: Iterable[Unit]) -> None:
        """Raise where something may lie in one of some units of another day, and nobody can tell."""
        top = self._top(day)
        if top and basis is not None and basis != day:
            self.basis(basis).refuse((measure, day), units, self.map(day), top)

    def _within(self, unit: Unit, placed: Iterable[tuple[Unit, T]], here: Map) -> list[T]:
        """What lies in a unit, at any depth."""
        return [one for place, one in placed if unit in here.above(place)]

    def _rows(self, level: str, day: date) -> list[Unit]:
        """The top unit, and the units of a level: a table of them."""
        return [self.unit(code, day) for code in [self.top(day) or "", *self.units(level, day)]]

    def _above_level(self, placed: Iterable[tuple[Unit, T]], level: str, day: date) -> list[T]:
        """What lies below or at the top unit of the day, but in no unit of the level."""
        here, top = self.map(day), self._top(day)

        def held(place: Unit) -> bool:
            above = here.above(place)
            if top is None or top not in above:
                return False
            return all(unit.level != level for unit in above[: above.index(top) + 1])

        return [one for place, one in placed if held(place)]

    # Figures

    def figure(self, measure: str, unit_code: str, day: date, basis: date | None = None) -> Answer:
        """A measure on a day, at the unit that bears the code on the basis, else on the day."""
        where = basis or day
        unit, here = self.unit(unit_code, where), self.map(where)
        if self.is_told(measure):
            reports = self._reported(measure, day, basis)
            self.refuse(measure, day, basis, [unit])
            return self._told(measure, unit, [item.got for item in self._within(unit, reports, here)], day)
        sums = add_up(self._within(unit, self.parts(measure, day, basis).items(), here))
        self.refuse(measure, day, basis, [unit])
        if self._nobody_assessed(measure, unit, day, basis):
            return Answer("not-reported", None, sums[1])
        return self.registered(measure, *sums)

    def _nobody_assessed(self, measure: str, unit: Unit, day: date, basis: date | None) -> bool:
        """Whether a certain result is asked for where somebody is to be assessed and nobody was."""
        family, *rest = measure.split(".")
        if family != "standards" or len(rest) < 2:
            return False
        subject = rest[0]
        parts = self.parts(f"standards.{subject}", day, basis)
        num, den = add_up(self._within(unit, parts.items(), self.map(basis or day)))
        return den > 0 and num == 0

    def own(self, measure: str, unit_code: str, day: date, basis: date | None = None) -> Answer:
        """What is held at a unit itself and at none of its children; not for returns."""
        unit = self.unit(unit_code, basis or day)
        if is_summed(measure):
            told = [item.got for place, item in self._reported(measure, day, basis) if place is unit]
            return self._told(measure, unit, told, day)
        return self.registered(measure, *self.parts(measure, day, basis).get(unit, (0, 0)))

    def held_above(self, measure: str, level: str, day: date, basis: date | None = None) -> Pair:
        """What is in the total of the top unit, but in no unit of the level."""
        where = basis or day
        if self.is_told(measure):
            reports = self._reported(measure, day, basis)
            self.refuse(measure, day, basis, self._rows(level, where))
            return self.held_returns(measure, [item.got for item in self._above_level(reports, level, where)])
        held = self._above_level(self.parts(measure, day, basis).items(), level, where)
        self.refuse(measure, day, basis, self._rows(level, where))
        answer = self.registered(measure, *add_up(held))
        return answer.num, answer.den

    def parts(self, measure: str, day: date, basis: date | None = None) -> Parts:
        """For every unit of the basis, what lies directly in it: how many count, out of how many."""
        key = (measure, day, basis or day)
        if key not in self._parts:
            self._parts[key] = tally(self.placed(measure, self.items(measure, day), day, basis))
        return self._parts[key]

    def told(self, measure: str, day: date) -> list[tuple[Unit, Return | None]]:
        """Who should have told a number by the day: where they are, and the return that is counted, if any."""
        return [(place, item.got) for place, item in self._reported(measure, day, None)]

    def held_returns(self, measure: str, held: list[Return | None]) -> Pair:
        """What some of those have told, of whom some may not have."""
        got = [one for one in held if one is not None]
        if held and not got:
            return None, None
        return sum_returns(got, is_rated(measure))

    def registered(self, measure: str, num: int, den: int) -> Answer:
        """The sums of what stands in the registers, as a figure."""
        if not is_rated(measure):
            return Answer("counted", num, None)
        return Answer("counted" if den else "no-denominator", num, den)

    # Flows

    def done(self, measure: str, unit_code: str, first: date, last: date, basis: date | None = None) -> Answer:
        """What was done in a span, both days counted, at a unit of the basis."""
        unit, here, key = self.unit(unit_code, basis or last), self.map(basis or last), f"{measure}:{first}"
        placed = self.placed(key, activities.done(self, measure, (first, last)), last, basis)
        self.refuse(key, last, basis, [unit])
        return self._told(measure, unit, [item.got for item in self._within(unit, placed, here)], last)

    def flow(self, kind: str, part: str, unit_code: str, first: date, last: date, basis: date | None = None) -> Answer:
        """What was signed, withdrawn or has lapsed in a span, both days counted, at a unit of the basis."""
        where = basis or last
        unit, parts = self.unit(unit_code, where), self.flow_parts(kind, part, (first, last), basis)
        self.refuse(f"pledges.{kind}.{part}:{first}", last, basis, [unit])
        return self._flowed(part, *add_up(self._within(unit, parts.items(), self.map(where))))

    def flow_above(self, kind: str, part: str, level: str, first: date, last: date, basis: date | None = None) -> Pair:
        """What is in the flow of the top unit, but in no unit of the level."""
        parts = self.flow_parts(kind, part, (first, last), basis)
        answer = self._flowed(part, *add_up(self._above_level(parts.items(), level, basis or last)))
        return answer.num, answer.den

    def flow_parts(self, kind: str, part: str, span: tuple[date, date], basis: date | None = None) -> Parts:
        """For every unit of the basis, what lies directly in it of a flow."""
        key = (f"pledges.{kind}.{part}:{span[0]}", span[1], basis or span[1])
        if key not in self._parts:
            if self.from_returns(f"pledges.{kind}"):
                raise UncleanError(f"pledges.{kind} comes from returns and has no flows")
            if part not in flows.PARTS:
                raise LookupError(f"no flow {part}")
            self._parts[key] = tally(self.placed(key[0], flows.PARTS[part](self, kind, part, span), span[1], basis))
        return self._parts[key]

    def _flowed(self, part: str, num: int, den: int) -> Answer:
        if part != "lapsed":
            return Answer("counted", num, None)
        return Answer("counted" if den else "no-denominator", num, den)

    # Journal and registers

    def items(self, measure: str, day: date) -> Iterator[Item]:
        """Everything that is in the denominator: its place, and whether it is in the numerator."""
        family, _, kind = measure.partition(".")
        if family == "units":
            return (Item(unit, unit, None, counts=True) for unit in self.map(day).open if unit.level == kind)
        if family == "organisations":
            return campaign.organisations(self, kind, day)
        if family == "pledges":
            return self._pledgers(kind, day)
        if family == "households":
            return (self.item(row, day) for row in self._standing(self.registers["household"], day))
        return self._of_campaign(measure)(self, measure, day)

    def _of_campaign(self, measure: str) -> Callable[[Counter, str, date], Iterator[Item]]:
        if measure.startswith("standards."):
            return standards.assessed
        if measure.startswith("activities."):
            return activities.in_year
        if is_summed(measure):
            return campaign.members
        return campaign.reach if is_reach(measure) else campaign.instances

    def item(self, row: Stretch, day: date, got: Return | None = None) -> Item:
        """A row of a register, which lies somewhere on a day."""
        place, meant = self.map(day).place(row.place, row.first), self.places.bearer(row.place, row.first)
        return Item(place, meant, row.first, counts=True, got=got, who=row.who)

    def _standing(self, stretches: list[Stretch], day: date) -> list[Stretch]:
        return [row for row in stretches if holds(row, day) and not row.excluded]

    def _pledgers(self, kind: str, day: date) -> Iterator[Item]:
        rule = self.rule(kind)
        for item, events in self.signers(kind, day):
            yield item._replace(counts=in_force(events, day, *rule))

    def rule(self, kind: str) -> tuple[Any, dict[str, Any]]:
        """The validity of a kind of pledges, and the calendars."""
        validity = self.setting(f"pledges.{kind}", "validity", UNTIL_WITHDRAWN)
        return validity, self.manifest.get("calendars", {})

    def subject(self, kind: str) -> str:
        """Whose pledges those of a kind are; one without a register is refused."""
        subject = str(self.setting(f"pledges.{kind}", "subject", kind))
        if subject not in self.levels and subject not in self.registers:
            raise UncleanError(f"there is no register of {subject}: its pledges cannot come from the journal")
        return subject

    def signers(self, kind: str, day: date) -> Iterator[tuple[Item, list[Event]]]:
        """Everyone who may pledge on a day, and what they ever signed or withdrew."""
        subject = self.subject(kind)
        if subject in self.levels:
            of_unit = self._events_of_units(kind, day)
            units = [unit for unit in self.map(day).open if unit.level == subject]
            yield from ((Item(unit, unit, None, counts=True), of_unit.get(unit, [])) for unit in units)
        else:
            signed = self._events_in_stretches(kind, subject)
            for row in self._standing(self.registers[subject], day):
                yield self.item(row, day), signed.get(row.who, [])

    def _events_of_units(self, kind: str, day: date) -> dict[Unit, list[Event]]:
        events: dict[Unit, list[Event]] = defaultdict(list)
        for event in self.events.get(kind, set()):
            heir = self.map(day).heir(event.pledger, event.day)
            if heir is not None:
                events[heir].append(event)
        return events

    def _events_in_stretches(self, kind: str, subject: str) -> dict[str, list[Event]]:
        if kind not in self._signings:
            signed: dict[str, list[Event]] = defaultdict(list)
            for event in self.events.get(kind, set()):
                if self.stretch(subject, event.pledger, event.day):
                    signed[event.pledger].append(event)
            self._signings[kind] = signed
        return self._signings[kind]

    def stretch(self, subject: str, who: str, day: date) -> Stretch | None:
        """The stretch of a household or organisation that holds a day, excluded or not."""
        if subject not in self._stretches:
            by_who: dict[str, list[Stretch]] = defaultdict(list)
            for row in self.registers[subject]:
                by_who[row.who].append(row)
            self._stretches[subject] = by_who
        return next((row for row in self._stretches[subject].get(who, []) if holds(row, day)), None)

    # Returns

    def grain(self, measure: str) -> str:
        """The level, or the kind of organisation, that reports a measure."""
        return str(self.setting(measure, "grain", self.levels[-1]))

    def _below_grain(self, measure: str, unit: Unit) -> bool:
        grain = self.grain(measure)
        return grain in self.levels and self.levels.index(unit.level) > self.levels.index(grain)

    def _told(self, measure: str, unit: Unit, asked: list[Return | None], day: date) -> Answer:
        """A sum of what was told; nobody is asked how often something was done, only who took part."""
        answer, of_all = self._returned(measure, unit, asked, day), measure.endswith((".members", ".participants"))
        return answer if of_all or self.from_returns(measure) else Answer(answer.state, answer.num, answer.den)

    def _returned(self, measure: str, unit: Unit, asked: list[Return | None], day: date) -> Answer:
        is_return = self.from_returns(measure)
        if is_return and self._below_grain(measure, unit) and not asked:
            return Answer("below-grain", None, None)
        got = [one for one in asked if one is not None]
        if not asked and not is_return:
            return Answer("counted", 0, None, 0, 0)
        if not got:
            return Answer("not-reported", None, None, 0, len(asked), None, 0 if is_return else None)
        num, den = sum_returns(got, is_rated(measure))
        whole = "no-denominator" if is_rated(measure) and not den else "counted"
        state = "partial" if len(got) < len(asked) else whole
        days = [one.day for one in got]
        if not is_return:
            return Answer(state, num, den, len(got), len(asked))
        old = sum(one < rhythm.not_before(self, measure, day) for one in days)
        return Answer(state, num, den, len(got), len(asked), (min(days), max(days)), old)

    def _reported(self, measure: str, day: date, basis: date | None) -> Counted:
        key = (measure, day, basis or day)
        if key not in self._reports:
            told = self.reports if self.from_returns(measure) else self.items
            self._reports[key] = self.placed(measure, told(measure, day), day, basis)
        return self._reports[key]

    def reports(self, measure: str, day: date) -> Iterator[Item]:
        """Everyone who should have reported by the day: the place, and the latest return or None."""
        grain = self.grain(measure)
        since = self._returns_since(measure, day)
        past = [one for one in self.returns.get(measure, []) if since <= one.day <= day]
        past.sort(key=lambda one: one.day)
        if grain in self.levels:
            return self._reports_of_units(grain, past, day)
        of_school = {one.unit: one for one in past}
        schools = [row for row in self.registers["organisation"] if row.kind == grain and holds(row, day)]
        sent = [(row, of_school.get(row.who)) for row in schools]
        return (self.item(row, day, got)._replace(sent=got is not None) for row, got in sent)

    def _returns_since(self, measure: str, day: date) -> date:
        if not measure.startswith("standards."):
            return date.min
        window = standards.window(self, measure.split(".")[1], day)
        return window.first if window else date.min

    def _reports_of_units(self, grain: str, past: list[Return], day: date) -> Iterator[Item]:
        here = self.map(day)
        of_unit = {here.heir(one.unit, one.day): one for one in past}
        for unit in here.open:
            if unit.level == grain:
                got = of_unit.get(unit)
                sender = self.places.bearer(got.unit, got.day) if got else unit
                yield Item(unit, sender, got.day if got else day, counts=True, got=got, sent=got is not None)
