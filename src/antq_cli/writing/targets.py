"""Whether a file of a book can be written: seen before anything is, for afterwards there is no way back."""

import os
import sys
from pathlib import Path

from antq_cli.core.values import trouble
from antq_cli.writing.disk import rename
from antq_cli.writing.rules import refusal

# Where office programs note that they have a file open, by its name.
_NOTES = (".~lock.{}#", "~${}")


def real(book: Path, path: str) -> Path:
    """Return the file that a path of a book leads to; raises :class:`Refused` where it leads out of the book (U138)."""
    whole, folder = (book / path).resolve(), book.resolve()
    if folder not in whole.parents:
        raise refusal("U138", path)
    return whole


def refuse_unwritable(book: Path, path: str) -> None:
    """Raise :class:`Refused` where a file may not be written (U139), or where somebody has it open (U137)."""
    whole = real(book, path)
    for note in _NOTES:
        if os.path.lexists(whole.parent / note.format(whole.name)):
            raise refusal("U137", path)
    try:
        _see(whole)
    except OSError as error:
        raise refusal("U139", path, **trouble(error)) from error
    if sys.platform == "win32" and whole.exists():
        try:  # whoever has it open there does not let it be renamed, be it to its own name
            rename(whole, whole)
        except PermissionError as error:
            raise refusal("U137", path) from error


def _see(whole: Path) -> None:
    import errno

    if whole.exists() and not whole.is_file():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not whole.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    asked = [whole] if whole.exists() else []
    if not all(os.access(each, os.W_OK) for each in (*asked, whole.parent)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
