"""Calendars and their periods."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.core.calendars import CIVIL, EVERY, Calendar, Every, Period, Span, parse_span
from antq_cli.core.days import months_later

REPORT = Calendar("report", "12-15")
OF_2012 = Calendar("tt23-area", "10-31", "10-31")
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
firsts = st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(lambda day: f"{day:%m-%d}")


def days_of(written: str, calendar: Calendar) -> str | None:
    span = parse_span(written)
    found = None if span is None else calendar.period(span)
    return None if found is None else f"{found.first}..{found.last}"


# NĐ 09/2019/NĐ-CP and TT 124/2021, as the conventions give them.
@pytest.mark.parametrize(
    ("written", "calendar", "expected"),
    [
        ("2021", CIVIL, "2021-01-01..2021-12-31"),
        ("2021-H1", CIVIL, "2021-01-01..2021-06-30"),
        ("2021-Q3", CIVIL, "2021-07-01..2021-09-30"),
        ("Q3-2021", CIVIL, "2021-07-01..2021-09-30"),
        ("2021-08", CIVIL, "2021-08-01..2021-08-31"),
        ("8/2021", CIVIL, "2021-08-01..2021-08-31"),
        ("9t-2021", CIVIL, "2021-01-01..2021-09-30"),
        ("năm 2021", CIVIL, "2021-01-01..2021-12-31"),
        ("Q4/2024", CIVIL, "2024-10-01..2024-12-31"),
        ("Quý IV, năm 2024", CIVIL, "2024-10-01..2024-12-31"),
        ("QUÝ 3/2021", CIVIL, "2021-07-01..2021-09-30"),
        ("quý II - 2021", CIVIL, "2021-04-01..2021-06-30"),
        ("tháng 8/2021", CIVIL, "2021-08-01..2021-08-31"),
        ("Tháng 08 năm 2021", CIVIL, "2021-08-01..2021-08-31"),
        ("T8/2021", CIVIL, "2021-08-01..2021-08-31"),
        ("08-2021", CIVIL, "2021-08-01..2021-08-31"),
        ("6 tháng đầu năm 2021", CIVIL, "2021-01-01..2021-06-30"),
        ("6 tháng cuối năm 2021", CIVIL, "2021-07-01..2021-12-31"),
        ("sáu tháng đầu năm 2021", REPORT, "2020-12-15..2021-06-14"),
        ("9 tháng năm 2021", CIVIL, "2021-01-01..2021-09-30"),
        ("9 tháng đầu năm 2021", CIVIL, "2021-01-01..2021-09-30"),
        ("quý 5/2021", CIVIL, None),
        ("quý IIII/2021", CIVIL, None),
        ("tháng 13/2021", CIVIL, None),
        ("3 tháng đầu năm 2021", CIVIL, None),
        ("quý III", CIVIL, None),
        ("2024-02", CIVIL, "2024-02-01..2024-02-29"),
        ("Q1-2026", REPORT, "2025-12-15..2026-03-14"),
        ("6T-2026", REPORT, "2025-12-15..2026-06-14"),
        ("2026-6T", REPORT, "2025-12-15..2026-06-14"),
        ("2026-H2", REPORT, "2026-06-15..2026-12-14"),
        ("9T-2026", REPORT, "2025-12-15..2026-09-14"),
        ("2026", REPORT, "2025-12-15..2026-12-14"),
        ("2021-08", REPORT, "2021-07-15..2021-08-14"),
        ("2026", Calendar("area-standard", "11-01"), "2025-11-01..2026-10-31"),
        ("2026", Calendar("commune-standard", "11-16"), "2025-11-16..2026-11-15"),
        ("2026", Calendar("team-rating", "11-15"), "2025-11-15..2026-11-14"),
        ("2021", OF_2012, "2020-10-31..2021-10-31"),
        ("2021", Calendar("tt23-commune", "11-30", "11-30"), "2020-11-30..2021-11-30"),
        ("2021", Calendar("school", "09-05", "05-31"), "2020-09-05..2021-05-31"),
        ("2021", Calendar("spring", "03-01", "05-31"), "2021-03-01..2021-05-31"),
        ("2021-Q1", OF_2012, None),  # years that overlap have no quarters
        ("2021-Q5", CIVIL, None),
        ("2021-Q0", CIVIL, None),
        ("2021-13", CIVIL, None),
        ("2021-00", CIVIL, None),
        ("2021-H3", CIVIL, None),
        ("3T-2021", CIVIL, None),
        ("21", CIVIL, None),
        ("2021-8", CIVIL, None),
        ("0000", CIVIL, None),
        ("9999", REPORT, "9998-12-15..9999-12-14"),
        ("9999", CIVIL, "9999-01-01..9999-12-31"),
        ("9999-12", CIVIL, "9999-12-01..9999-12-31"),
        ("0001", REPORT, None),  # it would begin before the first of all days
        ("²021", CIVIL, None),
        ("", CIVIL, None),
    ],
)
def test_period(written: str, calendar: Calendar, expected: str | None) -> None:
    assert days_of(written, calendar) == expected


@given(st.integers(1900, 2100), st.sampled_from([(0, 12), (0, 6), (6, 12), (0, 9), (3, 6), (9, 12), (0, 1), (11, 12)]))
def test_every_span_has_one_name_that_reads_as_itself(year: int, months: tuple[int, int]) -> None:
    span = Span(year, *months)
    assert parse_span(span.name) == span


@settings(deadline=None)
@given(firsts, st.integers(1950, 2099), st.sampled_from(EVERY))
def test_parts_follow_each_other_and_are_the_year(first: str, number: int, every: Every) -> None:
    calendar = Calendar("any", first)
    parts, year = list(calendar.parts(number, every)), calendar.year(number)
    assert len(parts) == {"month": 12, "quarter": 4, "year": 1}[every]
    assert (parts[0].first, parts[-1].last) == (year.first, year.last)
    for before, after in pairwise(parts):
        assert after.first == before.last + timedelta(1)
    assert sum(part.days for part in parts) == year.days
    assert calendar.year(number + 1).first == year.last + timedelta(1)
    assert year.last.year == number


@settings(deadline=None)
@given(firsts, days, days, st.sampled_from(EVERY))
def test_a_series_covers_its_days_and_no_more(first: str, one: date, other: date, every: Every) -> None:
    begin, end = sorted((one, min(other, one + timedelta(4000))))
    series = list(Calendar("any", first).series(begin, end, every))
    assert series[0].first <= begin <= series[0].last
    assert series[-1].first <= end <= series[-1].last
    assert all(after.first == before.last + timedelta(1) for before, after in pairwise(series))


@settings(deadline=None)
@given(firsts, days)
def test_the_year_of_a_day_has_it(first: str, day: date) -> None:
    year = Calendar("any", first).year_of(day)
    assert year is not None
    assert year.first <= day <= year.last


def test_a_day_in_two_years_is_in_the_later_and_one_in_a_gap_in_none() -> None:
    later = OF_2012.year_of(date(2021, 10, 31))
    assert later is not None
    assert later.name == "2022"
    assert Calendar("school", "09-05", "05-31").year_of(date(2021, 7, 1)) is None


@pytest.mark.parametrize(
    ("calendar", "joints"),
    [
        (CIVIL, {0}),
        (REPORT, {0}),
        (OF_2012, {-1}),
        (Calendar("whole", "11-16", "11-15"), {0}),
        (Calendar("short", "11-16", "11-14"), {1}),
        (Calendar("leap", "03-01", "02-28"), {0, 1}),  # a gap in leap years only
    ],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_joints_between_years(calendar: Calendar, joints: set[int]) -> None:
    assert calendar.joints() == joints


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2021, 3, 15), 12, date(2022, 3, 15)),
        (date(2021, 1, 31), 1, date(2021, 3, 1)),  # February has no 31st
        (date(2021, 12, 31), 2, date(2022, 3, 1)),
        (date(2020, 2, 29), 12, date(2021, 3, 1)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2021, 8, 31), 1, date(2021, 10, 1)),
        (date(2021, 11, 30), 1, date(2021, 12, 30)),
        (date(2021, 10, 31), 0, date(2021, 10, 31)),
        (date(9999, 10, 31), 1, date(9999, 12, 1)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_some_months_on(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(days, st.integers(0, 240), st.integers(0, 240))
def test_more_months_on_is_never_earlier(day: date, fewer: int, more: int) -> None:
    assert months_later(day, fewer) <= months_later(day, fewer + more)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2021-08", "2021-07-01", "2021-07-31"),
        ("2021-01", "2020-12-01", "2020-12-31"),
        ("2021-Q1", "2020-10-01", "2020-12-31"),
        ("2021-H2", "2021-01-01", "2021-06-30"),
        ("9T-2021", "2020-01-01", "2020-09-30"),  # there is no other one of nine months
        ("2024", "2023-01-01", "2023-12-31"),
    ],
)
def test_the_period_before_has_its_length_and_its_calendar(written: str, first: str, last: str) -> None:
    span = parse_span(written)
    assert span is not None
    period = CIVIL.period(span)
    assert period is not None
    before = CIVIL.before(period)
    assert (str(before.first), str(before.last), before.calendar) == (first, last, CIVIL.id)
    assert CIVIL.before(period.until(period.first)) == before  # however early it is cut


def test_before_days_without_a_name_there_are_as_many() -> None:
    days = Period(date(2021, 8, 10), date(2021, 8, 19))
    assert CIVIL.before(days) == Period(date(2021, 7, 31), date(2021, 8, 9))
