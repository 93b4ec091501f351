"""Writing files whole or not at all: into new files beside them, to the disk, then over the old names in one step each.

Of several none takes its name before all of them stand beside theirs, so that what may fail has failed by then.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EACCES, ENXIO
from pathlib import Path
from stat import S_ISBLK, S_ISFIFO, S_ISSOCK
from typing import NamedTuple

from antq_cli.memory.witness import NoRegularFileError

Blocks = Iterable[bytes]


class UnwrittenError(Exception):
    """A file that could not be written, the system's reason, and those that had taken their names by then."""

    def __init__(self, path: Path, error: OSError, done: Sequence[Path]) -> None:
        super().__init__(path, error, done)
        self.path = path
        self.error = error
        self.done = done


class _Made(NamedTuple):
    """A new file, the name that it is to take, and how that was asked for."""

    beside: Path
    whole: Path
    asked: Path


def write_whole(path: Path, blocks: Blocks) -> None:
    """Put blocks of bytes under a name; who reads it sees the old content or the new, never a part. Raises OSError.

    What stands behind a link is replaced, not the link; a pipe or a device cannot be replaced at all, and a file that
    may not be written is not replaced either.
    """
    try:
        write_all([(path, blocks)])
    except UnwrittenError as unwritten:
        raise unwritten.error from None


def write_all(files: Sequence[tuple[Path, Blocks]]) -> None:
    """Put blocks of bytes under several names, each as :func:`write_whole` does; raises :class:`UnwrittenError`.

    Where one cannot be made all names are as they were. Where one that is made may not take its name, those before it
    have theirs, and the error says which. Into pipes and devices is written once all others are made.
    """
    made: list[_Made] = []
    others: list[tuple[Path, Blocks]] = []
    try:
        for path, blocks in files:
            with _of(path):
                if path.exists() and not path.is_file():
                    others.append((path, blocks))
                else:
                    made.append(_make(path, blocks))
        for path, blocks in others:
            with _of(path):
                _write_into(path, blocks)
        for at, (beside, whole, path) in enumerate(made):
            with _of(path, [each.asked for each in made[:at]]):
                beside.replace(whole)
    except BaseException:  # Ctrl-C leaves nothing lying about either
        for each in made:
            with suppress(FileNotFoundError):
                each.beside.unlink()
        raise


@contextmanager
def _of(path: Path, done: Sequence[Path] = ()) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwrittenError(path, error, done) from error


def _make(path: Path, blocks: Blocks) -> _Made:
    """Make a new file of blocks beside the one that it is to replace."""
    import tempfile  # only who writes pays for it

    whole = path.resolve()
    if whole.exists() and not os.access(whole, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(whole))
    # Beside it, for a file takes the place of another in one step only within one file system.
    handle, name = tempfile.mkstemp(prefix=".antq-", dir=whole.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())  # or after a power cut the name may stand over nothing
        beside.chmod(mode_of(whole))  # mkstemp lets nobody but the owner in
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise
    return _Made(beside, whole, path)


def _write_into(path: Path, blocks: Blocks) -> None:
    """Write into what is no file: a terminal, what swallows all, or a pipe that somebody reads."""
    mode = path.stat().st_mode
    if S_ISBLK(mode) or S_ISSOCK(mode):
        raise NoRegularFileError
    try:
        # Without waiting for somebody who reads a pipe; it has to be there.
        handle = os.open(path, os.O_WRONLY | (os.O_NONBLOCK if S_ISFIFO(mode) else 0))
    except OSError as error:
        if error.errno == ENXIO:
            raise NoRegularFileError from error
        raise
    try:
        if S_ISFIFO(mode):
            os.set_blocking(handle, True)  # only opening was not to wait
        for block in blocks:
            rest = memoryview(block)
            while rest:
                rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def mode_of(path: Path) -> int:
    """Return the permissions that a file has or, being new, would have been given."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)  # it can only be read by setting it
        os.umask(mask)
        return 0o666 & ~mask
