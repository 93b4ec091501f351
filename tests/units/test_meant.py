"""What was meant by a code that no unit bears, by levels that stand upside down: told once, and where it is wrong."""

import unicodedata
from pathlib import Path

import pytest

from antq_cli.core.findings import Finding, Uncountable
from antq_cli.counting.dataset import Dataset
from antq_cli.words.speech import suggestion
from tests.helpers import codes, found_in, manifest, open_at, padded, reported, shown, units, write_book

LINES = (
    "D,Huyện Cẩm Thủy,district",
    "00004,Xã Cẩm Tú,commune,D",
    "00005,Xã Cẩm Tâm,commune,D",
    "00006,Xã Cẩm Tân,commune,D",
    "4-1,Thôn 1,area,00004",
    "5-1,Thôn 1,area,00005",
)
RETURNED = '\n[pledges.household]\nsource = "returns"\ngrain = "commune"\n'


def returned(folder: Path, unit: str) -> Finding:
    """What is found where a return names a unit in some way."""
    rows = padded("date,unit,measure,count", f"2021-08-31,{unit},pledges.household,5")
    write_book(folder, {"antq.toml": manifest(RETURNED), "units": units(*LINES), "returns": rows})
    book = open_at(folder)
    book.table("returns")
    (found,) = reported(book.collector) or reported(Dataset(book).collector) or found_in(folder)
    return found


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("4", "X101", "00004"),
        ("00005 ", "D101", None),
        ("000006", "X101", "00006"),
        ("Cẩm Tú", "D101", "00004"),
        ("xã cẩm tú", "D101", "00004"),
        ("Cẩm Thủy", "D101", "D"),
        ("Thôn 1", "D101", "4-1, 5-1"),
        ("Cẩm Quý", "D101", None),
        ("9", "X101", None),
    ],
)
def test_a_name_and_a_code_without_its_zeros_are_told_with_the_code(
    written: str, code: str, meant: str | None, tmp_path: Path
) -> None:
    found = returned(tmp_path, written)
    assert (found.rule.code, suggestion(shown(found))) == (code, meant)


def test_a_name_of_one_word_that_could_be_a_code_is_told_with_the_code(tmp_path: Path) -> None:
    lines = ("D,Huyện,district", "1,Bang,commune,D", "1-1,Thôn,area,BANG")
    write_book(tmp_path, {"antq.toml": manifest(), "units": units(*lines)})
    (found,) = reported(Dataset(open_at(tmp_path)).collector)
    assert (found.rule.code, suggestion(shown(found))) == ("X101", "1")


# ------------------------------------------------------------------------------------------------------------- levels


@pytest.mark.parametrize(
    ("levels", "right"),
    [
        (("district", "commune", "area"), None),
        (("area", "commune", "district"), ["district", "commune", "area"]),
        (("district", "area", "commune"), ["district", "commune", "area"]),
    ],
)
def test_levels_that_stand_upside_down_are_one_finding_at_the_manifest(
    levels: tuple[str, ...], right: list[str] | None, tmp_path: Path
) -> None:
    write_book(tmp_path, {"antq.toml": manifest(levels=levels), "units": units(*LINES)})
    atlas = Dataset(open_at(tmp_path)).atlas
    assert [(found.rule.code, found.place.path, found.values["right"]) for found in reported(atlas.book.collector)] == (
        [("S020", "antq.toml", right)] if right else []
    )
    if right:
        with pytest.raises(Uncountable):
            _ = atlas.top


def test_a_unit_in_a_wrong_one_says_nothing_of_the_levels(tmp_path: Path) -> None:
    lines = (*LINES[:3], "4-1,Thôn 1,area,00004", "00006,Xã Cẩm Tân,commune,4-1", "00007,Xã Cẩm Vân,commune,4-1")
    write_book(tmp_path, {"antq.toml": manifest(), "units": units(*lines, "5-1,Thôn,area,00005", "5-2,Bản,area,00005")})
    assert codes(reported(Dataset(open_at(tmp_path)).collector)) == {"X105": 2}


# ------------------------------------------------------------------------------------------------------ a top in pieces


def test_a_file_in_pieces_is_told_before_the_top_that_is_missing_for_it(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", units(*LINES))
    folder = write_book(
        tmp_path, {"antq.toml": manifest(RETURNED), "units": text, "returns": "date,unit,measure,count"}
    )
    found = found_in(folder)
    assert [each.rule.code for each in found][:2] == ["D107", "S021"]
    assert codes(found) == {"D107": 6, "S021": 1}
    dataset = Dataset(open_at(folder))
    with pytest.raises(Uncountable) as caught:
        _ = dataset.atlas.top
    assert codes(caught.value.findings) == {"S021": 1}
    assert codes(reported(dataset.collector)) == {"D107": 6, "S021": 1}
