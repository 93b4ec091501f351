"""Claims, returns, decisions: where nothing was held against anything it is not called passed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_cli.answers.reconcile import reconcile
from antq_cli.core.calendars import Period
from antq_cli.core.checked import Step
from tests.counting.test_reconcile import asked_for
from tests.counting.villages import HOUSEHOLD, RETURNED, pledged, village
from tests.helpers import checked, open_at, write_book

H = "pledges.household"
JUDGED = """
[standards.area]

[regimes.r]

[regimes.r.subjects.area]
calendar = "calendar"

[[regimes.r.subjects.area.criteria]]
measures = ["pledges.household"]
at_least = "100%"
"""
STANDARD = f"\n[calendars]\ncalendar = '01-01'\n{JUDGED}"
SIGNED: dict[str, Any] = {"households": ["h1,1-1", "h2,1-2"], "pledges": pledged("2021-01-01 h1 +")}


def steps(folder: Path, kinds: str, **parts: Any) -> dict[str, Step]:
    """What came of the rules of reconciliation, by code."""
    book = open_at(write_book(folder, village(kinds, **parts)))
    return {step.rule.code: step for step in checked(book).steps if step.rule.code[0] == "R"}


def outcome(step: Step) -> tuple[str, str | None, int | None]:
    return step.judged, step.why, step.rows


@pytest.mark.parametrize(
    ("kinds", "lines", "expected"),
    [
        (HOUSEHOLD, [f"2021-08-31,1,{H},1,2"], {"R201": ("passed", None, 1), "R202": ("skipped", "no-pair", 1)}),
        (
            f'{RETURNED}grain = "area"\n',
            [f"2021-08-31,1,{H},2,2", f"2021-08-31,1-1,{H},1,1", f"2021-08-31,1-2,{H},1,1"],
            {"R201": ("skipped", "no-pair", 3), "R202": ("passed", None, 1)},
        ),
        (
            f'{RETURNED}grain = "area"\n',
            [f"2021-08-31,1,{H},2,2", f"2021-08-31,1-1,{H},1,1"],  # one of the two areas is missing
            {"R201": ("skipped", "no-pair", 2), "R202": ("not-evaluated", "in-part", 2)},
        ),
        (
            f'{RETURNED}grain = "area"\n',
            [f"2021-08-31,1-1,{H},1,1"],
            {"R201": ("skipped", "no-pair", 1), "R202": ("skipped", "no-pair", 1)},
        ),
    ],
)
def test_returns_that_stand_beside_nothing(
    kinds: str, lines: list[str], expected: dict[str, object], tmp_path: Path
) -> None:
    found = steps(tmp_path, kinds, returns=lines, **(SIGNED if kinds == HOUSEHOLD else {}))
    assert {code: outcome(found[code]) for code in expected} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2021-06-01,1-1,r,2021,met", ("passed", None, 1)),
        ("2020-06-01,1-1,r,2020,met", ("skipped", "no-decision", 1)),  # of the year before
        ("2021-06-01,1-1,r,2021,pending", ("skipped", "no-decision", 1)),
        ("2021-06-01,2-1,r,2021,met", ("not-evaluated", "open-criteria", 1)),  # nobody lives there: no rate
    ],
)
def test_decisions_that_were_held_against_nothing(line: str, expected: object, tmp_path: Path) -> None:
    found = steps(tmp_path, HOUSEHOLD + STANDARD, assessments=[line], **SIGNED)
    assert outcome(found["R301"]) == expected


def test_of_several_decisions_those_that_were_judged_are_counted(tmp_path: Path) -> None:
    lines = ["2021-06-01,1-1,r,2021,met", "2021-06-01,1-2,r,2021,not-met", "2021-06-01,2-1,r,2021,met"]
    assert steps(tmp_path, HOUSEHOLD + STANDARD, assessments=lines, **SIGNED)["R301"].rows == 2


def test_where_nothing_asks_for_criteria_there_is_nothing_to_judge(tmp_path: Path) -> None:
    kinds = HOUSEHOLD + STANDARD.partition("[[")[0]
    found = steps(tmp_path, kinds, assessments=["2021-06-01,1-1,r,2021,met"], **SIGNED)
    assert outcome(found["R301"]) == ("skipped", "no-criteria", 1)


def test_of_each_sender_only_the_latest_return_by_the_day_is_compared(tmp_path: Path) -> None:
    """What an earlier one and one of a later day say is not told here; reconcile of a period tells it."""
    lines = [f"2021-07-31,1,{H},0,2", f"2021-08-31,1,{H},1,2", f"2021-09-30,1,{H},2,2", f"2021-08-31,1-1,{H},1,1"]
    found = steps(tmp_path, HOUSEHOLD, returns=lines, **SIGNED)
    assert outcome(found["R201"]) == ("passed", None, 2)
    period = Period(date(2021, 7, 1), date(2021, 7, 31))
    asked = asked_for(tmp_path / "july", lines[0], period=period, day=period.last, kinds=HOUSEHOLD, **SIGNED)
    assert [pair.differs for pair in reconcile(*asked).pairs] == [True]
