"""What a clerk asked who had never seen the screens stands on them."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.harness import ROOT, TODAY, run

SAMPLE = "-b data/cam-thuy-sample"


def said(line: str, lang: str = "en", today: str = TODAY) -> str:
    """A screen on which no sentence is folded."""
    return run(f"{line} --lang {lang}", 240, ANTQ_TODAY=today).stdout


def both(line: str) -> tuple[str, str]:
    return said(line), said(line, "vi")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample, to be changed."""
    return Path(shutil.copytree(ROOT / "data/cam-thuy-sample", tmp_path / "book"))


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


# Gaps --------------------------------------------------------------------------------------------------------------


def test_gaps_say_what_is_missing_and_what_is_needed() -> None:
    page, offices = both(f"{SAMPLE} pledges gaps --kind household --kind student")
    assert "Pledges needed to reach the target · " in page
    assert "Số cam kết cần thêm để đạt mức phấn đấu · " in offices
    assert "\nMissing: to 100%. Needed: to the target; in the last line for the whole, " in page
    assert "\nCòn thiếu: so với 100%. Cần thêm: để đạt mức phấn đấu; dòng cuối tính chung, " in offices
    assert "\nMissing and Needed: to 100%; " in said(f"{SAMPLE} pledges gaps --kind student")


def test_a_kind_without_a_target_is_counted_to_all_of_it_and_says_so() -> None:
    page, offices = both(f"{SAMPLE} pledges gaps --kind household --kind student")
    assert "\nStudents (no target recorded; counted to 100%): 17 of 17 units" in page
    assert "\nHọc sinh (chưa ghi mức phấn đấu, tính theo 100%): 17/17 đơn vị" in offices
    assert "\nHouseholds: 16 of 17 units are below 95%" in page
    assert "no target recorded" not in said(f"{SAMPLE} pledges gaps --kind student --target 90%")


@pytest.mark.parametrize("command", ["pledges gaps", "pledges summary"])
def test_the_mark_of_a_target_says_whose_it_is_if_not_of_all(command: str) -> None:
    assert "\n┃ target: 95% (Households)\n" in said(f"{SAMPLE} {command} --kind household --kind student")
    assert "\n┃ target: 95%\n" in said(f"{SAMPLE} {command} --kind household")


def test_under_the_units_below_a_target_stands_the_whole_by_its_name() -> None:
    line = f"{SAMPLE} pledges gaps --kind household"
    (total,) = run(f"{line} -f json").json["totals"]
    assert (total["remaining"], total["needed"]) == (3938, 2446)  # 2,459 bring every unit to it
    page, offices = both(line)
    assert re.search(r"\n +All of Cẩm Thủy +25,915/29,853 .* 3,938 +2,446\n", page)
    assert re.search(r"\n +Cả Cẩm Thủy +25\.915/29\.853 .* 3\.938 +2\.446\n", offices)


def test_what_is_held_above_the_units_has_a_gap_as_well() -> None:
    line = f"{SAMPLE} pledges gaps --kind organisation"
    document = run(f"{line} -f json").json
    (rest,) = (row for row in document["rows"] if row["level"] is None)
    units = sum(row["needed"] for row in document["rows"] if row["level"] is not None)
    assert (rest["rank"], rest["remaining"], rest["needed"]) == (None, 2, 2)
    assert (units, units + rest["needed"]) == (73, document["totals"][0]["needed"])
    page, offices = both(line)
    assert "73 more bring every unit to it, 2 more those directly in the district, 75 more the whole\n" in page
    assert "đạt cần thêm 73, nơi trực thuộc huyện cần thêm 2, để tính chung đạt cần thêm 75\n" in offices
    assert re.search(r"\n +Directly in the district +2/4 +50\.00% .* 2 +2\n", page)
    assert "directly in the" not in said(f"{line} --target 50%").partition("\nCode")[0]  # there it lacks none


