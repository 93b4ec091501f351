"""What the pen keeps and forgets, where it may write, and what it does in the state of a book."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.core.changes import ABSENT, Rewrite, Rows, Splice
from antq_cli.core.findings import Kept, Refused
from antq_cli.reading.folders import LOCK, LOG, PENDING, STATE
from antq_cli.reading.history import history_of
from antq_cli.reading.state import name_of
from antq_cli.writing import disk, lock, targets
from antq_cli.writing import pen as pens
from antq_cli.writing.pen import Pen, held
from tests.permissions import HELD
from tests.writing.scenes import content, left_over, made, rewrites, seen, write
from tests.writing.test_undo import asked, files, told

# What counts households and their pledges alone.
READ = "pledges summary --kind household"
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return made(tmp_path / "book")


def refused(book: Path, change: Sequence[Rewrite]) -> str:
    """The code of the rule by which a change is refused; nothing is changed by it, and nothing left."""
    before = files(book)
    with pytest.raises(Refused) as caught, held(book) as pen:
        pen.write("edit", change, Rows())
    assert files(book) == before
    assert left_over(book) == []
    assert not (book / STATE / PENDING).exists()
    return caught.value.findings[0].rule.code


def put(path: str, text: str = "x\n", before: bytes | None = None) -> list[Rewrite]:
    return [Rewrite(path, before, [Splice(len(before or b""), b"", text.encode())])]


# Bytes -------------------------------------------------------------------------------------------------------------


@POSIX
def test_nothing_but_the_splices_changes(book: Path) -> None:
    """A BOM, line ends, what is no text, and the mode; of a new file the mode is that of any new file."""
    raw = "\ufeffa,b\r\n1,Đ".encode() + b"\xff\r2,3\n"
    (book / "claims.csv").write_bytes(raw)
    (book / "claims.csv").chmod(0o640)
    with held(book) as pen:
        pen.write("edit", [Rewrite("claims.csv", raw, [Splice(3, b"a", b"c"), Splice(len(raw), b"", b"4,5")])], Rows())
        pen.write("edit", put("models.csv"), Rows())
    (book / "plain").touch()
    assert (book / "claims.csv").read_bytes() == raw.replace(b"a,b", b"c,b") + b"4,5"
    modes = [stat.S_IMODE((book / name).stat().st_mode) for name in ("claims.csv", "models.csv", "plain")]
    assert modes == [0o640, modes[2], modes[2]]


@POSIX
def test_the_state_is_for_its_owner_alone(book: Path) -> None:
    with held(book) as pen:
        write(pen, "one", 3)
    modes = {
        path.relative_to(book / STATE).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in book.rglob(f"{STATE}/**/*")
    }
    assert modes == {"lock": 0o600, ".gitignore": 0o600, "log": 0o700, "log/000001.toml": 0o600}
    assert stat.S_IMODE((book / STATE).stat().st_mode) == 0o700
    assert (book / STATE / ".gitignore").read_bytes() == b"*\n"


# What is kept ------------------------------------------------------------------------------------------------------


def test_the_newest_records_are_kept(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pens, "_RECORDS", 5)
    for number in range(3, 12):
        with held(book) as pen:
            write(pen, "one", number)
    assert [record.id for record in history_of(book).records] == [5, 6, 7, 8, 9]
    assert asked(book, "undo").code == 0
    assert told(asked(book, "undo 4"))[1] == "U141"
    assert pens._RECORDS == 5


def test_two_hundred_are_kept() -> None:
    assert (pens._RECORDS, pens._BYTES, pens.LARGEST) == (200, 64 * 2**20, 16 * 2**20)


def test_records_are_kept_up_to_so_many_bytes_and_the_newest_in_any_case(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(book) as pen:
        write(pen, "one", 3)
    size = (book / STATE / LOG / name_of(1)).stat().st_size
    monkeypatch.setattr(pens, "_BYTES", size * 5 // 2)
    for number in range(4, 8):
        with held(book) as pen:
            write(pen, "one", number)
    assert [record.id for record in history_of(book).records] == [4, 5]
    monkeypatch.setattr(pens, "_BYTES", 1)
    with held(book) as pen:
        write(pen, "one", 9)
    assert [record.id for record in history_of(book).records] == [6]


def test_who_cannot_take_old_records_away_has_made_his_change(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pens, "_RECORDS", 1)
    monkeypatch.setattr(Pen, "_prune", mock.Mock(side_effect=PermissionError))
    for number in (3, 4):
        with held(book) as pen:
            write(pen, "one", number)
    assert len(history_of(book).records) == 2


def test_what_is_forgotten_stays_known(book: Path) -> None:
    with held(book) as pen:
        first = pen.write("one", rewrites(book, "one", 3), Rows(added=1))
        pen.forget(first)
        pen.forget(first)  # it is already
    (record,) = history_of(book).records
    assert record == first.bare
    assert not record.undoable
    assert b"A1-003" not in (book / STATE / LOG / name_of(1)).read_bytes()
    assert left_over(book) == []


def test_a_large_change_keeps_its_hashes_alone(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is as whole as any other: its record has all of it until it is done."""
    monkeypatch.setattr(pens, "LARGEST", 30)
    with held(book) as pen:
        record = pen.write("one", rewrites(book, "one", 3), Rows(added=1))
    assert not record.undoable
    assert [*history_of(book).records] == [record]
    assert seen(book)
    assert told(asked(book, "undo")) == (2, "U142")


