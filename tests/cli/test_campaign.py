"""The whole campaign: its page, what was published against the book, two sources, and the worked example."""

import shutil
from pathlib import Path

import pytest

from tests.cli.behaviours import refused
from tests.cli.harness import BOOKS, ROOT, Ran, run

CLAIMS = "-b data/cam-thuy-2021 claims"
EXAMPLE = "-b tests/books/standard standards summary --unit 10 --window 2021 --criteria"


def codes(ran: Ran) -> list[str]:
    """The codes of what is said on stderr."""
    return [line.split()[-2] for line in ran.stderr.splitlines() if line.endswith((" error", " warning"))]


# The page ----------------------------------------------------------------------------------------------------

SAID = [
    *("17/17 100.00%", "119/119 100.00%", "25,915/29,853 86.81%", "missing: 3,938", "9,855", "30", "119", "1,288"),
    *("Veterans", "Self-managed youth", "Self-managed school gate", "Self-managed clan", "Lights on country roads"),
]
NAMES = {
    "Veterans": "Cựu chiến binh",
    "Self-managed youth": "Thanh niên tự quản",
    "Self-managed school gate": "Cổng trường tự quản",
    "Self-managed clan": "Dòng họ tự quản",
    "Lights on country roads": "Ánh sáng đường quê",
    "missing: 3,938": "còn thiếu: 3.938",
}
VIETNAMESE = str.maketrans(",.", ".,")


@pytest.mark.parametrize("book", ["cam-thuy-2021", "cam-thuy-sample"])
def test_the_page_says_what_the_newspaper_said(book: str) -> None:
    for lang in ("en", "vi"):
        ran = run(f"-b data/{book} summary", ANTQ_LANG=lang)
        assert (ran.code, ran.err) == (0, b"")
        lines = ran.stdout.splitlines()
        assert max(map(len, lines)) <= 80
        told = {" ".join(line.split()) for line in lines}
        page = " ".join(ran.stdout.split())
        for said in SAID:
            words = said if lang == "en" else NAMES.get(said, said.translate(VIETNAMESE))
            # The models of which nobody reported are named in one sentence, over several lines.
            assert [line for line in (*told, *([page] if said in NAMES else [])) if words in line], words


def test_the_numbers_stand_at_what_they_are_of() -> None:
    lines = [line.split() for line in run("-b data/cam-thuy-2021 summary", ANTQ_LANG="en").stdout.splitlines()]
    firsts = {words[0]: words[1] for words in reversed(lines) if len(words) > 1}
    assert firsts["Communes"] == "17/17"
    assert (firsts["Households"], firsts["Students"], firsts["Organisations"]) == ("25,915/29,853", "9,855", "30")
    assert [words[2] for words in lines if words[:1] == ["Security-and-order"]] == ["119"]
    assert [words[2] for words in lines if words[:1] == ["Social-security"]] == ["1,288"]


def test_of_a_unit_below_those_that_report_the_page_has_no_row_of_dashes() -> None:
    ran = run("-b data/cam-thuy-2021 summary --unit 15127", ANTQ_LANG="en")
    assert "Legal basis: " in ran.stdout
    assert "─" not in ran.stdout  # no table
    assert "Reported only down to district, so there are no figures of Phong Sơn alone: Communes, " in ran.stderr


@pytest.mark.parametrize("book", ["cam-thuy-2021", "cam-thuy-sample"])
def test_the_page_as_figures(book: str) -> None:
    rows = {row["measure"]: row for row in run(f"-b data/{book} summary -f json").json["rows"]}
    found = {measure: (rows[measure]["num"], rows[measure]["den"]) for measure in rows}
    assert found["pledges.household"] == (25915, 29853)
    assert (found["pledges.commune"], found["pledges.area"]) == ((17, 17), (119, 119))
    assert (found["teams.antt"], found["teams.antt.reach"]) == ((119, None), (119, 119))
    assert found["teams.anxh"] == (1288, None)
    assert (found["pledges.student"][0], found["pledges.organisation"][0]) == (9855, 30)
    kinds = [measure for measure in rows if measure.startswith("models.") and measure.count(".") == 1]
    assert len(kinds) == 5


