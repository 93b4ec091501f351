"""Several processes count what one does; where one of them dies nothing is told but that, and none is left behind."""

import itertools
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from unittest import mock

import pytest
from polars.exceptions import PanicException, PolarsError

from antq_cli.core.values import LostWorkerError
from antq_cli.counting.large import piecewise, resources, workers
from antq_cli.counting.large.piecewise import frame_of, paired, read_piece
from antq_cli.counting.large.scale.engine import ScaleSieve
from antq_cli.counting.large.sieve import Frame, Sifted
from antq_cli.counting.large.workers import Result, Task, sift
from antq_cli.counting.registered import HouseholdsThere
from antq_cli.reading.book import open_book
from antq_cli.render.progress import Progress
from antq_cli.words.speech import speech
from tests.cli.harness import SAMPLE, Terminal, run
from tests.counting.apart import held, larger_than


@pytest.fixture(scope="module")
def sample() -> tuple[Frame, list[Task]]:
    book = open_book(str(SAMPLE), SAMPLE)
    pieces = [read_piece(book, paths) for paths in paired(book)]
    tasks = [Task(number, piece, ()) for number, piece in enumerate(pieces) if piece is not None]
    return frame_of(book, [HouseholdsThere("2021-08-31")]), tasks


@pytest.fixture
def two() -> Iterator[None]:
    """Two processes, however few processors there are and however little there is to count."""
    with (
        mock.patch.object(resources, "_processors", return_value=2),
        mock.patch.object(resources, "WORTH_A_PROCESS", 1),
    ):
        yield


def children() -> set[str]:
    """The processes that this one has started, but for the one that lists them."""
    with subprocess.Popen(["ps", "--ppid", str(os.getpid()), "-o", "pid="], stdout=subprocess.PIPE) as listing:
        return {*listing.communicate()[0].decode().split()} - {str(listing.pid)}


