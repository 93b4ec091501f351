"""Where a book is. It stands apart from reading one, so that who only looks for the folder loads no models."""

import os
from pathlib import Path

from antq_cli.memory import witness

NAME = "antq.toml"
# Where the templates of a book's reports lie.
TEMPLATES = "reports"
# Where a book keeps what was changed in it: the change that is being made, and the records of those that were.
STATE, PENDING, LOG, LOCK = ".antq", "pending.toml", "log", "lock"


def here() -> Path:
    """Return the folder of the process; where it has been deleted, what is nowhere still has a name: the dot."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path()


def nearest(asked: str | None, here: Path) -> Path | None:
    """Return the folder that was asked for if it is a book, else the nearest upward that is one; None where none is."""
    if asked is not None:
        return Path(asked) if _has_manifest(Path(asked)) else None
    folders = (folder for folder in (here, *here.parents) if _has_manifest(folder))
    # A folder of that name is no book on the way up; one that was asked for is opened, and says what it is.
    return next((folder for folder in folders if not witness.is_folder(os.fspath(folder / NAME))), None)


def _has_manifest(folder: Path) -> bool:
    try:
        return witness.exists(os.fspath(folder / NAME))
    except OSError:  # a name that is too long, a folder that may not be entered
        return False
