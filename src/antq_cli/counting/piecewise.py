"""Counting registers that are too large to be held: piece by piece, each dropped when it is counted.

Memory follows the largest piece. Every household that is counted in a piece has all of its rows there: those that may
have some in another one as well are left over in a second round, and what is left is counted as it always is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import PurePath
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.core.registers import REGISTERS
from antq_cli.core.values import MovedError
from antq_cli.counting.resources import processes
from antq_cli.counting.sieve import Frame, Sifted, total
from antq_cli.counting.workers import Task, sift
from antq_cli.reading import files
from antq_cli.reading.apart import BULK, Answer, Apart, Question, Suspicion
from antq_cli.reading.book import Book
from antq_cli.reading.folders import NAME
from antq_cli.reading.parts import Part, refused_part
from antq_cli.reading.pieces import Piece, codes_in
from antq_cli.reading.tables import Elsewhere, Table

# What the map is made of; sites are numbered by it.
_MAP = ("units", "crosswalk")
# So many codes of pieces whose spans overlap are held against each other at a time.
_AT_ONCE = 400_000
# The codes of so many files are kept while somebody asks whether one is a household's.
_KEPT = 4

Paths = Mapping[str, str]
Progress = Callable[[int, int], None]


def count(book: Book, tell: Progress = lambda *_: None) -> Book:
    """Count the rows that are held apart, as far as was asked, and return the book with what is left of them.

    ``tell`` hears how many pieces are done, of how many. Raises :class:`MovedError` where a file was changed while it
    was read, and :class:`LostWorkerError` where a process was ended that counted.
    """
    apart = book.apart
    assert apart is not None
    apart.take(*_Count(book, apart, tell).made())
    return book.anew()


class _Count:
    """One count of all pieces of a book."""

    def __init__(self, book: Book, apart: Apart, tell: Progress) -> None:
        self._tell = tell
        self._processes = processes(apart.weight)
        self._book = book
        self._apart = apart
        self._questions = [*apart.asked]
        self._frame = frame_of(book, self._questions, [*apart.suspicions], alike=apart.alike)
        self._pieces = paired(book)
        self._sifted: dict[int, Sifted] = {}
        # The parts of pieces that are not proven.
        self._parts: dict[str, Part] = {}

    def made(self) -> "Made":
        """Return what came of it."""
        self._sift(dict.fromkeys(range(len(self._pieces)), ()))
        keys = sorted(self._keys_left())
        self._sift({number: found for number in self._sifted if (found := self._of_others(number, keys))})
        tally = total((sifted.tally for sifted in self._sifted.values()), len(self._questions))
        tables = {name: self._left(name) for name in BULK}
        answers = dict(zip(self._questions, tally.answers, strict=True))
        return Made(tables, tally.elsewhere, answers, self._holds)

    def _sift(self, wanted: Mapping[int, Collection[str]]) -> None:
        """Sift some pieces, each but for the keys given with it."""
        for done, (number, sifted) in enumerate(sift(self._frame, self._tasks(wanted), self._processes), 1):
            self._tell(done, len(wanted))
            known = self._sifted.get(number)
            if known is not None and (sifted is None or sifted.digest != known.digest):
                raise MovedError
            if sifted is None:
                self._explain(number)
            else:
                self._sifted[number] = sifted

    def _tasks(self, wanted: Mapping[int, Collection[str]]) -> Iterator[Task]:
        """Yield what is to be sifted, read only now; of what cannot be read somebody else says why."""
        for number, without in wanted.items():
            piece = read_piece(self._book, self._pieces[number])
            if piece is not None:
                yield Task(number, piece, without)
            elif number in self._sifted:
                raise MovedError
            else:
                self._explain(number)

    def _explain(self, number: int) -> None:
        """Read the files of a piece as any book's are read, with what is wrong in them."""
        for name, path in self._pieces[number].items():
            raw = self._book.bytes_of(path)
            if isinstance(raw, Finding):
                self._parts[path] = refused_part(path, None, [raw])
            else:
                (self._parts[path],) = files.read_parts(REGISTERS[name], {path: raw})

    def _keys_left(self) -> set[str]:
        """Return the keys of all that something is found of, or that may have rows in several pieces."""
        keys = {key for sifted in self._sifted.values() for key in sifted.strange}
        for number, paths in enumerate(self._pieces):
            if number not in self._sifted:
                codes = (code for name, path in paths.items() for code in codes_in(REGISTERS[name], self._parts[path]))
                keys.update(self._frame.keys([*dict.fromkeys(codes)]))
        return keys.union(*map(self._shared, self._meeting()))

    def _of_others(self, number: int, keys: Sequence[str]) -> Collection[str]:
        """Return those of some keys, in order, that lie in the span of a piece and are not left there already."""
        sifted = self._sifted[number]
        if sifted.span is None:
            return ()
        first, last = sifted.span
        within = {*keys[bisect_left(keys, first) : bisect_right(keys, last)]}
        return within | sifted.strange if within - sifted.strange else ()

    def _meeting(self) -> Iterator[list[int]]:
        """Yield the pieces whose spans overlap, those together that meet each other or the same ones."""
        spans = sorted((sifted.span, number) for number, sifted in self._sifted.items() if sifted.span)
        meeting: list[int] = []
        end = ""
        for (first, last), number in spans:
            if meeting and first > end:
                yield meeting
                meeting = []
            meeting.append(number)
            end = max(end, last)
        yield meeting

    def _shared(self, meeting: Sequence[int]) -> set[str]:
        """Return the keys that several of some pieces have, so many at a time as memory is meant for."""
        rows = sum(self._sifted[number].tally.elsewhere["households"].subjects for number in meeting)
        turns = 1 + rows // _AT_ONCE if len(meeting) > 1 else 0
        shared = set[str]()
        for turn in range(turns):
            seen = set[str]()
            for number in meeting:
                codes = self._codes(self._pieces[number]["households"])
                keys = {key for key in self._frame.keys([*codes]) if turns == 1 or hash(key) % turns == turn}
                shared |= seen & keys
                seen |= keys
        return shared

    def _codes(self, path: str) -> frozenset[str]:
        """Return the codes of the households in a file that was proven."""
        raw = self._book.bytes_of(path)
        (part,) = [] if isinstance(raw, Finding) else files.read_parts(REGISTERS["households"], {path: raw})
        return frozenset(codes_in(REGISTERS["households"], part))

    def _left(self, name: str) -> Table:
        """Return the table of a register with what is left of its pieces."""
        for number, sifted in self._sifted.items():
            for register, remains in sifted.remains.items():
                path = self._pieces[number][register]
                self._parts[path] = remains.part(REGISTERS[register], path)
        parts = [self._parts[path] for path in self._book.files(name)]
        return Table(REGISTERS[name], parts, None, self._book.begins, self._apart)

    @cached_property
    def _holds(self) -> Callable[[str], bool]:
        """What tells whether a code is that of a household of a piece that was proven."""
        codes_of = lru_cache(_KEPT)(self._codes)
        spans = {
            self._pieces[number]["households"]: sifted.span for number, sifted in self._sifted.items() if sifted.span
        }

        def holds(code: str) -> bool:
            (key,) = self._frame.keys([code])
            return any(first <= key <= last and code in codes_of(path) for path, (first, last) in spans.items())

        return holds


