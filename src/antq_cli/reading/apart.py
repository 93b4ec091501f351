"""Registers that are too large to be held: what is left of them in tables, and what is asked of the rows that are not.

A command asks as it does of any book. The first time it hears nothing; what it asked is noted here, the rows are
counted piece by piece (:mod:`antq_cli.counting.large.piecewise`), and it is run again, with what came of it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from antq_cli.core.findings import Finding
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
    whether a household of them has a code. ``weight`` is of how many bytes the files are. ``hashes`` are those of the
    registers, as far as they are known; ``contents`` the bytes of files that were read though no row of them is held.
    """

    # Whether all that is known was known before, so that nothing is left to be counted.
    recalled = False

    def __init__(self, weight: int) -> None:
        self.weight = weight
        self.tables: Mapping[str, Table] = {}
        self.elsewhere: Mapping[str, Elsewhere] = {}
        self.answers: Mapping[Question, Answer] = {}
        self.asked: dict[Question, None] = {}
        self.suspicions: dict[Suspicion, None] = {}
        self.alike = False
        self.holds: Callable[[str], bool] = lambda _: False
        self.hashes: Mapping[str, str] = {}
        self.contents: Mapping[str, bytes] = {}
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

    def hold_together(self) -> None:
        """Say that codes are to be held against each other that differ in capitals or zeros alone."""
        self.alike = True

    def judge(self, what: str) -> None:
        """Say that rows are judged: those of a pledge kind, or the households; whoever counts them does it."""

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


class Noted:
    """What rows answer that are held all, noted to be remembered; worth nothing if anything is wrong with them.

    ``sizes`` are those of their files, by path; an answer is noted with the atlas by which its sites are numbered.
    ``judged`` are the pledge kinds of which the rows were judged, and the register of the households. ``place`` is
    where it is to be kept, for who has looked there.
    """

    def __init__(self, sizes: Mapping[str, int]) -> None:
        self.sizes = sizes
        self.answers: dict[Question, tuple[Any, Answer]] = {}
        self.judged: set[str] = set()
        self.place: Any = None
        self.sound = True

    def heard(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings, and note whether one is of the rows."""
        for finding in findings:
            self.sound &= finding.register not in BULK
            yield finding


def sizes(source: Source) -> Mapping[str, int] | None:
    """Return of how many bytes the files of the bulk registers are, by path; None where that cannot be seen."""
    found = [files.register_files(source, name) for name in BULK]
    if any(each.refused_for for each in found):
        return None
    try:
        return {path: source.size(path) for each in found for path in each.files}
    except OSError:  # who reads them says why
        return None


def is_large(weight: int) -> bool:
    """Return whether registers of so many bytes are too large to be held."""
    return weight >= LARGE


def unheard(apart: Apart, register: Register, paths: Sequence[str]) -> Table:
    """Return the table of a register of which nothing is known yet but its files."""
    parts = [Part(path, None, Whereabouts()) for path in paths]
    return Table(register, parts, Columns(register), apart=apart)
