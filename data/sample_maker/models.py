"""The instances of the five kinds of self-managed models that the article names. Their number was not published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import INVENTED, MEMBER_SEED, TOWN
from sample_maker.organisations import Organisation, open_on

IN_AREAS = {"veterans": 16, "youth": 12, "clan": 8, "lights": 12}
SCHOOL_GATES = 13  # at lower and upper secondary schools
ESTABLISHED = (date(2019, 3, 26), date(2024, 11, 29))
AREAS_OF_THE_TOWN = date(2019, 12, 1)  # the first day of their codes: no model is older than its place
FEWEST_MEMBERS, MORE_MEMBERS = 6, 24
DISSOLVED = (date(2025, 1, 6), date(2026, 5, 29))


class Model(NamedTuple):
    """One row of the register of models."""

    code: str
    kind: str
    unit: str
    host: str
    established: date
    dissolved: date | None
    members: int

    def holds(self, day: date) -> bool:
        """Whether it exists on a day."""
        return self.established <= day and (self.dissolved is None or day < self.dissolved)

    def row(self) -> tuple[str, ...]:
        """The row of the register."""
        days = (str(self.established), str(self.dissolved or ""))
        return (self.code, self.kind, self.unit, self.host, *days, str(self.members), INVENTED)


def days_of(dice: Dice, place: str) -> tuple[date, date | None]:
    """When a model began and, now and then, ended."""
    first = max(ESTABLISHED[0], AREAS_OF_THE_TOWN) if place.startswith(TOWN) else ESTABLISHED[0]
    return dice.day(first, ESTABLISHED[1]), dice.day(*DISSOLVED) if dice.chance(70) else None


def in_area(dice: Dice, kind: str, area: str) -> Model:
    """A model of a residential area."""
    return Model(f"{kind}-{area}", kind, area, "", *days_of(dice, area), 0)


def at_school(dice: Dice, school: Organisation) -> Model:
    """A self-managed gate: in the commune, with the school as its host."""
    return Model(f"school-gate-{school.code}", "school-gate", school.unit, school.code, *days_of(dice, school.unit), 0)


def make_models(dice: Dice, areas: Sequence[str], organisations: Sequence[Organisation]) -> list[Model]:
    """Models in areas, and school gates at schools."""
    made = []
    for kind, count in IN_AREAS.items():
        made += [in_area(dice, kind, area) for area in sorted(dice.shuffled(areas)[:count])]
    schools = [one for one in open_on(organisations, ESTABLISHED[0], "school") if not one.exempt and not one.closed]
    made += [at_school(dice, school) for school in sorted(dice.shuffled(schools)[:SCHOOL_GATES])]
    return with_members(Dice(MEMBER_SEED), sorted(made))


def with_members(dice: Dice, made: Sequence[Model]) -> list[Model]:
    """The same models with how many people carry each of them out."""
    return [one._replace(members=FEWEST_MEMBERS + dice.below(MORE_MEMBERS)) for one in made]
