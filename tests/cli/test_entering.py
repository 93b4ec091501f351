"""Entering rows: what is refused and how it is told, what is read from stdin, what is never shown."""

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import antq_cli
from antq_cli.cli.commands import COMMANDS
from tests.cli.entering import BOOK, FORMS, book_in, entered, rows
from tests.cli.harness import SAMPLE, environment, tree, words
from tests.helpers import table, write_book
from tests.thinned import spread


def content(folder: Path) -> dict[str, bytes]:
    """The files of the book, without what antq keeps beside them."""
    return {name: raw for name, raw in tree(folder / "b").items() if not name.startswith(".antq/")}


# What is refused -----------------------------------------------------------------------------------------------


def test_all_or_nothing(tmp_path: Path) -> None:
    before = content(book_in(tmp_path).parent)
    ran = entered(tmp_path, "pledges record A1-002 nobody A1-002 A2-001 --on 2021-08-02")
    assert ran.code == 1
    assert re.findall(r"^ +(\d)  (\S+) *(\S*)$", ran.stdout, re.MULTILINE) == [
        *(("1", "new", ""), ("2", "refused", "X202"), ("3", "refused", "D301"), ("4", "new", "")),
    ]
    assert "Refused: 1. X202: Whoever signed is in the register of those who sign." in ran.stderr
    assert "Nothing was entered, for all is entered or nothing; --partial enters the others." in ran.stderr
    assert content(tmp_path) == before


def test_nothing_to_do_is_fine(tmp_path: Path) -> None:
    book_in(tmp_path)
    for code, outcome in ((0, "new"), (0, "same")):
        ran = entered(tmp_path, "pledges record A1-002 --on 2021-08-02 -f json")
        assert (ran.code, [row["outcome"] for row in ran.json["ledger"]]) == (code, [outcome])
    assert len(rows(tmp_path, "pledges")) == 2
    assert not (tmp_path / "b" / ".antq" / "log" / "000002.toml").exists()


@pytest.mark.parametrize(
    ("register", "text", "code"),
    [
        ("pledges/c1", "date;kind;pledger;event\n", "F020"),
        ("pledges/c1", table("date,kind,pledger,event", '2021-03-01,household,"A1-001,signed'), "F009"),
        ("households/c1", table("household", "A1-001"), "F014"),
        ("units", "", "F010"),
    ],
)
def test_a_register_that_cannot_be_read_is_named(register: str, text: str, code: str, tmp_path: Path) -> None:
    write_book(book_in(tmp_path), {register: text})
    before = content(tmp_path)
    ran = entered(tmp_path, "pledges record A1-002 --on 2021-08-02")
    assert (ran.code, ran.stdout) == (2, "")
    assert re.search(rf"{register}\.csv:\d+:\d+ {code} error\n", ran.stderr)
    assert content(tmp_path) == before


def test_rows_that_cannot_be_read_keep_nobody_from_entering_others(tmp_path: Path) -> None:
    broken = table(
        "date,kind,pledger,event,sheet", "2021-03-01,household,A1-001,signed,", "1/3/2021,household,x,signed,"
    )
    write_book(book_in(tmp_path), {"pledges/c1": broken})
    assert entered(tmp_path, "pledges record A1-002 --on 2021-08-02").code == 0
    assert (tmp_path / "b/pledges/c1.csv").read_text("utf-8") == f"{broken}2021-08-02,household,A1-002,signed,\n"


