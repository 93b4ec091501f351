"""A grid: the columns and rows of a table, laid out once and then drawn on a screen or written as Markdown."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from antq_cli.render.text import bar, line, visible

Bar = tuple[int, int]
Style = Literal["", "total", "rest"]


class Spark(NamedTuple):
    """A line of rates over time, each a numerator and a denominator, or None where it is not known."""

    rates: tuple[Bar | None, ...]


Cell = str | Bar | Spark | None


class Column(NamedTuple):
    """A column: its header, which side its cells lean to, and whether it is a bar, drawn only where there is room.

    What is ``whole`` is never folded, as numbers are not.
    """

    header: str
    align: Literal["left", "right"] = "left"
    bar: bool = False
    faint: bool = False
    whole: bool = False


class Row(NamedTuple):
    """A row of cells; a bar's cell is a numerator and a denominator, a line, or None."""

    cells: Sequence[Cell]
    style: Style = ""


class Grid(NamedTuple):
    """A table with the name it bears where several stand under one title."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    name: str | None = None


_BAR = (8, 40)
# A column of words is not folded into less than this; where there is no room for it, the lines are too long, but whole.
_WORDS = 12
# Lines under the header and between sections, and nothing else.
_BOX = box.Box("    \n    \n ── \n    \n ── \n    \n    \n    \n")
_STYLES = {"": "", "total": "bold", "rest": "italic"}


# Of grids that are aligned: a bar that is worth its place and the widest one, the least room for a column of words, and
# how much of the console the first column may take, in hundredths.
_ALIGNED_BAR = (8, 28)
_ALIGNED_WORDS = 16
_ALIGNED_NAMES = 34
_GAP = 2


def aligned(grids: Sequence[Grid], console: Console) -> list[int]:
    """Return how wide each column is of grids that have the same ones; names and the words at the end may be folded."""
    cells = [[_cell(cell, 0).cell_len for cell in row.cells] for grid in grids for row in grid.rows]
    heads = [[Text(visible(column.header)).cell_len for column in grid.columns] for grid in grids]
    widths = [max(each) for each in zip(*cells, *heads, strict=True)]
    widths[0] = min(widths[0], max(_ALIGNED_WORDS, console.width * _ALIGNED_NAMES // 100))
    bar = next(number for number, column in enumerate(grids[0].columns) if column.bar)
    room = console.width - sum(widths) - _GAP * (len(widths) - 1)
    shortest, longest = _ALIGNED_BAR
    if room < shortest:
        widths[-1] = max(widths[-1] + room - shortest, _ALIGNED_WORDS)
        room = console.width - sum(widths) - _GAP * (len(widths) - 1)
    widths[bar] = min(longest, room) if room >= shortest else 0
    over = sum(widths) + _GAP * (len(widths) - 2) - console.width
    if not widths[bar] and over > 0:
        widths[0] = max(_ALIGNED_WORDS, widths[0] - over)
    return widths


def draw(grid: Grid, console: Console, widths: Sequence[int] | None = None) -> Table:
    """Return a grid as a table for a console: bars as wide as the room that is left, or columns of some widths.

    Numbers are never cut: a table that is wider than the console goes over its edge.
    """
    if widths is not None:
        return _fixed(grid, widths)
    bars = sum(column.bar for column in grid.columns)
    shortest = _shortest(grid)
    room = console.width - _width(_table(grid, shortest), console)
    if room >= 0:
        return _table(grid, min(shortest + room // max(bars, 1), _BAR[1]))
    table = _table(grid, 0, words=_foldable(grid, console))
    table.width = _width(table, console)
    return table


def _foldable(grid: Grid, console: Console) -> int:
    """Return how wide columns of words may be so that a grid fits; where it does not, the least that they may be."""
    most = max((_cell(cell, 0).cell_len for row in grid.rows for cell in row.cells), default=_WORDS)
    widths = range(_WORDS, most + 1)  # a table is no narrower for wider columns, so that halving finds the widest
    fitting = bisect_right(widths, console.width, key=lambda words: _width(_table(grid, 0, words=words), console))
    return widths[fitting - 1] if fitting else _WORDS


def _fixed(grid: Grid, widths: Sequence[int]) -> Table:
    """Return a grid with columns of some widths; a bar without room is left out."""
    shown = [number for number, column in enumerate(grid.columns) if widths[number] or not column.bar]
    table = Table(box=_BOX, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    table.width = sum(widths[number] for number in shown) + _GAP * (len(shown) - 1)  # numbers are never cut
    for number in shown:
        column = grid.columns[number]
        style = "cyan" if column.bar else "dim" if column.faint else ""
        header, fixed = Text(visible(column.header)), column.bar or column.whole or column.align == "right"
        table.add_column(
            header, justify=column.align, style=style, no_wrap=fixed, overflow="fold", width=widths[number]
        )
    for row in grid.rows:
        table.add_row(*(_cell(row.cells[number], widths[number]) for number in shown), style=_STYLES[row.style])
    return table


def _shortest(grid: Grid) -> int:
    """Return how short a bar may be; a line of rates may be as short as it has points."""
    lines = [len(cell.rates) for row in grid.rows for cell in row.cells if isinstance(cell, Spark)]
    return min(_BAR[0], max(lines, default=_BAR[0]))


def natural_width(grid: Grid, console: Console) -> int:
    """Return how wide a grid is without its bars and with nothing folded."""
    return _width(_table(grid, 0), console)


def _width(table: Table, console: Console) -> int:
    return console.measure(table, options=console.options.update(width=10_000)).maximum


def _table(grid: Grid, bar_width: int, *, words: int | None = None) -> Table:
    headed = any(column.header for column in grid.columns)
    look = _BOX if headed else None
    table = Table(
        box=look, pad_edge=False, show_edge=False, show_header=headed, header_style="bold", padding=(0, 1, 0, 0)
    )
    shown = [n for n, column in enumerate(grid.columns) if not column.bar or (bar_width and _any(grid, n))]
    for number in shown:
        column = grid.columns[number]
        fixed = column.bar or column.whole or column.align == "right"
        style = "cyan" if column.bar else "dim" if column.faint else ""
        most = None if fixed else words
        header = Text(visible(column.header))
        table.add_column(header, justify=column.align, no_wrap=fixed, style=style, overflow="fold", max_width=most)
    for row in grid.rows:
        if row.style and table.rows:
            table.rows[-1].end_section = True
        cells = [_cell(row.cells[number], bar_width) for number in shown]
        table.add_row(*cells, style=_STYLES[row.style])
    return table


def _any(grid: Grid, number: int) -> bool:
    return any(row.cells[number] is not None for row in grid.rows)


def _cell(cell: Cell, bar_width: int) -> Text:
    if cell is None:
        return Text("")
    if isinstance(cell, Spark):
        return Text(line(cell.rates, bar_width))
    if isinstance(cell, tuple):
        return Text(bar(*cell, bar_width).ljust(bar_width))
    return Text(visible(cell))


def markdown(grid: Grid) -> str:
    """Return a grid as a Markdown table, without bars."""
    shown = [number for number, column in enumerate(grid.columns) if not column.bar]
    lines = [[markdown_text(grid.columns[number].header) for number in shown]]
    lines += [["---:" if grid.columns[number].align == "right" else "---" for number in shown]]
    for row in grid.rows:
        cells = [markdown_text(str(row.cells[number] or "")) for number in shown]
        lines.append([f"**{cell}**" if row.style == "total" and cell else cell for cell in cells])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def markdown_text(text: str) -> str:
    """Return a text in which nothing is Markdown or HTML."""
    escaped = visible(text).replace("\\", "\\\\")
    for sign in "|*_`<>[]#~&":
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped
