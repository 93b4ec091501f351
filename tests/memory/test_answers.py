"""A line that was answered is answered again in the same bytes, and only for as long as that is the answer."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.cli.commands import COMMANDS
from antq_cli.core.values import MovedError
from antq_cli.memory import answers, surroundings, witness
from antq_cli.memory.surroundings import VARIABLES
from antq_cli.reading.folders import LOG, PENDING, STATE
from antq_cli.reading.steady import Steady
from antq_cli.render import streams
from tests.cli.harness import BOOKS, ROOT, environment, run, spawn
from tests.cli.undoing import stopped
from tests.memory.asking import LINES, Asker, listening, said
from tests.permissions import HELD

SUMMARY = "-b data/cam-thuy-2021 pledges summary"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path / "cache")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    # Others may ask to change the small books meanwhile: the lock that they leave is no part of them.
    return shutil.copytree(BOOKS / "journal", tmp_path / "book", ignore=shutil.ignore_patterns(STATE))


# What is remembered ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LINES)
def test_the_same_line_is_answered_again(line: str, asker: Asker) -> None:
    for folder in ("journal", "bad"):
        refused = run(f"{line} -b tests/books/{folder}").code == 2
        assert refused is (folder == "bad" and line == "standards summary --criteria")
        asked, wide = f"{line} -b tests/books/{folder}", folder == "journal"
        assert asker.twice(asked, columns=80 if wide else 60, terminal=not wide) is not refused


def test_whatever_reads_a_book_alone_is_remembered() -> None:
    asked = {path for path in COMMANDS for line in LINES if line.startswith(path)}
    request = mock.Mock(output=(), write_baseline=None, values=False, debug=False, no_cache=False)
    assert asked == {path for path, command in COMMANDS.items() if command.remembered(request)}
    assert not any(command.changes for path, command in COMMANDS.items() if path in asked)


def test_nothing_is_loaded_for_what_is_remembered(asker: Asker) -> None:
    asker.ask(SUMMARY)
    program = f"""
