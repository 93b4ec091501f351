"""The outline of a report: what a template says, line by line. It chooses and orders; what is said is antq's business.

A template has headings (``#``, ``##``), passages (``::say NAME``), tables (``::table NAME``), annexes
(``::annex NAME``), references to annexes (``::see NAME NAME``) and sentences, in which
``{MEASURE[@UNIT][:WHEN] [PART]}`` is a number and ``[...]`` a gap for the clerk. There are no conditions, no loops, and
nothing that can run.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from antq_cli.core.findings import Place
from antq_cli.core.measures import Measure

Part = Literal["ratio", "num", "den", "percent", "remaining", "change", "change-percent", "reported", "expected", "day"]
PARTS: tuple[Part, ...] = (
    *("ratio", "num", "den", "percent", "remaining"),
    *("change", "change-percent", "reported", "expected", "day"),
)
# Days of the report itself; anything else is a day or a period as it is written.
OWN_DAYS = ("period", "vs", "start", "basis")
# What antq has to say, and the tables and annexes that it has: templates name them.
PASSAGES = (
    *("opening", "place", "merger", "pledges", "period", "compared", "target", "best-worst", "teams", "models"),
    *("standard", "registration", "activities", "partners", "achieved", "lacking", "returns-late", "to-do", "closing"),
)
TABLES = ("pledges", "teams", "standard", "comparison", "returns", "claims", "trend", "by-hand")


class Reference(NamedTuple):
    """A number that a template asks for; ``unit`` and ``when`` are as written, None where they are left out."""

    measure: Measure
    unit: str | None
    when: str | None
    part: Part
    place: Place

    @property
    def written(self) -> str:
        """What it is, as a template writes it, without its part: two that are written alike are the same number."""
        unit = "" if self.unit is None else f"@{self.unit}"
        return f"{self.measure}{unit}" + ("" if self.when is None else f":{self.when}")


class Words(NamedTuple):
    """Words of a template as they are."""

    text: str


class Blank(NamedTuple):
    """A gap for the clerk; ``text`` stands between the brackets."""

    text: str


class Sentence(NamedTuple):
    """A line of a template that is a sentence; its clauses end at ``;``."""

    pieces: Sequence[Words | Reference | Blank]


class Say(NamedTuple):
    """A passage, by its name."""

    name: str
    place: Place


class See(NamedTuple):
    """That there is more in annexes, by their names; of those that do not stand in the report nothing is said."""

    names: Sequence[str]
    place: Place


class Title(NamedTuple):
    """A heading of level 1 or 2."""

    level: int
    text: Sequence[Words | Reference | Blank]


class Prose(NamedTuple):
    """A paragraph: sentences, passages and references to annexes one after the other."""

    lines: Sequence[Sentence | Say | See]


class Placed(NamedTuple):
    """A table within the text, or an annex behind it, by its name."""

    name: str
    annex: bool
    place: Place


class Outline(NamedTuple):
    """A template as it was read; ``digest`` is the hash of its lines, ``file`` where it lies, None of antq's own."""

    name: str
    parts: Sequence[Title | Prose | Placed]
    digest: str
    file: Path | None = None

    def references(self) -> Iterator[Reference]:
        """Yield every number that is asked for, in reading order."""
        for part in self.parts:
            lines = part.lines if isinstance(part, Prose) else [Sentence(part.text)] if isinstance(part, Title) else []
            for line in lines:
                if isinstance(line, Sentence):
                    yield from (piece for piece in line.pieces if isinstance(piece, Reference))

    def said(self) -> list[str]:
        """Return the names of the passages in the order in which they stand."""
        prose = (part for part in self.parts if isinstance(part, Prose))
        return [line.name for part in prose for line in part.lines if isinstance(line, Say)]

    def placed(self, *, annex: bool) -> list[str]:
        """Return the names of the annexes, or of the tables within the text."""
        return [part.name for part in self.parts if isinstance(part, Placed) and part.annex == annex]