def test_more_than_sixteen_megabytes(book: Path) -> None:
    before = content(book, "households.csv") or b""
    text = "".join(f"A1-{number:07},A1,,\n" for number in range(1_200_000))
    change = put("households.csv", text, before)
    assert pens.too_large(change)
    assert not pens.too_large(put("households.csv", text[: pens.LARGEST], before))
    with held(book) as pen:
        pen.write("edit", change, Rows(added=1_200_000))
    assert content(book, "households.csv") == before + text.encode()
    assert (book / STATE / LOG / name_of(1)).stat().st_size < 1000


# Where it may not write --------------------------------------------------------------------------------------------


@POSIX
def test_a_link_out_of_the_book(book: Path, tmp_path: Path) -> None:
    outside = tmp_path / "claims.csv"
    outside.write_text("x\n")
    (book / "claims.csv").symlink_to(outside)
    assert refused(book, put("claims.csv", "y\n", b"x\n")) == "U138"
    (tmp_path / "models").mkdir()
    (book / "models").symlink_to(tmp_path / "models")
    assert refused(book, put("models/1.csv")) == "U138"
    assert outside.read_text() == "x\n"


@POSIX
def test_a_link_within_the_book_is_followed(book: Path) -> None:
    """What stands behind it is replaced, and the link stays; also deep in the book, where a dead writer left a file."""
    deep = book / "archive" / "2021"
    deep.mkdir(parents=True)
    (deep / "claims.csv").write_text("x\n")
    (book / "claims.csv").symlink_to("archive/2021/claims.csv")
    (deep / ".antq-w-1-claims.csv.new").write_text("half")
    with held(book) as pen:
        pen.write("edit", put("claims.csv", "y\n", b"x\n"), Rows())
    assert ((deep / "claims.csv").read_text(), (book / "claims.csv").is_symlink()) == ("x\ny\n", True)
    assert left_over(book) == []


@pytest.mark.parametrize("note", [".~lock.households.csv#", "~$households.csv"])
def test_a_file_that_an_office_program_has_open(note: str, book: Path) -> None:
    change = rewrites(book, "three", 3)
    (book / note).write_text("")
    assert refused(book, change) == "U137"
    (book / note).unlink()
    (book / note.replace("households", "other")).write_text("")
    with held(book) as pen:
        pen.write("edit", change, Rows())


