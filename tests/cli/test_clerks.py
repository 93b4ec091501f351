"""What a clerk asked who had never seen the screens stands on them."""

import csv
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
            "Directly in the district: in no commune, or nobody knows in which",
            "Trực thuộc huyện: không thuộc cấp xã nào, hoặc không rõ thuộc cấp xã nào",
        ),
        (
            "-b tests/books/areas models summary --by commune,area",
            "Directly in the commune: in no residential area, or nobody knows in which",
            "Trực thuộc xã: không thuộc khu dân cư nào, hoặc không rõ thuộc khu dân cư nào",
        ),
        (
            "-b tests/books/areas summary --by area",
            "Directly in the district: in no residential area, or nobody knows in which",
            "Trực thuộc huyện: không thuộc khu dân cư nào, hoặc không rõ thuộc khu dân cư nào",
        ),
        (
            "-b tests/books/areas returns summary --by area",
            "Directly in the district: in no residential area, or nobody knows in which",
            "Trực thuộc huyện: không thuộc khu dân cư nào, hoặc không rõ thuộc khu dân cư nào",
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
    (total,) = ran["totals"]
    assert (total["missing"], total["not_due"]) == ((2, 0) if over else (0, 2))  # with whoever sent it on the 13th
    assert {row["arrival"] for row in ran["rows"]} == {"on-time", "undated", "missing" if over else "not-due"}
    month = f"-b {sample} summary --period 2021-08 --kind household"
    told = "not sent by" if over else "not due yet from"
    assert f"\nHouseholds (from the journal), returns to compare {told} 2/17: " in said(month, today=today)
    told = "chưa gửi báo cáo đối chiếu" if over else "chưa đến hạn gửi báo cáo đối chiếu"
    assert f"\nHộ gia đình (theo sổ cam kết), {told} 2/17: " in said(month, "vi", today=today)
    assert run(f"{month} -f json", ANTQ_TODAY=today).json["today"] == today


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
    stale = "Stale: whose latest number is more than 60 days old, or who never sent any"
    zero = "Zero: returns of 0 (`-f csv`: column `reported`); 0/0, where there is nobody: 17 of them"
    assert f"\n{stale}; {zero}\n" in page
    rows = list(csv.DictReader(run(f"{SAMPLE} returns summary -f csv").stdout.splitlines()))
    assert [row["total"] for row in rows if row["reported"] == "0"] == ["0"] * 17
    assert "; Zero: returns of 0 (without `--by`, " in said(f"{SAMPLE} returns summary --by commune --kind student")
    old = "Quá cũ: nơi có số liệu đã quá 60 ngày hoặc chưa từng gửi"
    zero = "Bằng 0: số báo cáo ghi 0 (`-f csv`: cột `reported`); trong đó 0/0, không có ai để tính: 17"
    assert f"\n{old}; {zero}\n" in offices
    assert "returns of 0" not in said(f"{SAMPLE} returns summary --kind household")


# The month's page and the campaign's --------------------------------------------------------------------------------

MONTH = f"{SAMPLE} summary --period 2021-08"


def test_what_was_done_is_told_with_what_it_counts_and_what_straddles() -> None:
    page, offices = both(MONTH)
    assert (
        "Outreach 25 sessions (+3, straddling rows 1, before: straddling rows 1); Tips from the public 30 tips" in page
    )
    assert "Tuyên truyền 25 buổi (+3, 1 dòng vắt qua hai kỳ, kỳ trước 1 dòng vắt qua hai kỳ); " in offices
    assert "\nA straddling row counts in neither of its periods; the year in which it lies whole has it.\n" in page
    assert "\nDòng vắt qua hai kỳ không tính vào kỳ nào; nằm trọn trong năm thì lũy kế năm có tính.\n" in offices
    assert "straddling" not in said(f"{SAMPLE} summary --period 2021")
    activities = f"{SAMPLE} activities summary --kind outreach -f json --period"
    year, *_ = run(f"{activities} 2021-01-01..2021-08-31").json["rows"]
    months = [run(f"{activities} 2021-{month:02}").json["rows"][0] for month in range(1, 9)]
    assert {row["measure"] for row in (year, *months)} == {"activities.outreach"}
    assert (year["num"], year["straddling"]) == (205, 0)
    assert sum(row["num"] for row in months) < year["num"]  # what straddles two months is in none of them


def test_where_nobody_is_decided_the_month_s_page_says_so_beside_nought() -> None:
    page, offices = both(MONTH)
    assert re.search(r"\nCommunes: met +0/17 \* +0\.00% ", page)
    assert "; Communes: met: none decided, pending: 17\n" in page
    assert "; Cấp xã: đạt: 17 chờ quyết định, chưa có quyết định nào\n" in offices
    assert "Agencies: met: none decided" not in page  # 2 are pending, 33 are decided


def test_what_is_met_has_its_year_and_a_dash_says_that_nothing_was_decided() -> None:
    page, offices = both(MONTH)
    assert "\nMet: the safety standard, year 2021\n" in page
    assert "\nĐạt: tiêu chuẩn “An toàn về ANTT”, năm xét 2021\n" in offices
    assert "\nNo result recorded by 31/07/2021: Residential areas, Communes, Agencies, Enterprises\n" in page
    assert "\nĐến 31/07/2021 chưa có kết quả xét: Khu dân cư, Cấp xã, Cơ quan, Doanh nghiệp\n" in offices
    assert "Met: " not in said(f"{MONTH} --kind pledges.household")
    assert "No result" not in said(f"{SAMPLE} summary --period 2021-12")


def test_a_claim_on_a_page_says_in_words_what_it_is_of() -> None:
    page, offices = both(MONTH)
    town = "Households, Phong Sơn: 4,436/5,106, in the book 4,418/5,106 (2021-09-town)"
    assert f"\nPublished figures that differ: {town}; Households: 90%, in the book 86.81% (2021-12-rate)\n" in page
    assert ": Hộ gia đình, Phong Sơn: 4.436/5.106, bộ sổ 4.418/5.106 (mã 2021-09-town); Hộ gia đình: 90%" in offices
    notes = "2021-09-town (note: số liệu minh họa; cố ý lệch); 2021-12-rate (waived: số minh họa: bài tháng 12/2021, "
    assert f"\nWhat the book says of them: {notes}" in page
    notes = "2021-09-town (ghi chú: số liệu minh họa; cố ý lệch); 2021-12-rate (bỏ qua có lý do: số minh họa: "
    assert f"\nBộ sổ ghi về các số này: {notes}" in offices
    assert "Households, 31/08/2021: 90%" in said(f"{SAMPLE} summary --period 2021-09")  # of another day than the page
    page, offices = both(f"{SAMPLE} summary")
    assert re.search(r"2021-09-town +4,436/5,106 +Households, Phong Sơn \(15127\), 31/08/2021: differs: ", page)
    assert "804 households more would round to 90%, 953 more would make 90%; waived: số" in page
    assert "không khớp: thêm 804 hộ thì làm tròn thành 90%, thêm 953 thì đủ 90%; bỏ qua có lý do: số" in offices


def test_a_change_and_what_it_is_made_of_have_signs() -> None:
    page, offices = both(MONTH)
    made = "joined, moved, left or renewed: -11"
    assert f"\nHouseholds +3,254: signatures +3,340; withdrawals -75; {made}\n" in page
    made = "biến động khác (đến, đi, không còn, gia hạn) cộng lại -11"
    assert f"\nHộ gia đình +3.254: lượt ký +3.340, lượt rút -75; {made}\n" in offices
    assert 3340 - 75 - 11 == 3254


def test_reach_says_of_what_on_the_campaign_s_page() -> None:
    page, offices = both(f"{SAMPLE} summary")
    assert re.search(
        r"\nCác tổ +Số tổ +Nơi có tổ *\n.*\nTổ an ninh trật tự +119 +119/119 .* khu dân cư; 250,9", offices
    )
    assert re.search(r"\nMô hình +Số điểm +Nơi có mô hình *\n", offices)
    assert re.search(r"\nSelf-managed school gate .* 5 +5/55 .* schools\n", page)


def test_organisations_that_sign_and_that_no_standard_judges_are_told_apart() -> None:
    line = f"{SAMPLE} summary"
    rows = {row["measure"]: row["den"] for row in run(f"{line} -f json").json["rows"]}
    judged = sum(rows[f"standards.{kind}.met"] for kind in ("agency", "enterprise", "school"))
    assert (rows["pledges.organisation"], judged) == (105, 103)
    assert [row["num"] for row in run(f"{line} -f json").json["unjudged"]] == [2]
    page, offices = both(line)
    assert "\nNot judged by the standard: 2 armed-forces units\n" in page
    assert "\nKhông xét tiêu chuẩn: 2 đơn vị lực lượng vũ trang\n" in offices
    assert "Not judged" not in said(f"{line} --unit 15127")  # there are none in it


def test_a_trend_says_why_its_first_periods_are_not_there() -> None:
    page, offices = both(f"{SAMPLE} pledges trend")
    assert (
        "\nPeriods left out: nobody had signed yet (Households, Communes, Residential areas, Organisations)\n" in page
    )
    assert "\nPeriods left out: no return yet (Students)\n" in page
    assert "\nKỳ chưa in: chưa có ai ký (Hộ gia đình; Cấp xã; Khu dân cư; Cơ quan, tổ chức)\n" in offices
    assert "\nKỳ chưa in: chưa có báo cáo nào (Học sinh)\n" in offices
    assert "left out" not in said(f"{SAMPLE} pledges trend --kind household")  # it begins with what is asked for


# Rules and findings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "en", "vi"),
    [
        (
            "R201",
            "Cẩm Tú (15154) reported security-and-order team (teams.antt): 7; the register teams has 8.",
            "Cẩm Tú (15154) báo cáo tổ an ninh trật tự (teams.antt) là 7, theo sổ đăng ký tổ (teams) là 8.",
        ),
        (
            "R201",
            "(pledges.household): 1,357/1,676; the register pledges has 1,666/2,010.",
            "(pledges.household) là 1.357/1.676, theo sổ cam kết (pledges) là 1.666/2.010.",
        ),
        (
            "R301",
            "Thôn 8 (15136-08): “met” is recorded, but the criteria come to “not met”.",
            "Thôn 8 (15136-08): đã ghi kết quả “đạt”, nhưng xét theo tiêu chí là “không đạt”.",
        ),
    ],
)
def test_a_difference_names_what_it_is_of_and_between_what(code: str, en: str, vi: str) -> None:
    for lang, sentence in (("en", en), ("vi", vi)):
        assert f"{sentence}\n" in said(f"{SAMPLE} check --select {code}", lang)


