"""A register as a whole: repeated keys, overlapping stretches, models, and the hash of what was read."""

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS, Crossing, Team, Unit
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from tests.reading.helpers import KINDS, MANIFEST, book_at, required

UNIT = "code,name,level,opened,closed,act,note\n"
A, B, C = "A,x,l,2020-01-01,2021-01-01,,", "A,x,l,2021-01-01,2022-01-01,,", "A,x,l,2022-01-01,,,"


def table(name: str, header: str, *parts: list[str], fast: bool = True) -> Table:
    sources = {f"{n}.csv": (header + "".join(row + "\n" for row in rows)).encode() for n, rows in enumerate(parts)}
    return Table(REGISTERS[name], read_parts(REGISTERS[name], sources, fast=fast))


def said(table: Table) -> tuple[list[str], list[tuple[str, str, int]], list[str]]:
    """Return the codes that count, the findings, and the codes of the rows whose loss has to show."""
    found = sorted((finding.rule.code, finding.place.path, finding.place.line) for finding in table.findings)
    return sorted(table.columns["code"]), found, sorted(row["code"] for row in table.broken)


# ----------------------------------------------------------------------------------------------------- repeated keys


def test_a_row_that_says_the_same_again_counts_once() -> None:
    again = "A,x,l,2020-01-01,2021-01-01,Nghị quyết 1,sổ 2"  # what is only remarked may differ
    assert said(table("units", UNIT, [A, again])) == (["A"], [("D301", "0.csv", 3)], [])


def test_rows_that_contradict_each_other_do_not_count_at_all() -> None:
    other = A.replace("x", "y")
    assert said(table("units", UNIT, [A, other, "Z,z,l,,,,"])) == (["Z"], [("D302", "0.csv", 3)], ["A", "A"])


def test_two_that_agree_do_not_outvote_one_that_does_not() -> None:
    other = A.replace("x", "y")
    for rows in permutations([A, A, other]):
        kept, findings, broken = said(table("units", UNIT, [*rows]))
        assert (kept, [code for code, _, _ in findings], broken) == ([], ["D302", "D302"], ["A"] * 3)


def test_a_key_is_one_across_the_parts() -> None:
    assert said(table("units", UNIT, [A], ["Z,z,l,,,,"], [A]))[1] == [("D301", "2.csv", 2)]
    (finding,) = table("units", UNIT, [A], [A]).findings
    assert (finding.values["first"], finding.values["key"]) == ("0.csv:2", "A 2020-01-01")


KEYS = {
    "units": ("code", "opened"),
    "crosswalk": ("date", "from", "to"),
    "households": ("household", "joined"),
    "organisations": ("code", "opened"),
    "pledges": ("date", "kind", "pledger", "event"),
    "returns": ("date", "unit", "measure"),
    "teams": ("code",),
    "models": ("code",),
    "assessments": ("date", "subject", "regime", "window"),
    "claims": ("id",),
    "directives": ("number",),
}
FIRST = {
    "day": "2021-01-01",
    "measure": "households",
    "part": "same",
    "organisation": "school",
    "event": "signed",
    "result": "met",
    "year": "2021",
    "figure": "households@1:2021-01-01",
}
OTHER = {
    "result": "pending",
    "year": "2022",
    "figure": "households@2:2021-01-01",
    "day": "2021-02-02",
    "measure": "teams.antt",
    "part": "part",
    "organisation": "agency",
    "event": "withdrawn",
    "excluded": "absent",
}
REMARKS = {"note", "sheet", "source", "act", "received"}


@pytest.mark.parametrize("name", REGISTERS)
def test_the_key_of_every_register(name: str) -> None:
    """Another cell in the key makes another row; another one beside the key a contradiction, or a mere remark."""
    kinds = {column: kind.rstrip("?") for column, kind in KINDS[name].items()}
    row = {
        column: FIRST.get(kind, "1") if column in (*required(name), *KEYS[name]) else ""
        for column, kind in kinds.items()
    }
    for column, kind in kinds.items():
        ends = [last for last in ("closed", "left") if last in row and column in ("opened", "joined")]
        one = row | dict.fromkeys(ends, "2021-02-02")  # or the two would overlap
        other = row | dict.fromkeys(ends, "2021-03-03") | {column: OTHER.get(kind, "2")}
        found = table(name, ",".join(row) + "\n", [",".join(one.values()), ",".join(other.values())]).findings
        expected = [] if column in KEYS[name] else ["D301"] if column in REMARKS else ["D302"]
        assert (column, [finding.rule.code for finding in found]) == (column, expected)


# ----------------------------------------------------------------------------------------------- overlapping stretches


