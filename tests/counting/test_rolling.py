"""Counting goes on from day to day: whatever days were asked before, a day is counted as if it were the first."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.measures import Measure
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import Journal
from antq_cli.counting.rolling import Events
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.validity import ELIGIBLE
from antq_cli.units.regrouping import Regrouping
from tests.counting.damage import damaged, random_registers, written
from tests.helpers import open_at
from tests.independent.books import random_book, write_book
from tests.thinned import tries

DAYS = [date(year, month, day) for year in range(2019, 2027) for month in (1, 2, 5, 7, 11) for day in (1, 28)]
SEEDS = range(12)
WRITTEN = ["2020-02-29", "2020-03-01", "2021-08-31", "2021-09-01"]


def ground_of(folder: Path, seed: int, *, hurt: bool = False) -> Dataset:
    """A random book; of those that are not hurt every second one has pledges that lapse."""
    if seed % 2 and not hurt:
        return Dataset(open_at(write_book(folder, random_book(seed, lapsing=True))))
    manifest, registers = random_registers(folder / "valid", seed)
    registers = damaged(Random(seed), registers, share=0.1) if hurt else registers
    return Dataset(open_at(written(folder / "one", manifest, registers)))


def journals(dataset: Dataset) -> list[str]:
    """The pledge kinds of households and organisations that are counted from the journal."""
    manifest = dataset.manifest
    people = ("household", "organisation")
    return [
        id_ for id_, kind in manifest.pledges.items() if kind.source == "journal" and manifest.subject(id_) in people
    ]


def amounts(journal: Journal, regrouping: Regrouping) -> object:
    amounts = journal.amounts(None, regrouping)
    return {spot: amount for spot, amount in amounts.own.items() if amount.den or amount.left_out}, amounts.lost


@pytest.mark.parametrize("hurt", [False, True], ids=["clean", "hurt"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_days_before_change_nothing(seed: int, hurt: bool, tmp_path: Path) -> None:
    dataset = ground_of(tmp_path, seed, hurt=hurt)
    for kind in journals(dataset):
        measure = Measure("pledges", kind)
        going_on = Journal(dataset, measure)
        for day in Random(seed).sample(DAYS, 16):
            regrouping = dataset.regrouping(day)
            assert amounts(going_on, regrouping) == amounts(Journal(dataset, Measure("pledges", kind)), regrouping), (
                f"{kind} {day}"
            )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_is_what_the_tally_of_everyone_says(seed: int, tmp_path: Path) -> None:
    """The tally looks at each of them alone, so it is the slow path of the same numbers."""
    dataset = ground_of(tmp_path, seed)
    for kind in journals(dataset):
        journal = Journal(dataset, Measure("pledges", kind))
        for before, after in pairwise(sorted(Random(seed).sample(DAYS, 6))):
            journal._rolling.on(before.isoformat())
            tallied = journal.tally(after, after)  # of two days, so that each is looked at alone
            everyone = {where: n for (where, _), n in tallied.items() if where[2] in ELIGIBLE}
            standing = Counter[object]()
            for where, n in journal._rolling.on(after.isoformat()):
                standing[where] += n
            assert standing == everyone


def test_there_is_something_to_count(tmp_path: Path) -> None:
    """Among the books are lapsing pledges, withdrawals, and people who come and go."""
    lapsing = coming = 0
    for seed in SEEDS:
        dataset = ground_of(tmp_path / str(seed), seed)
        for kind in journals(dataset):
            lapsing += Journal(dataset, Measure("pledges", kind))._validity.lapses
            coming += len(stretches_of(dataset, dataset.manifest.subject(kind)).sometimes)
    assert lapsing
    assert coming


@tries(100)
@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 3), st.sampled_from(WRITTEN), st.sampled_from(["signed", "withdrawn"])),
    ),
    st.sampled_from(WRITTEN),
    st.sampled_from(WRITTEN),
)
def test_the_last_event_by_a_day_is_the_last_one_in_the_order_of_all(
    rows: list[tuple[int | None, str, str]], before: str, day: str
) -> None:
    """Found without looking at the order, or by going on from an earlier day, it is what sorting says."""
    events = Events([of for of, _, _ in rows], [date for _, date, _ in rows], [word for _, _, word in rows])
    of_each = [sorted(date + word for of, date, word in rows if of == subject) for subject in range(4)]
    by_day = [([stamp for stamp in stamps if stamp[:10] <= day] or [""])[-1] for stamps in of_each]
    assert events.latest(day, 4) == by_day
    going_on = events.latest(before, 4)
    for subject, stamp in events.between(before, day):
        going_on[subject] = stamp
    assert going_on == events.latest(max(before, day), 4)
