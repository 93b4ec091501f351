"""The rules of plausibility: what is unusual is told, and what cannot be judged is never called usual."""

import statistics
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.checks.plausible import RULES, chi_squared, decimals, find, grows, median, modified_z, too_even
from antq_cli.checks.site import Mark, Site
from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.ground import Ground
from antq_cli.words.speech import LANGUAGES, speech
from tests.counting.villages import HOUSEHOLD, RETURNED, village
from tests.helpers import DAY, codes, open_at, write_book

DATA = Path(__file__).parents[2] / "data"
BESIDE = '\n[pledges.household]\ngrain = "commune"\n'


def site_of(folder: Path, day: date = DAY) -> Site:
    book = open_at(folder)
    for name in REGISTERS:
        book.table(name)
    return Site(book, Ground(book), day, date(2026, 8, 1))


def judged(folder: Path, kinds: str = RETURNED, day: date = DAY, **parts: Any) -> tuple[list[Finding], list[Mark]]:
    results = list(find(site_of(write_book(folder, village(kinds, **parts)), day)))
    marks = [each for each in results if isinstance(each, Mark)]
    return [each for each in results if isinstance(each, Finding)], marks


def told(folder: Path, code: str, **parts: Any) -> list[tuple[int, str]]:
    """The line and the column of what breaks a rule."""
    findings, _ = judged(folder, **parts)
    return [(found.place.line, str(found.values["column"])) for found in findings if found.rule.code == code]


def why(folder: Path, code: str, register: str, **parts: Any) -> list[tuple[str, str]]:
    """Why a rule was not judged in a register, if it was not."""
    _, marks = judged(folder, **parts)
    return [(mark.judged, mark.why) for mark in marks if (mark.rule.code, mark.register) == (code, register)]


def series(*counts: int, unit: str = "1-1", first: date = date(2021, 1, 31), total: str = "") -> list[str]:
    """The returns of a unit, ten days apart."""
    days = (first + timedelta(10 * n) for n in range(len(counts)))
    return [f"{day},{unit},pledges.household,{count},{total}" for day, count in zip(days, counts, strict=True)]


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
    values = {name: found.values[name] for name in ("reported", "median", "n", "z", "unit")}
    assert (found.place.line, values) == (6, {"reported": 240, "median": 101, "n": 7, "z": "46.88", "unit": "1-1"})


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


def test_schools_have_series_of_their_own(tmp_path: Path) -> None:
    kinds = '\n[pledges.household]\nsource = "returns"\ngrain = "school"\n'
    parts: dict[str, Any] = {"kinds": kinds, "returns": series(10, 10, 10, 10, 10, 10, 90, unit="s1")}
    assert told(tmp_path / "1", "Q101", organisations=["s1,S,school,1"], **parts) == [(8, "count")]
    files = village(**parts) | {"organisations.csv": "x\n"}
    marks = [each for each in find(site_of(write_book(tmp_path / "2", files))) if isinstance(each, Mark)]
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


# -------------------------------------------------------------------------------------------------------------- jumps


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (20, 40, False),  # doubled, and not more
        (20, 41, True),
        (82, 41, False),  # halved, and not less
        (83, 41, True),
        (10, 29, False),  # a difference of 19
        (10, 30, True),
        (19, 0, False),
        (20, 0, True),
        (0, 500, False),  # nothing has nothing to double
    ],
)
def test_a_jump_more_than_doubles_or_less_than_halves(before: int, after: int, found: bool, tmp_path: Path) -> None:
    assert told(tmp_path, "Q102", returns=series(before, after)) == [(3, "count")] * found


def test_returns_that_follow_on_each_other_are_compared(tmp_path: Path) -> None:
    assert told(tmp_path / "1", "Q102", returns=series(20, 40, 80, 160)) == []
    assert told(tmp_path / "2", "Q102", returns=series(20, 200, 20)) == [(3, "count"), (4, "count")]
    alone = [*series(20), *series(200, unit="1-2")]
    assert why(tmp_path / "3", "Q102", "returns", returns=alone) == [("not-evaluated", "too-few")]


# ------------------------------------------------------------------------------------------------------------- growth


@pytest.mark.parametrize(
    ("before", "after", "days", "found"),
    [
        (200, 220, 1, False),
        (200, 221, 1, True),
        (200, 221, 366, True),
        (200, 240, 367, False),  # the second year has begun
        (200, 241, 367, True),
        (200, 221, 0, True),
        (9, 28, 30, False),  # a difference of 19
        (9, 29, 30, True),
        (0, 50, 30, False),
        (100, 50, 30, False),
    ],
)
def test_more_than_a_tenth_for_each_year_begun_is_growth(before: int, after: int, days: int, found: bool) -> None:
    assert grows(before, after, timedelta(days)) is found


