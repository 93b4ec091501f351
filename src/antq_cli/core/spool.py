"""Things in order, however many they are: the first of them in memory, the others in a file that has no name.

Such a file belongs to the process alone (its mode is 0600), and is gone with it: after Ctrl-C, and also where nothing
is left that could tidy up.
"""

import weakref
from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import IO, Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

# So many things are kept in memory; so many are written and read together; so many runs are merged at a time.
ROOM, _CHUNK, _RUNS = 4096, 128, 64


class _Chunk(NamedTuple):
    """A few things where they stand in the file."""

    offset: int
    length: int


class _Run(Generic[T]):
    """Things in order, chunk by chunk, and the key of the last; a chunk that could not be written is kept as it is."""

    def __init__(self) -> None:
        self.chunks: list[_Chunk | list[T]] = []
        self.last: Any = None


class Spool(Collection[T]):
    """A collection in the order of a key, and of what is equal by it in the order in which it came.

    It may be read as often as one likes, but not while something is being added.
    """

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._length = 0
        self._fresh: list[T] = []
        self._runs: list[_Run[T]] = []
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return self._length

    def __contains__(self, thing: object) -> bool:
        return any(each == thing for each in self)

    def __iter__(self) -> Iterator[T]:
        fresh = sorted(self._fresh, key=self._key)
        return self._merged(fresh) if self._runs else iter(fresh)

    def add(self, thing: T) -> None:
        """Take in one thing more."""
        self._length += 1
        self._fresh.append(thing)
        if len(self._fresh) >= ROOM:
            self._put_away()

    def _merged(self, fresh: list[T]) -> Iterator[T]:
        from heapq import merge  # only who has found very much pays for it

        return merge(*map(self._read, self._runs), fresh, key=self._key)

    def _read(self, run: _Run[T]) -> Iterator[T]:
        return chain.from_iterable(map(self._things, run.chunks))

    def _things(self, chunk: _Chunk | list[T]) -> list[T]:
        if isinstance(chunk, list):
            return chunk
        import pickle

        assert self._file is not None
        self._file.seek(chunk.offset)
        things: list[T] = pickle.loads(self._file.read(chunk.length))  # noqa: S301 - nobody else can reach the file
        return things

    def _put_away(self) -> None:
        """Write what is in memory behind the last run, where it goes on from there, else as another run."""
        fresh = sorted(self._fresh, key=self._key)
        if not self._runs or self._key(fresh[0]) < self._runs[-1].last:
            if len(self._runs) == _RUNS:
                self._merge()
            self._runs.append(_Run())
        self._append(self._runs[-1], fresh)
        self._fresh = []

    def _merge(self) -> None:
        """Make one run of all: of so many as there are, reading them together would take more memory than is meant."""
        run: _Run[T] = _Run()
        together: list[T] = []
        for thing in self._merged([]):
            together.append(thing)
            if len(together) == ROOM:
                self._append(run, together)
                together = []
        if together:
            self._append(run, together)
        self._runs = [run]

    def _append(self, run: _Run[T], things: list[T]) -> None:
        chunks = (things[start : start + _CHUNK] for start in range(0, len(things), _CHUNK))
        run.chunks += map(self._written, chunks)
        run.last = self._key(things[-1])

    def _written(self, things: list[T]) -> _Chunk | list[T]:
        """Write a few things; where there is no room for a file, memory has to do."""
        import pickle

        raw = pickle.dumps(things, pickle.HIGHEST_PROTOCOL)
        try:
            if self._file is None:
                self._file = _nameless()
                weakref.finalize(self, self._file.close)  # the disk is free again when nobody needs it
            offset = self._file.seek(0, 2)
            if self._file.write(raw) < len(raw):  # unbuffered, a full disk may take a part of it
                return things
        except OSError:
            return things
        return _Chunk(offset, len(raw))


def _nameless() -> IO[bytes]:
    import tempfile

    # Without a buffer, so that a full disk is noticed while what was to be written is still at hand.
    return tempfile.TemporaryFile(buffering=0)
