"""A report as a page for a browser: one file, which asks the network for nothing and is whole without its script.

Texts are escaped wherever they stand. The style and the script are the only ones that the page's own policy lets run:
it names their hashes, so that nothing that a book says can become either. Each number is a ``data`` element with the id
of its figure.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from antq_cli.core.marks import Mark
from antq_cli.core.report import (
    Chart,
    Column,
    Gap,
    Heading,
    Line,
    Number,
    Paragraph,
    Piece,
    Pieces,
    Report,
    Table,
    Tiles,
    text_of,
)
from antq_cli.core.unseen import visible
from antq_cli.reports.page_charts import bars, curve, meter
from antq_cli.reports.text_marks import known, packed

_STYLE, _SCRIPT, _PAGE = "page.css", "page.js", "page.html"
_ID = "antq-report-1"
_MARK = re.compile(rf'<script type="application/json" id="{_ID}">(\{{.*\}})</script>\r?\n')
# A table of more columns is printed on its side.
_UPRIGHT = 9
# In JSON these stand in texts alone, and could end the element, or begin a comment or a character.
_HIDDEN = "<>&"


def write(report: Report) -> str:
    """Return the whole page; the same text for the same report."""
    style, script = _packaged(_STYLE), _packaged(_SCRIPT)
    own = {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script)}  # noqa: S704 - our own
    text = _environment().get_template(_PAGE).render(report=report, highlights=report.highlights, **own)
    before, end, behind = text.rpartition("</body>")
    return f"{before}{_mark(report, text)}{end}{behind}\n"


def mark_of(content: bytes) -> Mark | None:
    """Return what a page says of itself; None of one that antq did not write. Ends of lines make no difference."""
    try:
        return known(content.decode("utf-8"), _MARK)
    except UnicodeDecodeError:
        return None


def _mark(report: Report, text: str) -> str:
    said = packed(report.provenance, text, _HIDDEN)
    return f'<script type="application/json" id="{_ID}">{said}</script>\n'


def _policy(style: str, script: str) -> str:
    """Return what a browser may do with the page: use its own style and script, and nothing else."""
    own = {"style-src": style, "script-src": script}
    hashes = [f"{name} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for name, text in own.items()]
    return "; ".join(["default-src 'none'", *hashes, "img-src data:", "base-uri 'none'", "form-action 'none'"])


@cache
def _packaged(name: str) -> str:
    return files("antq_cli.reports").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    """Return what knows the packaged templates, and no other; whatever it fills in is escaped."""
    environment = Environment(
        loader=DictLoader({_PAGE: _packaged(_PAGE)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"told": told, "visible": visible, "bars": bars, "curve": curve}
    environment.filters |= {"meter": meter, "heads": _heads, "named": _named, "body": _body, "foot": _foot}
    kinds = {"heading": Heading, "paragraph": Paragraph, "table": Table, "tiles": Tiles, "chart": Chart}
    environment.tests |= {name: _is(kind) for name, kind in kinds.items()}
    environment.tests |= {"wide": _wide, "numbered": _is_number}
    return environment


def _is(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


# Texts -----------------------------------------------------------------------------------------------------------


def told(pieces: Pieces) -> Markup:
    """Return what pieces say as HTML: numbers with their figures, gaps marked, all of it escaped."""
    return Markup("").join(map(_piece, pieces))


def _piece(piece: Piece) -> Markup:
    text = escape(visible(piece.text))
    if isinstance(piece, Number):
        data = Markup('<data value="{}" data-figure="{}" data-part="{}">{}</data>')
        return data.format(piece.value, visible(piece.id), piece.part, text)
    return Markup("<mark>{}</mark>").format(text) if isinstance(piece, Gap) else text


# Tables ----------------------------------------------------------------------------------------------------------


def _heads(table: Table) -> list[tuple[str, int]]:
    """Return the groups of columns beside each other, each with how many it is of; none where no column has one."""
    if not any(column.group for column in table.columns):
        return []
    found: list[tuple[str, int]] = []
    for column in table.columns:
        if column.group and found and found[-1][0] == column.group:
            found[-1] = (column.group, found[-1][1] + 1)
        else:
            found.append((column.group, 1))
    return found


def _named(table: Table) -> int:
    """Return the place of the column that says what a line is of: the first of words, and not of numbers in a row."""
    places = (place for place, column in enumerate(table.columns) if not column.numeric)
    return next((place for place in places if not _numbers_lines(table.columns, table.lines, place)), 0)


def _numbers_lines(columns: Sequence[Column], lines: Sequence[Line], place: int) -> bool:
    texts = [text_of(line.cells[place]) for line in lines if not line.style]
    return len(columns) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _body(table: Table) -> list[Line]:
    """Return the lines that may change places."""
    return [line for line in table.lines if not line.style]


def _foot(table: Table) -> list[Line]:
    """Return the lines that stay beneath all others."""
    return [line for line in table.lines if line.style]


def _is_number(cell: Pieces) -> bool:
    """Return whether a cell is a number alone, which the style sets to the right of any column."""
    return len(cell) == 1 and isinstance(cell[0], Number)


def _wide(tables: Iterable[Table]) -> bool:
    return any(len(table.columns) > _UPRIGHT for table in tables)
