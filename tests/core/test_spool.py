"""Very many things in order: sorted as in memory, read as often as one likes, in a file that leaves nothing behind."""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core import spool
from antq_cli.core.spool import Spool

Thing = tuple[int, str]
THINGS = st.lists(st.tuples(st.integers(0, 9), st.text("ab", max_size=2)), max_size=60)


def first(thing: Thing) -> int:
    return thing[0]


def spooled(things: Iterable[Thing]) -> Spool[Thing]:
    made = Spool(first)
    for thing in things:
        made.add(thing)
    return made


def same_order(things: list[Thing]) -> None:
    made = spooled(things)
    assert list(made) == list(made) == sorted(things, key=first)
    assert len(made) == len(things)
    assert all(thing in made for thing in things[:3])
    assert (10, "") not in made


@pytest.mark.parametrize("size", [1, 3, 1000])
@given(things=THINGS)
def test_things_come_in_order_and_what_is_equal_as_it_came(size: int, things: list[Thing]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "ROOM", size)
        patch.setattr(spool, "_CHUNK", 2)
        patch.setattr(spool, "_RUNS", 3)
        same_order(things)


def test_things_may_be_added_after_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "ROOM", 2)
    made = spooled([(3, ""), (1, ""), (2, "")])
    assert [number for number, _ in made] == [1, 2, 3]
    made.add((0, ""))
    assert [number for number, _ in made] == [0, 1, 2, 3]


def test_two_readers_do_not_disturb_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "ROOM", 2)
    made = spooled((n % 7, str(n)) for n in range(50))
    assert all(one == other for one, other in zip(made, made, strict=True))


def test_what_fits_into_memory_makes_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_file() -> None:
        raise AssertionError

    monkeypatch.setattr(spool, "_nameless", no_file)
    assert len(list(spooled((n, "") for n in range(spool.ROOM - 1)))) == spool.ROOM - 1


if os.name == "posix":

    def test_the_file_is_nobody_elses_and_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        monkeypatch.setattr(spool, "ROOM", 2)
        made = spooled((n, "") for n in range(9))
        assert made._file is not None
        found = os.fstat(made._file.fileno())
        assert (stat.S_IMODE(found.st_mode), found.st_nlink, found.st_size > 0) == (0o600, 0, True)
        assert [*tmp_path.iterdir()] == []


class Full:
    """A file on a disk on which there is room for so many writes."""

    def __init__(self, writes: int) -> None:
        self._file = spool._nameless()
        self._left = writes
        self.seek, self.read, self.close = self._file.seek, self._file.read, self._file.close

    def write(self, raw: bytes) -> int:
        self._left -= 1
        if self._left == 0:
            return self._file.write(raw[: len(raw) // 2])
        if self._left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(raw)


@pytest.mark.parametrize("writes", [1, 2, 5])
def test_on_a_full_disk_memory_has_to_do(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "ROOM", 2)
    full = Full(writes)
    monkeypatch.setattr(spool, "_nameless", lambda: full)
    things = [(n % 4, str(n)) for n in range(30)]
    assert list(spooled(things)) == sorted(things, key=first)


def test_where_no_file_can_be_made_memory_has_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(spool, "ROOM", 2)
    monkeypatch.setattr(spool, "_nameless", nowhere)
    assert len(list(spooled((n, "") for n in range(9)))) == 9
