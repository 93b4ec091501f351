"""Into which file a row goes."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Refused
from antq_cli.writing.filing import Filing
from tests.helpers import dataset_of, manifest, table, units

KINDS = '[pledges.household]\nsource = "journal"\n'
UNITS = units("D,D,district", "C1,C1,commune,D", "C2,C2,commune,D", "A1,A1,area,C1", "A2,A2,area,C1", "A3,A3,area,C2")
HOUSEHOLDS = table("household,area,joined", "h1,A1,", "h2,A1,", "h3,A3,", "h4,A2,")
EVENTS = "date,kind,pledger,event"
DAY = date(2021, 8, 1)


def file_of(folder: Path, files: dict[str, str], place: str, register: str = "pledges", into: str | None = None) -> str:
    book = {"antq.toml": manifest(KINDS), "units": UNITS, "households": HOUSEHOLDS, **files}
    return Filing(dataset_of(folder, book), register, into).file(place, DAY)


def events(*lines: str) -> str:
    return table(EVENTS, *(f"{line},signed" for line in lines))


def test_the_file_that_is_named(tmp_path: Path) -> None:
    assert file_of(tmp_path, {"pledges": events()}, "A1", into="pledges.csv") == "pledges.csv"


def test_the_only_file(tmp_path: Path) -> None:
    assert file_of(tmp_path, {"pledges/x": events()}, "A1") == "pledges/x.csv"


def test_a_new_file_of_the_register(tmp_path: Path) -> None:
    assert file_of(tmp_path, {}, "A1") == "pledges.csv"
    (tmp_path / "teams").mkdir()
    assert file_of(tmp_path, {}, "A1", "teams") == "teams/teams.csv"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("A1", "pledges/c1.csv"),
        ("A3", "pledges/c2.csv"),
        # Nobody of it has signed: where others of its commune have.
        ("A2", "pledges/c1.csv"),
        ("C2", "pledges/c2.csv"),
    ],
)
def test_where_its_neighbours_are(place: str, expected: str, tmp_path: Path) -> None:
    files = {
        "pledges/c1": events("2021-03-01,household,h1", "2021-03-02,household,h2"),
        "pledges/c2": events("2021-05-01,household,h3"),
    }
    assert file_of(tmp_path, files, place) == expected


def test_of_files_by_month_the_latest(tmp_path: Path) -> None:
    files = {
        "pledges/07": events("2021-07-01,household,h1", "2021-07-02,household,h2", "2021-07-05,household,h3"),
        "pledges/08": events("2021-08-01,household,h1", "2021-08-02,household,h3"),
    }
    assert file_of(tmp_path, files, "A1") == "pledges/08.csv"


def test_who_moves_does_not_take_all_others_along(tmp_path: Path) -> None:
    # h2 lived in the other commune once, and signed there last of all.
    others = (f"2021-03-01,household,x{number}" for number in range(20))
    files = {
        "pledges/c1": events("2021-03-01,household,h1", "2021-03-02,household,h4"),
        "pledges/c2": events(*others, "2021-06-01,household,h2"),
    }
    assert file_of(tmp_path, files, "A1") == "pledges/c1.csv"


def test_rows_of_a_register_of_stretches(tmp_path: Path) -> None:
    files = {
        "households/c1": table("household,area,joined", "h1,A1,", "h4,A2,"),
        "households/c2": table("household,area,joined", "h3,A3,2021-01-01"),
    }
    book = {"antq.toml": manifest(KINDS), "units": UNITS, **files}
    filing = Filing(dataset_of(tmp_path, book), "households")
    assert [filing.file(place, DAY) for place in ("A1", "A2", "A3", "C1")] == [
        *["households/c1.csv"] * 2,
        "households/c2.csv",
        "households/c1.csv",
    ]


def test_where_nobody_can_tell(tmp_path: Path) -> None:
    files = {"pledges/a": events(), "pledges/b": events()}
    with pytest.raises(Refused) as refused:
        file_of(tmp_path, files, "A1")
    (found,) = refused.value.findings
    assert found.rule.code == "U117"
    assert found.values["files"] == ["pledges/a.csv", "pledges/b.csv"]
