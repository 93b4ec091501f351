"""Damaged workbooks: refused, or the same as before; never a crash, and never something else."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import Sheet
from antq_cli.reading.sheets import container, rules, slow, xml
from antq_cli.reading.sheets.container import workbook
from antq_cli.reading.sheets.fast import read_fast
from antq_cli.reading.sheets.grid import Grid, TooManyCellsError
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.reading.sheets.slow import read_slow
from antq_cli.reading.unpacked import Unpacked
from tests.reading.sheets.containers import DAY, PARTS, SHEET, packed, sheet_part, with_rows

PIECES = (
    *("<row>", "</row>", '<row r="2">', '<row r="9"/>', '<c r="B2"><v>7</v></c>', "<c><v>7</v></c>", "<v>", "</v>"),
    *(
        "<c/>",
        "</c>",
        "<f>",
        "<f/>",
        "</f>",
        "<!-- x -->",
        "<![CDATA[7]]>",
        "<?x y?>",
        "&amp;",
        "&x;",
        "]]>",
        "\n",
        " ",
    ),
    *(' r="A1"', ' r="Z9"', ' s="1"', ' s="99"', ' t="s"', ' t="str"', ' t="e"', ' t="b"', ' t="d"', ' hidden="1"'),
    *("<is><t>a</t></is>", "<t>a</t>", "<extLst>", "</extLst>", "<sheetData>", "</sheetData>", "\x01", "٣", "-", "0"),
)


@cache
def plain() -> bytes:
    """A small workbook with a little of everything."""
    buffer = BytesIO()
    file = xlsxwriter.Workbook(buffer)
    sheet = file.add_worksheet("Biểu 01")
    sheet.merge_range("A1:C1", "Tổng hợp", file.add_format({"bold": True}))
    sheet.write_row("A2", ["Đơn vị", "Đã ký", "Ngày"])
    for row in range(2, 6):
        sheet.write_row(row, 0, [f"Xã {row}", row * 1000, row / 8, row % 2 == 0])
        sheet.write_number(row, 5, 44439 + row, file.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_formula("B7", "=SUM(B3:B6)", None, 14000)
    sheet.write_formula("C7", "=1/0", None, "#DIV/0!")
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_column("E:E", None, None, {"hidden": True})
    file.close()
    return buffer.getvalue()


def read_by(path: object, part: bytes) -> object:
    book = workbook(Unpacked(plain()))
    assert callable(path)
    try:
        grid = path(book, part)
    except (ValueError, KeyError, IndexError) as error:
        return isinstance(error, TooManyCellsError)
    assert isinstance(grid, Grid)
    try:
        return grid.rows, grid.hidden_columns
    except ValueError:
        return False


@given(
    st.lists(
        st.tuples(st.integers(0, 4000), st.integers(0, 12), st.sampled_from(("", *PIECES))), min_size=1, max_size=3
    )
)
def test_both_paths_give_the_same_of_a_damaged_part(edits: Sequence[tuple[int, int, str]]) -> None:
    text = Unpacked(plain()).part(SHEET).decode()
    for place, gone, put in edits:
        at = place % len(text)
        text = text[:at] + put + text[at + gone :]
    part = text.encode()
    assert read_by(read_fast, part) == read_by(read_slow, part)


def values_of(sheets: list[Sheet] | Finding) -> object:
    return sheets.rule.code if isinstance(sheets, Finding) else [sheet._replace(source="") for sheet in sheets]


@pytest.mark.spread
@pytest.mark.parametrize("seed", range(8))
def test_a_file_with_other_bytes_is_refused_or_the_same(seed: int) -> None:
    dice, good = Random(seed), values_of(read_sheets("x.xlsx", plain()))
    for _ in range(40):
        raw = bytearray(plain())
        for _ in range(dice.choice((1, 1, 2, 5))):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        found = values_of(read_sheets("x.xlsx", bytes(raw)))
        assert found == good or isinstance(found, str)


@pytest.mark.parametrize("percent", range(4, 100, 5))
def test_a_file_that_was_cut_off_is_refused(percent: int) -> None:
    found = read_sheets("x.xlsx", plain()[: len(plain()) * percent // 100])
    assert values_of(found) == "I003"


@pytest.mark.parametrize("gone", [*PARTS, SHEET][3:])
def test_a_part_that_is_missing_is_told(gone: str) -> None:
    found = read_sheets("x.xlsx", with_rows("", **{gone: None}))
    assert isinstance(found, Finding)
    assert found.rule.code == "I003"


@pytest.mark.parametrize("part", [*PARTS, SHEET][2:])
def test_a_document_type_is_refused_wherever_it_stands(part: str) -> None:
    """Nine entities of ten others each would be a thousand million texts."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a9;</x>'
    assert values_of(read_sheets("x.xlsx", with_rows("", **{part: text}))) == "I006"


