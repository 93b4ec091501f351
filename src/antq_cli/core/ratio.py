"""Ratios of counts: two whole numbers, never a float."""

import re
from typing import NamedTuple

_WHOLE = 10_000  # hundredths of a percent
_PERCENT = 100  # of them
_DECIMALS = 2
# How a rate is written, wherever one is: with a point or a comma, and a blank before the sign or none. More may sign
# than there are said to be, and that is published: 104.5 %.
RATE = r"(?P<percent>(?:0|[1-9][0-9]{0,3})(?:[.,][0-9]{1,4})?)[ \u00a0]?%"


class Ratio(NamedTuple):
    """``num`` out of ``den``; a denominator that is not known is None."""

    num: int
    den: int | None

    @property
    def remaining(self) -> int | None:
        """Return how many are missing to the denominator; negative where more signed than there are."""
        return None if self.den is None else self.den - self.num

    def hundredths(self) -> int | None:
        """Return the percentage in hundredths of a percent, rounded half up; None without a denominator.

        10000 (100.00 %) is given only where num = den and 0 only where num = 0: what is nearly all is 99.99 or
        100.01, what is nearly nothing 0.01.
        """
        if not self.den:
            return None
        rounded = (2 * _WHOLE * self.num + self.den) // (2 * self.den)
        if rounded == _WHOLE and self.num != self.den:
            return 9_999 if self.num < self.den else 10_001
        return 1 if rounded == 0 and self.num else rounded

    def percent(self) -> str | None:
        """Return the percentage with two decimals and a point, as machines read it."""
        value = self.hundredths()
        return None if value is None else written(value)

    def each(self) -> str | None:
        """Return how many there are to each one of the denominator, with one decimal, rounded half up."""
        if not self.den:
            return None
        tenths = (20 * self.num + self.den) // (2 * self.den)
        return f"{tenths // 10}.{tenths % 10}"


def written(hundredths: int) -> str:
    """Return hundredths of a percent as a percentage with two decimals and a point."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def points(before: tuple[int, int], after: tuple[int, int]) -> str | None:
    """Return by how many percentage points a rate changed, with a sign and two decimals; None without denominators.

    Both are numerator and denominator. It is the difference of the exact rates, rounded half away from zero; 0.00 only
    where they are equal, else at least 0.01.
    """
    if not before[1] or not after[1]:
        return None
    whole = before[1] * after[1]
    difference = after[0] * before[1] - before[0] * after[1]
    hundredths = (2 * _WHOLE * abs(difference) + whole) // (2 * whole)
    value = max(hundredths, 1) if difference else 0
    sign = "+" if difference > 0 else "-" if difference else ""
    return f"{sign}{written(value)}"


def hundredths_of(text: str) -> int | None:
    """Return a percentage above 0 and up to 100, such as 95% or 97,5 %, in hundredths of a percent; None for others.

    It has at most two decimals. From 1 on it needs no sign: 0.95 alone is more likely the share than 0.95 %.
    """
    found = re.fullmatch(RATE, text if text.endswith("%") else f"{text}%")
    whole, _, part = decimal(found["percent"]).partition(".") if found else ("0", "", "")
    value = 100 * int(whole) + int(part.ljust(2, "0")) if len(part) <= _DECIMALS else 0
    return value if 0 < value <= _WHOLE and (value >= _PERCENT or text.endswith("%")) else None


def decimal(percent: str) -> str:
    """Return the number of a rate as machines write it, with a point."""
    return percent.replace(",", ".")
