"""Where what is remembered lies: in the user's cache folder, an entry a file, each with its own hash.

Nothing here fails a command: a folder that is full, read-only, a file or somebody else's is one that remembers nothing.
"""

import os
import sys
import time
from stat import S_ISDIR, S_ISREG

from antq_cli.memory.surroundings import cache_folder

# An entry begins with this and the hash of all that follows. Another number is another form of entries.
_MAGIC = b"antq remembers 1 "
_HEAD = len(_MAGIC) + 64 + 1
# An entry is called by a hash: so many of these digits.
_NAME, _DIGITS = 64, "0123456789abcdef"
# The folder of a kind holds no more than so many bytes, and so many entries.
LARGEST = 64 << 20
MOST = 500
# Who writes an entry is done in less than so many seconds, or was killed.
_PATIENCE = 3600
# Entries by what they are of, each in a folder of its own.
ANSWERS, TALLIES = "answers", "tallies"
KINDS = (ANSWERS, TALLIES)
# Of a nation the tallies of a day are as large as all answers together.
_LARGER = {TALLIES: 256 << 20}


class Store:
    """The entries of a kind, each by its name."""

    def __init__(self, folder: str, largest: int | None = None) -> None:
        self.folder = folder
        self._largest = largest

    def get(self, name: str) -> bytes | None:
        """Return what an entry holds; None where there is none, or none that can be trusted: that one is dropped."""
        try:
            raw = _read(self._path(name)) if _is_own(self.folder) else None
        except OSError:
            return None
        if raw is None:
            return None
        if raw[: len(_MAGIC)] == _MAGIC and raw[len(_MAGIC) : _HEAD] == _hash(raw[_HEAD:]):
            return raw[_HEAD:]
        self.drop(name)
        return None

    def put(self, name: str, body: bytes) -> None:
        """Keep an entry, whole or not at all, and no more of all of them than there is room for."""
        aside = os.path.join(self.folder, f".{name}.{os.getpid()}.{time.time_ns()}")  # noqa: PTH118 - as above
        try:
            os.makedirs(self.folder, 0o700, exist_ok=True)  # noqa: PTH103 - as above
            if not _is_own(self.folder):
                return
            try:
                _write(aside, _MAGIC + _hash(body) + body)
                os.replace(aside, self._path(name))  # noqa: PTH105 - as above
            except OSError:
                os.unlink(aside)  # noqa: PTH108 - as above
            self._make_room()
        except OSError:
            return

    def used(self, name: str) -> None:
        """Note that an entry was used: those that nobody uses go first."""
        try:
            os.utime(self._path(name))
        except OSError:
            return

    def drop(self, name: str) -> None:
        """Remove an entry."""
        _remove(self._path(name))

    def entries(self) -> list[tuple[float, int, str]]:
        """Return when each entry was used last, how many bytes it has, and its path, the oldest first."""
        return sorted(each for each in self._files() if not _is_aside(each[2]))

    def clear(self) -> int:
        """Remove all entries, and what was to become some; return how many were removed."""
        return sum(_remove(path) for _, _, path in self._files())

    def _files(self) -> list[tuple[float, int, str]]:
        try:
            if not S_ISDIR(os.lstat(self.folder).st_mode):
                return []
            with os.scandir(self.folder) as found:
                own = [each for each in found if _is_entry(each.name) and each.is_file(follow_symlinks=False)]
                files = [(each.stat(follow_symlinks=False), each.path) for each in own]
        except OSError:
            return []
        return [(stat.st_mtime, stat.st_size, path) for stat, path in files]

    def _make_room(self) -> None:
        files = sorted(self._files())
        total, number = sum(size for _, size, _ in files), len(files)
        for used, size, path in files:
            half = _is_aside(path) and used < time.time() - _PATIENCE
            if half or total > (self._largest or LARGEST) or number > MOST:
                total, number = total - size, number - 1
                _remove(path)

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)  # noqa: PTH118 - pathlib loads too much


def folder() -> str | None:
    """Return the folder of all entries, whether or not it is there; None where there is no place for any."""
    base = cache_folder()
    return None if base is None else os.path.join(base, "antq")  # noqa: PTH118 - as above


def store_of(kind: str) -> Store | None:
    """Return the entries of a kind; None where there is no place for any."""
    inside = folder()
    return None if inside is None else Store(os.path.join(inside, kind), _LARGER.get(kind))  # noqa: PTH118 - as above


def _hash(body: bytes) -> bytes:
    from hashlib import sha256  # who completes a line has no entries, and waits for every module

    return sha256(body).hexdigest().encode() + b"\n"


def _is_own(path: str) -> bool:
    """Return whether a folder is the user's, and open to nobody else; raises OSError.

    What others could have written there would be shown as an answer of antq. A link is not the folder: where it leads
    to, what is cleared away may be something else.
    """
    if sys.platform == "win32":
        return True  # where a user's own folder is only his
    found = os.lstat(path)
    return S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077


def _read(path: str) -> bytes | None:
    """Return the bytes of a file; None where something else stands there, which may never end. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - pathlib loads too much
        return file.read() if S_ISREG(os.fstat(handle).st_mode) else None


def _write(path: str, content: bytes) -> None:
    """Write a file that is not there yet, for nobody else to read; raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "wb") as file:  # noqa: PTH123 - as above
        file.write(content)


def _remove(path: str) -> bool:
    try:
        os.unlink(path)  # noqa: PTH108 - as above
    except OSError:  # another process was there first, or may do what this one may not
        return False
    return True


def _is_entry(name: str) -> bool:
    """Return whether a file is one that is kept here, or was to become one; whatever else lies here is not ours."""
    entry = name[1:].partition(".")[0] if name.startswith(".") else name
    return len(entry) == _NAME and not entry.strip(_DIGITS)


def _is_aside(path: str) -> bool:
    return os.path.basename(path).startswith(".")  # noqa: PTH119 - as above
