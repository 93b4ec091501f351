"""A book with very many findings: nothing of them is left behind, and all is the same whoever finds what first."""

import os
import signal
import stat
from pathlib import Path

import pytest

from antq_cli.checks import runner
from antq_cli.cli.commands import COMMANDS
from antq_cli.core import spool
from antq_cli.core.registers import REGISTERS
from tests.checks.gallery import changed
from tests.cli.harness import BOOKS, environment, process, run
from tests.cli.test_process import once_written, unread
from tests.helpers import padded, write_book

FORMATS = COMMANDS["check"].formats
# More than is kept in memory.
ROWS = spool.ROOM + 100
RETURNS = padded("date,unit,measure,count,total", *(f"2021-08-01,x{n},pledges.student,-,9" for n in range(ROWS)))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_book(tmp_path_factory.mktemp("many") / "book", changed({"returns.csv": RETURNS}))


if os.name == "posix":  # Windows has neither named pipes nor a way to interrupt a process as a terminal does

    def opened(pid: int) -> list[os.stat_result]:
        """The regular files that a process has open for writing and that have no name."""
        files = [entry.stat() for entry in Path(f"/proc/{pid}/fd").iterdir()]
        return [file for file in files if stat.S_ISREG(file.st_mode) and file.st_nlink == 0]

    @pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
    def test_what_does_not_fit_into_memory_is_nobody_elses_and_gone_afterwards(
        end: signal.Signals, book: Path, tmp_path: Path
    ) -> None:
        """It ends while it waits for somebody who reads what it has found."""
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        line = f"-b {book.as_posix()} check -f json -o pipe"
        with (
            unread(tmp_path / "pipe") as handle,
            process(line, tmp_path, environment(TMPDIR=str(scratch))) as child,
        ):
            once_written(handle)
            if Path("/proc").is_dir():
                files = opened(child.pid)
                assert {(stat.S_IMODE(file.st_mode), file.st_size > 0) for file in files} == {(0o600, True)}
            assert [*scratch.iterdir()] == []
            child.send_signal(end)
            out, err = child.communicate(timeout=30)
        assert (out, err, [*scratch.iterdir()]) == (b"", b"", [])
        assert child.returncode == (130 if end is signal.SIGINT else -end)


@pytest.mark.parametrize("form", FORMATS)
def test_where_they_are_kept_changes_no_byte(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = f"-b tests/books/bad check -f {form} --lang en"
    before = run(line)
    monkeypatch.setattr(spool, "ROOM", 1)
    assert run(line) == before


@pytest.mark.parametrize("form", ["full", "json", "sarif"])
def test_what_is_more_than_fits_into_memory_is_told_in_order(form: str, book: Path) -> None:
    ran = run(["-b", book, "check", "-f", form, "--lang", "en", "--select", "D"])
    assert (ran.code, ran.stderr) == (1, f"errors: {ROWS:,}, warnings: 0\n")
    if form == "full":
        assert ran.stdout.endswith(f"… and {ROWS - 10:,} more of D104 in returns\n")
        return
    if form == "json":
        lines = [row["line"] for row in ran.json["rows"]]
    else:
        places = [row["locations"][0]["physicalLocation"] for row in ran.json["runs"][0]["results"]]
        lines = [place["region"]["startLine"] for place in places]
    assert lines == [*range(2, ROWS + 2)]


BAD = [folder.name for folder in sorted(BOOKS.iterdir()) if (folder / "antq.toml").exists()]


@pytest.mark.parametrize("name", BAD)
def test_whoever_finds_something_first_changes_no_byte(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = f"-b tests/books/{name} check -f json --lang en"
    before = run(line)
    monkeypatch.setattr(runner, "_CHECKS", runner._CHECKS[::-1])
    monkeypatch.setattr(runner, "REGISTERS", dict(reversed(REGISTERS.items())))
    assert run(line) == before


def test_a_refusal_says_the_first_findings_and_how_many_more_there_are(tmp_path: Path) -> None:
    """With -v all of them; -q hides none of what is said, for nothing else is."""
    manifest = (BOOKS / "areas" / "antq.toml").read_text("utf-8")
    folder = write_book(tmp_path, {"antq.toml": "\n".join([*(f"x{n} = 1" for n in range(25)), manifest])})
    line = f"-b {folder} pledges summary --lang en"
    short, quiet, whole = run(line), run(f"{line} -q"), run(f"{line} -v")
    assert (short.stderr.count(" S001 error\n"), whole.stderr.count(" S001 error\n")) == (20, 25)
    assert "\n… and 5 more; -v shows them all.\nerrors: 25, warnings: 0\n" in short.stderr
    assert quiet.stderr == short.stderr
    assert "more" not in whole.stderr
