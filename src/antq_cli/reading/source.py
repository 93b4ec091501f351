"""Where the bytes of a book come from: what is in it, and what is in that, by paths, whoever keeps them."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from antq_cli.memory import witness


class Entry(NamedTuple):
    """A file or a folder of a book, by its path in it; ``folder`` says which of the two."""

    path: str
    folder: bool

    @property
    def name(self) -> str:
        """Return its name in the folder that it is in."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Its name without its suffix; a point in front begins none, as in ``pathlib``."""
        return self.name.removesuffix(self._suffix)

    @property
    def suffix(self) -> str:
        """Return its suffix in small letters, with the point; "" where it has none."""
        return self._suffix.lower()

    @property
    def _suffix(self) -> str:
        """Return what ``pathlib`` calls the suffix; it takes ten times as long."""
        point = self.name.rfind(".")
        return self.name[point:] if 0 < point < len(self.name) - 1 else ""


class Source(Protocol):
    """The files of a book. A path is that in the book, with slashes; "" is the book itself."""

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return what is in a folder, by name; raises OSError where that cannot be seen."""
        ...

    def read(self, file: str) -> bytes:
        """Return the bytes of a file; raises OSError where they cannot be had."""
        ...

    def hashed(self, file: str) -> tuple[bytes, str]:
        """Return the bytes of a file, and their SHA-256 in hexadecimal digits; raises OSError."""
        ...

    def size(self, file: str) -> int:
        """Return how many bytes a file has; raises OSError where that cannot be seen."""
        ...


class Folder:
    """The files of a book that is a folder of this system."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return what is in a folder, by name; raises OSError where that cannot be seen."""
        above = f"{folder}/" if folder else ""
        return [Entry(above + name, folder=inside) for name, inside in witness.names(os.fspath(self._path / folder))]

    def read(self, file: str) -> bytes:
        """Return the bytes of a file; raises OSError where they cannot be had."""
        return read_file(self._path / file)

    def hashed(self, file: str) -> tuple[bytes, str]:
        """Return the bytes of a file, and their hash, which is found out once; raises OSError."""
        return witness.hashed(os.fspath(self._path / file))

    def size(self, file: str) -> int:
        """Return how many bytes a file has; raises OSError where that cannot be seen."""
        return witness.size(os.fspath(self._path / file))


class Overlaid:
    """The files of another source as they would be with other bytes in some of them; None is in a file that is gone."""

    def __init__(self, under: Source, files: Mapping[str, bytes | None]) -> None:
        self._under = under
        self._files = files

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return what is in a folder, by name; raises OSError where that cannot be seen."""
        inside = [path for path, content in self._files.items() if content is not None and _is_in(path, folder)]
        try:
            there = self._under.entries(folder)
        except FileNotFoundError:
            if not inside:
                raise
            there = ()
        gone = {path for path, content in self._files.items() if content is None}
        found = {entry.path: entry for entry in there if entry.path not in gone}
        for path in inside:
            name, *below = path[len(folder) :].lstrip("/").split("/")
            entry = Entry(f"{folder}/{name}" if folder else name, folder=bool(below))
            found[entry.path] = entry
        return sorted(found.values())

    def read(self, file: str) -> bytes:
        """Return the bytes of a file; raises OSError where they cannot be had."""
        if file not in self._files:
            return self._under.read(file)
        content = self._files[file]
        if content is None:
            raise FileNotFoundError(file)
        return content

    def hashed(self, file: str) -> tuple[bytes, str]:
        """Return the bytes of a file, and their hash; raises OSError."""
        return with_hash(self.read(file)) if file in self._files else self._under.hashed(file)

    def size(self, file: str) -> int:
        """Return how many bytes a file has; raises OSError where that cannot be seen."""
        return len(self.read(file)) if file in self._files else self._under.size(file)


class Nothing:
    """No files at all, for others to be laid over."""

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return nothing of the book itself; there is no other folder."""
        if folder:
            raise FileNotFoundError(folder)
        return ()

    def read(self, file: str) -> bytes:
        """Raise FileNotFoundError."""
        raise FileNotFoundError(file)

    def hashed(self, file: str) -> tuple[bytes, str]:
        """Raise FileNotFoundError."""
        raise FileNotFoundError(file)

    def size(self, file: str) -> int:
        """Raise FileNotFoundError."""
        raise FileNotFoundError(file)


def with_hash(raw: bytes) -> tuple[bytes, str]:
    """Return bytes with their SHA-256 in hexadecimal digits."""
    return raw, witness.told(raw)


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/") if folder else True


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raises OSError where they cannot be had, or where a pipe or a device stands there."""
    return witness.read(os.fspath(path))
