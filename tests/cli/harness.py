"""Running antq as its users do: in this process, where a test asks what is printed, and as a process of its own."""

import gc
import io
import json
import os
import re
import shlex
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any, ClassVar
from unittest import mock

import antq_cli
from antq_cli.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
BOOKS = ROOT / "tests" / "books"
PUBLISHED = ROOT / "data" / "cam-thuy-2021"
SAMPLE = ROOT / "data" / "cam-thuy-sample"
TODAY = "2026-08-01"
# What antq or Rich hears of the environment beside ANTQ_*; a test says what it wants to be heard.
_HEARD = (
    *("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"),
    *("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8"),
)
# What is told is found out now; and where nothing is remembered, nothing of this machine's can be forgotten.
NO_CACHE = {"ANTQ_CACHE": "off", "XDG_CACHE_HOME": "/no/cache"}


Line = str | Sequence[object]


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    line: Line
    code: int
    out: bytes
    err: bytes
    columns: int = 80

    @property
    def stdout(self) -> str:
        return self.out.decode("utf-8")

    @property
    def stderr(self) -> str:
        """What was said, each sentence on one line, however narrow the terminal is."""
        return unfolded(self.err.decode("utf-8"), self.columns)

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.stdout)

    @property
    def screen(self) -> str:
        """The run as a snapshot shows it; stderr and the exit code where there is something to say of them.

        Left out is what changes with every version of antq and says nothing to who reads it.
        """
        parts = [f"$ antq {shlex.join(words(self.line))}\n{self.stdout}"]
        parts += [f"--- stderr\n{self.err.decode('utf-8')}"] if self.err else []
        parts += [f"--- exit {self.code}\n"] if self.code else []
        text = "".join(parts).replace(antq_cli.__version__, "VERSION")
        return re.sub("sha256:[0-9a-f]{64}", "sha256:…", text)


# What begins a line of its own: a remedy, a line of a file, the caret under it; and what ends one: a place and a code.
_OWN = re.compile(r"  (→ | *\d+ \| | *\| +\^)")
_HEAD = re.compile(r"\S.* [A-Z]\d{3} (error|warning|lỗi|cảnh báo)")


def unfolded(text: str, columns: int) -> str:
    """A text without the ends of lines where it was folded: where the next word had no room."""
    lines: list[str] = []
    before = ""
    for line in text.split("\n"):
        word = line.split(maxsplit=1)[:1]
        indented = line.startswith("  ") and not _OWN.match(line) and not _HEAD.fullmatch(before)
        if lines and word and indented and len(before) + 1 + len(word[0]) > columns:
            lines[-1] += f" {line.lstrip()}"
        else:
            lines.append(line)
        before = line
    return "\n".join(lines)


class Stream(io.TextIOWrapper):
    """A stream into memory that Windows would open: another encoding, other line ends. antq is to heed neither."""

    TERMINAL: ClassVar[bool] = False

    def __init__(self) -> None:
        self.memory = io.BytesIO()
        super().__init__(self.memory, encoding="cp1252", newline="\r\n", write_through=True)

    def isatty(self) -> bool:
        return self.TERMINAL


class Terminal(Stream):
    """A stream that says that it is a terminal."""

    TERMINAL = True


def environment(columns: int = 80, **said: str) -> dict[str, str]:
    """The environment of a run: of what antq hears only what is said here."""
    kept = {name: value for name, value in os.environ.items() if name not in _HEARD and not name.startswith("ANTQ_")}
    return kept | {"COLUMNS": str(columns), "LINES": "24", "ANTQ_TODAY": TODAY} | NO_CACHE | said


@contextmanager
def surroundings(env: Mapping[str, str], cwd: Path, out: Stream, err: Stream) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(cwd)
    try:
        with (
            mock.patch.dict(os.environ, env, clear=True),
            mock.patch.object(sys, "stdout", out),
            mock.patch.object(sys, "stderr", err),
        ):
            yield
    finally:
        os.chdir(before)
        gc.enable()  # a command turns it off for the rest of its process


def words(line: Line) -> list[str]:
    """The words of a command line, written as in a shell or as a list."""
    return shlex.split(line) if isinstance(line, str) else [str(word) for word in line]


def run(
    line: Line,
    columns: int = 80,
    cwd: Path = ROOT,
    *,
    terminal: bool = False,
    closed: str = "",
    env: Mapping[str, str] | None = None,
    **said: str,
) -> Ran:
    """Run a command line in this process; ``env`` and ``said`` are variables of the environment."""
    out, err = (Terminal(), Terminal()) if terminal else (Stream(), Stream())
    with surroundings({**environment(columns, **said), **(env or {})}, cwd, out, err):
        if closed:  # as Python leaves a stream that its parent has closed
            setattr(sys, closed, None)
        code = main(words(line))
    return Ran(line, int(code), out.memory.getvalue(), err.memory.getvalue(), columns)


@contextmanager
def process(
    line: Line, cwd: Path = ROOT, env: Mapping[str, str] | None = None, *, stdout: int = PIPE, stderr: int = PIPE
) -> Iterator[Popen[bytes]]:
    """A command line as a process of its own, from the package that is tested; it does not outlive its test."""
    package = str(Path(antq_cli.__file__).resolve().parents[1])
    surroundings = {**(environment() if env is None else env), "PYTHONPATH": package}
    command = [sys.executable, "-m", "antq_cli", *words(line)]
    # In the background of a shell interrupts are ignored, and so they would be by each process that a test starts.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        started = Popen(command, stdout=stdout, stderr=stderr, env=surroundings, cwd=cwd)
    finally:
        signal.signal(signal.SIGINT, heard)
    with started as child:
        try:
            yield child
        finally:
            child.kill()


def spawn(line: Line, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command line as a process of its own to its end."""
    with process(line, cwd, env) as child:
        out, err = child.communicate(timeout=30)
    return Ran(line, child.returncode, out, err)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; compared before and after, it shows that nothing was written."""
    return {file.relative_to(folder).as_posix(): _bytes(file) for file in sorted(folder.rglob("*")) if file.is_file()}


def _bytes(file: Path) -> bytes:
    with suppress(PermissionError):
        return file.read_bytes()
    return b""
