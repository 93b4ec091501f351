"""What git says of a book: the last commit of what a report is made of, and whether that has changed since."""

import shutil
import subprocess
from pathlib import Path

import pytest

from antq_cli.core.provenance import Commit
from antq_cli.reading.commits import last_commit
from tests.cli.harness import environment
from tests.helpers import manifest, units, write_book

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
WHO = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str) -> str:
    """Run git, which hears of nobody's settings."""
    said = {**environment(), **WHO, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    ran = subprocess.run(["git", "-C", str(folder), *words], env=said, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    return git(folder, "rev-parse", "HEAD")


def asked(book: Path, template: Path | None = None, **said: str) -> Commit | None:
    return last_commit(book, template, {**environment(), "HOME": str(book), **said})


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A work tree with a book and a template beside it."""
    git(tmp_path, "init", "-q")
    write_book(tmp_path / "book", {"antq.toml": manifest(), "units.csv": units("D,Huyện,district")})
    (tmp_path / "own.md").write_text("# I.\n")
    return tmp_path


def test_it_is_the_last_one_that_touched_the_book_or_the_template(repository: Path) -> None:
    book, template = repository / "book", repository / "own.md"
    assert asked(book) is None  # nothing is committed
    first = commit(repository)
    assert asked(book) == Commit(first, clean=True)
    (repository / "notes.txt").write_text("")
    (book / "notes.md").write_text("")
    commit(repository)
    assert asked(book, template) == Commit(first, clean=True)
    template.write_text("# II.\n")
    assert asked(book) == Commit(first, clean=True)
    assert asked(book, template) == Commit(first, clean=False)
    second = commit(repository)
    assert asked(book, template) == Commit(second, clean=True)
    assert asked(book, repository.parent / "elsewhere.md") == Commit(first, clean=True)


def test_a_register_that_is_new_changed_or_gone_is_a_change(repository: Path) -> None:
    book = repository / "book"
    first = commit(repository)
    for name in ("teams.csv", "pledges/2021.csv", "RETURNS.CSV", "claims.toml"):
        (book / name).parent.mkdir(exist_ok=True)
        (book / name).write_text("code\n")
        assert asked(book) == Commit(first, clean=False), name
        (book / name).unlink()
    assert asked(book) == Commit(first, clean=True)
    (book / "units.csv").unlink()
    assert asked(book) == Commit(first, clean=False)


def test_nothing_of_the_repository_runs(repository: Path) -> None:
    book = repository / "book"
    first = commit(repository)
    ran = repository / "ran"
    program = repository / ".git" / "monitor"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    program.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(program))
    git(repository, "config", "core.hooksPath", str(repository / ".git"))
    assert asked(book) == Commit(first, clean=True)
    assert not ran.exists()


def test_no_program_looks_at_what_is_compared_or_signed(repository: Path) -> None:
    """A filter through which git would compare files, and a program that would check a signature, never run."""
    book = repository / "book"
    first = commit(repository)
    marker = repository / "ran"
    program = repository / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\necho 'Good signature for a@b.vn'\ncat\n")
    program.chmod(0o755)
    for name in ("filter.x.clean", "filter.x.process", "gpg.program", "gpg.ssh.program"):
        git(repository, "config", name, str(program))
    git(repository, "config", "filter.x.required", "true")
    git(repository, "config", "log.showSignature", "true")
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text("* filter=x\n")
    (book / "units.csv").write_text(units("D,Huyện,district"))  # touched, and the same
    assert asked(book) == Commit(first, clean=True)
    assert not marker.exists()


def test_a_register_that_git_ignores_is_in_no_commit(repository: Path) -> None:
    first = commit(repository)
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "exclude").write_text("returns.csv\n")
    (repository / "book" / "returns.csv").write_text("date,unit,measure,count\n")
    assert asked(repository / "book") == Commit(first, clean=False)


def test_where_git_cannot_say_it_nothing_is_said(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = repository / "book"
    first = commit(repository)
    elsewhere = shutil.copytree(book, tmp_path_factory.mktemp("elsewhere") / "book")
    assert asked(elsewhere) is None
    assert asked(book, GIT_DIR=str(repository / "nowhere")) == Commit(first, clean=True)  # that of another one
    (repository / ".git" / "HEAD").write_text("nothing")
    assert asked(book) is None
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert asked(book) is None