def test_the_teams_of_2024_take_the_place_of_those_of_2021() -> None:
    kinds = ("antt", "anxh", "bvantt")
    for day, teams, reached in (
        ("2021-08-31", [119, 1288, 0], [119, 119, 0]),
        ("2024-06-30", [119, 1276, 0], [119, 119, 0]),
        ("2024-07-01", [0, 1276, 119], [0, 119, 119]),
    ):
        ran = run(f"-b data/cam-thuy-sample teams summary --as-of {day} -f json")
        found = {row["measure"]: (row["num"], row["den"]) for row in ran.json["rows"]}
        assert [found.get(f"teams.{kind}", (0, None))[0] for kind in kinds] == teams, day
        assert [found.get(f"teams.{kind}.reach", (0, 119)) for kind in kinds] == [(n, 119) for n in reached], day


# Claims ------------------------------------------------------------------------------------------------------


def test_every_published_figure_is_held_against_the_book() -> None:
    ran = run(f"{CLAIMS} -f json")
    rows = ran.json["rows"]
    verdicts: dict[str, list[str]] = {}
    for row in rows:
        verdicts.setdefault(row["verdict"], []).append(row["id"].split("-", 2)[2])
    assert ran.code == 0
    assert verdicts == {
        "agrees (same source)": [
            *("areas", "communes", "households", "organisations", "standard-commune"),
            *("students", "teams-antt", "teams-anxh"),
        ],
        "unverifiable": ["standard-agency", "standard-enterprise", "standard-school"],
        "differs": ["households"],
    }
    assert {row["why"] for row in rows} == {None, "not-reported"}
    last = rows[-1]
    assert (last["value"], last["figure"]) == ("90%", "pledges.household@390:2021-08-31")
    assert last["difference"] == {"num": None, "den": None, "to_round": 804, "to_reach": 953}
    assert (last["computed"]["num"], last["computed"]["den"]) == (25915, 29853)
    assert last["counted_on"] == ["2021-08-31", "2021-08-31"]


def test_the_sample_has_claims_that_disagree() -> None:
    rows = {row["id"]: row for row in run("-b data/cam-thuy-sample claims -f json").json["rows"]}
    assert {row["verdict"] for row in rows.values()} == {"agrees", "differs", "unverifiable"}
    assert (rows["2021-09-town"]["verdict"], rows["2021-09-town"]["difference"]["num"]) == ("differs", 18)
    assert (rows["2020-06-schools"]["verdict"], rows["2020-06-schools"]["why"]) == ("unverifiable", "not-assessed")


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_what_differs_is_a_warning(severity: str, code: int) -> None:
    ran = run(f"{CLAIMS} --fail-on {severity}", ANTQ_LANG="en")
    assert ran.code == code
    assert codes(ran) == ["R101"]
    assert "Findings waived in antq.toml: 3.\n" in ran.stderr


def test_what_is_waived_fails_no_comparison_and_what_has_expired_does(tmp_path: Path) -> None:
    book = shutil.copytree(ROOT / "data" / "cam-thuy-2021", tmp_path / "book")
    manifest = (book / "antq.toml").read_text("utf-8")
    all_ = manifest.replace('"R102"', '"R101"').replace("2021-08-standard-*", "*")
    (book / "antq.toml").write_text(all_.replace('key = "*" ', 'key = "*"\nuntil = 2026-09-01 '), "utf-8")
    line = ["-b", book, "claims", "--fail-on", "warning", "-f", "json"]
    before, after = run(line, ANTQ_TODAY="2026-08-31"), run(line, ANTQ_TODAY="2026-09-01")
    assert (before.json["findings"]["warning"], after.json["findings"]["warning"]) == (3, 4)
    assert (before.json["today"], after.json["today"]) == ("2026-08-31", "2026-09-01")


def test_claims_that_cannot_be_read_or_held_against_anything() -> None:
    ran = run("-b tests/books/bad claims", ANTQ_LANG="en")
    assert ran.code == 1
    assert [code for code in codes(ran) if code[0] in "DR"] == ["D111", "R103", "R103", "D110"]
    assert "1.01 is not a count, a ratio of counts or a percentage." in ran.stderr
    assert [row["id"] for row in run("-b tests/books/bad claims -f json").json["rows"]] == ["place", "pupils"]


# The standard ------------------------------------------------------------------------------------------------


def test_windows_and_units_that_are_not_judged() -> None:
    assert refused(run("-b tests/books/standard standards summary --window 1999 --lang en"), "U024")
    assert refused(run("-b data/cam-thuy-2021 standards summary --window 2030 --lang en"), "U024")
    assert refused(run("-b data/cam-thuy-2021 standards summary --criteria --lang en"), "U025")


