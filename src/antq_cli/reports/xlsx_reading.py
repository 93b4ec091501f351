"""What a workbook says, whoever saved it last, and whether it was changed: every cell of every sheet but antq's own.

A spreadsheet numbers texts anew, drops empty cells, and calculates: none of that is a change. What a formula is, is
what is said by its cell, and not what comes of it. Of a file that is none of ours, or no workbook at all, nothing is
said.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple
from xml.etree import ElementTree as ET

from antq_cli.core.marks import Mark
from antq_cli.reports.packing import Unpacked
from antq_cli.reports.xlsx_map import NAME, SPACE

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
# Where else somebody may have written something: comments and boxes of text.
_BESIDE = re.compile(r"xl/(?:.*[cC]omments?\d*|drawings/drawing\d*)\.xml")
_WRITTEN = re.compile(rb"<(?:\w+:)?(?:t|text)(?:\s[^>]*)?>([^<]+)</")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Codes of fonts, sizes and places in what stands at the head and the foot of pages.
_CODES = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Z]')


class Cell(NamedTuple):
    """A cell that says something: its name, whether it is a text, a number or a formula, and what it says."""

    name: str
    kind: str
    said: str


def mark_of(data: bytes) -> Mark | None:
    """Return what a workbook tells of itself; None of what is none of ours."""
    try:
        read = Read(Unpacked(data))
        space, source, written = read.first(read.sheets[NAME])
        return Mark(source, written, read.hash()) if space == SPACE else None
    except (ValueError, LookupError, RecursionError):
        return None


def hash_of(parts: Mapping[str, bytes]) -> str:
    """Return the hash of what the parts of a workbook say, as :func:`mark_of` finds it."""
    return Read(_Parts(parts)).hash()


class _Parts:
    """Parts that are not packed yet."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.names = sorted(parts)
        self.part = parts.__getitem__


class Read:
    """A workbook that is read; :class:`ValueError` or :class:`LookupError` says that it is none."""

    def __init__(self, file: "Unpacked | _Parts") -> None:
        self._file = file
        self._items = self._strings()
        self.sheets = dict(self._sheets())

    def _sheets(self) -> Iterator[tuple[str, str]]:
        """Yield the names of the sheets with those of their parts."""
        targets = {each.attrib["Id"]: each.attrib["Target"] for each in _tree(self._file.part(_RELATIONS))}
        for sheet in _tree(self._file.part(_BOOK)).iter(f"{_MAIN}sheet"):
            target = targets[sheet.attrib[_RELATION]]
            yield sheet.attrib["name"], normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))

    def _strings(self) -> list[ET.Element]:
        """Return the texts that cells refer to, as the file has them."""
        if _STRINGS not in self._file.names:
            return []
        return [*_tree(self._file.part(_STRINGS)).iter(f"{_MAIN}si")]

    def first(self, part: str) -> list[str]:
        """Return what the cells of the first row of a sheet say, without reading the others."""
        content = self._file.part(part)
        _refuse(content)
        try:
            rows = (each for _, each in ET.iterparse(BytesIO(content)) if each.tag == f"{_MAIN}row")  # noqa: S314
            return [cell.said for cell in self._of(next(rows))]
        except (ET.ParseError, StopIteration) as error:
            raise ValueError("no sheet") from error

    def _of(self, tree: ET.Element) -> Iterator[Cell]:
        """Yield the cells that say something, in the order in which they stand there."""
        for cell in tree.iter(f"{_MAIN}c"):
            found = self._cell(cell)
            if found.said:
                yield found

    def _cell(self, cell: ET.Element) -> Cell:
        name, formula, value = cell.attrib["r"], cell.find(f"{_MAIN}f"), cell.findtext(f"{_MAIN}v") or ""
        if formula is not None:
            # Spaces, and whether the name of a sheet is quoted, are each program's own.
            return Cell(name, "formula", "=" + re.sub(r"[\s']", "", formula.text or ""))
        kind = cell.get("t", "n")
        if kind == "s":
            return Cell(name, "text", _text(self._items[int(value)]))
        if kind == "inlineStr":
            return Cell(name, "text", _text(cell))
        return (
            Cell(name, "number", repr(float(value))) if kind == "n" and value else Cell(name, "text", _decoded(value))
        )

    def hash(self) -> str:
        """Return the hash of what all sheets but antq's own say, with their names, and of what is written beside them.

        The order in which a program keeps what is written beside the cells is its own: that is a set of lines.
        """
        said = [line for name, part in self.sheets.items() if name != NAME for line in self._said(name, part)]
        beside = sorted({line for name in self._file.names if _BESIDE.fullmatch(name) for line in self._beside(name)})
        return f"sha256:{sha256(chr(10).join([*said, '', *beside]).encode()).hexdigest()}"

    def _said(self, name: str, part: str) -> Iterator[str]:
        tree = _tree(self._file.part(part))
        yield f"[{name}]"
        yield from (f"{cell.name} {cell.kind} {cell.said.strip()!r}" for cell in self._of(tree))
        edges = (each.text or "" for head in tree.iter(f"{_MAIN}headerFooter") for each in head)
        yield from sorted({" ".join(_CODES.sub(" ", edge).split()) for edge in edges} - {""})

    def _beside(self, name: str) -> Iterator[str]:
        written = (unescape(each.decode("utf-8", "replace")) for each in _WRITTEN.findall(self._file.part(name)))
        yield from (" ".join(each.split()) for each in written)


def _tree(part: bytes) -> ET.Element:
    """Return what a part holds; :class:`ValueError` where it is no XML, or declares what could expand."""
    _refuse(part)
    try:
        return ET.fromstring(part)  # noqa: S314  # without a document type there is nothing that expands
    except ET.ParseError as error:
        raise ValueError("no XML") from error


def _refuse(part: bytes) -> None:
    if b"<!DOCTYPE" in part or b"\0" in part:  # in UTF-16 nobody would find the former
        raise ValueError("it declares entities")


def _text(item: ET.Element) -> str:
    """Return the text of an item, without how it is pronounced."""
    spoken = {each for phonetic in item.iter(f"{_MAIN}rPh") for each in phonetic.iter(f"{_MAIN}t")}
    return _decoded("".join(each.text or "" for each in item.iter(f"{_MAIN}t") if each not in spoken))


def _decoded(text: str) -> str:
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text)
