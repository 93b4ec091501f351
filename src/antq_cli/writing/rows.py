"""Rows that are added to the files of a register, and rows whose cells change: as splices that touch nothing else.

What a file is like stays: its byte order mark, its line ends, the order of its columns, the quotes of its other rows.
Where a cell is to be filled of a column that a CSV file leaves out, the file gets the column, behind those it has: its
header and all its rows are longer then.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.changes import Rewrite, Rows, Splice
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part
from antq_cli.writing.rows_csv import csv_file, csv_splices
from antq_cli.writing.rows_toml import toml_file, toml_splices


class Added(NamedTuple):
    """A row that is to be added to the file with a path; blank cells may be left out."""

    path: str
    cells: Mapping[str, str]


class Altered(NamedTuple):
    """A row of a file, by its number in it (``Part.records``), and those of its cells that are to be others."""

    path: str
    record: int
    cells: Mapping[str, str]


class Edits(NamedTuple):
    """What is to be done with the rows of one register."""

    added: Sequence[Added] = ()
    altered: Sequence[Altered] = ()

    @property
    def rows(self) -> Rows:
        """How many rows are added and changed."""
        return Rows(len(self.added), len(self.altered))


def rewrites(register: Register, parts: Iterable[Part], edits: Edits) -> list[Rewrite]:
    """Return what is to become of the files of a register, given all its parts; of those that stay, nothing.

    A file that no part is of is made, with the columns that are required or filled. Cells are written as they are:
    whether they may be is judged by who reads them.
    """
    of = {part.path: part for part in parts}
    added: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    altered: dict[str, dict[int, Mapping[str, str]]] = defaultdict(dict)
    for new in edits.added:
        added[new.path].append(new.cells)
    for old in edits.altered:
        altered[old.path][old.record] = old.cells
    paths = sorted({*added, *altered})
    found = [_rewrite(register, path, of.get(path), added[path], altered[path]) for path in paths]
    return [rewrite for rewrite in found if rewrite.splices]


def _rewrite(
    register: Register,
    path: str,
    part: Part | None,
    added: Sequence[Mapping[str, str]],
    altered: Mapping[int, Mapping[str, str]],
) -> Rewrite:
    toml = path.lower().endswith(".toml")
    if part is None:
        content = (toml_file if toml else csv_file)(register, added)
        return Rewrite(path, None, [Splice(0, b"", content)])
    assert part.raw is not None  # a file that cannot be had is refused before anything is planned
    splices = (toml_splices if toml else csv_splices)(register, part, added, altered)
    return Rewrite(path, part.raw, splices)
