"""Every rule can be broken, and what is only nearly wrong is not found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from antq_cli.checks.calendars import RULES as CALENDARS
from antq_cli.checks.registry import registry
from antq_cli.core.findings import Finding
from antq_cli.counting.asking import Figures
from antq_cli.counting.claims import claims
from antq_cli.counting.ground import Ground, once
from antq_cli.counting.reconcile import reconcile
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.counting.standing import Asked, standing
from antq_cli.counting.summary import Question
from antq_cli.reading.rules import RULES as READING
from antq_cli.units.rules import RULES as UNITS
from antq_cli.words.speech import LANGUAGES, Prose, speech
from tests.checks.faults import FAULTS, TOLD, changed
from tests.helpers import DAY, found_in, open_at, write_book


def test_each_code_belongs_to_one_room() -> None:
    rooms = [READING, UNITS, COUNTING, CALENDARS]
    assert len(registry()) == sum(map(len, rooms))
    assert [*registry()] == sorted(registry())
    assert all(code == rule.code for code, rule in registry().items())


def test_each_rule_has_its_own_name_and_family() -> None:
    rules = registry().values()
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.code[0] for rule in rules} == set("FSDXRT")


def test_a_code_that_two_rooms_declare_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UNITS, "D101", READING["D101"])
    with pytest.raises(ValueError, match="D101"):
        registry()


def test_each_rule_has_a_book_that_breaks_it() -> None:
    assert not {*FAULTS} & {*TOLD}
    assert {*FAULTS} | {*TOLD} == {*registry()}


@pytest.mark.parametrize("code", FAULTS)
def test_a_broken_rule_is_found_and_nothing_else(code: str, tmp_path: Path) -> None:
    found = found_in(write_book(tmp_path, changed(FAULTS[code].bad)))
    assert {finding.rule.code for finding in found} == {code}


@pytest.mark.parametrize("code", FAULTS)
def test_what_is_nearly_wrong_is_clean(code: str, tmp_path: Path) -> None:
    assert found_in(write_book(tmp_path, changed(FAULTS[code].good))) == []


def told_in(folder: Path) -> list[Finding]:
    """What is found by holding the claims, the returns and the decisions of a book against what it counts."""
    figures = Figures(Ground(open_at(folder)))
    top = figures.ground.map(DAY).top
    assert top is not None
    made = standing(figures, Asked(Question(DAY, by="area"), criteria=True))
    found = (claims(figures), reconcile(figures, top, DAY, None, ()), made)
    return once(finding for one in found for finding in one.findings)


def test_the_good_book_has_something_to_tell_and_nothing_to_complain_of(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({}))
    figures = Figures(Ground(open_at(folder)))
    made = standing(figures, Asked(Question(DAY, by="area"), criteria=True))
    assert [held.verdict for held in claims(figures).held] == ["agrees"]
    assert [(card.unit, card.recorded, card.computed) for card in made.cards or ()] == [
        ("1-1", "met", "met"),
        ("2-1", None, "not-met"),
    ]
    assert (found_in(folder), told_in(folder)) == ([], [])


@pytest.mark.parametrize("code", TOLD)
def test_a_number_that_is_not_the_books_is_told_and_nothing_else(code: str, tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed(TOLD[code].bad))
    assert {finding.rule.code for finding in told_in(folder)} == {code}
    assert found_in(folder) == []


@pytest.mark.parametrize("code", TOLD)
def test_a_number_that_is_the_books_is_not_told(code: str, tmp_path: Path) -> None:
    assert told_in(write_book(tmp_path, changed(TOLD[code].good))) == []


def spoken(folder: Path, code: str) -> Iterator[Prose]:
    folder = write_book(folder, changed((FAULTS | TOLD)[code].bad))
    for lang in LANGUAGES:
        for finding in told_in(folder) if code in TOLD else found_in(folder):
            yield from (speech(lang).describe(finding, values=values) for values in (False, True))


@pytest.mark.parametrize("code", [*FAULTS, *TOLD])
def test_each_rule_has_something_to_say_in_both_languages(code: str, tmp_path: Path) -> None:
    for prose in spoken(tmp_path, code):
        assert prose.what.endswith(".")
        assert prose.remedy.endswith((".", "?"))
        assert not [word for word in ("{", "}", "None", "  ", " .") if word in f"{prose.what} {prose.remedy}"]
