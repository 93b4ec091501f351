"""What somebody asks who reads a screen for the first time stands on it."""

import csv
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from antq_cli.cli.commands import COMMANDS
from tests.cli.harness import ROOT, run
from tests.cli.pictures import drawn

SAMPLE = "-b data/cam-thuy-sample"


def said(line: str, lang: str = "en", columns: int = 200) -> str:
    """A screen on which no sentence is folded."""
    return run(f"{line} --lang {lang}", columns).stdout


def test_signatures_are_called_so_as_who_had_signed_before_may_be_among_them() -> None:
    signed: dict[str, list[str]] = defaultdict(list)
    withdrawn: dict[str, list[str]] = defaultdict(list)
    for part in sorted((ROOT / "data/cam-thuy-sample/pledges").glob("*.csv")):
        for row in csv.DictReader(part.read_text("utf-8").splitlines()):
            if row["kind"] == "household":
                (signed if row["event"] == "signed" else withdrawn)[row["pledger"]].append(row["date"])
    august = [(who, day) for who, days in signed.items() for day in days if day.startswith("2021-08")]
    before = [
        (max(each for each in signed[who] if each < day), who, day) for who, day in august if day > signed[who][0]
    ]
    again = len(before)
    assert all(any(last < each < day for each in withdrawn[who]) for last, who, day in before)  # as the page says
    line = f"{SAMPLE} pledges summary --period 2021-08 --kind household"
    page, offices = said(line), said(line, "vi")
    assert re.search(rf"\n  signatures +{len(august):,}\n", page)
    assert "\nEach signature, registration or withdrawal counts, also of who had signed before.\n" in page
    assert "\nLượt: mỗi lần ghi trong sổ cam kết tính một lượt, kể cả ký lại.\n" in offices
    docs = " ".join((ROOT / "docs/time-and-place.md").read_text("utf-8").split())
    assert f"of the {len(august):,} signatures of August 2021 in the sample, {again} are of households that had" in docs
    assert "Each signature" not in said(f"{SAMPLE} pledges summary --kind household")
    assert "Each signature" not in said(f"{SAMPLE} pledges summary --period 2021-08 --kind student")  # nobody knows


def test_of_a_claim_that_is_waived_the_reason_stands_beside_it_and_else_its_note(tmp_path: Path) -> None:
    book = shutil.copytree(ROOT / "data/cam-thuy-sample", tmp_path / "book")
    lines = ("claims", "summary", "summary --period 2021-08")
    told = [" ".join(said(f"-b {book} {line}").split()) for line in lines]
    reason, note = (
        "waived: số minh họa: bài tháng 12/2021, đối chiếu với số ngày 31/08/2021",
        "note: số liệu minh họa; cố ý lệch",
    )
    assert [page.count(reason) for page in told] == [1, 1, 1]
    assert [page.count(note) for page in told] == [0, 1, 1]  # of 2021-09-town, that nobody waives
    rows = {row["id"]: row for row in run(f"-b {book} claims -f json").json["rows"]}
    assert rows["2021-12-rate"]["waived"] == reason.removeprefix("waived: ")
    assert (rows["2021-09-town"]["waived"], rows["2021-09-town"]["note"]) == (None, note.removeprefix("note: "))
    manifest, key = (book / "antq.toml").read_text("utf-8"), 'key = "2021-12-rate"'
    (book / "antq.toml").write_text(manifest.replace(key, f"{key}\nuntil = 2021-12-01"), "utf-8")
    ran = [run(f"-b {book} {line} --lang en", 200, ANTQ_TODAY="2021-12-01") for line in lines]
    told = [" ".join(page.stdout.split()) for page in ran]
    assert [page.count(reason) for page in told] == [0, 0, 0]  # it has expired
    assert [page.count(note) for page in told] == [0, 2, 2]


