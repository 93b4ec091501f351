"""What only a process of its own can prove: its exit code, its streams, its signals, and what it loads."""

import errno
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS
from antq_cli.core.exits import Exit
from antq_cli.render.writers import OF_FINDINGS, OF_RESULTS, WRITERS
from tests.cli.entering import ALONE
from tests.cli.harness import BOOKS, PUBLISHED, ROOT, SAMPLE, environment, process, run, spawn
from tests.thinned import spread

SUMMARY = "-b data/cam-thuy-2021 pledges summary"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (SUMMARY, 0),
        ("-b tests/books/bad check", 1),
        ("-b tests/books/refused check", 2),
        ("pledges sumary", 2),
        (f"{SUMMARY} --as-of 1990-01-01", 3),
    ],
)
def test_exit_code_and_streams_are_those_of_the_boundary(line: str, code: int) -> None:
    ran, inside = spawn(line), run(line)
    assert ran.code == inside.code == code
    assert (ran.out, ran.err) == (inside.out, inside.err)


def python(program: str, *, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """Run a program that uses antq, in a process of its own."""
    env = {**environment(), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run([sys.executable, "-c", program], env=env, cwd=cwd, capture_output=True, check=False)


FAILING = """
import sys
import antq_cli.answers.summary
def fail(*_, **__):
    raise ZeroDivisionError("nobody foresaw this")
antq_cli.answers.summary.summarise = fail
sys.argv[1:] = {line!r}.split()
from antq_cli.__main__ import main
main()
"""


def test_internal_error() -> None:
    ran = python(FAILING.format(line=SUMMARY))
    assert (ran.returncode, ran.stdout) == (4, b"")
    assert ran.stderr.startswith("antq gặp sự cố: ZeroDivisionError: nobody foresaw this.".encode()) or (
        ran.stderr.startswith(b"antq failed: ZeroDivisionError: nobody foresaw this.")
    )
    assert b"Traceback" not in ran.stderr


FULL = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, resource.RLIM_INFINITY))
def fail(*_, **__):
    held = []
    while True:
        held.append(bytes(1000))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits")
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "antq was refused memory"), ("vi", "antq không được cấp thêm bộ nhớ")]
)
def test_memory_that_is_refused_is_no_fault_of_the_program(lang: str, said: str) -> None:
    """What was held when it was is let go of, so that this can be told."""
    head, instead, rest = FAILING.format(line=f"{SUMMARY} --lang {lang}").partition(
        "antq_cli.answers.summary.summarise"
    )
    ran = python(f"{head}{FULL}{instead}{rest}")
    assert (ran.returncode, ran.stdout) == (4, b"")
    assert ran.stderr.decode().startswith(said)
    assert b"MemoryError" not in ran.stderr


def test_internal_error_with_debug() -> None:
    ran = python(FAILING.format(line=f"{SUMMARY} --debug"))
    assert (ran.returncode, ran.stdout) == (4, b"")
    assert ran.stderr.startswith(b"Traceback (most recent call last):\n")
    assert b"\nZeroDivisionError: nobody foresaw this\n" in ran.stderr


def test_256_findings_exit_1(tmp_path: Path) -> None:
    """An exit status has eight bits: as a number of findings, 256 would read as success."""
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    with (book / "returns.csv").open("ab") as file:
        file.writelines(f"2024-01-01,101-01,pledges.household,-{row},,,\n".encode() for row in range(1, 257))
    ran = spawn("-b book check --lang en", tmp_path)
    assert ran.err == b"errors: 256, warnings: 0\n"
    assert ran.code == 1


CLOSED = {
    SUMMARY: 0,
    f"{SUMMARY} -f json": 0,
    "-h": 0,
    "--version": 0,
    "-b tests/books/bad check": 1,
    "-b tests/books/bad check -qf json": 1,
    "-b tests/books/refused check": 2,
    "pledges sumary -f json": 2,
    "-b tests/books/odd claims -f json": 3,
}


def stdout_closed(line: str) -> int:
    """As `antq … | head -1`, with a reader that has gone before anything was written."""
    with process(line) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        return child.wait(timeout=30)


