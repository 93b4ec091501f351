"""Rows that were left out in reading: what can still be told of them, so that each is counted where it is missed.

A cell that cannot be read may have meant anything: such a row counts as left out wherever it may have mattered.
"""

from collections.abc import Container, Iterator, Mapping
from datetime import date

from pydantic_core import PydanticCustomError

from antq_cli.core import cells
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.sources import Reason

Cells = Mapping[str, str]


def dated(row: Cells, column: str) -> date | None:
    """Return the day in a cell; None where it is blank or cannot be read."""
    try:
        return cells.day(row.get(column, ""))
    except PydanticCustomError:
        return None


def may_be_of(row: Cells, column: str, wanted: str, known: Container[str]) -> bool:
    """Return whether a row is of a kind (a level), or of none that is known and so perhaps of this one."""
    return row.get(column) == wanted or row.get(column) not in known


def may_be_there(row: Cells, first: str, last: str | None, day: date) -> bool:
    """Return whether a row may have mattered on a day; of two days in the wrong order neither is believed."""
    begins, ends = dated(row, first), dated(row, last) if last else None
    if begins is not None and ends is not None and ends <= begins:
        return True
    return (begins is None or begins <= day) and (ends is None or day < ends)


def over(row: Cells, first: str, last: str | None, day: date, ended: Reason) -> Reason | None:
    """Return why a row cannot have mattered on a day, ``ended`` where it was over; None where it may."""
    if may_be_there(row, first, last, day):
        return None
    begins = dated(row, first)
    return "not-yet" if begins is not None and day < begins else ended


def unit_meant(dataset: Dataset, row: Cells, unit: str, first: str, day: date) -> int | None:
    """Return the unit whose code a row holds: who bore it on the row's first day, or last where that is not known."""
    code, begins = row.get(unit, ""), dated(row, first)
    if begins is None:
        return dataset.atlas.last_bearer(code, day)
    return dataset.atlas.bearer(code, begins)


def units_left_out(dataset: Dataset, level: str, day: date) -> Iterator[int | None]:
    """Yield the place of each unit that is, or may be, of a level and cannot be counted among them.

    Those are the units that do not lie below the top, those whose level the manifest does not know, and rows of the
    register that could not be read.
    """
    map_ = dataset.map(day)
    levels = [level.id for level in dataset.manifest.levels]
    yield from (None for _ in map_.detached(level))
    yield from (map_.place(number) for number in map_.of_unknown_level())
    for row in dataset.book.table("units").broken:
        if may_be_of(row, "level", level, levels) and may_be_there(row, "opened", "closed", day):
            yield map_.place(unit_meant(dataset, row, "parent", "opened", day))
