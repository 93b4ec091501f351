"""The rules of plausibility: what is unusual is told, and what cannot be judged is never called usual."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.checks.plausible import RULES, find
from antq_cli.checks.plausible.numbers import chi_squared, grows, too_even
from antq_cli.checks.site import NotJudged, RowsJudged
from antq_cli.core.findings import Finding
from antq_cli.words.speech import LANGUAGES, speech
from tests.checks.returned import (
    BESIDE,
    COMMUNES,
    DATA,
    EVEN,
    MANY,
    UNEVEN,
    H,
    households,
    judged,
    looked_at,
    reported,
    series,
    signed,
    site_of,
    told,
    totals,
    why,
)
from tests.counting.villages import HOUSEHOLD, RETURNED, village
from tests.helpers import DAY, checked, codes, open_at, shown, write_book

# -------------------------------------------------------------------------------------------------------------- jumps


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (20, 40, False),  # doubled, and not more
        (20, 41, True),
        (82, 41, False),  # halved, and not less
        (83, 41, True),
        (10, 29, False),  # a difference of 19
        (10, 30, True),
        (19, 0, False),
        (20, 0, True),
        (0, 500, False),  # nothing has nothing to double
    ],
)
def test_a_jump_more_than_doubles_or_less_than_halves(before: int, after: int, found: bool, tmp_path: Path) -> None:
    assert told(tmp_path, "Q102", returns=series(before, after)) == [(3, "count")] * found


def test_returns_that_follow_on_each_other_are_compared(tmp_path: Path) -> None:
    assert told(tmp_path / "1", "Q102", returns=series(20, 40, 80, 160)) == []
    assert told(tmp_path / "2", "Q102", returns=series(20, 200, 20)) == [(3, "count"), (4, "count")]
    beside = series(20, 200, 20, total="300")
    assert told(tmp_path / "4", "Q102", returns=beside) == [(3, "count"), (4, "count")]
    assert told(tmp_path / "5", "Q102", returns=series(20, 200, 150, total="300")) == []
    assert told(tmp_path / "6", "Q102", returns=series(20, 200, 200, 20, total="300")) == [(5, "count")]
    halved = ["2021-01-31,1-1,pledges.household,180,200", "2021-02-28,1-1,pledges.household,80,90"]
    assert told(tmp_path / "7", "Q102", returns=halved) == [(3, "count"), (3, "total")]
    alone = [*series(20), *series(200, unit="1-2")]
    assert why(tmp_path / "3", "Q102", "returns", returns=alone) == [("not-evaluated", "too-few")]


# ------------------------------------------------------------------------------------------------------------- growth


@pytest.mark.parametrize(
    ("before", "after", "days", "found"),
    [
        (200, 220, 1, False),
        (200, 221, 1, True),
        (200, 221, 366, True),
        (200, 220, 367, False),  # 220.06 by then
        (1000, 1108, 396, False),  # 1108.97 by then
        (1000, 1109, 396, True),
        (1000, 1190, 396, True),  # 19 % in 13 months
        (1000, 1320, 1095, False),  # 9.7 % a year
        (1000, 1331, 1095, False),  # 10 % a year to the very last house
        (1000, 1332, 1095, True),
        (10**8, 133_100_000, 1095, False),
        (10**8, 133_100_001, 1095, True),
        (1, 999_999_999, 10**6, False),
        (200, 221, 0, True),
        (9, 28, 30, False),  # a difference of 19
        (9, 29, 30, True),
        (0, 50, 30, False),
        (100, 50, 30, False),
    ],
)
def test_more_than_a_tenth_a_year_is_growth(before: int, after: int, days: int, found: bool) -> None:
    assert grows(before, after, days) is found


@pytest.mark.parametrize(
    ("pairs", "lines"),
    [
        ((("2021-01-31", "200"), ("2021-02-28", "221")), [3]),
        ((("2021-01-31", "200"), ("2021-02-28", "220")), []),
        # Step by step within a year: it is held against the earliest, not the one before.
        ((("2021-01-31", "200"), ("2021-02-28", "216"), ("2021-03-31", "232")), [4]),
        # What has grown is told once, and again where it grows on.
        ((("2021-01-31", "200"), ("2021-02-28", "300"), ("2021-03-31", "300"), ("2021-04-30", "320")), [3, 5]),
        # A total that nobody knows, or that is nothing, is no base.
        ((("2021-01-31", ""), ("2021-02-28", "500")), []),
        ((("2021-01-31", "0"), ("2021-02-28", "500")), []),
        # The last one before, where there is none within a year: 14.5 % in 517 days.
        ((("2019-08-31", "100"), ("2019-12-31", "200"), ("2021-05-31", "229")), [3, 4]),
        ((("2019-12-31", "200"), ("2021-05-31", "228")), []),
    ],
)
def test_a_total_is_held_against_that_of_a_year_before(
    pairs: tuple[tuple[str, str], ...], lines: list[int], tmp_path: Path
) -> None:
    assert told(tmp_path, "Q103", returns=totals(*pairs)) == [(line, "total") for line in lines]


def test_without_two_totals_growth_is_not_judged(tmp_path: Path) -> None:
    returns = totals(("2021-01-31", ""), ("2021-02-28", "500"))
    assert why(tmp_path, "Q103", "returns", returns=returns) == [("not-evaluated", "too-few")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (households(200, 20), False),
        (households(200, 21), True),
        (households(200, 21, "2020-01-01"), False),  # they have been there for longer than a year
        (households(200, 21, "2021-09-01"), False),  # they come after the day
        (households(0, 30), False),  # nothing has nothing to grow
        ([*households(200, 20), "x,1-1,,,vacant", "y,1-1,2021-03-01,,absent"], False),  # they do not count
        ([*households(200, 21), "z,1-1,,2021-03-01"], False),  # one left: from 201 to 221
    ],
)
def test_the_households_of_a_commune_are_held_against_a_year_before(
    lines: list[str], found: bool, tmp_path: Path
) -> None:
    findings, _ = judged(tmp_path, HOUSEHOLD, households=lines, pledges=())
    assert [(each.rule.code, each.register, each.cell) for each in findings] == [("Q103", "units", "1")] * found


def test_a_commune_that_took_another_in_has_not_grown(tmp_path: Path) -> None:
    extra = ["2,Xã Hai,commune,D,,2021-03-01"]
    lines = [*(f"h{n},1-1" for n in range(20)), *(f"g{n},2-1" for n in range(20))]
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "pledges": (), "extra": extra, "walk": ["2021-03-01,2,1,whole"]}
    assert told(tmp_path / "1", "Q103", households=lines, **parts) == []
    assert why(tmp_path / "2", "Q103", "units", households=lines, **parts) == [("not-evaluated", "no-year-before")]


def test_nor_has_one_of_which_an_area_took_another_in(tmp_path: Path) -> None:
    """Commune 1 has the same areas as before; what lay in area 2-1 came into one of them."""
    extra = ["2-1,Thôn 1,area,2,,2021-03-01"]
    lines = [*(f"h{n},1-1" for n in range(20)), *(f"g{n},2-1" for n in range(20))]
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "pledges": (), "extra": extra, "walk": ["2021-03-01,2-1,1-1,whole"]}
    assert told(tmp_path, "Q103", households=lines, **parts) == []


def test_without_households_or_a_year_before_it_is_not_judged(tmp_path: Path) -> None:
    assert why(tmp_path / "1", "Q103", "units", returns=()) == [("skipped", "without")]
    files = village(HOUSEHOLD, pledges=()) | {"households.csv": "x\n"}
    marks = [each for each in find(site_of(write_book(tmp_path / "2", files))) if isinstance(each, NotJudged)]
    assert {(mark.rule.code, mark.register, mark.other) for mark in marks} == {
        ("Q103", "units", "households"),
        ("Q105", "units", "households"),
    }
    early = judged(tmp_path / "3", HOUSEHOLD, date.min, households=households(200, 21), pledges=())[0]
    assert early == []


# --------------------------------------------------------------------------------------------------------------- sums


@pytest.mark.parametrize(
    ("top", "columns"),
    [
        ("42 70", ()),
        ("41 70", ("count",)),
        ("42 71", ("total",)),
        ("41 71", ("count", "total")),
        ("0 0", ("count", "total")),
    ],
)
def test_a_unit_that_is_not_the_sum_of_those_below_it(top: str, columns: tuple[str, ...], tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "households": (), "pledges": ()}
    found = told(tmp_path, "Q104", returns=reported(*COMMUNES, f"D {top}"), **parts)
    assert found == [(4, column) for column in columns]


def test_beside_the_two_it_says_what_the_book_counts(tmp_path: Path) -> None:
    """From a journal neither of them; where its own returns have not come it counts nothing."""

    def said(folder: Path, **parts: Any) -> set[tuple[str, str, str]]:
        findings, _ = judged(folder, returns=reported(*COMMUNES, "D 41 70"), **parts)
        values = [found.values for found in findings if found.rule.code == "Q104"]
        return {(each["in_use"].word, str(each.get("kept_in", "")), str(each.get("has", ""))) for each in values}

    journal = {"kinds": HOUSEHOLD, "households": ("h-1,1,2021-01-01",), "pledges": ("2021-03-01,household,h-1,signed",)}
    ((word, register, has),) = said(tmp_path / "1", **journal)
    assert (word, "pledges" in register, "num=1, den=1" in has) == ("third", True, True)
    assert said(tmp_path / "2", kinds=f'{RETURNED}grain = "area"\n') == {("none", "", "")}  # no area reported


@pytest.mark.parametrize(("top", "word"), [("1 1", "number"), ("41 1", "third"), ("41 70", "third")])
def test_a_third_number_is_told_as_such(top: str, word: str, tmp_path: Path) -> None:
    """The book counts 1/1, the communes report 42/70: of each column it says whether that is one of the two."""
    journal: dict[str, Any] = {"households": ("h-1,1,2021-01-01",), "pledges": ("2021-03-01,household,h-1,signed",)}
    findings, _ = judged(tmp_path, HOUSEHOLD, returns=reported(*COMMUNES, f"D {top}"), **journal)
    (found,) = [each for each in findings if (each.rule.code, each.values["column"]) == ("Q104", "count")]
    assert found.values["in_use"].word == word
    for lang, said in (("en", "neither of the two"), ("vi", "khác cả hai")):
        prose = speech(lang).describe(shown(found))
        assert (said in prose.what) is (word == "third")
        assert "Huyện (D)" in prose.remedy


def test_a_sum_of_some_is_no_sum(tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "households": (), "pledges": ()}
    some = reported("1 30 50", "D 41 70")
    assert told(tmp_path / "1", "Q104", returns=some, **parts) == []
    assert why(tmp_path / "2", "Q104", "returns", returns=some, **parts) == [("not-evaluated", "no-sum")]
    other_day = [*reported(*COMMUNES), "2021-08-30,D,pledges.household,41,70"]
    assert told(tmp_path / "3", "Q104", returns=other_day, **parts) == []


def test_a_total_that_nobody_knows_is_in_no_sum(tmp_path: Path) -> None:
    lines = [*reported("1 30 50", "D 42 70"), "2021-08-31,2,pledges.household,12,"]
    assert told(tmp_path, "Q104", kinds=HOUSEHOLD, households=(), pledges=(), returns=lines) == []


@pytest.mark.parametrize(("kinds", "found"), [(HOUSEHOLD, 1), (BESIDE, 1), (f'{RETURNED}grain = "area"\n', 1)])
def test_it_is_told_whatever_the_figure_is_counted_from(kinds: str, found: int, tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": kinds, "households": (), "pledges": ()}
    assert len(told(tmp_path, "Q104", returns=reported(*COMMUNES, "D 41 70"), **parts)) == found


def other_rules(folder: Path) -> dict[str, list[str]]:
    """The keys of what R202 and Q104 tell, by rule."""
    told: dict[str, list[str]] = {"R202": [], "Q104": []}
    for found in checked(open_at(folder), DAY, *told).findings:
        told[found.rule.code].append(found.key)
    return told


@pytest.mark.parametrize("grain", ["area", "commune"])
def test_what_only_a_newer_return_was_held_against_is_told_here(grain: str, tmp_path: Path) -> None:
    """In July the commune says 14 of 18 and its areas 10 of 18; of August, which R202 sees, all agree."""
    lines = {day: [f"{day},1-1,{H},5,9", f"{day},1-2,{H},5,9", f"{day},1,{H}"] for day in ("2021-07-31", "2021-08-31")}
    july, august = lines.values()
    parts: dict[str, Any] = {"kinds": f'{RETURNED}grain = "{grain}"\n'}
    sent = [*july[:2], f"{july[2]},14,18", *august[:2], f"{august[2]},10,18"]
    assert told(tmp_path / "1", "Q104", returns=sent, **parts) == [(4, "count")]
    assert other_rules(tmp_path / "1") == {"R202": [], "Q104": [f"2021-07-31 1 {H}"]}
    sent[5] = f"{august[2]},11,19"
    assert told(tmp_path / "2", "Q104", returns=sent, **parts) == [(4, "count")]
    late = "2021-08-31 1" if grain == "area" else "2021-08-31 1-1"
    assert other_rules(tmp_path / "2") == {"R202": [f"{late} {H}"], "Q104": [f"2021-07-31 1 {H}"]}


def test_levels_on_both_sides_of_the_source_are_held_against_each_other_here(tmp_path: Path) -> None:
    """R202 holds the district and the areas against the communes, and not against each other."""
    areas = ("1-1 15 25", "1-2 15 25", "2-1 12 20")
    kinds = f'{RETURNED}grain = "commune"\n'
    assert told(tmp_path, "Q104", kinds=kinds, returns=reported(*COMMUNES, *areas, "D 41 70")) == [(7, "count")]
    assert other_rules(tmp_path) == {"R202": [f"2021-08-31 D {H}"], "Q104": [f"2021-08-31 D {H}"]}


def test_where_r202_cannot_be_judged_its_sums_are_judged_here(tmp_path: Path) -> None:
    sent = reported("1-1 5 9", "1-2 5 9", "1 14 18")
    files = village(f'{RETURNED}grain = "area"\n', returns=sent) | {"teams.csv": "x\n"}
    findings = [each for each in find(site_of(write_book(tmp_path, files))) if isinstance(each, Finding)]
    assert codes(findings) == {"Q104": 1}


def test_returns_of_after_the_day_are_judged_here(tmp_path: Path) -> None:
    sent = [line.replace("2021-08-31", "2021-09-30") for line in reported("1-1 5 9", "1-2 5 9", "1 14 18")]
    assert told(tmp_path, "Q104", kinds=f'{RETURNED}grain = "area"\n', returns=sent) == [(4, "count")]


@pytest.mark.parametrize("grain", ["commune", "district"])
def test_what_is_held_against_the_source_of_the_figure_is_told_there(grain: str, tmp_path: Path) -> None:
    """R202 says it: one of the two sums is what the book counts."""
    kinds = f'{RETURNED}grain = "{grain}"\n'
    parts: dict[str, Any] = {"kinds": kinds, "returns": reported(*COMMUNES, "D 41 70")}
    assert told(tmp_path / "1", "Q104", **parts) == []
    assert why(tmp_path / "2", "Q104", "returns", **parts) == [("skipped", "compared")]


# ----------------------------------------------------------------------------------------------------------- too even


@pytest.mark.parametrize(
    ("degrees", "low", "middle"),
    [(1, 1.5708e-6, 0.4549), (5, 0.2102, 4.3515), (7, 0.5985, 6.3458), (10, 1.4787, 9.3418), (20, 5.9210, 19.3374)],
)
def test_chi_squared_has_the_quantiles_of_the_tables(degrees: int, low: float, middle: float) -> None:
    assert chi_squared(low, degrees) == pytest.approx(0.001, rel=1e-3)
    assert chi_squared(middle, degrees) == pytest.approx(0.5, rel=1e-4)
    assert chi_squared(0, degrees) == 0
    assert chi_squared(1000, degrees) == pytest.approx(1)


@given(st.integers(1, 200), st.floats(0.001, 500), st.floats(0.001, 500))
def test_chi_squared_is_a_probability_that_grows(degrees: int, one: float, other: float) -> None:
    low, high = sorted((chi_squared(one, degrees), chi_squared(other, degrees)))
    assert -1e-9 <= low <= high <= 1 + 1e-9
    assert (chi_squared(min(one, other), degrees) <= chi_squared(max(one, other), degrees) + 1e-12) is True


@pytest.mark.parametrize(
    ("rates", "even"),
    [
        ([(80, 100)] * 6, True),  # the very same six times
        ([(80, 100)] * 5, None),  # too few
        ([(80, 100)] * 5 + [(15, 19)], None),  # one is too small to have a rate
        ([(80, 100)] * 6 + [(0, 19)], True),
        ([(0, 100)] * 6, None),
        ([(100, 100)] * 6, None),
        ([(74, 100), (86, 100), (79, 100), (83, 100), (77, 100), (81, 100)], False),  # as chance has it
        ([(10, 100)] * 3 + [(90, 100)] * 3, False),  # they differ more than chance alone lets them
        ([], None),
    ],
)
def test_rates_that_vary_less_than_chance(rates: list[tuple[int, int]], even: bool | None) -> None:
    assert too_even(rates) is even


def test_the_returns_of_the_units_of_one_parent_may_be_too_even(tmp_path: Path) -> None:
    assert told(tmp_path / "1", "Q105", returns=EVEN, extra=MANY) == [(2, "count")]
    assert told(tmp_path / "2", "Q105", returns=UNEVEN, extra=MANY) == []
    assert why(tmp_path / "3", "Q105", "returns", returns=UNEVEN, extra=MANY) == []
    assert why(tmp_path / "4", "Q105", "returns", returns=EVEN[1:], extra=MANY) == [("not-evaluated", "too-few")]


def test_units_of_several_parents_or_days_are_not_one_group(tmp_path: Path) -> None:
    moved = [line.replace("area,1", "area,2") if "-7," in line or "-6," in line else line for line in MANY]
    assert told(tmp_path / "1", "Q105", returns=EVEN, extra=moved) == []
    days = [EVEN[0].replace("08-31", "08-30"), *EVEN[1:]]
    assert told(tmp_path / "2", "Q105", returns=days, extra=MANY) == []


def test_the_books_own_rates_may_be_too_even(tmp_path: Path) -> None:
    findings, _ = judged(tmp_path / "1", **signed([10] * 7))
    assert [(found.rule.code, found.register, found.cell) for found in findings] == [("Q105", "units", "1")]
    assert judged(tmp_path / "2", **signed([8, 13, 10, 9, 12, 7, 11])) == ([], [])
    assert why(tmp_path / "3", "Q105", "units", **signed([0] * 7)) == [("not-evaluated", "too-few")]
    assert why(tmp_path / "4", "Q105", "units", returns=EVEN) == [("skipped", "no-journal")]


# -------------------------------------------------------------------------------------------------------------- books


def test_what_is_told_of_the_sample() -> None:
    findings = [each for each in find(site_of(DATA / "cam-thuy-sample")) if isinstance(each, Finding)]
    assert codes(findings) == {"Q101": 4, "Q102": 1, "Q103": 1, "Q104": 2}
    merged_school = [found for found in findings if found.values["unit"].id == "15154-S02"]
    assert codes(merged_school) == {"Q101": 3, "Q102": 1, "Q103": 1}


def test_of_the_published_figures_nothing_can_be_judged() -> None:
    results = list(find(site_of(DATA / "cam-thuy-2021")))
    assert {each.rule.code for each in results if isinstance(each, NotJudged)} == {*RULES}
    assert len(results) == 7


def test_a_top_that_is_unknown_is_not_judged(tmp_path: Path) -> None:
    files = village(HOUSEHOLD, households=(), pledges=(), returns=EVEN)
    files["antq.toml"] = files["antq.toml"].replace('top = "D"', 'top = "E"')
    marks = [each for each in find(site_of(write_book(tmp_path, files))) if isinstance(each, NotJudged)]
    assert {(mark.rule.code, mark.why) for mark in marks if mark.register == "units"} == {
        ("Q103", "no-top"),
        ("Q105", "no-top"),
    }


def test_everything_is_said_in_both_languages(tmp_path: Path) -> None:
    lines = [*series(10, 10, 10, 10, 10, 10, 90, total="100"), *totals(("2022-01-01", "200")), *reported(*COMMUNES)]
    findings, marks = judged(
        tmp_path / "1", HOUSEHOLD, households=(), pledges=(), returns=[*lines, *reported("D 41 70")]
    )
    even, more = judged(tmp_path / "2", returns=EVEN, extra=MANY)
    assert {*codes([*findings, *even])} == {*RULES}
    for lang in LANGUAGES:
        for found in [*findings, *even]:
            assert "{" not in speech(lang).describe(shown(found)).what
        for mark in [*marks, *more]:
            assert speech(lang).say(f"why-not.{mark.why}", other=mark.other)


def test_a_step_says_how_many_returns_were_judged(tmp_path: Path) -> None:
    """One sender has six returns and another one: six were held against each other, five against the one before."""
    sent = [*series(*[100] * 6, total="300"), *series(100, unit="1-2", total="300")]
    results = find(site_of(write_book(tmp_path, village(RETURNED, returns=sent))))
    looked = {each.rule.code: each.rows for each in results if isinstance(each, RowsJudged)}
    assert looked == {"Q101": 6, "Q102": 5, "Q103": 5}
    steps = checked(open_at(tmp_path), DAY, "Q10").steps
    rows = {step.rule.code: step.rows for step in steps if step.register == "returns" and step.judged == "passed"}
    assert rows == looked


def test_sums_and_rates_say_how_many_were_judged(tmp_path: Path) -> None:
    parts: dict[str, Any] = {"kinds": HOUSEHOLD, "households": (), "pledges": ()}
    sent = [*reported(*COMMUNES, "D 42 70"), "2021-07-31,1,pledges.household,5,9"]
    assert looked_at(tmp_path / "1", returns=sent, **parts)["Q104", "returns"] == 1
    assert looked_at(tmp_path / "2", returns=UNEVEN, extra=MANY)["Q105", "returns"] == 6
    assert looked_at(tmp_path / "3", **signed([8, 13, 10, 9, 12, 7, 11]))["Q105", "units"] == 1
    homes: dict[str, Any] = {"kinds": HOUSEHOLD, "pledges": ()}
    assert looked_at(tmp_path / "4", households=households(200, 20), **homes)["Q103", "units"] == 1
