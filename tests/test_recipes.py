"""The recipes of docs/automation.md do what the page says, as far as the machine has what it takes."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.harness import ROOT, TODAY
from tests.helpers import manifest, units, write_book

PAGE = (ROOT / "docs" / "automation.md").read_text("utf-8")
RECIPES = dict(re.findall(r"<!-- recipe: (.*?) -->\n```\w+\n(.*?)```\n", PAGE, re.DOTALL))
GOOD = {"antq.toml": manifest(), "units.csv": units("D,Huyện,district")}
BAD = GOOD | {"units.csv": units("D,Huyện,district", "1,Xã,xa,D")}
SH = pytest.mark.skipif(shutil.which("sh") is None, reason="a crontab's lines are run by a shell")


def cron_lines() -> list[str]:
    """The commands of the crontab: what stands after five fields of time."""
    lines = RECIPES["crontab"].splitlines()
    return [line.split(maxsplit=5)[5] for line in lines if line[0].isdigit()]


def exec_start() -> str:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(RECIPES["antq-check.service"])
    return unit["Service"]["ExecStart"]


def scheduled() -> str:
    """The command of the task, with the paths of another system."""
    found = re.search(r'/TR "(.*)"', RECIPES["schtasks"])
    assert found is not None
    return found[1].replace("C:\\antq\\", "/srv/antq/")


def hook() -> str:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    found = re.search(r"^  entry: (.*)$", text, re.MULTILINE)
    args = re.search(r"args: \[(.*)\]", RECIPES["pre-commit"])
    assert found is not None
    assert args is not None
    return f"{found[1]} {args[1].replace(', ', ' ').replace('book', '/srv/antq/book')}"


COMMANDS = [*cron_lines(), exec_start(), scheduled(), hook()]


def started(command: str, folder: Path, files: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run a command as cron does: by a shell, with little of an environment; antq is the one that is tested."""
    write_book(folder / "book", files)
    program = folder / "bin" / "antq"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m antq_cli "$@"\n')
    program.chmod(0o755)
    line = command.replace("/usr/local/bin/antq", "antq").replace("/srv/antq", shlex.quote(str(folder)))
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "ANTQ_LANG": "en", "ANTQ_TODAY": TODAY, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True, check=False)


@SH
@pytest.mark.parametrize("command", COMMANDS)
def test_a_clean_book_is_silent(command: str, tmp_path: Path) -> None:
    ran = started(command, tmp_path, GOOD)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@SH
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_found_is_told_and_fails(command: str, tmp_path: Path) -> None:
    ran = started(command, tmp_path, BAD)
    assert (ran.returncode, ran.stderr) == (1, "errors: 1, warnings: 0\n")
    written = [path.read_text("utf-8") for path in tmp_path.glob("check.*")]
    assert "X103" in "".join([ran.stdout, *written])
    assert bool(written) is (" -o " in command)


@SH
def test_a_file_of_yesterday_stays_where_today_is_refused(tmp_path: Path) -> None:
    (tmp_path / "check.csv").write_text("yesterday", "utf-8")
    ran = started(cron_lines()[1], tmp_path, {**GOOD, "antq.toml": "schema = 1\n"})
    assert ran.returncode == 2
    assert (tmp_path / "check.csv").read_text("utf-8") == "yesterday"


@SH
def test_a_list_that_a_refused_register_belongs_to_is_complete(tmp_path: Path) -> None:
    (tmp_path / "check.csv").write_text("yesterday", "utf-8")
    ran = started(cron_lines()[1], tmp_path, {**GOOD, "teams.csv": "code,kind\n"})
    assert ran.returncode == 2
    assert "F014" in (tmp_path / "check.csv").read_text("utf-8")


@SH
def test_that_nothing_was_judged_is_not_silence(tmp_path: Path) -> None:
    ran = started("antq -b /srv/antq/book check -q --select T103 --register returns", tmp_path, GOOD)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (3, "", 1)


def test_a_line_of_a_crontab_has_no_percent_sign() -> None:
    """Cron would make a line end of it."""
    assert not any("%" in line for line in cron_lines())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("antq-check.service", "antq-check.timer"):
        there = RECIPES[name].replace("/usr/local/bin/antq", sys.executable)
        (tmp_path / name).write_text(there, "utf-8")
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", *names], capture_output=True, text=True, check=False)
    assert not [line for line in ran.stderr.splitlines() if "antq" in line]


def test_the_hook_that_is_used_is_the_one_that_is_declared() -> None:
    declared = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    ids = re.findall(r"^- id: (\S+)$", declared, re.MULTILINE)
    assert re.findall(r"- id: (\S+)", RECIPES["pre-commit"]) == ids
    files = re.search(r"^  files: (.*)$", declared, re.MULTILINE)
    assert files is not None
    seen = [name for name in ("antq.toml", "book/pledges/1.csv", "a.toml", "README.md") if re.search(files[1], name)]
    assert seen == ["antq.toml", "book/pledges/1.csv", "a.toml"]
