"""What was changed in a book, by its log: read as it stands there, without a lock."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from antq_cli.core.changes import Record
from antq_cli.core.findings import Refused
from antq_cli.reading.folders import LOG, PENDING, STATE
from antq_cli.reading.state import logged, name_of, pending_of
from antq_cli.reading.steady import record_in


class History(NamedTuple):
    """The records of a book in their order, the change that is not yet whole last, and why others cannot be read."""

    records: Sequence[Record]
    unfinished: int | None
    unreadable: Sequence[Refused]

    @property
    def newest(self) -> int:
        """The id of the newest change, 0 where there is none."""
        return self.records[-1].id if self.records else 0

    def find(self, id_: int) -> Record | None:
        """Return the record of a change, None where there is none."""
        return next((record for record in self.records if record.id == id_), None)


def history_of(book: Path) -> History:
    """Return what was changed in a book; raises OSError where that may not be seen."""
    records: list[Record] = []
    unreadable: list[Refused] = []
    for id_ in logged(book):
        path = f"{STATE}/{LOG}/{name_of(id_)}"
        try:
            records.append(record_in(path, (book / path).read_bytes()))
        except FileNotFoundError:  # it was the oldest, and has been taken away
            continue
        except Refused as refused:
            unreadable.append(refused)
    raw = pending_of(book)
    if raw is None:
        return History(records, None, unreadable)
    pending = record_in(f"{STATE}/{PENDING}", raw)
    return History([*records, pending], pending.id, unreadable)
