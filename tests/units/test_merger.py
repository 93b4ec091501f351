"""The merger of Cẩm Thủy on 2025-07-01, as the sample has it: 17 communes became five, and the district a group."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from antq_cli.units.atlas import Atlas
from antq_cli.units.daymap import DayMap
from tests.helpers import open_at

SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
# The new commune, its name, and the communes that went into it.
MERGED = {
    "15127": ("Cẩm Thủy", {"15127", "15169"}),
    "15142": ("Cẩm Thạch", {"15133", "15142", "15145", "15151"}),
    "15148": ("Cẩm Tú", {"15136", "15139", "15148", "15154"}),
    "15163": ("Cẩm Vân", {"15160", "15163", "15175", "15184"}),
    "15178": ("Cẩm Tân", {"15172", "15178", "15181"}),
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(open_at(SAMPLE))


def communes(map_: DayMap) -> dict[str, str]:
    """The commune of each area, by code."""
    code = [unit.code for unit in map_.atlas.units]
    return {code[area]: code[commune] for commune in map_.level("commune") for area in map_.level("area", commune)}


def test_every_area_goes_along_with_its_commune(atlas: Atlas) -> None:
    before, after = communes(DayMap(atlas, EVE)), communes(DayMap(atlas, DAY))
    assert len(before) == len(after) == 119
    joined: dict[str, set[str]] = defaultdict(set)
    for area, commune in after.items():
        joined[commune].add(before[area])
        assert area.startswith(before[area])
    assert joined == {code: parts for code, (_, parts) in MERGED.items()}


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [("15148", "Cẩm Giang", "Cẩm Tú"), ("15163", "Cẩm Tâm", "Cẩm Vân"), ("15127", "Phong Sơn", "Cẩm Thủy")],
)
def test_a_code_changes_its_meaning_overnight(code: str, before: str, after: str, atlas: Atlas) -> None:
    names = [atlas.units[number].name for day in (EVE, DAY) if (number := atlas.bearer(code, day)) is not None]
    assert names == [before, after]


def test_the_old_cam_tu_is_not_the_new_one(atlas: Atlas) -> None:
    old, new = atlas.bearer("15154", EVE), atlas.bearer("15148", DAY)
    assert old is not None
    assert atlas.units[old].name == "Cẩm Tú"
    assert atlas.bearer("15154", DAY) is None
    assert [atlas.carry(old, DAY), atlas.carry(old, DAY, own=True)] == [new, None]


def test_five_communes_lie_in_the_group_that_the_district_became(atlas: Atlas) -> None:
    map_ = DayMap(atlas, DAY)
    assert {atlas.units[n].code: atlas.units[n].name for n in map_.level("commune")} == {
        code: name for code, (name, _) in MERGED.items()
    }
    assert [atlas.units[number].code for number in map_.level("cluster")] == ["cam-thuy"]
    assert [map_.level("district"), len(DayMap(atlas, EVE).level("commune"))] == [[], 17]
