"""The pledges: who signed, withdrew and signed again, so that the totals of AS_OF hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import AFTER, AS_OF, CAMPAIGN, MERGED, NEW_COMMUNES_SIGN, SIZES
from sample_maker.lives import Household
from sample_maker.places import Area


class Event(NamedTuple):
    """One row of the journal, with the place whose paper sheet it stands on."""

    day: date
    kind: str
    pledger: str
    event: str
    place: str

    @property
    def sheet(self) -> tuple[int, str]:
        """The week and the place whose paper sheet the event is on."""
        return ((self.day.toordinal() - 1) // 7, self.place)


def eligible_since(household: Household) -> date:
    """The first day of the campaign from which a household was eligible without a break up to AS_OF."""
    since, before = CAMPAIGN, None
    for stretch in household.stretches:
        goes_on = before is not None and not before.excluded and before.left == stretch.joined
        if stretch.joined and stretch.joined <= AS_OF and not goes_on:
            since = max(since, stretch.joined)
        before = stretch
    return since


def campaign_day(dice: Dice, wave: date, first: date) -> date:
    """A day of signing: mostly in the fortnight in which the area's paper went round."""
    drawn = dice.day(wave, wave + timedelta(13)) if dice.chance(600) else dice.day(CAMPAIGN, AS_OF)
    return drawn if first <= drawn <= AS_OF else dice.day(first, AS_OF)


def days_of_campaign(dice: Dice, household: Household, wave: date) -> list[date]:
    """Days up to AS_OF on which it signed, withdrew, signed again: an odd number leaves it in force."""
    if not household.eligible(AS_OF):
        drawn = campaign_day(dice, wave, CAMPAIGN)
        return [drawn] if household.eligible(drawn) and dice.chance(750) else []
    first = eligible_since(household)
    long_enough = (AS_OF - first).days > 30
    if household.signs:
        again = long_enough and dice.chance(11)
        return dice.days(first, AS_OF, 3) if again else [campaign_day(dice, wave, first)]
    return dice.days(first, AS_OF, 2) if long_enough and dice.chance(45) else []


def days_after(dice: Dice, household: Household, *, in_force: bool) -> list[date]:
    """Days after AS_OF on which it changed its mind; sooner rather than later."""
    once, twice = (14, 4) if in_force else (500, 20)
    drawn = dice.below(1000)
    count = 2 if drawn < twice else int(drawn < twice + once)
    tries = [min(dice.day(*AFTER), dice.day(*AFTER)) for _ in range(8 * bool(count))]
    return sorted(set([day for day in tries if household.eligible(day)][:count]))


def household_events(dice: Dice, household: Household, wave: date) -> list[Event]:
    """All that a household signed and withdrew, before and after AS_OF."""
    days = days_of_campaign(dice, household, wave)
    days += days_after(dice, household, in_force=len(days) % 2 == 1)
    turns = ("signed", "withdrawn")
    return [
        Event(day, "household", household.code, turns[place % 2], household.area(day)) for place, day in enumerate(days)
    ]


def own_events(dice: Dice, areas: Iterable[Area]) -> list[Event]:
    """What communes and areas signed for themselves."""
    launch = (CAMPAIGN, CAMPAIGN + timedelta(18))
    signed = [(dice.day(*launch), "commune", commune) for commune in SIZES]
    signed += [(dice.day(*NEW_COMMUNES_SIGN), "commune", commune) for commune in MERGED]
    for area in areas:
        signed.append((dice.day(max(CAMPAIGN, area.wave - timedelta(20)), area.wave), "area", area.code))
    return [Event(day, kind, code, "signed", code) for day, kind, code in signed]


def journal_rows(events: Iterable[Event], series: str) -> list[tuple[str, ...]]:
    """Rows of the journal in order; one paper sheet for each place and week, numbered in a series."""
    events = sorted(events)
    sheets = sorted({event.sheet for event in events})
    numbers = {sheet: f"{series}-{number:04d}" for number, sheet in enumerate(sheets, 1)}
    return [(str(one.day), one.kind, one.pledger, one.event, numbers[one.sheet]) for one in events]
