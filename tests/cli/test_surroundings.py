"""What a run heeds beside its options: the environment and the folder; and what it leaves of a file that it writes."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.behaviours import AREAS, of, refused
from tests.cli.entering import ALONE
from tests.cli.harness import BOOKS, PUBLISHED, ROOT, run, tree

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
        ("", "en_GB.UTF-8", "vi", "vi_VN.UTF-8", "en"),
        ("", "vi_VN.UTF-8", "", "C", "vi"),
        ("", "VI-vn@x", "", "C", "vi"),
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
    assert "không có đơn vị nào" in run(f"pledges summary {AREAS} --unit 7").stderr
    assert "no unit of the book" in run("pledges summary -b tests/books/journal --unit 7").stderr


@pytest.mark.parametrize("command", ["check", "pledges summary"])
def test_so_does_a_book_whose_manifest_is_refused(command: str, tmp_path: Path) -> None:
    shutil.copytree(BOOKS / "areas", tmp_path / "book")
    manifest = tmp_path / "book" / "antq.toml"
    text = manifest.read_text("utf-8")
    for broken, says in ((text.replace("schema = 1", "schema = 9"), "lỗi"), (f"{text}\n[", "error")):
        manifest.write_text(broken, "utf-8")
        ran = run(f"-b book {command}", cwd=tmp_path, ANTQ_LANG="", LC_ALL="en_GB.UTF-8")
        assert ran.code == 2
        assert ran.stderr.splitlines()[0].endswith(says)  # what is no TOML says no language


def test_a_language_of_the_environment_that_nobody_speaks() -> None:
    for said in ("fr", "fr_FR.UTF-8", "vietnamese"):
        ran = run(f"pledges summary {AREAS}", ANTQ_LANG=said)
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
    assert "counted on 01/07/2024 (today)\n" in told.stderr


def test_the_same_line_gives_the_same_bytes() -> None:
    for line in (f"pledges summary {AREAS} --by area -f json", "check -b tests/books/bad --select F,D,X -f concise"):
        assert run(line, ANTQ_TODAY="2024-07-01").out == run(line, 200, ANTQ_TODAY="2030-01-01").out


# Writing to a file ---------------------------------------------------------------------------------------------


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "coverage.csv"
    file.write_bytes(b"of yesterday\n" * 10_000)
    file.chmod(0o640)
    ran = run(["pledges", "summary", "-b", PUBLISHED, "-o", file, "-v", "--lang", "en"], 200)
    assert (ran.code, ran.out) == (0, b"")
    assert file.read_bytes() == run("pledges summary -b data/cam-thuy-2021 -f csv").out
    assert file.stat().st_mode & 0o777 == 0o640
    assert ran.stderr.endswith(f"written: {file}\n")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("path", [path for path in ALONE if path != "report"])  # which has none anywhere
def test_a_file_has_no_colours_also_from_a_terminal(path: str, tmp_path: Path) -> None:
    file = tmp_path / "result.txt"
    ran = run(f"{of(path, 'bad')} -o {file}", terminal=True, TERM="xterm-256color")
    assert file.read_bytes() == run(of(path, "bad")).out
    assert ran.out == b""
    shown = run(of(path, "bad"), terminal=True, TERM="xterm-256color")
    assert b"\x1b[" in shown.out


@pytest.mark.parametrize("line", ["-b tests/books/refused", "-b tests/books/areas --unit 7", "-b no/such/book"])
@pytest.mark.parametrize("suffix", [".csv", ".json", ".txt"])
def test_a_refusal_leaves_the_file_of_yesterday(line: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"coverage{suffix}"
    file.write_bytes(b"of yesterday\n")
    for form in ("", " -f json") if suffix == ".json" else ("",):
        ran = run(f"pledges summary {line} -o {file}{form}", ANTQ_LANG="en")
        assert (ran.code, ran.out) == (2, b"")
        assert f"\nThe file {file} is unchanged.\n" in f"\n{ran.stderr}"
        assert tree(tmp_path) == {file.name: b"of yesterday\n"}
    told = run(f"pledges summary {line} -f json -o -", ANTQ_LANG="en")
    assert (told.json["status"], "as it was" in told.stderr) == ("error", False)
    fresh = run(f"pledges summary {line} -o {tmp_path / 'new.csv'}", ANTQ_LANG="en")
    assert (fresh.code, fresh.out, "as it was" in fresh.stderr) == (2, b"", False)


def test_a_fault_of_the_program_leaves_the_file_of_yesterday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("antq_cli.cli.check.run", lambda _: 1 // 0)
    file = tmp_path / "found.json"
    file.write_bytes(b"of yesterday\n")
    ran = run(f"check {AREAS} -o {file} --lang en")
    assert (ran.code, ran.out, file.read_bytes()) == (4, b"", b"of yesterday\n")
    assert f"The file {file} is unchanged.\n" in ran.stderr


def test_inside_the_book_files_are_named_from_where_one_stands(tmp_path: Path) -> None:
    """As with -b; what was asked for in full is told in full."""
    book = shutil.copytree(BOOKS / "bad", tmp_path / "book")
    (book / "inner" / "most").mkdir(parents=True)
    for form in ("full", "concise", "github"):
        inside = run(f"check -f {form} --lang en", cwd=book)
        named = re.findall(r"\b(?:[a-z]+/)*returns\.csv\b", inside.stdout)
        assert set(named) == {"returns.csv"}, form
        assert str(tmp_path) not in inside.stdout
        above = run(f"check -f {form} --lang en", cwd=book / "inner" / "most").stdout
        assert above.replace("../../", "") == inside.stdout
        assert above.count("../../returns.csv") == inside.stdout.count("returns.csv") > 0
        full = run(f"check -f {form} --lang en -b {book}", cwd=tmp_path / "book" / "inner").stdout
        assert f"{book}/returns.csv" in full
    assert f"book {book}, " in run("check -v --lang en", cwd=book / "inner").stderr


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
    for path in ALONE:
        for book in ("areas", "bad", "refused", "odd"):
            run(f"{path} -b tests/books/{book}")
    assert tree(BOOKS) == before
    assert not (ROOT / "coverage.csv").exists()


@pytest.mark.parametrize(
    "name", ["units.csv", "UNITS.CSV", "coverage.csv", "teams.csv", "pledges/30.csv", "coverage.md", "out/coverage.csv"]
)
def test_result_is_never_written_where_a_book_is_read_from(name: str, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(BOOKS / "journal", book)
    (book / "out").mkdir()
    before = (book / "units.csv").read_bytes()
    ran = run(f"-b book pledges summary -o book/{name}", cwd=tmp_path)
    belongs = name not in {"coverage.md", "out/coverage.csv"}  # these are no register, nor taken for one (F018)
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
