"""Columns of cells, and what is asked of them: which cells are distinct, which subjects have several rows.

This is the engine of the standard library; another one would answer the same questions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from antq_cli.core.registers import Register


class Columns(dict[str, list[str]]):
    """All columns of a register by name, in the order of the contract, each with a cell for every row."""

    def __init__(self, register: Register) -> None:
        super().__init__((column.name, []) for column in register.columns)
        self._register = register
        self._subject = register.model.about
        # Of subjects that have stretches it is asked who has several; others are at most told from each other.
        self._indexed = register.model.stretch is not None
        self._distinct: dict[str, list[str]] = {}

    @property
    def size(self) -> int:
        """How many rows there are: so many cells as every column has."""
        return len(self[self._subject])

    def add(self, names: Sequence[str], cells: Sequence[str]) -> None:
        """Add rows, given as the cells of some columns row by row; the other columns are blank.

        All rows are added before anything is asked.
        """
        blank = [""] * (len(cells) // len(names))
        for name, column in self.items():
            # A slice with a step takes a column out of all cells at once, with no loop over the rows.
            column.extend(cells[names.index(name) :: len(names)] if name in names else blank)

    def rows(self, numbers: Iterable[int]) -> "Columns":
        """A copy with some of the rows alone, in the order given; the numbers are gone through once a column."""
        some = Columns(self._register)
        for name, cells in self.items():
            some[name] = [cells[row] for row in numbers]
        return some

    def distinct(self, name: str) -> Sequence[str]:
        """Return the distinct cells of a column; several rules judge the same ones."""
        if name not in self._distinct:
            single = name == self._subject and self._indexed and self._single
            self._distinct[name] = self[name] if single else [*dict.fromkeys(self[name])]
        return self._distinct[name]

    def tuples(self, names: Sequence[str]) -> set[tuple[str, ...]]:
        """Return the distinct tuples of some columns."""
        return set(zip(*(self[name] for name in names), strict=True))

    @cached_property
    def _single(self) -> bool:
        """Whether each subject has one row, as in most households: then its column needs no index."""
        return len(set(self[self._subject])) == self.size

    @cached_property
    def several(self) -> dict[str, list[int]]:
        """Return, for each subject that has several rows, these rows."""
        several: dict[str, list[int]] = {}
        if self._single:
            return several
        times = Counter(self[self._subject])
        for row, cell in enumerate(self[self._subject]):
            if times[cell] > 1:
                several.setdefault(cell, []).append(row)
        return several


class Excerpt(Mapping[str, list[str]]):
    """The cells of some neighbouring rows of columns, as the columns of one file; cut out when they are asked for."""

    def __init__(self, columns: Columns, rows: range) -> None:
        self._columns = columns
        self._rows = slice(rows.start, rows.stop)

    def __getitem__(self, name: str) -> list[str]:
        return self._columns[name][self._rows]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)
