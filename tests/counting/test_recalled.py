"""What the rows of a book answered that is held is remembered: another view of it reads none of them."""

import json
import shutil
from pathlib import Path

import pytest

from antq_cli.core.canon import Hashes
from antq_cli.memory.store import Store
from antq_cli.reading.book import Book
from tests.cli.harness import SAMPLE, run
from tests.counting.apart import FILES, LINES, held, larger_than
from tests.counting.remembering import Teller, all_in_pairs
from tests.counting.test_piecewise import HOUSEHOLDS, MORE, ONE_MORE, PLEDGES
from tests.counting.test_remembered import ALTERED, LEFT, LINE, VIEWS, WRONG, parts, same

BOTH = ["households", "pledges"]


@pytest.fixture
def teller(tmp_path: Path) -> Teller:
    return Teller(tmp_path / "cache")


# What it is for -------------------------------------------------------------------------------------------------


def test_another_view_reads_no_row(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    for view in VIEWS:
        assert same(teller.ask_small(f"-b {book} {view}"), held(f"-b {book} {view}")), view
    assert teller.read == 2


def test_another_view_of_the_sample_reads_no_row(teller: Teller) -> None:
    """There, too, rows of organisations and units stand among the pledges, and are counted."""
    views = ["pledges summary -f json", "pledges summary --by school --lang en"]
    for view in views:
        assert same(teller.ask_small(f"-b {SAMPLE} {view}"), run(f"-b {SAMPLE} {view}")), view
    assert teller.read == 2


@pytest.mark.parametrize("line", dict.fromkeys(LINES))
def test_whatever_was_asked_before_the_answer_is_the_same(tmp_path: Path, teller: Teller, line: str) -> None:
    more = ["2021-04-01,organisation,S1,signed,", "2021-04-01,area,1-1,signed,", "2021-04-01,registration,H-2,signed,"]
    book = parts(tmp_path / "book", **{"pledges/2.csv": [*PLEDGES[:1], *more]})
    for asked in (line, "summary -f json", line):
        assert same(teller.ask_small(f"-b {book} {asked}"), held(f"-b {book} {asked}")), asked


def test_what_was_not_asked_before_has_the_rows_held(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE}")
    for day, read in (("2021-06-30", 4), ("2021-06-30", 4), ("2021-08-31", 4)):
        line = f"-b {book} {LINE} --as-of {day}"
        assert same(teller.ask_small(line), held(line))
        assert teller.read == read


def test_the_hash_of_a_register_is_found_out_when_it_is_first_told(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    for line, read in (("pledges summary", 2), (LINE, 4), (LINE, 4), ("pledges summary -v", 4)):
        assert same(teller.ask_small(f"-b {book} {line}"), held(f"-b {book} {line}")), line
        assert teller.read == read


def test_the_hash_is_of_what_was_counted(tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where somebody writes a file after it was looked at, and before it is hashed."""
    book = parts(tmp_path / "book")
    before = held(f"-b {book} {LINE}")
    teller.ask_small(f"-b {book} pledges summary")
    file, hashes = book / "pledges" / "2.csv", Book.hashes
    raw = file.read_bytes()

    def written(self: Book, **more: bool) -> Hashes:
        file.write_bytes(raw.replace(b"registration,K-1", b"registration,K-2"))
        return hashes(self, **more)

    monkeypatch.setattr(Book, "hashes", written)
    assert same(teller.ask_small(f"-b {book} {LINE}"), before)
    monkeypatch.undo()
    file.write_bytes(raw)
    assert same(teller.ask_small(f"-b {book} {LINE}"), before)
    assert teller.read == 4


@pytest.mark.parametrize("line", ["check -f json", "check --statistics"])
def test_who_needs_the_rows_reads_them(tmp_path: Path, teller: Teller, line: str) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE}")
    assert same(teller.ask_small(f"-b {book} {line}"), held(f"-b {book} {line}"))
    assert teller.read >= 4


@pytest.mark.parametrize("word", ["--no-cache", "--debug"])
def test_who_wants_it_counted_has_it_counted(tmp_path: Path, teller: Teller, word: str) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE} {word}")
    assert teller.entries == []
    teller.ask_small(f"-b {book} {LINE}")
    teller.ask_small(f"-b {book} {LINE} {word}")
    assert teller.read == 6


# What is not kept -----------------------------------------------------------------------------------------------

# What is found in rows by whoever counts them, and not by a check alone.
_OF_CHECK = {"D113", "D114", "D117", "T101", "P202", "P203"}
FOUND = [what for what, (*_, told) in ONE_MORE.items() if told - _OF_CHECK]


@pytest.mark.parametrize("what", FOUND)
def test_of_rows_in_which_anything_was_found_nothing_is_kept(tmp_path: Path, teller: Teller, what: str) -> None:
    path, row, _ = ONE_MORE[what]
    files = {"households/1.csv": HOUSEHOLDS, "households/2.csv": MORE, "pledges/1.csv": PLEDGES}
    files["pledges/2.csv"] = PLEDGES[:1]
    book = parts(tmp_path / "book", **{**files, path: [*files[path], row]})
    for _ in range(2):
        assert same(teller.ask_small(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.entries == []
    assert teller.read == 4


def test_rows_of_a_kind_that_was_not_asked_are_judged_when_it_is(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book", **{"pledges/2.csv": [*PLEDGES[:1], "2021-04-01,registration,H-9,signed,"]})
    for line in ("pledges summary --kind household -f json", LINE, "pledges summary --kind registration"):
        assert same(teller.ask_small(f"-b {book} {line}"), held(f"-b {book} {line}")), line
    assert teller.read == 6


@pytest.mark.parametrize(("header", "read"), [('date,kind,"pledger",event,sheet', 4), (PLEDGES[0], 2)])
def test_rows_are_left_only_where_the_header_tells_their_columns(
    tmp_path: Path, teller: Teller, header: str, read: int
) -> None:
    """Of a header with quotation marks nobody knows by its commas alone what its columns are called."""
    more = ["2021-04-01,organisation,S1,signed,", "2021-04-01,area,1-1,signed,"]
    book = parts(tmp_path / "book", **{"pledges/2.csv": [header, *more]})
    for _ in range(2):
        ran = teller.ask_small(f"-b {book} {LINE}")
        assert same(ran, held(f"-b {book} {LINE}"))
        assert ran.code == 0
    assert teller.read == read


def test_rows_of_no_household_may_be_too_many(tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch) -> None:
    more = ["2021-04-01,organisation,S1,signed,", "2021-04-01,area,1-1,signed,"]
    book = parts(tmp_path / "book", **{"pledges/2.csv": [*PLEDGES[:1], *more]})
    monkeypatch.setattr("antq_cli.counting.large.recalled._MOST_LEFT", 1)
    teller.ask_small(f"-b {book} {LINE}")
    assert teller.entries == []


def test_an_entry_grows_no_further_than_there_is_room(
    tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked last stays."""
    book = parts(tmp_path / "book")
    lines = [f"-b {book} {LINE} --as-of 2021-0{month}-01" for month in (3, 4, 5)]
    teller.ask_small(lines[0])
    (entry,) = teller.entries
    numbers = sum(map(len, json.loads(entry.read_bytes().partition(b"\n")[2])["answers"].values()))
    monkeypatch.setattr("antq_cli.counting.large.recalled._MOST", 2 * numbers + 2)
    for line in lines[1:]:
        teller.ask_small(line)
    assert len(teller.entries) == 1
    read = teller.read
    teller.ask_small(lines[2])
    assert teller.read == read
    teller.ask_small(lines[0])
    assert teller.read == read + 2


# By what it is known --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", [*ALTERED, *LEFT])
def test_answers_stand_on_what_rows_are_judged_by(tmp_path: Path, teller: Teller, what: str) -> None:
    book = parts(tmp_path / "book")
    line = f"-b {book} {LINE} --as-of 2021-08-31"
    teller.ask_small(line)
    manifest = FILES["antq.toml"].replace(*{**ALTERED, **LEFT}[what], 1)
    (book / "antq.toml").write_text(manifest, "utf-8", newline="\n")
    assert same(teller.ask_small(line), held(line))
    assert (teller.read > 2) == (what in ALTERED)


def test_a_cell_of_the_same_length_is_seen(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE}")
    file = book / "pledges" / "2.csv"
    file.write_text(file.read_text().replace("registration,K-1", "registration,K-2"), newline="\n")
    assert same(teller.ask_small(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.read == 4
    assert len(teller.entries) == 1


def test_a_map_of_other_numbers_is_another_one(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE}")
    header, *rows = (book / "units.csv").read_text().splitlines()
    (book / "units.csv").write_text("\n".join([header, *reversed(rows), ""]), newline="\n")
    assert same(teller.ask_small(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))


def test_a_copy_of_the_book_needs_no_counting(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    teller.ask_small(f"-b {book} {LINE}")
    copy = shutil.copytree(book, tmp_path / "copy")
    assert same(teller.ask_small(f"-b {copy} {LINE}"), held(f"-b {copy} {LINE}"))
    assert teller.read == 2


# Entries --------------------------------------------------------------------------------------------------------


def test_entries_name_no_household(tmp_path: Path, teller: Teller) -> None:
    """Not even where one stands in place of an organisation, of which nobody asks."""
    book = parts(tmp_path / "book", **{"pledges/2.csv": [*PLEDGES[:1], "2021-04-01,organisation,H-2,signed,"]})
    for line in ["pledges summary --kind household -f json", *LINES[::4]]:
        teller.ask_small(f"-b {book} {line}")
    kept = b"".join(entry.read_bytes() for entry in teller.entries).decode()
    assert kept.count('"in-force"') > 0
    assert [code for code in ("H-1", "H-2", "H-3", "K-1", "K-2") if code in kept] == []


def test_what_is_told_of_other_registers_withholds_households(tmp_path: Path, teller: Teller) -> None:
    """Whose code it is, is seen though nobody has read them for counting."""
    book = parts(tmp_path / "book")
    (book / "returns.csv").write_text(f"{FILES['returns.csv']}2021-08-31,H-2,pledges.household,3,4\n", newline="\n")
    for line in (LINE, "pledges summary --by commune -f json", "pledges summary --lang en"):
        ran = teller.ask_small(f"-b {book} {line}")
        assert same(ran, held(f"-b {book} {line}"))
        assert b"H-2" not in ran.out + ran.err


def test_an_entry_that_is_damaged_changes_nothing(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    cold = teller.ask_small(f"-b {book} {LINE}")
    (entry,) = teller.entries
    whole = entry.read_bytes()
    for at in range(0, len(whole), len(whole) // 8):
        for raw in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            entry.write_bytes(raw)
            assert same(teller.ask_small(f"-b {book} {LINE}"), cold)
            assert entry.read_bytes() == whole


def test_an_entry_that_nobody_of_ours_has_written_is_dropped(tmp_path: Path, teller: Teller) -> None:
    more = ["2021-04-01,organisation,S1,signed,"]
    book = parts(tmp_path / "book", **{"pledges/2.csv": [*PLEDGES[:1], *more]})
    cold = teller.ask_small(f"-b {book} {LINE}")
    (entry,) = teller.entries
    whole, store = entry.read_bytes(), Store(str(teller.folder))
    known = json.loads(store.get(entry.name) or b"")
    question = next(iter(known["answers"]))
    bodies: list[object] = [{key: value for key, value in known.items() if key != name} for name in known]
    bodies += [known | {name: wrong} for name in known for wrong in (None, 1, "x", [[1]])]
    answers: list[object] = [None, 1, "x", [1], [[]], [[None, "x"]], [[[1], 1]], [[["x", ""], 1]], *WRONG]
    bodies += [known | {"answers": known["answers"] | {question: answer}} for answer in answers]
    bodies += [known | {"left": {"pledges/2.csv": rows}} for rows in ([9], ["x"], [[1, 2, -1]], [[1, 2, 3]], 1)]
    bodies += [known | {"elsewhere": {}}, known | {"elsewhere": {name: [1, "x", {}] for name in BOTH}}]
    bodies += [known | {"elsewhere": dict.fromkeys(BOTH, each)} for each in ([-1, 1, {}], [1, 1, {"date": 5}])]
    bodies += [known | {"hashes": {"pledges": 1}}, known | {"files": {"x": "y"}}, {}, [], None, 1]
    for body in (*(json.dumps(each).encode() for each in bodies), b"", b"{", b"\xff", b"[" * 100_000):
        store.put(entry.name, body)
        assert same(teller.ask_small(f"-b {book} {LINE}"), cold), body
        assert entry.read_bytes() == whole, body


def test_a_large_book_in_which_something_is_wrong_elsewhere_is_not_read_whole(tmp_path: Path, teller: Teller) -> None:
    """Whether a value names a household is known by the span of their codes."""
    book = parts(tmp_path / "book")
    (book / "teams.csv").write_text("code,kind,unit\nT1,antt,Z9-1\n", newline="\n")
    with larger_than(0), all_in_pairs():
        ran = teller.ask_small(f"-b {book} summary")
    assert same(ran, held(f"-b {book} summary"))
    assert teller.read == 0
