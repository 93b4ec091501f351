"""A book that may be changed while it is read: every reader sees it as it was before a change, or after it, whole.

Who reads takes no lock and writes nothing. He notes which change is being made, and which was the newest that was made;
after each file he looks again, and where either is another one he has read parts of two books, and begins anew.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from antq_cli.core.changes import ABSENT, Record, Recorded, SpliceError, spliced
from antq_cli.core.findings import Finding, Place, Refused
from antq_cli.core.values import MovedError, trouble
from antq_cli.memory import witness
from antq_cli.reading.folders import LOG, PENDING, STATE
from antq_cli.reading.rules import RULES
from antq_cli.reading.source import Entry, Folder, with_hash
from antq_cli.reading.state import name_of, newest, pending_of


def digest(raw: bytes | None) -> str:
    """Return the hash of a file's bytes; :data:`ABSENT` where it is not there."""
    from hashlib import sha256  # only who reads in the middle of a change, or changes something, pays for it

    return ABSENT if raw is None else f"sha256:{sha256(raw).hexdigest()}"


def unreadable(path: str) -> Refused:
    """Return the refusal of a record that cannot be read, or that does not say what it should (F026)."""
    return Refused(Finding(RULES["F026"], Place(path)))


def record_in(path: str, raw: bytes) -> Record:
    """Return the record that a file of the book's state holds; raises :class:`Refused` (F026)."""
    from antq_cli.reading.records import RecordError, read_record  # its models are built for nobody else

    try:
        return read_record(raw)
    except RecordError as error:
        raise unreadable(path) from error


def unseen(path: str, error: OSError) -> Refused:
    """Return the refusal of a part of the book's state that may not be seen, or is not what it should be (F002)."""
    return Refused(Finding(RULES["F002"], Place(path), trouble(error)))


def pending_in(book: Path) -> Record | None:
    """Return the change of a book that is not yet whole, None where there is none.

    Raises :class:`Refused` where it cannot be read (F026), or may not be seen (F002).
    """
    try:
        raw = pending_of(book)
    except OSError as error:
        raise unseen(f"{STATE}/{PENDING}", error) from error
    return None if raw is None else record_in(f"{STATE}/{PENDING}", raw)


def edited_meanwhile(path: str, id_: int) -> Refused:
    """Return the refusal of a file that is neither what it was before a change nor what it is after it (F025)."""
    return Refused(Finding(RULES["F025"], Place(path), {"id": id_}))


class Steady:
    """The files of a book that is a folder of this system, as they are by one change.

    A change that was begun and is not yet whole is read as if it were. Raises :class:`MovedError` where another change
    was made meanwhile, :class:`Refused` where somebody else has edited a file between (F025), or the record of the
    change cannot be read (F026, F002). ``blind`` says that the records may not be seen, so that nothing of this is
    known.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = Folder(path)
        self._pending: bytes | None = None
        self._files: Mapping[str, Recorded] = {}
        self._id = 0
        self._listed: dict[str, Sequence[Entry]] = {}
        self._resting = False
        try:
            self._newest = newest(path)
            self._pending = pending_of(path)
        except PermissionError:
            self.blind = True
            return
        except OSError as error:
            raise unseen(f"{STATE}/{PENDING}", error) from error
        self.blind = False
        if self._pending is not None:
            record = record_in(f"{STATE}/{PENDING}", self._pending)
            self._id = record.id
            self._files = {file.path: file for file in record.files}

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return what is in a folder, by name, as it was when it was first asked for; raises OSError where unseen."""
        if folder not in self._listed:
            found = self._folder.entries(folder)
            self._look()
            self._listed[folder] = self._changed(folder, found)
        return self._listed[folder]

    def _changed(self, folder: str, found: Sequence[Entry]) -> Sequence[Entry]:
        """Return what is in a folder once the change that is being made is whole."""
        if not self._files:
            return found
        here = {file.path: file for file in self._files.values() if file.path.rpartition("/")[0] == folder}
        gone = {path for path, file in here.items() if file.after == ABSENT}
        there = {entry.path for entry in found}
        made = [Entry(path, folder=False) for path in here if path not in gone | there]
        return sorted([*(entry for entry in found if entry.path not in gone), *made])

    def read(self, file: str) -> bytes:
        """Return the bytes of a file; raises OSError where they cannot be had."""
        changed = self._files.get(file)
        try:
            raw: bytes | None = self._folder.read(file)
        except FileNotFoundError:
            if changed is None:
                raise
            raw = None
        self._look()
        after = raw if changed is None else self._after(changed, raw)
        if after is None:
            raise FileNotFoundError(file)
        return after

    def hashed(self, file: str) -> tuple[bytes, str]:
        """Return the bytes of a file, and their hash; raises OSError where they cannot be had."""
        if file in self._files:
            return with_hash(self.read(file))
        found = self._folder.hashed(file)
        self._look()
        return found

    def size(self, file: str) -> int:
        """Return how many bytes a file has, before a change that is not whole; raises OSError where it is unseen."""
        return self._folder.size(file)

    def rest(self) -> None:
        """Look no more whether the book is another one by now: what was asked of it is answered."""
        self._resting = True

    def _after(self, file: Recorded, raw: bytes | None) -> bytes | None:
        """Return what a file is once the change that is being made is whole."""
        found = digest(raw)
        if found == file.after:
            return raw
        if found == file.before and file.splices is not None:
            after = None if file.after == ABSENT else _spliced(file, raw)
            if digest(after) == file.after:
                return after
        raise edited_meanwhile(file.path, self._id)

    def _look(self) -> None:
        """See that nothing was changed since the first byte was read."""
        if self.blind or self._resting:
            return
        following = self._path / STATE / LOG / name_of(self._newest + 1)
        if pending_of(self._path) != self._pending or witness.exists(os.fspath(following)):
            raise MovedError


def _spliced(file: Recorded, raw: bytes | None) -> bytes | None:
    try:
        return spliced(raw or b"", file.splices or ())
    except SpliceError:
        return None
