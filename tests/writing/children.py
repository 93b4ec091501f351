"""Writers as processes of their own, which may be killed, and which all begin at once.

``python -m tests.writing.children`` reads jobs from stdin, a JSON document a line, and answers each with one on stdout.
It has no threads and has loaded all that a writer needs, so that it may fork: a process then costs milliseconds.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any
from unittest import mock

from antq_cli.cli import log as _log  # noqa: F401 - loaded before anybody forks, and so are those below
from antq_cli.cli import undo as _undo  # noqa: F401
from antq_cli.cli.main import main
from antq_cli.reading.folders import LOCK, STATE
from antq_cli.writing import lock as locks
from antq_cli.writing.pen import held
from tests.cli.harness import ROOT
from tests.writing.scenes import before_each, write

Work = Callable[[], int]
_FAILED = 99


def forked(work: Work) -> int:
    """Begin a process that does some work and ends with what that returns."""
    child = os.fork()
    if child:
        return child
    code = _FAILED
    try:
        code = work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the process ends here
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    finally:
        sys.stderr.flush()
        os._exit(code)


def ended(child: int) -> int:
    """Wait for a process; what it returned, or the signal by which it died, below zero."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _dying(at: int, work: Work) -> Work:
    """Some work that is killed before its n-th call by which something comes to the disk."""
    calls = 0

    def step(_name: str, _args: Sequence[object]) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def dies() -> int:
        with before_each(step):
            return work()

    return dies


def _writing(book: Path, change: str, number: int) -> Work:
    def work() -> int:
        with held(book, wait=600) as pen:
            write(pen, change, number)
        return 0

    return work


def _recovering(book: Path, how: str) -> Work:
    def work() -> int:
        with held(book, finish=how == "finish") as pen:
            if how == "drop":
                pen.drop()
        return 0

    return work


# Jobs --------------------------------------------------------------------------------------------------------------


def killed(book: str, change: str, number: int, at: int) -> int:
    """A writer that is killed before its n-th call; 0 where it came to its end before."""
    return ended(forked(_dying(at, _writing(Path(book), change, number))))


def recovering(book: str, how: str, at: int) -> int:
    """Somebody who finishes or drops what was interrupted, and is killed as well."""
    return ended(forked(_dying(at, _recovering(Path(book), how))))


def timed(book: str, change: str, number: int) -> float:
    """How many seconds a writer takes, from its birth to its end."""
    began = time.monotonic()
    assert ended(forked(_writing(Path(book), change, number))) == 0
    return time.monotonic() - began


def shot(book: str, change: str, number: int, after: float) -> int:
    """A writer that is killed after so many seconds; 0 where it came to its end before."""
    child = forked(_writing(Path(book), change, number))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return ended(child)


def crowd(book: str, change: str, numbers: Sequence[int]) -> list[int]:
    """Many writers at once, each with rows of its own."""
    children = [forked(_writing(Path(book), change, number)) for number in numbers]
    return [ended(child) for child in children]


def undoing(book: str, several: int) -> list[int]:
    """Many `antq undo` at once: all of them wait for the lock before the first one gets it."""
    reader, writer = os.pipe()
    with locks.locked(Path(book) / STATE / LOCK, 0, lambda: None):
        children = [forked(lambda: _undoing(book, writer)) for _ in range(several)]
        waiting = 0
        while waiting < several:
            waiting += len(os.read(reader, several))
    return [ended(child) for child in children]


def _undoing(book: str, told: int) -> int:
    tried, quiet = locks._tried, os.open(os.devnull, os.O_WRONLY)

    def once(handle: int) -> bool:
        os.write(told, b"." if locks._tried is once else b"")
        locks._tried = tried
        return tried(handle)

    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    with mock.patch.object(locks, "_tried", once):
        return int(main(["undo", "-b", book]))


JOBS: dict[str, Callable[..., Any]] = {job.__name__: job for job in (killed, recovering, timed, shot, crowd, undoing)}


class Children:
    """The process that begets writers, asked from a test."""

    def __init__(self, process: "Popen[str]") -> None:
        self._process = process

    def __call__(self, job: str, book: Path, **more: object) -> Any:
        """Let a job be done, and return what it comes to."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([job, {"book": str(book), **more}]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def children() -> Iterator[Children]:
    """A process that begets writers; it does not outlive its tests."""
    command = [sys.executable, "-m", "tests.writing.children"]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, cwd=ROOT) as process:
        try:
            yield Children(process)
        finally:
            process.kill()


if __name__ == "__main__":
    for line in sys.stdin:
        name, said = json.loads(line)
        sys.stdout.write(json.dumps(JOBS[name](**said)) + "\n")
        sys.stdout.flush()
