"""Time cold processes against each other, interleaved, and print medians and ratios beside their limits.

Run it from the project's root with an environment that holds antq and DuckDB; see docs/benchmarks.md.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from textwrap import fill
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BOOK = ["-b", "data/cam-thuy-sample"]
SUMMARY = [*BOOK, "pledges", "summary"]
# The exit codes of what ends otherwise than well.
ENDS = {"refused": 2}

# what is compared, with what, and how many times as long it may take
LIMITS = [
    ("json", "floor", 2.1),
    ("json", "naive", 0.42),
    ("json", "tuned", 1.8),
    ("again", "tuned", 0.15),
    ("view", "csv", 0.7),
    ("help", "floor", 0.5),
    ("refused", "floor", 1.15),
    ("check", "table", 1.3),
    ("trend", "table", 2.0),
    ("version", "typer", 1.2),
]
# All is counted anew, but for what is asked again: that is told from memory. Of another view the tallies alone are.
MEMORY, VIEW = "again", "view"
WORK_LIMIT = 100.0  # milliseconds after the imports
# Between these lines of the page the results stand, as they were written by this script.
PAGE, BEGIN, END = HERE.parent / "benchmarks.md", "<!-- measured -->", "<!-- end of what was measured -->"


class Row(NamedTuple):
    """A value beside its limit, as it is printed and written."""

    what: str
    limit: str
    value: str
    held: bool


def commands(listing: Path) -> dict[str, list[str]]:
    """Return the commands by the names that the results use."""
    python = sys.executable
    antq = shutil.which("antq", path=str(Path(python).parent)) or "antq"
    trend = ["pledges", "trend", "--every", "month", "--by", "commune", "--as-of", "2026-03-31"]
    return {
        "floor": [python, str(HERE / "floor.py")],
        "json": [antq, *SUMMARY, "-f", "json"],
        "table": [antq, *SUMMARY],
        "csv": [antq, *SUMMARY, "-f", "csv"],
        "naive": [python, str(HERE / "naive.py")],
        "tuned": [python, str(HERE / "tuned.py")],
        "imports": [python, str(HERE / "imports.py"), "load", str(listing)],
        "typer": [python, "-c", "import typer"],
        "version": [antq, "--version"],
        "help": [antq, "-h"],
        "refused": [antq, *BOOK, "pledges", "sumary"],
        "check": [antq, *BOOK, "check", "-q"],
        "trend": [antq, *BOOK, *trend],
        MEMORY: [antq, *SUMMARY],
        VIEW: [antq, *SUMMARY, "-f", "csv"],
    }


def output(command: list[str]) -> str:
    """Run a command and return what it printed; a failure stops the benchmark."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def milliseconds(command: list[str], *, memory: str | None = None, code: int = 0) -> float:
    """Run a command in a fresh process, with antq's memory off or in a folder, and return how long it took."""
    env = {**os.environ, "ANTQ_CACHE": "off"} if memory is None else memory_in(memory)
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=ROOT, env=env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = (time.perf_counter() - start) * 1000
    if ran.returncode != code:
        sys.exit(f"{' '.join(command)}: exit {ran.returncode}")
    return taken


def memory_in(name: str) -> dict[str, str]:
    """Return an environment in which antq remembers in a folder of its own; of another view no answers are there."""
    folder = Path(os.environ["XDG_CACHE_HOME"], name)
    if name == VIEW:
        shutil.rmtree(folder / "antq" / "answers", ignore_errors=True)
    return {**os.environ, "ANTQ_CACHE": "on", "XDG_CACHE_HOME": str(folder)}


def figure(antq: list[str]) -> str:
    """Return antq's own count of households, as the scripts print theirs."""
    rows = json.loads(output([*antq, "--kind", "household", "-f", "json"]))["rows"]
    return f"{rows[0]['num']}/{rows[0]['den']}"


def agree(named: dict[str, list[str]]) -> str:
    """Return the figure that all three print; racing them means nothing if they differ."""
    figures = {name: output(named[name]).split()[-1] for name in ("naive", "tuned")}
    figures["antq"] = figure(named["table"])
    if len(set(figures.values())) > 1:
        sys.exit(f"the figures differ: {figures}")
    return figures["antq"]


def race(named: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """Return what each command took, round by round; every round runs all of them, beginning with another one."""
    times: dict[str, list[float]] = {name: [] for name in named}
    for number in range(rounds + 1):
        names = list(named)
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            memory = name if name in (MEMORY, VIEW) else None
            taken = milliseconds(named[name], memory=memory, code=ENDS.get(name, 0))
            if number:  # the first round fills the caches, and antq's memory
                times[name].append(taken)
    return times


def judged(times: dict[str, list[float]]) -> list[Row]:
    """Return the ratios, each the median of those of the rounds, beside their limits."""
    found = []
    for above, below, limit in LIMITS:
        ratio = median(one / other for one, other in zip(times[above], times[below], strict=True))
        found.append(Row(f"{above} / {below}", f"{limit:.2f}", f"{ratio:.2f}", ratio <= limit))
    work = median(one - other for one, other in zip(times["table"], times["imports"], strict=True))
    found.append(Row("work after the imports", f"{WORK_LIMIT:.0f} ms", f"{work:.0f} ms", work <= WORK_LIMIT))
    return found


def told(rows: list[Row], times: dict[str, list[float]], rounds: int) -> tuple[str, str]:
    """Return the table of the results, and where, with what and how often it was measured."""
    lines = [f"| {row.what} | {row.limit} | {row.value}{'' if row.held else ', not held'} |" for row in rows]
    medians = ", ".join(f"{name} {median(taken):.0f}" for name, taken in times.items())
    table = "\n".join(["| value | limit | measured |", "|---|---|---|", *lines])
    return table, f"One interleaved run of {rounds} rounds on {place()}. Medians in ms: {medians}."


def place() -> str:
    """Return on what machine, and with what, it is measured."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("typer", "rich", "pydantic", "duckdb"))
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {versions}"


def put(begin: str, end: str, table: str, prose: str) -> None:
    """Put results into the page between two of its lines, folded as all pages are."""
    before, _, rest = PAGE.read_text("utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        sys.exit(f"{PAGE.name} has no place for results: {begin}")
    PAGE.write_text(f"{before}{begin}\n\n{table}\n\n{fill(prose, 140)}\n\n{end}{after}", "utf-8")


def main() -> None:
    """Check that the rivals agree, race them, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=21, help="rounds that count (default: 21)")
    parser.add_argument("--write", action="store_true", help="write the results into docs/benchmarks.md as well")
    asked = parser.parse_args()
    rounds = asked.rounds
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CACHE_HOME": folder, "ANTQ_CACHE": "off"}
        listing = Path(folder, "modules.txt")
        output([sys.executable, str(HERE / "imports.py"), "record", str(listing), *SUMMARY])
        named = commands(listing)
        print(f"households: {agree(named)}; {rounds} rounds; Python {platform.python_version()}\n")
        times = race(named, rounds)
    rows = judged(times)
    for row in rows:
        print(f"{row.what:<24}{row.value:>8}   at most {row.limit:>7}   {'held' if row.held else 'EXCEEDED'}")
    table, prose = told(rows, times, rounds)
    print(prose)
    if asked.write:
        put(BEGIN, END, table, prose)


if __name__ == "__main__":
    main()
