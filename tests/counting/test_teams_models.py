"""Teams and models: how many members, whom they reach, where the kind's own dates matter and where not."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.claims import claims
from antq_cli.counting.asking import Figures
from antq_cli.counting.families import Family
from tests.counting.villages import settled
from tests.helpers import DAY, codes, dataset_of, figure, findings_of, manifest, padded, rows_of, summary, units

TEAMS = "\n[teams.antt]\n[teams.anxh]\nreach = 'commune'\n"


# ----------------------------------------------------------------------------------------------------------- members


@pytest.mark.parametrize(
    ("members", "row"),
    [
        (("4", "3"), ("counted", 7, 2, 2)),
        (("4", "0"), ("counted", 4, 2, 2)),  # a team of nobody has said so
        (("0", "0"), ("counted", 0, 2, 2)),
        (("4", ""), ("partial", 4, 1, 2)),  # blank is not nobody
        (("", ""), ("not-reported", None, 0, 2)),
        ((), ("counted", 0, 0, 0)),  # no team has no members
    ],
    ids=str,
)
def test_members_are_known_of_those_who_say_so(
    members: tuple[str, ...], row: tuple[object, ...], tmp_path: Path
) -> None:
    lines = [f"t{n},antt,1-1,,,{count}" for n, count in enumerate(members)]
    dataset = settled(tmp_path, TEAMS, teams=[*lines, "t8,anxh,1-1,,,50", "t9,antt,1-1,,2021-08-31,50"])
    found = figure(dataset, "teams.antt.members")
    assert (found.state, found.num, found.reported, found.expected) == row
    assert (found.den, found.percent, found.remaining, found.counted_on) == (None, None, None, None)
    assert figure(dataset, "teams.antt").num == len(members)  # a team counts, whatever it says


def test_members_by_commune_each_know_for_themselves(tmp_path: Path) -> None:
    lines = ("t1,antt,1-1,,,4", "t2,antt,2-1", "t3,antt,D,,,9")
    found = summary(settled(tmp_path, TEAMS, teams=lines), "teams", by="commune")
    assert [(row.unit, row.level, row.state, row.num) for row in rows_of(found, "teams.antt.members")] == [
        ("1", "commune", "counted", 4),
        ("2", "commune", "not-reported", None),
        ("D", None, "counted", 9),
    ]


def test_members_of_models_are_known_as_those_of_teams_are(tmp_path: Path) -> None:
    lines = ("m1,clan,1-1,,,,12", "m2,clan,1-2,,,,0", "m3,clan,2-1", "m4,gate,1-1,s1,,,30")
    dataset = settled(tmp_path, MODELS, organisations=SCHOOLS, models=lines)
    found = [figure(dataset, "models.clan.members", unit) for unit in ("D", "1", "2")]
    assert [(row.state, row.num, row.reported, row.expected) for row in found] == [
        ("partial", 12, 2, 3),
        ("counted", 12, 2, 2),
        ("not-reported", None, 0, 1),
    ]
    assert figure(dataset, "models.gate.members").num == 30


@pytest.mark.parametrize("cell", ["-3", "4.0", "1_000", "x"])
def test_a_team_with_members_that_cannot_be_read_is_left_out(cell: str, tmp_path: Path) -> None:
    dataset = settled(tmp_path, TEAMS, teams=("t1,antt,1-1,,,4", f"t2,antt,1-1,,,{cell}"))
    found = figure(dataset, "teams.antt.members")
    assert (found.num, found.reported, found.expected, found.left_out) == (4, 1, 1, 1)
    assert codes(findings_of(dataset, "teams")) == {"D104": 1}


# ------------------------------------------------------------------------------------------------------------- reach


@pytest.mark.parametrize(
    ("lines", "reached"),
    [
        ((), ""),
        (("t1,antt,1-1",), "1-1"),
        (("t1,antt,1-1", "t2,antt,1-1"), "1-1"),  # two are one too many, and no more
        (("t1,antt,1-1", "t2,antt,1-2", "t3,antt,2-1"), "1-1 1-2 2-1"),
        (("t1,antt,1", "t2,antt,D"), ""),  # what stands above the areas is in none of them
        (("t1,anxh,1-1",), ""),
        (("t1,antt,1-1,2021-09-01",), ""),
        (("t1,antt,1-1,,2021-08-31",), ""),
        (("t1,antt,1-1,2021-08-31,2021-09-01",), "1-1"),
    ],
    ids=str,
)
def test_an_area_is_reached_by_a_team_in_it(lines: tuple[str, ...], reached: str, tmp_path: Path) -> None:
    dataset = settled(tmp_path, TEAMS, teams=lines)
    whole, parts = (
        figure(dataset, "teams.antt.reach"),
        rows_of(summary(dataset, "teams", by="area"), "teams.antt.reach"),
    )
    n = len(reached.split())
    assert (whole.state, whole.num, whole.den, whole.remaining) == ("counted", n, 3, 3 - n)
    assert (whole.reported, whole.expected) == (None, None)
    assert " ".join(row.unit for row in parts if row.num) == reached
    assert {row.den for row in parts if row.level} == {1}


@pytest.mark.parametrize(
    ("lines", "num"),
    [
        (("t1,anxh,1-1",), 1),  # what lies below reaches it too
        (("t1,anxh,1",), 1),
        (("t1,anxh,1", "t2,anxh,1-2"), 1),
        (("t1,anxh,1-1", "t2,anxh,2"), 2),
        (("t1,anxh,D",), 0),
    ],
    ids=str,
)
def test_a_commune_is_reached_by_a_team_in_it_or_below(lines: tuple[str, ...], num: int, tmp_path: Path) -> None:
    row = figure(settled(tmp_path, TEAMS, teams=lines), "teams.anxh.reach")
    assert (row.num, row.den) == (num, 2)


def test_below_the_level_to_be_reached_there_is_nobody_to_reach(tmp_path: Path) -> None:
    dataset = settled(tmp_path, TEAMS, teams=("t1,anxh,1-1",))
    row = figure(dataset, "teams.anxh.reach", "1-1")
    assert (row.state, row.num, row.den) == ("no-denominator", 0, 0)


def test_units_that_open_and_close_are_to_be_reached_on_their_days(tmp_path: Path) -> None:
    extra = ("1-2,Thôn 2,area,1,,2021-07-01", "1-3,Thôn 3,area,1,2021-08-01")
    lines = ("t1,antt,1-2", "t2,antt,1-3,2021-08-01")
    dataset = settled(tmp_path, TEAMS, extra=extra, walk=("2021-07-01,1-2,1-1,whole",), teams=lines)
    days = (date(2021, 6, 30), date(2021, 7, 1), date(2021, 8, 1))
    rows = [figure(dataset, "teams.antt.reach", day=day) for day in days]
    assert [(row.num, row.den) for row in rows] == [(1, 3), (1, 2), (2, 3)]


def test_on_another_map_a_unit_was_reached_on_its_own_day(tmp_path: Path) -> None:
    """Whether an area is reached is settled on the map of the day; the communes only gather what is so."""
    extra = ("1,Xã Một,commune,D,,2025-07-01", "2,Xã Hai,commune,D,,2025-07-01", "3,Xã Ba,commune,D,2025-07-01")
    walk = ("2025-07-01,1,3,whole", "2025-07-01,2,3,whole")
    dataset = settled(tmp_path, TEAMS, extra=extra, walk=walk, teams=("t1,antt,1-1", "t2,anxh,1-1"))
    found = summary(dataset, "teams", by="commune", basis=date(2025, 7, 1))
    assert [(row.unit, row.num, row.den) for row in rows_of(found, "teams.antt.reach")] == [("3", 1, 3)]
    assert [(row.unit, row.num, row.den) for row in rows_of(found, "teams.anxh.reach")] == [("3", 1, 2)]


MODELS = '\n[models.clan]\n[models.gate]\nreach = "school"\n'
SCHOOLS = (
    "s1,Trường,school,1-1",
    "s2,Trường,school,1,2021-06-01",
    "s3,Trường,school,2,,2021-08-31",
    "s4,Trường,school,2,,,small",
    "e1,Xưởng,enterprise,1",
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "0/3 0/2 0/1"),
        (("m1,gate,1-1,s1",), "1/3 1/2 0/1"),
        (("m1,gate,1-1,s1", "m2,gate,1-1,s1"), "1/3 1/2 0/1"),
        (("m1,gate,2-1,s1",), "1/3 1/2 0/1"),  # a school lies where it lies
        (("m1,gate,1-1",), "0/3 0/2 0/1"),  # in the area, and in no school
        (("m1,gate,2,s4",), "1/3 0/2 1/1"),  # what is exempt from the standard is a school all the same
        (("m1,gate,2,s3",), "0/3 0/2 0/1"),  # it has closed
        (("m1,gate,1,e1",), "0/3 0/2 0/1"),
        (("m1,clan,1,s1",), "0/3 0/2 0/1"),
        (("m1,gate,1,s1,,2021-08-31",), "0/3 0/2 0/1"),
    ],
    ids=str,
)
def test_a_school_is_reached_by_a_model_that_it_hosts(lines: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    dataset = settled(tmp_path, MODELS, organisations=SCHOOLS, models=lines)
    rows = [figure(dataset, "models.gate.reach", unit) for unit in ("D", "1", "2")]
    assert " ".join(f"{row.num}/{row.den}" for row in rows) == expected
    assert findings_of(dataset, "models") == []


def test_models_and_whom_they_reach_are_counted_apart(tmp_path: Path) -> None:
    lines = ("m1,gate,1-1,s1", "m2,gate,1-1,s1", "m3,clan,1-1,s1", "m4,clan,1-1", "m5,clan,1-2")
    dataset = settled(tmp_path, MODELS, organisations=SCHOOLS, models=lines)
    rows = summary(dataset, "models").rows
    assert [(str(row.measure), row.num, row.den) for row in rows] == [
        ("models.clan", 3, None),
        ("models.clan.members", None, None),  # nobody has told
        ("models.clan.reach", 2, 3),
        ("models.gate", 2, None),
        ("models.gate.members", None, None),
        ("models.gate.reach", 1, 3),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("m1,gate,1,s2", {}),  # without a day: at some time
        ("m1,gate,1,s2,2021-06-01", {}),
        ("m1,gate,1,s2,2021-05-31", {"X207": 1}),
        ("m1,gate,1,s3,2021-08-31", {"X207": 1}),
        ("m1,gate,1,s9", {"X207": 1}),
        ("m1,gate,1,1-1", {"X207": 1}),  # a unit hosts nothing
        ("m1,clan,1,s9", {"X207": 1}),
    ],
)
def test_a_host_is_an_organisation_that_was_there(line: str, found: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, MODELS, organisations=SCHOOLS, models=(line,))
    assert codes(findings_of(dataset, "models")) == found
    assert [
        row.num for row in summary(dataset, "models").rows if str(row.measure) in ("models.clan", "models.gate")
    ] in (
        [0, 1],
        [1, 0],
    )


def test_a_host_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    dataset = settled(tmp_path, MODELS, organisations=(*SCHOOLS, "s8,Trường,scool,1"), models=("m1,gate,1,s8",))
    assert codes(findings_of(dataset, "models")) == {"D106": 1}
    row = figure(dataset, "models.gate.reach", "1")
    assert (row.num, row.den, row.left_out) == (0, 2, 1)


# --------------------------------------------------------------------------------------------- the dates of the kinds

CHANGE = date(2024, 7, 1)
KINDS = "\n[teams.antt]\nclosed = 2024-07-01\n[teams.bvantt]\nopened = 2024-07-01\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("t1,antt,1-1,2020-01-01,2024-07-01", {}),
        ("t1,antt,1-1,,2024-07-01", {}),
        ("t1,antt,1-1,2020-01-01,2024-07-02", {"X206": 1}),
        ("t1,antt,1-1,2020-01-01", {"X206": 1}),  # it says that the team goes on
        ("t1,antt,1-1,2024-07-01,2025-01-01", {"X206": 1}),
        ("t1,bvantt,1-1,2024-07-01", {}),
        ("t1,bvantt,1-1,2024-06-30", {"X206": 1}),
        ("t1,bvantt,1-1", {"X206": 1}),  # it says that the team was always there
    ],
)
def test_a_team_outside_the_days_of_its_kind_is_found_and_counted(
    line: str, found: dict[str, int], tmp_path: Path
) -> None:
    dataset = settled(tmp_path, KINDS, teams=(line,))
    kind = line.split(",")[1]
    for day in (date(2024, 6, 30), CHANGE):
        assert codes(findings_of(dataset, "teams", day)) == found
        first, last = (line + ",,").split(",")[3:5]
        there = first <= str(day) and (not last or str(day) < last)
        assert figure(dataset, f"teams.{kind}", day=day).num == int(there)


def test_the_change_of_2024(tmp_path: Path) -> None:
    areas = ("1-1", "1-2", "2-1")
    lines = [f"a{code},antt,{code},2020-01-01,2024-07-01" for code in areas]
    lines += [f"b{code},bvantt,{code},2024-07-01" for code in areas[:2]]
    dataset = settled(tmp_path, KINDS, teams=lines)
    reach = [
        [(row.num, row.den) for row in summary(dataset, "teams", day).rows if row.measure.part == "reach"]
        for day in (date(2024, 6, 30), CHANGE)
    ]
    assert reach == [[(3, 3), (0, 3)], [(0, 3), (2, 3)]]
    old, new = Family(dataset, "teams").kinds(())
    assert [(old.exists(day), new.exists(day)) for day in (date(2024, 6, 30), CHANGE)] == [(True, False), (False, True)]
    assert findings_of(dataset, "teams", DAY) == []


def test_members_and_reach_may_be_reported(tmp_path: Path) -> None:
    kinds = '\n[teams.antt]\nsource = "returns"\ngrain = "commune"\n'
    lines = (
        "2021-08-01,1,teams.antt,2,",
        "2021-08-01,1,teams.antt.members,9,",
        "2021-08-01,1,teams.antt.reach,2,2",
        "2021-08-01,2,teams.antt.reach,0,1",
    )
    rows = summary(settled(tmp_path, kinds, returns=lines), "teams").rows
    assert [(str(row.measure), row.state, row.num, row.den) for row in rows] == [
        ("teams.antt", "partial", 2, None),
        ("teams.antt.members", "partial", 9, None),
        ("teams.antt.reach", "counted", 2, 3),
    ]


def test_a_model_that_is_left_out_reaches_nobody(tmp_path: Path) -> None:
    """The area it stands in closed, and nothing carries it on."""
    files = {
        "antq.toml": manifest('\n[models.m]\nreach = "school"\n', top="1", levels=("district", "area")),
        "units": units("1,T,district", "a,A,area,1,,2022-01-01", "b,B,area,1"),
        "organisations": padded("code,name,kind,unit", "o2,O,school,b"),
        "models": padded("code,kind,unit,host", "m1,m,a,o2"),
        "claims": padded("id,figure,value,source", "c,models.m.reach@1:2023-06-01,1/1,paper"),
    }
    dataset = dataset_of(tmp_path, files)
    rows = {str(row.measure): row for row in summary(dataset, "models", date(2023, 6, 1)).rows}
    assert [(row.num, row.den, row.left_out) for row in rows.values()] == [(0, None, 1), (0, None, 1), (0, 1, 1)]
    held = claims(Figures(dataset)).held[0]
    assert (held.verdict, held.why) == ("unverifiable", "left-out")
    assert figure(dataset, "models.m.reach", day=date(2021, 6, 1)).num == 1
