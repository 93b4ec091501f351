"""Which total each unit stands under, and which totals hold what lies in it and in no row."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from antq_cli.units.forest import Forest
from tests.units.test_daymap import TREE, map_of

Groups = list[tuple[str, str | None, list[str]]]


def forest(folder: Path, asked: str, by: str, *tree: str) -> tuple[Forest, Sequence[str]]:
    found = map_of(folder, *TREE)
    codes = [unit.code for unit in found.atlas.units]
    return Forest(found, [codes.index(code) for code in asked.split()], by, tree), codes


@pytest.mark.parametrize(
    ("asked", "levels", "groups"),
    [
        ("D", ["commune"], [("D", None, ["1", "2"])]),
        ("D", ["area", "commune"], [("D", None, ["0"]), ("1", "D", ["1-1"]), ("2", "D", ["2-1"])]),
        ("2 D", ["area"], [("2", None, ["2-1"]), ("D", None, ["0", "1-1"])]),
        ("D 2", ["area", "commune"], [("D", None, ["0"]), ("1", "D", ["1-1"]), ("2", None, ["2-1"])]),
        ("D 1-1", ["commune"], [("D", None, ["1", "2"]), ("1-1", None, [])]),
        ("1 1-1", ["area", "commune", "district"], [("1", None, []), ("1-1", None, ["1-1"])]),
    ],
)
def test_each_unit_stands_under_the_nearest_total(
    asked: str, levels: list[str], groups: Groups, tmp_path: Path
) -> None:
    found, codes = forest(tmp_path, asked, *levels)
    told = [
        (codes[g.unit], None if g.above is None else codes[g.above], [codes[n] for n in g.rows]) for g in found.groups()
    ]
    assert told == groups
    assert found.grouped is (len(levels) > 1 or " " in asked)


@pytest.mark.parametrize(
    ("asked", "levels", "held"),
    [
        ("D", ["commune"], {"D": ["D"], "0": ["D"]}),
        ("D", ["area", "commune"], {"D": ["D"], "2": ["2"], "1": ["1"]}),
        ("2-1", ["commune"], {"2-1": ["2-1"]}),  # an area by communes: all of it is one rest
        ("2 D", ["area"], {"D": ["D"], "2": ["2", "D"], "1": ["D"]}),  # each of two as if it were alone
        ("2 D", ["area", "commune"], {"D": ["D"], "2": ["2"], "1": ["1"]}),
    ],
)
def test_what_is_in_no_row_is_held_by_the_lowest_total(
    asked: str, levels: list[str], held: dict[str, list[str]], tmp_path: Path
) -> None:
    found, codes = forest(tmp_path, asked, *levels)
    told = {code: [codes[each] for each in found.holding(number)] for number, code in enumerate(codes)}
    assert {code: units for code, units in told.items() if units} == held
