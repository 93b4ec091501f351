"""Old numbers: a small book worked by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.independent.hand import book

if TYPE_CHECKING:
    from pathlib import Path

UNITS = "39,H,district,,, c1,C,commune,39,, c2,C,commune,39,, a1,A,area,c1,, a2,A,area,c1,, b1,B,area,c2,, "
STUDENT = '[pledges.student]\nsource = "returns"\n'
SENT = "2023-12-31,a1,pledges.student,1,2 2024-09-30,a2,pledges.student,1,2 2024-10-01,b1,pledges.student,1,2"


@pytest.mark.parametrize(
    ("kinds", "day", "old"),
    [
        (f'{STUDENT}[returns]\nevery = "month"\n', date(2024, 10, 30), 1),
        (f'{STUDENT}[returns]\nevery = "month"\n', date(2024, 10, 31), 2),
        (f'{STUDENT}[returns]\nevery = "month"\n', date(2024, 11, 29), 2),
        (f'{STUDENT}[returns]\nevery = "month"\n', date(2024, 12, 31), 3),
        (f'{STUDENT}every = "year"\n[returns]\nevery = "month"\n', date(2024, 12, 30), 0),
        (f'{STUDENT}every = "year"\n', date(2024, 12, 31), 1),
        (STUDENT, date(2024, 10, 30), 2),
        (f'{STUDENT}[returns]\nevery = "month"\ncalendar = "r"\n[calendars]\nr = "12-15"\n', date(2024, 10, 14), 1),
        (f'{STUDENT}[returns]\nevery = "month"\ncalendar = "r"\n[calendars]\nr = "12-15"\n', date(2024, 11, 14), 3),
    ],
)
def test_what_is_old_by_a_day(kinds: str, day: date, old: int, tmp_path: Path) -> None:
    made = book(tmp_path, kinds, units=UNITS, returns=SENT)
    assert made.figure("pledges.student", "39", day).old == old
    assert sum(made.figure("pledges.student", code, day).old or 0 for code in ("c1", "c2")) == old
    assert made.figure("units.area", "39", day).old is None
