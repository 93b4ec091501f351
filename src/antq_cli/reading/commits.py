"""What git knows of a book, where it lies in a work tree: the last commit of it, and whether it differs from that.

Only git's own files are read: no hook and no monitor runs, nobody is asked for anything and nothing is fetched.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from antq_cli.core.provenance import Commit
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import SUFFIXES
from antq_cli.reading.folders import NAME

_FLAGS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_PATIENCE = 30  # seconds; a report does not wait for ever for what it can do without


def last_commit(book: Path, template: Path | None, variables: Mapping[str, str]) -> Commit | None:
    """Return the last commit that touched the manifest, a register or the template, and whether these are clean.

    ``variables`` are those of the process; what they say of a repository is meant for another. None where there is no
    work tree, no such commit, or no git, or where git fails.
    """
    git = shutil.which("git")
    if git is None:
        return None
    kept = {name: value for name, value in variables.items() if not name.startswith("GIT_")} | _QUIET
    asked = ["--", *_of_book(), *_of_template(book, template)]

    def ask(*words: str) -> str | None:
        return _answer([git, *_FLAGS, "-C", str(book.resolve()), *words], kept)

    # rev-list shows no signatures, which git would let a program of the user's check.
    found = _COMMIT.fullmatch((ask("rev-list", "-1", "HEAD", *asked) or "").strip())
    if found is None:
        return None
    # What git ignores is in no commit either.
    changed = ask(*_without_filters(ask), "status", "--porcelain", "--untracked-files=all", "--ignored", *asked)
    return None if changed is None else Commit(found[0], clean=not changed)


def _without_filters(ask: Callable[..., str | None]) -> Iterator[str]:
    """Yield what keeps git from running programs through which it compares files: they are compared as they are."""
    named = ask("config", "--name-only", "--get-regexp", r"^filter\..*\.(clean|smudge|process|required)$")
    for name in dict.fromkeys((named or "").split("\n")):
        yield from ("-c", f"{name}={'false' if name.endswith('.required') else ''}") if name else ()


def _answer(command: Sequence[str], variables: Mapping[str, str]) -> str | None:
    """Return what git says; None where it fails."""
    try:
        ran = subprocess.run(  # noqa: S603 - git as it is found, with our own words
            command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return None if ran.returncode else ran.stdout.decode("ascii", "backslashreplace")


def _of_book() -> list[str]:
    """Return the files that a book may have, as git is asked for them: also what is no longer there was touched."""
    names = [NAME, *(name + suffix for name in REGISTERS for suffix in ("", *SUFFIXES))]
    return [f":(icase){name}" for name in names]


def _of_template(book: Path, template: Path | None) -> list[str]:
    """Return the template as git is asked for it; git would refuse all if it lies in no folder of the work tree."""
    if template is None:
        return []
    folder = book.resolve()
    top = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
    whole = template.resolve()
    return [f":(top,literal){whole.relative_to(top).as_posix()}"] if whole.is_relative_to(top) else []
