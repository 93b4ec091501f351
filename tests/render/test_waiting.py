"""Who waits at a terminal sees what is being done, after a second; nobody else does, and nothing of it stays."""

import io
import os
import pty
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from antq_cli.render import waiting
from antq_cli.render.waiting import Waiting
from tests.cli.harness import ROOT, SAMPLE, environment

CLEARED = "\r\x1b[K"


class Screen(io.TextIOWrapper):
    """A terminal that keeps what is written to it."""

    def __init__(self) -> None:
        self.held = io.BytesIO()
        super().__init__(self.held, "utf-8")

    def isatty(self) -> bool:
        return True

    def seen(self) -> str:
        return self.held.getvalue().decode()


def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal in place of stderr; no fixture, for between these and a test pytest takes stderr back."""
    found = Screen()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setattr(waiting, "SECONDS", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    return found


def shown(screen: Screen, text: str) -> bool:
    """Whether a text comes up within some time."""
    until = time.monotonic() + 5
    while text not in screen.seen() and time.monotonic() < until:
        time.sleep(0.005)
    return text in screen.seen()


def test_the_line_comes_after_a_while_changes_and_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    with Waiting() as line:
        line.say("Counting…")
        assert screen.seen() == ""
        assert shown(screen, "Counting…")
        line.say("Writing…")
        assert screen.seen().endswith(f"{CLEARED}Writing…")
    assert screen.seen().endswith(CLEARED)


def test_what_takes_no_time_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setattr(waiting, "SECONDS", 60.0)
    with Waiting() as line:
        line.say("Counting…")
    assert screen.seen() == ""


@pytest.mark.parametrize("why", ["quiet", "dumb", "no terminal"])
def test_who_wants_or_can_see_nothing_sees_nothing(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if why == "no terminal":
        monkeypatch.setattr(Screen, "isatty", lambda _: False)
    with Waiting(quiet=why == "quiet") as line:
        line.say("Counting…")
        time.sleep(0.15)
    assert screen.seen() == ""


def test_a_line_is_never_wider_than_the_terminal_nor_moves_its_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    with Waiting() as line:
        line.say("x" * 100 + "\x1b[31m")
        assert shown(screen, "…")
        line.say("a\x1b[31mb")
        assert screen.seen().endswith("a\\x1b[31mb")
    first = screen.seen().split(CLEARED)[1]
    assert first == "x" * 38 + "…"


def test_a_fault_takes_the_line_away_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    line = Waiting()
    line.say("Counting…")
    with pytest.raises(ValueError, match="no"), line:
        raise _seen(screen)
    assert screen.seen().endswith(CLEARED)


def _seen(screen: Screen) -> ValueError:
    assert shown(screen, "Counting…")
    return ValueError("no")


PROGRAM = """
import sys
from antq_cli.render import waiting
waiting.SECONDS = 0.0
from antq_cli.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_report_says_what_it_does_on_a_terminal_and_leaves_stdout_alone(tmp_path: Path) -> None:
    words = ["report", "-b", str(SAMPLE), "--period", "2021-08", "--lang", "en", "-o", str(tmp_path / "a.md")]
    leader, end = pty.openpty()
    env = {**environment(), "TERM": "xterm"}
    line = [sys.executable, "-c", PROGRAM, *words]
    child = subprocess.Popen(line, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=end)
    os.close(end)
    seen = b"".join(iter(partial(_block, leader), b""))
    out, _ = child.communicate()
    os.close(leader)
    assert (child.returncode, out) == (0, b"")
    lines = [each for each in seen.decode().split(CLEARED) if each]
    assert lines[0].startswith("Reading the book and counting")
    assert lines[-2].startswith("Writing ")
    assert lines[-1].startswith("Gaps to fill in")


def _block(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:  # nobody writes there any more
        return b""