def test_what_others_would_say_is_told(tmp_path: Path) -> None:
    before = content(book_in(tmp_path).parent)
    ran = entered(tmp_path, "households leave A1-001 --on 2021-02-01")
    assert (ran.code, "antq X203 error\n" in ran.stderr) == (1, True)
    assert "A1-001" not in ran.stdout + ran.stderr
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("pledges record", "U111"),
        ("pledges record - A1-002", "U005"),
        ("pledges record A1-002 --kind student", "U004"),
        ("pledges record A1-002 --kind household --kind area", "U034"),
        ("households add", "U120"),
        ("households move --to A2", "U120"),
        ("households leave A1-001 A1-002", "U005"),
        ("households leave nobody", "U121"),
        ("returns record --unit s1", "U118"),
        ("teams record --code t1 --kind antt --unit A1 --unit A2", "U034"),
        ("teams record --code '-t' --kind antt --unit A1", "U115"),
        ("teams record --code t2 --kind antt --unit A1 --note 'a\tb'", "U114"),
        ("activities record --unit C1 --kind talk --count 1 --first 2026-08-01 --last 2026-08-02", "U113"),
    ],
)
def test_a_line_that_is_refused(line: str, code: str, tmp_path: Path) -> None:
    before = content(book_in(tmp_path).parent)
    ran = entered(tmp_path, line)
    assert (ran.code, ran.stdout, f"{code} error\n" in ran.stderr) == (2, "", True)
    assert content(tmp_path) == before
    assert not (tmp_path / "b" / ".antq" / "log" / "000001.toml").exists()


def test_the_kind_is_asked_for_where_there_are_several(tmp_path: Path) -> None:
    kinds = BOOK["antq.toml"] + '[pledges.again]\nsubject = "household"\nsource = "journal"\n'
    write_book(book_in(tmp_path), {"antq.toml": kinds})
    ran = entered(tmp_path, "pledges record A1-002 --on 2021-08-02")
    assert (ran.code, "Say which with --kind: household, again." in ran.stderr) == (2, True)
    assert entered(tmp_path, "pledges record A1-002 --on 2021-08-02 --kind again").code == 0


# What comes in --------------------------------------------------------------------------------------------------


