"""Pieces sifted by several processes: this one, and others that it starts, feeds and ends.

The others are fresh interpreters at the ends of two pipes, so that nothing else is needed of the system. They never
outlive this one: where it is gone, nothing more comes in, and they end.
"""

import pickle
import queue
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from itertools import chain
from threading import Lock, Thread
from typing import IO, NamedTuple

from antq_cli.core.findings import Refused
from antq_cli.core.values import LostWorkerError
from antq_cli.counting.large.resources import is_refused_nothing, one_thread
from antq_cli.counting.large.sieve import Frame, Sieve, Sifted
from antq_cli.reading.pieces import Piece

# While a process counts some pieces the next ones wait at its door.
_AHEAD = 2
# So many pieces are sifted at once by the engine of the extra ``scale``, and so much of them, in bytes.
_AT_ONCE, _MUCH = 8, 8_000_000
# The major version of polars from which on it knows what it is asked.
_POLARS = 2


class Task(NamedTuple):
    """A piece to be sifted, by its number, and the keys of those that are to be left."""

    number: int
    piece: Piece
    without: Collection[str]


Result = tuple[int, Sifted | None]
Tasks = Sequence[Task]
Results = Sequence[Result]
# What sifts some pieces, each but for the keys given with it.
Sifter = Callable[[Sequence[Piece], Sequence[Collection[str]]], Iterable[Sifted | None]]


def sift(frame: Frame, tasks: Iterable[Task], processes: int) -> Generator[Result]:
    """Yield what comes of each task, in any order, by so many processes, this one among them.

    Raises :class:`LostWorkerError` where one of the others has died. However it ends, none of them is left.
    """
    scale = has_scale() and is_refused_nothing()
    shared = _Shared(tasks, _AT_ONCE if scale else 1)
    if processes == 1:
        yield from chain.from_iterable(map(_Sifting(frame, scale=scale), shared))
        return
    team = _Team((frame, scale), shared)
    try:
        team.start(processes - 1)
        yield from chain.from_iterable(team.results())
    finally:
        team.end()


def has_scale() -> bool:
    """Return whether the extra ``scale`` is installed, in a version that knows what it is asked."""
    from importlib.metadata import PackageNotFoundError, version  # only who counts very much pays for it

    try:
        return int(version("polars").partition(".")[0]) >= _POLARS
    except PackageNotFoundError:
        return False


class _Sifting:
    """Sifts some tasks, and others after them; where the map cannot be read, nothing is proven."""

    def __init__(self, frame: Frame, *, scale: bool) -> None:
        self._frame = frame
        self._scale = scale

    @cached_property
    def _sift(self) -> Sifter:
        """What sifts some pieces: making it takes a while, and there may be none."""
        try:
            sieve = Sieve(self._frame)
        except Refused:
            return lambda pieces, _: [None] * len(pieces)
        return _at_once(self._frame, sieve) if self._scale else partial(map, sieve.sift)

    def __call__(self, tasks: Tasks) -> Results:
        found = self._sift([task.piece for task in tasks], [task.without for task in tasks])
        return [(task.number, _placed(task.piece, sifted)) for task, sifted in zip(tasks, found, strict=True)]


def _placed(piece: Piece, sifted: Sifted | None) -> Sifted | None:
    """Return what came of a piece with where the codes of its span stand in the file."""
    return sifted and sifted._replace(spots=piece.spots(sifted.span))


def _at_once(frame: Frame, sieve: Sieve) -> Sifter:
    """Return what sifts several pieces at once, by the extra ``scale``; what that fails at is sifted one by one."""
    one_by_one = partial(map, sieve.sift)
    one_thread()
    try:
        with warnings.catch_warnings(action="ignore"):  # where a part of it is missing it says so, and fails later
            from antq_cli.counting.large.scale.engine import FAILURES, ScaleSieve

            engine = ScaleSieve(frame, sieve)
    except Exception:  # noqa: BLE001 - whatever is wrong with an extra, it can be done without
        return one_by_one

    def sift(pieces: Sequence[Piece], without: Sequence[Collection[str]]) -> Iterable[Sifted | None]:
        try:
            return engine.sift(pieces, without)
        except FAILURES:
            return one_by_one(pieces, without)

    return sift


