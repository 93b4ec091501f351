"""Pages that are told before Typer is loaded are those that it would come to; no line has one that it refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.cli.app import parse
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import OPTIONS, Request
from antq_cli.cli.quick import answer, page_of
from antq_cli.words.speech import LANGUAGES
from tests.cli.harness import BOOKS, environment, run
from tests.cli.test_process import loaded
from tests.thinned import tries

PAGES = ("", *GROUPS, *COMMANDS)
WORDS = sorted({word for path in PAGES for word in path.split()})
FLAGS = sorted({flag for option in OPTIONS.values() for flag in option.flags})
SPELLINGS = ("{} -h", "--help {}", "help {}", "-h {} --help", "help {} -h")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_the_one_that_typer_comes_to(path: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [spelling.format(path).split() for spelling in SPELLINGS]
    lines += [path.split()] if path not in COMMANDS else []
    env = {"ANTQ_LANG": lang} if len(path) % 2 else {"LC_ALL": f"{lang}_VN.UTF-8"}
    quick = [(run(line, 100, env=env), page_of(line)) for line in lines]
    monkeypatch.setattr("antq_cli.cli.main._helped", lambda _: None)
    for line, (shown, page) in zip(lines, quick, strict=True):
        long = run(line, 100, env=env)
        assert (page, shown.code, shown.out, shown.err) == (path, long.code, long.out, long.err), line


@tries(400)
@given(
    st.lists(
        st.sampled_from(["-h", "--help", "help"])
        | st.sampled_from(WORDS)
        | st.sampled_from([*FLAGS, "-hq", "--", "", "x"]),
        max_size=4,
    )
)
def test_a_line_is_declined_or_read_as_typer_reads_it(line: list[str]) -> None:
    page = page_of(line)
    if page is None:
        return
    read = parse(line)
    assert (read.path, read.refused) == (page, None)
    assert read.request.help or page not in COMMANDS
    assert read.request._replace(book=NO_BOOK, command="", help=False) == Request(NO_BOOK)


NO_BOOK = Opening()


@pytest.mark.parametrize(
    "line",
    ["pledges summary", "rules D104", "pledges -h x", "-h -q", "-h -b x", "help help", "pledges help", "--", "x -h"],
)
def test_what_it_does_not_know_it_declines(line: str) -> None:
    assert page_of(line.split()) is None


def test_the_page_speaks_the_language_of_the_book_and_names_what_is_in_it() -> None:
    shown = run("pledges summary -h", 200, ANTQ_BOOK=str(BOOKS / "areas")).stdout
    assert "Bộ sổ này có: district (huyện)" in shown


def test_a_language_that_nobody_speaks_is_refused_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTQ_LANG", "fr")
    assert answer(["-h"]) is None
    assert run("-h", ANTQ_LANG="fr").code == 2


def test_a_page_loads_neither_typer_nor_what_runs_commands() -> None:
    for line in ("-h", "help pledges", "pledges summary --help"):
        (modules,) = loaded(line)
        assert "antq_cli.cli.quick" in modules
        assert not {"typer", "rich", "pydantic", "antq_cli.cli.app", "antq_cli.cli.run"} & modules


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_page_for_which_there_is_no_room_is_refused() -> None:
    with Path("/dev/full").open("wb") as full:
        env = {**environment(), "ANTQ_LANG": "en", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        ran = subprocess.run(
            [sys.executable, "-m", "antq_cli", "-h"], env=env, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (ran.returncode, b"cannot be written to stdout" in ran.stderr) == (2, True)