def spawned(folder: Path, line: str, stdin: bytes | None, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own, with bytes on its stdin, or with one that is closed."""
    package = str(Path(antq_cli.__file__).resolve().parents[1])
    command = [sys.executable, "-m", "antq_cli", *line.split(), "-b", "b", "--lang", "en"]
    env = {**environment(), "PYTHONPATH": package}
    close = None if stdin is not None else lambda: os.close(0)
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, input=stdin, preexec_fn=close)


@pytest.mark.parametrize(
    ("stdin", "code", "outcomes"),
    [
        (b"A1-002\nA2-001\n", 0, [(1, "new"), (2, "new")]),
        (b"\xef\xbb\xbfA1-002\r\n\r\n  A2-001  ", 0, [(1, "new"), (3, "new")]),
        (b"A1-002\nA1-00\xff\n", 1, [(1, "new"), (2, "refused")]),
        (b"A1-001;A1-002\n", 1, [(1, "refused")]),
    ],
)
def test_codes_are_read_line_by_line(stdin: bytes, code: int, outcomes: list[tuple[int, str]], tmp_path: Path) -> None:
    book_in(tmp_path)
    ran = spawned(tmp_path, "pledges record - --on 2021-08-02 -f json", stdin)
    assert ran.returncode == code, ran.stderr
    assert [(row["number"], row["outcome"]) for row in json.loads(ran.stdout)["ledger"]] == outcomes
    assert len(rows(tmp_path, "pledges")) == 1 + (len(outcomes) if code == 0 else 0)


def test_a_stdin_that_has_nothing(tmp_path: Path) -> None:
    book_in(tmp_path)
    for empty in (b"", b"\n \r\n"):
        ran = spawned(tmp_path, "pledges record -", empty)
        assert (ran.returncode, b"There was no code to enter." in ran.stderr) == (3, True)
    assert not (tmp_path / "b" / ".antq").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a closed stdin is made otherwise there")
def test_a_stdin_that_is_closed(tmp_path: Path) -> None:
    book_in(tmp_path)
    ran = spawned(tmp_path, "pledges record -", None)
    assert (ran.returncode, b"U112 error\n" in ran.stderr) == (2, True)
    assert not (tmp_path / "b" / ".antq").exists()


def test_what_is_typed_is_written_in_the_composed_form(tmp_path: Path) -> None:
    import unicodedata

    book_in(tmp_path)
    apart = unicodedata.normalize("NFD", "phiếu số 12")
    assert entered(tmp_path, ["pledges", "record", "A1-002", "--on", "2021-08-02", "--sheet", apart]).code == 0
    assert rows(tmp_path, "pledges")[-1]["sheet"] == "phiếu số 12"


def test_the_row_stands_at_its_place_and_git_sees_one_line(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "b")
    ran = entered(tmp_path, "pledges record 15127-07-0031 --on 2021-08-02 --sheet S-12")
    assert ran.code == 0
    files = [str(book / "pledges/15127.csv") for book in (SAMPLE, tmp_path / "b")]
    line = ["git", "diff", "--no-index", "--numstat", *files]
    stat = subprocess.run(line, capture_output=True, text=True, check=False).stdout
    assert stat.startswith("1\t0\t")
    lines = (tmp_path / "b/pledges/15127.csv").read_text("utf-8").splitlines()[1:]
    assert all(one <= other for one, other in pairwise(lines))
    assert entered(tmp_path, ["undo"]).code == 0
    assert content(tmp_path) == tree(SAMPLE)


# What is never shown --------------------------------------------------------------------------------------------

CODED = {
    **BOOK,
    "households/c1": table(
        "household,area,joined,left", *(f"A1-9{n:02}7,A1,," for n in range(30)), "A2-9998,A2,,2021-03-01"
    ),
    "pledges/c1": table(
        "date,kind,pledger,event",
        *(f"2021-03-01,household,A1-9{n:02}7,signed" for n in range(9)),
        "2021-06-01,household,A2-9998,signed",
    ),
}
SAID = [
    "pledges record A1-9017 A1-9007 nobody",
    "pledges record A1-9017 A1-9117 --partial --on 2021-03-01",
    "pledges withdraw A1-9007 --on 2020-01-01",
    "pledges record A1-9017 --kind area",
    "households add A1 -n 2",
    "households add 'An Phú'",
    "households leave A1-9007 --on 2021-02-01",
    "households move A1-9007 --to A2",
    "households exclude A1-9007 --as absent --on 2021-03-01",
    "households leave nobody",
    "returns record --unit A1 --measure pledges.household --count 3 --on 2021-08-01",
]


@pytest.mark.spread
@pytest.mark.parametrize("line", SAID)
def test_no_code_is_shown_that_nobody_has_typed(line: str, tmp_path: Path) -> None:
    there = {code for text in CODED.values() for code in re.findall(r"A\d-\d{4}", text)}
    untyped = (there | {f"A1-{number}" for number in range(9298, 9310)}) - {*words(line)}
    forms = COMMANDS["pledges record"].formats
    for form in spread(forms, SAID.index(line)):
        for more in ("--dry-run", "-v --dry-run", ""):
            write_book(book_in(tmp_path), CODED)
            ran = entered(tmp_path, [*words(line), *more.split(), "-f", form])
            told = ran.stdout + ran.stderr
            assert not {code for code in untyped if code in told}, (form, more)
            told = "".join(entered(tmp_path, each).stdout for each in (["log"], ["log", "-f", "json"]))
            assert not {code for code in there | untyped if code in told}


def test_but_where_values_are_asked_for(tmp_path: Path) -> None:
    book_in(tmp_path)
    line = ["households", "add", "A1", "-n", "2"]
    assert "A1-00" not in entered(tmp_path, line).stdout
    ran = entered(tmp_path, [*line, "--values"])
    assert {*re.findall(r"A1-\d+", ran.stdout)} == {"A1-005", "A1-006"}
    assert "A1-005" not in ran.stderr


# Where options are written --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FORMS)
def test_options_stand_before_and_after_the_name_of_the_command(path: str, tmp_path: Path) -> None:
    form, name = FORMS[path], path.split()
    options = [word for pair in form.options.items() for word in pair]
    book_in(tmp_path)
    told = [
        entered(tmp_path, [*line, "--dry-run", "-f", "json"])
        for line in (
            [*name, *form.words, *options],
            [*name, *options, *form.words],
            [name[0], *options, name[1], *form.words],
            [*options, *name, *form.words],
        )
    ]
    assert {(each.code, each.out, each.err) for each in told} == {(0, told[0].out, told[0].err)}


def test_every_command_is_tried() -> None:
    assert {*FORMS} == {path for path, command in COMMANDS.items() if command.changes} - {"undo", "fmt"}