@pytest.mark.parametrize("rows", [[A, B, C], [C, A, B], ["A,x,l,,2021-01-01,,", B, C]])
def test_stretches_that_follow_on_each_other_are_right(rows: list[str]) -> None:
    assert not table("units", UNIT, rows).findings
    assert table("units", UNIT, rows).several == {"A": [0, 1, 2]}


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([A, "A,x,l,2020-12-31,,,"], ["2020-01-01"]),  # one day too early
        (["A,x,l,2020-01-01,,,", B], ["2020-01-01"]),  # the first never ends
        (["A,x,l,2020-01-01,2030-01-01,,", B, C], ["2020-01-01"]),  # a long one covers two
        (["A,x,l,,,,", A], [""]),  # always and still
        ([A, "A,x,l,2020-06-01,2020-07-01,,", B], ["2020-01-01", "2021-01-01"]),  # the one in between is out
    ],
)
def test_a_stretch_that_begins_too_early_is_left_out(rows: list[str], kept: list[str]) -> None:
    for order in permutations(rows):
        found = table("units", UNIT, [*order])
        assert sorted(found.columns["opened"]) == kept
        assert {finding.rule.code for finding in found.findings} == {"D303"}
        assert len(found.broken) == len(found.findings) == len(rows) - len(kept)


def test_registers_without_stretches_have_no_overlaps() -> None:
    assert not table(
        "teams", "code,kind,unit,established,dissolved\n", ["1,a,b,2020-01-01,", "2,a,b,2020-01-01,"]
    ).findings


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.sampled_from([A, A.replace("x", "y"), B, C, "A,x,l,2020-05-05,,,", "B,x,l,,,,", "C,x,l,,2021-01-01,,n"])
    ),
    st.data(),
)
def test_neither_order_nor_parts_change_what_counts(rows: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(rows))
    at = data.draw(st.integers(0, len(rows)))
    one, other = table("units", UNIT, rows), table("units", UNIT, shuffled[:at], shuffled[at:], fast=False)
    for name in ("code", "name", "opened", "closed", "note"):
        assert sorted(one.columns[name]) == sorted(other.columns[name])
    key = ("code", "name", "opened")
    assert sorted([row[k] for k in key] for row in one.broken) == sorted([row[k] for k in key] for row in other.broken)
    assert sorted(f.rule.code for f in one.findings) == sorted(f.rule.code for f in other.findings)


# ------------------------------------------------------------------------------------------------------- what it gives


def test_rows_keep_their_way_back_when_others_are_left_out() -> None:
    found = table("units", UNIT, ["Z,z,l,,,,", A, A], ["Y,\u00a0,l,,,,", "W,w,l,,,,"], fast=False)
    assert found.columns["code"] == ["Z", "A", "W"]
    assert [(place.path, place.line) for place in (found.place(row, "code") for row in range(3))] == [
        ("0.csv", 2), ("0.csv", 3), ("1.csv", 3),
    ]  # fmt: skip
    assert found.row_cells(2)["name"] == "w"
    assert found.cells("code", "name") == [("Z", "z"), ("A", "x"), ("W", "w")]
    with pytest.raises(IndexError):
        found.place(3, "code")


def test_models(tmp_path: Path) -> None:
    book = book_at(tmp_path, {
        "units.csv": UNIT + A + "\n",
        "crosswalk.csv": "event,date,from,to,part,act\ne,2021-01-01,A,B,whole,x\n",
        "teams.csv": "code,kind,unit,members\n1,antt,A,\n",
    })  # fmt: skip
    (unit,), (crossing,), (team,) = book.rows(Unit), book.rows(Crossing), book.rows(Team)
    assert (unit.code, unit.parent, str(unit.closed)) == ("A", None, "2021-01-01")
    assert (crossing.from_, crossing.part, team.members) == ("A", "whole", None)
    assert book.rows(Unit) is book.rows(Unit)


# ------------------------------------------------------------------------------------------------------ the hash of it

ROWS = ["H1,A,,2021-01-01,", "H1,B,2021-01-01,,absent", "H2,A,,,", "H3,A,,,", "H3,A,,,"]
CSV = "households.csv"
HOUSEHOLDS = "household,area,joined,left,excluded\n"


def content(folder: Path, files: Mapping[str, str | bytes], *, fast: bool = True, manifest: str = MANIFEST) -> str:
    book = book_at(folder, {"antq.toml": manifest, **files}, fast=fast)
    book.table("households")
    return book.content


def text(rows: list[str], header: str = HOUSEHOLDS) -> str:
    return header + "".join(row + "\n" for row in rows)