def test_what_grows_beyond_all_measure_is_not_unpacked() -> None:
    raw = packed({SHEET: sheet_part(""), "xl/media/image1.bin": bytes(rules.LARGEST)})
    assert len(raw) < 1 << 20
    assert values_of(read_sheets("x.xlsx", raw)) == "I004"


def test_a_part_that_says_that_it_is_smaller_than_it_is_is_refused() -> None:
    raw = bytearray(with_rows('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 5000))
    size = len(sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 5000)).to_bytes(4, "little")
    assert raw.count(size) == 2
    assert values_of(read_sheets("x.xlsx", bytes(raw).replace(size, (100).to_bytes(4, "little")))) == "I003"


def test_two_parts_of_one_name_are_refused() -> None:
    """Which of them is meant nobody can tell, and programs differ in it."""
    buffer = BytesIO(with_rows(""))
    with ZipFile(buffer, "a") as file:
        file.writestr(ZipInfo("xl/worksheets/Sheet1.xml", DAY), sheet_part(""), ZIP_DEFLATED)
    assert values_of(read_sheets("x.xlsx", buffer.getvalue())) == "I003"


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1000001"><c r="A1000001"><v>1</v></c></row>', "A1000001"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row><row r="62"><c r="A62"><v>1</v></c></row>', "XFD62"),
    ],
)
def test_a_sheet_that_goes_too_far_is_refused_and_told_where_to(rows: str, cell: str) -> None:
    found = read_sheets("x.xlsx", with_rows(rows))
    assert isinstance(found, Finding)
    assert (found.rule.code, found.values["cell"], found.values["sheet"]) == ("I005", cell, "A")


def test_cells_that_only_look_like_something_go_as_far_as_they_like() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" hidden="1"><c r="XFD1048576" s="0"/></row>'
    found = read_sheets("x.xlsx", with_rows(rows))
    assert not isinstance(found, Finding)
    assert [len(row.cells) for row in found[0].rows] == [1]


def test_merged_cells_that_go_as_far_as_they_like_cost_nothing() -> None:
    merged = "".join(f'<mergeCell ref="B{n}:XFD{n}"/>' for n in range(2, 20000))
    part = sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>', after=f"<mergeCells>{merged}</mergeCells>")
    found = read_sheets("x.xlsx", packed({SHEET: part}))
    assert not isinstance(found, Finding)
    assert len(found[0].rows) == 1


def test_a_cell_that_is_merged_twice_is_refused() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:A2"/></mergeCells>'
    part = sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>', after=merged)
    assert values_of(read_sheets("x.xlsx", packed({SHEET: part}))) == "I003"


MANY = 1 << 10


@pytest.mark.parametrize(
    "part",
    [
        {"xl/workbook.xml": f"<workbook>{'<sheet/>' * MANY}</workbook>"},
        {"xl/_rels/workbook.xml.rels": f"<a>{'<Relationship/>' * MANY}</a>"},
        {"xl/styles.xml": f"<a><cellXfs>{'<xf/>' * (MANY + 1)}</cellXfs></a>"},
        {"xl/sharedStrings.xml": f"<sst>{'<si/>' * (MANY + 1)}</sst>"},
        {SHEET: sheet_part("", after='<mergeCell ref="B2"/>' * (MANY + 1))},
    ],
)
def test_what_is_more_than_any_workbook_has_is_refused(part: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for module, limit in (
        *((container, "_MOST_NAMED"), (container, "_MOST_TEXTS"), (container, "_MOST_STYLES"), (slow, "MOST")),
    ):
        monkeypatch.setattr(module, limit, MANY)
    assert values_of(read_sheets("x.xlsx", with_rows("", **part))) == "I003"


def test_elements_that_say_nothing_are_not_kept() -> None:
    """They are gone through piece by piece, with what lies between two pieces."""
    names = [name for name, _ in xml.elements(f"<a>{'<bcdefg/>' * 20000}</a>".encode())]
    assert Counter(names) == {"a": 1, "bcdefg": 20000}
