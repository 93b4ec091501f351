"""The lock: one process at a time, for as long as it lives."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from antq_cli.writing import lock as locks
from antq_cli.writing.lock import BusyError, locked
from tests.cli.harness import ROOT, process
from tests.writing.test_undo import asked, copied

HOLD = """
import sys
from pathlib import Path
from antq_cli.writing.lock import locked
with locked(Path(sys.argv[1]), 0, lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def nobody() -> None:
    """Be told that one waits."""


@contextmanager
def holder(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds a lock, until its stdin is closed or it is killed."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "held\n"
            yield child
        finally:
            child.kill()


def test_another_process_is_kept_out_and_then_let_in(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as child:
        began = time.monotonic()
        with pytest.raises(BusyError), locked(path, 0.2, nobody):
            pass
        assert 0.2 <= time.monotonic() - began < 2
        assert child.stdin is not None
        threading.Timer(0.3, child.stdin.close).start()
        with locked(path, 20, nobody):
            assert time.monotonic() - began > 0.3
    assert path.exists()


def test_a_process_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as child:
        child.kill()
        child.wait()
        with locked(path, 0, nobody):
            pass


def test_a_file_that_lies_there_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("9999")
    with locked(path, 0, nobody):
        pass
    assert path.read_text() == "9999"


def test_the_same_process_is_kept_out_as_well(tmp_path: Path) -> None:
    """Of two threads one waits; what the one raised lets go of it."""
    path = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), locked(path, 0, nobody):  # noqa: PT012
        with pytest.raises(BusyError), locked(path, 0, nobody):
            pass
        raise ZeroDivisionError
    with locked(path, 0, nobody):
        pass


def test_who_waits_is_told_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_WONDER", 0.05)
    told: list[float] = []
    with locked(tmp_path / "lock", 0, nobody), pytest.raises(BusyError):
        locked(tmp_path / "lock", 0.3, lambda: told.append(time.monotonic())).__enter__()
    assert len(told) == 1
    with locked(tmp_path / "lock", 5, lambda: told.append(0)):
        assert len(told) == 1


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_is_no_lock(tmp_path: Path) -> None:
    """Else whoever can make a link lets antq make a file anywhere."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"lock"), locked(tmp_path / "lock", 0, nobody):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_command_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    book = copied(tmp_path)
    (book / ".antq/lock").touch()
    with holder(book / ".antq/lock") as child:
        with process(["undo", "-b", book, "--wait", "20", "--lang", "en"]) as waiting:
            assert waiting.stderr is not None
            said = waiting.stderr.readline().decode()
            assert said == "Another change of this book is being made; waiting for up to 20 seconds …\n"
            assert waiting.poll() is None
            assert asked(book, "undo --wait 0").code == 5
            assert asked(book, "pledges summary").code == 0  # who reads waits for nobody
            child.kill()
            waiting.communicate(timeout=30)
        assert waiting.returncode == 0
