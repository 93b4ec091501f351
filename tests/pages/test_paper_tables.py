"""The tables and annexes of a report: every number is that of its figure, and what a table lacks is said beneath it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from time import process_time

import pytest

from antq_cli.core.issuers import Issuer
from antq_cli.core.measures import parse_figure
from antq_cli.core.outline import TABLES
from antq_cli.core.paper import Paper
from antq_cli.core.ratio import Ratio
from antq_cli.core.report import Annex, Gap, Line, Number, Table, text_of
from antq_cli.pages.paper.tables import annex, roman, table
from tests.cli.harness import run
from tests.helpers import manifest, padded, units, write_book
from tests.pages.papers import PUBLISHED, SAMPLE, paper_of

# The sample before and after the merger, and the published book, of which all numbers are the district's.
PAPERS = {
    "month": (SAMPLE, "2021-08", "2020-08", "month"),
    "merged": (SAMPLE, "2025", "2024", "quarter"),
    "published": (PUBLISHED, "2021-08", "2020-08", None),
}


def paper(name: str) -> Paper:
    return paper_of(*PAPERS[name])


def annexes(found: Paper, lang: str = "vi") -> Iterator[tuple[str, Annex]]:
    for nth, name in enumerate(TABLES, 1):
        made = annex(name, found, lang, nth)
        if made is not None:
            yield name, made


@cache
def tables(name: str, lang: str = "vi") -> list[tuple[str, Table]]:
    return [(which, each) for which, made in annexes(paper(name), lang) for each in made.tables]


def numbers_of(made: Table) -> Iterator[Number]:
    pieces = (piece for line in made.lines for cell in line.cells for piece in cell)
    beneath = (piece for note in made.notes for piece in note.pieces)
    yield from (piece for piece in (*pieces, *beneath) if isinstance(piece, Number))


def only(line: Line, column: int) -> Number | None:
    """The number of a cell that is nothing else."""
    cell = line.cells[column]
    return cell[0] if len(cell) == 1 and isinstance(cell[0], Number) else None


def cells(made: Table, header: str, group: str = "") -> list[str]:
    """What a column says, line by line."""
    named = [(column.group, column.header) for column in made.columns]
    return [text_of(line.cells[named.index((group, header))]) for line in made.lines]


def told(made: Table) -> list[str]:
    return [text_of(note.pieces) for note in made.notes]


def of(name: str, found: Paper, lang: str = "vi") -> Table:
    made = table(name, found, lang)
    assert made is not None
    return made


# Numbers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_every_number_is_that_of_its_figure_and_written_as_it_is(name: str) -> None:
    """One of no figure has an id that is none, and says the same wherever it stands."""
    derived: dict[tuple[str, str], object] = {}
    compared = 0
    for where, made in tables(name):
        for number in numbers_of(made):
            if number.figure is None:
                assert parse_figure(number.id) is None, number
                assert re.fullmatch(r"[\w.-]+@[\w-]+:[\d.~-]+", number.id), number
                assert derived.setdefault((number.id, number.part), number.value) == number.value, (where, number)
            else:
                assert number.id == number.figure.figure
                assert number.figure.record(flowing=number.part == "straddling")[number.part] == number.value
                compared += 1
            written = re.sub(r"[.,]", lambda mark: {".": "", ",": "."}[mark[0]], number.text.removeprefix("+"))
            assert written == str(number.value).removeprefix("+"), number
    assert compared > {"published": 15}.get(name, 200)


def test_pledges_are_those_of_the_command() -> None:
    told = run(f"-b {SAMPLE} pledges summary --by commune --period 2021-08 -f json").json
    rows = {row["figure"]: row for row in [*told["rows"], *told["totals"]]}
    of_figures = [each for each in numbers_of(of("pledges", paper("month"))) if each.figure is not None]
    assert len(of_figures) > 230
    assert [each for each in of_figures if rows[each.id][each.part] != each.value] == []
    above = next(row for row in told["rows"] if row["figure"] is None and row["measure"] == "pledges.organisation")
    derived = [each for each in numbers_of(of("pledges", paper("month"))) if each.figure is None]
    assert {each.id for each in derived} == {"pledges.organisation.above@390:2021-08-31"}
    assert {each.part: each.value for each in derived} == {part: above[part] for part in ("den", "num", "percent")}


@pytest.mark.parametrize("name", PAPERS)
def test_totals_are_the_sums_of_the_lines(name: str) -> None:
    """Of counts; where a unit is not known the total is that of the others, and no rate is the sum of rates."""
    summed = 0
    for where, made in tables(name):
        if not made.lines or made.lines[-1].style != "total":
            continue
        for column in range(2, len(made.columns)):
            whole = only(made.lines[-1], column)
            if whole is not None and whole.part not in ("percent", "points", "each"):
                above = [(only(line, column), text_of(line.cells[column])) for line in made.lines[:-1]]
                parts = [1 if text == "x" else int(number.value) if number else 0 for number, text in above]
                assert sum(parts) == whole.value, (where, made.columns[column], whole)
                summed += 1
    assert summed > {"published": -1}.get(name, 25)


@pytest.mark.parametrize("name", PAPERS)
def test_a_column_is_made_of_those_that_its_sign_names(name: str) -> None:
    checked = 0
    for _, made in tables(name):
        place = {column.sign.partition("=")[0]: number for number, column in enumerate(made.columns)}
        assert list(place) == [*"AB", *map(str, range(1, len(made.columns) - 1))]
        for column, each in enumerate(made.columns):
            _, made_of, formula = each.sign.partition("=")
            for line in made.lines if made_of else []:
                checked += _agrees(line, column, formula, place)
    assert checked >= {"published": 4}.get(name, 70)


def _agrees(line: Line, column: int, formula: str, place: dict[str, int]) -> bool:
    """Whether a cell was compared: that it is what the formula makes of the others, where all of them are known."""
    keys = re.split(r"[-+/]", formula)
    if "…" in keys:
        keys = [str(key) for key in range(int(keys[0]), int(keys[-1]) + 1)]
    parts = [only(line, place[key]) for key in keys]
    whole = only(line, column)
    if whole is None or None in parts:
        return False
    values = [int(part.value) for part in parts if part is not None]
    if "/" in formula:
        assert whole.value == Ratio(*values).percent()
    else:
        assert whole.value == (values[0] - values[1] if "-" in formula else sum(values))
    return True


def test_both_languages_have_the_same_numbers() -> None:
    for name in PAPERS:
        pairs = zip(tables(name, "vi"), tables(name, "en"), strict=True)
        for (one, vi), (other, en) in pairs:
            assert one == other
            assert [number[:3] for number in numbers_of(vi)] == [number[:3] for number in numbers_of(en)]
    english = of("pledges", paper("month"), "en")
    assert "25,915" in cells(english, "Signed", "Households")
    assert cells(english, "Unit")[0] == "Phong Sơn"


# How it is laid out ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_tables_are_whole(name: str) -> None:
    """A cell a column, columns of a group beside each other, and no word of machines in a Vietnamese one."""
    for where, made in tables(name):
        assert {len(line.cells) for line in made.lines} == {len(made.columns)}
        groups = [group for group, _ in groupby(column.group for column in made.columns) if group]
        assert len(groups) == len(set(groups)), where
        text = " ".join(
            [*map(str, made.columns), *told(made), *(text_of(each) for line in made.lines for each in line.cells)]
        )
        assert not re.search(r"pledges\.|standards\.|household|commune|csv|—", text), where
        assert all(column.weight >= 6 for column in made.columns)


def test_annex_one_is_that_of_the_office() -> None:
    made = of("pledges", paper("month"))
    heads = [(column.group, column.header, column.sign) for column in made.columns[:8]]
    assert heads == [
        ("", "STT", "A"),
        ("", "Đơn vị", "B"),
        ("Hộ gia đình", "Tổng số", "1"),
        ("Hộ gia đình", "Đã ký", "2"),
        ("Hộ gia đình", "Tỷ lệ (%)", "3=2/1"),
        ("Hộ gia đình", "Còn thiếu", "4=1-2"),
        ("", "Cấp xã đã ký", "5"),
        ("Khu dân cư", "Tổng số", "6"),
    ]
    first, *_, rest, whole = ([text_of(cell) for cell in line.cells] for line in made.lines)
    assert first[:8] == ["1", "Thị trấn Phong Sơn", "5.106", "4.418", "86,53", "688", "x", "16"]
    assert first[-2:] == ["9", ""]
    assert (made.lines[-2].style, rest[:3]) == ("rest", ["", "Trực thuộc cấp trên", ""])
    assert (made.lines[-1].style, whole[:7]) == ("total", ["", "TỔNG CỘNG", "29.853", "25.915", "86,81", "3.938", "17"])
    assert [column.header for column in made.columns[-2:]] == ["Xếp thứ", "Ghi chú"]
    assert len(made.lines) == 17 + 2
    assert told(made) == ["Xếp thứ: theo tỷ lệ hộ gia đình ký cam kết."]
    # What is compared stands right; a number of order, a mark and a place stand in the middle.
    assert [column.header for column in made.columns if not column.numeric] == [
        *("STT", "Đơn vị", "Cấp xã đã ký", "Xếp thứ", "Ghi chú")
    ]


def test_the_other_annexes_are_those_of_the_office() -> None:
    month = paper("month")
    teams, standard = of("teams", month), of("standard", month)
    assert cells(teams, "Hộ/tổ", "Tổ an ninh xã hội")[-1] == "23,2"
    assert cells(teams, "Tổng số điểm", "Mô hình (số điểm)")[-1] == "20"
    assert "Tổ bảo vệ an ninh, trật tự" not in {column.group for column in teams.columns}  # from 01/07/2024 on
    results = {column.header: cells(standard, column.header, "Khu dân cư")[-1] for column in standard.columns[2:8]}
    assert [*results.values()] == ["119", "17", "72", "20", "10", "14,29"]
    assert cells(standard, "Kết quả", "Cấp xã")[::18] == ["chờ quyết định", "0/17"]
    assert told(standard)[-1].startswith("Thông tư 23/2012/TT-BCA, năm xét 2021: Khu dân cư (từ 31/10/2020")
    compared = of("comparison", paper("merged"))
    assert {column.group for column in compared.columns} >= {"Đến 31/12/2025", "Đến 31/12/2024", "Trong kỳ"}
    assert "Số liệu các kỳ quy về địa giới ngày 01/07/2025." in told(compared)
    returns = of("returns", month)
    assert [cells(returns, header)[-1] for header in ("Phải gửi", "Đã nhận", "Đúng hạn", "Gửi muộn")] == [
        "17",
        "16",
        "14",
        "1",
    ]
    assert cells(returns, "Chênh lệch", "Hộ gia đình")[2:5] == ["+309", "0", "+45"]
    assert "chưa gửi: Hộ gia đình" in cells(returns, "Ghi chú")


def test_decisions_stand_beside_the_results_of_units() -> None:
    standard = of("standard", paper_of(SAMPLE, "2021-11"))
    assert cells(standard, "Kết quả", "Cấp xã")[0] == "không đạt"
    assert cells(standard, "Quyết định số", "Cấp xã")[0] == "25/QĐ-UBND (minh họa)"
    assert cells(standard, "Quyết định số", "Cấp xã")[-1] == ""


def test_claims_that_differ_stand_below_the_returns() -> None:
    made = annex("returns", paper("month"), "vi", 5)
    assert made is not None
    assert [each.caption for each in made.tables] == [
        "Tình hình gửi báo cáo số liệu (Tháng 8/2021)",
        "Số đã công bố không khớp với sổ",
    ]
    claims = made.tables[1]
    assert cells(claims, "Số công bố") == ["4.436/5.106", "90%"]
    assert cells(claims, "Theo sổ") == ["4.418/5.106", "86,81%"]
    assert cells(claims, "Chênh lệch") == ["+18 hộ", "+953 hộ"]
    assert cells(claims, "Chỉ tiêu")[0] == "Hộ gia đình, Phong Sơn (tính đến ngày 31/08/2021)"
    # Without a period nobody knows which returns; what was published differs all the same.
    without = paper("month")._replace(period=None, returns=None)
    stock = annex("returns", without, "vi", 5)
    assert stock is not None
    assert (stock.title, stock.tables[0].caption) == ("SỐ ĐÃ CÔNG BỐ KHÔNG KHỚP VỚI SỔ", "")
    assert table("returns", without, "vi") is None


def test_what_is_only_known_of_the_whole_is_one_line_of_it() -> None:
    found = {name: made for name, made in tables("published") if name not in ("claims", "returns")}
    assert {name: len(made.lines) for name, made in found.items()} == dict.fromkeys(
        ("pledges", "teams", "standard", "by-hand"), 1
    )
    made = found["pledges"]
    assert cells(made, "Đơn vị") == ["Huyện Cẩm Thủy"]
    assert cells(made, "Đã ký", "Học sinh") == ["9.855"]
    # Nobody published of how many, so no column asks.
    assert [column.header for column in made.columns if column.group == "Học sinh"] == ["Đã ký"]
    assert "Chưa có số liệu: Cơ quan, Doanh nghiệp, Nhà trường." in told(found["standard"])
    assert table("comparison", paper("published"), "vi") is None
    assert table("comparison", paper_of(PUBLISHED, "2026-H1", "2025-H1"), "vi") is None  # known then, and not now
    assert table("trend", paper("published"), "vi") is None


def test_a_trend_has_a_line_a_period() -> None:
    found = annex("trend", paper("merged"), "vi", 1)
    assert found is not None
    (made,) = found.tables
    assert cells(made, "Quý") == ["I/2025", "II/2025", "III/2025", "IV/2025"]
    assert cells(made, "Tính đến")[-1] == "31/12/2025"
    assert cells(made, "Đã ký", "Cấp xã") == ["17", "17", "3", "5"]


def test_within_the_text_a_trend_has_as_few_columns_as_can_be_read() -> None:
    """How many of each kind signed that is no unit and does not lapse; what is behind a dash is said beneath."""
    made = of("trend", paper_of(SAMPLE, "2021", every="month"))
    assert [(column.group, column.header, column.sign) for column in made.columns] == [
        ("", header, "")
        for header in (
            *("Tháng", "Hộ gia đình đã ký", "Tỷ lệ (%)"),
            *("Khu dân cư đã ký", "Học sinh đã ký", "Cơ quan, tổ chức đã ký"),
        )
    ]
    lines = [[text_of(cell) for cell in line.cells] for line in made.lines]
    assert (len(lines), lines[1], lines[4]) == (
        12,
        ["2/2021", "-", "-", "-", "-", "-"],
        ["5/2021", "14.422", "48,36", "81", "819", "15"],
    )
    assert told(made) == [
        "Dấu “-”: chưa có số liệu.",
        "Trước tháng 3/2021 chưa triển khai: Hộ gia đình; Khu dân cư; Cơ quan, tổ chức.",
        "Học sinh, tháng 5/2021 - tháng 7/2021: số liệu của 10/55 đơn vị đã báo cáo.",
    ]
    # Of what is only reported nobody can say that it had not begun; of what was always known there is nothing to say.
    for others in (paper_of(PUBLISHED, "2021", every="month"), paper("merged")):
        assert not [note for note in told(of("trend", others)) if "chưa triển khai" in note]


def test_a_clerk_writes_what_the_book_cannot_hold() -> None:
    made = of("by-hand", paper("month"))
    assert cells(made, "Buổi", "Tuyên truyền")[-1] == "25"
    assert set(cells(made, "Phân loại phong trào")) == {"[…]", ""}
    gaps = [piece for line in made.lines for cell in line.cells for piece in cell if isinstance(piece, Gap)]
    assert len(gaps) == 18 * 3
    assert {gap.missing for gap in gaps} == {False}
    assert "Tuyên truyền: không tính 1 dòng lấn sang kỳ khác." in told(made)
    # A book without any activities leaves all of it to the clerk.
    bare = of("by-hand", paper("published"))
    assert {text_of(cell) for cell in bare.lines[0].cells[2:]} == {"[…]"}


# What it is attached to -----------------------------------------------------------------------------------------


def test_an_annex_says_what_it_is_attached_to() -> None:
    made = annex("pledges", paper("month")._replace(issuer=None), "vi", 1)
    assert made is not None
    assert (made.number, made.title) == ("Phụ lục I", "KẾT QUẢ KÝ CAM KẾT (TÍNH ĐẾN NGÀY 31/08/2021)")
    assert text_of(made.attached) == ("(Kèm theo Báo cáo số […]/[…] ngày […] tháng […] năm […] của [tên cơ quan])")
    assert made.tables[0].caption == ""
    issuer = Issuer(unit="390", body=("ỦY BAN NHÂN DÂN", "HUYỆN"), name="UBND huyện", place="X", symbol="/BC-UBND")
    signed = annex("pledges", paper("month")._replace(issuer=issuer), "vi", 4, date(2021, 2, 5))
    assert signed is not None
    assert (signed.number, text_of(signed.attached)) == (
        "Phụ lục IV",
        "(Kèm theo Báo cáo số […]/BC-UBND ngày 05 tháng 02 năm 2021 của UBND huyện)",
    )
    assert [piece for piece in signed.attached if isinstance(piece, Gap)] == [Gap("[…]")]
    english = annex("pledges", paper("month"), "en", 2)
    assert english is not None
    assert (english.number, english.title) == ("Annex II", "Pledges on 31/08/2021")
    assert [roman(number) for number in (3, 8, 9, 14)] == ["III", "VIII", "IX", "XIV"]


# States ---------------------------------------------------------------------------------------------------------

KINDS = """
[pledges.household]
source = "returns"
grain = "commune"
[pledges.student]
source = "returns"
grain = "district"
[pledges.organisation]
source = "returns"
grain = "commune"
"""


def returned(folder: Path, *lines: str, communes: int = 5) -> Paper:
    """A district of some communes with some returns, on the day of which it is all."""
    write_book(
        folder,
        {
            "antq.toml": manifest(KINDS, campaign="as_of = 2021-08-31\n"),
            "units": units("D,Huyện,district", *(f"{n:04},X{n},commune,D" for n in range(1, communes + 1))),
            "returns": padded("date,unit,measure,count,total", *(f"2021-08-31,{line}" for line in lines)),
        },
    )
    return paper_of(folder, "2021-08")


def test_what_is_not_known_is_no_zero_and_said(tmp_path: Path) -> None:
    found = returned(
        tmp_path,
        *("0001,pledges.household,5,10", "0002,pledges.household,0,0", "0003,pledges.household,1,3"),
        *("0004,pledges.household,abc,7", "D,pledges.student,8,9"),
    )
    made = of("pledges", found)
    columns = [cells(made, header, "Hộ gia đình") for header in ("Tổng số", "Đã ký", "Tỷ lệ (%)", "Còn thiếu")]
    assert [*zip(*columns, strict=True)] == [
        ("10", "5", "50,00", "5"),
        ("0", "0", "", ""),  # of nobody there is no rate
        ("3", "1", "33,33", "2"),
        ("-", "-", "-", "-"),  # the row could not be read
        ("-", "-", "-", "-"),  # nothing was sent
        ("13", "6", "46,15", "-"),
    ]
    assert not [column for column in made.columns if column.group == "Học sinh"]  # of no unit there is a number
    assert cells(made, "Xếp thứ") == ["1", "", "2", "", "", ""]
    assert cells(made, "Ghi chú")[3:5] == ["có 1 dòng không tính được (Hộ gia đình)", "chưa báo cáo (Hộ gia đình)"]
    assert told(made) == [
        "Dấu “-”: chưa có số liệu.",
        "Chưa có số liệu: Cơ quan, doanh nghiệp, nhà trường.",
        "Hộ gia đình: số liệu của 3/5 đơn vị đã báo cáo.",
        "Hộ gia đình: không tính 1 dòng chưa đọc được hoặc chưa xếp được vào đơn vị.",
        "Thống kê chung toàn district: Học sinh (8/9).",
        "Xếp thứ: theo tỷ lệ hộ gia đình ký cam kết.",
    ]
    noted = [(each.id, each.part, each.value) for each in numbers_of(made) if each.part in ("reported", "left_out")]
    at = "pledges.household@{}:2021-08-31".format
    assert noted == [(at("0004"), "left_out", 1), (at("D"), "reported", 3), (at("D"), "left_out", 1)]


def test_equal_rates_share_a_place_and_nearly_equal_ones_do_not(tmp_path: Path) -> None:
    rates = ("1,2", "5000,10000", "2,3", "66666666,99999999", "66666665,99999999")
    found = returned(tmp_path, *(f"{n:04},pledges.household,{rate}" for n, rate in enumerate(rates, 1)))
    assert cells(of("pledges", found), "Xếp thứ") == ["4", "4", "1", "1", "3", ""]


def test_what_is_masked_is_neither_told_nor_unknown() -> None:
    month = paper("month")
    pledges = month.of_family("pledges")[0]
    hidden = [
        row._replace(state="suppressed", num=None, percent=None) if row.unit == "15133" else row for row in pledges.rows
    ]
    others = [each for each in month.summaries if each is not pledges]
    made = of("pledges", month._replace(summaries=[pledges._replace(rows=hidden), *others]))
    assert cells(made, "Đã ký", "Hộ gia đình")[:3] == ["4.418", "…", "1.666"]
    assert told(made)[0] == "Ô có dấu “…”: số nhỏ đã được ẩn."


def test_units_put_together_anew_are_marked() -> None:
    month = paper("month")
    pledges = month.of_family("pledges")[0]
    rows = [row._replace(regrouped=("15127",)) if row.unit == "15133" else row for row in pledges.rows]
    others = [each for each in month.summaries if each is not pledges]
    made = of("pledges", month._replace(summaries=[pledges._replace(rows=rows), *others]))
    assert cells(made, "Đơn vị")[:3] == ["Thị trấn Phong Sơn", "Xã Cẩm Thành *", "Xã Cẩm Quý"]
    assert told(made)[0].startswith("* theo địa giới ngày 31/08/2021")


# Time -----------------------------------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """The least that a work took of the processor in three tries."""
    tries = []
    for _ in range(3):
        begun = process_time()
        work()
        tries.append(process_time() - begun)
    return min(tries)


def test_a_table_takes_as_long_as_it_has_lines(tmp_path: Path) -> None:
    """Ten times the units take ten times as long, or less; were each looked for among all, a hundred times."""
    few, many = (
        returned(
            tmp_path / str(n), *(f"{each:04},pledges.household,{each},900" for each in range(1, n + 1)), communes=n
        )
        for n in (60, 600)
    )
    assert len(of("pledges", many).lines) == 600 + 1
    for name in ("pledges", "returns", "by-hand"):
        assert seconds(partial(table, name, many, "vi")) < 30 * seconds(partial(table, name, few, "vi"))