@pytest.mark.parametrize(
    ("line", "en", "vi"),
    [
        (
            f"{SAMPLE} pledges summary --by commune --kind organisation",
            "Directly in the district: in no commune",
            "Trực thuộc huyện: không thuộc cấp xã nào",
        ),
        (
            "-b tests/books/areas models summary --by commune,area",
            "Directly in the commune: in no residential area",
            "Trực thuộc xã: không thuộc khu dân cư nào",
        ),
        (
            "-b tests/books/areas summary --by area",
            "Directly in the district: in no residential area",
            "Trực thuộc huyện: không thuộc khu dân cư nào",
        ),
        (
            "-b tests/books/areas returns summary --by area",
            "Directly in the district: in no residential area",
            "Trực thuộc huyện: không thuộc khu dân cư nào",
        ),
    ],
)
def test_what_lies_in_none_of_the_units_is_named_by_what_it_lies_in(line: str, en: str, vi: str) -> None:
    for page, legend in zip(both(line), (en, vi), strict=True):
        assert re.search(rf"\n.* {legend.partition(':')[0]}  +", page)
        assert f"\n{legend}\n" in page


# Returns -----------------------------------------------------------------------------------------------------------


def test_returns_say_that_those_received_later_count() -> None:
    line = f"{SAMPLE} returns summary"
    page, offices = both(line)
    assert " · on 31/08/2021 (returns received later counted as well) · " in page
    assert " · tính đến ngày 31/08/2021 (tính cả báo cáo nhận sau ngày này) · " in offices
    received = [row["received"] for row in run(f"{line} -f json").json["rows"]]
    assert any(day is not None and day > "2021-08-31" for day in received)
    assert "later" not in said(f"{line} --as-of 2027-12-31")


@pytest.mark.parametrize(("today", "over"), [("2021-09-05", False), ("2021-09-06", True)])
def test_who_has_time_left_is_not_missing_yet(today: str, over: bool, sample: Path) -> None:
    """In a book that is kept on, in which nobody's return came after the due day of 5 September."""
    changed(sample / "antq.toml", "as_of = 2021-08-31", "#")
    returns = (sample / "returns.csv").read_text("utf-8").splitlines()
    kept = [row for row in returns if row.split(",")[0] in ("date", "2021-07-31", "2021-08-31")]
    (sample / "returns.csv").write_text("\n".join(row for row in kept if ",2021-09-13," not in row) + "\n", "utf-8")
    line = f"-b {sample} returns summary --period 2021-08 --kind household"
    page, offices = said(line, today=today), said(line, "vi", today=today)
    assert re.search(rf"\n15175 +Cẩm Yên +{'not sent' if over else 'not due yet'} ", page)
    assert re.search(rf"\n15175 +Cẩm Yên +{'chưa gửi' if over else 'chưa đến hạn'} ", offices)
    ran = run(f"{line} -f json", ANTQ_TODAY=today).json
    assert ran["today"] == today
    assert ran["totals"][0]["missing"] == 2  # with whoever sent it on the 13th: what is complete is counted as ever


def test_a_finished_book_knows_until_when_it_received_something() -> None:
    line = f"{SAMPLE} returns summary"
    for today in ("2021-09-01", "2027-01-01"):  # Cẩm Long's return came on 13/09/2021, after the due day
        page = said(line, today=today)
        assert re.search(r"\n15175 +Cẩm Yên +not sent ", page)
    assert re.search(r"\n15127-S01 .* not due yet", said(f"{line} --kind student --as-of 2021-07-31"))
    assert "today" not in run(f"{line} -f json").json


def test_timeliness_says_of_what_it_is_a_share_and_whose_days_are_which() -> None:
    page, offices = both(f"{SAMPLE} returns summary")
    narrow = run(f"{SAMPLE} returns summary --lang vi", 80).stdout
    assert "On\u00a0time/ due  On\u00a0time/ sent" in page
    assert "Đúng\u00a0hạn/ phải\u00a0gửi  Đúng\u00a0hạn/ đã\u00a0nhận" in offices
    assert re.search(r"Đúng.hạn/  Đúng.hạn/  .*\n.* phải.gửi    đã.nhận  ", narrow)
    assert "\nDue: Households 05/09/2021; Students 05/01/2022.\n" in page
    assert "\nHạn gửi: Hộ gia đình 05/09/2021; Học sinh 05/01/2022.\n" in offices
    assert "\nStale: whose latest number is more than 60 days old; Zero: returns of 0\n" in page
    assert "\nQuá cũ: nơi có số liệu đã quá 60 ngày; Bằng 0: số báo cáo ghi 0\n" in offices
    assert "returns of 0" not in said(f"{SAMPLE} returns summary --kind household")
