"""The registrations for the safety standard: a synthetic pilot in two communes, renewed every year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import AFTER, FIRST_YEAR_OF_PILOT, REGISTERED
from sample_maker.journal import Event
from sample_maker.lives import Household

PILOT = frozenset(area[:5] for area in REGISTERED)


class Year(NamedTuple):
    """A year of the calendar area-standard: its first day, the end of its first quarter, the last day told."""

    first: date
    quarter: date
    last: date

    @classmethod
    def named(cls, number: int) -> Year:
        """The year that ends on 31 October of the year it is named by."""
        return cls(date(number - 1, 11, 1), date(number, 1, 31), min(date(number, 10, 31), AFTER[1]))


def may_register(household: Household, day: date) -> bool:
    """Whether a household is eligible on a day, and lives in an area of the pilot."""
    return household.eligible(day) and household.area(day) in REGISTERED


def day_between(dice: Dice, household: Household, first: date, last: date) -> date:
    """A day from first to last on which it may register; there must be one."""
    while True:
        drawn = dice.day(first, last)
        if may_register(household, drawn):
            return drawn


def listed_day(dice: Dice, household: Household, year: Year, wave: date, *, late: bool) -> date:
    """A day for a household on the list of the first quarter: mostly when the area's paper went round."""
    after = year.quarter + timedelta(1)
    if late and may_register(household, after):
        return day_between(dice, household, after, year.last)
    drawn = dice.day(wave, wave + timedelta(13))
    return (
        drawn
        if dice.chance(600) and may_register(household, drawn)
        else day_between(dice, household, year.first, year.quarter)
    )


def chosen(dice: Dice, listed: Iterable[tuple[int, Household]], share: int) -> list[Household]:
    """So many in a hundred of an area's households: the keener ones, with the luck of the year."""
    drawn = [(2 * keenness + dice.below(1000), household) for keenness, household in listed]
    drawn.sort(key=lambda entry: -entry[0])
    return [household for _, household in drawn[: len(drawn) * share // 100]]


def beside_day(dice: Dice, household: Household, year: Year, place: int) -> date | None:
    """A day for a household that is not there when the first quarter ends: soon after it comes, if at all."""
    days = (year.first + timedelta(number) for number in range((year.last - year.first).days + 1))
    came = next((day for day in days if may_register(household, day)), None)
    if came is None or not dice.chance(10 * REGISTERED[household.area(came)][place]):
        return None
    return day_between(dice, household, came, min(came + timedelta(10), year.last))


def days_of_year(
    dice: Dice, pilot: Iterable[tuple[int, Household]], year: Year, place: int
) -> list[tuple[Household, date]]:
    """Who registers in a year, and when. In an area with a share of 100 nobody is late."""
    lists: dict[str, list[tuple[int, Household]]] = defaultdict(list)
    days = []
    for keenness, household in pilot:
        if may_register(household, year.quarter):
            lists[household.area(year.quarter)].append((keenness, household))
        elif day := beside_day(dice, household, year, place):
            days.append((household, day))
    for area, shares in REGISTERED.items():
        wave = dice.day(year.first, year.quarter - timedelta(13))
        for household in chosen(dice, lists[area], shares[place]):
            late = shares[place] < 100 and dice.chance(60)
            days.append((household, listed_day(dice, household, year, wave, late=late)))
    return days


def registration_events(dice: Dice, households: Iterable[Household]) -> list[Event]:
    """All registrations, and the few that were withdrawn before their year was out.

    Only households first listed in the two communes take part, and only while they live there: who came from
    elsewhere has the code of another commune and is not on the pilot's list.
    """
    pilot = [(dice.below(1000), household) for household in households if household.code[:5] in PILOT]
    events = []
    for place in range(len(next(iter(REGISTERED.values())))):
        year = Year.named(FIRST_YEAR_OF_PILOT + place)
        for household, day in days_of_year(dice, pilot, year, place):
            area = household.area(day)
            events.append(Event(day, "registration", household.code, "signed", area))
            stays = (year.last - day).days > 30 and may_register(household, year.last)
            if stays and REGISTERED[area][place] < 100 and dice.chance(8):
                later = day_between(dice, household, day + timedelta(14), year.last)
                events.append(Event(later, "registration", household.code, "withdrawn", household.area(later)))
    return events
