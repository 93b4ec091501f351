"""antq's figures against those of the independent counter, which shares no code with it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from antq_cli.checks.runner import check
from antq_cli.core.figures import Figure
from antq_cli.counting.ground import Ground
from antq_cli.counting.measures import Family
from antq_cli.counting.summary import Question, summarise
from antq_cli.reading.book import open_book
from tests.independent.books import question_days, random_book, write_book
from tests.independent.counter import Counter

SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"
DAYS = [
    *(date(2021, month, 15) for month in range(2, 13)),
    date(2019, 11, 30),
    date(2019, 12, 1),
    date(2021, 3, 1),
    date(2021, 8, 30),
    date(2021, 8, 31),
    date(2021, 9, 1),
    date(2022, 6, 30),
    date(2024, 6, 30),
    date(2024, 7, 1),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2025, 9, 10),
    date(2026, 6, 30),
]


def figures(ground: Ground, day: date) -> Iterator[Figure]:
    """Yield every figure of a book on a day: of each kind, at each unit of each level and at the top."""
    top = ground.map(day).top
    if top is None:
        return
    for family in ("pledges", "teams"):
        yield from summarise(Family(ground, family), Question(day, top)).rows
        for level in ground.manifest.levels:
            rows = summarise(Family(ground, family), Question(day, top, level.id)).rows
            yield from (row for row in rows if row.level is not None)


def differences(folder: Path, days: list[date]) -> list[str]:
    ground = Ground(open_book(str(folder), folder))
    counter = Counter.open(folder)
    return [line for day in days for row in figures(ground, day) for line in compared(counter, row, day)]


def compared(counter: Counter, row: Figure, day: date) -> list[str]:
    answer = counter.figure(row.measure, row.unit, day)
    got = (row.state, row.num, row.den, row.reported, row.expected, row.counted_on)
    want = (answer.state, answer.num, answer.den, answer.reported, answer.expected, answer.counted_on)
    return [] if got == want else [f"{row.figure}: antq {got}, independent {want}"]


def test_sample_agrees_at_every_unit_on_every_day() -> None:
    assert len(DAYS) >= 20
    assert differences(SAMPLE, DAYS) == []


@pytest.mark.parametrize("seeds", [range(start, start + 20) for start in range(0, 200, 20)], ids=str)
def test_random_books_agree(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        folder = tmp_path / str(seed)
        files = random_book(seed)
        write_book(folder, files)
        assert differences(folder, list(question_days(files))) == [], f"seed {seed}"


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)], ids=str)
def test_random_books_are_clean(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        folder = tmp_path / str(seed)
        files = random_book(seed)
        write_book(folder, files)
        for day in list(question_days(files))[::4]:
            found = check(open_book(str(folder), folder), day).findings
            assert [(finding.rule.code, finding.place, finding.values) for finding in found] == [], f"seed {seed}"
