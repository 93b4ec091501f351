"""A change of a book: which bytes of which files become which, and the record of it that is kept.

A change is described by splices, so that it can be made, taken back and shown from the same few lines, and so that
nothing of a file changes but what the splices say: its line ends, its order, its comments are its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple, get_args

# The hash of a file that is not there.
ABSENT = "absent"
# What came of a thing that was asked for, what becomes of a file, and what has become of a change.
Came = Literal["new", "changed", "same", "refused"]
Fate = Literal["made", "changed", "gone"]
Became = Literal["made", "undone", "dropped", "pending", "bare"]


class Splice(NamedTuple):
    """Bytes of a file that are replaced: ``old``, which stand ``at`` an offset of the file as it was, by ``new``."""

    at: int
    old: bytes
    new: bytes

    @property
    def end(self) -> int:
        """The offset behind the bytes that are replaced, in the file as it was."""
        return self.at + len(self.old)


class SpliceError(ValueError):
    """The bytes of a file are not those that a splice replaces."""


def spliced(before: bytes, splices: Iterable[Splice]) -> bytes:
    """Return bytes after splices, which follow on each other and share no byte; raises :class:`SpliceError`.

    A splice that replaces nothing puts its bytes between others, or at the end, and never beyond it.
    """
    pieces, at = [], 0
    for splice in splices:
        if splice.at < at or splice.end > len(before) or before[splice.at : splice.end] != splice.old:
            raise SpliceError(splice.at)
        pieces += [before[at : splice.at], splice.new]
        at = splice.end
    return b"".join([*pieces, before[at:]])


def inverse(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Return the splices that take others back: offsets are those of the file as the others leave it."""
    found, shift = [], 0
    for splice in splices:
        found.append(Splice(splice.at + shift, splice.new, splice.old))
        shift += len(splice.new) - len(splice.old)
    return tuple(found)


class Rewrite(NamedTuple):
    """What is to become of one file of a book, by its path in it; ``before`` is None of a file that is to be made.

    ``gone`` says that nothing is to be left of it: what made it is taken back.
    """

    path: str
    before: bytes | None
    splices: Sequence[Splice]
    gone: bool = False

    @property
    def after(self) -> bytes | None:
        """The bytes that it is to have, None where it is to be gone; raises :class:`SpliceError`."""
        return None if self.gone else spliced(self.before or b"", self.splices)


class Rows(NamedTuple):
    """How many rows a change adds, changes and removes."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __neg__(self) -> "Rows":
        """Return what taking the change back does."""
        return Rows(self.removed, self.changed, self.added)


class Recorded(NamedTuple):
    """What is recorded of one file: its hashes before and after, :data:`ABSENT` where it was not there or is not.

    ``splices`` are None where only the hashes are kept: then the change cannot be taken back.
    """

    path: str
    before: str
    after: str
    splices: Sequence[Splice] | None

    @property
    def fate(self) -> Fate:
        """What becomes of the file."""
        return "made" if self.before == ABSENT else "gone" if self.after == ABSENT else "changed"


class Record(NamedTuple):
    """The record of a change, enough to make it, to take it back and to show it.

    ``command`` is the name of the command alone. ``at`` is in UTC, ``tool`` the version that made it. ``of`` is the
    change that this one takes back. What was ``dropped`` was taken back before it was whole.
    """

    id: int
    command: str
    at: datetime
    tool: str
    rows: Rows
    files: Sequence[Recorded]
    of: int | None = None
    dropped: bool = False

    @property
    def touched(self) -> int:
        """How many files it changes."""
        return len(self.files)

    @property
    def undoable(self) -> bool:
        """Whether it holds all that is needed to take it back."""
        return bool(self.files) and all(file.splices is not None for file in self.files)

    @property
    def bare(self) -> "Record":
        """The record without the bytes: what happened, but not what it was."""
        return self._replace(files=tuple(file._replace(splices=None) for file in self.files))


class Taken(NamedTuple):
    """A row, a code or a line that a change was asked for, and what came of it.

    ``number`` counts the arguments, or the lines of stdin, from 1; ``value`` is what was typed, and is restricted.
    ``outcome`` says whether it is new, was there already, or was refused, ``why`` by which rule.
    """

    number: int
    value: str
    outcome: Came
    why: str | None = None


# How days are written of which no pattern tells it, and counts.
Formless = Literal["serial", "words", "grouped"]
FORMS: tuple[Formless, ...] = get_args(Formless)


class MendedColumn(NamedTuple):
    """A column of which cells were read as an office program writes them: in what form, and how many of them.

    The form is a pattern such as dd/mm/yyyy, or one of :data:`FORMS`, for which there are words.
    Of days ``first`` and ``last`` are the earliest and the latest one, and how these were written.
    """

    name: str
    form: str
    cells: int
    first: date | None = None
    last: date | None = None
    first_written: str = ""
    last_written: str = ""


class Mended(NamedTuple):
    """How a file was written: its coding, what stood between its cells, and the columns that were read otherwise.

    ``composed`` is of how many lines letters were put together (NFC), ``headings`` how many columns bore other names.
    Dropped are ``titles``, lines above the header, and ``blank`` rows; ``behind`` is how many rows lost blank cells
    behind the last column.
    """

    path: str
    coding: str
    separator: str
    composed: int
    headings: int
    titles: int
    blank: int
    behind: int
    columns: Sequence[MendedColumn]


class Changed(NamedTuple):
    """The result of a command that changes a book: what it did, or would do.

    ``record`` is None where nothing was written: in a dry run, where there was nothing to do, and where it was refused.
    ``files`` are those that are changed, with their hashes, and with their splices where these are to be shown;
    ``taken`` is the ledger of what was asked for.
    """

    command: str
    files: Sequence[Recorded] = ()
    rows: Rows = Rows()
    taken: Sequence[Taken] = ()
    record: Record | None = None
    dry_run: bool = False
    mended: Sequence[Mended] = ()


class Logged(NamedTuple):
    """A change of the log, and what has become of it: of ``bare`` ones the bytes are not kept."""

    record: Record
    state: Became


class Log(NamedTuple):
    """The result of `antq log`: changes in their order, or the one that was asked for; whether its lines are shown."""

    changes: Sequence[Logged]
    one: bool = False
    values: bool = False


def undone(records: Sequence[Record]) -> set[int]:
    """Return the ids of the changes that are taken back, given all records in their order.

    An undo that is taken back itself makes the change again.
    """
    of = {record.id: record.of for record in records if record.of is not None}
    found: set[int] = set()
    for record in records:
        for number, id_ in enumerate(_chain(record, of)):
            (found.add if number % 2 == 0 else found.discard)(id_)
    return found


def root(record: Record, records: Iterable[Record]) -> int:
    """Return the id of the change of which a record is the undo, or the undo of the undo, or itself."""
    of = {each.id: each.of for each in records if each.of is not None}
    return [record.id, *_chain(record, of)][-1]


def _chain(record: Record, of: Mapping[int, int | None]) -> Iterator[int]:
    """Yield the change that a record takes back, the one which that took back, and so on."""
    id_ = record.of
    while id_ is not None:
        yield id_
        id_ = of.get(id_)
