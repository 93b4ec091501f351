"""What a book keeps of its changes, in its folder ``.antq``: which is being made, and which were made, by their ids."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from antq_cli.memory import witness
from antq_cli.reading.folders import LOG, PENDING, STATE

# A record by its id: six digits, and more once they are used up.
_NAME = re.compile(r"([0-9]{6,})\.toml")


def name_of(id_: int) -> str:
    """Return the name of the file that holds the record of a change."""
    return f"{id_:06}.toml"


def ids_in(names: Iterable[str]) -> list[int]:
    """Return the ids of the records among the names of some files, in their order."""
    return sorted(int(found[1]) for name in names if (found := _NAME.fullmatch(name)))


def logged(book: Path) -> list[int]:
    """Return the ids of the changes in the log of a book, in their order; raises OSError where it may not be seen."""
    try:
        return ids_in(name for name, _ in witness.names(os.fspath(book / STATE / LOG)))
    except (FileNotFoundError, NotADirectoryError):
        return []


def newest(book: Path) -> int:
    """Return the id of the newest change in the log of a book, 0 where there is none; raises OSError."""
    return max(logged(book), default=0)


def pending_of(book: Path) -> bytes | None:
    """Return the record of the change that is being made, as it stands there; None where none is. Raises OSError."""
    try:
        return witness.read(os.fspath(book / STATE / PENDING))
    except (FileNotFoundError, NotADirectoryError):
        return None
