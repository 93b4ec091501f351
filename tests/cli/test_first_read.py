"""What somebody asks who reads a screen for the first time stands on it."""

from tests.cli.harness import run

SAMPLE, PUBLISHED = "-b data/cam-thuy-sample", "-b data/cam-thuy-2021"


def said(line: str, lang: str = "en", columns: int = 200) -> str:
    """A screen on which no sentence is folded."""
    return run(f"{line} --lang {lang}", columns).stdout


def test_claims_of_later_days_are_counted_on_the_page_that_leaves_them_out() -> None:
    every = run(f"{SAMPLE} claims -f json").json["rows"]
    page = run(f"{SAMPLE} summary -f json").json
    assert (len(every), len(page["claims"]), page["claims_later"]) == (12, 11, 1)
    assert "cannot be verified: 1 · of later days, not compared here: 1\n" in said(f"{SAMPLE} summary")
    assert "chưa kiểm chứng được: 1 · của ngày sau, chưa đối chiếu ở đây: 1\n" in said(f"{SAMPLE} summary", "vi")
    assert ": of later days, not compared here: 12\n" in said(f"{SAMPLE} summary --as-of 2019-12-31")  # none as yet
    for no_later in ("--as-of 2026-01-01", "--unit 15127"):  # claims are those of the whole book
        assert "later days" not in said(f"{SAMPLE} summary {no_later}")


def test_the_title_of_criteria_has_the_days_of_the_subjects_that_are_shown() -> None:
    line = f"{SAMPLE} standards summary --window 2021"
    assert " · on 31/08/2021, 31/10/2021, 30/11/2021 · " in said(line)  # schools, areas, and all others
    assert " · on 30/11/2021 · " in said(f"{line} --criteria")  # communes
    assert " · tính đến ngày 31/10/2021 · " in said(f"{line} --criteria --by area", "vi")
