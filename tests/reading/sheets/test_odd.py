"""Sheets as few programs write them, and some as none should: read rightly or refused, never read otherwise."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import Content
from antq_cli.reading.sheets.opening import read_sheets
from tests.reading.sheets.containers import SHEET, SPACE, packed, with_rows

STRINGS = (
    f'<sst xmlns="{SPACE}"><si><t>a</t></si>'
    '<si><r><t>x</t></r><r><t> y</t></r><rPh sb="0" eb="1"><t>p</t></rPh></si></sst>'
)
TEN = datetime.fromisoformat("2021-08-31T10:00:00")
Told = Sequence[tuple[str, Content, str, bool]]


def told(raw: bytes) -> Told | str:
    """The cells of a workbook's first sheet that say anything, or the rule for which it is refused."""
    sheets = read_sheets("x.xlsx", raw)
    if isinstance(sheets, Finding):
        return sheets.rule.code
    cells = [cell for row in sheets[0].rows for cell in row.cells]
    return [(cell.address, cell.content, cell.error, cell.stale) for cell in cells if not cell.blank or cell.formula]


def values(raw: bytes) -> dict[str, Content] | str:
    found = told(raw)
    return found if isinstance(found, str) else {address: content for address, content, _, _ in found}


@pytest.mark.parametrize(
    ("rows", "there"),
    [
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", {"A1": 1, "B1": 2, "A2": 3}),
        (
            '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
            {"C3": 1, "D3": 2, "A4": 3},
        ),
        ('<row r="1"><c r="A1"><v></v></c><c r="B1"/><c r="C1" t="str"><v></v></c><c r="D1"><v/></c></row>', {}),
        ('<row r="2"><c r="B2"><v>1<!-- 5 -->2</v></c></row>', {"B2": 12}),
        ('<row r="2"><c r="B2" t="str"><v><![CDATA[a<b]]></v></c></row>', {"B2": "a<b"}),
        ('<row r="2"><c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c></row>', {"B2": "a b"}),
        ('<row r="2"><c r="B2" t="inlineStr"><is><t>_x0041_&amp;_x005F_x0041_</t></is></c></row>', {"B2": "A&_x0041_"}),
        ('<row r="2"><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c></row>', {"B2": True, "C2": False}),
        ('<row r="2"><c r="B2" t="d"><v>2021-08-31</v></c></row>', {"B2": date(2021, 8, 31)}),
        ('<row r="2"><c r="B2" t="d"><v>2021-08-31T10:00:00</v></c></row>', {"B2": TEN}),
        ('<row r="1"><c r="A1"><v>1</v><extLst><ext><v>7</v></ext></extLst></c></row>', {"A1": 1}),
        ('<row r="1"><c r="A1"><v>25915.0</v></c><c r="B1"><v>25.915</v></c></row>', {"A1": 25915, "B1": 25.915}),
        ('<row r="1"><c r="A1"><v>1.5E3</v></c><c r="B1"><v>-4</v></c></row>', {"A1": 1500, "B1": -4}),
        ('<row r="1"><c r="A1"><v>012345678901234567</v></c></row>', {"A1": 12345678901234567.0}),
    ],
)
def test_what_is_written_otherwise_is_read_as_it_is(rows: str, there: dict[str, Content]) -> None:
    assert values(with_rows(rows)) == there


def test_a_text_has_all_its_pieces_and_not_how_it_is_pronounced() -> None:
    rows = '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
    assert values(with_rows(rows, **{"xl/sharedStrings.xml": STRINGS})) == {"B2": "a", "C2": "x y"}


def test_elements_may_have_a_prefix() -> None:
    part = (
        f'<x:worksheet xmlns:x="{SPACE}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>B1</x:f><x:v>1</x:v></x:c>'
        "<c><v>5</v></c></x:row></x:sheetData></x:worksheet>"
    )
    assert values(packed({SHEET: part})) == {"A1": 1}


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="3"><c r="C5"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="0"/>',
        '<row r="1048577"/>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="b1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>abc</v></c></row>',
        '<row r="1"><c r="A1"><v>NaN</v></c></row>',
        '<row r="1"><c r="A1"><v>1e999</v></c></row>',
        '<row r="1"><c r="A1"><v>1_000</v></c></row>',
        '<row r="1"><c r="A1"><v>٣</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>31/8/2021</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&foo;</v></c></row>',
        '<row r="1"><row r="2"><c r="A2"><v>1</v></c></row></row>',
        '<c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1"><v>1</v></c>',
    ],
)
def test_what_is_no_sheet_is_refused(rows: str) -> None:
    assert told(with_rows(rows, **{"xl/sharedStrings.xml": STRINGS})) == "I003"
