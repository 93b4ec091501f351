"""Make every table of docs/benchmarks.md, and write them into it: ``everything.py [--rounds 9] [--without-nation]``.

It takes about half an hour, a quarter of that for making the book of 27 million households, and 5 GB of a disk.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import compare  # noqa: E402 - the scripts here are no package
import driver  # noqa: E402 - as above
import large  # noqa: E402 - as above

PROVINCE, NATION, GROWTH = 1_000_000, 27_000_000, 1.1


def main() -> None:
    """Measure the district, the province and the nation, and how time grows from one to the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=9, help="rounds of the district (default: 9)")
    parser.add_argument("--without-nation", action="store_true")
    parser.add_argument("--folder", type=Path, help="where there is room for the books (default: that of the system)")
    asked = parser.parse_args()
    compare.measure(asked.rounds, write=True)
    province = large.measure(PROVINCE, 3, write_page=True, folder=asked.folder)
    if asked.without_nation:
        return
    nation = large.measure(NATION, 1, write_page=True, folder=asked.folder)
    times, grown = NATION // PROVINCE, nation.seconds / province.seconds
    held = "" if grown <= times * GROWTH else ", not held"
    table = driver.rows(
        ["growth", "limit", "measured"], [["1 to 27 million", f"{times * GROWTH:.1f}", f"{grown:.1f}{held}"]]
    )
    driver.put(" growth", table, "By the clock, the first of both runs above.")


if __name__ == "__main__":
    main()
