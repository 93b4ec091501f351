"""Counted piece by piece a book says what it says when it is held: the same figures and findings, to the byte."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.counting.journal import Standings
from antq_cli.counting.large import piecewise as counting
from antq_cli.counting.large.heaps import Heaps
from antq_cli.counting.large.piecewise import count, frame_of, paired, read_piece
from antq_cli.counting.large.sieve import Sieve, Tally, total
from antq_cli.counting.registered import HouseholdsThere
from antq_cli.reading.apart import Question
from antq_cli.reading.book import Book, open_book
from antq_cli.reading.files import read_parts
from antq_cli.reading.pieces import Piece
from tests.checks.gallery import codes, put
from tests.cli.harness import SAMPLE
from tests.counting.apart import (
    FILES,
    LINES,
    assert_same,
    books,
    by_scale,
    bytes_of,
    held,
    in_heaps,
    in_pairs,
    larger_than,
    write,
)
from tests.independent.books import random_book, write_book
from tests.thinned import each, seeds, spread, tries

GALLERY = [(code, kind) for code in codes() if code[0] != "I" for kind in ("bad", "good")]

QUESTIONS: list[Question] = [Standings("household", "2021-08-31"), HouseholdsThere("2021-08-31")]


def opened(folder: Path) -> Book:
    """A book that was counted piece by piece."""
    book = open_book(str(folder), folder)
    book.may_part = True
    with larger_than(0):
        book.table("households")
    return count(book)


def sieve_of_sample() -> tuple[Sieve, list[Piece]]:
    """What sifts the sample, asked for two things, and its pieces."""
    book = open_book(str(SAMPLE), SAMPLE)
    pieces = [piece for paths in paired(book) if (piece := read_piece(book, paths))]
    return Sieve(frame_of(book, QUESTIONS)), pieces


@tries(60)
@given(books(), st.lists(st.sampled_from(LINES), min_size=2, max_size=2, unique=True))
def test_it_says_the_same_of_every_book(files: dict[str, bytes], lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = write(Path(folder), files)
        for line, ways in zip(lines, ((in_pairs, in_heaps), (by_scale,)), strict=True):
            assert_same(book, line, *ways)


@pytest.mark.long
@tries(5000)
@given(books(), st.sampled_from(LINES))
def test_it_says_the_same_of_very_many_books(files: dict[str, bytes], line: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_same(write(Path(folder), files), line)


@pytest.mark.parametrize("seed", each(range(30), 10))
def test_it_says_the_same_of_books_of_all_kinds(tmp_path: Path, seed: int) -> None:
    book = write_book(tmp_path, random_book(seed, lapsing=seed % 2 == 0, whole=seed % 3 == 0))
    for line in spread(["pledges summary -f json", "check -f json", "summary -f json"], seed):
        assert_same(book, line)


@pytest.mark.parametrize("number", each(range(len(GALLERY)), 5))
def test_it_says_the_same_of_the_gallery(tmp_path: Path, number: int) -> None:
    assert_same(put(*GALLERY[number], tmp_path / "book"), "check -f json")


HOUSEHOLDS = ["household,area,joined,left,excluded,note", "H-1,1-1,,,,", "H-2,1-2,,,,", "H-3,1-1,,2021-06-15,,"]
MORE = ["household,area,joined,left,excluded,note", "K-1,2-1,,,,", "K-2,2-1,2021-02-01,,,"]
PLEDGES = ["date,kind,pledger,event,sheet", "2021-03-01,household,H-1,signed,"]
# What one more row says that is told of only where pieces are held against each other, or by a rule of check alone;
# and the rules that tell it, in whatever file it stands.
ONE_MORE = {
    "a household of the other piece": ("households/2.csv", "H-1,2-1,,,,", {"D302"}),
    "one that moved to the other piece": ("households/2.csv", "H-3,2-1,2021-06-15,,,", set()),
    "one that was there at the same time": ("households/2.csv", "H-3,2-1,2021-06-14,,,", {"D303"}),
    "a pledge in the other piece": ("pledges/2.csv", "2021-03-02,household,H-2,signed,", set()),
    "the same pledge in the other piece": ("pledges/2.csv", "2021-03-01,household,H-1,signed,", {"D301"}),
    "a pledge of nobody": ("pledges/2.csv", "2021-03-01,household,H-9,signed,", {"X202"}),
    "a pledge after they had left": ("pledges/2.csv", "2021-06-15,household,H-3,signed,", {"X203"}),
    "a pledge of no kind": ("pledges/2.csv", "2021-03-01,none,H-1,signed,", {"X201"}),
    "a code with other zeros in the other piece": ("households/2.csv", "H-002,2-1,,,,", {"D117"}),
    "a code with a small letter": ("households/1.csv", "h-2,1-1,,,,", {"D117"}),
    "an area that is none": ("households/2.csv", "K-3,9-9,,,,", {"X101"}),
    "a day to come": ("pledges/2.csv", "2030-01-01,household,K-1,signed,", {"T101"}),
    "a day before the campaign": ("pledges/1.csv", "1021-03-01,household,H-1,signed,", {"T003"}),
    "a telephone number": ("households/2.csv", "0912345678,2-1,,,,", {"P202"}),
    "a name": ("households/2.csv", "K-3,2-1,,,,Nguyễn Văn An", {"P203"}),
    "a letter of another alphabet": ("households/2.csv", "K-3,2-1,,,,b\u0430n", {"D113"}),
    "a blank at the end": ("households/2.csv", "K-3,2-1,,,,x ", {"D114"}),
    "a day that is none": ("pledges/2.csv", "2021-02-30,household,K-1,signed,", {"D103"}),
    "a row that is too short": ("pledges/2.csv", "2021-03-01,household,K-1", {"F011"}),
}


@pytest.mark.parametrize("what", ONE_MORE)
def test_what_is_told_of_two_pieces_is_told(tmp_path: Path, what: str) -> None:
    path, line, told = ONE_MORE[what]
    files = {
        "households/1.csv": HOUSEHOLDS,
        "households/2.csv": MORE,
        "pledges/1.csv": PLEDGES,
        "pledges/2.csv": PLEDGES[:1],
    }
    files[path] = [*files[path], line]
    book = write(tmp_path, {name: text.encode() for name, text in FILES.items()} | bytes_of(files))
    quiet = {"R101", "R201", "Q104", "X106"}  # of the book itself
    ran = assert_same(book, "check -f json")
    assert {row["code"] for row in ran.json["rows"] if row["register"] in ("households", "pledges")} - quiet == told
    for other, way in zip(spread(LINES[:6], len(what)), (by_scale, in_heaps), strict=False):
        assert_same(book, other, way)


@pytest.mark.parametrize("refused", [False, True])
def test_of_households_that_are_refused_in_part_none_counts(tmp_path: Path, refused: bool) -> None:
    """Also not as what lies in a unit that closes: of what lies there the book does not know."""
    files = {"households/1.csv": [HOUSEHOLDS[0], "H-1,2-2,,,,"], "households/2.csv": [""] * refused + MORE}
    files |= {"pledges/1.csv": PLEDGES, "pledges/2.csv": PLEDGES[:1]}
    book = write(tmp_path, {name: text.encode() for name, text in FILES.items()} | bytes_of(files))
    told = {row["code"] for row in assert_same(book, "check -f json").json["rows"]}
    assert ("X106" in told, "F021" in told) == (not refused, refused)
    for line in LINES[:2]:
        assert_same(book, line)


@pytest.mark.parametrize("path", ["households/2.csv", "pledges/1.csv"])
def test_a_file_that_is_called_otherwise_is_no_csv(tmp_path: Path, path: str) -> None:
    book = two_pieces(tmp_path)
    (book / path).rename(book / path.replace(".csv", ".TOML"))
    for line in LINES[:2]:
        assert "F016" in assert_same(book, line).stderr


@pytest.mark.parametrize("overlap", [False, True])
def test_memory_follows_the_largest_piece(tmp_path: Path, overlap: bool) -> None:
    """Of a book without fault nothing is left in the tables, also where the codes of its pieces overlap."""
    codes = [f"H-{number if overlap else 100 * (number % 3) + number}" for number in range(9)]
    files = {
        f"households/{part}.csv": ["household,area", *(f"{code},1-1" for code in codes[part::3])] for part in range(3)
    }
    files |= {f"pledges/{part}.csv": [PLEDGES[0], f"2021-03-01,household,{codes[part]},signed,"] for part in range(3)}
    book = opened(write(tmp_path, {name: text.encode() for name, text in FILES.items()} | bytes_of(files)))
    assert {name: len(book.table(name)) for name in ("households", "pledges")} == {"households": 0, "pledges": 0}
    assert {name: book.table(name).written for name in ("households", "pledges")} == {"households": 9, "pledges": 3}


@pytest.mark.parametrize(("much", "times"), [(0, 1), (1 << 40, 0)])
def test_what_was_heard_of_a_very_large_book_is_let_go(tmp_path: Path, much: int, times: int) -> None:
    with mock.patch("antq_cli.cli.run._MUCH", much), mock.patch("gc.collect") as collect:
        assert in_pairs(f"-b {two_pieces(tmp_path)} pledges summary").code == 1
    assert collect.call_count == times


def test_tallies_of_parts_add_up_in_any_order() -> None:
    """The whole is the sum of its parts, whichever are added first, also where each is written down and read again."""
    (sieve, pieces), tallies = sieve_of_sample(), tallies_of_sample()
    assert len(tallies) == len(pieces) > 10
    whole = total(tallies, len(QUESTIONS))
    assert whole == total(reversed(tallies), len(QUESTIONS))
    assert whole == total([total(tallies[:5], len(QUESTIONS)), total(tallies[5:], len(QUESTIONS))], len(QUESTIONS))
    units = len(sieve.atlas.units)
    assert [Tally.read(json.loads(json.dumps(tally.written())), units) for tally in tallies] == tallies
    standings = whole.answers[0]
    in_force = sum(n for (_, excluded, state), n in standings.items() if (excluded, state) == ("", "in-force"))
    assert (in_force, sum(n for (_, excluded, _), n in standings.items() if not excluded)) == (25_915, 29_853)


@given(st.data())
def test_tallies_add_up_in_any_order_and_any_batches(data: st.DataObject) -> None:
    tallies = data.draw(st.permutations(tallies_of_sample()))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(tallies)))) | {0, len(tallies)})
    batches = [total(tallies[first:end], len(QUESTIONS)) for first, end in pairwise(cuts)]
    assert total(batches, len(QUESTIONS)) == total(tallies_of_sample(), len(QUESTIONS))


@cache
def tallies_of_sample() -> Sequence[Tally]:
    sieve, pieces = sieve_of_sample()
    return [found.tally for piece in pieces if (found := sieve.sift(piece))]


@pytest.mark.parametrize("line", ["pledges summary --by area -f json", "check -f json"])
def test_it_says_the_same_of_the_sample(line: str) -> None:
    assert assert_same(SAMPLE, line, in_pairs, by_scale, partial(in_heaps, heap=200_000)).code == 0


def damaged(raw: bytes, random: Random) -> bytes:
    """A file in which some bytes are others, or a line stands twice, elsewhere or not at all."""
    lines, at = raw.split(b"\n"), random.randrange(len(raw))
    line = random.randrange(len(lines))
    some = random.choice([b"", b",", b'"', b"\r", b"\n", b"\0", b"\xff", b" ", b"A", b"\xef\xbb\xbf", raw[at : at + 3]])
    match random.randrange(5):
        case 0:
            return raw[:at] + some + raw[at + 1 :]
        case 1:
            return raw[:at] + some + raw[at:]
        case 2:
            return raw[:at]
        case 3:
            return b"\n".join([*lines[:line], *lines[line + 1 :]])
        case _:
            return b"\n".join([*lines[:line], lines[line], *lines[line:]])


@pytest.mark.parametrize("seeds", seeds(range(40), 400, 120))
def test_all_ways_of_reading_take_the_same_of_damaged_files(seeds: range) -> None:
    """A pair, its files cut into slices, and the path that explains: what one finds nothing in, all take."""
    house = b"household,area,joined,left\n" + b"".join(b"H-%d,1-1,,\n" % number for number in range(12))
    journal = b"date,kind,pledger,event\n" + b"".join(b"2021-03-01,household,H-%d,signed\n" % n for n in range(12))
    taken = 0
    for seed in seeds:
        files, random = {"households": house, "pledges": journal}, Random(seed)
        name = random.choice([*files])
        files[name] = damaged(files[name], random)
        pair = Piece({each: (f"{each}.csv", raw) for each, raw in files.items()}).leaves() is not None
        explained = [read_parts(REGISTERS[each], {"x.csv": raw}, fast=False)[0] for each, raw in files.items()]
        dealt = [Heaps(0).takes(REGISTERS[each], raw) for each, raw in files.items()]
        assert pair == all(not part.findings and part.header and b'"' not in (part.raw or b"") for part in explained)
        assert pair == all(dealt)
        taken += pair
    assert 0 < taken < len(seeds)


def two_pieces(folder: Path, **more: list[str]) -> Path:
    """A book of two pairs of files whose codes overlap."""
    files = {"households/1.csv": HOUSEHOLDS, "households/2.csv": [MORE[0], "H-1,2-1,,,,", *MORE[1:]]}
    files |= {"pledges/1.csv": PLEDGES, "pledges/2.csv": PLEDGES[:1], **more}
    return write(folder, {name: text.encode() for name, text in FILES.items()} | bytes_of(files))


@pytest.mark.parametrize("name", ["1.toml", "1.CSV", "1.TOML"])
@pytest.mark.parametrize("register", ["households", "pledges"])
def test_files_that_differ_in_their_ending_alone_are_all_counted(tmp_path: Path, register: str, name: str) -> None:
    more = {"households": [HOUSEHOLDS[0], "H-7,1-1,,,,"], "pledges": [PLEDGES[0], "2021-03-02,household,H-2,signed,"]}
    lines = more[register]
    if name.lower().endswith(".toml"):
        cells = zip(lines[0].split(","), lines[1].split(","), strict=True)
        lines = [f"[[{register}]]", *(f'{column} = "{cell}"' for column, cell in cells if cell)]
    book = two_pieces(tmp_path, **{f"{register}/{name}": lines})
    for line in LINES[:2]:
        ran = assert_same(book, line)
        assert ran.code != 4
    assert {row["code"] for row in assert_same(book, "check -f json").json["rows"]} >= {"D302"}


@pytest.mark.parametrize("line", ["pledges summary --by area -f json", "check -f json"])
def test_where_no_folder_takes_heaps_all_is_read_as_any_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    def refuse(**_: object) -> None:
        raise FileNotFoundError

    book = two_pieces(tmp_path)
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert assert_same(book, line).code in (0, 1)


@contextmanager
def edited(path: Path, text: bytes) -> Iterator[None]:
    """Have somebody write a file, once, when all pieces were sifted for the first time."""
    sift = counting._Common.sift

    def sifted(self: counting._Common, *args: Any) -> Iterator[Any]:
        yield from sift(self, *args)
        path.write_bytes(text)

    with mock.patch.object(counting._Common, "sift", sifted):
        yield


@pytest.mark.parametrize("path", ["households/2.csv", "pledges/2.csv"])
@pytest.mark.parametrize("line", ["pledges summary --by area -f json", "check -f json"])
def test_a_file_that_is_written_while_it_is_counted_is_counted_anew(tmp_path: Path, path: str, line: str) -> None:
    """Nobody is counted twice because the file that names him again has changed since."""
    book = two_pieces(tmp_path)
    before = held(f"-b {book} {line}")
    text = (book / path).read_bytes().replace(b"H-1,2-1,,,,\n", b"") + b"\n" * (path == "pledges/2.csv")
    with edited(book / path, text):
        told = in_pairs(f"-b {book} {line}")
    after = held(f"-b {book} {line}")
    assert (told.code, told.out, told.err) in [(ran.code, ran.out, ran.err) for ran in (before, after)]
    if path == "households/2.csv":
        assert before.out != after.out == told.out


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("path", "old", "new"), [("units.csv", "1-2,T", "1-0,Thôn 0,area,1,,\n1-2,T"), ("antq.toml", "95%", "5%")]
)
def test_a_map_that_is_written_while_it_is_read_is_read_anew(
    tmp_path: Path, path: str, old: str, new: str, when: str
) -> None:
    """Places are known by their numbers, which are others in another map."""
    book, line = two_pieces(tmp_path), "pledges summary --by area -f json"
    frame_of, file = counting.frame_of, book / path
    before, text = held(f"-b {book} {line}").out, file.read_text("utf-8").replace(old, new, 1)

    def framed(*args: Any, **more: Any) -> Any:
        frame = frame_of(*args, **more) if when == "after" else None
        file.write_text(text, "utf-8", newline="\n")
        return frame or frame_of(*args, **more)

    with mock.patch.object(counting, "frame_of", framed):
        told = in_pairs(f"-b {book} {line}")
    after = held(f"-b {book} {line}").out
    assert before != after
    assert told.out == after or (told.out == before and (path, when) == ("antq.toml", "after"))