def test_a_rule_says_what_must_hold_and_where_to_read_on_in_its_language() -> None:
    page, offices = both("rules T104")
    assert "\nWhat must hold: Whoever has to report has sent a return for the last ended period.\n" in page
    assert "\nYêu cầu: Nơi nào phải báo cáo đều đã gửi báo cáo của kỳ gần nhất đã kết thúc.\n" in offices
    assert "docs/rules.md#t104-missing-return\n" in page
    (link,) = re.findall(r"docs/vi/(quy-tac\.md#.*)\n", offices)
    heading = link.partition("#")[2]
    made = (ROOT / "docs/vi/quy-tac.md").read_text("utf-8")
    assert f"](#{heading})" in made
    assert re.search(r"\nNhóm kiểm tra +thời gian", offices)


def test_a_refusal_outside_a_book_says_how_to_be_told_in_vietnamese(tmp_path: Path) -> None:
    assert "Tiếng Việt: `--lang vi`." in run("summary --lang en", 200, cwd=tmp_path).stderr
    assert "--lang" not in run("summary --lang vi", 200, cwd=tmp_path).stderr


@pytest.mark.parametrize(("asked", "meant"), [("Cẩm Tâmm", "Cẩm Tâm (15163)"), ("Phong Sn", "Phong Sơn (15127)")])
def test_a_unit_that_there_is_not_is_told_with_the_nearest_name(asked: str, meant: str) -> None:
    ran = run([*SAMPLE.split(), "summary", "--unit", asked, "--lang", "vi"], 240)
    assert (ran.code, meant in ran.stderr, "(xem tên bằng `antq units`)" in ran.stderr) == (2, True, True)
    other = run([*SAMPLE.split(), "summary", "--unit", "Hà Nội", "--lang", "vi"], 240)
    assert "Có phải" not in other.stderr


