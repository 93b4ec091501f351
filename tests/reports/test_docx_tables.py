"""The tables of a document: their headers, how large they are, how wide their columns, what is kept on one page."""

from collections.abc import Sequence

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table as DocxTable

from antq_cli.core.report import Column, Line, Table, Text
from antq_cli.reports.docx import write
from antq_cli.reports.measuring import width
from tests.reports import made
from tests.reports.test_docx import CENTRED, LEFT, kept, opened, paper, said


def annex_table(data: bytes) -> DocxTable:
    return next(table for table in opened(data).tables if len(table.columns) == 17)


def test_the_three_rows_of_a_header_are_repeated_and_merged() -> None:
    table = annex_table(paper())
    rows = table._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows[:5]] == [True, True, True, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    above, below, signs = ([cell.text for cell in row.cells] for row in table.rows[:3])
    assert above[:6] == ["STT", "Đơn vị", *["Khu dân cư"] * 3, "Hộ gia đình"]
    assert below[:6] == ["STT", "Đơn vị", "Tổng số", "Đã ký", "Tỷ lệ (%)", "Tổng số"]
    assert (signs[:3], signs[-1]) == (["A", "B", "1"], "15")


def test_a_table_without_groups_and_signs_has_one_header() -> None:
    table = next(table for table in opened(paper()).tables if len(table.columns) == 3)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Loại", "Đã ký", "Tổng số"],
        ["Hộ gia đình", "25.915", "29.853"],
    ]
    assert len(table._tbl.findall(f".//{qn('w:tblHeader')}")) == 1


def test_numbers_stand_right_and_only_the_total_is_bold() -> None:
    rows = annex_table(paper()).rows
    first, total = ([cell.paragraphs[0] for cell in row.cells] for row in (rows[3], rows[-1]))
    assert [cell.alignment for cell in first[:3]] == [CENTRED, LEFT, WD_ALIGN_PARAGRAPH.RIGHT]
    assert [bool(run.bold) for cell in first for run in cell.runs] == [False] * 16
    assert {run.bold for cell in total for run in cell.runs} == {True}


@pytest.mark.parametrize(("digits", "size"), [("1.000", 12), ("1.234.567", 9), ("123.456.789.012", 8)])
def test_a_table_is_as_wide_as_the_page_and_as_large_as_its_numbers_let_it(digits: str, size: int) -> None:
    cell = [made.number("390", "num", digits)]
    table = Table(made.columns(), [Line([[Text("1")], [Text("xã Cẩm Bình")], *[cell] * 15])])
    annex = made.annex()._replace(tables=[table])
    drawn = annex_table(write(made.report([], [annex])))
    widths = [int(each.get(qn("w:w"), "0")) for each in drawn._tbl.iter(qn("w:gridCol"))]
    page = 16838 - 1701 - 850
    assert page - 17 <= sum(widths) <= page
    style = drawn.rows[3].cells[2].paragraphs[0].style
    assert style is not None
    assert style.font.size is not None
    assert style.font.size.pt == size
    if size > 8:  # else there is no size at which they fit
        assert min(widths[2:]) > width(digits, size)


def set_in(rows: int, weight: int = 18) -> tuple[int, float, Sequence[int]]:
    """At which size an annex of some rows is set, the space above its rows, and how wide its columns are."""
    whole = made.annex(rows)
    (table,) = whole.tables
    columns = [column._replace(weight=weight) if column.header == "Đơn vị" else column for column in table.columns]
    annex = whole._replace(tables=[table._replace(columns=columns)])
    drawn = annex_table(write(made.report([], [annex])))
    style = drawn.rows[3].cells[1].paragraphs[0].style
    assert style is not None
    assert style.font.size is not None
    above = style.paragraph_format.space_before  # None of rows without a space
    widths = [int(each.get(qn("w:w"), "0")) for each in drawn._tbl.iter(qn("w:gridCol"))]
    return int(style.font.size.pt), getattr(above, "pt", 0), widths


def test_letters_are_smaller_where_that_spares_a_page_and_only_there() -> None:
    few, *others, many = [set_in(rows)[:2] for rows in (12, 13, 15, 18, 22, 60)]
    assert (few, many) == ((12, 1), (12, 1))  # more than a page can hold at any size is not made smaller
    assert others == sorted(others, reverse=True)
    assert {size for size, _ in others} == {10, 11, 12}
    assert others[-1] == (10, 0)


def test_a_name_stands_on_one_line_where_there_is_room() -> None:
    size, _, widths = set_in(6, weight=44)
    assert widths[1] > width("thị trấn Phong Sơn", size)
    assert widths[1] > set_in(6, weight=1)[2][1]


@pytest.mark.parametrize("group", ["", "Cơ quan, doanh nghiệp, nhà trường"])
def test_no_word_of_a_header_is_broken(group: str) -> None:
    """However narrow what is beneath it is; columns of whom nobody asked how wide have the least that is needed."""
    columns = [Column("STT", weight=1), *(Column("Quyết định", f"{group}{nth}", weight=1) for nth in range(9))]
    if not group:
        columns = [column._replace(group="") for column in columns]
    table = Table([*columns, Column("Ghi chú", weight=99)], [Line([[Text("1")]] * 11)])
    drawn = opened(write(made.report([table], []))).tables[1]
    widths = [int(each.get(qn("w:w"), "0")) for each in drawn._tbl.iter(qn("w:gridCol"))]
    style = drawn.rows[0].cells[1].paragraphs[0].style
    assert style is not None
    assert style.font.size is not None
    assert min(widths[1:-1]) > width("Quyết" if not group else "nghiệp,", style.font.size.pt)


def test_the_total_is_never_alone_nor_what_is_said_beneath_it() -> None:
    data = write(made.report([], [made.annex(60)]))
    rows = annex_table(data).rows[3:]
    assert [all(kept(cell.paragraphs[0]) for cell in row.cells) for row in rows] == [False] * 58 + [True] * 4
    assert kept(said(opened(data), "Số liệu của 16 đơn vị."))
