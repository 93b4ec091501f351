"""Rows into files: what comes in is read back, and nothing else of the file is another."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.changes import Rewrite, Rows, inverse, spliced
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.reading.files import read_parts
from antq_cli.reading.parts import Part
from antq_cli.writing.rows import Added, Altered, Edits, rewrites

TEAMS, PLEDGES, HOUSEHOLDS = (REGISTERS[name] for name in ("teams", "pledges", "households"))
TEAM = {"code": "t5", "kind": "antt", "unit": "A1"}


def part_of(register: Register, path: str, raw: bytes) -> Part:
    (part,) = read_parts(register, {path: raw})
    assert not part.refused
    assert not part.broken
    return part


def rows_in(register: Register, rewrite: Rewrite) -> list[dict[str, str]]:
    assert rewrite.after is not None
    part = part_of(register, rewrite.path, rewrite.after)
    return [dict(zip(part.columns, cells, strict=True)) for cells in zip(*part.columns.values(), strict=True)]


def after(register: Register, raw: bytes, edits: Edits, path: str = "teams.csv") -> bytes:
    (rewrite,) = rewrites(register, [part_of(register, path, raw)], edits)
    assert rewrite.after is not None
    assert spliced(rewrite.after, inverse(rewrite.splices)) == raw
    return rewrite.after


def added(*rows: Mapping[str, str], path: str = "teams.csv") -> Edits:
    return Edits([Added(path, row) for row in rows])


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"code,kind,unit\nt1,antt,A1\nt9,antt,A1\n", b"code,kind,unit\nt1,antt,A1\nt5,antt,A1\nt9,antt,A1\n"),
        # Out of order: behind the last row.
        (b"code,kind,unit\nt9,antt,A1\nt1,antt,A1\n", b"code,kind,unit\nt9,antt,A1\nt1,antt,A1\nt5,antt,A1\n"),
        # The order of the columns, the line ends and the byte order mark of the file.
        (
            b"\xef\xbb\xbfunit,note,code,kind\r\nA1,,t1,antt\r\n",
            b"\xef\xbb\xbfunit,note,code,kind\r\nA1,,t1,antt\r\nA1,,t5,antt\r\n",
        ),
        # The last line had no line end.
        (b"code,kind,unit\nt1,antt,A1", b"code,kind,unit\nt1,antt,A1\nt5,antt,A1\n"),
        (b"code,kind,unit\r\nt1,antt,A1", b"code,kind,unit\r\nt1,antt,A1\r\nt5,antt,A1\r\n"),
        (b"code,kind,unit", b"code,kind,unit\nt5,antt,A1\n"),
        # Others keep quotes that they do not need, and lines within them.
        (
            b'code,kind,unit,note\n"t1","antt",A1,"a\nb"\nt9,antt,A1,\n',
            b'code,kind,unit,note\n"t1","antt",A1,"a\nb"\nt5,antt,A1,\nt9,antt,A1,\n',
        ),
    ],
)
def test_a_row_comes_in(raw: bytes, expected: bytes) -> None:
    assert after(TEAMS, raw, added(TEAM)) == expected


def test_journals_are_in_order_by_day() -> None:
    raw = b"date,kind,pledger,event\n2021-03-01,household,h9,signed\n2021-04-01,household,h1,signed\n"
    row = {"date": "2021-03-15", "kind": "household", "pledger": "h5", "event": "signed"}
    lines = after(PLEDGES, raw, added(row, path="pledges.csv"), "pledges.csv").splitlines()
    assert [line[:10] for line in lines[1:]] == [b"2021-03-01", b"2021-03-15", b"2021-04-01"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain = no comma", b"plain = no comma"),
        ("a, b", b'"a, b"'),
        ('say "so"', b'"say ""so"""'),
        ("Cẩm Tú", "Cẩm Tú".encode()),
    ],
)
def test_quotes_only_where_they_are_needed(text: str, cell: bytes) -> None:
    raw = after(TEAMS, b"code,kind,unit,note\n", added(TEAM | {"note": text}))
    assert raw == b"code,kind,unit,note\nt5,antt,A1," + cell + b"\n"


def test_a_column_that_the_file_leaves_out_goes_behind_those_that_it_has() -> None:
    raw = b'code,kind,unit\r\n"t1",antt,A1\r\nt9,antt,A1'
    assert after(TEAMS, raw, added(TEAM | {"members": "7"})) == (
        b'code,kind,unit,members\r\n"t1",antt,A1,\r\nt5,antt,A1,7\r\nt9,antt,A1,'
    )
    last = TEAM | {"code": "ta", "note": "n", "members": "7"}
    assert after(TEAMS, b"code,kind,unit\nt1,antt,A1", added(last)) == (
        b"code,kind,unit,members,note\nt1,antt,A1,,\nta,antt,A1,7,n\n"
    )


