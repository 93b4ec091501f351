"""A row of a register that is known by its key: a return, an activity, a team, an organisation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.changes import Taken
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part
from antq_cli.reading.tables import Table
from antq_cli.writing.entering import Entry
from antq_cli.writing.rows import Added, Altered


class Difference(NamedTuple):
    """A cell of a row that is there, and what it is to be."""

    column: str
    old: str
    new: str


class Held(NamedTuple):
    """A row of a file: its number in it, and its cells."""

    part: Part
    record: int
    cells: Mapping[str, str]


class Kept(NamedTuple):
    """What entering one row comes to, what it differs in from the one that is there, and the columns it lacks."""

    entry: Entry
    differences: Sequence[Difference] = ()
    missing: Sequence[str] = ()


def keep(table: Table, path: str, cells: Mapping[str, str], *, replace: bool) -> Kept:
    """Return what comes of a row, of which those cells are given that are to be filled, and that goes into a file.

    A row with the same key is there already where it says all that is given. Where it says something else, which may
    be right, it is only changed if it is to be replaced.
    """
    held = _held(table, cells)
    if held is None:
        required = (column.name for column in table.register.columns if column.required)
        missing = [name for name in required if not cells.get(name)]
        return Kept(Entry(_taken("new"), [Added(path, cells)]), missing=missing)
    found = [Difference(name, held.cells[name], cell) for name, cell in cells.items() if held.cells[name] != cell]
    if not found:
        return Kept(Entry(_taken("same")))
    if not replace:
        return Kept(Entry(_taken("new")).refuse("D302"), found)
    new = {each.column: each.new for each in found}
    return Kept(Entry(_taken("changed"), altered=[Altered(held.part.path, held.record, new)]), found)


def _taken(outcome: str) -> Taken:
    return Taken(1, "", outcome)  # type: ignore[arg-type]


def _held(table: Table, cells: Mapping[str, str]) -> Held | None:
    """Return the row that has the key of some cells; None where there is none.

    Who has one stretch alone is meant without its first day.
    """
    register = table.register
    several = [*rows_about(table, cells.get(register.model.about, ""))]
    stretch = register.model.stretch
    if stretch is not None and stretch[0] not in cells and len(several) == 1:
        return several[0]
    return next((held for held in several if _same_key(register, held.cells, cells)), None)


def _same_key(register: Register, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one.get(name, "") == other.get(name, "") for name in register.model.key)


def rows_about(table: Table, code: str) -> Iterator[Held]:
    """Yield the rows of a register that are about somebody, as they stand in its files."""
    for part in table.parts:
        for at, (about,) in enumerate(part.cells(table.register.model.about)):
            if about == code:
                yield Held(part, part.records[at], part.row(at))
