"""Whatever happens while a book is changed: every reader sees the old book or the new one, whole, and none is lost.

`docs/writing.md` has the figures of the long run, which `-rP` prints.
"""

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from antq_cli.core.changes import Rewrite, Rows, Splice
from antq_cli.core.findings import Kept, Refused
from antq_cli.core.values import MovedError
from antq_cli.reading.folders import PENDING, STATE
from antq_cli.reading.history import history_of
from antq_cli.writing.pen import held
from tests import thinned
from tests.cli.harness import tree
from tests.writing.children import Children, children
from tests.writing.scenes import before_each, content, glance, left_over, made, rewrites, seen, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes that fork, and are killed")
EVERY = ["one", "three", "making", "unmaking"]
COMMANDS = {"unmaking": "undo"}
LAST = 200  # no change takes so many steps
FIRST, NEXT = 100, 200  # the numbers of rows


@pytest.fixture(scope="module")
def begets() -> Iterator[Children]:
    with children() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where there is such a thing: a disk takes its time, and a killed process none."""
    memory = Path("/dev/shm")  # noqa: S108 - its own folder in it
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as found:
        yield Path(found)


def begun(folder: Path, change: str) -> Path:
    """A book that is ready for a change; where that is to unmake something, it was made."""
    book = made(folder)
    if change == "unmaking":
        with held(book) as pen:
            write(pen, "making", 50)
    return book


def after(book: Path, folder: Path, change: str) -> str:
    """What a reader sees of a copy of a book in which a change was made."""
    copy = shutil.copytree(book, folder)
    with held(copy) as pen:
        write(pen, change, FIRST)
    return seen(copy)


def commands(book: Path) -> list[str]:
    """The commands of the changes that count, in their order."""
    return [record.command for record in history_of(book).records if not record.dropped]


def goes_on(book: Path, *, now: str) -> None:
    """What somebody has left is what it is; and it can be written, and undone."""
    before, ids = commands(book), [record.id for record in history_of(book).records]
    with held(book) as pen:
        newest = write(pen, "next", NEXT)
        assert left_over(book) == []
        assert not (book / STATE / PENDING).exists()
        assert (book / STATE / ".gitignore").read_bytes() == b"*\n"
        assert commands(book) == [*before, "next"]
        assert [record.id for record in history_of(book).records] == [*ids, newest]
        write(pen, "unmaking", 0)
    assert seen(book) == now


# Killed at each step -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", EVERY)
def test_a_writer_that_is_killed_before_any_of_its_steps(change: str, folder: Path, begets: Children) -> None:
    start = begun(folder / "start", change)
    old, new, before = seen(start), after(start, folder / "new", change), commands(start)
    assert old != new
    is_new: list[bool] = []
    for at in range(1, LAST):
        book = shutil.copytree(start, folder / str(at))
        code = begets("killed", book, change=change, number=FIRST, at=at)
        now = seen(book)
        assert now in (old, new)
        assert commands(book) == [*before, *[COMMANDS.get(change, change)] * (now == new)]
        goes_on(book, now=now)
        is_new.append(now == new)
        if code == 0:  # it was told that it is done
            break
        assert code == -9
    assert is_new[-1]
    # There is one moment at which it is made, with steps before it and behind it.
    assert is_new == sorted(is_new)
    sys.stdout.write(f"{change}: {len(is_new) - 1} steps, made by step {is_new.index(True)}\n")
    assert 8 < is_new.count(False) < len(is_new) - 4


ENDING = [("making", "finish"), ("three", "drop")]
MORE = [("three", "finish"), ("unmaking", "finish"), ("making", "drop"), ("unmaking", "drop")]


@pytest.mark.spread
@pytest.mark.parametrize(("change", "how"), [*ENDING, *(pytest.param(*each, marks=pytest.mark.long) for each in MORE)])
def test_who_ends_what_was_interrupted_may_be_killed_as_well(
    change: str, how: str, folder: Path, begets: Children
) -> None:
    start = begun(folder / "start", change)
    old, new = seen(start), after(start, folder / "new", change)
    tried = 0
    step = 1 if settings().max_examples == thinned.HUNDRED else 5
    for interrupted, book in _interrupted(start, folder, change, begets, step):
        for at in range(1, LAST):
            copy = shutil.copytree(book, folder / f"{interrupted}-{at}")
            code = begets("recovering", copy, how=how, at=at)
            dropped = history_of(copy).records[-1].dropped
            assert seen(copy) == (old if dropped else new)
            goes_on(copy, now=old if dropped else new)
            shutil.rmtree(copy)
            tried += 1
            if code == 0:
                assert dropped is (how == "drop")
                break
            assert code == -9
    assert tried > 5
    sys.stdout.write(f"{change}, {how}: {tried} killed or done\n")


def _interrupted(start: Path, folder: Path, change: str, begets: Children, step: int) -> Iterator[tuple[int, Path]]:
    """Books whose change was interrupted behind its moment, at every so many steps."""
    for at in range(1, LAST):
        book = shutil.copytree(start, folder / f"at-{at}")
        if begets("killed", book, change=change, number=FIRST, at=at) == 0:
            return
        if (book / STATE / PENDING).exists() and at % step == 0:
            yield at, book


# Readers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", EVERY)
def test_readers_between_any_two_steps(change: str, folder: Path) -> None:
    """Who begins and ends there sees the one book or the other, and none sees the old one after the new."""
    book = begun(folder / "book", change)
    old, new = seen(book), after(book, folder / "new", change)
    told: list[str] = []
    with before_each(lambda _name, _args: told.append(seen(book))), held(book) as pen:
        write(pen, change, FIRST)
    told.append(seen(book))
    assert {*told} == {old, new}
    assert told == [*[old] * told.count(old), *[new] * told.count(new)]


@pytest.mark.parametrize("change", EVERY)
def test_readers_that_begin_at_one_step_and_end_at_another(change: str, folder: Path) -> None:
    """They see one of both books whole, or that it is another one by now."""
    book = begun(folder / "book", change)
    copy = shutil.copytree(book, folder / "new")
    with held(copy) as pen:
        write(pen, change, FIRST)
    books, readers, ends = [glance(book)(), glance(copy)()], [glance(book)], [0, 0, 0]

    def step(_name: str, _args: Sequence[object]) -> None:
        for rest in readers:
            try:
                ends[books.index(rest())] += 1
            except MovedError:
                ends[2] += 1
        readers.append(glance(book))

    with before_each(step), held(book) as pen:
        write(pen, change, FIRST)
    step("", ())
    assert all(end > 5 for end in ends), ends


# Killed at random --------------------------------------------------------------------------------------------------


def by_numbers(book: Path, path: str) -> list[int]:
    """The numbers of the rows of a file, each of which is whole."""
    raw = content(book, path)
    assert raw is not None
    assert raw.endswith(b"\n")
    fields = [line.split(",") for line in raw.decode().splitlines()[1:]]
    assert {len(row) for row in fields} <= {4}
    codes = [row[2] if path.startswith("pledges") else row[0] for row in fields]
    return sorted(int(code.partition("-")[2]) for code in codes)


@pytest.mark.parametrize("shots", [60, pytest.param(500, marks=pytest.mark.long)])
def test_writers_that_are_killed_at_random(shots: int, folder: Path, begets: Children) -> None:
    """What was acknowledged is there once, in every file; what was not is there in all of them, or in none."""
    book, dice = made(folder / "book"), random.Random(shots)
    times = sorted(begets("timed", book, change="three", number=number) for number in range(3, 13))
    done, killed = {*range(3, 13)}, 0
    for number in range(100, 100 + shots):
        change, seconds = dice.choice(["one", "three"]), dice.uniform(0, times[-2])
        code = begets("shot", book, change=change, number=number, after=seconds)
        seen(book)
        assert code in (0, -9)
        killed += code != 0
        done |= {number} if code == 0 else set()
    with held(book):
        assert left_over(book) == []
    there = {path: by_numbers(book, path) for path in ("households.csv", "pledges/c1.csv", "pledges/c2.csv")}
    for path, numbers in there.items():
        assert len(numbers) == len({*numbers}), path
    assert done <= {*there["pledges/c1.csv"]}
    assert {*there["pledges/c2.csv"]} == {*there["households.csv"]} - {1, 2}
    assert {*there["pledges/c2.csv"]} <= {*there["pledges/c1.csv"]}
    assert killed > shots // 10
    made_anyhow = len(there["pledges/c1.csv"]) - 1 - len(done)
    sys.stdout.write(f"{shots} writers, {killed} killed, of whose changes {made_anyhow} are there\n")


# Many at once ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("several", [20, pytest.param(100, marks=pytest.mark.long)])
def test_many_write_at_once(several: int, folder: Path, begets: Children) -> None:
    """Each waits for its turn, and the rows of all are there, once."""
    book = made(folder / "book")
    numbers = [*range(100, 100 + several)]
    assert begets("crowd", book, change="three", numbers=numbers) == [0] * several
    assert by_numbers(book, "households.csv") == [1, 2, *numbers]
    assert by_numbers(book, "pledges/c1.csv") == [1, *numbers]
    assert [record.id for record in history_of(book).records] == [*range(1, several + 1)]


def test_many_undo_at_once(folder: Path, begets: Children) -> None:
    """Which change is meant is settled before anybody is waited for: one takes it back, and the others are told."""
    book = made(folder / "book")
    for number in (100, 101):
        with held(book) as pen:
            write(pen, "three", number)
    codes = begets("undoing", book, several=20)
    assert sorted(codes) == [0, *[5] * 19]
    assert by_numbers(book, "pledges/c1.csv") == [1, 100]


# What the system refuses -------------------------------------------------------------------------------------------


def failing(at: int, failure: Callable[[], BaseException]) -> Callable[[str, Sequence[object]], None]:
    """What fails at the n-th step."""
    calls = 0

    def step(_name: str, _args: Sequence[object]) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise failure()

    return step


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def end_of(book: Path, change: str, step: Callable[[str, Sequence[object]], None]) -> str:
    """How a writer ends: the code of the rule that refuses, or a word."""
    try:
        with before_each(step), held(book) as pen:
            write(pen, change, FIRST)
    except Refused as refused:
        (found,) = refused.findings
        return f"{found.rule.code}{' kept' * isinstance(refused, Kept)}"
    except KeyboardInterrupt:
        return "interrupted"
    return "done"


@pytest.mark.spread
@pytest.mark.parametrize("failure", [full, KeyboardInterrupt], ids=["full", "interrupt"])
@pytest.mark.parametrize("change", EVERY)
def test_a_step_that_fails(change: str, failure: Callable[[], BaseException], folder: Path) -> None:
    """Before the moment of a change nothing is changed; behind it the change is made, and whoever is told knows it."""
    start = begun(folder / "start", change)
    old, new = seen(start), after(start, folder / "new", change)
    ends: list[str] = []
    for at in range(1, 80, 1 if settings().max_examples == thinned.HUNDRED else 3):
        book = shutil.copytree(start, folder / str(at))
        ends.append(end_of(book, change, failing(at, failure)))
        now = seen(book)
        if ends[-1] in ("U139", "U140"):
            assert (now, left_over(book)) == (old, [])
        elif ends[-1] in ("U136 kept", "done"):
            assert now == new
        assert now in (old, new)
        goes_on(book, now=now)
    told = {"interrupted"} if failure is KeyboardInterrupt else {"U139", "U140", "U136 kept"}
    assert {*ends} == {*told, "done"}


def test_a_file_that_somebody_saves_meanwhile(folder: Path) -> None:
    """What is saved before the last look is kept, and nothing else is touched."""
    start = made(folder / "start")
    foreign = (content(start, "households.csv") or b"") + b"A1-900,A1,,\n"
    ends: list[str] = []
    for at in range(1, 40):
        book = shutil.copytree(start, folder / str(at))
        ends.append(_saved_at(book, at, foreign))
        if ends[-1] == "U131":
            assert content(book, "households.csv") == foreign
            assert all(content(book, name) == raw for name, raw in tree(start).items() if name != "households.csv")
            assert left_over(book) == []
            assert not (book / STATE / PENDING).exists()
    assert ends == [*["U131"] * ends.count("U131"), *["done"] * ends.count("done")]
    assert ends.count("U131") > 8


def _saved_at(book: Path, at: int, foreign: bytes) -> str:
    """How a writer ends who has read the book, whereupon somebody saves a file before the n-th step."""
    calls, planned = 0, rewrites(book, "three", FIRST)

    def step(_name: str, _args: Sequence[object]) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            (book / "households.csv").write_bytes(foreign)

    try:
        with before_each(step), held(book) as pen:
            pen.write("three", planned, Rows(added=3))
    except Kept as refused:
        return refused.findings[0].rule.code
    return "done"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """A real one: what does not fit on it is refused, and nothing is changed; once there is room it is written."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=256k", "antq", str(disk)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        book = made(disk / "book")
        old = seen(book)
        large = [Splice(len(content(book, "households.csv") or b""), b"", b"A1-003,A1,,\n" * 20_000)]
        with pytest.raises(Refused) as caught, held(book) as pen:
            pen.write("edit", [Rewrite("households.csv", content(book, "households.csv"), large)], Rows())
        assert caught.value.findings[0].rule.code == "U139"
        assert (seen(book), left_over(book)) == (old, [])
        goes_on(book, now=old)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
