"""Completion in the shells that are here: a line is typed into one, and what it makes of it is read from its screen.

There is no PowerShell on most machines that run this; what its script asks and is told is in test_completion.py.
"""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import antq_cli
from antq_cli.checks.registry import registry
from antq_cli.cli.shells import SHELLS, script
from tests.cli.harness import BOOKS, ROOT, environment
from tests.thinned import spread

_SCREEN = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r|\x08")
# What a shell is told before a test: where nothing is asked, and everything that fits is shown at once.
SETTINGS = {
    "bash": "bind 'set completion-query-items 0' 'set page-completions off' 'set show-all-if-ambiguous on'"
    " 'set enable-bracketed-paste off'; source <(antq --show-completion bash)",
    "zsh": "PS1='> '; LISTMAX=0; setopt no_beep no_list_ambiguous; autoload -U compinit && compinit -u -D;"
    " source <(antq --show-completion zsh)",
}
STARTED = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}
_LONGEST = 20.0  # seconds


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment in which there is an antq, the one that is tested, and nothing of who runs the tests."""
    folder = tmp_path_factory.mktemp("bin")
    antq = folder / "antq"
    antq.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m antq_cli "$@"\n', "utf-8")
    antq.chmod(0o755)
    shutil.copytree(BOOKS / "journal", folder / "book")
    home = {"HOME": str(folder), "HISTFILE": "", "PS1": "> ", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    package = str(Path(antq_cli.__file__).resolve().parents[1])
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**environment(160), **home, "PATH": path, "PYTHONPATH": package, "ANTQ_LANG": "en"}


# A process of its own opens the terminal: one that runs tests in threads may not fork.
TERMINAL = "import pty, sys; pty.spawn(sys.argv[1:])"


class Typing:
    """A shell at a terminal of its own; its place is that among the shells which are tried."""

    place = 0

    def __init__(self, shell: str, env: Mapping[str, str], cwd: Path) -> None:
        command = [sys.executable, "-c", TERMINAL, *STARTED[shell]]
        self._child = subprocess.Popen(command, env=dict(env), cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._keys, self._handle = self._child.stdin, self._child.stdout.fileno()
        self._send(f"{SETTINGS[shell]}; echo REA''DY\n")
        self._until("READY\r")

    def _send(self, keys: str) -> None:
        self._keys.write(keys.encode())
        self._keys.flush()

    def _until(self, text: str) -> str:
        """Read the screen up to a text that nobody types."""
        seen, end = b"", time.monotonic() + _LONGEST
        while text.encode() not in seen:
            assert time.monotonic() < end, seen.decode(errors="replace")
            if select.select([self._handle], [], [], 0.1)[0]:
                seen += os.read(self._handle, 65536)
        return seen.decode()

    def complete(self, line: str) -> tuple[str, str]:
        """Type a line and Tab; return the line that it has become, and what was on the screen meanwhile."""
        self._send(f"{line}\t\x01echo '< \x05 >' EN''D\n")
        seen = _SCREEN.sub("", self._until("END\r"))
        shown, _, told = seen.rpartition("< ")
        return told.partition(" > END")[0].rstrip(), shown

    def close(self) -> None:
        self._child.kill()
        self._child.communicate()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(shell, marks=pytest.mark.skipif(shutil.which(shell) is None, reason=f"there is no {shell} here"))
        for shell in STARTED
    ],
)
def typing(request: pytest.FixtureRequest, env: Mapping[str, str]) -> Iterator[Typing]:
    """Each of the shells that show what they complete on a terminal alone."""
    shell = Typing(request.param, env, ROOT)
    shell.place = [*STARTED].index(request.param)
    yield shell
    shell.close()


FINISHED = {
    "antq pl": "antq pledges",
    "antq pledges tr": "antq pledges trend",
    "antq -b tests/books/journal pledges summary --by=c": "antq -b tests/books/journal pledges summary --by=commune",
    "antq -b tests/books/journal pledges summary --by c": "antq -b tests/books/journal pledges summary --by commune",
    "antq -qb tests/books/journal units 30": "antq -qb tests/books/journal units 30",
    "antq -qb tests/books/jour": "antq -qb tests/books/journal/",
    "antq --book=tests/books/jour": "antq --book=tests/books/journal/",
    "antq check -vqfsa": "antq check -vqfsarif",
    "antq check --regis": "antq check --register",
    "antq check -o docs/ARCH": "antq check -o docs/ARCHITECTURE.md",
    "antq check --output=docs/ARCH": "antq check --output=docs/ARCHITECTURE.md",
    "antq check -odocs/ARCH": "antq check -odocs/ARCHITECTURE.md",
    "antq -b ~/boo": "antq -b ~/book",
    "antq -b ~/book units 3": "antq -b ~/book units 30",
    "antq -b $HOME/book units 3": "antq -b $HOME/book units 30",
    "~/antq pl": "~/antq pledges",
    "antq --show-completion po": "antq --show-completion powershell",
    "antq nothing x": "antq nothing x",
    "antq -b no/such/book pledges summary --by co": "antq -b no/such/book pledges summary --by co",
}


@pytest.mark.spread  # each line in one of the shells, and in all of them in the long run
def test_what_can_only_be_one_thing_is_finished(typing: Typing) -> None:
    for line in spread([*FINISHED], typing.place):
        assert typing.complete(line)[0].rstrip("/") == FINISHED[line].rstrip("/")


SHOWN = {
    "antq pledges ": ["summary", "trend", "gaps"],
    "antq -b tests/books/journal units 10": ["10", "10-01", "10-02"],
    "antq -b tests/books/journal pledges summary --unit=20": ["20", "20-01", "20-02"],
    "antq -b tests/books/areas teams summary --kind ": ["antt", "anxh"],
    "antq -b tests/books/journal check --register c": ["crosswalk", "claims"],
    "antq check --ignore D101,X30": [f"D101,{code}" for code in registry() if code.startswith("X30")],
    "antq pledges trend --every ": ["month", "quarter", "year"],
    "antq check --fail-on ": ["error", "warning", "never"],
    "antq rules D10": [code for code in registry() if code.startswith("D10")],
    "antq claims --ver": ["--verbose", "--version"],
}


@pytest.mark.spread
def test_what_can_be_several_things_is_shown(typing: Typing) -> None:
    for line in spread([*SHOWN], typing.place):
        finished, screen = typing.complete(line)
        assert finished == line.strip() or finished.startswith(line)
        for value in SHOWN[line]:
            told = re.escape(value.rpartition(",")[2])  # some show what is new, some the whole word
            assert re.search(rf"(^|[\s=,]){told}(\s|$)", screen, re.MULTILINE), (line, value)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A book whose names are of somebody who knows shells."""
    book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
    names = (
        "$(touch pwned)",
        "`touch pwned`",
        '\\";touch pwned;\\"',
        "';touch pwned;'",
        "\\$(touch pwned)",
        "%F{red}x",
    )
    quoted = [name.replace('"', '""') for name in names]
    with (book / "units.csv").open("a", encoding="utf-8") as file:
        file.writelines(f'99-{number},"{name}",area,,30,,,,\n' for number, name in enumerate(quoted))
        file.writelines(f'"99-{name}",x,area,,30,,,,\n' for name in quoted)
    return tmp_path


