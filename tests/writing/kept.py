"""The small book `tests/books/kept`, which antq itself has written into: made as commands make changes, day by day.

    python -m tests.writing.kept

writes it anew. Its records are those of a version 0.0.9, whatever the version that reads them.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.core.changes import Record, Rewrite, Rows, Splice
from antq_cli.core.findings import Refused
from antq_cli.reading.folders import STATE
from antq_cli.reading.history import history_of
from antq_cli.writing import pen as pens
from antq_cli.writing.pen import Pen, held
from antq_cli.writing.undoing import back
from tests.cli.harness import BOOKS

KEPT = BOOKS / "kept"
FILES = {
    "units.csv": "code,name,level,parent\n1,Bình Minh,district,\n1-01,Thôn Đông,area,1\n1-02,Thôn Đoài,area,1\n",
    "households.csv": "household,area,joined,left\n1-01-01,1-01,,\n1-01-02,1-01,,\n1-02-01,1-02,,\n",
    "returns.csv": "date,unit,measure,count,total\n2021-06-30,1-01,pledges.student,40,42\n",
}
_HEAD = "date,kind,pledger,event\n"
_VERSION = "0.0.9"


def content(book: Path, path: str) -> bytes | None:
    """The bytes of a file of a book, None where it is not there."""
    file = book / path
    return file.read_bytes() if file.exists() else None


def grown(book: Path, path: str, text: str) -> Rewrite:
    """What puts a text at the end of a file; one that is not there is made."""
    before = content(book, path)
    return Rewrite(path, before, [Splice(len(before or b""), b"", text.encode())])


def edited(book: Path, path: str, *words: tuple[str, str]) -> Rewrite:
    """What puts other words in the place of some, each of which is in a file once, in their order."""
    before = content(book, path)
    assert before is not None
    splices = [Splice(before.index(old.encode()), old.encode(), new.encode()) for old, new in words]
    return Rewrite(path, before, splices)


def taken_back(pen: Pen, id_: int) -> Record:
    """What `antq undo ID` does to a book."""
    history = history_of(pen.book)
    record = history.find(id_)
    assert record is not None
    rewrites = back(record, history.records, lambda path: content(pen.book, path))
    return pen.write("undo", rewrites, -record.rows, record.id)


@contextmanager
def at(day: str) -> Iterator[None]:
    """Let changes be made on a day, at six in the morning of UTC, by the version of the records of this book."""
    clock = mock.Mock(now=lambda _: datetime.fromisoformat(f"{day}T06:00:00").replace(tzinfo=UTC))
    with mock.patch.object(pens, "datetime", clock), mock.patch.object(pens, "__version__", _VERSION):
        yield


def interrupted(pen: Pen, command: str, rewrites: list[Rewrite], rows: Rows) -> None:
    """Begin a change whose files may not be replaced."""
    with mock.patch.object(pens, "rename", _only_within(pen.book / STATE)), pytest.raises(Refused) as refused:
        pen.write(command, rewrites, rows)
    assert [found.rule.code for found in refused.value.findings] == ["U136"]


def _only_within(state: Path) -> Callable[[Path, Path], None]:
    def rename(path: Path, to: Path) -> None:
        if to.parent != state:
            raise PermissionError(13, "Permission denied")
        path.replace(to)

    return rename


def keep(book: Path) -> None:
    """Make the changes of the log in a book of :data:`FILES`."""
    with at("2021-07-05"), held(book) as pen:
        first = [grown(book, "pledges.csv", f"{_HEAD}2021-07-05,household,1-01-01,signed\n")]
        forgotten = pen.write("pledges record", first, Rows(added=1))
    with at("2021-07-06"), held(book) as pen:
        rows = "2021-07-06,household,1-01-02,signed\n2021-07-06,household,1-02-01,signed\n"
        pen.write("pledges record", [grown(book, "pledges.csv", rows)], Rows(added=2))
    with at("2021-07-12"), held(book) as pen:
        wrong = grown(book, "returns.csv", "2021-09-30,1-01,pledges.student,14,42\n")
        pen.write("returns record", [wrong], Rows(added=1))
    with at("2021-07-13"), held(book) as pen:
        taken_back(pen, 3)
    with at("2021-08-02"), held(book) as pen:
        several = [
            edited(book, "households.csv", ("1-02-01,1-02,,", "1-02-01,1-02,,2021-08-01")),
            edited(book, "returns.csv", (",40,", ",41,")),
        ]
        moved = several[0]._replace(
            splices=[*several[0].splices, *grown(book, "households.csv", "1-02-01,1-01,2021-08-01,\n").splices]
        )
        interrupted(pen, "households move", [moved, several[1]], Rows(added=1, changed=2))
        pen.drop()
        pen.write("households move", [moved, several[1]], Rows(added=1, changed=2))
    with at("2021-08-03"), held(book) as pen:
        taken_back(pen, 6)
    with at("2021-08-04"), held(book) as pen:
        taken_back(pen, 7)
        pen.forget(forgotten)


def make(book: Path) -> Path:
    """Write the files of the book and its log into a folder that is there."""
    for name, text in FILES.items():
        (book / name).write_bytes(text.encode())
    keep(book)
    for left in ("lock", ".gitignore"):  # a repository is to have the log of this one
        (book / STATE / left).unlink()
    return book


if __name__ == "__main__":
    shutil.rmtree(KEPT / STATE, ignore_errors=True)
    for old in KEPT.glob("*.csv"):
        old.unlink()
    make(KEPT)