def test_check_says_where_what_is_waived_is_to_be_read() -> None:
    seen = "Waived findings and their reasons: antq check -f json, under waived.\n"
    assert seen in run(f"{SAMPLE} check --lang en").stderr
    assert seen not in run(f"{SAMPLE} check --lang en --select D").stderr  # nothing of that is waived
    assert run(f"{SAMPLE} check -f json").json["waived"]


def test_results_of_the_standard_are_called_so_beside_pledges_of_the_same_kinds() -> None:
    published = "-b data/cam-thuy-2021"
    page, month = said(f"{published} returns summary"), said(f"{published} summary --period 2021-08")
    assert re.search(r"\nAgencies: results of the standard +8/2021 +0/1 ", page)
    assert "Schools: results of the standard, not reported by 1/1" in month
    assert re.search(r"\nCommunes: met +8/2021 +1/1 ", page)  # of a part it is told already
    assert re.search(r"\nCommunes +8/2021 +1/1 ", page)  # and these are pledges


def test_who_registers_for_the_standard_signs_no_pledge() -> None:
    line = f"{SAMPLE} pledges summary --period 2021-08 --kind registration"
    assert ("  registrations " in said(line), "  lượt đăng ký " in said(line, "vi")) == (True, True)
    for more in ("summary --by commune", "trend", "gaps"):
        for kind, act, office in (("registration", "Registered", "Đã đăng ký"), ("household", "Signed", "Đã ký")):
            of_one = f"{SAMPLE} pledges {more} --kind {kind}"
            assert (f" {act} " in said(of_one), f" {office} " in said(of_one, "vi")) == (True, True)


def test_claims_of_later_days_are_counted_on_the_page_that_leaves_them_out() -> None:
    every = run(f"{SAMPLE} claims -f json").json["rows"]
    page = run(f"{SAMPLE} summary -f json").json
    assert (len(every), len(page["claims"]), page["claims_later"]) == (12, 11, 1)
    line = f"{SAMPLE} summary --lang"
    assert "cannot be verified: 1 · of later days, not compared here: 1\n" in drawn(f"{line} en", 200, "en").stdout
    assert "kiểm chứng được: 1 · của ngày sau, chưa đối chiếu ở đây: 1\n" in drawn(f"{line} en", 200, "vi").stdout
    assert "later days" not in said(f"{SAMPLE} summary --unit 15127")  # claims are those of the whole book


def test_where_all_claims_are_of_later_days_that_alone_is_said() -> None:
    assert "with the book: of later days, not compared here: 12\n" in said(f"{SAMPLE} summary --as-of 2019-12-31")


def test_the_title_of_criteria_has_the_days_of_the_subjects_that_are_shown() -> None:
    line = f"{SAMPLE} standards summary --window 2021"
    assert " · on 31/08/2021, 31/10/2021, 30/11/2021 · " in said(line)  # schools, areas, and all others
    assert " · on 30/11/2021 · " in said(f"{line} --criteria")  # communes
    assert " · tính đến ngày 31/10/2021 · " in said(f"{line} --criteria --by area", "vi")


@pytest.mark.parametrize(
    ("source", "en", "vi"),
    [
        ("returns", ", not reported by", ", chưa báo cáo"),
        (
            "journal",
            " (from the journal), returns to compare not sent by",
            " (theo sổ cam kết), chưa gửi báo cáo đối chiếu",
        ),
    ],
)
def test_who_is_silent_is_missing_only_where_the_figures_are_from_returns(
    source: str, en: str, vi: str, tmp_path: Path
) -> None:
    book = shutil.copytree(ROOT / "data/cam-thuy-sample", tmp_path / "book")
    manifest = (book / "antq.toml").read_text("utf-8")
    if source == "returns":
        found = re.sub(r'(\[pledges\.household\].*\nsource = )"journal"', r'\1"returns"', manifest)
        (book / "antq.toml").write_text(found.replace('validity = "until-withdrawn"\n', ""), "utf-8")
    line = f"-b {book} summary --period 2021-08 --kind pledges.household"
    assert f"Households{en} 1/17: Cẩm Yên\n" in said(line)
    assert f"Hộ gia đình{vi} 1/17: Cẩm Yên\n" in said(line, "vi")


