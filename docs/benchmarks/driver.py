"""What the benchmarks have in common: running a command in a fresh process, and writing what came of it.

A command takes seconds by the clock, seconds of processors, and memory: the most that all of its processes have had
together, what they share counted in parts. Memory is known on Linux alone.
"""

import os
import platform
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = HERE.parent / "benchmarks.md"
_LIBRARIES = ("typer", "rich", "pydantic", "polars", "duckdb", "frictionless", "beancount")
_POLL = 0.02  # seconds between two looks at the memory


class Took(NamedTuple):
    """What a command took: seconds by the clock, seconds of processors, megabytes."""

    seconds: float
    processors: float
    megabytes: float


def took(command: list[str], said: dict[str, str], *, code: int = 0, memory: bool = False, folder: Path = ROOT) -> Took:
    """Run a command, whose environment says so much besides; another exit code than ``code`` stops the benchmark."""
    env = {**os.environ, **said}
    before, start, most = os.times(), time.perf_counter(), 0
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while memory and process.poll() is None:
        most = max(most, sum(map(_kilobytes, _family(process.pid))))
        time.sleep(_POLL)
    ended = process.wait()
    seconds, after = time.perf_counter() - start, os.times()
    if ended != code:
        sys.exit(f"{' '.join(command)[:200]}: exit {ended}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(seconds, spent, most / 1024)


def output(command: list[str]) -> str:
    """Run a command and return what it printed; a failure stops the benchmark."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def _family(pid: int) -> list[int]:
    """Return a process and those that it has started."""
    try:
        several = [int(each) for task in Path(f"/proc/{pid}/task").iterdir() for each in _words(task / "children")]
    except OSError:  # it has ended
        return [pid]
    return [pid, *(other for each in several for other in _family(each))]


def _words(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split()
    except OSError:
        return []


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def place() -> str:
    """Return on what machine, and with what, it is measured."""
    versions = ", ".join(f"{name} {found}" for name in _LIBRARIES if (found := _version(name)))
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {versions}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def rows(head: list[str], lines: list[list[str]]) -> str:
    """Return a table as the pages have it."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *lines)).replace(
        "| --- ", "|---"
    )


def put(name: str, table: str, prose: str) -> None:
    """Put results into the page, between the two lines that name them, folded as all pages are."""
    begin, end = f"<!-- measured{name} -->", f"<!-- end of what was measured{name} -->"
    before, _, rest = PAGE.read_text("utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        sys.exit(f"{PAGE.name} has no place for results: {begin}")
    PAGE.write_text(f"{before}{begin}\n\n{table}\n\n{fill(prose, 140)}\n\n{end}{after}", "utf-8")
