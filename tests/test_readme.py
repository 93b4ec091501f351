"""What the README and the docs show is what happens."""

import re

import pytest

from tests.cli.harness import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")
PAGES = ["README.md", *sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md"))]
_SCREEN = re.compile(r"<!-- screen: (.*?) -->\n```text\n(.*?)```\n", re.DOTALL)
SCREENS = [(page, *found) for page in PAGES for found in _SCREEN.findall((ROOT / page).read_text("utf-8"))]
POSIX = [
    "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/antq -b data/cam-thuy-2021 pledges summary",
    'python3 -m venv .venv && .venv/bin/pip install -q -e ".[test]" && .venv/bin/python -m pytest',
]


def in_powershell(line: str) -> str:
    """The same line for Windows PowerShell, which has no `&&`."""
    first, *rest = line.replace("python3", "py -3").replace(".venv/bin/", ".venv\\Scripts\\").split(" && ")
    return "; ".join([first, *(f"if ($?) {{ {step} }}" for step in rest)])


def test_both_lines_and_their_powershell_pair_stand_there() -> None:
    lines = [line for line in README.splitlines() if " -m venv " in line]
    assert lines == [POSIX[0], in_powershell(POSIX[0]), POSIX[1], in_powershell(POSIX[1])]


def test_ci_calls_the_test_line_of_the_readme() -> None:
    assert POSIX[1] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_readme_shows_the_command_that_it_tells_to_try() -> None:
    shown = [line for page, line, _ in SCREENS if page == "README.md"]
    assert POSIX[0].partition("/antq ")[2] in shown


@pytest.mark.parametrize(("page", "line", "shown"), SCREENS, ids=[f"{page}: {line}" for page, line, _ in SCREENS])
def test_a_screen_is_what_the_command_prints_now(page: str, line: str, shown: str) -> None:
    assert run(line).stdout == shown
