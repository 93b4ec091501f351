"""Books for tests of reading: in memory, in folders, in folders that nobody may see."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from antq_cli.core.findings import Finding, Refused
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book, open_book, read_book
from antq_cli.reading.source import Entry, Folder, with_hash
from tests.helpers import reported

MANIFEST = """\
schema = 1
[campaign]
id = "c"
title.vi = "Chiến dịch"
title.en = "Campaign"
top = "T"
data = "synthetic"
[[levels]]
id = "district"
[[levels]]
id = "area"
[pledges.household]
"""


class Memory:
    """The files of a book that are nowhere but here."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}

    def entries(self, folder: str) -> Sequence[Entry]:
        above = f"{folder}/" if folder else ""
        inside = [path.removeprefix(above).partition("/") for path in self.files if path.startswith(above)]
        if not inside and folder:
            raise NotADirectoryError(20, "Not a directory") if folder in self.files else FileNotFoundError(2, "None")
        return sorted({Entry(above + name, bool(slash)) for name, slash, _ in inside})

    def read(self, file: str) -> bytes:
        if file in self.files:
            return self.files[file]
        folder = any(path.startswith(f"{file}/") for path in self.files)
        raise IsADirectoryError(21, "Is a directory") if folder else FileNotFoundError(2, "No such file or directory")

    def hashed(self, file: str) -> tuple[bytes, str]:
        return with_hash(self.read(file))

    def size(self, file: str) -> int:
        return len(self.read(file))


class Refusing(Folder):
    """A folder in which one path may not be seen."""

    def __init__(self, path: Path, refused: str) -> None:
        super().__init__(path)
        self.refused = refused

    def entries(self, folder: str) -> Sequence[Entry]:
        self.refuse(folder)
        return super().entries(folder)

    def read(self, file: str) -> bytes:
        self.refuse(file)
        return super().read(file)

    def hashed(self, file: str) -> tuple[bytes, str]:
        self.refuse(file)
        return super().hashed(file)

    def refuse(self, path: str) -> None:
        if path == self.refused:
            raise PermissionError(13, "Permission denied")


def book_of(files: Mapping[str, str | bytes], *, fast: bool = True) -> Book:
    """Open a book that is nowhere but in memory."""
    return read_book(Memory({"antq.toml": MANIFEST, **files}), Path("book"), fast=fast)


def book_at(folder: Path, files: Mapping[str, str | bytes], *, fast: bool = True) -> Book:
    """Write a book and open it."""
    write(folder, {"antq.toml": MANIFEST, **files})
    return open_book(str(folder), Path(), fast=fast)


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def all_findings(folder: Path, *, fast: bool = True) -> Iterator[Finding]:
    """Yield what reading a whole book finds, its refusal included."""
    try:
        book = open_book(str(folder), Path(), fast=fast)
    except Refused as refused:
        yield from refused.findings
        return
    for name in REGISTERS:
        book.table(name, needed=name == "units")
    yield from reported(book.collector)
    yield from book.stray_files()
