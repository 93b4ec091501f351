"""Returns in time: who was to report is known from who is there, never from who did."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting, reporting_within
from antq_cli.core.calendars import CIVIL, Period, Span
from antq_cli.core.reporting import Expected, ReturnsInTime
from antq_cli.counting.asking import Figures
from tests.counting.villages import HOUSEHOLD, RETURNED, asking, top_of, village
from tests.helpers import DAY, codes, dataset_of, manifest, reported

H = "pledges.household"
LIMITS = "[returns]\ndue = 5\nstale = 60\n"
MONTHLY = f"{RETURNED}{LIMITS}"
AREAS = ("1-1", "1-2", "2-1")
# No time is left for anything that was to be sent.
LATER = date(2030, 1, 1)


def told(
    folder: Path,
    *lines: str,
    kinds: str = MONTHLY,
    unit: str = "",
    day: date = DAY,
    period: Period | None = None,
    asked: tuple[str, ...] = (),
    by: str | None = None,
    today: date | None = LATER,
    **parts: Iterable[str],
) -> ReturnsInTime:
    figures = asking(folder, kinds, **parts, returns=lines)
    number = figures.dataset.map(day).unit(unit) if unit else top_of(figures, day)
    assert number is not None
    return reporting(figures, Query(day, number, by, asked, period=period), today=today)


def expected(folder: Path, *lines: str, **more: Any) -> Expected:
    (one,) = told(folder, *lines, **more).kinds
    return one


def sums(one: Expected) -> tuple[object, ...]:
    return one.expected, one.received, one.on_time, one.late, one.undated, one.missing


def sent(day: str, unit: str, count: int = 5, received: str = "") -> str:
    return f"{day},{unit},{H},{count},9,{received}"


# ------------------------------------------------------------------------------------------------- who, and how many


def test_who_is_expected_is_known_before_anybody_reports(tmp_path: Path) -> None:
    assert sums(expected(tmp_path / "0")) == (3, 0, 0, 0, 0, 3)
    lines = [sent("2021-08-31", code, received="2021-09-01") for code in AREAS]
    for n in (1, 2, 3):
        assert sums(expected(tmp_path / str(n), *lines[:n])) == (3, n, n, 0, 0, 3 - n)


def test_who_opens_or_closes_is_expected_from_and_until_that_day(tmp_path: Path) -> None:
    extra = ("1-2,Thôn 2,area,1,,2021-08-01", "1-3,Thôn 3,area,1,2021-08-31", "1-4,Thôn 4,area,1,2021-09-01")
    walk = ("2021-08-01,1-2,1-1,whole",)
    lines = (sent("2021-07-31", "1-2"), sent("2021-08-31", "1-1"))
    one = expected(tmp_path / "1", *lines, extra=extra, walk=walk)
    assert [reporter.unit for reporter in one.reporters] == ["1-1", "1-3", "2-1"]
    july = expected(tmp_path / "2", *lines, extra=extra, walk=walk, period=Period(date(2021, 7, 1), date(2021, 7, 31)))
    assert [(reporter.unit, reporter.arrival) for reporter in july.reporters] == [
        ("1-1", "missing"),
        ("1-2", "undated"),
        ("2-1", "missing"),
    ]


def test_on_time_is_of_those_expected_and_of_those_received(tmp_path: Path) -> None:
    """Three were expected and two came, one of them in time: a third of the one, a half of the other."""
    one = expected(
        tmp_path, sent("2021-08-31", "1-1", received="2021-09-05"), sent("2021-08-31", "1-2", received="2021-09-06")
    )
    assert (one.due, sums(one)) == (date(2021, 9, 5), (3, 2, 1, 1, 0, 1))
    assert [reporter.arrival for reporter in one.reporters] == ["on-time", "late", "missing"]


@pytest.mark.parametrize(
    ("today", "due"),
    [(None, True), (date(2021, 9, 5), True), (date(2021, 9, 6), False)],  # the book knows of nothing after 31/08
)
def test_until_the_due_day_is_over_nobody_is_missing(today: date | None, due: bool, tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-08-31", "1-1", received="2021-08-31"), today=today)
    assert [reporter.arrival for reporter in one.reporters] == ["on-time", *["not-due" if due else "missing"] * 2]
    assert (one.missing, one.not_due) == ((0, 2) if due else (2, 0))
    assert [reporter.unit for reporter in one.silent] == ["1-2", "2-1"]


def test_a_day_that_nobody_wrote_down_is_neither_in_time_nor_late(tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-08-31", "1-1"), sent("2021-08-31", "1-2", received="2021-08-31"))
    assert sums(one) == (3, 2, 1, 0, 1, 1)
    assert [(reporter.received, reporter.dated) for reporter in one.reporters] == [
        (None, DAY),
        (DAY, DAY),
        (None, None),
    ]


def test_without_a_due_day_nothing_is_in_time_or_late(tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-08-31", "1-1", received="2021-09-05"), kinds=RETURNED)
    assert (one.due, one.stale, sums(one)) == (None, None, (3, 1, None, None, 1, 2))
    assert {reporter.stale for reporter in one.reporters} == {None}


def test_a_report_of_nothing_is_a_report(tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-08-31", "1-1", 0, "2021-09-01"), sent("2021-08-31", "1-2", 5, "2021-09-01"))
    assert (one.received, one.zero, one.missing) == (2, 1, 1)
    assert [reporter.reported for reporter in one.reporters] == [0, 5, None]


@pytest.mark.parametrize(("total", "nobody"), [("0", 1), ("4", 0), ("", 0)])
def test_of_a_report_of_nothing_it_is_told_whether_there_is_nobody(total: str, nobody: int, tmp_path: Path) -> None:
    one = expected(tmp_path, f"2021-08-31,1-1,pledges.household,0,{total}")
    assert (one.zero, one.zero_of_zero) == (1, nobody)
    assert one.reporters[0].total == (int(total) if total else None)


@pytest.mark.parametrize(
    ("day", "old"),
    [("2021-07-02", False), ("2021-07-01", True), ("2020-01-01", True), ("2021-08-31", False)],
)
def test_a_return_is_old_after_some_days(day: str, old: bool, tmp_path: Path) -> None:
    """60 days before 31/08 is 02/07; who never reported has nothing that is not old."""
    one = expected(tmp_path, sent(day, "1-1"))
    first, *others = one.reporters
    assert (str(first.last), first.stale, one.stale) == (day, old, 2 + old)
    assert [(reporter.last, reporter.stale) for reporter in others] == [(None, True)] * 2


def test_of_several_returns_of_a_period_it_is_the_latest(tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-08-20", "1-1", 7, "2021-08-20"), sent("2021-08-10", "1-1", 5, "2021-09-30"))
    assert (one.received, one.reporters[0].reported, one.reporters[0].arrival) == (1, 7, "on-time")


def test_a_return_of_before_the_period_is_none_of_it(tmp_path: Path) -> None:
    one = expected(tmp_path, sent("2021-07-31", "1-1", received="2021-08-01"), sent("2021-09-01", "1-2"))
    assert (one.received, one.reporters[0].arrival, one.reporters[0].last) == (0, "missing", date(2021, 7, 31))
    assert one.reporters[1].last is None  # it is of after the day


# -------------------------------------------------------------------------------------------------------- the period


@pytest.mark.parametrize(
    ("day", "every", "first", "last"),
    [
        (date(2021, 8, 31), "month", "2021-08-01", "2021-08-31"),  # it has just ended
        (date(2021, 8, 30), "month", "2021-07-01", "2021-07-31"),
        (date(2021, 8, 31), "quarter", "2021-04-01", "2021-06-30"),
        (date(2021, 12, 31), "quarter", "2021-10-01", "2021-12-31"),
        (date(2021, 8, 31), "year", "2020-01-01", "2020-12-31"),
    ],
    ids=str,
)
def test_it_is_the_last_period_that_has_ended(day: date, every: str, first: str, last: str, tmp_path: Path) -> None:
    lines = (sent("2020-03-01", "1-1"),)
    one = expected(tmp_path / "1", *lines, kinds=f'{MONTHLY}every = "{every}"\n', day=day)
    assert [str(one.period.first), str(one.period.last)] == [first, last]
    own = expected(tmp_path / "2", *lines, kinds=f'{RETURNED}every = "{every}"\n{LIMITS}', day=day)
    assert own.period == one.period  # a kind may say so itself


def test_the_years_are_those_of_the_calendar_of_the_returns(tmp_path: Path) -> None:
    kinds = f'\n[calendars]\nreport = "12-15"\n{MONTHLY}every = "month"\ncalendar = "report"\n'
    one = expected(tmp_path, sent("2021-07-01", "1-1"), kinds=kinds)
    assert (one.period.first, one.period.last, one.due) == (date(2021, 7, 15), date(2021, 8, 14), date(2021, 8, 19))


def test_where_nothing_has_ended_it_is_the_running_period(tmp_path: Path) -> None:
    """Its due day is that of the whole period: it does not move with the day on which one asks."""
    one = expected(tmp_path / "1", sent("2021-08-10", "1-1", received="2021-08-12"), day=date(2021, 8, 20))
    assert (one.period.first, one.period.last, one.period.cut) == (date(2021, 8, 1), date(2021, 8, 20), True)
    assert (one.received, one.missing, one.not_due) == (1, 0, 2)  # whatever the day is today, the period goes on
    assert one.due == date(2021, 9, 5)


@pytest.mark.parametrize(
    ("day", "every", "first", "last"),
    [
        (date(2021, 8, 20), "month", "2021-07-01", "2021-07-31"),
        (date(2021, 8, 31), "month", "2021-08-01", "2021-08-31"),
        (date(2021, 8, 20), "year", "2020-01-01", "2020-12-31"),
    ],
)
def test_where_nobody_ever_reported_it_is_the_last_period_that_has_ended(
    day: date, every: str, first: str, last: str, tmp_path: Path
) -> None:
    later = sent("2021-09-10", "1-1")  # on the day that is asked nobody had
    for number, lines in enumerate([(), (later,)]):
        one = expected(tmp_path / str(number), *lines, kinds=f'{MONTHLY}every = "{every}"\n', day=day)
        assert [str(one.period.first), str(one.period.last), one.period.cut] == [first, last, False]
        assert sums(one) == (3, 0, 0, 0, 0, 3)


def test_a_period_may_be_asked_for(tmp_path: Path) -> None:
    lines = (sent("2021-05-31", "1-1", received="2021-06-05"), sent("2021-08-31", "1-1"))
    one = expected(tmp_path, *lines, period=Period(date(2021, 5, 1), date(2021, 5, 31)))
    assert (one.period.last, one.received, one.on_time) == (date(2021, 5, 31), 1, 1)


@pytest.mark.parametrize(
    ("every", "asked", "first", "last", "due"),
    [
        ("quarter", ("2021-05-01", "2021-05-31"), "2021-01-01", "2021-03-31", "2021-04-05"),  # the other runs on
        ("quarter", ("2021-08-01", "2021-08-31"), "2021-04-01", "2021-06-30", "2021-07-05"),
        ("year", ("2020-03-01", "2020-03-31"), "2019-01-01", "2019-12-31", "2020-01-05"),
        ("month", ("2021-05-01", "2021-05-31"), "2021-05-01", "2021-05-31", "2021-06-05"),
        ("month", ("2021-04-01", "2021-06-30"), "2021-04-01", "2021-06-30", "2021-07-05"),  # a longer one is as asked
    ],
    ids=str,
)
def test_a_period_sets_the_day_and_makes_no_rhythm_shorter(
    every: str, asked: tuple[str, str], first: str, last: str, due: str, tmp_path: Path
) -> None:
    period = Period(date.fromisoformat(asked[0]), date.fromisoformat(asked[1]))
    one = expected(tmp_path, sent("2021-06-30", "1-1"), kinds=f'{MONTHLY}every = "{every}"\n', period=period)
    assert [str(one.period.first), str(one.period.last), str(one.due)] == [first, last, due]


@pytest.mark.parametrize("day", ["2021-08-15", "2021-08-31", "2021-11-30"])
def test_a_due_day_does_not_move_with_the_day_that_is_asked(day: str, tmp_path: Path) -> None:
    august = CIVIL.period(Span(2021, 7, 8))
    assert august is not None
    today = date.fromisoformat(day)
    shown = august.until(min(today, august.last))
    one = expected(tmp_path, sent("2021-08-10", "1-1", received="2021-09-05"), day=today, period=shown)
    assert (one.due, one.on_time, one.late) == (date(2021, 9, 5), 1, 0)


@pytest.mark.parametrize(("day", "old"), [("2021-08-30", False), ("2021-07-02", False), ("2021-07-01", True)])
def test_whether_a_return_is_old_looks_at_the_day_that_is_asked(day: str, old: bool, tmp_path: Path) -> None:
    """Whatever the period: who reported only afterwards was missing in it, and is not out of touch."""
    period = Period(date(2021, 5, 1), date(2021, 5, 31))
    first, other, _ = expected(tmp_path, sent(day, "1-1"), sent("2021-05-31", "1-2"), period=period).reporters
    assert (first.arrival, str(first.last), first.stale) == ("missing", day, old)
    assert (other.arrival, str(other.last), other.stale) == ("undated", "2021-05-31", True)


@pytest.mark.parametrize(
    ("unit", "month", "senders"), [("3", 7, ["1", "2"]), ("3", 8, ["3"]), ("4", 7, ["4"]), ("", 7, ["1", "2", "4"])]
)
def test_after_a_merger_those_were_to_report_who_were_there(
    unit: str, month: int, senders: list[str], tmp_path: Path
) -> None:
    closed = ("1,Xã Một,commune,D,,2021-08-15", "2,Xã Hai,commune,D,,2021-08-15")
    extra = (*closed, "3,Xã Ba,commune,D,2021-08-15", "4,Xã Bốn,commune,D")
    walk = ("2021-08-15,1,3,whole", "2021-08-15,2,3,whole")
    kinds = f'{RETURNED}grain = "commune"\n{LIMITS}'
    period = Period(date(2021, month, 1), date(2021, month, 31))
    one = expected(tmp_path, sent("2021-07-31", "1"), kinds=kinds, unit=unit, period=period, extra=extra, walk=walk)
    assert [reporter.unit for reporter in one.reporters] == senders
    assert one.received == int("1" in senders)


# ------------------------------------------------------------------------------------------------------ units and kinds


def test_at_a_unit_only_those_in_it(tmp_path: Path) -> None:
    lines = (sent("2021-08-31", "1-1"), sent("2021-08-31", "2-1"))
    found = {unit: expected(tmp_path / unit, *lines, unit=unit) for unit in ("1", "2", "1-2")}
    assert {unit: (one.expected, one.received) for unit, one in found.items()} == {
        "1": (2, 1),
        "2": (1, 1),
        "1-2": (1, 0),
    }


def test_by_a_level_the_parts_add_up_to_the_whole(tmp_path: Path) -> None:
    """A commune that reports for itself lies in none of the areas; what has merged since lies where it went."""
    lines = (
        sent("2021-07-31", "1-1", received="2021-08-05"),
        sent("2021-07-31", "2-1", 0, received="2021-08-06"),
        sent("2021-07-31", "1", received="2021-08-01"),
    )
    july = Period(date(2021, 7, 1), date(2021, 7, 31))
    extra, walk = ("2-1,Thôn 1,area,2,,2021-08-15",), ("2021-08-15,2-1,1-1,whole",)
    for by, grain, parts in (
        ("commune", "area", {"1": (3, 2, 1, 1, 0, 1), "2": (0, 0, 0, 0, 0, 0)}),
        ("area", "area", {"1-1": (2, 2, 1, 1, 0, 0), "1-2": (1, 0, 0, 0, 0, 1)}),
        ("area", "commune", {"1-1": (0, 0, 0, 0, 0, 0), "1-2": (0, 0, 0, 0, 0, 0), None: (2, 1, 1, 0, 0, 1)}),
    ):
        kinds = f'{RETURNED}grain = "{grain}"\n{LIMITS}'
        found = told(tmp_path / by / grain, *lines, kinds=kinds, by=by, period=july, extra=extra, walk=walk)
        ((one,), (told_,)) = found.kinds, found.parts
        assert {part.level and part.unit: sums(part.expected) for part in told_} == parts
        assert tuple(map(sum, zip(*parts.values(), strict=True))) == sums(one)
        assert sum(part.expected.zero for part in told_) == one.zero == int(grain == "area")


def test_names_that_are_not_unique_are_told_with_their_parent(tmp_path: Path) -> None:
    one = expected(tmp_path)
    assert [(each.unit_name, each.above) for each in one.silent] == [
        ("Thôn 1", "Xã Một"),
        ("Thôn 2", None),
        ("Thôn 1", "Xã Hai"),
    ]
    assert [each.above for each in expected(tmp_path, unit="2").silent] == [None]


def test_schools_that_are_open_report_for_themselves(tmp_path: Path) -> None:
    kinds = f'\n[pledges.student]\nsource = "returns"\ngrain = "school"\n{LIMITS}'
    schools = (
        "s1,Trường Một,school,1-1",
        "s2,Trường Hai,school,2",
        "s3,Trường Ba,school,2,2021-09-01",
        "s4,Trường Bốn,school,2,,2021-08-31",
        "e1,Xưởng,enterprise,2",
    )
    lines = ("2021-08-31,s2,pledges.student,0,50,2021-09-02", "2021-08-31,2,pledges.student,9,50")
    one = expected(tmp_path / "1", *lines, kinds=kinds, organisations=schools)
    assert [(reporter.unit, reporter.unit_name, reporter.arrival) for reporter in one.reporters] == [
        ("s1", "Trường Một", "missing"),
        ("s2", "Trường Hai", "on-time"),
    ]
    assert sums(expected(tmp_path / "2", *lines, kinds=kinds, organisations=schools, unit="1")) == (1, 0, 0, 0, 0, 1)


def test_what_is_reported_beside_another_source_is_expected_too(tmp_path: Path) -> None:
    kinds = f'{HOUSEHOLD}grain = "commune"\n[pledges.area]\n[teams.antt]\nsource = "returns"\n{LIMITS}'
    found = told(tmp_path, sent("2021-08-31", "1"), "2021-08-31,1-1,teams.antt.members,5,", kinds=kinds)
    assert [(str(one.kind.measure), one.kind.source, one.expected, one.received) for one in found.kinds] == [
        (H, "journal", 2, 1),
        ("teams.antt.members", "returns", 3, 1),
    ]
    assert [str(one.kind.measure) for one in told(tmp_path, kinds=kinds, asked=("antt",)).kinds] == ["teams.antt"]


def test_where_nothing_is_reported_nobody_is_expected(tmp_path: Path) -> None:
    assert told(tmp_path, kinds=HOUSEHOLD).kinds == []


def test_what_is_wrong_with_the_returns_is_found(tmp_path: Path) -> None:
    lines = (sent("2021-08-31", "9-9"), f"2021-08-31,1-1,{H},x,9", "2021-08-31,1-2,pledges.houshold,5,9")
    figures = asking(tmp_path, MONTHLY, returns=lines)
    found = reporting(figures, Query(DAY))
    assert (found.kinds[0].received, codes(reported(figures.dataset.collector))) == (
        0,
        {"X101": 1, "D104": 1, "X205": 1},
    )


def test_a_book_in_which_nothing_is_reported_needs_no_returns(tmp_path: Path) -> None:
    """The page of a month asks who is silent; a book of a journal alone has nobody who could be."""
    figures = asking(tmp_path, HOUSEHOLD, households=("h1,1-1",), pledges=())
    assert reporting(figures, Query(DAY, top_of(figures))).kinds == []
    figures.dataset.book.refuse_if_unreadable()


# ------------------------------------------------------------------------------------- in a period of several of them

QUARTER = Period(date(2021, 7, 1), date(2021, 9, 30), "2021-Q3", CIVIL.id)
EVERY_MONTH = MONTHLY.replace("[returns]\n", '[returns]\nevery = "month"\n')


Told = tuple[str | None, int, int, int | None, int]


def within(folder: Path, *lines: str, period: Period = QUARTER, book: str = "as_of = 2021-12-31\n") -> list[Told]:
    """What was expected of whom, by the last days of the periods within another one."""
    files = village(EVERY_MONTH, returns=lines) | {"antq.toml": manifest(EVERY_MONTH, campaign=book)}
    figures = Figures(dataset_of(folder, files))
    found = reporting_within(figures, Query(period.last, top_of(figures, period.last), "commune", period=period))
    assert found is not None
    assert [sum(part.expected.expected for part in parts) for parts in found.parts] == [
        each.expected for each in found.kinds
    ]
    return [(each.period.name, each.expected, each.received, each.on_time, each.missing) for each in found.kinds]


def of_month(month: int, *units: str, received: str = "") -> list[str]:
    last = CIVIL.period(Span(2021, month - 1, month))
    assert last is not None
    return [sent(str(last.last), unit, received=received or f"2021-{month + 1:02}-05") for unit in units]


def test_each_month_of_a_quarter_is_asked_for_by_itself(tmp_path: Path) -> None:
    lines = [*of_month(7, *AREAS), *of_month(8, "1-1", "1-2"), *of_month(9, "2-1", received="2021-10-06")]
    months = [("2021-07", 3, 3, 3, 0), ("2021-08", 3, 2, 2, 1), ("2021-09", 3, 1, 0, 2)]
    assert within(tmp_path / "all", *lines) == months
    # Nobody has to report of months before there was any return at all.
    assert within(tmp_path / "begun", *lines[3:]) == months[1:]


@pytest.mark.parametrize(
    ("book", "told"),
    [
        ("as_of = 2021-10-05\n", ["2021-07", "2021-08", "2021-09"]),  # the due day is the last day in time
        ("as_of = 2021-10-04\n", ["2021-07", "2021-08"]),
        ("as_of = 2021-09-29\n", ["2021-07", "2021-08"]),  # September had not ended
        ("", ["2021-07", "2021-08"]),  # nothing that the book holds is of a day behind the due one
    ],
)
def test_what_is_not_due_yet_is_missing_from_nobody(book: str, told: list[str], tmp_path: Path) -> None:
    lines = [*of_month(7, "1-1"), *of_month(8, "1-1"), *of_month(9, "1-1", "1-2")]
    assert [month for month, *_ in within(tmp_path / "some", *lines, book=book)] == told
    every = within(tmp_path / "all", *lines, *of_month(9, "2-1"), book=book)
    assert every[-1] == ("2021-09", 3, 3, 3, 0)  # what all have sent is told whenever it is


def test_who_was_late_shows_that_it_was_due(tmp_path: Path) -> None:
    lines = [*of_month(9, "1-1"), *of_month(9, "1-2", received="2021-10-06")]
    assert within(tmp_path, *lines, book="as_of = 2021-09-30\n") == [("2021-09", 3, 2, 1, 1)]


def test_what_is_reported_once_a_year_is_not_asked_for_within_a_quarter(tmp_path: Path) -> None:
    kinds = EVERY_MONTH.replace('"month"', '"year"')
    figures = asking(tmp_path, kinds, returns=[sent("2020-12-31", unit) for unit in AREAS])
    top = top_of(figures, QUARTER.last)
    found = reporting_within(figures, Query(QUARTER.last, top, period=QUARTER))
    assert found is not None
    assert found.kinds == []
    assert reporting_within(figures, Query(QUARTER.last, top)) is None
