"""The table of formats: what stands in it is there, and what is there stands in it."""

from importlib import import_module
from pathlib import Path

import antq_cli.render
import antq_cli.reports
from antq_cli.cli.commands import COMMANDS
from antq_cli.render.writers import OF_COUNTS, OF_FINDINGS, OF_REPORTS, OF_RESULTS, SUFFIXES, WHOLE, WRITERS

ROOM = Path(next(iter(antq_cli.render.__path__)))
OF_PAPERS = Path(next(iter(antq_cli.reports.__path__)))
MODULES = {module for writer in WRITERS.values() for taken, module in writer.takes.items() if taken != "reports"}


def test_every_writer_writes() -> None:
    assert all(callable(import_module(f"antq_cli.render.{module}").write) for module in MODULES)


def test_every_module_that_writes_is_a_format() -> None:
    files = {file for file in ROOM.rglob("*.py") if "\ndef write(" in file.read_text("utf-8")}
    assert {".".join(file.relative_to(ROOM).with_suffix("").parts) for file in files} == MODULES


def test_every_module_that_writes_a_report_is_a_format() -> None:
    files = {file.stem for file in OF_PAPERS.glob("*.py") if "\ndef write(" in file.read_text("utf-8")}
    assert files <= {writer.takes["reports"] for writer in WRITERS.values() if "reports" in writer.takes}
    assert "markdown" in files


def test_what_a_command_offers_comes_from_the_table() -> None:
    assert {command.formats for command in COMMANDS.values()} == {OF_RESULTS, OF_FINDINGS, OF_REPORTS}
    assert OF_REPORTS == ("md", "json", "csv", "docx", "xlsx", "html")
    assert OF_RESULTS == ("table", "json", "csv", "md")
    assert OF_FINDINGS == ("full", "concise", "json", "jsonl", "csv", "md", "github", "junit", "sarif")
    assert OF_COUNTS == ("full", "json", "csv", "md")
    assert WHOLE == ("json", "jsonl", "github", "junit", "sarif")
    assert SUFFIXES[".txt"] == ("table", "full", "concise", "github")
    assert {suffix: formats for suffix, formats in SUFFIXES.items() if suffix != ".txt"} == {
        f".{name}" if name != "junit" else ".xml": (name,)
        for name in ("json", "jsonl", "csv", "md", "junit", "sarif", "docx", "xlsx", "html")
    }
