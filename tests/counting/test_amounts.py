"""Amounts add up in any order; however many are added at once, the sum is the one of adding them one by one."""

from datetime import date
from functools import reduce
from operator import add
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from antq_cli.counting.amounts import NOTHING, Amount, Sums, roll_up, total

NUMBERS = st.integers(0, 3)
DAYS = st.none() | st.sampled_from([date(2021, 8, 31), date(2021, 9, 1), date.min])
AMOUNTS = st.builds(Amount, NUMBERS, st.none() | NUMBERS, NUMBERS, NUMBERS, DAYS, DAYS, NUMBERS, NUMBERS, NUMBERS)
# A tree: the top, two units in it, and what lies in these.
PATHS = {0: (0,), 1: (1, 0), 2: (2, 0), 3: (3, 1, 0), 4: (4, 1, 0), 5: (5, 2, 0)}
TREE: Any = SimpleNamespace(paths=PATHS, top=0)


@given(st.lists(AMOUNTS, max_size=9))
def test_a_sum_is_that_of_adding_one_after_the_other(amounts: list[Amount]) -> None:
    assert total(iter(amounts)) == reduce(add, amounts, NOTHING)
    assert total(amounts) == total(amounts[::-1])


@given(st.lists(st.tuples(st.sampled_from([*PATHS]), AMOUNTS), max_size=12))
def test_what_is_in_a_unit_is_all_that_lies_in_it(own: list[tuple[int, Amount]]) -> None:
    inside = {unit: [amount for number, amount in own if unit in PATHS[number]] for unit in PATHS}
    assert roll_up(own, TREE) == {unit: reduce(add, amounts) for unit, amounts in inside.items() if amounts}
    sums = Sums(own, TREE)  # of which the first few are looked for, and the others made at once
    for unit, amounts in inside.items():
        assert sums.of(unit) == reduce(add, amounts, NOTHING)
