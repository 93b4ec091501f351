"""A report: a head, paragraphs, tables, gaps for the clerk and annexes, in one language; every number knows its figure.

It is put together once and written in every format. A writer lays it out, and neither counts nor words anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from antq_cli.core.figures import Figure

# The mark of a number among the sentences, and of a table: bookmarks have these names.
NUMBER, TABLE = "antq_{:04}", "antq_t{:02}"
# The place of a number that stands in the highlights of a page, and in no paper.
PAGE = "page_{:04}"

# Pieces --------------------------------------------------------------------------------------------------------


class Text(NamedTuple):
    """Words, and such numbers as are none of the book's: of laws, days, ranks.

    What is a number of a row or a rank, and nothing else, says with ``order`` which, so that it can be sorted by.
    """

    text: str
    order: int | None = None


# What stands where a number is not known, in papers a hyphen; a format that has a dash of its own writes that.
DASH = Text("-")


class Number(NamedTuple):
    """A number of the book: ``text`` is how it is printed, ``value`` what it is (a percentage has a point).

    ``id`` is that of its ``figure``; of a number that is put together of several it is ``name@unit:when``, and there is
    no figure. ``part`` is the part of the figure's record, or says what the number is of a derived one.
    """

    id: str
    part: str
    value: int | str
    text: str
    figure: Figure | None = None


class Gap(NamedTuple):
    """What the clerk fills in. One that is ``missing`` stands for what the book lacks.

    ``text`` has brackets, but where papers have an open place of their own: ``Số:      /BC-UBND``, ``ngày … tháng …``.
    """

    text: str
    missing: bool = False

    @property
    def open(self) -> bool:
        """Whether it is an open place of the paper, which need not be marked: what is filled in later, by hand."""
        return not self.text.startswith("[")


Piece = Text | Number | Gap
Pieces = Sequence[Piece]


class Clause(NamedTuple):
    """A part of a sentence that says some figures ``about`` something, which is named where none of them is known.

    A number that is not known stands in it as a missing :class:`Gap`.
    """

    pieces: Pieces
    about: str

    @property
    def unknown(self) -> bool:
        """Return whether it was to say numbers, and none of them is known."""
        missing = any(isinstance(piece, Gap) and piece.missing for piece in self.pieces)
        return missing and not any(isinstance(piece, Number) for piece in self.pieces)


class Statement(NamedTuple):
    """A sentence of clauses, which are parted by ``;``, with what stands before the first and behind the last."""

    begin: Pieces = ()
    clauses: Sequence[Clause] = ()
    end: Pieces = ()


# Parts of the paper --------------------------------------------------------------------------------------------


class Heading(NamedTuple):
    """A heading: of ``level`` 1 (I., II.) or 2 (1., 2.); its number, if any, is part of its text."""

    level: int
    pieces: Pieces


class Paragraph(NamedTuple):
    """A paragraph of the text; a ``note`` stands in italics below what it is about."""

    pieces: Pieces
    note: bool = False


class Made(NamedTuple):
    """Of which columns of its table a column is made, each its place from 0, with the ``sign`` between them.

    ``/`` is a rate in percent, of the first in the second.
    """

    sign: Literal["/", "-", "+"]
    places: Sequence[int]


class Column(NamedTuple):
    """A column of a table: its ``header``, the ``group`` of columns it belongs to ("" for none), and its sign.

    ``weight`` is how wide it is beside the others. Columns of one group stand beside each other. ``made`` is None of
    what is not made of other columns of the table, or stands beside only some of them.
    """

    header: str
    group: str = ""
    sign: str = ""
    numeric: bool = False
    weight: int = 10
    made: Made | None = None


class Line(NamedTuple):
    """A line of a table, for each column its pieces; none where a cell is empty."""

    cells: Sequence[Pieces]
    style: Literal["", "rest", "total"] = ""


class Plot(NamedTuple):
    """What of a table can be drawn: the numbers of the column ``values`` by the ``labels``, each a place from 0.

    ``lines`` are the lines that have such a number, by their places; the ``note`` names those that have none. It is
    drawn ``over_time`` as a line, else unit by unit. ``target`` is the percentage to be reached, as machines write it,
    "" where there is none, and ``aim`` what it is called.
    """

    title: str
    labels: int
    values: int
    lines: Sequence[int]
    over_time: bool = False
    target: str = ""
    aim: str = ""
    note: str = ""


class Table(NamedTuple):
    """A table with what is said beneath it; ``name`` is what it is called in a few words, where room is short."""

    columns: Sequence[Column]
    lines: Sequence[Line]
    notes: Sequence[Paragraph] = ()
    caption: str = ""
    name: str = ""
    plot: Plot | None = None


class Annex(NamedTuple):
    """An annex on pages of its own: its number (Phụ lục I), its title, what it is attached to, and its tables."""

    number: str
    title: str
    attached: Pieces
    tables: Sequence[Table]


Block = Heading | Paragraph | Table


# Pictures ------------------------------------------------------------------------------------------------------


class Tile(NamedTuple):
    """A headline figure: what it is of, how many (of how many), its ``rate`` beside the ``target``, what else is told.

    ``rate`` and ``target`` are percentages; None where there is none.
    """

    name: str
    value: Pieces
    rate: Number | None = None
    target: Number | None = None
    notes: Sequence[Pieces] = ()


class Tiles(NamedTuple):
    """Headline figures beside each other."""

    tiles: Sequence[Tile]


class Mark(NamedTuple):
    """A bar, or a point of a line: its name, and its rate, None where that is not known."""

    name: str
    rate: Number | None


class Chart(NamedTuple):
    """Rates as a picture, with the ``table`` that has its numbers: a bar for each unit, or a line over time.

    ``described`` says in words what it shows. ``target`` is the rate to be reached, None where none is set.
    """

    form: Literal["bars", "line"]
    title: str
    described: str
    marks: Sequence[Mark]
    target: Number | None
    table: Table


class Section(NamedTuple):
    """A part of the highlights: its ``name`` as links have it, its title, and what it shows."""

    name: str
    title: str
    blocks: Sequence[Tiles | Chart | Table | Paragraph]


class Labels(NamedTuple):
    """What a page calls its own parts: the list of them, the text, the annexes, where figures are from, a target."""

    contents: str = ""
    text: str = ""
    annexes: str = ""
    provenance: str = ""
    target: str = ""


class Highlights(NamedTuple):
    """What a page shows before the text of the report; a paper has no room for it, and does not print it.

    ``text`` is the text as a page shows it: without what the clerk is to write on paper. ``whose`` is who issues the
    report, or else the unit that it is of; empty where the subject says it.
    """

    sections: Sequence[Section] = ()
    text: Sequence[Block] = ()
    labels: Labels = Labels()
    whose: str = ""

    @property
    def pieces(self) -> Iterator[Pieces]:
        """Yield all that it says in reading order; charts are drawn of numbers that stand in their tables."""
        for section in self.sections:
            for block in section.blocks:
                yield from _shown(block)

    def placed(self) -> Iterator[tuple[str, Number]]:
        """Yield every number with its place, which is ``page_0001`` and so on."""
        numbers = (piece for pieces in self.pieces for piece in pieces if isinstance(piece, Number))
        yield from ((PAGE.format(place), number) for place, number in enumerate(numbers, 1))


def _shown(block: Tiles | Chart | Table | Paragraph) -> Iterator[Pieces]:
    if isinstance(block, Paragraph):
        yield block.pieces
    elif isinstance(block, Tiles):
        for tile in block.tiles:
            yield from (tile.value, [number for number in (tile.rate, tile.target) if number is not None], *tile.notes)
    else:
        table = block.table if isinstance(block, Chart) else block
        yield from (cell for line in table.lines for cell in line.cells)
        yield from _beneath(table)


class Head(NamedTuple):
    """What stands above the text (NĐ 30/2020/NĐ-CP, Phụ lục I); parts that a plain report lacks are empty.

    ``national`` are the two lines of the state's name and motto. ``superior`` and ``body`` are who issues it, line by
    line. ``warning`` is said beneath the subject, and at the head of every page, of data that is synthetic.
    """

    national: Sequence[str]
    superior: Sequence[str]
    body: Sequence[Pieces]
    number: Pieces
    dated: Pieces
    kind: str
    subject: Sequence[str]
    warning: str = ""
    to: Pieces = ()


class Signature(NamedTuple):
    """What stands beneath the text: whose authority, who signs, and who receives it; empty in a plain report."""

    authority: Sequence[str] = ()
    signatory: Pieces = ()
    received_title: str = ""
    recipients: Sequence[Pieces] = ()


class Provenance(NamedTuple):
    """What a report was made from and by; ``record`` is all of it, as machines read it.

    ``source`` is the hash of all but the tool, the commit and whether that is clean: the same where nothing changed
    that is said. ``line`` is what a reader sees of it, ``day`` that of the figures. ``told`` is all of it in
    words, where there is room: what it is, and which.
    """

    source: str
    record: Mapping[str, Any]
    line: str
    day: date | None = None
    told: Sequence[tuple[str, str]] = ()


# What a report has that nobody has said yet where it comes from.
UNKNOWN = Provenance("", MappingProxyType({}), "")


class Report(NamedTuple):
    """A report, whole: it is ``plain`` where no layout is prescribed for it (English).

    ``unsaid`` are the passages, tables and annexes of its outline of which there was nothing to say. ``highlights`` are
    what a page shows before the text.
    """

    lang: str
    title: str
    head: Head
    blocks: Sequence[Block]
    signature: Signature
    annexes: Sequence[Annex]
    notes: Sequence[Paragraph]
    provenance: Provenance
    plain: bool = False
    unsaid: Sequence[str] = ()
    highlights: Highlights = Highlights()

    @property
    def tables(self) -> list[Table]:
        """Every table in reading order: those of the text, then those of the annexes."""
        own = [block for block in self.blocks if isinstance(block, Table)]
        return [*own, *(table for annex in self.annexes for table in annex.tables)]

    def paragraphs(self) -> Iterator[Pieces]:
        """Yield the pieces of all that stands in no table, in reading order: what is said beneath tables as well."""
        yield from (*self.head.body, self.head.number, self.head.dated, self.head.to)
        for block in self.blocks:
            yield from _beneath(block) if isinstance(block, Table) else [block.pieces]
        yield from (note.pieces for note in self.notes)
        yield from (self.signature.signatory, *self.signature.recipients)
        for annex in self.annexes:
            yield annex.attached
            yield from (pieces for table in annex.tables for pieces in _beneath(table))

    def placed(self) -> Iterator[tuple[str, Number]]:
        """Yield every number with its place: those of the sentences in reading order, then the tables cell by cell.

        A place is ``antq_0001``, or ``antq_t01:ROW:COLUMN`` from 1, the header not counted; of a further number in one
        cell it has ``:2`` and so on at its end.
        """
        said = (piece for pieces in self.paragraphs() for piece in pieces if isinstance(piece, Number))
        yield from ((NUMBER.format(place), number) for place, number in enumerate(said, 1))
        for place, table in enumerate(self.tables, 1):
            yield from _in_table(TABLE.format(place), table.lines)

    def gaps(self) -> list[Gap]:
        """Every gap in reading order, those of the tables last."""
        cells = (cell for table in self.tables for line in table.lines for cell in line.cells)
        return [piece for pieces in (*self.paragraphs(), *cells) for piece in pieces if isinstance(piece, Gap)]

    def figures(self) -> dict[str, Figure]:
        """Every figure that is used, once, by its id, as it is read first; those of a page alone come last."""
        numbers = (number for _, number in (*self.placed(), *self.highlights.placed()))
        return {number.id: number.figure for number in numbers if number.figure is not None}


def _beneath(table: Table) -> Iterator[Pieces]:
    yield from (note.pieces for note in table.notes)


def _in_table(name: str, lines: Sequence[Line]) -> Iterator[tuple[str, Number]]:
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line.cells, 1):
            numbers = [piece for piece in cell if isinstance(piece, Number)]
            for nth, number in enumerate(numbers, 1):
                yield f"{name}:{row}:{column}" + (f":{nth}" if nth > 1 else ""), number


def text_of(pieces: Pieces) -> str:
    """Return what pieces say, one after the other."""
    return "".join(piece.text for piece in pieces)
