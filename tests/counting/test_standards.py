"""The safety standard: who is to be assessed on a day, and the latest result of each in the window of that day."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.standing import concluded, standing
from antq_cli.core.calendars import Period
from antq_cli.core.standards import Standards
from antq_cli.counting.dataset import Dataset
from tests.counting.villages import asking, settled
from tests.helpers import DAY, codes, figure, findings_of, rows_of, summary

A = "standards.area"
# TT 23/2012, whose years overlapped by a day, until TT 124/2021 on 2022-02-10.
REGIMES = """
[calendars]
old = {first = "10-31", last = "10-31"}
new = "11-01"
[standards.area]
[standards.school]
[regimes.tt23]
closed = 2022-02-10
exempt = ["small"]
[regimes.tt23.subjects.area]
calendar = "old"
[regimes.tt23.subjects.school]
calendar = "old"
[regimes.tt124]
opened = 2022-02-10
exempt = ["primary"]
[regimes.tt124.subjects.area]
calendar = "new"
[regimes.tt124.subjects.school]
calendar = "new"
"""
LATER = date(2022, 6, 1)


def counted(dataset: Dataset, day: date = DAY, unit: str = "", subject: str = A) -> tuple[int | None, ...]:
    """How many have any result, met, not met, are pending, and are to be assessed at all."""
    rows = [figure(dataset, f"{subject}{part}", unit, day) for part in ("", ".met", ".not-met", ".pending")]
    (den,) = {row.den for row in rows}
    return (*(row.num for row in rows), den)


# --------------------------------------------------------------------------------------------------- which result


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 3, 31), (0, None, None, None, 3)),
        (date(2021, 4, 1), (1, 0, 0, 1, 3)),
        (date(2021, 6, 1), (1, 0, 1, 0, 3)),
        (date(2021, 7, 31), (1, 0, 1, 0, 3)),
        (date(2021, 8, 1), (2, 2, 0, 0, 3)),
        (date(2021, 10, 31), (2, 2, 0, 0, 3)),
        (date(2021, 11, 1), (0, None, None, None, 3)),  # another window
    ],
    ids=str,
)
@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_assessment_of_the_window_counts(
    day: date, expected: tuple[int | None, ...], order: int, tmp_path: Path
) -> None:
    lines = (
        "2021-04-01,1-1,tt23,2021,pending",
        "2021-06-01,1-1,tt23,2021,not-met",
        "2021-08-01,1-1,tt23,2021,met",
        "2021-08-01,2-1,tt23,2021,met",
    )
    dataset = settled(tmp_path, REGIMES, assessments=lines[::order])
    assert counted(dataset, day) == expected
    assert findings_of(dataset, "standards", day) == []


def test_not_assessed_is_not_failed(tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, assessments=("2021-06-01,1-1,tt23,2021,not-met",))
    whole, met, missed, pending = (figure(dataset, f"{A}{part}") for part in ("", ".met", ".not-met", ".pending"))
    assert [(row.num, row.state) for row in (whole, met, missed, pending)] == [
        (1, "counted"),
        (0, "counted"),
        (1, "counted"),
        (0, "counted"),
    ]
    assert [row.remaining for row in (whole, met, missed, pending)] == [2, 3, None, None]
    found = summary(dataset, "standards", by="area")
    assert [(row.unit, row.num, row.den) for row in rows_of(found, A)] == [("1-1", 1, 1), ("1-2", 0, 1), ("2-1", 0, 1)]


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("", ["counted", "not-reported", "not-reported", "not-reported"]),  # nobody: no rate of any result
        ("2021-06-01,1-1,tt23,2021,pending", ["counted"] * 4),  # somebody: nobody met it
    ],
    ids=["nobody", "somebody"],
)
def test_where_nobody_was_assessed_there_is_no_rate(line: str, states: list[str], tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, assessments=(line,) if line else ())
    rows = [figure(dataset, f"{A}{part}") for part in ("", ".met", ".not-met", ".pending")]
    assert [row.state for row in rows] == states
    assert [(row.percent, row.den) for row in rows[1:3]] == [("0.00" if line else None, 3)] * 2
    (other,) = rows_of(summary(dataset, "standards", unit="2"), f"{A}.met")
    assert (other.num, other.state, other.den) == (None, "not-reported", 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2021-08-01,1-1,tt23,2021,mett", (1, 1, 0, 0, 3)),  # newer: nobody knows what it says
        ("2021-06-01,1-1,tt23,2021,mett", (1, 1, 0, 0, 3)),  # on the same day
        ("01/05/2021,1-1,tt23,2021,met", (1, 1, 0, 0, 3)),  # nobody knows of when
        ("2021-05-01,1-1,tt23,2021,mett", (2, 1, 1, 0, 3)),  # older: the newer one counts
        ("2021-09-01,1-1,tt23,2021,mett", (2, 1, 1, 0, 3)),  # not yet
        ("2021-08-01,1-2,tt23,2021,mett", (2, 1, 1, 0, 3)),  # of another
        ("2021-08-01,1-1,tt23,2020,mett", (2, 1, 1, 0, 3)),  # of another window
    ],
)
def test_a_newer_assessment_that_cannot_be_read_takes_the_place_of_an_older_one(
    line: str, expected: tuple[int, ...], tmp_path: Path
) -> None:
    lines = ("2021-06-01,1-1,tt23,2021,not-met", "2021-06-01,2-1,tt23,2021,met", line)
    dataset = settled(tmp_path, REGIMES, assessments=lines)
    assert counted(dataset) == expected


def test_two_results_on_one_date_are_an_error_and_neither_counts(tmp_path: Path) -> None:
    lines = (
        "2021-04-01,1-1,tt23,2021,pending",
        "2021-06-01,1-1,tt23,2021,met",
        "2021-06-01,1-1,tt23,2021,not-met",
    )
    dataset = settled(tmp_path, REGIMES, assessments=lines)
    assert codes(findings_of(dataset, "standards")) == {"D302": 1}
    assert figure(dataset, A).left_out == 2


def test_results_of_other_regimes_and_windows_do_not_count(tmp_path: Path) -> None:
    lines = (
        "2021-06-01,1-1,tt23,2022,met",  # the day is not in that window
        "2021-06-01,1-2,tt124,2021,met",  # that regime is not in force on the day
        "2020-06-01,2-1,tt23,2020,met",
    )
    dataset = settled(tmp_path, REGIMES, assessments=lines)
    assert counted(dataset) == (0, None, None, None, 3)
    assert codes(findings_of(dataset, "standards")) == {"X306": 1, "X302": 1}
    assert counted(dataset, date(2020, 6, 1)) == (1, 1, 0, 0, 3)


# ------------------------------------------------------------------------------------------------- which window


def test_on_a_day_of_two_windows_it_is_the_one_that_is_ending(tmp_path: Path) -> None:
    """31/10 is the last day of a year of TT 23/2012 and the first of the next one."""
    lines = ("2020-10-31,1-1,tt23,2021,met", "2021-10-31,1-2,tt23,2021,met", "2021-10-31,2-1,tt23,2022,met")
    dataset = settled(tmp_path, REGIMES, assessments=lines)
    assert findings_of(dataset, "standards") == []
    days = (date(2020, 10, 31), date(2020, 11, 1), date(2021, 10, 30), date(2021, 10, 31), date(2021, 11, 1))
    assert [counted(dataset, day)[0] for day in days] == [0, 1, 1, 2, 1]


def test_a_day_between_two_windows_judges_nobody(tmp_path: Path) -> None:
    kinds = REGIMES.replace('first = "10-31", last = "10-31"', 'first = "01-01", last = "11-30"')
    dataset = settled(tmp_path, kinds, assessments=("2021-06-01,1-1,tt23,2021,met",))
    row = figure(dataset, A, day=date(2021, 12, 15))
    assert (row.num, row.den, row.state) == (0, 0, "no-denominator")
    assert counted(dataset, date(2021, 11, 30)) == (1, 1, 0, 0, 3)


def test_the_change_of_regime(tmp_path: Path) -> None:
    """From 2022-02-10 on it is TT 124/2021, and what was decided under TT 23/2012 counts no more."""
    lines = (
        "2021-12-01,1-1,tt23,2022,met",
        "2022-02-09,1-2,tt23,2022,not-met",
        "2022-02-10,1-1,tt124,2022,pending",
        "2022-06-01,2-1,tt124,2022,met",
    )
    dataset = settled(tmp_path, REGIMES, assessments=lines)
    assert counted(dataset, date(2022, 2, 9)) == (2, 1, 1, 0, 3)
    assert counted(dataset, date(2022, 2, 10)) == (1, 0, 0, 1, 3)
    assert counted(dataset, LATER) == (2, 1, 0, 1, 3)
    assert findings_of(dataset, "standards", LATER) == []


@pytest.mark.parametrize(
    ("line", "code"), [("2022-02-10,1-2,tt23,2022,met", "X302"), ("2022-02-09,1-2,tt124,2022,met", "X302")]
)
def test_a_regime_decides_on_its_own_days_only(line: str, code: str, tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, assessments=(line,))
    for day in (date(2022, 2, 9), LATER):
        assert codes(findings_of(dataset, "standards", day)) == {code: 1}
        assert counted(dataset, day) == (0, None, None, None, 3)


def test_without_a_regime_there_is_nobody_to_assess(tmp_path: Path) -> None:
    kinds = REGIMES.replace("[regimes.tt23]\n", "[regimes.tt23]\nopened = 2020-01-01\n")
    dataset = settled(tmp_path, kinds, assessments=())
    row = figure(dataset, A, day=date(2019, 12, 31))
    assert (row.num, row.den, row.state, row.percent) == (0, 0, "no-denominator", None)
    assert counted(dataset, date(2020, 1, 1)) == (0, None, None, None, 3)


# --------------------------------------------------------------------------------------------------- organisations

SCHOOLS = (
    "s1,Trường,school,1-1",
    "s2,Trường,school,1-2,,,small",
    "s3,Trường,school,2-1,,,primary",
    "s4,Trường,school,2-1,2022-03-01",
    "e1,Xưởng,enterprise,1",
)
S = "standards.school"


def test_each_regime_leaves_out_its_own(tmp_path: Path) -> None:
    lines = ("2021-06-01,s1,tt23,2021,met", "2021-06-01,s3,tt23,2021,not-met", "2022-06-01,s2,tt124,2022,met")
    dataset = settled(tmp_path, REGIMES, organisations=SCHOOLS, assessments=lines)
    assert counted(dataset, subject=S) == (2, 1, 1, 0, 2)
    assert counted(dataset, LATER, subject=S) == (1, 1, 0, 0, 3)
    assert counted(dataset, unit="1-2", subject=S) == (0, 0, 0, 0, 0)
    assert figure(dataset, S, "1-2").state == "no-denominator"
    assert counted(dataset, unit="2", subject=S) == (1, 0, 1, 0, 1)
    assert findings_of(dataset, "standards") == []


def test_who_is_left_out_never_leaves_the_denominator_of_a_pledge(tmp_path: Path) -> None:
    kinds = f"{REGIMES}[pledges.organisation]\n"
    dataset = settled(tmp_path, kinds, organisations=SCHOOLS, pledges=(), assessments=())
    assert figure(dataset, "pledges.organisation").den == 4


@pytest.mark.parametrize(("word", "expected"), [("small", {}), ("primary", {}), ("", {}), ("smal", {"X208": 1})])
def test_a_reason_that_no_regime_knows_leaves_nobody_out(word: str, expected: dict[str, int], tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, organisations=(f"s1,Trường,school,1-1,,,{word}",), assessments=())
    assert counted(dataset, subject=S)[-1] == (0 if word == "small" else 1)
    assert codes(findings_of(dataset, "standards")) == expected


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2021-06-01,s2,tt23,2021,met", "X305"),
        ("2021-06-01,s4,tt23,2021,met", "X303"),  # it opens later
        ("2021-06-01,e1,tt23,2021,met", "X304"),  # the regime does not judge enterprises
        ("2021-06-01,s9,tt23,2021,met", "X303"),
        ("2021-06-01,s1,tt23,2022,met", "X306"),
        ("2021-06-01,s1,tt32,2021,met", "X301"),
    ],
)
def test_an_assessment_that_cannot_be_is_found_and_does_not_count(line: str, code: str, tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, organisations=SCHOOLS, assessments=(line,))
    assert codes(findings_of(dataset, "standards")) == {code: 1}
    assert counted(dataset, subject=S) == (0, None, None, None, 2)


def test_of_a_unit_of_a_level_that_nobody_knows_the_level_alone_is_told(tmp_path: Path) -> None:
    dataset = settled(tmp_path, REGIMES, extra=("9,Xóm,hamlet,1",), assessments=("2021-06-01,9,tt23,2021,met",))
    assert codes(findings_of(dataset, "standards")) == {"X103": 1}
    assert counted(dataset, subject=S)[0] == 0


def test_a_school_is_assessed_where_it_lies_on_the_day(tmp_path: Path) -> None:
    schools = ("s1,Trường,school,1-1,,2021-07-01", "s1,Trường,school,2-1,2021-07-01")
    dataset = settled(tmp_path, REGIMES, organisations=schools, assessments=("2021-06-01,s1,tt23,2021,met",))
    assert [counted(dataset, date(2021, 6, 30), unit, S) for unit in "12"] == [(1, 1, 0, 0, 1), (0, 0, 0, 0, 0)]
    assert [counted(dataset, DAY, unit, S) for unit in "12"] == [(0, 0, 0, 0, 0), (1, 1, 0, 0, 1)]


# --------------------------------------------------------------------------------------------------- merged units

MERGED = ("1,Xã Một,commune,D,,2021-07-01", "2,Xã Hai,commune,D,,2021-07-01", "3,Xã Ba,commune,D,2021-07-01")
COMMUNES = REGIMES.replace(".area]", ".commune]")
C = "standards.commune"


@pytest.mark.parametrize(
    ("walk", "expected"),
    [
        (("2021-07-01,1,3,same", "2021-07-01,2,3,whole"), (1, 1, 0, 0, 1)),  # renamed: its result goes along
        (
            ("2021-07-01,1,3,whole", "2021-07-01,2,3,whole"),
            (0, None, None, None, 1),
        ),  # merged: it is to be assessed anew
    ],
    ids=["same", "whole"],
)
def test_a_result_goes_along_with_same_only(
    walk: tuple[str, ...], expected: tuple[int | None, ...], tmp_path: Path
) -> None:
    lines = ("2021-06-01,1,tt23,2021,met", "2021-06-02,2,tt23,2021,not-met")
    dataset = settled(tmp_path, COMMUNES, extra=MERGED, walk=walk, assessments=lines)
    assert counted(dataset, date(2021, 6, 30), subject=C) == (2, 1, 1, 0, 2)
    assert counted(dataset, subject=C) == expected
    assert findings_of(dataset, "standards") == []


def test_areas_keep_their_results_when_their_communes_merge(tmp_path: Path) -> None:
    walk = ("2021-07-01,1,3,whole", "2021-07-01,2,3,whole")
    lines = ("2021-06-01,1-1,tt23,2021,met", "2021-06-02,2-1,tt23,2021,not-met")
    dataset = settled(tmp_path, REGIMES, extra=MERGED, walk=walk, assessments=lines)
    assert counted(dataset, unit="3") == (2, 1, 1, 0, 3)


def test_a_code_means_who_bore_it_on_the_day_of_the_row(tmp_path: Path) -> None:
    extra = ("1,Xã Một,commune,D,,2021-07-01", "1,Xã Một mới,commune,D,2021-07-01")
    lines = ("2021-06-01,1,tt23,2021,met", "2021-08-01,1,tt23,2021,pending")
    dataset = settled(tmp_path, COMMUNES, extra=extra, walk=("2021-07-01,1,1,whole",), assessments=lines)
    assert counted(dataset, date(2021, 6, 30), "1", C) == (1, 1, 0, 0, 1)
    assert counted(dataset, date(2021, 7, 1), "1", C) == (0, None, None, None, 1)
    assert counted(dataset, DAY, "1", C) == (1, 0, 0, 1, 1)


# ----------------------------------------------------------------------------------------- results as counts


def reported(folder: Path, *lines: str, kinds: str = REGIMES) -> Dataset:
    kinds = kinds.replace("[standards.area]", '[standards.area]\nsource = "returns"\ngrain = "commune"')
    return settled(folder, kinds, returns=lines, assessments=())


def test_results_may_be_reported_as_counts(tmp_path: Path) -> None:
    dataset = reported(tmp_path, f"2021-06-01,1,{A}.met,2,2", f"2021-06-01,2,{A}.met,0,1")
    row = figure(dataset, f"{A}.met")
    assert (row.num, row.den, row.state, row.reported, row.expected) == (2, 3, "counted", 2, 2)
    assert figure(dataset, f"{A}.not-met").state == "not-reported"  # nothing is inferred from what was met
    assert figure(dataset, A).state == "not-reported"


def test_a_total_that_nobody_knows_is_no_denominator(tmp_path: Path) -> None:
    row = figure(reported(tmp_path, f"2021-06-01,1,{A}.met,2,", f"2021-06-01,2,{A}.met,0,1"), f"{A}.met")
    assert (row.num, row.den, row.state) == (2, None, "no-denominator")


@pytest.mark.parametrize(
    ("day", "num"),
    [(date(2021, 10, 31), 2), (date(2021, 11, 1), None), (date(2021, 12, 1), 1), (date(2022, 2, 9), 1)],
    ids=str,
)
def test_what_was_reported_of_another_window_does_not_count(day: date, num: int | None, tmp_path: Path) -> None:
    dataset = reported(tmp_path, f"2021-06-01,1,{A}.met,2,2", f"2021-12-01,1,{A}.met,1,2")
    row = figure(dataset, f"{A}.met", "1", day)
    assert (row.num, row.state) == (num, "counted" if num else "not-reported")


def test_without_a_regime_what_was_reported_counts_on(tmp_path: Path) -> None:
    kinds = "\n[standards.area]\n"
    dataset = reported(tmp_path, f"2019-06-01,1,{A}.met,2,2", kinds=kinds)
    assert figure(dataset, f"{A}.met", "1").num == 2


# ------------------------------------------------------------------------------------------------ as it is shown


def stands(folder: Path, day: date = DAY, window: str | None = None, **parts: tuple[str, ...]) -> Standards:
    return standing(asking(folder, REGIMES, **parts), Query(day, window=window))


def test_each_subject_names_its_rule_and_who_is_left_out(tmp_path: Path) -> None:
    found = stands(tmp_path, organisations=SCHOOLS, assessments=())
    areas, schools = found.subjects
    assert [one.rule and (one.rule.regime, one.rule.window.name) for one in found.subjects] == [("tt23", "2021")] * 2
    exempt = [{unit.assessed.unit: unit.exempt for unit in one.units} for one in (areas, schools)]
    assert exempt == [{"D": 0}, {"D": 1}]
    assert found.anything


@pytest.mark.parametrize(
    ("window", "day", "regime", "num"),
    [
        ("2021", DAY, "tt23", 1),
        ("2021", date(2025, 1, 1), "tt23", 2),  # of a window that has ended, on its last day
        ("2022", date(2025, 1, 1), "tt124", 1),
        ("2020", DAY, "tt23", None),  # nobody was assessed in it
    ],
)
def test_a_window_may_be_asked_for_by_its_name(
    window: str, day: date, regime: str, num: int | None, tmp_path: Path
) -> None:
    lines = ("2021-06-01,1-1,tt23,2021,met", "2021-10-01,1-2,tt23,2021,met", "2022-06-01,1-1,tt124,2022,met")
    areas, _ = stands(tmp_path, day, window, organisations=(), assessments=lines).subjects
    assert areas.rule is not None
    assert (areas.rule.regime, areas.rule.window.name) == (regime, window)
    assert next(row.num for row in areas.summary.rows if str(row.measure) == f"{A}.met") == num


@pytest.mark.parametrize("window", ["2023", "0000"])
def test_a_window_that_has_not_begun_or_never_was_has_no_subjects(window: str, tmp_path: Path) -> None:
    assert stands(tmp_path, DAY, window, organisations=(), assessments=()).subjects == []


# ------------------------------------------------------------------------------------- which ended within a period

RESULTS = ("2021-06-01,1-1,tt23,2021,met", "2021-10-01,1-2,tt23,2021,met", "2022-06-01,1-1,tt124,2022,met")


@pytest.mark.parametrize(
    ("first", "last", "told", "begun"),
    [
        # Two of three by the day on which the year of Circular 23 ended, though it is another year by now.
        (date(2021, 1, 1), date(2021, 12, 31), [("2021", date(2021, 10, 31), 2)], ["2022"]),
        (date(2021, 1, 1), date(2021, 10, 31), [("2021", date(2021, 10, 31), 2)], []),
        (date(2021, 7, 1), date(2021, 9, 30), [("2021", date(2021, 9, 30), 1)], []),  # none has ended: the running one
        (
            date(2021, 1, 1),
            date(2022, 12, 31),
            [("2021", date(2021, 10, 31), 2), ("2022", date(2022, 10, 31), 1)],
            ["2023"],
        ),
        # The years of a regime that was not in force on their last day have not ended.
        (date(2022, 1, 1), date(2022, 12, 31), [("2022", date(2022, 10, 31), 1)], ["2023"]),
    ],
)
def test_a_year_that_closed_within_a_period_is_told_as_it_stood_at_its_end(
    first: date, last: date, told: list[tuple[str, date, int]], begun: list[str], tmp_path: Path
) -> None:
    figures = asking(tmp_path, REGIMES, organisations=(), assessments=RESULTS)
    found, running = concluded(figures, Query(last, basis=last, period=Period(first, last)))
    areas = [each for each in found.subjects if each.kind.id == "area"]
    met = [next(row for row in each.summary.rows if str(row.measure) == f"{A}.met") for each in areas]
    assert [
        (each.rule and each.rule.window.name, row.counted_to or each.summary.as_of, row.num)
        for each, row in zip(areas, met, strict=True)
    ] == told
    assert [row.figure for row in met] == [f"{A}.met@D:{day}" for _, day, _ in told]
    assert [each.rule and each.rule.window.name for each in running if each.kind.id == "area"] == begun
