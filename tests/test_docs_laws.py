"""docs/laws.md names tests that are there, and leaves out no law of the modules that hold nothing else."""

import re

import pytest

from tests.cli.harness import ROOT

PAGE = (ROOT / "docs" / "laws.md").read_text("utf-8")
ROWS = [row for row in re.findall(r"^\| (.+) \| .+ \| (`.+`) \|$", PAGE, re.MULTILINE) if row]
ALL_LAWS = ["counting/test_laws.py", "counting/test_time_laws.py", "counting/test_rows.py", "reading/test_law.py"]
# What holds for the laws: that what they are tried on is worth it, and a law that another one holds by the way.
BY_THE_WAY = {"test_the_damage_is_worth_the_name", "test_a_tally_of_some_days_gives_each_of_them"}


def named() -> list[tuple[str, str]]:
    """Every test that the page names, with its module."""
    found = []
    for _, cell in ROWS:
        for module, tests in re.findall(r"`([^`]+\.py)`: ((?:`test_\w+`(?:, )?)+)", cell):
            found += [(module, test) for test in re.findall(r"`(test_\w+)`", tests)]
    return found


def those_in(module: str) -> set[str]:
    return {*re.findall(r"^def (test_\w+)", (ROOT / "tests" / module).read_text("utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("module", sorted({module for module, _ in named()}))
def test_what_is_named_is_there(module: str) -> None:
    assert {test for each, test in named() if each == module} - those_in(module) == set()


def test_every_law_has_a_test_and_every_test_stands_once() -> None:
    assert len(ROWS) == PAGE.count("\n| ") - PAGE.count("\n| law |")
    assert len(named()) == len({*named()}) == len(re.findall(r"`test_\w+`", PAGE))


@pytest.mark.parametrize("module", ALL_LAWS)
def test_no_law_is_left_out(module: str) -> None:
    assert those_in(module) - BY_THE_WAY == {test for each, test in named() if each == module}