def totals(*pairs: tuple[str, str]) -> list[str]:
    return [f"{day},1-1,pledges.household,0,{total}" for day, total in pairs]


@pytest.mark.parametrize(
    ("pairs", "lines"),
    [
        ((("2021-01-31", "200"), ("2021-02-28", "221")), [3]),
        ((("2021-01-31", "200"), ("2021-02-28", "220")), []),
        # Step by step within a year: it is held against the earliest, not the one before.
        ((("2021-01-31", "200"), ("2021-02-28", "216"), ("2021-03-31", "232")), [4]),
        # What has grown is told once, and again where it grows on.
        ((("2021-01-31", "200"), ("2021-02-28", "300"), ("2021-03-31", "300"), ("2021-04-30", "320")), [3, 5]),
        # A total that nobody knows, or that is nothing, is no base.
        ((("2021-01-31", ""), ("2021-02-28", "500")), []),
        ((("2021-01-31", "0"), ("2021-02-28", "500")), []),
        # The last one before, where there is none within a year: 20 % in two years begun.
        ((("2019-08-31", "100"), ("2019-12-31", "200"), ("2021-05-31", "241")), [3, 4]),
        ((("2019-12-31", "200"), ("2021-05-31", "240")), []),
    ],
)
def test_a_total_is_held_against_that_of_a_year_before(
    pairs: tuple[tuple[str, str], ...], lines: list[int], tmp_path: Path
) -> None:
    assert told(tmp_path, "Q103", returns=totals(*pairs)) == [(line, "total") for line in lines]


def test_without_two_totals_growth_is_not_judged(tmp_path: Path) -> None:
    returns = totals(("2021-01-31", ""), ("2021-02-28", "500"))
    assert why(tmp_path, "Q103", "returns", returns=returns) == [("not-evaluated", "too-few")]


def households(old: int, new: int, joined: str = "2021-03-01") -> list[str]:
    """Households of commune 1: some that were always there, and some that joined."""
    return [f"h{n},1-1" for n in range(old)] + [f"g{n},1-2,{joined}" for n in range(new)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (households(200, 20), False),
        (households(200, 21), True),
        (households(200, 21, "2020-01-01"), False),  # they have been there for longer than a year
        (households(200, 21, "2021-09-01"), False),  # they come after the day
        (households(0, 30), False),  # nothing has nothing to grow
        ([*households(200, 20), "x,1-1,,,vacant", "y,1-1,2021-03-01,,absent"], False),  # they do not count
        ([*households(200, 21), "z,1-1,,2021-03-01"], False),  # one left: from 201 to 221
    ],
)
def test_the_households_of_a_commune_are_held_against_a_year_before(
    lines: list[str], found: bool, tmp_path: Path
) -> None:
    findings, _ = judged(tmp_path, HOUSEHOLD, households=lines, pledges=())
    assert [(each.rule.code, each.register, each.cell) for each in findings] == [("Q103", "units", "1")] * found


def test_a_commune_that_took_another_in_has_not_grown(tmp_path: Path) -> None:
    extra = ["2,Xã Hai,commune,D,,2021-03-01"]
    lines = [*(f"h{n},1-1" for n in range(20)), *(f"g{n},2-1" for n in range(20))]
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "pledges": (), "extra": extra, "walk": ["2021-03-01,2,1,whole"]}
    assert told(tmp_path / "1", "Q103", households=lines, **parts) == []
    assert why(tmp_path / "2", "Q103", "units", households=lines, **parts) == [("not-evaluated", "no-year-before")]


def test_nor_has_one_of_which_an_area_took_another_in(tmp_path: Path) -> None:
    """Commune 1 has the same areas as before; what lay in area 2-1 came into one of them."""
    extra = ["2-1,Thôn 1,area,2,,2021-03-01"]
    lines = [*(f"h{n},1-1" for n in range(20)), *(f"g{n},2-1" for n in range(20))]
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "pledges": (), "extra": extra, "walk": ["2021-03-01,2-1,1-1,whole"]}
    assert told(tmp_path, "Q103", households=lines, **parts) == []


def test_without_households_or_a_year_before_it_is_not_judged(tmp_path: Path) -> None:
    assert why(tmp_path / "1", "Q103", "units", returns=()) == [("skipped", "without")]
    files = village(HOUSEHOLD, pledges=()) | {"households.csv": "x\n"}
    marks = [each for each in find(site_of(write_book(tmp_path / "2", files))) if isinstance(each, Mark)]
    assert {(mark.rule.code, mark.register, mark.other) for mark in marks} == {
        ("Q103", "units", "households"),
        ("Q105", "units", "households"),
    }
    early = judged(tmp_path / "3", HOUSEHOLD, date.min, households=households(200, 21), pledges=())[0]
    assert early == []


