"""The pen: one writer at a time, and a change that is made whole or not at all, whatever happens on the way.

The protocol (docs/writing.md) has one moment at which a change is made: when its record takes the name
``pending.toml``. Before it nothing of the book has changed; after it every reader sees the change, and the next writer
writes what is still missing. New files are on the disk before that moment, so that a full disk refuses a change.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from antq_cli import __version__
from antq_cli.core.changes import ABSENT, Record, Recorded, Rewrite, Rows, spliced
from antq_cli.core.values import trouble
from antq_cli.reading.folders import LOCK, LOG, PENDING, STATE
from antq_cli.reading.source import read_file
from antq_cli.reading.state import logged, name_of, newest, pending_of
from antq_cli.reading.steady import digest, record_in
from antq_cli.writing.disk import remove, rename, sync, write_new
from antq_cli.writing.files import mode_of
from antq_cli.writing.lock import BusyError, locked
from antq_cli.writing.records import record_bytes
from antq_cli.writing.rules import refusal
from antq_cli.writing.targets import real, refuse_unwritable

# New files that are to take the place of others, in their folders.
_NEW = ".antq-w-"
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
    _make_state(book)
    try:
        with locked(book / STATE / LOCK, wait, waiting):
            pen = Pen(book)
            if finish:
                pen.finish()
            yield pen
    except BusyError:
        raise refusal("U130", STATE, seconds=int(wait)) from None


def _make_state(book: Path) -> None:
    """Make the folder in which a book keeps what is changed in it, for its owner alone; git is to pass over it."""
    state = book / STATE
    try:
        if state.is_symlink():
            raise NotADirectoryError
        for folder in (state, state / LOG):
            folder.mkdir(mode=0o700, exist_ok=True)
        ignored = state / ".gitignore"
        if not ignored.exists():
            with suppress(FileExistsError):  # of two that begin at once one is the first
                write_new(ignored, b"*\n", 0o600)
    except OSError as error:
        raise refusal("U140", STATE, **trouble(error)) from error


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
        """Return the change that is not yet whole, None where there is none; raises :class:`Refused` (F026)."""
        raw = pending_of(self.book)
        return None if raw is None else record_in(f"{STATE}/{PENDING}", raw)

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
        try:
            self._prepare(record, rewrites)
        except BaseException:  # Ctrl-C leaves nothing lying about either
            self._sweep(record)
            raise
        self._complete(record)
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
        beside = self._state / f"{_NEW}{record.id}"
        try:
            remove(beside)
            write_new(beside, record_bytes(record), 0o600)
            rename(beside, self._state / PENDING)
            sync(self._state)
        except OSError as error:
            raise refusal("U140", STATE, **trouble(error)) from error

    # Finishing -------------------------------------------------------------------------------------------------

    def finish(self, accepted: Sequence[str] = ()) -> Record | None:
        """Write what is missing of a change that is not yet whole, and return its record; None where there is none.

        Files that somebody else has edited meanwhile stay what they are where they are ``accepted``; else
        :class:`Refused` is raised (F025), and nothing is written. What dead writers left lying about is taken away.
        """
        record = self.pending()
        self._sweep_all()
        if record is None:
            return None
        states = {file.path: self._state_of(file) for file in record.files}
        foreign = [path for path, state in states.items() if state == "foreign"]
        if others := [path for path in foreign if path not in accepted]:
            from antq_cli.reading.steady import edited_meanwhile

            raise edited_meanwhile(others[0], record.id)
        for file in record.files:
            if states[file.path] == "before" and file.after != ABSENT:
                self._put_beside(record.id, file.path, self._after(file))
        if foreign:
            record = record._replace(files=tuple(map(self._as_it_is, record.files)))
            self._note(record)
        self._complete(record)
        return record

    def _state_of(self, file: Recorded) -> str:
        found = digest(self._content(file.path))
        return "after" if found == file.after else "before" if found == file.before else "foreign"

    def _as_it_is(self, file: Recorded) -> Recorded:
        """Return what is recorded of a file that somebody has edited: that it is as it is; of another, what it was."""
        if self._state_of(file) != "foreign":
            return file
        return Recorded(file.path, file.before, digest(self._content(file.path)), None)

    def _after(self, file: Recorded) -> bytes:
        return spliced(self._content(file.path) or b"", file.splices or ())

    def _complete(self, record: Record) -> None:
        """Let the new files take their names, and the record its place in the log."""
        folders = []
        for file in record.files:
            whole = real(self.book, file.path)
            folders.append(whole.parent)
            try:
                if file.after == ABSENT:
                    remove(whole)
                elif _beside(whole, record.id).exists():
                    rename(_beside(whole, record.id), whole)
            except OSError as error:
                raise refusal("U136", file.path, id=record.id, **trouble(error)) from error
        sync(*folders)
        self._log(record)

    def _log(self, record: Record) -> None:
        kept = record.bare if _size(record) > LARGEST else record
        if kept != record:
            self._note(kept)
        rename(self._state / PENDING, self._state / LOG / name_of(record.id))
        sync(self._state / LOG, self._state)
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

        What was replaced gets its old bytes back; what somebody else has edited stays what it is.
        """
        record = self.pending()
        self._sweep_all()
        if record is None:
            return None
        back = [file for file in record.files if self._state_of(file) == "after" and file.after != file.before]
        for file in back:
            self._restore(record.id, file)
        sync(*(real(self.book, file.path).parent for file in back))
        dropped = record._replace(dropped=True, rows=Rows(), files=())
        self._note(dropped)
        self._log(dropped)
        return record

    def _restore(self, id_: int, file: Recorded) -> None:
        from antq_cli.core.changes import inverse

        whole = real(self.book, file.path)
        if file.before == ABSENT:
            remove(whole)
            return
        if file.splices is None:
            raise refusal("U142", f"{STATE}/{PENDING}", id=id_)
        self._put_beside(id_, file.path, spliced(self._content(file.path) or b"", inverse(file.splices)))
        rename(_beside(whole, id_), whole)

    def forget(self, record: Record) -> None:
        """Take the bytes out of the record of a change; what happened stays known, and what it was does not."""
        if record.bare == record or record.id not in logged(self.book):
            return
        beside = self._state / f"{_NEW}{record.id}"
        write_new(beside, record_bytes(record.bare), 0o600)
        rename(beside, self._state / LOG / name_of(record.id))
        sync(self._state / LOG, self._state)

    # What lies about -------------------------------------------------------------------------------------------

    def _content(self, path: str) -> bytes | None:
        try:
            return read_file(real(self.book, path))
        except FileNotFoundError:
            return None

    def _sweep(self, record: Record) -> None:
        """Take away the new files of a change that was not made."""
        for file in record.files:
            with suppress(OSError):
                remove(_beside(real(self.book, file.path), record.id))
        with suppress(OSError):
            remove(self._state / f"{_NEW}{record.id}")

    def _sweep_all(self) -> None:
        """Take away what writers left lying about that did not come to an end: whoever holds the pen is the only one.

        A link may lead to a folder of the book that is none of a register: new files are beside what they replace.
        """
        folders = [self.book, self._state, *(each for each in self.book.iterdir() if each.is_dir())]
        for folder in folders:
            with suppress(OSError):
                for left in folder.glob(f"{_NEW}*"):
                    remove(left)


def _beside(whole: Path, id_: int) -> Path:
    return whole.parent / f"{_NEW}{id_}-{whole.name}"


def _recorded(rewrite: Rewrite) -> Recorded:
    return Recorded(rewrite.path, digest(rewrite.before), digest(rewrite.after), tuple(rewrite.splices))


def _size(record: Record) -> int:
    return sum(len(each.old) + len(each.new) for file in record.files for each in file.splices or ())