def test_who_never_sent_a_number_is_stale_and_the_page_says_so(sample: Path) -> None:
    file = sample / "returns.csv"
    lines = [line for line in file.read_text("utf-8").splitlines() if ",15175,pledges.household," not in line]
    file.write_text("\n".join([*lines, ""]), "utf-8")
    page, offices = both(f"-b {sample} returns summary --kind household")
    assert re.search(r"\nHouseholds +8/2021 +16/17 .* 1\n", page)
    assert "\n15175  Cẩm Yên   not sent; no number yet" in page
    assert "more than 60 days old, or who never sent any" in page
    assert "quá 60 ngày hoặc chưa từng gửi" in offices


def test_what_no_commune_of_an_earlier_map_has_is_not_said_to_lie_in_none() -> None:
    """The five communes of 2025 are each of several of 2021: in which their own pledges lie, nobody knows."""
    page, offices = both(f"{SAMPLE} pledges summary --by commune --kind commune --as-of 2026-01-15 --basis 2021-08-31")
    assert re.search(r"\n +Directly in the district +5/5 +100\.00%", page)
    assert "\nDirectly in the district: in no commune, or nobody knows in which\n" in page
    assert "\nTrực thuộc huyện: không thuộc cấp xã nào, hoặc không rõ thuộc cấp xã nào\n" in offices
