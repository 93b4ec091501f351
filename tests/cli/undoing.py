"""What the options of `log` and `undo` do, in copies of a small book that antq has written into."""

import shutil
from pathlib import Path
from typing import Any

from antq_cli.core.changes import Rows
from antq_cli.reading.folders import LOCK, PENDING, STATE
from antq_cli.writing.lock import locked
from antq_cli.writing.pen import held
from tests.cli.behaviours import behaviour, of, own, refused
from tests.cli.harness import BOOKS, Ran, run, tree
from tests.writing.kept import grown, interrupted

ROW = "2021-09-30,1-02,pledges.student,7,9\n"
AREA = "1-03,Thôn Hạ,area,1\n"


def copied(folder: Path) -> Path:
    """A copy of the book, in which the changes 1 to 8 were made and 6 is the newest that counts."""
    return shutil.copytree(BOOKS / "kept", folder / "kept")


def stopped(folder: Path) -> Path:
    """A copy of the book in which a change of two files, the ninth, was interrupted before any was replaced."""
    book = copied(folder)
    with held(book) as pen:
        rewrites = [
            grown(book, name, row) for name, row in (("returns.csv", ROW), ("units.csv", "1-03,Thôn Hạ,area,1\n"))
        ]
        interrupted(pen, "returns record", rewrites, Rows(added=2))
    return book


def edit(book: Path, name: str) -> bytes:
    """Edit a file as somebody does who knows of nothing, and return what it is then."""
    (book / name).write_bytes((book / name).read_bytes() + b"\n")
    return (book / name).read_bytes()


def changes(book: Path) -> list[Any]:
    """The log of a book, for machines."""
    ran = run(["log", "-b", book, "-f", "json"])
    assert ran.code in (0, 3)
    return list(ran.json["rows"])


def asked(book: Path, line: str) -> Ran:
    return run([*line.split(), "-b", book, "--lang", "en"])


# Undoing -----------------------------------------------------------------------------------------------------------


@behaviour
def dry_run(path: str, folder: Path) -> None:
    """It shows what would be written and writes nothing: not even the lock, of which a book that is read has none."""
    book = copied(folder)
    before = tree(book)
    ran = asked(book, f"{path} --dry-run -f json")
    assert (ran.code, ran.json["dry_run"], ran.json["id"]) == (0, True, None)
    assert tree(book) == before
    done = asked(book, f"{path} -f json")
    assert (done.json["dry_run"], done.json["id"]) == (False, 9)
    assert [done.json[part] for part in ("files", "rows")] == [ran.json[part] for part in ("files", "rows")]
    assert (book / STATE / LOCK).exists()
    assert "would" not in ran.stderr + done.stderr
    assert (
        "This takes back change 6 (antq households move).\n"
        in asked(copied(folder / "again"), f"{path} --dry-run").stderr
    )
    still = stopped(folder / "other")
    before = tree(still)
    ran = asked(still, f"{path} --dry-run --pending")
    assert (ran.code, tree(still)) == (0, before)
    assert "This drops change 9 (antq returns record), which is not whole.\n" in ran.stderr


@behaviour
def wait(path: str, folder: Path) -> None:
    """Somebody who holds the pen is waited for no longer than is asked, and who does not wait is told at once."""
    book = copied(folder)
    line = {"log": "log --forget --all", "undo": "undo"}[path]
    (book / STATE / LOCK).write_bytes(b"")
    before = tree(book)
    with locked(book / STATE / LOCK, 0, lambda: None):
        for seconds in ("0", "1"):
            ran = asked(book, f"{line} --wait {seconds}")
            assert (ran.code, ran.stdout) == (5, "")
            assert f"Somebody else has been changing this book for {seconds} seconds." in ran.stderr
    assert tree(book) == before
    assert asked(book, f"{line} --wait 0").code == 0
    for written in ("-1", "soon", "1.5", ""):
        assert asked(book, f"{line} --wait={written}").code == 2, written


@behaviour
def pending(path: str, folder: Path) -> None:
    """What was replaced gets its old bytes back, and what somebody has edited stays what it is."""
    book = stopped(folder)
    old = tree(BOOKS / "kept")
    (book / "units.csv").write_bytes(old["units.csv"] + "1-03,Thôn Hạ,area,1\n".encode())  # as far as it got
    foreign = edit(book, "returns.csv")
    assert refused(asked(book, "summary"), "F025")
    ran = asked(book, f"{path} --pending -f json")
    assert (ran.code, ran.json["id"]) == (0, 9)
    assert ((book / "units.csv").read_bytes(), (book / "returns.csv").read_bytes()) == (old["units.csv"], foreign)
    assert [(row["id"], row["state"]) for row in changes(book)][-2:] == [(8, "made"), (9, "dropped")]
    assert asked(book, f"{path} --pending").code == 3
    assert refused(asked(book, f"{path} --pending 3"), "U053")


