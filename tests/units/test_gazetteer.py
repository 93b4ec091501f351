"""Places looked up: codes that change their meaning, names that several units have, and where each came from."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.registers import Unit
from antq_cli.units.atlas import Atlas
from antq_cli.units.gazetteer import Branch, Entry, FoundPlaces, Gazetteer, Neighbour
from tests.helpers import crosswalk, manifest, open_at, padded, write_book

SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
ACT = "khoản 101 Điều 1 Nghị quyết số 1686/NQ-UBTVQH15"


@pytest.fixture(scope="module")
def sample() -> Gazetteer:
    return Gazetteer(Atlas(open_at(SAMPLE)))


def gazetteer(folder: Path, *lines: str, walk: tuple[str, ...] = ()) -> Gazetteer:
    """Look up units ``code,name,level,kind,parent,opened,closed`` below D."""
    rows = padded("code,name,level,kind,parent,opened,closed", "D,Đông,district,huyện", *lines)
    return Gazetteer(
        Atlas(open_at(write_book(folder, {"antq.toml": manifest(), "units": rows, "crosswalk": crosswalk(*walk)})))
    )


def called(unit: Unit | None) -> str:
    return f"{unit.code} {unit.name}" if unit else ""


def names(entries: list[Entry]) -> list[str]:
    return [called(entry.unit) for entry in entries]


def only(found: FoundPlaces) -> Entry:
    [entry] = found.entries
    assert found == FoundPlaces([entry], [], [], None)
    return entry


def places(neighbours: list[Neighbour]) -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in neighbours]


def test_a_code_on_the_last_day_of_what_it_meant(sample: Gazetteer) -> None:
    entry = only(sample.at("15148", EVE))
    assert called(entry.unit) == "15148 Cẩm Giang"
    assert called(entry.parent) == "390 Cẩm Thủy"
    new = sample.at("15148", DAY).entries[0].number
    assert entry.before == []
    assert entry.after == [Neighbour("15148", "Cẩm Tú", "xã", new, DAY, "whole", ACT, "2025-merger")]
    assert [called(unit) for unit in entry.same_code] == ["15148 Cẩm Tú"]
    assert (entry.inside, entry.day) == (5, EVE)


def test_the_code_on_the_first_day_of_what_it_means_now(sample: Gazetteer) -> None:
    entry = only(sample.at("15148", DAY))
    assert called(entry.unit) == "15148 Cẩm Tú"
    assert called(entry.parent) == "cam-thuy Cẩm Thủy"
    old = [("15136", "Cẩm Quý"), ("15139", "Cẩm Lương"), ("15148", "Cẩm Giang"), ("15154", "Cẩm Tú")]
    assert places(entry.before) == old
    assert {(one.part, one.act, one.date, one.event) for one in entry.before} == {("whole", ACT, DAY, "2025-merger")}
    assert [sample.atlas.units[one.number].name for one in entry.before] == [name for _, name in old]
    assert (entry.after, entry.inside, entry.day) == ([], 25, DAY)
    assert [called(unit) for unit in entry.same_code] == ["15148 Cẩm Giang"]


def test_a_name_in_all_of_time(sample: Gazetteer) -> None:
    found = sample.at("Cẩm Tú")
    assert [(entry.unit.code, entry.unit.opened, entry.unit.closed) for entry in found.entries] == [
        ("15148", DAY, None),
        ("15154", None, DAY),
    ]
    assert [called(entry.parent) for entry in found.entries] == ["cam-thuy Cẩm Thủy", "390 Cẩm Thủy"]
    assert [(entry.inside, entry.day) for entry in found.entries] == [(25, None), (8, EVE)]
    assert found._replace(entries=[]) == FoundPlaces([], [], [], None)


def test_a_name_on_a_day_means_what_is_open(sample: Gazetteer) -> None:
    assert only(sample.at("Cẩm Tú", EVE)).unit.code == "15154"
    assert only(sample.at("xã  cẩm tú", DAY)).unit.code == "15148"


def test_a_code_in_all_of_time_has_all_its_meanings_in_order(sample: Gazetteer) -> None:
    found = sample.at("15127")
    assert names(found.entries) == ["15127 Cẩm Thủy", "15127 Phong Sơn", "15127 Cẩm Thủy"]
    assert [entry.day for entry in found.entries] == [date(2019, 11, 30), EVE, None]
    town, merged, commune = found.entries
    assert [len(town.before), places(town.after)] == [0, [("15127", "Phong Sơn")]]
    assert [places(merged.before), places(merged.after)] == [[("15127", "Cẩm Thủy")], [("15127", "Cẩm Thủy")]]
    assert places(commune.before) == [("15127", "Phong Sơn"), ("15169", "Cẩm Ngọc")]
    assert [unit.kind for unit in merged.same_code] == ["thị trấn", "xã"]
    assert (town.inside, merged.inside, commune.inside) == (0, 16, 25)


@pytest.mark.parametrize("written", ["15154", "Cẩm Giang", "x.Cẩm Giang", "Phong Sơn", "390", "huyện Cẩm Thủy"])
def test_what_was_only_on_other_days_is_not_found_but_told(written: str, sample: Gazetteer) -> None:
    found = sample.at(written, DAY)
    assert (found.entries, found.suggested) == ([], [])
    [entry] = found.elsewhen
    assert (entry.unit.closed, entry.day) == (DAY, EVE)
    assert entry == only(sample.at(written))._replace(number=entry.number)


def test_a_kind_that_is_not_there_on_the_day_does_not_mean_another(sample: Gazetteer) -> None:
    assert names(sample.at("Cẩm Thủy", EVE).entries) == ["390 Cẩm Thủy"]
    found = sample.at("xã Cẩm Thủy", EVE)
    assert (found.entries, names(found.elsewhen)) == ([], ["15127 Cẩm Thủy"])
    assert only(sample.at("xã Cẩm Thủy", DAY)).unit.code == "15127"
    assert only(sample.at("cụm xã Cẩm Thuỷ")).unit.code == "cam-thuy"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("cam tu", ["15148 Cẩm Tú"]),
        ("CAM-TU", []),
        ("Cẩm Tăm", ["15163 Cẩm Tâm"]),
        ("cam tan", ["15178 Cẩm Tân"]),
        ("cam tha", []),
        ("dong cha", ["15127-11 Đồng Chạ"]),
        ("tdp hoa binh", ["15127-03 Hòa Bình"]),
        ("15149", []),
        ("", []),
    ],
)
def test_a_name_without_its_diacritics_is_only_suggested_once(
    written: str, expected: list[str], sample: Gazetteer
) -> None:
    found = sample.at(written)
    assert [called(unit) for unit in found.suggested] == expected
    assert found == FoundPlaces([], found.suggested, [], None)


def test_units_of_the_day_are_suggested_before_others(sample: Gazetteer) -> None:
    assert [called(unit) for unit in sample.at("cam tu", EVE).suggested] == ["15154 Cẩm Tú"]
    assert [called(unit) for unit in sample.at("cam giang", DAY).suggested] == ["15148 Cẩm Giang"]


def test_a_name_of_other_days_is_not_taken_for_a_suggestion(tmp_path: Path) -> None:
    found = gazetteer(tmp_path, "1,Tâm,commune,,D,,2020-01-01", "2,Tám,commune,,D").at("Tâm", DAY)
    assert (found.entries, found.suggested, names(found.elsewhen)) == ([], [], ["1 Tâm"])


def test_units_stand_by_code_and_then_by_time_whatever_the_order_of_their_rows(tmp_path: Path) -> None:
    lines = (
        "2,A,commune,,D",
        "1,A,commune,,D,2021-01-01",
        "1,B,commune,,D,2020-01-01,2021-01-01",
        "1,A,area,,D,,2020-01-01",
    )
    found = gazetteer(tmp_path, *lines)
    assert names(found.at("1").entries) == ["1 A", "1 B", "1 A"]
    assert [(entry.unit.code, entry.unit.level) for entry in found.at("A").entries] == [
        ("1", "area"),
        ("1", "commune"),
        ("2", "commune"),
    ]
    assert [unit.name for unit in found.at("1").entries[2].same_code] == ["A", "B"]


def test_what_was_mapped_is_told(sample: Gazetteer) -> None:
    assert sample.at("Ðồng Chạ", EVE).normalised == "Đồng Chạ"
    assert sample.at("15148\u200b", EVE).normalised == "15148"
    assert sample.at("Cẩm\u00a0Tăm").normalised == "Cẩm Tăm"
    assert only(sample.at(" 15148 ", EVE)).unit.name == "Cẩm Giang"


def test_areas_stay_and_their_parent_goes_on(sample: Gazetteer) -> None:
    assert [called(only(sample.at("15154-01", day)).parent) for day in (EVE, DAY, None)] == [
        "15154 Cẩm Tú",
        "15148 Cẩm Tú",
        "15148 Cẩm Tú",
    ]
    assert len(sample.at("Thôn 1", EVE).entries) == 15
    entry = only(sample.at("15154-01"))
    assert (entry.before, entry.after, entry.same_code, entry.inside, entry.day) == ([], [], [], 0, None)


def shape(branches: list[Branch]) -> list[tuple[str, int]]:
    return [(branch.unit.code, len(branch.children)) for branch in branches]


def test_the_tree_of_a_day(sample: Gazetteer) -> None:
    [before], [after] = sample.tree(EVE), sample.tree(DAY)
    assert [called(before.unit), called(after.unit)] == ["390 Cẩm Thủy", "cam-thuy Cẩm Thủy"]
    assert shape(before.children)[:3] == [("15127", 16), ("15133", 7), ("15136", 8)]
    assert len(before.children) == 17
    assert shape(after.children) == [("15127", 25), ("15142", 29), ("15148", 25), ("15163", 21), ("15178", 19)]
    assert [area.unit.code for area in after.children[0].children][-10::9] == ["15127-16", "15169-09"]
    assert sum(len(commune.children) for commune in before.children) == 119


def test_a_code_goes_before_a_name(tmp_path: Path) -> None:
    found = gazetteer(tmp_path, "1,2,commune,,D", "2,1,commune,,D,,2021-01-01")
    assert names(found.at("2").entries) == ["2 1"]
    assert names(found.at("xã 2").entries) == ["1 2"]
    assert [found.at("2", DAY).entries, names(found.at("2", DAY).elsewhen)] == [[], ["2 1"]]


def test_the_crosswalk_of_a_part_of_a_unit_that_stays(tmp_path: Path) -> None:
    found = gazetteer(tmp_path, "1,A,commune,xã,D", "2,B,commune,,D,2025-07-01", walk=("2025-07-01,1,2,part",))
    assert only(found.at("1")).after == [Neighbour("2", "B", None, 2, DAY, "part", "a", "e")]
    assert only(found.at("2")).before == [Neighbour("1", "A", "xã", 1, DAY, "part", "a", "e")]


@pytest.mark.parametrize(
    "row",
    [
        "2025-07-01,1,9,whole",  # nobody ever bore the code
        "2025-07-01,9,2,whole",
        "2025-07-01,2,4,whole",  # what does not close
        "2025-07-01,1,3,whole",  # not open yet
        "2025-07-02,1,2,whole",  # not the day on which it closed
        "2025-07-02,1,2,part",
        "2025-07-01,2,2,part",  # into itself
        "0001-01-01,3,2,part",
    ],
)
def test_a_row_of_the_crosswalk_that_leads_nowhere_is_no_history(row: str, tmp_path: Path) -> None:
    lines = ("1,A,commune,,D,,2025-07-01", "2,B,commune,,D", "3,C,commune,,D,2026-01-01", "4,E,commune,,D")
    found = gazetteer(tmp_path, *lines, walk=(row,))
    assert [(entry.before, entry.after) for code in "1234" for entry in found.at(code).entries] == [([], [])] * 4


def test_history_is_in_the_order_of_time(tmp_path: Path) -> None:
    lines = ("1,A,commune,,D,,2025-07-01", "2,B,commune,,D", "3,C,commune,,D,,2021-01-01", "0,E,commune,,D,,2025-07-01")
    walk = ("2025-07-01,1,2,whole", "2025-07-01,0,2,same", "2021-01-01,3,2,whole")
    found = gazetteer(tmp_path, *lines, walk=walk)
    assert [(one.code, one.part) for one in only(found.at("2")).before] == [
        ("3", "whole"),
        ("0", "same"),
        ("1", "whole"),
    ]


def test_what_nothing_carries_lies_in_nothing(tmp_path: Path) -> None:
    lines = ("1,A,commune,,D,,2025-07-01", "1-1,B,area,,1", "1-2,C,area,,1,,2025-07-01", "2,2,commune,,2")
    found = gazetteer(tmp_path, *lines)
    assert [called(only(found.at("1-1", day)).parent) for day in (EVE, DAY, None)] == ["1 A", "", ""]
    assert [called(only(found.at(code)).parent) for code in ("1-2", "D", "2")] == ["1 A", "", ""]
    assert [only(found.at("1")).inside, only(found.at("D", EVE)).inside, only(found.at("D")).inside] == [2, 1, 0]
    assert shape(found.tree(DAY)) == [("D", 0)]


def test_a_unit_that_never_was_has_a_day_all_the_same(tmp_path: Path) -> None:
    entry = only(gazetteer(tmp_path, "1,A,commune,,D,,0001-01-01").at("1"))
    assert (entry.day, entry.inside) == (date.min, 0)


def test_without_its_top_a_day_has_no_tree(tmp_path: Path) -> None:
    rows = padded("code,name,level,opened,closed", "D,Đông,district,2020-01-01")
    found = Gazetteer(Atlas(open_at(write_book(tmp_path, {"antq.toml": manifest(), "units": rows}))))
    assert [found.tree(date(2019, 1, 1)), len(found.tree(DAY))] == [[], 1]


def test_a_part_of_a_name_and_a_pattern_find_units_where_nobody_is_called_so(tmp_path: Path) -> None:
    lines = "1,Sơn Lư,commune,xã,D", "2,Phong Sơn,commune,xã,D,,2025-01-01", "3,Lư,commune,xã,D", "4,Lư Sơn,area,,3"
    places = gazetteer(tmp_path, *lines)
    assert (names(places.at("Lư").entries), places.at("Lư").parts) == (["3 Lư"], False)
    for written in ("Sơn", "*sơn*"):
        assert names(places.at(written).entries) == ["1 Sơn Lư", "2 Phong Sơn", "4 Lư Sơn"]
        assert places.at(written).parts
        assert names(places.at(written, DAY).entries) == ["1 Sơn Lư", "4 Lư Sơn"]
    gone = places.at("Phong", DAY)
    assert (gone.entries, names(gone.elsewhen)) == ([], ["2 Phong Sơn"])
    assert [called(unit) for unit in places.at("Son*").suggested] == ["1 Sơn Lư"]
    assert places.at("Zz*").entries == places.at("Zz").entries == []
