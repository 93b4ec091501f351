"""What a report begins with, what is compared, old returns, and how clauses are put together."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure
from antq_cli.core.issuers import Issuer
from antq_cli.core.measures import Measure
from antq_cli.core.outline import PASSAGES
from antq_cli.core.paper import Paper
from antq_cli.core.registers import Directive
from antq_cli.core.report import Clause, Gap, Number, Pieces, Statement, Text, text_of
from antq_cli.words.passages import clause, finished, passage
from antq_cli.words.passages.telling import numbered
from tests.words.papers import State, counted, nobody, nothing, old, put, sample


def said(name: str, found: Paper) -> list[str]:
    return [text_of(pieces) for pieces in passage(name, found, "vi")]


# On what a report rests ------------------------------------------------------------------------------------------

ACTS = [
    Directive(number="09-CT/TW", date=date(2011, 12, 1), issuer="Ban Bí thư", title="Chỉ thị 09-CT/TW “Tăng cường”"),
    Directive(number="10", issuer="Chủ tịch UBND tỉnh", title="Chỉ thị số 10"),
    Directive(number="375", issuer="UBND tỉnh", title="Khu dân cư an toàn", date=date(2019, 1, 2)),
    Directive(number="48", issuer="Bộ Công an", title="Kế hoạch thực hiện “Chỉ thị 48”"),
]
OFFICE = Issuer(unit="390", body=("UBND",), name="Ủy ban nhân dân huyện", place="Cẩm Thủy", symbol="/BC-UBND")


def test_directives_are_cited_as_they_are_written_and_nothing_is_invented() -> None:
    found = sample()._replace(directives=ACTS, issuer=OFFICE)
    assert said("opening", found) == [
        (
            "Thực hiện Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư “Tăng cường”; Chỉ thị số 10 của Chủ tịch "
            "UBND tỉnh; Khu dân cư an toàn (số 375 ngày 02/01/2019 của UBND tỉnh); Kế hoạch thực hiện “Chỉ thị 48” "
            "(số 48 của Bộ Công an), Ủy ban nhân dân huyện báo cáo kết quả tháng 8/2021 như sau (số liệu tính đến ngày "
            "31/08/2021):"
        )
    ]
    assert said("closing", found)[0].startswith("Trên đây là báo cáo kết quả tháng 8/2021; Ủy ban nhân dân huyện trân")


@pytest.mark.parametrize(
    ("period", "basis", "expected"),
    [
        (
            Period(date(2025, 12, 15), date(2026, 6, 14), "2026-H1", "report"),
            None,
            (
                "[tên cơ quan] báo cáo kết quả 6 tháng đầu năm 2026 như sau (số liệu tính đến ngày 31/08/2021, thời "
                "gian chốt số liệu theo Điều 12 Nghị định số 09/2019/NĐ-CP, kỳ báo cáo từ ngày 15/12/2025 đến hết "
                "ngày 14/06/2026):"
            ),
        ),
        (None, None, "[tên cơ quan] báo cáo kết quả như sau (số liệu tính đến ngày 31/08/2021):"),
        (
            Period(date(2021, 8, 1), date(2021, 8, 31)),
            date(2021, 1, 1),
            (
                "[tên cơ quan] báo cáo kết quả từ ngày 01/08/2021 đến hết ngày 31/08/2021 như sau (số liệu tính đến "
                "ngày 31/08/2021, theo địa giới ngày 01/01/2021):"
            ),
        ),
    ],
)
def test_the_day_of_the_figures_is_said_and_by_which_law_it_closes(
    period: Period | None, basis: date | None, expected: str
) -> None:
    found = sample()._replace(directives=(), period=period, issuer=None)
    assert said("opening", found._replace(basis=basis or found.as_of)) == [expected]


def test_what_is_compared_with_is_called_by_its_name() -> None:
    def begins(period: Period | None, before: Period) -> str:
        return said("models", sample()._replace(period=period, before=before))[-1].partition(", số")[0]

    august = sample().period
    year_before = Period(date(2020, 8, 1), date(2020, 8, 31), "2020-08", "calendar")
    march = Period(date(2021, 3, 1), date(2021, 3, 31), "2021-03", "calendar")
    assert begins(august, year_before) == "So với cùng kỳ năm 2020"
    assert begins(august, march) == "So với tháng 3/2021"
    assert begins(None, march) == "So với ngày 31/03/2021"
    merged = counted("cam-thuy-sample", "2025-Q3", "2024-Q3")
    assert said("compared", merged)[0].startswith(
        "So với cùng kỳ năm 2024 (quy về địa giới ngày 01/07/2025), tỷ lệ khu"
    )
    assert said("compared", merged)[1] == "(Cấp xã không so sánh do sắp xếp đơn vị hành chính từ ngày 01/07/2025)."


def test_old_returns_are_said() -> None:
    found = put(sample(), old)
    assert (
        "30/105 cơ quan, tổ chức, đạt 28,57% (03/17 đơn vị chưa có số liệu mới trong kỳ, lấy số liệu kỳ trước)"
        in said("pledges", found)[0]
    )
    assert said("compared", found)[-1].startswith("(Có số liệu chưa cập nhật trong kỳ: xã, thị trấn;")

    def alone(row: Figure) -> Figure:
        return row._replace(old=1, reported=1, expected=1, counted_on=(date(2021, 5, 31), date(2021, 5, 31)))

    assert "(số liệu báo cáo ngày 31/05/2021, chưa có số liệu mới trong kỳ)" in said("pledges", put(sample(), alone))[0]


def test_where_there_is_no_team_is_said_by_name() -> None:
    commune = counted("cam-thuy-sample", None, None, "15139")
    reach = Measure("teams", "antt", "reach")

    def without_two(row: Figure) -> Figure:
        if row.measure != reach:
            return row
        if row.unit in ("15139", "15139-01", "15139-03"):
            num = 2 if row.unit == "15139" else 0
            return row._replace(num=num, remaining=(row.den or 0) - num)
        return row

    assert (
        said("teams", put(commune, without_two))[-1] == "Còn 02 khu dân cư chưa có tổ an ninh trật tự: Thôn 1, Thôn 3."
    )


# The unit itself -------------------------------------------------------------------------------------------------


def commune() -> Paper:
    return counted("cam-thuy-sample", "2021-08", "2021-07", "15139")


def test_a_unit_is_not_counted_against_itself() -> None:
    for name in PASSAGES:
        if name != "returns-late":
            assert not re.search(r"\b01/01\b|\b0/1\b|toàn xã có .{0,9} xã", " ".join(said(name, commune()))), name
    assert said("pledges", commune())[0].startswith(
        "Tính đến ngày 31/08/2021, xã đã ký cam kết; số ký cam kết toàn xã: 04/04 khu dân cư, đạt 100%; 645/820"
    )
    assert said("achieved", commune())[0].startswith("Xã đã ký cam kết; có 04/04 khu dân cư đã ký cam kết; ")
    assert "; xã đang chờ quyết định; " in said("standard", commune())[0]
    assert said("models", commune())[0].startswith("Xã chưa có điểm nào của 05 mô hình (“Cựu chiến binh với ANTT”, “")


def test_a_unit_that_has_not_signed_is_told_so() -> None:
    found = put(commune(), nobody)
    assert said("pledges", found) == [
        (
            "Tính đến ngày 31/08/2021, xã chưa ký cam kết; toàn xã chưa có khu dân cư; hộ gia đình; học sinh; "
            "cơ quan, tổ chức nào ký cam kết."
        )
    ]
    assert said("lacking", found)[1].startswith("Xã chưa ký cam kết; chưa có khu dân cư nào ký cam kết; ")
    assert "Tiếp tục vận động xã, 04 khu dân cư, 541 học sinh và 05 cơ quan, tổ chức chưa" in said("to-do", found)[1]
    unknown = said("pledges", put(commune(), nothing))
    assert unknown[0].startswith("[chưa có số liệu: xã ký cam kết; khu dân cư; ")


# Within the period -----------------------------------------------------------------------------------------------


def test_of_what_nobody_did_beside_others_nothing_is_said_and_of_nothing_at_all_it_is() -> None:
    def of_flows(num: int) -> State:
        def change(row: Figure) -> Figure:
            return row._replace(num=num) if row.measure.part == "withdrawn" else row

        return change

    begin = "Trong tháng 8/2021 có 03 lượt khu dân cư, 3.340 lượt hộ, 04 lượt cơ quan, tổ chức ký cam kết; "
    assert said("period", sample()) == [f"{begin}75 lượt hộ rút cam kết."]
    assert said("period", put(sample(), of_flows(0))) == [f"{begin}không có trường hợp rút cam kết."]
    assert said("period", put(sample(), nobody)) == [
        "Trong tháng 8/2021 không có trường hợp ký cam kết hoặc rút cam kết."
    ]


def test_why_less_was_added_than_was_signed_is_said_of_neighbouring_periods_alone() -> None:
    """3.340 signed, 75 withdrew, and yet there are 3.254 more: 11 are no more."""
    neighbours = counted("cam-thuy-sample", "2021-08", "2021-07")
    gone = "(tăng 3.254 hộ, tức tăng 14,4%, sau khi trừ 11 hộ chuyển đi, không còn hoặc gia hạn; tổng số hộ tăng 09)"
    assert gone in said("compared", neighbours)[0]
    assert "sau khi trừ" not in said("compared", sample())[0]  # since March
    household = Measure("pledges", "household")

    def more(row: Figure) -> Figure:
        return row._replace(num=(row.num or 0) - 13) if row.measure == household.of("signed") else row

    assert "tức tăng 14,4%, kể cả 02 hộ chuyển đến;" in said("compared", put(neighbours, more))[0]


def test_a_return_that_was_carried_on_is_not_told_as_if_it_were_of_the_day() -> None:
    year = counted("cam-thuy-2021", "2021")
    assert said("pledges", year)[0].startswith(
        "Theo số liệu báo cáo ngày 31/08/2021 (đến hết kỳ chưa có báo cáo mới), số ký cam kết toàn huyện: 17/17 xã"
    )
    assert said("teams", year)[0].startswith("Theo số liệu báo cáo ngày 31/08/2021, toàn huyện có 119 tổ")
    # Beside what is counted on the day itself it is said of the number alone.
    quarter = counted("cam-thuy-sample", "2021-Q3")
    told = said("pledges", quarter)[0]
    assert told.startswith("Tính đến ngày 30/09/2021, ")
    assert "học sinh, đạt 94,74% (số liệu báo cáo ngày 31/08/2021); 33/105" in told


def test_who_reports_is_called_by_what_they_are() -> None:
    assert (
        "học sinh (số liệu của 10/55 nhà trường đã báo cáo" in said("pledges", counted("cam-thuy-sample", "2021-06"))[0]
    )


def test_only_units_of_the_level_that_was_merged_are_not_compared() -> None:
    merged = counted("cam-thuy-sample", "2025-Q3", "2024-Q3")
    both = " ".join(said("compared", merged))
    assert "tỷ lệ xã" not in both
    assert "tỷ lệ khu dân cư ký không thay đổi" in both
    after = merged._replace(before=merged.period)  # there is no merger between the two
    assert not any("sắp xếp" in sentence for sentence in said("compared", after))


def test_why_somebody_is_left_out_is_said_only_where_it_is_sure() -> None:
    found = counted("cam-thuy-sample", "2025-Q3", "2024-Q3")

    def by(*reasons: str) -> str:
        subjects = [
            each._replace(rule=each.rule and each.rule._replace(exempt=reasons)) for each in found.standards.subjects
        ]
        told = found._replace(standards=found.standards._replace(subjects=subjects))
        return said("standard", told)[-1].removeprefix("Không thuộc diện xét: ")

    assert by("small-enterprise", "primary-school") == "06 doanh nghiệp (nhỏ); 34 cơ sở giáo dục (tiểu học)."
    assert by("small-enterprise", "foreign") == "06 doanh nghiệp; 34 cơ sở giáo dục."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Thông tư 23/2012/TT-BCA", "Thông tư số 23/2012/TT-BCA"),
        ("Thông tư số 124/2021/TT-BCA", "Thông tư số 124/2021/TT-BCA"),
        ("Luật An ninh 30/2023/QH15", "Luật An ninh số 30/2023/QH15"),
        ("Quy định năm 2012", "Quy định năm 2012"),
        ("“Kế hoạch 5/2012/KH”", "“Kế hoạch 5/2012/KH”"),
        ("", ""),
    ],
)
def test_the_number_of_a_law_is_called_a_number(name: str, expected: str) -> None:
    assert numbered(name) == expected


# Statements ------------------------------------------------------------------------------------------------------

SEVEN = Number("pledges.household@390:2021-08-31", "num", 7, "07")
MISSING = Gap("[…]", missing=True)


def test_a_clause_of_which_nothing_is_known_is_a_gap_with_its_name() -> None:
    known: Pieces = [SEVEN, Text(" hộ")]
    half: Pieces = [SEVEN, Text("/"), MISSING]
    assert clause(known, "hộ", "vi") == known
    assert clause(half, "hộ", "vi") == half
    assert clause([MISSING, Text(" hộ")], "hộ", "vi") == [Gap("[chưa có số liệu: hộ]", missing=True)]
    assert clause([MISSING], "households", "en") == [Gap("[no figures: households]", missing=True)]
    by_hand = [Gap("[… buổi]")]
    assert clause(by_hand, "buổi", "vi") == by_hand


def test_a_statement_is_finished() -> None:
    known, unknown = Clause([SEVEN, Text(" hộ")], "hộ"), Clause([MISSING, Text(" học sinh.")], "học sinh")

    def told(begin: Pieces, clauses: Sequence[Clause], end: Pieces) -> str:
        return text_of(finished(Statement(begin, clauses, end), "vi"))

    begin, end = [Text("Có ")], [Text(" ký.")]
    assert told(begin, [known, unknown], end) == "Có 07 hộ; [chưa có số liệu: học sinh] ký."
    # The point at its end went with the clause.
    assert told(begin, [known, unknown], ()) == "Có 07 hộ; [chưa có số liệu: học sinh]."
    # Those beside each other are one gap.
    several = told(begin, [known, unknown, unknown._replace(about="trường"), known], ())
    assert several == "Có 07 hộ; [chưa có số liệu: học sinh; trường]; 07 hộ"
    assert told(begin, [unknown, unknown._replace(about="hộ")], end) == "[chưa có số liệu: học sinh; hộ]."
    assert told([Text("Mức "), SEVEN, Text(": ")], [unknown], end) == "Mức 07: [chưa có số liệu: học sinh] ký."
    assert told([Text("Không có gì.")], (), ()) == "Không có gì."


def test_where_nobody_reaches_the_target_all_are_named_together_unless_some_are_not_known() -> None:
    merged = counted("cam-thuy-sample", "2025-Q3", "2024-Q3")
    assert said("lacking", merged)[0].startswith("Cả 05 xã có tỷ lệ hộ ký dưới 95%; thấp nhất là xã Cẩm Thạch (")

    def but_one(row: Figure) -> Figure:
        first = row.measure == Measure("pledges", "household") and row.unit_name == "Cẩm Thạch"
        return nothing(row) if first else row

    found = put(merged, but_one)
    assert said("lacking", found)[0].startswith("Còn 04/04 xã có tỷ lệ hộ ký dưới 95%; ")
    assert said("lacking", found)[1] == "Còn 01 xã chưa đủ số liệu về tỷ lệ hộ ký."
