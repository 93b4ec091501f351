"""Which annexes a report has, what they are called, and where each number has its place."""

from collections.abc import Iterable

import pytest

from antq_cli.core.paper import Paper
from antq_cli.core.report import Number, Table, text_of
from antq_cli.pages.paper.tables import annex, annexes, table
from tests.pages.papers import PUBLISHED, SAMPLE, paper_of
from tests.pages.test_paper_tables import cells, of, told
from tests.words.papers import counted

ALL = ("pledges", "teams", "standard", "comparison", "returns", "by-hand")


def title(name: str, found: Paper) -> str:
    made = annex(name, found, "vi", 1)
    assert made is not None
    return made.title


def groups(made: Table) -> set[str]:
    return {column.group for column in made.columns}


def standing(found: Paper, names: Iterable[str] = ALL) -> dict[str, str]:
    return {name: each.number for name, each in annexes(names, found, "vi").items() if each is not None}


# Which there are -------------------------------------------------------------------------------------------------


def test_an_annex_of_one_row_is_left_out_but_for_pledges_where_there_is_no_other() -> None:
    published = paper_of(PUBLISHED, "2021-08", "2021-07")
    assert standing(published, ("pledges",)) == {"pledges": "Phụ lục"}
    assert standing(published, ("teams", "pledges", "standard", "by-hand")) == {"pledges": "Phụ lục"}
    assert standing(published, ("teams",)) == {}
    # Figures that differ are no row of the unit itself: they stand, and the pledges are in the text.
    assert standing(published) == {"returns": "Phụ lục"}
    (only,) = (each for each in annexes(ALL, published, "vi").values() if each is not None)
    assert (len(only.tables), only.title) == (1, "SỐ ĐÃ CÔNG BỐ KHÔNG KHỚP VỚI SỔ")


def test_annexes_that_stand_are_numbered_without_a_gap() -> None:
    year = paper_of(SAMPLE, "2021")  # with nothing to compare
    assert standing(year) == {
        "pledges": "Phụ lục I",
        "teams": "Phụ lục II",
        "standard": "Phụ lục III",
        "returns": "Phụ lục IV",
        "by-hand": "Phụ lục V",
    }
    assert list(annexes(ALL, year, "vi")) == [*ALL]


# What they are called --------------------------------------------------------------------------------------------


def test_what_annexes_are_called() -> None:
    year = paper_of(SAMPLE, "2022", "2021")
    assert title("comparison", year) == "SO SÁNH KẾT QUẢ HỘ GIA ĐÌNH KÝ CAM KẾT VỚI CÙNG KỲ NĂM TRƯỚC"
    month = paper_of(SAMPLE, "2021-08", "2021-07")
    assert title("comparison", month) == "SO SÁNH KẾT QUẢ HỘ GIA ĐÌNH KÝ CAM KẾT VỚI THÁNG 7/2021"
    assert title("by-hand", year) == "KẾT QUẢ MỘT SỐ MẶT CÔNG TÁC"


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2021", "(NĂM XÉT 2021, THEO THÔNG TƯ 23/2012/TT-BCA)"),
        ("2022", "(NĂM XÉT 2022, THEO THÔNG TƯ 124/2021/TT-BCA)"),
        ("2021-Q3", "(NĂM XÉT 2021, THEO THÔNG TƯ 23/2012/TT-BCA; TÍNH ĐẾN NGÀY 30/09/2021)"),  # schools have ended
        ("2021-11", "(TÍNH ĐẾN NGÀY 30/11/2021)"),  # one year has ended, of others another runs
    ],
)
def test_results_are_of_a_year_and_a_rule(period: str, end: str) -> None:
    assert title("standard", paper_of(SAMPLE, period)) == f"KẾT QUẢ XÉT TIÊU CHUẨN “AN TOÀN VỀ AN NINH, TRẬT TỰ” {end}"


# What stands where -----------------------------------------------------------------------------------------------


