"""Teams from their register."""

from datetime import date
from pathlib import Path

import pytest

from tests.counting.villages import settled
from tests.helpers import codes, crosswalk, dataset_of, figure, findings_of, manifest, padded, rows_of, summary, units

KINDS = "\n[teams.antt]\nclosed = 2021-01-01\n[teams.anxh]\n"
LINES = (
    "t1,antt,1-1,2020-01-01,2021-08-31",
    "t2,antt,1-1",
    "t3,antt,1,,2021-01-01",
    "t4,antt,D,2021-08-31",
    "t5,anxh,2-1",
)


@pytest.mark.parametrize(
    ("day", "antt"),
    [
        (date(2019, 12, 31), 2),
        (date(2020, 1, 1), 3),
        (date(2020, 12, 31), 3),
        (date(2021, 1, 1), 2),  # the day on which t3 is no more; that the kind has closed changes no row
        (date(2021, 8, 30), 2),
        (date(2021, 8, 31), 2),
    ],
    ids=str,
)
def test_a_team_counts_from_its_first_day_until_before_its_last(day: date, antt: int, tmp_path: Path) -> None:
    dataset = settled(tmp_path, KINDS, teams=LINES)
    row = figure(dataset, "teams.antt", day=day)
    assert (row.num, row.den, row.state, row.reported, row.left_out) == (antt, None, "counted", None, 0)
    assert figure(dataset, "teams.anxh", day=day).num == 1
    # Which teams are there when there is their kind no longer is said; it changes no figure.
    assert codes(findings_of(dataset, "teams", day)) == {"X206": 3}


def test_teams_by_commune_add_up_with_those_above(tmp_path: Path) -> None:
    found = summary(settled(tmp_path, KINDS, teams=LINES), "teams", date(2021, 8, 31), by="commune")
    rows = [(row.unit, row.level, row.num) for row in rows_of(found, "teams.antt")]
    assert rows == [("1", "commune", 1), ("2", "commune", 0), ("D", None, 1)]


def test_no_teams_are_none_and_not_unknown(tmp_path: Path) -> None:
    row = figure(settled(tmp_path, KINDS, teams=()), "teams.antt")
    assert (row.num, row.state, row.percent) == (0, "counted", None)


def test_an_unknown_kind_is_found_once_however_many_kinds_there_are(tmp_path: Path) -> None:
    assert codes(findings_of(settled(tmp_path, KINDS, teams=("t,x,1-1",)), "teams")) == {"X201": 1}


def test_a_team_goes_along_with_its_unit(tmp_path: Path) -> None:
    files = {
        "antq.toml": manifest(KINDS),
        "units": units("D,H,district", "1,A,commune,D,,2021-07-01", "2,B,commune,D,2021-07-01"),
        "crosswalk": crosswalk("2021-07-01,1,2,whole"),
        "teams": padded("code,kind,unit", "t,antt,1"),
    }
    dataset = dataset_of(tmp_path, files)
    assert [figure(dataset, "teams.antt", "1", date(2021, 6, 30)).num, figure(dataset, "teams.antt", "2").num] == [1, 1]
