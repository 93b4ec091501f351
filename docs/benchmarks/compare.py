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
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SUMMARY = ["-b", "data/cam-thuy-sample", "pledges", "summary"]

# what is compared, with what, and how many times as long it may take
LIMITS = [
    ("antq", "floor", 2.0),
    ("antq", "naive", 0.45),
    ("antq", "tuned", 1.5),
    ("version", "typer", 1.2),
    ("check", "antq", 1.5),
    ("again", "tuned", 0.15),
]
# All is counted anew, but for what is asked again: that is told from memory, in a folder of its own.
MEMORY = "again"
WORK_LIMIT = 100.0  # milliseconds after the imports


def commands(listing: Path) -> dict[str, list[str]]:
    """Return the commands by the names that the results use."""
    python = sys.executable
    antq = shutil.which("antq", path=str(Path(python).parent)) or "antq"
    return {
        "floor": [python, str(HERE / "floor.py")],
        "antq": [antq, *SUMMARY],
        "naive": [python, str(HERE / "naive.py")],
        "tuned": [python, str(HERE / "tuned.py")],
        "imports": [python, str(HERE / "imports.py"), "load", str(listing)],
        "typer": [python, "-c", "import typer"],
        "version": [antq, "--version"],
        "check": [antq, "-b", "data/cam-thuy-sample", "check", "-q"],
        MEMORY: [antq, *SUMMARY],
    }


def output(command: list[str]) -> str:
    """Run a command and return what it printed; a failure stops the benchmark."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def milliseconds(command: list[str], *, memory: str = "off") -> float:
    """Run a command in a fresh process, with antq's memory off or on, and return how long it took."""
    env = {**os.environ, "ANTQ_CACHE": memory}
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def figure(antq: list[str]) -> str:
    """Return antq's own count of households, as the scripts print theirs."""
    rows = json.loads(output([*antq, "--kind", "household", "-f", "json"]))["rows"]
    return f"{rows[0]['num']}/{rows[0]['den']}"


def agree(named: dict[str, list[str]]) -> str:
    """Return the figure that all three print; racing them means nothing if they differ."""
    figures = {name: output(named[name]).split()[-1] for name in ("naive", "tuned")}
    figures["antq"] = figure(named["antq"])
    if len(set(figures.values())) > 1:
        sys.exit(f"the figures differ: {figures}")
    return figures["antq"]


def race(named: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return each command's median; every round runs all of them, beginning with another one."""
    times: dict[str, list[float]] = {name: [] for name in named}
    for number in range(rounds + 1):
        names = list(named)
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            taken = milliseconds(named[name], memory="on" if name == MEMORY else "off")
            if number:  # the first round fills the caches, and antq's memory
                times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def report(medians: dict[str, float]) -> None:
    """Print the medians and the ratios."""
    for name, taken in medians.items():
        print(f"{name:<10}{taken:8.1f} ms")
    print()
    for above, below, limit in LIMITS:
        ratio = medians[above] / medians[below]
        verdict(f"{above} / {below}", f"{ratio:.2f}", f"{limit:.2f}", held=ratio <= limit)
    work = medians["antq"] - medians["imports"]
    verdict("work after the imports", f"{work:.0f} ms", f"{WORK_LIMIT:.0f} ms", held=work <= WORK_LIMIT)


def verdict(what: str, value: str, limit: str, *, held: bool) -> None:
    """Print one value beside its limit."""
    print(f"{what:<24}{value:>8}   at most {limit:>7}   {'held' if held else 'EXCEEDED'}")


def main() -> None:
    """Check that the rivals agree, race them, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=21, help="rounds that count (default: 21)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CACHE_HOME": folder, "ANTQ_CACHE": "off"}
        listing = Path(folder, "modules.txt")
        output([sys.executable, str(HERE / "imports.py"), "record", str(listing), *SUMMARY])
        named = commands(listing)
        print(f"households: {agree(named)}; {rounds} rounds; Python {platform.python_version()}\n")
        report(race(named, rounds))


if __name__ == "__main__":
    main()
