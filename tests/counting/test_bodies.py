"""Figures organisation by organisation: each of a kind by itself, the others beside them, and no household ever."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.claims import claims
from antq_cli.answers.query import Query
from antq_cli.answers.standing import standing
from antq_cli.answers.summary import summarise
from antq_cli.core.figures import Figure, Summary
from antq_cli.counting.asking import Figures
from antq_cli.counting.families import Family
from tests.counting.villages import HOUSEHOLD, asking, pledged, settled
from tests.helpers import DAY

BODIES = (
    "s1,Trường Một,school,1-1",
    "s2,Trường Hai,school,2-1,2021-01-01",
    "s3,Trường Hai,school,1",
    "s4,Trường Bốn,school,2-1,2022-01-01",
    "a1,Ủy ban,agency,1",
)
STUDENT = '\n[pledges.student]\nsource = "returns"\ngrain = "school"\n'
SENT = ("2021-08-31,s1,pledges.student,40,50,,report", "2021-06-30,s2,pledges.student,0,20")
ORGANISATION = "\n[pledges.organisation]\n"
SIGNED = ("2021-01-05 s1 +", "2021-02-05 s2 +", "2021-03-05 s2 -", "2021-03-06 a1 +", "2020-03-06 s2 +")


def told(found: Summary) -> dict[str | None, tuple[object, ...]]:
    return {row.figure and row.unit: (row.num, row.den, row.state, row.left_out) for row in found.rows}


def summed(figures: Sequence[Figure]) -> list[int]:
    parts = ("num", "den", "reported", "expected", "left_out")
    return [sum(getattr(row, part) or 0 for row in figures) for part in parts]


def test_schools_are_told_by_what_each_reported(tmp_path: Path) -> None:
    """One that sent nothing is told as well; who is not open is not; names that are not unique have their parent."""
    family = Family(settled(tmp_path, STUDENT, organisations=BODIES, returns=SENT), "pledges")
    found = summarise(family, Query(DAY, by="school"))
    assert told(found) == {
        "s1": (40, 50, "counted", 0),
        "s2": (0, 20, "counted", 0),
        "s3": (None, None, "not-reported", 0),
    }
    assert [(row.figure, row.level, row.organisation, row.above) for row in found.rows] == [
        ("pledges.student@s1:2021-08-31", None, "school", None),
        ("pledges.student@s2:2021-08-31", None, "school", "Thôn 1"),
        ("pledges.student@s3:2021-08-31", None, "school", "Xã Một"),
    ]
    assert {row.counted_from for row in found.rows} == {DAY, date(2021, 6, 30), None}
    assert summed(found.rows) == summed(found.totals)


@pytest.mark.parametrize("by", ["school", "agency", "enterprise"])
def test_who_signs_is_told_one_by_one_and_the_others_together(by: str, tmp_path: Path) -> None:
    events = pledged(*SIGNED, kind="organisation")
    family = Family(settled(tmp_path, ORGANISATION, organisations=BODIES, pledges=events), "pledges")
    found = summarise(family, Query(DAY, by=by))
    schools: dict[str | None, tuple[object, ...]]
    schools = {"s1": (1, 1, "counted", 0), "s2": (0, 1, "counted", 1), "s3": (0, 1, "counted", 0)}
    others: dict[str, dict[str | None, tuple[object, ...]]] = {
        "school": {**schools, None: (1, 1, "counted", 0)},
        "agency": {"a1": (1, 1, "counted", 0), None: (1, 3, "counted", 1)},
        "enterprise": {None: (2, 4, "counted", 1)},
    }
    assert told(found) == others[by]
    assert [(row.rest, row.others) for row in found.rows if row.figure is None] == [(True, True)]
    assert summed(found.rows) == summed(found.totals)
    assert list(told(summarise(family, Query(DAY, family.dataset.map(DAY).unit("2"), by="school")))) == ["s2"]


def test_of_households_nothing_is_told_by_organisations(tmp_path: Path) -> None:
    parts = {"organisations": BODIES, "households": ("h1,1-1",), "pledges": pledged("2021-01-05 h1 +")}
    found = summarise(Family(settled(tmp_path, HOUSEHOLD, **parts), "pledges"), Query(DAY, by="school"))
    assert (found.rows, [row.num for row in found.totals], found.anything) == ([], [1], False)


def test_who_a_regime_leaves_out_is_told_for_itself(tmp_path: Path) -> None:
    kinds = (
        '\n[standards.school]\n[standards.area]\n\n[regimes.r]\nexempt = ["small"]\n'
        '[regimes.r.subjects.school]\ncalendar = "calendar"\n'
    )
    bodies = (*BODIES, "s5,Trường Năm,school,2,,,small")
    lines = ("2021-08-01,s1,r,2021,met", "2021-08-01,s2,r,2021,not-met")
    (schools,) = standing(
        asking(tmp_path, kinds, organisations=bodies, assessments=lines), Query(DAY, by="school")
    ).subjects
    assert {unit.assessed.unit: (unit.met.num, unit.not_met.num, unit.exempt) for unit in schools.units} == {
        "s1": (1, 0, 0),
        "s2": (0, 1, 0),
        "s3": (None, None, 0),
        "s5": (0, 0, 1),
        "D": (1, 1, 1),
    }


def test_a_claim_may_be_of_an_organisation(tmp_path: Path) -> None:
    lines = [
        "same,pledges.student@s1:2021-08-31,40/50,report",
        "other,pledges.student@s1:2021-08-31,41/50,paper",
        "none,pledges.student@s3:2021-08-31,1/1,paper",
        "unopened,pledges.student@s4:2021-08-31,1/1,paper",
        "unlike,pledges.student@a1:2021-08-31,1/1,paper",
    ]
    figures: Figures = asking(tmp_path, STUDENT, organisations=BODIES, returns=SENT, claims=lines)
    found = {held.id: (held.verdict, held.why, held.difference.num) for held in claims(figures).held}
    assert found == {
        "same": ("agrees (same source)", None, 0),
        "other": ("differs", None, 1),
        "none": ("unverifiable", "not-reported", None),
        "unopened": ("unverifiable", "no-unit", None),
        "unlike": ("unverifiable", "no-unit", None),
    }
