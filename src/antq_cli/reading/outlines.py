"""Reading the template of a report, whole: what it does not know is told with its place, and nothing in it can run."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused, Rule
from antq_cli.core.measures import WORDS, meant, parse_measure
from antq_cli.core.outline import (
    PARTS,
    PASSAGES,
    TABLES,
    Blank,
    Outline,
    Part,
    Placed,
    Prose,
    Reference,
    Say,
    See,
    Sentence,
    Title,
    Words,
)
from antq_cli.core.values import Said, trouble
from antq_cli.reading.folders import TEMPLATES
from antq_cli.reading.source import read_file
from antq_cli.words import outlines

RULES = {
    rule.code: rule
    for rule in (
        Rule("U070", "no-such-template"),
        Rule("U071", "template-unreadable"),
        Rule("U072", "unknown-line"),
        Rule("U073", "unknown-passage"),
        Rule("U074", "not-closed"),
        Rule("U075", "unknown-number"),
        Rule("U076", "unknown-part"),
    )
}
_LARGEST = 1 << 20  # bytes; a report of a hundred pages is a tenth of it
_EXCERPT = 200  # characters of a line are quoted
_DIRECTIVES = {"say": PASSAGES, "table": TABLES, "annex": TABLES, "see": TABLES}
_DIRECTIVE = re.compile(r"::(?P<what>\S*)\s*(?P<name>.*)")
_TITLE = re.compile(r"(?P<marks>#{1,2}) +(?P<text>.*)")
_SPECIAL = re.compile(r"\{\{|\[\[|\{|\[")
_REFERENCE = re.compile(r"(?P<measure>[^@:\s]+)\s*(?:@(?P<unit>[^:]+?))?(?::(?P<when>.+?))?")
_HALVES = {"{": "}", "[": "]"}
Inline = Sequence[Words | Reference | Blank]


def read_outline(asked: str, book: Path, lang: str) -> Outline:
    """Read a template: by a packaged name, else by that of a file in the book's ``reports/``; by a path otherwise.

    Raises :class:`Refused` with all that is wrong with it (U070 to U076).
    """
    if "/" in asked or "\\" in asked or Path(asked).suffix:
        return _of_file(Path(asked), book)
    packaged = outlines.packaged(lang)
    if asked in packaged:
        return parse(packaged[asked].read_text("utf-8"), asked, packaged[asked].name)
    own = {file.stem: file for file in _own(book)}
    if asked in own:
        return _of_file(own[asked], book)
    raise Refused(Finding(RULES["U070"], Place(COMMAND_LINE), {"value": asked, "allowed": [*packaged, *own]}))


def _of_file(file: Path, book: Path) -> Outline:
    """Read a file; places in it are seen from the book, as all are."""
    path = Path(os.path.relpath(file, book)).as_posix()
    name = file.stem.encode("utf-8", "backslashreplace").decode()  # whatever bytes the system has for it
    return parse(_text(file), name, path)._replace(file=file)


def _own(book: Path) -> list[Path]:
    """Return the templates that a book has of its own, by name."""
    try:
        return sorted(file for file in (book / TEMPLATES).iterdir() if file.suffix == ".md")
    except OSError:  # it has none, or none that may be seen
        return []


def _text(file: Path) -> str:
    called = str(file)
    try:
        raw = read_file(file)
    except OSError as error:
        raise _unreadable(called, trouble(error)) from None
    if len(raw) > _LARGEST:
        raise _unreadable(called, {"why": Said("why", "too-large")})
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(called, {"why": Said("why", "not-utf8")}) from None


def _unreadable(called: str, why: Mapping[str, object]) -> Refused:
    return Refused(Finding(RULES["U071"], Place(COMMAND_LINE), {"value": called, **why}))


def parse(text: str, name: str, path: str) -> Outline:
    """Return what a template says; raises :class:`Refused` with every finding on it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(path)
    parts = list(reader.parts(text.split("\n")))
    if reader.findings:
        raise Refused(*reader.findings)
    return Outline(name, parts, f"sha256:{sha256(text.encode()).hexdigest()}")


