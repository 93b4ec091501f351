"""antq's figures against those of the independent counter, which shares no code with it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import WORDS, Measure
from antq_cli.counting.amounts import OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.reading.book import open_book
from antq_cli.units.regrouping import OutOfReach, Regrouping
from tests.helpers import READ, checked
from tests.independent.basis import UnreachableError
from tests.independent.books import basis_days, question_days, random_book, spans, write_book
from tests.independent.counter import Counter
from tests.independent.places import UncleanError
from tests.thinned import seeds

SAMPLE = Path(__file__).parents[2] / "data" / "cam-thuy-sample"
# Years that overlap, as the law had it; a reason that no regime of the book knows; units that chance sends elsewhere
# than their parents, or under a code that another one had.
ALLOWED = ("T001", "X208", "X112", "X113")
FAMILIES = ("pledges", "teams", "models", "activities", "standards", "households", "units", "organisations")
DAYS = [
    *(date(2021, month, 15) for month in (2, 3, 4, 6, 8, 10, 12)),
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


def figures(
    dataset: Dataset,
    day: date,
    basis: date | None = None,
    period: Period | None = None,
    families: Sequence[str] = FAMILIES,
) -> Iterator[Figure]:
    """Yield every figure of some families on a day: of each kind, at each unit of each level and at the top.

    With a period only pledges are asked for: nothing else flows but activities, which are those of the year.
    """
    if None in (dataset.map(day).top, dataset.map(basis or day).top):
        return
    for name in families if period is None else FAMILIES[:1]:
        family = family_of(dataset, name)
        within = dataset.manifest.within(name, day) or period
        for kind in (kind for kind in family.kinds() if family.can_count(kind)):
            yield from figures_of_kind(family, Query(day, None, None, [kind.id], basis, within))


class Remembering(Family):
    """A family that counts once what the summary of each level asks of it."""

    def __init__(self, dataset: Dataset, family: str) -> None:
        super().__init__(dataset, family)
        self._counted: dict[object, OwnAmounts | None] = {}

    def amounts(self, kind: Kind, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        key = (kind.measure, regrouping.day, regrouping.basis.day, period)
        if key not in self._counted:
            self._counted[key] = super().amounts(kind, regrouping, period)
        return self._counted[key]


@lru_cache(maxsize=8)
def family_of(dataset: Dataset, name: str) -> Family:
    """Return a family that reads its registers once for all days."""
    return Remembering(dataset, name)


def figures_of_kind(family: Family, asked: Query) -> Iterator[Figure]:
    """Yield the figures of a kind by each level, the top's among them; of what is out of reach, figures without any."""
    map_ = family.dataset.map(asked.basis or asked.day)
    for level in family.dataset.manifest.levels:
        if not (numbers := map_.level(level.id)):
            continue
        try:
            rows = summarise(family, asked._replace(by=level.id)).rows
            yield from (row for row in rows if row.level is not None)
        except OutOfReach:  # because of the top, or of some of the units, of which each may be asked
            top, asked_apart = map_.top, [_alone(family, asked._replace(unit=number)) for number in numbers]
            if top is not None and not any(figure.figure is None for figures in asked_apart for figure in figures):
                yield from _alone(family, asked._replace(unit=top))
            yield from (figure for figures in asked_apart for figure in figures)


def _alone(family: Family, asked: Query) -> list[Figure]:
    """Return the figures of a kind at one unit, or that it is out of reach."""
    try:
        return [*summarise(family, asked).rows]
    except OutOfReach:
        code = family.dataset.atlas.units[asked.unit or 0].code
        return [UNPLACED._replace(measure=kind.measure, unit=code) for kind in family.kinds(asked.kinds)]


def both(folder: Path) -> tuple[Dataset, Counter]:
    return Dataset(open_book(str(folder), folder)), Counter.open(folder)


@cache
def both_of_the_sample() -> tuple[Dataset, Counter]:
    """Both counters remember what they have read; the sample is big enough for that to be felt."""
    return both(SAMPLE)


def differences(
    dataset: Dataset, counter: Counter, days: Sequence[date], families: Sequence[str] = FAMILIES
) -> list[str]:
    asked = ((day, row) for day in days for row in figures(dataset, day, families=families))
    return [line for day, row in asked for line in compared(counter, row, day)]


