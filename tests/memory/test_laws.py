"""Whatever is done to a book, or to where it is asked, what is remembered is what would be found out now."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.harness import BOOKS, run
from tests.independent.books import random_book, write_book
from tests.memory.asking import LINES, Asker, said
from tests.thinned import seeds

Edit = Callable[[random.Random, Path], object]
_STEPS = 8


def some_file(rng: random.Random, book: Path, pattern: str = "*.csv") -> Path:
    return rng.choice(sorted(book.rglob(pattern)) or [book / "antq.toml"])


def a_cell(rng: random.Random, book: Path) -> None:
    """Another cell of the same file in its place: the book may well stay sound."""
    file = some_file(rng, book)
    rows = [line.split(b",") for line in file.read_bytes().split(b"\n")]
    row, other = rng.choice(rows), rng.choice(rows)
    row[rng.randrange(len(row))] = rng.choice([*other, b"1", b"", b"2022-02-30", b"x\xff"])
    file.write_bytes(b"\n".join(map(b",".join, rows)))


def a_byte_unseen(rng: random.Random, book: Path) -> None:
    """As a program does it that keeps the size and the time of a file."""
    file = some_file(rng, book)
    before, raw = file.stat(), bytearray(file.read_bytes())
    if raw:
        raw[rng.randrange(len(raw))] = rng.choice(b"0123456789a\n,")
    file.write_bytes(raw)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def a_row(rng: random.Random, book: Path) -> None:
    file = some_file(rng, book)
    lines = file.read_bytes().split(b"\n")
    at = rng.randrange(len(lines))
    lines[at : at + 1] = rng.choice([[], [lines[at], lines[at]]])
    file.write_bytes(b"\n".join(lines))


def a_file_less(rng: random.Random, book: Path) -> None:
    some_file(rng, book).unlink()


def another_name(rng: random.Random, book: Path) -> None:
    file = some_file(rng, book)
    file.rename(file.with_name(rng.choice([f"{file.stem}.CSV", f"{file.stem} (1).csv", f"{file.stem}s.csv"])))


def a_stray_file(rng: random.Random, book: Path) -> None:
    source = some_file(rng, book)
    name = rng.choice([f"copy of {source.name}", "unit.csv", "notes.txt", ".hidden.csv", f"{source.stem}.toml"])
    (book / name).write_bytes(rng.choice([b"", b"a,b\n1,2\n", source.read_bytes()]))


def a_folder(rng: random.Random, book: Path) -> None:
    """A register becomes a folder of parts, or there is a folder that looks like one."""
    file = some_file(rng, book)
    folder = book / rng.choice([file.stem, f"{file.stem}s", "photos"])
    if file.parent == book and not folder.exists():
        folder.mkdir()
        if rng.random() < 0.5:
            file.rename(folder / "part.csv")
        else:
            shutil.copy(file, folder / "part.csv")


def the_manifest(rng: random.Random, book: Path) -> None:
    file = book / "antq.toml"
    lines = file.read_text("utf-8").split("\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice(["", f"# {lines[at]}", lines[at].replace("1", "2"), lines[at].replace("a", "b")])
    file.write_text("\n".join(lines), "utf-8", newline="\n")


def a_nearer_book(_: random.Random, book: Path) -> None:
    shutil.copyfile(BOOKS / "areas" / "antq.toml", book / "below" / "antq.toml")


def no_nearer_book(_: random.Random, book: Path) -> None:
    (book / "below" / "antq.toml").unlink(missing_ok=True)


def a_sign_of_a_change(rng: random.Random, book: Path) -> None:
    file = book / ".antq" / rng.choice(["pending.toml", "log/000001.toml", "log/000002.toml"])
    file.parent.mkdir(parents=True, exist_ok=True)
    if rng.random() < 0.5:
        file.touch()
    else:
        file.unlink(missing_ok=True)


def nothing(rng: random.Random, book: Path) -> None:
    """What leaves the bytes alone, whatever it does to the times."""
    file = some_file(rng, book)
    file.write_bytes(file.read_bytes())
    os.utime(file, (1, 1))


EDITS: list[Edit] = [
    *(a_cell, a_cell, a_cell, a_byte_unseen, a_row, a_file_less, another_name, a_stray_file, a_folder),
    *(the_manifest, a_nearer_book, no_nearer_book, a_sign_of_a_change, nothing),
]
# What changes around it: the day, the language, the width, the terminal.
SURROUNDINGS: list[tuple[dict[str, str], int, bool]] = [
    *[({}, 80, False)] * 4,
    ({"ANTQ_TODAY": "2027-01-01"}, 80, False),
    ({"ANTQ_LANG": "en"}, 80, False),
    ({"LC_ALL": "vi_VN.UTF-8"}, 80, False),
    ({}, 50, False),
    ({}, 80, True),
    ({"NO_COLOR": "1"}, 80, True),
]


def campaign(seed: int, folder: Path) -> tuple[int, int]:
    """Edit a book step by step and ask the same lines after each; how many were remembered, and how many were not."""
    rng, asker = random.Random(seed), Asker(folder / "cache")
    if seed % 2:
        book = shutil.copytree(BOOKS / rng.choice(["areas", "journal", "bad", "odd", "standard"]), folder / "book")
    else:
        book = write_book(folder / "book", random_book(seed))
    (book / "below").mkdir()
    lines = rng.sample(LINES, 2)
    remembered = asked = 0
    for _ in range(_STEPS):
        for line in lines:
            env, columns, terminal = rng.choice(SURROUNDINGS)
            cold = run(line, columns, book / "below", terminal=terminal, env=env)
            told = asker.ask(line, book / "below", columns, terminal=terminal, env=env)
            assert told.all == said(cold), (seed, line)
            remembered, asked = remembered + told.remembered, asked + 1
        if rng.random() < 0.7:
            rng.choice(EDITS)(rng, book)
    return remembered, asked


@pytest.mark.parametrize("some", seeds(range(5), 1005, 50))
def test_what_is_remembered_is_what_would_be_found_out(some: range, tmp_path: Path) -> None:
    remembered = asked = 0
    for seed in some:
        again, times = campaign(seed, tmp_path / str(seed))
        remembered, asked = remembered + again, asked + times
    assert 0 < remembered < asked / 2
