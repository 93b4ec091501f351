"""Numbers of sentences, and who is named among the best and the worst."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure
from antq_cli.core.measures import Measure
from antq_cli.core.ratio import Ratio
from antq_cli.core.report import Gap, Number, Text, text_of
from antq_cli.words.passages import numbers, owed, passage, picked
from tests.words.papers import sample

HOUSEHOLD = Measure("pledges", "household")


def row(unit: str, num: int | None, den: int | None = 1000, level: str | None = "commune") -> Figure:
    """A figure of households at a unit on a day; of what is held above the units where it has no level."""
    rest = level is None
    ratio = Ratio(num or 0, den)
    return Figure(
        figure=None if rest else f"pledges.household@{unit}:2021-08-31",
        measure=HOUSEHOLD,
        unit=unit,
        unit_name=unit.upper(),
        level=level,
        state="not-reported" if num is None else "counted",
        num=num,
        den=den,
        percent=None if num is None else ratio.percent(),
        remaining=None if num is None else ratio.remaining,
        reported=None,
        expected=None,
        counted_on=None,
        left_out=0,
    )


# Numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "vi", "en", "table"),
    [(0, "0", "0", "0"), (1, "01", "1", "1"), (9, "09", "9", "9"), (10, "10", "10", "10"), (-3, "-3", "-3", "-3")],
)
def test_numbers_below_ten_have_two_digits_in_vietnamese_sentences(value: int, vi: str, en: str, table: str) -> None:
    figure = row("a", value)
    assert [numbers.number(figure, "num", lang, small=True).text for lang in ("vi", "en")] == [vi, en]
    assert numbers.number(figure, "num", "vi").text == table


def test_a_number_is_that_of_its_figure() -> None:
    figure = row("a", 25_915, 29_853)
    id_ = "pledges.household@a:2021-08-31"
    assert numbers.number(figure, "num", "vi") == Number(id_, "num", 25915, "25.915", figure)
    assert numbers.number(figure, "remaining", "en") == Number(id_, "remaining", 3938, "3,938", figure)
    assert numbers.percent(figure, "vi") == Number(id_, "percent", "86.81", "86,81%", figure)
    assert numbers.percent(row("a", 1000), "vi").text == "100%"
    assert numbers.percent(row("a", 99_999, 100_000), "vi").text == "99,99%"
    assert numbers.percent(row("a", 0), "vi").text == "0,00%"
    assert numbers.number(row("a", None), "num", "vi") == Gap("[…]", missing=True)
    assert numbers.number(None, "num", "vi") == Gap("[…]", missing=True)


def test_what_is_held_above_the_units_has_an_id_made_up_for_it() -> None:
    number = numbers.number(row("390", 2, 4, None), "num", "vi", when="2021-08-31")
    assert number == Number("pledges.household.above@390:2021-08-31", "num", 2, "2")


@pytest.mark.parametrize(
    ("num", "den", "expected"),
    [(25915, 29853, "25.915/29.853"), (5, 9, "05/09"), (0, 5, "0/5"), (5, None, "05"), (None, 5, "[…]")],
)
def test_a_share_is_how_many_of_how_many(num: int | None, den: int | None, expected: str) -> None:
    assert text_of(numbers.share(row("a", num, den), "vi", small=True)) == expected


def test_a_change_has_its_sign_in_its_value_alone() -> None:
    assert numbers.by_points("x@a:2021", "points", "-74.92", "vi") == Number("x@a:2021", "points", "-74.92", "74,92")
    assert numbers.by_points("x@a:2021", "points", "+100.00", "vi").text == "100"
    assert numbers.by_how_many("x@a:2021", "num", -5, "vi", small=True) == Number("x@a:2021", "num", -5, "05")


@pytest.mark.parametrize(
    ("before", "change", "value", "text"),
    [
        (3544, 22_371, "+631.2", "631,2%"),
        (100, -25, "-25.0", "25,0%"),
        (5, 100, "+2000.0", "2.000,0%"),
        (10_000, 5, "+0.1", "0,1%"),  # half up
        (7, 0, "0.0", "0,0%"),
    ],
)
def test_a_change_in_percent_is_of_what_was_before(before: int, change: int, value: str, text: str) -> None:
    assert numbers.by_percent("x@a:2021", "percent", before, change, "vi") == Number("x@a:2021", "percent", value, text)


@pytest.mark.parametrize(
    ("before", "change", "value"),
    [
        (27_239, 10, "+0.1"),
        (100_000, -99_999, "-99.9"),
        (10, -10, "-100.0"),
        (100_000, 100_001, "+100.1"),
        (5, 0, "0.0"),
    ],
)
def test_nothing_is_nothing_and_all_is_all(before: int, change: int, value: str) -> None:
    number = numbers.by_percent("x@a:2021", "percent", before, change, "vi")
    assert number is not None
    assert number.value == value


def test_of_nothing_there_is_no_change_in_percent() -> None:
    assert numbers.by_percent("x@a:2021", "percent", 0, 5, "vi") is None


def test_pieces_stand_one_after_the_other() -> None:
    gap = Gap("[…]")
    assert numbers.pieces("a", "", "b", gap, [Text("c")], Text("d")) == [Text("ab"), gap, Text("cd")]
    assert text_of(numbers.joined(["a", "b", "c"], ", ", " và ")) == "a, b và c"
    assert text_of(numbers.joined(["a", "b"], ", ", " và ")) == "a và b"
    assert numbers.joined([], ", ") == []


# Best and worst --------------------------------------------------------------------------------------------------


def ends(*rates: int) -> tuple[str, int, str, int]:
    """Who is best and who is worst, of units a, b, c … of so many in a thousand; how many more at either end."""
    found = picked.extremes([row(unit, rate) for unit, rate in zip("abcdefghijklmnopq", rates, strict=False)])
    named = ["".join(each.unit for each in end.named) for end in (found.best, found.worst)]
    return named[0], found.best.others, named[1], found.worst.others


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((900, 800, 700, 600, 500, 400, 300), ("abc", 0, "gfe", 0)),  # three at either end
        ((900, 800, 700, 600, 500, 400), ("abc", 0, "fed", 0)),
        ((900, 800, 700, 600, 500), ("ab", 0, "ed", 0)),  # a half of fewer than six
        ((900, 800, 700), ("a", 0, "c", 0)),
        ((900, 800), ("a", 0, "b", 0)),
        ((900,), ("", 0, "", 0)),
        ((800, 800, 800), ("", 0, "", 0)),  # all equal
        ((700, 900, 900, 900, 900, 800, 600, 600), ("bcd", 1, "gha", 0)),  # a tie across the limit: the first by code
        ((500, 900, 500, 800, 500, 700, 500, 600), ("bdf", 0, "ace", 1)),
        ((900, 800, 800, 800, 800, 800, 800), ("a", 0, "bcd", 3)),  # who has the lowest rate is not among the best
        ((700, 900, 800, 800, 800, 800, 800), ("bcd", 3, "a", 0)),  # nobody is at both ends
    ],
)
def test_the_best_and_the_worst_are_by_rate(rates: tuple[int, ...], expected: tuple[str, int, str, int]) -> None:
    assert ends(*rates) == expected


@pytest.mark.parametrize("many", [2, 5, 6])
def test_nobody_stands_at_both_ends_whoever_is_equal(many: int) -> None:
    """Neither named nor counted among the others; and who is named is never behind one who is not."""
    for rates in product((100, 500, 900), repeat=many):
        best, more_best, worst, more_worst = ends(*rates)
        of = dict(zip("abcdef", rates, strict=False))
        high, low = (sorted(of[unit] for unit in end) for end in (best, worst))
        if len({*rates}) == 1:
            assert not best + worst
            continue
        assert 1 <= len(best) <= min(3, many // 2)
        assert 1 <= len(worst) <= min(3, many // 2)
        assert low[-1] < high[0]
        assert (high[-1], low[0]) == (max(rates), min(rates))
        assert more_best == (rates.count(high[0]) - high.count(high[0]))
        assert more_worst == (rates.count(low[-1]) - low.count(low[-1]))


def test_rates_that_are_printed_alike_are_not_equal() -> None:
    rows = [row("a", 86_810, 100_000), row("b", 868_101, 1_000_000), row("c", 86_809, 100_000), row("d", 1, 2)]
    found = picked.extremes(rows)
    assert rows[0].percent == rows[1].percent == rows[2].percent
    assert [each.unit for each in found.best.named] == ["b", "a"]
    assert [each.unit for each in found.worst.named] == ["d", "c"]


def test_units_without_a_rate_are_counted_and_stand_nowhere() -> None:
    nobody = row("c", 0, 0)._replace(state="no-denominator", percent=None)
    partial = row("e", 999)._replace(state="partial")
    found = picked.extremes([row("a", 900), row("b", None, None), nobody, row("d", 100), partial])
    assert [each.unit for each in (*found.best.named, *found.worst.named)] == ["a", "d"]
    assert found.unknown == 2


def said(rows: list[Figure]) -> str:
    """What is said of the best and the worst, of the sample with other communes."""
    paper = sample()
    pledges, *others = paper.summaries
    kept = [each for each in pledges.rows if each.measure != HOUSEHOLD]
    found = paper._replace(summaries=[pledges._replace(rows=[*rows, *kept]), *others])
    return text_of(passage("best-worst", found, "vi")[0])


def test_a_tie_across_the_limit_is_said() -> None:
    assert said(
        [row(unit, rate) for unit, rate in zip("abcdefgh", (900, 900, 900, 900, 800, 500, 500, 500), strict=True)]
    ) == (
        "Các đơn vị cấp xã có tỷ lệ hộ ký cao: A (90,00%), B (90,00%), C (90,00%) và 01 đơn vị cấp xã khác cùng "
        "90,00%; "
        "thấp: F (50,00%), G (50,00%), H (50,00%)."
    )
    assert said([row("a", 900)]) == "Chỉ A có số liệu về tỷ lệ hộ ký (90,00%)."
    assert said([row("a", 900), row("b", 100), row("c", None, None)]) == (
        "Tỷ lệ hộ ký cao nhất là A (90,00%), thấp nhất là B (10,00%); 01 đơn vị cấp xã chưa đủ số liệu."
    )


# Others ----------------------------------------------------------------------------------------------------------


def test_what_is_needed_to_a_target_is_rounded_up() -> None:
    assert picked.needed(row("a", 949, 1000), 9500) == 1
    assert picked.needed(row("a", 0, 3), 9500) == 3
    assert picked.needed(row("a", 950, 1000), 9500) == 0
    assert picked.needed(row("a", 999, 1000), 9500) == 0
    assert picked.needed(row("a", None), 9500) is None


def test_low_is_less_than_a_half() -> None:
    assert [picked.low(row("a", num)) for num in (499, 500)] == [True, False]
    assert picked.exact(row("a", 499)) == Fraction(499, 1000)


def test_full_is_everybody_of_somebody() -> None:
    assert picked.full(row("a", 1000))
    assert not picked.full(row("a", 999))
    assert not picked.full(row("a", 1000)._replace(state="partial"))
    assert not picked.full(row("a", 0, 0))
    assert not picked.full(None)


def test_returns_of_the_same_units_in_the_same_way_are_told_together() -> None:
    returns = sample().returns
    assert returns is not None
    (household,) = returns.kinds
    student = sample().kind(Measure("pledges", "student"))
    assert student is not None
    twin = household._replace(kind=student)
    other = household._replace(kind=student._replace(measure=Measure("teams", "antt")), due=date(2021, 9, 9))
    found = owed.sent(sample()._replace(returns=returns._replace(kinds=[household, twin, other])))
    assert [[kind.id for kind in each.kinds] for each in found] == [["household", "student"], ["student"]]
    # Period by period: what differs in one of them is told apart.
    july = household._replace(period=Period(date(2021, 7, 1), date(2021, 7, 31), "2021-07", "calendar"))
    both = [july, household, twin]
    apart = owed.sent(sample()._replace(returns=returns._replace(kinds=both)))
    assert [(len(each.kinds), each.how_many("expected"), each.when) for each in apart] == [
        (1, 34, "2021-07-01..2021-08-31"),
        (1, 17, "2021-08-01..2021-08-31"),
    ]
    nobody = household._replace(expected=0, received=0, reporters=[])
    assert owed.sent(sample()._replace(returns=returns._replace(kinds=[nobody]))) == []
