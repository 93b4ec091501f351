"""Who follows the Vietnamese page from an empty folder gets the screens that it shows."""

import csv
import re
from pathlib import Path

import pytest

from tests.cli.harness import ROOT, run
from tests.test_readme import POSIX, in_powershell

PAGE = ROOT / "docs" / "vi" / "README.md"
TEXT = PAGE.read_text("utf-8")
_FILE = re.compile(r"<!-- file: (.*?) -->\n```\w+\n(.*?)```\n", re.DOTALL)
_RETURNS = re.compile(r"<!-- returns: (\w+) -->\n\n((?:\|.*\n)+)")
_SCREEN = re.compile(r"<!-- here: (.*?) -->\n```text\n(.*?)```\n", re.DOTALL)
FILES = dict(_FILE.findall(TEXT))
SCREENS = _SCREEN.findall(TEXT)
# Which columns of the table are the count of a measure, at the end of July and of August, and its total, which is empty
# behind the last column.
_COUNTED = {"pledges.household": (2, 3, 4), "pledges.student": (5, 6, 7), "teams.antt": (8, 8, -1)}


def rows() -> list[list[str]]:
    """The rows of the table of returns, without its head; behind each an empty cell."""
    ((_, table),) = _RETURNS.findall(TEXT)
    return [[cell.strip() for cell in line.removeprefix("|").split("|")] for line in table.splitlines()[2:]]


def returned(row: list[str]) -> str:
    """The file of a commune, as the page says: three rows a month, none for a month of which nothing was sent."""
    code, sent = row[0], bool(row[3])
    lines = ["date,unit,measure,count,total,received"]
    for month, (date, received) in enumerate([("2024-07-31", "2024-08-02"), ("2024-08-31", "2024-09-02")][: 1 + sent]):
        for measure, columns in _COUNTED.items():
            lines.append(f"{date},{code},{measure},{row[columns[month]]},{row[columns[2]]},{received}")
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of who has done what the page says."""
    folder = tmp_path_factory.mktemp("minh-son")
    (folder / "returns").mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    for row in rows():
        (folder / "returns" / f"{row[0]}.csv").write_text(returned(row), "utf-8")
    return folder


def test_a_file_a_commune_of_which_one_is_shown() -> None:
    (shown,) = _RETURNS.findall(TEXT)
    units = {line["code"]: line["name"] for line in csv.DictReader(FILES["units.csv"].splitlines()) if line["parent"]}
    assert {row[0]: row[1] for row in rows()} == units
    assert len(units) == 12
    assert {row[0]: returned(row) for row in rows()}[shown[0]] == FILES[f"returns/{shown[0]}.csv"]


@pytest.mark.parametrize(("line", "shown"), SCREENS, ids=[line for line, _ in SCREENS])
def test_a_screen_of_the_page(line: str, shown: str, book: Path) -> None:
    ran = run(line, cwd=book, ANTQ_LANG="", ANTQ_BOOK="")
    assert ran.out.decode() + ran.err.decode() == shown
    assert ran.code == 0


def test_the_story_ends_with_the_page_of_the_month() -> None:
    (first, _), *_, (last, _) = SCREENS
    assert (first, last) == ("check", "summary --period 2024-08")


def test_it_is_installed_as_the_readme_says() -> None:
    assert in_powershell(POSIX[0]) in TEXT.splitlines()
