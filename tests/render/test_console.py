"""What a terminal is told beside the text, and that it says nothing else than a file does."""

import re

import pytest

from antq_cli.render.console import BLANK, Console, Run, console_for, drawn
from tests.cli.harness import Terminal, run

STYLED = Console(80, styled=True)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ((Run("a", "bold"), Run(" b "), Run("c", "bold red")), "\x1b[1ma\x1b[0m b \x1b[1;31mc\x1b[0m\n"),
        ((Run("a", "italic dim"),), "\x1b[2;3ma\x1b[0m\n"),
        ((Run("a", "cyan"), Run("", "cyan"), Run("  ")), "\x1b[36ma\x1b[0m\n"),
        (BLANK, "\n"),
    ],
)
def test_a_run_begins_and_ends_its_style_and_an_empty_one_has_none(line: tuple[Run, ...], shown: str) -> None:
    assert drawn(STYLED, [line]) == shown
    assert drawn(Console(80, styled=False), [line]) == re.sub(r"\x1b\[[\d;]*m", "", shown)


def test_a_style_that_there_is_none_of_is_a_fault() -> None:
    with pytest.raises(KeyError):
        drawn(STYLED, [(Run("a", "blue"),)])


@pytest.mark.parametrize(
    ("said", "styled"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_styles_are_for_terminals_that_show_them(
    said: dict[str, str], styled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert console_for(Terminal()).styled is styled
    assert not console_for(None).styled


@pytest.mark.parametrize(
    "line", ["-h", "pledges summary -h", "-b data/cam-thuy-2021 summary", "-b tests/books/bad check"]
)
def test_without_its_styles_a_terminal_says_what_a_file_says(line: str) -> None:
    plain, styled = run(line, TERM="xterm").stdout, run(line, TERM="xterm", terminal=True).stdout
    assert "\x1b" not in plain
    assert "\x1b[" in styled
    without = re.sub(r"\x1b\[[\d;]*m", "", styled)
    assert [each.rstrip() for each in without.split("\n")] == plain.split("\n")
