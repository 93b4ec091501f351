"""What a part of a document says, read in one pass: its lines, its bookmarks, the cells of its tables."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.parsers import expat

from antq_cli.core.report import NUMBER, TABLE
from antq_cli.reports.docx_xml import WORD

_NUMBER, _TABLE = (name.partition("{")[0] for name in (NUMBER, TABLE))
_ATTRIBUTE = f"{WORD} "
# Whatever is no text and is put into one, such as a picture or a symbol, is said by this character, which stands for an
# object: in a run there is nothing else than what is known here.
_OBJECT = "\ufffc"
_RUN = f"{WORD} r"
_IN_RUNS = {
    f"{WORD} {name}"
    for name in (
        *("rPr", "t", "tab", "br", "cr", "instrText", "fldChar", "lastRenderedPageBreak"),
        *("footnoteReference", "endnoteReference", "commentReference", "annotationRef", "footnoteRef", "endnoteRef"),
        *("separator", "continuationSeparator", "delText", "delInstrText"),
    )
}
# Text of a kind of its own, and what is ticked or stands for another file.
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math t"
_ODD = ("checked", "altChunk")
_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")

Rows = list[list[str]]


_SAID = re.compile(r"<w:t(?: xml:space=\"preserve\")?>([^<]*)|</w:p>")


def lines_of(xml: str) -> list[str]:
    """Return the lines that :class:`Reader` finds, in a tenth of its time, of a text that `docx_xml` has written."""
    lines, line = [], ""
    for found in _SAID.finditer(xml):
        if found[1] is not None:
            line += found[1]
        elif line:
            lines.append(" ".join(line.split()))
            line = ""
    return [unescape(line) for line in lines if line]


class Reader:
    """What a part says: its ``lines``, what each bookmark is around, and the rows of the tables that have one.

    White space is one space in a line, and an empty line none. The number of a page is no text: it is where it is
    printed. :class:`ValueError` says that the part is no XML, or declares what could expand.
    """

    def __init__(self, part: bytes) -> None:
        self.lines: list[str] = []
        self.marked: dict[str, str] = {}
        self.tables: dict[str, Rows] = {}
        self._line: list[str] = []
        self._cells: list[list[str]] = []  # of the tables around what is read, each the cell that is not yet at its end
        self._rows: list[Rows] = []
        self._ahead: list[str] = []  # bookmarks of tables that are to begin
        self._open: dict[str, tuple[str, list[str]]] = {}
        self._fields: list[str] = []  # what each field around it is told to show
        self._paged = 0  # how many of these show the number of a page
        self._around: list[str] = []  # the elements around what is read
        self._parse(part)

    def _parse(self, part: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        begin, finish = self._begin(), self._finish()
        heard = {f"{WORD} t": self._hear, _MATHS: self._hear, f"{WORD} instrText": self._tell}
        around = self._around

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if around and around[-1] == _RUN and name not in _IN_RUNS:
                self._hear(_OBJECT)
            around.append(name)
            if name in begin:
                begin[name](attributes)
            if name in heard:
                parser.CharacterDataHandler = heard[name]

        def end(name: str) -> None:
            around.pop()
            if name in finish:
                finish[name]()
            if name in heard:
                parser.CharacterDataHandler = None

        parser.StartElementHandler, parser.EndElementHandler = start, end
        try:
            parser.Parse(part, True)  # noqa: FBT003  # the parser's own form: this is all of it
        except (expat.ExpatError, LookupError) as error:
            raise ValueError("no XML") from error

    def _begin(self) -> dict[str, Callable[[Mapping[str, str]], None]]:
        spaces = dict.fromkeys(("tab", "br", "cr"), lambda _: self._hear(" "))
        objects = dict.fromkeys(_ODD, lambda _: self._hear(_OBJECT))
        own = {"tbl": self._table, "tr": self._row, "tc": self._cell, "fldChar": self._field, "fldSimple": self._simple}
        marks = {"bookmarkStart": self._mark, "bookmarkEnd": self._unmark}
        return {f"{WORD} {name}": each for name, each in (spaces | objects | own | marks).items()}

    def _finish(self) -> dict[str, Callable[[], None]]:
        own = {"p": self._end_line, "tc": self._end_cell, "tbl": self._end_table, "fldSimple": self._end_field}
        return {f"{WORD} {name}": each for name, each in own.items()}

    # Text

    def _hear(self, text: str) -> None:
        if self._paged and text.strip().isdigit():
            return
        self._line.append(text)
        if self._cells:
            self._cells[-1].append(text)
        for _, said in self._open.values():
            said.append(text)

    def _end_line(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self.lines.append(line)
        self._line.clear()
        if self._cells:
            self._cells[-1].append("\n")

    # Bookmarks

    def _mark(self, attributes: Mapping[str, str]) -> None:
        name, number = (attributes.get(_ATTRIBUTE + each, "") for each in ("name", "id"))
        if name.startswith(_TABLE):
            self._ahead.append(name)
            if self._rows:
                self._begin_at(self._rows[-1])
        elif name.startswith(_NUMBER):
            self._open[number] = name, []

    def _unmark(self, attributes: Mapping[str, str]) -> None:
        name, said = self._open.pop(attributes.get(f"{_ATTRIBUTE}id", ""), ("", []))
        if name:
            self.marked[name] = "".join(said)

    # Tables

    def _table(self, _: Mapping[str, str]) -> None:
        rows: Rows = []
        self._rows.append(rows)
        self._cells.append([])
        self._begin_at(rows)

    def _begin_at(self, rows: Rows) -> None:
        self.tables |= dict.fromkeys(self._ahead, rows)
        self._ahead.clear()

    def _row(self, _: Mapping[str, str]) -> None:
        if self._rows:
            self._rows[-1].append([])

    def _cell(self, _: Mapping[str, str]) -> None:
        if self._cells:
            self._cells[-1].clear()

    def _end_cell(self) -> None:
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append("".join(self._cells[-1]).strip())

    def _end_table(self) -> None:
        if self._rows:
            self._rows.pop()
            self._cells.pop()

    # Fields

    def _field(self, attributes: Mapping[str, str]) -> None:
        kind = attributes.get(f"{_ATTRIBUTE}fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            self._paged += _shows_page(self._fields[-1])
        elif kind == "end":
            self._end_field()

    def _tell(self, text: str) -> None:
        if self._fields:
            self._fields[-1] += text

    def _simple(self, attributes: Mapping[str, str]) -> None:
        self._fields.append(attributes.get(f"{_ATTRIBUTE}instr", ""))
        self._paged += _shows_page(self._fields[-1])

    def _end_field(self) -> None:
        if not self._fields:
            return
        told = self._fields.pop()
        if _shows_page(told):
            self._paged = max(0, self._paged - 1)
        else:  # antq writes no other field
            self._hear(f"{_OBJECT}{told}")


def _shows_page(told: str) -> bool:
    return told.split()[:1] in [[name] for name in _PAGES]


def _refuse(*_: object) -> None:
    raise ValueError("it declares entities")
