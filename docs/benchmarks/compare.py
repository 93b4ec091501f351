"""Time cold processes against each other on the sample, interleaved, and print medians and ratios beside their limits.

Run it from the project's root with an environment that holds antq and its rivals; see docs/benchmarks.md.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import driver  # noqa: E402 - the scripts here are no package
import equivalents  # noqa: E402 - as above

SAMPLE = "data/cam-thuy-sample"
BOOK = ["-b", SAMPLE]
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
    ("json", "frictionless", 0.2),
    ("json", "bean-check", 0.15),
]
# All is counted anew, but for what is asked again: that is told from memory. Of another view the tallies alone are.
MEMORY, VIEW = "again", "view"
WORK_LIMIT = 100.0  # milliseconds after the imports


class Row(NamedTuple):
    """A value beside its limit, as it is printed and written."""

    what: str
    limit: str
    value: str
    held: bool


def commands(folder: Path, listing: Path) -> dict[str, list[str]]:
    """Return the commands by the names that the results use; what rivals read is written into a folder."""
    python = sys.executable
    antq, frictionless, bean_check = map(_found, ("antq", "frictionless", "bean-check"))
    trend = ["pledges", "trend", "--every", "month", "--by", "commune", "--as-of", "2026-03-31"]
    return {
        "floor": [python, str(HERE / "floor.py")],
        "json": [antq, *SUMMARY, "-f", "json"],
        "table": [antq, *SUMMARY],
        "csv": [antq, *SUMMARY, "-f", "csv"],
        "naive": [python, str(HERE / "naive.py")],
        "tuned": [python, str(HERE / "bare.py"), SAMPLE, "/*.csv"],
        "imports": [python, str(HERE / "imports.py"), "load", str(listing)],
        "typer": [python, "-c", "import typer"],
        "version": [antq, "--version"],
        "help": [antq, "-h"],
        "refused": [antq, *BOOK, "pledges", "sumary"],
        "check": [antq, *BOOK, "check", "-q"],
        "trend": [antq, *BOOK, *trend],
        MEMORY: [antq, *SUMMARY],
        VIEW: [antq, *SUMMARY, "-f", "csv"],
        "frictionless": [frictionless, "validate", str(equivalents.package(folder))],
        "bean-check": [bean_check, "--no-cache", str(equivalents.ledger(folder))],
    }


def _found(name: str) -> str:
    """Return a program of this environment."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def milliseconds(name: str, command: list[str], home: Path) -> float:
    """Run a command in a fresh process, and return how long it took."""
    said = memory_in(home / name, name) if name in (MEMORY, VIEW) else {"ANTQ_CACHE": "off"}
    return driver.took(command, said, code=ENDS.get(name, 0)).seconds * 1000


def memory_in(folder: Path, name: str) -> dict[str, str]:
    """Return an environment in which antq remembers in a folder of its own; of another view no answers are there."""
    if name == VIEW:
        shutil.rmtree(folder / "antq" / "answers", ignore_errors=True)
    return {"ANTQ_CACHE": "on", "XDG_CACHE_HOME": str(folder)}


def figure(antq: list[str]) -> str:
    """Return antq's own count of households, as the scripts print theirs."""
    rows = json.loads(driver.output([*antq, "--kind", "household", "-f", "json"]))["rows"]
    return f"{rows[0]['num']}/{rows[0]['den']}"


def agree(named: dict[str, list[str]]) -> str:
    """Return the figure that all three print; racing them means nothing if they differ."""
    figures = {name: driver.output(named[name]).split()[-1] for name in ("naive", "tuned")}
    figures["antq"] = figure(named["table"])
    if len(set(figures.values())) > 1:
        sys.exit(f"the figures differ: {figures}")
    return figures["antq"]


def race(named: dict[str, list[str]], rounds: int, home: Path) -> dict[str, list[float]]:
    """Return what each command took, round by round; every round runs all of them, beginning with another one."""
    times: dict[str, list[float]] = {name: [] for name in named}
    for number in range(rounds + 1):
        names = list(named)
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            taken = milliseconds(name, named[name], home)
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
    lines = [[row.what, row.limit, f"{row.value}{'' if row.held else ', not held'}"] for row in rows]
    medians = ", ".join(f"{name} {median(taken):.0f}" for name, taken in times.items())
    table = driver.rows(["value", "limit", "measured"], lines)
    return table, f"One interleaved run of {rounds} rounds on {driver.place()}. Medians in ms: {medians}."


def measure(rounds: int, *, write: bool) -> None:
    """Check that the rivals agree, race them, print, and write into the page if that is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANTQ_CACHE"] = "off"
        listing = Path(folder, "modules.txt")
        driver.output([sys.executable, str(HERE / "imports.py"), "record", str(listing), *SUMMARY])
        named = commands(Path(folder), listing)
        print(f"households: {agree(named)}; {rounds} rounds")
        times = race(named, rounds, Path(folder))
    table, prose = told(judged(times), times, rounds)
    print(f"{table}\n\n{prose}")
    if write:
        driver.put("", table, prose)


def main() -> None:
    """Read the command line, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=21, help="rounds that count (default: 21)")
    parser.add_argument("--write", action="store_true", help="write the results into docs/benchmarks.md as well")
    asked = parser.parse_args()
    measure(asked.rounds, write=asked.write)


if __name__ == "__main__":
    main()
