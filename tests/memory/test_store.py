"""An entry is whole or not there, is the user's alone, and no cache folder in whatever state fails a command."""

import errno
import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen
from unittest import mock

import pytest

from antq_cli.memory import store as stores
from antq_cli.memory.store import Store
from antq_cli.memory.surroundings import cache_folder
from tests.cli.harness import ROOT, run
from tests.memory.asking import Asker, said

LINE = "-b tests/books/areas teams summary"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path / "cache")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


# Entries are called by hashes.
A, B, C, D, E, F, G = (digit * 64 for digit in "abcdef0")


def files(store: Store) -> list[str]:
    return sorted(path.name for path in Path(store.folder).iterdir())


# Whole or not there ---------------------------------------------------------------------------------------------


def test_an_entry_comes_back(store: Store) -> None:
    assert store.get(A) is None
    for body in (b"", b"{}", bytes(range(256))):
        store.put(A, body)
        assert store.get(A) == body
    assert files(store) == [A]
    store.drop(A)
    assert store.get(A) is None


def test_an_entry_that_is_damaged_anywhere_is_dropped(store: Store) -> None:
    store.put(A, b'{"code":0,"said":[[false,"25.915"]]}')
    file = Path(store.folder) / A
    whole = file.read_bytes()
    damaged = [whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :] for at in range(len(whole)) for bit in (1, 128)]
    damaged += [whole[:at] for at in range(len(whole))] + [whole + b"\n", b"\n" + whole, whole * 2]
    for raw in damaged:
        file.write_bytes(raw)
        assert store.get(A) is None
        assert not file.exists()
    file.write_bytes(whole)
    assert store.get(A) is not None


