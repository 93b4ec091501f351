"""What a screen calls things: the day of a stock, the subjects of a regime, by how much a published number differs."""

import shutil
from pathlib import Path

import pytest

from tests.cli.harness import BOOKS, PUBLISHED, SAMPLE, run

CLAIM = "id,figure,value,source\nx,pledges.household@390:2021-08-31,{},Báo\n"


def on_one_line(line: str, lang: str = "vi") -> str:
    return " ".join(run(f"{line} --lang {lang}").stdout.split())


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (
            "90%",
            "không khớp: thêm 804 hộ thì làm tròn thành 90%, thêm 953 thì đủ 90%",
            "differs: 804 households more would round to 90%, 953 more would make 90%",
        ),
        (
            "80%",
            "không khớp: thừa 1.884 hộ so với số làm tròn thành 80%, thừa 2.033 so với 80%",
            "differs: 1,884 households fewer would round to 80%, 2,033 fewer would make 80%",
        ),
        ("25933/29853", "không khớp: số công bố cao hơn bộ sổ: 18", "differs: published 18 more than the book has"),
        ("25900", "không khớp: số công bố thấp hơn bộ sổ: 15", "differs: published 15 fewer than the book has"),
        (
            "25900/29900",
            "số công bố thấp hơn bộ sổ: 15, tổng số công bố cao hơn bộ sổ: 47",
            "published 15 fewer than the book has, the published total is higher by 47",
        ),
        ("25915/29800", "tổng số công bố thấp hơn bộ sổ: 53", "differs: the published total is lower by 53"),
    ],
)
def test_a_claim_that_differs_says_which_is_the_greater(value: str, vi: str, en: str, tmp_path: Path) -> None:
    book = shutil.copytree(PUBLISHED, tmp_path / "book")
    (book / "claims.csv").write_text(CLAIM.format(value), "utf-8")
    for lang, said in (("vi", vi), ("en", en)):
        page = " ".join(run(["claims", "-b", book, "--lang", lang], 200).stdout.split())
        assert said in page
        assert "-1" not in page
        assert "+" not in page


@pytest.mark.parametrize("command", ["teams summary", "models summary", "pledges gaps"])
def test_a_stock_is_of_a_day_also_where_a_period_is_asked_for(command: str) -> None:
    page = on_one_line(f"-b {SAMPLE} {command} --period 2021-08")
    assert "· tính đến ngày 31/08/2021 (Tháng 8/2021, năm dương lịch) ·" in page
    assert "từ ngày 01/08/2021" not in page


def test_what_is_counted_within_a_period_is_of_all_its_days() -> None:
    page = on_one_line(f"-b {SAMPLE} pledges summary --period 2021-Q3 --calendar report")
    assert "từ ngày 15/06/2021 đến hết ngày 14/09/2021 (Quý III/2021, kỳ báo cáo theo Nghị định 09/2019/NĐ-CP)" in page


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        ("2022-02-09", "Nhà trường", "Schools"),
        ("2022-02-10", "Cơ sở giáo dục", "Educational institutions"),
    ],
)
def test_a_regime_calls_its_subjects_by_its_own_words(day: str, vi: str, en: str) -> None:
    for lang, name in (("vi", vi), ("en", en)):
        for line in (f"standards summary --as-of {day}", f"summary --as-of {day}"):
            page = run(f"-b {SAMPLE} {line} --lang {lang}").stdout
            assert [other for other in (vi, en) if other in page] == [name]


def test_what_a_regime_calls_them_can_be_asked_for() -> None:
    line = f"-b {SAMPLE} standards summary --as-of 2024-01-31 -f json"
    asked = [run(f"{line} --kind {kind!r}").json["rows"] for kind in ("school", "cơ sở giáo dục", "nhà trường")]
    assert asked[0] == asked[1] == asked[2] != []


def test_nobody_is_to_report_what_is_counted_from_a_register() -> None:
    page = run(f"-b {SAMPLE} standards summary --as-of 2026-01-15 --lang vi").stdout
    assert page.count("chưa có kết quả xét") == 5
    assert "chưa báo cáo" not in page
    reported = on_one_line(f"-b {PUBLISHED} standards summary")
    assert ("chưa báo cáo" in reported, "chưa có kết quả xét" in reported) == (True, False)


def test_who_never_sent_a_return_has_no_old_number() -> None:
    page = run(f"-b {SAMPLE} returns summary --period 2021-04 --kind student --lang vi", 120).stdout
    rows = [line for line in page.splitlines() if "chưa gửi" in line]
    assert rows
    assert {"chưa có số liệu" in row for row in rows} == {True}
    late = [line for line in page.splitlines() if "quá cũ" in line]
    assert all("/20" in row for row in late)


def test_a_calendar_without_a_name_is_told_by_its_id() -> None:
    assert "Các kỳ: Năm dương lịch (calendar) ·" in on_one_line(f"-b {BOOKS / 'areas'} periods --calendar calendar")
    assert "Các kỳ: Kỳ báo cáo theo Nghị định 09/2019/NĐ-CP (report) ·" in on_one_line(
        f"-b {SAMPLE} periods --calendar report"
    )