@pytest.mark.parametrize("processes", [2, 4])
def test_several_processes_count_what_one_does(sample: tuple[Frame, list[Task]], processes: int) -> None:
    frame, tasks = sample
    alone = sorted(sift(frame, tasks, 1), key=lambda result: result[0])
    together = sorted(sift(frame, tasks, processes), key=lambda result: result[0])
    assert together == alone
    assert [number for number, _ in together] == [task.number for task in tasks]


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process that is started dies at once."""
    started = workers._started

    def start() -> subprocess.Popen[bytes]:
        process = started()
        process.kill()
        return process

    monkeypatch.setattr(workers, "_started", start)


@pytest.mark.usefixtures("deadly")
def test_a_process_that_dies_is_told(sample: tuple[Frame, list[Task]]) -> None:
    with pytest.raises(LostWorkerError):
        list(sift(*sample, 2))


@pytest.mark.usefixtures("two", "deadly")
@pytest.mark.parametrize(("lang", "said"), [("en", "The system ended"), ("vi", "Hệ thống đã dừng")])
def test_a_command_whose_process_dies_has_no_result(lang: str, said: str) -> None:
    with larger_than(0):
        ran = run(f"-b {SAMPLE} pledges summary -f json --lang {lang}")
    assert ran.code == 4
    assert ran.json["rows"] == []
    assert ran.stderr.startswith(said)
    assert "Lost" not in ran.stderr


def test_where_no_process_can_be_started_this_one_does_all(
    sample: tuple[Frame, list[Task]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise BlockingIOError

    monkeypatch.setattr(workers, "_started", refuse)
    assert len([*sift(*sample, 3)]) == len(sample[1])


@pytest.mark.usefixtures("two")
def test_a_command_says_the_same_by_two_processes() -> None:
    line = f"-b {SAMPLE} check -f json"
    with larger_than(0):
        assert run(line).out == held(line).out


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_an_interrupt_leaves_no_process(sample: tuple[Frame, list[Task]]) -> None:
    frame, tasks = sample
    before = children()
    results = sift(frame, tasks, 3)
    next(results)
    assert len(children() - before) >= 2
    with pytest.raises(KeyboardInterrupt):
        results.throw(KeyboardInterrupt)
    assert not children() - before


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("where", ["told", "taken"])
def test_an_interrupt_between_two_results_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Also as long as somebody holds what was raised, and all that is in its frames."""
    shutil.copytree(SAMPLE, tmp_path / "book")
    for path in (tmp_path / "book" / "pledges").iterdir():
        path.write_bytes(path.read_bytes() + b'"\n')
    book = open_book(str(tmp_path / "book"), tmp_path)
    book.may_part = True
    with larger_than(0):
        book.table("households")
    before, seen = children(), []

    def interrupted(*_: object) -> None:
        seen.append(children() - before)
        raise KeyboardInterrupt

    monkeypatch.setattr(piecewise, "PIECE", 1 << 60)
    if where == "taken":
        monkeypatch.setattr(piecewise._Pairs, "_explain", interrupted)
    with pytest.raises(KeyboardInterrupt) as held_on:
        piecewise.count(book, interrupted if where == "told" else lambda *_: None)
    assert held_on.type is KeyboardInterrupt
    assert len(seen) == 1
    assert len(seen[0]) == 1
    assert not children() - before


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_an_interrupt_while_processes_are_started_leaves_none(
    sample: tuple[Frame, list[Task]], monkeypatch: pytest.MonkeyPatch
) -> None:
    started, before = workers._started, children()

    def start() -> "subprocess.Popen[bytes]":
        if children() - before:
            raise KeyboardInterrupt
        return started()

    monkeypatch.setattr(workers, "_started", start)
    with pytest.raises(KeyboardInterrupt) as held_on:
        list(sift(*sample, 3))
    assert held_on.type is KeyboardInterrupt
    assert not children() - before


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_where_no_thread_can_be_started_this_process_does_all(
    sample: tuple[Frame, list[Task]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    before = children()
    monkeypatch.setattr(Thread, "start", refuse)
    assert len([*sift(*sample, 2)]) == len(sample[1])
    assert not children() - before


@pytest.mark.usefixtures("deadly")
def test_what_was_on_its_way_to_a_process_hides_nothing(
    sample: tuple[Frame, list[Task]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in the buffer of a pipe that nobody reads any more, and is written when that is closed."""
    feed = workers._Team._feed

    def fed(team: workers._Team, process: "subprocess.Popen[bytes]") -> None:
        process.wait()
        into, _ = workers._pipes(process)
        into.write(b"x")
        feed(team, process)

    monkeypatch.setattr(workers._Team, "_feed", fed)
    with pytest.raises(LostWorkerError):
        list(sift(*sample, 2))


def test_what_goes_wrong_in_making_a_task_is_raised(sample: tuple[Frame, list[Task]]) -> None:
    frame, tasks = sample

    def failing() -> Iterator[Task]:
        yield from tasks[:4]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(sift(frame, failing(), 2))


def test_what_goes_wrong_in_another_process_is_raised(sample: tuple[Frame, list[Task]]) -> None:
    frame, tasks = sample
    bad = [Task(task.number, None, ()) for task in tasks]  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        list(sift(frame, bad, 2))


def test_a_process_ends_with_who_started_it(sample: tuple[Frame, list[Task]]) -> None:
    process = workers._started()
    into, out = workers._pipes(process)
    pickle.dump((sample[0], False), into)
    into.close()  # as the system does for who is gone
    assert process.wait(timeout=60) == 0
    out.close()


def test_a_process_runs_nothing_that_lies_where_it_is_started(
    sample: tuple[Frame, list[Task]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A book that somebody has sent may hold files of any name."""
    for name in ("json", "pickle", "subprocess", "antq_cli"):
        (tmp_path / f"{name}.py").write_text(f"open('ran', 'a').write({name!r}); raise SystemExit\n")
    frame, tasks = sample
    monkeypatch.chdir(tmp_path)
    assert len([*sift(frame, tasks, 2)]) == len(tasks)
    assert not (tmp_path / "ran").exists()


def test_a_process_finds_modules_where_who_started_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the name of a folder has a quotation mark, or bytes that are no text."""
    folder = os.fsencode(tmp_path) + b"/it's \"\xff"
    os.mkdir(folder)  # noqa: PTH102 - no text
    monkeypatch.syspath_prepend(os.fsdecode(folder))
    with mock.patch.object(workers, "__name__", "mine"):
        Path(os.fsdecode(folder), "mine.py").write_text("def serve(): raise SystemExit(7)\n")
        process = workers._started()
    into, out = workers._pipes(process)
    into.close()
    assert process.wait(timeout=60) == 7
    out.close()


def test_processes_follow_processors_memory_and_what_pays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many, none = 1 << 40, tmp_path / "none"
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {*range(8)}, raising=False)
    for name in ("_MEMINFO", "_PERIOD", "_MEMORY_MAX", "_MEMORY_NOW"):
        monkeypatch.setattr(resources, name, none)
    monkeypatch.setattr(resources, "_QUOTA", (none, none))
    assert resources.processes(many) == resources.MOST
    assert resources.processes(0) == 1
    assert resources.processes(2 * resources.WORTH_A_PROCESS) == 2

    def written(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text)
        return tmp_path / name

    monkeypatch.setattr(resources, "_QUOTA", (written("cpu.max", "150000 100000\n"), none))
    assert resources.processes(many) == 1
    monkeypatch.setattr(resources, "_QUOTA", (written("cpu.max", "max 100000\n"), written("quota", "300000\n")))
    monkeypatch.setattr(resources, "_PERIOD", written("period", "100000\n"))
    assert resources.processes(many) == 3
    monkeypatch.setattr(resources, "_MEMINFO", written("meminfo", "MemTotal: 999 kB\nMemAvailable:  250000 kB\n"))
    assert resources.processes(many) == 2
    monkeypatch.setattr(resources, "_MEMORY_MAX", written("max", "150000000\n"))
    monkeypatch.setattr(resources, "_MEMORY_NOW", written("now", "100000000\n"))
    assert resources.processes(many) == 1


class Polars:
    """How often the engine of the extra ``scale`` sifts, and what it then does instead of that, if anything."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sifted = 0
        self.error: BaseException | None = None
        of_scale = ScaleSieve.sift

        def sift(engine: ScaleSieve, *some: Any) -> list[Sifted | None]:
            self.sifted += 1
            if self.error is not None:
                raise self.error
            return of_scale(engine, *some)

        monkeypatch.setattr(ScaleSieve, "sift", sift)
        monkeypatch.setattr(workers, "has_scale", lambda: True)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Polars:
    return Polars(monkeypatch)


def told(results: Iterator[Result]) -> list[Result]:
    """Results in order."""
    return sorted(results, key=lambda result: result[0])


@pytest.mark.parametrize("error", [PolarsError("x"), PanicException("x")])
def test_what_polars_fails_at_is_sifted_without_it(
    sample: tuple[Frame, list[Task]], engine: Polars, error: BaseException
) -> None:
    with mock.patch.object(workers, "has_scale", return_value=False):
        alone = told(sift(*sample, 1))
    assert engine.sifted == 0
    engine.error = error
    assert told(sift(*sample, 1)) == alone
    assert engine.sifted > 1


def test_what_is_our_own_fault_is_not_hidden(sample: tuple[Frame, list[Task]], engine: Polars) -> None:
    engine.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        list(sift(*sample, 1))


def test_polars_that_cannot_be_loaded_is_done_without(
    sample: tuple[Frame, list[Task]], engine: Polars, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "antq_cli.counting.large.scale.engine", None)  # to load it raises ImportError
    assert len([*sift(*sample, 1)]) == len(sample[1])
    assert engine.sifted == 0


def test_polars_without_its_binary_part_is_done_without(sample: tuple[Frame, list[Task]], engine: Polars) -> None:
    with mock.patch("antq_cli.counting.large.scale.engine.numbers", side_effect=NameError("PyCategories")):
        assert len([*sift(*sample, 1)]) == len(sample[1])
    assert engine.sifted == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits")
@pytest.mark.parametrize(("which", "limit"), [("RLIMIT_AS", 1 << 30), ("RLIMIT_DATA", 1 << 31), ("RLIMIT_AS", 1 << 40)])
def test_where_it_may_be_refused_memory_polars_is_not_asked(
    sample: tuple[Frame, list[Task]], engine: Polars, which: str, limit: int
) -> None:
    import resource

    def limits(kind: int) -> tuple[int, int]:
        return (limit if kind == getattr(resource, which) else resource.RLIM_INFINITY), resource.RLIM_INFINITY

    with mock.patch.object(resource, "getrlimit", limits):
        assert len([*sift(*sample, 1)]) == len(sample[1])
    assert (engine.sifted > 0) == (limit == 1 << 40)


def test_polars_hears_nothing_that_is_meant_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POLARS_MAX_THREADS", "POLARS_VERBOSE", "POLARS_PANIC_ON_ERR", "POLARS_FORCE_PKG"):
        monkeypatch.setenv(name, "0")
    resources.one_thread()
    assert {name: said for name, said in os.environ.items() if name.startswith("POLARS")} == {
        "POLARS_MAX_THREADS": "1",
        "POLARS_FORCE_PKG": "0",
    }


def test_progress_is_told_on_a_terminal_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.9, 1.1, 1.15, 1.3])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    heard = Terminal()
    with mock.patch.object(sys, "stderr", heard), mock.patch.dict(os.environ, {"TERM": "xterm"}):
        progress = Progress(speech("en"))
        for done in range(1, 5):
            progress(done, 8)
        progress.end()
    told = "\rCounted: 2 of 8 parts\rCounted: 4 of 8 parts\r\x1b[K"
    assert heard.memory.getvalue().decode() == told


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_who_waits_is_told_how_it_goes_faster(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """Where the extra is installed there is nothing to be told."""
    heard = []
    clock = itertools.count(0.0, 5.0)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    for scale in (False, True):
        with larger_than(0), mock.patch.object(workers, "has_scale", return_value=scale):
            ran = run(f"-b {SAMPLE} pledges summary --lang {lang}", terminal=True)
        heard.append("antq-cli[scale]" in ran.stderr)
    assert heard == [True, False]


def test_progress_is_told_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 5.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with mock.patch.object(sys, "stderr", None):
        progress = Progress(speech("en"))
        progress(1, 8)
        progress.end()
