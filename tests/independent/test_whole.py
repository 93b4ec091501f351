"""What whole random books are made of: valid, rich, and their figures add up."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.independent import test_books as laws
from tests.independent.books import basis_days, make_book, question_days, random_book, write_book
from tests.independent.counter import Counter
from tests.independent.rows import Unit, holds, read_register
from tests.independent.standards import is_exempt, window
from tests.independent.test_basis import total
from tests.independent.test_campaign import DAY, results
from tests.independent.test_counter import assert_sums_hold
from tests.independent.validity import year_of
from tests.thinned import seeds

SEEDS = range(40)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Forty whole books on disk, every other one with pledges that lapse."""
    root = tmp_path_factory.mktemp("whole")
    return [write_book(root / str(seed), random_book(seed, lapsing=bool(seed % 2), whole=True)) for seed in SEEDS]


@pytest.fixture(scope="module")
def books(folders: list[Path]) -> list[Counter]:
    return [Counter.open(folder) for folder in folders]


def test_a_seed_gives_one_whole_book() -> None:
    assert random_book(7, whole=True) == make_book.__wrapped__(7, lapsing=False, whole=True)
    assert random_book(7, whole=True) != random_book(7)


@pytest.mark.parametrize(
    "law",
    [
        laws.test_codes_and_stretches_do_not_overlap,
        laws.test_every_reference_is_open_on_its_first_day,
        laws.test_pledges_are_dated_within_a_stretch_and_withdrawn_only_in_force,
        laws.test_counts_do_not_exceed_totals,
    ],
)
def test_whole_books_are_valid_as_others_are(law: Callable[[list[Counter]], None], books: list[Counter]) -> None:
    law(books)


def test_no_key_stands_twice_in_whole_books(folders: list[Path]) -> None:
    laws.test_no_key_stands_twice(folders)


def test_assessments_are_in_force_in_their_windows_and_of_nobody_exempt(books: list[Counter]) -> None:
    for made in books:
        seen: set[tuple[object, ...]] = set()
        for row in made.assessments:
            regime = made.manifest["regimes"][row.regime]
            assert regime.get("opened", row.day) <= row.day < regime.get("closed", date.max)
            subject, bearer = subject_of(made, row.subject, row.day)
            first, last = year_of(made.manifest["calendars"][regime["subjects"][subject]["calendar"]], int(row.window))
            assert first <= row.day <= last
            here = window(made, subject, row.day)
            then = made.stretch("organisation", row.subject, row.day)
            assert here is not None
            assert then is None or not is_exempt(then.exempt, here)
            key = (bearer, row.regime, row.window, row.day)
            assert key not in seen
            seen.add(key)


def subject_of(made: Counter, code: str, day: date) -> tuple[str, Unit | str]:
    """What kind of subject a code is on a day, and who bears it."""
    unit, body = made.places.bearer(code, day), made.stretch("organisation", code, day)
    if unit is not None:
        return unit.level, unit
    assert body is not None
    return body.kind, code


def test_hosts_are_there_and_instances_lie_within_the_dates_of_their_kind(books: list[Counter]) -> None:
    for made in books:
        codes = {row.who for row in made.registers["organisation"]}
        for family, rows in made.instances.items():
            for row in rows:
                kind = made.manifest[family][row.kind]
                assert not row.host or row.host in codes
                assert not row.host or row.first is None or made.stretch("organisation", row.host, row.first)
                assert "opened" not in kind or (row.first or date.min) >= kind["opened"]
                assert "closed" not in kind or (row.last or date.max) <= kind["closed"]


def test_organisations_keep_their_kind_and_reporters_are_of_the_grain(books: list[Counter]) -> None:
    for made in books:
        kinds = {(row.who, row.kind) for row in made.registers["organisation"]}
        assert len(kinds) == len({who for who, _ in kinds})
        assert len({kind for _, kind in kinds}) == 4
        for measure, rows in made.returns.items():
            assert made.from_returns(measure)
            assert {subject_of(made, one.unit, one.day)[0] for one in rows} <= {made.grain(measure)}


def test_no_result_is_against_the_criteria_of_its_regime(books: list[Counter]) -> None:
    modes: Tally[str] = Tally()
    for made in books:
        for row in made.assessments:
            subject, _ = subject_of(made, row.subject, row.day)
            criteria = made.manifest["regimes"][row.regime]["subjects"][subject].get("criteria", [])
            sure = [one["measures"] == [f"units.{subject}"] and "by" not in one for one in criteria]
            assert not criteria or row.result == "pending" or (all(sure) and row.result == "met")
            modes[f"{len(criteria)} {row.result}"] += 1
    assert min(modes[one] for one in ("0 met", "0 not-met", "0 pending", "1 met", "1 pending")) > 30


