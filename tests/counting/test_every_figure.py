"""Every figure of a book: the same ones as the summaries have, and as the independent counter counts."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.figures import Figure
from antq_cli.core.measures import WORDS
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from tests.counting.test_independent import compared, figures
from tests.counting.villages import asking
from tests.helpers import DAY, open_at
from tests.independent.books import question_days, random_book, write_book
from tests.independent.counter import Counter as Independent

DATA = Path(__file__).parents[2] / "data"
BOOKS = [("cam-thuy-2021", date(2021, 8, 31)), ("cam-thuy-sample", date(2021, 8, 31))]
# Each figure of the sample costs the independent counter a look at the whole map: by default it counts one in thirteen.
ALL = [pytest.param("cam-thuy-sample", day, 1, marks=pytest.mark.long) for day in (BOOKS[1][1], date(2026, 6, 30))]


@pytest.mark.parametrize(("book", "day", "step"), [(*BOOKS[0], 1), (*BOOKS[1], 13), *ALL])
def test_every_figure_of_the_books_is_that_of_the_independent_counter(book: str, day: date, step: int) -> None:
    dataset, counter = Dataset(open_at(DATA / book)), Independent.open(DATA / book)
    found = list(Figures(dataset).every_figure(day))
    assert [line for row in found[::step] for line in compared(counter, row, day)] == []
    families = {row.measure.family for row in found}
    wanted = [measure for measure in counter.measures() if measure.partition(".")[0] in families]
    assert Counter(str(row.measure) for row in found) == Counter({each: len(dataset.map(day).paths) for each in wanted})


@pytest.mark.parametrize(("book", "day"), [BOOKS[0], pytest.param(*BOOKS[1], marks=pytest.mark.long)])
def test_every_figure_of_the_books_stands_in_a_summary_and_the_other_way_about(book: str, day: date) -> None:
    hold(Dataset(open_at(DATA / book)), day, None)


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_of_random_campaigns_stands_in_a_summary(seed: int, tmp_path: Path) -> None:
    book = write_book(tmp_path, random_book(seed, whole=True))
    days = question_days(Independent.open(book))
    for day in days[seed % 5 :: 20]:
        hold(Dataset(open_at(book)), day, None)


def hold(dataset: Dataset, day: date, basis: date | None) -> None:
    every = Figures(dataset)
    summed = [row for row in figures(dataset, day, basis) if can_count(every, row)]
    assert sorted(map(str, every.every_figure(day, basis))) == sorted(map(str, summed))


def can_count(every: Figures, row: Figure) -> bool:
    kind = every.kind(row.measure)
    return kind is not None and every.family(row.measure.family).can_count(kind)


def test_before_the_top_opened_there_are_no_figures(tmp_path: Path) -> None:
    figures_ = asking(tmp_path, extra=("D,Huyện,district,,2020-01-01",), households=("h1,1-1",), pledges=())
    assert list(figures_.every_figure(date(2019, 12, 31))) == []
    assert {row.measure.family for row in figures_.every_figure(DAY)} == {"pledges", "households", "units"} <= {*WORDS}