@own("undo")
def values(path: str, folder: Path) -> None:
    """The rows themselves, which may be about people, are shown only where that is asked for."""
    book = copied(folder)
    line = f"{path} --dry-run"
    assert "1-02-01" not in asked(book, line).stdout + asked(book, f"{line} -f json").stdout
    assert "-  1-02-01,1-01,2021-08-01,\n" in asked(book, f"{line} --values").stdout
    (file, _) = asked(book, f"{line} --values -f json").json["files"]
    assert file["lines"][-1] == {"sign": "-", "text": "1-02-01,1-01,2021-08-01,"}


# The log -----------------------------------------------------------------------------------------------------------


@own("log")
def _values(path: str, folder: Path) -> None:
    book = copied(folder)
    assert "1-02-01" not in asked(book, f"{path} 6").stdout + asked(book, f"{path} 6 -f json").stdout
    assert "-  1-02-01,1-02,,\n+  1-02-01,1-02,,2021-08-01\n" in asked(book, f"{path} 6 --values").stdout
    (row,) = asked(book, f"{path} 6 --values -f json").json["rows"]
    assert row["files"][1]["lines"] == [{"sign": "-", "text": ",40,"}, {"sign": "+", "text": ",41,"}]
    assert "1-02-01" not in asked(book, f"{path} --values").stdout  # of all changes there are no rows


@behaviour
def finish(path: str, folder: Path) -> None:
    """The file that is named counts as it is, and what is missing of the others is written."""
    book = stopped(folder)
    foreign = edit(book, "returns.csv")
    assert refused(asked(book, f"{path} --finish units.csv"), "F025")
    assert refused(asked(book, f"{path} --finish pledges.csv"), "U004")
    assert (book / STATE / PENDING).exists()
    ran = asked(book, f"{path} --finish returns.csv")
    assert (ran.code, "Change 9 (antq returns record) is whole now.\n" in ran.stderr) == (0, True)
    assert (book / "returns.csv").read_bytes() == foreign
    assert (book / "units.csv").read_bytes().endswith("1-03,Thôn Hạ,area,1\n".encode())
    assert (changes(book)[-1]["state"], asked(book, "undo 9").code) == ("bare", 2)  # nobody knows what the file was
    again = asked(book, f"{path} --finish returns.csv")
    assert "Every change is whole.\n" in again.stderr


@behaviour
def forget(path: str, folder: Path) -> None:
    """What happened stays known, and what it was does not."""
    book = copied(folder)
    assert b"1-01-02" in (book / STATE / "log/000002.toml").read_bytes()
    assert asked(book, f"{path} --forget 2 3").code == 0
    assert b"1-01-02" not in (book / STATE / "log/000002.toml").read_bytes()
    states = {row["id"]: row["state"] for row in changes(book)}
    assert [id_ for id_, state in states.items() if state == "bare"] == [1, 2]  # the third is undone
    assert refused(asked(book, "undo 2"), "U142")
    assert refused(asked(book, "undo 4"), "U142") is False
    for line, code in ((f"{path} --forget", "U003"), (f"{path} --forget 99", "U141"), (f"{path} --forget x", "U143")):
        assert refused(asked(book, line), code), line


@behaviour
def before(path: str, folder: Path) -> None:
    book = copied(folder)
    assert (
        "The rows of 2 changes are no longer in the log" in asked(book, f"{path} --forget --before 12/07/2021").stderr
    )
    known = {
        row["id"] for row in changes(book) if asked(book, f"log {row['id']} --values -f json").json["rows"][0]["files"]
    }
    assert known == {1, 2, 3, 4, 6, 7, 8}
    assert b"splices" not in (book / STATE / "log/000002.toml").read_bytes()
    assert b"splices" in (book / STATE / "log/000003.toml").read_bytes()
    assert refused(asked(book, f"{path} --before 12/07/2021"), "U053")
    assert refused(asked(book, f"{path} --forget --before yesterday"), "U009")


@behaviour
def all_(path: str, folder: Path) -> None:
    book = copied(folder)
    assert asked(book, f"{path} --forget --all").code == 0
    assert [name for name, raw in tree(book / STATE / "log").items() if b"splices" in raw] == []
    assert len(changes(book)) == 8
    assert asked(book, "undo").code == 2
    assert refused(asked(book, f"{path} --all"), "U053")
    assert of(path, "") == f"{path} -b tests/books/kept"
