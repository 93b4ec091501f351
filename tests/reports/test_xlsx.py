"""The workbook by itself: what stands where, what is text, what is calculated, and whether somebody changed it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from time import perf_counter, sleep
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from antq_cli.core.ratio import Ratio
from antq_cli.core.report import (
    DASH,
    UNKNOWN,
    Annex,
    Column,
    Gap,
    Line,
    Made,
    Number,
    Paragraph,
    Pieces,
    Plot,
    Report,
    Table,
    Text,
)
from antq_cli.core.workings import Working
from antq_cli.reports import MissingOfficeError
from antq_cli.reports.packing import Unpacked, pack
from antq_cli.reports.xlsx import mark_of, write
from antq_cli.reports.xlsx_formulas import formula
from antq_cli.reports.xlsx_map import a1
from tests.cli.harness import ROOT
from tests.reports import made
from tests.reports.formulas import Sheet, Value
from tests.reports.workbook_reader import HIDDEN, Sheets

NAUGHTY = (
    *("=1+1", "+84 912", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "#REF!", "'quoted", "internal:Sheet1!A1"),
    *("25.000", "1e5", "0x1F", "TRUE", "http://a.vn", "mailto:a@b.vn", "<script>", "]]>", "&amp;", "_x0041_"),
    *("<r>x</r>", "<r></r>", "x\u202ey", "a\x00b\x07c", "\ud800", "\ufffe", "\u200b", " giữa  hai ", "a" * 300),
    *("Cẩm Thủy\u0301", "\N{FAMILY}", "\t-\n"),
)
COLUMNS = [
    Column("STT", sign="A"),
    Column("Đơn vị", sign="B"),
    Column("Tổng số", "Hộ gia đình", "1", numeric=True),
    Column("Đã ký", "Hộ gia đình", "2", numeric=True),
    Column("Tỷ lệ (%)", "Hộ gia đình", "3=2/1", numeric=True, made=Made("/", [3, 2])),
    Column("Ghi chú", sign="4"),
]


def count(unit: str, part: str, value: int | str) -> Pieces:
    return (
        Number(
            f"pledges.household@{unit}:2021-08-31",
            part,
            value,
            made.thousands(value) if isinstance(value, int) else value.replace(".", ","),
        ),
    )


def line(nth: int, name: str, num: int, den: int, note: Pieces = (), style: str = "") -> Line:
    unit = str(38000 + nth)
    rate = Ratio(num, den).percent()
    cells = [count(unit, "den", den), count(unit, "num", num), () if rate is None else count(unit, "percent", rate)]
    return Line([(Text(str(nth), nth),), (Text(name),), *cells, note], style)  # type: ignore[arg-type]


def units(*lines: Line, plot: Plot | None = None) -> Table:
    return Table(
        COLUMNS, lines, [Paragraph([Text("Dấu “"), DASH, Text("”: chưa có.")], note=True)], name="Ký cam kết", plot=plot
    )


SEVENTEEN = [line(nth, f"xã {nth}", 80 + nth, 100) for nth in range(1, 18)]
TOTAL = line(0, "Tổng cộng", sum(range(81, 98)), 1700, style="total")


def report(table: Table, **more: object) -> Report:
    annex = Annex("Phụ lục I", "KẾT QUẢ", [Text("(Kèm theo Báo cáo số "), Gap("[…]"), Text(")")], [table])
    return made.report(None, [annex])._replace(**more)  # type: ignore[arg-type]


def parts(data: bytes) -> dict[str, bytes]:
    file = Unpacked(data)
    return {name: file.part(name) for name in file.names}


def sheet_part(data: bytes, name: str) -> str:
    """The part of a sheet by its name."""
    names = Sheets(data).names
    return f"xl/worksheets/sheet{names.index(name) + 1}.xml"


def source(data: bytes, name: str) -> str:
    return parts(data)[sheet_part(data, name)].decode()


NAME = "I. Ký cam kết"


# What stands where ----------------------------------------------------------------------------------------------------


def test_each_table_and_chart_has_a_sheet_and_the_map_has_one_that_nobody_sees() -> None:
    plot = Plot("Tỷ lệ", 1, 4, range(17), target="95.00", aim="Mức phấn đấu 95%")
    data = write(report(units(*SEVENTEEN, TOTAL, plot=plot)))
    assert Sheets(data).names == ["Báo cáo", "-", NAME, f"{NAME} (biểu đồ)", "Nguồn gốc", HIDDEN]
    states = re.findall(rb'<sheet name="[^"]*" sheetId="\d+"(?: state="(\w+)")?', parts(data)["xl/workbook.xml"])
    assert states == [b"", b"", b"", b"", b"", b"hidden"]


def test_names_of_sheets_fit_and_are_told_apart() -> None:
    names = ["Một tên rất dài của một trang tính không vừa", "a/b:c*[d]?'e\\", "Ký", "KÝ", "Ký"]
    tables = [units(*SEVENTEEN)._replace(name=name) for name in names]
    data = write(made.report([], [Annex("", "X", (), tables)]))
    found = Sheets(data).names[1:-2]
    assert found[1:] == ["a b c d e", "Ký", "KÝ (2)", "Ký (3)"]
    assert found[0] == "Một tên rất dài của một trang t"
    assert all(len(name) <= 31 for name in found)


def test_numbers_are_numbers_and_an_unknown_one_is_a_dash() -> None:
    unknown = Line([(Text("2", 2),), (Text("xã"),), (DASH,), (DASH,), (DASH,), ()])
    cells = Sheets(write(report(units(line(1, "xã", 326, 404), unknown)))).cells(NAME)
    first = next(int(cell[1:]) for cell, value in cells.items() if cell[0] == "A" and value == 1)
    row = [cells.get(f"{letter}{first}") for letter in "ABCDEF"]
    assert row == [1, "xã", 404, 326, 80.69, None]
    assert [cells.get(f"{letter}{first + 1}") for letter in "ABCDEF"] == [2, "xã", "—", "—", "—", None]
    assert cells[f"A{first + 2}"] == "Dấu “—”: chưa có."


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_signs_decimals_and_percent_signs_are_formats_of_numbers(lang: str) -> None:
    texts: list[tuple[int | str, str]] = [
        (7, "+7"),
        (-7, "-7"),
        ("+0.51", "+0,51"),
        ("319.3", "319,3"),
        ("86.81", "86,81%"),
        (25915, "25.915"),
    ]
    pieces = [(Number("x@1:2021-08-31", "p", value, text),) for value, text in texts]
    table = Table([Column("h", numeric=True)] * 6, [Line(pieces)], name="T")
    data = write(made.report([], [Annex("", "X", (), [table])])._replace(lang=lang))
    assert [*Sheets(data).cells("T").values()][-6:] == [7, -7, 0.51, 319.3, 86.81, 25915]
    formats = {each.replace("_)", "") for each in re.findall(r'formatCode="([^"]*)"', styles(data))}
    assert formats == {
        *("+#,##0;-#,##0;#,##0;@", "#,##0;-#,##0;#,##0;@", "+#,##0.00;-#,##0.00;#,##0.00;@"),
        *("#,##0.0;-#,##0.0;#,##0.0;@", "#,##0.00&quot;%&quot;;-#,##0.00&quot;%&quot;;#,##0.00&quot;%&quot;;@"),
    }


def test_what_somebody_writes_for_an_unknown_number_looks_like_the_others() -> None:
    unknown = Line([(Text("1", 1),), (Text("xã"),), (DASH,), (DASH,), (DASH,), ()])
    known, data = (write(report(units(each))) for each in (line(1, "xã", 1, 3), unknown))
    assert set(re.findall(r'formatCode="([^"]*)"', styles(data))) == set(
        re.findall(r'formatCode="([^"]*)"', styles(known))
    )


def styles(data: bytes) -> str:
    return parts(data)["xl/styles.xml"].decode()


def test_a_sheet_is_made_to_be_filtered_and_printed() -> None:
    text = source(write(report(units(*SEVENTEEN, TOTAL))), NAME)
    first = int(re.findall(r'<c r="A(\d+)"[^>]*><v>1</v>', text)[0])
    assert f'topLeftCell="C{first}"' in text
    assert 'state="frozen"' in text
    assert f'<autoFilter ref="A{first - 1}:F{first + 16}"/>' in text  # without the total
    assert 'paperSize="9"' in text
    assert 'fitToHeight="0"' in text
    names = parts(write(report(units(*SEVENTEEN, TOTAL))))["xl/workbook.xml"].decode()
    assert f"'{NAME}'!${first - 3}:${first - 1}" in names
    assert re.search(r"Print_Area\"[^>]*>'I\. Ký cam kết'!\$A\$1:\$F\$\d+<", names)
    wide = Table([*COLUMNS, *(Column("Tổng số điểm", numeric=True, weight=30),) * 12], [Line([()] * 18)], name="T")
    assert 'orientation="landscape"' in source(write(made.report([], [Annex("", "X", (), [wide])])), "T")
    assert 'orientation="portrait"' in text or "orientation" not in text


def test_what_is_synthetic_says_so_on_every_sheet_and_page() -> None:
    data = write(report(units(*SEVENTEEN, TOTAL, plot=Plot("Tỷ lệ", 1, 4, range(17)))))
    told = Sheets(data)
    for name in (NAME, f"{NAME} (biểu đồ)", "Báo cáo"):
        assert made.WARNING in told.cells(name).values()
    for name in told.names[:-1]:
        assert f"<oddHeader>&amp;C&amp;8 {made.WARNING}</oddHeader>" in source(data, name)


def test_a_chart_draws_the_cells_of_its_table_and_marks_the_target() -> None:
    plot = Plot("=Tỷ lệ", 1, 4, range(17), target="95.00", aim="Mức phấn đấu 95%", note="Chưa có tỷ lệ: xã X.")
    data = write(report(units(*SEVENTEEN, TOTAL, plot=plot)))
    drawn = parts(data)["xl/charts/chart1.xml"].decode()
    assert drawn.count("<c:ser>") == 2
    assert "<c:barChart>" in drawn
    assert re.search(r"<c:lineChart>.*<c:smooth val=\"0\"/>.*</c:lineChart>", drawn)
    cached = re.findall(r"<c:v>([^<]*)</c:v>", drawn)
    values = [float(value) for value in cached if re.fullmatch(r"[\d.]+", value)]
    assert sorted(values) == sorted([*range(81, 98), *[95] * 17])
    told = source(data, f"{NAME} (biểu đồ)")
    first = int(re.findall(r'<c r="A(\d+)"[^>]*><v>1</v>', source(data, NAME))[0])
    assert f"<f>'{NAME}'!E{first}</f><v>81.0</v>" in told
    assert "Chưa có tỷ lệ: xã X." in Sheets(data).cells(f"{NAME} (biểu đồ)").values()
    over_time = write(report(units(*SEVENTEEN, plot=plot._replace(over_time=True, target=""))))
    assert "<c:barChart>" not in parts(over_time)["xl/charts/chart1.xml"].decode()
    assert "xl/charts/chart1.xml" not in parts(write(report(units(*SEVENTEEN))))


def test_what_is_drawn_of_the_same_numbers_is_drawn_once() -> None:
    table = units(*SEVENTEEN, plot=Plot("Tỷ lệ", 1, 4, range(17)))
    other = table._replace(plot=Plot("Tỷ lệ", 1, 4, range(5)))
    data = write(made.report([], [Annex("", "X", (), [table, table, other])]))
    assert [name for name in parts(data) if name.startswith("xl/charts/")] == [
        "xl/charts/chart1.xml",
        "xl/charts/chart2.xml",
    ]


# What is text ---------------------------------------------------------------------------------------------------------


def shown(text: str) -> str:
    """What hides is written out; white space is a space."""
    text = re.sub(r"[\t\n\r]", " ", text)
    return re.sub(
        "[\x00-\x1f\u200b-\u200f\u202a-\u202e\ud800-\udfff\ufffe]",
        lambda odd: odd[0].encode("unicode_escape").decode(),
        text,
    )


@pytest.mark.parametrize("naughty", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_text_comes_back_as_itself_or_visibly_written_out(naughty: str) -> None:
    table = units(line(1, naughty, 1, 2, note=[Text(naughty)]), line(2, naughty, 1, 2))
    found = made.report([Paragraph([Text(naughty)])], [Annex("Phụ lục I", naughty, [Text(naughty)], [table])])
    plotted = found.annexes[0]._replace(tables=[table._replace(plot=Plot(naughty, 1, 4, [0, 1], note=naughty))])
    data = write(found._replace(annexes=[plotted], title=naughty))
    told, expected = Sheets(data), shown(naughty)
    for name, least in (("Báo cáo", 1), (NAME, 3), (f"{NAME} (biểu đồ)", 2)):
        assert [*told.cells(name).values()].count(expected) >= least, name
    everything = b"".join(content for name, content in parts(data).items() if name.startswith("xl/worksheets/sheet"))
    assert set(re.findall(rb"<f>([^<]{,4})", everything)) <= {b"IF(C", b"&#39;", b"'I. "}
    assert b"hyperlink" not in everything.lower()
    for name, content in parts(data).items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)  # noqa: S314  # every part is well-formed


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    cells = Sheets(write(report(units(line(1, "x" * 40_000, 1, 2))))).cells(NAME)
    assert max(len(str(value)) for value in cells.values()) == 32_767


# What is calculated ---------------------------------------------------------------------------------------------------


def calculated(sign: str, *values: Value) -> Value:
    cells = {a1(0, at): value for at, value in enumerate(values)}
    of = [(0, at) for at in range(len(values))]
    return Sheet(cells).value(formula(Working(sign, of, None), [*cells]))  # type: ignore[arg-type]


@given(st.integers(0, 999_999_999), st.integers(1, 999_999_999))
@example(29_999, 30_000)
@example(30_001, 30_000)
@example(1, 999_999_999)
@example(12_345, 100_000)
@example(30_000, 30_000)
def test_a_rate_is_calculated_by_the_one_rule(num: int, den: int) -> None:
    assert calculated("/", num, den) == float(Ratio(num, den).percent() or "")
    assert calculated("/", den, den) == 100
    assert calculated("/", 0, den) == 0


@pytest.mark.parametrize("unknown", ["—", None, "x"])
def test_of_what_is_no_number_a_dash_is_calculated(unknown: Value) -> None:
    assert calculated("/", unknown, 3) == calculated("/", 3, unknown) == "—"
    assert calculated("-", unknown, 3) == calculated("-", 3, unknown) == "—"
    assert calculated("/", 0, 0) == "—"
    assert calculated("-", 7, 3) == 4


def test_sums_take_empty_cells_for_nothing_and_dashes_for_unknown() -> None:
    assert calculated("+", 7, None, 3) == 10
    assert calculated("+", 7, "—", 3) == "—"
    assert Sheet({"A1": 1.0, "A2": "—", "A3": 2.0}).value("=SUM(A1:A3)") == 3


def test_rates_and_totals_are_formulas_that_come_with_their_values() -> None:
    text = source(write(report(units(*SEVENTEEN, TOTAL))), NAME)
    first = int(re.findall(r'<c r="A(\d+)"[^>]*><v>1</v>', text)[0])
    last = first + 17
    assert f"<f>SUM(C{first}:C{last - 1})</f><v>1700</v>" in text
    assert f"<f>SUM(D{first}:D{last - 1})</f><v>1513</v>" in text
    rates = dict(re.findall(r'<c r="E(\d+)"[^>]*><f>[^<]*</f><v>([^<]*)</v>', text))
    shares = [*range(81, 98), 89]
    assert {int(row): float(rate) for row, rate in rates.items()} == dict(enumerate(shares, first))
    other = source(write(report(units(*SEVENTEEN, line(0, "Tổng cộng", 1513, 1701, style="total")))), NAME)
    assert f'<c r="C{last}"' in other
    assert f"SUM(C{first}" not in other
    assert f"SUM(D{first}" in other


# What it says of itself -----------------------------------------------------------------------------------------------


def meant(value: float | str | None) -> str:
    """A number as machines write it, whether it stands in a cell or among words."""
    text = value.replace(".", "").replace(",", ".") if isinstance(value, str) and "," in value else str(value)
    text = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text
    return f"{float(text):.10g}"


def test_every_number_is_in_the_map_with_its_figure() -> None:
    found = report(units(*SEVENTEEN, TOTAL))
    data = write(found)
    numbers = [*Sheets(data).numbers()]
    placed = sorted((number.id, number.part, meant(number.value)) for _, number in found.placed())
    assert sorted((each.id, each.part, meant(each.value)) for each in numbers) == placed


def test_more_numbers_than_a_sheet_has_rows_stand_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(report(units(*SEVENTEEN, TOTAL)))
    monkeypatch.setattr("antq_cli.reports.xlsx_map.MOST", 22)
    cells = Sheets(write(report(units(*SEVENTEEN, TOTAL)))).cells(HIDDEN)
    assert max(int(re.sub("[A-Z]", "", cell)) for cell in cells) == 22
    ids = [cells[f"{letter}{row}"] for letter in "DINSX" for row in range(3, 23) if f"{letter}{row}" in cells]
    assert ids == ["figure", *(each.id for each in Sheets(data).numbers())]


def test_a_wrong_number_of_a_cell_is_none_of_the_map() -> None:
    data = write(report(units(*SEVENTEEN, TOTAL)))
    part = sheet_part(data, NAME)
    wrong = pack(
        parts(data)
        | {part: parts(data)[part].replace(b"<v>97</v>", b"<v>96</v>").replace(b"<v>97.0</v>", b"<v>96</v>")}
    )
    differing = {
        before for before, after in zip(Sheets(data).numbers(), Sheets(wrong).numbers(), strict=True) if before != after
    }
    assert {(each.sheet, each.part) for each in differing} <= {(NAME, "num"), (NAME, "percent")}
    assert len(differing) == 2


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    before = parts(data)
    after = change(before[name])
    assert after != before[name]
    return pack(before | {name: after})


def test_an_untouched_workbook_says_so_and_an_edited_one_too() -> None:
    data = write(report(units(*SEVENTEEN, TOTAL)))
    mark = mark_of(data)
    assert mark is not None
    assert (mark.source, mark.untouched) == (made.provenance().source, True)
    part = sheet_part(data, NAME)
    text = f"xl/worksheets/sheet{Sheets(data).names.index('Báo cáo') + 1}.xml"
    edits: Sequence[tuple[str, Callable[[bytes], bytes]]] = [
        (part, lambda xml: re.sub(rb"<v>404</v>|<v>100</v>", b"<v>101</v>", xml, count=1)),
        (part, lambda xml: xml.replace(b"SUM(C", b"MAX(C")),
        (part, lambda xml: re.sub(rb"<f>SUM[^<]*</f>", b"", xml, count=1)),
        (
            part,
            lambda xml: re.sub(rb'(<c r="F\d+" s="\d+")/>', rb'\1 t="inlineStr"><is><t>ghi</t></is></c>', xml, count=1),
        ),
        (part, lambda xml: xml.replace(b"<oddFooter>", b"<oddFooter>x")),
        (text, lambda xml: xml.replace(b"</sheetData>", b'<row r="999"><c r="A999"><v>1</v></c></row></sheetData>')),
        ("xl/sharedStrings.xml", lambda xml: xml.replace("xã 3<".encode(), "xã ba<".encode())),
        ("xl/workbook.xml", lambda xml: xml.replace("Nguồn gốc".encode(), b"Trang")),
    ]
    for name, change in edits:
        told = mark_of(changed(data, name, change))
        assert told is not None, name
        assert (told.source, told.untouched) == (mark.source, False), (name, told)
    comment = b'<comments xmlns="x"><commentList><comment><text><t>ghi</t></text></comment></commentList></comments>'
    assert mark_of(pack(parts(data) | {"xl/comments1.xml": comment})) != mark
    box = b'<xdr xmlns:a="a"><a:p><a:t>ghi</a:t></a:p></xdr>'
    assert mark_of(pack(parts(data) | {"xl/drawings/drawing9.xml": box})) != mark


def test_what_a_program_does_by_itself_is_no_edit() -> None:
    data = write(report(units(*SEVENTEEN, TOTAL)))
    part = sheet_part(data, NAME)
    for change in (
        lambda xml: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>0</v>", xml),  # calculated, and differently
        lambda xml: re.sub(rb' s="\d+"', b"", xml),
        lambda xml: xml.replace(b"<f>", b'<f aca="false"> '),
        lambda xml: re.sub(rb'<c r="F\d+"/>|<c r="F\d+" s="\d+"/>', b"", xml),
        lambda xml: xml.replace(b"&amp;8 ", b'&amp;"Arial,Regular"&amp;8 '),
    ):
        mark = mark_of(changed(data, part, change))
        assert mark is not None
        assert mark.untouched


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x05\x06" + b"\0" * 18,
        b"x" * 100,
        pack({"xl/workbook.xml": b"<x/>"}),
        pack({"[Content_Types].xml": b""}),
    ],
)
def test_what_is_none_of_ours_has_no_mark(content: bytes) -> None:
    assert mark_of(content) is None


def test_a_workbook_with_entities_or_without_its_mark_is_none_of_ours() -> None:
    data = write(report(units(*SEVENTEEN)))
    hidden = sheet_part(data, HIDDEN)
    doctype = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml", hidden, sheet_part(data, NAME)):
        assert mark_of(pack(parts(data) | {name: doctype + parts(data)[name].partition(b"?>")[2]})) is None
        assert mark_of(pack(parts(data) | {name: parts(data)[name].decode().encode("utf-16")})) is None
        assert mark_of(pack(parts(data) | {name: b"<broken"})) is None
    assert (
        mark_of(changed(data, "xl/sharedStrings.xml", lambda xml: xml.replace(b"urn:antq:report:1", b"urn:x"))) is None
    )
    assert mark_of(changed(data, "xl/workbook.xml", lambda xml: xml.replace(b'"antq"', b'"x"'))) is None


def test_it_says_when_its_figures_are_of_and_nothing_of_who_made_it() -> None:
    data = write(made.report())
    about = parts(data)["docProps/core.xml"].decode()
    assert about.count("2021-08-31T00:00:00Z") == 2
    assert "<dc:creator></dc:creator>" in about
    assert b"<Application>antq</Application>" in parts(data)["docProps/app.xml"]
    assert b"Microsoft" not in parts(data)["docProps/app.xml"]
    assert b"1980-01-01" in parts(write(made.report()._replace(provenance=UNKNOWN)))["docProps/core.xml"]


_AGAIN = """
import sys
from tests.reports import made
from antq_cli.reports.xlsx import write
sys.stdout.buffer.write(write(made.report()))
"""


def test_the_same_report_is_the_same_bytes_at_any_time_and_place() -> None:
    first = write(made.report())
    sleep(2.1)  # a zip file tells days by two seconds
    env = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    again = subprocess.run([sys.executable, "-c", _AGAIN], env=env, cwd=ROOT, check=True, capture_output=True).stdout
    assert again == first


def test_without_the_library_it_says_what_is_missing() -> None:
    with mock.patch.dict(sys.modules, {"xlsxwriter": None}), pytest.raises(MissingOfficeError, match="XlsxWriter"):
        write(made.report())


@pytest.mark.long
def test_it_takes_as_long_as_it_has_units() -> None:
    def took(rows: int) -> float:
        start = perf_counter()
        data = write(made.report(None, [made.annex(rows)]))
        seconds = perf_counter() - start
        assert mark_of(data) is not None
        return seconds

    took(33)
    tenth, whole = min(took(332) for _ in range(3)), min(took(3321) for _ in range(2))
    assert whole <= 13 * tenth
