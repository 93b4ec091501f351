"""Who was assessed under the safety standard, when, and with what result. All synthetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import AS_OF, INVENTED, MERGED, SIZES
from sample_maker.models import Model
from sample_maker.organisations import Organisation, open_on
from sample_maker.registration import PILOT, Year
from sample_maker.tally import Share, Tally

TT23, TT124 = "tt23-2012", "tt124-2021"
AUGUST = (date(2021, 8, 2), AS_OF)
AUTUMN = (date(2021, 9, 6), date(2021, 10, 29))  # the areas' year ends on 31 October
DECIDED = (date(2021, 11, 15), date(2021, 11, 30))  # the year of all others but schools ends on 30 November
SUMMER, END_OF_SUMMER = (date(2021, 6, 1), date(2021, 7, 30)), (date(2021, 8, 16), AS_OF)
AGAINST, PENDING, NEVER = 3, 20, 10  # areas below 100 % that are recorded as met; that wait; that nobody assessed
AGAINST_NOTE = "số liệu minh họa; ghi là đạt dù chưa đủ tiêu chí"
FEW = 300  # of a thousand small enterprises, primary and pre-schools, so many are assessed all the same
RESULTS = 62 * ("met",) + 17 * ("not-met",) + 13 * ("pending",) + 8 * ("",)
WINDOWS = (2022, 2023, 2024, 2025)


class Assessed(NamedTuple):
    """One row of the register of assessments, before its decision is numbered."""

    day: date
    subject: str
    regime: str
    window: str
    result: str
    note: str = INVENTED


def judged(share: Share) -> str:
    """The result where everybody has to be in it."""
    return "met" if share.whole else "not-met"


def areas_2021(dice: Dice, tally: Tally) -> list[Assessed]:
    """The areas in the campaign's year: the full ones are met, three more against the criterion, some wait."""
    full = [area for area in tally.areas if tally.area(area, AS_OF).whole]
    rest = dice.shuffled(area for area in tally.areas if area not in full)[NEVER:]
    waiting, against, others = rest[:PENDING], rest[PENDING : PENDING + AGAINST], rest[PENDING + AGAINST :]
    rows = [Assessed(AS_OF, area, TT23, "2021", "met") for area in full]
    rows += [Assessed(dice.day(*AUGUST), area, TT23, "2021", "met", AGAINST_NOTE) for area in against]
    rows += [Assessed(dice.day(*AUGUST), area, TT23, "2021", "pending") for area in waiting]
    for area, days in [(area, AUGUST) for area in others] + [(area, AUTUMN) for area in waiting]:
        day = dice.day(*days)
        rows.append(Assessed(day, area, TT23, "2021", judged(tally.area(area, day))))
    return rows


def latest_met(rows: Iterable[Assessed], subjects: Iterable[str], regime: str, window: str) -> list[bool]:
    """Of the subjects that have a result in a window, whether each one's last is met."""
    mine = sorted(row for row in rows if (row.regime, row.window) == (regime, window))
    last = {row.subject: row.result for row in mine}
    return [last[subject] == "met" for subject in subjects if subject in last]


def communes_2021(dice: Dice, areas: Sequence[str], rows: Sequence[Assessed]) -> list[Assessed]:
    """The communes wait in August and are judged in November by their areas; one is met against the criterion."""
    odd = dice.shuffled(SIZES)[0]
    made = []
    for commune in SIZES:
        own = [area for area in areas if area.startswith(commune)]
        met = sum(latest_met(rows, own, TT23, "2021"))
        enough = 100 * met >= 70 * len(own)
        note = AGAINST_NOTE if commune == odd and not enough else INVENTED
        made.append(Assessed(dice.day(*END_OF_SUMMER), commune, TT23, "2021", "pending"))
        result = "met" if enough or commune == odd else "not-met"
        made.append(Assessed(dice.day(*DECIDED), commune, TT23, "2021", result, note))
    return made


