"""How long a report of many units takes: beside ``pledges summary --by commune -f json``, and with a tenth of them.

Run it with ``python docs/benchmarks/paper.py [PAIRS]``. The books are made for it, and all their figures are invented.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

FEW, MANY = 332, 3_321  # communes; the second is how many there are in the country
MANIFEST = """\
schema = 1

[campaign]
id = "many"
title.vi = "Sổ nhiều đơn vị (số liệu minh họa)"
title.en = "A book of many units (illustrative figures)"
top = "VN"
as_of = 2021-08-31
data = "synthetic"
lang = "vi"

[[levels]]
id = "country"
vi = "cả nước"
en = "country"

[[levels]]
id = "commune"
vi = "cấp xã"
en = "commune"

[pledges.household]
source = "returns"
grain = "commune"
target = "95%"
"""


def book(folder: Path, communes: int) -> Path:
    """Write a book of so many communes, each of which has reported its households."""
    folder.mkdir()
    codes = [f"{number:05}" for number in range(1, communes + 1)]
    units = [f"{code},Xã số {int(code)},commune,xã,VN" for code in codes]
    returns = [f"2021-08-31,{code},pledges.household,{700 + int(code) % 250},1000" for code in codes]
    files = {
        "antq.toml": MANIFEST,
        "units.csv": "\n".join(["code,name,level,kind,parent", "VN,Cả nước,country,,", *units, ""]),
        "returns.csv": "\n".join(["date,unit,measure,count,total", *returns, ""]),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def seconds(words: Sequence[str]) -> float:
    """Run antq once, as a process of its own, and return how long it took."""
    env = {**os.environ, "ANTQ_CACHE": "off"}  # or the second time would be that of remembering
    begin = perf_counter()
    subprocess.run([sys.executable, "-m", "antq_cli", *words], env=env, check=True, capture_output=True)
    return perf_counter() - begin


def measured(pairs: int) -> dict[str, float]:
    """Run each command in turn, so many times, and return the median of each."""
    with TemporaryDirectory() as made:
        books = {communes: book(Path(made) / f"{communes}", communes) for communes in (FEW, MANY)}
        paper = ("--as-of", "2021-08-31", "--template", "monthly", "--force", "-o")
        commands = {
            "summary": ["pledges", "summary", "-b", str(books[MANY]), "--by", "commune", "-f", "json"],
            "report": ["report", "-b", str(books[MANY]), *paper, f"{made}/many.docx"],
            "tenth": ["report", "-b", str(books[FEW]), *paper, f"{made}/few.docx"],
            "page": ["report", "-b", str(books[MANY]), *paper, f"{made}/many.html"],
            "page-tenth": ["report", "-b", str(books[FEW]), *paper, f"{made}/few.html"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(pairs):
            for name, words in commands.items():
                times[name].append(seconds(words))
    return {name: median(several) for name, several in times.items()}


def main(pairs: int) -> None:
    """Print medians and ratios."""
    took = measured(pairs)
    for name, several in took.items():
        print(f"{name:10} {several:6.2f} s")
    of_summary, of_tenth = took["report"] / took["summary"], took["report"] / took["tenth"]
    print(f"report of {MANY} communes: {of_summary:.2f} times the summary, {of_tenth:.2f} times that of {FEW}")
    print(f"as a page: {took['page'] / took['summary']:.2f} and {took['page'] / took['page-tenth']:.2f} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
