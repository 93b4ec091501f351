"""Annex V, below the returns: what was published and is not what the book has."""

from antq_cli.core.claims import HeldClaim
from antq_cli.core.figures import Figure
from antq_cli.core.measures import FigureId, parse_figure
from antq_cli.core.paper import Paper
from antq_cli.core.report import Number, Pieces, Table, Text
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, derived, filled, joined, number
from antq_cli.pages.paper.layout import Part, Place, Told, first_columns, laid_out
from antq_cli.words.passages.vi.nouns import short
from antq_cli.words.speech import Speech, lowered, speech

_VERDICTS = ("agrees", "differs", "unverifiable")


def claims(paper: Paper, lang: str) -> Table | None:
    """Return a line for each published figure that differs from the book's; None where none does."""
    told = speech(lang)
    held = {each.id: each for each in paper.claims.held if each.verdict == "differs" and not each.withheld}
    lines = [Place(id_, None, _what(paper, each, told), number_) for number_, (id_, each) in enumerate(held.items(), 1)]
    if not lines:
        return None
    columns = [
        Told("claimed", told.say("column.claimed"), lambda place: _claimed(held[place.unit], lang)),
        Told("book", told.say("column.book"), lambda place: _book(held[place.unit], lang)),
        Told("differs", told.say("annex.difference"), lambda place: _differs(paper, held[place.unit], told)),
    ]
    source = Told("source", told.say("column.source"), lambda place: (Text(held[place.unit].source),), numeric=False)
    number_of, unit = first_columns(told)
    first = [number_of, unit._replace(header=told.say("annex.what"))]
    sheet = laid_out(lines, [Part("", columns)], first, [source._replace(kept=True)])
    if sheet is None:
        return None
    beneath = [(Text(told.say("annex.claims-differ")),), _tally(paper, told)]
    return sheet.table(beneath, told.say("annex.title.claims"), told.say("sheet.claims"))


def _tally(paper: Paper, speech: Speech) -> Pieces:
    """Return how many published figures were looked at, and how many of them have which verdict."""
    verdicts = paper.claims.verdicts
    counts = {
        "agrees": verdicts["agrees"] + verdicts["agrees (same source)"],
        "differs": verdicts["differs"],
        "unverifiable": verdicts["unverifiable"],
    }
    id_ = f"claims@{paper.where.code}:{paper.as_of}"
    numbers = {part: number((id_, None), part, counts[part], speech.lang) for part in _VERDICTS}
    return filled(speech, "annex.claims-tally", **numbers)


def _what(paper: Paper, held: HeldClaim, speech: Speech) -> str:
    """Return what a figure is of: its measure by its name, the unit, and the day or the days."""
    figure, named = held.computed, parse_figure(held.figure)
    assert figure is not None
    assert named is not None
    measure = figure.measure
    kind = paper.kind(measure)
    vi, en = (None, None) if kind is None else (kind.vi, kind.en)
    level = next((level for level in paper.levels if measure.family == "units" and level.id == measure.kind), None)
    name = speech.kind(str(measure.of(None)), *((vi, en) if level is None else (level.vi, level.en)))
    if measure.flow and measure.family == "pledges":
        name = f"{name}: {speech.say(f'flow.{measure.part}')}"
    elif measure.part is not None:
        name = speech.say(f"part-of.{measure.part}", kind=name)
    return f"{name}, {figure.unit_name} ({_days(named, speech)})"


def _days(named: FigureId, speech: Speech) -> str:
    if named.first is None:
        return speech.say("title.on", day=named.last)
    return speech.say("title.within", first=named.first, last=named.last)


def _claimed(held: HeldClaim, lang: str) -> Pieces:
    """Return what was published, in the form in which it was; a percentage has its sign."""
    asserted, of = held.asserted, _of(held)
    if asserted.percent is not None:
        return _rated(number(of, "asserted_percent", asserted.percent, lang))
    counts = [
        (number(of, f"asserted_{part}", value, lang),)
        for part, value in (("num", asserted.num), ("den", asserted.den))
        if value is not None
    ]
    return joined(counts, "/")


def _rated(percent: Number) -> Pieces:
    return percent, Text("%")


def _of(held: HeldClaim) -> tuple[str, Figure | None]:
    return derived(f"claims.{held.id}", held.figure), None


def _book(held: HeldClaim, lang: str) -> Pieces:
    """Return what the book has, in the form in which it was published."""
    figure = held.computed
    if figure is None or figure.figure is None or figure.num is None:
        return UNKNOWN
    of = figure.figure, figure
    if held.asserted.percent is not None:
        return UNKNOWN if figure.percent is None else _rated(number(of, "percent", figure.percent, lang))
    parts = ("num", "den") if held.asserted.den is not None else ("num",)
    counts = [(number(of, part, getattr(figure, part), lang),) for part in parts if getattr(figure, part) is not None]
    return joined(counts, "/")


def _differs(paper: Paper, held: HeldClaim, speech: Speech) -> Pieces:
    """Return what the book lacks to what was published; of a percentage how many it takes to reach it.

    Of how many there are in all it says something only where that differs too.
    """
    moved, lang = held.difference, speech.lang
    num = ("to_reach", moved.to_reach) if held.asserted.percent is not None else ("num", moved.num)
    den = None if held.asserted.percent is not None else moved.den or None
    told = [
        [*before, number(_of(held), f"difference_{part}", value, lang, signed=True), *_counted(paper, held, speech)]
        for before, part, value in (((), *num), ((Text(f"{lowered(speech.say('annex.total'))} "),), "den", den))
        if value is not None
    ]
    return joined(told, "; ") or EMPTY


def _counted(paper: Paper, held: HeldClaim, speech: Speech) -> Pieces:
    """Return what is counted, behind a number; nothing where its name says what it is a part of."""
    assert held.computed is not None
    measure = held.computed.measure
    kind = paper.kind(measure)
    if kind is None or measure.family != "pledges":
        return ()
    name = lowered(speech.kind(str(kind.measure), kind.vi, kind.en))
    return (Text(f" {short(name)}"),)
