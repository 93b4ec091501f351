"""Pieces sifted by several processes: this one, and others that it starts, feeds and ends.

The others are fresh interpreters at the ends of two pipes, so that nothing else is needed of the system. They never
outlive this one: where it is gone, nothing more comes in, and they end.
"""

import pickle
import queue
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from threading import Lock, Thread
from typing import IO, NamedTuple

from antq_cli.core.findings import Refused
from antq_cli.core.values import LostWorkerError
from antq_cli.counting.sieve import Frame, Sieve, Sifted
from antq_cli.reading.pieces import Piece

# While a process counts one piece the next one waits at its door.
_AHEAD = 2


class Task(NamedTuple):
    """A piece to be sifted, by its number, and the keys of those that are to be left."""

    number: int
    piece: Piece
    without: Collection[str]


Result = tuple[int, Sifted | None]


def sift(frame: Frame, tasks: Iterable[Task], processes: int) -> Iterator[Result]:
    """Yield what comes of each task, in any order, by so many processes, this one among them.

    Raises :class:`LostWorkerError` where one of the others has died. However it ends, none of them is left.
    """
    if processes == 1:
        yield from map(_Sifting(frame), tasks)
        return
    team = _Team(frame, tasks, processes - 1)
    try:
        yield from team.results()
    finally:
        team.end()


class _Sifting:
    """Sifts one task after the other; where the map cannot be read, nothing is proven."""

    def __init__(self, frame: Frame) -> None:
        try:
            self._sieve: Sieve | None = Sieve(frame)
        except Refused:
            self._sieve = None

    def __call__(self, task: Task) -> Result:
        sifted = None if self._sieve is None else self._sieve.sift(task.piece, task.without)
        return task.number, sifted and sifted._replace(spots=task.piece.spots(sifted.span))


class _Shared(Iterator[Task]):
    """Tasks that several threads take, each once; what goes wrong in making one is told once, and there are no more."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._tasks = iter(tasks)
        self._lock = Lock()

    def __next__(self) -> Task:
        with self._lock:
            return next(self._tasks)


class _Team:
    """Processes that sift, each with a thread of this one that feeds it."""

    def __init__(self, frame: Frame, tasks: Iterable[Task], others: int) -> None:
        self._frame = frame
        self._tasks = _Shared(tasks)
        self._results: queue.SimpleQueue[Result | BaseException | None] = queue.SimpleQueue()
        self._processes = [*_some_started(others)]
        self._threads = [Thread(target=self._feed, args=(process,), daemon=True) for process in self._processes]
        for thread in self._threads:
            thread.start()

    def results(self) -> Iterator[Result]:
        """Yield the results of all; this process sifts as well, and waits only when no tasks are left."""
        sifting, feeding = _Sifting(self._frame), len(self._threads)
        for task in self._tasks:
            yield sifting(task)
            while not self._results.empty():
                result = self._taken()
                feeding -= result is None
                yield from () if result is None else (result,)
        while feeding:
            result = self._taken()
            feeding -= result is None
            yield from () if result is None else (result,)

    def _taken(self) -> Result | None:
        """Return the next result, None where a process has come to its end; raises what went wrong with one."""
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
            pickle.dump(self._frame, into)
            for task in self._tasks:
                pickle.dump(task, into)
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


def _some_started(processes: int) -> "Iterator[subprocess.Popen[bytes]]":
    """Start so many processes, or as many as the system lets be started."""
    with suppress(OSError):
        for _ in range(processes):
            yield _started()


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
    sifting = _Sifting(pickle.load(into))  # noqa: S301 - who started it wrote it
    waiting: queue.Queue[Task | None] = queue.Queue(1)
    Thread(target=_take_in, args=(into, waiting), daemon=True).start()
    while (task := waiting.get()) is not None:
        try:
            result: Result | BaseException = sifting(task)
        except Exception as error:  # noqa: BLE001 - it is raised where the results are taken
            result = error
        pickle.dump(result, out)
        out.flush()


def _take_in(into: IO[bytes], waiting: "queue.Queue[Task | None]") -> None:
    """Read tasks while others are counted, so that who feeds never waits with results in its way."""
    try:
        while True:
            waiting.put(pickle.load(into))  # noqa: S301 - who started it wrote it
    except (EOFError, OSError, pickle.UnpicklingError):
        waiting.put(None)