def test_results_of_a_closed_year_are_those_of_its_last_day() -> None:
    made = of("standard", paper_of(SAMPLE, "2021"))
    assert [cells(made, header, "Khu dân cư")[-1] for header in ("Thuộc diện xét", "Đạt", "Không đạt", "Chưa xét")] == [
        *("119", "17", "92", "10")
    ]
    assert cells(made, "Kết quả", "Cấp xã")[-1] == "1/17"
    assert cells(made, "Quyết định số", "Cấp xã")[0] == "25/QĐ-UBND (minh họa)"
    ids = {piece.id for line in made.lines for cell in line.cells for piece in cell if isinstance(piece, Number)}
    assert "standards.area.met@390:2021-10-31" in ids
    assert "standards.commune.met@390:2021-11-30" in ids
    assert not [each for each in ids if each.startswith("standards.") and each.endswith("2021-12-31")]


def test_who_registered_for_the_standard_stands_beside_its_results() -> None:
    month = paper_of(SAMPLE, "2021-08")
    assert not [group for group in groups(of("pledges", month)) if "đăng ký" in group]
    made, group = of("standard", month), "Hộ đăng ký KDC an toàn (tính đến ngày 31/08/2021)"
    parts = [cells(made, header, group) for header in ("Tổng số", "Đã đăng ký", "Tỷ lệ (%)")]
    assert [part[-1] for part in parts] == ["29.853", "1.490", "4,99"]
    # The second way: what the two communes have that registered.
    assert sum(int(each.replace(".", "")) for each in parts[1][:-1] if each) == 1490


def test_what_no_unit_has_is_said_of_the_whole_and_has_no_columns() -> None:
    commune = counted("cam-thuy-sample", "2021-08", None, "15139")
    made = of("pledges", commune)
    assert groups(made) == {"", "Hộ gia đình"}
    assert "Cấp xã" not in {column.header for column in made.columns}
    assert "rest" not in {line.style for line in made.lines}
    assert told(made) == [
        "Thống kê chung toàn xã: Học sinh (501/541); Cơ quan, tổ chức (1/5).",
        "Xếp thứ: theo tỷ lệ hộ gia đình ký cam kết.",
    ]
    numbers = [piece for piece in made.notes[0].pieces if isinstance(piece, Number)]
    assert [(each.id, each.part) for each in numbers] == [
        (f"pledges.{kind}@15139:2021-08-31", part) for kind in ("student", "organisation") for part in ("num", "den")
    ]
    # Where units have some of it, what is held above them has its line.
    assert "rest" in {line.style for line in of("pledges", paper_of(SAMPLE, "2021-08")).lines}


def test_returns_of_a_year_are_summed_over_its_months() -> None:
    year = paper_of(SAMPLE, "2021")
    made = of("returns", year)
    sums = [cells(made, header)[-1] for header in ("Phải gửi", "Đã nhận", "Đúng hạn", "Gửi muộn", "Chưa gửi")]
    months = [paper_of(SAMPLE, f"2021-{month:02}").returns for month in range(1, 13)]
    of_month = [each for found in months if found is not None for each in found.kinds]
    schools = [each for each in (year.returns.kinds if year.returns else []) if each.kind.id == "student"]
    by_hand = [
        sum(getattr(each, part) or 0 for each in [*of_month, *schools])
        for part in ("expected", "received", "on_time", "late", "missing")
    ]
    assert [int(each) for each in sums] == by_hand
    assert "chưa gửi: Hộ gia đình (tháng 4/2021, tháng 5/2021)" in cells(made, "Ghi chú")


def test_numbers_that_are_carried_on_are_told_once() -> None:
    made = table("pledges", paper_of(PUBLISHED, "2021-Q4"), "vi")
    assert made is not None
    assert told(made) == [
        (
            "Số liệu báo cáo ngày 31/08/2021, đến hết kỳ chưa có báo cáo mới: Cấp xã; Khu dân cư; Hộ gia đình; "
            "Học sinh; Cơ quan, doanh nghiệp, nhà trường."
        )
    ]


def test_all_of_a_report_names_one_day_of_a_merger() -> None:
    made = of("comparison", paper_of(SAMPLE, "2025-Q3", "2024-Q3"))
    assert "Số liệu các kỳ quy về địa giới ngày 01/07/2025." in [text_of(note.pieces) for note in made.notes]
