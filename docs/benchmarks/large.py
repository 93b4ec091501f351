"""Time large books against a bare DuckDB that checks nothing, interleaved, with the memory that all processes take.

Run it as ``python docs/benchmarks/large.py --households 1000000 [--rounds 3] [--write]``; it makes its books itself and
needs DuckDB beside antq, and Linux for the memory.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from compare import PAGE, place, put  # noqa: E402 - the scripts here are no package
from generate import write  # noqa: E402 - as above

BEGIN, END = "<!-- measured large -->", "<!-- end of what was measured large -->"
# The same program with a way that it takes for small books alone: all of a register is held at once.
HELD = "import sys; from antq_cli.reading import apart; apart.LARGE = 1 << 62; from antq_cli.cli.main import main; "
HELD += "sys.exit(main(sys.argv[1:]))"
# What is asked of a book that was counted before: in another form, or when a cell was changed.
VIEW, CHANGED = "summary, parts, another view", "summary, parts, one cell changed"
_POLL = 0.02  # seconds between two looks at the memory


class Took(NamedTuple):
    """What a command took: seconds by the clock, and the most memory of all its processes together, in MB."""

    seconds: float
    megabytes: float


def commands(parts: Path, single: Path) -> dict[str, list[str]]:
    """Return the commands by the names that the results use."""
    python, antq = sys.executable, [sys.executable, "-m", "antq_cli"]
    summary = ["pledges", "summary", "-f", "json"]
    return {
        "summary, parts": [*antq, "-b", str(parts), *summary],
        VIEW: [*antq, "-b", str(parts), "pledges", "summary", "-f", "csv"],
        CHANGED: [*antq, "-b", str(parts), *summary],
        "summary, single files": [*antq, "-b", str(single), *summary],
        "summary, parts, all held": [python, "-c", HELD, "-b", str(parts), *summary],
        "check, parts": [*antq, "-b", str(parts), "check", "-q"],
        "DuckDB, parts": [python, str(HERE / "bare.py"), str(parts), "/*.csv"],
        "DuckDB, single files": [python, str(HERE / "bare.py"), str(single), ".csv"],
    }


def change(parts: Path) -> None:
    """Let a household of one part live in another area."""
    file = min((parts / "households").iterdir())
    head, row, rest = file.read_text("utf-8").split("\n", 2)
    code, area, others = row.split(",", 2)
    area = area[:-1] + ("2" if area.endswith("1") else "1")
    file.write_text("\n".join([head, f"{code},{area},{others}", rest]), "utf-8", newline="\n")


def remembering(name: str, folder: Path, parts: Path) -> dict[str, str]:
    """Make ready for a command, and return its environment: who asks again has the tallies, and no answers."""
    if name == CHANGED:
        change(parts)
    if name not in (VIEW, CHANGED):
        return {"ANTQ_CACHE": "off"}
    shutil.rmtree(folder / "antq" / "answers", ignore_errors=True)
    return {"ANTQ_CACHE": "on", "XDG_CACHE_HOME": str(folder)}


def took(command: list[str], said: dict[str, str]) -> Took:
    """Run a command in a fresh process, whose environment says so much; a failure stops the benchmark."""
    env = os.environ | said
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_kilobytes, _family(process.pid))))
        time.sleep(_POLL)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)[:200]}: exit {process.returncode}")
    return Took(seconds, most / 1024)


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
    """Return how much memory a process has, what it shares counted in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    """Make the books, run everything in turn, print, and write into the page if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=1_000_000)
    parser.add_argument("-n", "--rounds", type=int, default=3, help="rounds that count (default: 3)")
    parser.add_argument("--write", action="store_true", help="write the results into docs/benchmarks.md as well")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parts, single = Path(folder, "parts"), Path(folder, "single")
        write(parts, asked.households, parts=True)
        write(single, asked.households, parts=False)
        named = commands(parts, single)
        cache = Path(folder, "cache")
        took(named[VIEW], remembering(VIEW, cache, parts))
        rounds = [
            {name: took(command, remembering(name, cache, parts)) for name, command in named.items()}
            for _ in range(asked.rounds)
        ]
    lines = ["| command | seconds | / DuckDB, same files | MB, all processes |", "|---|---|---|---|"]
    for name in named:
        beside = "DuckDB, single files" if name.endswith("single files") else "DuckDB, parts"
        ratio = median(each[name].seconds / each[beside].seconds for each in rounds)
        seconds, most = median(each[name].seconds for each in rounds), max(each[name].megabytes for each in rounds)
        lines.append(f"| {name} | {seconds:.1f} | {ratio:.2f} | {most:.0f} |")
    text = "\n".join(lines)
    prose = f"{asked.households:,} households, {asked.rounds} interleaved rounds on {place()}. DuckDB checks nothing."
    print(f"{text}\n\n{prose}")
    if asked.write:
        put(BEGIN, END, text, prose)
    assert PAGE.exists()


if __name__ == "__main__":
    main()