def test_the_same_as_the_office_program_of_this_system_says_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows there may be no note: what is open may not be renamed, not even to its own name."""
    change = rewrites(book, "one", 3)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(disk, "_PAUSES", (0.0,))
    monkeypatch.setattr(disk, "sync", lambda *_: None)
    with mock.patch.object(targets, "rename", side_effect=PermissionError(13, "in use")):
        with pytest.raises(Refused) as caught, held(book) as pen:
            pen.write("edit", change, Rows())
        assert caught.value.findings[0].rule.code == "U137"
    with held(book) as pen:
        pen.write("edit", change, Rows())


def test_a_folder_in_the_place_of_a_file(book: Path) -> None:
    (book / "claims.csv").mkdir()
    assert refused(book, put("claims.csv")) == "U139"


def test_a_folder_that_is_not_there(book: Path) -> None:
    assert refused(book, put("models/1.csv")) == "U139"


@HELD
def test_a_file_that_may_not_be_written(book: Path) -> None:
    change = rewrites(book, "three", 3)
    (book / "pledges/c2.csv").chmod(0o400)
    assert refused(book, change) == "U139"
    (book / "pledges/c2.csv").chmod(0o600)
    (book / "pledges").chmod(0o500)
    assert refused(book, change) == "U139"
    (book / "pledges").chmod(0o700)
    with held(book) as pen:
        pen.write("edit", change, Rows())


@HELD
def test_a_book_that_may_not_be_written(book: Path) -> None:
    """Who reads makes nothing in it, and who writes is told."""
    book.chmod(0o500)
    try:
        assert asked(book, READ).code == 0
        assert asked(book, "log").code == 3
        with pytest.raises(Refused) as caught, held(book):
            pass
        assert caught.value.findings[0].rule.code == "U140"
        assert not (book / STATE).exists()
    finally:
        book.chmod(0o700)


@HELD
def test_a_state_that_may_not_be_written(book: Path) -> None:
    for number, name in enumerate((LOG, "", LOCK), 3):
        with held(book) as pen:
            write(pen, "three", number)
        path = book / STATE / name
        mode = path.stat().st_mode
        path.chmod(0o500 if path.is_dir() else 0o400)
        try:
            assert told(asked(book, "undo")) == ((5, "U136") if name == LOG else (2, "U140"))
            assert asked(book, READ).code == 0
        finally:
            path.chmod(mode)
    assert seen(book)
    assert asked(book, "undo").code == 0


@HELD
def test_a_state_that_may_not_be_written_nor_seen(book: Path) -> None:
    """The book is somebody else's: it can be read, it is told that nobody knows, and a change is refused."""
    with held(book) as pen:
        write(pen, "three", 3)
    (book / STATE).chmod(0)
    try:
        ran = asked(book, READ)
        assert (ran.code, "Nobody but the owner of the book may see" in ran.stderr) == (0, True)
        for line in ("log", "undo"):
            assert told(asked(book, line)) == (2, "F002")
        assert told(asked(book, "undo --pending")) == (2, "F002")
    finally:
        (book / STATE).chmod(0o700)
    assert "Nobody but" not in asked(book, READ).stderr


# A state that is none ----------------------------------------------------------------------------------------------


def test_a_file_in_the_place_of_the_state(book: Path) -> None:
    (book / STATE).write_text("mine")
    with pytest.raises(Refused) as caught, held(book):
        pass
    assert caught.value.findings[0].rule.code == "U140"
    assert asked(book, READ).code == 0
    assert asked(book, "log").code == 3
    assert (book / STATE).read_text() == "mine"


@POSIX
@pytest.mark.parametrize("name", [STATE, f"{STATE}/{LOCK}"])
def test_a_link_in_the_place_of_the_state_or_of_its_lock(name: str, book: Path, tmp_path: Path) -> None:
    """Else whoever may write into the book lets antq write where he may not."""
    (tmp_path / "elsewhere").mkdir()
    if name != STATE:
        (book / STATE).mkdir()
    (book / name).symlink_to(tmp_path / "elsewhere" / ("lock" if name != STATE else ""))
    with pytest.raises(Refused) as caught, held(book):
        pass
    assert caught.value.findings[0].rule.code == "U140"
    assert [*(tmp_path / "elsewhere").iterdir()] == []


