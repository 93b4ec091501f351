"""Every rule has a book that breaks it and one that almost does, and says what is wrong in both languages."""

import pickle
from pathlib import Path

import pytest

from antq_cli.checks.registry import registry
from antq_cli.checks.runner import Inquiry, check
from antq_cli.core.findings import Refused, Shown
from antq_cli.core.measures import parse_measure
from antq_cli.core.values import Named
from antq_cli.words.speech import LANGUAGES, speech
from tests.checks.gallery import GALLERY, also, change, changed, checked, codes, golden, imported, of_import, put
from tests.helpers import TODAY, found_in, open_at, shown, write_book
from tests.helpers import checked as check_of

# What a small change of a good book makes of the figures that were published, reported, decided.
FIGURES = {"R101", "R102", "R201", "R301"}
NAMED = {"above", "calendar", "grain", "level", "measure", "parent", "regime", "sender", "to", "unit"}
# Of these a whole file is meant, or one that is not there.
WHOLE = {"F001", "F002", "F003", "F018", "F019", "F025", "F026"}


def test_each_rule_has_its_folder_and_each_folder_its_rule() -> None:
    assert {*codes()} == {*registry()}
    parts = {code: {path.name for path in (GALLERY / code).iterdir()} for code in codes()}
    assert {code: {"bad", "good", "expected.txt"} - there for code, there in parts.items()} == {
        code: set() for code in codes()
    }


def test_no_good_book_is_the_base_alone() -> None:
    """It has to be nearly wrong."""
    assert [code for code in codes() if not change(code, "good")] == []


OF_BOOKS = [code for code in codes() if code[0] != "I"]
OF_SHEETS = [code for code in codes() if code[0] == "I"]


@pytest.mark.parametrize("code", OF_SHEETS)
def test_a_bad_sheet_gives_what_is_expected_and_nothing_else(code: str, tmp_path: Path) -> None:
    ran = imported(tmp_path, code, "bad")
    assert golden(ran) == (GALLERY / code / "expected.txt").read_text("utf-8")
    told = of_import(ran)
    assert {found["code"] for found in told} == {code} | also(code)
    for found in told:
        assert found["place"]
        assert found["what"].endswith(".")
        assert found["remedy"].endswith((".", "?"))


@pytest.mark.parametrize("code", OF_SHEETS)
def test_a_sheet_that_is_nearly_wrong_comes_in(code: str, tmp_path: Path) -> None:
    ran = imported(tmp_path, code, "good")
    assert of_import(ran) == []
    assert ran.code == 0
    assert sum(row["outcome"] in ("new", "same") for row in ran.json["rows"]) >= 1


@pytest.mark.parametrize("code", OF_BOOKS)
def test_a_bad_book_gives_what_is_expected_and_nothing_else(code: str, tmp_path: Path) -> None:
    """Each finding has a place, and something to say in both languages."""
    ran = checked(tmp_path, code, "bad")
    assert golden(ran) == (GALLERY / code / "expected.txt").read_text("utf-8")
    findings = findings_in(tmp_path / "book")
    found = {finding.rule.code for finding in findings}
    assert found == {code} | also(code)
    assert ran.code == (2 if any(registry()[each].refuses for each in found) else int(_any_error(found)))
    for finding in findings:
        assert_told(finding)
    for finding in findings_in(tmp_path / "book", values=True):
        assert_placed(finding)
        assert_told(finding)


def _any_error(found: set[str]) -> bool:
    return any(registry()[code].severity == "error" for code in found)


@pytest.mark.parametrize("code", OF_BOOKS)
def test_what_is_nearly_wrong_is_not_found(code: str, tmp_path: Path) -> None:
    found = {finding.rule.code for finding in findings_in(put(code, "good", tmp_path / "book"))}
    assert found - FIGURES == set()
    assert code not in found


def findings_in(folder: Path, *, values: bool = False) -> list[Shown]:
    """What is found on the day that the book says itself."""
    try:
        book = open_at(folder)
    except Refused as refused:
        return [shown(finding, values=values) for finding in refused.findings]
    day = book.manifest.campaign.as_of
    assert day is not None
    return list(check(book, Inquiry(day, TODAY, values=values)).findings)


def assert_told(finding: Shown) -> None:
    for lang in LANGUAGES:
        prose = speech(lang).describe(finding)
        assert prose.what.endswith(".")
        assert prose.remedy.endswith((".", "?"))
        told = f"{prose.what} {prose.remedy}"
        assert not [word for word in ("{", "}", "None", "  ", " .") if word in told]
    for name, value in finding.values.items():
        # What has a name is told by it; by its id alone only where that is what is written there.
        assert isinstance(value, Named) or not (name in NAMED or is_measure(value)) or value == finding.cell, name


def is_measure(value: object) -> bool:
    return isinstance(value, str) and "." in value and parse_measure(value) is not None


def assert_placed(finding: Shown) -> None:
    """A path always; a line, and of a row its number and key, unless a whole file is meant."""
    assert finding.place.path
    assert pickle.loads(pickle.dumps(finding)) == finding  # noqa: S301 - as it is kept where there are very many
    if finding.rule.code not in WHOLE:
        assert finding.place.line >= 1
    if finding.subject is not None and finding.register != "book":
        assert finding.subject.number >= 1
        assert finding.subject.key
    assert finding.register in finding.rule.of


def test_the_good_book_is_clean_and_says_a_lot(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed())
    assert found_in(folder) == []
    judged = {step.rule.code for step in check_of(open_at(folder)).steps if step.judged == "passed"}
    assert {code[0] for code in judged} == set("FSDPXTRQ")
    assert {"R101", "R301", "X202", "D303"} <= judged
