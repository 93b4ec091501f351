"""Counting registers that are too large to be held: piece by piece, each dropped when it is counted.

Memory follows the largest piece. Every household that is counted in a piece has all of its rows there: those that may
have some in another one as well are left over in a second round, and what is left is counted as it always is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from itertools import compress
from pathlib import PurePath
from typing import NamedTuple

from antq_cli.core.findings import Finding, Refused
from antq_cli.core.manifest import HOUSEHOLD
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.core.values import MovedError
from antq_cli.counting.large.heaps import Heaps
from antq_cli.counting.large.remembered import tallies_of
from antq_cli.counting.large.resources import processes
from antq_cli.counting.large.sieve import Frame, Sifted, Tally, total
from antq_cli.counting.large.workers import Result, Task, sift
from antq_cli.reading import files
from antq_cli.reading.apart import BULK, Answer, Apart, Question, Suspicion
from antq_cli.reading.book import Book, read_book
from antq_cli.reading.folders import NAME
from antq_cli.reading.parts import Part, refused_part
from antq_cli.reading.pieces import Piece, Remains, codes_in
from antq_cli.reading.source import Nothing, Overlaid
from antq_cli.reading.tables import Elsewhere, Table

# What the map is made of; sites are numbered by it.
_MAP = ("units", "crosswalk")
# So many codes of pieces whose spans overlap are held against each other at a time.
_AT_ONCE = 400_000
# So large may a pair of files be, and so small a part of all may be pledges without households of the same name; other
# books are dealt out in heaps.
PIECE, _ALONE = 8_000_000, 4
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
    pairs = paired(book)
    work = _Common(book, apart, tell)
    made = _Pairs(work, pairs).made() if _fit(book, pairs) else _Dealt(work).made()
    apart.take(*made)
    return book.anew()


class _Common:
    """What every count has: what is asked, who sifts, and the parts of files of which something is left."""

    def __init__(self, book: Book, apart: Apart, tell: Progress) -> None:
        self.book = book
        self.apart = apart
        self.questions = [*apart.asked]
        self.frame = frame_of(book, self.questions, [*apart.suspicions], alike=apart.alike)
        apart.judged_by = self.frame.files
        refuse_if_moved(book)
        self.parts: dict[str, Part] = {}
        self.tallies = tallies_of(book, self.frame)
        self._tell = tell
        self._processes = processes(apart.weight)

    def sift(self, tasks: Iterable[Task], of: int, known: int = 0) -> Generator[Result]:
        """Yield what comes of so many tasks, in any order; so many pieces are known already.

        Whoever takes it closes it: what goes wrong between two results leaves no process either.
        """
        if not of:
            return
        with closing(sift(self.frame, tasks, min(self._processes, of))) as results:
            for done, result in enumerate(results, 1):
                self._tell(known + done, known + of)
                yield result

    def explain(self, name: str, path: str) -> None:
        """Read a file as any book's are read, with what is wrong in it."""
        raw = self.book.bytes_of(path)
        if isinstance(raw, Finding):
            self.parts[path] = refused_part(path, None, [raw])
        else:
            (self.parts[path],) = files.read_parts(REGISTERS[name], {path: raw})

    def keys_in(self, name: str, path: str) -> set[str]:
        """Return the keys of those whom a file is about that was explained."""
        return {*self.frame.keys([*{*codes_in(REGISTERS[name], self.parts[path])}])}

    def made(self, tallies: Iterable[Tally], holds: Callable[[str], bool]) -> "Made":
        """Return what came of a count, of which all parts are there."""
        tally = total(tallies, len(self.questions))
        answers = dict(zip(self.questions, tally.answers, strict=True))
        return Made({name: self._left(name) for name in BULK}, tally.elsewhere, answers, holds)

    def _left(self, name: str) -> Table:
        parts = [self.parts[path] for path in self.book.files(name)]
        return Table(REGISTERS[name], parts, None, self.book.begins, self.apart)


