"""A sheet to be filled in: its head, a row for each unit, the columns for numbers, and the list of units."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

# The hidden sheet of a form that lists the units.
LISTED = "antq"


class FormColumn(NamedTuple):
    """A column of a form: the one or two lines of its head, and what is to be written into it."""

    head: tuple[str, ...]
    takes: Literal["code", "name", "day", "count", "text"]


class FormRow(NamedTuple):
    """A row that is filled in by somebody else: whose it is, and in which columns of counts a number is expected."""

    code: str
    name: str
    expects: Sequence[bool]


class BlankForm(NamedTuple):
    """A form: the name of its sheet, what stands above the head, its columns and rows, the day that it is for.

    ``units`` are those that can be chosen in rows beside those that are there; so many ``spare`` rows there are.
    ``wrong`` says what a cell takes, by what a column takes.
    """

    name: str
    title: str
    hint: str
    columns: Sequence[FormColumn]
    rows: Sequence[FormRow]
    day: date | None
    units: Sequence[str]
    spare: int
    wrong: dict[str, str]
