"""The pen: one writer at a time, and a change that is made whole or not at all, whatever happens on the way.

The protocol (docs/writing.md) has one moment at which a change is made: when its record takes the name
``pending.toml``. Before it nothing of the book has changed; after it every reader sees the change, and the next writer
writes what is still missing. New files are on the disk before that moment, so that a full disk refuses a change.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from errno import ENOTDIR
from pathlib import Path
from typing import Literal

from antq_cli import __version__
from antq_cli.core.changes import ABSENT, Record, Recorded, Rewrite, Rows, Splice, SpliceError, inverse, spliced
from antq_cli.core.values import trouble
from antq_cli.reading.folders import LOCK, LOG, PENDING, STATE
from antq_cli.reading.source import read_file
from antq_cli.reading.state import logged, name_of, newest, pending_of
from antq_cli.reading.steady import digest, edited_meanwhile, pending_in, unreadable
from antq_cli.writing.disk import remove, rename, sync, write_new
from antq_cli.writing.files import mode_of
from antq_cli.writing.lock import BusyError, locked
from antq_cli.writing.records import record_bytes
from antq_cli.writing.rules import refusal
from antq_cli.writing.targets import real, refuse_unwritable

# New files that are to take the place of others, in their folders.
_NEW = ".antq-w-"
# What git is to pass over: all of the state.
_IGNORED = ".gitignore"
# Bytes of a change; a larger one keeps its hashes alone.
LARGEST = 16 << 20
# So many records are kept, of so many bytes together.
_RECORDS, _BYTES = 200, 64 << 20


def too_large(rewrites: Sequence[Rewrite]) -> bool:
    """Return whether a change is too large to be taken back."""
    return sum(len(each.old) + len(each.new) for rewrite in rewrites for each in rewrite.splices) > LARGEST


@contextmanager
def held(
    book: Path, *, wait: float = 60, waiting: Callable[[], None] = lambda: None, finish: bool = True
) -> Iterator["Pen"]:
    """Hold the pen of a book; whatever was left unfinished is finished first, if ``finish`` says so.

    Raises :class:`Refused`: where the book cannot keep what is changed in it (U140), or where somebody else has edited
    a file that an unfinished change is to change (F025). Raises :class:`Kept` where somebody else holds it for so many
    seconds (U130).
    """
    with ExitStack() as stack:
        try:
            _make_state(book)
            stack.enter_context(locked(book / STATE / LOCK, wait, waiting))
            pen = Pen(book)
            pen.settle_in()
        except BusyError:
            raise refusal("U130", STATE, seconds=int(wait)) from None
        except OSError as error:
            raise refusal("U140", STATE, **trouble(error)) from error
        if finish:
            pen.finish()
        yield pen


def _make_state(book: Path) -> None:
    """Make the folder in which a book keeps what is changed in it, for its owner alone; raises OSError."""
    state = book / STATE
    if state.is_symlink():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(state))
    for folder in (state, state / LOG):
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)


class Pen:
    """The right to change a book; nobody else has it meanwhile."""

    def __init__(self, book: Path) -> None:
        self.book = book
        self._state = book / STATE

    @property
    def newest(self) -> int:
        """The id of the newest change."""
        return newest(self.book)

    def pending(self) -> Record | None:
        """Return the change that is not yet whole, None where there is none; raises :class:`Refused`."""
        return pending_in(self.book)

    def settle_in(self) -> None:
        """See that the state is there after a power cut as well, and that git passes over it; raises OSError.

        The file for git is made last and whole: where it is, all that is done.
        """
        if not (self._state / _IGNORED).exists():
            sync(self._state / LOG, self._state, self.book)
            self._keep(0, b"*\n", _IGNORED)
            sync(self._state)

    def _keep(self, id_: int, content: bytes, name: str) -> None:
        """Let bytes take a name in the state, in one step; the folder is to be synced. Raises OSError."""
        beside = self._state / f"{_NEW}{id_}"
        remove(beside)
        try:
            write_new(beside, content, 0o600)
            rename(beside, self._state / name)
        except BaseException:  # Ctrl-C leaves nothing lying about either
            with suppress(OSError):
                remove(beside)
            raise

    # Writing ---------------------------------------------------------------------------------------------------

    def write(self, command: str, rewrites: Sequence[Rewrite], rows: Rows, of: int | None = None) -> Record:
        """Make a change, and return its record.

        Raises :class:`Refused` where a file cannot be written, and :class:`Kept` where one is no longer what it was
        (U131); then nothing has changed. Where a file may not be replaced at the end (U136) the change is made, and
        the next writer replaces it.
        """
        id_ = self.newest + 1
        files = tuple(_recorded(rewrite) for rewrite in rewrites)
        record = Record(id_, command, datetime.now(UTC).replace(microsecond=0), __version__, rows, files, of)
        for rewrite in rewrites:
            refuse_unwritable(self.book, rewrite.path)
        self._sweep(dict.fromkeys(real(self.book, rewrite.path).parent for rewrite in rewrites))
        try:
            self._prepare(record, rewrites)
        except BaseException:  # Ctrl-C leaves nothing lying about either
            self._sweep_all()
            raise
        self._complete(record, [file.path for file in files if file.after != ABSENT])
        return record.bare if too_large(rewrites) else record

    def _prepare(self, record: Record, rewrites: Sequence[Rewrite]) -> None:
        """Do all that may still fail; the last step makes the change."""
        for rewrite in rewrites:
            if (after := rewrite.after) is not None:
                self._put_beside(record.id, rewrite.path, after)
        for rewrite in rewrites:
            if self._content(rewrite.path) != rewrite.before:
                raise refusal("U131", rewrite.path)
        self._note(record)

    def _put_beside(self, id_: int, path: str, content: bytes) -> None:
        whole = real(self.book, path)
        try:
            write_new(_beside(whole, id_), content, mode_of(whole))
        except OSError as error:
            raise refusal("U139", path, **trouble(error)) from error

    def _note(self, record: Record) -> None:
        """Let a record take the name by which it is the change that is being made."""
        content = record_bytes(record)
        try:
            self._keep(record.id, content, PENDING)
        except OSError as error:
            if pending_of(self.book) != content:  # a network may say that what was done has failed
                raise refusal("U140", STATE, **trouble(error)) from error
        with _made(record, f"{STATE}/{PENDING}"):
            sync(self._state)

    # Finishing -------------------------------------------------------------------------------------------------

    def finish(self, accepted: Sequence[str] = ()) -> Record | None:
        """Write what is missing of a change that is not yet whole, and return its record; None where there is none.

        Files that somebody else has edited meanwhile stay what they are where they are ``accepted``; else
        :class:`Refused` is raised (F025), and nothing is written. So it is where the record does not say what it
        should (F026). What dead writers left lying about is taken away.
        """
        record = self.pending()
        self._sweep_all()
        if record is None:
            return None
        found = [(file, self._content(file.path)) for file in record.files]
        foreign = [file.path for file, content in found if _state_of(file, content) == "foreign"]
        if others := [path for path in foreign if path not in accepted]:
            raise edited_meanwhile(others[0], record.id)
        missing = [each for each in found if _state_of(*each) == "before" and each[0].after != ABSENT]
        new = {file.path: _become(file.splices, content, file.after) for file, content in missing}
        for path, content in new.items():
            self._put_beside(record.id, path, content)
        if foreign:
            record = record._replace(files=tuple(_as_it_is(*each) for each in found))
            self._note(record)
        self._complete(record, [*new])
        return record

    def _complete(self, record: Record, new: Sequence[str]) -> None:
        """Let the new files take their names, and the record its place in the log; the change is made in any case."""
        for file in record.files:
            whole = real(self.book, file.path)
            with _made(record, file.path):
                if file.path in new:
                    rename(_beside(whole, record.id), whole)
                elif file.after == ABSENT:
                    remove(whole)
        with _made(record, STATE):
            sync(*(real(self.book, file.path).parent for file in record.files))
        self._log(record)

    def _log(self, record: Record) -> None:
        kept = record.bare if _size(record) > LARGEST else record
        if kept != record:
            self._note(kept)
        with _made(record, f"{STATE}/{LOG}"):
            rename(self._state / PENDING, self._state / LOG / name_of(record.id))
            sync(self._state / LOG, self._state)
        with suppress(OSError):  # the change is whole, and whoever writes next tries again
            self._prune()

    def _prune(self) -> None:
        """Take the oldest records away where there are too many, or too much of them; the newest one stays."""
        ids = logged(self.book)
        if len(ids) <= _RECORDS and sum(map(self._size_of, ids)) <= _BYTES:
            return
        total = 0
        for number, id_ in enumerate(reversed(ids)):
            total += self._size_of(id_)
            if number and (number >= _RECORDS or total > _BYTES):
                remove(self._state / LOG / name_of(id_))

    def _size_of(self, id_: int) -> int:
        return (self._state / LOG / name_of(id_)).stat().st_size

    # Taking back what is not whole ---------------------------------------------------------------------------------

    def drop(self) -> Record | None:
        """Take back a change that is not yet whole, and return its record; None where there is none.

        What was replaced gets its old bytes back; what somebody else has edited stays what it is. Readers see the
        change as long as its record says so, and the book as it was once that says that it was dropped.
        """
        record = self.pending()
        self._sweep_all()
        if record is None:
            return None
        found = [(file, self._content(file.path)) for file in record.files]
        replaced = [each for each in found if _state_of(*each) == "after" and each[0].after != each[0].before]
        if any(file.splices is None for file, _ in replaced):
            raise refusal("U142", f"{STATE}/{PENDING}", id=record.id)
        old = {
            file.path: None if file.before == ABSENT else _become(inverse(file.splices or ()), content, file.before)
            for file, content in replaced
        }
        self._restore(record, old)
        dropped = record._replace(dropped=True, rows=Rows(), files=())
        self._note(dropped)
        self._log(dropped)
        return record

    def _restore(self, record: Record, old: Mapping[str, bytes | None]) -> None:
        """Give files their old bytes back, or take them away (None)."""
        for path, content in old.items():
            if content is not None:
                self._put_beside(record.id, path, content)
        for path, content in old.items():
            whole = real(self.book, path)
            with _made(record, path):
                if content is None:
                    remove(whole)
                else:
                    rename(_beside(whole, record.id), whole)
        with _made(record, STATE):
            sync(*(real(self.book, path).parent for path in old))

    def forget(self, record: Record) -> None:
        """Take the bytes out of the record of a change; what happened stays known, and what it was does not."""
        if record.bare == record or record.id not in logged(self.book):
            return
        try:
            self._keep(record.id, record_bytes(record.bare), f"{LOG}/{name_of(record.id)}")
            sync(self._state / LOG)
        except OSError as error:
            raise refusal("U140", STATE, **trouble(error)) from error

    # What lies about -------------------------------------------------------------------------------------------

    def _content(self, path: str) -> bytes | None:
        try:
            return read_file(real(self.book, path))
        except FileNotFoundError:
            return None

    def _sweep_all(self) -> None:
        """Take away what writers left lying about that did not come to an end: whoever holds the pen is the only one.

        A link may lead deeper into the book than its registers lie: there each writer sweeps before it writes.
        """
        self._sweep([self.book, self._state, *(each for each in self.book.iterdir() if each.is_dir())])

    def _sweep(self, folders: Iterable[Path]) -> None:
        for folder in folders:
            with suppress(OSError):  # it may be anybody's, and nothing of ours is where nothing can be written
                for left in folder.glob(f"{_NEW}*"):
                    remove(left)


@contextmanager
def _made(record: Record, path: str) -> Iterator[None]:
    """Raise :class:`Kept` (U136) where a step fails behind the moment at which a change is made."""
    try:
        yield
    except OSError as error:
        raise refusal("U136", path, id=record.id, **trouble(error)) from error


def _state_of(file: Recorded, content: bytes | None) -> Literal["before", "after", "foreign"]:
    """Return which content of those that a change knows a file has."""
    found = digest(content)
    return "after" if found == file.after else "before" if found == file.before else "foreign"


def _as_it_is(file: Recorded, content: bytes | None) -> Recorded:
    """Return what is recorded of a file that somebody has edited: that it is as it is; of another, what it was."""
    return file if _state_of(file, content) != "foreign" else Recorded(file.path, file.before, digest(content), None)


def _become(splices: Sequence[Splice] | None, content: bytes | None, hash_: str) -> bytes:
    """Return what splices make of a file; raises :class:`Refused` where it is not what the record says (F026)."""
    try:
        after = spliced(content or b"", splices or ())
    except SpliceError:
        after = None
    if after is None or digest(after) != hash_:
        raise unreadable(f"{STATE}/{PENDING}")
    return after


def _beside(whole: Path, id_: int) -> Path:
    """Return the new file that is to take a place; by its suffix it is none that a reader would miss a register in."""
    return whole.parent / f"{_NEW}{id_}-{whole.name}.new"


def _recorded(rewrite: Rewrite) -> Recorded:
    return Recorded(rewrite.path, digest(rewrite.before), digest(rewrite.after), tuple(rewrite.splices))


def _size(record: Record) -> int:
    return sum(len(each.old) + len(each.new) for file in record.files for each in file.splices or ())
