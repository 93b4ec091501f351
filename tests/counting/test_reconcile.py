"""Two sources of one figure stand beside each other: both numbers, their difference, and which one the book uses."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.answers.reconcile import reconcile
from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.core.reconciled import Pair, Reconciled, factor_of
from antq_cli.counting.asking import Figures
from tests.counting.villages import HOUSEHOLD, RETURNED, asking, pledged, settled, top_of
from tests.helpers import DAY, codes, dataset_of, manifest, padded, reported, summary, units

H = "pledges.household"
HOMES = ("h1,1-1", "h2,1-1", "h3,1-2", "h4,2-1")
SIGNED = tuple(pledged("2021-01-01 h1 +", "2021-01-01 h2 +", "2021-01-01 h4 +", "2021-08-10 h4 -"))
BOOK: dict[str, Any] = {"households": HOMES, "pledges": SIGNED}


Asked = tuple[Figures, int, date, Period | None, tuple[str, ...]]


def asked_for(
    folder: Path,
    *lines: str,
    kinds: str = HOUSEHOLD,
    unit: str = "",
    day: date = DAY,
    period: Period | None = None,
    asked: tuple[str, ...] = (),
    **parts: Any,
) -> Asked:
    figures = asking(folder, kinds, **(parts or BOOK), returns=lines)
    number = figures.dataset.map(day).unit(unit) if unit else top_of(figures, day)
    assert number is not None
    return figures, number, day, period, asked


def beside(folder: Path, *lines: str, **more: Any) -> Reconciled:
    return reconcile(*asked_for(folder, *lines, **more))


def told(folder: Path, *lines: str, **more: Any) -> list[Finding]:
    """What is found in setting returns beside the book."""
    asked = asked_for(folder, *lines, **more)
    reconcile(*asked)
    return reported(asked[0].dataset.collector)


def numbers(pair: Pair) -> tuple[object, ...]:
    """Who reported how many of how many, what the book has, and what it has more."""
    book = pair.recounted
    return pair.unit, pair.reported_num, pair.reported_den, book.num, book.den, pair.num, pair.den, pair.factor


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"2021-08-01,1,{H},2,3", ("1", 2, 3, 2, 3, 0, 0, "1.0000")),
        (f"2021-08-01,1,{H},3,3", ("1", 3, 3, 2, 3, -1, 0, "0.6667")),
        (f"2021-08-01,1,{H},1,4", ("1", 1, 4, 2, 3, 1, -1, "2.0000")),
        (f"2021-08-01,1,{H},2,", ("1", 2, None, 2, 3, 0, None, "1.0000")),
        (f"2021-08-01,1-2,{H},0,1", ("1-2", 0, 1, 0, 1, 0, 0, None)),
        (f"2021-08-01,1-2,{H},4,", ("1-2", 4, None, 0, 1, -4, None, "0.0000")),
        (f"2021-08-01,D,{H},3,4", ("D", 3, 4, 3, 4, 0, 0, "1.0000")),
        (f"2021-08-31,D,{H},3,4", ("D", 3, 4, 2, 4, -1, 0, "0.6667")),  # on the day of the return
    ],
    ids=str,
)
def test_a_return_stands_beside_the_journal(line: str, expected: tuple[object, ...], tmp_path: Path) -> None:
    found = beside(tmp_path, line)
    (pair,) = found.pairs
    assert numbers(pair) == expected
    assert (pair.beside, pair.reports, pair.expected, str(pair.kind.measure)) == ("journal", 1, 1, H)
    assert pair.differs == bool(expected[5] or expected[6])
    assert [(finding.rule.code, finding.rule.severity) for finding in told(tmp_path, line)] == (
        [("R201", "warning")] if pair.differs else []
    )


@pytest.mark.parametrize(
    ("measure", "count", "book"),
    [("teams.antt", 3, 2), ("households", 4, 3), ("units.area", 2, 2), ("teams.antt.members", 9, 7)],
)
def test_a_return_stands_beside_a_register(measure: str, count: int, book: int, tmp_path: Path) -> None:
    kinds = f"{HOUSEHOLD}[teams.antt]\n"
    teams = ("t1,antt,1-1,,,4", "t2,antt,1,,,3", "t3,antt,2")
    (pair,) = beside(tmp_path, f"2021-08-01,1,{measure},{count},9", kinds=kinds, teams=teams, **BOOK).pairs
    assert (pair.beside, pair.reported_num, pair.recounted.num, pair.num) == ("register", count, book, book - count)
    assert (pair.reported_den, pair.den) == (None, None)  # these have none, whatever was written


def test_a_register_that_does_not_know_all_is_not_called_different(tmp_path: Path) -> None:
    kinds = f"{HOUSEHOLD}[teams.antt]\n"
    teams = ("t1,antt,1-1,,,4", "t2,antt,1")
    found = beside(tmp_path, "2021-08-01,1,teams.antt.members,9,", kinds=kinds, teams=teams, **BOOK)
    (pair,) = found.pairs
    assert (pair.recounted.state, pair.num, pair.factor, pair.differs) == ("partial", None, None, False)
    assert told(tmp_path, "2021-08-01,1,teams.antt.members,9,", kinds=kinds, teams=teams, **BOOK) == []


BROKEN = {**BOOK, "pledges": (*SIGNED, "2021-02-30,household,h3,signed")}


@pytest.mark.parametrize(("unit", "left_out", "differs"), [("D", 1, False), ("1", 1, False), ("2", 0, True)])
def test_where_a_row_of_the_book_is_left_out_nothing_is_called_different(
    unit: str, left_out: int, differs: bool, tmp_path: Path
) -> None:
    """The row that could not be read may be the very one that is missing; elsewhere the book knows all."""
    found = beside(tmp_path, f"2021-08-01,{unit},{H},4,5", **BROKEN)
    (pair,) = found.pairs
    assert (pair.recounted.left_out, pair.differs, pair.num is not None) == (left_out, differs, differs)
    assert (pair.den is None, pair.factor is None) == (not differs, not differs)
    assert codes(told(tmp_path, f"2021-08-01,{unit},{H},4,5", **BROKEN)) == {"D103": 1} | (
        {"R201": 1} if differs else {}
    )


@pytest.mark.parametrize(("sender", "differs"), [("9", False), ("2-1", True)])
def test_nor_where_a_return_is_left_out_that_the_sum_may_lack(sender: str, differs: bool, tmp_path: Path) -> None:
    lines = (f"2021-08-01,1,{H},10,20", f"2021-08-01,2,{H},4,5", f"2021-08-01,D,{H},15,25")
    kinds = f'{RETURNED}grain = "commune"\n'
    found = beside(tmp_path, *lines, f"2021-07-01,{sender},{H},1,2", kinds=kinds, extra=())
    (pair,) = (pair for pair in found.pairs if pair.unit == "D")
    assert (pair.recounted.state, pair.recounted.left_out, pair.differs) == ("counted", int(not differs), differs)


# ------------------------------------------------------------------------------------------- coarser and finer returns

GRAIN = f'{RETURNED}grain = "commune"\n'
COMMUNES = (f"2021-08-01,1,{H},10,20", f"2021-08-01,2,{H},4,5")


@pytest.mark.parametrize(
    ("line", "num", "den"), [(f"2021-08-01,D,{H},14,25", 0, 0), (f"2021-08-05,D,{H},15,24", -1, 1)], ids=str
)
def test_a_coarser_total_stands_beside_the_sum_of_finer_returns(line: str, num: int, den: int, tmp_path: Path) -> None:
    found = beside(tmp_path, *COMMUNES, line, kinds=GRAIN, extra=())
    (pair,) = found.pairs
    assert (pair.unit, pair.level, pair.beside, pair.expected) == ("D", "district", "finer-returns", 1)
    assert (pair.recounted.num, pair.recounted.den, pair.num, pair.den) == (14, 25, num, den)
    assert codes(told(tmp_path, *COMMUNES, line, kinds=GRAIN, extra=())) == ({"R202": 1} if num else {})


def test_a_coarser_total_beside_only_some_finer_returns_is_not_called_different(tmp_path: Path) -> None:
    found = beside(tmp_path, COMMUNES[0], f"2021-08-01,D,{H},14,25", kinds=GRAIN, extra=())
    (pair,) = found.pairs
    assert (pair.recounted.state, pair.recounted.num, pair.num, pair.differs) == ("partial", 10, None, False)
    assert told(tmp_path, COMMUNES[0], f"2021-08-01,D,{H},14,25", kinds=GRAIN, extra=()) == []


@pytest.mark.parametrize(("second", "num"), [(6, 0), (7, -1)])
def test_finer_returns_stand_together_beside_the_one_that_is_used(second: int, num: int, tmp_path: Path) -> None:
    lines = (f"2021-07-30,1-1,{H},4,9", f"2021-08-01,1-2,{H},{second},11")
    found = beside(tmp_path, *COMMUNES, *lines, kinds=GRAIN, extra=())
    (pair,) = found.pairs
    assert (pair.unit, pair.level, pair.beside) == ("1", "area", "coarser-returns")
    assert (pair.reports, pair.expected) == (2, 2)
    assert numbers(pair)[1:7] == (4 + second, 20, 10, 20, num, 0)
    assert codes(told(tmp_path, *COMMUNES, *lines, kinds=GRAIN, extra=())) == ({"R202": 1} if num else {})


def test_some_finer_returns_are_not_called_different_from_the_whole(tmp_path: Path) -> None:
    """Who did not report did not report nothing."""
    found = beside(tmp_path, *COMMUNES, f"2021-08-01,1-1,{H},4,9", kinds=GRAIN, extra=())
    (pair,) = found.pairs
    assert (pair.reports, pair.expected) == (1, 2)
    assert (pair.num, pair.den, pair.factor, pair.differs) == (None, None, None, False)
    assert codes(told(tmp_path, *COMMUNES, f"2021-08-01,1-1,{H},4,9", kinds=GRAIN, extra=())) == {"X209": 1}


def test_the_returns_that_the_book_uses_have_nothing_beside_them(tmp_path: Path) -> None:
    assert beside(tmp_path, *COMMUNES, kinds=GRAIN, extra=()).pairs == []


# --------------------------------------------------------------------------------------------- which ones are asked for

MONTHS = (f"2021-06-30,1,{H},2,3", f"2021-07-31,1,{H},1,3", f"2021-07-31,2,{H},1,1", f"2021-09-30,1,{H},2,3")


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        (DAY, None, ["2021-07-31 1", "2021-07-31 2"]),  # the latest of each
        (date(2021, 7, 1), None, ["2021-06-30 1"]),
        (date(2021, 6, 29), None, []),
        (date(2021, 9, 30), None, ["2021-07-31 2", "2021-09-30 1"]),
        (DAY, Period(date(2021, 1, 1), DAY), ["2021-06-30 1", "2021-07-31 1", "2021-07-31 2"]),
        (date(2021, 6, 30), Period(date(2021, 6, 30), date(2021, 6, 30)), ["2021-06-30 1"]),
    ],
    ids=str,
)
def test_the_latest_of_each_or_all_of_a_period(
    day: date, period: Period | None, expected: list[str], tmp_path: Path
) -> None:
    found = beside(tmp_path, *MONTHS, day=day, period=period)
    assert [f"{pair.date} {pair.unit}" for pair in found.pairs] == expected


def test_at_a_unit_only_what_lies_in_it(tmp_path: Path) -> None:
    lines = (*MONTHS, f"2021-07-01,1-1,{H},2,2")
    for unit, expected in {"1": ["1", "1-1"], "2": ["2"], "1-1": ["1-1"], "1-2": []}.items():
        assert sorted(pair.unit for pair in beside(tmp_path / unit, *lines, unit=unit).pairs) == expected


def test_a_kind_may_be_asked_for(tmp_path: Path) -> None:
    kinds = f"{HOUSEHOLD}[teams.antt]\n"
    lines = (MONTHS[0], "2021-07-01,1,teams.antt,2,")
    found = beside(tmp_path, *lines, kinds=kinds, asked=("antt",), teams=(), **BOOK)
    assert [str(pair.kind.measure) for pair in found.pairs] == ["teams.antt"]


def test_an_earlier_return_of_a_merged_commune_is_held_against_that_commune(tmp_path: Path) -> None:
    extra = ("1,Xã Một,commune,D,,2021-08-15", "2,Xã Hai,commune,D,,2021-08-15", "3,Xã Ba,commune,D,2021-08-15")
    walk = ("2021-08-15,1,3,whole", "2021-08-15,2,3,whole")
    july = Period(date(2021, 7, 1), date(2021, 7, 31))
    found = beside(tmp_path / "1", MONTHS[1], unit="3", period=july, extra=extra, walk=walk, **BOOK)
    assert [numbers(pair)[:6] for pair in found.pairs] == [("1", 1, 3, 2, 3, 1)]
    assert found.pairs[0].recounted.figure == f"{H}@1:2021-07-31"


def test_who_has_closed_by_the_day_is_held_against_nothing_but_in_a_period(tmp_path: Path) -> None:
    extra = ("1,Xã Một,commune,D,,2021-08-15", "2,Xã Hai,commune,D,,2021-08-15", "3,Xã Ba,commune,D,2021-08-15")
    walk = ("2021-08-15,1,3,whole", "2021-08-15,2,3,whole")
    lines = (MONTHS[1], f"2021-08-20,3,{H},3,4")
    found = {}
    for name, day, period in (
        ("before", date(2021, 8, 14), None),
        ("after", DAY, None),
        ("period", DAY, Period(date(2021, 7, 1), DAY)),
    ):
        pairs = beside(tmp_path / name, *lines, day=day, period=period, extra=extra, walk=walk, **BOOK).pairs
        found[name] = [pair.unit for pair in pairs]
    assert found == {"before": ["1"], "after": ["3"], "period": ["1", "3"]}


# ------------------------------------------------------------------------------------------------------ never blended


@pytest.mark.parametrize("kinds", [HOUSEHOLD, GRAIN])
def test_no_figure_changes_by_what_stands_beside_it(kinds: str, tmp_path: Path) -> None:
    others = [f"2021-08-01,D,{H},99,99"] + [f"2021-08-01,{code},{H},9,9" for code in ("1-1", "1-2", "2-1")]
    others += [f"2021-08-02,{code},{H},77,99" for code in "12"] if kinds == HOUSEHOLD else []
    alone = settled(tmp_path / "1", kinds, **BOOK, returns=COMMUNES if kinds == GRAIN else ())
    both = settled(tmp_path / "2", kinds, **BOOK, returns=(*(COMMUNES if kinds == GRAIN else ()), *others))
    for by in ("", "commune", "area"):
        assert summary(alone, by=by).rows == summary(both, by=by).rows


@pytest.mark.parametrize("line", [f"2021-08-01,1,{H},2,3", f"2021-08-01,D,{H},9,9"])
def test_a_grain_beside_a_journal_changes_no_figure(line: str, tmp_path: Path) -> None:
    one = settled(tmp_path / "1", HOUSEHOLD, **BOOK, returns=(line,))
    other = settled(tmp_path / "2", f'{HOUSEHOLD}grain = "commune"\nevery = "quarter"\n', **BOOK, returns=(line,))
    assert summary(one, by="area").rows == summary(other, by="area").rows


def test_a_return_of_no_measure_is_found(tmp_path: Path) -> None:
    found = beside(tmp_path, "2021-08-01,1,pledges.houshold,2,3")
    assert (found.pairs, codes(told(tmp_path, "2021-08-01,1,pledges.houshold,2,3"))) == ([], {"X205": 1})


# ---------------------------------------------------------------------------------------------------------- the factor


@pytest.mark.parametrize(
    ("recounted", "reported", "factor"),
    [
        (2, 3, "0.6667"),
        (1, 3, "0.3333"),
        (3, 2, "1.5000"),
        (0, 5, "0.0000"),
        (5, 0, None),
        (0, 0, None),
        (99_999, 100_000, "0.9999"),  # is not all
        (100_001, 100_000, "1.0001"),
        (25_915, 25_915, "1.0000"),
    ],
)
def test_the_verification_factor_is_recounted_by_reported(recounted: int, reported: int, factor: str | None) -> None:
    assert factor_of(recounted, reported) == factor


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_the_factor_is_one_only_where_both_are_equal(recounted: int, reported: int) -> None:
    factor = factor_of(recounted, reported)
    assert factor is not None
    assert (factor == "1.0000") == (recounted == reported)
    assert abs(int(factor.replace(".", "")) * reported - 10_000 * recounted) <= reported


def test_a_return_of_a_unit_of_no_level_stands_beside_nothing(tmp_path: Path) -> None:
    """The level is a finding of its own (X103), and no reason to fail."""
    files = {
        "antq.toml": manifest('\n[pledges.student]\nsource = "returns"\ngrain = "commune"\n'),
        "units": units("D,Huyện,district", "1,Xã,commune,D", "1-1,Thôn,thon,1"),
        "returns": padded("date,unit,measure,count,total", "2021-08-01,1-1,pledges.student,1,2"),
    }
    figures = Figures(dataset_of(tmp_path, files))
    top = figures.dataset.map(DAY).top
    assert top is not None
    assert list(reconcile(figures, top, DAY, None, ()).pairs) == []
