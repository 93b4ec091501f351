"""Measures, and the figures that are measures at a unit on a date: one parser and one printer.

A figure id is ``measure@unit:when[~basis]``; ``when`` is ``DATE`` (a stock) or ``FIRST..LAST`` (a flow, both days
counted); ``~basis`` stands only where the basis is not the (last) day of ``when``.
"""

import re
from datetime import date
from typing import NamedTuple

# The flows of a pledge kind: what happened within a period.
FLOWS = ("signed", "withdrawn", "lapsed")
_PARTS = {
    "pledges": FLOWS,
    "teams": ("members", "reach"),
    "models": ("reach",),
    "standards": ("met", "not-met", "pending"),
    "units": (),
}
_MEASURE = re.compile(r"([a-z]+)\.([A-Za-z0-9-]+)(?:\.([a-z-]+))?")
_FIGURE = re.compile(
    r"(?P<measure>[A-Za-z0-9.-]+)@(?P<unit>[A-Za-z0-9-]+)"
    r":(?P<first>\d{4}-\d\d-\d\d)(?:\.\.(?P<last>\d{4}-\d\d-\d\d))?(?:~(?P<basis>\d{4}-\d\d-\d\d))?",
    re.ASCII,
)


class Measure(NamedTuple):
    """What is counted: a family (``pledges``), a kind in it (``household``), and a part of it (``signed``) or none."""

    family: str
    kind: str | None = None
    part: str | None = None

    @property
    def rated(self) -> bool:
        """Return whether it has a denominator: pledges in force, and those that lapsed of those that were in force."""
        return self.family == "pledges" and self.part in (None, "lapsed")

    def __str__(self) -> str:
        """Return the id that :func:`parse_measure` reads."""
        return ".".join(word for word in (self.family, self.kind, self.part) if word)


def parse_measure(written: str) -> Measure | None:
    """Return the measure that an id names, or None where it names none."""
    if written == "households":
        return Measure("households")
    match = _MEASURE.fullmatch(written)
    if match is None or match[1] not in _PARTS:
        return None
    if match[3] is not None and match[3] not in _PARTS[match[1]]:
        return None
    return Measure(match[1], match[2], match[3])


class FigureId(NamedTuple):
    """A measure at a unit on a date or over days, on the map of units of ``basis``."""

    measure: Measure
    unit: str
    last: date
    first: date | None = None
    basis: date | None = None

    def __str__(self) -> str:
        """Return the id that :func:`parse_figure` reads."""
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
    first, last, basis = (_day(match[part]) for part in ("first", "last", "basis"))
    if first is None or (match["last"] and (last is None or first > last)):
        return None
    figure = FigureId(measure, match["unit"], last or first, first if last else None, basis)
    return figure if str(figure) == written else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
