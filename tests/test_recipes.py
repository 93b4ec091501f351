"""The recipes of docs/automation.md do what the page says, as far as the machine has what it takes."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from antq_cli.cli.examples import BEGINNING
from antq_cli.core.calendars import parse_span
from tests.cli.harness import ROOT, TODAY, tree
from tests.helpers import manifest, units, write_book

PAGE = (ROOT / "docs" / "automation.md").read_text("utf-8")
RECIPES: dict[str, str] = dict(re.findall(r"<!-- recipe: (.*?) -->\n```\w+\n(.*?)```\n", PAGE, re.DOTALL))
GOOD = {"antq.toml": manifest(), "units.csv": units("D,Huyện,district")}
BAD = GOOD | {"units.csv": units("D,Huyện,district", "1,Xã,xa,D")}
# What writes documents is an extra, without which Markdown takes its place.
OFFICE = all(find_spec(name) is not None for name in ("docx", "antq_cli.reports.docx"))
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
    assert not any("%" in line for line in [*cron_lines(), *RECIPES["crontab-report"].splitlines()])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in (f"antq-{what}.{kind}" for what in ("check", "report") for kind in ("service", "timer")):
        there = RECIPES[name].replace("/usr/local/bin/antq", sys.executable)
        (tmp_path / name).write_text(there, "utf-8")
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", *names], capture_output=True, text=True, check=False)
    assert not [line for line in ran.stderr.splitlines() if "antq" in line]


# The report of every month --------------------------------------------------------------------------------------


def of_unix() -> str:
    """What cron and systemd run: a script, which both call by its name."""
    assert RECIPES["crontab-report"].splitlines()[-1].endswith(" sh /srv/antq/monthly-report")
    assert "ExecStart=/bin/sh /srv/antq/monthly-report\n" in RECIPES["antq-report.service"]
    return RECIPES["monthly-report"]


def of_windows() -> str:
    """What the task runs, as a shell would have it."""
    assert r'-File C:\antq\monthly-report.ps1"' in RECIPES["schtasks-report"]
    month, line, end = RECIPES["monthly-report.ps1"].splitlines()
    assert (month, end) == ('$month = (Get-Date).AddMonths(-1).ToString("yyyy-MM")', "exit $LASTEXITCODE")
    return f"month=2025-09\n{line}".replace("C:\\antq\\", "/srv/antq/")


@SH
@pytest.mark.parametrize("script", [of_unix, of_windows])
def test_each_month_has_its_report_which_nobody_loses(script: Callable[[], str], tmp_path: Path) -> None:
    command = script() if OFFICE else script().replace(".docx", ".md")
    ran = started(command, tmp_path, BEGINNING)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    (month,) = {path.stem.removeprefix("bao-cao-") for path in files}
    assert (len(files), parse_span(month) is not None) == (2, True)
    last = date.today().replace(day=1) - timedelta(days=1)  # noqa: DTZ011 - of the machine, as the recipe takes it
    assert month == ("2025-09" if script is of_windows else f"{last:%Y-%m}")
    written = next(path for path in files if path.suffix != ".json")
    written.write_bytes(written.read_bytes().replace("[…]".encode(), b"7", 1))
    before = tree(tmp_path)
    again = started(command, tmp_path, BEGINNING)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert {name: before[name] for name in before if "bao-cao" in name} == {
        name: content for name, content in tree(tmp_path).items() if "bao-cao" in name
    }


def test_the_hook_that_is_used_is_the_one_that_is_declared() -> None:
    declared = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    ids = re.findall(r"^- id: (\S+)$", declared, re.MULTILINE)
    assert re.findall(r"- id: (\S+)", RECIPES["pre-commit"]) == ids
    files = re.search(r"^  files: (.*)$", declared, re.MULTILINE)
    assert files is not None
    seen = [name for name in ("antq.toml", "book/pledges/1.csv", "a.toml", "README.md") if re.search(files[1], name)]
    assert seen == ["antq.toml", "book/pledges/1.csv", "a.toml"]
