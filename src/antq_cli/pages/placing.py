"""Where the figures of units stand in a table: rows before the one total; of several totals each before its rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.figures import Figure, Summary
from antq_cli.core.measures import Measure
from antq_cli.pages.cells import Indented, PageCell, Verbatim
from antq_cli.pages.figures import row_style, unit_cells
from antq_cli.pages.model import Style

_INDENT = "  "


class Placed(NamedTuple):
    """A figure in a table: whether it is a total, and, where there are several, how deep it stands under others.

    ``above`` are the names of what units lie in, by code, where several bear their own.
    """

    figure: Figure
    above: Mapping[str, str]
    total: bool = False
    depth: int | None = None

    @property
    def style(self) -> Style:
        """Return how its line is set off: a total from what it is not of, a rest where nothing else says what it is."""
        style = row_style(self.figure, total=self.total)
        return "" if style == "rest" and self.depth else style

    def cells(self, *, marked: bool = False) -> list[PageCell]:
        """Return the code and the name of the unit, marked if it is put together anew."""
        depth = self.depth
        if depth is None:
            return unit_cells(self.figure, total=self.total, marked=marked, above=self.above)
        code, name = unit_cells(self.figure, marked=marked, above=self.above)
        held = self.figure.rest
        return [Verbatim(self.figure.unit) if held else code, Indented(_INDENT * depth, name) if depth else name]


def placed(summary: Summary, measure: Measure) -> list[Placed]:
    """Return the figures of a measure in the order of their lines."""
    totals = [row for row in summary.totals if row.measure == measure]
    shown = [row for row in summary.shown if row.measure == measure]
    if not summary.grouped:
        placed_rows = [Placed(row, summary.above) for row in shown]
        return [*placed_rows, *(Placed(total, summary.above, total=True) for total in totals)]
    forest = _Groups(shown, totals, summary.above)
    if summary.several:
        return list(forest.within(None, 0))
    return [
        each
        for whole in totals[:1]
        for each in (*forest.within(whole.unit, 0), Placed(whole, summary.above, total=True))
    ]


class _Groups:
    """Rows and totals by the total that they stand under."""

    def __init__(self, rows: Sequence[Figure], totals: Sequence[Figure], above: Mapping[str, str]) -> None:
        self._above = above
        self._rows: dict[str | None, list[Figure]] = defaultdict(list)
        self._totals: dict[str | None, list[Figure]] = defaultdict(list)
        for row in rows:
            self._rows[row.under].append(row)
        for total in totals:
            self._totals[total.under].append(total)

    def within(self, unit: str | None, depth: int) -> Iterator[Placed]:
        """Yield what stands under a total: others, each with what stands under it in turn, and behind them rows."""
        for total in self._totals[unit]:
            yield Placed(total, self._above, total=True, depth=depth)
            yield from self.within(total.unit, depth + 1)
        yield from (Placed(row, self._above, depth=depth) for row in self._rows[unit])
