"""Tests of what the mode of a file forbids are run for root as well: in a process to which it is forbidden."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.harness import ROOT
from tests.permissions import forbidden

HERE = Path(__file__).parent


def files() -> Iterator[str]:
    """The modules with such tests."""
    for file in sorted(HERE.rglob("test_*.py")):
        if file != Path(__file__) and "import HELD" in file.read_text("utf-8"):
            yield file.relative_to(ROOT).as_posix()


@pytest.mark.skipif(forbidden() or sys.platform != "linux", reason="they are run as they are, or cannot be")
def test_what_is_forbidden_to_others_is_tried_for_root(tmp_path: Path) -> None:
    held = "may_not_be_written or refused_by_the_system"
    command = [sys.executable, "-m", "tests.permissions", "-q", "-n0", "-p", "no:cacheprovider", *files(), "-k", held]
    environment = {**os.environ, "PYTEST_DEBUG_TEMPROOT": str(tmp_path)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "11 passed" in ran.stdout
    assert "skipped" not in ran.stdout


def test_the_modules_are_found() -> None:
    rooms = ("cli/test_report", "memory/test_answers", "reading/test_files", "writing/test_files", "writing/test_pen")
    assert [*files()] == [f"tests/{room}.py" for room in rooms]
