"""What was changed in a book, by its log: read as it stands there, without a lock."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from antq_cli.core.changes import Record
from antq_cli.core.findings import Refused
from antq_cli.reading.folders import LOG, PENDING, STATE
from antq_cli.reading.state import logged, name_of, pending_of
from antq_cli.reading.steady import record_in, unreadable, unseen


class History(NamedTuple):
    """The records of a book in their order, the change that is not yet whole last, and why others cannot be read."""

    records: Sequence[Record]
    unfinished: int | None
    unreadable: Mapping[int, Refused]

    @property
    def newest(self) -> int:
        """The id of the newest change, 0 where there is none."""
        return max([*self.unreadable, *(record.id for record in self.records[-1:])], default=0)

    def find(self, id_: int) -> Record | None:
        """Return the record of a change, None where there is none; raises :class:`Refused` where it cannot be read."""
        if id_ in self.unreadable:
            raise self.unreadable[id_]
        return next((record for record in self.records if record.id == id_), None)

    def refuse_if_unknown(self, id_: int) -> None:
        """Raise :class:`Refused` if nobody can tell what a later change than this one has done (F026)."""
        for later, refused in self.unreadable.items():
            if later > id_:
                raise refused


def history_of(book: Path) -> History:
    """Return what was changed in a book; raises :class:`Refused` where that may not be seen (F002)."""
    try:
        return _read(book)
    except OSError as error:
        raise unseen(f"{STATE}/{LOG}", error) from error


def _read(book: Path) -> History:
    # First, so that one that comes to its end meanwhile is found in the log.
    raw = pending_of(book)
    records: list[Record] = []
    refused: dict[int, Refused] = {}
    for id_ in logged(book):
        try:
            records.append(_logged(book, id_))
        except FileNotFoundError:  # it was the oldest, and has been taken away
            continue
        except Refused as why:
            refused[id_] = why
    pending = None if raw is None else record_in(f"{STATE}/{PENDING}", raw)
    if pending is None or any(pending.id <= id_ for id_ in (*refused, *(record.id for record in records[-1:]))):
        return History(records, None, refused)
    return History([*records, pending], pending.id, refused)


def _logged(book: Path, id_: int) -> Record:
    path = f"{STATE}/{LOG}/{name_of(id_)}"
    record = record_in(path, (book / path).read_bytes())
    if record.id != id_:
        raise unreadable(path)
    return record