def compared(counter: Counter, row: Figure, day: date) -> list[str]:
    answer = counter.figure(str(row.measure), row.unit, day)
    got = (row.state, row.num, row.den, row.reported, row.expected, row.counted_on, row.old)
    want = (answer.state, answer.num, answer.den, answer.reported, answer.expected, answer.counted_on, answer.old)
    return [] if got == want else [f"{row.figure}: antq {got}, independent {want}"]


@pytest.mark.parametrize(
    "days",
    [DAYS[::11], pytest.param([day for day in DAYS if day not in DAYS[::11]], marks=pytest.mark.long)],
    ids=["some", "others"],
)
def test_sample_agrees_at_every_unit_on_every_day(days: list[date]) -> None:
    assert len(DAYS) >= 20
    assert differences(*both_of_the_sample(), days, FAMILIES[:1]) == []


def test_sample_agrees_in_every_family() -> None:
    """Before, at and after the end of windows, the change of the rule and of the teams, and the merger."""
    days = [date(2021, 10, 31), date(2022, 2, 10), date(2024, 7, 1), MERGER]
    assert differences(*both_of_the_sample(), days, FAMILIES[1:]) == []


# By default so many books that every part of pledges, households, units and organisations comes up in every state
# that it has in two dozen; more than a thousand with `python -m pytest -m long tests/counting`.
HALF = 8
LAPSING = seeds(range(HALF), 1190, 50)
STEADY = seeds(range(HALF), 200, 20)
UNPLACED = Figure(None, Measure(""), "", "", None, "counted", None, None, None, None, None, None, None, 0)
EVE, MERGER, LATER = date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30)


def on_bases(
    dataset: Dataset, counter: Counter, pairs: Iterable[tuple[date, date]], families: Sequence[str] = FAMILIES
) -> list[str]:
    """The differences in the figures of days on the maps of other days, what cannot be placed included."""
    return [
        line
        for day, basis in pairs
        for row in figures(dataset, day, basis, families=families)
        for line in compared_on_basis(counter, row, day, basis)
    ]


def unreachable(counter: Counter, measure: str, unit: str, day: date, basis: date) -> bool:
    """Whether a measure cannot be placed on the map of another day."""
    try:
        counter.figure(measure, unit, day, basis)
    except UnreachableError:
        return True
    return False


def compared_on_basis(counter: Counter, row: Figure, day: date, basis: date) -> list[str]:
    if row.figure is None:  # a kind is refused with all its parts, if one of them cannot be placed
        whole, parts = row.measure, WORDS[row.measure.family].parts
        measures = map(str, (whole, *map(whole.of, parts)))
        some = any(unreachable(counter, measure, row.unit, day, basis) for measure in measures)
        return [] if some else [f"{row.measure} {day}~{basis}: antq: unreachable, independent: all of it is placed"]
    got = (row.state, row.num, row.den, row.reported, row.expected, row.counted_on, row.old)
    try:
        answer = counter.figure(str(row.measure), row.unit, day, basis)
        want = (answer.state, answer.num, answer.den, answer.reported, answer.expected, answer.counted_on, answer.old)
    except UnreachableError:
        return [f"{row.figure}: antq {got}, independent: unreachable"]
    return [] if got == want else [f"{row.figure}: antq {got}, independent {want}"]


def flows(dataset: Dataset, counter: Counter, first: date, last: date, basis: date) -> list[str]:
    """The differences in what was signed, withdrawn and lapsed within days."""
    rows = figures(dataset, last, basis, Period(first, last))
    return [line for row in rows for line in compared_flow(counter, row, (first, last), basis)]


def compared_flow(counter: Counter, row: Figure, days: tuple[date, date], basis: date) -> list[str]:
    measure = row.measure
    if not measure.flow or row.figure is None:
        return []
    try:
        answer = counter.flow(str(measure.kind), str(measure.part), row.unit, *days, basis)
    except UncleanError:
        return (
            [] if row.num is None and row.state in ("not-reported", "below-grain") else [f"{row.figure} is of returns"]
        )
    same = (answer.num, answer.den) == (row.num, row.den)
    return [] if same else [f"{row.figure}: antq {row.num}/{row.den}, independent {answer.num}/{answer.den}"]


