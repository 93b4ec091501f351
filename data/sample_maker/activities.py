"""What was done within days, commune by commune: sessions held, tips, awards, cameras. All of it is synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sample_maker.dice import Dice
from sample_maker.facts import INVENTED, MERGED, SIZES

YEAR = 2021  # month by month; of the year of the merger, quarter by quarter
YEAR_OF_THE_MERGER = 2025
# This commune wrote what it held around the turn of July in one row, which lies in neither month.
IN_ONE_ROW, ONE_ROW = "15160", (date(2021, 7, 1), date(2021, 8, 15))
AWARDS = (date(2021, 2, 3), date(2021, 8, 19), date(2021, 12, 22))  # by the district
CAMERA_DAYS = (date(2021, 1, 11), date(2021, 12, 17))
COMMUNES_WITH_CAMERAS = 7

Row = tuple[str, ...]


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def row(days: tuple[date, date], unit: str, kind: str, numbers: tuple[int, int | None]) -> Row:
    """One row of the register; participants are blank where nobody counts them."""
    count, participants = numbers
    return (str(days[0]), str(days[1]), unit, kind, str(count), "" if participants is None else str(participants))


def sessions(dice: Dice, months: int) -> tuple[int, int]:
    """So many sessions in some months, and who came to them."""
    held = months + dice.below(2 * months)
    return held, sum(35 + dice.below(90) for _ in range(held))


def outreach(dice: Dice) -> Iterator[Row]:
    """Sessions by commune: each month of one year, each quarter of the year of the merger."""
    for commune in SIZES:
        for month in range(1, 13):
            days = date(YEAR, month, 1), last_of(YEAR, month)
            if commune == IN_ONE_ROW and month == ONE_ROW[0].month:
                days = ONE_ROW
            elif commune == IN_ONE_ROW and month == ONE_ROW[1].month:
                days = ONE_ROW[1] + timedelta(1), days[1]
            yield row(days, commune, "outreach", sessions(dice, 1))
    for quarter in range(4):
        days = date(YEAR_OF_THE_MERGER, 3 * quarter + 1, 1), last_of(YEAR_OF_THE_MERGER, 3 * quarter + 3)
        for commune in SIZES if quarter < 2 else MERGED:
            yield row(days, commune, "outreach", sessions(dice, 3))


def tips(dice: Dice) -> Iterator[Row]:
    """What people told the police of, by commune and month: how much, and never who."""
    for commune in SIZES:
        for month in range(1, 13):
            yield row((date(YEAR, month, 1), last_of(YEAR, month)), commune, "tips", (dice.below(4), None))


def awards(dice: Dice) -> Iterator[Row]:
    """What the district awarded, day by day."""
    return (row((day, day), "390", "awards", (8 + dice.below(20), None)) for day in AWARDS)


def cameras(dice: Dice) -> Iterator[Row]:
    """Cameras put up, in a few communes."""
    for commune in dice.shuffled(SIZES)[:COMMUNES_WITH_CAMERAS]:
        for day in dice.days(*CAMERA_DAYS, 2):
            yield row((day, day), commune, "cameras", (4 + dice.below(14), None))


def activity_rows(dice: Dice) -> list[Row]:
    """The register, by days, units and kinds."""
    made = (*outreach(dice), *tips(dice), *awards(dice), *cameras(dice))
    return [(*each, "", INVENTED) for each in sorted(made)]
