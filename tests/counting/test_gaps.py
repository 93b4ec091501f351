"""Which units are below a target, in what order, and what each of them needs."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.answers.gaps import gaps, needed
from antq_cli.core.figures import Figure
from antq_cli.core.measures import Measure
from antq_cli.core.ordering import Arrangement, Order
from antq_cli.core.trends import KindGaps
from tests.counting.villages import settled
from tests.helpers import summary

RETURNED = '\n[pledges.household]\nsource = "returns"\ngrain = "area"\n'
EMPTY = Figure(
    "f", Measure("pledges", "household"), "1", "Một", "commune", "counted", 0, 0, None, None, None, None, None, 0
)


def found(folder: Path, *returns: str, target: int | None = None, kinds: str = RETURNED, by: str = "area") -> KindGaps:
    """The gaps of households at the areas of the small district."""
    lines = [f"2021-08-01,{line}" for line in returns]
    dataset = settled(folder, kinds, returns=[line.replace(" ", ",pledges.household,", 1) for line in lines])
    (one,) = gaps(summary(dataset, by=by), target).kinds
    return one


def ranks(one: KindGaps) -> list[tuple[int | None, str, int | None]]:
    return [(gap.rank, gap.figure.unit, gap.needed) for gap in one.ranked]


def test_units_are_ranked_by_what_they_need_and_not_by_their_rate(tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 900,1000", "1-2 1,10", "2-1 10,10")
    assert ranks(one) == [(1, "1-1", 100), (2, "1-2", 9)]
    assert (one.reached, one.total.needed, one.apart) == (1, 109, [])


def test_a_target_below_all_is_rounded_up(tmp_path: Path) -> None:
    """95 % of 21 is 19.95, so 20 are needed; 90 % of 30 is 27 and no more."""
    one = found(tmp_path, "1-1 18,21", "1-2 27,30", "2-1 26,30", target=9_500)
    assert ranks(one) == [(1, "2-1", 3), (2, "1-1", 2), (2, "1-2", 2)]
    assert ranks(found(tmp_path, "1-1 18,21", "1-2 27,30", "2-1 26,30", target=9_000)) == [
        (1, "1-1", 1),
        (1, "2-1", 1),
    ]


def test_who_needs_as_many_shares_the_rank_and_the_next_one_counts_on(tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 5,9", "1-2 1,5", "2-1 7,8")
    assert ranks(one) == [(1, "1-1", 4), (1, "1-2", 4), (3, "2-1", 1)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (None, [(1, "1-1", 4), (1, "1-2", 4), (3, "2-1", 1)]),
        (Order("missing", back=True), [(1, "2-1", 1), (2, "1-1", 4), (2, "1-2", 4)]),
        (Order("rate"), [(1, "2-1", 1), (2, "1-1", 4), (3, "1-2", 4)]),
        (Order("code", back=True), [(1, "2-1", 1), (2, "1-2", 4), (3, "1-1", 4)]),
    ],
    ids=str,
)
def test_rows_are_numbered_in_the_order_that_is_asked_for(
    order: Order | None, expected: list[tuple[int, str, int]], tmp_path: Path
) -> None:
    dataset = settled(tmp_path, RETURNED, returns=[f"2021-08-01,{line}" for line in _OF_THREE])
    (one,) = gaps(summary(dataset, by="area"), asked=Arrangement(order)).kinds
    assert ranks(one) == expected
    (cut,) = gaps(summary(dataset, by="area"), asked=Arrangement(order, top=1)).kinds
    assert ranks(cut) == expected[:1]
    assert cut.omitted is not None
    assert (cut.omitted.figure.units, cut.omitted.needed) == (2, sum(needed for _, _, needed in expected[1:]))
    assert (cut.below, cut.together, cut.total) == (one.below, one.together, one.total)


_OF_THREE = ("1-1,pledges.household,5,9", "1-2,pledges.household,1,5", "2-1,pledges.household,7,8")


def test_of_whom_it_is_not_known_stands_behind_and_is_added_up_apart(tmp_path: Path) -> None:
    dataset = settled(tmp_path, RETURNED, returns=["2021-08-01,1-1,pledges.household,5,9"])
    for top, apart, left in ((1, [], 2), (2, ["1-2"], 1), (3, ["1-2", "2-1"], 0)):
        (one,) = gaps(summary(dataset, by="area"), asked=Arrangement(top=top)).kinds
        assert (ranks(one), one.omitted) == ([(1, "1-1", 4)], None)
        assert [gap.figure.unit for gap in one.apart] == apart
        assert (one.omitted_apart.figure.units if one.omitted_apart else 0) == left


def test_the_target_is_the_one_given_else_the_kinds_else_all(tmp_path: Path) -> None:
    lines = ("1-1 96,100", "1-2 94,100", "2-1 100,100")
    aimed = RETURNED + 'target = "95%"\n'
    assert ranks(found(tmp_path, *lines, kinds=aimed)) == [(1, "1-2", 1)]
    assert ranks(found(tmp_path, *lines, kinds=aimed, target=9_700)) == [(1, "1-2", 3), (2, "1-1", 1)]
    assert ranks(found(tmp_path, *lines)) == [(1, "1-2", 6), (2, "1-1", 4)]


def test_what_is_not_known_is_apart_and_never_ranked(tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 5,", "1-2 0,10")
    assert ranks(one) == [(1, "1-2", 10)]
    assert [(gap.rank, gap.figure.unit, gap.figure.state, gap.needed) for gap in one.apart] == [
        (None, "1-1", "no-denominator", None),
        (None, "2-1", "not-reported", None),
    ]
    assert (one.total.figure.state, one.total.needed) == ("partial", None)


def test_a_unit_of_which_only_a_part_reported_is_not_ranked(tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 5,9", "2-1 1,2", by="commune")
    assert ranks(one) == [(1, "2", 1)]
    assert [gap.figure.unit for gap in one.apart] == ["1"]


def test_nobody_is_missing_where_nobody_is_to_sign(tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 0,0", "1-2 1,2", "2-1 2,2")
    assert (ranks(one), one.apart, one.reached) == ([(1, "1-2", 1)], [], 1)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 10_000))
def test_needed_reaches_the_target_and_one_less_does_not(num: int, den: int, target: int) -> None:
    more = needed(EMPTY._replace(num=num, den=den), target)
    assert 10_000 * (num + more) >= target * den
    assert more == 0 or 10_000 * (num + more - 1) < target * den


@pytest.mark.parametrize("day", [date(2021, 8, 1)])
def test_the_needs_of_all_for_all_of_them_are_what_is_missing(day: date, tmp_path: Path) -> None:
    one = found(tmp_path, "1-1 3,9", "1-2 4,5", "2-1 8,8")
    assert one.total.figure.counted_on == (day, day)
    assert sum(gap.needed or 0 for gap in one.ranked) == one.total.needed == one.total.figure.remaining == 7
