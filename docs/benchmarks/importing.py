"""How long the import of thirty thousand rows takes, beside counting a book of that size and reading the sheet alone.

Run it with ``python docs/benchmarks/importing.py [ROUNDS]``. The sheet is that of ``tests/zoo/38-long``, and all its
figures are invented. Beside antq it needs XlsxWriter and python-calamine.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ANIMAL = "38-long"
LIMIT = 2.0  # times what counting and reading take together
FINDINGS = 1  # two rows of the sheet are refused, for the book has other numbers
ANTQ = [sys.executable, "-m", "antq_cli"]
BARE = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
print(sum(len(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names))
"""


class Took(NamedTuple):
    """What a process took, in seconds: by the clock, and of the processor."""

    clock: float
    processor: float


def took(words: Sequence[str], code: int = 0) -> Took:
    """Run a fresh process and return what it took; one that ends with another exit code stops the benchmark."""
    begin, before = perf_counter(), os.times()
    env = os.environ | {"ANTQ_CACHE": "off"}  # an answer that is remembered takes no time
    ran = subprocess.run(words, env=env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    clock, after = perf_counter() - begin, os.times()
    if ran.returncode != code:
        sys.exit(f"{' '.join(words)}\n{ran.stderr.decode()}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(clock, used)


class Bench:
    """The sheet, a book to import it into, and the same book with all of its rows, in a folder."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(ROOT))
        from tests.zoo.animals import ANIMALS, BOOK

        animal = ANIMALS[ANIMAL]
        self.folder, self.sheet, self.mapping = folder, folder / animal.file, folder / "mapping.toml"
        self.sheet.write_bytes(animal.made.data)
        self.mapping.write_text(animal.mapping or "", "utf-8")
        shutil.copytree(BOOK, folder / "book")
        shutil.copytree(BOOK, folder / "full")
        took(self._import("full", "--write", "--partial"), FINDINGS)

    def _import(self, book: str, *more: str) -> list[str]:
        words = ["-b", str(self.folder / book), "import", "returns", str(self.sheet), "--mapping", str(self.mapping)]
        return [*ANTQ, *words, *more]

    def round(self) -> dict[str, Took]:
        """Run each once: look, write into a fresh book, count, read."""
        fresh = self.folder / "fresh"
        shutil.copytree(self.folder / "book", fresh)
        found = {
            "look": took(self._import("book"), FINDINGS),
            "write": took(self._import("fresh", "--write", "--partial"), FINDINGS),
            "count": took([*ANTQ, "-b", str(self.folder / "full"), "pledges", "summary"]),
            "read": took([sys.executable, "-c", BARE, str(self.sheet)]),
        }
        shutil.rmtree(fresh)
        return found


def main(rounds: int) -> None:
    """Print medians, and how many times as long as the others together an import takes."""
    with TemporaryDirectory() as made:
        bench = Bench(Path(made))
        bench.round()  # fills the caches
        several = [bench.round() for _ in range(rounds)]
    medians = {name: Took(*map(median, zip(*(each[name] for each in several), strict=True))) for name in several[0]}
    for name, each in medians.items():
        print(f"{name:6} {each.clock:6.2f} s, of the processor {each.processor:6.2f} s")
    for name in ("look", "write"):
        one, count, read = medians[name], medians["count"], medians["read"]
        ratios = [mine / (counted + alone) for mine, counted, alone in zip(one, count, read, strict=True)]
        verdict = "held" if max(ratios) <= LIMIT else "EXCEEDED"
        print(f"{name} / (count + read): {ratios[0]:.2f}, of the processor {ratios[1]:.2f}; at most {LIMIT}: {verdict}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
