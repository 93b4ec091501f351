"""Who bore a code on a day, and where a closed unit was carried."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Uncountable
from antq_cli.units.atlas import Atlas
from tests.helpers import codes, crosswalk, manifest, open_at, reported, units, write_book

DISTRICT = "D,Quê Hương,district"
EARLY, EVE, MERGER, LATE = date(1900, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)


def atlas(folder: Path, *lines: str, walk: tuple[str, ...] = (), top: str = "D") -> Atlas:
    files = {"antq.toml": manifest(top=top), "units": units(*lines), "crosswalk": crosswalk(*walk)}
    return Atlas(open_at(write_book(folder, files)))


def name(found: Atlas, number: int | None) -> str | None:
    return None if number is None else found.units[number].name


REUSED = (DISTRICT, "9,Cẩm Tú,commune,D,2025-07-01", "9,Cẩm Giang,commune,D,,2025-07-01")


@pytest.mark.parametrize(
    ("day", "bearer"),
    [(EARLY, "Cẩm Giang"), (EVE, "Cẩm Giang"), (MERGER, "Cẩm Tú"), (LATE, "Cẩm Tú"), (None, "Cẩm Giang")],
    ids=str,
)
def test_a_code_means_who_bears_it_on_the_day_and_without_a_day_the_first(
    day: date | None, bearer: str, tmp_path: Path
) -> None:
    found = atlas(tmp_path, *REUSED)
    assert name(found, found.bearer("9", day)) == bearer


def test_a_code_that_nobody_bears_on_a_day_means_nobody(tmp_path: Path) -> None:
    found = atlas(tmp_path, DISTRICT, "9,A,commune,D,2020-01-01,2021-01-01", "9,B,commune,D,2022-01-01")
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1), date(2022, 1, 1)]
    assert [name(found, found.bearer("9", day)) for day in days] == [None, "A", "A", None, "B"]
    assert name(found, found.bearer("9", None)) == "A"
    assert found.bearer("8", None) is None


@pytest.mark.parametrize(("day", "last"), [(EARLY, None), (date(2021, 6, 1), "A"), (date(2022, 1, 1), "B")], ids=str)
def test_the_last_bearer_may_have_closed(day: date, last: str | None, tmp_path: Path) -> None:
    found = atlas(tmp_path, DISTRICT, "9,B,commune,D,2022-01-01", "9,A,commune,D,2020-01-01,2021-01-01")
    assert name(found, found.last_bearer("9", day)) == last


def test_only_a_unit_without_days_bears_its_code_on_every_day(tmp_path: Path) -> None:
    found = atlas(tmp_path, *REUSED, "8,A,area,D,,2021-01-01", "7,B,area,D,2021-01-01")
    assert [found.only_bearer(code) for code in ("D", "9", "8", "7", "6")] == [0, None, None, None, None]


def test_a_unit_is_open_on_its_first_day_and_not_on_its_last(tmp_path: Path) -> None:
    found = atlas(tmp_path, DISTRICT, "9,A,commune,D,2020-01-01,2021-01-01")
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [found.open(1, day) for day in days] == [False, True, True, False]


CHAIN = (
    "A,Một,commune,D,,2022-01-01",
    "B,Hai,commune,D,2022-01-01,2023-01-01",
    "C,Ba,commune,D,2023-01-01,2024-01-01",
    "A,Bốn,commune,D,2024-01-01",
)


@pytest.mark.parametrize(
    ("parts", "content", "own"),
    [
        (("same", "same", "same"), "Bốn", "Bốn"),
        (("whole", "whole", "whole"), "Bốn", None),
        (("same", "whole", "same"), "Bốn", None),
        (("same", "part", "same"), None, None),
        (("part", "same", "same"), None, None),
    ],
    ids=str,
)
def test_a_chain_carries_as_far_as_every_link_does(
    parts: tuple[str, str, str], content: str | None, own: str | None, tmp_path: Path
) -> None:
    steps = ("2022-01-01,A,B", "2023-01-01,B,C", "2024-01-01,C,A")
    found = atlas(
        tmp_path, DISTRICT, *CHAIN, walk=tuple(f"{step},{part}" for step, part in zip(steps, parts, strict=True))
    )
    assert reported(found.book.collector) == []
    assert name(found, found.carry(1, LATE)) == content
    assert name(found, found.carry(1, LATE, own=True)) == own


@pytest.mark.parametrize(
    ("day", "carried"),
    [(date(2021, 12, 31), "Một"), (date(2022, 1, 1), "Hai"), (date(2023, 12, 31), "Ba"), (date(2024, 1, 1), "Bốn")],
    ids=str,
)
def test_a_chain_is_walked_only_to_the_day(day: date, carried: str, tmp_path: Path) -> None:
    found = atlas(
        tmp_path, DISTRICT, *CHAIN, walk=("2022-01-01,A,B,same", "2023-01-01,B,C,whole", "2024-01-01,C,A,same")
    )
    assert name(found, found.carry(1, day)) == carried


def test_a_unit_is_carried_nowhere_before_it_opens(tmp_path: Path) -> None:
    found = atlas(tmp_path, DISTRICT, "A,Một,commune,D,2022-01-01")
    assert found.carry(1, date(2021, 12, 31)) is None


@pytest.mark.parametrize(
    "walk",
    [
        (),
        ("2022-01-01,A,B,part",),
        ("2022-01-01,A,B,whole", "2022-01-01,A,C,whole"),
        ("2022-01-01,A,B,same", "2022-01-01,A,C,part"),
        ("2022-01-02,A,B,whole",),  # another day than that on which it closes
        ("2022-01-01,A,E,whole",),  # into what is not open then
    ],
    ids=str,
)
def test_nothing_is_carried_without_one_clear_row(walk: tuple[str, ...], tmp_path: Path) -> None:
    lines = ("A,Một,commune,D,,2022-01-01", "B,Hai,commune,D,2022-01-01", "C,Ba,commune,D")
    found = atlas(tmp_path, DISTRICT, *lines, "E,Năm,commune,D,2023-01-01", walk=walk)
    assert found.carry(1, LATE) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A,Một,commune,D", None),
        ("A,Một,comune,D", "X103"),
        ("A,Một,commune,Đ", "D101"),
        ("A,Một,commune,E", "X101"),
        ("A,Một,commune,L", "X102"),  # the parent opens later
        ("A,Một,commune,A", "X104"),
        ("A,Một,commune,P", "X105"),  # an area cannot hold a commune
        ("A,Một,commune,Q", "X105"),  # nor a commune another
        ("A,Một,district,Q", "X105"),
        ("A,Một,commune,", None),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_parent(line: str, expected: str | None, tmp_path: Path) -> None:
    line = f"{line},2021-01-01" if line.count(",") == 3 else line
    others = ("L,Sau,cluster,D,2022-01-01", "P,Thôn,area,D", "Q,Xã,commune,D")
    book = open_at(write_book(tmp_path, {"antq.toml": manifest(), "units": units(DISTRICT, *others, line)}))
    Atlas(book)
    assert [*codes(reported(book.collector))] == ([expected] if expected else [])


def test_every_unit_of_a_cycle_is_found_and_none_below_it(tmp_path: Path) -> None:
    found = atlas(tmp_path, DISTRICT, "A,Một,cluster,B", "B,Hai,commune,C", "C,Ba,commune,A", "E,Dưới,area,B")
    assert codes(reported(found.book.collector)) == {"X104": 3}
    assert found.in_cycles == {1, 2, 3}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2025-07-01,A,B,whole", {}),
        ("2025-07-01,A,B,same", {}),
        ("2025-07-01,A,D,whole", {}),
        ("2025-07-01,X,B,whole", {"X101": 1}),
        ("2025-07-01,A,X,whole", {"X101": 1}),
        ("2025-06-30,A,B,whole", {"X102": 1, "X109": 1}),
        ("2025-07-02,A,B,whole", {"X109": 1}),
        ("2025-07-01,C,B,whole", {"X109": 1}),  # it never closes
        ("2025-07-01,C,B,part", {}),  # a part may leave without the rest closing
        ("2025-07-01,A,D,same", {"X110": 1}),  # it was there before
    ],
    ids=str,
)
def test_what_is_wrong_with_a_crossing(row: str, expected: dict[str, int], tmp_path: Path) -> None:
    lines = ("A,Một,commune,D,,2025-07-01", "B,Hai,commune,D,2025-07-01", "C,Ba,commune,D")
    assert codes(reported(atlas(tmp_path, DISTRICT, *lines, walk=(row,)).book.collector)) == expected


def test_two_units_cannot_both_go_on_as_one(tmp_path: Path) -> None:
    lines = ("A,Một,commune,D,,2025-07-01", "B,Hai,commune,D,,2025-07-01", "C,Ba,commune,D,2025-07-01")
    found = atlas(tmp_path, DISTRICT, *lines, walk=("2025-07-01,A,C,same", "2025-07-01,B,C,same"))
    assert codes(reported(found.book.collector)) == {"X110": 2}
    assert [found.carry(1, LATE), found.carry(1, LATE, own=True)] == [3, None]


def test_one_may_go_on_as_a_unit_that_takes_others_in(tmp_path: Path) -> None:
    lines = ("A,Một,commune,D,,2025-07-01", "B,Hai,commune,D,,2025-07-01", "C,Ba,commune,D,2025-07-01")
    found = atlas(tmp_path, DISTRICT, *lines, walk=("2025-07-01,A,C,same", "2025-07-01,B,C,whole"))
    assert reported(found.book.collector) == []
    assert [found.carry(1, LATE, own=True), found.carry(2, LATE, own=True), found.carry(2, LATE)] == [3, None, 3]


def test_a_code_of_a_row_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    lines = ("A,Một,commune,D,2021-13-45", "B,Hai,area,A")
    found = atlas(tmp_path, DISTRICT, *lines, walk=("2025-07-01,A,B,whole",))
    assert codes(reported(found.book.collector)) == {"D103": 1}


def test_a_top_that_nobody_bore_is_refused_with_all_that_was_found(tmp_path: Path) -> None:
    found = atlas(tmp_path, "A,Một,comune", "B,Hai,commune,,x", top="D")
    with pytest.raises(Uncountable) as refused:
        _ = found.top
    assert codes(refused.value.findings) == {"S010": 1}
    assert codes(reported(found.book.collector)) == {"S010": 1, "X103": 1, "D102": 1}


def test_the_top_is_the_first_bearer_of_its_code(tmp_path: Path) -> None:
    found = atlas(tmp_path, "D,Mới,district,,2025-07-01", "D,Cũ,district,,,2025-07-01")
    assert name(found, found.top) == "Cũ"