SAME: dict[str, dict[str, str | bytes]] = {
    "crlf": {"households.csv": text(ROWS).replace("\n", "\r\n")},
    "bom": {"households.csv": "\ufeff" + text(ROWS)},
    "no last line end": {"households.csv": text(ROWS).removesuffix("\n")},
    "rows in another order": {"households.csv": text(ROWS[::-1])},
    "columns in another order": {
        "households.csv": "excluded,household,area,joined,left\n,H1,A,,2021-01-01\nabsent,H1,B,2021-01-01,\n"
        ",H2,A,,\n,H3,A,,\n,H3,A,,\n"
    },
    "another blank column": {"households.csv": text([row + "," for row in ROWS], HOUSEHOLDS.strip() + ",note\n")},
    "quotes": {"households.csv": text([row.replace("A", '"A"') for row in ROWS])},
    "parts": {"households/1.csv": text(ROWS[:2]), "households/2.csv": text(ROWS[2:])},
    "parts in another order": {"households/1.csv": text(ROWS[2:]), "households/2.csv": text(ROWS[:2])},
    "toml": {
        "households.toml": '[[households]]\nhousehold = "H1"\narea = "A"\nleft = 2021-01-01\n'
        "[[households]]\nhousehold = 'H1'\narea = 'B'\njoined = '2021-01-01'\nexcluded = 'absent'\n"
        + "".join(f'[[households]]\nhousehold = "{code}"\narea = "A"\n' for code in ("H2", "H3", "H3"))
    },
}
DIFFERENT = {
    "another area": text(["H1,C,,2021-01-01,", *ROWS[1:]]),
    "another day": text(["H1,A,,2020-12-31,", *ROWS[1:]]),
    "one row less": text(ROWS[:-1]),
    "the last row is gone": text([*ROWS[:2], *ROWS[3:]]),
    "a note": text([f"{row},{'x' if row[1] == '2' else ''}" for row in ROWS], HOUSEHOLDS.strip() + ",note\n"),
    "cells exchanged": text(["A,H1,,2021-01-01,", *ROWS[1:]]),
}


@pytest.mark.parametrize("files", SAME.values(), ids=SAME)
@pytest.mark.parametrize("fast", [True, False])
def test_the_same_rows_have_the_same_hash(tmp_path: Path, files: dict[str, str | bytes], fast: bool) -> None:
    assert content(tmp_path / "a", files, fast=fast) == content(tmp_path / "b", {CSV: text(ROWS)})


@pytest.mark.parametrize("changed", DIFFERENT.values(), ids=DIFFERENT)
def test_other_rows_have_another_hash(tmp_path: Path, changed: str) -> None:
    assert content(tmp_path / "a", {CSV: changed}) != content(tmp_path / "b", {CSV: text(ROWS)})


def test_rows_that_cannot_be_read_are_part_of_the_hash(tmp_path: Path) -> None:
    bad = [text([*ROWS, f"H4,A,{day},,"]) for day in ("1/1/2021", "2/1/2021")]
    assert len({content(tmp_path / str(n), {CSV: file}) for n, file in enumerate([text(ROWS), *bad])}) == 3


def test_which_of_two_equal_rows_comes_first_does_not_matter(tmp_path: Path) -> None:
    rows = ["H1,A,,,,x", "H1,A,,,,y"]
    hashes = {
        content(tmp_path / str(n), {CSV: text([*order], HOUSEHOLDS.strip() + ",note\n")})
        for n, order in enumerate(permutations(rows))
    }
    assert len(hashes) == 1


def test_no_cell_can_pretend_to_be_two(tmp_path: Path) -> None:
    separators = ["\x1f", "\x1e", "\x1d", "\t", "|", "\x00", "\ufeff"]
    texts = [
        [f"H,A,,,,{one},{two}" for one, two in ((f"x{separator}", "y"), ("x", f"{separator}y"))]
        for separator in separators
    ]
    for number, pair in enumerate(texts):
        one, other = (
            book_at(
                tmp_path / f"{number}{side}", {"units.csv": f"code,name,level,act,note\nA,n,l,{row.split(',', 5)[5]}\n"}
            )
            for side, row in enumerate(pair)
        )
        assert one.table("units").refused or one.content != other.content


def test_the_manifest_is_part_of_the_hash_but_for_its_dress(tmp_path: Path) -> None:
    rows = text(ROWS)
    plain = content(tmp_path / "a", {CSV: rows})
    assert content(tmp_path / "b", {CSV: rows}, manifest="# seen\n" + MANIFEST.replace("\n", "\r\n")) == plain
    assert content(tmp_path / "c", {CSV: rows}, manifest=MANIFEST.replace('"T"', '"U"')) != plain
