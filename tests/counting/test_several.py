"""Several units and trees against the independent counter, which goes down from each unit that is asked for."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.figures import Figure, Summary
from antq_cli.counting.dataset import Dataset
from tests.counting.test_independent import FAMILIES, both, family_of
from tests.independent.books import question_days, random_book, write_book
from tests.independent.counter import Counter
from tests.independent.several import Table, table
from tests.independent.sums import is_rated
from tests.thinned import seeds

Asked = tuple[date, list[int], list[str]]


def questions(dataset: Dataset, counter: Counter, rng: random.Random) -> Iterator[Asked]:
    """A few units on a day, the levels of a tree, from the top down."""
    levels = [level.id for level in dataset.manifest.levels]
    for day in rng.sample(list(question_days(counter)), 3):
        numbers = sorted(dataset.map(day).paths)
        if numbers:
            some = rng.sample(numbers, min(len(numbers), rng.randint(1, 5)))
            yield day, some, [level for level in levels if rng.random() < 0.7] or levels[-1:]


def told(summary: Summary, measure: str) -> tuple[list[Figure], list[Figure]]:
    return tuple([row for row in each if str(row.measure) == measure] for each in (summary.rows, summary.totals))  # type: ignore[return-value]


def agree(summary: Summary, measure: str, want: Table) -> bool:
    rows, totals = told(summary, measure)
    alone = not summary.grouped
    got = [(row.unit, row.under, row.num, row.den, row.state) for row in rows if row.level is not None]
    lines = [(unit, None if alone else under, one.num, one.den, one.state) for unit, under, one in want.rows]
    nothing = (0, 0 if is_rated(measure) else None)  # where nobody was to report nothing is missing
    held = {row.unit: nothing if row.expected == 0 else (row.num, row.den) for row in rows if row.level is None}
    wanted = {unit: pair for unit, pair in want.held.items() if unit in held or pair[0] != 0}
    whole = [(row.unit, row.under, row.num, row.den, row.state) for row in totals]
    sums = [(unit, above, one.num, one.den, one.state) for unit, above, one in want.totals]
    return (sorted(got, key=str), held, whole) == (sorted(lines, key=str), wanted, sums)


def differences(dataset: Dataset, counter: Counter, asked: Asked) -> Iterator[str]:
    day, (unit, *others), (*tree, by) = asked
    codes = [dataset.atlas.units[number].code for number in (unit, *others)]
    for name in FAMILIES:
        family = family_of(dataset, name)
        kinds = [kind for kind in family.kinds() if family.can_count(kind)]
        if not kinds:
            continue
        query = Query(day, unit, by, [kind.id for kind in kinds], others=others, tree=tree)
        summary = summarise(family, query)
        for kind in family.measured(kinds, None):
            want = table(counter, str(kind.measure), codes, [*tree, by], day)
            if not agree(summary, str(kind.measure), want):
                yield f"{kind.measure} {day} {codes} {tree} {by}: antq {told(summary, str(kind.measure))}, {want}"


@pytest.mark.parametrize("seeds", seeds(range(10), 400, 50), ids=str)
def test_random_campaigns_agree_on_several_units_and_trees(seeds: Sequence[int], tmp_path: Path) -> None:
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, whole=bool(seed % 2)))
        dataset, counter = both(folder)
        for asked in questions(dataset, counter, random.Random(seed)):
            assert [*differences(dataset, counter, asked)] == [], f"seed {seed}"
