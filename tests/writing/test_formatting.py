"""Formatting: what a file says stays, it is formatted once and for all, and no more lines change than have to."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.changes import inverse, spliced
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from antq_cli.writing.formatting.differing import unified
from antq_cli.writing.formatting.registers import formatted
from tests.cli.harness import run, tree
from tests.helpers import manifest, write_book

PLEDGES, UNITS, RETURNS, TEAMS = (REGISTERS[name] for name in ("pledges", "units", "returns", "teams"))


def after(register: Register, raw: bytes, path: str = "file.csv") -> bytes:
    """Format a file; whatever comes of it can be taken back, and is not formatted again."""
    found = formatted(register, path, raw)
    assert not found.findings
    if found.rewrite is None:
        return raw
    new = found.rewrite.after
    assert new is not None
    assert new != raw
    assert spliced(new, inverse(found.rewrite.splices)) == raw
    assert formatted(register, path, new).rewrite is None
    return new


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # Columns in the order of the contract, rows by day first.
        (
            "event,date,kind,pledger\nsigned,2021-08-02,household,1\nsigned,2021-08-01,household,2\n",
            "date,kind,pledger,event\n2021-08-01,household,2,signed\n2021-08-02,household,1,signed\n",
        ),
        # Quotes that are not needed go; those that are stay.
        (
            'date,kind,pledger,event,note\n"2021-08-01",household,"1",signed,"a, ""b"""\n',
            'date,kind,pledger,event,note\n2021-08-01,household,1,signed,"a, ""b"""\n',
        ),
        ('date,kind,pledger,event,note\n2021-08-01,household,1,signed,"a\nb"\n', None),
        # One line end at the end of the file.
        (
            "date,kind,pledger,event\n2021-08-01,household,1,signed",
            "date,kind,pledger,event\n2021-08-01,household,1,signed\n",
        ),
        ("date,kind,pledger,event", "date,kind,pledger,event\n"),
        # Line ends stay if they are alike, and are LF where they are not; the byte order mark stays.
        ("date,kind,pledger,event\r\n2021-08-01,household,1,signed\r\n", None),
        (
            "\ufeffdate,kind,pledger,event\r\n2021-08-01,household,1,signed\n",
            "\ufeffdate,kind,pledger,event\n2021-08-01,household,1,signed\n",
        ),
        # Composed letters, also where only they keep a row from being read.
        (
            "date,kind,pledger,event,note\n2021-08-01,household,1,signed,{}\n".format(
                unicodedata.normalize("NFD", "hộ")
            ),
            "date,kind,pledger,event,note\n2021-08-01,household,1,signed,hộ\n",
        ),
    ],
)
def test_a_csv_file_as_it_should_look(raw: str, expected: str | None) -> None:
    assert after(PLEDGES, raw.encode()).decode() == (raw if expected is None else expected)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            '[[units]]\ncode="1"\n  name =  "a"  \nlevel\t= "x" # ngày =  \n',
            '[[units]]\ncode = "1"\nname = "a"\nlevel = "x" # ngày =  \n',
        ),
        # Neither the order nor a comment nor what stands in a text is another one.
        ('# b  \n\n[[units]]\nlevel = "x"\ncode = "1"\nname = " = "\n', None),
        # Braces and arrays of several lines keep their indents.
        (
            'units = [\n    { code="1", name = "a", level = "x" },   \n]',
            'units = [\n    { code = "1", name = "a", level = "x" },\n]\n',
        ),
        ('[[units]]\r\ncode = "1"\r\nname = "a"\r\nlevel = "x"\r\n', None),
        ('[[units]]\r\ncode = "1"\nname = "a"\r\nlevel = "x"', '[[units]]\ncode = "1"\nname = "a"\nlevel = "x"\n'),
        (
            "[[units]]\ncode = '1'\nname = '{}'\nlevel = 'x'\n".format(unicodedata.normalize("NFD", "Cẩm")),
            "[[units]]\ncode = '1'\nname = 'Cẩm'\nlevel = 'x'\n",
        ),
        ('[[units]]\ncode = "1"\nname = """\na  \n  b = c"""\nlevel = "x"\n', None),
    ],
)
def test_a_toml_file_as_it_should_look(raw: str, expected: str | None) -> None:
    assert after(UNITS, raw.encode(), "units.toml").decode() == (raw if expected is None else expected)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("date,kind,pledger,event\n01/08/2021,household,1,signed\n", "D102"),
        ("date;kind;pledger;event\n2021-08-01;household;1;signed\n", "F020"),
        ("date,kind,pledger,event\n2021-08-01,household,1\n", "F011"),
        ("date,kind,pledger,event\n2021-08-01,household,,signed\n", "D105"),
    ],
)
def test_what_does_not_read_cleanly_stays_what_it_is(raw: str, code: str) -> None:
    found = formatted(PLEDGES, "pledges.csv", raw.encode())
    assert [each.rule.code for each in found.findings] == [code]
    assert found.rewrite is None


def test_a_count_over_its_total_reads_cleanly() -> None:
    raw = b"date,unit,measure,count,total\n2021-09-30,1,teams.antt,3,2\n2021-08-31,1,teams.antt,3,\n"
    assert after(RETURNS, raw).splitlines()[1] == b"2021-08-31,1,teams.antt,3,"


DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1000")
TEXTS = st.text(st.sampled_from("ab ,\"'ộôe\u0323\u0302\n=-"), max_size=4)
LINES = st.lists(
    st.tuples(DAYS, st.just("household"), st.sampled_from(["1", "10", "2", "A-1"]), st.just("signed"), TEXTS),
    max_size=9,
)


def written(rows: list[list[str]], *, end: str, quoted: bool) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue().encode()


@given(LINES, st.permutations(range(5)), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_every_row_says_what_it_said(
    lines: list[tuple[str, ...]], order: list[int], end: str, quoted: bool, marked: bool
) -> None:
    """Held against Python's own reader of CSV, and against the hash by which a book is known."""
    rows = [["date", "kind", "pledger", "event", "note"], *map(list, lines)]
    raw = b"\xef\xbb\xbf" * marked + written(
        [[row[number] for number in order] for row in rows], end=end, quoted=quoted
    )
    new = after(PLEDGES, raw)
    read = list(csv.reader(io.StringIO(new.decode().removeprefix("\ufeff"), newline="")))
    composed = [tuple(unicodedata.normalize("NFC", cell.replace("\r\n", "\n")) for cell in row) for row in rows]
    assert [tuple(cell.replace("\r\n", "\n") for cell in row) for row in read] == [
        composed[0],
        *sorted(composed[1:], key=lambda row: row[:4]),
    ]
    assert new.startswith(b"\xef\xbb\xbf") == marked
    if all(unicodedata.is_normalized("NFC", cell) for row in rows for cell in row):
        hashes = {Table(PLEDGES, read_parts(PLEDGES, {"p.csv": each})).hash for each in (raw, new)}
        assert len(hashes) == 1


def test_rows_that_change_places_are_all_that_changes() -> None:
    lines = [f"2021-08-01,household,{number:05},signed\n".encode() for number in range(2000)]
    moved = [*lines[:5], lines[1500], *lines[5:1500], *lines[1501:]]
    found = formatted(PLEDGES, "pledges.csv", b"".join([b"date,kind,pledger,event\n", *moved]))
    assert found.rewrite is not None
    assert [(len(each.old), len(each.new)) for each in found.rewrite.splices] == [
        (len(lines[0]), 0),
        (0, len(lines[0])),
    ]
    assert found.rows.changed == 1


# The command ---------------------------------------------------------------------------------------------------

BOOK = {
    "antq.toml": manifest('[pledges.household]\nsource = "journal"\n'),
    "units.csv": "code,name,level\nD,d,district\n",
    "teams.csv": "kind,code,unit\nantt,2,D\nantt,1,D\n",
    "pledges.csv": (
        "date,kind,pledger,event,sheet\n2021-08-02,household,1-2,signed,S\n2021-08-01,household,1-1,signed,S\n"
    ),
}


def test_check_writes_nothing_and_fails_where_something_is_to_do(tmp_path: Path) -> None:
    book = write_book(tmp_path, BOOK)
    before = tree(book)
    assert run(f"-b {book} fmt --check").code == 1
    assert run(f"-b {book} fmt --check units").code == 0
    assert tree(book) == before


def test_fmt_is_one_change_that_undo_takes_back(tmp_path: Path) -> None:
    book = write_book(tmp_path, BOOK)
    before = tree(book)
    ran = run(f"-b {book} fmt -f json")
    assert ran.code == 0
    assert [file["path"] for file in ran.json["files"]] == ["pledges.csv", "teams.csv"]
    assert ran.json["rows"] == {"added": 0, "changed": 3, "removed": 0}
    assert (book / "teams.csv").read_text() == "code,kind,unit\n1,antt,D\n2,antt,D\n"
    assert run(f"-b {book} fmt --check").code == 0
    assert run(f"-b {book} undo").code == 0
    assert {name: raw for name, raw in tree(book).items() if not name.startswith(".antq")} == before


def test_what_does_not_read_is_named_and_the_rest_is_formatted(tmp_path: Path) -> None:
    book = write_book(tmp_path, BOOK | {"pledges.csv": "date;kind;pledger;event\n"})
    ran = run(f"-b {book} fmt --lang en")
    assert ran.code == 1
    assert b"F020" in ran.err
    assert (book / "teams.csv").read_text() == "code,kind,unit\n1,antt,D\n2,antt,D\n"


def test_a_difference_shows_no_household(tmp_path: Path) -> None:
    book = write_book(tmp_path, BOOK)
    ran = run(f"-b {book} fmt --diff pledges")
    assert ran.code == 1
    assert ran.out.decode() == (
        "--- pledges.csv\n+++ pledges.csv\n@@ -1,0 +2 @@\n+2021-08-01,household,…,signed,…\n"
        "@@ -3 +3,0 @@\n-2021-08-01,household,…,signed,…\n"
    )
    assert b"1-1" in run(f"-b {book} fmt --diff pledges --values").out


def test_a_difference_is_one_that_patch_knows() -> None:
    raw = b"kind,code,unit\nantt,2,D\nantt,1,D"
    found = formatted(TEAMS, "teams.csv", raw)
    assert found.rewrite is not None
    assert unified([found.rewrite], values=False).splitlines()[2:] == [
        "@@ -1,3 +1,3 @@",
        "-kind,code,unit",
        "-antt,2,D",
        "-antt,1,D",
        "+code,kind,unit",
        "+1,antt,D",
        "+2,antt,D",
    ]
