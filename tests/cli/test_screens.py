"""What people see: every command in both languages, on narrow and on wide screens.

The pictures are in __snapshots__; whoever changes one reads it before accepting it (pytest --snapshot-update).
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.harness import run

LANGUAGES = ("vi", "en")
TABLES = [
    "-b data/cam-thuy-2021 pledges summary",
    "-b data/cam-thuy-2021 pledges summary --by commune",
    "-b data/cam-thuy-2021 pledges summary --unit 15127",
    "-b data/cam-thuy-2021 teams summary",
    "-b data/cam-thuy-sample pledges summary",
    "-b data/cam-thuy-sample pledges summary --by commune",
    "-b data/cam-thuy-sample teams summary",
    "-b tests/books/areas pledges summary",
    "-b tests/books/areas pledges summary --by commune",
    "-b tests/books/areas pledges summary --by area --kind household",
    "-b tests/books/areas pledges summary --unit 102 --by area",
    "-b tests/books/areas teams summary",
    "-b tests/books/areas teams summary --by area",
    "-b tests/books/journal pledges summary --by area",
    "-b tests/books/journal pledges summary --by commune --as-of 2022-12-31",
    "-b tests/books/journal teams summary --by commune --as-of 31/12/2021",
    "-b tests/books/odd pledges summary",
    "-b tests/books/odd pledges summary --by commune --kind household",
    "-b tests/books/odd teams summary --by commune",
    "-b tests/books/bad pledges summary --by commune",
]
TEXTS = [
    "-b data/cam-thuy-2021 check",
    "-b data/cam-thuy-2021 pledges summary --as-of 2000-01-01",
    "-b data/cam-thuy-2021 pledges summary -v",
    "-b data/cam-thuy-2021 pledges summary -f md",
    "-b tests/books/journal pledges summary --by area -f md",
    "-b tests/books/odd pledges summary --by commune -f md",
    "-b tests/books/bad check",
    "-b tests/books/bad check --values",
    "-b tests/books/bad check -q",
    "-b tests/books/bad teams summary",
    "-b tests/books/bad teams summary -q",
    "-b tests/books/bad check -f json",
    "-b tests/books/refused check",
    "-b tests/books/refused pledges summary",
    "-b tests/books/refused pledges summary -f json",
]
NEUTRAL = [
    "-b data/cam-thuy-2021 pledges summary -f csv",
    "-b tests/books/areas pledges summary --by commune -f csv",
    "-b tests/books/odd pledges summary --by commune --kind household -f csv",
    "-b tests/books/odd pledges summary --unit c04 -f json",
    "-b data/cam-thuy-2021 check -f json",
]
HELP = ["", "-h", "pledges", "pledges summary -h", "teams -h", "teams summary -h", "check -h"]
USAGE = [
    "pledge",
    "pledges sumary",
    "pledges summary now",
    "pledges summary --bye commune",
    "--nothing pledges summary",
    "check --by area",
    "--by area check",
    "pledges summary -b",
    "pledges summary --unit=",
    "pledges summary --quiet=1",
    "pledges summary --lang fr",
    "pledges summary -f xml",
    "check -f csv",
    "pledges summary -o coverage.pdf",
    "pledges summary -o coverage.csv -f json",
    "pledges summary -b data/nothing-here",
    "-b data/cam-thuy-2021 pledges summary -o no/such/folder/coverage.csv",
    "-b data/cam-thuy-2021 pledges summary --as-of 31/02/2021",
    "-b data/cam-thuy-2021 pledges summary --by comune",
    "-b data/cam-thuy-2021 pledges summary --kind=houshold",
    "-b data/cam-thuy-2021 pledges summary --unit 15130",
    "-b data/cam-thuy-2021 pledges summary --unit 'Phong Sơn'",
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize("line", TABLES)
def test_table(line: str, columns: int, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, columns, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= columns


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", TEXTS)
def test_text(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    assert run(line, ANTQ_LANG=lang).screen == snapshot


@pytest.mark.parametrize("line", NEUTRAL)
def test_machine(line: str, snapshot: SnapshotAssertion) -> None:
    assert run(line, ANTQ_LANG="vi").screen == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", HELP)
def test_help(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert max(map(len, ran.stdout.split("\n"))) <= 80


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", USAGE)
def test_usage_error(line: str, lang: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG=lang)
    assert ran.screen == snapshot
    assert (ran.code, ran.stdout) == (2, "" if "json" not in line else ran.stdout)


# Terminals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["-b tests/books/areas pledges summary --by area --kind household", "check -h"])
def test_terminal_has_colours(line: str, snapshot: SnapshotAssertion) -> None:
    ran = run(line, ANTQ_LANG="en", TERM="xterm-256color", terminal=True)
    assert ran.screen.replace("\x1b", "␛") == snapshot


def test_terminal_has_colours_for_findings(snapshot: SnapshotAssertion) -> None:
    ran = run("-b tests/books/bad teams summary", ANTQ_LANG="en", TERM="xterm-256color", terminal=True)
    assert ran.screen.replace("\x1b", "␛") == snapshot


@pytest.mark.parametrize("said", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
@pytest.mark.parametrize("line", ["-b tests/books/areas pledges summary", "-b tests/books/bad check", "-h"])
def test_terminal_that_wants_no_colours_gets_the_text_alone(line: str, said: dict[str, str]) -> None:
    plain, shown = run(line, ANTQ_LANG="en"), run(line, terminal=True, ANTQ_LANG="en", env=said)
    assert "\x1b[3" not in shown.stdout + shown.stderr
    if said["TERM"] == "dumb":
        assert (shown.stdout, shown.stderr) == (plain.stdout, plain.stderr)


@pytest.mark.parametrize(
    "line", ["-b data/cam-thuy-2021 pledges summary", "-b tests/books/odd pledges summary --by commune"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_is_ever_cut(line: str, lang: str) -> None:
    """On a screen that is too narrow the lines go over its edge."""
    narrow, wide = run(line, 40, ANTQ_LANG=lang), run(line, 400, ANTQ_LANG=lang)
    numbers = [word for word in wide.stdout.split() if any(sign.isdigit() for sign in word) and "/" in word]
    assert len(numbers) > 3
    assert all(number in narrow.stdout.split() for number in numbers)