import os, sys
sys.argv[1:] = {SUMMARY.split()!r}
from antq_cli import __main__
code = __main__._answered(sys.argv[1:])
sys.stderr.write(" ".join(sorted(sys.modules)))
"""
    env = asker.environment() | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", program], env=env, cwd=ROOT, capture_output=True, check=False)
    assert ran.stdout == run(SUMMARY).out
    loaded = {name for name in ran.stderr.decode().split() if name.startswith("antq_cli.")}
    rooms = {name.split(".")[1] for name in loaded}
    assert rooms == {"__main__", "memory", "render"}
    assert not {"typer", "pydantic", "rich"} & {name.partition(".")[0] for name in ran.stderr.decode().split()}


def test_a_process_remembers_what_another_one_said(asker: Asker) -> None:
    env = asker.environment()
    first, second = (spawn(f"{SUMMARY} --as-of 1990-01-01", env=env) for _ in range(2))
    assert (first.code, first.out, first.err) == (second.code, second.out, second.err)
    assert first.code == 3
    assert len(asker.entries) == 1


def test_the_order_of_what_was_said_is_kept(asker: Asker, tmp_path: Path) -> None:
    """On a screen, and in a log, both streams are one."""
    line = [sys.executable, "-m", "antq_cli", *["-b", "tests/books/bad", "pledges", "summary", "-v"]]
    env = asker.environment() | {"PYTHONPATH": str(ROOT / "src")}
    first, second = (
        subprocess.run(line, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False).stdout
        for _ in range(2)
    )
    assert first == second != b""
    assert asker.entries


# What is not ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "pledges sumary -b tests/books/journal",
        "pledges summary --unit nowhere -b tests/books/journal",
        "pledges summary -b tests/books/refused",
        "pledges summary -b no/such/book",
        "check -b tests/books/bad --values",
        "check -b tests/books/bad --debug",
        "check -b tests/books/bad -o {0}/found.csv",
        "check -b tests/books/bad -o{0}/found.csv",
        "check -b tests/books/bad --output={0}/found.csv",
        "check -b tests/books/bad --write-baseline {0}/baseline.json",
        "check -b tests/books/bad -h",
        "pledges summary -b tests/books/journal --no-cache",
        "rules D104",
        "rules D104 -b tests/books/journal",
        "log -b tests/books/kept",
        "undo -b tests/books/kept --dry-run",
        "fmt -b tests/books/journal --check",
        "report -b data/cam-thuy-2021 --period 2021-08",
        "pledges record 101-01-001 -b tests/books/journal --dry-run",
        "--version",
        "pledges -h",
        "",
    ],
)
def test_what_is_not_remembered(line: str, asker: Asker, tmp_path: Path) -> None:
    first, second = (asker.ask(line.format(tmp_path)) for _ in range(2))
    assert (first.remembered, second.remembered) == (False, False)
    assert first.all == second.all
    assert asker.entries == []


@pytest.mark.parametrize("switch", ["off", "OFF", "0", "no", "false"])
def test_the_environment_can_ask_for_no_memory(switch: str, asker: Asker) -> None:
    asker.ask(SUMMARY)
    assert not asker.ask(SUMMARY, env={"ANTQ_CACHE": switch}).remembered
    assert asker.ask(SUMMARY).remembered


def test_what_was_said_in_passing_is_no_part_of_an_answer(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with witness.Witness() as seen:
        streams.write_stderr("lasting")
        streams.write_stderr("passing", passing=True)
        streams.write_stdout("said")
    assert capsysbinary.readouterr() == (b"said", b"lastingpassing")
    assert seen.said == [(True, b"lasting"), (False, b"said")]


def test_what_could_not_be_said_is_not_remembered(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(stream: object, raw: bytes, *, aside: bool, passing: bool = False) -> None:
        witness.spoil()
        raise BrokenPipeError

    with monkeypatch.context() as patch:
        patch.setattr(streams, "_write", closed)
        assert asker.ask(SUMMARY).ran.code == 0
    assert asker.entries == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_stream_that_fails_is_refused_as_without_memory(asker: Asker) -> None:
    env = asker.environment() | {"PYTHONPATH": str(ROOT / "src")}
    line = [sys.executable, "-m", "antq_cli", *SUMMARY.split()]

    def ask(**more: str) -> tuple[int, bytes]:
        with open("/dev/full", "wb") as full:  # noqa: PTH123 - it is no path of a test
            ran = subprocess.run(line, cwd=ROOT, env=env | more, stdout=full, stderr=subprocess.PIPE, check=False)
        return ran.returncode, ran.stderr

    cold = ask(ANTQ_CACHE="off")
    assert ask() == cold
    assert asker.entries == []
    subprocess.run(line, cwd=ROOT, env=env, check=True, capture_output=True)
    assert len(asker.entries) == 1
    assert ask() == cold


def test_what_is_too_long_is_not_remembered(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    length = len(run(SUMMARY).out)
    monkeypatch.setattr(witness, "_LONGEST", length - 1)
    assert not asker.twice(SUMMARY)
    monkeypatch.setattr(witness, "_LONGEST", length)
    assert asker.twice(SUMMARY)


@HELD
def test_of_a_state_refused_by_the_system_nothing_is_remembered(asker: Asker, book: Path) -> None:
    (book / STATE).mkdir()
    (book / STATE).chmod(0)
    try:
        first, second = (asker.ask(["pledges", "summary", "-b", book]) for _ in range(2))
    finally:
        (book / STATE).chmod(0o700)
    assert not second.remembered
    assert first.all == second.all


def test_code_that_was_written_meanwhile_is_not_remembered(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "newest_code", lambda: sys.maxsize)
    assert not asker.twice(SUMMARY)


# What decides ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", VARIABLES)
def test_another_environment_is_another_question(name: str, asker: Asker) -> None:
    values = {"ANTQ_BOOK": "tests/books/areas", "ANTQ_TODAY": "2026-08-02", "COLUMNS": "81", "TZ": "ICT-8"}
    asker.ask(SUMMARY)
    assert not asker.ask(SUMMARY, env={name: values.get(name, "en")}).remembered
    assert asker.ask(SUMMARY).remembered


def test_what_nobody_reads_is_no_other_question(asker: Asker) -> None:
    asker.ask(SUMMARY)
    assert asker.ask(SUMMARY, env={"OLDPWD": "/", "SHLVL": "3", "EDITOR": "vi"}).remembered


# What is read of the environment and changes no answer: what the process is told to be, where others find things.
_ELSEWHERE = re.compile(
    "PATH|PATHEXT|HOME|TMPDIR|TEMP|TMP|PYTEST_.*|PYTHON.*|ANTQ_CACHE|XDG_CACHE_HOME|LOCALAPPDATA|PYDANTIC_.*|_?TYPER_.*"
    "|_PYTHON_.*|HYPOTHESIS_.*|_.*_COMPLETE|JUPYTER_.*|DATABRICKS_.*"
)


# Kinds of looks whose name is that of no path.
ELSEWHERE = ("day", "installed", "code")


class Heard(dict[str, str]):
    """Variables that know which of them were asked for."""

    def __init__(self, said: dict[str, str]) -> None:
        super().__init__(said)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def test_all_that_is_read_of_the_environment_is_part_of_the_question() -> None:
    """Also what Rich reads of it; in a process of its own, for some of it is read when a module is loaded."""
    program = """
