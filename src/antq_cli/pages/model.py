"""A page: its titles, its tables of typed cells, what their marks mean; and a result as rows for machines."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import BLANK, Joined, Message, Name, PageCell

Style = Literal["", "total", "rest"]

# What a table is left without where there is no room for it, the first first, by the key of the header; what does not
# stand here is what the table is for: who, how many, of how many, what came of it.
DISPENSABLE = (
    *("column.stale", "column.zero", "column.of-received", "column.of-expected", "column.households-each"),
    *("column.exempt", "column.not-assessed", "column.pending", "column.not-met", "column.members"),
    *("column.rows-of-data", "column.outcome.blank", "column.outcome.same"),
    *("column.known", "column.waived", "column.rows", "column.severity", "column.name", "column.sort"),
    "trend.earlier",
    *("column.factor", "change.den", "change.base", "change.num", "column.code", "column.rank"),
    *("column.file", "column.removed", "column.changed", "column.added"),
    *("column.last", "column.received-on", "column.dated", "column.flow.lapsed", "column.flow.withdrawn"),
    *("column.days", "column.needed-in-all", "column.missing", "column.on-time"),
    *("column.short", "column.before", "column.period", "change.number", "change.points", "column.percent"),
    *("annex.change", "annex.percent", "annex.activities", "annex.standards", "annex.models", "annex.teams"),
    *("annex.pledges", "column.number", "column.place", "month.points", "month.before"),
)
_PLACE = {key: place for place, key in enumerate(DISPENSABLE)}


class PageColumn(NamedTuple):
    """A column: its header, which side its cells lean to, and whether it is a bar, drawn only where there is room.

    What is ``whole`` is never folded, as numbers are not. What is ``extra`` stands there only where nothing has to be
    folded for it; if it is ``beneath`` as well, it goes under its rows then. Where a table is wider than the
    terminal, the cells of a column ``beneath`` go under their rows, and then columns are left out in the order of
    :data:`DISPENSABLE`, of several of one ``part`` (where there is none, of one header) the last first, of a
    ``series``, which is told as one, the first first; ``called`` is what is said of one without a header, or with
    that of another. Of what its row says ``elsewhere`` as well nobody is told that it is left out.
    """

    header: PageCell = BLANK
    align: Literal["left", "right"] = "left"
    bar: bool = False
    faint: bool = False
    whole: bool = False
    extra: bool = False
    beneath: bool = False
    part: str = ""
    series: bool = False
    called: PageCell = BLANK
    elsewhere: bool = False

    @property
    def dispensable(self) -> int | None:
        """Return its place among the columns that can be left out; None where it is never left out."""
        key = self.header.key if isinstance(self.header, Message) and not self.part else self.part
        return _PLACE.get(key)

    @property
    def name(self) -> PageCell:
        """Return what is said of it where it is left out; blank for what only draws the numbers beside it."""
        return self.header if self.called is BLANK else self.called

    @property
    def fixed(self) -> bool:
        """Whether its cells are never folded: a number or a code in two lines is two."""
        return self.bar or self.whole or self.align == "right"


class Line(NamedTuple):
    """A line of a table, a cell for each column."""

    cells: Sequence[PageCell]
    style: Style = ""


class PageTable(NamedTuple):
    """A table with the name it bears where several stand under one title; ``instead`` is said where it has no lines."""

    columns: Sequence[PageColumn]
    lines: Sequence[Line]
    name: PageCell | None = None
    instead: PageCell | None = None


class Page(NamedTuple):
    """What is shown of a result: its title, what it is of, its tables, and what their marks mean.

    So many tables from the first on as ``aligned`` says have the same columns, each as wide in all of them. ``targets``
    are the kinds that have each, in hundredths of a percent, where not all of them have the same.
    """

    title: PageCell
    subtitle: PageCell
    tables: Sequence[PageTable]
    legend: Sequence[PageCell] = ()
    aligned: int = 0
    targets: Mapping[int, list[PageCell]] = {}


class Records(NamedTuple):
    """The rows of a result, those of the unit above them, the columns of a CSV file, and what else JSON tells.

    A CSV file has the same rows, or, where there is one, those of a ``grid``. ``heads`` are what people call columns,
    for a file that a spreadsheet is to open; machines know them by their names alone.
    """

    rows: Sequence[dict[str, Any]]
    columns: Sequence[str]
    totals: Sequence[dict[str, Any]] = ()
    more: Mapping[str, Any] = {}
    grid: Sequence[dict[str, Any]] | None = None
    heads: Mapping[str, PageCell] = {}


# Whether a table is no wider than what it is written on.
Fits = Callable[[PageTable], bool]


def text_columns(*keys: str) -> list[PageColumn]:
    """Columns of texts, by what follows ``column.`` in the catalogue; codes are faint."""
    return [PageColumn(Message(f"column.{key}"), faint=key == "code") for key in keys]


def number_columns(*keys: str) -> list[PageColumn]:
    """Return columns of numbers, by what follows ``column.`` in the catalogue."""
    return [PageColumn(Message(f"column.{key}"), "right") for key in keys]


def titled(outcome: Outcome, *parts: PageCell) -> tuple[PageCell, PageCell]:
    """Return the campaign's title, and the line under it: what a page is of, with the data's origin."""
    book = outcome.book
    assert book is not None
    return Name(book.vi, book.en, book.id), Joined([*parts, Message(f"data.{book.data}")], " · ")


def with_remarks(columns: Sequence[PageColumn], lines: Sequence[Line], remarks: Sequence[PageCell]) -> PageTable:
    """Return a table with a last column of remarks, if there is any; where there is nothing to say it is blank."""
    if all(said is BLANK for said in remarks):
        return PageTable(columns, lines)
    told = [Line([*line.cells, said], line.style) for line, said in zip(lines, remarks, strict=True)]
    return PageTable([*columns, *(column._replace(beneath=True) for column in text_columns("remark"))], told)
