"""Looking at the system through one door, so that whatever an answer stands on can be looked at again.

What is looked at is told by its kind and its name; what was found there, by a short text that is equal for what is
equal. Whether anybody takes it down or not, who looks here finds the same and is refused the same.
"""

import errno
import os
import sys
import time
from stat import S_ISDIR, S_ISREG

TYPE_CHECKING = False  # what `typing` costs to load is half of what a remembered answer costs
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

# Before anything is loaded that could be replaced meanwhile.
_BEGAN = time.time_ns()
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib loads too much
# An answer that is longer is shown, and not remembered.
_LONGEST = 8 << 20


class NoRegularFileError(OSError):
    """A pipe, a socket or a device stands where a file should: who reads it may wait for ever or never end."""


class Witness:
    """What was looked at while it was listening, what was found there, and what was said on stdout and stderr.

    It is ``fit`` to be remembered unless something was found that nobody could list, or was found to be two things.
    What was looked at ``again`` are signs that something is being changed.
    """

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str], str] = {}
        self.again: set[tuple[str, str]] = set()
        self.said: list[tuple[bool, bytes]] = []
        self.fit = True
        self._length = 0

    def __enter__(self) -> "Self":
        _listening.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _listening.remove(self)

    def look(self, kind: str, what: str, found: "Any") -> None:
        """Take down what was found, be it an error."""
        key, outcome = (kind, what), told(found)
        if key in self.seen:
            self.again.add(key)
        if self.seen.setdefault(key, outcome) != outcome:  # several threads may look
            self.fit = False

    def hear(self, raw: bytes, *, aside: bool) -> None:
        """Take down what was said: on stdout, or ``aside`` on stderr."""
        self._length += len(raw)
        if self._length > _LONGEST:
            self.fit = False
        elif self.said and self.said[-1][0] == aside:
            self.said[-1] = (aside, self.said[-1][1] + raw)
        else:
            self.said.append((aside, raw))


# A process has one system to look at, and one stdout: nearly always nobody listens, else one does.
_listening: list[Witness] = []


def told(found: "Any") -> str:
    """Return in a short text what was found; it is equal for what is equal."""
    if isinstance(found, OSError):
        return f"{type(found).__name__} {found.errno}"
    if isinstance(found, bytes):
        from hashlib import sha256  # who is not to be remembered does not pay for it

        return sha256(found).hexdigest()
    if isinstance(found, tuple):  # the second is what is told of it
        return str(found[1])
    if isinstance(found, list):  # no name has a slash or a NUL in it
        return told("\0".join(name + "/" * folder for name, folder in found).encode("utf-8", "surrogatepass"))
    return str(found)


def spoil() -> None:
    """Say that what is going on is not to be remembered: it stands on something that cannot be looked at again."""
    for each in _listening:
        each.fit = False


def hear(raw: bytes, *, aside: bool) -> None:
    """Tell who listens what was said: on stdout, or ``aside`` on stderr."""
    for each in _listening:
        each.hear(raw, aside=aside)


# What can be looked at ------------------------------------------------------------------------------------------


def read(path: str) -> bytes:
    """Return the bytes of a file; raises OSError where they cannot be had, or where a pipe or a device stands there."""
    found: bytes = _look("file", path)
    return found


def hashed(path: str) -> tuple[bytes, str]:
    """Return the bytes of a file, and their hash in hexadecimal digits; raises OSError as :func:`read` does."""
    found: tuple[bytes, str] = _look("file", path, lambda path: (raw := _read(path), told(raw)))
    return found


def size(path: str) -> int:
    """Return how many bytes a file has; raises OSError where that cannot be seen."""
    found: int = _look("size", path)
    return found


def names(path: str) -> list[tuple[str, bool]]:
    """Return what is in a folder in the order of the names, each with whether it is a folder; raises OSError."""
    found: list[tuple[str, bool]] = _look("folder", path)
    return found


def exists(path: str) -> bool:
    """Return whether there is anything; raises OSError where that may not be seen."""
    found: bool = _look("name", path)
    return found


def is_folder(path: str) -> bool:
    """Return whether there is a folder."""
    found: bool = _look("is-folder", path)
    return found


def today() -> str:
    """Return the day of the place where it runs, as YYYY-MM-DD."""
    found: str = _look("day", "today")
    return found


