"""Time large books against DuckDB and polars, interleaved, with the processors and the memory that all processes take.

Run it as ``python docs/benchmarks/large.py --households 1000000 [--rounds 3] [--write]``; it makes its books itself and
needs DuckDB and polars beside antq, and Linux for the memory. Before anything is timed, all print the same figure, and
DuckDB with checks has refused what antq refuses.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import driver  # noqa: E402 - the scripts here are no package
from generate import write  # noqa: E402 - as above

# The same program in ways that it takes for small books alone, or without the extra.
_SAME = "; import sys; from antq_cli.cli.main import main; sys.exit(main(sys.argv[1:]))"
HELD = f"from antq_cli.reading import apart; apart.LARGE = 1 << 62{_SAME}"
ALONE = f"from antq_cli.counting.large import workers; workers.has_scale = lambda: False{_SAME}"
# What is asked of a book that was counted before: in another form, or when a cell was changed.
VIEW, CHANGED = "another view, parts", "one cell changed, parts"
BARE_PARTS, BARE_SINGLE, CHECKED = "DuckDB bare, parts", "DuckDB bare, single files", "DuckDB with checks, parts"
SCALE, SCALE_SINGLE, PLAIN = "scale, parts", "scale, single files", "no extra, parts"
HELD_WAY, CHECK, POLARS = "all held, parts", "check, parts", "polars bare, parts"
# From so many households on there is no holding all of them, and no room for a second way of every command.
NATION = 5_000_000


class Limit(NamedTuple):
    """What is compared with what, by which of a command's figures, and how much it may be."""

    above: str
    below: str | None
    figure: str
    most: float


LIMITS = {
    False: [
        Limit(PLAIN, HELD_WAY, "seconds", 0.4),
        Limit(PLAIN, None, "megabytes", 120),
        Limit(SCALE, CHECKED, "processors", 0.45),
        Limit(SCALE, CHECKED, "seconds", 0.45),
        Limit(VIEW, SCALE, "seconds", 0.7),
        Limit(CHANGED, SCALE, "seconds", 0.7),
    ],
    True: [
        Limit(SCALE, BARE_SINGLE, "seconds", 1.2),
        Limit(SCALE, BARE_PARTS, "seconds", 1.0),
        Limit(SCALE, None, "megabytes", 600),
        Limit(SCALE_SINGLE, BARE_SINGLE, "seconds", 1.5),
        Limit(SCALE_SINGLE, None, "megabytes", 1500),
        Limit(CHANGED, SCALE, "seconds", 0.2),
    ],
}
Rounds = list[Mapping[str, driver.Took]]


def commands(parts: Path, single: Path, *, nation: bool) -> dict[str, list[str]]:
    """Return the commands by the names that the results use."""
    python, antq = sys.executable, [sys.executable, "-m", "antq_cli"]
    of_parts, of_single = ["-b", str(parts)], ["-b", str(single)]
    summary = ["pledges", "summary", "-f", "json"]
    named = {
        SCALE: [*antq, *of_parts, *summary],
        VIEW: [*antq, *of_parts, "pledges", "summary", "-f", "csv"],
        CHANGED: [*antq, *of_parts, *summary],
        SCALE_SINGLE: [*antq, *of_single, *summary],
        PLAIN: [python, "-c", ALONE, *of_parts, *summary],
        BARE_PARTS: [python, str(HERE / "bare.py"), str(parts), "/*.csv"],
        BARE_SINGLE: [python, str(HERE / "bare.py"), str(single), ".csv"],
    }
    if not nation:
        named[CHECK] = [*antq, *of_parts, "check", "-q"]
        named[HELD_WAY] = [python, "-c", HELD, *of_parts, *summary]
        named[CHECKED] = [python, str(HERE / "checked.py"), str(parts), "/*.csv"]
        named[POLARS] = [python, str(HERE / "bare_polars.py"), str(parts), "/*.csv"]
    return named