def test_nothing_in_a_book_is_run(typing: Typing, hostile: Path) -> None:
    finished, screen = typing.complete(f"antq -b {hostile}/book units 99")
    assert finished == f"antq -b {hostile}/book units 99-"  # what all of them have
    assert "99-5" in screen
    assert not list(hostile.rglob("*pwned*"))
    assert not (ROOT / "pwned").exists()


# fish tells what it would complete without a terminal ---------------------------------------------------------------

fish = pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")


ASKED = "antq --show-completion fish | source; for line in $argv; echo =; complete --do-complete $line; end"


def of_fish(lines: Iterable[str], env: Mapping[str, str], cwd: Path = ROOT) -> dict[str, dict[str, str]]:
    """What fish would offer for each of some lines, with what it would say of it."""
    asked = [*lines]
    command = ["fish", "--no-config", "--command", ASKED, *asked]
    ran = subprocess.run(command, env=dict(env), cwd=cwd, capture_output=True, check=True)
    assert ran.stderr == b""
    answers = ran.stdout.decode().split("=\n")[1:]
    told = ({text: about for text, _, about in map(_parted, answer.splitlines())} for answer in answers)
    return dict(zip(asked, told, strict=True))


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition("\t")


@fish
@pytest.mark.spread
def test_fish(env: Mapping[str, str]) -> None:
    finish, show = spread([*FINISHED], len(STARTED)), spread([*SHOWN], len(STARTED))
    found = of_fish([*finish, *show], env)
    for line in finish:
        finished = FINISHED[line]
        word, last = line.rpartition(" ")[2], finished.rpartition(" ")[2]
        if word != last:
            assert [each.rstrip("/") for each in found[line]] == [last.rstrip("/")], line
        else:
            assert set(found[line]) <= {word}, line
    for line in show:
        values = SHOWN[line]
        word = line.rpartition(" ")[2]
        lead = word[: word.find("=") + 1]
        assert [*found[line]] == [value if value.startswith("--") else lead + value for value in values], line


@fish
def test_fish_shows_what_it_is(env: Mapping[str, str]) -> None:
    line = "antq -b tests/books/journal units 10-0"
    assert of_fish([line], env)[line] == {"10-01": "Thôn Đông", "10-02": "Thôn Hạ / Thôn Đoài"}


@fish
def test_fish_runs_nothing_of_a_book(env: Mapping[str, str], hostile: Path) -> None:
    line = "antq -b book units 99"
    assert of_fish([line], env, hostile)[line]["99-0"] == "$(touch pwned)"
    assert not list(hostile.rglob("*pwned*"))


# What can be said of a script without running it --------------------------------------------------------------------


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shell != "powershell"])
def test_the_syntax_of_a_script(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    file = tmp_path / "script"
    file.write_text(script(shell), "utf-8")
    ran = subprocess.run([shell, "-n", file], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("shell", SHELLS)
def test_no_script_evaluates_what_it_is_told(shell: str) -> None:
    code = "".join(line for line in script(shell).splitlines(keepends=True) if not line.startswith("#"))
    assert not re.search(r"\b(eval|Invoke-Expression|iex|source)\b", code)
