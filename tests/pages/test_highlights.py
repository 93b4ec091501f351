"""What a page shows before the text: in every state of a book, and nothing where nothing is known."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

import pytest

from antq_cli.core.figures import Figure
from antq_cli.core.paper import Paper
from antq_cli.core.report import (
    Block,
    Chart,
    Gap,
    Heading,
    Highlights,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Tile,
    Tiles,
    text_of,
)
from antq_cli.pages.paper import charts
from antq_cli.pages.paper.highlights import highlights
from tests.pages.papers import PUBLISHED, SAMPLE, paper_of
from tests.words.papers import everybody, nobody, nothing, put, sample

Kind = TypeVar("Kind", Tiles, Chart, Table)


def whole(lang: str = "vi") -> tuple[Paper, Highlights]:
    paper = paper_of(SAMPLE, "2021-08", "2021-07", "month")
    return paper, highlights(paper, (), 0, lang)


def named(shown: Highlights) -> dict[str, Section]:
    return {section.name: section for section in shown.sections}


def block(shown: Highlights, name: str, kind: type[Kind]) -> Kind:
    return next(each for each in named(shown)[name].blocks if isinstance(each, kind))


def tiles(shown: Highlights, name: str = "headline") -> dict[str, Tile]:
    return {tile.name: tile for tile in block(shown, name, Tiles).tiles}


def said(tile: Tile) -> list[str]:
    numbers = [number for number in (tile.rate, tile.target) if number is not None]
    return [text_of(tile.value), *(number.text for number in numbers), *map(text_of, tile.notes)]


def lines(table: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in line.cells] for line in table.lines]


# Headline figures -------------------------------------------------------------------------------------------------


def test_the_kind_that_has_a_target_comes_first_with_all_that_is_known_of_it() -> None:
    _, shown = whole()
    found = tiles(shown)
    assert [*found] == ["Hộ gia đình", "Xã, thị trấn", "Khu dân cư", "Học sinh", "Cơ quan, tổ chức"]
    assert said(found["Hộ gia đình"]) == [
        *("25.915/29.853", "86,81%", "95%"),
        *("còn thiếu 3.938", "+3.254 (+10,88 điểm %) so với tháng 7/2021"),
    ]
    assert said(found["Xã, thị trấn"]) == ["17/17", "100%"]  # nothing is missing, and nothing changed


def test_in_english_it_is_the_same() -> None:
    _, shown = whole("en")
    assert said(tiles(shown)["Households"]) == [
        *("25,915/29,853", "86.81%", "95%", "3,938 missing", "+3,254 (+10.88 points) since 7/2021")
    ]


def test_where_no_unit_has_a_number_households_still_come_first_and_what_is_not_known_is_left_out() -> None:
    shown = highlights(paper_of(PUBLISHED, "2021-08"), (), 0, "vi")
    assert [*named(shown)] == ["headline", "claims", "teams", "standard"]
    assert next(iter(tiles(shown))) == "Hộ gia đình"
    assert said(tiles(shown)["Học sinh"]) == ["9.855"]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("state", [nobody, everybody, nothing])
def test_it_stands_in_every_state_of_a_book(state: Callable[[Figure], Figure], lang: str) -> None:
    shown = highlights(put(sample(), state), (), 0, lang)
    first = block(shown, "headline", Tiles).tiles[0]
    if state is nothing:
        assert said(first) == ["-", "95%"]
        assert not {"coverage", "changed", "teams", "models", "standard"} & {*named(shown)}
    if state is nobody:
        assert first.rate is not None
        assert first.rate.value == "0.00"
    if state is everybody:
        assert {mark.rate.value for mark in block(shown, "coverage", Chart).marks if mark.rate} == {"100.00"}
        assert not any("thiếu" in each or "missing" in each for each in said(first))


def test_teams_models_the_standard_and_activities_are_told_with_what_is_known_of_them() -> None:
    _, shown = whole()
    assert said(tiles(shown, "teams")["Tổ an ninh trật tự"]) == [
        *("119", "782 thành viên", "có mặt ở 119/119 khu dân cư", "bình quân 250,9 hộ/tổ")
    ]
    assert {name: text_of(tile.value) for name, tile in tiles(shown, "activities").items()}["Tuyên truyền"] == "25 buổi"
    assert sum(tile.value[0].value for tile in tiles(shown, "models").values()) == 20  # type: ignore[union-attr,misc]
    assert said(tiles(shown, "standard")["Khu dân cư, năm xét 2021"]) == [
        *("17/119", "14,29%", "72 không đạt", "20 chờ quyết định", "10 chưa xét")
    ]
    registered = next(tile for name, tile in tiles(shown, "standard").items() if name.startswith("Hộ đăng ký"))
    assert not any("thiếu" in each for each in said(registered))  # nobody has to


# What changed -----------------------------------------------------------------------------------------------------


def test_what_changed_has_a_line_for_each_kind_and_nothing_is_compared_without_another_period() -> None:
    _, shown = whole()
    table = block(shown, "changed", Table)
    assert {column.group for column in table.columns} >= {"Đến 31/08/2021", "Đến 31/07/2021", "Trong kỳ"}
    (households,) = [line for line in lines(table) if line[0] == "Hộ gia đình"]
    assert households[1:9] == ["29.853", "25.915", "86,81", "29.844", "22.661", "75,93", "+3.254", "+9"]
    assert not any(column.sign for column in table.columns)
    assert "changed" not in named(highlights(paper_of(SAMPLE, "2021-08"), (), 0, "vi"))


# Charts -----------------------------------------------------------------------------------------------------------


def test_bars_go_from_the_highest_rate_to_the_lowest_and_the_table_beside_has_their_numbers() -> None:
    paper, shown = whole()
    chart = block(shown, "coverage", Chart)
    rates = [mark.rate for mark in chart.marks]
    exact = [Fraction(rate.figure.num or 0, rate.figure.den or 1) for rate in rates if rate is not None and rate.figure]
    assert len(exact) == 17
    assert exact == sorted(exact, reverse=True)
    assert [line[0] for line in lines(chart.table)][:17] == [mark.name for mark in chart.marks]
    assert [line[1] for line in lines(chart.table)][:17] == [
        rate.text.rstrip("%") for rate in rates if rate is not None
    ]
    assert (chart.target is not None and chart.target.text, chart.table.lines[-1].style) == ("95%", "total")
    assert all(word in chart.described for word in ("Xã Cẩm Yên (95,96%)", "Xã Cẩm Lương (78,66%)", "95%"))
    needed = {gap.figure.unit: gap.needed for gap in paper.gaps[0].ranked}
    told = [cell[0] for line in chart.table.lines[:17] if (cell := line.cells[3])]
    values = {each.id.partition("@")[2].partition(":")[0]: each.value for each in told if isinstance(each, Number)}
    assert values == needed
    assert sum(needed.values()) == 2459  # type: ignore[arg-type]


def test_of_more_units_than_anybody_reads_the_lowest_are_shown_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(charts, "MOST", 16)
    monkeypatch.setattr(charts, "LOWEST", 5)
    _, shown = whole()
    chart = block(shown, "coverage", Chart)
    assert [mark.name for mark in chart.marks][-1] == "Xã Cẩm Lương"
    assert len(chart.marks) == len([line for line in chart.table.lines if not line.style]) == 5
    assert text_of(chart.table.notes[0].pieces).startswith("Hiển thị 5/17 đơn vị có tỷ lệ thấp nhất")
    assert chart.described.startswith("Mỗi thanh là một trong 5/17 đơn vị")


def test_the_line_has_a_point_for_each_period_of_the_table_and_a_gap_before_anything_was_known() -> None:
    _, shown = whole()
    chart = block(shown, "trend", Chart)
    assert [mark.name for mark in chart.marks] == [line[0] for line in lines(chart.table)]
    assert [None if mark.rate is None else mark.rate.value for mark in chart.marks] == [
        *(None, None, "11.89", "30.32", "48.36", "62.51", "75.93", "86.81")
    ]
    assert "từ 3/2021 (11,89%) đến 8/2021 (86,81%)" in chart.described
    once = paper_of(PUBLISHED, "2021-08", None, "month")  # of one point there is no line
    assert "trend" not in named(highlights(once, (), 0, "vi"))


def test_of_two_years_that_are_cut_at_one_day_there_is_one_point() -> None:
    paper = paper_of(SAMPLE, "2021-08", "2021-07", "month")
    assert paper.trend is not None
    *others, last = paper.trend.points
    overlapping = last._replace(period=last.period._replace(name="2022", first=last.period.last))
    twice = paper._replace(trend=paper.trend._replace(points=[*others, last, overlapping]))
    chart = block(highlights(twice, (), 0, "vi"), "trend", Chart)
    assert len(chart.marks) == len(chart.table.lines) == 8


# Returns ----------------------------------------------------------------------------------------------------------


def test_who_owes_a_return_or_was_late_is_named_and_the_unit_itself_is_not() -> None:
    _, shown = whole()
    assert lines(block(shown, "late", Table)) == [
        ["Cẩm Long", "Hộ gia đình", "Tháng 8/2021", "gửi muộn", "13/09/2021"],
        ["Cẩm Yên", "Hộ gia đình", "Tháng 8/2021", "chưa gửi", ""],
        ["Cẩm Vân", "Hộ gia đình", "Tháng 8/2021", "không ghi ngày nhận", ""],
    ]
    assert "late" not in named(highlights(paper_of(PUBLISHED, "2021-08"), (), 0, "vi"))


# The text ---------------------------------------------------------------------------------------------------------


def text(*blocks: Block, closing: int = 0) -> list[str]:
    shown = highlights(paper_of(PUBLISHED, "2021-08"), blocks, closing, "vi").text
    return [text_of(each.pieces) for each in shown if isinstance(each, Heading | Paragraph)]


def heading(level: int, name: str) -> Heading:
    return Heading(level, [Text(name)])


def test_what_the_clerk_writes_is_not_on_a_page_and_neither_is_a_heading_of_nothing_else() -> None:
    asked, lacking = Gap("[tình hình]"), Gap("[chưa có số liệu: hộ]", missing=True)
    told = text(
        heading(1, "I"),
        heading(2, "1"),
        Paragraph([asked]),
        heading(2, "2"),
        Paragraph([lacking, Text(".")]),
        heading(1, "II"),
        heading(2, "3"),
        Paragraph([asked, Text("./.")]),
        heading(1, "III"),
        Paragraph([Text("Còn lại. "), asked]),
    )
    assert told == ["I", "2", "[chưa có số liệu: hộ].", "III", "Còn lại. "]


def test_the_sentence_that_closes_a_report_stands_beneath_no_heading() -> None:
    blocks: list[Block] = [heading(1, "V"), Paragraph([Gap("[kiến nghị]")]), Paragraph([Text("Trên đây là báo cáo.")])]
    assert text(*blocks, closing=1) == ["Trên đây là báo cáo."]
    assert text(*blocks) == ["V", "Trên đây là báo cáo."]


def test_it_says_whose_report_it_is_and_has_no_gap_for_that() -> None:
    paper = paper_of(SAMPLE, "2021-08")
    assert highlights(paper, (), 0, "vi").whose == "ỦY BAN NHÂN DÂN HUYỆN CẨM THỦY"
    assert highlights(paper._replace(issuer=None), (), 0, "vi").whose == "Huyện Cẩm Thủy"
    assert highlights(paper, (), 0, "en").whose == ""  # the subject says it


# Numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_number_has_a_place_of_its_own_and_no_number_stands_among_the_words(lang: str) -> None:
    _, shown = whole(lang)
    placed = [*shown.placed()]
    assert [place for place, _ in placed] == [f"page_{place:04}" for place in range(1, len(placed) + 1)]
    words = " ".join(text_of([piece for piece in pieces if isinstance(piece, Text)]) for pieces in shown.pieces)
    # Years, days, names of periods, numbers of lines, marks of who signed: none of them is the book's.
    words = re.sub(r"\d{2}/\d{2}/\d{4}|\d{1,2}/\d{4}|năm (?:xét )?\d{4}|year \d{4}|\b[12] ", " ", words)
    assert re.findall(r"\d+", words) == []
