"""How long a pledge is in force, each end worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.independent.counter import Answer
from tests.independent.hand import book
from tests.independent.places import UncleanError
from tests.independent.rows import Event
from tests.independent.validity import expiry, state, year_of

EVE = timedelta(days=1)
CALENDARS: dict[str, Any] = {
    "solar": "01-01",
    "work": "12-15",
    "one-day-twice": {"first": "10-31", "last": "10-31"},
    "summer": {"first": "06-01", "last": "08-31"},
    "winter": {"first": "11-01", "last": "02-28"},
}


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("signed", "months", "end"),
    [
        ("2021-01-31", 1, "2021-03-01"),  # February has no 31st
        ("2021-01-28", 1, "2021-02-28"),
        ("2021-01-29", 1, "2021-03-01"),
        ("2020-01-29", 1, "2020-02-29"),  # a leap year
        ("2020-02-29", 12, "2021-03-01"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2021-08-31", 1, "2021-10-01"),
        ("2021-10-31", 1, "2021-12-01"),
        ("2021-12-15", 1, "2022-01-15"),
        ("2021-11-30", 3, "2022-03-01"),  # over the turn of the year
        ("2021-11-30", 1, "2021-12-30"),
        ("2021-06-15", 24, "2023-06-15"),
    ],
)
def test_months_end_on_the_same_day_or_the_first_of_the_next_month(signed: str, months: int, end: str) -> None:
    assert expiry(day(signed), {"months": months}) == day(end)
    assert expiry(day(signed), {"lapses": "months", "months": months}) == day(end)


@pytest.mark.parametrize(
    ("calendar", "signed", "end"),
    [
        ("solar", "2026-01-01", "2027-01-01"),
        ("solar", "2026-12-31", "2027-01-01"),
        ("work", "2025-12-14", "2025-12-15"),
        ("work", "2025-12-15", "2026-12-15"),
        ("work", "2026-12-14", "2026-12-15"),
        ("one-day-twice", "2021-10-30", "2021-11-01"),
        ("one-day-twice", "2021-10-31", "2022-11-01"),  # in 2021 and in 2022: the later end
        ("one-day-twice", "2021-11-01", "2022-11-01"),
        ("summer", "2021-05-31", "2021-05-31"),  # a gap: never in force
        ("summer", "2021-06-01", "2021-09-01"),
        ("summer", "2021-08-31", "2021-09-01"),
        ("summer", "2021-09-01", "2021-09-01"),
        ("winter", "2021-10-31", "2021-10-31"),
        ("winter", "2021-11-01", "2022-03-01"),
        ("winter", "2022-02-28", "2022-03-01"),
        ("winter", "2022-03-01", "2022-03-01"),
    ],
)
def test_a_year_ends_with_the_year_of_the_calendar(calendar: str, signed: str, end: str) -> None:
    assert expiry(day(signed), {"lapses": "year", "calendar": calendar}, CALENDARS) == day(end)


def test_a_year_is_called_by_its_last_day() -> None:
    assert year_of("12-15", 2026) == (day("2025-12-15"), day("2026-12-14"))
    assert year_of("01-01", 2026) == (day("2026-01-01"), day("2026-12-31"))
    assert year_of(CALENDARS["one-day-twice"], 2021) == (day("2020-10-31"), day("2021-10-31"))
    assert year_of(CALENDARS["summer"], 2021) == (day("2021-06-01"), day("2021-08-31"))
    assert year_of(CALENDARS["winter"], 2021) == (day("2020-11-01"), day("2021-02-28"))


def test_until_withdrawn_never_ends() -> None:
    assert expiry(day("2001-01-01"), "until-withdrawn") is None


@pytest.mark.parametrize(
    "validity",
    [
        "for-ever",
        {"weeks": 3},
        {"months": 3, "lapses": "year"},
        {"months": 3, "calendar": "solar"},
        {"lapses": "year"},
        {"lapses": "year", "calendar": "lunar"},
    ],
    ids=str,
)
def test_other_validities_are_refused(validity: object) -> None:
    with pytest.raises(UncleanError):
        expiry(day("2021-01-01"), validity, CALENDARS)


def test_the_last_event_by_the_day_decides() -> None:
    signed = [Event(day("2021-01-31"), withdrawn=False, pledger="H")]
    again = [Event(day("2021-03-10"), withdrawn=False, pledger="H")]
    gone = [Event(day("2021-03-10"), withdrawn=True, pledger="H")]
    month = {"months": 1}
    assert state(signed, day("2021-01-30"), month) == "unsigned"
    assert state(signed, day("2021-01-31"), month) == "in force"
    assert state(signed, day("2021-02-28"), month) == "in force"
    assert state(signed, day("2021-03-01"), month) == "lapsed"
    assert state(again + signed, day("2021-03-09"), month) == "lapsed"
    assert state(again + signed, day("2021-04-09"), month) == "in force"
    assert state(again + signed, day("2021-04-10"), month) == "lapsed"
    # On one day withdrawn comes after signed; what is withdrawn does not lapse later.
    assert state(gone + again + signed, day("2021-03-10"), month) == "withdrawn"
    assert state(gone + again + signed, day("2022-01-01"), month) == "withdrawn"


def test_a_later_signature_in_a_gap_ends_an_earlier_one() -> None:
    summer = {"lapses": "year", "calendar": "summer"}
    events = [Event(day(one), withdrawn=False, pledger="H") for one in ("2021-06-10", "2021-09-05")]
    assert state(events, day("2021-08-31"), summer, CALENDARS) == "in force"
    assert state(events, day("2021-09-05"), summer, CALENDARS) == "lapsed"


KINDS = """[calendars]
work = "12-15"
[pledges.for-ever]
subject = "household"
validity = "until-withdrawn"
[pledges.month]
subject = "household"
validity = { months = 1 }
[pledges.work]
subject = "household"
validity = { lapses = "year", calendar = "work" }
[pledges.area]
validity = { months = 12 }
"""


def test_kinds_of_one_book_lapse_each_in_its_own_way(tmp_path: Path) -> None:
    pledges = " ".join(f"2021-01-31,{kind},H1,signed" for kind in ("for-ever", "month", "work"))
    pledges += " 2021-03-15,month,H1,signed 2021-02-01,area,a1,signed"
    made = book(tmp_path, KINDS, units="39,H,district,,, a1,A,area,39,,", households="H1,a1,,,", pledges=pledges)

    def num(kind: str, on: str) -> int | None:
        answer = made.figure(f"pledges.{kind}", "39", day(on))
        assert answer == Answer("counted", answer.num, 1)
        return answer.num

    days = ["2021-01-30", "2021-01-31", "2021-02-28", "2021-03-01", "2021-03-15", "2021-04-14", "2021-04-15"]
    days += ["2021-12-14", "2021-12-15"]
    assert [num("for-ever", on) for on in days] == [0, 1, 1, 1, 1, 1, 1, 1, 1]
    assert [num("month", on) for on in days] == [0, 1, 1, 0, 1, 1, 0, 0, 0]
    assert [num("work", on) for on in days] == [0, 1, 1, 1, 1, 1, 1, 1, 0]
    assert [num("area", on) for on in ("2021-02-01", "2022-01-31", "2022-02-01")] == [1, 1, 0]
