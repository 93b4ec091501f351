"""Cells of the tables of a report: numbers with their figures, dashes for what is not known, messages with numbers."""

from collections.abc import Iterable, Sequence
from string import Formatter

from antq_cli.core.figures import Figure, Key, Summary
from antq_cli.core.measures import Measure
from antq_cli.core.report import DASH, Gap, Number, Piece, Pieces, Text
from antq_cli.words import numbers
from antq_cli.words.speech import PSEUDO, Speech

EMPTY: Pieces = ()
UNKNOWN: Pieces = (DASH,)
MASKED: Pieces = (Text("…"),)


def number(
    figure: tuple[str, Figure | None], part: str, value: int | str, lang: str, *, signed: bool = False
) -> Number:
    """Return a number of a figure, or one that is derived, of which only the id is told; ``signed`` has its plus.

    Rates and points are given with a point; the head of their column has the sign.
    """
    if isinstance(value, str):
        text = numbers.decimal(value, lang) if part == "each" else numbers.points(value, lang)
    else:
        text = ("+" if signed and value > 0 else "") + numbers.count(value, lang)
    return Number(figure[0], part, value, text, figure[1])


def derived(name: str, id_: str) -> str:
    """Return the id of what is put together at the unit and for the days of a figure: ``name@unit:when``."""
    return f"{name}@{id_.partition('@')[2]}"


class Found:
    """The figures of some summaries, each by its measure and unit, and the ids of those that are rests."""

    def __init__(self, summaries: Iterable[Summary], lang: str) -> None:
        self.lang = lang
        self.figures: dict[Key, Figure] = {row.key: row for each in summaries for row in each.figures}
        self.known = {row.measure for row in self.figures.values() if row.num is not None}
        self._wholes = {
            row.measure: row.figure
            for each in summaries
            for row in (each.totals or each.rows)
            if row.figure is not None
        }

    def at(self, measure: Measure, unit: str, level: str | None) -> Figure | None:
        """Return the figure of a measure at a unit; of a rest, whose ``level`` is None, only if it tells anything."""
        figure = self.figures.get((measure, unit, level))
        return figure if figure is not None and figure.tells else None

    def id(self, figure: Figure) -> str:
        """Return the id of a figure; what is held above the units has one of its own, being no figure of a unit."""
        if figure.figure is not None:
            return figure.figure
        return derived(f"{figure.measure}.above", self._wholes[figure.measure])

    def number(self, figure: Figure, part: str) -> Number:
        """Return a part of a figure that is known."""
        shown = None if figure.figure is None else figure
        return number((self.id(figure), shown), part, getattr(figure, part), self.lang)

    def cell(self, figure: Figure | None, part: str) -> Pieces:
        """Return a part of a figure; a dash where it is not known, nothing where there cannot be any.

        Nobody has a rate of nobody, and of what is held above the units nobody asks what it lacks.
        """
        if figure is None:
            return EMPTY
        if figure.state == "suppressed":
            return MASKED
        if getattr(figure, part) is not None:
            return (self.number(figure, part),)
        nobody = part in ("percent", "remaining") and figure.den == 0
        return EMPTY if nobody or (figure.rest and not figure.expected) else UNKNOWN


def filled(speech: Speech, key: str, **values: str | Piece | Sequence[Piece]) -> list[Piece]:
    """Return a message of the catalogue with texts and numbers filled in; KeyError where the catalogue lacks it."""
    pieces: list[Piece] = []
    for text, name, _, _ in Formatter().parse(speech.template(key)):
        pieces += [Text(text)] if text else []
        pieces += _pieces(values[name]) if name is not None else []
    return [Text("⟦"), *pieces, Text("⟧")] if speech.lang == PSEUDO else pieces


def _pieces(value: str | Piece | Sequence[Piece]) -> Sequence[Piece]:
    if isinstance(value, str):
        return [Text(value)]
    return [value] if isinstance(value, Text | Number | Gap) else value


def joined(several: Iterable[Pieces], by: str) -> list[Piece]:
    """Return pieces one behind the other, with something between them."""
    pieces: list[Piece] = []
    for each in several:
        pieces += [Text(by)] if pieces and each else []
        pieces += each
    return pieces
