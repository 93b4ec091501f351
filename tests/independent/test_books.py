"""The random books are what they claim: valid, and rich in what is hard to count."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter as Tally
from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.independent.books import make_book, question_days, random_book, write_book
from tests.independent.counter import Counter
from tests.independent.places import CARRIES_CONTENT
from tests.independent.rows import holds, parse_part, read_register
from tests.independent.sums import is_summed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.independent.rows import Stretch, Unit

KEYS = {
    "units": ("code", "opened"),
    "crosswalk": ("date", "from", "to"),
    "households": ("household", "joined"),
    "organisations": ("code", "opened"),
    "pledges": ("date", "kind", "pledger", "event"),
    "returns": ("date", "unit", "measure"),
    "teams": ("code",),
    "models": ("code",),
    "assessments": ("date", "subject", "regime", "window"),
    "activities": ("first", "last", "unit", "kind"),
}
SEEDS = range(24)


@pytest.fixture(scope="module", params=[False, True], ids=["for-ever", "lapsing"])
def folders(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[Path]:
    """Two dozen random books on disk."""
    root = tmp_path_factory.mktemp("books")
    return [write_book(root / str(seed), random_book(seed, lapsing=request.param)) for seed in SEEDS]


@pytest.fixture(scope="module")
def books(folders: list[Path]) -> list[Counter]:
    return [Counter.open(folder) for folder in folders]


def by_who(rows: list[Stretch]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    for row in rows:
        found[row.who].append(row)
    return found


def assert_no_overlap(rows: Sequence[Stretch | Unit]) -> None:
    ordered = sorted(rows, key=lambda row: row.first or date.min)
    assert all((row.first or date.min) < (row.last or date.max) for row in ordered)
    assert all(one.last and two.first and one.last <= two.first for one, two in pairwise(ordered))


def test_a_seed_gives_one_book() -> None:
    assert random_book(7) == make_book.__wrapped__(7, lapsing=False, whole=False)
    assert random_book(7) != random_book(8)
    assert len({tuple(random_book(seed).items()) for seed in SEEDS}) == len(SEEDS)


def test_text_is_nfc_and_codes_are_plain(folders: list[Path]) -> None:
    for seed in SEEDS:
        for text in random_book(seed).values():
            assert unicodedata.is_normalized("NFC", text)
    for folder in folders:
        for name, (first, *_) in KEYS.items():
            if first in {"code", "household"}:
                codes = {row[first] for row in read_register(folder, name)}
                assert all(re.fullmatch("[A-Za-z0-9-]+", code) for code in codes)


def test_no_key_stands_twice(folders: list[Path]) -> None:
    for folder in folders:
        for name, key in KEYS.items():
            keys = [tuple(row.get(column, "") for column in key) for row in read_register(folder, name)]
            assert len(keys) == len(set(keys)), (folder, name)


def test_codes_and_stretches_do_not_overlap(books: list[Counter]) -> None:
    for book in books:
        for units in book.places.by_code.values():
            assert_no_overlap(units)
        for register in book.registers.values():
            for rows in by_who(register).values():
                assert_no_overlap(rows)
        assert not set(book.places.by_code) & {row.who for row in book.registers["organisation"]}


def test_every_reference_is_open_on_its_first_day(books: list[Counter]) -> None:
    for book in books:
        named = [(unit.parent, unit.first) for unit in book.places.units if unit.parent]
        for rows in (*book.registers.values(), *book.instances.values()):
            named += [(row.place, row.first) for row in rows]
        sent = [(one.unit, one.day) for returns in book.returns.values() for one in returns]
        named += [(code, day) for code, day in sent if not book.stretch("organisation", code, day)]
        assert all(book.places.bearer(code, first) for code, first in named)
        blank = [book.places.bearer(code, first) for code, first in named if first is None]
        assert all(unit and unit.first is None for unit in blank)


def test_parents_stand_higher_and_only_the_top_has_none(books: list[Counter]) -> None:
    for book in books:
        for day in question_days(book):
            here = book.map(day)
            roots = [unit.code for unit in here.open if here.parent(unit) is None]
            assert roots == [book.top(day)]
            for unit in here.open:
                depths = [book.levels.index(one.level) for one in here.above(unit)]
                assert depths == sorted(set(depths), reverse=True)


def test_the_crosswalk_names_units_that_close_and_units_that_are_open(books: list[Counter]) -> None:
    for book in books:
        for (code, day), steps in book.places.crosswalk.items():
            assert [unit for unit in book.places.by_code[code] if unit.last == day]
            assert all(book.places.bearer(step.to, day) for step in steps)
        sames = [
            (step.to, day) for (_, day), steps in book.places.crosswalk.items() for step in steps if step.part == "same"
        ]
        assert len(sames) == len(set(sames))


def test_pledges_are_dated_within_a_stretch_and_withdrawn_only_in_force(books: list[Counter]) -> None:
    for book in books:
        for kind, events in book.events.items():
            subject = book.setting(f"pledges.{kind}", "subject", kind)
            if subject in book.registers:
                stretches = by_who(book.registers[subject])
                for event in events:
                    assert any(holds(row, event.day) for row in stretches[event.pledger])
            else:
                bearers = [book.places.bearer(event.pledger, event.day) for event in events]
                assert {unit.level for unit in bearers if unit} <= {subject}
                assert None not in bearers


def test_counts_do_not_exceed_totals(books: list[Counter]) -> None:
    for book in books:
        for returns in book.returns.values():
            assert all(one.total is None or one.count <= one.total for one in returns)


def test_nothing_is_left_out_of_the_total(books: list[Counter]) -> None:
    for book in books:
        for day in question_days(book):
            for measure in book.measures():
                if not book.from_returns(measure):
                    items = list(book.items(measure, day))
                    answer = book.figure(measure, book.top(day) or "", day)
                    assert None not in [item.place for item in items]
                    told = [item.got.count for item in items if item.got]
                    amount = sum(told) if is_summed(measure) else sum(item.counts for item in items)
                    assert (answer.num or 0) == amount


def features(book: Counter) -> set[str]:
    """What is hard about a book."""
    found = {step.part for steps in book.places.crosswalk.values() for step in steps}
    days = question_days(book)
    states = {
        (book.from_returns(measure), book.figure(measure, unit.code, day).state)
        for measure in book.measures()
        for day in days
        for unit in book.map(day).open
    }
    found |= {f"{'returned' if returned else 'registered'} {state}" for returned, state in states}
    tops = Tally(book.top(day) for day in days)
    reused = any(len({unit.first for unit in units}) > 1 for units in book.places.by_code.values())
    twice = any(
        step.part in CARRIES_CONTENT and (step.to, later) in book.places.crosswalk
        for (_, day), steps in book.places.crosswalk.items()
        for step in steps
        for later in days
        if later > day
    )
    facts = {"top carried": len(tops) > 1, "code re-used": reused, "chain": twice}
    facts["excluded"] = any(row.excluded for row in book.registers["household"])
    facts["held above"] = any(book.held_above("households", book.levels[-1], day)[0] for day in days)
    facts["team above"] = any(
        place.level != book.levels[-1]
        for measure in book.measures()
        if measure.startswith("teams.") and not book.from_returns(measure)
        for place in book.parts(measure, days[-1])
    )
    return found | {name for name, true in facts.items() if true}


def test_communes_are_divided_and_land_alone_is_ceded() -> None:
    books = [parse_part(random_book(seed, lapsing=True)["crosswalk.csv"], "crosswalk", ".csv") for seed in SEEDS]
    assert sum(row["part"] == "land" for rows in books for row in rows) > 12
    divided = [row["from"] for rows in books for row in rows if row["part"] == "part" and row["from"][:3] != "KDC"]
    assert len(divided) > 6


def test_every_hard_thing_comes_up_often(books: list[Counter]) -> None:
    tally = Tally(feature for book in books for feature in features(book))
    wanted = {
        "same",
        "whole",
        "part",
        "top carried",
        "code re-used",
        "chain",
        "excluded",
        "held above",
        "team above",
    }
    wanted |= {"registered counted", "registered no-denominator"}
    wanted |= {f"returned {state}" for state in ("counted", "partial", "not-reported", "below-grain", "no-denominator")}
    assert {feature for feature in wanted if tally[feature] < 3} == set()