def test_the_month_s_page_names_the_partners_behind_what_is_asked_first() -> None:
    line = f"{SAMPLE} summary --period 2021-08"
    page = run(f"{line} -f json").json
    names = [row["name"] for row in page["partners"]]
    assert names == [row["name"] for row in run(f"{SAMPLE} summary -f json").json["partners"]]
    assert said(line).splitlines()[-1] == f"Together with: {', '.join(names)}"
    assert said(line, "vi").splitlines()[-1] == f"Phối hợp: {', '.join(names)}"
    assert run(f"{line} --kind pledges.household -f json").json["partners"] == []  # a page of some kinds
    assert "Together with" not in said(f"{line} --kind pledges.household")


@pytest.mark.parametrize("grid", ["", " --columns"])
def test_a_period_that_had_not_ended_by_the_day_is_marked_in_a_trend(grid: str) -> None:
    line = f"{SAMPLE} pledges trend --every quarter --kind household{grid}"
    page, offices = said(line), said(line, "vi")
    assert re.findall(r"Q\d 2021 *§?", page)[-1:] == ["Q3 2021 §"]
    assert (page.count("§"), "\n§ the period had not ended by 31/08/2021\n" in page) == (2, True)
    assert "Quý III/2021 §" in offices
    assert "\n§ kỳ chưa kết thúc vào ngày 31/08/2021\n" in offices
    assert "§" not in said(f"{line} --as-of 2021-09-30")
    rows = run(f"{line} -f json").json["rows"]
    assert [(row["period"]["name"], row["period"]["cut"]) for row in rows][-2:] == [
        ("2021-Q2", False),
        ("2021-Q3", True),
    ]


@pytest.mark.parametrize("columns", [80, 320])
def test_what_is_claimed_stands_beside_or_beneath_each_claim(columns: int) -> None:
    """The measure, the unit and the days of each, however wide the terminal is."""
    line = f"{SAMPLE} claims --lang en"
    told = {
        "2020-06-schools": ("Schools: met, Cẩm Thủy (390), 30/06/2020", "Nhà trường: đạt, Cẩm Thủy (390), 30/06/2020"),
        "2021-09-town": ("Households, Phong Sơn (15127), 31/08/2021", "Hộ gia đình, Phong Sơn (15127), 31/08/2021"),
        "2021-10-quarter": (
            "Households: signatures, Cẩm Thủy (390), 01/07/2021 to 30/09/2021",
            "Hộ gia đình: lượt ký, Cẩm Thủy (390), từ 01/07/2021 đến 30/09/2021",
        ),
        "2025-07-merged": (
            "Households, Cẩm Tú (15148), 31/08/2021, on the map of 01/07/2025",
            "Hộ gia đình, Cẩm Tú (15148), 31/08/2021, theo địa giới ngày 01/07/2025",
        ),
    }
    for side, lang in enumerate(("en", "vi")):
        lines = drawn(line, columns, lang).stdout.splitlines()
        ids = [n for n, text in enumerate(lines) if re.match(r"20\d\d-\d\d-", text)]
        for claim, several in told.items():
            (first,) = (n for n in ids if lines[n].startswith(claim))
            until = min((n for n in ids if n > first), default=len(lines))
            beside = [text for text in lines[first:until] if several[side] in text]
            assert [text.startswith("  ") for text in beside] == [columns == 80], claim


def test_a_claim_of_what_the_book_lacks_says_what_it_was_of() -> None:
    page = said("-b tests/books/bad claims", columns=80)
    assert "\n  pledges.pupil, Bình Minh (1), 31/12/2024; a newspaper\n" in page  # a measure that nobody declared
    assert "\n  Households, 103, 31/12/2024; a newspaper\n" in page  # a code that nobody bears


