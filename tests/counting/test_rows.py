"""The way back from a figure to the rows: their sum is the figure, and every row stands in exactly one group."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Refused
from antq_cli.core.measures import WORDS
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.amounts import NOTHING, Amount, roll_up, total
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.counting.sources import RowBehind, Source, place_of
from antq_cli.counting.standards import EXEMPT
from antq_cli.units.regrouping import Regrouping, Spot
from tests.counting.damage import damaged, random_registers, written
from tests.helpers import open_at
from tests.independent.books import question_days, random_book, write_book
from tests.independent.counter import Counter as Independent
from tests.independent.paper import COLUMNS
from tests.independent.rows import read_register
from tests.thinned import seeds

DATA = Path(__file__).parents[2] / "data"
# What a register that a source looks at may be beside its own: the units are looked at where they are what is counted.
BESIDE = {"units"}
# The reasons for which a row does something; ``reaches`` does it by the row of whom it reaches.
EFFECTS = {"counted", "unsigned", "withdrawn", "lapsed", "in-force", "missing", "left-out", "other-word", "straddling"}

MANY = 10_000  # so many rows are asked for once, and not again unit by unit

Asked = tuple[str | None, Period | None]


def sources(dataset: Dataset) -> Iterator[tuple[str, Source]]:
    """Every kind of a book with its source; those of no kind of a section only where there is their register."""
    for name in WORDS:
        family = Family(dataset, name)
        for kind in family.kinds():
            source = family.source(kind)
            if all(dataset.book.table(register).parts for register in source.registers):
                yield name, source


def asked_of(name: str, day: date, spans: Sequence[int]) -> list[Asked]:
    """The parts of a family on a day, that of who is left out among them, and its flows in periods up to it."""
    words = WORDS[name]
    exempt = (EXEMPT,) if name == "standards" else ()
    parts: list[Asked] = [(part, None) for part in (*words.told(within=False), *exempt)]
    periods = [Period(day - timedelta(days), day) for days in spans]
    return [*parts, *((flow, period) for flow in words.flows for period in periods)]


class Held:
    """How much a law has held of."""

    def __init__(self) -> None:
        self.measures = self.figures = self.rows = 0
        self.reasons: Counter[str] = Counter()


def held(dataset: Dataset, days: Sequence[tuple[date, date | None]], spans: Sequence[int] = (0, 400)) -> Held:
    """Hold the laws of all measures on some days and bases, and of flows in periods of so many days."""
    told = Held()
    for day, basis in days:
        if None in (dataset.map(day).top, dataset.map(basis or day).top):
            continue
        for name, source in sources(dataset):
            left_out: set[tuple[str, int, bool]] = set()
            for part, period in asked_of(name, day, spans):
                rows = hold(dataset, source, part, period, dataset.regrouping(day, basis), told)
                out, counted = by_reason(rows, "left-out"), by_reason(rows, "counted", "reaches")
                left_out |= {each for each in out if part is None and each[0] in source.registers[:1]}
                assert not left_out & counted, f"{source.measure}.{part} {day}: left out of the kind, and counts"
    return told


def by_reason(rows: Sequence[RowBehind], *reasons: str) -> set[tuple[str, int, bool]]:
    return {(row.register, row.number, row.unread) for row in rows if row.reason in reasons}


def hold(
    dataset: Dataset, source: Source, part: str | None, period: Period | None, regrouping: Regrouping, told: Held
) -> list[RowBehind]:
    """Hold the two laws of one measure: the sum, of each unit, and that nothing is lost and nothing twice."""
    amounts = source.amounts(part, regrouping, period)
    rows = list(source.rows(part, regrouping, period))
    name = f"{source.measure}.{part} {regrouping.day}~{regrouping.basis.day} {period}"
    if amounts is None:
        assert rows == [], name
        return rows
    assert sums(rows) == {spot: amount for spot, amount in amounts.own.items() if amount != NOTHING}, name
    assert total(row.effect for row in rows if row.spot is None) == amounts.lost, name
    each_once(dataset, source, rows, name)
    for row in rows:
        assert (row.effect.left_out == 1) is (row.reason == "left-out"), (name, row)
        assert row.effect == NOTHING or row.reason in EFFECTS, (name, row)
        assert row.effect != NOTHING or row.reason not in ("counted", "missing"), (name, row)
    told.measures += 1
    told.figures += len(amounts.own)
    told.rows += len(rows)
    told.reasons.update(row.reason for row in rows)
    at_units(source, (part, period), regrouping, rows)
    return rows


def sums(rows: Sequence[RowBehind]) -> dict[Spot, Amount]:
    found: dict[Spot, Amount] = {}
    for row in rows:
        if row.spot is not None and row.effect != NOTHING:
            found[row.spot] = found.get(row.spot, NOTHING) + row.effect
    return found


def each_once(dataset: Dataset, source: Source, rows: Sequence[RowBehind], name: str) -> None:
    """Every row of every register that is looked at stands there once, read or not."""
    registers = {row.register for row in rows}
    assert registers <= {*source.registers, *BESIDE}, name
    own = [*source.registers, "units"][0]
    for register in registers | {own}:
        table = dataset.book.table(register)
        there = [(row.number, row.unread) for row in rows if row.register == register]
        every = [(number, False) for number in range(len(table))]
        assert sorted(there) == sorted([*every, *((number, True) for number in range(len(table.broken)))]), (
            f"{name}: {register}"
        )


def at_units(source: Source, asked: Asked, regrouping: Regrouping, rows: Sequence[RowBehind]) -> None:
    """The rows behind a unit are its share of them: of the top or of another, chosen by how many there are."""
    map_ = regrouping.basis
    units = sorted(map_.paths)
    if len(rows) > MANY:
        return
    spots = [(row.spot.shown, row.effect) for row in rows if row.spot is not None]
    sums_ = roll_up(((shown, effect) for shown, effect in spots if shown is not None), map_)
    lost = total(row.effect for row in rows if row.spot is None)
    unit = map_.top if len(rows) % 2 else units[len(rows) // 2 % len(units)]
    assert unit is not None
    behind = total(row.effect for row in source.rows(asked[0], regrouping, asked[1], unit))
    assert behind == sums_.get(unit, NOTHING) + (lost if unit == map_.top else NOTHING)


def pairs(days: Sequence[date], step: int) -> list[tuple[date, date | None]]:
    """Some of the days, every third on the map of the last."""
    some = days[::step]
    return [(day, days[-1] if number % 3 == 2 else None) for number, day in enumerate(some)]


# --------------------------------------------------------------------------------------------------- the two books

SAMPLE_DAYS = [date(2021, 8, 31), date(2025, 7, 1), date(2026, 6, 30), date(2022, 2, 10), date(2019, 12, 1)]
ALL_DAYS = [(day, basis) for day in SAMPLE_DAYS for basis in (None, date(2025, 6, 30))]


@pytest.mark.parametrize(
    ("book", "days", "spans"),
    [
        ("cam-thuy-2021", [(date(2021, 8, 31), None), (date(2021, 8, 30), None)], (0, 400)),
        ("cam-thuy-sample", [(date(2021, 8, 31), date(2025, 7, 1))], ()),
        pytest.param("cam-thuy-sample", ALL_DAYS, (0, 400), marks=pytest.mark.long),
    ],
    ids=["2021", "sample", "sample on all days"],
)
def test_the_rows_behind_the_figures_of_the_books_are_the_figures(
    book: str, days: list[tuple[date, date | None]], spans: Sequence[int]
) -> None:
    told = held(Dataset(open_at(DATA / book)), days, spans)
    assert told.measures > 20
    assert told.reasons["counted"] > 20


# ------------------------------------------------------------------------------------------------- the random books

CLEAN = seeds(range(6), 132, 21)
WHOLE = [*seeds(range(3, 6), 126, 20), pytest.param(range(6), marks=pytest.mark.long)]
# Among those by default is 304, a whole campaign: there alone assessments have faults.
HURT = [*seeds(range(301, 305), 429, 31), pytest.param(range(300, 308), marks=pytest.mark.long)]


def in_books(folder: Path, seeds: range, *, whole: bool) -> Held:
    every = Held()
    for seed in seeds:
        book = write_book(folder / str(seed), random_book(seed, lapsing=bool(seed % 2), whole=whole))
        days = list(question_days(Independent.open(book)))
        add(every, held(Dataset(open_at(book)), pairs(days, 9)))
    return every


def add(every: Held, told: Held) -> None:
    every.measures += told.measures
    every.figures += told.figures
    every.rows += told.rows
    every.reasons += told.reasons


@pytest.mark.parametrize("seeds", CLEAN, ids=str)
def test_the_rows_behind_the_figures_of_random_books_are_the_figures(seeds: range, tmp_path: Path) -> None:
    told = in_books(tmp_path, seeds, whole=False)
    assert told.reasons["counted"] > 1000
    assert told.reasons["older"] > 100


@pytest.mark.parametrize("seeds", WHOLE, ids=str)
def test_the_rows_behind_the_figures_of_random_campaigns_are_the_figures(seeds: range, tmp_path: Path) -> None:
    told = in_books(tmp_path, seeds, whole=True)
    assert min(told.reasons[reason] for reason in ("counted", "missing", "exempt", "reaches", "older")) > 10


def test_a_row_behind_leads_to_its_line(tmp_path: Path) -> None:
    for seed in range(300, 306):
        manifest, registers = random_registers(tmp_path / f"{seed}-valid", seed)
        hurt = damaged(Random(seed), registers, share=0.2)
        folder = written(tmp_path / str(seed), manifest, hurt, Random(seed))
        dataset = Dataset(open_at(folder))
        rows = {row[:3] for _, source in sources(dataset) for row in source.rows(None, dataset.regrouping(date.max))}
        lines = {path: path.read_text(encoding="utf-8").split("\n") for path in folder.rglob("*.csv")}
        for register, number, unread in rows:
            table, row = dataset.book.table(register), RowBehind(register, number, unread, None, NOTHING, "counted")
            cells = table.broken[number] if unread else table.row_cells(number)
            place = place_of(dataset, row)
            header, line = lines[folder / place.path][0], lines[folder / place.path][place.line - 1]
            assert dict(zip(*csv.reader([header, line]), strict=True)).items() <= cells.items(), place


# ------------------------------------------------------------------------------------------- what counts in no part

# Of units and returns that are left out others hang: who lies in them, and what was sent before.
HANGING = ("units", "returns")
LAMED = '\n[teams.lame]\n[models.lame]\nreach = "school"\n'
LAME = seeds(range(4), 108, 26)


@pytest.mark.parametrize("seeds", LAME, ids=str)
def test_without_the_rows_that_are_left_out_every_part_is_the_same(seeds: range, tmp_path: Path) -> None:
    """In books some of whose areas close while something lies in them, and nothing carries it on."""
    removed = Counter[str]()
    for seed in seeds:
        write_book(tmp_path / f"{seed}-valid", random_book(seed, whole=True))
        registers = {name: read_register(tmp_path / f"{seed}-valid", name) for name in COLUMNS}
        closed_for_good(Random(seed), registers)
        manifest = (tmp_path / f"{seed}-valid" / "antq.toml").read_text(encoding="utf-8") + LAMED
        dataset = Dataset(open_at(written(tmp_path / f"{seed}-all", manifest, registers)))
        for day in (date(2023, 6, 1), date(2026, 1, 1)):
            if dataset.map(day).top is None:
                continue
            out = left_out_in(dataset, day)
            removed.update(register for register, _ in out)
            kept = {name: [row for row in registers[name] if (name, key(name, row)) not in out] for name in registers}
            less = Dataset(open_at(written(tmp_path / f"{seed}-{day}", manifest, kept)))
            assert counted_in(less, day) == counted_in(dataset, day), f"seed {seed}"
    assert min(removed[name] for name in ("households", "organisations", "teams", "models")) > 0


def closed_for_good(rng: Random, registers: dict[str, list[dict[str, str]]]) -> None:
    """Let some areas end that go on, with a team in each, and a model whose host may be elsewhere."""
    areas = [row for row in registers["units"] if not row.get("closed") and row["level"] == "area"]
    schools = [row["code"] for row in registers["organisations"] if row["kind"] == "school"]
    for row in rng.sample(areas, len(areas) // 2):
        row["closed"] = max("2022-01-01", row.get("opened") or "")
        there = {"kind": "lame", "unit": row["code"], "established": row.get("opened") or ""}
        registers["teams"].append(there | {"code": f"t-{row['code']}", "members": "3"})
        registers["models"].append(there | {"code": f"m-{row['code']}", "host": rng.choice(schools)})


def key(register: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in REGISTERS[register].model.key)


def left_out_in(dataset: Dataset, day: date) -> set[tuple[str, tuple[str, ...]]]:
    """The rows that are left out of any kind though they can be read, by their keys."""
    rows = [row for _, source in sources(dataset) for row in source.rows(None, dataset.regrouping(day))]
    lost = [row for row in rows if row.reason == "left-out" and not row.unread and row.register not in HANGING]
    return {(row.register, key(row.register, dataset.book.table(row.register).row_cells(row.number))) for row in lost}


def counted_in(dataset: Dataset, day: date) -> dict[tuple[str, Spot], Amount]:
    """What counts of every part, whatever is left out of it."""
    found: dict[tuple[str, Spot], Amount] = {}
    for name, source in sources(dataset):
        for part, period in asked_of(name, day, (0, 400)):
            amounts = source.amounts(part, dataset.regrouping(day), period)
            own = {} if amounts is None else amounts.own
            kept = {spot: amount._replace(left_out=0) for spot, amount in own.items()}
            found |= {(f"{source.measure}.{part} {period}", spot): one for spot, one in kept.items() if one != NOTHING}
    return found


def dated(dataset: Dataset, rng: Random) -> list[date]:
    """Some of the days on which rows that are left out are dated: what holds on other days need not hold on these."""
    days = set()
    for _, source in sources(dataset):
        for row in source.rows(None, dataset.regrouping(date(2026, 1, 1))):
            columns = dataset.book.table(row.register).columns
            if row.reason == "left-out" and not row.unread and "date" in columns:
                days.add(columns["date"][row.number])
    return [date.fromisoformat(day) for day in rng.sample(sorted(days), min(3, len(days)))]


@pytest.mark.parametrize("seeds", HURT, ids=str)
def test_the_rows_behind_the_figures_of_hurt_books_are_the_figures(seeds: range, tmp_path: Path) -> None:
    every = Held()
    for seed in seeds:
        manifest, registers = random_registers(tmp_path / f"{seed}-valid", seed)
        hurt = damaged(Random(seed), registers, share=0.15 if seed % 2 else 0.05)
        dataset = Dataset(open_at(written(tmp_path / str(seed), manifest, hurt)))
        days = [date(2019, 6, 1), date(2021, 8, 31), date(2026, 1, 1), *dated(dataset, Random(seed))]
        with suppress(Refused):  # a book whose units cannot be read has no figures
            add(every, held(dataset, [*((day, None) for day in days), (days[1], days[2])]))
    assert every.reasons["left-out"] > 100
    assert every.reasons["unplaced"] > 10