class _Reader:
    """Reads the lines of a template, and notes what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._line = ""
        self._number = 0

    def parts(self, lines: Sequence[str]) -> Iterator[Title | Prose | Placed]:
        """Yield headings, paragraphs, tables and annexes; a blank line ends a paragraph, and so does what is none."""
        prose: list[Sentence | Say | See] = []
        for self._number, self._line in enumerate(lines, 1):
            part = self._part()
            if isinstance(part, (Sentence, Say, See)):
                prose.append(part)
                continue
            if prose:
                yield Prose(prose)
                prose = []
            if part is not None:
                yield part
        if prose:
            yield Prose(prose)

    def _part(self) -> Title | Placed | Sentence | Say | See | None:
        """Return what a line is; None of a blank one, and of one that is wrong."""
        line = self._line = self._line.rstrip()
        if not line:
            return None
        if line.startswith("::"):
            return self._directive()
        if line.startswith("#"):
            found = _TITLE.fullmatch(line)
            if found is None:
                self._wrong("U072", 0, line.split()[0], allowed=["#", "##"])
                return None
            return Title(len(found["marks"]), self._inline(found["text"], found.start("text")))
        return Sentence(self._inline(line.lstrip(), len(line) - len(line.lstrip())))

    def _directive(self) -> Placed | Say | See | None:
        found = _DIRECTIVE.fullmatch(self._line)
        assert found is not None
        names = _DIRECTIVES.get(found["what"])
        if names is None:
            self._wrong("U072", 2, found["what"], allowed=[*_DIRECTIVES])
            return None
        several = found["name"].split() if found["what"] == "see" else [found["name"]]
        wrong = next((name for name in several or [""] if name not in names), None)
        if wrong is not None:
            self._wrong("U073", self._line.find(wrong, found.start("name")), wrong, allowed=[*names])
            return None
        place = self._place(found.start("name"))
        if found["what"] == "see":
            return See(several, place)
        if found["what"] == "say":
            return Say(found["name"], place)
        return Placed(found["name"], found["what"] == "annex", place)

    def _inline(self, text: str, offset: int) -> Inline:
        """Return the words, numbers and gaps of a text that begins at an offset of its line."""
        pieces: list[Words | Reference | Blank] = []
        words, at = "", 0
        while found := _SPECIAL.search(text, at):
            words += text[at : found.start()]
            mark = found[0]
            if len(mark) > 1:  # doubled, it is itself
                words, at = words + mark[0], found.end()
                continue
            end = text.find(_HALVES[mark], found.end())
            if end < 0:
                self._wrong("U074", offset + found.start(), mark, closed=_HALVES[mark])
                return pieces
            inside, where = text[found.end() : end], offset + found.end()
            piece = Blank(inside.strip()) if mark == "[" else self._reference(inside, where)
            pieces += [*([Words(words)] if words else []), *([piece] if piece else [])]
            words, at = "", end + 1
        words += text[at:]
        return [*pieces, *([Words(words)] if words else [])]

    def _reference(self, inside: str, offset: int) -> Reference | None:
        """Read ``MEASURE[@UNIT][:WHEN] [PART]``; units and periods may have blanks, so the part is looked at first."""
        first, *_, last = words if len(words := inside.split()) > 1 else [*words, "", ""]
        head = inside.rstrip().removesuffix(last).rstrip()
        part: Part | None = next((each for each in PARTS if each == last), None)
        written = inside if part is None else head
        found = _REFERENCE.fullmatch(written.strip())
        measure = None if found is None else parse_measure(found["measure"])
        if found is not None and measure is not None:
            unit, when = _stripped(found["unit"]), _stripped(found["when"])
            return Reference(measure, unit, when, part or "ratio", self._place(offset))
        if last and parse_measure(first.split("@")[0].split(":")[0]) is not None:
            self._wrong("U076", offset + inside.rfind(last), last, allowed=[*PARTS])
        else:
            self._wrong("U075", offset, first, meant=meant(first), allowed=[] if meant(first) else [*WORDS])
        return None

    def _place(self, offset: int) -> Place:
        return Place(self._path, self._number, offset + 1)

    def _wrong(self, code: str, offset: int, value: str, **values: object) -> None:
        excerpt = self._line if len(self._line) <= _EXCERPT else None
        said = {"value": value[:_EXCERPT], "allowed": [], **values}
        self.findings.append(Finding(RULES[code], self._place(offset), said, cell=value[:_EXCERPT], excerpt=excerpt))


def _stripped(written: str | None) -> str | None:
    return None if written is None else written.strip()
