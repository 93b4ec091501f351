"""Say what one run of the suite covers and another one does not: each line and each branch.

    python docs/less_covered.py before.json after.json

Both are reports of ``coverage json``; how they are made stands in docs/laws.md. Ends with 1 where something is lost.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Way = tuple[str, int, int]


def covered(report: Path) -> set[Way]:
    """Every line of every file, as a way from itself to itself, and every branch, as a way from line to line."""
    return {way for name, file in json.loads(report.read_text("utf-8"))["files"].items() for way in ways(name, file)}


def ways(name: str, file: dict[str, Any]) -> Iterator[Way]:
    """Those of one file, by its path below the package: the two runs may be of two folders."""
    inside = name.replace("\\", "/").rpartition("antq_cli/")[2]
    yield from ((inside, line, line) for line in file["executed_lines"])
    yield from ((inside, first, last) for first, last in file["executed_branches"])


def main() -> int:
    """Print what is lost."""
    before, after = (covered(Path(report)) for report in sys.argv[1:])
    lost = sorted(before - after)
    for name, first, last in lost:
        print(f"{name}:{first}" + (f" to {last}" if last != first else ""))
    print(f"{len(before)} lines and branches before, {len(after)} after, {len(lost)} lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
