"""How cells of a table follow from others that stand in it: what a spreadsheet may calculate anew.

A cell follows from others only if they give exactly what is printed in it, by the one rule of rounding. A total that
is not the sum of what stands above it (because somebody is counted nowhere, or once in two places) follows from
nothing, and so does what is left of a number that is not whole.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from antq_cli.core.ratio import Ratio
from antq_cli.core.report import DASH, Line, Made, Number, Pieces, Table

Spot = tuple[int, int]  # a line and a column, both from 0


class Working(NamedTuple):
    """That a cell is made of others: by a sign between them, or as the ``sum`` of its column from one to another.

    ``/`` is the percentage that the first is of the second. ``value`` is what comes of it: None where a part is not
    known, or nobody can have a rate, and a dash stands there.
    """

    sign: Literal["/", "-", "+", "sum"]
    of: Sequence[Spot]
    value: int | str | None


def workings(table: Table) -> dict[Spot, Working]:
    """Return how cells of a table follow from others, by their spots."""
    found: dict[Spot, Working] = {}
    for row, line in enumerate(table.lines):
        for column, each in enumerate(table.columns):
            if each.made is not None and (working := _beside(line, row, column, each.made)) is not None:
                found[row, column] = working
    return dict(_sums(table)) | found


def alone(cell: Pieces) -> Number | None:
    """Return the number that a cell holds and nothing else; None where it holds anything else."""
    if len(cell) == 1 and isinstance(cell[0], Number):
        return cell[0]
    return None


def _value(cell: Pieces) -> int | str | None:
    number = alone(cell)
    return None if number is None else number.value


def _beside(line: Line, row: int, column: int, made: Made) -> Working | None:
    """Return how a cell follows from those beside it; None where it does not."""
    cell, parts = line.cells[column], [line.cells[place] for place in made.places]
    working = Working(made.sign, [(row, place) for place in made.places], _value(cell))
    if alone(cell) is not None:
        return working if _result(made.sign, parts) == working.value else None
    unknown = list(cell) == [DASH] and any(list(part) == [DASH] for part in parts)
    of_nobody = made.sign == "/" and not cell and [_value(part) for part in parts] == [0, 0]
    return working if unknown or of_nobody else None


def _result(sign: str, parts: Sequence[Pieces]) -> int | str | None:
    """Return what comes of some cells; None where one of them has no number. To a sum an empty cell adds nothing."""
    numbers = [_value(part) for part in parts if part or sign != "+"]
    known = [number for number in numbers if isinstance(number, int)]
    if len(known) < len(numbers) or not known:
        return None
    if sign == "+":
        return sum(known)
    first, second = known
    return first - second if sign == "-" else Ratio(first, second).percent()


def _sums(table: Table) -> Iterator[tuple[Spot, Working]]:
    """Yield the cells of the last line that are the sum of what stands above them: of counts alone, never of rates."""
    *above, last = table.lines or [Line(())]
    if last.style != "total" or not above:
        return
    for column, cell in enumerate(last.cells):
        parts = [part for line in above if isinstance(part := _value(line.cells[column]), int)]
        total = _value(cell)
        if isinstance(total, int) and parts and total == sum(parts):
            of = ((0, column), (len(above) - 1, column))
            yield (len(above), column), Working("sum", of, total)