def test_cells_of_a_row_change_where_they_stand() -> None:
    raw = b'household,area,joined,left\n"h1",A1,,\nh2,"A1",2021-01-01,\nh3,A1,,\n'
    part = part_of(HOUSEHOLDS, "households.csv", raw)
    edits = Edits(altered=[Altered(part.path, 1, {"left": "2021-08-01", "area": "A1"})])
    (rewrite,) = rewrites(HOUSEHOLDS, [part], edits)
    assert rewrite.after == raw.replace(b'h2,"A1",2021-01-01,\n', b'h2,"A1",2021-01-01,2021-08-01\n')
    assert edits.rows == Rows(0, 1)


def test_a_changed_row_gets_the_column_that_it_needs() -> None:
    raw = b"household,area,joined\nh1,A1,\nh2,A1,\n"
    part = part_of(HOUSEHOLDS, "households.csv", raw)
    new = {"household": "h1", "area": "A2", "joined": "2021-08-01"}
    edits = Edits([Added(part.path, new)], [Altered(part.path, 0, {"left": "2021-08-01", "joined": "2020-01-01"})])
    (rewrite,) = rewrites(HOUSEHOLDS, [part], edits)
    assert rewrite.after == (b"household,area,joined,left\nh1,A1,2020-01-01,2021-08-01\nh1,A2,2021-08-01,\nh2,A1,,\n")


def test_what_is_there_already_changes_nothing() -> None:
    part = part_of(TEAMS, "teams.csv", b"code,kind,unit\nt1,antt,A1\n")
    assert rewrites(TEAMS, [part], Edits(altered=[Altered(part.path, 0, {"kind": "antt"})])) == []


def test_a_file_that_is_not_there_has_the_columns_that_are_required_or_filled() -> None:
    (rewrite,) = rewrites(TEAMS, [], added(TEAM | {"members": "7"}, TEAM | {"code": "t1"}))
    assert rewrite.before is None
    assert rewrite.after == b"code,kind,unit,members\nt1,antt,A1,\nt5,antt,A1,7\n"


# TOML -----------------------------------------------------------------------------------------------------------

TABLES = b'# teams\n[[teams]]  # the first\ncode = "t1"\nkind = "antt"\nunit = "A1"\n'


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (TABLES, TABLES + b'\n[[teams]]\ncode = "t5"\nkind = "antt"\nunit = "A1"\n'),
        (TABLES[:-1], TABLES + b'\n[[teams]]\ncode = "t5"\nkind = "antt"\nunit = "A1"\n'),
        (
            TABLES.replace(b"\n", b"\r\n"),
            (TABLES + b'\n[[teams]]\ncode = "t5"\nkind = "antt"\nunit = "A1"\n').replace(b"\n", b"\r\n"),
        ),
        (b"", b'[[teams]]\ncode = "t5"\nkind = "antt"\nunit = "A1"\n'),
        (b"teams = []\n", b'teams = [{ code = "t5", kind = "antt", unit = "A1" }]\n'),
        (
            b'teams = [\n  { code = "t1", kind = "antt", unit = "A1" },  # one\n]\n',
            b'teams = [\n  { code = "t1", kind = "antt", unit = "A1" },  # one\n]\n'.replace(
                b"}", b'}, { code = "t5", kind = "antt", unit = "A1" }'
            ),
        ),
    ],
)
def test_a_table_comes_in_at_the_end(raw: bytes, expected: bytes) -> None:
    assert after(TEAMS, raw, added(TEAM, path="teams.toml"), "teams.toml") == expected


def test_numbers_and_days_are_such_in_toml() -> None:
    row = TEAM | {"members": "7", "established": "2021-08-01", "note": 'say "so"'}
    raw = after(TEAMS, b"", added(row, path="teams.toml"), "teams.toml")
    assert b'\nestablished = 2021-08-01\nmembers = 7\nnote = "say \\"so\\""\n' in raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (TABLES, TABLES.replace(b'"A1"\n', b'"A2"\n') + b"members = 7\n"),
        (
            b'teams = [{ code = "t1", kind = "antt", unit = """A1""" }]',
            b'teams = [{ code = "t1", kind = "antt", unit = "A2", members = 7 }]',
        ),
        (b"[[teams]]\nunit = 'A1' # x\ncode = 't1'\nkind = 'antt'", None),
    ],
)
def test_values_of_a_table_change(raw: bytes, expected: bytes | None) -> None:
    found = after(TEAMS, raw, Edits(altered=[Altered("teams.toml", 0, {"unit": "A2", "members": "7"})]), "teams.toml")
    assert found == (expected or b"[[teams]]\nunit = \"A2\" # x\ncode = 't1'\nkind = 'antt'\nmembers = 7\n")


