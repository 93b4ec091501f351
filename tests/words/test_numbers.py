"""Numbers and days as offices write them."""

from datetime import date

import pytest

from antq_cli.words import numbers
from antq_cli.words.speech import speech


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (25915, "25.915", "25,915"),
        (999_999_999, "999.999.999", "999,999,999"),
        (-3938, "-3.938", "-3,938"),
        (None, "—", "—"),
    ],
)
def test_counts_are_grouped(number: int | None, vi: str, en: str) -> None:
    assert (numbers.count(number, "vi"), numbers.count(number, "en")) == (vi, en)
    assert (speech("vi").count(number), speech("en").count(number)) == (vi, en)


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [("86.81", "86,81%", "86.81%"), ("100.00", "100,00%", "100.00%"), ("0.01", "0,01%", "0.01%"), (None, "—", "—")],
)
def test_percents_have_the_decimal_mark_of_the_language(written: str | None, vi: str, en: str) -> None:
    assert (speech("vi").percent(written), speech("en").percent(written)) == (vi, en)


@pytest.mark.parametrize(
    ("num", "den", "vi"),
    [(25915, 29853, "25.915/29.853"), (9855, None, "9.855"), (0, 0, "0/0"), (None, None, "—"), (None, 5, "—/5")],
)
def test_a_ratio_without_a_denominator_is_its_numerator(num: int | None, den: int | None, vi: str) -> None:
    assert speech("vi").ratio(num, den) == vi


def test_days_are_written_as_on_paper_in_both_languages() -> None:
    assert {speech(lang).day(date(2021, 8, 9)) for lang in ("vi", "en")} == {"09/08/2021"}
    assert numbers.day(date(1, 2, 3)) == "03/02/0001"
