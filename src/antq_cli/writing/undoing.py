"""Taking a change back: every file gets its old bytes again, if it still is what the change left."""

from collections.abc import Callable, Sequence

from antq_cli.core.changes import ABSENT, Record, Recorded, Rewrite, Splice, SpliceError, inverse, root, spliced, undone
from antq_cli.reading.folders import LOG, STATE
from antq_cli.reading.state import name_of
from antq_cli.reading.steady import digest
from antq_cli.writing.rules import refusal

# Returns the bytes of a file of the book as it is now, None where it is not there.
Content = Callable[[str], bytes | None]


def meant(records: Sequence[Record]) -> Record | None:
    """Return the newest change that is neither an undo nor undone, None where there is none."""
    back = undone(records)
    plain = (each for each in reversed(records) if each.of is None and not each.dropped and each.id not in back)
    return next(plain, None)


def back(record: Record, records: Sequence[Record], content: Content) -> list[Rewrite]:
    """Return what takes a change back, given all records.

    Raises :class:`Kept` where a file is no longer what the change left: for later changes of it (U133), or because
    somebody has edited it (U134); :class:`Refused` where the change is taken back already (U144), or its bytes are not
    kept (U142).
    """
    place = f"{STATE}/{LOG}/{name_of(record.id)}"
    if record.id in undone(records):
        by = max(each.id for each in records if each.of == record.id)
        raise refusal("U144", place, id=record.id, by=by)
    if not record.undoable:
        raise refusal("U142", place, id=record.id)
    return [_back(record, file, records, content(file.path)) for file in record.files]


def _back(record: Record, file: Recorded, records: Sequence[Record], now: bytes | None) -> Rewrite:
    if digest(now) != file.after:
        later = _later(record, file.path, records)
        code, values = ("U133", {"ids": later}) if later else ("U134", {})
        raise refusal(code, file.path, id=record.id, **values)
    splices = inverse(file.splices or ())
    gone = file.before == ABSENT
    if not gone and digest(_spliced(now or b"", splices)) != file.before:  # somebody has edited the record
        raise refusal("U142", f"{STATE}/{LOG}/{name_of(record.id)}", id=record.id)
    return Rewrite(file.path, now, splices, gone)


def _spliced(now: bytes, splices: Sequence[Splice]) -> bytes | None:
    try:
        return spliced(now, splices)
    except SpliceError:
        return None


def _later(record: Record, path: str, records: Sequence[Record]) -> list[int]:
    """Return the later changes of a file that still stand; of an undo, if what it takes back is older than this one.

    What was made and taken back since then is not in the way, and what this change itself went through even less.
    """
    taken_back = undone(records)
    after = (each for each in records if each.id > record.id and each.id not in taken_back)
    of_file = (each for each in after if any(file.path == path for file in each.files))
    return [each.id for each in of_file if each.of is None or root(each, records) < record.id]
