"""A register as a whole: repeated keys, overlapping stretches, models."""

from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS, Crossing, Team, Unit
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from tests.reading.books import book_at
from tests.reading.helpers import KINDS, required
from tests.thinned import tries

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
    "activities": ("first", "last", "unit", "kind"),
    "assessments": ("date", "subject", "regime", "window"),
    "claims": ("id",),
    "directives": ("number",),
    "partners": ("code", "joined"),
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
        begins = ("opened", "joined", "first")
        ends = [last for last in ("closed", "left", "last") if last in row and column in begins]
        one = row | dict.fromkeys(ends, "2021-02-02")  # or the two would overlap
        other = row | dict.fromkeys(ends, "2021-03-03") | {column: OTHER.get(kind, "2")}
        found = table(name, ",".join(row) + "\n", [",".join(one.values()), ",".join(other.values())]).findings
        expected = [] if column in KEYS[name] else ["D301"] if column in REMARKS else ["D302"]
        assert (column, [finding.rule.code for finding in found]) == (column, expected)


@tries(60)
@given(st.sampled_from([name for name in REGISTERS if REGISTERS[name].model.stretch is None]), st.data())
def test_keys_that_stand_more_than_once_are_those_that_are_counted_more_than_once(
    name: str, data: st.DataObject
) -> None:
    """However the keys are told from each other, one is repeated where two rows say the same in all its columns."""
    kinds = {column: kind.rstrip("?") for column, kind in KINDS[name].items()}
    row = {column: FIRST.get(kind, "1") for column, kind in kinds.items() if column in (*required(name), *KEYS[name])}
    cells = {column: st.sampled_from([cell, OTHER.get(kinds[column], "12")]) for column, cell in row.items()}
    rows = data.draw(st.lists(st.fixed_dictionaries(cells), max_size=9))
    found = table(name, ",".join(row) + "\n", [",".join(map(each.__getitem__, row)) for each in rows])
    times = Counter(key for part in found.parts for key in part.cells(*KEYS[name]))
    repeated = [finding for finding in found.findings if finding.rule.code in ("D301", "D302")]
    assert len(repeated) == sum(n - 1 for n in times.values())
    kept = set(found.cells(*KEYS[name]))
    assert kept >= {key for key, n in times.items() if n == 1}


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


@tries(80)
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