class _Shared(Iterator[Tasks]):
    """Tasks that several threads take, some at once; what goes wrong in making one is told once, and ends them."""

    def __init__(self, tasks: Iterable[Task], at_once: int) -> None:
        self._tasks = iter(tasks)
        self._at_once = at_once
        self._lock = Lock()

    def __next__(self) -> Tasks:
        with self._lock:
            taken, size = [next(self._tasks)], 0
            while len(taken) < self._at_once and (size := size + taken[-1].piece.size) < _MUCH:
                task = next(self._tasks, None)
                if task is None:
                    break
                taken.append(task)
            return taken


class _Team:
    """Processes that sift, each with a thread of this one that feeds it."""

    def __init__(self, by: tuple[Frame, bool], tasks: _Shared) -> None:
        self._by = by
        self._tasks = tasks
        self._results: queue.SimpleQueue[Results | BaseException | None] = queue.SimpleQueue()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[Thread] = []

    def start(self, others: int) -> None:
        """Start so many processes, or as many as the system lets be started; whatever comes of it, end them."""
        with suppress(OSError):
            for _ in range(others):
                self._processes.append(_started())
        with suppress(RuntimeError):  # a process that no thread can be had for waits until it is ended
            for process in self._processes:
                thread = Thread(target=self._feed, args=(process,), daemon=True)
                thread.start()
                self._threads.append(thread)

    def results(self) -> Iterator[Results]:
        """Yield the results of all; this process sifts as well, and waits only when no tasks are left."""
        frame, scale = self._by
        sifting, feeding = _Sifting(frame, scale=scale), len(self._threads)
        for tasks in self._tasks:
            yield sifting(tasks)
            while not self._results.empty():
                result = self._taken()
                feeding -= result is None
                yield from () if result is None else (result,)
        while feeding:
            result = self._taken()
            feeding -= result is None
            yield from () if result is None else (result,)

    def _taken(self) -> Results | None:
        """Return the next results, None where a process has come to its end; raises what went wrong with one."""
        result = self._results.get()
        if isinstance(result, BaseException):
            raise result
        return result

    def end(self) -> None:
        """End all processes at once."""
        for process in self._processes:
            process.kill()
            process.wait()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            for pipe in _pipes(process):
                with suppress(OSError):  # what was on its way to who is gone
                    pipe.close()

    def _feed(self, process: "subprocess.Popen[bytes]") -> None:
        """Give a process one task after the other, and take what comes of each."""
        into, out = _pipes(process)
        waiting = 0
        try:
            pickle.dump(self._by, into)
            for tasks in self._tasks:
                pickle.dump(tasks, into)
                into.flush()
                waiting += 1
                if waiting == _AHEAD:
                    self._results.put(pickle.load(out))  # noqa: S301 - our own process wrote it
                    waiting -= 1
            into.close()
            for _ in range(waiting):
                self._results.put(pickle.load(out))  # noqa: S301 - the same
        except (EOFError, OSError, pickle.UnpicklingError):
            self._results.put(LostWorkerError())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the results are taken
            self._results.put(error)
        self._results.put(None)


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _started() -> "subprocess.Popen[bytes]":
    """Start a process that sifts; it finds modules where this one does, and nowhere else.

    By itself it would look into the folder of the process first: a book that somebody has sent would run what is there.
    """
    code = f"import sys; sys.path[:] = {sys.path!a}; from {__name__} import serve; serve()"
    command = [sys.executable, "-P", "-c", code]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603


def serve() -> None:
    """Sift the tasks that come in, until no more do: what a process does that :func:`_started` has started."""
    import gc

    gc.disable()  # as in the command that started it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it hears the interrupt, and ends it
    into, out = sys.stdin.buffer, sys.stdout.buffer
    frame, scale = pickle.load(into)  # noqa: S301 - who started it wrote it
    sifting = _Sifting(frame, scale=scale)
    waiting: queue.Queue[Tasks | None] = queue.Queue(1)
    Thread(target=_take_in, args=(into, waiting), daemon=True).start()
    while (tasks := waiting.get()) is not None:
        try:
            results: Results | BaseException = sifting(tasks)
        except Exception as error:  # noqa: BLE001 - it is raised where the results are taken
            results = error
        pickle.dump(results, out)
        out.flush()


def _take_in(into: IO[bytes], waiting: "queue.Queue[Tasks | None]") -> None:
    """Read tasks while others are counted, so that who feeds never waits with results in its way."""
    try:
        while True:
            waiting.put(pickle.load(into))  # noqa: S301 - who started it wrote it
    except (EOFError, OSError, pickle.UnpicklingError):
        waiting.put(None)
