"""`antq undo` and `antq log`, whatever has happened since."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from antq_cli.core.changes import Rows
from antq_cli.reading.folders import LOG, STATE
from antq_cli.reading.history import history_of
from antq_cli.writing.pen import held
from tests.cli.harness import BOOKS, Ran, run, tree
from tests.writing.kept import FILES, edited, grown, make, taken_back

KEPT = BOOKS / "kept"


def copied(folder: Path) -> Path:
    """A copy of the small book into which antq has written."""
    return shutil.copytree(KEPT, folder / "kept")


def asked(book: Path, line: str) -> Ran:
    return run([*line.split(), "-b", book, "--lang", "en"], 200)


def files(book: Path) -> dict[str, bytes]:
    """The files of a book, without what antq keeps of its changes."""
    return {name: raw for name, raw in tree(book).items() if not name.startswith(STATE)}


def state_of(book: Path, id_: int) -> Any:
    (row,) = asked(book, f"log {id_} -f json").json["rows"]
    return row["state"]


def told(ran: Ran) -> tuple[int, str]:
    """The exit code, and the rule that refuses."""
    assert ran.stdout == ""
    return ran.code, ran.stderr.partition(" error\n")[0].rpartition(" ")[2]


def test_the_book_is_what_its_maker_makes(tmp_path: Path) -> None:
    """Byte for byte, its records as well: version 0.0.9 wrote them, and every later version reads them."""
    shutil.copy(KEPT / "antq.toml", tmp_path)
    assert tree(make(tmp_path)) == tree(KEPT)


def test_all_changes_can_be_taken_back_one_after_the_other(tmp_path: Path) -> None:
    book = copied(tmp_path)
    assert asked(book, "undo").code == 0  # the households
    assert asked(book, "undo").code == 0  # two pledges
    assert asked(book, "undo").code == 2  # of the first pledge the rows were forgotten
    assert {name: raw for name, raw in files(book).items() if name in FILES} == {
        name: text.encode() for name, text in FILES.items()
    }


def test_undone_and_made_again_and_undone(tmp_path: Path) -> None:
    book = copied(tmp_path)
    new = files(book)
    assert asked(book, "undo -f json").json["of"] == 6
    old = files(book)
    assert old != new
    for id_ in (9, 10, 11):  # each takes back the one before
        assert asked(book, f"undo {id_}").code == 0
        assert files(book) == (old if id_ == 10 else new)
        assert (state_of(book, 6), state_of(book, 9)) == (("undone", "made") if id_ == 10 else ("made", "undone"))
    ran = asked(book, "undo 9")
    assert (told(ran), "by change 10" in ran.stderr) == ((2, "U144"), True)
    assert asked(book, "undo -f json").json["of"] == 6  # of one that was made again, itself
    assert files(book) == old


def test_a_file_that_was_made_is_unmade_and_made_again(tmp_path: Path) -> None:
    book = copied(tmp_path)
    with held(book) as pen:
        pen.write("claims record", [grown(book, "claims.csv", "id,figure,value,source\n")], Rows(added=1))
    assert asked(book, "log 9").stdout.count("claims.csv  made\n") == 1
    undone = asked(book, "undo")
    assert "claims.csv  removed\n" in undone.stdout
    assert not (book / "claims.csv").exists()
    assert asked(book, "undo 10").code == 0
    assert (book / "claims.csv").read_bytes() == b"id,figure,value,source\n"


def test_later_changes_of_the_same_file_are_named(tmp_path: Path) -> None:
    book = copied(tmp_path)
    for number in (3, 4):
        with held(book) as pen:
            row = f"2021-08-0{number},household,1-01-0{number},signed\n"
            pen.write("pledges record", [grown(book, "pledges.csv", row)], Rows(added=1))
    before = tree(book)
    ran = asked(book, "undo 2")
    assert told(ran) == (5, "U133")
    assert "pledges.csv was changed after change 2, by: 9, 10." in ran.stderr
    assert tree(book) == before
    assert asked(book, "undo 10").code == 0
    assert "by: 9.\n" in asked(book, "undo 2").stderr  # what was taken back is not in the way, and neither is its undo
    for id_ in (9, 2):
        assert asked(book, f"undo {id_}").code == 0


def test_an_undo_of_something_older_is_in_the_way(tmp_path: Path) -> None:
    """Of a file at both ends of which something was put: what stood before the change is another now."""
    book = copied(tmp_path)
    with held(book) as pen:
        pen.write("edit", [edited(book, "units.csv", ("Thôn Đông", "Xóm Đông"))], Rows(changed=1))
        pen.write("edit", [edited(book, "units.csv", ("Thôn Đoài", "Xóm Đoài"))], Rows(changed=1))
    assert "by: 10.\n" in asked(book, "undo 9").stderr
    assert asked(book, "undo 10").code == 0
    assert asked(book, "undo 9").code == 0
    with held(book) as pen:
        pen.write("edit", [edited(book, "units.csv", ("Thôn Đoài", "Ấp Đoài"))], Rows(changed=1))
    ran = asked(book, "undo 12")  # makes 9 again
    assert (told(ran), "by: 13.\n" in ran.stderr) == ((5, "U133"), True)


def test_changes_of_other_files_are_not_in_the_way(tmp_path: Path) -> None:
    book = copied(tmp_path)
    assert asked(book, "undo 2").code == 0
    assert state_of(book, 6) == "made"


def test_a_file_that_somebody_has_edited_is_not_touched(tmp_path: Path) -> None:
    """Nor is any other of the change; once the edit is taken back it can be undone."""
    book = copied(tmp_path)
    raw = (book / "returns.csv").read_bytes()
    (book / "returns.csv").write_bytes(raw + b"\n")
    before = tree(book)
    assert told(asked(book, "undo")) == (5, "U134")
    assert told(asked(book, "undo --dry-run")) == (5, "U134")
    assert tree(book) == before
    (book / "returns.csv").write_bytes(raw)
    assert asked(book, "undo").code == 0


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    book = copied(tmp_path)
    (book / "returns.csv").unlink()
    assert told(asked(book, "undo")) == (5, "U134")


@pytest.mark.parametrize(
    ("words", "end"), [("5", (2, "U142")), ("1", (2, "U142")), ("99", (2, "U141")), ("0", (2, "U141"))]
)
def test_what_cannot_be_undone(words: str, end: tuple[int, str], tmp_path: Path) -> None:
    book = copied(tmp_path)
    before = tree(book)
    assert told(asked(book, f"undo {words}")) == end
    assert tree(book) == before


@pytest.mark.parametrize("word", ["-1", "6.0", "six", "６", "0x6", "1234567890", "6,7"])
def test_what_is_no_number_of_a_change(word: str, tmp_path: Path) -> None:
    assert told(asked(copied(tmp_path), f"undo -- {word}"))[0] == 2


def test_nothing_is_left_to_undo(tmp_path: Path) -> None:
    """A book without a log has none afterwards either."""
    shutil.copytree(BOOKS / "areas", tmp_path / "areas")
    ran = asked(tmp_path / "areas", "undo")
    assert (ran.code, ran.stderr) == (3, "There is no change to undo.\n")
    assert asked(tmp_path / "areas", "log").code == 3
    assert asked(tmp_path / "areas", "undo --pending").code == 3
    assert asked(tmp_path / "areas", "log --finish units.csv").code == 3
    assert asked(tmp_path / "areas", "log --forget --all").code == 3
    assert tree(tmp_path / "areas") == tree(BOOKS / "areas")
    assert not (tmp_path / "areas" / STATE).exists()


# A log that somebody has edited ------------------------------------------------------------------------------------


def test_a_record_that_cannot_be_read_is_told_and_the_others_shown(tmp_path: Path) -> None:
    book = copied(tmp_path)
    path = book / STATE / LOG / "000003.toml"
    path.write_bytes(path.read_bytes().replace(b"schema = 1", b"schema = 7"))
    ran = asked(book, "log -f json")
    assert (ran.code, [row["id"] for row in ran.json["rows"]]) == (2, [1, 2, 4, 5, 6, 7, 8])
    assert "000003.toml F026 error" in asked(book, "log").stderr
    assert told(asked(book, "undo 3"))[1] == "F026"
    # Nobody knows what it did: an older change may be undone already. A later one is not.
    assert told(asked(book, "undo 2"))[1] == "F026"
    assert asked(book, "pledges summary").code == 0
    assert asked(book, "undo").code == 0


def test_one_under_the_number_of_another_is_none_of_this_log(tmp_path: Path) -> None:
    book = copied(tmp_path)
    shutil.copy(book / STATE / LOG / "000002.toml", book / STATE / LOG / "000009.toml")
    assert told(asked(book, "undo"))[1] == "F026"
    assert history_of(book).newest == 9


def test_a_record_with_other_splices_changes_nothing(tmp_path: Path) -> None:
    """What they would bring back has not the hash that the record itself tells."""
    book = copied(tmp_path)
    path = book / STATE / LOG / "000002.toml"
    path.write_bytes(path.read_bytes().replace(b"1-02-01", b"1-02-02"))
    before = tree(book)
    assert told(asked(book, "undo 2")) == (2, "U142")
    assert tree(book) == before


def test_what_is_no_record_is_passed_over(tmp_path: Path) -> None:
    book = copied(tmp_path)
    for name in ("12.toml", "notes.txt", "000009.toml~", "0000x9.toml"):
        (book / STATE / LOG / name).write_text("")
    assert len(asked(book, "log -f json").json["rows"]) == 8
    assert asked(book, "undo").code == 0


def test_the_clock_of_a_log_is_that_of_the_wall(tmp_path: Path) -> None:
    """Six in the morning of UTC is one in the afternoon of Vietnam."""
    assert "06/07/2021 13:00" in asked(copied(tmp_path), "log 2").stdout


def test_changes_in_one_book_and_taken_back_by_hand(tmp_path: Path) -> None:
    """What the tests call undoing is what the command does."""
    one, other = copied(tmp_path / "one"), copied(tmp_path / "other")
    with held(one) as pen:
        taken_back(pen, 6)
    assert asked(other, "undo").code == 0
    assert files(one) == files(other)
    with held(one) as pen:
        pen.write("edit", [edited(one, "units.csv", ("Thôn Đông", "Thôn Đông Bắc"))], Rows(changed=1))
    assert "Thôn Đông Bắc" in (one / "units.csv").read_text("utf-8")