class Made(NamedTuple):
    """What came of a count: see :meth:`Apart.take`."""

    tables: Mapping[str, Table]
    elsewhere: Mapping[str, Elsewhere]
    answers: Mapping[Question, Answer]
    holds: Callable[[str], bool]


def frame_of(
    book: Book, questions: Sequence[Question] = (), suspicions: Sequence[Suspicion] = (), *, alike: bool = False
) -> Frame:
    """Return by what the pieces of a book are judged, and what is asked of them."""
    paths = [NAME, *(path for name in _MAP for path in book.files(name))]
    contents = ((path, book.bytes_of(path)) for path in paths)
    readable = {path: raw for path, raw in contents if isinstance(raw, bytes)}
    return Frame(readable, questions, suspicions, alike)


def read_piece(book: Book, paths: Paths) -> Piece | None:
    """Return the piece that some files are; None where one of them cannot be read."""
    contents = {name: (path, book.bytes_of(path)) for name, path in paths.items()}
    readable = {name: (path, raw) for name, (path, raw) in contents.items() if isinstance(raw, bytes)}
    return Piece(readable) if len(readable) == len(contents) else None


def paired(book: Book) -> list[Paths]:
    """Return the files of the bulk registers that belong together, by register: those of one name."""
    pieces: dict[str, dict[str, str]] = {}
    for name in BULK:
        for path in book.files(name):
            stem = PurePath(path).stem if "/" in path else ""
            pieces.setdefault(stem, {})[name] = path
    return [*pieces.values()]
