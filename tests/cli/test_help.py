"""The pages of help: what they show is true, and may be tried."""

import shlex
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.examples import BOOK, EXAMPLES, IN_VIETNAMESE, READ_ON, examples, read_on
from antq_cli.cli.options import COMMON, OPTIONS
from antq_cli.core.exits import Exit
from antq_cli.words.speech import LANGUAGES
from tests.cli.behaviours import OF_KEPT
from tests.cli.harness import BOOKS, ROOT, SAMPLE, run, tree
from tests.cli.test_process import FLOOR, loaded

PAGES = ("", *GROUPS, *COMMANDS)
WIDE = 400  # columns, so that nothing is folded


@pytest.mark.parametrize(("path", "line"), [(path, line) for path in EXAMPLES for line in EXAMPLES[path]])
def test_an_example_does_what_it_says(path: str, line: str, tmp_path: Path) -> None:
    """On the sample, without a word of warning about the line; what is found in the book it may say.

    Of what antq has written there, a book is asked into which it has.
    """
    name, *words = shlex.split(line)
    assert (name, " ".join(words).replace(f"-b {BOOK} ", "").startswith(path)) == ("antq", True)
    kept = shutil.copytree(BOOKS / "kept", tmp_path / "kept") if path in OF_KEPT else None
    ran = run(
        [ROOT / word if word.startswith("data/") else word for word in words],
        cwd=tmp_path,
        ANTQ_BOOK=str(kept or SAMPLE),
    )
    if kept is not None:
        shutil.rmtree(kept)
    written = tree(tmp_path)
    assert ran.code == 0, ran.stderr
    assert ran.out or written.keys() == {file for flag, file in pairwise(words) if flag == "-o"}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_two_or_three_examples_and_pages_to_read(path: str) -> None:
    shown = run(f"{path} -h --lang en", WIDE).stdout
    assert 2 <= len(examples(path)) <= 3
    told = shown.split("\n")
    # What makes the others run stands before them, and names a book that is here.
    at = told.index("Examples, of the book data/cam-thuy-sample")
    assert told[at + 1] == "  export ANTQ_BOOK=data/cam-thuy-sample"
    assert told[at + 3] == '  $env:ANTQ_BOOK = "data/cam-thuy-sample"'
    assert (ROOT / BOOK / "antq.toml").is_file()
    for line, *_ in examples(path):
        assert told[told.index(f"  {line}") + 1].startswith("      ")
    assert f"Read on: {', '.join(read_on(path, 'en'))}\n" in shown
    assert all((ROOT / page).is_file() for lang in LANGUAGES for page in read_on(path, lang))


@pytest.mark.parametrize("path", PAGES)
def test_options_may_stand_behind_help(path: str) -> None:
    shown = run(f"{path} -h --lang en")
    assert (run(f"help --lang en {path}").out, shown.code) == (shown.out, 0)
    assert run(f"help -v {path} --nope --lang en").code == 2


def test_who_reads_vietnamese_is_sent_to_vietnamese_pages() -> None:
    assert "Đọc thêm: docs/vi/phat-hien.md, docs/vi/quy-tac.md\n" in run("check -h --lang vi", WIDE).stdout
    assert {*IN_VIETNAMESE.values()} == {f"docs/vi/{page.name}" for page in (ROOT / "docs" / "vi").iterdir()}


def test_nothing_stands_there_twice_or_for_nobody() -> None:
    assert EXAMPLES.keys() == READ_ON.keys() == {"", *COMMANDS}
    lines = [line for several in EXAMPLES.values() for line in several if BOOK not in line]
    assert len(set(lines)) >= len(lines) - 2  # two lines of the first page are those of their commands


@pytest.mark.parametrize("path", COMMANDS)
def test_the_options_of_a_command_stand_before_those_of_every_command(path: str) -> None:
    shown = run(f"{path} -h --lang en", WIDE).stdout
    common = shown.index("Options of every command\n")
    for name in COMMANDS[path].options:
        at = shown.index(f"\n  {', '.join(OPTIONS[name].flags)} ")
        assert (at > common) is (name in COMMON), name
    assert {name for name in OPTIONS if all(name in command.options for command in COMMANDS.values())} == {*COMMON}


