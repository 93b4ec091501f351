"""What holds for a workbook as a whole: kinds of files, passwords, macros, the first day, what is hidden or stale."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import Area, Content, Sheet, SheetCell
from antq_cli.reading.sheets.forms import Form, day_of
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.words.speech import LANGUAGES, speech
from tests.helpers import shown
from tests.reading.sheets.containers import PARTS, SHEET, SPACE, packed, sheet_part, with_rows

NAUGHTY = (
    *(
        "",
        " ",
        "\u00a0",
        "null",
        "None",
        "NaN",
        "-1",
        "1e3",
        "1/0",
        "=1+1",
        "+84",
        "@SUM(A1)",
        "'",
        '"',
        "<b>",
        "&amp;",
    ),
    *("]]>", "<!--", "_x0000_", "_x005F_", "_xD83D_", "\t", "\x07", "\x0b", "\u200b", "\u202e", "\ufeff", "\u2028"),
    *("T\u0323\u0302\u0301", "Ḿöŕḝ", "👩‍👩‍👧", "𝕏", "田中さん", "مرحبا", "A" * 32767, "\ufffd", "#REF!", "0x1F", "١٢٣"),
)


def sheets_of(raw: bytes) -> list[Sheet]:
    found = read_sheets("x.xlsx", raw)
    assert not isinstance(found, Finding)
    return found


def cells_of(raw: bytes) -> dict[str, SheetCell]:
    return {cell.address: cell for row in sheets_of(raw)[0].rows for cell in row.cells}


def rule(raw: bytes) -> tuple[str, str]:
    found = read_sheets("x.xlsx", raw)
    assert isinstance(found, Finding)
    return found.rule.code, str(found.values.get("kind", ""))


@pytest.mark.parametrize("streamed", [False, True])
def test_naughty_texts_come_back(streamed: bool) -> None:
    buffer = BytesIO()
    file = xlsxwriter.Workbook(buffer, {"constant_memory": streamed})
    sheet = file.add_worksheet("(a) & <b>")
    for row, text in enumerate(NAUGHTY):
        sheet.write_string(row, 0, text, file.add_format({"bold": True}))
    file.close()
    (found,) = sheets_of(buffer.getvalue())
    assert found.name == "(a) & <b>"
    texts = {row.number: row.cells[0].content for row in found.rows if row.cells}
    assert texts == {number: text for number, text in enumerate(NAUGHTY, 1) if text}


@pytest.mark.parametrize(
    ("part", "kind"), [("mimetype", "ods"), ("xl/workbook.bin", "xlsb"), ("word/document.xml", "docx")]
)
def test_a_zip_file_of_another_kind_is_called_by_its_kind(part: str, kind: str) -> None:
    assert rule(packed({part: "x"})) == ("I001", kind)


def test_a_zip_file_without_a_workbook_is_one() -> None:
    assert rule(packed({"xl/workbook.xml": None})) == ("I001", "zip")


def test_a_part_with_a_password_is_told() -> None:
    raw = bytearray(with_rows(""))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        raw[at + flags] |= 1
    assert rule(bytes(raw)) == ("I002", "")


def test_macros_are_told_and_left_alone() -> None:
    relations = PARTS["xl/_rels/workbook.xml.rels"]
    vba = (
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="v"/>'
    )
    with_macros = relations.replace("</Relationships>", f"{vba}</Relationships>")
    (plain,) = sheets_of(with_rows('<row r="1"><c r="A1"><v>1</v></c></row>'))
    (other,) = sheets_of(
        with_rows('<row r="1"><c r="A1"><v>1</v></c></row>', **{"xl/_rels/workbook.xml.rels": with_macros})
    )
    assert not plain.macros
    assert other == plain._replace(macros=True)


@pytest.mark.parametrize(("from_1904", "day"), [(False, date(2021, 8, 31)), (True, date(2025, 9, 1))])
def test_days_are_counted_from_1900_or_from_1904(from_1904: bool, day: date) -> None:
    buffer = BytesIO()
    file = xlsxwriter.Workbook(buffer, {"date_1904": from_1904})
    file.add_worksheet().write_number("A1", 44439, file.add_format({"num_format": "dd/mm/yyyy"}))
    file.close()
    assert cells_of(buffer.getvalue())["A1"].content == day


@pytest.mark.parametrize(
    ("number", "from_1904", "day"),
    [
        (0.99, False, None),
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (2958465, False, date(9999, 12, 31)),
        (2958466, False, None),
        (-1, False, None),
        (0, True, date(1904, 1, 1)),
        (-1, True, None),
        (2957003, True, date(9999, 12, 31)),
        (2957004, True, None),
        (1e300, False, None),
    ],
)
def test_a_number_that_is_no_day_is_none(number: float, from_1904: bool, day: date | None) -> None:
    assert day_of(number, from_1904=from_1904) == day


@pytest.mark.parametrize(
    "written",
    ["m/d/yyyy", "dd-mm", '"ngày "d', "[$-42A]d mmmm yyyy;@", "mmmm", "yyyy", "d/m/yy h:mm", "[Red]dd/mm/yyyy"],
)
def test_a_format_with_a_day_shows_one(written: str) -> None:
    assert Form.of(written) == Form(written, day=True)


@pytest.mark.parametrize(
    "written",
    [
        "0",
        "#,##0",
        "00000",
        '0" ngày"',
        "[Red]-0",
        "h:mm",
        "mm:ss",
        "[h]:mm",
        "[mm]:ss",
        "@",
        "0.0E+0",
        "_d0",
        "\\d0",
        "*y0",
    ],
)
def test_a_format_without_a_day_shows_none(written: str) -> None:
    assert Form.of(written) == Form(written)


def test_the_general_format_is_none() -> None:
    assert Form.of("GENERAL") == Form.of("") == Form()


ZERO = '<row r="1"><c r="A1"><f>1-1</f><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1</f></c></row>'


@pytest.mark.parametrize(("anew", "stale"), [("0", {"C1"}), ("1", {"A1", "C1"}), ("true", {"A1", "C1"})])
def test_a_zero_is_no_result_where_all_is_to_be_calculated_anew(anew: str, stale: set[str]) -> None:
    book = PARTS["xl/workbook.xml"].replace("</workbook>", f'<calcPr fullCalcOnLoad="{anew}"/></workbook>')
    cells = cells_of(with_rows(ZERO, **{"xl/workbook.xml": book}))
    assert {address for address, cell in cells.items() if cell.stale} == stale
    assert all(cell.formula and not cell.blank for cell in cells.values())


def test_an_empty_text_is_a_result_and_nothing_is_none() -> None:
    texts = '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>""</f></c>'
    rows = f'<row r="1">{texts}<c r="C1"><f/><v></v></c></row>'
    cells = cells_of(with_rows(rows))
    assert [(cell.content, cell.stale) for cell in cells.values()] == [(None, False), (None, True), (None, True)]


def test_an_error_says_which_it_is() -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C1" t="e"/><c r="D1" t="e"><v></v></c></row>'
    )
    cells = cells_of(with_rows(rows))
    assert [(cell.content, cell.error) for cell in cells.values()] == [
        *((None, "#REF!"), (None, "#DIV/0!"), (None, "#"), (None, "#")),
    ]


def test_a_row_or_a_column_of_no_size_is_hidden() -> None:
    rows = '<row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    columns = '<cols><col min="2" max="16384" width="0" customWidth="1"/></cols>'
    (sheet,) = sheets_of(packed({SHEET: sheet_part(rows, columns)}))
    assert sheet.hidden_columns == [2]
    assert [row.hidden for row in sheet.rows] == [True, False]
    assert [(cell.address, cell.hidden) for row in sheet.rows for cell in row.cells] == [
        *(("A1", True), ("A2", False), ("B2", True)),
    ]


def test_what_is_merged_is_told_of_each_of_its_cells_as_far_as_there_are_any() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:D2"/><mergeCell ref="B3:B9"/></mergeCells>'
    cells = cells_of(packed({SHEET: sheet_part(rows, after=merged)}))
    one, other = Area(1, 1, 2, 4), Area(3, 2, 9, 2)
    assert {address: cell.merged for address, cell in cells.items()} == {
        **dict.fromkeys(("A1", "B1", "A2", "B2"), one),
        "A3": None,
        "B3": other,
    }


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_told_and_not_read(state: str) -> None:
    book = PARTS["xl/workbook.xml"].replace('sheetId="1"', f'sheetId="1" state="{state}"')
    assert sheets_of(packed({"xl/workbook.xml": book, SHEET: "no sheet"})) == [Sheet("x.xlsx", "A", (), hidden=True)]


def test_a_sheet_that_is_a_chart_is_none() -> None:
    relations = PARTS["xl/_rels/workbook.xml.rels"].replace("/worksheet", "/chartsheet")
    assert sheets_of(packed({"xl/_rels/workbook.xml.rels": relations})) == []


def test_two_sheets_of_one_name_are_refused() -> None:
    sheet = '<sheet name="A" sheetId="1" r:id="rId1"/>'
    assert rule(packed({"xl/workbook.xml": PARTS["xl/workbook.xml"].replace(sheet, sheet * 2)})) == ("I003", "")


@pytest.mark.parametrize(("number", "there"), [("0", "0"), ("9", "0%"), ("164", "00000"), ("99", "")])
def test_the_format_of_a_number_is_told(number: str, there: str) -> None:
    styles = (
        f'<styleSheet xmlns="{SPACE}"><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="{number}"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="dd"/></dxf></dxfs></styleSheet>'
    )
    rows = '<row r="1"><c r="A1" s="1"><v>123</v></c><c r="B1"><v>123</v></c></row>'
    cells = cells_of(with_rows(rows, **{"xl/styles.xml": styles}))
    there = "" if number == "0" else there
    assert [(cell.content, cell.form) for cell in cells.values()] == [(123, there), (123, "")]
    assert rule(with_rows(rows.replace('s="1"', 's="2"'), **{"xl/styles.xml": styles})) == ("I003", "")


REFUSED: tuple[bytes, ...] = (
    *(b"%PDF-", packed({"mimetype": "x"}), packed({SHEET: None}), packed({SHEET: "<!DOCTYPE a><a/>"})),
    *(b"a;b,c\nd;e,f\n", b'a;"b\n', b"\xa7\xacn v\xde;1\n", b"PK\x03\x04", b"\x01;\x02\n"),
    with_rows('<row r="1000001"><c r="A1000001"><v>1</v></c></row>'),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_is_told_in_both_languages(lang: str) -> None:
    for raw in REFUSED:
        found = read_sheets("bieu.xlsx", raw)
        assert isinstance(found, Finding)
        prose = speech(lang).describe(shown(found))
        assert "bieu.xlsx" in prose.what
        assert prose.what.endswith(".")
        assert prose.remedy.endswith(".")
        assert not [word for word in ("{", "}", "None", "  ") if word in prose.what + prose.remedy]


def test_content_is_what_the_model_says() -> None:
    cells = cells_of(with_rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="b"><v>1</v></c></row>'))
    contents: list[Content] = [cells["A1"].content, cells["B1"].content]
    assert [type(one) for one in contents] == [int, bool]
