"""Codes that people take for one: who is judged with whom, and how they are told."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from antq_cli.words.speech import speech
from tests.counting.villages import HEADERS, HOUSEHOLD
from tests.helpers import checked, manifest, open_at, padded, shown, units, write_book

SEVEN = ("D,Huyện,district", "1,Xã,commune,D")


def told(folder: Path, *, places: Iterable[str] = (), **registers: Iterable[str]) -> list[tuple[str, int, object]]:
    """Where twins are found, and how many are told there."""
    files = {name: padded(HEADERS[name], *lines) for name, lines in registers.items()}
    kinds = f"{HOUSEHOLD}\n[teams.antt]\n[models.clan]\n"
    write_book(folder, {"antq.toml": manifest(kinds), "units": units(*SEVEN, *places), **files})
    found = [each for each in checked(open_at(folder)).findings if each.rule.code == "D117"]
    return [(each.place.path, each.place.line, each.values["n"]) for each in found]


def many(prefix: str) -> list[str]:
    return [f"{prefix}{n},1" for n in range(101, 141)]


def test_households_are_told_one_by_one_and_never_by_name(tmp_path: Path) -> None:
    lines = [*many("Z-"), "H-001,1", "h-001,1", "H-002,1", "H-2,1", "H-0002,1", "H-20,1", "H-2-1,1"]
    assert told(tmp_path, households=lines) == [("households.csv", line, 3) for line in (43, 45, 46)]
    for each in checked(open_at(tmp_path)).findings:
        assert "H-" not in str(speech("en").describe(shown(each)))


def test_codes_of_one_shape_differ_in_capitals_at_the_most(tmp_path: Path) -> None:
    assert told(tmp_path, households=many("H-")) == []
    assert told(tmp_path, households=[*many("H-"), "h-101,1"]) == [("households.csv", 42, 1)]
    assert told(tmp_path, households=[*many("H-"), "1-1,1", "11-,1"]) == []


def test_more_than_a_tenth_of_a_register_is_one_finding_with_the_count(tmp_path: Path) -> None:
    lines = ["H-001,1", "h-001,1", "H-002,1", "H-2,1", "H-0002,1"]
    assert told(tmp_path, households=lines) == [("households.csv", 3, 3)]


def test_stretches_of_one_household_are_no_twins(tmp_path: Path) -> None:
    assert told(tmp_path, households=["H-1,1,,2021-01-01", "H-1,1,2021-01-01", "H-10,1", "H-100,1"]) == []


@pytest.mark.parametrize(
    ("name", "header", "line"),
    [("organisations", "", ",Trường,school,1"), ("teams", "", ",antt,1"), ("models", "", ",clan,1")],
)
def test_every_register_of_codes_is_looked_at(name: str, header: str, line: str, tmp_path: Path) -> None:
    lines = [f"{code}{line}" for code in ("a1", "A01", *(f"z{n}" for n in range(20)))]
    assert told(tmp_path, **{name: lines}) == [(f"{name}.csv", 3, 1)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("x-1,Thôn,area,1", "X-01,Thôn,area,1", True),
        ("x-1,Thôn,area,1", "X-01,Thôn,area,2", False),  # in another commune
        ("x-1,Thôn,area,1", "X-01,Thôn,hamlet,1", False),  # of another level
        ("x-1,Thôn,area,1,,2021-01-01", "X-01,Thôn,area,1,2021-01-01", False),  # never on one day
        ("x-1,Thôn,area,1,,2021-01-02", "X-01,Thôn,area,1,2021-01-01", True),
    ],
)
def test_units_are_twins_beside_each_other_only(one: str, other: str, found: bool, tmp_path: Path) -> None:
    places = ["2,Xã Hai,commune,D", one, other, *(f"z-{n}0,Thôn,area,1" for n in range(1, 20))]
    assert bool(told(tmp_path, places=places)) == found
