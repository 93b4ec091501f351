"""What holds of every book, with faults and without: sums add up, order does not matter, nothing gets lost unseen."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.answers.query import Query
from antq_cli.answers.summary import of_family, summarise
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.findings import Refused
from antq_cli.core.measures import FAMILIES, parse_figure
from antq_cli.counting.amounts import NOTHING, Amount, Sums, roll_up, total
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.reading.book import open_book
from tests.counting.damage import damaged, random_registers, written
from tests.helpers import READ, checked, codes, open_at, reported
from tests.thinned import each

DAYS = (date(2019, 6, 1), date(2021, 8, 31), date(2026, 1, 1))
SEEDS = each(range(300, 306), 2)  # the book of 304 is one of a whole campaign

counts = st.integers(0, 999_999_999)
dates = st.none() | st.dates()
amounts = st.builds(Amount, counts, st.none() | counts, counts, counts, dates, dates, counts)


@settings(deadline=None)
@given(st.lists(amounts, max_size=6), st.randoms(use_true_random=False))
def test_amounts_add_up_in_any_order(some: list[Amount], rng: Random) -> None:
    cut = rng.randint(0, len(some))
    assert total(some) == total(some[:cut]) + total(some[cut:]) == total(rng.sample(some, len(some)))
    assert reduce(lambda one, other: other + one, some, NOTHING) == total(some)


def dataset_of(folder: Path, seed: int, *, hurt: bool) -> Dataset:
    manifest, registers = random_registers(folder / "valid", seed)
    rng = Random(seed)
    return Dataset(open_at(written(folder / "one", manifest, damaged(rng, registers) if hurt else registers)))


def summaries(dataset: Dataset, day: date, every: int = 1) -> Iterator[Summary]:
    """Every summary of a book on a day: of every family, by every level, at every unit.

    Or at the top and at every third one, say, from another one on each day.
    """
    map_ = dataset.map(day)
    units = sorted(map_.paths, key=lambda number: dataset.atlas.units[number].code)
    some = dict.fromkeys(unit for unit in (map_.top, *units[DAYS.index(day) % every :: every]) if unit is not None)
    for family in (Family(dataset, name) for name in FAMILIES):
        for unit in some:
            asked = Query(day, unit)
            asked = of_family(family.family, dataset, asked)
            yield from (summarise(family, asked._replace(by=level.id)) for level in dataset.manifest.levels)


def adds_up(rows: list[Figure], whole: Figure) -> bool:
    """Whether the figures of a kind are the parts of one; where nothing is known there is nothing to add."""
    known = [row for row in rows if row.num is not None]
    dens = [row.den for row in rows if row in known or row.den is not None]  # who was not assessed is to be
    den = None if None in dens else sum(den for den in dens if den is not None)
    returned = [sum(getattr(row, name) or 0 for row in rows) for name in ("reported", "expected")]
    return (
        (whole.num or 0) == sum(row.num or 0 for row in known)
        and (not known or whole.num is None or whole.den == den)
        and returned == [whole.reported or 0, whole.expected or 0]
        and whole.left_out == sum(row.left_out for row in rows)
    )


@pytest.mark.parametrize("hurt", [False, True], ids=["valid", "hurt"])
@pytest.mark.parametrize("seed", SEEDS)
def test_rows_and_what_is_held_above_are_the_total(seed: int, hurt: bool, tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, seed, hurt=hurt)
    for found in (found for day in DAYS for found in summaries(dataset, day)):
        for whole in found.totals:
            rows = [row for row in found.rows if row.measure == whole.measure]
            if whole.state != "below-grain":
                assert adds_up(rows, whole), (whole, rows)
        for row in (*found.rows, *found.totals):
            assert row.figure is None or str(parse_figure(row.figure)) == row.figure


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_is_its_own_part_and_its_children(seed: int, tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, seed, hurt=True)
    for day in DAYS:
        map_ = dataset.map(day)
        for family in (Family(dataset, name) for name in FAMILIES):
            for kind in family.kinds(()):
                period = dataset.manifest.within(kind.measure.family, day)
                amounts = family.amounts(kind, dataset.regrouping(day), period)
                assert amounts is not None
                own = dict(amounts.shown())
                sums = roll_up(own.items(), map_)
                for unit in map_.paths:
                    below = [sums.get(child, NOTHING) for child, path in map_.paths.items() if path[1:2] == (unit,)]
                    assert sums.get(unit, NOTHING) == own.get(unit, NOTHING) + total(below)
                asked = Sums([*own.items()], map_)  # the first few are looked for one by one, the others summed up
                assert [asked.of(unit) for unit in map_.paths] == [sums.get(unit, NOTHING) for unit in map_.paths]


@pytest.mark.parametrize("hurt", [False, True], ids=["valid", "hurt"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_and_files_changes_nothing(seed: int, hurt: bool, tmp_path: Path) -> None:
    manifest, registers = random_registers(tmp_path / "valid", seed)
    rng = Random(seed)
    registers = damaged(rng, registers, share=0.1) if hurt else registers
    folders = [written(tmp_path / "one", manifest, registers), written(tmp_path / "two", manifest, registers, rng)]
    assert answers(folders[0]) == answers(folders[1])


def answers(folder: Path) -> list[object]:
    """All that a book says, but for the places of its findings."""
    dataset = Dataset(open_at(folder))
    try:
        found = [found for day in DAYS for found in summaries(dataset, day, every=3)]
    except Refused:
        return [codes(reported(dataset.book.collector))]
    told = codes(reported(dataset.collector))
    seen = [codes(checked(dataset.book, day, *READ).findings) for day in DAYS]
    return [*((one.rows, one.totals) for one in found), told, seen]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_left_out_without_a_finding_and_a_check_finds_all_that_counting_does(
    seed: int, tmp_path: Path
) -> None:
    dataset = dataset_of(tmp_path, seed, hurt=True)
    for day in DAYS:
        if (top := dataset.map(day).top) is None:
            continue
        seen = {(one.rule.code, one.place) for one in checked(open_at(tmp_path / "one"), day, *READ).findings}
        for family in FAMILIES:
            alone = Dataset(dataset.book)
            one = summarise(Family(alone, family), Query(day, top))
            findings = reported(alone.collector)
            assert {(finding.rule.code, finding.place) for finding in findings} <= seen
            if any(row.left_out for row in one.rows):
                assert any(finding.rule.severity == "error" or finding.rule.code == "X108" for finding in findings)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_register_of_its_own_is_counted_the_same_by_both_paths_of_reading(seed: int, tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, seed, hurt=True)
    slow = Dataset(open_book(str(dataset.book.folder), tmp_path, fast=False))
    for day in DAYS:
        for one, other in zip(summaries(dataset, day, every=3), summaries(slow, day, every=3), strict=True):
            assert one.rows == other.rows
    assert codes(reported(dataset.collector)) == codes(reported(slow.collector))
