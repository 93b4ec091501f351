"""Columns of cells, and what is asked of them: which cells are distinct, which subjects have several rows.

This is the engine of the standard library; another one would answer the same questions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from antq_cli.core.registers import Register


class Columns(dict[str, list[str]]):
    """All columns of a register by name, in the order of the contract, each with a cell for every row.

    Cells are put into them by :meth:`add` and :meth:`put` alone, all of them before anything is asked.
    """

    def __init__(self, register: Register) -> None:
        super().__init__((column.name, []) for column in register.columns)
        self._register = register
        self._subject = register.model.about
        # The texts of each column: a day or an area stands in many rows, and is held once.
        self._texts: dict[str, dict[str, str]] = {name: {} for name in self if name != self._subject}

    @property
    def size(self) -> int:
        """How many rows there are: so many cells as every column has."""
        return len(self[self._subject])

    def add(self, names: Sequence[str], cells: Sequence[str]) -> None:
        """Add rows, given as the cells of some columns row by row; the other columns are blank."""
        blank = [""] * (len(cells) // len(names))
        for name in self:
            # A slice with a step takes a column out of all cells at once, with no loop over the rows.
            self.put(name, cells[names.index(name) :: len(names)] if name in names else blank)

    def put(self, name: str, cells: Sequence[str]) -> None:
        """Add cells to a column. Equal ones become one text, but for those of the subjects: nearly all differ."""
        if name == self._subject:
            self[name] += cells
        elif any(cells):
            self[name].extend(map(self._texts[name].setdefault, cells, cells))
        elif cells:
            self[name] += cells
            self._texts[name][""] = ""

    def rows(self, numbers: Iterable[int]) -> "Columns":
        """A copy with some of the rows alone, in the order given; the numbers are gone through once a column."""
        some = Columns(self._register)
        for name, cells in self.items():
            some.put(name, [cells[row] for row in numbers])
        return some

    def distinct(self, name: str) -> Sequence[str]:
        """Return the distinct cells of a column, by their first rows."""
        if name != self._subject:
            return [*self._texts[name]]
        return self[name] if len(self.last) == self.size else [*self.last]

    def to_judge(self, name: str) -> Sequence[str]:
        """Return the cells of a column that are to be judged: of subjects nearly all differ, and all of them are."""
        return self[name] if name == self._subject else self.distinct(name)

    def tuples(self, names: Sequence[str]) -> set[tuple[str, ...]]:
        """Return the distinct tuples of some columns."""
        return set(zip(*(self[name] for name in names), strict=True))

    @cached_property
    def last(self) -> dict[str, int]:
        """The last row of each subject, by their first rows; most households have one alone."""
        return dict(zip(self[self._subject], range(self.size), strict=True))

    @cached_property
    def several(self) -> dict[str, list[int]]:
        """Return, for each subject that has several rows, these rows."""
        several: dict[str, list[int]] = {}
        if len(self.last) == self.size:
            return several
        subjects = self[self._subject]
        lasts = map(self.last.__getitem__, subjects)
        for row in [row for row, last in enumerate(lasts) if row != last]:
            several.setdefault(subjects[row], []).append(row)
        for subject, rows in several.items():
            rows.append(self.last[subject])
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