def test_the_total_under_schools_is_that_of_the_schools() -> None:
    """Agencies, enterprises and armed forces sign as well; they are told apart."""
    line = f"{SAMPLE} pledges gaps --by school --kind organisation"
    summary = run(f"{SAMPLE} pledges summary --by school --kind organisation -f json").json
    schools = [row for row in summary["rows"] if row["organisation"] == "school"]
    signed, missing = (sum(row[part] for row in schools) for part in ("num", "remaining"))
    document = run(f"{line} -f json").json
    (listed,) = document["listed"]
    assert (signed, len(schools), missing) == (12, 55, 43)
    assert (listed["num"], listed["units"], listed["needed"], listed["figure"]) == (signed, len(schools), missing, None)
    assert (document["totals"][0]["num"], document["totals"][0]["den"]) == (30, 105)  # still the figure of the district
    page = said(line)
    told = "Organisations (no target recorded; counted to 100%)"
    assert f"{told}: 43 of 55 units are below 100%; 43 more bring every unit to it\n" in page
    assert re.search(r"\n +Total \(units: 55\) +12/55 +21\.82%", page)
    assert re.search(r"\n +Tổng cộng \(55 đơn vị\) +12/55 +21,82%", said(line, "vi"))
    assert "30/105" not in page


def test_where_nobody_else_signs_the_total_is_the_whole() -> None:
    line = f"{SAMPLE} pledges gaps --by school --kind student"
    assert run(f"{line} -f json").json["listed"] == []
    assert re.search(r"\n +All of Cẩm Thủy +9,855/10,402 ", said(line))
    nobody = f"{SAMPLE} pledges gaps --by armed-forces --unit 15127 --kind organisation"  # there are none in it
    assert re.search(r"\n +All of Phong Sơn +2/10 ", said(nobody))


def test_the_month_s_page_says_what_a_change_is_made_of() -> None:
    """Of households alone: the signatures of the others add up to their changes."""
    line = f"{SAMPLE} summary --period 2021-08"
    (one,) = run(f"{line} -f json").json["changed_by"]
    flows = [one[name] and one[name]["num"] for name in ("signed", "withdrawn", "lapsed")]
    assert (one["measure"], one["change"], *flows, one["others"]) == ("pledges.household", 3254, 3340, 75, None, -11)
    own = run(f"{SAMPLE} pledges summary --period 2021-08 --vs 2021-07 --kind household -f json").json["rows"]
    assert [row["num"] for row in own[1:3]] == flows[:2]
    assert own[0]["change"]["num"] == one["change"] == flows[0] - flows[1] + one["others"]
    page, offices = said(line).splitlines(), said(line, "vi").splitlines()
    assert page.index(
        "Households +3,254: signatures +3,340; withdrawals -75; joined, moved, left or renewed: -11"
    ) < page.index(next(text for text in page if text.startswith("Done within")))
    assert (
        "Hộ gia đình +3.254: lượt ký +3.340, lượt rút -75; "
        "biến động khác (đến, đi, không còn, gia hạn) cộng lại -11" in offices
    )


def test_a_stranger_is_told_once_how_days_are_written() -> None:
    """Where one reads first, and on no screen of numbers."""
    english, vietnamese = (run("help", ANTQ_LANG=lang).stdout for lang in ("en", "vi"))
    assert "\nDays on screens are day/month/year: 01/08/2021 is 1 August 2021.\n" in english
    assert "\nNgày ghi theo thứ tự ngày/tháng/năm: 01/08/2021 là ngày 1 tháng 8 năm 2021.\n" in vietnamese
    assert "day/month/year" not in run("help summary", ANTQ_LANG="en").stdout
    readme, output = ((ROOT / name).read_text("utf-8") for name in ("README.md", "docs/output.md"))
    assert "day/month/year: 01/07/2025 is 1 July 2025" in readme.partition("\n## ")[0].replace("\n", " ")
    assert "day/month/year in both languages: 01/08/2021 is 1 August 2021" in output


