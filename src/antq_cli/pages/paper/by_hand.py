"""Annex VI: what was done at each unit as far as the book has it, and cells for the clerk where it has not."""

from collections.abc import Iterator, Sequence

from antq_cli.core.figures import Kind, Summary
from antq_cli.core.paper import Paper
from antq_cli.core.report import Gap, Pieces, Table, Text
from antq_cli.pages.paper.cells import EMPTY, Found
from antq_cli.pages.paper.layout import Part, Place, Told, first_columns, laid_out
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.places import itself, places
from antq_cli.pages.paper.pledges import name_of
from antq_cli.pages.paper.teams import of_measure
from antq_cli.words.speech import Speech, speech

_GAP: Pieces = (Gap("[…]"),)


def by_hand(paper: Paper, lang: str) -> Table | None:
    """Return a line for each unit with what the book has of activities, and gaps for the rest."""
    said, summaries, kinds = speech(lang), paper.of_family("activities"), paper.kinds("activities")
    found = Found(summaries, lang)
    lines = _places(paper, summaries, kinds, said)
    parts = [_part(found, kind, said) for kind in kinds]
    known = laid_out(lines, parts, ())
    shown = [] if known is None else known.shown
    blanks = Part("", list(_blanks({part.kind.id for part in shown if part.kind is not None}, said)))
    sheet = laid_out(lines, [*parts, blanks], first_columns(said))
    if sheet is None:
        return None
    beneath = [*_within(summaries, said), *notes(paper, found, sheet, said)] if shown else []
    return sheet.table(beneath, said.say("annex.title.by-hand"), said.say("sheet.by-hand"))


def _places(paper: Paper, summaries: Sequence[Summary], kinds: Sequence[Kind], speech: Speech) -> list[Place]:
    """Return the lines: of units as far as anything is known of them, else those of the pledges."""
    if paper.by is None:
        return [itself(paper, speech)]
    if kinds:
        return places(paper, summaries, [kind.measure for kind in kinds], speech)
    family = next(each for each in paper.summaries if each.kinds)
    listed = places(paper, [family], [row.measure for row in family.rows], speech)
    return [place for place in listed if place.style != "rest"]


def _part(found: Found, kind: Kind, speech: Speech) -> Part:
    name, participants = name_of(kind, speech), kind.measure.of("participants")
    counts = None if kind.counts is None else speech.named(kind.counts.vi, kind.counts.en)
    header = speech.say("column.activities") if counts is None else f"{counts[:1].upper()}{counts[1:]}"
    columns = [Told(str(kind.measure), header, of_measure(found, kind.measure), name)]
    if any(row.reported for row in found.figures.values() if row.measure == participants):
        columns.append(
            Told(str(participants), speech.say("column.participants"), of_measure(found, participants), name)
        )
    return Part(name, columns, [kind.measure, participants], kind)


def _blanks(held: set[str], speech: Speech) -> Iterator[Told]:
    """Yield the columns that a clerk fills in: of what books usually have as activities, only what this one lacks."""
    say = speech.say
    awards = say("annex.by-hand.awards")
    several = [
        ("outreach", say("annex.by-hand.sessions"), say("annex.by-hand.outreach")),
        ("outreach", say("column.participants"), say("annex.by-hand.outreach")),
        ("tips", say("annex.by-hand.tips"), ""),
        ("", say("annex.by-hand.valuable"), ""),
        ("cameras", say("annex.by-hand.cameras"), ""),
        ("money", say("annex.by-hand.money"), ""),
        ("awards", say("annex.by-hand.groups"), awards),
        ("awards", say("annex.by-hand.persons"), awards),
        ("", say("annex.by-hand.rating"), ""),
    ]
    for number, (id_, header, group) in enumerate(several):
        if id_ not in held:
            yield Told(f"blank.{number}", header, _blank, group, numeric=False, kept=True)


def _blank(place: Place) -> Pieces:
    """Return a gap; of what is held above the units there is none, for nobody reports it there."""
    return EMPTY if place.style == "rest" else _GAP


def _within(summaries: Sequence[Summary], speech: Speech) -> Iterator[Pieces]:
    """Say within which days it was done."""
    for summary in summaries:
        if summary.period is not None:
            days = speech.say("title.within", first=summary.period.first, last=summary.period.last)
            yield (Text(f"{days[:1].upper()}{days[1:]}."),)
