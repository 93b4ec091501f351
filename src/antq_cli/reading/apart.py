"""Registers that are too large to be held: what is left of them in tables, and what is asked of the rows that are not.

A command asks as it does of any book. The first time it hears nothing; what it asked is noted here, the rows are
counted piece by piece (:mod:`antq_cli.counting.piecewise`), and it is run again, with what came of it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from antq_cli.core.registers import Register
from antq_cli.reading import files
from antq_cli.reading.columns import Columns
from antq_cli.reading.parts import Part, Whereabouts
from antq_cli.reading.source import Source
from antq_cli.reading.tables import Elsewhere, Table

# The registers of which a nation has millions of rows, and from how many bytes of them on they are not held.
BULK = ("households", "pledges")
LARGE = 12_000_000

# The answer to a question: each key begins with where, a unit by its number and the day since when (blank: always), or
# None.
Answer = Counter[tuple[Any, ...]]


class Question(Hashable, Protocol):
    """What may be asked of rows that are counted piece by piece: what pieces answer adds up."""

    def of(self, dataset: Any, /) -> Answer:
        """Return the answer of a piece, with sites as its atlas numbers them."""
        ...

    def of_plain(self, plain: Any, /) -> Iterable[tuple[tuple[Any, ...], int]]:
        """Return the answer of the plain households of a piece: keys in the same way, with counts that add up."""
        ...


class Suspicion(NamedTuple):
    """The column of a register, and what picks those of its distinct cells that are to be looked at."""

    register: str
    column: str
    picks: Callable[[Collection[str]], Collection[str]]


class Apart:
    """What is known of the rows that are not held, and what was asked of them.

    ``alike`` says that codes are to be held against each other that differ in capitals or zeros alone. ``holds`` tells
    whether a household of them has a code. ``weight`` is of how many bytes the files are.
    """

    def __init__(self, weight: int) -> None:
        self.weight = weight
        self.tables: Mapping[str, Table] = {}
        self.elsewhere: Mapping[str, Elsewhere] = {}
        self.answers: Mapping[Question, Answer] = {}
        self.asked: dict[Question, None] = {}
        self.suspicions: dict[Suspicion, None] = {}
        self.alike = False
        self.holds: Callable[[str], bool] = lambda _: False
        # The files of the manifest and of the map by which they were counted.
        self.judged_by: Mapping[str, bytes] = {}
        # What the tables were made for; None before they are.
        self._made_for: tuple[Sequence[Suspicion], bool] | None = None

    @property
    def ready(self) -> bool:
        """Return whether everything that was asked is answered."""
        return self.sifted and self.asked.keys() <= self.answers.keys()

    @property
    def sifted(self) -> bool:
        """Return whether the tables hold every row that has to be looked at."""
        return self._made_for == ([*self.suspicions], self.alike)

    def answer(self, question: Question) -> Answer:
        """Return what the rows that are not held answer; nothing as long as nobody knows."""
        self.asked.setdefault(question)
        return self.answers.get(question, Counter())

    def suspect(self, *suspicion: Any) -> None:
        """Say which cells are to be looked at: the register, the column, and what picks them."""
        self.suspicions.setdefault(Suspicion(*suspicion))

    def take(
        self,
        tables: Mapping[str, Table],
        elsewhere: Mapping[str, Elsewhere],
        answers: Mapping[Question, Answer],
        holds: Callable[[str], bool],
    ) -> None:
        """Take what came of counting the rows: it answers all that was asked so far."""
        self.tables, self.elsewhere, self.answers, self.holds = tables, elsewhere, answers, holds
        self._made_for = [*self.suspicions], self.alike


def weight(source: Source) -> int | None:
    """Return of how many bytes the bulk registers are, if they are too large to be held and can be seen; else None."""
    found = [files.register_files(source, name) for name in BULK]
    if any(each.refused_for for each in found):
        return None
    try:
        total = sum(source.size(path) for each in found for path in each.files)
    except OSError:  # who reads them says why
        return None
    return total if total >= LARGE else None


def unheard(apart: Apart, register: Register, paths: Sequence[str]) -> Table:
    """Return the table of a register of which nothing is known yet but its files."""
    parts = [Part(path, None, Whereabouts()) for path in paths]
    return Table(register, parts, Columns(register), apart=apart)
