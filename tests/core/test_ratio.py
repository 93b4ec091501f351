from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.core.cells import VALUE
from antq_cli.core.ratio import Ratio, hundredths_of, points

counts = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("num", "den", "percent"),
    [
        (25_915, 29_853, "86.81"),
        (17, 17, "100.00"),
        (0, 5, "0.00"),
        (99_999, 100_000, "99.99"),  # 99.999 is not all
        (100_001, 100_000, "100.01"),  # 100.001 is more than all
        (1, 100_000_000, "0.01"),  # is not nothing
        (99_994, 100_000, "99.99"),
        (1, 20_000, "0.01"),  # 0.005, half up
        (3, 20_000, "0.02"),  # 0.015, where a float and half even say 0.01 or 0.02
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (3, 2, "150.00"),
        (5, 0, None),
        (0, 0, None),
        (5, None, None),
    ],
)
def test_percent(num: int, den: int | None, percent: str | None) -> None:
    assert Ratio(num, den).percent() == percent


@settings(deadline=None)
@given(counts, st.integers(1, 10**9))
def test_percent_is_half_up_but_for_all_and_nothing(num: int, den: int) -> None:
    exact = Fraction(100 * num, den)
    hundredth = Fraction(int(exact * 100 + Fraction(1, 2)), 100)
    if hundredth == 100 and num != den:
        hundredth += Fraction(1, 100) if num > den else -Fraction(1, 100)
    elif hundredth == 0 and num:
        hundredth = Fraction(1, 100)
    assert Fraction(Ratio(num, den).percent() or "") == hundredth


@settings(deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([8, 16, 20_000, 40_000, 10**6]))
def test_percent_agrees_with_decimal_where_that_is_exact(num: int, den: int) -> None:
    decimal = (Decimal(100 * num) / den).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if decimal not in (0, 100):
        assert Ratio(num, den).percent() == str(decimal)


@settings(deadline=None)
@given(counts, counts)
def test_all_and_nothing_are_said_of_nothing_else(num: int, den: int) -> None:
    percent = Ratio(num, den).percent()
    assert (percent == "100.00") == (num == den and den > 0)
    assert (percent == "0.00") == (num == 0 and den > 0)


@pytest.mark.parametrize(("num", "den", "remaining"), [(3, 5, 2), (5, 5, 0), (7, 5, -2), (7, None, None)])
def test_remaining(num: int, den: int | None, remaining: int | None) -> None:
    assert Ratio(num, den).remaining == remaining


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((17, 17), (5, 5), "0.00"),
        ((1, 4), (1, 2), "+25.00"),
        ((1, 2), (1, 4), "-25.00"),
        ((0, 3), (1, 3), "+33.33"),
        ((2, 3), (1, 3), "-33.33"),
        ((0, 20_000), (1, 20_000), "+0.01"),  # 0.005, rounded away from zero
        ((1, 20_000), (0, 20_000), "-0.01"),
        ((1, 10**8), (2, 10**8), "+0.01"),  # it did change
        ((2, 4), (1, 2), "0.00"),
        ((1, 2), (3, 2), "+100.00"),
        ((1, 0), (1, 2), None),
        ((1, 2), (0, 0), None),
    ],
)
def test_points(before: tuple[int, int], after: tuple[int, int], expected: str | None) -> None:
    assert points(before, after) == expected


@settings(deadline=None)
@given(counts, st.integers(1, 10**6), counts, st.integers(1, 10**6))
def test_points_are_the_difference_of_the_exact_rates(num: int, den: int, num2: int, den2: int) -> None:
    exact = Fraction(100 * num2, den2) - Fraction(100 * num, den)
    rounded = Decimal(exact.numerator) / Decimal(exact.denominator)
    written = points((num, den), (num2, den2))
    assert written is not None
    assert abs(Decimal(written) - rounded) <= Decimal("0.01")
    assert (Decimal(written) == 0) == (exact == 0)
    opposite = points((num2, den2), (num, den))
    assert opposite is not None
    assert Decimal(opposite) == -Decimal(written)


@pytest.mark.parametrize(
    ("written", "hundredths"),
    [
        *(("95%", 9500), ("95", 9500), ("97,5 %", 9750), ("97.25\u00a0%", 9725), ("100", 10_000), ("1", 100)),
        *(("0.95%", 95), ("0,05 %", 5), ("0.95", None), ("0,5", None), ("0%", None), ("101%", None)),
        *(("95.123%", None), ("095%", None), ("95%%", None), (".5%", None), ("95 % ", None), ("", None)),
    ],
)
def test_a_rate_has_one_grammar_and_below_one_its_sign(written: str, hundredths: int | None) -> None:
    assert hundredths_of(written) == hundredths
    claimed = written if written.endswith("%") else f"{written}%"
    assert hundredths is None or VALUE.fullmatch(claimed)
