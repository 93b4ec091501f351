"""Headline figures: of each kind how many, of how many, the rate beside what it is to reach, and how it changed."""

from collections.abc import Iterator

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.paper import Paper
from antq_cli.core.report import Number, Pieces, Text, Tile, Tiles
from antq_cli.core.standards import SubjectResults, UnitResults
from antq_cli.pages.paper.cells import Found, filled, joined, number
from antq_cli.pages.paper.comparison import compared_with
from antq_cli.pages.paper.pledges import leading
from antq_cli.words.passages import called, numbers, picked, reached
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import Speech, begun


def pledged(paper: Paper, speech: Speech) -> Tiles:
    """Return how many signed, kind by kind; first the kind by which units are compared."""
    first = leading(paper)
    kinds = sorted(picked.pledged(paper), key=lambda kind: kind != first)
    found = Found(paper.of_family("pledges"), speech.lang)
    return Tiles([_Tile(paper, found, kind, speech).whole() for kind in kinds])


class _Tile:
    """What a tile tells of a kind, piece by piece."""

    def __init__(self, paper: Paper, found: Found, kind: Kind, speech: Speech) -> None:
        self.paper, self.found, self.kind, self.speech = paper, found, kind, speech
        self.figure, self.teller = paper.at(kind.measure), Teller(paper, speech.lang)

    def whole(self) -> Tile:
        """Return the tile of a kind of pledge."""
        notes = [self._missing(), self._since(), *self.state()]
        rate, target = rate_of(self.figure, self.speech), self._target()
        return Tile(self.name, share(self.found, self.figure), rate, target, [note for note in notes if note])

    @property
    def name(self) -> str:
        """What is counted, as it begins a line."""
        return begun(called(self.kind, self.paper, self.speech.lang))

    def _target(self) -> Number | None:
        target = self.kind.target
        return None if target is None else self.teller.target(f"{self.kind.measure}.target", target)

    def _missing(self) -> Pieces:
        """Return how many are missing; to register for the standard nobody has to."""
        figure = self.figure
        if figure is None or not figure.remaining or figure.measure == REGISTRATION:
            return ()
        return filled(self.speech, "page.remaining", n=self.found.number(figure, "remaining"))

    def _since(self) -> Pieces:
        """Return by how much it changed; nothing where it did not, or that is not known."""
        comparable = picked.comparison(self.paper, [self.kind]).several
        if not comparable or not comparable[0].change.num:
            return ()
        change, id_ = comparable[0].change, self.teller.id(f"{self.kind.measure}.change", when=self.teller.since)
        moved: dict[str, int | str] = {"num": change.num or 0}
        moved |= {} if change.points is None else {"points": change.points}
        lang = self.speech.lang
        values = {part: number((id_, None), part, value, lang, signed=True) for part, value in moved.items()}
        then = compared_with(self.paper, self.speech)
        if change.points is None:
            return filled(self.speech, "page.since", then=then, **values)
        return filled(self.speech, "page.moved", then=then, **values)

    def state(self) -> Iterator[Pieces]:
        """Yield what has to be said of the number: that not all have reported, that it is of another day."""
        figure = self.figure
        if figure is None or figure.num is None:
            return
        if figure.state == "partial" and figure.reported is not None and figure.expected is not None:
            counts = {part: self.found.number(figure, part) for part in ("reported", "expected")}
            yield filled(self.speech, "page.reported", **counts)
        if figure.old and figure.counted_to is not None:
            yield [Text(self.speech.say("page.old", day=figure.counted_to))]


def share(found: Found, figure: Figure | None) -> Pieces:
    """Return how many of how many; a dash where that is not known."""
    if figure is None or figure.den is None or figure.num is None:
        return found.cell(figure, "num") or (Text("-"),)
    return joined([found.cell(figure, part) for part in ("num", "den")], "/")


def rate_of(figure: Figure | None, speech: Speech) -> Number | None:
    """Return the rate of a figure with its sign; None where it has none, or none may be shown."""
    rate = numbers.percent(figure, speech.lang)
    return rate if isinstance(rate, Number) else None


# Teams, models, the standard, activities --------------------------------------------------------------------------


def teams(paper: Paper, speech: Speech) -> Tiles:
    """Return how many teams there are of each kind, with their members, and where they are."""
    return Tiles([_Team(paper, found, kind, speech).whole() for found, kind in _there(paper, "teams", speech)])


