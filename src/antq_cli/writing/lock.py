"""One writer at a time: a lock of the system on a file that is never deleted, so that no dead process can hold it.

Locks made of files that come and go grow stale, and who breaks stale ones breaks live ones as well.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

# Seconds: after so many somebody wonders, and between two tries at most so many pass.
_WONDER, _LONGEST = 2.0, 0.1


class BusyError(Exception):
    """Somebody else holds the lock, and has not let go of it in time."""


@contextmanager
def locked(path: Path, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a file. Waits so many seconds for it, then raises :class:`BusyError`; else OSError.

    ``waiting`` is called once, when somebody would begin to wonder.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _acquire(handle, wait, waiting)
        try:
            yield
        finally:
            _release(handle)
    finally:
        os.close(handle)


def _acquire(handle: int, wait: float, waiting: Callable[[], None]) -> None:
    began, pause, told = monotonic(), 0.002, False
    while not _tried(handle):
        waited = monotonic() - began
        if waited >= wait:
            raise BusyError
        if waited >= _WONDER and not told:
            waiting()
            told = True
        # Not all at the same moments, or the same ones come too late each time.
        sleep(min(pause * (0.5 + os.urandom(1)[0] / 255), max(wait - waited, 0.0)))
        pause = min(pause * 2, _LONGEST)


if sys.platform == "win32":
    import msvcrt

    def _tried(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _tried(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
