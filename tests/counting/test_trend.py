"""Series: which points there are, and on which days they are counted."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.trend import trend
from antq_cli.core.calendars import CIVIL, Calendar, Every, Period
from antq_cli.core.figures import Change, change
from antq_cli.core.trends import Trend
from antq_cli.counting.families import Family
from antq_cli.counting.journal import Journal
from tests.counting.villages import pledged, settled
from tests.helpers import DAY, crosswalk, dataset_of, manifest, padded, units

HOUSEHOLDS = ("h1,1-1", "h2,1-2", "h3,2-1,2021-07-10")
EVENTS = ("2021-05-20 h1 +", "2021-07-31 h2 +", "2021-08-31 h3 +", "2021-09-01 h3 -")


def series(
    folder: Path,
    *events: str,
    calendar: Calendar = CIVIL,
    every: Every = "month",
    day: date = DAY,
    period: Period | None = None,
) -> Trend:
    dataset = settled(folder, households=HOUSEHOLDS, pledges=pledged(*events))
    return trend(Family(dataset, "pledges"), Query(day, period=period), calendar, every)


def points(found: Trend) -> list[tuple[str, int | None, int | None]]:
    """The last day of each point, and its numerator and denominator."""
    rows = [(point.period.last, point.summary.rows[0]) for point in found.points]
    return [(str(day), row.num, row.den) for day, row in rows]


def test_months_from_the_first_row_to_the_day(tmp_path: Path) -> None:
    assert points(series(tmp_path, *EVENTS)) == [
        ("2021-05-31", 1, 2),
        ("2021-06-30", 1, 2),
        ("2021-07-31", 2, 3),
        ("2021-08-31", 3, 3),
    ]


def test_the_last_period_is_cut_at_the_day(tmp_path: Path) -> None:
    found = series(tmp_path, *EVENTS, every="quarter", day=date(2021, 8, 15))
    assert points(found) == [("2021-06-30", 1, 2), ("2021-08-15", 2, 3)]
    last = found.points[-1].period
    assert (last.name, last.first, last.last) == ("2021-Q3", date(2021, 7, 1), date(2021, 8, 15))
    assert found.last.as_of == date(2021, 8, 15)


def test_the_calendar_says_where_months_end(tmp_path: Path) -> None:
    found = series(tmp_path, *EVENTS, calendar=Calendar("report", "12-15"))
    assert [day for day, _, _ in points(found)] == ["2021-06-14", "2021-07-14", "2021-08-14", "2021-08-31"]


def test_only_the_points_within_a_period(tmp_path: Path) -> None:
    period = Period(date(2021, 7, 1), DAY)
    assert [day for day, _, _ in points(series(tmp_path, *EVENTS, period=period))] == ["2021-07-31", "2021-08-31"]
    before = Period(date(2020, 1, 1), DAY)  # nothing was recorded then
    assert points(series(tmp_path, *EVENTS, period=before)) == points(series(tmp_path, *EVENTS))


def test_a_book_without_rows_has_one_point(tmp_path: Path) -> None:
    assert points(series(tmp_path)) == [("2021-08-31", 0, 3)]


def test_a_day_between_two_years_has_a_point_of_its_own(tmp_path: Path) -> None:
    school = Calendar("school", "09-05", "05-31")
    found = series(tmp_path, *EVENTS, calendar=school, every="year")
    assert points(found) == [("2021-05-31", 1, 2), ("2021-08-31", 3, 3)]
    assert [point.period.name for point in found.points] == ["2021", None]


@pytest.mark.parametrize("basis", [None, date(2021, 8, 31)])
def test_all_points_are_on_one_map(basis: date | None, tmp_path: Path) -> None:
    files = {
        "antq.toml": manifest("\n[pledges.household]\n"),
        "units": units(
            "D,Huyện,district",
            "1,Xã Một,commune,D,,2021-07-01",
            "2,Xã Hai,commune,D,,2021-07-01",
            "3,Xã Ba,commune,D,2021-07-01",
            "1-1,Thôn,area,1",
            "2-1,Thôn,area,2",
        ),
        "crosswalk": crosswalk("2021-07-01,1,3,whole", "2021-07-01,2,3,whole"),
        "households": padded("household,area,joined,left,excluded", "h1,1-1", "h2,2-1"),
        "pledges": padded("date,kind,pledger,event", *pledged("2021-06-01 h1 +", "2021-07-15 h2 +")),
    }
    asked = Query(DAY, by="commune", basis=basis)
    found = trend(Family(dataset_of(tmp_path, files), "pledges"), asked, CIVIL, "month")
    assert [[(row.unit, row.num, row.den) for row in point.summary.rows] for point in found.points] == [
        [("3", 1, 2)],
        [("3", 2, 2)],
        [("3", 2, 2)],
    ]
    assert [point.summary.rows[0].regrouped for point in found.points] == [("1", "2"), None, None]
    first, second = (point.summary.rows[0] for point in found.points[:2])
    assert change(first, second) == Change("+50.00", 1, 0)


def test_when_a_kind_begins_is_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begins, asked = Journal.begins, list[str]()

    def looked_for(journal: Journal) -> date | None:
        asked.append(journal.kind)
        return begins(journal)

    monkeypatch.setattr(Journal, "begins", looked_for)
    assert len(series(tmp_path, *EVENTS).points) == 4
    assert asked
    assert len(asked) == len(set(asked))


def test_each_kind_begins_with_its_first_row(tmp_path: Path) -> None:
    kinds = "\n[pledges.household]\n[pledges.commune]\n"
    events = [*pledged("2021-07-15 h1 +"), *pledged("2021-05-01 1 +", kind="commune")]
    dataset = settled(tmp_path, kinds, households=HOUSEHOLDS, pledges=events)
    found = trend(Family(dataset, "pledges"), Query(DAY), CIVIL, "month")
    measures = [[row.measure.kind for row in point.summary.rows] for point in found.points]
    assert measures == [["commune"], ["commune"], ["household", "commune"], ["household", "commune"]]