def libraries() -> str:
    """Return what is installed where Python looks for it, with the versions."""
    found: str = _look("installed", "libraries")
    return found


def code() -> str:
    """Return the state of each module of antq that is loaded by now, as Python itself tells whether one is another.

    Raises OSError where it lies in no files.
    """
    files = sorted(os.path.relpath(each, _PACKAGE) for each in _loaded())
    found: str = _look("code", os.pathsep.join(files))
    return found


def rooms(*names: str) -> str | None:
    """Return the state of all modules of some rooms of antq, loaded or not, as :func:`code` does.

    None where one was written since this process began: nobody knows which of the two is at work. Raises OSError.
    """
    inside = [(room, sorted(os.listdir(os.path.join(_PACKAGE, room)))) for room in names]  # noqa: PTH118, PTH208
    files = [os.path.join(room, name) for room, found in inside for name in found if name.endswith(".py")]  # noqa: PTH118
    newest, found = _look("code", os.pathsep.join(files), _dated)
    return None if newest >= _BEGAN else str(found)


def _look(kind: str, what: str, way: "Callable[[str], Any] | None" = None) -> "Any":
    try:
        found = (way or _WAYS[kind])(what)
    except OSError as error:
        for each in _listening:
            each.look(kind, what, error)
        raise
    for each in _listening:
        each.look(kind, what, found)
    return found


def is_as_it_was(kind: str, what: str, outcome: str) -> bool:
    """Look again, and return whether the same is found."""
    try:
        return told(_WAYS[kind](what)) == outcome
    except OSError as error:
        return told(error) == outcome


# How each is looked at ------------------------------------------------------------------------------------------


def _read(path: str) -> bytes:
    mode = os.stat(path).st_mode  # noqa: PTH116 - pathlib loads too much
    if not (S_ISREG(mode) or S_ISDIR(mode)):  # of a folder the system says so itself
        raise NoRegularFileError
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read()


def _names(path: str) -> list[tuple[str, bool]]:
    with os.scandir(path) as found:
        # The system lists a folder in any order, and a book is to be the same everywhere.
        return sorted((each.name, _is_folder(each)) for each in found)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Return whether it is a folder; a link that may not be followed is one, so that who looks into it learns why."""
    try:
        return entry.is_dir()
    except OSError as error:
        return error.errno not in (errno.ELOOP, errno.ENOTDIR)


def _exists(path: str) -> bool:
    try:
        os.stat(path)  # noqa: PTH116 - as above
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP):
            return False
        raise
    except ValueError:  # no name has a NUL
        return False
    return True


def _today(_: str) -> str:
    year, month, day = time.localtime()[:3]
    return f"{year:04}-{month:02}-{day:02}"


def _installed(_: str) -> str:
    found: list[tuple[str, bool]] = []
    for folder in sys.path:
        try:
            inside = sorted(os.listdir(folder or os.curdir))  # noqa: PTH208 - as above
        except OSError:  # such as the archive of the standard library, which is there or not
            continue
        found += [(name, False) for name in inside if name.endswith((".dist-info", ".egg-info"))]
    return told(found)


def _loaded() -> list[str]:
    """Return the files of the modules of antq that are loaded."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "antq_cli"]
    return [file for module in modules if (file := getattr(module, "__file__", None))]


def newest_code() -> int:
    """Return when a loaded module of antq was written last, in nanoseconds; raises OSError."""
    return max(os.stat(file).st_mtime_ns for file in _loaded())  # noqa: PTH116 - as above


def _stamps(files: str) -> str:
    """Return the sizes of files and when they were written last: by these Python tells whether to compile one anew."""
    return _dated(files)[1]


def _dated(files: str) -> tuple[int, str]:
    """Return when the newest of some files was written, and the stamps of all."""
    stats = [os.stat(os.path.join(_PACKAGE, file)) for file in files.split(os.pathsep)]  # noqa: PTH116, PTH118
    stamps = [(each.st_size, each.st_mtime_ns) for each in stats]
    return max(each.st_mtime_ns for each in stats), told(repr(stamps).encode())


_WAYS: "dict[str, Callable[[str], Any]]" = {
    "file": _read,
    "size": os.path.getsize,
    "folder": _names,
    "name": _exists,
    "is-folder": os.path.isdir,
    "day": _today,
    "installed": _installed,
    "code": _stamps,
}
