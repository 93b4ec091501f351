"""What numbers alone say: how far one lies from the others, whether some rise, and whether rates are too even."""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

# Of fewer values nobody can say what is usual, nor how much chance would let them differ.
FEW = 6
# The modified z from which on a value is an outlier (Iglewicz and Hoaglin 1993).
_LIMIT = Fraction(7, 2)
_LEAST_CHANGE = 20  # a hamlet's 3 signatures become 7, and its 9 houses 10, without anybody wondering
_YEAR = 365
# Far more than floats are wrong by: only of what is as close as that the long numbers have to be made.
_CLOSE = 1e-9
_LEAST_DEN = 20  # the rates of smaller units are too coarse to be too even
# Chance alone makes rates as even as this once in a thousand times.
_QUANTILE = 0.001


def modified_z(values: Sequence[int]) -> list[Fraction]:
    """Return the modified z of each of some values; 0 of all where they are equal.

    0.6745 (x - median) / MAD, where MAD is the median of the distances from the median; where that is 0,
    (x - median) / (1.2533 mean distance). Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
    """
    middle = median(values)
    distances = [abs(value - middle) for value in values]
    spread = median(distances) / Fraction("0.6745") or Fraction("1.2533") * sum(distances) / len(values)
    return [(value - middle) / spread if spread else Fraction(0) for value in values]


def median(values: Iterable[int | Fraction]) -> Fraction:
    """Return the middle one of some values, or half of the sum of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2  # of an odd number ~half, counted from the end, is the same one
    return Fraction(ordered[half] + ordered[~half]) / 2


def decimals(value: Fraction, places: int) -> str:
    """Return a number with some decimals and a point, rounded half up, away from 0."""
    scaled = (2 * abs(value.numerator) * 10**places + value.denominator) // (2 * value.denominator)
    whole, part = divmod(scaled, 10**places)
    return f"{'-' if value < 0 and scaled else ''}{whole}.{part:0{places}}"


def far(values: Sequence[int]) -> dict[int, Fraction]:
    """Return the modified z of those of some values that are outliers and over a tenth from the median, by position."""
    middle, scale = median(values).as_integer_ratio()
    away = [at for at, value in enumerate(values) if 10 * abs(scale * value - middle) > middle]
    scores = modified_z(values) if away else []  # nearly no sender has a number that is worth the long fractions
    return {at: scores[at] for at in away if abs(scores[at]) > _LIMIT}


def in_growth(values: Sequence[int], at: int) -> bool:
    """Return whether one of some values, in the order of time, stands where a growing number would have it.

    A low one does where nothing before it was higher: it is the beginning. A high one does where nothing after it is
    lower again; where it is the last, nobody has borne it out yet, so those before it must have been rising. A tenth of
    the value to either side is no difference.
    """
    value, earlier, later = values[at], values[:at], values[at + 1 :]
    if value < median(values):
        return all(10 * each <= 11 * value for each in earlier)
    return all(10 * each >= 9 * value for each in later) if later else rising(earlier)


def rising(values: Sequence[int]) -> bool:
    """Return whether some values rise on the whole: taken two by two, a fall has three rises or more beside it.

    It is the count of Mann and Kendall (Mann, Nonparametric Tests Against Trend, 1945). What never falls is rising.
    """
    pairs = list(combinations(values, 2))
    return sum(old < new for old, new in pairs) >= 3 * sum(new < old for old, new in pairs)


def leaps(old: int, new: int) -> bool:
    """Return whether a number more than doubles or falls to less than half, by 20 or more; nothing has no double."""
    return abs(new - old) >= _LEAST_CHANGE and old > 0 and not old <= 2 * new <= 4 * old


def grows(before: int, after: int, days: int) -> bool:
    """Return whether a number grows, by 20 or more, by over 10 % a year; within a year by over 10 %.

    after / before > 1.1 ** (days / 365), compounded: three years are 33.1 %. A shorter time than a year is taken for
    one: what two dozen houses do in a month is no rate of a year. Nothing has nothing to grow.
    """
    if before <= 0 or after - before < _LEAST_CHANGE:
        return False
    days = max(days, _YEAR)
    over = math.log(after / before) - days / _YEAR * math.log(1.1)
    if abs(over) > _CLOSE:
        return over > 0
    return Fraction(after, before) ** _YEAR > Fraction(11, 10) ** days


def too_even(rates: Sequence[tuple[int, int]]) -> bool | None:
    """Return whether rates vary less than chance alone would let them; None where that cannot be judged.

    The sum of (num - den p)² / (den p (1 - p)), where p is the rate of all together, is chi² with n - 1 degrees of
    freedom if each is drawn with the same p, and larger if they differ. Below the lower 0.1 % it is too good to be true
    (R. A. Fisher, Has Mendel's work been rediscovered?, 1936). Denominators under 20 are left out.
    """
    some = [(num, den) for num, den in rates if den >= _LEAST_DEN]
    num, den = (sum(part) for part in zip(*some, strict=True)) if some else (0, 0)
    if len(some) < FEW or not 0 < num < den:
        return None
    # With p = num / den multiplied out, so that all is whole numbers but for the divisions.
    squared = sum((each * den - of * num) ** 2 / of for each, of in some) / (num * (den - num))
    return chi_squared(squared, len(some) - 1) < _QUANTILE


def chi_squared(x: float, degrees: int) -> float:
    """Return the probability that chi² with some degrees of freedom is at most x.

    The regularised lower incomplete gamma function of degrees/2 and x/2, by its series (Abramowitz and Stegun 6.5.29).
    """
    a, half = degrees / 2, x / 2
    if half <= 0:
        return 0.0
    term = total = 1.0
    at = a
    while term > total * 1e-16:  # what is smaller changes no digit of a float
        at += 1
        term *= half / at
        total += term
    return math.exp(a * math.log(half) - half - math.lgamma(a + 1) + math.log(total))
