"""What a page shows before the text of a report: headline figures, what changed, charts, who is late, what differs."""

from collections.abc import Iterator, Sequence

from antq_cli.core.figures import Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.paper import Paper
from antq_cli.core.report import (
    Block,
    Chart,
    Gap,
    Heading,
    Highlights,
    Labels,
    Paragraph,
    Pieces,
    Section,
    Table,
    Text,
    Tiles,
    text_of,
)
from antq_cli.pages.paper.cells import Found
from antq_cli.pages.paper.charts import coverage, over_time
from antq_cli.pages.paper.claims import claims
from antq_cli.pages.paper.comparison import Compared, compared_with
from antq_cli.pages.paper.late import late
from antq_cli.pages.paper.layout import Part, Place, Told, laid_out, unsigned
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.places import itself
from antq_cli.pages.paper.pledges import name_of
from antq_cli.pages.paper.tiles import activities, models, pledged, standard, teams
from antq_cli.words.passages import called
from antq_cli.words.passages.picked import comparison
from antq_cli.words.speech import Speech, begun, speech

_Shown = Tiles | Chart | Table | Paragraph


def highlights(paper: Paper, blocks: Sequence[Block], closing: int, lang: str) -> Highlights:
    """Return the parts of which there is something to show, and the text of a report as a page shows it.

    So many of its blocks close the report, and stand beneath no heading.
    """
    said, end = speech(lang), len(blocks) - closing
    sections = [section for section in _sections(paper, said) if section.blocks]
    return Highlights(sections, [*_text(blocks[:end]), *_text(blocks[end:])], _labels(said), _whose(paper, said))


def _whose(paper: Paper, said: Speech) -> str:
    """Return who issues the report; of nobody whom the book knows a paper has a gap, and a page the unit's name."""
    if said.lang != "vi":
        return ""
    return itself(paper, said).name if paper.issuer is None else " ".join(paper.issuer.body)


def _labels(said: Speech) -> Labels:
    return Labels(
        contents=said.say("page.contents"),
        text=said.say("page.text"),
        annexes=said.say("page.annexes"),
        provenance=said.say("page.provenance"),
        target=said.say("page.target"),
    )


# The text ---------------------------------------------------------------------------------------------------------


def _text(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return a text without what the clerk is to write on paper, and without headings beneath which nothing is left.

    What the book lacks stays where it is missing.
    """
    told: list[Block] = []
    for block in reversed([block if isinstance(block, Table) else _said(block) for block in blocks]):
        empty = isinstance(block, Heading) and not _is_over(told, block.level)
        if not empty and (isinstance(block, Table) or any(map(str.isalnum, text_of(block.pieces)))):
            told.insert(0, block)
    return told


def _is_over(told: Sequence[Block], level: int) -> bool:
    """Return whether something stands beneath a heading of a level: anything but one of the same level or above."""
    return bool(told) and not (isinstance(told[0], Heading) and told[0].level <= level)


def _said(block: Heading | Paragraph) -> Heading | Paragraph:
    pieces = [piece for piece in block.pieces if not isinstance(piece, Gap) or piece.missing]
    return block if len(pieces) == len(block.pieces) else block._replace(pieces=pieces)


# The parts --------------------------------------------------------------------------------------------------------


def _sections(paper: Paper, said: Speech) -> Iterator[Section]:
    yield Section("headline", said.say("page.headline"), _tiles(pledged(paper, said)))
    if paper.before is not None:
        then = compared_with(paper, said)
        yield Section("changed", said.say("page.changed", then=then), _alone(_changed(paper, said)))
    yield Section("coverage", said.say("page.coverage"), coverage(paper, said))
    yield Section("trend", said.say("title.trend"), over_time(paper, said))
    yield Section("late", said.say("page.late"), late(paper, said))
    yield Section("claims", said.say("annex.title.claims"), _alone(claims(paper, said.lang)))
    yield Section("teams", said.say("page.teams"), _tiles(teams(paper, said)))
    yield Section("models", said.say("page.models"), _tiles(models(paper, said)))
    yield Section("standard", said.say("page.standard"), _tiles(standard(paper, said)))
    yield Section("activities", said.say("page.activities"), _tiles(activities(paper, said)))


def _tiles(tiles: Tiles) -> Sequence[_Shown]:
    return [tiles] if tiles.tiles else []


def _alone(table: Table | None) -> Sequence[_Shown]:
    return [] if table is None else [table._replace(caption="")]


# What changed -----------------------------------------------------------------------------------------------------


def _changed(paper: Paper, speech: Speech) -> Table | None:
    """Return a line for each kind of pledge: now, then, by how much it changed, what happened meanwhile."""
    several = [kind for kind in paper.kinds("pledges") if kind.measure != REGISTRATION]
    merged = comparison(paper, several).merged  # 17 communes are not 5 that have signed less
    told = {kind: _columns(paper, kind, speech) for kind in several if kind not in merged}
    kinds = {str(kind.measure): kind for kind, columns in told.items() if columns}
    of_kind = {measure: told[kind] for measure, kind in kinds.items()}
    keys = {key: column for columns in of_kind.values() for key, column in columns.items()}
    itself = Place(paper.where.code, paper.where.level.id, paper.where.name)

    def column(told: Told) -> Told:
        return told._replace(cell=lambda place: of_kind[place.unit][told.key].cell(itself), formula=None)

    places = [Place(measure, None, begun(called(kind, paper, speech.lang))) for measure, kind in kinds.items()]
    first = Told("kind", speech.say("column.kind.pledges"), _name, numeric=False, kept=True)
    sheet = laid_out(places, [Part("", [column(each) for each in keys.values()])], [first])
    if sheet is None or not any(column.group == speech.say("annex.changes") for column in sheet.columns):
        return None
    parts = [Part(name_of(kind, speech), (), [kind.measure], kind) for kind in kinds.values()]
    found = Found(paper.of_family("pledges"), speech.lang)
    return unsigned(sheet).table(notes(paper, found, sheet._replace(shown=parts), speech), "")


def _columns(paper: Paper, kind: Kind, speech: Speech) -> dict[str, Told]:
    """Return the columns of a kind by their keys; none where it is not compared."""
    summaries = [each for each in paper.of_family("pledges") if kind in each.kinds and each.before is not None]
    return {each.key: each for summary in summaries for each in Compared(summary, kind, speech).told()}


def _name(place: Place) -> Pieces:
    return (Text(place.name),)
