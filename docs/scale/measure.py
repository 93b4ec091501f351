"""Measure what counting by several machines costs beside the counting itself, and from what size on it would pay.

Run it as ``python docs/scale/measure.py [--write]``: it makes a book of 160,000 households in twenty parts, starts two
workers on this machine, and prints the tables of docs/scale.md, or writes them into it.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

import distributed
from count_parts import Counting, asked_of, count_part
from distributed import Client

from antq_cli.counting.large.piecewise import paired, read_piece
from antq_cli.counting.large.workers import Task, has_scale, sift
from antq_cli.reading.book import open_book

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
from generate import OF_A_PART, write

PAGE = Path(__file__).resolve().parent.parent / "scale.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what was measured -->"
PARTS, ROUNDS, TASKS = 20, 5, 200
WORKERS = (2, 4, 8, 16, 64)
MILLION = 1_000_000
CORES = 2  # of the one machine that is compared
COUNTRY = 27 * MILLION
DAY = date(2021, 8, 31)
T = TypeVar("T")


class Round(NamedTuple):
    """Seconds.

    To start two workers; to send the frame to both; for a task that does nothing. And of one processor, so that other
    work of the machine does not matter: for a part by a worker; for a part by antq.
    """

    start: float
    scatter: float
    task: float
    part: float
    antq: float


def seconds(act: Callable[[], T], clock: Callable[[], float] = perf_counter) -> tuple[float, T]:
    """Return how long something takes, and what it returns."""
    begun = clock()
    done = act()
    return clock() - begun, done


def nothing(number: int) -> int:
    """Do nothing: what a task costs that is no work."""
    return number


def by_dask(counting: Counting) -> tuple[float, float, float]:
    """Return the seconds that go to Dask: for starting, for sending the frame, for one task."""
    start, client = seconds(lambda: Client(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None))
    with client:
        client.gather(client.map(nothing, range(2)))  # so that both have begun
        scatter, _ = seconds(lambda: client.scatter(counting, broadcast=True))
        tasks, _ = seconds(lambda: client.gather(client.map(nothing, range(TASKS), pure=False)))
    return start, scatter, tasks / TASKS


def by_antq(counting: Counting, parts: Sequence[Mapping[str, str]]) -> float:
    """Return the seconds of a processor that antq takes for a part, but for what it takes once."""
    book, _ = counting.made()

    def tasks(times: int) -> Iterator[Task]:
        pieces = (read_piece(book, paths) for _ in range(times) for paths in parts)
        return (Task(0, piece, ()) for piece in pieces if piece)

    def sifted(times: int) -> float:
        return seconds(lambda: [*sift(counting.frame, tasks(times), 1)], process_time)[0]

    return (sifted(5) - sifted(1)) / (4 * len(parts))


def measured(folder: Path) -> Round:
    """Measure one round on a book; a part is timed in this process, with its map made already."""
    book = open_book(str(folder), folder)
    parts = paired(book)
    dask = by_dask(Counting(folder, asked_of(book, "household", DAY)))
    counting = Counting(folder, asked_of(book, "household", DAY))
    counting.made()
    alone, _ = seconds(lambda: [count_part(paths, counting) for paths in parts], process_time)
    return Round(*dask, alone / len(parts), by_antq(counting, parts))


def paying(found: Round, workers: int, seconds: float) -> str:
    """Return from how many households on so many workers would save so many seconds against one machine.

    The tasks of one scheduler follow on each other, so that no number of workers makes a part cheaper than a task.
    """
    gained = found.antq / CORES - max(found.task, found.part / workers)
    households = (found.start + found.scatter + seconds) / gained * OF_A_PART if gained > 0 else None
    return "never" if households is None else f"{households / MILLION:,.1f} million"


def country(found: Round, workers: int) -> float:
    """Return how many seconds so many workers would take for all households of the country, from the start."""
    parts = COUNTRY / OF_A_PART
    return found.start + found.scatter + parts * max(found.task, found.part / workers)


def tables(found: Round) -> str:
    """Return what was measured, and what follows from it."""
    lines = ["| what | seconds |", "|---|---|"]
    lines += [
        f"| two workers are started | {found.start:.2f} |",
        f"| the frame is sent to both | {found.scatter:.3f} |",
    ]
    lines += [f"| a task that does nothing | {found.task:.4f} |"]
    lines += [f"| a part of {OF_A_PART:,} households by a worker, on one core | {found.part:.4f} |"]
    lines += [f"| the same by antq, on one core | {found.antq:.4f} |"]
    lines += ["", "| workers | faster from | a minute faster from | 27 million take |", "|---|---|---|---|"]
    lines += [f"| antq, on two cores | | | {COUNTRY / OF_A_PART * found.antq / CORES:.0f} s |"]
    pays = [(n, paying(found, n, 0), paying(found, n, 60), country(found, n)) for n in WORKERS]
    lines += [f"| {n} | {faster} | {minute} | {taken:.0f} s |" for n, faster, minute, taken in pays]
    with_scale = "with" if has_scale() else "without"
    versions = f"distributed {distributed.__version__}, {with_scale} the extra `scale`"
    lines += [
        "",
        f"The best of {ROUNDS} rounds, Python {platform.python_version()}, {os.cpu_count()} cores, {versions}.",
    ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure some rounds, print the best of them and what follows from them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables into docs/scale.md as well")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve() / "book"
        write(folder, PARTS * OF_A_PART, parts=True)
        text = tables(Round(*map(min, zip(*(measured(folder) for _ in range(ROUNDS)), strict=True))))
    print(text)
    if asked.write:
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
