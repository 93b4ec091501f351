"""Old numbers: a return from before the last period of its kind's rhythm that had ended by the day."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting
from antq_cli.answers.summary import summarise
from antq_cli.answers.trend import trend
from antq_cli.core.calendars import CIVIL, Period
from antq_cli.core.figures import Change, Figure, Summary
from antq_cli.counting.amounts import total
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.returns import returns_of
from tests.counting.villages import HOUSEHOLD, RETURNED, settled, top_of

H = "pledges.household"
MONTHLY = f'{RETURNED}[returns]\nevery = "month"\n'
AREAS = ("1-1", "1-2", "2-1")


def sent(day: str, *units: str, count: int = 5) -> list[str]:
    return [f"{day},{unit},{H},{count},9" for unit in units]


def of(dataset: Dataset, day: str, by: str = "", period: Period | None = None) -> Summary:
    return summarise(
        Family(dataset, "pledges"), Query(date.fromisoformat(day), by=by or None, period=period, flows=False)
    )


def olds(folder: Path, kinds: str, lines: Iterable[str], day: str, period: Period | None = None) -> int | None:
    """How many of the returns of the top are old."""
    return of(settled(folder, kinds, returns=lines), day, period=period).rows[0].old


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


# ---------------------------------------------------------------------------------------------------------- what is old


@pytest.mark.parametrize(
    ("every", "dated", "day", "old"),
    [
        ("month", "2024-09-30", "2024-10-31", True),  # October ends on the day, which is included
        ("month", "2024-09-30", "2024-10-30", False),  # September is the last that has ended
        ("month", "2024-09-01", "2024-10-30", False),
        ("month", "2024-08-31", "2024-10-30", True),
        ("month", "2024-10-01", "2024-10-31", False),
        ("quarter", "2024-09-30", "2024-12-30", False),
        ("quarter", "2024-09-30", "2024-12-31", True),
        ("year", "2023-01-01", "2024-12-30", False),
        ("year", "2023-12-31", "2024-12-31", True),
        ("month", "2022-10-31", "2024-10-15", True),
    ],
)
def test_a_return_is_old_from_before_the_last_period_that_has_ended(
    every: str, dated: str, day: str, old: bool, tmp_path: Path
) -> None:
    own = f'{RETURNED}every = "{every}"\n[returns]\nevery = "month"\n'
    assert olds(tmp_path / "1", own, sent(dated, "1-1"), day) == old
    assert olds(tmp_path / "2", f'{RETURNED}[returns]\nevery = "{every}"\n', sent(dated, "1-1"), day) == old


@pytest.mark.parametrize(("day", "old"), [("2024-11-13", False), ("2024-11-14", True)])
def test_the_rhythm_is_on_the_calendar_of_the_returns(day: str, old: bool, tmp_path: Path) -> None:
    """The month from 15/10 to 14/11 has ended on the second day, and on the first the one before."""
    kinds = f'{MONTHLY}calendar = "report"\n[calendars]\nreport = "12-15"\n'
    assert olds(tmp_path, kinds, sent("2024-10-14", "1-1"), day) == old


@pytest.mark.parametrize(
    ("every", "dated", "period", "old"),
    [
        ("year", "2023-12-31", days("2024-10-01", "2024-10-31"), False),  # the last year that has ended is 2023
        ("quarter", "2024-09-30", days("2024-10-01", "2024-10-31"), False),
        ("quarter", "2024-09-30", days("2024-12-01", "2024-12-31"), True),
        ("month", "2024-10-31", days("2024-10-01", "2024-12-31"), False),  # a longer one is as asked
        ("month", "2024-09-30", days("2024-10-01", "2024-12-31"), True),
    ],
)
def test_a_period_sets_the_day_and_makes_no_rhythm_shorter(
    every: str, dated: str, period: Period, old: bool, tmp_path: Path
) -> None:
    kinds = f'{RETURNED}[returns]\nevery = "{every}"\n'
    assert olds(tmp_path, kinds, sent(dated, "1-1"), str(period.last), period) == old


@pytest.mark.parametrize("returns", ["", "[returns]\ndue = 5\nstale = 600\n"])
@pytest.mark.parametrize(
    ("dated", "day", "period", "old"),
    [
        ("2024-09-30", "2024-10-15", None, True),  # of the month before the day
        ("2024-10-01", "2024-10-15", None, False),
        ("2024-10-01", "2024-12-31", days("2024-10-01", "2024-12-31"), False),
        ("2024-09-30", "2024-12-31", days("2024-10-01", "2024-12-31"), True),
        ("2024-10-01", "2024-10-31", days("2024-10-31", "2024-10-31"), False),  # a day is at least its month
    ],
)
def test_without_a_rhythm_it_is_the_period_asked_for_or_the_month_of_the_day(
    returns: str, dated: str, day: str, period: Period | None, old: bool, tmp_path: Path
) -> None:
    assert olds(tmp_path, f"{RETURNED}{returns}", sent(dated, "1-1"), day, period) == old


def test_what_is_not_returned_is_never_old(tmp_path: Path) -> None:
    dataset = settled(tmp_path, HOUSEHOLD, households=["h1,1-1"], pledges=["2020-01-01,household,h1,signed"])
    (row,) = of(dataset, "2024-10-31").rows
    assert (row.num, row.old) == (1, None)


def test_schools_have_a_rhythm_of_their_own(tmp_path: Path) -> None:
    """What is reported once a year is not old within the year after it, though the others report each month."""
    kinds = '\n[pledges.student]\nsource = "returns"\ngrain = "school"\nevery = "year"\n[returns]\nevery = "month"\n'
    schools = ("s1,Trường Một,school,1-1", "s2,Trường Hai,school,2")
    lines = ("2023-05-31,s1,pledges.student,9,50", "2022-05-31,s2,pledges.student,9,50")
    dataset = settled(tmp_path, kinds, organisations=schools, returns=lines)
    asked = Query(date(2024, 12, 31), period=days("2023-11-01", "2024-12-31"))
    found = trend(Family(dataset, "pledges"), asked, CIVIL, "month")
    assert [point.summary.rows[0].old for point in found.points] == [0, *[1] * 12, 2]


# ------------------------------------------------------------------------------------------------- totals and changes


def test_old_ones_add_up(tmp_path: Path) -> None:
    """One commune sent nothing for October."""
    lines = [*sent("2024-09-30", *AREAS), *sent("2024-10-31", "2-1", count=7)]
    found = of(settled(tmp_path, MONTHLY, returns=lines), "2024-10-31", by="commune")
    told = [(row.unit, row.old, row.reported, row.counted_from, row.counted_to) for row in (*found.rows, *found.totals)]
    september, october = date(2024, 9, 30), date(2024, 10, 31)
    assert told == [
        ("1", 2, 2, september, september),
        ("2", 0, 1, october, october),
        ("D", 2, 3, september, october),
    ]


def test_a_change_that_rests_on_an_old_number_says_so(tmp_path: Path) -> None:
    """The leap of November is the two months of which one was not sent."""
    lines = [*sent("2024-09-30", *AREAS), *sent("2024-10-31", "1-1", "1-2"), *sent("2024-11-30", *AREAS, count=9)]
    dataset = settled(tmp_path, MONTHLY, returns=lines)
    october, november = (of(dataset, day, by="area") for day in ("2024-10-31", "2024-11-30"))
    moved = {key[1]: change for key, change in november.since(october).changes.items()}
    assert {unit: change.old for unit, change in moved.items()} == {"1-1": False, "1-2": False, "2-1": True, "D": True}
    assert moved["2-1"] == Change("+44.44", 4, 0, old=True)
    points = trend(Family(dataset, "pledges"), Query(date(2024, 11, 30)), CIVIL, "month").points
    assert [change.old for point in points for change in point.changes.values()] == [True, True]


def test_where_nothing_can_be_compared_nothing_rests_on_it(tmp_path: Path) -> None:
    dataset = settled(tmp_path, MONTHLY, returns=sent("2024-09-30", "1-1"))
    september, october = (of(dataset, day) for day in ("2024-09-30", "2024-10-31"))
    assert {*october.since(september).changes.values()} == {Change(None, None, None)}


# ------------------------------------------------------------------------------------------------------------- fresh


def test_fresh_ones_alone_are_counted_and_the_others_are_as_if_not_sent(tmp_path: Path) -> None:
    lines = [*sent("2024-09-30", *AREAS), *sent("2024-10-31", "2-1", count=7)]
    dataset = settled(tmp_path, MONTHLY, returns=lines)
    dataset.fresh = True
    found = of(dataset, "2024-10-31", by="commune")

    def told(row: Figure) -> tuple[object, ...]:
        return row.unit, row.state, row.num, row.den, row.reported, row.expected, row.old

    assert list(map(told, (*found.rows, *found.totals))) == [
        ("1", "not-reported", None, None, 0, 2, 0),
        ("2", "counted", 7, 9, 1, 1, 0),
        ("D", "partial", 7, 9, 1, 3, 0),
    ]
    source = Family(dataset, "pledges").source(found.kinds[0])
    rows = list(source.rows(None, dataset.regrouping(date(2024, 10, 31))))
    assert total(row.effect for row in rows).reported == 1
    reasons = [(row.number, row.reason) for row in rows if row.register == "returns"]
    assert reasons == [(0, "old"), (1, "old"), (2, "old"), (3, "counted")]


# ------------------------------------------------------------------------------------------------- one and the same


@pytest.mark.parametrize("kinds", [MONTHLY, RETURNED, f'{RETURNED}[returns]\nevery = "quarter"\n'])
@pytest.mark.parametrize("day", ["2024-09-30", "2024-10-15", "2024-10-31", "2024-12-31"])
@pytest.mark.parametrize("period", [None, 40])
def test_who_was_to_report_and_what_is_old_are_of_one_period(
    kinds: str, day: str, period: int | None, tmp_path: Path
) -> None:
    """Whose latest return is from before the period that was to be reported has an old number, and nobody else."""
    lines = [*sent("2024-06-30", *AREAS), *sent("2024-09-30", "1-1"), *sent("2024-10-31", "1-2", "2-1")]
    figures = Figures(settled(tmp_path, kinds, returns=lines))
    on = date.fromisoformat(day)
    asked = None if period is None else Period(date.fromordinal(on.toordinal() - period), on)
    (one,) = reporting(figures, Query(on, top_of(figures, on), period=asked)).kinds
    assert one.period.first == returns_of(figures.dataset).asked(one.kind.measure, on, asked).first
    rows = {row.unit: row.old for row in of(figures.dataset, day, by="area", period=asked).rows}
    latest = {reporter.unit: reporter.last for reporter in one.reporters}
    assert rows == {unit: int(last is not None and last < one.period.first) for unit, last in latest.items()}