# Laws -----------------------------------------------------------------------------------------------------------

CODES = st.text("abt019-", min_size=1, max_size=4)
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0\r\ufeff"), max_size=6)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, list[dict[str, str]]]:
    """A CSV file of teams in any form that reads, and its rows."""
    names = draw(st.permutations(["code", "kind", "unit", *draw(st.sets(st.sampled_from(["note", "members"])))]))
    codes = draw(st.lists(CODES, unique=True, max_size=5))
    codes = sorted(codes) if draw(st.booleans()) else codes
    rows = [{"code": code, "kind": draw(CODES), "unit": "A1", "note": draw(NOTES), "members": ""} for code in codes]
    rows = [{name: row[name] for name in names} for row in rows]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = [",".join(_written(row[name], quoted=draw(st.booleans())) for name in names) for row in rows]
    text = end.join([",".join(names), *lines]) + draw(st.sampled_from(["", end]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode(), rows


def _written(cell: str, *, quoted: bool) -> str:
    return '"' + cell.replace('"', '""') + '"' if quoted or any(mark in cell for mark in ',"\n') else cell


def plain(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    names = [column.name for column in TEAMS.columns]
    return [{name: row.get(name, "") for name in names} for row in rows]


def nfc(text: str) -> bool:
    import unicodedata

    return unicodedata.is_normalized("NFC", text)


@given(file=files(), codes=st.lists(CODES, unique=True, min_size=1, max_size=3), note=NOTES)
def test_rows_come_in_and_all_else_is_what_it_was(
    file: tuple[bytes, list[dict[str, str]]], codes: list[str], note: str
) -> None:
    raw, rows = file
    part, *_ = read_parts(TEAMS, {"teams.csv": raw})
    if part.refused or part.broken or not nfc(note):
        return
    new = [TEAM | {"code": code, "note": note} for code in codes if code not in {row["code"] for row in rows}]
    (rewrite, *_) = rewrites(TEAMS, [part], added(*new)) or [Rewrite("teams.csv", raw, [])]
    assert rewrite.after is not None
    assert spliced(rewrite.after, inverse(rewrite.splices)) == raw
    assert all(splice.old == b"" for splice in rewrite.splices)
    found = rows_in(TEAMS, rewrite)
    assert sorted(found, key=str) == sorted(plain([*rows, *new]), key=str)
    keys = [row["code"] for row in rows]
    if keys == sorted(keys):
        assert [row["code"] for row in found] == sorted(row["code"] for row in found)
    else:
        assert found[: len(rows)] == plain(rows)


@given(file=files(), data=st.data(), unit=CODES, note=NOTES)
def test_cells_change_and_all_else_is_what_it_was(
    file: tuple[bytes, list[dict[str, str]]], data: st.DataObject, unit: str, note: str
) -> None:
    raw, rows = file
    part, *_ = read_parts(TEAMS, {"teams.csv": raw})
    if part.refused or part.broken or not rows or not nfc(note):
        return
    at = data.draw(st.integers(0, len(rows) - 1))
    change = {"unit": unit, "note": note}
    found = rewrites(TEAMS, [part], Edits(altered=[Altered("teams.csv", at, change)]))
    expected = plain(rows)
    expected[at] |= change
    (rewrite,) = found or [Rewrite("teams.csv", raw, [])]
    assert rewrite.after is not None
    assert spliced(rewrite.after, inverse(rewrite.splices)) == raw
    assert rows_in(TEAMS, rewrite) == expected


# As git sees it -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "stat"),
    [
        (b"code,kind,unit\nt1,antt,A1\nt9,antt,A1\n", "1\t0"),
        (b"code,kind,unit\nt1,antt,A1\n", "1\t0"),
        (b"code,kind,unit\r\nt1,antt,A1\r\n", "1\t0"),
        (b"code,kind,unit\nt1,antt,A1", "2\t1"),
        (b"code,kind,unit\nt9,antt,A1", "1\t0"),
    ],
)
def test_git_sees_one_line(raw: bytes, stat: str, tmp_path: Path) -> None:
    for name, content in (("old", raw), ("new", after(TEAMS, raw, added(TEAM)))):
        (tmp_path / name).write_bytes(content)
    line = ["git", "-c", "core.autocrlf=false", "diff", "--no-index", "--numstat", "old", "new"]
    ran = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.stdout.startswith(f"{stat}\t")
