"""Cells are judged alike one by one and column by column, each wrong one by the rule of its kind."""

import pytest

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.columns import Columns
from antq_cli.reading.judging import Verdict, clean, judge_row
from tests.reading.helpers import GOOD, KINDS, bad_cells, right_cell, right_row

CELLS = [(name, column, kind) for name, kinds in KINDS.items() for column, kind in kinds.items()]


def row_with(name: str, column: str, cell: str) -> dict[str, str]:
    blank = {other: "" if kind.endswith("?") else GOOD[kind][0] for other, kind in KINDS[name].items()}
    days = ("first", "last") if column in ("first", "last") and right_cell("day", cell) else ()
    return {**blank, column: cell, **dict.fromkeys(days, cell)}


def is_clean(name: str, *rows: dict[str, str]) -> bool:
    columns = Columns(REGISTERS[name])
    columns.add([*KINDS[name]], [cell for row in rows for cell in row.values()])
    return clean(REGISTERS[name], columns)


def test_what_was_done_may_have_been_done_on_one_day() -> None:
    for days, right in ((("2021-03-01", "2021-03-01"), True), (("2021-03-02", "2021-03-01"), False)):
        row = {**row_with("activities", "count", "0"), "first": days[0], "last": days[1]}
        expected = [] if right else [Verdict("D203", "last", {"other": days[0]})]
        assert (is_clean("activities", row), [*judge_row(REGISTERS["activities"], row)]) == (right, expected)
        assert right_row("activities", row) == right


@pytest.mark.parametrize(("name", "column", "kind"), CELLS)
def test_right_cells(name: str, column: str, kind: str) -> None:
    for cell in [*GOOD[kind.rstrip("?")], *([""] if kind.endswith("?") else [])]:
        row = row_with(name, column, cell)
        assert right_cell(kind, cell)
        assert is_clean(name, row)
        assert [*judge_row(REGISTERS[name], row)] == []


@pytest.mark.parametrize(("name", "column", "kind"), CELLS)
def test_wrong_cells(name: str, column: str, kind: str) -> None:
    for cell, code in bad_cells(kind).items():
        row = row_with(name, column, cell)
        assert not right_cell(kind, cell)
        assert not is_clean(name, row)
        assert not is_clean(name, row_with(name, column, GOOD[kind.rstrip("?")][0]), row)
        assert [(verdict.code, verdict.column) for verdict in judge_row(REGISTERS[name], row)] == [(code, column)]


def test_all_wrong_cells_of_a_row_are_named_at_once() -> None:
    row = {"code": "", "kind": "a b", "unit": "T", "established": "x", "dissolved": "", "members": "-3", "note": ""}
    assert [verdict[:2] for verdict in judge_row(REGISTERS["teams"], row)] == [
        ("D105", "code"),
        ("D101", "kind"),
        ("D102", "established"),
        ("D104", "members"),
    ]


@pytest.mark.parametrize(
    ("name", "first", "last", "code"),
    [
        ("units", "opened", "closed", "D201"),
        ("households", "joined", "left", "D201"),
        ("organisations", "opened", "closed", "D201"),
        ("teams", "established", "dissolved", "D201"),
        ("returns", "total", "count", "D202"),
    ],
)
@pytest.mark.parametrize(("small", "large"), [("2021-03-01", "2021-08-31"), ("", "2021-08-31"), ("2021-03-01", "")])
def test_the_rules_of_a_row(name: str, first: str, last: str, code: str, small: str, large: str) -> None:
    if code == "D202":
        small, large = (large and "9", small and "7") if small else ("", "7")
        pairs = [((small, large or "0"), True), (("7", "9"), False), (("9", "9"), True)]
    else:
        pairs = [((small, large), True), (("2021-08-31", "2021-03-01"), False), (("2021-03-01", "2021-03-01"), False)]
    for cells, right in pairs:
        row = {**row_with(name, first, cells[0]), last: cells[1]}
        assert is_clean(name, row) == right
        expected = [] if right else [Verdict(code, last, {"other": cells[0]})]
        assert [*judge_row(REGISTERS[name], row)] == expected
        assert right_row(name, row) == (right or code == "D202")


def test_no_rows_are_clean() -> None:
    assert all(is_clean(name) for name in REGISTERS)


def test_a_choice_says_what_is_allowed() -> None:
    (verdict,) = judge_row(REGISTERS["pledges"], row_with("pledges", "event", "Signed"))
    assert [*verdict.values["allowed"]] == ["signed", "withdrawn"]


def test_columns_know_what_is_distinct_and_who_has_several_rows() -> None:
    columns = Columns(REGISTERS["teams"])
    columns.add(["code", "unit"], ["1", "A", "2", "A", "1", "B"])
    columns.add(["unit", "code"], ["A", "1"])
    assert (columns["code"], columns["unit"], columns["kind"]) == (["1", "2", "1", "1"], ["A", "A", "B", "A"], [""] * 4)
    assert (sorted(columns.distinct("code")), sorted(columns.distinct("unit"))) == (["1", "2"], ["A", "B"])
    assert columns.several == {"1": [0, 2, 3]}
    assert columns.rows([1, 2])["code"] == ["2", "1"]
    assert columns.rows([1, 2]).several == {}
