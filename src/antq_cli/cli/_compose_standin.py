"""What stands in for reading templates and for putting a report together, until the rooms that do it are there."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.usage import usage
from antq_cli.core.figures import Figure
from antq_cli.core.findings import Place
from antq_cli.core.measures import Measure
from antq_cli.core.names import TEMPLATE_NAMES
from antq_cli.core.outline import Outline, Placed, Prose, Say, Title, Words
from antq_cli.core.paper import Paper
from antq_cli.core.report import (
    Block,
    Column,
    Gap,
    Head,
    Heading,
    Line,
    Number,
    Paragraph,
    Piece,
    Pieces,
    Provenance,
    Report,
    Signature,
    Table,
    Text,
)
from antq_cli.reading.book import Book
from antq_cli.words import numbers
from antq_cli.words.speech import Speech


class Making(NamedTuple):
    """How a report is to be put together."""

    lang: str
    title: str | None = None
    dated: date | None = None


def read_outline(name: str, book: Book, lang: str) -> Outline:
    """Return the outline of a name, or of a file."""
    file = Path(name) if "/" in name or Path(name).suffix else book.folder / "reports" / f"{name}.md"
    if name in TEMPLATE_NAMES:
        text, named = f"# {name} {lang}", name
    elif file.is_file():
        text, named = file.read_text("utf-8"), file.stem
    else:
        raise usage("U004", value=name, option="--template", allowed=list(TEMPLATE_NAMES))
    place = Place(name, 1)
    says = ("pledges", "period", "compared", "returns-late")
    heading, said = Title(1, [Words("I. …")]), Prose([Say(each, place) for each in says])
    digest = f"sha256:{sha256(text.encode()).hexdigest()}"
    return Outline(named, [heading, said, Placed("pledges", annex=False, place=place)], digest)


def compose(outline: Outline, paper: Paper, making: Making) -> Report:
    """Return a tiny report: the pledges of the unit in sentences, and of the units below in a table."""
    speech, lang = Speech(making.lang), making.lang
    title = making.title or ("BAO CAO" if lang == "vi" else "REPORT")
    kinds = paper.kinds("pledges")
    blocks: list[Block] = [Heading(1, [Text("I. " + ("KET QUA" if lang == "vi" else "Results"))])]
    for kind in kinds:
        name = speech.kind(str(kind.measure), kind.vi, kind.en)
        blocks.append(Paragraph([Text(f"{name}: "), *_share(paper, kind.measure, lang), Text(". "), Gap("[…]")]))
    blocks.append(Paragraph([Text("Passages: " + ", ".join(outline.said()))]))
    if kinds and paper.by is not None:
        columns = [Column("DON VI" if lang == "vi" else "Unit"), Column("%", numeric=True)]
        lines = [Line([[Text(row.unit_name or "…")], _percent(row, lang)]) for row in paper.rows(kinds[0].measure)]
        blocks.append(Table(columns, lines))
    dated = Gap("[…]") if making.dated is None else Text(numbers.day(making.dated))
    head = Head((), (), (), (), [dated], title, [paper.where.name])
    return Report(lang, title, head, blocks, Signature(), (), (), Provenance("", {}, ""))


def _share(paper: Paper, measure: Measure, lang: str) -> list[Piece]:
    figure = paper.at(measure)
    if figure is None or figure.num is None or figure.figure is None:
        return [Gap("[…]", missing=True)]
    return [Number(figure.figure, "num", figure.num, numbers.count(figure.num, lang), figure)]


def _percent(row: Figure, lang: str) -> Pieces:
    if row.percent is None or row.figure is None:
        return []
    return [Number(row.figure, "percent", row.percent, numbers.percent(row.percent, lang), row)]
