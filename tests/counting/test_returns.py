"""Figures that units reported: the latest by the day, summed over those who did."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.words.speech import speech
from tests.counting.villages import RETURNED, settled
from tests.helpers import DAY, codes, figure, findings_of, rows_of, shown, summary

M = "pledges.household"
AREAS = ("1-1", "1-2", "2-1")


def returned(folder: Path, *lines: str, **parts: tuple[str, ...]) -> Dataset:
    """A book whose areas return households, from lines ``day,unit,count,total``."""
    split = (line.split(",", 2) for line in lines)
    return settled(folder, RETURNED, returns=[f"{day},{unit},{M},{rest}" for day, unit, rest in split], **parts)


@pytest.mark.parametrize(
    ("day", "num", "state"),
    [
        (date(2021, 5, 31), None, "not-reported"),
        (date(2021, 6, 1), 5, "counted"),
        (date(2021, 7, 31), 5, "counted"),
        (date(2021, 8, 1), 4, "counted"),
        (date(2021, 9, 1), 9, "counted"),
    ],
    ids=str,
)
def test_the_latest_return_by_the_day_counts(day: date, num: int | None, state: str, tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-09-01,1-1,9,9", "2021-06-01,1-1,5,9", "2021-08-01,1-1,4,9")
    row = figure(dataset, M, "1-1", day)
    assert (row.num, row.state) == (num, state)


ALL = ("2021-06-01,1-1,5,9", "2021-07-01,1-2,3,4", "2021-08-01,2-1,2,2")


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (ALL, ("counted", 10, 15, "66.67", 5, 3, 3)),
        (ALL[:2], ("partial", 8, 13, "61.54", None, 2, 3)),
        ((), ("not-reported", None, None, None, None, 0, 3)),
        ((*ALL[:2], "2021-08-01,2-1,2,"), ("no-denominator", 10, None, None, None, 3, 3)),
        ((*ALL[:1], "2021-08-01,2-1,2,"), ("partial", 7, None, None, None, 2, 3)),
        ([f"2021-08-01,{code},0,0" for code in AREAS], ("no-denominator", 0, 0, None, None, 3, 3)),
    ],
    ids=["all", "two", "none", "blank-total", "blank-total-and-two", "zero"],
)
def test_a_parent_sums_over_those_who_reported(lines: tuple[str, ...], row: tuple[object, ...], tmp_path: Path) -> None:
    found = figure(returned(tmp_path, *lines), M)
    assert (found.state, found.num, found.den, found.percent, found.remaining, found.reported, found.expected) == row


def test_a_blank_total_is_unknown_in_its_own_place_only(tmp_path: Path) -> None:
    dataset = returned(tmp_path, *ALL[:2], "2021-08-01,2-1,2,")
    assert {row.unit: row.den for row in summary(dataset, by="area").rows} == {"1-1": 9, "1-2": 4, "2-1": None}
    assert {row.unit: row.den for row in summary(dataset, by="commune").rows} == {"1": 13, "2": None}


def test_counted_on_are_the_oldest_and_the_newest_day_that_counted(tmp_path: Path) -> None:
    dataset = returned(tmp_path, *ALL, "2021-05-01,1-1,1,9", "2021-12-01,1-1,9,9")
    assert figure(dataset, M).counted_on == (date(2021, 6, 1), date(2021, 8, 1))
    assert figure(dataset, M, "1").counted_on == (date(2021, 6, 1), date(2021, 7, 1))
    assert figure(dataset, M, "2").counted_on == (date(2021, 8, 1),) * 2
    assert figure(dataset, M, day=date(2021, 1, 1)).counted_on is None


def test_more_than_there_are_is_shown_as_it_is_and_found(tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-08-01,1-1,12,9")
    row = figure(dataset, M, "1-1")
    assert (row.state, row.num, row.den, row.percent, row.remaining) == ("counted", 12, 9, "133.33", -3)
    assert row.left_out == 0
    assert codes(findings_of(dataset)) == {"D202": 1}


# ----------------------------------------------------------------------------------- returns that cannot be read

BAD = ("1.000,", "x,", "5,0012", "-3,", "5,1e5", "1_000,")


@pytest.mark.parametrize("cells", BAD)
def test_an_older_return_never_takes_the_place_of_one_that_cannot_be_read(cells: str, tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-06-01,1-1,5,9", f"2021-08-01,1-1,{cells}")
    row = figure(dataset, M, "1-1")
    assert (row.state, row.num, row.reported, row.expected, row.left_out) == ("not-reported", None, 0, 1, 1)
    assert codes(findings_of(dataset)) == {"D104": 1}
    assert figure(dataset, M, "1-1", date(2021, 7, 31)).num == 5


@pytest.mark.parametrize("cells", BAD)
def test_a_still_newer_return_heals_it(cells: str, tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-06-01,1-1,5,9", f"2021-08-01,1-1,{cells}", "2021-08-02,1-1,6,9")
    row = figure(dataset, M, "1-1")
    assert (row.state, row.num, row.left_out) == ("counted", 6, 0)


def test_of_a_day_with_one_return_that_cannot_be_read_the_other_does_not_count(tmp_path: Path) -> None:
    row = figure(returned(tmp_path, "2021-08-01,1-1,5,9", "2021-08-01,1-1,x,9"), M, "1-1")
    assert (row.state, row.num, row.left_out) == ("not-reported", None, 1)


def test_a_day_that_cannot_be_read_may_be_the_newest(tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-06-01,1-1,5,9", "01/02/2021,1-1,4,9", "2021-08-31,1-1,6,9")
    row = figure(dataset, M, "1-1")
    assert (row.state, row.left_out) == ("not-reported", 1)


def test_of_two_returns_that_contradict_each_other_neither_counts(tmp_path: Path) -> None:
    lines = ("2021-06-01,1-1,4,9", "2021-08-01,1-1,5,9", "2021-08-01,1-1,6,9")
    row = figure(returned(tmp_path / "1", *lines), M, "1-1")
    assert (row.state, row.num, row.left_out) == ("not-reported", None, 2)
    healed = figure(returned(tmp_path / "2", *lines, "2021-08-02,1-1,7,9"), M, "1-1")
    assert (healed.state, healed.num, healed.left_out) == ("counted", 7, 0)
    assert codes(findings_of(returned(tmp_path / "3", *lines))) == {"D302": 1}


def test_the_same_return_twice_counts_once(tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-08-01,1-1,5,9", "2021-08-01,1-1,5,9")
    assert (figure(dataset, M).num, figure(dataset, M).left_out) == (5, 0)
    assert codes(findings_of(dataset)) == {"D301": 1}


# --------------------------------------------------------------------------------------------- grains and mergers


def test_of_another_grain_nothing_counts(tmp_path: Path) -> None:
    dataset = returned(tmp_path, "2021-08-01,1,99,100", "2021-08-01,D,99,100", *ALL)
    assert (figure(dataset, M).num, figure(dataset, M).left_out) == (10, 0)


def test_below_the_grain_nothing_is_known_and_the_row_above_has_it_all(tmp_path: Path) -> None:
    kinds = f'{RETURNED}grain = "commune"\n'
    lines = (f"2021-08-01,1,{M},5,9", f"2021-08-01,2,{M},4,4")
    found = summary(settled(tmp_path, kinds, returns=lines), by="area")
    assert [(row.unit, row.level, row.state, row.num, row.reported) for row in found.rows] == [
        *((code, "area", "below-grain", None, None) for code in AREAS),
        ("D", None, "counted", 9, 2),
    ]


def test_a_grain_that_has_no_units_on_the_day_is_not_reported(tmp_path: Path) -> None:
    row = figure(settled(tmp_path, f'{RETURNED}grain = "cluster"\n', returns=()), M)
    assert (row.state, row.reported, row.expected) == ("not-reported", 0, 0)


@pytest.mark.parametrize(("part", "num"), [("same", 4), ("whole", None)])
def test_a_return_goes_along_with_same_only(part: str, num: int | None, tmp_path: Path) -> None:
    extra = ("2-1,Thôn 1,area,2,,2021-07-01", "2-2,Thôn 2,area,2,2021-07-01")
    dataset = returned(tmp_path, "2021-06-01,2-1,4,9", extra=extra, walk=(f"2021-07-01,2-1,2-2,{part}",))
    assert figure(dataset, M, "2-2").num == num
    assert figure(dataset, M).expected == 3


@pytest.mark.parametrize("order", [1, -1])
def test_a_merger_written_as_same_gives_nobodys_return_to_the_new_unit(order: int, tmp_path: Path) -> None:
    extra = ("1-1,A,area,1,,2021-07-01", "1-2,B,area,1,,2021-07-01", "1-3,C,area,1,2021-07-01")
    lines = ("2021-06-01,1-1,4,9", "2021-06-01,1-2,3,5")[::order]
    dataset = returned(tmp_path, *lines, extra=extra, walk=("2021-07-01,1-1,1-3,same", "2021-07-01,1-2,1-3,same"))
    assert figure(dataset, M, "1-3").state == "not-reported"
    assert codes(findings_of(dataset)) == {"X110": 2}


def test_an_absorbed_units_newer_return_does_not_replace_the_absorbers(tmp_path: Path) -> None:
    extra = ("1-2,B,area,1,,2021-07-01",)
    lines = ("2021-05-01,1-1,40,90", "2021-06-01,1-2,3,5")
    dataset = returned(tmp_path, *lines, extra=extra, walk=("2021-07-01,1-2,1-1,same",))
    assert figure(dataset, M, "1-1").num == 40
    assert codes(findings_of(dataset)) == {"X110": 1}


@pytest.mark.parametrize(
    ("measure", "code"),
    [
        ("pledges.household", None),
        ("teams.antt", None),
        ("teams.antt.members", None),
        ("models.youth", None),
        ("models.youth.reach", None),
        ("standards.commune.met", None),
        ("standards.area", "X205"),
        ("households", None),
        ("units.area", None),
        ("pledges.houshold", "X205"),
        ("pledges.household.signed", "X205"),  # a return is a stock
        ("teams.anttt", "X205"),
        ("units.ward", "X205"),
        ("units.area.reach", "D108"),
    ],
)
def test_which_measures_a_book_may_hold_returns_of(measure: str, code: str | None, tmp_path: Path) -> None:
    kinds = f"{RETURNED}[teams.antt]\n[models.youth]\n[standards.commune]\n"
    dataset = settled(tmp_path, kinds, returns=(f"2021-08-01,1-1,{measure},5,",))
    assert [*codes(findings_of(dataset))] == ([code] if code else [])


@pytest.mark.parametrize(
    ("measure", "why", "said"),
    [
        ("activities.outreach", "activities", "activities are recorded in the register activities."),
        ("activities.tips", "activities", "activities are recorded in the register activities."),  # of no such kind
        ("pledges.houshold", "undeclared", "the manifest does not declare it."),
    ],
)
def test_it_says_why_there_are_no_returns_of_a_measure(measure: str, why: str, said: str, tmp_path: Path) -> None:
    kinds = f"{RETURNED}[activities.outreach]\n"
    (found,) = findings_of(settled(tmp_path, kinds, returns=(f"2021-08-01,1-1,{measure},5,",)))
    assert (found.values["no_measure"].word, "allowed" in found.values) == (why, why == "undeclared")
    assert speech("en").describe(shown(found)).what == f"There can be no return of the measure {measure}: {said}"


def test_teams_have_no_denominator_from_returns_either(tmp_path: Path) -> None:
    kinds = '\n[teams.antt]\nsource = "returns"\n'
    lines = [f"2021-08-01,{code},teams.antt,{n},9" for n, code in enumerate(AREAS)]
    row = figure(settled(tmp_path, kinds, returns=lines), "teams.antt")
    assert (row.state, row.num, row.den, row.percent, row.remaining) == ("counted", 3, None, None, None)


def test_a_return_beside_a_journal_is_no_part_of_it(tmp_path: Path) -> None:
    dataset = settled(tmp_path, households=("h1,1-1",), pledges=(), returns=(f"2021-08-01,1-1,{M},99,99",))
    assert (figure(dataset, M).num, figure(dataset, M).den, figure(dataset, M).counted_on) == (0, 1, None)


def test_two_kinds_report_apart(tmp_path: Path) -> None:
    kinds = f'{RETURNED}\n[pledges.student]\nsource = "returns"\ngrain = "commune"\n'
    lines = (f"2021-08-01,1-1,{M},5,9", "2021-08-01,1,pledges.student,7,", "2021-08-01,2,pledges.student,8,")
    found = summary(settled(tmp_path, kinds, returns=lines), by="commune")
    assert [(row.unit, row.num, row.state) for row in rows_of(found, "pledges.student")] == [
        ("1", 7, "no-denominator"),
        ("2", 8, "no-denominator"),
    ]
    assert [(row.unit, row.num, row.state) for row in rows_of(found, M)] == [
        ("1", 5, "partial"),
        ("2", None, "not-reported"),
    ]


ASSESSED = '[calendars]\ny = "01-01"\n[standards.area]\nsource = "returns"\n[regimes.r.subjects.area]\ncalendar = "y"\n'


def test_what_a_return_does_and_why_not(tmp_path: Path) -> None:
    why = {
        "2020-12-31,1-1,standards.area,1,1": "other-days",  # of the window before
        "2021-07-01,1-1,standards.area,1,1": "older",
        "2021-08-31,1-1,standards.area,1,1": "counted",
        "2021-09-01,1-1,standards.area,1,1": "not-yet",
        "2021-08-31,1,standards.area,1,1": "not-the-grain",
        "2021-08-31,1-1,standards.area.met,1,1": "other-kind",
    }
    dataset = settled(tmp_path, f"\n{ASSESSED}", returns=why)
    family = Family(dataset, "standards")
    (kind,) = family.kinds()
    rows = family.source(kind).rows(None, dataset.regrouping(DAY))
    assert [row.reason for row in rows if row.register == "returns"] == [*why.values()]