class _Pairs:
    """One count of a book whose files belong together in pairs."""

    def __init__(self, work: _Common, pieces: Sequence[Paths]) -> None:
        self._work = work
        self._pieces = pieces
        self._sifted: dict[int, Sifted] = {}

    def made(self) -> "Made":
        """Return what came of it."""
        tallies = self._work.tallies
        if tallies is not None:
            self._sifted = tallies.find(self._work.book, self._pieces)
        known = {**self._sifted}
        self._sift({number: () for number in range(len(self._pieces)) if number not in known}, len(known))
        keys = sorted(self._keys_left())
        again = {number: found for number in self._sifted if (found := self._of_others(number, keys))}
        if tallies is not None and (len(known) < len(self._sifted) or again):
            tallies.keep([sifted for number, sifted in self._sifted.items() if number not in again])
        self._sift(again)
        for number, sifted in self._sifted.items():
            for name, remains in sifted.remains.items():
                path = self._pieces[number][name]
                self._work.parts[path] = remains.part(REGISTERS[name], path)
        return self._work.made((sifted.tally for sifted in self._sifted.values()), self._holds)

    def _sift(self, wanted: Mapping[int, Collection[str]], already: int = 0) -> None:
        """Sift some pieces, each but for the keys given with it; so many are known already."""
        with closing(self._work.sift(self._tasks(wanted), len(wanted), already)) as results:
            for number, sifted in results:
                known = self._sifted.get(number)
                if known is not None and (sifted is None or sifted.digests != known.digests):
                    raise MovedError
                if sifted is None:
                    self._explain(number)
                else:
                    self._sifted[number] = sifted

    def _tasks(self, wanted: Mapping[int, Collection[str]]) -> Iterator[Task]:
        """Yield what is to be sifted, read only now; of what cannot be read somebody else says why."""
        for number, without in wanted.items():
            piece = read_piece(self._work.book, self._pieces[number])
            if piece is not None:
                yield Task(number, piece, without)
            elif number in self._sifted:
                raise MovedError
            else:
                self._explain(number)

    def _explain(self, number: int) -> None:
        for name, path in self._pieces[number].items():
            self._work.explain(name, path)

    def _keys_left(self) -> set[str]:
        """Return the keys of all that something is found of, or that may have rows in several pieces."""
        keys = {key for sifted in self._sifted.values() for key in sifted.strange}
        for number, paths in enumerate(self._pieces):
            if number not in self._sifted:
                keys.update(*(self._work.keys_in(name, path) for name, path in paths.items()))
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
                codes = self._codes.of(number)
                keys = {key for key in self._work.frame.keys([*codes]) if turns == 1 or hash(key) % turns == turn}
                shared |= seen & keys
                seen |= keys
        return shared

    @cached_property
    def _codes(self) -> "_Codes":
        return _Codes(self._work.book, self._pieces, self._sifted)

    @property
    def _holds(self) -> Callable[[str], bool]:
        """What tells whether a code is that of a household of a piece that was proven; it outlives the count."""
        codes_of, key_of = lru_cache(_KEPT)(self._codes.of), self._work.frame.keys
        spans = {number: sifted.span for number, sifted in self._sifted.items() if sifted.span}

        def holds(code: str) -> bool:
            (key,) = key_of([code])
            return any(first <= key <= last and code in codes_of(number) for number, (first, last) in spans.items())

        return holds


class _Codes:
    """The codes of the households of pieces that were sifted, of which nothing else is held."""

    def __init__(self, book: Book, pieces: Sequence[Paths], sifted: Mapping[int, Sifted]) -> None:
        self._book = book.anew()
        whole = {number: each.digests["households"] for number, each in sifted.items() if each.span}
        self._files = {number: (pieces[number]["households"], digest) for number, digest in whole.items()}

    def of(self, number: int) -> frozenset[str]:
        """Return the codes in a piece; raises :class:`MovedError` if they are not what was sifted."""
        path, digest = self._files[number]
        raw = self._book.bytes_of(path)
        if isinstance(raw, Finding) or sha256(raw).digest() != digest:
            raise MovedError
        (part,) = files.read_parts(REGISTERS["households"], {path: raw})
        return frozenset(codes_in(REGISTERS["households"], part))


