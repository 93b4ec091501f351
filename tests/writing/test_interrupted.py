"""A change that was interrupted: what readers and writers do then, and the two ways out where somebody has edited."""

import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.core.changes import Rewrite, Rows, Splice
from antq_cli.core.findings import Kept, Refused
from antq_cli.reading.folders import PENDING, STATE
from antq_cli.reading.history import history_of
from antq_cli.writing import disk
from antq_cli.writing import pen as pens
from antq_cli.writing.pen import held
from tests.cli.harness import tree
from tests.writing.scenes import content, left_over, made, rewrites, seen, write
from tests.writing.test_undo import asked, files, told

# What counts households and their pledges alone.
READ = "pledges summary --kind household"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return made(tmp_path / "book")


def interrupted(book: Path, change: str = "three") -> Path:
    """Leave a change behind of which the first file was replaced and no other."""
    done: list[Path] = []
    real = disk.rename

    def rename(path: Path, to: Path) -> None:
        if done:
            raise KeyboardInterrupt
        if to.parent != book / STATE:
            done.append(to)
        real(path, to)

    with mock.patch.object(pens, "rename", rename), pytest.raises(KeyboardInterrupt), held(book) as pen:
        write(pen, change, 100)
    assert (book / STATE / PENDING).exists()
    return book


def test_an_edit_in_between_stops_who_counts_it_and_who_writes(book: Path) -> None:
    interrupted(book)
    (book / "pledges/c2.csv").write_bytes((book / "pledges/c2.csv").read_bytes() + b"\n")
    before = tree(book)
    for line in (READ, "check", "undo", "undo 1", "log --forget 1"):
        ran = asked(book, line)
        assert (ran.code, "F025" in ran.stdout + ran.stderr) == (2, True), line
    assert asked(book, "teams summary").code in (0, 1, 3)  # which are counted from other files
    assert asked(book, "log").code == 0
    with pytest.raises(Refused) as caught, held(book):
        pass
    assert caught.value.findings[0].rule.code == "F025"
    assert {name: raw for name, raw in tree(book).items() if "-w-" not in name} == {
        name: raw for name, raw in before.items() if "-w-" not in name
    }


@pytest.mark.parametrize("edit", ["edited", "removed"])
@pytest.mark.parametrize("change", ["three", "making"])
def test_both_ways_out(change: str, edit: str, book: Path, tmp_path: Path) -> None:
    """The edited file stays what it is; the others are the old ones, or the new ones."""
    old = files(book)
    foreign = "pledges/c2.csv" if change == "three" else "returns.csv"
    new = {**old, **{each.path: each.after for each in rewrites(book, change, 100)}}
    interrupted(book, change)
    (book / foreign).unlink(missing_ok=True)
    if edit == "edited":
        (book / foreign).write_bytes(b"mine\n")
    elif change == "making":
        return  # a file that was not there and is not there is none that somebody has edited
    other = shutil.copytree(book, tmp_path / "other")
    mine = {foreign: b"mine\n"} if edit == "edited" else {}
    assert asked(book, "undo --pending").code == 0
    assert files(book) == {name: raw for name, raw in old.items() if name != foreign} | mine
    assert asked(other, f"log --finish {foreign}").code == 0
    assert files(other) == {name: raw for name, raw in new.items() if name != foreign} | mine
    for each in (book, other):
        assert not (each / STATE / PENDING).exists()
        assert left_over(each) == []
        with held(each) as pen:
            write(pen, "one", 101)


def test_who_drops_what_nobody_has_edited(book: Path) -> None:
    old = seen(book)
    interrupted(book)
    assert seen(book) != old
    assert asked(book, "undo --pending").code == 0
    assert seen(book) == old
    assert [(record.id, record.dropped, record.files) for record in history_of(book).records] == [(1, True, ())]


@pytest.mark.parametrize(
    ("old", "new"), [("schema = 1", "schema = 2"), ("A1-100", "A1-999"), ("[rows]", "[row"), ('"sha256:', '"sha512:')]
)
def test_a_pending_record_that_was_edited_is_never_guessed_at(old: str, new: str, book: Path) -> None:
    """Nothing of it is written, whichever way out is asked for; moved away each file is what it is."""
    interrupted(book)
    path = book / STATE / PENDING
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
    before = files(book)
    for line in ("undo --pending", "log --finish households.csv", "undo"):
        ran = asked(book, line)
        assert (ran.code, any(code in ran.stderr for code in ("F025", "F026", "U142"))) == (2, True), line
    assert asked(book, READ).code == 2
    assert {name: raw for name, raw in files(book).items() if "-w-" not in name} == {
        name: raw for name, raw in before.items() if "-w-" not in name
    }
    path.rename(path.with_name("pending.toml.broken"))
    with held(book) as pen:
        assert write(pen, "three", 101) == 1
    assert asked(book, READ).code == 0


def test_the_manifest_may_be_the_file_that_was_edited(book: Path) -> None:
    """Both ways out are open all the same, though the book cannot be opened as it would be."""
    raw = content(book, "antq.toml") or b""
    change = [Rewrite("antq.toml", raw, [Splice(0, b"", b"# x\n")]), *rewrites(book, "three", 100)]
    with (
        mock.patch.object(pens, "rename", side_effect=_only_pending(book)),
        pytest.raises(Kept),
        held(book) as pen,
    ):
        pen.write("edit", change, Rows())
    (book / "antq.toml").write_bytes(raw + b"# mine\n")
    assert told(asked(book, READ)) == (2, "F025")
    assert asked(book, "log --finish antq.toml").code == 0
    assert asked(book, READ).code == 0
    assert (book / "antq.toml").read_bytes() == raw + b"# mine\n"


def _only_pending(book: Path) -> Callable[[Path, Path], None]:
    real = disk.rename

    def rename(path: Path, to: Path) -> None:
        if to.parent != book / STATE:
            raise PermissionError(13, "in use")
        real(path, to)

    return rename