# --------------------------------------------------------------------------------------------------------------- sums


def reported(*lines: str) -> list[str]:
    """Returns of one day from ``unit count total``."""
    return [f"2021-08-31,{unit},pledges.household,{count},{total}" for unit, count, total in map(str.split, lines)]


COMMUNES = ("1 30 50", "2 12 20")


@pytest.mark.parametrize(
    ("top", "column"), [("42 70", None), ("41 70", "count"), ("42 71", "total"), ("41 71", "count"), ("0 0", "count")]
)
def test_a_unit_that_is_not_the_sum_of_those_below_it(top: str, column: str | None, tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "households": (), "pledges": ()}
    found = told(tmp_path, "Q104", returns=reported(*COMMUNES, f"D {top}"), **parts)
    assert found == ([] if column is None else [(4, column)])


def test_a_sum_of_some_is_no_sum(tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "households": (), "pledges": ()}
    some = reported("1 30 50", "D 41 70")
    assert told(tmp_path / "1", "Q104", returns=some, **parts) == []
    assert why(tmp_path / "2", "Q104", "returns", returns=some, **parts) == [("not-evaluated", "no-sum")]
    other_day = [*reported(*COMMUNES), "2021-08-30,D,pledges.household,41,70"]
    assert told(tmp_path / "3", "Q104", returns=other_day, **parts) == []


def test_a_total_that_nobody_knows_is_in_no_sum(tmp_path: Path) -> None:
    lines = [*reported("1 30 50", "D 42 70"), "2021-08-31,2,pledges.household,12,"]
    assert told(tmp_path, "Q104", kinds=HOUSEHOLD, households=(), pledges=(), returns=lines) == []


