"""Files that are there after a power cut: to the disk before they take a name, and the name to the disk as well."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

# On Windows a scanner or an indexer may hold a file for a moment: so often it is tried again, after so many seconds.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)


def write_new(path: Path, content: bytes, mode: int) -> None:
    """Make a file that is not there, with its permissions, and see it to the disk; raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def rename(path: Path, to: Path) -> None:
    """Give a file another name, over whatever bears it, in one step; the folders are to be synced. Raises OSError."""
    _patiently(lambda: path.replace(to))


def remove(path: Path) -> None:
    """Take a file away, if it is there; the folder is to be synced. Raises OSError."""
    with suppress(FileNotFoundError):
        _patiently(path.unlink)


def _patiently(step: Callable[[], object]) -> None:
    """Do what may be refused for a moment because somebody holds a file."""
    for pause in _PAUSES:
        try:
            step()
        except PermissionError:
            sleep(pause)
        else:
            return
    step()


def sync(*folders: Path) -> None:
    """See the names in some folders to the disk, each folder once; Windows does so by itself."""
    if sys.platform == "win32":
        return
    for folder in dict.fromkeys(folders):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
