"""Random things are entered into random books: nothing else changes, no error comes in, and the figures are right."""

import random
from collections import Counter as Times
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from antq_cli.core.changes import inverse, spliced
from antq_cli.core.findings import Refused
from antq_cli.core.registers import REGISTERS
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import open_book
from antq_cli.writing.entering import Entered, Entry, enter
from antq_cli.writing.filing import Filing
from antq_cli.writing.households import arrivals, exclude, leave, move
from antq_cli.writing.judging import journals
from antq_cli.writing.keeping import keep
from antq_cli.writing.signing import Asked, Event, Signing, sign
from tests.counting.test_independent import differences
from tests.helpers import READ, checked
from tests.independent.books import event_days, random_book, write_book
from tests.independent.counter import Counter
from tests.thinned import seeds

SEEDS = seeds(range(6), 400, 20)
Does = Callable[[random.Random, Dataset, date], tuple[str, Sequence[Entry]]]


def signing(rng: random.Random, dataset: Dataset, day: date) -> tuple[str, Sequence[Entry]]:
    columns = (("households", "household"), ("organisations", "code"), ("units", "code"))
    codes = [code for name, column in columns for code in bulk.distinct(dataset.book.table(name), column)]
    asked = [Asked(n, rng.choice(["nobody", *codes])) for n in range(rng.randint(1, 6))]
    kinds = [str(measure.kind) for measure in journals(dataset.manifest)]
    event: Event = rng.choice(["signed", "signed", "withdrawn"])
    more = {"sheet": "S-1"} if rng.random() < 0.5 else {}
    return "pledges", sign(dataset, asked, Signing(event, day, rng.choice(kinds) if kinds else None, more))


def coming(rng: random.Random, dataset: Dataset, day: date) -> tuple[str, Sequence[Entry]]:
    area = rng.choice(bulk.distinct(dataset.book.table("units"), "code"))
    return "households", arrivals(dataset, area, day, rng.randint(1, 3))


def living(rng: random.Random, dataset: Dataset, day: date) -> tuple[str, Sequence[Entry]]:
    code = rng.choice(bulk.distinct(dataset.book.table("households"), "household"))
    area = rng.choice(bulk.distinct(dataset.book.table("households"), "area"))
    ways: list[Callable[[], Entry]] = [
        lambda: leave(dataset, code, day),
        lambda: move(dataset, code, area, day),
        lambda: exclude(dataset, code, rng.choice(["", "absent", "vacant"]), day),
    ]
    return "households", [rng.choice(ways)()]


def keeping(rng: random.Random, dataset: Dataset, day: date) -> tuple[str, Sequence[Entry]]:
    table = dataset.book.table("returns")
    row = table.row_cells(rng.randrange(len(table)))
    count = str(rng.randint(0, int(row["total"] or 9)))
    cells = {name: row[name] for name in ("date", "unit", "measure")} | {"count": count}
    if rng.random() < 0.5:
        cells |= {"date": day.isoformat(), "total": row["total"]}
    path = Filing(dataset, "returns").file(cells["unit"], day)
    return "returns", [keep(table, path, cells, replace=rng.random() < 0.8).entry]


OPERATIONS: dict[str, tuple[Does, str]] = {
    "signing": (signing, "pledges"),
    "coming": (coming, "households"),
    "living": (living, "households"),
    "keeping": (keeping, "returns"),
}


def once(rng: random.Random, folder: Path, does: Does, day: date) -> Entered | None:
    """Enter something, write what it comes to, and hold the files against what they were."""
    dataset = Dataset(open_book(str(folder), folder))
    try:
        name, entries = does(rng, dataset, day)
    except Refused:
        return None
    found = enter(dataset.book, REGISTERS[name], entries, partial=True)
    lines = sum(_lines(each.before or b"") for each in found.rewrites)
    for rewrite in found.rewrites:
        file = folder / rewrite.path
        assert (file.read_bytes() if file.exists() else None) == rewrite.before
        assert rewrite.after is not None
        assert spliced(rewrite.after, inverse(rewrite.splices)) == (rewrite.before or b"")
        file.write_bytes(rewrite.after)
    if found.rewrites and all(each.path.endswith(".csv") and each.before for each in found.rewrites):
        assert sum(_lines(each.after or b"") for each in found.rewrites) == lines + found.rows.added
    return found


def _lines(raw: bytes) -> int:
    return raw.count(b"\n") + (not raw.endswith(b"\n"))


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_the_figures_are_those_of_the_independent_counter(operation: str, seeds: range, tmp_path: Path) -> None:
    does, register = OPERATIONS[operation]
    came = Times[str]()
    for seed in seeds:
        rng = random.Random(seed)
        files = random_book(seed, whole=True)
        folder = write_book(tmp_path / f"{operation}{seed}", files)
        if not len(open_book(str(folder), folder).table(register)):
            continue
        days = event_days(files)
        for _ in range(3):
            found = once(rng, folder, does, rng.choice(days) + timedelta(days=rng.randint(-1, 1)))
            came.update(entry.taken.outcome for entry in (found.entries if found else ()))
        after = open_book(str(folder), folder)
        wrong = [each for each in checked(after, days[-1], *READ).findings if each.rule.severity == "error"]
        if {each.rule.code for each in wrong} == {"X106"}:
            continue  # where what lies in a unit goes is a question of the day: what that goes into may close as well
        assert wrong == [], f"seed {seed}"
        asked = [days[-1], rng.choice(days)]
        assert differences(Dataset(after), Counter.open(folder), asked) == [], f"seed {seed}"
    assert came["new"] + came["changed"] > 0
