"""Measures, and the figures that are measures at a unit on a date: one parser and one maker.

A figure id is ``measure@unit:when[~basis]``; ``when`` is ``DATE`` (a stock) or ``FIRST..LAST`` (a flow, both days
counted); ``~basis`` stands only where the basis is not the (last) day of ``when``.
"""

import re
from datetime import date
from typing import NamedTuple

from antq_cli.core.days import day_written


class FamilyWords(NamedTuple):
    """The words by which the measures of a family are told: its parts on a day, and its flows, within days.

    ``rated`` are those that have a denominator; None is the whole, which may be a flow itself. ``declared`` says that
    the manifest has a section of its kinds; ``kinds`` says that there are several.
    """

    parts: tuple[str, ...] = ()
    flows: tuple[str | None, ...] = ()
    rated: tuple[str | None, ...] = ()
    declared: bool = True
    kinds: bool = True

    @property
    def flowing(self) -> bool:
        """Return whether all of it is flows, so that there is nothing of it on a day alone."""
        return None in self.flows

    def told(self, *, within: bool) -> list[str | None]:
        """Return the parts there are on a day, the whole first; those ``within`` days as well stand behind them."""
        stocks = [] if self.flowing else [None, *self.parts]
        return [*stocks, *self.flows] if within else stocks


# The flows of a pledge kind: what happened within a period.
FLOWS = ("signed", "withdrawn", "lapsed")
# Every family there is. Pledges in force have a denominator, and those that lapsed of those that were in force; so has
# what is to be reached, and the standard.
WORDS = {
    "pledges": FamilyWords(flows=FLOWS, rated=(None, "lapsed")),
    "teams": FamilyWords(("members", "reach"), rated=("reach",)),
    "models": FamilyWords(("members", "reach"), rated=("reach",)),
    "activities": FamilyWords(flows=(None, "participants")),
    "standards": FamilyWords(("met", "not-met", "pending"), rated=(None, "met", "not-met", "pending")),
    "households": FamilyWords(declared=False, kinds=False),
    "units": FamilyWords(declared=False),
    "organisations": FamilyWords(declared=False),
}
# The families of measures whose kinds the manifest names.
FAMILIES = tuple(name for name, words in WORDS.items() if words.declared)
_MEASURE = re.compile(r"([a-z]+)\.([A-Za-z0-9-]+)(?:\.([a-z-]+))?")
_FIGURE = re.compile(
    r"(?P<measure>[A-Za-z0-9.-]+)@(?P<unit>[A-Za-z0-9-]+)"
    r":(?P<first>\d{4}-\d\d-\d\d)(?:\.\.(?P<last>\d{4}-\d\d-\d\d))?(?:~(?P<basis>\d{4}-\d\d-\d\d))?",
    re.ASCII,  # or \d would be the digits of every script
)


class Measure(NamedTuple):
    """What is counted: a family (``pledges``), a kind in it (``household``), and a part of it (``signed``) or none."""

    family: str
    kind: str | None = None
    part: str | None = None

    @property
    def rated(self) -> bool:
        """Whether it has a denominator, and so a rate."""
        return self.part in WORDS[self.family].rated

    @property
    def completes(self) -> bool:
        """Return whether what its numerator lacks to the denominator is missing: not of results other than met."""
        return self.rated and not self.flow and self.part in (None, "reach", "met")

    @property
    def flow(self) -> bool:
        """Return whether it is of what happened within days, and not of how things stand on one."""
        return self.part in WORDS[self.family].flows

    @property
    def flowing(self) -> bool:
        """Return whether all of its family is flows."""
        return WORDS[self.family].flowing

    def of(self, part: str | None) -> "Measure":
        """Return a part of what is counted, such as the members of teams; None is the whole."""
        return self._replace(part=part)

    def __str__(self) -> str:
        """The id, ``pledges.household.signed`` for one, which :func:`parse_measure` reads back."""
        return ".".join(word for word in (self.family, self.kind, self.part) if word)


# The standard's own registration, a pledge beside that of the campaign (TT 124/2021/TT-BCA, art. 4): books have it as
# a pledge kind of this id.
REGISTRATION = Measure("pledges", "registration")
# The parts of which a row of a register need not say how many.
OPTIONAL = ("members", "participants")


def parse_measure(written: str) -> Measure | None:
    """Return the measure that an id names, or None where it names none."""
    words = WORDS.get(written)
    if words is not None:
        return None if words.kinds else Measure(written)
    match = _MEASURE.fullmatch(written)
    words = WORDS.get(match[1]) if match else None
    if match is None or words is None or not words.kinds:
        return None
    return Measure(match[1], match[2], match[3]) if match[3] in (None, *words.parts, *words.flows) else None


def meant(written: str) -> list[str]:
    """Return what the id of a measure or a figure would be if the family it begins with is only mistyped."""
    from difflib import get_close_matches  # only what went wrong pays for it

    head = re.match("[A-Za-z]*", written)
    family = head[0] if head else ""
    near = (f"{each}{written[len(family) :]}" for each in get_close_matches(family, WORDS, n=1, cutoff=0.7))
    return [each for each in near if parse_measure(each) or parse_figure(each)]


class FigureId(NamedTuple):
    """A measure at a unit on a date or over days, on the map of units of ``basis``."""

    measure: Measure
    unit: str
    last: date
    first: date | None = None
    basis: date | None = None

    def __str__(self) -> str:
        """The canonical id, which :func:`parse_figure` reads back; a basis of the same day is not written."""
        when = str(self.last) if self.first is None else f"{self.first}..{self.last}"
        basis = "" if self.basis is None or self.basis == self.last else f"~{self.basis}"
        return f"{self.measure}@{self.unit}:{when}{basis}"


def parse_figure(written: str) -> FigureId | None:
    """Return the figure that an id names, or None where it is not the id of a figure.

    Only the canonical spelling is read: ``str(parse_figure(s)) == s`` for every ``s`` that is accepted.
    """
    match = _FIGURE.fullmatch(written)
    measure = parse_measure(match["measure"]) if match else None
    if match is None or measure is None:
        return None
    first, last, basis = (day_written(match[part] or "") for part in ("first", "last", "basis"))
    if first is None or (match["last"] and (last is None or first > last)):
        return None
    figure = FigureId(measure, match["unit"], last or first, first if last else None, basis)
    return figure if str(figure) == written else None
