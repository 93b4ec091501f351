"""What a page says, read again by a parser of its own: numbers, what charts are drawn of, texts, what would run."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

VOID = {"meta", "link", "br", "input", "img", "hr"}
# SVG closes what is empty at once.
DRAWN = {"rect", "circle", "line"}


class Read(NamedTuple):
    """A number of a page: its figure, which part of that, its value as the page has it, its text."""

    figure: str
    part: str
    value: str
    text: str


class Drawn(NamedTuple):
    """A bar, a point or a line of a chart, with all that it is drawn with."""

    tag: str
    attributes: Mapping[str, str]

    @property
    def value(self) -> str:
        return self.attributes["data-value"]


class Page(HTMLParser):
    """A page that was read. :class:`AssertionError` where an element is not closed, or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.numbers: list[Read] = []
        self.drawn: list[Drawn] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.inside: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.rows: list[list[tuple[str, str]]] = []
        self._open: list[str] = []
        self._number: dict[str, str] | None = None
        self._text = ""
        self.feed(text)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)
        if tag in ("style", "script", "title", "desc"):
            self.inside.setdefault(tag, []).append("")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append((tag, ""))
        if tag == "data":
            self._number, self._text = {name: value or "" for name, value in attrs}, ""

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        said = {name: value or "" for name, value in attrs}
        assert tag in DRAWN, tag
        if "data-value" in said:
            self.drawn.append(Drawn(tag, said))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, (tag, self.getpos())
        if tag == "data" and self._number is not None:
            told = self._number
            assert told.keys() == {"value", "data-figure", "data-part"}
            self.numbers.append(Read(told["data-figure"], told["data-part"], told["value"], self._text))
            self._number = None

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        if tag in self.inside:
            self.inside[tag][-1] += data
        if tag not in ("style", "script"):
            self.words.append(data)
        if self._number is not None:
            self._text += data
        if {"td", "th"} & {*self._open} and self.rows:
            cell, said = self.rows[-1][-1]
            self.rows[-1][-1] = (cell, said + data)

    # What is asked of it

    @property
    def text(self) -> str:
        """All that people read, with one blank for each gap."""
        return re.sub(r"\s+", " ", "".join(self.words)).strip()

    def values(self, name: str) -> list[str]:
        """The values of an attribute, in whatever element."""
        return [value or "" for _, attribute, value in self.attributes if attribute == name]

    @property
    def provenance(self) -> dict[str, Any]:
        """What lies in the page for machines."""
        told: dict[str, Any] = json.loads(self.inside["script"][-1])
        return told
