"""Activities: what lies in a period and what only in part, who took part, what shares a day, what outlives its unit."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.claims import claims
from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Refused
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Partner
from antq_cli.counting.asking import Figures, When
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from tests.cli.harness import run
from tests.counting.villages import settled
from tests.helpers import DAY, codes, reported

KINDS = "\n[activities.held]\n[activities.tips]\n"
MERGED = ("2,Xã Hai,commune,D,,2021-07-01",)
WALK = ("2021-07-01,2,1,whole",)
AUGUST = (date(2021, 8, 1), DAY)


def made(folder: Path, *lines: str, **more: tuple[str, ...]) -> Dataset:
    return settled(folder, KINDS, activities=lines, **more)


def within(dataset: Dataset, days: tuple[date, date] = AUGUST, unit: str = "D", measure: str = "held") -> Figure:
    named, number = parse_measure(f"activities.{measure}"), dataset.map(days[1]).unit(unit)
    assert named is not None
    assert number is not None
    return Figures(dataset).at(named, number, When(days[1], days[0]))


def told(figure: Figure) -> tuple[int | None, int | None, int]:
    return figure.num, figure.straddling, figure.left_out


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2021-08-01,2021-08-31", (3, 0, 0)),  # both days counted
        ("2021-08-31,2021-08-31", (3, 0, 0)),
        ("2021-07-31,2021-08-31", (0, 1, 0)),
        ("2021-08-31,2021-09-01", (0, 1, 0)),
        ("2021-07-01,2021-09-30", (0, 1, 0)),
        ("2021-07-01,2021-07-31", (0, 0, 0)),
        ("2021-09-01,2021-09-01", (0, 0, 0)),
    ],
)
def test_a_row_counts_where_all_of_it_lies_within(days: str, expected: tuple[int, int, int], tmp_path: Path) -> None:
    dataset = made(tmp_path, f"{days},1-1,held,3", f"{days},1-1,tips,9")
    assert [told(within(dataset, unit=unit)) for unit in ("D", "1", "1-1", "2")] == [*[expected] * 3, (0, 0, 0)]
    assert reported(dataset.collector) == []


def test_without_a_period_they_are_those_of_the_year_up_to_the_day(tmp_path: Path) -> None:
    dataset = made(
        tmp_path,
        *("2020-12-31,2021-01-01,1,held,1", "2021-01-01,2021-01-31,1,held,2", "2021-08-31,2021-08-31,2-1,held,4"),
        *("2021-09-01,2021-09-01,1,held,8", "2021-08-31,2021-09-30,2,held,16"),
    )
    every = {row.figure: row for row in Figures(dataset).every_figure(DAY) if row.measure.family == "activities"}
    assert len(every) == 2 * 2 * 6
    row = every["activities.held@D:2021-01-01..2021-08-31"]
    assert (told(row), row.state, row.den, row.percent, row.reported) == ((6, 2, 0), "counted", None, None, None)
    assert told(every["activities.held@2:2021-01-01..2021-08-31"]) == (4, 1, 0)


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (("40", "60"), ("counted", 100, 2, 2)),
        (("0", "0"), ("counted", 0, 2, 2)),  # nobody came, and somebody says so
        (("40", ""), ("partial", 40, 1, 2)),
        (("", ""), ("not-reported", None, 0, 2)),
        ((), ("counted", 0, 0, 0)),
    ],
    ids=str,
)
def test_participants_are_known_of_rows_that_say_so(
    cells: tuple[str, ...], row: tuple[object, ...], tmp_path: Path
) -> None:
    dataset = made(tmp_path, *(f"2021-08-0{n},2021-08-0{n},1,held,2,{cell}" for n, cell in enumerate(cells, 1)))
    found = within(dataset, measure="held.participants")
    assert (found.state, found.num, found.reported, found.expected) == row
    assert within(dataset).num == 2 * len(cells)


def test_rows_that_share_a_day_count_where_a_period_holds_one_of_them(tmp_path: Path) -> None:
    """January and February beside the whole of the quarter: one error, and in the quarter none of the three counts."""
    dataset = made(
        tmp_path,
        *("2021-01-01,2021-01-31,1,held,1", "2021-02-01,2021-02-28,1,held,2", "2021-01-01,2021-03-31,1,held,4"),
        *("2021-03-31,2021-03-31,2,held,8", "2021-03-31,2021-03-31,1,tips,16", "2021-04-01,2021-04-30,1,held,32"),
    )
    january, february, march, quarter, spring = (
        told(within(dataset, (date(2021, first, 1), date(2021, last, day))))
        for first, last, day in ((1, 1, 31), (2, 2, 28), (3, 3, 31), (1, 3, 31), (2, 4, 30))
    )
    assert (january, february, march) == ((1, 1, 0), (2, 1, 0), (8, 1, 0))
    assert quarter == (8, 0, 3)
    assert spring == (2 + 8 + 32, 1, 0)
    assert codes(reported(dataset.collector)) == {"X211": 2}


def test_the_same_row_twice_counts_once_and_another_of_its_days_not_at_all(tmp_path: Path) -> None:
    twice = made(tmp_path / "a", *["2021-08-01,2021-08-31,1,held,3"] * 2)
    other = made(tmp_path / "b", "2021-08-01,2021-08-31,1,held,3", "2021-08-01,2021-08-31,1,held,4")
    assert (told(within(twice)), told(within(other))) == ((3, 0, 0), (0, 0, 2))
    assert (codes(reported(twice.book.collector)), codes(reported(other.book.collector))) == (
        {"D301": 1},
        {"D302": 1},
    )


def test_what_a_unit_did_goes_along_and_what_outlives_it_is_left_out(tmp_path: Path) -> None:
    dataset = made(
        tmp_path,
        *("2021-06-01,2021-06-30,2,held,1", "2021-06-15,2021-07-01,2,tips,2", "2021-07-01,2021-07-31,1,held,4"),
        extra=MERGED,
        walk=WALK,
    )
    year = (date(2021, 1, 1), DAY)
    assert told(within(dataset, year, "1")) == (5, 0, 0)
    assert told(within(dataset, year, "1", "tips")) == (0, 0, 1)
    assert told(within(dataset, (date(2021, 1, 1), date(2021, 6, 30)), "2")) == (1, 0, 0)
    assert told(within(dataset, (date(2021, 1, 1), date(2021, 6, 30)), "2", "tips")) == (0, 1, 0)
    assert codes(reported(dataset.collector)) == {"X210": 1}


def test_a_unit_that_is_renamed_goes_on_as_itself(tmp_path: Path) -> None:
    renamed = ("2,Xã Hai,commune,D,,2021-07-01", "3,Xã Ba,commune,D,2021-07-01")
    lines = ("2021-06-15,2021-07-15,2,held,1", "2021-07-10,2021-07-20,3,held,2", "2021-07-21,2021-07-21,3,held,4")
    dataset = made(tmp_path, *lines, extra=renamed, walk=("2021-07-01,2,3,same",))
    assert told(within(dataset, (date(2021, 6, 1), DAY), "3")) == (4, 0, 2)
    assert told(within(dataset, (date(2021, 7, 1), DAY), "3")) == (6, 1, 0)
    assert codes(reported(dataset.collector)) == {"X211": 1}


@pytest.mark.parametrize(
    ("line", "code", "missed"),
    [
        ("2021-08-02,2021-08-01,1,held,3", "D203", 1),
        ("2021-08-02,,1,held,3", "D105", 1),
        (",2021-07-01,1,held,3", "D105", 0),
        ("2021-07-02,x,1,held,3", "D102", 0),
        ("2021-08-02,2021-08-02,1,held,,40", "D105", 1),
        ("2021-08-02,2021-08-02,1,held,2.5", "D104", 1),
        ("2021-08-02,2021-08-02,1,tips,2.5", "D104", 0),
        ("2021-08-02,2021-08-02,1,sold,3", "X201", 1),
        ("2021-08-02,2021-08-02,9,held,3", "X101", 1),
    ],
)
def test_a_row_that_cannot_be_read_or_placed_is_missed_where_it_may_have_counted(
    line: str, code: str, missed: int, tmp_path: Path
) -> None:
    dataset = made(tmp_path, "2021-08-01,2021-08-01,1,held,5", line)
    assert told(within(dataset)) == (5, 0, missed)
    assert code in codes(reported(dataset.collector)) | codes(reported(dataset.book.collector))


def test_rows_and_what_is_held_above_are_the_total_on_the_map_of_another_day(tmp_path: Path) -> None:
    lines = ("2021-06-01,2021-06-30,2-1,held,1", "2021-06-01,2021-06-30,1,held,2", "2021-06-05,2021-06-05,D,held,4")
    dataset = made(tmp_path, *lines, extra=MERGED, walk=WALK)
    june = Period(date(2021, 6, 1), date(2021, 6, 30))
    found = summarise(
        Family(dataset, "activities"), Query(june.last, by="commune", kinds=("held",), basis=DAY, period=june)
    )
    rows = [(row.unit, row.level, row.num) for row in found.rows if row.measure.part is None]
    assert rows == [("1", "commune", 3), ("D", None, 4)]
    assert [row.num for row in found.totals if row.measure.part is None] == [7]


def test_claims_hold_sums_of_days_and_nothing_on_a_day_alone(tmp_path: Path) -> None:
    lines = ("2021-08-01,2021-08-31,1,held,3,90",)
    figures = ("held@D:2021-08-01..2021-08-31", "held.participants@1:2021-08-01..2021-08-31", "held@D:2021-08-31")
    values = ("3", "100", "3")
    claimed = [f"c{n},activities.{each},{values[n]},báo" for n, each in enumerate(figures)]
    held = claims(Figures(made(tmp_path, *lines, claims=tuple(claimed)))).held
    assert [(each.verdict, each.why) for each in held] == [
        ("agrees", None),
        ("differs", None),
        ("unverifiable", "no-flow"),
    ]


def test_what_is_reported_is_no_kind_of_activity(tmp_path: Path) -> None:
    """They are counted from their register alone: a rhythm would ask for returns, of which there can be none."""
    for key in ('every = "month"', 'grain = "area"', 'source = "returns"'):
        with pytest.raises(Refused) as refused:
            settled(tmp_path, f"\n[activities.held]\n{key}\n")
        assert [each.rule.code for each in refused.value.findings] == ["S002" if "source" in key else "S001"]


def test_partners_are_named_on_their_days() -> None:
    named = run("-b data/cam-thuy-2021 summary -f json").json["partners"]
    assert [row["code"] for row in named] == ["farmers", "mttq", "seniors", "veterans", "women"]
    assert {(row["joined"], row["left"]) for row in named} == {(None, None)}
    one = Partner.model_validate({"code": "a", "name": "A", "joined": "2021-01-04", "left": "2021-08-31"})
    days = (date(2021, 1, 3), date(2021, 1, 4), date(2021, 8, 30), DAY)
    assert [one.there(day) for day in days] == [False, True, True, False]