def both_closed(line: str) -> int:
    """As `2>&1 | head`."""
    with process(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
        assert child.stdout is not None
        child.stdout.close()
        return child.wait(timeout=30)


def stderr_closed(line: str) -> int:
    """As `2>&1 >file | head`."""
    with process(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as child:
        assert child.stderr is not None
        child.stderr.close()
        return child.wait(timeout=30)


WAYS: Sequence[Callable[[str], int]] = (stdout_closed, both_closed, stderr_closed)


@pytest.mark.spread
@pytest.mark.parametrize("way", WAYS)
def test_a_closed_pipe_is_quiet_and_the_exit_code_stays(way: Callable[[str], int]) -> None:
    for line in spread([*CLOSED], WAYS.index(way)):
        assert way(line) == CLOSED[line], line


def test_an_interrupt_while_antq_is_being_loaded() -> None:
    """Whatever is imported when it comes, from the first statement on."""
    program = """
import sys
class Interrupted:
    def find_spec(self, name, *_):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
sys.argv[1:] = {line!r}.split()
from antq_cli.__main__ import main
main()
"""
    for name in ("antq_cli.cli.main", "antq_cli.cli.run", "antq_cli.cli.summaries", "antq_cli.render.terminal"):
        ran = python(program.format(name=name, line=SUMMARY))
        assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b""), name


if os.name == "posix":  # Windows has neither named pipes nor a way to interrupt a process as a terminal does

    @contextmanager
    def unread(pipe: Path) -> Iterator[int]:
        """Make a named pipe that is open to be read, and of which nobody reads: who writes into it has to wait."""
        os.mkfifo(pipe)
        handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            yield handle
        finally:
            os.close(handle)

    def once_written(handle: int) -> None:
        """Wait until somebody has written into a pipe."""
        assert select.select([handle], [], [], 30)[0] == [handle]

    def test_what_is_no_file_is_written_to_in_the_format_that_is_asked_for(tmp_path: Path) -> None:
        line = f"-b {BOOKS.as_posix()}/areas pledges summary"
        assert run(f"{line} -f json -o {os.devnull}").code == 0
        assert run(f"{line} -o {os.devnull}").code == Exit.REFUSED
        os.mkfifo(tmp_path / "pipe")
        ran = run(f"{line} -f json -o pipe --lang en", cwd=tmp_path)  # nobody reads it, and nobody waits
        assert (ran.code, "a pipe or a device, not a file" in ran.stderr) == (Exit.REFUSED, True)

    def test_an_interrupt(tmp_path: Path) -> None:
        """It is sent while antq waits for somebody who reads its result, and leaves nothing but the exit code."""
        rows = "".join(f"2021-08-31,X{n},pledges.student,1,\n" for n in range(2000))
        book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
        (book / "returns.csv").write_text(f"date,unit,measure,count,total\n{rows}", "utf-8")
        with unread(tmp_path / "pipe") as handle, process("-b book check -f json -o pipe", tmp_path) as child:
            once_written(handle)
            child.send_signal(signal.SIGINT)
            out, err = child.communicate(timeout=30)
        assert (child.returncode, out, err) == (130, b"", b"")


GONE = """
import os, sys
os.chdir(sys.argv[1]); os.rmdir(sys.argv[1])
from antq_cli.cli.main import main
for line in {lines!r}:
    print(main(line.split()), flush=True)
"""


def test_a_working_folder_that_has_been_deleted(tmp_path: Path) -> None:
    """A book that is named in full is read; there is none upward of nowhere, and nothing can be written there."""
    (tmp_path / "gone").mkdir()
    lines = [f"-b {BOOKS / 'areas'} pledges summary", f"-b {BOOKS / 'bad'} check -f github", "check --lang en"]
    lines += [f"-b {BOOKS / 'areas'} check -o a.txt --lang en"]
    ran = python(GONE.format(lines=lines).replace("sys.argv[1]", repr(str(tmp_path / "gone"))))
    told = ran.stdout.decode("utf-8")
    assert told == f"{run(lines[0]).stdout}0\n{run(lines[1], cwd=tmp_path).stdout}1\n2\n2\n"
    assert b" F001 error\n" in ran.stderr
    assert b" U010 error\n" in ran.stderr


@pytest.mark.parametrize("line", [f"{SUMMARY} --lang vi", "-b tests/books/bad check --lang vi", "check -h --lang vi"])
def test_utf_8_and_lf_whatever_the_platform_says(line: str) -> None:
    ran = spawn(line, env=environment(LC_ALL="C", PYTHONIOENCODING="cp1252", PYTHONUTF8="0"))
    assert (ran.out, ran.err) == (run(line).out, run(line).err)
    assert not ran.stdout.isascii()
    assert b"\r" not in ran.out


def test_the_version_is_the_same_by_every_way() -> None:
    for line in ("--version", "-v --version", "check --version", "pledges --version"):
        ran = run(line)
        assert (ran.code, ran.stdout, ran.stderr) == (0, f"antq {__version__}\n", "")


# A result that nobody can take ---------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [SUMMARY, "-b tests/books/bad check", "-h -q", "check -v --version"])
def test_a_full_disk(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of the program: a sentence and exit code 2."""

    def full(_: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("antq_cli.render.streams.write_stdout", full)
    for form in ("", " -f json" if "-b" in line else ""):
        ran = run(line + form, ANTQ_LANG="en")
        assert ran.code == 2
        assert "antq U013 error\n" in ran.stderr
        assert "cannot be written to stdout: the system says “No space left on device”.\n" in ran.stderr


@pytest.mark.parametrize("line", [SUMMARY, "--version", "-h", "pledges sumary -f json"])
def test_a_closed_stdout(line: str) -> None:
    ran = run(line, ANTQ_LANG="en", closed="stdout")
    assert ran.code == 2
    assert "antq U013 error\n" in ran.stderr


@pytest.mark.parametrize(("line", "code"), [(SUMMARY, 0), ("-b tests/books/bad check", 1), ("pledges sumary", 2)])
def test_a_closed_stderr(line: str, code: int) -> None:
    """Who closes it wants to hear nothing; result and exit code are what they were."""
    ran = run(line, closed="stderr")
    assert (ran.code, ran.out) == (code, run(line).out)


# What is loaded ----------------------------------------------------------------------------------------------

LOADED = """
import sys
{before}
before = set(sys.modules)
from antq_cli.cli.main import main
for line in {lines!r}:
    main(line.split())
    print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
FLOOR = "import typer, pydantic; pydantic.TypeAdapter(int)"


def loaded(*lines: str, before: str = "") -> list[set[str]]:
    """The modules that are loaded after each of some command lines in one process, beyond those there were before."""
    told = python(LOADED.format(lines=lines, before=before)).stderr.decode().split("\n")
    return [set(modules.split()) for modules in told if "antq_cli.cli.main" in modules]


def test_the_version_loads_no_library() -> None:
    (modules,) = loaded("--version")
    assert "antq_cli.cli.main" in modules
    assert not {module.partition(".")[0] for module in modules} & {"typer", "rich", "pydantic", "pydantic_core", "json"}
    assert "antq_cli.cli.run" not in modules


def test_help_loads_no_models() -> None:
    for line in ("-h -q", f"check -h -b {SAMPLE}", "check -v --version"):
        (modules,) = loaded(line)
        assert "antq_cli.cli.run" in modules
        assert not {*MODELS, "antq_cli.render.screen"} & modules, line


MODELS = ("pydantic", "pydantic_core", "antq_cli.core.manifest", "antq_cli.core.registers", "antq_cli.reading.book")


@pytest.mark.parametrize(
    "line",
    [
        *("rules D104 --lang en", "rules T -f json", "rules Z"),
        *("--complete bash antq antq", "--show-completion zsh"),
        *("pledges sumary", f"-b {SAMPLE} pledges summary --by", f"-b {SAMPLE} check --fail-on x -f full"),
        *("pledges sumary -f json", "check --examples x -f sarif"),
    ],
)
def test_what_needs_no_book_loads_no_models(line: str) -> None:
    (modules,) = loaded(line)
    assert not {*MODELS} & modules


def test_a_refusal_for_machines_says_of_which_book() -> None:
    (modules,) = loaded(f"-b {SAMPLE} check --fail-on x -f json")
    assert modules >= {*MODELS}


def test_no_schema_is_built_before_it_is_used() -> None:
    program = """
from antq_cli.core import manifest, registers
models = [each for room in (manifest, registers) for each in vars(room).values() if hasattr(each, "model_fields")]
print(len(models) > 20, [each.__name__ for each in models if each.__pydantic_complete__ and each.model_fields])
"""
    assert python(program).stdout.split(b"\n")[0] == b"True []"


def test_a_table_loads_only_what_it_uses() -> None:
    (modules,) = loaded(SUMMARY, before=FLOOR)
    unused = {
        "antq_cli.checks",
        *("antq_cli.writing.files", "antq_cli.writing.pen"),
        "antq_cli.render.machine",
        "antq_cli.render.tidy",
        "antq_cli.render.markdown",
        "antq_cli.cli.help",
        *("antq_cli.answers.arranging", "antq_cli.answers.gaps", "antq_cli.answers.standing"),
        *("antq_cli.core.standards", "antq_cli.core.trends", "antq_cli.core.personal"),
        *("antq_cli.reading.alike", "antq_cli.reading.headings", "antq_cli.reading.repair"),
    }
    libraries = {"json", "csv", "tempfile", "difflib", "importlib.metadata", "tomli_w", "polars", "duckdb"}
    assert "antq_cli.cli.summaries" in modules
    assert not modules & (unused | libraries)


# The modules of the writers that are loaded for a format, of results and of findings.
WRITTEN = {
    "json": ({"machine"}, {"machine"}),
    "csv": ({"tidy"}, {"tidy", "formats.table", "machine"}),
    "md": ({"markdown"}, {"markdown", "formats.page"}),
    "table": ({"terminal"}, set()),
}
COUNTING = [path for path in ALONE if COMMANDS[path].formats == OF_RESULTS]
DRAWS = {"antq_cli.render.console", "antq_cli.render.drawing", "antq_cli.render.formats.full"}


def writers(modules: set[str]) -> set[str]:
    """The writers among some modules."""
    known = {module for writer in WRITERS.values() for module in writer.takes.values()}
    return {module for module in known if f"antq_cli.render.{module}" in modules}


@pytest.mark.parametrize("form", WRITTEN)
def test_a_format_loads_its_writer_and_no_other(form: str) -> None:
    """None loads Rich, and what draws nothing loads nothing that does. Findings would be drawn on stderr: hence -q."""
    results, findings = WRITTEN[form]
    lines = [f"-b data/cam-thuy-2021 {path} -q -f {form}" for path in (*COUNTING, *(["check"] if findings else []))]
    found = loaded(*lines, before=FLOOR)
    assert len(found) == len(lines)
    for line, modules in zip(lines, found, strict=True):
        assert writers(modules) == (results | findings if " check " in line else results), line
        assert form == "table" or not modules & DRAWS, line
        assert "rich" not in {module.partition(".")[0] for module in modules}, line
    assert not found[len(COUNTING) - 1] & ({"json", "csv"} - {form})


@pytest.mark.parametrize("form", [form for form in OF_FINDINGS if form not in ("full", *WRITTEN)])
def test_a_listing_loads_nothing_that_draws(form: str) -> None:
    (modules,) = loaded(f"-b tests/books/bad check -q -f {form}", before=FLOOR)
    assert not modules & DRAWS
    assert "rich" not in {module.partition(".")[0] for module in modules}


# What writes files of their own, by the format that needs it.
OF_FORMATS = {"docx": {"docx", "lxml"}, "html": {"jinja2", "markupsafe"}, "xlsx": {"xlsxwriter"}}


def test_a_report_loads_what_its_own_files_need_and_a_command_of_another_kind_nothing_of_it(tmp_path: Path) -> None:
    every = set().union(*OF_FORMATS.values())
    report = f"report -q --force -b {PUBLISHED} --period 2021-08 -o {tmp_path}/a."
    for form in ("html", "docx", "md", "json"):
        (modules,) = loaded(f"{report}{form}")
        assert {module.partition(".")[0] for module in modules} & every == OF_FORMATS.get(form, set()), form
    lines = [f"{path} -q -b {PUBLISHED} -f json" for path in (*COUNTING, "check") if path not in ("log", "undo")]
    for line, modules in zip(lines, loaded(*lines), strict=True):
        assert not {module.partition(".")[0] for module in modules} & every, line
