"""How cells of a table follow from others: only where they give exactly what is printed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.ratio import Ratio
from antq_cli.core.report import DASH, Column, Line, Made, Number, Pieces, Table, Text
from antq_cli.core.workings import Working, workings

COLUMNS = [
    Column("Đơn vị"),
    Column("Tổng số"),
    Column("Đã ký"),
    Column("Tỷ lệ (%)", made=Made("/", [2, 1])),
    Column("Còn thiếu", made=Made("-", [1, 2])),
    Column("Cộng", made=Made("+", [1, 2])),
]


def cell(value: int | str | None) -> Pieces:
    """A number, a dash for "—", nothing for None."""
    if value is None:
        return ()
    return (DASH,) if value == "—" else (Number("x@1:2021-08-31", "num", value, str(value)),)


def line(*values: int | str | None, style: str = "") -> Line:
    return Line([(Text("xã"),), *map(cell, values)], style)  # type: ignore[arg-type]


def table(*lines: Line) -> Table:
    return Table(COLUMNS, lines)


def signs(*lines: Line) -> Sequence[tuple[int, int, str]]:
    return sorted((row, column, working.sign) for (row, column), working in workings(table(*lines)).items())


def test_rates_differences_and_sums_follow_from_what_stands_beside_them() -> None:
    found = workings(table(line(404, 326, "80.69", 78, 730)))
    assert found == {
        (0, 3): Working("/", [(0, 2), (0, 1)], "80.69"),
        (0, 4): Working("-", [(0, 1), (0, 2)], 78),
        (0, 5): Working("+", [(0, 1), (0, 2)], 730),
    }


@pytest.mark.parametrize(
    "values", [(404, 326, "80.70", 78, 730), (404, 326, "80.69", 79, 730), (404, 326, "80.69", 78, 729)]
)
def test_what_others_do_not_give_exactly_follows_from_nothing(values: tuple[int, int, str, int, int]) -> None:
    assert len(workings(table(line(*values)))) == 2


def test_of_an_unknown_part_a_dash_comes_and_only_then() -> None:
    assert signs(line("—", 3, "—", "—", "—")) == [(0, 3, "/"), (0, 4, "-"), (0, 5, "+")]
    assert workings(table(line("—", 3, "—", "—", "—")))[0, 3].value is None
    # What is left of a number that is not whole is not known, though both parts are.
    assert signs(line(13, 6, "46.15", "—", 19)) == [(0, 3, "/"), (0, 5, "+")]


def test_of_nobody_there_is_no_rate() -> None:
    assert workings(table(line(0, 0, None, None, None))) == {(0, 3): Working("/", [(0, 2), (0, 1)], None)}
    assert workings(table(line(None, None, None, None, None))) == {}


def test_a_sum_takes_an_empty_cell_for_nothing_and_no_dash() -> None:
    assert (0, 5, "+") in signs(line(None, 3, None, None, 3))
    assert (0, 5, "+") not in signs(line("—", 3, None, None, 3))


def test_a_total_is_a_sum_only_where_it_is_one() -> None:
    rows = line(10, 5, "50.00", 5, 15), line("—", "—", "—", "—", "—"), line(3, 1, "33.33", 2, 4)
    total = [(3, 1, "sum"), (3, 2, "sum"), (3, 3, "/"), (3, 4, "-"), (3, 5, "+")]
    assert [each for each in signs(*rows, line(13, 6, "46.15", 7, 19, style="total")) if each[0] == 3] == total
    wrong = [each for each in signs(*rows, line(14, 6, "42.86", 8, 20, style="total")) if each[0] == 3]
    assert wrong == [(3, 2, "sum"), (3, 3, "/"), (3, 4, "-"), (3, 5, "+")]
    # The last line of a table without a total is none; nor is one beneath no number at all.
    assert (1, 1, "sum") not in signs(line(3, 1, None, None, None), line(3, 1, None, None, None))
    assert signs(line("—", None, None, None, None), line(0, None, None, None, None, style="total")) == []


def test_rates_are_never_summed() -> None:
    only = line(3, 1, "33.33", 2, 4)
    found = workings(table(only, Line(only.cells, "total")))
    assert found[1, 3].sign == "/"
    columns = [column._replace(made=None) for column in COLUMNS]
    assert (1, 3) not in workings(Table(columns, [only, Line(only.cells, "total")]))


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_every_rate_that_is_printed_follows_from_its_parts(num: int, den: int) -> None:
    rate = Ratio(num, den).percent()
    assert workings(table(line(den, num, rate, None, None)))[0, 3].value == rate
