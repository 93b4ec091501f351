"""The head and the foot of a report: as the decree lays them out, and what nobody can know left for the clerk."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from antq_cli.answers.paper import Wanted, paper
from antq_cli.answers.query import Query
from antq_cli.core.calendars import CIVIL, Period, parse_span
from antq_cli.core.paper import Paper
from antq_cli.core.report import Gap, Number, Pieces, Text, text_of
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.pages.paper.footnotes import footnotes
from antq_cli.pages.paper.head import head, signature
from antq_cli.pages.paper.making import Making
from antq_cli.reading.book import open_book
from tests.cli.harness import PUBLISHED, SAMPLE
from tests.helpers import dataset_of, manifest, table, units

NUMBER = "Số:" + "\u00a0" * 6
VI = Making("vi")
MOVEMENT = ["Kết quả ký cam kết và xây dựng phong trào"]
NAMED = "“Toàn dân bảo vệ an ninh Tổ quốc”"


@cache
def counted(folder: Path, span: str, unit: str | None = None) -> Paper:
    period, dataset = of(span), Dataset(open_book(str(folder), Path()))
    number = None if unit is None else dataset.map(period.last).unit(unit)
    return made(dataset, Query(period.last, number, None, period=period))


def made(dataset: Dataset, asked: Query) -> Paper:
    return paper(Figures(dataset), Wanted(asked, None, CIVIL), {})


def of(span: str) -> Period:
    parsed = parse_span(span)
    assert parsed is not None
    period = CIVIL.period(parsed)
    assert period is not None
    return period


def gaps(*several: Pieces) -> list[str]:
    return [piece.text for pieces in several for piece in pieces if isinstance(piece, Gap)]


def test_the_head_is_that_of_the_decree() -> None:
    found = head(counted(SAMPLE, "2021-08"), VI, "vi")
    assert found.national == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert [*found.superior, *map(text_of, found.body)] == ["ỦY BAN NHÂN DÂN", "HUYỆN CẨM THỦY"]
    assert text_of(found.number) == f"{NUMBER}/BC-UBND"
    assert text_of(found.dated) == "Cẩm Thủy, ngày … tháng … năm …"
    assert (found.kind, list(found.subject)) == ("BÁO CÁO", [*MOVEMENT, f"{NAMED} tháng 8/2021"])
    assert found.warning == "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT"
    assert gaps(found.number, found.dated, found.to) == [NUMBER, "ngày … tháng … năm …", "[cơ quan nhận báo cáo]"]


def test_a_paper_of_2021_has_the_head_of_2021_after_the_districts_are_gone() -> None:
    before, after = (counted(SAMPLE, span) for span in ("2021-08", "2025-Q3"))
    assert [text_of(line) for line in head(before, VI, "vi").body][-1] == "HUYỆN CẨM THỦY"
    assert (after.where.code, after.issuer) == ("cam-thuy", None)  # a group of communes issues nothing
    assert counted(SAMPLE, "2021-08", "15148").issuer is None  # nor did the commune that bore the code of another
    commune = counted(SAMPLE, "2025-Q3", "15148")
    assert [text_of(line) for line in head(commune, VI, "vi").body] == ["ỦY BAN NHÂN DÂN", "XÃ CẨM TÚ"]


def test_where_nobody_fits_all_of_it_is_left_for_the_clerk() -> None:
    group = counted(SAMPLE, "2025-Q3")
    found, beneath = head(group, VI, "vi"), signature(group, "vi")
    assert (found.superior, found.national[1]) == ([], "Độc lập - Tự do - Hạnh phúc")
    assert gaps(*found.body, found.number, found.dated) == [
        "[tên cơ quan]",
        NUMBER,
        "[ký hiệu]",
        "[địa danh]",
        "ngày … tháng … năm …",
    ]
    assert (beneath.authority, gaps(beneath.signatory)) == ([], ["[thẩm quyền ký, chức vụ, họ và tên]"])
    assert [text_of(line) for line in beneath.recipients] == [
        "- Như trên;",
        "- [nơi nhận khác];",
        "- Lưu: VT, [đơn vị soạn thảo].",
    ]


def test_who_signs_is_never_named_and_the_last_recipient_ends_with_a_point() -> None:
    found = signature(counted(SAMPLE, "2021-08"), "vi")
    assert tuple(found.authority) == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (found.signatory, found.received_title) == ([Gap("[họ và tên]")], "Nơi nhận:")
    assert found.recipients[-1] == [Text("- "), Text("Lưu: VT, "), Gap("[CA]"), Text(".")]
    assert [text_of(line)[-1] for line in found.recipients] == [";", ";", ";", "."]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_the_day_of_signing_is_padded_as_the_decree_has_it(day: date, said: str) -> None:
    found = head(counted(PUBLISHED, "2021"), Making("vi", dated=day), "vi")
    assert (text_of(found.dated), gaps(found.dated)) == (f"Cẩm Thủy, {said}", [])


@pytest.mark.parametrize(
    ("span", "making", "subject"),
    [
        ("2021-Q3", VI, [*MOVEMENT, f"{NAMED} quý III/2021"]),
        ("2021-H1", VI, [*MOVEMENT, f"{NAMED} 6 tháng đầu năm 2021"]),
        ("2021", VI, [*MOVEMENT, f"{NAMED} năm 2021"]),
        (
            "2021-08",
            Making("vi", template="festival"),
            ["Kết quả tổ chức", "“Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2021"],
        ),
        ("2021-08", Making("vi", "Kết quả\n công tác \n\ntháng 8"), ["Kết quả", "công tác", "tháng 8"]),
    ],
)
def test_the_subject_says_what_and_of_when(span: str, making: Making, subject: list[str]) -> None:
    found = head(counted(PUBLISHED, "2021")._replace(period=of(span)), making, "vi")
    assert (list(found.subject), found.warning) == (subject, "")  # what was published is no illustration


def test_without_a_period_or_a_name_of_one_the_subject_has_days() -> None:
    whole = counted(PUBLISHED, "2021")
    days = Period(date(2021, 8, 1), date(2021, 8, 15))
    said = [head(whole._replace(period=period), VI, "vi").subject[1:] for period in (None, days)]
    assert said == [
        [NAMED, "tính đến ngày 31/12/2021"],
        [NAMED, "từ ngày 01/08/2021 đến hết ngày 15/08/2021"],
    ]


def test_english_is_plain() -> None:
    of_book = counted(SAMPLE, "2021-08")
    found = head(of_book, Making("en", dated=date(2021, 9, 5)), "en")
    assert not any((found.national, found.superior, found.body, found.number, found.to))
    assert list(found.subject)[1:] == ["“All People Protect National Security”, 8/2021", "Cẩm Thủy (district)"]
    assert (text_of(found.dated), found.warning) == ("05/09/2021", "ILLUSTRATIVE FIGURES - NOT REAL DATA")
    assert not any(signature(of_book, "en"))
    assert head(of_book, Making("en", "Progress"), "en").subject == ["Progress"]


# Foot-notes --------------------------------------------------------------------------------------------------------


def test_published_figures_say_where_they_come_from() -> None:
    (found,) = footnotes(counted(PUBLISHED, "2021"), "vi")
    assert text_of(found.pieces) == "Số liệu đã công bố; nguồn: Báo Thanh Hóa 141626 (08/2021)."
    assert footnotes(counted(SAMPLE, "2021-08"), "vi") == []


def test_five_sources_are_named_and_that_there_are_more() -> None:
    many = counted(PUBLISHED, "2021")._replace(sources=[f"S{n}" for n in range(6)])
    told = [text_of(footnotes(each, "vi")[0].pieces) for each in (many, many._replace(sources=many.sources[:5]))]
    assert told == [
        "Số liệu đã công bố; nguồn: S0; S1; S2; S3; S4 và các nguồn khác.",
        "Số liệu đã công bố; nguồn: S0; S1; S2; S3; S4.",
    ]


def test_rows_that_are_left_out_are_told_with_the_figures_that_lack_them(tmp_path: Path) -> None:
    lines = ["2021-01-01,1,pledges.household,5,9,,,A,", "2021-02-31,1,pledges.household,6,9,,,B,"]
    files = {
        "antq.toml": manifest('[pledges.household]\nsource = "returns"\ngrain = "commune"\n').replace(
            "synthetic", "published"
        ),
        "units": units("D,Huyện,district", "1,Xã,commune,D"),
        "returns": table("date,unit,measure,count,total,received,sheet,source,note", *lines),
    }
    found = made(dataset_of(tmp_path, files), Query(date(2021, 8, 31), None, None))
    left_out, sources = footnotes(found, "vi")
    (number,) = (piece for piece in left_out.pieces if isinstance(piece, Number))
    assert number.figure is not None
    assert (number.id, number.part, number.value, number.text) == (
        *("pledges.household@D:2021-08-31", "left_out"),
        *(number.figure.record()["left_out"], "01"),
    )
    assert text_of(left_out.pieces).endswith("xếp được vào đơn vị: hộ gia đình 01.")
    assert text_of(sources.pieces) == "Số liệu đã công bố; nguồn: A."  # the row that cannot be read counts for nothing
    assert text_of(footnotes(found, "en")[0].pieces).endswith("not counted: households 1.")
