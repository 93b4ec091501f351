"""A report from its outline and from what was counted for it: each line of the outline becomes a part of the paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from antq_cli.core.figures import Kind
from antq_cli.core.outline import Blank, Outline, Placed, Prose, Reference, Say, See, Sentence, Title, Words
from antq_cli.core.paper import Paper, Resolved
from antq_cli.core.report import (
    UNKNOWN,
    Annex,
    Block,
    Clause,
    Gap,
    Heading,
    Paragraph,
    Piece,
    Pieces,
    Report,
    Statement,
    Text,
)
from antq_cli.pages.paper.footnotes import footnotes
from antq_cli.pages.paper.head import head, own_subject, signature
from antq_cli.pages.paper.highlights import highlights
from antq_cli.pages.paper.making import Making
from antq_cli.pages.paper.tables import annexes, table
from antq_cli.words.passages import finished, passage
from antq_cli.words.passages.numbers import asked
from antq_cli.words.speech import lowered, speech

_BETWEEN = Text(" ")
# The sentence that ends a report: what is said of all of its figures stands before it.
_CLOSING = "closing"
Part = Title | Prose | Placed


class _Body(NamedTuple):
    """What stands between the head and the signature; ``unsaid`` is of what there was nothing to say.

    So many blocks at the end are ``closing``: the sentence that ends the report, and what is said of all its figures.
    """

    blocks: Sequence[Block]
    closing: int
    annexes: Sequence[Annex]
    unsaid: Sequence[str]


def compose(outline: Outline, paper: Paper, making: Making) -> Report:
    """Return the report that an outline makes of what was counted; its provenance is known only once it is made."""
    own = own_subject(paper, making, speech(making.lang))
    paper = paper._replace(subject=None if own is None else lowered(" ".join(own)))
    body = _Composer(paper, making).body(outline)
    top = head(paper, making, making.lang)
    return Report(
        lang=making.lang,
        title=" ".join((top.kind, *top.subject)),
        head=top,
        blocks=body.blocks,
        signature=signature(paper, making.lang),
        annexes=body.annexes,
        notes=() if any(map(_closes, outline.parts)) else footnotes(paper, making.lang),
        provenance=UNKNOWN,
        plain=making.lang != "vi",
        unsaid=body.unsaid,
        highlights=highlights(paper, body.blocks, body.closing, making.lang),
    )


class _Composer:
    def __init__(self, paper: Paper, making: Making) -> None:
        self._paper = paper
        self._making = making
        self._lang = making.lang
        # What each passage and table has to say, by its name; the annexes that there are, None of those that are not.
        self._told: dict[str, Sequence[Pieces]] = {}
        self._annexes: dict[str, Annex | None] = {}

    def body(self, outline: Outline) -> _Body:
        """Return all parts of an outline in its order; annexes are numbered as far as there is something in them."""
        self._annexes = annexes(outline.placed(annex=True), self._paper, self._lang, self._making.dated)
        parts = (part for part in outline.parts if not (isinstance(part, Placed) and part.annex))
        told: list[tuple[Part, Sequence[Block]]] = [(part, list(self._block(part))) for part in parts]
        blocks = [block for place in range(len(told)) if not _is_empty(told[place:]) for block in told[place][1]]
        unsaid = [name for name, said in (*self._told.items(), *self._annexes.items()) if not said]
        closing = len(told[-1][1]) if told and _closes(told[-1][0]) else 0
        return _Body(blocks, closing, [*filter(None, self._annexes.values())], unsaid)

    def _block(self, part: Part) -> Iterator[Block]:
        if isinstance(part, Title):
            yield Heading(part.level, self._sentence(part.text))
        elif isinstance(part, Placed):
            found = table(part.name, self._paper, self._lang)
            self._told[part.name] = [] if found is None else [[Text(found.caption)]]
            yield from () if found is None else [found]
        else:
            yield from footnotes(self._paper, self._lang) if _closes(part) else ()
            pieces = _beside(self._paragraph(part))
            yield from [Paragraph(pieces)] if pieces else ()

    def _paragraph(self, part: Prose) -> Iterator[Pieces]:
        """Yield what the lines of a paragraph say; to more of that of which nothing is known there is no reference."""
        told = [self._said(line) for line in part.lines if not isinstance(line, See)]
        yield from told
        if not Clause(_beside(told), "").unknown:
            yield from (self._see(line) for line in part.lines if isinstance(line, See))

    def _said(self, line: Sentence | Say) -> Pieces:
        if isinstance(line, Sentence):
            return self._sentence(line.pieces)
        if line.name not in self._told:
            self._told[line.name] = passage(line.name, self._paper, self._lang)
        return _beside(self._told[line.name])

    def _see(self, line: See) -> Pieces:
        """Refer to those of some annexes that stand in the report, by their numbers."""
        first, *others = [found.number for name in line.names if (found := self._annexes.get(name))] or [""]
        numbers = ", ".join([first, *(number.split()[-1] for number in others)])
        return [Text(speech(self._lang).say("foot.see", annexes=numbers))] if numbers else []

    def _sentence(self, pieces: Sequence[Words | Reference | Blank]) -> Pieces:
        """Return a sentence of a template; a clause of numbers of which none is known says only what it is of."""
        return finished(Statement(clauses=[self._clause(each) for each in _clauses(pieces)]), self._lang)

    def _clause(self, pieces: Sequence[Words | Reference | Blank]) -> Clause:
        said = [piece for each in pieces for piece in self._pieces(each)]
        kinds = [self._resolved[each.written].kind for each in pieces if isinstance(each, Reference)]
        return Clause(said, ", ".join(dict.fromkeys(map(self._name, kinds))))

    def _pieces(self, piece: Words | Reference | Blank) -> Pieces:
        if isinstance(piece, Words):
            return [Text(piece.text)]
        if isinstance(piece, Blank):
            return [Gap(f"[{piece.text}]")]
        return asked(self._resolved[piece.written], piece.part, self._lang)

    @property
    def _resolved(self) -> Mapping[str, Resolved]:
        return self._paper.resolved

    def _name(self, kind: Kind) -> str:
        return lowered(speech(self._lang).kind(str(kind.measure), kind.vi, kind.en))


def _closes(part: Part) -> bool:
    """Return whether a part is the paragraph that ends the report."""
    return isinstance(part, Prose) and any(isinstance(line, Say) and line.name == _CLOSING for line in part.lines)


def _is_empty(told: Sequence[tuple[Part, Sequence[Block]]]) -> bool:
    """Return whether parts begin with a heading under which there was something to say, of which nothing is known."""
    heading, *others = told
    if not isinstance(heading[0], Title):
        return False
    level = heading[0].level
    beneath = list(takewhile(lambda each: not (isinstance(each[0], Title) and each[0].level <= level), others))
    bodies = [blocks for part, blocks in beneath if not isinstance(part, Title)]
    return bool(bodies) and not any(bodies)


def _clauses(pieces: Sequence[Words | Reference | Blank]) -> Iterator[list[Words | Reference | Blank]]:
    """Yield the clauses of a sentence, which end at a semicolon of its words."""
    clause: list[Words | Reference | Blank] = []
    for piece in pieces:
        first, *others = piece.text.split(";") if isinstance(piece, Words) else [""]
        clause += [Words(first)] if isinstance(piece, Words) else [piece]
        for other in others:
            yield _stripped(clause)
            clause = [Words(other)]
    yield _stripped(clause)


def _stripped(clause: Sequence[Words | Reference | Blank]) -> list[Words | Reference | Blank]:
    """Return a clause without the blanks at its ends."""
    told = list(clause)
    if told and isinstance(told[0], Words):
        told[0] = Words(told[0].text.lstrip())
    if told and isinstance(told[-1], Words):
        told[-1] = Words(told[-1].text.rstrip())
    return [piece for piece in told if not (isinstance(piece, Words) and not piece.text)]


def _beside(sentences: Iterable[Pieces]) -> Pieces:
    """Return sentences one after the other with a blank between them, words beside words as one piece."""
    told: list[Piece] = []
    for sentence in filter(None, sentences):
        for piece in (_BETWEEN, *sentence) if told else sentence:
            if told and isinstance(piece, Text) and isinstance(told[-1], Text):
                told[-1] = Text(told[-1].text + piece.text)
            else:
                told.append(piece)
    return told
