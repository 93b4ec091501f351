"""Time what somebody waits for who presses Tab, each against the floor, interleaved in fresh processes.

Run it from anywhere with an environment that holds antq; it needs nothing else. See docs/benchmarks.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
FLOOR = [sys.executable, str(Path(__file__).with_name("floor.py"))]
LIMIT = 1.2
# What is typed, up to the cursor, in the sample.
LINES = (
    "antq pl",
    "antq pledges ",
    "antq pledges summary --",
    "antq pledges summary --unit 151",
    "antq pledges summary --by ",
    "antq pledges summary --kind ",
    "antq pledges summary --calendar ",
    "antq check --register ",
    "antq check --select D1,X",
    "antq check -qf",
    "antq units 1",
    "antq rules X",
    "antq -b data/",
)


def milliseconds(command: list[str]) -> float:
    """Run a command in a fresh process and return how long it took."""
    start = time.perf_counter()
    env = {**os.environ, "ANTQ_BOOK": str(ROOT / "data" / "cam-thuy-sample")}
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def race(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return of each command the median of how many times as long as the floor of the same round it took."""
    ratios: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        floor = milliseconds(FLOOR)
        for name, command in commands.items():
            taken = milliseconds(command)
            if number:  # the first round fills the caches
                ratios[name].append(taken / floor)
    return {name: median(found) for name, found in ratios.items()}


def main() -> None:
    """Race all lines and print their ratios beside the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=11, help="rounds that count (default: 11)")
    rounds = parser.parse_args().rounds
    antq = shutil.which("antq", path=str(Path(sys.executable).parent)) or "antq"
    commands = {f"{line}⇥": [antq, "--complete", "bash", line, line.rpartition(" ")[2]] for line in LINES}
    commands["antq --show-completion bash"] = [antq, "--show-completion", "bash"]
    for name, ratio in race(commands, rounds).items():
        print(f"{name:<36}{ratio:6.2f} x floor   at most {LIMIT}   {'held' if ratio <= LIMIT else 'EXCEEDED'}")


if __name__ == "__main__":
    main()
