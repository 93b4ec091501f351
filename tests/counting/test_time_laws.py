"""What holds of figures over time and on any map, in random books with mergers, splits and pledges that lapse."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.answers.trend import trend
from antq_cli.core.calendars import CIVIL, EVERY, Calendar, Period
from antq_cli.core.figures import Figure, Summary, change
from antq_cli.core.findings import Refused
from antq_cli.core.measures import Measure
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.journal import Journal
from antq_cli.counting.validity import ELIGIBLE, IN_FORCE, LAPSED, WITHDRAWN
from tests.counting.test_laws import adds_up
from tests.helpers import open_at, rows_of, summary
from tests.independent.books import basis_days, question_days, random_book, spans, write_book
from tests.independent.counter import Counter as Independent
from tests.thinned import each

SEEDS = each(range(9), 2)
SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"


def book(folder: Path, seed: int) -> tuple[Dataset, Independent]:
    write_book(folder, random_book(seed, lapsing=True))
    return Dataset(open_at(folder)), Independent.open(folder)


def questions(dataset: Dataset, independent: Independent, seed: int) -> Iterator[tuple[Family, Query]]:
    """Some days on the maps of some others, kind by kind, by every level; with the flows of a month before."""
    for day, basis in basis_days(independent)[seed % 17 :: 17]:
        if None in (dataset.map(day).top, dataset.map(basis).top):
            continue
        for name in ("pledges", "teams"):
            family = Family(dataset, name)
            period = Period(day.replace(day=1), day) if day > date(2, 1, 1) else None
            for kind in family.declared:
                for level in dataset.manifest.levels:
                    yield family, Query(day, None, level.id, [kind], basis, period)


def answered(family: Family, asked: Query) -> Summary | list[str]:
    """The summary, or what the basis cannot place."""
    try:
        return summarise(family, asked)
    except Refused as refused:
        return sorted(f"{finding.rule.code} {finding.values['unit']}" for finding in refused.findings)


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_and_what_is_held_above_are_the_total_on_any_map(seed: int, tmp_path: Path) -> None:
    dataset, independent = book(tmp_path, seed)
    for family, asked in questions(dataset, independent, seed):
        found = answered(family, asked)
        if not isinstance(found, Summary):
            continue
        for whole in found.totals:
            rows = rows_of(found, str(whole.measure))
            if any(row.state == "below-grain" for row in (*rows, whole)):
                continue  # rows add up at the grain and above it
            if whole.reported is not None:
                assert adds_up(rows, whole), whole
            elif whole.num is not None:
                assert whole.num == sum(row.num or 0 for row in rows)
                assert (whole.den or 0) == sum(row.den or 0 for row in rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_total_is_the_same_on_every_map_and_one_map_after_another_is_the_last(seed: int, tmp_path: Path) -> None:
    dataset, independent = book(tmp_path, seed)
    for family, asked in questions(dataset, independent, seed):
        found = answered(family, asked)
        if isinstance(found, Summary):
            own = summarise(family, asked._replace(basis=None))
            assert [numbers(row) for row in found.totals] == [numbers(row) for row in own.totals]
            assert all((proof.num, proof.den) == numbers_at(found, proof.measure) for proof in found.control)
        fresh = Family(Dataset(dataset.book), family.family)
        assert same(answered(fresh, asked), found)  # whatever was asked before, and on whatever map


def numbers(row: Figure) -> tuple[int | None, int | None, int, int | None, int | None]:
    return row.num, row.den, row.left_out, row.reported, row.expected


def numbers_at(found: Summary, measure: str) -> tuple[int, int | None]:
    """The numbers of the top; where nothing was reported the proof is of nothing."""
    whole = next(row for row in found.totals if str(row.measure) == measure)
    proof = next(proof for proof in found.control if proof.measure == measure)
    return (whole.num or 0, whole.den if whole.num is not None and whole.den is not None else proof.den)


def same(one: Summary | list[str], other: Summary | list[str]) -> bool:
    if isinstance(one, Summary) and isinstance(other, Summary):
        return (one.rows, one.totals, one.control) == (other.rows, other.totals, other.control)
    return one == other


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_and_files_changes_nothing_on_any_map(seed: int, tmp_path: Path) -> None:
    files = random_book(seed, lapsing=True)
    dataset, independent = book(tmp_path / "one", seed)
    shuffled = {name: text if name == "antq.toml" else shuffle(text, name, seed) for name, text in files.items()}
    other = Dataset(open_at(write_book(tmp_path / "two", shuffled)))
    pairs = zip(questions(dataset, independent, seed), questions(other, independent, seed), strict=True)
    for (family, asked), (again, _) in pairs:
        assert same(answered(family, asked), answered(again, asked))


def shuffle(text: str, name: str, seed: int) -> str:
    """The rows of a CSV file in another order; no cell of these books holds a line break."""
    if not name.endswith(".csv"):
        return text
    header, *lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    Random(seed).shuffle(lines)
    return header + "".join(lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tally_of_some_days_gives_each_of_them(seed: int, tmp_path: Path) -> None:
    dataset, independent = book(tmp_path, seed)
    days = question_days(independent)[:4]
    for kind, declared in dataset.manifest.pledges.items():
        if declared.source == "journal" and dataset.manifest.subject(kind) in ("household", "organisation"):
            journal = Journal(dataset, Measure("pledges", kind))
            together = journal.tally(*days)
            for place, day in enumerate(days):
                alone: Counter[object] = Counter()
                for standings, n in together.items():
                    alone[standings[place],] += n
                assert alone == journal.tally(day)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_point_of_a_trend_is_the_summary_and_its_changes_add_up(seed: int, tmp_path: Path) -> None:
    dataset, independent = book(tmp_path, seed)
    day = question_days(independent)[-1 - seed % 3]
    calendar = (CIVIL, Calendar("report", "12-15"))[seed % 2]
    for kind, declared in dataset.manifest.pledges.items():
        asked = Query(day, None, dataset.manifest.levels[-1].id, [kind], day)
        try:
            found = trend(Family(dataset, "pledges"), asked, calendar, EVERY[seed % 3])
        except Refused:
            continue
        assert [row for row in found.last.rows if row.tells] == summarise(Family(dataset, "pledges"), asked).rows
        assert found.points[-1].period.last == day
        if declared.source == "journal":
            assert all(added_up(series) for series in over_time([point.summary for point in found.points]))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_point_of_a_trend_is_the_summary_of_a_book_that_is_asked_nothing_else(seed: int, tmp_path: Path) -> None:
    """What is known from the points before it, of maps, of spots and of what happened, changes none of its figures."""
    dataset, independent = book(tmp_path, seed)
    days = question_days(independent)
    asked = Query(days[-1], None, dataset.manifest.levels[-1].id, (), days[-1 - seed % 5], partly=True)
    points = trend(Family(dataset, "pledges"), asked, CIVIL, "year").points
    assert any(point.summary.figures for point in points)
    for point in points[seed % 2 :: 3]:
        alone = Family(Dataset(open_at(tmp_path)), "pledges")
        found = summarise(alone, asked._replace(day=point.period.last, rest=True))
        figures = {row.key: row for row in found.figures}
        assert [figures[row.key] for row in point.summary.figures] == point.summary.figures


def over_time(points: list[Summary]) -> Iterator[list[Figure]]:
    for place in range(len(points[0].totals)):
        yield [point.totals[place] for point in points]


def added_up(series: list[Figure]) -> bool:
    """Whether the changes from point to point are the change from the first to the last, both parts of it."""
    steps = [change(before, after) for before, after in pairwise(series)]
    whole = change(series[0], series[-1])
    return (sum(step.num or 0 for step in steps), sum(step.den or 0 for step in steps)) == (whole.num, whole.den)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_in_force_changes_by_what_happened(seed: int, tmp_path: Path) -> None:
    """Of those in the register on both days nobody comes to be in force without a row that says signed.

    Nobody ceases to be without one that says withdrawn or a lapse, and who has lapsed is counted as just that.
    """
    dataset, independent = book(tmp_path, seed)
    for first, last in spans(independent)[seed % 5 :: 5]:
        for kind, declared in dataset.manifest.pledges.items():
            people = dataset.manifest.subject(kind) in ("household", "organisation")
            if people and declared.source == "journal" and dataset.map(last).top is not None:
                turns = turned(Journal(dataset, Measure("pledges", kind)), first, last)
                signed, withdrawn, lapsed = happened(dataset, kind, Period(first, last))
                assert turns[IN_FORCE] <= signed
                assert turns[WITHDRAWN] <= withdrawn
                assert turns[LAPSED] == lapsed


def turned(journal: Journal, first: date, last: date) -> Counter[str]:
    """How many of those eligible on the eve and at the end came to be in force or ceased to, by how they stand then."""
    turns: Counter[str] = Counter()
    for ((_, was_out, was), (_, is_out, now)), n in journal.tally(first - timedelta(1), last).items():
        if not (was_out or is_out) and was in ELIGIBLE and was != now and IN_FORCE in (was, now):
            turns[now] += n
    return turns


def happened(dataset: Dataset, kind: str, period: Period) -> list[int]:
    """What was signed, withdrawn and lapsed at the top, with what has no place."""
    _, *flows = summarise(Family(dataset, "pledges"), Query(period.last, None, None, [kind], period=period)).rows
    return [(flow.num or 0) + flow.left_out for flow in flows]


# Levels are data ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [date(2021, 8, 31), date(2026, 6, 30)])
def test_a_book_without_the_level_of_districts_has_the_same_communes(day: date, tmp_path: Path) -> None:
    copy = shutil.copytree(SAMPLE, tmp_path / "book")
    text = (copy / "antq.toml").read_text("utf-8")
    district = text[text.index("[[levels]]") : text.index("[[levels]]", text.index("[[levels]]") + 1)]
    (copy / "antq.toml").write_text(text.replace(district, ""), "utf-8")
    rows = (copy / "units.csv").read_text("utf-8").replace(",district,", ",cluster,")
    (copy / "units.csv").write_text(rows, "utf-8")
    one, other = Dataset(open_at(SAMPLE)), Dataset(open_at(copy))
    for basis in (date(2021, 8, 31), date(2025, 7, 1)):
        with_level, without = (summary(dataset, day=day, by="commune", basis=basis) for dataset in (one, other))
        assert [row for row in without.rows if row.level] == [row for row in with_level.rows if row.level]
        assert [numbers(row) for row in without.totals] == [numbers(row) for row in with_level.totals]
