"""A small book and changes of it, for tests of what happens when a change is interrupted; and what a reader sees."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from antq_cli.core.changes import Rewrite, Rows, Splice
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import open_book
from antq_cli.reading.history import history_of
from antq_cli.reading.steady import Steady
from antq_cli.writing.pen import Pen
from antq_cli.writing.undoing import back
from tests.helpers import manifest, table, units, write_book

FILES = {
    "antq.toml": manifest('[pledges.household]\nsource = "journal"\n[pledges.student]\nsource = "returns"\n'),
    "units": units("D,Cẩm Thủy,district", "C1,Cẩm Tú,commune,D", "A1,An Phú,area,C1"),
    "households": table("household,area,joined,left", "A1-001,A1,,", "A1-002,A1,,"),
    "pledges/c1": table("date,kind,pledger,event", "2021-03-01,household,A1-001,signed"),
    "pledges/c2": table("date,kind,pledger,event"),
}
ROWS = {
    "households.csv": "A1-{n:03},A1,,\n",
    "pledges/c1.csv": "2021-03-02,household,A1-{n:03},signed\n",
    "pledges/c2.csv": "2021-03-02,household,A1-{n:03},withdrawn\n",
    "returns.csv": "date,unit,measure,count,total\n2021-03-31,A1,pledges.student,{n},999\n",
}
# The files of each change. The last one is made by it, if it is not there.
CHANGES = {
    "one": ["pledges/c1.csv"],
    "three": ["households.csv", "pledges/c1.csv", "pledges/c2.csv"],
    "making": ["households.csv", "returns.csv"],
    "next": ["pledges/c1.csv"],
}


def made(folder: Path) -> Path:
    """Write the book into a folder."""
    return write_book(folder, FILES)


def content(book: Path, path: str) -> bytes | None:
    """The bytes of a file of a book, None where it is not there."""
    file = book / path
    return file.read_bytes() if file.exists() else None


def rewrites(book: Path, change: str, number: int) -> list[Rewrite]:
    """What a change puts at the ends of its files: rows of a number of their own."""
    found = []
    for path in CHANGES[change]:
        before = content(book, path)
        text = ROWS[path].format(n=number)
        text = text if before is None else text.splitlines(keepends=True)[-1]
        found.append(Rewrite(path, before, [Splice(len(before or b""), b"", text.encode())]))
    return found


def write(pen: Pen, change: str, number: int) -> int:
    """Make a change, and return its id; ``unmaking`` takes back the newest one."""
    if change == "unmaking":
        records = history_of(pen.book).records
        planned = back(records[-1], records, lambda path: content(pen.book, path))
        return pen.write("undo", planned, -records[-1].rows, records[-1].id).id
    planned = rewrites(pen.book, change, number)
    return pen.write(change, planned, Rows(added=len(planned))).id


def seen(book: Path) -> str:
    """The hash of the whole book as a reader sees it, in which nothing is wrong."""
    opened = open_book(str(book), book)
    for name in REGISTERS:
        opened.table(name)
    assert opened.stray_files() == []
    assert not opened.collector
    found = opened.hashes(large=True).content
    assert found is not None
    return found


def glance(book: Path) -> Callable[[], Mapping[str, bytes]]:
    """Begin to read a book; what is returned reads the rest: it raises where the book is another one by then."""
    source = Steady(book)
    first = source.read("households.csv")

    def rest() -> Mapping[str, bytes]:
        paths = ["antq.toml", "units.csv", *(entry.path for entry in source.entries("pledges") if entry.name[0] != ".")]
        paths += [entry.path for entry in source.entries("") if entry.name == "returns.csv"]
        return {"households.csv": first, **{path: source.read(path) for path in paths}}

    return rest


def left_over(book: Path) -> list[str]:
    """The temporary files that lie about in a book."""
    return [path.name for path in book.rglob(".antq-w-*")]


# The system calls by which a change comes to the disk; `open` where it makes a file.
DURABLE = ("open", "fsync", "replace", "unlink", "mkdir", "chmod")


@contextmanager
def before_each(step: Callable[[str, Sequence[object]], None]) -> Iterator[None]:
    """Call somebody before each system call by which a change comes to the disk, with its name and arguments."""
    import os

    real = {name: getattr(os, name) for name in DURABLE}

    def heard(name: str) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if name != "open" or (len(args) > 1 and isinstance(args[1], int) and args[1] & os.O_CREAT):
                step(name, args)
            return real[name](*args, **more)

        return call

    with ExitStack() as patched:
        for name in DURABLE:
            patched.enter_context(mock.patch.object(os, name, heard(name)))
        yield