def test_a_damaged_entry_changes_no_answer(asker: Asker) -> None:
    cold = said(run(LINE))
    asker.ask(LINE)
    (file,) = asker.entries
    whole = file.read_bytes()
    for at in range(0, len(whole), len(whole) // 9):
        file.write_bytes(whole[:at] + b"#" + whole[at + 1 :])
        told = asker.ask(LINE)
        assert (told.all, told.remembered) == (cold, whole[at] == ord("#"))
        file.write_bytes(whole[:at])
        assert asker.ask(LINE).all == cold
    assert asker.ask(LINE).remembered


def test_an_entry_that_somebody_else_has_written_is_dropped(asker: Asker) -> None:
    """Also one that is whole: of an antq to which the same words mean something else, or of another line."""
    cold = said(run(LINE))
    asker.ask(LINE)
    (file,) = asker.entries
    known = Store(str(asker.folder)).get(file.name)
    assert known is not None
    entry = json.loads(known)
    wrong: list[object] = [None, "x", [[1]], [["file"]], [[[]]], [[7, 7, 7]]]
    others = [
        *(entry | {name: value} for name in entry for value in wrong),
        entry | {"seen": []},
        *({key: value for key, value in entry.items() if key != name} for name in entry),
        *([], None, 1, "x", {}),
    ]
    bodies = [json.dumps(other).encode() for other in others if other != entry]
    for body in (*bodies, known + b" ", known + b"1", b"\xff", b"", b"[" * 100_000, b"{"):
        Store(str(asker.folder)).put(file.name, body)
        told = asker.ask(LINE)
        assert (told.all, told.remembered) == (cold, False), body


_KILLED = """
import os, signal, sys
from antq_cli.memory.store import Store
store, old, new = Store(sys.argv[1]), b"old" * 9, b"new" * 99999
store.put("a" * 64, old)

def dying(at):
    calls = 0
    def hook(event, args):
        nonlocal calls
        calls += event in ("open", "os.rename", "os.mkdir", "os.remove", "os.scandir", "os.utime", "os.chmod")
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
    return hook

def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

at = killed = 0
while True:
    at += 1
    def work():
        sys.addaudithook(dying(at))
        store.put("a" * 64, new)
    code = child(work)
    assert store.get("a" * 64) in (old, new), at
    if code == 0:
        break
    killed += 1
assert store.get("a" * 64) == new
half = len(os.listdir(sys.argv[1])) - 1

def many(number):
    for turn in range(50):
        store.put("b" * 64, bytes([65 + number]) * (number * 5000 + turn + 1))
        found = store.get("b" * 64)
        assert found is None or len(set(found)) == 1, found
        if turn % 7 == 0:
            store.clear()

crowd = []
for number in range(6):
    pid = os.fork()
    if pid == 0:
        try:
            many(number)
        except BaseException:
            os._exit(1)
        os._exit(0)
    crowd.append(pid)
codes = {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in crowd}
print(killed, half, codes)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_who_is_killed_on_the_way_and_who_comes_at_once_do_no_harm(store: Store) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", _KILLED, store.folder], env=env, capture_output=True, text=True, check=False
    )
    killed, half, codes = ran.stdout.split(maxsplit=2)
    assert int(killed) >= 3, ran.stderr
    assert int(half) >= 1  # was left lying, and is cleared away
    assert codes == "{0}\n"
    assert not any(name.startswith(".") for name in files(store))


def test_several_processes_at_once_say_the_same(asker: Asker) -> None:
    env = asker.environment() | {"PYTHONPATH": str(ROOT / "src")}
    line = [sys.executable, "-m", "antq_cli", *LINE.split()]
    children = [Popen(line, cwd=ROOT, env=env, stdout=PIPE, stderr=PIPE) for _ in range(4)]
    assert {child.communicate() for child in children} == {said(run(LINE))[1:]}
    assert len(asker.entries) == 1
    assert asker.ask(LINE).ran.out == run(LINE).out


# Folders of all kinds -------------------------------------------------------------------------------------------


def a_file(home: Path) -> None:
    home.write_text("")


def a_file_in_it(home: Path) -> None:
    home.mkdir()
    (home / "antq").write_text("")


def a_folder_for_an_entry(home: Path) -> None:
    asker = Asker(home)
    asker.ask(LINE)
    (file,) = asker.entries
    file.unlink()
    file.mkdir()


def open_to_others(home: Path) -> None:
    (home / "antq" / "answers").mkdir(parents=True)
    (home / "antq" / "answers").chmod(0o777)


def a_link_to_another(home: Path) -> None:
    (home / "antq").mkdir(parents=True)
    (home / "other").mkdir(mode=0o700)
    (home / "antq" / "answers").symlink_to(home / "other")


def a_link_to_nowhere(home: Path) -> None:
    home.symlink_to(home / "nowhere")


@pytest.mark.parametrize(
    "make",
    [a_file, a_file_in_it, a_folder_for_an_entry, open_to_others, a_link_to_another, a_link_to_nowhere],
)
def test_a_folder_that_cannot_be_used_remembers_nothing(make: Callable[[Path], None], asker: Asker) -> None:
    make(asker.home)
    assert not asker.twice(LINE)


@pytest.mark.parametrize("call", ["makedirs", "open", "replace", "scandir", "unlink", "utime", "lstat", "fstat"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_whatever_is_refused_fails_nothing(call: str, number: int, store: Store) -> None:
    """A folder that is full, or may only be read."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    store.put(A, b"old")
    with mock.patch.object(os, call, refuse):
        store.put(A, b"new")
        store.used(A)
        assert store.get(A) in (b"old", b"new", None)
        store.entries()
        store.clear()
        store.drop(A)
    assert not [name for name in files(store) if name.startswith(".") and call != "unlink"]


@pytest.mark.skipif(sys.platform == "win32", reason="there a user's folder is only his")
def test_a_folder_of_somebody_else_is_not_used(store: Store) -> None:
    store.put(A, b"forged")
    with mock.patch.object(os, "geteuid", return_value=os.getuid() + 1):
        assert store.get(A) is None
        store.put(B, b"seen by others")
    assert files(store) == [A]


@pytest.mark.skipif(sys.platform == "win32", reason="has other modes")
@pytest.mark.parametrize("mask", [0, 0o22, 0o77])
def test_entries_are_for_nobody_else_to_read(mask: int, store: Store) -> None:
    before = os.umask(mask)
    try:
        store.put(A, b"")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (Path(store.folder), Path(store.folder) / A)]
    assert modes == [0o700, 0o600]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
@pytest.mark.parametrize("mode", [0o700, 0o777])
def test_nobody_waits_for_a_pipe(mode: int, store: Store) -> None:
    """Whoever may write into a folder may put there what never ends."""
    store.put(A, b"old")
    Path(store.folder, A).unlink()
    os.mkfifo(Path(store.folder, A))
    Path(store.folder).chmod(mode)
    code = "import sys; from antq_cli.memory.store import Store; print(Store(sys.argv[1]).get(sys.argv[2]))"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    asked = [sys.executable, "-c", code, store.folder, A]
    ran = subprocess.run(asked, env=env, stdout=PIPE, check=True, timeout=60)
    assert ran.stdout.split() == [b"None"]
    store.put(A, b"new")
    assert store.get(A) == (b"new" if mode == 0o700 else None)


