"""Asking about books whose counted rows are remembered, in a cache folder of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from antq_cli.core.registers import Register
from antq_cli.counting.large import piecewise as counting
from antq_cli.counting.large import recalled
from antq_cli.counting.large.remembered import Tallies
from antq_cli.counting.large.workers import Results, Tasks, _Sifting
from antq_cli.reading import files
from antq_cli.reading.source import Source
from antq_cli.reading.tables import Table
from tests.cli.harness import Line, Ran, run
from tests.counting.apart import larger_than


class Teller:
    """Somebody who asks of a book that is counted pair by pair, and remembers the tallies; answers are found anew."""

    def __init__(self, home: Path) -> None:
        self.env = {"XDG_CACHE_HOME": str(home), "ANTQ_CACHE": ""}
        self.folder = home / "antq" / "tallies"
        # How many pieces were known of all that were asked for, or books that are held; and how many were sifted.
        self.known = self.sifted = 0
        # How often a bulk register was read of books that are held.
        self.read = 0

    @property
    def entries(self) -> list[Path]:
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def ask(self, line: Line) -> Ran:
        """Ask of a book as if it were a large one; how much was known is noted."""
        with self._watched(), larger_than(0), all_in_pairs():
            return run(line, env=self.env)

    def ask_small(self, line: Line) -> Ran:
        """Ask of a book that is held; which of its bulk registers were read is noted."""
        read, recall = files.read_register, recalled.recall

        def known(*args: Any) -> Any:
            found = recall(*args)
            self.known += found is not None
            return found

        def noted(source: Source, register: Register, *args: Any, **more: Any) -> Table:
            self.read += register.model.bulk
            return read(source, register, *args, **more)

        with mock.patch.object(files, "read_register", noted), mock.patch.object(recalled, "recall", known):
            return run(line, env=self.env)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        find, sift = Tallies.find, _Sifting.__call__

        def found(tallies: Tallies, *args: Any) -> Any:
            known = find(tallies, *args)
            self.known += len(known)
            return known

        def sifted(sifting: _Sifting, tasks: Tasks) -> Results:
            self.sifted += len(tasks)
            return sift(sifting, tasks)

        with mock.patch.object(Tallies, "find", found), mock.patch.object(_Sifting, "__call__", sifted):
            yield


@contextmanager
def all_in_pairs() -> Iterator[None]:
    """Take every book for one whose files are paired, and count it in this process."""
    with mock.patch.object(counting, "PIECE", 1 << 60), mock.patch.object(counting, "_ALONE", 0):
        yield