def organisations_2021(dice: Dice, organisations: Sequence[Organisation]) -> list[Assessed]:
    """Agencies, enterprises and schools in the campaign's year; schools before theirs ends on 31 August."""
    made = []
    for one in open_on(organisations, AS_OF, "agency", "enterprise", "school"):
        first, then = (SUMMER, END_OF_SUMMER) if one.kind == "school" else (AUGUST, DECIDED)
        result = RESULTS[dice.below(len(RESULTS))]
        if not result or (one.exempt and not dice.chance(FEW)):
            continue
        made.append(Assessed(dice.day(*first), one.code, TT23, "2021", result))
        if result == "pending":
            later = "met" if dice.chance(700) else "not-met"
            made.append(Assessed(dice.day(*then), one.code, TT23, "2021", later))
    return made


def pilot_year(dice: Dice, window: int, registered: Tally, organisations: Iterable[Organisation]) -> list[Assessed]:
    """The pilot's areas by who registered in the first quarter, and some organisations that are not exempt."""
    year, days = Year.named(window), (date(window, 9, 5), date(window, 10, 28))
    made = []
    for area in (area for area in registered.areas if area[:5] in PILOT):
        share = registered.area(area, year.quarter, year.first)
        made.append(Assessed(dice.day(*days), area, TT124, str(window), judged(share)))
    for one in open_on(organisations, days[0], "agency", "enterprise", "school"):
        if not one.exempt and one.unit in {*PILOT, "390"}:
            result = "met" if one.unit in PILOT or dice.chance(700) else "not-met"
            made.append(Assessed(dice.day(*days), one.code, TT124, str(window), result))
    return made


class Standing(NamedTuple):
    """What a commune is judged by under TT 124/2021."""

    areas: Sequence[str]
    organisations: Sequence[Organisation]
    models: Sequence[Model]

    def lies_in(self, communes: Sequence[str], day: date) -> tuple[list[str], int]:
        """Those under some communes of 2021 who are to be assessed on a day, and how many models exist there."""
        subjects = [area for area in self.areas if area[:5] in communes]
        kinds = open_on(self.organisations, day, "agency", "enterprise", "school")
        subjects += [one.code for one in kinds if one.unit in communes and not one.exempt]
        return subjects, sum(model.unit[:5] in communes and model.holds(day) for model in self.models)


def pilot_communes(dice: Dice, window: int, standing: Standing, rows: Sequence[Assessed]) -> list[Assessed]:
    """The pilot's communes, in 2025 the one they went into: all assessed, 70 % met, at least one model."""
    merged = window >= 2025
    communes = {"15148": MERGED["15148"][1]} if merged else {commune: (commune,) for commune in sorted(PILOT)}
    made = []
    for commune, parts in communes.items():
        day = dice.day(date(window, 11, 2), date(window, 11, 13))
        subjects, models = standing.lies_in(parts, day)
        met = latest_met(rows, subjects, TT124, str(window))
        good = len(met) == len(subjects) and 100 * sum(met) >= 70 * len(subjects) and models
        made.append(Assessed(day, commune, TT124, str(window), "met" if good else "not-met"))
    return made


def make_assessments(dice: Dice, pledged: Tally, registered: Tally, standing: Standing) -> list[Assessed]:
    """All assessments of both regimes, in order."""
    made = areas_2021(dice, pledged)
    made += communes_2021(dice, standing.areas, made)
    made += organisations_2021(dice, standing.organisations)
    for window in WINDOWS:
        made += pilot_year(dice, window, registered, standing.organisations)
        made += pilot_communes(dice, window, standing, made)
    return sorted(made)


def assessment_rows(assessments: Iterable[Assessed]) -> list[tuple[str, ...]]:
    """Rows of the register; one decision for each day and place, numbered by the place within the year."""
    assessments = list(assessments)
    decided = sorted({(one.subject[:5], one.day) for one in assessments if one.result != "pending"})
    numbers: dict[tuple[str, date], str] = {}
    for place, day in decided:
        before = sum(other == place and when.year == day.year and when <= day for other, when in decided)
        numbers[place, day] = f"{10 + before}/QĐ-UBND (minh họa)"
    return [
        (str(one.day), *one[1:5], "" if one.result == "pending" else numbers[one.subject[:5], one.day], one.note)
        for one in assessments
    ]
