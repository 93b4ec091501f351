"""The animals of the zoo: sheets as offices send them, each with its script and the truth about it.

In `NN-NAME` a script makes the file, `truth.toml` says what it was meant to be, `mapping.toml` how its heads are to be
read. None of them knows antq. Of the truth:

- `rows` has the class of every row of a sheet: `title`, `blank`, `header`, `signs`, `repeated`, `group`, `subtotal`,
  `total`, `note`, `data`, and `outside` where only a part of the sheet is asked for;
- `returns` has a line for each row of the register: the row of the sheet, unit, measure (and day, where it is not
  `day`), then the number and what becomes of it (`new`, `same`), or `refused`, the cell and why; `?` is no unit;
- `totals` has row, column, number and whether it agrees, differs (and what the rows make), or cannot be read;
- `rates` the same of rates, which are compared and never read; `told` is what is hidden;
- `refused` is why the file as a whole is not taken, `new` and `refused_rows` how many
  rows are where not each is named.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple

from tests.zoo.kit import Resaved, Text, Workbook

ZOO = Path(__file__).resolve().parent
BOOK = ZOO / "book"


class Told(NamedTuple):
    """A line of the truth about the register's rows."""

    row: int
    unit: str
    measure: str
    day: str
    rest: tuple[str, ...]


class Animal:
    """An animal: its file, as its script makes it, and the truth about it."""

    def __init__(self, folder: Path) -> None:
        self.name, self.folder = folder.name, folder
        self.truth: Mapping[str, Any] = tomllib.loads((folder / "truth.toml").read_text("utf-8"))

    @cached_property
    def script(self) -> Any:
        """The script, as a module."""
        (path,) = self.folder.glob("*.py")
        spec = spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    @cached_property
    def made(self) -> Workbook | Text | Resaved:
        """What the script makes."""
        made: Workbook | Text | Resaved = self.script.make()
        return made

    @property
    def file(self) -> str:
        """What the file is called."""
        return f"bieu{self.made.suffix}"

    @property
    def mapping(self) -> str | None:
        """The mapping file, where the animal needs one."""
        path = self.folder / "mapping.toml"
        return path.read_text("utf-8") if path.exists() else None

    @property
    def sheets(self) -> list[Mapping[str, Any]]:
        """The truth about each sheet."""
        found: list[Mapping[str, Any]] = self.truth.get("sheets", [])
        return found

    def classes(self, sheet: Mapping[str, Any]) -> dict[int, str]:
        """Return the class of each row of a sheet."""
        found: dict[int, str] = {}
        for name, ranges in sheet.get("rows", {}).items():
            for row in numbers(ranges):
                assert row not in found
                found[row] = name
        return found

    def returns(self, sheet: Mapping[str, Any]) -> list[Told]:
        """Return the lines about the register's rows that a sheet has."""
        return [self._told(*line.split()) for line in sheet.get("returns", "").splitlines()]

    def _told(self, row: str, unit: str, measure: str, *rest: str) -> Told:
        what, _, day = measure.partition("@")
        return Told(int(row), unit, what, day or self.truth["day"], rest)


def numbers(ranges: str) -> Iterator[int]:
    """Yield the numbers that are written as single ones and ranges, ``2-4 6``."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


ANIMALS = {folder.name: Animal(folder) for folder in sorted(ZOO.glob("[0-9][0-9]-*"))}
