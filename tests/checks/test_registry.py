"""Every rule can be broken, and what is only nearly wrong is not found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from antq_cli.checks.calendars import RULES as CALENDARS
from antq_cli.checks.registry import registry
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.reading.rules import RULES as READING
from antq_cli.units.rules import RULES as UNITS
from antq_cli.words.speech import LANGUAGES, Prose, speech
from tests.checks.faults import FAULTS, changed
from tests.helpers import found_in, write_book


def test_each_code_belongs_to_one_room() -> None:
    rooms = [READING, UNITS, COUNTING, CALENDARS]
    assert len(registry()) == sum(map(len, rooms))
    assert [*registry()] == sorted(registry())
    assert all(code == rule.code for code, rule in registry().items())


def test_each_rule_has_its_own_name_and_family() -> None:
    rules = registry().values()
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.code[0] for rule in rules} == set("FSDXT")


def test_a_code_that_two_rooms_declare_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UNITS, "D101", READING["D101"])
    with pytest.raises(ValueError, match="D101"):
        registry()


def test_each_rule_has_a_book_that_breaks_it() -> None:
    assert {*FAULTS} == {*registry()}


@pytest.mark.parametrize("code", FAULTS)
def test_a_broken_rule_is_found_and_nothing_else(code: str, tmp_path: Path) -> None:
    found = found_in(write_book(tmp_path, changed(FAULTS[code].bad)))
    assert {finding.rule.code for finding in found} == {code}


@pytest.mark.parametrize("code", FAULTS)
def test_what_is_nearly_wrong_is_clean(code: str, tmp_path: Path) -> None:
    assert found_in(write_book(tmp_path, changed(FAULTS[code].good))) == []


def spoken(folder: Path, code: str) -> Iterator[Prose]:
    for lang in LANGUAGES:
        for finding in found_in(write_book(folder, changed(FAULTS[code].bad))):
            yield from (speech(lang).describe(finding, values=values) for values in (False, True))


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_has_something_to_say_in_both_languages(code: str, tmp_path: Path) -> None:
    for prose in spoken(tmp_path, code):
        assert prose.what.endswith(".")
        assert prose.remedy.endswith((".", "?"))
        assert not [word for word in ("{", "}", "None", "  ", " .") if word in f"{prose.what} {prose.remedy}"]
