"""Teams, models, reach and the standard: small books worked by hand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.independent.basis import UnreachableError
from tests.independent.counter import Answer, Counter
from tests.independent.hand import book
from tests.independent.places import UncleanError

OLD, NEW, DAY = date(2020, 1, 1), date(2025, 1, 1), date(2021, 8, 31)
# 39 has the communes c1 (areas a1, a2) and c2 (area b1).
UNITS = "39,H,district,,, c1,C,commune,39,, c2,C,commune,39,, a1,A,area,c1,, a2,A,area,c1,, b1,B,area,c2,, "
RENAMED = UNITS.replace("a1,A,area,c1,,", "a1,A,area,c1,,2021-06-01 r1,R,area,c1,2021-06-01,")


def counted(num: int) -> Answer:
    return Answer("counted", num, None)


def rate(num: int, den: int) -> Answer:
    return Answer("counted" if den else "no-denominator", num, den)


# Teams -----------------------------------------------------------------------------------------------------


def test_members_are_the_sum_of_what_is_known(tmp_path: Path) -> None:
    teams = "t1,antt,a1,,2022-01-01,5 t2,antt,a2,,,0 t3,antt,b1,2021-01-01,, t4,antt,39,2023-01-01,,7 t5,anxh,a1,,,9"
    made = book(tmp_path, "[teams.antt]\n[teams.anxh]\n[teams.none]\n", units=UNITS, teams=teams)
    ask = made.figure
    assert ask("teams.antt.members", "39", OLD) == Answer("counted", 5, None, 2, 2)
    assert ask("teams.antt.members", "39", DAY) == Answer("partial", 5, None, 2, 3)
    assert ask("teams.antt.members", "c2", DAY) == Answer("not-reported", None, None, 0, 1)
    assert ask("teams.antt.members", "c2", OLD) == Answer("counted", 0, None, 0, 0)
    assert ask("teams.antt.members", "a2", DAY) == Answer("counted", 0, None, 1, 1)
    # t1 with its five has been dissolved, t4 lies at the district.
    assert ask("teams.antt.members", "39", NEW) == Answer("partial", 7, None, 2, 3)
    assert ask("teams.none.members", "39", NEW) == Answer("counted", 0, None, 0, 0)
    assert made.own("teams.antt.members", "39", NEW) == Answer("counted", 7, None, 1, 1)
    assert made.held_above("teams.antt.members", "commune", NEW) == (7, None)
    assert made.held_above("teams.antt.members", "commune", DAY) == (0, None)
    assert ask("teams.antt", "39", NEW) == counted(3)


def test_a_number_that_nobody_told_is_none_above_a_level_too(tmp_path: Path) -> None:
    made = book(tmp_path, "[teams.antt]", units=UNITS, teams="t1,antt,39,,, t2,antt,a1,,,3")
    assert made.held_above("teams.antt.members", "area", DAY) == (None, None)
    assert made.held_above("teams.antt.members", "district", DAY) == (0, None)


def test_reach_counts_the_units_with_a_team_in_or_below_them(tmp_path: Path) -> None:
    kinds = '[teams.area]\n[teams.commune]\nreach = "commune"\n[teams.district]\nreach = "district"\n'
    rows = ["{0}1,{0},a1,,,", "{0}2,{0},a1,,,", "{0}3,{0},c2,,,", "{0}4,{0},39,,,"]
    teams = " ".join(row.format(kind) for kind in ("area", "commune", "district") for row in rows)
    made = book(tmp_path, kinds, units=UNITS, teams=teams)
    # Of the areas only a1 has one: the team of c2 and that of 39 reach no area.
    assert made.figure("teams.area.reach", "39", DAY) == rate(1, 3)
    assert made.figure("teams.area.reach", "c1", DAY) == rate(1, 2)
    assert made.figure("teams.area.reach", "c2", DAY) == rate(0, 1)
    assert made.figure("teams.area.reach", "a1", DAY) == rate(1, 1)
    assert made.figure("teams.commune.reach", "39", DAY) == rate(2, 2)
    assert made.figure("teams.commune.reach", "a1", DAY) == rate(0, 0)
    assert made.figure("teams.district.reach", "39", DAY) == rate(1, 1)
    assert made.held_above("teams.area.reach", "commune", DAY) == (0, 0)
    assert made.held_above("teams.commune.reach", "area", DAY) == (2, 2)


def test_reach_is_settled_on_the_map_of_the_day(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        "[teams.antt]",
        units=UNITS.replace("a1,A,area,c1,,", "a1,A,area,c1,,2022-01-01").replace(
            "b1,B,area,c2,,", "b1,B,area,c2,,2022-01-01"
        )
        + "m,M,area,c2,2022-01-01, n,N,area,39,2024-01-01,",
        crosswalk="e,2022-01-01,a1,m,whole,- e,2022-01-01,b1,m,whole,-",
        teams="t1,antt,a1,,,",
    )
    before = date(2021, 12, 31)
    # Before: a1 of a1, a2, b1. On the map of 2022 a1 and b1 both lie in m: two units, one of them reached.
    assert made.figure("teams.antt.reach", "39", before) == rate(1, 3)
    assert made.figure("teams.antt.reach", "m", before, date(2022, 1, 1)) == rate(1, 2)
    assert made.figure("teams.antt.reach", "c1", before, date(2022, 1, 1)) == rate(0, 1)
    # After: m, which has what was in a1, and a2. On the old map m lies above both communes.
    after = date(2022, 1, 1)
    assert made.figure("teams.antt.reach", "39", after) == rate(1, 2)
    assert made.held_above("teams.antt.reach", "commune", after, before) == (1, 1)
    # n has opened out of nothing: it cannot be placed, though it has no team.
    with pytest.raises(UnreachableError):
        made.figure("teams.antt.reach", "39", NEW, before)
    assert made.figure("teams.antt.members", "39", NEW, before) == Answer("not-reported", None, None, 0, 1)


def test_teams_from_returns_have_every_part_from_returns(tmp_path: Path) -> None:
    kinds = '[teams.antt]\nsource = "returns"\ngrain = "commune"\n'
    returns = "2021-01-01,c1,teams.antt,4,9 2021-02-01,c1,teams.antt.members,12, 2021-03-01,c1,teams.antt.reach,2,2 "
    returns += "2021-03-01,c2,teams.antt.reach,0,1"
    made = book(tmp_path, kinds, units=UNITS, returns=returns, teams="t1,antt,a1,,,5")
    first, second, third = (date(2021, month, 1) for month in (1, 2, 3))
    assert made.figure("teams.antt", "39", DAY) == Answer("partial", 4, None, 1, 2, (first, first))
    assert made.figure("teams.antt.members", "c1", DAY) == Answer("counted", 12, None, 1, 1, (second, second))
    assert made.figure("teams.antt.reach", "39", DAY) == Answer("counted", 2, 3, 2, 2, (third, third))
    assert made.figure("teams.antt.members", "a1", DAY) == Answer("below-grain", None, None)


# Models ----------------------------------------------------------------------------------------------------

ORGANISATIONS = (
    "S1,S,school,a1,,2023-01-01, S1,S,school,b1,2024-01-01,, S2,S,school,c1,,,pre-school S3,S,school,39,2022-01-01,, "
)
ORGANISATIONS += "E1,E,enterprise,a2,,,small-enterprise"


def test_models_are_counted_and_reach_units_or_organisations(tmp_path: Path) -> None:
    kinds = '[models.gate]\nreach = "school"\n[models.clan]\n[models.works]\nreach = "agency"\n'
    models = "m1,gate,c1,S1,, m2,gate,a2,S1,, m3,gate,b1,,, m4,gate,c2,S3,2022-01-01,2025-01-01 "
    models += "m5,gate,a1,E1,, m6,clan,b1,S2,,"
    made = book(tmp_path, kinds, units=UNITS, organisations=ORGANISATIONS, models=models)
    ask = made.figure
    assert ask("models.gate", "39", DAY) == counted(4)
    assert ask("models.gate", "c1", DAY) == counted(3)
    # Schools in 2021: S1 in a1 (two instances), S2 in c1 (none of this kind). E1 is no school.
    assert ask("models.gate.reach", "39", DAY) == rate(1, 2)
    assert ask("models.gate.reach", "c1", DAY) == rate(1, 2)
    assert ask("models.gate.reach", "a1", DAY) == rate(1, 1)
    assert ask("models.gate.reach", "c2", DAY) == rate(0, 0)
    # In 2023 S1 is closed, its models are not; S3 lies at the district.
    assert ask("models.gate.reach", "39", date(2023, 6, 1)) == rate(1, 2)
    assert made.held_above("models.gate.reach", "commune", date(2023, 6, 1)) == (1, 1)
    assert ask("models.gate", "39", date(2023, 6, 1)) == counted(5)
    # In 2025 S1 is back, elsewhere; the model of S3 has been dissolved.
    assert ask("models.gate.reach", "c2", NEW) == rate(1, 1)
    assert ask("models.gate.reach", "39", NEW) == rate(1, 3)
    assert ask("models.clan.reach", "39", NEW) == rate(1, 3)
    assert ask("models.works.reach", "39", NEW) == rate(0, 0)
    assert made.held_above("models.gate", "area", DAY) == (1, None)


def test_measures_are_all_that_the_manifest_declares(tmp_path: Path) -> None:
    kinds = "[pledges.household]\n[teams.members]\n[models.reach]\n[standards.area]\n"
    made = book(tmp_path, kinds, units=UNITS, teams="", models="m1,reach,a1,,,")
    parts = "pledges.household teams.members teams.members.members teams.members.reach models.reach "
    parts += "models.reach.members models.reach.reach "
    parts += "standards.area standards.area.met standards.area.not-met standards.area.pending "
    everywhere = ["households", "units.district", "units.commune", "units.area"]
    bodies = [f"organisations.{kind}" for kind in ("agency", "enterprise", "school", "armed-forces")]
    assert made.measures() == [*parts.split(), *everywhere, *bodies]
    assert made.figure("teams.members", "39", DAY) == counted(0)
    assert made.figure("models.reach", "39", DAY) == counted(1)
    assert made.figure("models.reach.reach", "39", DAY) == rate(1, 3)
    for unknown in (
        "teams.antt.reach",
        "models.reach.participants",
        "standards.area.good",
        "standards.commune",
        "regimes.x",
    ):
        with pytest.raises(LookupError):
            made.figure(unknown, "39", DAY)


# Grains that are kinds of organisation, and households from returns -------------------------------------------


@pytest.mark.parametrize(
    "measure", ["teams.x", "teams.x.members", "models.x", "households", "teams.x.reach", "standards.area"]
)
def test_schools_report_any_measure(tmp_path: Path, measure: str) -> None:
    kinds = "".join(f'[{one}]\nsource = "returns"\ngrain = "school"\n' for one in ("teams.x", "models.x", "households"))
    kinds += '[standards.area]\nsource = "returns"\ngrain = "school"\n'
    returns = f"2021-01-01,S1,{measure},3,4 2021-02-01,S2,{measure},5, 2022-02-01,S3,{measure},6,7 "
    returns += f"2021-01-01,E1,{measure},8,9"
    made = book(tmp_path, kinds, units=UNITS, organisations=ORGANISATIONS, returns=returns)
    first, second, third = date(2021, 1, 1), date(2021, 2, 1), date(2022, 2, 1)
    rated = measure.endswith(("reach", "area"))
    assert made.figure(measure, "39", first) == Answer("partial", 3, 4 if rated else None, 1, 2, (first, first))
    state = "no-denominator" if rated else "counted"
    assert made.figure(measure, "c1", DAY) == Answer(state, 8, None, 2, 2, (first, second))
    # No level is below such a grain; S1 takes what it reported to where it opens again.
    assert made.figure(measure, "a2", DAY) == Answer("not-reported", None, None, 0, 0)
    assert made.figure(measure, "b1", NEW) == Answer("counted", 3, 4 if rated else None, 1, 1, (first, first))
    assert made.figure(measure, "39", NEW).counted_on == (first, third)
    assert made.held_above(measure, "commune", NEW) == (6, 7 if rated else None)


def test_households_may_be_reported(tmp_path: Path) -> None:
    kinds = '[households]\nsource = "returns"\ngrain = "commune"\n'
    made = book(tmp_path, kinds, units=UNITS, returns="2021-01-01,c1,households,40,50")
    first = date(2021, 1, 1)
    assert made.figure("households", "39", DAY) == Answer("partial", 40, None, 1, 2, (first, first))
    assert made.figure("households", "a1", DAY) == Answer("below-grain", None, None)


# The standard ----------------------------------------------------------------------------------------------

REGIMES = """[calendars]
solar = "01-01"
autumn = "11-01"
twice = { first = "10-31", last = "10-31" }
summer = { first = "06-01", last = "08-31" }
[standards.area]
[standards.commune]
[standards.school]
[standards.enterprise]
[regimes.old]
closed = 2022-02-10
[regimes.old.subjects.area]
calendar = "twice"
[regimes.old.subjects.commune]
calendar = "summer"
[regimes.old.subjects.school]
calendar = "solar"
[regimes.new]
opened = 2022-02-10
exempt = ["pre-school", "small-enterprise"]
[regimes.new.subjects.area]
calendar = "autumn"
[regimes.new.subjects.school]
calendar = "autumn"
[regimes.new.subjects.enterprise]
calendar = "calendar"
"""
RESULTS = ("", ".met", ".not-met", ".pending")


def results(
    made: Counter, subject: str, unit: str, day: date, basis: date | None = None
) -> tuple[list[int | None], int | None]:
    """How many have any result, met, not-met and pending; and out of how many."""
    answers = [made.figure(f"standards.{subject}{part}", unit, day, basis) for part in RESULTS]
    assert len({one.den for one in answers}) == 1
    nobody = bool(answers[0].den) and answers[0].num == 0
    assert answers[0].state == ("counted" if answers[0].den else "no-denominator")
    assert {one.state for one in answers[1:]} == {"not-reported" if nobody else answers[0].state}
    return [0 if nobody and one.num is None else one.num for one in answers], answers[0].den


def test_the_worked_example_of_25_areas(tmp_path: Path) -> None:
    codes = [f"k{number:02d}" for number in range(1, 26)]
    found = ["met"] * 16 + ["not-met"] * 5 + ["pending"] * 3
    assessments = " ".join(f"2021-08-31,{code},old,2021,{one}" for code, one in zip(codes, found, strict=False))
    units = "39,H,district,,, c1,C,commune,39,, " + " ".join(f"{code},K,area,c1,," for code in codes)
    made = book(tmp_path, REGIMES, units=units, assessments=assessments)
    assert results(made, "area", "c1", DAY) == ([24, 16, 5, 3], 25)
    assert results(made, "area", "39", DAY) == ([24, 16, 5, 3], 25)
    assert results(made, "area", "k16", DAY) == ([1, 1, 0, 0], 1)
    assert results(made, "area", "k25", DAY) == ([0, 0, 0, 0], 1)
    assert results(made, "area", "c1", DAY - timedelta(days=1)) == ([0, 0, 0, 0], 25)
    assert made.held_above("standards.area.met", "area", DAY) == (0, 0)
    assert made.held_above("standards.area.met", "district", DAY) == (0, 0)


def test_the_latest_assessment_of_the_window_counts(tmp_path: Path) -> None:
    rows = "2021-03-01,a1,old,2021,pending 2021-09-01,a1,old,2021,met 2021-10-31,a2,old,2021,met "
    rows += "2021-10-31,b1,old,2022,not-met 2021-11-01,a1,old,2021,not-met"
    made = book(tmp_path, REGIMES, units=UNITS, assessments=rows)
    at = {
        day: results(made, "area", "39", date.fromisoformat(day))
        for day in (
            "2021-02-28",
            "2021-03-01",
            "2021-09-01",
            "2021-10-30",
            "2021-10-31",
            "2021-11-01",
            "2022-02-09",
            "2022-02-10",
        )
    }
    assert at["2021-02-28"] == ([0, 0, 0, 0], 3)
    assert at["2021-03-01"] == ([1, 0, 0, 1], 3)
    assert at["2021-09-01"] == at["2021-10-30"] == ([1, 1, 0, 0], 3)
    # The last day of 2021 is the first of 2022: the earlier window holds, and the row of 2022 waits for the next day.
    assert at["2021-10-31"] == ([2, 2, 0, 0], 3)
    # What a1 was found on 2021-11-01 names the window of 2021, which is over.
    assert at["2021-11-01"] == at["2022-02-09"] == ([1, 0, 1, 0], 3)
    # Another regime begins with nothing.
    assert at["2022-02-10"] == ([0, 0, 0, 0], 3)


def test_without_a_regime_or_a_year_nobody_is_to_be_assessed(tmp_path: Path) -> None:
    rows = "2021-07-01,c1,old,2021,met 2021-09-15,c2,old,2021,met"
    made = book(tmp_path, REGIMES, units=UNITS, assessments=rows)
    assert results(made, "commune", "39", date(2021, 8, 31)) == ([1, 1, 0, 0], 2)
    assert results(made, "commune", "39", date(2021, 9, 1)) == ([0, 0, 0, 0], 0)  # between two summers
    assert results(made, "commune", "39", date(2022, 7, 1)) == ([0, 0, 0, 0], 0)  # the new regime has no communes
    assert results(made, "enterprise", "39", DAY) == ([0, 0, 0, 0], 0)  # the old one no enterprises
    none = book(tmp_path / "none", "[standards.area]", units=UNITS, assessments="2021-07-01,a1,x,2021,met")
    assert results(none, "area", "39", DAY) == ([0, 0, 0, 0], 0)


def test_assessments_of_units_follow_same_and_not_whole(tmp_path: Path) -> None:
    rows = "2021-03-01,a1,old,2021,met 2021-03-01,b1,old,2021,not-met"
    units = RENAMED.replace("b1,B,area,c2,,", "b1,B,area,c2,,2021-06-01 m,M,area,c2,2021-06-01,")
    steps = "e,2021-06-01,a1,r1,same,- e,2021-06-01,b1,m,whole,-"
    made = book(tmp_path, REGIMES, units=units, crosswalk=steps, assessments=rows)
    eve, then = date(2021, 5, 31), date(2021, 6, 1)
    assert results(made, "area", "39", eve) == ([2, 1, 1, 0], 3)
    assert results(made, "area", "39", then) == ([1, 1, 0, 0], 3)
    assert results(made, "area", "r1", then) == ([1, 1, 0, 0], 1)
    assert results(made, "area", "m", then) == ([0, 0, 0, 0], 1)
    # On another map the areas go where their ground went, with what they had on the day.
    assert results(made, "area", "m", eve, then) == ([1, 0, 1, 0], 1)
    assert results(made, "area", "a1", then, eve) == ([1, 1, 0, 0], 1)


def test_organisations_are_assessed_by_their_code_unless_exempt(tmp_path: Path) -> None:
    organisations = (
        "S1,S,school,a1,,2023-01-01,pre-school S1,S,school,b1,2023-01-01,2024-01-01, S2,S,school,39,,,primary-school "
        "X,X,enterprise,a1,,2023-01-01, X,X,school,a1,2023-01-01,, E1,E,enterprise,c2,,,small-enterprise"
    )
    rows = (
        "2021-05-01,S1,old,2021,met 2022-12-01,S1,new,2023,met 2023-02-01,S2,new,2023,not-met "
        "2022-11-15,X,new,2023,pending 2022-05-01,X,new,2022,met 2023-05-01,E1,new,2023,met"
    )
    made = book(tmp_path, REGIMES, units=UNITS, organisations=organisations, assessments=rows)
    # The old regime exempts nobody.
    assert results(made, "school", "39", DAY) == ([1, 1, 0, 0], 2)
    # On 2022-12-31 S1 is exempt, X an enterprise. A day later S1 is to be assessed: what was found before is nothing,
    # since it was exempt then; and X is a school, but was found pending when it was none.
    assert results(made, "school", "39", date(2022, 12, 31)) == ([0, 0, 0, 0], 1)
    assert results(made, "school", "39", date(2023, 1, 1)) == ([0, 0, 0, 0], 3)
    assert results(made, "school", "39", date(2023, 2, 1)) == ([1, 0, 1, 0], 3)
    assert made.held_above("standards.school.not-met", "commune", date(2023, 2, 1)) == (1, 1)
    assert results(made, "enterprise", "39", date(2022, 12, 31)) == ([1, 1, 0, 0], 1)
    assert results(made, "enterprise", "39", date(2023, 6, 1)) == ([0, 0, 0, 0], 0)


def test_a_standard_may_be_reported_within_its_window(tmp_path: Path) -> None:
    kinds = REGIMES.replace("[standards.area]", '[standards.area]\nsource = "returns"\ngrain = "commune"')
    returns = (
        "2022-10-31,c1,standards.area.met,1,2 2022-11-01,c2,standards.area.met,1,1 "
        "2023-01-01,c1,standards.area.met,2, 2022-01-01,c1,standards.area,2,2"
    )
    made = book(tmp_path, kinds, units=UNITS, returns=returns, assessments="2022-10-01,a1,new,2022,met")
    first, second, third = date(2022, 10, 31), date(2022, 11, 1), date(2023, 1, 1)
    assert made.figure("standards.area.met", "39", first) == Answer("partial", 1, 2, 1, 2, (first, first))
    # A new window: the return of the day before is of the old one.
    assert made.figure("standards.area.met", "39", second) == Answer("partial", 1, 1, 1, 2, (second, second))
    assert made.figure("standards.area.met", "c1", second) == Answer("not-reported", None, None, 0, 1)
    assert made.figure("standards.area.met", "39", third) == Answer("no-denominator", 3, None, 2, 2, (second, third))
    assert made.figure("standards.area.met", "a1", third) == Answer("below-grain", None, None)
    assert made.figure("standards.area.not-met", "39", third) == Answer("not-reported", None, None, 0, 2)
    assert made.held_above("standards.area.met", "district", third) == (0, 0)


def test_a_reported_standard_without_a_window_takes_any_return(tmp_path: Path) -> None:
    kinds = REGIMES.replace("[standards.commune]", '[standards.commune]\nsource = "returns"\ngrain = "commune"')
    made = book(tmp_path, kinds, units=UNITS, returns="2018-01-01,c1,standards.commune.met,1,1")
    first = date(2018, 1, 1)
    old = Answer("counted", 1, 1, 1, 1, (first, first))
    assert made.figure("standards.commune.met", "c1", date(2021, 9, 1)) == old  # between two windows
    assert made.figure("standards.commune.met", "c1", date(2021, 7, 1)) == Answer("not-reported", None, None, 0, 1)
    assert made.figure("standards.commune.met", "c1", NEW) == old  # no regime has communes


def test_regimes_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    two = REGIMES.replace("opened = 2022-02-10", "opened = 2022-02-09")
    made = book(tmp_path, two, units=UNITS, assessments="")
    assert results(made, "commune", "39", date(2021, 7, 1)) == ([0, 0, 0, 0], 2)
    with pytest.raises(UncleanError, match="together"):
        made.figure("standards.area", "39", date(2022, 2, 9))
    lost = book(tmp_path / "lost", REGIMES.replace('"autumn"\n', '"spring"\n'), units=UNITS, assessments="")
    with pytest.raises(UncleanError, match="spring"):
        lost.figure("standards.area", "39", NEW)


# Activities --------------------------------------------------------------------------------------------------


def test_what_was_done_within_days_is_summed_up(tmp_path: Path) -> None:
    done = "2021-01-01,2021-01-31,a1,held,2,40 2021-01-31,2021-02-01,a1,held,8, 2021-08-31,2021-08-31,r1,held,1, "
    done += "2020-12-31,2020-12-31,c1,held,4,10 2021-03-01,2021-03-31,b1,tips,3,"
    made = book(tmp_path, "[activities.held]\n[activities.tips]\n", units=RENAMED, activities=done, crosswalk=INTO_R1)
    first, last = date(2021, 1, 1), DAY
    assert made.figure("activities.held", "39", last) == counted(2 + 8 + 1)  # of the year up to the day
    assert made.done("activities.held", "c1", first, date(2021, 1, 31)) == counted(2)
    assert made.done("activities.held", "r1", first, last) == counted(11)  # with what was done before the renaming
    assert made.done("activities.held", "39", date(2020, 1, 1), last) == counted(15)
    assert made.done("activities.held.participants", "39", first, last) == Answer("partial", 40, None, 1, 3)
    assert made.done("activities.tips.participants", "c2", first, last) == Answer("not-reported", None, None, 0, 1)
    assert made.done("activities.held", "c2", first, last) == counted(0)


INTO_R1 = "e,2021-06-01,a1,r1,same,x"