@pytest.mark.parametrize(
    ("pairs", "families"),
    [
        ([(LATER, date(2021, 8, 31))], FAMILIES[:1]),
        ([(date(2021, 8, 31), MERGER)], FAMILIES[1:]),
        pytest.param([(date(2021, 8, 31), MERGER), (MERGER, EVE)], FAMILIES[:1], marks=pytest.mark.long),
    ],
    ids=["pledges back", "the others", "pledges on"],
)
def test_sample_agrees_on_the_maps_of_other_days(pairs: list[tuple[date, date]], families: Sequence[str]) -> None:
    assert on_bases(*both_of_the_sample(), pairs, families) == []


@pytest.mark.parametrize(
    "days",
    [
        (date(2024, 11, 1), date(2025, 10, 31), EVE),
        pytest.param((date(2021, 7, 1), date(2021, 9, 30), date(2021, 9, 30)), marks=pytest.mark.long),
    ],
    ids=["over the merger", "a quarter"],
)
def test_sample_agrees_on_what_happened_within_periods(days: tuple[date, date, date]) -> None:
    assert flows(*both_of_the_sample(), *days) == []


@pytest.mark.parametrize("seeds", LAPSING, ids=str)
def test_random_books_agree_on_the_maps_of_other_days(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, lapsing=True))
        dataset, counter = both(folder)
        assert on_bases(dataset, counter, basis_days(counter)[seed % 11 :: 11]) == [], f"seed {seed}"


@pytest.mark.parametrize("seeds", LAPSING, ids=str)
def test_random_books_agree_on_what_happened_within_periods(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, lapsing=True))
        dataset, counter = both(folder)
        for first, last in spans(counter)[seed % 6 :: 6]:
            assert flows(dataset, counter, first, last, last) == [], f"seed {seed}"


@pytest.mark.parametrize("seeds", STEADY, ids=str)
def test_random_books_agree(seeds: range, tmp_path: Path) -> None:
    """In the few by default on every second day, in every second book from the second one on."""
    for seed in seeds:
        dataset, counter = both(write_book(tmp_path / str(seed), random_book(seed)))
        days = question_days(counter)
        assert differences(dataset, counter, days[seed % 2 :: 2] if seed < HALF else days) == [], f"seed {seed}"


@pytest.mark.parametrize("lapsing", [False, True], ids=["until-withdrawn", "lapsing"])
@pytest.mark.parametrize("seeds", STEADY, ids=str)
def test_random_books_are_clean(seeds: range, lapsing: bool, tmp_path: Path) -> None:
    """Some calendars of the lapsing ones have years that overlap, as the law had it (T001)."""
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, lapsing=lapsing))
        for day in list(question_days(Counter.open(folder)))[:: 13 if lapsing else 9]:
            found = checked(open_book(str(folder), folder), day, *READ).findings
            told = [(finding.rule.code, finding.place, finding.values) for finding in found]
            assert [one for one in told if one[0] not in ALLOWED] == [], f"seed {seed}"


# By default those of the first twenty books of whole campaigns in which every part of every family comes up in every
# state that it has in the twenty, on the map of the day and of another; the rest and 200 more in the long run.
TELLING = [(0, 2, 3, 5), (6, 7, 13, 19)]
OTHERS = [tuple(seed for seed in range(20) if seed not in (*TELLING[0], *TELLING[1]))]
OTHERS += [(*range(start, start + 20),) for start in range(100, 300, 20)]
WHOLE = [*TELLING, *(pytest.param(some, marks=pytest.mark.long) for some in OTHERS)]


@pytest.mark.parametrize("seeds", WHOLE, ids=str)
def test_random_campaigns_agree(seeds: Sequence[int], tmp_path: Path) -> None:
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, whole=True))
        dataset, counter = both(folder)
        days = list(question_days(counter))[seed % 7 :: 7]
        found = [line for day in days for row in figures(dataset, day) for line in compared(counter, row, day)]
        found += on_bases(dataset, counter, basis_days(counter)[seed % 17 :: 17])
        assert found == [], f"seed {seed}"


@pytest.mark.parametrize("seeds", WHOLE[:3], ids=str)
def test_random_campaigns_are_clean(seeds: Sequence[int], tmp_path: Path) -> None:
    for seed in seeds:
        folder = write_book(tmp_path / str(seed), random_book(seed, whole=True))
        for day in list(question_days(Counter.open(folder)))[::20]:
            found = checked(open_book(str(folder), folder), day, *READ).findings
            told = [(finding.rule.code, finding.place, finding.values) for finding in found]
            assert [one for one in told if one[0] not in ALLOWED] == [], f"seed {seed}"
