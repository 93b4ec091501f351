"""Tables as WordprocessingML: made as text, because a library's rows take time that grows with their square."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from antq_cli.core.report import Column, Line, Pieces, Table, text_of
from antq_cli.reports.docx_styles import CELLS
from antq_cli.reports.docx_xml import BOLD, look_of, paragraph, run
from antq_cli.reports.measuring import width

_GUTTER = 57  # twips, 1 mm, at either side of a cell
# No word is given more of a column than this times its size: what is longer is broken.
_LONGEST = 8
_SHORT = 4  # characters; columns of nothing longer are centred: STT, ranks, marks

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LAYOUT = (
    f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    f'<w:left w:w="{_GUTTER}" w:type="dxa"/><w:right w:w="{_GUTTER}" w:type="dxa"/></w:tblCellMar>'
)
_HEADER = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"


class Sized:
    """A table with what its columns hold, as wide as ``inside`` (twips)."""

    def __init__(self, table: Table, inside: int) -> None:
        self.table = table
        self.texts = [*_texts(table)]
        self.size, self.widths = _fitted(table.columns, self.texts, inside)
        self.aligned = [*map(_aligned, table.columns, self.texts)]

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
        by_group = groupby(enumerate(self.table.columns), lambda one: one[1].group or str(one[0]))
        for _, found in by_group:
            columns = [*found]
            wide = sum(self.widths[nth] for nth, _ in columns)
            column = columns[0][1]
            if column.group:
                yield self._head(wide, column.group, f'<w:gridSpan w:val="{len(columns)}"/>', bold=True)
            else:
                yield self._head(wide, column.header, '<w:vMerge w:val="restart"/>', bold=True)

    def _header(self, column: Column, nth: int, merged: str) -> str:
        if merged and not column.group:
            return self._head(self.widths[nth], "", merged)
        return self._head(self.widths[nth], column.header, bold=True)

    def _head(self, wide: int, text: str, merged: str = "", *, bold: bool = False) -> str:
        inside = run(text, BOLD if bold else "") if text else ""
        said = paragraph(f"Cell{self.size}", inside, '<w:keepNext/><w:jc w:val="center"/>')
        return f"{_opened(wide, merged)}{said}</w:tc>"

    def _lines(self) -> Iterator[str]:
        """Yield the rows; what is the same of every cell of a column is put together once."""
        style = f'<w:p><w:pPr><w:pStyle w:val="Cell{self.size}"/>'
        begins = [
            f'{_opened(wide)}{style}<w:jc w:val="{align}"/></w:pPr>'
            for wide, align in zip(self.widths, self.aligned, strict=True)
        ]
        for line in self.table.lines:
            look = BOLD if line.style == "total" else ""
            cells = (begin + _said(cell, look) for begin, cell in zip(begins, _filled(line, len(begins)), strict=True))
            yield f"<w:tr>{_ROW}{'</w:p></w:tc>'.join(cells)}</w:p></w:tc></w:tr>"


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


# How wide -------------------------------------------------------------------------------------------------------


def _texts(table: Table) -> Iterator[list[str]]:
    """Yield what each column says, its header not counted."""
    for nth in range(len(table.columns)):
        yield [text_of(line.cells[nth]) for line in table.lines if nth < len(line.cells)]


def _aligned(column: Column, texts: Sequence[str]) -> str:
    if column.numeric:
        return "right"
    return "center" if all(len(text) <= _SHORT for text in texts) else "left"


def _fitted(columns: Sequence[Column], texts: Sequence[Sequence[str]], inside: int) -> tuple[int, list[int]]:
    """Return the largest size at which all fits, and the widths of the columns; the smallest, where none does."""
    needs = [_longest([column.header, column.sign, *said]) for column, said in zip(columns, texts, strict=True)]
    for size in CELLS:
        least = [_wide_for(need, size) for need in needs]
        if sum(least) <= inside:
            break
    return size, _shared(columns, least, inside)


def _longest(texts: Sequence[str]) -> str:
    """Return the longest word of some texts; of two as long, the first."""
    return max((max(text.split() or [""], key=len) for text in texts), key=len, default="")


def _wide_for(word: str, size: int) -> int:
    """Return how wide a column must be for a word, in twips."""
    return min(width(word, size), _LONGEST * 20 * size) + 2 * _GUTTER + 20


def _shared(columns: Sequence[Column], least: Sequence[int], inside: int) -> list[int]:
    """Return the widths of columns by their weights, none below the least unless all cannot have it."""
    spare = max(0, inside - sum(least))
    weights = sum(column.weight for column in columns) or 1
    # Each is to have its share of the whole; who has need of more takes it from the others in proportion.
    wanted = [max(0, inside * column.weight // weights - need) for column, need in zip(columns, least, strict=True)]
    more = sum(wanted) or 1
    cut = min(1.0, inside / (sum(least) or 1))
    return [int(need * cut) + spare * want // more for need, want in zip(least, wanted, strict=True)]
