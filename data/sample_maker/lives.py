"""The households: who is in the register, where, and from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import AFTER, BEFORE, FIRST_LISTING
from sample_maker.places import Area

# How households live. H at home, O in another area, x excluded, - not in the register; b is a day before
# AS_OF and a one after it. Each story has its share, in thousandths of the area's eligible households.
STORIES_ELIGIBLE = {
    "HaxaH": 5, "HbxbH": 4, "HaO": 9, "ObH": 4, "Ha-": 14, "Hax": 3, "-bH": 8, "Hb-bH": 3, "Ha-aH": 3,
    "ObHa-": 1, "-bHaO": 1, "H": 945,
}  # fmt: skip
STORIES_NOT_ELIGIBLE = {
    "Hb-": 7, "Hb-aH": 1, "x": 2, "Hbx": 3, "HbxaH": 3, "xaH": 1, "-aH": 15, "-aHa-": 1, "-aHaxaH": 1,
}  # fmt: skip
REASONS = 5 * ("absent",) + 3 * ("vacant",) + 2 * ("temporary",)


class Stretch(NamedTuple):
    """One row of the household register."""

    area: str
    joined: date | None
    left: date | None
    excluded: str

    def holds(self, day: date) -> bool:
        """Whether a day lies in the stretch."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day < self.left)


@dataclass
class Household:
    """A life in the register, and whether its pledge shall be in force on AS_OF."""

    stretches: list[Stretch]
    signs: bool = False
    code: str = ""

    def at(self, day: date) -> Stretch | None:
        """The stretch that holds on a day, if there is one."""
        return next((stretch for stretch in self.stretches if stretch.holds(day)), None)

    def area(self, day: date) -> str:
        """Where it lives on a day on which it is in the register."""
        return next(stretch.area for stretch in self.stretches if stretch.holds(day))

    def eligible(self, day: date) -> bool:
        """Whether it is in the register on a day, and not excluded."""
        stretch = self.at(day)
        return stretch is not None and not stretch.excluded


def elsewhere(dice: Dice, area: Area, areas: Sequence[Area]) -> str:
    """Another area; mostly of the same commune."""
    near = [other for other in areas if other.commune == area.commune and other != area]
    far = [other for other in areas if other.commune != area.commune]
    choice = near if dice.chance(700) else far
    return choice[dice.below(len(choice))].code


def cuts(dice: Dice, sides: str) -> list[date]:
    """The days on which a story turns, in order: those before AS_OF, then those after it."""
    return dice.days(*BEFORE, sides.count("b")) + dice.days(*AFTER, sides.count("a"))


def tell(dice: Dice, story: str, home: str, other: str) -> Household:
    """Turn a story such as `HbxaH` into stretches."""
    begun = dice.day(*FIRST_LISTING) if dice.chance(80) else None
    turns = cuts(dice, story[1::2])
    stretches = []
    for place, joined, left in zip(story[::2], [begun, *turns], [*turns, None], strict=True):
        if place != "-":
            reason = REASONS[dice.below(len(REASONS))] if place == "x" else ""
            stretches.append(Stretch(other if place == "O" else home, joined, left, reason))
    return Household(stretches)


def draw_stories(dice: Dice, shares: dict[str, int], count: int) -> list[str]:
    """That many stories, by their shares."""
    deck = [story for story, share in shares.items() for _ in range(share)]
    return [deck[dice.below(len(deck))] for _ in range(count)]


def people_of(dice: Dice, area: Area, areas: Sequence[Area]) -> list[Household]:
    """All who are ever tied to an area: its eligible households on AS_OF, exactly, and those beside them."""
    beside = (area.households * sum(STORIES_NOT_ELIGIBLE.values()) + dice.below(1000)) // 1000
    stories = draw_stories(dice, STORIES_ELIGIBLE, area.households)
    stories += draw_stories(dice, STORIES_NOT_ELIGIBLE, beside)
    people = []
    for story in stories:
        other = elsewhere(dice, area, areas) if "O" in story else ""
        people.append(tell(dice, story, area.code, other))
    for household in dice.shuffled(people[: area.households])[: area.signed]:
        household.signs = True
    return dice.shuffled(people)


def give_codes(households: Sequence[Household]) -> None:
    """Number the households in the area where they were first listed, in order of their first day."""
    numbers: Counter[str] = Counter()
    for household in sorted(households, key=lambda one: one.stretches[0].joined or date.min):
        area = household.stretches[0].area
        numbers[area] += 1
        household.code = f"{area}-{numbers[area]:04d}"
