"""What a document says, whoever saved it last: its numbers, by bookmarks and map, and whether its text was changed.

An office program splits runs, numbers bookmarks anew, and writes headers and fields in its own way: none of that is
a change of the text. Of a file that is none of ours, or no document at all, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from antq_cli.core.marks import Mark
from antq_cli.core.report import TABLE
from antq_cli.reports import docx_map
from antq_cli.reports.docx_text import Reader
from antq_cli.reports.packing import Unpacked

_TEXT = "word/document.xml"
# Where else somebody may have written something.
_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_ITEM = re.compile(r"customXml/item\d+\.xml")
_OF_TABLE = TABLE.partition("{")[0]


class ReadNumber(NamedTuple):
    """A number as it stands in a document: its place, the figure it is of and which part of that, its text."""

    place: str
    id: str
    part: str
    text: str


def mark_of(data: bytes) -> Mark | None:
    """Return what a document tells of itself; None of what is none of ours."""
    try:
        file = Unpacked(data)
        told = _known(file)
        beside = [file.part(name) for name in file.names if _BESIDE.fullmatch(name)]
        return Mark(told.source, told.text, text_hash(Reader(file.part(_TEXT)).lines, beside))
    except ValueError:
        return None


def read_numbers(data: bytes) -> list[ReadNumber]:
    """Return every number of a document that is still in its place, in the order of ``Report.placed()``.

    What is none of ours has none.
    """
    try:
        file = Unpacked(data)
        told = _known(file)
        read = Reader(file.part(_TEXT))
        return [*_of_sentences(told, read), *_of_tables(told, read)]
    except ValueError:
        return []


def text_hash(lines: Sequence[str], beside: Iterable[bytes]) -> str:
    """Return the hash of what a document says: its text line by line, and each line of the parts beside it.

    White space and empty lines are no text. Headers, which are written anew in another order, are a set of lines.
    """
    others = {line for part in beside for line in Reader(part).lines}
    said = "\n".join([*lines, "", *sorted(others)])
    return f"sha256:{sha256(said.encode()).hexdigest()}"


def _known(file: Unpacked) -> docx_map.Known:
    for name in file.names:
        if _ITEM.fullmatch(name) and docx_map.SPACE.encode() in (part := file.part(name)):
            return docx_map.known(part)
    raise ValueError("none of ours")


def _of_sentences(told: docx_map.Known, read: Reader) -> Iterator[ReadNumber]:
    for place, figure, part in told.sentences:
        if place in read.marked:
            yield ReadNumber(place, figure, part, read.marked[place])


def _of_tables(told: docx_map.Known, read: Reader) -> Iterator[ReadNumber]:
    for name, table in sorted(told.tables.items(), key=lambda one: int(one[0].removeprefix(_OF_TABLE))):
        rows = read.tables.get(name, [])[docx_map.headers_of(table) :]
        for cell in docx_map.unpacked(table):
            if cell.row <= len(rows) and cell.column <= len(rows[cell.row - 1]):
                yield from _of_cell(f"{name}:{cell.row}:{cell.column}", cell, rows[cell.row - 1][cell.column - 1])


def _of_cell(place: str, cell: docx_map.InTable, text: str) -> Iterator[ReadNumber]:
    """Yield the numbers of a cell, which stand between the texts that are around them.

    If these are not there any more, each number is all that the cell says.
    """
    around = [*cell.around]
    around[0], around[-1] = around[0].lstrip(), around[-1].rstrip()  # as the text, which comes without these
    found = re.fullmatch("(.*?)".join(map(re.escape, around)), text, re.DOTALL)
    for nth, (figure, part) in enumerate(cell.numbers, 1):
        yield ReadNumber(place + (f":{nth}" if nth > 1 else ""), figure, part, found[nth] if found else text)
