"""The foot-notes of a whole report: what is not in its figures, and where they come from."""

from collections.abc import Iterator

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.paper import Paper
from antq_cli.core.report import Number, Paragraph, Piece, Text
from antq_cli.words.speech import Speech, lowered, speech

# So many sources are named.
_MOST_SOURCES = 5
_TWO_DIGITS = 10


def footnotes(paper: Paper, lang: str) -> list[Paragraph]:
    """Return what is said beneath the text, before the signature."""
    said = speech(lang)
    return [Paragraph(pieces, note=True) for pieces in (_left_out(paper, said), _sources(paper, said)) if pieces]


def _left_out(paper: Paper, said: Speech) -> list[Piece]:
    """Say how many rows are in no figure, of each kind: one row may be missing from several."""
    pieces: list[Piece] = []
    for name, figure in _lacking(paper, said):
        text = said.count(figure.left_out)
        padded = f"0{text}" if said.lang == "vi" and figure.left_out < _TWO_DIGITS else text
        number = Number(str(figure.figure), "left_out", figure.left_out, padded, figure)
        pieces += [Text("; " if pieces else f"{said.say('foot.left-out')} "), Text(f"{name} "), number]
    return [*pieces, Text(".")] if pieces else []


def _lacking(paper: Paper, said: Speech) -> Iterator[tuple[str, Figure]]:
    """Yield the figures of the unit itself that rows are missing from, with the names of their kinds."""
    if paper.households is not None and paper.households.left_out:
        yield lowered(said.kind("households", None, None)), paper.households
    for summary in paper.summaries:
        own = summary.rows if summary.by is None else summary.totals
        for kind in summary.kinds:
            figures = [row for row in own if row.measure == kind.measure and row.figure is not None and row.left_out]
            yield from ((_name(kind, said), figure) for figure in figures[:1])


def _name(kind: Kind, said: Speech) -> str:
    return lowered(said.kind(str(kind.measure), kind.vi, kind.en))


def _sources(paper: Paper, said: Speech) -> list[Piece]:
    if not paper.sources:
        return []
    key = "foot.sources" if len(paper.sources) <= _MOST_SOURCES else "foot.more-sources"
    return [Text(said.say(key, sources="; ".join(paper.sources[:_MOST_SOURCES])))]
