"""Writing a file whole or not at all: into a new file beside it, to the disk, then over the old name in one step."""

import os
from collections.abc import Iterable
from contextlib import suppress
from errno import EACCES, ENXIO
from pathlib import Path
from stat import S_ISBLK, S_ISFIFO, S_ISSOCK

from antq_cli.core.values import NoRegularFileError


def write_whole(path: Path, blocks: Iterable[bytes]) -> None:
    """Put blocks of bytes under a name; who reads it sees the old content or the new, never a part. Raises OSError.

    What stands behind a link is replaced, not the link; a pipe or a device cannot be replaced at all, and a file that
    may not be written is not replaced either.
    """
    import tempfile  # only who writes pays for it

    if path.exists() and not path.is_file():
        _write_into(path, blocks)
        return
    path = path.resolve()
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    # Beside it, for a file takes the place of another in one step only within one file system.
    handle, name = tempfile.mkstemp(prefix=".antq-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())  # or after a power cut the name may stand over nothing
        beside.chmod(_mode(path))  # mkstemp lets nobody but the owner in
        beside.replace(path)
    except BaseException:  # Ctrl-C leaves nothing lying about either
        with suppress(FileNotFoundError):
            beside.unlink()
        raise


def _write_into(path: Path, blocks: Iterable[bytes]) -> None:
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


def _mode(path: Path) -> int:
    """Return the permissions that a file has or, being new, would have been given."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)  # it can only be read by setting it
        os.umask(mask)
        return 0o666 & ~mask
