"""The order of rows, which of them are shown, and what the others come to."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.answers.arranging import arranged, places
from antq_cli.answers.ordering import cut, summed
from antq_cli.answers.query import Query
from antq_cli.answers.summary import of_family, summarise, with_households
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.measures import FAMILIES, WORDS
from antq_cli.core.ordering import SORTINGS, Arrangement, Order
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from tests.cli.harness import BOOKS, SAMPLE
from tests.helpers import open_at

# What the sum of the units of a level, and of what is held above it, has in common with the unit that they lie in.
SAME = (
    "measure",
    "state",
    "num",
    "den",
    "percent",
    "remaining",
    "reported",
    "expected",
    "counted_on",
    "left_out",
    "old",
    "straddling",
)


@cache
def dataset(book: str) -> Dataset:
    return Dataset(open_at(SAMPLE if book == "sample" else BOOKS / book))


def of_book(book: str, family: str, by: str, day: date | None = None) -> Summary:
    opened = dataset(book)
    asked = Query(day or opened.manifest.campaign.as_of or date(2024, 12, 31), by=by, rest=True)
    asked = of_family(family, opened, asked)
    found = summarise(Family(opened, family), asked)
    return with_households(opened, asked, found) if family == "teams" else found


@given(st.lists(st.one_of(st.none(), st.integers(0, 3))), st.sampled_from(SORTINGS), st.booleans(), st.integers(1, 5))
def test_what_has_no_value_is_last_and_equals_stay(values: list[int | None], by: str, back: bool, top: int) -> None:
    rows = [*enumerate(values)]
    order = Order(by, back)  # type: ignore[arg-type]
    ordered, none = cut(rows, lambda row: row[1], order)
    known = [row for row in ordered if row[1] is not None]
    assert none == []
    assert ordered == known + [row for row in rows if row[1] is None]
    signs = -1 if order.descending else 1
    assert known == sorted(known, key=lambda row: (signs * (row[1] or 0), row[0]))
    shown, others = cut(rows, lambda row: row[1], order, top)
    assert (shown, others) == (ordered[:top], ordered[top:])


def several() -> Iterator[tuple[str, str, str, date | None]]:
    for book in ("sample", "journal", "areas", "standard"):
        for family in FAMILIES:
            for by in ("commune", "area"):
                yield book, family, by, None
    yield "sample", "pledges", "commune", date(2021, 6, 30)  # ten of fifty-five schools have reported
    yield "sample", "teams", "commune", date(2024, 12, 31)


@pytest.mark.parametrize(("book", "family", "by", "day"), list(several()), ids=str)
def test_the_sum_of_all_units_is_the_unit_that_they_lie_in(book: str, family: str, by: str, day: date | None) -> None:
    """The sum for the units that are not shown is made of figures; this is made of what they are made of."""
    found = of_book(book, family, by, day)
    for total in found.totals:
        rows = [row for row in found.rows if row.measure == total.measure]
        if any(row.state == "below-grain" for row in rows):
            continue  # who is below the reports has nothing that adds up
        told = summed(rows)
        assert {name: getattr(told, name) for name in SAME} == {name: getattr(total, name) for name in SAME}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_first_ones_and_the_sum_of_the_others_are_all(family: str) -> None:
    whole = of_book("sample", family, "commune")
    rated = () if WORDS[family].flowing else (Order("rate", back=True), Order("missing"))
    for order in (Order("name"), *rated):
        found = arranged(whole, Arrangement(order, top=5))
        assert found is not None
        assert (len(places(found)), {row.units for row in found.omitted}) == (5, {12})
        assert found.totals == whole.totals
        shown = {id(row) for row in found.rows}
        for omitted in found.omitted:
            left = [row for row in whole.rows if row.measure == omitted.measure and id(row) not in shown]
            assert omitted == summed(left)
        told = [row.measure for row in found.figures if row.level == "commune"]
        assert told == [row.measure for row in whole.rows if row.level == "commune"][: len(told)]
        assert {row.key for row in found.omitted if row.measure.part is None} <= {*found.each} or family != "teams"


def test_each_order_on_the_sample() -> None:
    whole = of_book("sample", "pledges", "commune")

    def first(by: str, *, back: bool = False) -> str:
        found = arranged(whole, Arrangement(Order(by, back), top=1))  # type: ignore[arg-type]
        assert found is not None
        return found.rows[0].unit_name

    assert (first("code"), first("code", back=True)) == ("Phong Sơn", "Cẩm Vân")
    assert (first("name"), first("name", back=True)) == ("Cẩm Bình", "Phong Sơn")
    assert (first("rate"), first("rate", back=True)) == ("Cẩm Yên", "Cẩm Lương")
    assert (first("missing"), first("missing", back=True)) == ("Phong Sơn", "Cẩm Yên")


@pytest.mark.parametrize("back", [False, True])
def test_what_is_not_wholly_known_is_last_whichever_way(back: bool) -> None:
    """One has a number and no denominator; on the earlier day two have not reported."""
    for day, last in ((date(2024, 12, 31), ["102-02", "102-03"]), (date(2024, 6, 30), ["102-01", "102-02", "102-03"])):
        found = arranged(of_book("areas", "pledges", "area", day), Arrangement(Order("rate", back)))
        assert found is not None
        codes = [code for code, _ in places(found)]
        assert codes[-len(last) :] == last
        assert codes[0] == ("101-03" if back else "101-02")
    partly = arranged(of_book("areas", "pledges", "commune"), Arrangement(Order("rate", back)))
    assert partly is not None
    assert [code for code, _ in places(partly)] == ["101", "102"]


def test_only_units_below_the_target() -> None:
    whole = of_book("sample", "pledges", "commune")
    found = arranged(whole, Arrangement(Order("rate"), top=2, below_target=True))
    assert found is not None
    assert found.below is not None
    rates = {row.unit: row.percent for row in whole.rows if str(row.measure) == "pledges.household" and row.level}
    below = sorted(rate for rate in rates.values() if rate and float(rate) < 95)
    assert (found.below.below, found.below.known, found.below.percent) == (len(below), 17, "95.00")
    assert [row.percent for row in found.rows if str(row.measure) == "pledges.household"] == below[:-3:-1]
    assert {row.units for row in found.omitted} == {len(below) - 2}
    assert found.totals == whole.totals


def test_nothing_orders_what_has_no_rate() -> None:
    whole = of_book("journal", "teams", "commune")
    parts: list[Figure] = [row for row in whole.rows if row.measure.part != "reach"]
    bare = whole._replace(rows=parts, totals=[row for row in whole.totals if row.measure.part != "reach"])
    assert arranged(bare, Arrangement(Order("rate"))) is None
    assert arranged(bare, Arrangement(Order("name"))) is not None
