"""Rows that could not be read or placed: each is counted where it is missed, once a measure, and on its days only."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.trend import trend
from antq_cli.core.calendars import CIVIL
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from tests.counting.villages import HEADERS, HOUSEHOLD, RETURNED, UNITS, pledged, settled, village
from tests.helpers import (
    DAY,
    codes,
    crosswalk,
    dataset_of,
    figure,
    findings_of,
    manifest,
    padded,
    summary,
    units,
)

EVERYWHERE = ("D", "1", "2", "1-1", "1-2", "2-1")


def left_out(dataset: Dataset, measure: str = "pledges.household", day: date = DAY) -> dict[str, int]:
    """How many rows are left out at each unit, where there are any."""
    there = [code for code in EVERYWHERE if dataset.map(day).unit(code) is not None]
    found = {code: figure(dataset, measure, code, day).left_out for code in there}
    return {code: n for code, n in found.items() if n}


TOP = {"D": 1}
AREA = {"D": 1, "1": 1, "1-1": 1}


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("h9,1-1,,,somewhere", AREA),
        ("h9,1-1,2021-01-01,,somewhere", AREA),
        ("h9,1-1,2021-08-31,,somewhere", AREA),
        ("h9,1-1,2021-09-01,,somewhere", {}),  # it begins later
        ("h9,1-1,2020-01-01,2021-08-31,somewhere", {}),  # it was over
        ("h9,1-1,2020-01-01,2021-09-01,somewhere", AREA),
        ("h9,1-1,31/12/2021", AREA),  # nobody knows when
        ("h9,1-1,2021-13-45", AREA),
        ("h9,1-1,20211231", AREA),
        ("h9,1-1,,31/08/2020", AREA),
        ("h9,1-1,2025-01-01,2020-01-01", AREA),  # of two days in the wrong order neither is believed
        ("h9,9-9", TOP),
        ("h9,9-9,2021-09-01", {}),
        ("h9,9-9,,2021-08-31", {}),
        ("h9,9-9,,,absent", {}),  # not counted anywhere, so missed nowhere; found all the same
        ("h9,Xã,,,", TOP),
        (",1-1", AREA),
        ("h 9,1-1", AREA),
    ],
    ids=str,
)
def test_a_household_is_missed_on_its_days(line: str, where: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h1,1-1", line), pledges=())
    assert left_out(dataset) == where
    assert summary(dataset).rows[0].den == 1
    assert len(findings_of(dataset)) == 1


def test_stretches_that_contradict_each_other_are_each_missed_where_they_say(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h1,1-1", "h9,1-1", "h9,2-1"), pledges=())
    assert codes(findings_of(dataset)) == {"D302": 1}
    assert left_out(dataset) == {"D": 2, "1": 1, "1-1": 1, "2": 1, "2-1": 1}


def test_a_stretch_that_overlaps_is_missed_from_its_first_day(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h9,1-1", "h9,2-1,2021-06-01"), pledges=())
    assert codes(findings_of(dataset)) == {"D303": 1}
    assert left_out(dataset, day=date(2021, 5, 31)) == {}
    assert left_out(dataset) == {"D": 1, "2": 1, "2-1": 1}


def test_a_broken_row_is_missed_where_its_area_was_carried(tmp_path: Path) -> None:
    extra = ("1-2,Thôn 2,area,1,,2021-07-01", "1-3,Thôn 3,area,2,2021-07-01")
    dataset = settled(
        tmp_path, extra=extra, walk=("2021-07-01,1-2,1-3,whole",), households=("h9,1-2,2020-01-01,,x",), pledges=()
    )
    assert left_out(dataset, day=date(2021, 6, 30)) == {"D": 1, "1": 1, "1-2": 1}
    assert left_out(dataset) == {"D": 1, "2": 1}


def test_a_code_in_a_broken_row_means_its_bearer_on_the_rows_first_day(tmp_path: Path) -> None:
    reused = ("1-2,Thôn 2,area,1,,2021-07-01", "1-2,Thôn 3,area,2,2021-07-01")
    lines = ("h8,1-2,2020-01-01,,x", "h9,1-2,2021-07-01,,x")
    dataset = settled(tmp_path, extra=reused, walk=("2021-07-01,1-2,1-1,whole",), households=lines, pledges=())
    assert left_out(dataset) == {"D": 2, "1": 1, "1-1": 1, "2": 1, "1-2": 1}


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2021-08-01,household,h1,signd", AREA),
        ("2021-08-31,household,h1,signd", AREA),
        ("2021-09-01,household,h1,signd", {}),
        ("01/01/2022,household,h1,signed", AREA),
        ("2021-08-01,household,h9,signd", TOP),
        ("2021-08-01,household,h9,signed", TOP),
        ("2021-09-01,household,h9,signed", {}),
        ("2021-08-01,household,,signed", TOP),
        ("2021-08-01,huosehold,h1,signed", AREA),  # of no kind, so perhaps of this one
        ("2021-09-01,huosehold,h1,signed", {}),
        ("2021-08-01,,h1,signed", AREA),
        ("2021-08-01,second,h1,signd", {}),
    ],
    ids=str,
)
def test_an_event_is_missed_at_its_pledger_from_its_day(line: str, where: dict[str, int], tmp_path: Path) -> None:
    kinds = f'{HOUSEHOLD}\n[pledges.second]\nsubject = "household"\n'
    dataset = settled(tmp_path, kinds, households=("h1,1-1", "h2,2-1"), pledges=(line,))
    assert left_out(dataset) == where
    assert sum(codes(findings_of(dataset)).values()) == 1


def test_an_event_of_no_kind_is_missed_once_in_each(tmp_path: Path) -> None:
    kinds = f'{HOUSEHOLD}\n[pledges.second]\nsubject = "household"\n[pledges.area]\n'
    dataset = settled(tmp_path, kinds, households=("h1,1-1",), pledges=("2021-08-01,huosehold,h1,signed",))
    assert [row.left_out for row in summary(dataset).rows] == [1, 1, 1]
    assert codes(findings_of(dataset)) == {"X201": 1}


@pytest.mark.parametrize("broken", ["h9,1-1,x", "h9,1-1,,2021-02-30", "h9,1-1,,,x"])
def test_events_of_a_household_that_cannot_be_read_are_missed_and_not_called_unknown(
    broken: str, tmp_path: Path
) -> None:
    events = pledged("2021-08-01 h9 +", "2021-08-02 h9 -")
    dataset = settled(tmp_path, households=("h1,1-1", broken), pledges=events)
    assert [code[0] for code in codes(findings_of(dataset))] == ["D"]
    assert left_out(dataset) == {"D": 3, "1": 3, "1-1": 3}


def test_an_event_in_a_stretch_that_cannot_be_read_is_not_called_misdated(tmp_path: Path) -> None:
    lines = ("h9,1-1,,2021-06-01", "h9,2-1,2021-06-01,,x")
    dataset = settled(tmp_path, households=lines, pledges=pledged("2021-07-01 h9 +"))
    assert codes(findings_of(dataset)) == {"D106": 1}
    assert figure(dataset, "pledges.household").left_out == 2


def test_households_of_an_area_that_cannot_be_read_are_missed_without_a_finding_each(tmp_path: Path) -> None:
    extra = ("1-2,Thôn 2,area,1,2021-02-30",)
    dataset = settled(tmp_path, extra=extra, households=("h1,1-1", "h2,1-2", "h3,1-2"), pledges=())
    assert codes(findings_of(dataset)) == {"D103": 1}
    assert left_out(dataset) == {"D": 2}


@pytest.mark.parametrize(
    ("extra", "walk", "code"),
    [
        (("1-2,Thôn 2,area,1,,2021-07-01",), (), "X106 untold"),
        (("1-2,Thôn 2,area,1,,2021-07-01",), ("2021-07-01,1-2,1-1,land",), "X106 untold"),
        (("1-2,Thôn 2,area,1,,2021-07-01",), ("2021-07-01,1-2,1-1,part",), "X106 divided"),
        (("1-2,Thôn 2,area,",), (), "X107"),
        (("1-2,Thôn 2,area,1,2021-12-01",), (), "X108"),
        (("1-2,Thôn 2,area,1-2",), (), "X104"),
        (("1-2,Thôn 2,area,1-1",), (), "X105"),
        (("1-2,Thôn 2,area,9",), (), "X101"),
    ],
    ids=str,
)
def test_households_without_a_place_are_missed_at_the_top_with_one_finding(
    extra: tuple[str, ...], walk: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    dataset = settled(tmp_path, extra=extra, walk=walk, households=("h1,1-1", "h2,1-2", "h3,1-2"), pledges=())
    told = [f"{each.rule.code} {each.values.get('gone', '')}".strip() for each in findings_of(dataset)]
    assert told == [code]
    assert (summary(dataset).rows[0].den, left_out(dataset)) == (1, {"D": 2})


# -------------------------------------------------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("1-9,,area,1", {"D": 1, "1": 1}),
        ("1-9,Thôn,area,1,2021-09-01,x", {}),
        ("1-9,Thôn,area,1,x,2021-08-31", {}),
        ("1-9,Thôn,area,1,x", {"D": 1, "1": 1}),
        ("1-9,Thôn,area,9-9", TOP),
        ("1-9,Thôn,area,", TOP),
        ("1-9,Thôn,area,,2021-09-01", {}),
        ("1-9,Thôn,aera,1", {"D": 1, "1": 1}),
        ("1-9,Thôn,,1", {"D": 1, "1": 1}),
        ("9,,commune,D", {}),
    ],
    ids=str,
)
@pytest.mark.parametrize("source", ["journal", "returns"])
def test_a_unit_is_missed_among_those_of_its_level(
    source: str, line: str, where: dict[str, int], tmp_path: Path
) -> None:
    kinds = f'\n[pledges.area]\nsource = "{source}"\n'
    dataset = settled(tmp_path, kinds, extra=(line,), pledges=(), returns=("2021-08-01,1-1,pledges.area,1,1",))
    assert left_out(dataset, "pledges.area") == where
    row = figure(dataset, "pledges.area")
    assert (row.expected or row.den) == 3


# -------------------------------------------------------------------------------------------------------- teams

TEAMS = "\n[teams.antt]\n[teams.anxh]\n"


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("t,antt,1-1,x", AREA),
        ("t,antt,1-1,2021-09-01,x", {}),
        ("t,antt,1-1,x,2021-08-31", {}),
        ("t,antt,9-9", TOP),
        ("t,antt,9-9,2021-09-01", {}),
        ("t,anttt,1-1", AREA),
        ("t,anttt,1-1,2021-09-01", {}),
        ("t,,1-1", AREA),
        ("t,anxh,1-1,x", {}),
        ("t 9,antt,1-1", AREA),
    ],
    ids=str,
)
def test_a_team_is_missed_on_its_days(line: str, where: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, TEAMS, teams=("t1,antt,1-1", "t2,antt,D", line))
    assert left_out(dataset, "teams.antt") == where
    assert figure(dataset, "teams.antt").num == 2
    assert sum(codes(findings_of(dataset, "teams")).values()) == 1


def test_a_team_of_no_kind_is_missed_once_in_each(tmp_path: Path) -> None:
    dataset = settled(tmp_path, TEAMS, teams=("t,anttt,1-1",))
    assert [(str(row.measure), row.left_out) for row in summary(dataset, "teams").rows] == [
        (f"teams.{kind}{part}", 1) for kind in ("antt", "anxh") for part in ("", ".members", ".reach")
    ]


# ----------------------------------------------------------------------------------------- returns, of any grain


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2021-08-01,1-1,pledges.household,1.000,", AREA),
        ("2021-09-01,1-1,pledges.household,1.000,", {}),
        ("2021-07-01,1-1,pledges.household,1.000,", AREA),  # of one day none is the newer one
        ("31/12/2021,1-1,pledges.household,5,", AREA),
        ("2021-08-01,9-9,pledges.household,5,", TOP),
        ("2021-08-01,,pledges.household,5,", TOP),
        ("2021-09-01,9-9,pledges.household,5,", {}),
        ("2021-08-01,1-1,pledges.houshold,5,", AREA),  # of no kind, so perhaps of this one
        ("2021-08-01,1-1,,5,", AREA),
        ("2021-08-01,1-1,pledges.student,x,", {}),
        ("2021-08-01,1-1,teams.anttt,5,", {}),
        ("2021-08-01,1,pledges.household,x,", {}),  # not of the grain: it would not have been counted
    ],
    ids=str,
)
def test_a_return_is_missed_from_its_day(line: str, where: dict[str, int], tmp_path: Path) -> None:
    kinds = f'{RETURNED}\n[pledges.student]\nsource = "returns"\n'
    dataset = settled(tmp_path, kinds, returns=("2021-07-01,1-1,pledges.household,4,9", line))
    assert left_out(dataset) == where
    row = figure(dataset, "pledges.household", "1-1")
    assert row.state == ("not-reported" if "1-1" in where else "counted")
    assert sum(codes(findings_of(dataset)).values()) == 1


def test_a_return_of_a_commune_that_went_into_another_is_missed_no_more(tmp_path: Path) -> None:
    kinds = f'{RETURNED}grain = "commune"\n'
    extra = ("2,Xã Hai,commune,D,,2021-07-01",)
    lines = ("2021-06-01,2,pledges.household,x,", "2021-08-01,1,pledges.household,5,9")
    dataset = settled(tmp_path, kinds, extra=extra, walk=("2021-07-01,2,1,whole",), returns=lines)
    assert left_out(dataset, day=date(2021, 6, 30)) == {"D": 1, "2": 1}
    assert left_out(dataset) == {}


# ------------------------------------------------------------------------------------------------------- models

MODELS = '\n[models.clan]\n[models.gate]\nreach = "school"\n'
SCHOOLS = ("s1,Trường,school,1-1", "s2,Trường,school,2-1,2021-09-01")


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("m,clan,1-1,,x", AREA),
        ("m,clan,1-1,,2021-09-01,x", {}),
        ("m,clan,9-9", TOP),
        ("m,clan,9-9,,,2021-08-31", {}),
        ("m,clann,1-1", AREA),
        ("m,clan,1-1,s 1", AREA),
        ("m,,1-1", AREA),
        ("m,gate,1-1,s1,x", {}),
        ("m 9,clan,1-1", AREA),
    ],
    ids=str,
)
@pytest.mark.parametrize("part", ["", ".reach"])
def test_a_model_is_missed_on_its_days(part: str, line: str, where: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, MODELS, organisations=SCHOOLS, models=("m1,clan,1-1", "m2,gate,1-1,s1", line))
    assert left_out(dataset, f"models.clan{part}") == where
    assert figure(dataset, f"models.clan{part}").num == 1
    assert sum(codes(findings_of(dataset, "models")).values()) == 1


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("s9,Trường,scool,1-1", AREA),  # of no kind, so perhaps a school
        ("s9,,school,1-1", AREA),
        ("s9,Trường,school,1-1,2021-09-01,x", {}),
        ("s9,,enterprise,1-1", {}),
        ("s9,Trường,school,9-9", TOP),
    ],
    ids=str,
)
def test_a_school_is_missed_among_those_to_be_reached(line: str, where: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, MODELS, organisations=(*SCHOOLS, line), models=("m2,gate,1-1,s1",))
    assert left_out(dataset, "models.gate.reach") == where
    assert left_out(dataset, "models.gate") == {}
    row = figure(dataset, "models.gate.reach")
    assert (row.num, row.den) == (1, 1)


# --------------------------------------------------------------------------------------------------- assessments

STANDARD = """
[calendars]
y = "01-01"
[standards.area]
[standards.school]
[regimes.r.subjects.area]
calendar = "y"
[regimes.r.subjects.school]
calendar = "y"
"""


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2021-08-01,1-1,r,2021,mett", AREA),
        ("2021-08-31,1-1,r,2021,", AREA),
        ("2021-09-01,1-1,r,2021,mett", {}),
        ("01/08/2021,1-1,r,2021,met", AREA),  # nobody knows when
        ("2021-08-01,1-1,r,2020,mett", {}),  # of another window
        ("2021-08-01,1-1,r,21,met", AREA),
        ("2020-12-31,1-1,r,2021,met", AREA),  # outside of its window
        ("2021-09-01,1-1,r,2020,met", {}),
        ("2021-08-01,1-1,q,2021,met", AREA),  # of no regime, so perhaps of this one
        ("2021-08-01,9-9,r,2021,met", TOP),
        ("2021-08-01,9-9,r,2021,mett", TOP),
        ("2021-08-01,,r,2021,met", TOP),
        ("2021-08-01,1,r,2021,met", {}),  # of a commune, which is not judged
        ("2021-08-01,1,r,2021,mett", {}),
        ("2021-08-01,s1,r,2021,mett", {}),
        ("2021-08-01,s2,r,2021,met", TOP),  # nobody bore the code then
    ],
    ids=str,
)
@pytest.mark.parametrize("part", ["", ".met", ".pending"])
def test_an_assessment_is_missed_in_its_window(part: str, line: str, where: dict[str, int], tmp_path: Path) -> None:
    lines = ("2021-07-01,1-1,r,2021,met", line)
    dataset = settled(tmp_path, STANDARD, organisations=SCHOOLS, assessments=lines)
    assert left_out(dataset, f"standards.area{part}") == where
    row, (code,) = figure(dataset, f"standards.area{part}"), codes(findings_of(dataset, "standards")).elements()
    unread = where == AREA and code.startswith("D")  # it may say something newer of the one who was assessed
    nobody = None if part else 0
    assert (row.num, row.den) == (nobody if unread else int(part != ".pending"), 3)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2021-08-01,s1,r,2021,mett", AREA),
        ("2021-08-01,s1,r,2020,mett", {}),
        ("2021-08-01,1-1,r,2021,mett", {}),
        ("2021-08-01,s9,r,2021,met", TOP),
    ],
    ids=str,
)
def test_an_assessment_of_a_school_is_missed_where_that_lies(line: str, where: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, STANDARD, organisations=SCHOOLS, assessments=(line,))
    assert left_out(dataset, "standards.school") == where


def test_an_assessment_of_a_school_that_cannot_be_read_is_missed_and_not_called_unknown(tmp_path: Path) -> None:
    schools = (*SCHOOLS, "s9,Trường,scool,1-1")
    dataset = settled(tmp_path, STANDARD, organisations=schools, assessments=("2021-08-01,s9,r,2021,met",))
    assert codes(findings_of(dataset, "standards")) == {"D106": 1}
    assert figure(dataset, "standards.school").left_out == 2


# ------------------------------------------------------------------------------------- returns of organisations

PUPILS = '\n[pledges.student]\nsource = "returns"\ngrain = "school"\n'


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2021-08-01,s1,pledges.student,x,", AREA),
        ("2021-09-01,s1,pledges.student,x,", {}),
        ("31/12/2021,s1,pledges.student,5,", AREA),
        ("2021-08-01,s9,pledges.student,5,", TOP),
        ("2021-08-01,,pledges.student,5,", TOP),
        ("2021-08-01,s2,pledges.student,5,", TOP),  # it opens later
        ("2021-08-01,s1,pledges.studnt,5,", AREA),  # of no kind, so perhaps of this one
        ("2021-08-01,s1,teams.anttt,5,", {}),
        ("2021-08-01,1-1,pledges.student,x,", {}),  # not of the grain: it would not have been counted
    ],
    ids=str,
)
def test_a_return_of_a_school_is_missed_from_its_day(line: str, where: dict[str, int], tmp_path: Path) -> None:
    lines = ("2021-07-01,s1,pledges.student,4,9", line)
    dataset = settled(tmp_path, PUPILS, organisations=SCHOOLS, returns=lines)
    assert left_out(dataset, "pledges.student") == where
    row = figure(dataset, "pledges.student", "1-1")
    assert row.state == ("not-reported" if "1-1" in where else "counted")
    assert sum(codes(findings_of(dataset)).values()) == 1


def test_a_return_of_a_school_that_cannot_be_read_is_missed_and_not_called_misdated(tmp_path: Path) -> None:
    schools = (*SCHOOLS, "s9,Trường,scool,1-1")
    lines = ("2021-07-01,s1,pledges.student,4,9", "2021-08-01,s9,pledges.student,5,9")
    dataset = settled(tmp_path, PUPILS, organisations=schools, returns=lines)
    assert codes(findings_of(dataset)) == {"D106": 1}
    row = figure(dataset, "pledges.student")
    assert (row.num, row.expected, row.left_out) == (4, 1, 2)


# ------------------------------------------------------------------------------------------------- nothing hides


def test_what_is_left_out_at_the_top_is_on_the_row_of_what_is_held_above(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h1,1-1", "h8,9-9", "h9,1-1,x"), pledges=())
    rows = summary(dataset, by="commune").rows
    assert [(row.unit, row.left_out) for row in rows] == [("1", 1), ("2", 0), ("D", 1)]
    assert rows[-1].level is None
    assert [(row.unit, row.left_out) for row in summary(dataset, by="commune", unit="1").rows] == [("1", 1)]


def test_a_village_without_faults_misses_nothing(tmp_path: Path) -> None:
    assert set(HEADERS) >= set(village(households=(), pledges=())) - {"antq.toml", "units"}
    files = {
        "antq.toml": manifest(HOUSEHOLD),
        "units": units(*UNITS),
        "crosswalk": crosswalk(),
        "households": padded("household,area", "h1,1-1"),
        "pledges": padded("date,kind,pledger,event", *pledged("2021-08-01 h1 +")),
    }
    dataset = dataset_of(tmp_path, files)
    assert (left_out(dataset), findings_of(dataset)) == ({}, [])


# ----------------------------------------------------------------------------------------------- before the campaign


def test_a_pledge_of_which_the_year_has_lost_a_digit_is_missed_on_every_day(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h1,1-1",), pledges=pledged("0021-03-01 h1 +", "2021-06-01 h1 +"))
    assert (figure(dataset, "pledges.household").num, left_out(dataset)) == (1, AREA)
    before = date(2021, 5, 31)
    assert (figure(dataset, "pledges.household", day=before).num, left_out(dataset, day=before)) == (0, AREA)
    assert codes(findings_of(dataset)) == {"T003": 1}
    assert len(trend(Family(dataset, "pledges"), Query(DAY), CIVIL, "month").points) == 3  # June to August


def test_a_return_of_a_year_that_cannot_be_leaves_its_unit_not_reported(tmp_path: Path) -> None:
    """It may be the newest there is, so an older one does not take its place."""
    lines = ("2021-07-01,1,pledges.household,5,9", "0021-08-01,1,pledges.household,7,9")
    dataset = settled(tmp_path, RETURNED + 'grain = "commune"\n', returns=lines)
    found = figure(dataset, "pledges.household", "1")
    assert (found.state, found.num, found.left_out) == ("not-reported", None, 1)


@pytest.mark.parametrize(("begins", "found"), [("", 0), ("begins = 2021-06-01\n", 0), ("begins = 2021-06-02\n", 1)])
def test_what_happened_before_the_campaign_began_is_left_out(begins: str, found: int, tmp_path: Path) -> None:
    files = village(households=("h1,1-1,1850-01-01",), pledges=pledged("2021-06-01 h1 +"))
    dataset = dataset_of(tmp_path, files | {"antq.toml": manifest(HOUSEHOLD, campaign=begins)})
    assert figure(dataset, "pledges.household").num == 1 - found
    assert codes(findings_of(dataset)).total() == found  # a household may be there since whenever
