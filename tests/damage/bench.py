"""The damage bench: a clean book damaged in each way, at several random spots, and what antq makes of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from antq_cli.answers.query import Query
from antq_cli.answers.summary import summarise
from antq_cli.checks.runner import Inquiry, check
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.measures import FAMILIES
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from antq_cli.reading.book import open_book
from tests.damage.clean import clean, put
from tests.damage.making import Files, Way
from tests.damage.ways import WAYS

DAY, TODAY = date(2021, 8, 31), date(2026, 8, 1)
SEEDS = 4
Came = Literal["flagged", "harmless", "silent", "crash"]
CAME: tuple[Came, ...] = ("flagged", "harmless", "silent", "crash")


class Case(NamedTuple):
    """A damaged book: what came of it, and the codes of what was found, or what went wrong."""

    way: Way
    seed: int
    came: Came
    found: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def cases(folder: Path, way: Way, seeds: Iterable[int] = range(SEEDS)) -> Iterator[Case]:
    """Damage the book in a way with each seed; a seed that hits nothing in some way is another one's."""
    for seed in seeds:
        files = _damaged(way, seed)
        if files is not None:
            yield _case(way, seed, put(folder / f"{WAYS.index(way)}-{seed}", files))


@cache
def _right() -> list[object]:
    """The figures of the book before."""
    with TemporaryDirectory() as folder:
        return figures(put(Path(folder), clean()))


def _damaged(way: Way, seed: int) -> Files | None:
    for more in range(20):
        files = way.damage(Random(f"{way.name} {seed} {more}"), dict(clean()))
        if files is not None:
            return files
    return None


def _case(way: Way, seed: int, folder: Path) -> Case:
    try:
        found = findings_in(folder)
        if found:
            return Case(way, seed, "flagged", tuple(sorted({each.rule.code for each in found})), tuple(found))
        return Case(way, seed, "harmless" if figures(folder) == _right() else "silent", ())
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return Case(way, seed, "crash", (repr(error),))


def findings_in(folder: Path) -> list[Finding]:
    """What a check finds, or why the book is refused."""
    try:
        return list(check(open_book(str(folder), folder), Inquiry(DAY, TODAY)).findings)
    except Refused as refused:
        return list(refused.findings)


def figures(folder: Path) -> list[object]:
    """Every figure of the book, area by area."""
    dataset = Dataset(open_book(str(folder), folder))
    top = dataset.map(DAY).top
    assert top is not None
    made = (summarise(Family(dataset, name), Query(DAY, top, "area")) for name in FAMILIES)
    return [(summary.rows, summary.totals) for summary in made]


class Row(NamedTuple):
    """What came of the cases of a way, how many only a second statement of a total told, and the codes that did."""

    way: Way
    cases: int
    came: Counter[Came]
    compared: int
    codes: list[str]


def row(way: Way, found: list[Case]) -> Row:
    """Count the cases of a way."""
    codes = {code for case in found for code in case.found}
    compared = sum(bool(case.found) and all(code.startswith("R") for code in case.found) for case in found)
    return Row(way, len(found), Counter(case.came for case in found), compared, sorted(codes))


HEAD = """\
# What damage is noticed

A small book without a fault is damaged in every way in which books come damaged: what offices send, what editors and
spreadsheets do, what hands mistype. Its totals stand twice, as claims and as returns beside the journal. Each way is
tried at several random spots, with fixed seeds.

- *Flagged*: `antq check` finds or refuses it. The last column has the codes of the rules that told it.
- *Harmless*: it changes no figure, and is not found.
- *Silent*: it changes a figure unnoticed. The tests hold this at 0.
- *Crash*: the program fails. The tests hold this at 0.
- *Compared*: of the flagged cases, those that only a second statement of a total told (`R`). In a book that states its
  totals once, without claims and without returns beside the journal, these would be silent.

The tests also hold each way to what must come of it. A plausible number in a place that nothing else speaks of is not
among the ways, because nobody could notice it. `python docs/make_damage.py` writes this page; the ways are in
`tests/damage/ways.py`.
"""


def shown(way: Way) -> str:
    """The name of a way as it stands in a cell."""
    return way.name.replace("|", "/")


def line(row: Row) -> str:
    """The line of a way in the page's table."""
    counts = " | ".join(str(row.came[came]) for came in CAME)
    return f"| {shown(row.way)} | {row.cases} | {counts} | {row.compared} | {' '.join(row.codes)} |"


def page(rows: list[Row]) -> str:
    """The page of the docs that the ways make."""
    total: Counter[Came] = sum((row.came for row in rows), Counter())
    counts = " | ".join(f"**{total[came]}**" for came in CAME)
    cases, compared = sum(row.cases for row in rows), sum(row.compared for row in rows)
    lines = [HEAD, f"| damage | cases | {' | '.join(CAME)} | compared | told by |", f"|---|{'---:|' * 6}---|"]
    lines += [*map(line, rows), f"| **all** | **{cases}** | {counts} | **{compared}** | |"]
    return "\n".join(lines) + "\n"