def agree(named: Mapping[str, list[str]]) -> str:
    """Return the figure that all print; racing them means nothing if they differ."""
    figures = {name: driver.output(named[name]).split()[-1] for name in (BARE_PARTS, CHECKED, POLARS) if name in named}
    rows = json.loads(driver.output(named[PLAIN]))["rows"]
    figures[PLAIN] = f"{rows[0]['num']}/{rows[0]['den']}"
    if len(set(figures.values())) > 1:
        sys.exit(f"the figures differ: {figures}")
    return figures[PLAIN]


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


def race(named: Mapping[str, list[str]], rounds: int, cache: Path, parts: Path) -> Rounds:
    """Return what each command took, round by round."""

    def took(name: str) -> driver.Took:
        found = driver.took(named[name], remembering(name, cache, parts), memory=True)
        print(f"  {name}: {found.seconds:.1f} s", flush=True)
        return found

    took(VIEW)  # so that something is remembered
    return [{name: took(name) for name in named} for _ in range(rounds)]


def of(rounds: Rounds, limit: Limit) -> float:
    """Return what a limit is for: the median of the ratios of the rounds, or the most memory."""
    value: Callable[[driver.Took], float] = lambda took: float(getattr(took, limit.figure))  # noqa: E731
    if limit.below is None:
        return max(value(each[limit.above]) for each in rounds)
    return median(value(each[limit.above]) / value(each[limit.below]) for each in rounds)


def judge(rounds: Rounds, limit: Limit) -> list[str]:
    """Return a line of the table of limits."""
    value = of(rounds, limit)
    what = f"{limit.above}{f' / {limit.below}' if limit.below else ''}, {limit.figure}"
    most, found = (f"{each:.2f}" if limit.below else f"{each:.0f} MB" for each in (limit.most, value))
    return [what, most, f"{found}{'' if value <= limit.most else ', not held'}"]


def told(rounds: Rounds, households: int) -> tuple[str, str]:
    """Return the tables of the results, and where, with what and how often it was measured."""
    lines = []
    for name in rounds[0]:
        seconds, processors = (median(each[name][place] for each in rounds) for place in (0, 1))
        memory = max(each[name].megabytes for each in rounds)
        lines.append([name, f"{seconds:.1f}", f"{processors:.1f}", f"{memory:.0f}"])
    judged = [judge(rounds, limit) for limit in LIMITS[households >= NATION]]
    head = [f"{households:,} households", "seconds", "of processors", "MB, all processes"]
    table = "\n\n".join([driver.rows(head, lines), driver.rows(["value", "limit", "measured"], judged)])
    times = f"{len(rounds)} interleaved round{'s' if len(rounds) > 1 else ''}"
    return table, f"{households:,} households, {times} on {driver.place()}. What is bare checks nothing."


def measure(households: int, rounds: int, *, write_page: bool, folder: Path | None = None) -> driver.Took:
    """Make the books, run everything in turn, print, write into the page if that is asked for; return the cold run."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        parts, single = Path(own, "parts"), Path(own, "single")
        write(parts, households, parts=True)
        write(single, households, parts=False)
        named = commands(parts, single, nation=households >= NATION)
        print(f"households: {agree(named)}", flush=True)
        found = race(named, rounds, Path(own, "cache"), parts)
    table, prose = told(found, households)
    print(f"{table}\n\n{prose}")
    if write_page:
        driver.put(" nation" if households >= NATION else " large", table, prose)
    return found[0][SCALE]


def main() -> None:
    """Read the command line, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=1_000_000)
    parser.add_argument("-n", "--rounds", type=int, default=3, help="rounds that count (default: 3)")
    parser.add_argument("--write", action="store_true", help="write the results into docs/benchmarks.md as well")
    parser.add_argument("--folder", type=Path, help="where there is room for the books (default: that of the system)")
    asked = parser.parse_args()
    measure(asked.households, asked.rounds, write_page=asked.write, folder=asked.folder)


if __name__ == "__main__":
    main()