class _Dealt:
    """One count of a book whose files do not belong together: their rows are dealt out in heaps, which do."""

    def __init__(self, work: _Common) -> None:
        self._work = work
        self._files = [(name, path) for name in BULK for path in work.book.files(name)]
        self._digests: dict[str, bytes] = {}
        self._heaps = Heaps(work.apart.weight)

    def made(self) -> "Made":
        """Return what came of it; where there is no room for heaps, all files are read as any book's are."""
        sifted: Sequence[Sifted] | None = None
        try:
            while sifted is None:
                sifted = self._sifted() if self._deal() else None
        except OSError:
            sifted = ()
            for name, path in self._files:
                self._work.explain(name, path)
        keys = self._explained().union(*(each.strange for each in sifted))
        for name, path in self._proven():
            self._work.parts[path] = self._left(REGISTERS[name], path, keys)
        return self._work.made((each.tally for each in sifted), self._holds)

    def _proven(self) -> list[tuple[str, str]]:
        return [(name, path) for name, path in self._files if path not in self._work.parts]

    def _explained(self) -> set[str]:
        """Return the keys of those whom files are about that are not proven."""
        explained = ((name, path) for name, path in self._files if path in self._work.parts)
        return set[str]().union(*(self._work.keys_in(name, path) for name, path in explained))

    def _deal(self) -> bool:
        """Deal out the rows of all files that are proven; return whether all are that were taken to be."""
        self._heaps = Heaps(self._work.apart.weight)
        for name, path in self._proven():
            raw = self._work.book.bytes_of(path)
            if isinstance(raw, Finding) or not self._is_dealt(name, path, raw):
                self._work.explain(name, path)
                return False
            self._digests[path] = sha256(raw).digest()
        return True

    def _is_dealt(self, name: str, path: str, raw: bytes) -> bool:
        """Deal out the rows of a file; return whether it is proven as far as that shows."""
        return not files.is_toml(path) and self._heaps.deal(REGISTERS[name], raw, self._work.frame.keys)

    def _sifted(self) -> Sequence[Sifted] | None:
        """Return what comes of all heaps; None where a file is not proven after all, which is explained then."""
        if not self._proven():
            return ()
        without: list[set[str]] = [set() for _ in range(self._heaps.number)]
        for key in self._explained():
            without[self._heaps.of(key)].add(key)
        tasks = (Task(heap, self._heaps.piece(heap), keys) for heap, keys in enumerate(without))
        with closing(self._work.sift(tasks, len(without))) as results:
            found = [sifted for _, sifted in results]
        sifted = [each for each in found if each is not None]
        if len(sifted) == len(found):
            return sifted
        at_fault = [each for each in self._proven() if not self._heaps.takes(REGISTERS[each[0]], self._read(each[1]))]
        for name, path in at_fault or self._proven():  # none is where the map cannot be read: then nothing is proven
            self._work.explain(name, path)
        return None

    def _read(self, path: str) -> bytes:
        """Read a file once more; raises :class:`MovedError` where it is not what it was."""
        raw = self._work.book.bytes_of(path)
        if isinstance(raw, Finding) or sha256(raw).digest() != self._digests[path]:
            raise MovedError
        return raw

    def _left(self, register: Register, path: str, keys: Collection[str]) -> Part:
        """Return what is left of a file: the rows of some, and those of kinds that no household signs."""
        manifest = self._work.book.manifest
        kinds = {kind for kind in manifest.pledges if manifest.subject(kind) == HOUSEHOLD}
        header: Sequence[str] = ()
        rows: dict[int, Sequence[str]] = {}
        for some in self._heaps.slices(register, self._read(path)):
            assert some is not None
            header = some.header
            columns = some.columns
            wanted = [key in keys for key in self._work.frame.keys(columns[register.model.about])]
            if register.name == "pledges":
                wanted = [left or kind not in kinds for left, kind in zip(wanted, columns["kind"], strict=True)]
            cells = zip(*columns.values(), strict=True)
            rows.update((row, each) for row, each in compress(enumerate(cells, some.first), wanted))
        return Remains(header, rows).part(register, path)

    @cached_property
    def _holds(self) -> Callable[[str], bool]:
        """What tells whether a code is that of a household in a heap."""
        codes_of, heaps, keys = (
            lru_cache(_KEPT)(partial(self._heaps.codes, "households")),
            self._heaps,
            self._work.frame.keys,
        )
        return lambda code: code in codes_of(heaps.of(*keys([code])))


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


def refuse_if_moved(book: Book) -> None:
    """Raise :class:`MovedError` if pieces are judged by another manifest or map than the book has read by now."""
    assert book.apart is not None
    by = book.apart.judged_by
    try:
        again = read_book(Overlaid(Nothing(), by), book.folder)
    except Refused as refused:
        raise MovedError from refused
    parts = (part for name in _MAP if book.was_read(name) for part in book.table(name).parts)
    if again.manifest != book.manifest or any(by.get(part.path) != part.raw for part in parts):
        raise MovedError


def read_piece(book: Book, paths: Paths) -> Piece | None:
    """Return the piece that some files are; None where one of them cannot be read."""
    contents = {name: (path, book.bytes_of(path)) for name, path in paths.items()}
    readable = {name: (path, raw) for name, (path, raw) in contents.items() if isinstance(raw, bytes)}
    return Piece(readable) if len(readable) == len(contents) else None


def _fit(book: Book, pairs: Sequence[Paths]) -> bool:
    """Return whether files belong together in pairs, none of which is too large to be held."""
    sizes = [sum(map(book.size_of, paths.values())) for paths in pairs]
    alone = sum(size for size, paths in zip(sizes, pairs, strict=True) if [*paths] == ["pledges"])
    return max(sizes, default=0) <= PIECE and alone * _ALONE <= sum(sizes)


def paired(book: Book) -> list[Paths]:
    """Return the files of the bulk registers that belong together, by register: those of one name.

    Of several of one register that differ in their endings alone, the first one has a fellow.
    """
    pieces: dict[str, dict[str, str]] = {}
    for name in BULK:
        for path in book.files(name):
            stem = PurePath(path).stem if "/" in path else ""
            alone = name in pieces.get(stem, ())
            pieces.setdefault(path if alone else stem, {})[name] = path
    return [*pieces.values()]
