"""A sheet's part, whoever wrote it: expat goes through all of it, element by element."""

from collections.abc import Callable, Mapping

from antq_cli.core.sheets import Area
from antq_cli.reading.sheets import xml
from antq_cli.reading.sheets.addresses import COLUMN, COLUMNS, position
from antq_cli.reading.sheets.container import Workbook
from antq_cli.reading.sheets.grid import NO_SIZE, Grid
from antq_cli.reading.sheets.rules import MOST

# How a text is pronounced, and what programs add for themselves.
_SKIPPED = frozenset({"rPh", "extLst"})


def read_slow(book: Workbook, part: bytes) -> Grid:
    """Return what stands in a sheet, given the part that holds it; :class:`ValueError` where that is damaged."""
    return Pass(book, part).grid


class Pass:
    """One pass over a sheet's part. Only within its rows is every element looked at: another handler is called there.

    What it finds is added to ``grid``; ``rows`` says whether there was a place for rows.
    """

    def __init__(self, book: Workbook, part: bytes, grid: Grid | None = None) -> None:
        self.grid, self.rows = grid or Grid(book), False
        self._column, self._written = 0, ""  # the row that is being read, as it is written in addresses
        # The cell that is being read: its attributes, the pieces of its text, and whether it has any, or a formula.
        self._held: Mapping[str, str] = {}
        self._text, self._formula, self._valued = list[str](), False, False
        self._take = self._text.append
        self._parser = xml.parser()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._root
        xml.run(self._parser, part)
        del self._parser  # which holds all that was read by its handlers, as long as nobody collects garbage

    def _root(self, name: str, _: object) -> None:
        if xml.local(name) != "worksheet":
            raise ValueError("no sheet")
        self._prefix = name.removesuffix("worksheet")
        self._parser.StartElementHandler = _of(self._prefix, self._outside)

    def _outside(self, name: str, held: Mapping[str, str]) -> None:
        if name == "sheetData":
            self.rows = True
            self._within()
        elif name == "col" and (xml.flag(held, "hidden") or held.get("width") in NO_SIZE):
            self.grid.shut |= {*range(int(held["min"]), min(int(held["max"]), COLUMNS) + 1)}
        elif name == "mergeCell":
            if len(self.grid.merged) == MOST:
                raise ValueError("more merged than any sheet has")
            first, _, last = held["ref"].partition(":")
            self.grid.merged.append(Area(*position(first), *position(last or first)))

    def _begin(self, name: str, held: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(held)
        elif name in {"v", "t"}:
            if self._valued and name == "v":
                raise ValueError("two values in a cell")
            self._valued = True
            self._parser.CharacterDataHandler = self._take
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(held)
        elif name in _SKIPPED:
            self._parser.StartElementHandler, self._parser.EndElementHandler = None, _of(self._prefix, self._skip)

    def _end(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        if name == "c":
            text = "".join(self._text) if self._valued else None
            self.grid.put(self._column, self._held, text, formula=self._formula)
        elif name == "row":
            self.grid.end()
            self._written = ""
        elif name == "sheetData":
            self._parser.StartElementHandler = _of(self._prefix, self._outside)
            self._parser.EndElementHandler = None

    def _skip(self, name: str) -> None:
        if name in _SKIPPED:
            self._within()

    def _within(self) -> None:
        """Look at every element from here on."""
        self._parser.StartElementHandler = _of(self._prefix, self._begin)
        self._parser.EndElementHandler = _of(self._prefix, self._end)

    def _begin_row(self, held: Mapping[str, str]) -> None:
        if self._written:
            raise ValueError("a row in a row")
        self.grid.begin(held)
        self._column, self._written = 0, str(self.grid.number)

    def _begin_cell(self, held: Mapping[str, str]) -> None:
        """Note which cell it is: where it does not say so, it is the next one."""
        if not self._written:
            raise ValueError("a cell in no row")
        column = self._column + 1
        if address := held.get("r"):
            column = COLUMN[address.removesuffix(self._written)]
            if column <= self._column:
                raise ValueError("cells out of order")
        self._column, self._held, self._formula, self._valued = column, held, False, False
        self._text.clear()


def _of(prefix: str, handler: Callable[..., None]) -> Callable[..., None]:
    """Return a handler that is given names without the prefix of the sheet; other names are not the sheet's."""
    if not prefix:
        return handler
    return lambda name, *more: handler(name.removeprefix(prefix), *more) if name.startswith(prefix) else None