def test_the_worked_example() -> None:
    """25 areas, 16 met: 64 %, 18 needed, 2 short. The commune was recorded as met all the same."""
    ran = run(EXAMPLE, ANTQ_LANG="vi")
    assert (ran.code, codes(run(EXAMPLE, ANTQ_LANG="en"))) == (0, ["R301"])
    assert [line.split()[-5:] for line in ran.stdout.splitlines() if "16/25" in line] == [
        ["64,00%", "18", "2", "không", "đạt"]
    ]
    document = run(f"{EXAMPLE} -f json").json
    (row,) = document["rows"]
    assert (row["num"], row["den"], row["percent"], row["at_least"]) == (16, 25, "64.00", "70.00")
    assert (row["needed"], row["short"], row["met"]) == (18, 2, False)
    (subject,) = document["subjects"]
    assert (subject["computed"], subject["recorded"], subject["agrees"]) == ("not-met", "met", False)
    assert document["findings"] == {"error": 0, "warning": 1}


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_a_decision_against_the_criteria_is_a_warning(severity: str, code: int) -> None:
    assert run(f"{EXAMPLE} --fail-on {severity}").code == code


def test_the_decision_stands_where_the_criteria_come_to_something_else() -> None:
    """What is counted as met is what was decided; the criteria never take its place."""
    rows = run("-b tests/books/standard standards summary --kind commune --by commune -f json").json["rows"]
    met = {row["unit"]: row["num"] for row in rows if row["measure"] == "standards.commune.met"}
    assert met == {"10": 1, "20": 1}


# Two sources -------------------------------------------------------------------------------------------------


def test_two_sources_stand_beside_each_other() -> None:
    ran = run("-b tests/books/standard reconcile -f json", ANTQ_LANG="en")
    (row,) = ran.json["rows"]
    assert (row["reported"]["num"], row["recounted"]["num"], row["difference"]["num"]) == (3, 2, -1)
    assert (row["factor"], row["used"], row["why"], row["expected"]) == ("0.6667", "register", "source", 1)
    assert codes(run("-b tests/books/standard reconcile", ANTQ_LANG="en")) == ["R201"]
    teams = run("-b tests/books/standard teams summary -f json").json["rows"]
    assert {row["measure"]: row["num"] for row in teams}["teams.antt"] == 2  # the book's own number, never the other


def test_what_is_left_out_of_the_books_own_number_is_said_and_nothing_is_compared(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "books" / "standard", tmp_path / "book")
    with (tmp_path / "book" / "teams.csv").open("a", encoding="utf-8") as teams:
        teams.write("antt-9,antt,20-01,2021-02-30,,\n")
    ran = run("-b book reconcile", cwd=tmp_path, ANTQ_LANG="en")
    assert (codes(ran), ran.code) == (["D103"], 1)
    assert "rows left out: 1" in " ".join(ran.stdout.split())
    (row,) = run("-b book reconcile -f json", cwd=tmp_path).json["rows"]
    assert (row["recounted"]["left_out"], row["difference"]["num"], row["factor"]) == (1, None, None)


def test_returns_of_two_levels_stand_beside_each_other() -> None:
    rows = run("-b tests/books/areas reconcile -f json").json["rows"]
    assert [(row["unit"], row["reported"]["num"], row["difference"]["num"]) for row in rows] == [
        ("101", 200, 0),
        ("102", 190, None),  # not all of its areas reported
    ]


def test_what_stands_beside_each_other_in_several_periods_is_one_table_a_way(tmp_path: Path) -> None:
    """Coarser and finer returns of the same kind, month after month: the pairs go by day, the tables do not."""
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    with (book / "returns.csv").open("a", encoding="utf-8") as file:
        for day in ("2024-05-31", "2024-06-30"):
            file.writelines(
                f"{day},{unit},pledges.student,{n},700,,\n" for unit, n in (("1", 9), ("101", 8), ("101-01", 7))
            )
    line = f"-b {book} reconcile --period 2024 --kind student --lang en"
    told = [each.partition(": rows ")[2] for each in run(line, columns=200).stdout.split("\n") if ": rows " in each]
    assert told == ["2, differing 0", "2, differing 0"]
    days = [row["date"] for row in run(f"{line} -f json").json["rows"]]
    assert days == ["2024-05-31"] * 2 + ["2024-06-30"] * 2  # each way in turn
