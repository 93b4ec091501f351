"""What a workbook is made of: its sheets in their order, and what holds for the cells of all of them."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from antq_cli.reading.sheets import xml
from antq_cli.reading.sheets.forms import BUILT_IN, Form
from antq_cli.reading.unpacked import Unpacked

BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
# How the kinds of what a workbook is related to end.
_WORKSHEET, _STYLES, _STRINGS, _MACROS = "/worksheet", "/styles", "/sharedStrings", ("/xlMacrosheet", "/vbaProject")
# The lists of a workbook's styles: what stands in one of them is told by it.
_LISTS = frozenset(
    {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors"}
)
# More than any office program writes: its parts, its number formats, the texts that its cells share.
_MOST_NAMED, _MOST_STYLES, _MOST_TEXTS = 1 << 14, 1 << 17, 1 << 22
# A character that XML cannot hold, or what looks like one written so.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


class Listed(NamedTuple):
    """A sheet as the workbook lists it: its name, the part that it stands in, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook(NamedTuple):
    """What is known of a workbook before its sheets are read.

    ``forms`` are the number formats by the number of a style. ``anew`` says that formulas are to be calculated when
    it is opened, so that a 0 may be none; ``from_1904``, that days are counted from 1904 on.
    """

    sheets: Sequence[Listed]
    forms: Sequence[Form]
    strings: Sequence[str]
    anew: bool
    from_1904: bool
    macros: bool


def workbook(file: Unpacked) -> Workbook:
    """Return what a workbook says of itself; :class:`ValueError` where a part is missing or damaged."""
    about = _kept(file.part(BOOK), "sheet", "calcPr", "workbookPr")
    found = [held for _, held in _kept(file.part(_RELATIONS), "Relationship")]
    relations = {held["Id"]: (held["Type"], _target(held["Target"])) for held in found}
    listed = [
        Listed(held["name"], relations[held["id"]][1], held.get("state", "visible") != "visible")
        for name, held in about
        if name == "sheet" and relations[held["id"]][0].endswith(_WORKSHEET)
    ]
    if len({one.name for one in listed}) < len(listed):
        raise ValueError("two sheets of one name")
    # What the workbook names has to be there: without its styles a day would be a number.
    styles, texts = ([part for kind, part in relations.values() if kind.endswith(of)] for of in (_STYLES, _STRINGS))
    return Workbook(
        listed,
        [form for part in styles for form in _forms(file.part(part))],
        [text for part in texts for text in strings(file.part(part))],
        any(name == "calcPr" and xml.flag(held, "fullCalcOnLoad") for name, held in about),
        any(name == "workbookPr" and xml.flag(held, "date1904") for name, held in about),
        any(kind.endswith(_MACROS) for kind, _ in relations.values()),
    )


def _kept(part: bytes, *names: str) -> list[xml.Element]:
    """Return the elements of a part that are of some names; of what a workbook names there are never so many."""
    found = [*islice((each for each in xml.elements(part) if each[0] in names), _MOST_NAMED)]
    if len(found) == _MOST_NAMED:
        raise ValueError("more than any workbook has")
    return found


def _target(written: str) -> str:
    """Return the name of the part that a relation of the workbook leads to."""
    return posixpath.normpath(posixpath.join("/xl", written)).removeprefix("/")


def _forms(part: bytes) -> Iterator[Form]:
    """Yield the number format of each style."""
    own, within, n = dict(BUILT_IN), "", 0
    for name, held in xml.elements(part):
        within = name if name in _LISTS else within
        if name == "numFmt" and within == "numFmts":  # which stand before the styles
            own[int(held["numFmtId"])] = held["formatCode"]
        elif name == "xf" and within == "cellXfs":
            n += 1
            if n > _MOST_STYLES:
                raise ValueError("more styles than any workbook has")
            yield Form.of(own.get(int(held.get("numFmtId", "0")), ""))


def strings(part: bytes) -> list[str]:
    """Return the texts that the cells of a workbook share; how a part of one looks, or is pronounced, is left out."""
    found: list[list[str]] = []
    made = xml.parser()

    def begin(name: str, _: object) -> None:
        name = xml.local(name)
        if name == "si":
            found.append([])
            if len(found) > _MOST_TEXTS:
                raise ValueError("more texts than any workbook has")
        elif name == "rPh":
            made.StartElementHandler = None
        elif name == "t":
            made.CharacterDataHandler = found[-1].append

    def end(name: str) -> None:
        made.CharacterDataHandler = None
        if xml.local(name) == "rPh":
            made.StartElementHandler = begin

    made.StartElementHandler, made.EndElementHandler = begin, end
    xml.run(made, part)
    return [unescaped("".join(pieces)) for pieces in found]


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold: ``_x000D_`` is a carriage return."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code in _SURROGATES else chr(code)
