"""Tables as WordprocessingML: made as text, because a library's rows take time that grows with their square."""

from collections.abc import Iterator, Sequence
from functools import cache

from antq_cli.core.report import Column, Line, Pieces, Table
from antq_cli.reports.docx_fit import GUTTER, Fit, groups_of, texts_of
from antq_cli.reports.docx_xml import BOLD, look_of, paragraph, run

_SHORT = 4  # characters; columns of nothing longer are centred: STT, ranks, marks

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LAYOUT = (
    f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    f'<w:left w:w="{GUTTER}" w:type="dxa"/><w:right w:w="{GUTTER}" w:type="dxa"/></w:tblCellMar>'
)
_HEADER = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_WITH_NEXT = "<w:keepNext/>"
# The total does not stand alone on a page: so many rows are kept with each other and with the notes.
_LAST = 4


class Sized:
    """A table as it is set."""

    def __init__(self, table: Table, fit: Fit) -> None:
        self.table = table
        self.style, self.widths = fit.look.style, fit.widths
        self.aligned = [*map(_aligned, table.columns, texts_of(table))]

    def written(self) -> Iterator[str]:
        """Yield it row by row."""
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in self.widths)
        whole = f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
        yield f"<w:tbl><w:tblPr>{whole}{_LAYOUT}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        yield from self._headers()
        yield from self._lines()
        yield "</w:tbl>"

    @property
    def headers(self) -> int:
        """How many rows stand at the head of it, and are repeated on every page."""
        columns = self.table.columns
        return 1 + any(column.group for column in columns) + any(column.sign for column in columns)

    def _headers(self) -> Iterator[str]:
        columns = self.table.columns
        grouped = any(column.group for column in columns)
        if grouped:
            yield _row(_HEADER, self._groups())
        merged = '<w:vMerge w:val="continue"/>' if grouped else ""
        yield _row(_HEADER, (self._header(column, nth, merged) for nth, column in enumerate(columns)))
        if any(column.sign for column in columns):
            yield _row(
                _HEADER, (self._head(each, column.sign) for each, column in zip(self.widths, columns, strict=True))
            )

    def _groups(self) -> Iterator[str]:
        """Yield the cells above the headers: of the columns of a group one, of a column without one its header."""
        for group, places in groups_of(self.table.columns):
            wide = sum(self.widths[place] for place in places)
            if group:
                yield self._head(wide, group, f'<w:gridSpan w:val="{len(places)}"/>', bold=True)
            else:
                header = self.table.columns[places[0]].header
                yield self._head(wide, header, '<w:vMerge w:val="restart"/>', bold=True)

    def _header(self, column: Column, nth: int, merged: str) -> str:
        if merged and not column.group:
            return self._head(self.widths[nth], "", merged)
        return self._head(self.widths[nth], column.header, bold=True)

    def _head(self, wide: int, text: str, merged: str = "", *, bold: bool = False) -> str:
        inside = run(text, BOLD if bold else "") if text else ""
        said = paragraph(self.style, inside, f'{_WITH_NEXT}<w:jc w:val="center"/>')
        return f"{_opened(wide, merged)}{said}</w:tc>"

    def _lines(self) -> Iterator[str]:
        """Yield the rows; what is the same of every cell of a column is put together once."""
        begins, kept = self._begins(), self._begins(_WITH_NEXT)
        first = len(self.table.lines) - _LAST
        for nth, line in enumerate(self.table.lines):
            look = BOLD if line.style == "total" else ""
            filled = zip(kept if nth >= first else begins, _filled(line, len(begins)), strict=True)
            cells = (begin + _said(cell, look) for begin, cell in filled)
            yield f"<w:tr>{_ROW}{'</w:p></w:tc>'.join(cells)}</w:p></w:tc></w:tr>"

    def _begins(self, kept: str = "") -> list[str]:
        style = f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{kept}'
        return [
            f'{_opened(wide)}{style}<w:jc w:val="{align}"/></w:pPr>'
            for wide, align in zip(self.widths, self.aligned, strict=True)
        ]


def _row(properties: str, cells: Iterator[str]) -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


@cache
def _opened(wide: int, merged: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{merged}<w:vAlign w:val="center"/></w:tcPr>'


def _said(cell: Pieces, look: str) -> str:
    return "".join(run(piece.text, look_of(piece, look)) for piece in cell if piece.text)


def _filled(line: Line, wide: int) -> Sequence[Pieces]:
    missing = wide - len(line.cells)
    return line.cells if not missing else [*line.cells[:wide], *[()] * missing]


def _aligned(column: Column, texts: Sequence[str]) -> str:
    if column.numeric:
        return "right"
    return "center" if all(len(text) <= _SHORT for text in texts) else "left"