@pytest.mark.parametrize("path", [path for path, command in COMMANDS.items() if "calendar" in command.options])
def test_a_calendar_without_a_period_says_something_or_is_refused(path: str) -> None:
    """It says something to what tells of periods in any case, and with what others are compared with."""
    sheet = "data/sheets/hoat-dong.csv" if COMMANDS[path].named == "import" else ""
    line = f"{path} {sheet} -b tests/books/journal --calendar calendar --lang en"
    alone = path not in {"pledges trend", "activities summary", "periods"}
    assert (" U055 error\n" in run(line).stderr) is alone
    with_it = [f"{line} --period 2022", *([f"{line} --vs 2022"] if "vs" in COMMANDS[path].options else [])]
    assert not any("U055" in run(each).stderr for each in with_it)


def test_whom_no_regime_judges_is_not_called_unreported() -> None:
    """Schools were judged by school year, of which the published book has no day; agencies have not been reported."""
    published = "-b data/cam-thuy-2021"
    for lang, schools, agencies in (
        ("en", r"\nSchools +— +— +no regime judges them", r"\nAgencies +— +— +not reported"),
        ("vi", r"\nNhà trường +— +— +ngày này không", r"\nCơ quan +— +— +chưa báo cáo"),
    ):
        page = said(f"{published} summary", lang)
        assert re.search(schools, page)
        assert re.search(agencies, page)
    window = f"{published} standards summary --window 2021"
    assert "\nJudged by no regime in that year: Schools\n" in said(window)
    assert "\nKhông có quy định nào xét trong năm đó: Nhà trường\n" in said(window, "vi")
    assert run(f"{window} -f json").json["unjudged"] == ["school"]
    assert run(f"{window} --kind commune -f json").json["unjudged"] == []
    assert "Judged by no regime" not in said(f"{published} standards summary")  # there they have a row
    assert "no regime judges them" in said(f"{published} standards summary")


def test_where_nobody_knows_whom_teams_reach_there_is_a_dash() -> None:
    page = said("-b data/cam-thuy-2021 summary")
    assert re.search(r"\nSocial-security group +1,288 +— +23\.2 households each", page)
    assert re.search(r"\nSecurity-and-order team +119 +119/119 ", page)


def test_a_difference_that_is_waived_stands_with_its_reason_and_the_others_without(tmp_path: Path) -> None:
    book = shutil.copytree(ROOT / "data/cam-thuy-sample", tmp_path / "book")
    reason = "số minh họa: báo cáo lập trước khi nhập hết phiếu của Cẩm Thạch"
    rows = run(f"-b {book} reconcile -f json").json["rows"]
    assert {row["unit"]: row["waived"] for row in rows if row["difference"]["num"]} == {
        "15136": None,
        "15142": reason,
        "15154": None,
    }
    assert not any(row["waived"] for row in rows if not row["difference"]["num"])
    table = list(csv.DictReader(run(f"-b {book} reconcile -f csv").stdout.splitlines()))
    assert [row["unit"] for row in table if row["waived"] == reason] == ["15142"]
    assert said(f"-b {book} reconcile").count(f"waived: {reason}") == 1
    assert said(f"-b {book} reconcile", "vi").count(f"bỏ qua có lý do: {reason}") == 1
    manifest, key = (book / "antq.toml").read_text("utf-8"), 'key = "2021-08-31 15142 pledges.household"'
    (book / "antq.toml").write_text(manifest.replace(key, f"{key}\nuntil = 2021-12-01"), "utf-8")
    assert reason not in run(f"-b {book} reconcile --lang en", 200, ANTQ_TODAY="2021-12-01").stdout  # it has expired
