"""Compare this tree with another commit by ratios: ``guard.py COMMIT [--limit 1.1]``; it ends with 1 beyond.

Both run with this environment's libraries, each with its own source, in turn, each on the sample that it has itself.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import driver  # noqa: E402 - the scripts here are no package

BOOK = ["-b", "data/cam-thuy-sample"]
COMMANDS = {
    "table": [*BOOK, "pledges", "summary"],
    "json": [*BOOK, "pledges", "summary", "-f", "json"],
    "check": [*BOOK, "check", "-q"],
    "trend": [*BOOK, "pledges", "trend", "--every", "month", "--by", "commune", "--as-of", "2026-03-31"],
    "help": ["-h"],
}


def laid_out(commit: str, folder: Path) -> None:
    """Put the tree of a commit into a folder."""
    archive = subprocess.run(["git", "archive", commit], cwd=driver.ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)


def seconds(tree: Path, words: list[str]) -> float:
    """Return how long a command of a tree takes on the sample of that tree."""
    said = {"PYTHONPATH": str(tree / "src"), "ANTQ_CACHE": "off"}
    return driver.took([sys.executable, "-m", "antq_cli", *words], said, folder=tree).seconds


def main() -> None:
    """Run everything in turn, print the ratios, and end with 1 if one of them is beyond the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("-n", "--rounds", type=int, default=9)
    parser.add_argument("--limit", type=float, default=1.1, help="how many times as long a command may take")
    asked = parser.parse_args()
    ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        laid_out(asked.commit, Path(folder))
        for number in range(asked.rounds + 1):
            for name, words in COMMANDS.items():
                trees = (driver.ROOT, Path(folder)) if number % 2 else (Path(folder), driver.ROOT)
                taken = {tree: seconds(tree, words) for tree in trees}
                if number:  # the first round compiles
                    ratios[name].append(taken[driver.ROOT] / taken[Path(folder)])
    beyond = [name for name, found in ratios.items() if median(found) > asked.limit]
    for name, found in ratios.items():
        print(f"{name:<8}{median(found):>6.2f}   at most {asked.limit:.2f}   {'BEYOND' if name in beyond else 'held'}")
    sys.exit(1 if beyond else 0)


if __name__ == "__main__":
    main()
