"""Where the figures of units stand in a table: rows before the one total; of several totals each before its rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from antq_cli.core.figures import Figure, Summary
from antq_cli.core.measures import Measure
from antq_cli.pages.cells import Indented, Marked, Message, PageCell, UnitName, Verbatim
from antq_cli.pages.figures import unit_cells
from antq_cli.pages.model import Style

_INDENT = "  "


class Placed(NamedTuple):
    """A figure in a table: whether it is a total, and, where there are several, how deep it stands under others."""

    figure: Figure
    total: bool = False
    depth: int | None = None

    @property
    def style(self) -> Style:
        """Return how its line is set off: a total from what it is not of, a rest where nothing else says what it is."""
        if self.total:
            return "total"
        return "rest" if self.figure.level is None and not self.depth else ""

    def cells(self, *, marked: bool = False) -> list[PageCell]:
        """Return the code and the name of the unit, marked if it is put together anew."""
        figure, depth = self.figure, self.depth
        if depth is None:
            return unit_cells(figure, total=self.total, marked=marked)
        held = figure.level is None
        name: PageCell = Message("row.held-above") if held else UnitName(figure.unit, figure.unit_name)
        name = Marked(name) if marked or figure.regrouped is not None else name
        return [Verbatim(figure.unit), Indented(_INDENT * depth, name) if depth else name]


def placed(summary: Summary, measure: Measure) -> list[Placed]:
    """Return the figures of a measure in the order of their lines."""
    rows, totals = ([row for row in each if row.measure == measure] for each in (summary.rows, summary.totals))
    if not summary.grouped:
        return [*map(Placed, rows), *(Placed(total, total=True) for total in totals)]
    forest = _Groups(rows, totals)
    if summary.several:
        return list(forest.within(None, 0))
    return [each for whole in totals[:1] for each in (*forest.within(whole.unit, 0), Placed(whole, total=True))]


class _Groups:
    """Rows and totals by the total that they stand under."""

    def __init__(self, rows: Sequence[Figure], totals: Sequence[Figure]) -> None:
        self._rows: dict[str | None, list[Figure]] = defaultdict(list)
        self._totals: dict[str | None, list[Figure]] = defaultdict(list)
        for row in rows:
            self._rows[row.under].append(row)
        for total in totals:
            self._totals[total.under].append(total)

    def within(self, unit: str | None, depth: int) -> Iterator[Placed]:
        """Yield what stands under a total: others, each with what stands under it in turn, and behind them rows."""
        for total in self._totals[unit]:
            yield Placed(total, total=True, depth=depth)
            yield from self.within(total.unit, depth + 1)
        yield from (Placed(row, depth=depth) for row in self._rows[unit])
