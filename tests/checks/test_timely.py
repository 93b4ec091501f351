"""The rules of time: what lies ahead, and who was late, has not reported, or not for long."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.checks.timely import RULES, find
from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.dataset import Dataset
from antq_cli.words.speech import LANGUAGES, speech
from tests.counting.villages import HOUSEHOLD, RETURNED, village
from tests.helpers import DAY, codes, open_at, shown, write_book

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2021, 9, 30)
H = "pledges.household"
LIMITS = "[returns]\ndue = 5\nstale = 60\n"
MONTHLY = f"{RETURNED}{LIMITS}"
AREAS = ("1-1", "1-2", "2-1")


def site_of(folder: Path, day: date = DAY, today: date = TODAY) -> Site:
    book = open_at(folder)
    for name in REGISTERS:
        book.table(name)
    return Site(book, Dataset(book), day, today)


def judged(
    folder: Path, kinds: str = MONTHLY, day: date = DAY, today: date = TODAY, **parts: Any
) -> tuple[list[Finding], list[NotJudged]]:
    results = list(find(site_of(write_book(folder, village(kinds, **parts)), day, today)))
    marks = [each for each in results if isinstance(each, NotJudged)]
    return [each for each in results if isinstance(each, Finding)], marks


def told(folder: Path, *lines: str, kinds: str = MONTHLY, **parts: Any) -> list[tuple[str, str, int]]:
    """The code, the file and the line of what is found among returns."""
    findings, _ = judged(folder, kinds, returns=lines, **parts)
    return [(found.rule.code, found.place.path, found.place.line) for found in findings]


def sent(day: str, unit: str, received: str = "") -> str:
    return f"{day},{unit},{H},5,9,{received}"


def in_time(*but: str, day: str = "2021-08-31") -> list[str]:
    return [sent(day, code, day) for code in AREAS if code not in but]


# -------------------------------------------------------------------------------------------------------- lies ahead


AHEAD = {
    "pledges": "{},household,h1,signed",
    "returns": "{},1-1,pledges.household,5,9",
    "assessments": "{},1-1,r,2021,met",
    "directives": "1,{},a,b",
    "households": "h2,1-1,{}",
}


@pytest.mark.parametrize(("day", "found"), [("2021-09-30", 0), ("2021-10-01", 1), ("9999-12-31", 1)])
@pytest.mark.parametrize("name", AHEAD)
def test_a_day_after_today_is_found_in_what_has_happened(name: str, day: str, found: int, tmp_path: Path) -> None:
    parts: dict[str, Any] = {name: [AHEAD[name].format(day)]}
    findings, _ = judged(tmp_path, HOUSEHOLD, **parts)
    assert [(each.rule.code, each.register, each.cell) for each in findings] == [("T101", name, day)] * found


def test_every_row_and_column_with_such_a_day_is_told(tmp_path: Path) -> None:
    lines = ["2021-10-02,1-1,pledges.household,5,9,2021-10-03", "2021-10-02,1-2,pledges.household,5,9"]
    findings, _ = judged(tmp_path, HOUSEHOLD, returns=lines, households=["h1,1-1,,2022-01-01"])
    assert [(each.register, each.place.line, each.cell) for each in findings] == [
        ("households", 2, "2022-01-01"),
        ("returns", 2, "2021-10-02"),
        ("returns", 3, "2021-10-02"),
        ("returns", 2, "2021-10-03"),
    ]


def test_what_is_decided_in_advance_may_lie_ahead(tmp_path: Path) -> None:
    parts: dict[str, Any] = {
        "teams": ["t1,antt,1-1,2030-01-01"],
        "models": ["m1,clan,1-1,,2030-01-01"],
        "organisations": ["s1,S,school,1,2030-01-01"],
    }
    walk = ["2030-01-01,3,1,whole"]
    findings, _ = judged(tmp_path, HOUSEHOLD, extra=["3,Xã Ba,commune,D,,2030-01-01"], walk=walk, **parts)
    assert findings == []


@pytest.mark.parametrize(("received", "found"), [("2021-08-30", 1), ("2021-08-31", 0), ("2021-09-05", 0), ("", 0)])
def test_nothing_is_received_before_the_day_that_it_is_of(received: str, found: int, tmp_path: Path) -> None:
    lines = [sent("2021-08-31", "1-1", received), *in_time("1-1")]
    assert told(tmp_path, *lines) == [("T102", "returns.csv", 2)] * found


# --------------------------------------------------------------------------------------------------- late and missing


@pytest.mark.parametrize(("received", "found"), [("2021-09-05", []), ("2021-09-06", [("T103", "returns.csv", 2)])])
def test_a_return_is_late_after_its_due_day(received: str, found: object, tmp_path: Path) -> None:
    assert told(tmp_path, sent("2021-08-31", "1-1", received), *in_time("1-1")) == found


def test_who_sent_nothing_is_told_on_the_own_row(tmp_path: Path) -> None:
    assert told(tmp_path / "1", *in_time()) == []
    assert told(tmp_path / "2", *in_time("1-2")) == [("T104", "units.csv", 6)]
    assert len(told(tmp_path / "3")) == 3


def test_a_school_that_sent_nothing_is_told_on_its_row(tmp_path: Path) -> None:
    kinds = '\n[pledges.student]\nsource = "returns"\ngrain = "school"\nevery = "month"\n'
    lines = ["2021-08-31,s1,pledges.student,5,9"]
    schools = ["s1,S,school,1", "s2,S,school,1", "s3,S,school,1,2021-09-01"]
    findings, marks = judged(tmp_path, kinds, returns=lines, organisations=schools)
    assert [(found.rule.code, found.register, found.cell) for found in findings] == [("T104", "organisations", "s2")]
    assert {(mark.rule.code, mark.why) for mark in marks} == {
        ("T103", "no-due"),
        ("T105", "no-stale"),
        ("T104", "no-kind"),  # of units
        ("T105", "no-kind"),
    }


@pytest.mark.parametrize(("today", "found"), [(date(2021, 9, 5), 0), (date(2021, 9, 6), 1)])
def test_nothing_is_missing_before_it_is_due(today: date, found: int, tmp_path: Path) -> None:
    lines = [sent("2021-07-31", "1-2", "2021-08-01"), *in_time("1-2")]
    findings, _ = judged(tmp_path, returns=lines, today=today)
    assert codes(findings) == ({"T104": 1} if found else {})


def test_nothing_is_missing_of_a_period_that_runs(tmp_path: Path) -> None:
    """In August 2021 the first period, the year, had not ended; the book is finished, and today is years later."""
    kinds = f'{RETURNED}every = "year"\n{LIMITS}'
    findings, _ = judged(tmp_path, kinds, returns=in_time("1-2"), today=date(2026, 1, 1))
    assert [(found.rule.code, found.cell) for found in findings] == [("T105", "1-2")]


def test_a_code_that_has_closed_is_not_expected(tmp_path: Path) -> None:
    walk, extra = ["2021-08-01,1-2,1-1,whole"], ["1-2,Thôn 2,area,1,,2021-08-01"]
    assert told(tmp_path, *in_time("1-2"), walk=walk, extra=extra) == []


def test_the_return_of_a_renamed_unit_is_found_at_its_old_code(tmp_path: Path) -> None:
    walk = ["2021-08-20,1-2,1-9,same"]
    extra = ["1-2,Thôn 2,area,1,,2021-08-20", "1-9,Thôn 9,area,1,2021-08-20"]
    lines = [sent("2021-08-19", "1-2", "2021-09-20"), *in_time("1-2")]
    assert told(tmp_path, *lines, walk=walk, extra=extra) == [("T103", "returns.csv", 2)]


# -------------------------------------------------------------------------------------------------------------- stale


@pytest.mark.parametrize(("day", "code"), [("2021-07-02", []), ("2021-07-01", ["T105"])])
def test_an_old_return_is_told_where_it_stands_before_anything_is_missing(
    day: str, code: list[str], tmp_path: Path
) -> None:
    lines = [sent(day, "1-2", day), *in_time("1-2")]
    findings, _ = judged(tmp_path, returns=lines, today=date(2021, 9, 1))
    assert [(found.rule.code, found.place.line) for found in findings] == [(each, 2) for each in code]


def test_who_is_told_to_be_missing_is_not_told_to_be_silent_as_well(tmp_path: Path) -> None:
    lines = [sent("2021-01-31", "1-2", "2021-01-31"), *in_time("1-2")]
    findings, _ = judged(tmp_path, returns=lines)
    assert codes(findings) == {"T104": 1}
    assert findings[0].values["last"] == date(2021, 1, 31)


def test_who_reports_once_a_year_is_not_silent_within_the_next(tmp_path: Path) -> None:
    kinds = f'{RETURNED}every = "year"\n{LIMITS}'
    lines = [sent("2020-12-31", code, "2020-12-31") for code in AREAS]
    assert told(tmp_path, *lines, kinds=kinds) == []


def test_who_has_just_opened_cannot_have_been_silent(tmp_path: Path) -> None:
    kinds = f'{RETURNED}every = "year"\n{LIMITS}'
    new = ["1-8,Thôn 8,area,1,2021-07-01", "1-9,Thôn 9,area,1,2021-07-02"]
    findings, _ = judged(tmp_path, kinds, returns=in_time(), extra=new)
    assert [(found.rule.code, found.cell) for found in findings] == [("T105", "1-8")]


# --------------------------------------------------------------------------------------------------- what is not said


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        (RETURNED, ("skipped", "no-rhythm")),
        (HOUSEHOLD + LIMITS, ("skipped", "no-rhythm")),
        (f'{RETURNED}grain = "cluster"\n{LIMITS}', ("skipped", "nobody-reports")),
    ],
)
def test_where_nobody_is_to_report_nothing_is_judged(kinds: str, why: tuple[str, str], tmp_path: Path) -> None:
    findings, marks = judged(tmp_path, kinds, returns=())
    assert findings == []
    assert {(mark.judged, mark.why) for mark in marks} == {why}
    steps = [(mark.rule.code, mark.register) for mark in marks]
    assert steps == [(code, register) for code in ("T103", "T104", "T105") for register in RULES[code].of]


def test_without_the_returns_nothing_is_judged(tmp_path: Path) -> None:
    findings, marks = judged(tmp_path / "1")
    assert findings == []
    assert {(mark.judged, mark.why, mark.other) for mark in marks} == {("not-evaluated", "without", "returns")}
    files = village(MONTHLY, returns=()) | {"returns.csv": "x\n"}
    results = list(find(site_of(write_book(tmp_path / "2", files))))
    assert {(mark.judged, mark.why) for mark in results if isinstance(mark, NotJudged)} == {("not-evaluated", "needs")}


def test_without_the_organisations_units_are_judged_alone(tmp_path: Path) -> None:
    kinds = f'{RETURNED}\n[pledges.student]\nsource = "returns"\ngrain = "school"\n{LIMITS}'
    files = village(kinds, returns=in_time("1-2")) | {"organisations.csv": "x\n"}
    results = list(find(site_of(write_book(tmp_path, files))))
    assert [found.cell for found in results if isinstance(found, Finding)] == ["1-2"]
    marks = [mark for mark in results if isinstance(mark, NotJudged)]
    assert {(mark.judged, mark.why, mark.other) for mark in marks} == {("not-evaluated", "needs", "organisations")}
    assert [(mark.rule.code, mark.register) for mark in marks] == [
        ("T103", "returns"),
        ("T104", "organisations"),
        ("T105", "returns"),
        ("T105", "organisations"),
    ]


def marked(folder: Path, *lines: str, kinds: str = MONTHLY, **parts: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """How and why each rule was not judged in each register, if it was not."""
    _, marks = judged(folder, kinds, returns=lines, **parts)
    return {(mark.rule.code, mark.register): (mark.judged, mark.why) for mark in marks}


def test_where_no_day_of_receipt_is_known_nobody_was_in_time(tmp_path: Path) -> None:
    undated = [sent("2021-08-31", code) for code in AREAS]
    late = ("T103", "returns")
    assert marked(tmp_path / "1", *undated)[late] == ("not-evaluated", "no-received")
    assert late not in marked(tmp_path / "2", sent("2021-08-31", "1-1", "2021-09-01"), *undated[1:])
    assert marked(tmp_path / "3", sent("2021-07-31", "1-1", "2021-08-01"))[late] == ("skipped", "none-sent")
    results = find(site_of(tmp_path / "2"))
    assert [(each.rule.code, each.rows) for each in results if isinstance(each, RowsJudged)] == [("T103", 1)]


def test_a_register_that_nobody_reports_from_was_not_judged(tmp_path: Path) -> None:
    school = f'\n[pledges.student]\nsource = "returns"\ngrain = "school"\n{LIMITS}'
    schools: dict[str, Any] = {"organisations": ["s1,S,school,1"]}
    of_units = {("T104", "units"), ("T105", "units")}
    of_bodies = {("T104", "organisations"), ("T105", "organisations")}
    marks = marked(tmp_path / "1", *in_time(), **schools)
    assert marks == dict.fromkeys(of_bodies, ("skipped", "no-kind"))
    line = "2021-08-31,s1,pledges.student,5,9,2021-08-31"
    assert marked(tmp_path / "2", line, kinds=school, **schools) == dict.fromkeys(of_units, ("skipped", "no-kind"))
    both = f"{RETURNED}{school}"
    assert marked(tmp_path / "3", *in_time(), line, kinds=both, **schools) == {}
    nobody = marked(tmp_path / "4", *in_time(), kinds=both, organisations=["s1,S,school,1,2022-01-01"])
    assert nobody == dict.fromkeys(of_bodies, ("skipped", "nobody-reports"))


def test_a_top_that_is_unknown_is_not_judged(tmp_path: Path) -> None:
    files = village(MONTHLY, returns=())
    files["antq.toml"] = files["antq.toml"].replace('top = "D"', 'top = "E"')
    results = list(find(site_of(write_book(tmp_path, files))))
    assert {(mark.judged, mark.why) for mark in results if isinstance(mark, NotJudged)} == {("not-evaluated", "no-top")}


def test_the_sample_has_one_late_and_one_missing_return() -> None:
    results = list(find(site_of(DATA / "cam-thuy-sample", today=date(2026, 8, 1))))
    said = [(each.rule.code, each.values["unit"].id) for each in results if isinstance(each, Finding)]
    assert said == [("T103", "15172"), ("T104", "15175")]


def test_everything_is_said_in_both_languages(tmp_path: Path) -> None:
    lines = [sent("2021-08-31", "1-1", "2021-10-02"), sent("2021-08-31", "2-1", "2021-08-30")]
    findings, marks = judged(tmp_path / "1", returns=lines)
    early, _ = judged(tmp_path / "2", returns=(), today=date(2021, 9, 1))
    assert {*codes([*findings, *early])} == {*RULES}
    for lang in LANGUAGES:
        for found in [*findings, *early]:
            assert "{" not in speech(lang).describe(shown(found)).what
        for mark in marks:
            assert speech(lang).say(f"why-not.{mark.why}", other=mark.other)
