"""The pieces of a text as WordprocessingML, and the bookmarks by which each number is found again."""

import re
from collections.abc import Iterator
from itertools import count

from antq_cli.core.report import NUMBER, TABLE, Gap, Number, Piece, Pieces
from antq_cli.reports.xml_text import shown

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'

BOLD, ITALIC, GAP = "<w:b/>", "<w:i/>", '<w:highlight w:val="yellow"/>'

# Two spaces, or one at either end, would be taken for the layout of the XML.
_SPACED = re.compile(r"^\s|\s$|\s\s")


def run(text: str, look: str = "") -> str:
    """Return a run of text, which looks otherwise than its paragraph where ``look`` says so."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    kept = ' xml:space="preserve"' if _SPACED.search(text) else ""
    return f"<w:r>{properties}<w:t{kept}>{shown(text)}</w:t></w:r>"


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """Return a paragraph of a style with its runs; its own ``properties`` stand in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def look_of(piece: Piece, look: str) -> str:
    """Return how a piece looks: a gap is marked, an open place of the paper is not."""
    return look + GAP if isinstance(piece, Gap) and not piece.open else look


class Marks:
    """The bookmarks of a paper, handed out in reading order."""

    def __init__(self) -> None:
        self.numbers: list[Number] = []
        self._tables = 0
        self._ids = count(1)

    def runs(self, pieces: Pieces, look: str = "") -> str:
        """Return the runs of a sentence, each number in a bookmark of its own."""
        return "".join(self._runs(pieces, look))

    def _runs(self, pieces: Pieces, look: str) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, Number):
                self.numbers.append(piece)
                yield "".join(self._around(NUMBER.format(len(self.numbers)), [run(piece.text, look)]))
            elif piece.text:
                yield run(piece.text, look_of(piece, look))

    def table(self, written: list[str]) -> list[str]:
        """Return a table in its bookmark; a bookmark for every cell takes an office program minutes."""
        self._tables += 1
        return self._around(TABLE.format(self._tables), written)

    def _around(self, name: str, written: list[str]) -> list[str]:
        mark = next(self._ids)
        return [f'<w:bookmarkStart w:id="{mark}" w:name="{name}"/>', *written, f'<w:bookmarkEnd w:id="{mark}"/>']