import os, sys
from tests.memory.test_answers import Heard
heard = Heard(dict(os.environ))
os.environ = heard
import shutil; shutil.os.environ = heard
from tests.memory.asking import LINES
from tests.cli.harness import Terminal, Stream
from antq_cli.cli.main import main
out, err = sys.stdout, sys.stderr
for stream in (Terminal, Stream):
    for line in LINES:
        sys.stdout, sys.stderr = stream(), stream()
        main([*line.split(), "-b", "tests/books/bad"])
out.write(" ".join(sorted(heard.asked)))
"""
    env = {**environment(), "PYTHONPATH": os.pathsep.join([str(ROOT), *(path for path in sys.path if path)])}
    ran = subprocess.run([sys.executable, "-c", program], env=env, cwd=ROOT, capture_output=True, check=True)
    read = set(ran.stdout.decode().split())
    assert {"ANTQ_LANG", "COLUMNS", "TERM", "NO_COLOR", "LC_ALL"} <= read
    assert {name for name in read if not _ELSEWHERE.fullmatch(name)} <= {*VARIABLES}


def test_another_folder_or_line_is_another_question(asker: Asker, book: Path) -> None:
    (book / "below").mkdir()
    for cwd in (book, book / "below"):
        assert not asker.ask("pledges summary", cwd).remembered
        assert asker.ask("pledges summary", cwd).remembered
    assert not asker.ask("pledges summary -q", book).remembered
    assert not asker.ask("pledges summary", book, terminal=True).remembered
    assert len(asker.entries) == 4


def test_a_nearer_book_is_another_answer(asker: Asker, book: Path) -> None:
    below = book / "below" / "further"
    below.mkdir(parents=True)
    assert asker.twice("summary", below)
    shutil.copytree(BOOKS / "areas", book / "below", dirs_exist_ok=True)
    told = asker.ask("summary", below)
    assert not told.remembered
    assert told.ran.out == run("summary", cwd=below).out
    assert asker.twice("summary", below)


def test_another_day_is_another_answer_where_today_was_used(asker: Asker, book: Path) -> None:
    """A finished book has its day in the manifest, and is counted without today."""
    days = ["2026-08-01", "2026-08-02"]
    finished = ["pledges", "summary", "-b", book]
    with mock.patch.dict(witness._WAYS, day=lambda _: days[0]):
        for line in (finished, ["check", "-b", book]):
            asker.ask(line, env={"ANTQ_TODAY": ""})
            assert asker.ask(line, env={"ANTQ_TODAY": ""}).remembered
    with mock.patch.dict(witness._WAYS, day=lambda _: days[1]):
        assert asker.ask(finished, env={"ANTQ_TODAY": ""}).remembered
        assert not asker.ask(["check", "-b", book], env={"ANTQ_TODAY": ""}).remembered


def test_today_is_that_of_the_system() -> None:
    before = date.today()  # noqa: DTZ011 - of this place
    assert before <= date.fromisoformat(witness.today()) <= date.today()  # noqa: DTZ011


def test_another_library_or_another_code_is_another_answer(asker: Asker) -> None:
    asker.ask(SUMMARY)
    with mock.patch.dict(witness._WAYS, installed=lambda _: "another"):
        assert not asker.ask(SUMMARY).remembered
    asker.ask(SUMMARY)
    real = witness._stamps
    with mock.patch.dict(witness._WAYS, code=lambda files: real(files)[::-1]):
        assert not asker.ask(SUMMARY).remembered


def test_the_code_that_answers_is_looked_at(tmp_path: Path) -> None:
    with witness.Witness() as seen:
        witness.code()
    (files,) = (what for kind, what in seen.seen if kind == "code")
    assert {str(Path("reading") / "fast.py"), "__main__.py", "__init__.py"} <= {*files.split(os.pathsep)}
    file = tmp_path / "module.py"
    file.write_text("1")
    with mock.patch.object(witness, "_PACKAGE", str(tmp_path)):
        before = witness._stamps("module.py")
        os.utime(file, (1, 1))
        assert witness._stamps("module.py") != before


@pytest.mark.parametrize("below", ["", "below"])
def test_whatever_is_looked_at_is_listed(below: str, asker: Asker, book: Path) -> None:
    """Which is what makes the memory safe: nothing reaches an answer past the witness."""
    (book / "household").mkdir()  # looks like a register, and is looked into
    (book / "household" / "a.csv").write_text("x\n")
    (book / "below").mkdir()
    assert asker.ask(f"check -b '{book}' --write-baseline '{book}/below/known.json'").ran.code == 0
    for line in (*LINES, f"check --baseline '{book}/below/known.json'"):
        seen = witness.Witness()
        with mock.patch.object(answers, "Witness", lambda seen=seen: seen), listening(book) as looked:
            asker.ask(f"{line} -b '{book}'" if below else line, book / below)
        listed = {(book / below / what).resolve() for kind, what in seen.seen if kind not in ELSEWHERE}
        # What the folder of the process is called in full is no look into it.
        assert {path for path in looked if path.name == "antq.toml" or book in path.parents} <= listed
        assert book in listed or "periods" in line
        assert book / "antq.toml" in looked


def a_register_twice(book: Path) -> None:
    (book / "pledges.toml").write_text("")


def a_register_more(book: Path) -> None:
    (book / "crosswalk.csv").rename(book / "Crosswalk.CSV")


def a_register_less(book: Path) -> None:
    (book / "teams.csv").unlink()


def a_stray_file(book: Path) -> None:
    (book / "pledge.csv").write_text("date\n")


def a_folder_for_a_file(book: Path) -> None:
    (book / "household").unlink()
    (book / "household").mkdir()
    (book / "household" / "a.csv").write_text("x\n")


def another_part(book: Path) -> None:
    shutil.copy(book / "models" / "a.csv", book / "models" / "b.csv")


@pytest.mark.parametrize(
    "edit", [a_register_twice, a_register_more, a_register_less, a_stray_file, a_folder_for_a_file, another_part]
)
def test_what_is_in_a_folder_decides(edit: Callable[[Path], object], asker: Asker, book: Path) -> None:
    (book / "household").touch()
    (book / "models").mkdir()
    (book / "models.csv").rename(book / "models" / "a.csv")
    lines = [[*words, "-b", str(book)] for words in (["check"], ["models", "summary"], ["teams", "summary"])]
    before = [asker.ask(line).all for line in lines]
    edit(book)
    told = [asker.ask(line) for line in lines]
    assert [each.all for each in told] == [said(run(line)) for line in lines]
    assert told[0].all != before[0] or edit is a_register_more
    assert not any(each.remembered for each in told[:1])


# A book that is being changed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("look", [witness.read, witness.exists, witness.is_folder])
def test_what_is_found_to_be_two_things_is_not_remembered(look: Callable[[str], object], tmp_path: Path) -> None:
    fits = []
    with witness.Witness() as seen:
        for made in ("one", "one", "two"):
            with suppress(FileNotFoundError):
                look(str(tmp_path / "two"))
            (tmp_path / made).mkdir(exist_ok=True)
            fits.append(seen.fit)
        with suppress(IsADirectoryError):
            look(str(tmp_path / "two"))
    assert (fits, seen.fit) == ([True, True, True], False)


@pytest.mark.parametrize("when", ["before", "while it is looked at"])
@pytest.mark.parametrize("sign", [f"{STATE}/{PENDING}", f"{STATE}/{LOG}/000001.toml"])
def test_a_change_is_noticed(sign: str, when: str, asker: Asker, book: Path) -> None:
    """Files that nobody has changed may yet be of two books, if a change came between."""
    line = ["pledges", "summary", "-b", str(book)]
    assert asker.twice(line)
    file = book / sign

    def change() -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"id = 1\n")

    real = witness._read

    def last(path: str) -> bytes:
        if path.endswith("pledges.csv"):
            change()
        return real(path)

    if when == "before":
        change()
        assert not asker.ask(line).remembered
    else:
        with mock.patch.dict(witness._WAYS, file=last):
            assert not asker.ask(line).remembered


def test_a_change_that_antq_makes_is_another_answer(asker: Asker, tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "kept", tmp_path / "kept")
    line = ["pledges", "summary", "-b", str(book)]
    for change in ("", "undo", "undo"):
        assert not change or run([*change.split(), "-b", book]).code == 0
        told = asker.ask(line)
        assert (told.remembered, told.all) == (False, said(run(line)))
        assert asker.ask(line).remembered
    assert len(asker.entries) == 1


def test_a_change_that_was_interrupted_is_read_as_if_it_were_whole(asker: Asker, tmp_path: Path) -> None:
    book = stopped(tmp_path)
    assert asker.twice(["check", "-b", str(book)])
    assert run(["undo", "--pending", "-b", book]).code == 0
    told = asker.ask(["check", "-b", str(book)])
    assert (told.remembered, told.all) == (False, said(run(["check", "-b", book])))


def test_what_was_read_anew_because_somebody_wrote_is_not_remembered(asker: Asker, book: Path) -> None:
    look, moved = Steady._look, [True]

    def once(source: Steady) -> None:
        if moved:
            moved.clear()
            raise MovedError
        look(source)

    line = ["pledges", "summary", "-b", str(book)]
    with mock.patch.object(Steady, "_look", once):
        assert asker.ask(line).all == said(run(line))
    assert asker.entries == []
    assert asker.twice(line)


def test_another_version_has_entries_of_its_own(asker: Asker) -> None:
    asker.ask(SUMMARY)
    with mock.patch.object(surroundings, "__version__", "0.0.9"):
        assert not asker.ask(SUMMARY).remembered
        assert asker.ask(SUMMARY).remembered
    assert asker.ask(SUMMARY).remembered
    assert len(asker.entries) == 2
