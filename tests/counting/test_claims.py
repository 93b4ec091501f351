"""Claims: every published figure held against the book, by whole numbers alone."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.answers.claims import claims
from antq_cli.core.claims import VERDICTS, Asserted, Difference, HeldClaim, asserted, lacking, rounds_to
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.ratio import Ratio
from antq_cli.counting.asking import Figures
from antq_cli.words.speech import speech
from tests.counting.villages import HOUSEHOLD, RETURNED, asking, pledged
from tests.helpers import codes, reported, shown

# Five households, three of them signed.
HOMES = tuple(f"h{n},{area}" for n, area in enumerate(("1-1", "1-1", "1-2", "2-1", "2-1"), start=1))
SIGNED = pledged("2021-01-05 h1 +", "2021-02-05 h2 +", "2021-03-05 h4 +", "2021-04-05 h5 +", "2021-05-05 h5 -")
H = "pledges.household"


def told(figures: Figures) -> list[Finding]:
    """What was found in holding the claims against the book."""
    return reported(figures.dataset.collector)


def held(
    folder: Path, figure: str, value: str, kinds: str = HOUSEHOLD, *, source: str = "báo", **parts: Iterable[str]
) -> HeldClaim:
    """One claim held against a book, by default that of the five households."""
    register = parts or {"households": HOMES, "pledges": SIGNED}
    (one,) = claims(asking(folder, kinds, **register, claims=(f"c,{figure},{value},{source}",))).held
    return one


def verdict(one: HeldClaim) -> tuple[str, str | None]:
    return one.verdict, one.why


# ------------------------------------------------------------------------------------------------ counts and ratios


@pytest.mark.parametrize(
    ("figure", "value", "difference"),
    [
        (f"{H}@D:2021-08-31", "3", (0, None)),
        (f"{H}@D:2021-08-31", "4", (1, None)),
        (f"{H}@D:2021-08-31", "2", (-1, None)),
        (f"{H}@D:2021-08-31", "3/5", (0, 0)),
        (f"{H}@D:2021-08-31", "3/6", (0, 1)),
        (f"{H}@D:2021-08-31", "4/4", (1, -1)),
        (f"{H}@D:2021-08-31", "6/10", (3, 5)),  # a ratio is its two counts, and not what they come to
        (f"{H}@2:2021-08-31", "1/2", (0, 0)),
        (f"{H}@D:2021-04-30", "4/5", (0, 0)),  # on the claim's own day, whatever the book's
        (f"{H}.signed@D:2021-01-01..2021-03-31", "3", (0, None)),
        (f"{H}.withdrawn@D:2021-01-01..2021-05-05", "1", (0, None)),
        (f"{H}.withdrawn@D:2021-01-01..2021-05-04", "1", (1, None)),
        ("households@1:2021-08-31", "3", (0, None)),
        ("units.area@D:2021-08-31", "3", (0, None)),
    ],
    ids=str,
)
def test_counts_agree_where_they_are_equal(
    figure: str, value: str, difference: tuple[int, int | None], tmp_path: Path
) -> None:
    one = held(tmp_path, figure, value)
    assert (one.id, one.figure, one.value, one.source) == ("c", figure, value, "báo")
    assert verdict(one) == ("differs" if any(difference) else "agrees", None)
    assert one.difference == Difference(*difference)
    assert one.computed is not None
    assert one.computed.figure == figure


@pytest.mark.parametrize(
    ("value", "expected", "to_round", "to_reach"),
    [
        ("60%", "agrees", 0, 0),
        ("60.00%", "agrees", 0, 0),
        ("61%", "differs", None, 1),  # no number of five households is 61 %
        ("59%", "differs", None, -1),
        ("80%", "differs", 1, 1),
        ("40%", "differs", -1, -1),
        ("0%", "differs", -3, -3),
        ("100%", "differs", 2, 2),
    ],
)
def test_a_percentage_agrees_where_the_figure_rounds_to_it(
    value: str, expected: str, to_round: int | None, to_reach: int, tmp_path: Path
) -> None:
    one = held(tmp_path, f"{H}@D:2021-08-31", value)
    assert (verdict(one), one.difference) == ((expected, None), Difference(to_round=to_round, to_reach=to_reach))


def test_the_published_ninety_percent() -> None:
    assert not rounds_to(25_915, 29_853, "90")
    assert lacking(25_915, 29_853, "90") == Difference(to_round=804, to_reach=953)
    assert rounds_to(25_915, 29_853, "86.81")
    assert rounds_to(25_915, 29_853, "87")
    assert rounds_to(25_915, 29_853, "86.8")
    assert rounds_to(25_915, 29_853, "86.8087")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("9855", Asserted(9855, None, None)),
        ("25915/29853", Asserted(25915, 29853, None)),
        ("90%", Asserted(None, None, "90")),
        ("85,5 %", Asserted(None, None, "85.5")),
        ("104,5%", Asserted(None, None, "104.5")),
        ("86.810%", Asserted(None, None, "86.810")),
    ],
)
def test_what_a_value_says(value: str, said: Asserted) -> None:
    assert asserted(value) == said


# -------------------------------------------------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("num", "percent", "rounds", "to_round"),
    [
        (29_852, "99.99", True, 0),  # 99.9967 %, of which antq itself prints no more
        (29_852, "100.00", False, 1),
        (29_852, "99.997", True, 0),
        (29_853, "99.99", False, -1),
        (1, "0.01", True, 0),  # 0.0033 %
        (1, "0.00", False, -1),
        (0, "0.01", False, 1),
        (31_196, "104.5", True, 0),
        (31_196, "104.50", True, 0),
        (31_198, "104", False, -2),  # 31_196 are 104.499 %
        (29_854, "100.01", True, 0),  # 100.003 %
        (29_853, "100.01", False, 1),
        (29_854, "100.00", False, -1),
        (29_852, "99.98", False, -4),  # 29_849 are 99.9866 %, which rounds to 99.99 %
    ],
)
def test_what_antq_prints_itself_agrees(num: int, percent: str, rounds: bool, to_round: int) -> None:
    assert rounds_to(num, 29_853, percent) == rounds
    assert lacking(num, 29_853, percent).to_round == to_round


decimals = st.integers(0, 4)
dens = st.integers(1, 40) | st.integers(1, 999_999_999)


@st.composite
def ratios(draw: st.DrawFn) -> tuple[int, int]:
    den = draw(dens)
    return draw(st.integers(0, den + den // 10 + 1)), den


@st.composite
def percentages(draw: st.DrawFn) -> str:
    """A percentage from 0 to 120 with up to four decimals."""
    k = draw(decimals)
    units = draw(st.integers(0, 120 * 10**k))
    return f"{units // 10**k}" + (f".{units % 10**k:0{k}d}" if k else "")


@st.composite
def near(draw: st.DrawFn) -> tuple[int, int, str]:
    """A ratio, and a percentage that it is likely to round to, or nearly."""
    num, den = draw(ratios())
    k = draw(decimals)
    whole = 100 * 10**k
    units = max(0, num * whole // den + draw(st.integers(-1, 2)))
    return num, den, f"{units // 10**k}" + (f".{units % 10**k:0{k}d}" if k else "")


cases = near() | st.tuples(ratios(), percentages()).map(lambda one: (*one[0], one[1]))


def halfway_up(num: int, den: int, percent: str) -> Decimal:
    """A ratio in percent, rounded half up by :mod:`decimal`; of more digits than any tie here can need."""
    with localcontext() as context:
        context.prec = 60
        return (Decimal(100 * num) / Decimal(den)).quantize(Decimal(percent), ROUND_HALF_UP)


@settings(deadline=None)
@given(cases)
def test_rounding_agrees_with_decimal_but_for_all_and_nothing(case: tuple[int, int, str]) -> None:
    num, den, percent = case
    if Decimal(percent) == 100:
        assert rounds_to(*case) == (num == den)
    elif Decimal(percent) == 0:
        assert rounds_to(*case) == (num == 0)
    else:
        own = percent == Ratio(num, den).percent()
        assert rounds_to(*case) == (own or halfway_up(*case) == Decimal(percent))


@settings(deadline=None)
@given(cases)
def test_what_is_missing_to_round_to_a_percentage_is_no_more_than_it_takes(case: tuple[int, int, str]) -> None:
    num, den, percent = case
    more = lacking(num, den, percent).to_round
    if more is None:
        exact = int(Decimal(percent) * den / 100)
        assert not any(rounds_to(count, den, percent) for count in range(max(0, exact - 2), exact + 3))
        return
    assert num + more >= 0
    assert rounds_to(num + more, den, percent)
    assert (more == 0) == rounds_to(num, den, percent)
    if more:
        assert not rounds_to(num + more + (-1 if more > 0 else 1), den, percent)


@settings(deadline=None)
@given(cases)
def test_what_is_missing_to_reach_a_percentage_is_no_more_than_it_takes(case: tuple[int, int, str]) -> None:
    num, den, percent = case
    more, goal = lacking(num, den, percent).to_reach, Decimal(percent) * den  # in hundredths of a household
    assert more is not None
    if 100 * num < goal:
        assert more > 0
        assert 100 * (num + more) >= goal > 100 * (num + more - 1)
    else:
        assert more <= 0
        assert 100 * (num + more) <= goal < 100 * (num + more + 1)


@pytest.mark.parametrize(
    ("num", "den", "percent", "rounds"),
    [
        (1, 200, "1", True),  # 0.5, half up
        (1, 201, "0", False),  # nothing is only nothing
        (0, 7, "0", True),
        (199, 200, "100", False),  # all is only all
        (200, 200, "100.0000", True),
        (201, 200, "100", False),
        (1, 8, "12.5", True),
        (1, 8, "13", True),
        (1, 8, "12", False),
        (5, 4, "100", False),
    ],
)
def test_ties_all_and_nothing(num: int, den: int, percent: str, rounds: bool) -> None:
    assert rounds_to(num, den, percent) == rounds


# ---------------------------------------------------------------------------------------------------- same source

REPORTS = ("2021-08-01,1-1,{0},5,9,,A", "2021-08-01,1-2,{0},3,4,,A", "2021-08-01,2-1,{0},2,2,,A")


@pytest.mark.parametrize(
    ("sources", "unit", "value", "expected"),
    [
        (("A", "A", "A"), "D", "10", "agrees (same source)"),
        (("A", "A", "A"), "D", "67%", "agrees (same source)"),
        (("A", "A", "A"), "D", "11", "differs"),  # the same source says something else
        (("A", "A", "B"), "D", "10", "agrees"),
        (("A", "A", ""), "D", "10", "agrees"),
        (("", "", ""), "D", "10", "agrees"),
        (("B", "B", "B"), "D", "10", "agrees"),
        (("A", "A", "B"), "1", "8", "agrees (same source)"),
        (("A", "A", "B"), "2", "2", "agrees"),
    ],
    ids=str,
)
def test_a_source_cannot_confirm_itself(
    sources: tuple[str, ...], unit: str, value: str, expected: str, tmp_path: Path
) -> None:
    lines = [line.format(H).removesuffix("A") + source for line, source in zip(REPORTS, sources, strict=True)]
    one = held(tmp_path, f"{H}@{unit}:2021-08-31", value, RETURNED, source="A", returns=lines)
    assert one.verdict == expected
    assert one.counted_on == (date(2021, 8, 1),) * 2


def test_only_the_return_that_counts_is_a_source(tmp_path: Path) -> None:
    lines = (f"2021-07-01,1-1,{H},5,9,,B", f"2021-09-01,1-1,{H},5,9,,B", *(line.format(H) for line in REPORTS))
    assert held(tmp_path, f"{H}@D:2021-08-31", "10", RETURNED, source="A", returns=lines).verdict == (
        "agrees (same source)"
    )


def test_a_source_cannot_confirm_itself_on_another_map_either(tmp_path: Path) -> None:
    kinds = f'{RETURNED}grain = "commune"\n'
    extra = ("1,Xã Một,commune,D,,2025-07-01", "2,Xã Hai,commune,D,,2025-07-01", "3,Xã Ba,commune,D,2025-07-01")
    walk = ("2025-07-01,1,3,whole", "2025-07-01,2,3,whole")
    lines = (f"2021-08-01,1,{H},5,9,,A", f"2021-08-01,2,{H},3,4,,A")
    figure = f"{H}@3:2021-08-31~2025-07-01"
    one = held(tmp_path, figure, "8/13", kinds, source="A", extra=extra, walk=walk, returns=lines)
    assert one.verdict == "agrees (same source)"


# ---------------------------------------------------------------------------------------------------- unverifiable

STANDARD = """
[calendars]
y = "11-01"
[standards.area]
[regimes.r.subjects.area]
calendar = "y"
"""


@pytest.mark.parametrize(
    ("lines", "value", "expected"),
    [
        ((), "10", ("unverifiable", "not-reported")),
        (REPORTS[:2], "8", ("unverifiable", "partial")),  # though the number is the same
        (REPORTS[:2], "8/13", ("unverifiable", "partial")),
        ((*REPORTS[:2], "2021-08-01,2-1,{0},2,"), "10", ("agrees", None)),  # a count needs no denominator
        ((*REPORTS[:2], "2021-08-01,2-1,{0},2,"), "10/15", ("unverifiable", "no-denominator")),
        ((*REPORTS[:2], "2021-08-01,2-1,{0},2,"), "67%", ("unverifiable", "no-denominator")),
    ],
    ids=str,
)
def test_what_is_not_wholly_reported_cannot_be_verified(
    lines: tuple[str, ...], value: str, expected: tuple[str, str | None], tmp_path: Path
) -> None:
    one = held(tmp_path, f"{H}@D:2021-08-31", value, RETURNED, returns=[line.format(H) for line in lines])
    assert verdict(one) == expected
    assert (one.difference == Difference()) == (expected[0] == "unverifiable")


@pytest.mark.parametrize(
    ("figure", "why", "code"),
    [
        (f"{H}@D-2:2021-08-31", "no-unit", "R103"),
        (f"{H}@1-3:2021-08-31", "no-unit", "R103"),  # it opens later
        ("pledges.houshold@D:2021-08-31", "undeclared", "R103"),
        ("teams.antt@D:2021-08-31", "undeclared", "R103"),
        ("units.ward@D:2021-08-31", "undeclared", "R103"),
        (f"{H}.signed@D:2021-08-31", "no-flow", "R103"),  # what happened has a first and a last day
        (f"{H}@D:2021-08-01..2021-08-31", "no-flow", "R103"),  # how things stand has one
        ("pledges.reported.signed@D:2021-08-01..2021-08-31", "no-flow", "R103"),
        (f"{H}@D:2021-10-01~2021-08-31", "unreachable", "R103"),
        ("pledges.reported@D:2021-08-31", "not-reported", "R102"),
    ],
    ids=str,
)
def test_a_figure_that_the_book_does_not_have(figure: str, why: str, code: str, tmp_path: Path) -> None:
    kinds = f'{HOUSEHOLD}\n[pledges.reported]\nsubject = "household"\nsource = "returns"\n'
    extra = ("1-3,Thôn 3,area,1,2021-09-01",)
    parts = {"households": (*HOMES, "h9,1-3,2021-09-01"), "pledges": SIGNED, "returns": ()}
    lines = (f"c,{figure},3,báo", f"d,{H}@D:2021-08-31,3,báo")
    figures = asking(tmp_path, kinds, extra=extra, **parts, claims=lines)
    found = claims(figures)
    assert [verdict(one) for one in found.held] == [("unverifiable", why), ("agrees", None)]
    assert codes(told(figures)) == {code: 1}


def test_what_nobody_was_asked_about_is_not_assessed(tmp_path: Path) -> None:
    lines = ("2021-08-01,1-1,r,2021,not-met", "2021-08-01,2-1,r,2021,pending")
    claimed = (
        "a,standards.area.met@1:2021-08-31,0,x",
        "b,standards.area.met@1:2021-07-31,0,x",
        "c,standards.area.met@2:2021-08-31,0%,x",
    )
    figures = asking(tmp_path, STANDARD, assessments=lines, claims=claimed)
    found = claims(figures)
    assert [verdict(one) for one in found.held] == [
        ("agrees", None),
        ("unverifiable", "not-assessed"),
        ("agrees", None),
    ]
    assert [one.computed and one.computed.num for one in found.held] == [0, None, 0]
    assert codes(told(figures)) == {"R102": 1}


@pytest.mark.parametrize(
    ("figure", "value", "expected"),
    [
        ("households@D:2021-08-31", "5/5", ("unverifiable", "unrated")),
        ("units.area@D:2021-08-31", "100%", ("unverifiable", "unrated")),
        (f"{H}.signed@D:2021-01-01..2021-03-31", "60%", ("unverifiable", "unrated")),
        ("households@D:2021-08-31", "5", ("agrees", None)),
        (f"{H}@D:2021-08-31", "60%", ("agrees", None)),
    ],
)
def test_a_share_of_what_is_of_nothing_is_a_claim_at_fault(
    figure: str, value: str, expected: tuple[str, str | None], tmp_path: Path
) -> None:
    lines = (f"c,{figure},{value},báo",)
    figures = asking(tmp_path, households=HOMES, pledges=SIGNED, claims=lines)
    found = claims(figures)
    assert [verdict(one) for one in found.held] == [expected]
    assert codes(told(figures)) == ({"R103": 1} if expected[1] else {})


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (f"{H}@1-9:2021-08-31", "số liệu hộ gia đình (pledges.household) của 1-9 ngày 31/08/2021: "),
        (f"{H}@D:2021-08-01..2021-08-31", "của Huyện (D) từ ngày 01/08/2021 đến hết ngày 31/08/2021: "),
        ("pledges.houshold@D:2021-08-31", "số liệu pledges.houshold của Huyện (D) ngày 31/08/2021: "),
    ],
)
def test_what_cannot_be_verified_is_told_by_names_and_days_as_on_paper(figure: str, said: str, tmp_path: Path) -> None:
    figures = asking(tmp_path, households=HOMES, pledges=SIGNED, claims=(f"c,{figure},1,báo",))
    claims(figures)
    (found,) = told(figures)
    assert said in speech("vi").describe(shown(found)).what


def test_a_share_of_nobody_cannot_be_verified(tmp_path: Path) -> None:
    one = held(tmp_path, f"{H}@1-2:2021-08-31", "0%", households=("h1,1-1",), pledges=())
    assert verdict(one) == ("unverifiable", "no-denominator")


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (f"{H}@D:2021-08-31", ("unverifiable", "left-out")),  # though the numbers are the same
        (f"{H}@1:2021-08-31", ("unverifiable", "left-out")),
        (f"{H}@2:2021-08-31", ("agrees", None)),  # the row is not missed there
        (f"{H}@D:2021-05-31", ("agrees", None)),  # nor then
    ],
)
def test_a_figure_with_rows_left_out_cannot_verify_a_claim(
    figure: str, expected: tuple[str, str | None], tmp_path: Path
) -> None:
    homes = (*HOMES, "h9,1-1,2021-06-01,,somewhere")
    value = {"D": "3", "1": "2", "2": "1"}[figure.partition("@")[2][0]]
    figures = asking(tmp_path, households=homes, pledges=SIGNED, claims=(f"c,{figure},{value},x",))
    found = claims(figures)
    assert [verdict(one) for one in found.held] == [expected]
    assert codes(told(figures)).get("R102", 0) == int(expected[1] is not None)


# ----------------------------------------------------------------------------------------------- maps, and the whole


def test_a_claim_on_another_map_is_counted_on_that(tmp_path: Path) -> None:
    extra = ("1,Xã Một,commune,D,,2025-07-01", "2,Xã Hai,commune,D,,2025-07-01", "3,Xã Ba,commune,D,2025-07-01")
    walk = ("2025-07-01,1,3,whole", "2025-07-01,2,3,whole")
    parts: dict[str, Any] = {"extra": extra, "walk": walk, "households": HOMES, "pledges": SIGNED}
    assert verdict(held(tmp_path / "1", f"{H}@3:2021-08-31~2025-07-01", "3/5", **parts)) == ("agrees", None)
    assert verdict(held(tmp_path / "2", f"{H}@3:2021-08-31", "3/5", **parts)) == ("unverifiable", "no-unit")
    assert verdict(held(tmp_path / "3", f"{H}@1:2021-08-31~2025-07-01", "2/3", **parts)) == ("unverifiable", "no-unit")
    assert held(tmp_path / "4", f"{H}.signed@3:2021-01-01..2021-02-28~2025-07-01", "2", **parts).verdict == "agrees"


def test_a_claim_says_on_which_days_it_was_counted(tmp_path: Path) -> None:
    assert held(tmp_path / "1", f"{H}@D:2021-08-31", "3").counted_on == (date(2021, 8, 31),) * 2
    flow = held(tmp_path / "2", f"{H}.signed@D:2021-01-01..2021-03-31", "3")
    assert flow.counted_on == (date(2021, 1, 1), date(2021, 3, 31))
    assert held(tmp_path / "3", f"{H}@Z:2021-08-31", "3").counted_on is None


def test_claims_stand_by_their_ids_each_with_its_finding(tmp_path: Path) -> None:
    lines = (f"b,{H}@D:2021-08-31,5,x", f"c,{H}@Z:2021-08-31,3,x", f"a,{H}@D:2021-08-31,3/5,x")
    figures = asking(tmp_path, households=HOMES, pledges=SIGNED, claims=lines)
    found = claims(figures)
    assert [(one.id, one.verdict) for one in found.held] == [("a", "agrees"), ("b", "differs"), ("c", "unverifiable")]
    assert [(one.rule.code, one.rule.severity, one.place.line) for one in told(figures)] == [
        ("R101", "warning", 2),
        ("R103", "error", 3),
    ]


def test_a_claim_that_cannot_be_read_is_found_and_the_others_are_held(tmp_path: Path) -> None:
    lines = (f"a,{H}@D:2021-08-31,hơn 90%,x", f"b,{H}@D:2021-08-31,3,x")
    figures = asking(tmp_path, households=HOMES, pledges=SIGNED, claims=lines)
    found = claims(figures)
    assert [one.id for one in found.held] == ["b"]
    assert codes(told(figures)) == {"D111": 1}


def test_a_book_without_claims_has_none(tmp_path: Path) -> None:
    assert claims(asking(tmp_path, households=HOMES, pledges=SIGNED)) == ([], dict.fromkeys(VERDICTS, 0))


def test_claims_on_a_register_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        held(tmp_path, f"{H}@D:2021-08-31", "3", pledges=SIGNED)
    assert codes(caught.value.findings) == {"F019": 1}
