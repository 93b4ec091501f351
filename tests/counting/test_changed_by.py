"""What changed within a period is who signed, withdrew and lapsed, and who joined, moved, left or renewed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.month import month
from antq_cli.answers.query import Query
from antq_cli.core.calendars import Period
from antq_cli.core.month import ChangedBy
from tests.counting.villages import HOUSEHOLD, asking, pledged

JUNE, JULY = Period(date(2021, 6, 1), date(2021, 6, 30)), Period(date(2021, 7, 1), date(2021, 7, 31))
AUGUST = Period(date(2021, 8, 1), date(2021, 8, 31))
# In August h1 leaves and h3 moves from the second commune into the first.
HOMES = ("h1,1-1,,2021-08-10", "h2,1-1", "h3,2-1,,2021-08-15", "h3,1-1,2021-08-15", "h4,1-1", "h5,1-2")
EARLY = ("2021-07-05 h1 +", "2021-07-05 h3 +", "2021-07-05 h4 +", "2021-07-05 h5 +")
# h2 signs, h4 withdraws, h5 signs again.
LATE = ("2021-08-02 h2 +", "2021-08-03 h4 -", "2021-08-04 h5 +")
YEARLY = '\n[calendars]\nyear = "08-01"\n\n[pledges.household]\nvalidity = { lapses = "year", calendar = "year" }\n'


def told(
    folder: Path, period: Period, before: Period, *more: str, unit: str = "D", kinds: str = HOUSEHOLD
) -> Sequence[ChangedBy]:
    figures = asking(folder, kinds, households=HOMES, pledges=pledged(*EARLY, *LATE, *more))
    number = figures.dataset.map(period.last).unit(unit)
    return month(figures, Query(period.last, number, period=period), None, before).changed_by


@pytest.mark.parametrize(
    ("unit", "numbers"),
    [
        ("D", (-1, 2, 1, -2)),  # h1 has left, h5 has signed again
        ("1", (0, 2, 1, -1)),  # and h3 has moved in
        ("1-2", (0, 1, 0, -1)),
        ("2", (-1, 0, 0, -1)),
    ],
)
def test_what_the_flows_do_not_make_up(unit: str, numbers: tuple[int, ...], tmp_path: Path) -> None:
    (one,) = told(tmp_path, AUGUST, JULY, unit=unit)
    assert (one.change.num, one.signed.num, one.withdrawn.num, one.others) == numbers
    assert one.lapsed is None


def test_what_lapses_is_a_flow_as_well(tmp_path: Path) -> None:
    """On the first of August all lapse; of the three who are still asked and were in force, h5 has signed again."""
    (one,) = told(tmp_path, AUGUST, JULY, kinds=YEARLY)
    assert one.lapsed is not None
    assert (one.change.num, one.signed.num, one.withdrawn.num, one.lapsed.num, one.others) == (-2, 2, 1, 1, -2)


def test_nothing_is_told_where_the_flows_make_up_the_change_or_where_not_all_is_known(tmp_path: Path) -> None:
    assert told(tmp_path / "july", JULY, JUNE) == []  # four signed
    assert told(tmp_path / "june", AUGUST, JUNE) == []  # compared with another day than the eve
    for day in ("2021-07-05", "2021-08-05"):
        assert told(tmp_path / day, AUGUST, JULY, f"{day} nobody +") == []  # a row that is left out
