"""How the tables of a report are laid out: a line a unit, columns kind by kind with their signs, what is said beneath.

Columns of which nothing is known at any line are left out. Every line is made of what dictionaries hold of its unit,
so that a table takes as long as it has lines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from antq_cli.core.figures import Kind
from antq_cli.core.measures import Measure
from antq_cli.core.report import Column, Line, Made, Number, Paragraph, Pieces, Plot, Table, Text, text_of
from antq_cli.pages.paper.cells import EMPTY
from antq_cli.words.speech import Speech

Style = Literal["", "rest", "total"]
# How wide signs are in print, in halves of a digit; and the blank at both sides of a cell.
_NARROW, _WIDE, _CAPITAL, _PADDING = 1, 2, 3, 4
_NAME, _REMARK = 40, 24


class Place(NamedTuple):
    """What a line is of: a unit, by code and level, what is held above the units, or all; and which line it is."""

    unit: str
    level: str | None
    name: str
    ordinal: int | None = None
    style: Style = ""


class Formula(NamedTuple):
    """What a column is made of: the keys of other columns, with a sign between them."""

    sign: Literal["/", "-", "+"]
    keys: Sequence[str]


class Told(NamedTuple):
    """A column as it may be laid out: its key, header and group, and its cell at each line.

    ``numeric`` columns have numbers to compare; marks and ranks are none. ``kept`` says that it stands there even
    where no line has a number in it. ``most`` is how wide it may become.
    """

    key: str
    header: str
    cell: Callable[[Place], Pieces]
    group: str = ""
    numeric: bool = True
    formula: Formula | None = None
    kept: bool = False
    most: int = _NAME


class Part(NamedTuple):
    """The columns of what is counted: what it is called, and the measures of which something may be noted beneath."""

    name: str
    columns: Sequence[Told]
    measures: Sequence[Measure] = ()
    kind: Kind | None = None


class Laid(NamedTuple):
    """A column with its cells, line by line."""

    told: Told
    cells: Sequence[Pieces]

    @property
    def shown(self) -> bool:
        """Return whether it has a number at any line, or stands there anyhow."""
        return self.told.kept or any(map(self.has_number, range(len(self.cells))))

    def has_number(self, row: int) -> bool:
        """Return whether it has a number at a line."""
        return any(isinstance(piece, Number) for piece in self.cells[row])


class Sheet(NamedTuple):
    """A table before what is beneath it is known: the parts that are shown, those that are not, and the lines.

    ``keys`` are those of the columns.
    """

    shown: Sequence[Part]
    unknown: Sequence[Part]
    columns: Sequence[Column]
    lines: Sequence[Line]
    keys: Sequence[str]

    def table(self, notes: Iterable[Pieces], caption: str, name: str = "", plot: Plot | None = None) -> Table:
        """Return the table with its notes, what it is called, in short as well, and what of it can be drawn."""
        beneath = [Paragraph(pieces, note=True) for pieces in notes]
        return Table(self.columns, self.lines, beneath, caption, name, plot)


def laid_out(
    places: Sequence[Place], parts: Sequence[Part], first: Sequence[Told], last: Sequence[Told] = ()
) -> Sheet | None:
    """Lay out the columns of some parts between the ``first`` and the ``last``; None where nothing of them is known.

    What is held above the units may be something that is not shown: then it has no line.
    """
    made = [(part, _laid(places, part.columns)) for part in parts]
    shown = [part for part, columns in made if columns]
    if not shown:
        return None
    own = [laid for _, columns in made for laid in columns]
    columns = [*_laid(places, first), *own, *_laid(places, last)]
    lines = [
        Line([laid.cells[row] for laid in columns], place.style)
        for row, place in enumerate(places)
        if place.style != "rest" or any(laid.has_number(row) for laid in own)
    ]
    unknown = [part for part, each in made if not each]
    return Sheet(shown, unknown, list(_columns(columns, len(first))), lines, [laid.told.key for laid in columns])


def unsigned(sheet: Sheet) -> Sheet:
    """Return a table whose columns have no signs: within a text, and on a screen, nobody asks for their numbers."""
    return sheet._replace(columns=[column._replace(sign="") for column in sheet.columns])


def _laid(places: Sequence[Place], columns: Iterable[Told]) -> list[Laid]:
    several = (Laid(told, [told.cell(place) for place in places]) for told in columns)
    return [laid for laid in several if laid.shown]


def _columns(columns: Sequence[Laid], lettered: int) -> Iterator[Column]:
    """Yield the columns with their signs: A, B of what a line is of, then numbers, and what each is made of."""
    places = {laid.told.key: place for place, laid in enumerate(columns)}
    for number, laid in enumerate(columns):
        told = laid.told
        made = _made(told.formula, places)
        sign = chr(ord("A") + number) if number < lettered else _sign(number, made, lettered)
        yield Column(told.header, told.group, sign, told.numeric, _weight(laid), made)


def _made(formula: Formula | None, places: dict[str, int]) -> Made | None:
    """Return of which columns one is made, if all of those are shown."""
    if formula is None or not all(key in places for key in formula.keys):
        return None
    return Made(formula.sign, [places[key] for key in formula.keys])


def _sign(place: int, made: Made | None, lettered: int) -> str:
    """Return the number of a column, and of which it is made: ``3=2/1``, ``9=4+…+8``."""
    sign = f"{place - lettered + 1}"
    if made is None:
        return sign
    several = [f"{each - lettered + 1}" for each in made.places]
    if len(several) > 2:  # noqa: PLR2004 - the first and the last one say it
        several = [several[0], "…", several[-1]]
    return f"{sign}={made.sign.join(several)}"


def _weight(laid: Laid) -> int:
    """Return how wide a column is: its widest cell, or the widest word of its header, in halves of a digit."""
    words = [_width(word) for word in laid.told.header.split()]
    widest = max((_width(text_of(cell)) for cell in laid.cells), default=0)
    return min(max([widest, *words]), laid.told.most) + _PADDING


def _width(text: str) -> int:
    return sum(_NARROW if sign in " .,;:-+/()ijltI" else _CAPITAL if sign in "mwMWHNGT" else _WIDE for sign in text)


def first_columns(speech: Speech) -> list[Told]:
    """Return the columns that say what a line is of: its number and its name."""
    return [
        Told("ordinal", speech.say("column.number"), _ordinal, numeric=False, kept=True),
        Told("unit", speech.say("column.unit"), _name, numeric=False, kept=True),
    ]


def remarks(speech: Speech, cell: Callable[[Place], Pieces] = lambda _place: EMPTY) -> Told:
    """Return the column of remarks, in which clerks write as well."""
    header = speech.say("column.remark")
    return Told("remark", header, cell, numeric=False, kept=True, most=_REMARK)


def _ordinal(place: Place) -> Pieces:
    return EMPTY if place.ordinal is None else (Text(str(place.ordinal), place.ordinal),)


def _name(place: Place) -> Pieces:
    return (Text(place.name),)
