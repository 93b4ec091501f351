"""Arithmetic of days: right between the ends of time, and never over them."""

import ast
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import antq_cli
from antq_cli.core.days import FIRST, LAST, earlier, later, months_later


@given(st.dates(), st.integers(0, 10_000_000))
def test_days_are_added_up_to_the_ends_of_time(day: date, days: int) -> None:
    assert (later(day, days) - day).days == min(days, (date.max - day).days)
    assert (day - earlier(day, days)).days == min(days, (day - date.min).days)


@pytest.mark.parametrize("day", [date.min, FIRST, date(2024, 2, 28), LAST, date.max])
def test_the_next_day_and_the_eve(day: date) -> None:
    assert later(day) == (day if day == date.max else day + timedelta(1))
    assert earlier(day) == (day if day == date.min else day - timedelta(1))


@given(st.dates(), st.integers(0, 120_000))
def test_months_end_with_the_last_of_all_days(day: date, months: int) -> None:
    """Reckoned otherwise: by the number of the month since the year 0, and the day of the first month that has it."""
    number = day.year * 12 + day.month - 1 + months
    if number >= 120_000:
        assert months_later(day, months) == date.max
        return
    over = day.day > monthrange(number // 12, number % 12 + 1)[1]
    expected = date((number + over) // 12, (number + over) % 12 + 1, 1 if over else day.day)
    assert months_later(day, months) == expected


def test_days_are_reckoned_in_one_place() -> None:
    """A difference of two days cannot overflow; what adds to a day needs a timedelta.

    What proves a mended file reckons by itself: it would be no second way otherwise.
    """
    root = Path(antq_cli.__file__).parent
    users = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and "timedelta" in {alias.name for alias in node.names})
        or (isinstance(node, ast.Attribute) and node.attr in {"timedelta", "fromordinal"})
    }
    assert users == {"core/days.py", "writing/mending/proving.py"}