# What other programs, and people, call their files.
_OTHERS = ("letter.txt", ".profile", "A" * 64, "a" * 63, "." + "a" * 63, "g" * 64, "a" * 65)


def test_what_is_no_entry_is_not_cleared_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "MOST", 1)
    store.put(A, b"")
    for name in _OTHERS:
        Path(store.folder, name).write_text("mine")
        os.utime(Path(store.folder, name), (1, 1))
    store.put(B, b"")
    assert files(store) == sorted([*_OTHERS, B])
    assert [Path(path).name for *_, path in store.entries()] == [B]
    assert store.clear() == 1
    assert files(store) == sorted(_OTHERS)


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators")
def test_nothing_is_cleared_away_where_a_link_leads(store: Store, tmp_path: Path) -> None:
    other = Store(str(tmp_path / "other"))
    other.put(A, b"")
    Path(store.folder).symlink_to(other.folder)
    store.put(B, b"")
    assert (store.get(A), store.entries(), store.clear()) == (None, [], 0)
    assert files(other) == [A]
    assert other.clear() == 1


# Room -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def aged(store: Store) -> Callable[[str, int], None]:
    def age(name: str, seconds: int) -> None:
        then = time.time() - seconds
        os.utime(Path(store.folder) / name, (then, then))

    return age


def test_what_nobody_uses_goes_first(
    store: Store, aged: Callable[[str, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "MOST", 3)
    for age, name in enumerate((A, B, C)):
        store.put(name, b"")
        aged(name, 1000 - age)
    store.used(A)
    store.put(D, b"")
    assert files(store) == [A, C, D]
    monkeypatch.setattr(stores, "LARGEST", 1000)
    store.put(E, b"x" * 600)
    assert files(store) == [A, D, E]
    aged(A, 10)
    store.put(F, b"x" * 100)
    assert files(store) == [D, E, F]
    store.put(G, b"x" * 2000)
    assert files(store) == []


def test_what_was_never_finished_is_cleared_away(store: Store, aged: Callable[[str, int], None]) -> None:
    store.put(A, b"")
    for name in (f".{A}.1.1", f".{A}.2.2"):
        (Path(store.folder) / name).write_text("half")
    aged(f".{A}.1.1", 4000)
    store.put(B, b"")
    assert files(store) == [f".{A}.2.2", A, B]
    assert [Path(path).name for _, _, path in store.entries()] == [A, B]
    assert store.clear() == 3
    assert files(store) == []


# Where it is ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "said", "folder"),
    [
        ("linux", {"HOME": "~"}, "~/.cache"),
        ("linux", {"HOME": "~", "XDG_CACHE_HOME": "~/other"}, "~/other"),
        ("linux", {"HOME": "~", "XDG_CACHE_HOME": "other"}, "~/.cache"),  # as freedesktop.org has it
        ("linux", {"XDG_CACHE_HOME": "~/other"}, "~/other"),
        ("darwin", {"HOME": "~", "XDG_CACHE_HOME": "~/other"}, "~/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "~", "HOME": "~/other"}, "~"),
        ("linux", {}, None),
        ("linux", {"HOME": ""}, None),
        ("linux", {"HOME": "home"}, None),
        ("linux", {"HOME": "~/missing"}, None),
        ("darwin", {}, None),
        ("win32", {"HOME": "~"}, None),
    ],
)
def test_the_folder_is_that_of_the_platform(
    platform: str, said: dict[str, str], folder: str | None, tmp_path: Path
) -> None:
    env = {name: value.replace("~", str(tmp_path)) for name, value in said.items()}
    with mock.patch.object(sys, "platform", platform), mock.patch.dict(os.environ, env, clear=True):
        assert cache_folder() == (None if folder is None else folder.replace("~", str(tmp_path)))


def test_without_a_home_nothing_is_remembered(asker: Asker) -> None:
    home = {"XDG_CACHE_HOME": "", "HOME": str(asker.home / "missing"), "LOCALAPPDATA": ""}
    assert not asker.twice(LINE, env=home)
    assert not asker.home.exists()