def test_regimes_follow_each_other_and_calendars_are_of_every_sort(books: list[Counter]) -> None:
    sorts: Tally[str] = Tally()
    for made in books:
        one, two = made.manifest["regimes"].values()
        assert one["closed"] <= two["opened"]
        sorts.update(str(made.manifest["calendars"][each["calendar"]]) for each in two["subjects"].values())
        days = question_days(made)
        turns = [one["closed"], two["opened"], one["closed"] - timedelta(days=1)]
        assert set(turns) <= set(days)
        assert all(left < right for left, right in pairwise(days))
        assert len(days) < 80
    assert len([sort for sort, number in sorts.items() if number >= 10]) == 6


def test_the_question_days_of_a_file_and_of_a_counter_are_the_same(books: list[Counter]) -> None:
    for seed in SEEDS[:10]:
        files = random_book(seed, lapsing=bool(seed % 2), whole=True)
        assert question_days(files) == question_days(books[seed])


def sort_of(made: Counter, measure: str) -> str:
    """A measure without its kind, where it comes from, and whether of units or of organisations."""
    family, *kind = measure.split(".")
    said = "registered"
    among = kind[0] if family == "standards" else ""
    if measure.endswith(".reach"):
        among = made.setting(measure, "reach", "")
    if made.from_returns(measure):
        said, among = "returned", made.grain(measure)
    part = "".join(f".{one}" for one in kind[1:])
    return f"{family}{part} {said} {'organisations' if among and among not in made.levels else 'units'}"


def test_every_measure_comes_up_in_every_state(books: list[Counter]) -> None:
    found: Tally[str] = Tally()
    for made in books:
        days = question_days(made)[::3]
        asked = {(one, made.figure(one, made.top(day) or "", day)) for one in made.measures() for day in days}
        states = {f"{sort_of(made, one)}: {answer.state}{' +' if answer.num else ''}" for one, answer in asked}
        found.update(states)
    parts = ["models.reach", "standards", "standards.met", "standards.not-met", "standards.pending"]
    wanted = {f"{one} registered {who}: counted +" for one in parts for who in ("units", "organisations")}
    wanted |= {f"{one} registered organisations: no-denominator" for one in parts}
    wanted |= {
        f"{one} registered units: counted +" for one in ("households", "teams", "teams.reach", "models", "units")
    }
    wanted |= {
        f"teams.members registered units: {state}" for state in ("counted", "counted +", "partial +", "not-reported")
    }
    families = ["pledges", "households", "teams", "teams.members", "teams.reach", "models", *parts]
    reported = [f"{one} returned {who}" for one in families for who in ("units", "organisations")]
    wanted |= {f"{one}: {state}" for one in reported for state in ("counted +", "partial +", "not-reported")}
    assert {one: found[one] for one in sorted(wanted) if not found[one]} == {}


@pytest.mark.parametrize("some", seeds(range(8), len(SEEDS), 16), ids=str)
def test_sums_hold_in_whole_books(books: list[Counter], some: range) -> None:
    for seed in some:
        made = books[seed]
        for measure in made.measures():
            for day in question_days(made)[seed % 5 :: 9]:
                if not made.from_returns(measure):
                    assert_sums_hold(made, measure, day)


def test_the_total_is_equal_on_the_bases_of_whole_books(books: list[Counter]) -> None:
    reached = missed = 0
    for seed, made in enumerate(books):
        for measure in made.measures():
            for day, basis in basis_days(made)[seed % 31 :: 31]:
                found = total(made, measure, day, basis)
                want = made.figure(measure, made.top(day) or "", day)
                reached, missed = reached + bool(found), missed + (not found)
                assert found is None or "below-grain" in {found.state, want.state} or found == want
    assert reached > missed > 0


def test_results_add_up_to_what_is_assessed(books: list[Counter]) -> None:
    some = 0
    for made in books:
        subjects = [one for one in made.manifest.get("standards", {}) if not made.from_returns(f"standards.{one}")]
        for subject in subjects:
            for day in question_days(made)[::4]:
                (each, *parts), den = results(made, subject, made.top(day) or "", day)
                assert each == sum(part or 0 for part in parts)
                assert (each or 0) <= (den or 0)
                some += bool(each)
    assert some > 100


def test_registers_are_there_even_where_they_are_empty(folders: list[Path]) -> None:
    for folder in folders:
        there = {path.name.partition(".")[0] for path in folder.iterdir()}
        assert {"organisations", "pledges", "returns", "teams", "models", "assessments"} <= there
        assert read_register(folder, "organisations")


def test_organisations_may_change_their_exemption(books: list[Counter]) -> None:
    rows = [row for made in books for row in made.registers["organisation"] if holds(row, DAY)]
    assert Tally(bool(row.exempt) for row in rows)[True] > 20
