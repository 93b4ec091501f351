"""What lies in what on a day, and where what has no place got lost."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Finding
from antq_cli.units.atlas import Atlas
from antq_cli.units.daymap import DayMap
from tests.helpers import DAY, codes, crosswalk, manifest, open_at, reported, units, write_book

DISTRICT = "D,Huyện,district"


def map_of(folder: Path, *lines: str, walk: tuple[str, ...] = (), day: date = DAY) -> DayMap:
    files = {"antq.toml": manifest(), "units": units(*lines), "crosswalk": crosswalk(*walk)}
    return DayMap(Atlas(open_at(write_book(folder, files))), day)


def lost(found: DayMap, *numbers: int) -> list[tuple[str, int]]:
    """The rule and the line of each finding on what was put into some units."""
    findings: list[Finding] = found.why_lost(numbers)
    return [(finding.rule.code, finding.place.line) for finding in findings]


def level(found: DayMap, name: str, below: str = "D") -> list[str]:
    number = found.unit(below)
    assert number is not None
    return [found.atlas.units[one].code for one in found.level(name, number)]


TREE = (DISTRICT, "2,Xã,commune,D", "1,Xã,commune,D", "2-1,Thôn,area,2", "1-1,Thôn,area,1", "0,Phố,area,D")


def test_units_of_a_level_are_those_that_lie_in_a_unit_or_are_it_by_code(tmp_path: Path) -> None:
    found = map_of(tmp_path, *TREE)
    assert level(found, "commune") == ["1", "2"]
    assert level(found, "area") == ["0", "1-1", "2-1"]
    assert level(found, "area", below="2") == ["2-1"]
    assert level(found, "commune", below="2") == ["2"]
    assert level(found, "district", below="2") == []
    assert level(found, "cluster") == []
    assert len(found.level("area")) == 3


def test_a_closed_unit_and_one_that_is_not_open_yet_are_not_on_the_map(tmp_path: Path) -> None:
    lines = ("1,A,commune,D,,2021-08-31", "2,B,commune,D,2021-09-01", "3,C,commune,D,2021-08-31")
    found = map_of(tmp_path, DISTRICT, *lines)
    assert level(found, "commune") == ["3"]
    assert [found.unit(code) for code in ("1", "2", "3", "4")] == [None, None, 3, None]


@pytest.mark.parametrize("part", ["same", "whole"])
def test_what_lies_in_a_unit_goes_along_when_it_closes(part: str, tmp_path: Path) -> None:
    lines = (DISTRICT, "1,A,commune,D,,2021-08-31", "2,B,commune,D,2021-08-31", "1-1,T,area,1")
    found = map_of(tmp_path, *lines, walk=(f"2021-08-31,1,2,{part}",))
    assert found.paths[3] == (3, 2, 0)
    assert found.place(1) == 2
    assert found.place(1, own=True) == (2 if part == "same" else None)
    assert found.place(None) is None


def test_what_a_part_does_not_carry_is_lost_where_it_closed(tmp_path: Path) -> None:
    lines = (DISTRICT, "1,A,commune,D,,2021-08-31", "2,B,commune,D,2021-08-31", "1-1,T,area,1")
    found = map_of(tmp_path, *lines, walk=("2021-08-31,1,2,part",))
    assert [found.place(3), found.detached("area")] == [None, [3]]
    assert lost(found, 3, 3, 1) == [("X106", 3)]


def test_what_a_chain_loses_is_reported_at_its_dead_end(tmp_path: Path) -> None:
    lines = (DISTRICT, "1,A,commune,D,,2020-01-01", "2,B,commune,D,2020-01-01,2021-01-01", "1-1,T,area,1")
    found = map_of(tmp_path, *lines, walk=("2020-01-01,1,2,whole",))
    assert lost(found, 3) == [("X106", 4)]


def test_a_unit_without_a_parent_is_not_below_the_top(tmp_path: Path) -> None:
    found = map_of(tmp_path, DISTRICT, "1,A,commune,", "1-1,T,area,1", "1-2,T,area,1")
    assert found.detached("area") == [2, 3]
    assert lost(found, 2, 3) == [("X107", 3)]


def test_a_unit_below_one_that_opens_later_has_no_place_yet(tmp_path: Path) -> None:
    found = map_of(tmp_path, DISTRICT, "1,A,commune,D,2022-01-01", "1-1,T,area,1")
    assert found.detached("area") == [2]
    assert lost(found, 1, 2) == [("X108", 3)]
    assert DayMap(found.atlas, date(2022, 1, 1)).detached("area") == []


def test_a_cycle_has_no_place_and_neither_has_what_lies_below_it(tmp_path: Path) -> None:
    found = map_of(tmp_path, DISTRICT, "1,A,commune,1", "1-1,T,area,1")
    assert [*found.paths] == [0]
    assert lost(found, 2) == [("X104", 3)]


def test_a_cycle_that_a_merger_makes_is_found_on_its_day(tmp_path: Path) -> None:
    lines = (DISTRICT, "1,A,cluster,D,,2021-01-01", "2,B,commune,1", "2-1,T,area,2")
    found = map_of(tmp_path, *lines, walk=("2021-01-01,1,2,whole",))
    assert reported(found.atlas.book.collector) == []
    assert lost(found, 3) == [("X104", 4)]
    assert DayMap(found.atlas, date(2020, 12, 31)).paths[3] == (3, 2, 1, 0)


def test_a_merger_into_a_lower_level_gives_no_place(tmp_path: Path) -> None:
    lines = (DISTRICT, "1,A,cluster,D,,2021-01-01", "2,B,commune,1", "3,C,commune,D,2021-01-01")
    found = map_of(tmp_path, *lines, walk=("2021-01-01,1,3,whole",))
    assert level(found, "commune") == ["3"]
    assert lost(found, 2) == [("X105", 4)]


def test_levels_stand_in_order_also_across_one_that_is_unknown(tmp_path: Path) -> None:
    found = map_of(tmp_path, DISTRICT, "1,A,commune,D", "2,B,comune,1", "3,C,commune,2", "4,E,area,2")
    assert level(found, "commune") == ["1"]
    assert found.of_unknown_level() == [2]
    assert found.detached("commune") == [3]
    assert codes(reported(found.atlas.book.collector)) == {"X103": 1}  # which says why
    assert [lost(found, 3), lost(found, 4)] == [[], []]


def test_a_top_is_carried_like_any_other(tmp_path: Path) -> None:
    lines = ("D,Huyện,district,,,2021-01-01", "K,Cụm,cluster,,2021-01-01", "1,A,commune,D")
    found = map_of(tmp_path, *lines, walk=("2021-01-01,D,K,whole",))
    assert found.top == 1
    assert found.paths[2] == (2, 1)
    assert DayMap(found.atlas, date(2020, 12, 31)).paths[2] == (2, 0)


@pytest.mark.parametrize(("opened", "closed", "code"), [("", "2021-08-31", "X106"), ("2021-09-01", "", "X108")])
def test_without_a_top_nothing_has_a_place(opened: str, closed: str, code: str, tmp_path: Path) -> None:
    found = map_of(tmp_path, f"D,Huyện,district,,{opened},{closed}", "1,A,commune,D")
    assert found.top is None
    assert found.paths == {}
    assert found.detached("commune") == [1]
    assert lost(found, 0, 1) == [(code, 2)]


def test_what_lies_above_the_top_is_no_part_of_the_map(tmp_path: Path) -> None:
    found = map_of(tmp_path, "D,Huyện,cluster,T", "T,Tỉnh,district", "1,A,commune,D", "2,B,commune,T")
    assert [*found.paths] == [0, 2]
    assert found.detached("commune") == [3]
    assert codes(found.why_lost([3])) == {"X107": 1}