@pytest.mark.parametrize(("kinds", "found"), [(HOUSEHOLD, 1), (BESIDE, 1), (f'{RETURNED}grain = "area"\n', 1)])
def test_it_is_told_whatever_the_figure_is_counted_from(kinds: str, found: int, tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": kinds, "households": (), "pledges": ()}
    assert len(told(tmp_path, "Q104", returns=reported(*COMMUNES, "D 41 70"), **parts)) == found


@pytest.mark.parametrize("grain", ["commune", "district"])
def test_what_is_held_against_the_source_of_the_figure_is_told_there(grain: str, tmp_path: Path) -> None:
    """R202 says it: one of the two sums is what the book counts."""
    kinds = f'{RETURNED}grain = "{grain}"\n'
    assert told(tmp_path, "Q104", kinds=kinds, returns=reported(*COMMUNES, "D 41 70")) == []


# ----------------------------------------------------------------------------------------------------------- too even


@pytest.mark.parametrize(
    ("degrees", "low", "middle"),
    [(1, 1.5708e-6, 0.4549), (5, 0.2102, 4.3515), (7, 0.5985, 6.3458), (10, 1.4787, 9.3418), (20, 5.9210, 19.3374)],
)
def test_chi_squared_has_the_quantiles_of_the_tables(degrees: int, low: float, middle: float) -> None:
    assert chi_squared(low, degrees) == pytest.approx(0.001, rel=1e-3)
    assert chi_squared(middle, degrees) == pytest.approx(0.5, rel=1e-4)
    assert chi_squared(0, degrees) == 0
    assert chi_squared(1000, degrees) == pytest.approx(1)


@given(st.integers(1, 200), st.floats(0.001, 500), st.floats(0.001, 500))
def test_chi_squared_is_a_probability_that_grows(degrees: int, one: float, other: float) -> None:
    low, high = sorted((chi_squared(one, degrees), chi_squared(other, degrees)))
    assert -1e-9 <= low <= high <= 1 + 1e-9
    assert (chi_squared(min(one, other), degrees) <= chi_squared(max(one, other), degrees) + 1e-12) is True


@pytest.mark.parametrize(
    ("rates", "even"),
    [
        ([(80, 100)] * 6, True),  # the very same six times
        ([(80, 100)] * 5, None),  # too few
        ([(80, 100)] * 5 + [(15, 19)], None),  # one is too small to have a rate
        ([(80, 100)] * 6 + [(0, 19)], True),
        ([(0, 100)] * 6, None),
        ([(100, 100)] * 6, None),
        ([(74, 100), (86, 100), (79, 100), (83, 100), (77, 100), (81, 100)], False),  # as chance has it
        ([(10, 100)] * 3 + [(90, 100)] * 3, False),  # they differ more than chance alone lets them
        ([], None),
    ],
)
def test_rates_that_vary_less_than_chance(rates: list[tuple[int, int]], even: bool | None) -> None:
    assert too_even(rates) is even


MANY = [f"1-{n},Thôn {n},area,1" for n in range(1, 8)]
EVEN = reported(*(f"1-{n} {4 * n + 76} {5 * n + 95}" for n in range(1, 7)))
UNEVEN = reported(*(f"1-{n} {count} 100" for n, count in enumerate((74, 86, 79, 83, 77, 81), 1)))


def test_the_returns_of_the_units_of_one_parent_may_be_too_even(tmp_path: Path) -> None:
    assert told(tmp_path / "1", "Q105", returns=EVEN, extra=MANY) == [(2, "count")]
    assert told(tmp_path / "2", "Q105", returns=UNEVEN, extra=MANY) == []
    assert why(tmp_path / "3", "Q105", "returns", returns=UNEVEN, extra=MANY) == []
    assert why(tmp_path / "4", "Q105", "returns", returns=EVEN[1:], extra=MANY) == [("not-evaluated", "too-few")]


def test_units_of_several_parents_or_days_are_not_one_group(tmp_path: Path) -> None:
    moved = [line.replace("area,1", "area,2") if "-7," in line or "-6," in line else line for line in MANY]
    assert told(tmp_path / "1", "Q105", returns=EVEN, extra=moved) == []
    days = [EVEN[0].replace("08-31", "08-30"), *EVEN[1:]]
    assert told(tmp_path / "2", "Q105", returns=days, extra=MANY) == []


def signed(counts: list[int]) -> dict[str, Any]:
    """Seven areas of 20 households, of which some have signed."""
    names = [f"h{area}-{n},1-{area}" for area in range(1, 8) for n in range(20)]
    events = [f"2021-03-01,household,h{area}-{n},signed" for area, of in enumerate(counts, 1) for n in range(of)]
    return {"kinds": HOUSEHOLD, "extra": MANY, "households": names, "pledges": events}


def test_the_books_own_rates_may_be_too_even(tmp_path: Path) -> None:
    findings, _ = judged(tmp_path / "1", **signed([10] * 7))
    assert [(found.rule.code, found.register, found.cell) for found in findings] == [("Q105", "units", "1")]
    assert judged(tmp_path / "2", **signed([8, 13, 10, 9, 12, 7, 11])) == ([], [])
    assert why(tmp_path / "3", "Q105", "units", **signed([0] * 7)) == [("not-evaluated", "too-few")]
    assert why(tmp_path / "4", "Q105", "units", returns=EVEN) == [("skipped", "no-journal")]


# -------------------------------------------------------------------------------------------------------------- books


def test_what_is_told_of_the_sample() -> None:
    findings = [each for each in find(site_of(DATA / "cam-thuy-sample")) if isinstance(each, Finding)]
    assert codes(findings) == {"Q101": 4, "Q102": 1, "Q103": 1, "Q104": 1}
    merged_school = [found for found in findings if found.values["unit"] == "15154-S02"]
    assert codes(merged_school) == {"Q101": 3, "Q102": 1, "Q103": 1}


def test_of_the_published_figures_nothing_can_be_judged() -> None:
    results = list(find(site_of(DATA / "cam-thuy-2021")))
    assert {each.rule.code for each in results if isinstance(each, Mark)} == {*RULES}
    assert len(results) == 7


def test_a_top_that_is_unknown_is_not_judged(tmp_path: Path) -> None:
    files = village(HOUSEHOLD, households=(), pledges=(), returns=EVEN)
    files["antq.toml"] = files["antq.toml"].replace('top = "D"', 'top = "E"')
    marks = [each for each in find(site_of(write_book(tmp_path, files))) if isinstance(each, Mark)]
    assert {(mark.rule.code, mark.why) for mark in marks if mark.register == "units"} == {
        ("Q103", "no-top"),
        ("Q105", "no-top"),
    }


def test_everything_is_said_in_both_languages(tmp_path: Path) -> None:
    lines = [*series(10, 10, 10, 10, 10, 10, 90, total="100"), *totals(("2022-01-01", "200")), *reported(*COMMUNES)]
    findings, marks = judged(
        tmp_path / "1", HOUSEHOLD, households=(), pledges=(), returns=[*lines, *reported("D 41 70")]
    )
    even, more = judged(tmp_path / "2", returns=EVEN, extra=MANY)
    assert {*codes([*findings, *even])} == {*RULES}
    for lang in LANGUAGES:
        for found in [*findings, *even]:
            assert "{" not in speech(lang).describe(found).what
        for mark in [*marks, *more]:
            assert speech(lang).say(f"why-not.{mark.why}", other=mark.other)