@pytest.mark.parametrize("name", [LOCK, LOG, PENDING])
def test_other_things_in_the_places_of_the_state(name: str, book: Path) -> None:
    (book / STATE).mkdir()
    if name == LOG:
        (book / STATE / LOG).write_text("")
    else:
        (book / STATE / name).mkdir()
    with pytest.raises(Refused) as caught, held(book):
        pass
    assert caught.value.findings[0].rule.code == ("F002" if name == PENDING else "U140")
    assert asked(book, READ).code == (2 if name == PENDING else 0)


def test_what_lies_about_is_taken_away(book: Path) -> None:
    """Of writers that are dead; whatever else is hidden is somebody's."""
    for folder in (book, book / "pledges"):
        (folder / ".antq-w-7-x.csv.new").write_text("half")
        (folder / ".antq-x").write_text("mine")
    with held(book):
        assert left_over(book) == []
    assert len([*book.rglob(".antq-x")]) == 2


# Behind the moment of a change ---------------------------------------------------------------------------------------


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_PAUSES", (0.0,) * 5)


@pytest.mark.usefixtures("patient")
def test_a_rename_that_is_refused_twice(book: Path) -> None:
    """A scanner holds a file for a moment: that is no trouble of anybody's."""
    real, calls = os.replace, {"n": 0}

    def replace(path: Path, to: Path) -> None:
        calls["n"] += 1
        if calls["n"] % 3:
            raise PermissionError(13, "in use")
        real(path, to)

    with mock.patch.object(os, "replace", replace), held(book) as pen:
        write(pen, "three", 3)
    assert calls["n"] == 3 * (1 + 1 + 3 + 1)  # for git, the record, the files, the log
    assert len(history_of(book).records) == 1
    assert left_over(book) == []


@pytest.mark.usefixtures("patient")
def test_a_rename_that_is_refused_for_good(book: Path) -> None:
    """The change counts, it is told, readers see it, and whoever writes next finishes it."""
    with held(book) as pen:
        write(pen, "one", 3)
    old, real = seen(book), os.replace

    def replace(path: Path, to: Path) -> None:
        if Path(to).name == "c1.csv":
            raise PermissionError(13, "in use")
        real(path, to)

    with mock.patch.object(os, "replace", replace):
        with pytest.raises(Kept) as caught, held(book) as pen:
            write(pen, "three", 100)
        (found,) = caught.value.findings
        assert (found.rule.code, found.place.path, found.values["id"]) == ("U136", "pledges/c1.csv", 2)
        new = seen(book)
        assert new != old
        with pytest.raises(Kept), held(book):
            pass
    raw = content(book, "pledges/c1.csv") or b""
    assert b"A1-100" not in raw
    assert asked(book, "log").stdout.count("not yet whole") == 1
    with held(book):
        assert b"A1-100" in (content(book, "pledges/c1.csv") or b"")
    assert (seen(book), left_over(book)) == (new, [])
    assert asked(book, "undo").code == 0
    assert seen(book) == old


def test_a_rename_that_was_done_and_says_that_it_was_not(book: Path) -> None:
    """So a network may do. The change is made, and is not told to be refused."""
    real = os.replace

    def replace(path: Path, to: Path) -> None:
        real(path, to)
        if Path(to).name == PENDING:
            raise OSError(5, "Input/output error")

    with mock.patch.object(os, "replace", replace), held(book) as pen:
        write(pen, "three", 3)
    assert len(history_of(book).records) == 1
    assert b"A1-003" in (content(book, "households.csv") or b"")


def test_a_new_file_that_somebody_takes_away(book: Path) -> None:
    """A change is never told to be whole that is not."""
    real = disk.rename

    def rename(path: Path, to: Path) -> None:
        if to.name == "c1.csv":
            path.unlink()
        real(path, to)

    with mock.patch.object(pens, "rename", rename), pytest.raises(Kept), held(book) as pen:
        write(pen, "three", 3)
    with held(book):
        pass
    assert b"A1-003" in (content(book, "pledges/c1.csv") or b"")


def test_what_is_absent_has_a_hash_of_its_own(book: Path) -> None:
    with held(book) as pen:
        record = pen.write("making", rewrites(book, "making", 3), Rows(added=2))
    assert (record.files[1].before, record.files[0].before == ABSENT) == (ABSENT, False)
    assert lock._WONDER == 2.0
