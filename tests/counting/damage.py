"""The same book on other paper, and books with faults in their rows."""

from pathlib import Path
from random import Random

from tests.independent.books import random_book
from tests.independent.books import write_book as write_files
from tests.independent.paper import COLUMNS
from tests.independent.rows import read_register

Row = dict[str, str]
Registers = dict[str, list[Row]]
WRONG = ("", "x y", "999-9", "2021-02-30", "31/08/2021", "1.000", "2020-01-01", "2030-01-01", "2020", "met")


def random_registers(folder: Path, seed: int) -> tuple[str, Registers]:
    """The manifest and the rows of a random book that is valid; of one seed in six that of a whole campaign."""
    files = random_book(seed, whole=seed % 6 == 4)
    write_files(folder, files)
    there = {name.partition("/")[0].partition(".")[0] for name in files}
    return files["antq.toml"], {name: read_register(folder, name) for name in COLUMNS if name in there}


def damaged(rng: Random, registers: Registers, *, share: float = 0.04) -> Registers:
    """The rows with faults here and there: wrong cells, codes of others, rows twice, rows that contradict others."""
    return {
        name: [one for row in rows for one in (_hurt(rng, name, row, rows) if rng.random() < share else [row])]
        for name, rows in registers.items()
    }


def _hurt(rng: Random, name: str, row: Row, rows: list[Row]) -> list[Row]:
    if name == "units" and not row.get("parent"):
        return [row]  # without its top a book says nothing at all
    column = rng.choice([column.removesuffix("?") for column in COLUMNS[name].split()])
    cell = rng.choice([rng.choice(WRONG), rng.choice(rows).get(column, "")])
    hurt = {**row, column: cell}
    return rng.choice([[hurt], [hurt], [row, row], [row, hurt]])


def written(folder: Path, manifest: str, registers: Registers, rng: Random | None = None) -> Path:
    """A book of these rows: as they are in one file each, or with ``rng`` in another order and in several files."""
    files = {"antq.toml": manifest}
    for name, rows in registers.items():
        if rng is None:
            files[f"{name}.csv"] = _text(name, rows)
            continue
        shuffled = rng.sample(rows, len(rows))
        cuts = sorted(rng.randint(0, len(rows)) for _ in range(rng.randint(0, 3)))
        for number, (first, last) in enumerate(zip([0, *cuts], [*cuts, len(rows)], strict=True)):
            files[f"{name}/{number}.csv"] = _text(name, shuffled[first:last])
    return write_files(folder, files)


def _text(name: str, rows: list[Row]) -> str:
    columns = [column.removesuffix("?") for column in COLUMNS[name].split()]
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) + "\n" for line in lines)
