"""Every option of every command does what its help says, wherever it is written."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.options import OPTIONS
from tests.cli.harness import BOOKS, PUBLISHED, ROOT, Ran, run, tree

AREAS = "-b tests/books/areas"
# What a kind is called in the small book of areas, and two of them in the order of the manifest.
KINDS = {"pledges summary": ("household", "student"), "teams summary": ("antt", "anxh")}
SUFFIXES = {"table": ".txt", "full": ".txt", "json": ".json", "csv": ".csv", "md": ".md"}

Behaviour = Callable[[str, Path], None]
BEHAVIOURS: dict[str, Behaviour] = {}


def behaviour(test: Behaviour) -> Behaviour:
    """Register the test of the option whose name the function bears; it takes a command and an empty folder."""
    BEHAVIOURS[test.__name__.strip("_")] = test
    return test


def refused(ran: Ran, code: str) -> bool:
    return ran.code == 2 and ran.stdout == "" and f" {code} error\n" in ran.stderr


def rows(ran: Ran) -> list[dict[str, Any]]:
    assert ran.code == 0
    return list(ran.json["rows"])


@pytest.mark.parametrize(("path", "option"), [(path, name) for path in COMMANDS for name in COMMANDS[path].options])
def test_option(path: str, option: str, tmp_path: Path) -> None:
    BEHAVIOURS[option](path, tmp_path)


def test_every_option_is_tried() -> None:
    assert set(BEHAVIOURS) == set(OPTIONS)
    assert {name for command in COMMANDS.values() for name in command.options} == set(OPTIONS)


@behaviour
def book(path: str, folder: Path) -> None:
    ran = run(f"{path} --book tests/books/journal -f json", ANTQ_BOOK=str(BOOKS / "areas"))
    assert ran.json["book"]["id"] == "journal"
    for line in ("-btests/books/journal", "--book=tests/books/journal"):
        assert run(f"{path} {line} -f json").out == ran.out
    missing = run([*path.split(), "-b", folder, "--lang", "en"], ANTQ_BOOK=str(BOOKS / "areas"))
    assert refused(missing, "F001")
    assert refused(run(f"{path} -b '' --lang en", cwd=BOOKS / "areas"), "U003")


@behaviour
def as_of(path: str, _: Path) -> None:
    line = f"{path} -b tests/books/journal -f json"
    iso, paper = run(f"{line} --as-of 2022-03-01"), run(f"{line} --as-of 01/03/2022")
    assert iso.json["as_of"] == iso.json["basis"] == "2022-03-01"
    assert iso.out == paper.out == run(f"{line} --as-of=1/3/2022").out
    assert run(line).json["as_of"] == "2023-12-31"
    for written in (
        "2022-02-30",
        "30/02/2022",
        "2022-3-1",
        "01-03-2022",
        "today",
        "２０２２-03-01",
        "2022-03-01T00:00",
    ):
        assert refused(run(f"{path} {AREAS} --lang en --as-of {written}"), "U009"), written


@behaviour
def unit(path: str, _: Path) -> None:
    found = rows(run(f"{path} {AREAS} -f json --unit 102"))
    assert found
    assert {row["unit"] for row in found} == {"102"}
    assert run(f"{path} {AREAS} -f json --unit 1").out == run(f"{path} {AREAS} -f json").out
    assert refused(run(f"{path} {AREAS} --lang en --unit 103"), "U007")
    by_name = run([*path.split(), *AREAS.split(), "--lang", "en", "--unit", "hòa lạc"])
    assert refused(by_name, "U007")
    assert "Did you mean 102?" in by_name.stderr


@behaviour
def by(path: str, _: Path) -> None:
    ran = run(f"{path} {AREAS} -f json --by commune")
    assert {row["unit"] for row in rows(ran) if row["level"] == "commune"} == {"101", "102"}
    assert {row["level"] for row in rows(ran)} <= {"commune", None}
    assert {row["unit"] for row in ran.json["totals"]} == {"1"}
    wrong = run(f"{path} {AREAS} --lang en --by comune")
    assert refused(wrong, "U004")
    assert "Did you mean commune?" in wrong.stderr


@behaviour
def kind(path: str, _: Path) -> None:
    family = path.removesuffix(" summary")
    first, second = KINDS[path]
    assert [row["measure"] for row in rows(run(f"{path} {AREAS} -f json --kind {second}"))] == [f"{family}.{second}"]
    both = rows(run(f"{path} {AREAS} -f json --kind {second} --kind {first}"))
    assert [row["measure"] for row in both] == [f"{family}.{first}", f"{family}.{second}"]
    assert len(rows(run(f"{path} {AREAS} -f json"))) >= len(both)
    assert refused(run(f"{path} {AREAS} --lang en --kind {first} --kind nothing"), "U004")


@behaviour
def format_(path: str, _: Path) -> None:
    formats = COMMANDS[path].formats
    printed = {form: run(f"{path} -b tests/books/bad -f {form}").out for form in formats}
    assert len(set(printed.values())) == len(formats)
    assert run(f"{path} -b tests/books/bad").out == printed[formats[0]]
    assert printed["json"].startswith(b"{")
    assert run(f"{path} -b tests/books/bad -fjson").out == printed["json"]
    for unknown in {"xml", "JSON", "table", "csv"} - set(formats):
        assert refused(run(f"{path} {AREAS} --lang en -f {unknown}"), "U004"), unknown


@behaviour
def output(path: str, folder: Path) -> None:
    for form in COMMANDS[path].formats:
        file = folder / f"result{SUFFIXES[form]}"
        written = run([*path.split(), "-b", BOOKS / "bad", "-o", file, "--lang", "en"], columns=80)
        assert (written.code, written.out) == (1, b"")
        assert file.read_bytes() == run([*path.split(), "-b", BOOKS / "bad", "-f", form, "--lang", "en"]).out
        assert run([*path.split(), "-b", BOOKS / "bad", "-o", file, "-f", form]).code == 1
    line = [*path.split(), "-b", BOOKS / "areas", "--lang", "en", "-o"]
    assert refused(run([*line, folder / "result.pdf"]), "U008")
    assert refused(run([*line, folder / "result"]), "U008")
    clash = run([*line, folder / "result.json", "-f", COMMANDS[path].formats[0]])
    assert (clash.code, clash.json["problems"][0]["code"]) == (2, "U006")
    assert refused(run([*line, folder / "missing" / "result.txt"]), "U010")
    (folder / "folder.txt").mkdir()
    assert refused(run([*line, folder / "folder.txt"]), "U010")
    assert {file.name for file in folder.iterdir()} == {"folder.txt"} | {
        f"result{SUFFIXES[form]}" for form in COMMANDS[path].formats
    }


@behaviour
def lang(path: str, _: Path) -> None:
    vi, en = (run(f"{path} -b tests/books/bad --lang {lang}", ANTQ_LANG="vi") for lang in ("vi", "en"))
    assert vi.stderr.endswith("cảnh báo: 0\n")
    assert en.stderr.endswith("warnings: 0\n")
    assert vi.out != en.out
    assert refused(run(f"{path} {AREAS} --lang fr", ANTQ_LANG="en"), "U004")


@behaviour
def values(path: str, _: Path) -> None:
    line = f"{path} -b tests/books/bad"
    assert "h-99" not in run(line).stdout
    assert "h-99" in run(f"{line} --values").stdout


@behaviour
def quiet(path: str, _: Path) -> None:
    loud, still = (run(f"{path} -b tests/books/bad --lang en{flag}") for flag in ("", " -q"))
    assert still.out == loud.out
    assert still.stderr == loud.stderr.split("\n")[-2] + "\n"  # the one line that says how many findings there are
    assert run(f"{path} {AREAS} --quiet").err == b""


@behaviour
def verbose(path: str, _: Path) -> None:
    plain, told = (run(f"{path} {AREAS} --lang en{flag}") for flag in ("", " -v"))
    assert told.out == plain.out
    assert told.stderr.startswith("book tests/books/areas, sha256:")
    assert "\ncounted on 31/12/2024: as_of in antq.toml\n" in told.stderr
    assert told.stderr.endswith(plain.stderr)
    assert "counted on 30/06/2024: --as-of\n" in run(f"{path} {AREAS} --lang en -v --as-of 2024-06-30").stderr


@behaviour
def debug(path: str, _: Path) -> None:
    """It changes nothing as long as nothing fails; what it does then: test_process.py."""
    plain, told = run(f"{path} {AREAS}"), run(f"{path} {AREAS} --debug")
    assert (told.code, told.out, told.err) == (plain.code, plain.out, plain.err)


@behaviour
def version(path: str, _: Path) -> None:
    assert run(f"{path} --version").stdout == f"antq {__version__}\n"


@behaviour
def help_(path: str, _: Path) -> None:
    page = run(f"{path} -h", ANTQ_LANG="en")
    assert page.code == 0
    assert page.stdout.split("\n")[2] == f"Usage: antq {path} [OPTIONS]"
    for name in COMMANDS[path].options:
        assert f"  {', '.join(OPTIONS[name].flags)}" in page.stdout
    assert page.out == run(f"{path} --help", ANTQ_LANG="en").out == run(f"-h {path}", ANTQ_LANG="en").out


# Where options are written -----------------------------------------------------------------------------------

WRITTEN = {
    "book": "-b tests/books/journal",
    "as_of": "--as-of 2022-03-01",
    "unit": "--unit 30",
    "by": "--by area",
    "kind": "--kind {kind}",
    "format": "-f json",
    "lang": "--lang pseudo",
    "values": "--values",
    "quiet": "-q",
    "verbose": "-v",
    "debug": "--debug",
    "version": "--version",
    "help": "-h",
}


PLACES = [(path, name) for path in COMMANDS for name in COMMANDS[path].options if name != "output"]


@pytest.mark.parametrize(("path", "option"), PLACES)
def test_before_and_after_the_name_of_the_command(path: str, option: str) -> None:
    written = WRITTEN[option].format(kind="household" if path.startswith("pledges") else "antt")
    environment = {"ANTQ_BOOK": str(BOOKS / "journal"), "ANTQ_LANG": "en", "ANTQ_TODAY": "2022-08-15"}
    after = run(f"{path} {written}", env=environment)
    first, *rest = path.split()
    for line in (f"{written} {path}", " ".join([first, written, *rest])):
        before = run(line, env=environment)
        assert (before.code, before.out, before.err) == (after.code, after.out, after.err)
    assert after.code < 2


def test_output_before_the_name_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    assert run(["-o", file, "pledges", "summary", *AREAS.split()]).out == b""
    assert file.read_bytes() == run(f"pledges summary {AREAS} -f json").out


def test_the_later_of_two_wins() -> None:
    assert run(f"--lang vi pledges --lang en summary {AREAS} --lang vi -f json").json["lang"] == "vi"
    assert run(f"--lang vi pledges --lang en summary {AREAS} -f json").json["lang"] == "en"
    assert run(f"pledges summary {AREAS} --lang vi --lang en -f json").json["lang"] == "en"


@pytest.mark.parametrize("option", [name for name in OPTIONS if name not in COMMANDS["check"].options])
def test_an_option_that_the_command_does_not_take(option: str) -> None:
    written = WRITTEN[option].format(kind="household")
    for line in (f"check {written} {AREAS}", f"{written} check {AREAS}"):
        ran = run(f"{line} --lang en")
        assert refused(ran, "U002")
        assert f"There is no option {written.split()[0]} here." in ran.stderr
        assert "See `antq check --help`." in ran.stderr


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_a_group_alone_is_its_help(group: str) -> None:
    page = run(group, ANTQ_LANG="en")
    assert (page.code, page.err) == (0, b"")
    assert f"Usage: antq {group} ".replace("  ", " ") in page.stdout
    named = [path for path in COMMANDS if f"  antq {path}  " in page.stdout]
    assert named == [path for path in COMMANDS if path.startswith(group)]


# The environment, the folder, and what goes before what ---------------------------------------------------------


def test_the_book_of_the_environment() -> None:
    assert run("pledges summary -f json", ANTQ_BOOK="tests/books/journal").json["book"]["id"] == "journal"
    assert refused(run("pledges summary", ANTQ_BOOK="no/such/book", ANTQ_LANG="en", cwd=BOOKS / "areas"), "F001")


def test_the_nearest_book_upward(tmp_path: Path) -> None:
    shutil.copytree(BOOKS / "areas", tmp_path / "book")
    deep = tmp_path / "book" / "sheets" / "2024"
    deep.mkdir(parents=True)
    for folder in (tmp_path / "book", deep):
        assert run("pledges summary -f json", cwd=folder, ANTQ_BOOK="").json["book"]["id"] == "areas"
    nowhere = run("pledges summary", cwd=tmp_path, ANTQ_LANG="en")
    assert refused(nowhere, "F001")
    assert "no antq.toml in this folder or any above it." in nowhere.stderr


@pytest.mark.parametrize(
    ("of_option", "of_environment", "of_book", "of_locale", "expected"),
    [
        ("en", "vi", "vi", "vi_VN.UTF-8", "en"),
        ("", "en", "vi", "vi_VN.UTF-8", "en"),
        ("", "", "vi", "en_GB.UTF-8", "vi"),
        ("", "", "", "vi_VN.UTF-8", "vi"),
        ("", "", "", "en_GB.UTF-8", "en"),
        ("", "", "", "C", "en"),
    ],
)
def test_the_language_is_the_first_that_is_said(
    of_option: str, of_environment: str, of_book: str, of_locale: str, expected: str
) -> None:
    book = "areas" if of_book else "journal"  # one says vi, the other nothing
    line = f"-b tests/books/{book} pledges summary -f json" + (f" --lang {of_option}" if of_option else "")
    assert run(line, ANTQ_LANG=of_environment, LC_ALL=of_locale).json["lang"] == expected


def test_a_refusal_speaks_the_language_of_the_book() -> None:
    assert "Không có đơn vị nào" in run(f"pledges summary {AREAS} --unit 7").stderr
    assert "No unit" in run("pledges summary -b tests/books/journal --unit 7").stderr


def test_a_language_of_the_environment_that_nobody_speaks() -> None:
    ran = run(f"pledges summary {AREAS}", ANTQ_LANG="fr")
    assert refused(ran, "U004") or " U004 lỗi\n" in ran.stderr
    assert "ANTQ_LANG" in ran.stderr


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    """The book of areas without a day of its own."""
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    text = (book / "antq.toml").read_text("utf-8")
    (book / "antq.toml").write_text(text.replace("as_of = 2024-12-31\n", ""), "utf-8", newline="\n")
    return book


def test_today(unfinished: Path) -> None:
    """Of the option, the manifest and ANTQ_TODAY the first that is said."""
    line = ["pledges", "summary", "-f", "json", "-b", unfinished]
    assert run(line, ANTQ_TODAY="2024-07-01").json["as_of"] == "2024-07-01"
    assert run(line, ANTQ_TODAY="01/07/2024").json["as_of"] == "2024-07-01"
    assert run([*line, "--as-of", "2024-08-01"], ANTQ_TODAY="2024-07-01").json["as_of"] == "2024-08-01"
    assert run(f"pledges summary -f json {AREAS}", ANTQ_TODAY="2024-07-01").json["as_of"] == "2024-12-31"
    assert refused(run(["pledges", "summary", "-b", unfinished], ANTQ_TODAY="soon", ANTQ_LANG="en"), "U009")
    told = run(["pledges", "summary", "-b", unfinished, "-v"], ANTQ_TODAY="2024-07-01", ANTQ_LANG="en")
    assert "counted on 01/07/2024: today\n" in told.stderr


def test_the_same_line_gives_the_same_bytes() -> None:
    for line in (f"pledges summary {AREAS} --by area -f json", "check -b tests/books/bad -f json"):
        assert run(line, ANTQ_TODAY="2024-07-01").out == run(line, 200, ANTQ_TODAY="2030-01-01").out


# Writing to a file ---------------------------------------------------------------------------------------------


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "coverage.csv"
    file.write_bytes(b"of yesterday\n" * 10_000)
    file.chmod(0o640)
    ran = run(["pledges", "summary", "-b", PUBLISHED, "-o", file, "-v", "--lang", "en"])
    assert (ran.code, ran.out) == (0, b"")
    assert file.read_bytes() == run("pledges summary -b data/cam-thuy-2021 -f csv").out
    assert file.stat().st_mode & 0o777 == 0o640
    assert ran.stderr.endswith(f"written: {file}\n")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("path", COMMANDS)
def test_a_file_has_no_colours_also_from_a_terminal(path: str, tmp_path: Path) -> None:
    file = tmp_path / "result.txt"
    ran = run(f"{path} -b tests/books/bad -o {file}", terminal=True, TERM="xterm-256color")
    assert file.read_bytes() == run(f"{path} -b tests/books/bad").out
    assert ran.out == b""
    shown = run(f"{path} -b tests/books/bad", terminal=True, TERM="xterm-256color")
    assert b"\x1b[" in shown.out


@pytest.mark.parametrize("line", ["-b tests/books/refused", "-b tests/books/areas --unit 7", "-b no/such/book"])
@pytest.mark.parametrize("suffix", [".csv", ".json", ".txt"])
def test_a_refusal_leaves_the_file_of_yesterday(line: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"coverage{suffix}"
    file.write_bytes(b"of yesterday\n")
    assert run(f"pledges summary {line} -o {file}").code == 2
    assert tree(tmp_path) == {file.name: b"of yesterday\n"}


def test_a_file_that_fails_half_way_leaves_the_one_of_yesterday(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "coverage.csv"
    file.write_bytes(b"of yesterday\n")
    monkeypatch.setattr(os, "fsync", full)
    ran = run(f"pledges summary {AREAS} -o {file} --lang en")
    assert refused(ran, "U010")
    assert "the system says “No space left on device”" in ran.stderr
    assert tree(tmp_path) == {file.name: b"of yesterday\n"}


def test_nothing_is_written_beside_the_books() -> None:
    before = tree(BOOKS)
    for path in COMMANDS:
        for book in ("areas", "bad", "refused", "odd"):
            run(f"{path} -b tests/books/{book}")
    assert tree(BOOKS) == before
    assert not (ROOT / "coverage.csv").exists()


@pytest.mark.parametrize("name", ["units.csv", "UNITS.CSV", "antq.toml.csv", "teams.csv", "pledges/30.csv"])
def test_result_never_overwrites_the_book(name: str, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(BOOKS / "journal", book)
    before = (book / "units.csv").read_bytes()
    ran = run(f"-b book pledges summary -o book/{name}", cwd=tmp_path)
    belongs = name != "antq.toml.csv"
    assert (ran.code == 2, "U014" in ran.stderr) == (belongs, belongs)
    assert (book / "units.csv").read_bytes() == before


def test_household_codes_in_a_wrong_column_are_withheld(tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(BOOKS / "journal", book)
    (book / "households.csv").write_text("area,household,joined\nHH-SECRET-1,10-01,HH-SECRET-2\nHH-SECRET-3,10-02,\n")
    for line in ("check", "check -f json", "pledges summary"):
        ran = run(f"-b book {line}", cwd=tmp_path)
        assert ran.code == 1
        assert "HH-SECRET" not in ran.stdout + ran.stderr
    assert "HH-SECRET-2" in run("-b book check --values", cwd=tmp_path).stdout
