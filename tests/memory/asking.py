"""Asking antq as a process would, in this one: with its memory, in a cache folder of the test's own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import antq_cli.cli.main as boundary
from antq_cli import __main__
from tests.cli.harness import ROOT, Line, Ran, Stream, Terminal, environment, run, surroundings, words

# Lines that are remembered, of a book of which `-b` may be told.
LINES = (
    "summary",
    "summary -f json",
    "pledges summary --by area -f csv",
    "pledges trend --lang en",
    "pledges gaps --target 90% -f md",
    "teams summary -v",
    "models summary",
    "activities summary -f json",
    "standards summary --criteria",
    "returns summary",
    "units -f csv",
    "periods --lang vi",
    "claims -q",
    "reconcile",
    "check",
    "check -f json --lang en",
    "check --statistics",
)


Env = Mapping[str, str] | None


class Told(NamedTuple):
    """What was told, and whether it was remembered."""

    ran: Ran
    remembered: bool

    @property
    def all(self) -> tuple[int, bytes, bytes]:
        return said(self.ran)


def said(ran: Ran) -> tuple[int, bytes, bytes]:
    return ran.code, ran.out, ran.err


class Asker:
    """Somebody who asks, again and again, with a cache folder of his own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def folder(self) -> Path:
        return self.home / "antq" / "answers"

    @property
    def entries(self) -> list[Path]:
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def environment(self, columns: int = 80, **more: str) -> dict[str, str]:
        return environment(columns) | {"XDG_CACHE_HOME": str(self.home), "ANTQ_CACHE": ""} | more

    def ask(self, line: Line, cwd: Path = ROOT, columns: int = 80, *, terminal: bool = False, env: Env = None) -> Told:
        out, err = (Terminal(), Terminal()) if terminal else (Stream(), Stream())
        with (
            surroundings(self.environment(columns, **(env or {})), cwd, out, err),
            mock.patch.object(boundary, "main", wraps=boundary.main) as anew,
        ):
            code = __main__._answered(words(line))
        return Told(Ran(line, int(code), out.memory.getvalue(), err.memory.getvalue(), columns), not anew.called)

    def twice(
        self, line: Line, cwd: Path = ROOT, columns: int = 80, *, terminal: bool = False, env: Env = None
    ) -> bool:
        """Ask two times and once without memory, all the same; return whether the second answer was remembered."""
        cold = run(line, columns, cwd, terminal=terminal, env=env)
        first, second = (self.ask(line, cwd, columns, terminal=terminal, env=env) for _ in range(2))
        assert first.all == second.all == said(cold), line
        assert second.remembered or not first.remembered
        return second.remembered


@contextmanager
def listening(book: Path) -> Iterator[set[Path]]:
    """Whatever the process looks at in a folder, by what the system is asked; what is asked of it otherwise, too."""
    import os

    seen: set[Path] = set()
    real: Mapping[str, object] = {name: getattr(os, name) for name in ("stat", "scandir", "listdir", "open", "lstat")}

    def watched(name: str):  # type: ignore[no-untyped-def] # noqa: ANN202
        def look(path=".", *args, **kwargs):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN002, ANN003, ANN202
            if isinstance(path, str | os.PathLike):
                seen.add(Path(os.path.abspath(path)))  # noqa: PTH100 - a Path would look itself
            return real[name](path, *args, **kwargs)  # type: ignore[operator]

        return look

    with mock.patch.multiple(os, **{name: watched(name) for name in real}):
        yield seen