def models(paper: Paper, speech: Speech) -> Tiles:
    """Return in how many places there is a model, kind by kind."""
    return Tiles([_Counted(paper, found, kind, speech).whole() for found, kind in _there(paper, "models", speech)])


def activities(paper: Paper, speech: Speech) -> Tiles:
    """Return what was done within the period, kind by kind, and how many took part."""
    return Tiles([_Activity(paper, found, kind, speech).whole() for found, kind in _there(paper, "activities", speech)])


def _there(paper: Paper, family: str, speech: Speech) -> Iterator[tuple[Found, Kind]]:
    """Yield the kinds of a family of which anything is known, with the figures of the family."""
    found = Found(paper.of_family(family), speech.lang)
    for kind in paper.kinds(family):
        figure = paper.at(kind.measure)
        if figure is not None and figure.num is not None:
            yield found, kind


class _Counted(_Tile):
    """What a tile tells of a kind that has no rate: how many there are, and what more is known of them."""

    def whole(self) -> Tile:
        """Return the tile of a kind."""
        name = self.speech.kind(str(self.kind.measure), self.kind.vi, self.kind.en)
        value = share(self.found, self.figure)
        return Tile(name, [*value, *self._unit()], notes=[note for note in (*self._more(), *self.state()) if note])

    def _unit(self) -> Pieces:
        """Return what is counted, behind its number; nothing where the name says it."""
        return ()

    def _more(self) -> Iterator[Pieces]:
        """Yield what more there is to tell; what is not known is left out, for the text of the report says so."""
        yield from ()

    def _part(self, part: str) -> Figure | None:
        figure = self.paper.at(self.kind.measure.of(part))
        return figure if figure is not None and figure.num is not None else None


class _Team(_Counted):
    def _more(self) -> Iterator[Pieces]:
        members, reach, each = self._part("members"), self._part("reach"), self.paper.each(self.kind.measure)
        if members is not None:
            yield filled(self.speech, "page.members", n=self.found.number(members, "num"))
        if reach is not None and reach.den is not None:
            counts = {part: self.found.number(reach, part) for part in ("num", "den")}
            yield filled(self.speech, "page.reach", where=reached(self.kind, self.paper, self.speech.lang), **counts)
        if each is not None and each.each is not None:
            id_ = self.teller.id(f"{self.kind.measure}.households-each")
            yield filled(self.speech, "page.each", each=number((id_, None), "each", each.each, self.speech.lang))


class _Activity(_Counted):
    def _unit(self) -> Pieces:
        counts = self.kind.counts
        word = None if counts is None else self.speech.named(counts.vi, counts.en)
        return (Text(f" {word}"),) if word else ()

    def _more(self) -> Iterator[Pieces]:
        people = self._part("participants")
        if people is not None and people.num:
            yield filled(self.speech, "page.participants", n=self.found.number(people, "num"))


def standard(paper: Paper, speech: Speech) -> Tiles:
    """Return who meets the standard, kind of subject by kind of subject, and who registered for it."""
    found = Found([each.summary for each in paper.standards.subjects], speech.lang)
    tiles = [_judged(paper, found, subject, speech) for group in picked.judged(paper) for subject in group.subjects]
    registered = [one for one in _there(paper, "pledges", speech) if one[1].measure == REGISTRATION]
    tiles += [_Tile(paper, with_them, kind, speech).whole() for with_them, kind in registered]
    return Tiles([tile for tile in tiles if tile is not None])


def _judged(paper: Paper, found: Found, subject: SubjectResults, speech: Speech) -> Tile | None:
    """Return the results of a kind of subject; None where nothing is known of it."""
    own = picked.results(paper, subject)
    if own is None or own.met.num is None:
        return None
    title = begun(called(subject.kind, paper, speech.lang))
    year = subject.rule.window.name if subject.rule is not None else None
    told = title if year is None else speech.say("page.of-year", name=title, year=year)
    return Tile(told, share(found, own.met), rate_of(own.met, speech), notes=list(_results(found, own, speech)))


def _results(found: Found, own: UnitResults, speech: Speech) -> Iterator[Pieces]:
    """Yield how many do not meet it, wait, and were not assessed; of nobody nothing is said."""
    if own.not_met.num:
        yield filled(speech, "page.not-met", n=found.number(own.not_met, "num"))
    if own.pending.num:
        yield filled(speech, "page.pending", n=found.number(own.pending, "num"))
    if own.assessed.remaining:
        yield filled(speech, "page.not-assessed", n=found.number(own.assessed, "remaining"))
