"""A book is the same wherever its bytes come from."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from antq_cli.core.findings import Finding, Refused
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book, open_book, read_book
from antq_cli.reading.source import Entry, Folder, Source, with_hash
from antq_cli.words.speech import speech
from tests.cli.harness import BOOKS, PUBLISHED, SAMPLE, run, tree
from tests.helpers import reported, shown
from tests.reading.books import MANIFEST, Memory, write
from tests.reading.helpers import said

UNITS = "code,name,level\nT,Top,district\n"


class Overlay:
    """A source as it would be after a change: some files with other bytes, or none (None), and some more."""

    def __init__(self, below: Source, changed: Mapping[str, bytes | None]) -> None:
        self.below = below
        self.changed = changed
        self.added = Memory({path: raw for path, raw in changed.items() if raw is not None})

    def entries(self, folder: str) -> Sequence[Entry]:
        gone = {path for path, raw in self.changed.items() if raw is None}
        kept = {entry for entry in self.below.entries(folder) if entry.path not in gone}
        return sorted(kept | set(self.added.entries(folder)))

    def read(self, file: str) -> bytes:
        return self.added.read(file) if file in self.changed else self.below.read(file)

    def hashed(self, file: str) -> tuple[bytes, str]:
        return with_hash(self.read(file))

    def size(self, file: str) -> int:
        return len(self.read(file))


def told(book: Book) -> tuple[object, ...]:
    """All that a book says of itself."""
    tables = {name: book.table(name, needed=name == "units") for name in REGISTERS}
    parts = [(said(part), part.digest, part.spans) for table in tables.values() for part in table.parts]
    findings: list[Finding] = [*reported(book.collector), *book.stray_files()]
    return book.manifest, parts, [table.columns for table in tables.values()], findings, book.hashes()


@pytest.mark.parametrize("folder", [PUBLISHED, SAMPLE, *sorted(BOOKS.iterdir())], ids=lambda folder: folder.name)
def test_a_book_in_memory_is_that_in_its_folder(folder: Path) -> None:
    assert told(read_book(Memory(tree(folder)), folder)) == told(open_book(str(folder), folder))


STRANGE: dict[str, dict[str, str]] = {
    "stray": {"units.csv": UNITS, "unit.csv": "x", "x.toml": "", "Claims/x.csv": "", "docs/x.csv": ""},
    "parts": {
        "units/b.CSV": UNITS,
        "units/a.toml": "",
        "units/.x.csv": "x",
        "units/deep/2.csv": "x",
        "units/x.txt": "",
    },
    "two forms": {"units.csv": UNITS, "units/1.csv": UNITS, "claims.CSV": "x", "claims.toml": "x"},
    "a folder for a file": {"units.csv/x": "", "claims/1.csv/x": ""},
    "nothing": {},
}


@pytest.mark.parametrize("files", STRANGE.values(), ids=STRANGE)
def test_the_same_is_found_in_memory(tmp_path: Path, files: dict[str, str]) -> None:
    files = {"antq.toml": MANIFEST, **files}
    write(tmp_path, files)
    assert told(read_book(Memory(files), tmp_path)) == told(open_book(str(tmp_path), tmp_path))


def test_a_folder_seen_through_a_change_is_the_folder_after_it(tmp_path: Path) -> None:
    before = {"antq.toml": MANIFEST, "units/1.csv": UNITS, "units/2.csv": UNITS, "teams.csv": "code,kind,unit\n"}
    changed = {"units/1.csv": UNITS.replace("Top", "Đỉnh").encode(), "units/2.csv": None, "claims.csv": b"id\n"}
    write(tmp_path / "before", before)
    write(tmp_path / "after", {**before, **{path: raw for path, raw in changed.items() if raw is not None}})
    (tmp_path / "after/units/2.csv").unlink()
    seen = read_book(Overlay(Folder(tmp_path / "before"), changed), tmp_path)
    assert told(seen) == told(open_book(str(tmp_path / "after"), tmp_path))
    assert tree(tmp_path / "before")["units/1.csv"] == UNITS.encode()


def test_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    write(tmp_path, {"apart/1.csv": UNITS, "book/antq.toml": MANIFEST})
    (tmp_path / "book/units").symlink_to(tmp_path / "apart")
    (tmp_path / "book/teams").symlink_to(tmp_path / "book/teams")
    (tmp_path / "book/claims").symlink_to(tmp_path / "gone")
    (tmp_path / "book/models").symlink_to(tmp_path / "apart/1.csv/x")
    entries = Folder(tmp_path / "book").entries("")
    assert entries == [
        Entry("antq.toml", False), Entry("claims", False), Entry("models", False), Entry("teams", False),
        Entry("units", True),
    ]  # fmt: skip
    assert Folder(tmp_path / "book").entries("units") == [Entry("units/1.csv", False)]


@pytest.mark.parametrize(
    "name", ["a.csv", "a.CSV", ".csv", "..csv", "a.", "a", "a.b.toml", "a..csv", ".a.csv", "a. ", "é.Toml"]
)
@pytest.mark.parametrize("above", ["", "units/", "x.csv/"])
def test_names_are_taken_apart_as_pathlib_does(name: str, above: str) -> None:
    entry, path = Entry(above + name, False), Path(above + name)
    assert (entry.name, entry.stem, entry.suffix) == (path.name, path.stem, path.suffix.lower())


# ------------------------------------------------------------------------------------------------- what is no file

if os.name == "posix":

    @pytest.mark.parametrize("name", ["antq.toml", "units.csv", "units.toml", "units/1.csv"])
    @pytest.mark.parametrize("kind", ["pipe", "device"])
    def test_a_pipe_and_a_device_are_no_files_and_nobody_waits_for_them(name: str, kind: str, tmp_path: Path) -> None:
        write(tmp_path, {"antq.toml": MANIFEST})
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
        try:
            book = open_book(str(tmp_path), tmp_path)
            book.table("units")
            (found,) = reported(book.collector)
        except Refused as refused:
            (found,) = refused.findings
        assert (found.rule.code, found.place.path) == ("F002", name)
        assert speech("en").describe(shown(found)).what.endswith("it is a pipe or a device, not a file.")

    def test_a_baseline_is_no_pipe_either(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "b.toml")
        ran = run(f"-b {PUBLISHED.as_posix()} check --baseline b.toml --lang en", cwd=tmp_path)
        assert (ran.code, "a pipe or a device, not a file" in ran.stderr) == (2, True)