def test_the_exit_codes_are_those_that_there_are() -> None:
    told = run("-h --lang en", WIDE).stdout.partition("Exit codes: ")[2].partition(".\n")[0]
    codes = [int(each.split()[0]) for each in told.split("; ")]
    assert codes == [code.value for code in Exit]
    assert "; 5 " in run("report -h --lang en", WIDE).stdout
    assert "; 5 " not in run("summary -h --lang en", WIDE).stdout  # which writes over whatever is there


def test_the_values_of_the_book_at_hand_are_named() -> None:
    for said in ({"ANTQ_BOOK": str(BOOKS / "areas")}, {}):
        line = "pledges summary -h --lang" if said else f"pledges summary -h -b {BOOKS / 'areas'} --lang"
        vi, en = (run(f"{line} {lang}", WIDE, env=said).stdout for lang in ("vi", "en"))
        assert "Bộ sổ này có: district (huyện); commune (xã); area (khu dân cư)".replace(";", ",") in vi
        assert "each organisation of this kind; LEVEL,LEVEL: with subtotals. Here: " in en
        assert "household (households)" in en
    assert "Here:" not in run("pledges summary -h --lang en", WIDE).stdout  # there is no book


@pytest.mark.parametrize("text", ["", "[campaign\n", "campaign = 1\nlevels = 2\n", "\0"])
def test_a_broken_book_keeps_nobody_from_help(text: str, tmp_path: Path) -> None:
    (tmp_path / "antq.toml").write_text(text, "utf-8")
    ran = run("pledges summary -h --lang en", WIDE, cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, run("pledges summary -h --lang en", WIDE).out, b"")


def test_help_speaks_the_language_of_the_book() -> None:
    page = run("check -h", ANTQ_BOOK=str(BOOKS / "areas"))
    assert page.stdout.startswith(run("check -h --lang vi").stdout.split("\n")[0])
    assert run("check -h", ANTQ_BOOK=str(BOOKS / "areas"), ANTQ_LANG="en").stdout.startswith("Check every register")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_without_a_book_is_told_how_one_begins(lang: str, tmp_path: Path) -> None:
    """Who copies the files has a book in which all is well, and figures."""
    page = run(f"--lang {lang}", cwd=tmp_path)
    assert (page.code, page.err) == (0, b"")
    name = ""
    for line in page.stdout.split("\n"):
        if line.startswith("  ") and line[2:].endswith((".toml", ".csv")) and " " not in line[2:]:
            name = line[2:]
        elif name and line and not line.startswith("      "):
            break
        elif name:
            with (tmp_path / name).open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"{line[6:]}\n")
    assert {*tree(tmp_path)} == {"antq.toml", "units.csv", "returns.csv"}
    assert run("check", cwd=tmp_path).code == 0
    (row,) = run("pledges summary -f json", cwd=tmp_path).json["rows"]
    assert (row["num"], row["den"]) == (175, 204)
    assert "antq.toml" not in run(f"--lang {lang}", cwd=tmp_path).stdout  # there is one now


def test_a_refusal_says_where_one_is_told_how_to_begin(tmp_path: Path) -> None:
    ran = run("summary --lang en", 200, cwd=tmp_path)
    assert ran.code == 2
    assert "To begin a book, run `antq` in an empty folder." in ran.stderr


def test_help_loads_no_more_for_a_book_than_what_reads_toml() -> None:
    without, at_hand = loaded("pledges summary -h -b no/such/book", f"pledges summary -h -b {SAMPLE}", before=FLOOR)
    assert "antq_cli.cli.offers" in without
    more = {module for module in at_hand - without if module.startswith("antq_cli")}
    assert more == {"antq_cli.words.pages"}  # which has the names of kinds
    assert not {"antq_cli.reading.book", "antq_cli.checks", "csv"} & at_hand
