"""Pages on a terminal: titles, tables no wider than it is, what their marks mean, what there was no room for."""

import sys
from collections.abc import Iterator, Sequence

from antq_cli.core.unseen import visible
from antq_cli.pages.cells import Aim, Bar, Bracketed, Joined, Message, PageCell
from antq_cli.pages.model import Page, PageColumn, PageTable
from antq_cli.pages.results import page_of
from antq_cli.render.console import BLANK, Console, Run, Runs, console_for, drawn
from antq_cli.render.drawing import Drawing
from antq_cli.render.folding import folded
from antq_cli.render.formats import Telling
from antq_cli.render.layout import Layout, Sheet, aligned
from antq_cli.words.speech import Speech


def write(telling: Telling) -> Iterator[str]:
    """Yield the page as the terminal shows it, or, as it is read in a file."""
    console = console_for(None if telling.to_file else sys.stdout)
    screen = _Screen(console, telling.speech)
    yield drawn(console, screen.lines(page_of(telling.outcome, screen.fits)))


class _Screen:
    """Lays out pages on a console in a language; each table is measured once."""

    def __init__(self, console: Console, speech: Speech) -> None:
        self._console, self._speech = console, speech
        self._sheets: dict[int, Sheet] = {}
        self._left_out: dict[str, PageCell] = {}
        self._targets: set[int] = set()

    def fits(self, table: PageTable) -> bool:
        """Return whether a table is no wider than the console, with nothing folded."""
        return self._sheet(table).width <= self._console.width

    def _sheet(self, table: PageTable) -> Sheet:
        if id(table) not in self._sheets:
            self._sheets[id(table)] = Sheet(table, self._speech)  # holds the table, so that no other one gets its id
        return self._sheets[id(table)]

    def lines(self, page: Page) -> Iterator[Runs]:
        yield from self._said(page.title, "bold")
        yield from self._said(page.subtitle)
        together = self._together(page)
        for number, table in enumerate(page.tables):
            yield BLANK
            yield from self._said(table.name, "bold") if table.name else ()
            yield from self._said(table.instead) if table.instead else ()
            if table.lines:
                drawing = self._drawing(table, together if number < page.aligned else None)
                yield from drawing.lines(self._console.width)
        legend = [*page.legend, *self._marks(page), *self._not_shown()]
        yield from [BLANK] if legend else ()
        for line in legend:
            yield from self._said(line)

    def _said(self, cell: PageCell, style: str = "") -> Iterator[Runs]:
        lines = folded(visible(cell.text(self._speech)), self._console.width)
        return ((Run(line, style),) for line in lines)

    def _together(self, page: Page) -> Layout | None:
        drawn_ = [table for table in page.tables[: page.aligned] if table.lines]
        if not drawn_:
            return None
        first, *others = drawn_
        return aligned(Sheet(first, self._speech, others), self._console.width)

    def _drawing(self, table: PageTable, layout: Layout | None) -> Drawing:
        sheet = self._sheet(table)
        layout = layout or sheet.fitted(self._console.width)
        for name in _names([table.columns[number] for number in layout.left_out]):
            self._left_out.setdefault(name.text(self._speech), name)
        drawn_ = {number for number, width in enumerate(layout.widths) if width and table.columns[number].bar}
        cells = (line.cells[number] for line in table.lines for number in drawn_)
        self._targets.update(cell.mark for cell in cells if isinstance(cell, Bar) and cell.mark is not None)
        return Drawing(sheet, layout)

    def _marks(self, page: Page) -> list[PageCell]:
        """Return what is said of the marks in bars, where there are any, and whose they are where that is not all."""
        targets: list[PageCell] = [
            Bracketed(Aim(target), Joined(page.targets[target], ", ")) if target in page.targets else Aim(target)
            for target in sorted(self._targets)
        ]
        return [Message("legend.target", targets=targets)] if targets else []

    def _not_shown(self) -> list[PageCell]:
        """Return what is said of the columns for which there was no room."""
        columns = list(self._left_out.values())
        return [Message("legend.no-room", columns=columns)] if columns else []


def _names(columns: Sequence[PageColumn]) -> list[PageCell]:
    """Return the names of columns; a series is told by its first and its last one."""
    series = [column.name for column in columns if column.series]
    ends = [series[0], *series[1:][-1:]] if series else []
    return [*([Joined(ends, "–")] if ends else []), *(column.name for column in columns if not column.series)]
