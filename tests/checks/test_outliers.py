"""Outliers: what is far from the usual is told, and growth is no outlier."""

import statistics
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.checks.plausible import find
from antq_cli.checks.plausible.numbers import decimals, in_growth, median, modified_z
from antq_cli.checks.site import NotJudged
from tests.checks.returned import (
    judged,
    series,
    site_of,
    told,
    why,
)
from tests.counting.villages import village
from tests.helpers import write_book

# ----------------------------------------------------------------------------------------------------------- outliers


def test_the_worked_examples_of_the_conventions() -> None:
    assert decimals(modified_z([100, 104, 98, 101, 99, 103, 240])[-1], 2) == "46.88"
    assert decimals(modified_z([10] * 6 + [90])[-1], 3) == "5.585"


def test_values_that_are_all_equal_are_all_usual() -> None:
    assert modified_z([7] * 6) == [0] * 6


COUNTS = st.lists(st.integers(0, 500), min_size=6, max_size=12)


@given(COUNTS, st.randoms(use_true_random=False), st.integers(0, 10**6))
def test_neither_order_nor_a_shift_changes_what_is_usual(counts: list[int], dice: Any, shift: int) -> None:
    shuffled = list(counts)
    dice.shuffle(shuffled)
    expected = dict(zip(counts, modified_z(counts), strict=True))
    assert dict(zip(shuffled, modified_z(shuffled), strict=True)) == expected
    assert modified_z([count + shift for count in counts]) == modified_z(counts)
    assert modified_z([-count for count in counts]) == [-z for z in modified_z(counts)]


@given(COUNTS)
def test_it_agrees_with_the_standard_library(counts: list[int]) -> None:
    middle = statistics.median(counts)
    distances = [abs(count - middle) for count in counts]
    spread = statistics.median(distances) / 0.6745 or 1.2533 * statistics.fmean(distances)
    assert median(counts) == Fraction(middle)
    for count, z in zip(counts, modified_z(counts), strict=True):
        assert float(z) == pytest.approx((count - middle) / spread if spread else 0)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("46.875", 2, "46.88"), ("-46.875", 2, "-46.88"), ("-0.001", 2, "0.00"), ("5", 1, "5.0")],
)
def test_numbers_are_rounded_half_up(value: str, places: int, shown: str) -> None:
    assert decimals(Fraction(value), places) == shown


def test_the_return_that_is_far_from_the_others_is_told_with_the_numbers(tmp_path: Path) -> None:
    findings, _ = judged(tmp_path, returns=series(100, 104, 98, 101, 240, 99, 103))
    (found,) = [found for found in findings if found.rule.code == "Q101"]
    values = {name: found.values[name] for name in ("reported", "median", "n", "low", "high")}
    assert (found.place.line, values) == (6, {"reported": 240, "median": 101, "n": 7, "low": 98, "high": 104})
    assert found.values["unit"].id == "1-1"


@pytest.mark.parametrize("counts", [(10,) * 6 + (90,), (90,) * 6 + (10,)])
def test_it_is_told_where_all_others_are_equal_and_on_both_sides(counts: tuple[int, ...], tmp_path: Path) -> None:
    assert told(tmp_path, "Q101", returns=series(*counts)) == [(8, "count")]


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path) -> None:
    assert told(tmp_path, "Q101", returns=series(10, 10, 10, 10, 10, 10, 90)[::-1]) == [(2, "count")]


def test_fewer_than_six_are_not_assessed(tmp_path: Path) -> None:
    returns = [*series(10, 10, 10, 10, 900), *series(10, 10, 10, 10, 900, unit="1-2")]
    assert told(tmp_path / "1", "Q101", returns=returns) == []
    assert why(tmp_path / "2", "Q101", "returns", returns=returns) == [("not-evaluated", "too-few")]
    assert why(tmp_path / "3", "Q101", "returns", returns=[]) == [("skipped", "no-rows")]
    assert why(tmp_path / "4", "Q101", "returns", returns=series(*[10] * 6)) == []


def test_units_are_not_held_against_each_other(tmp_path: Path) -> None:
    returns = [line for unit, n in (("1-1", 10), ("1-2", 10), ("2-1", 9000)) for line in series(*[n] * 6, unit=unit)]
    assert judged(tmp_path, returns=returns)[0] == []


EXAMPLE = (100, 104, 98, 101, 99, 103, 240)


def test_the_worked_example_is_told_beside_totals_too(tmp_path: Path) -> None:
    assert told(tmp_path, "Q101", returns=series(*EXAMPLE, total="300")) == [(8, "count")]


def test_the_count_and_the_total_of_one_return_are_both_told(tmp_path: Path) -> None:
    lines = [*series(*EXAMPLE[:6], total="300"), "2021-04-01,1-1,pledges.household,240,3000"]
    assert told(tmp_path, "Q101", returns=lines) == [(8, "count"), (8, "total")]


def test_totals_that_are_known_are_judged_where_others_are_not(tmp_path: Path) -> None:
    lines = [*series(*[10] * 6, total="300"), *series(10, first=date(2021, 5, 1))]
    assert told(tmp_path / "1", "Q101", returns=lines) == []
    lines[5] = lines[5].replace("300", "30")
    assert told(tmp_path / "2", "Q101", returns=lines) == [(7, "total")]


@pytest.mark.parametrize(
    "counts",
    [
        range(10, 300, 30),
        (5, 10, 20, 40, 80, 160, 290),
        (10, 50, 49, 120, 200, 290),  # one signature taken back
        (10, 270, 268, 271, 272, 270, 271),  # it began low, and has stood still since
        (10, 11, 9, 12, 10, 290, 288, 291),  # it came late, and stays
        (100, 100, 100, 101, 101, 240),  # what has never fallen
        (0, 0, 0, 0, 0, 0, 250),
    ],
    ids=str,
)
def test_what_has_been_signed_of_a_total_may_grow(counts: Sequence[int], tmp_path: Path) -> None:
    assert told(tmp_path, "Q101", returns=series(*counts, total="300")) == []


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((100, 120, 130, 290, 140, 150, 160, 170), 5),  # a peak that the next one takes back
        ((250, 251, 252, 25, 253, 254, 255), 5),  # a digit too few
        ((100, 101, 100, 99, 100, 290), 7),
        ((290, 100, 101, 102, 103, 104), 2),
        ((250, 251, 252, 253, 254, 255, 25), 8),
    ],
    ids=str,
)
def test_what_growth_does_not_explain_is_told(counts: Sequence[int], line: int, tmp_path: Path) -> None:
    assert told(tmp_path, "Q101", returns=series(*counts, total="300")) == [(line, "count")]


@given(st.lists(st.integers(0, 10**6), min_size=6, max_size=12))
def test_nothing_is_out_of_growth_in_what_never_falls(counts: list[int]) -> None:
    assert all(in_growth(sorted(counts), at) for at in range(len(counts)))


def test_schools_have_series_of_their_own(tmp_path: Path) -> None:
    kinds = '\n[pledges.household]\nsource = "returns"\ngrain = "school"\n'
    parts: dict[str, Any] = {"kinds": kinds, "returns": series(10, 10, 10, 10, 10, 10, 90, unit="s1")}
    assert told(tmp_path / "1", "Q101", organisations=["s1,S,school,1"], **parts) == [(8, "count")]
    files = village(**parts) | {"organisations.csv": "x\n"}
    marks = [each for each in find(site_of(write_book(tmp_path / "2", files))) if isinstance(each, NotJudged)]
    assert {(mark.rule.code, mark.other) for mark in marks} >= {("Q101", "organisations"), ("Q102", "organisations")}


MERGED = {"walk": ["2021-03-01,1-2,1-1,whole"], "extra": ["1-2,Thôn 2,area,1,,2021-03-01"]}


def test_no_series_runs_across_a_merger(tmp_path: Path) -> None:
    """From 2021-03-01 on area 1-1 has what was 1-2 as well: its numbers are those of another area."""
    returns = [*series(10, 10, 10), *series(90, 90, 90, first=date(2021, 3, 1))]
    assert told(tmp_path / "1", "Q102", returns=returns) == [(5, "count")]
    assert told(tmp_path / "2", "Q102", returns=returns, **MERGED) == []
    assert why(tmp_path / "3", "Q101", "returns", returns=returns, **MERGED) == [("not-evaluated", "too-few")]
    totals = [*series(1, total="100"), *series(1, total="200", first=date(2021, 3, 1))]
    assert told(tmp_path / "4", "Q103", returns=totals) == [(3, "total")]
    assert told(tmp_path / "5", "Q103", returns=totals, **MERGED) == []
