"""What is said of the numbers of a table: beneath it of the whole, in the column of remarks of a unit."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from antq_cli.core.figures import Figure
from antq_cli.core.paper import Paper
from antq_cli.core.report import DASH, Line, Pieces, Text
from antq_cli.pages.paper.cells import MASKED, UNKNOWN, Found, filled, joined
from antq_cli.pages.paper.layout import Part, Place, Sheet
from antq_cli.pages.paper.places import REGROUPED
from antq_cli.words.speech import Speech


def notes(paper: Paper, found: Found, sheet: Sheet, speech: Speech, dash: str = "annex.unknown") -> Iterator[Pieces]:
    """Yield what is to be said beneath a table: dashes, what was not reported, not counted, put together anew.

    ``dash`` is the message on what a dash means.
    """
    cells = [cell for line in sheet.lines for cell in line.cells]
    if UNKNOWN in cells:
        yield filled(speech, dash, dash=DASH)
    if MASKED in cells:
        yield (Text(speech.say("annex.masked")),)
    unknown = dict.fromkeys(part.name for part in sheet.unknown if part.measures)
    if unknown:
        yield (Text(speech.say("dashes.of", who=list(unknown))),)
    yield from _below(found, sheet, speech)
    for part in sheet.shown:
        yield from _of_part(paper, found, part, speech)
    yield from _old(paper, found, sheet.shown, speech)
    if _regrouped(sheet.lines):
        yield (Text(speech.say("legend.regrouped", day=paper.basis)),)


def _regrouped(lines: Sequence[Line]) -> bool:
    """Return whether the name of a unit bears the mark of one that is put together anew."""
    return any(cell and cell[-1].text.endswith(f" {REGROUPED}") for line in lines for cell in line.cells[:2])


def _below(found: Found, sheet: Sheet, speech: Speech) -> Iterator[Pieces]:
    """Say of which kinds the units have no number, because it is only reported above them."""
    if len(sheet.lines) == 1:
        return
    measures = {row.measure for row in found.figures.values() if row.state == "below-grain"}
    kinds = [part.name for part in sheet.shown if measures.intersection(part.measures[:1])]
    if kinds:
        yield (Text(speech.say("annex.below", kinds=list(dict.fromkeys(kinds)))),)


def _of_part(paper: Paper, found: Found, part: Part, speech: Speech) -> Iterator[Pieces]:
    """Say what there is to say of the whole of a kind, measure by measure; the same is said once."""
    told: set[str] = set()
    for measure in part.measures:
        figure = found.at(measure, paper.where.code, paper.where.level.id)
        if figure is not None:
            for key, pieces in _of_figure(found, part, figure, speech):
                if key not in told:
                    told.add(key)
                    yield pieces


def _old(paper: Paper, found: Found, parts: Iterable[Part], speech: Speech) -> Iterator[Pieces]:
    """Say of which kinds the numbers are from before the period: of what holds of several kinds alike, once."""
    alike: dict[tuple[int, int | None, date | None], tuple[Figure, dict[str, None]]] = {}
    for part in parts:
        for figure in (found.at(measure, paper.where.code, paper.where.level.id) for measure in part.measures):
            if figure is not None and figure.old:
                day = figure.counted_to if figure.reported == 1 else None
                alike.setdefault((figure.old, figure.reported, day), (figure, {}))[1][part.name] = None
                break
    for (_, _, day), (figure, names) in alike.items():
        if day is not None:
            yield (Text(speech.say("annex.old-since", day=day, kinds=list(names))),)
        else:
            counts = {each: found.number(figure, each) for each in ("old", "reported")}
            yield filled(speech, "annex.old", kind="; ".join(names), **counts)


def _of_figure(found: Found, part: Part, figure: Figure, speech: Speech) -> Iterator[tuple[str, Pieces]]:
    name, values = part.name, {each: found.number(figure, each) for each in _known(figure)}
    if figure.state == "partial":
        members = figure.measure.part == "members" and part.kind is not None and part.kind.source != "returns"
        counts = {"reported": values["reported"], "expected": values["expected"]}
        if members:
            yield "members", filled(speech, "annex.members", kind=name, **counts)
        else:
            yield "partial", filled(speech, "annex.partial", kind=name, **counts)
    if figure.left_out:
        yield "left-out", filled(speech, "annex.left-out", kind=name, n=values["left_out"])
    if figure.straddling:
        yield "straddling", filled(speech, "annex.straddling", kind=name, n=values["straddling"])


def _known(figure: Figure) -> Iterator[str]:
    parts = ("reported", "expected", "left_out", "straddling", "old")
    yield from (part for part in parts if getattr(figure, part) is not None)


def remark(found: Found, place: Place, parts: Iterable[Part], speech: Speech) -> Pieces:
    """Return what has to be said of a unit: who did not report, or in part, and rows that are not counted."""
    if place.style == "total":
        return ()  # of the whole it is said beneath
    several: list[Pieces] = []
    silent: dict[str, list[str]] = {}
    for part in parts:
        for measure in part.measures[:1]:
            figure = found.at(measure, place.unit, place.level)
            if figure is not None:
                several += _remarks(found, part, figure, speech)
                if _silent(found, figure):
                    silent.setdefault(speech.say("state.not-reported"), []).append(part.name)
    told: list[Pieces] = [(Text(f"{state} ({'; '.join(names)})"),) for state, names in silent.items()]
    return joined([*told, *several], "; ")


def _silent(found: Found, figure: Figure) -> bool:
    """Return whether a unit did not report what others did; of a row that could not be read nobody can say that."""
    expected = figure.state == "not-reported" and bool(figure.expected)
    return expected and not figure.left_out and figure.measure in found.known


def _remarks(found: Found, part: Part, figure: Figure, speech: Speech) -> Iterator[Pieces]:
    behind = Text(f" ({part.name})")
    if figure.state == "partial" and figure.reported is not None and figure.expected is not None:
        counts = {each: found.number(figure, each) for each in ("reported", "expected")}
        yield [*filled(speech, "state.partial", **counts), behind]
    if figure.left_out:
        yield [*filled(speech, "state.left-out", n=found.number(figure, "left_out")), behind]
