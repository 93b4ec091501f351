"""`antq report -o x.xlsx`: what a clerk has typed into a workbook is never lost, and what it needs is said."""

import re
from pathlib import Path

import pytest

from antq_cli.reports.packing import Unpacked, pack
from tests.cli.harness import PUBLISHED, run, spawn, tree
from tests.cli.test_process import python

LINE = ["report", "-b", PUBLISHED, "--period", "2021-08"]
_LOADED = """
import sys
from antq_cli.cli.main import main
main({line!r})
print(*sorted({{"docx", "xlsxwriter", "lxml"}} & {{*sys.modules}}))
"""


def typed_into(data: bytes) -> bytes:
    """A workbook in which somebody has filled in a gap."""
    file = Unpacked(data)
    parts = {name: file.part(name) for name in file.names}
    texts = parts["xl/sharedStrings.xml"]
    filled = texts.replace("[cơ quan nhận báo cáo]".encode(), "UBND tỉnh Thanh Hóa".encode())
    assert filled != texts
    return pack(parts | {"xl/sharedStrings.xml": filled})


def test_what_a_clerk_has_typed_into_a_workbook_is_never_lost(tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao-2021-08.xlsx"
    line = [*LINE, "-o", paper]
    assert run(line).code == 0
    first = paper.read_bytes()
    filled = typed_into(first)
    paper.write_bytes(filled)

    again = spawn(line)
    assert (again.code, again.out) == (5, b"")
    assert (f"{paper}" in again.stderr, " U064 " in again.stderr) == (True, True)
    assert tree(tmp_path) == {paper.name: filled}
    kept = run([*line, "--if-changed"])
    assert (kept.code, tree(tmp_path)) == (0, {paper.name: filled})
    assert run([*line, "--force"]).code == 0
    assert paper.read_bytes() == first
    assert run(line).code == 0  # untouched, it may be replaced


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a workbook of somebody", pack({"xl/workbook.xml": b"<workbook/>"})]
)
def test_a_workbook_that_antq_did_not_write_stays(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "so-lieu.xlsx"
    file.write_bytes(content)
    ran = run([*LINE, "--lang", "en", "-o", file])
    assert (ran.code, " U063 error\n" in ran.stderr) == (5, True)
    assert tree(tmp_path) == {file.name: content}


def test_it_needs_a_file_and_what_writes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refused = run([*LINE, "-f", "xlsx", "--lang", "en"])
    assert (refused.code, " U061 " in refused.stderr, "-o FILE.xlsx" in refused.stderr) == (2, True, True)
    monkeypatch.setattr("antq_cli.cli.targets.find_spec", lambda _: None)
    ran = run([*LINE, "-o", tmp_path / "a.xlsx"])
    assert (ran.code, " U062 " in ran.stderr) == (2, True)
    assert ("XlsxWriter" in ran.stderr, 'pip install "antq-cli[office]"' in ran.stderr) == (True, True)
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    ("suffix", "needed"), [("xlsx", ["xlsxwriter"]), ("docx", ["docx", "lxml"]), ("md", []), ("json", [])]
)
def test_each_format_loads_only_what_it_needs(suffix: str, needed: list[str], tmp_path: Path) -> None:
    ran = python(_LOADED.format(line=[*map(str, LINE), "-q", "-o", str(tmp_path / f"a.{suffix}")]))
    assert ran.stdout.decode().split() == needed


def test_it_says_what_it_is_of_without_a_path_or_a_name(tmp_path: Path) -> None:
    paper = tmp_path / "a.xlsx"
    assert run([*LINE, "-o", paper]).code == 0
    file = Unpacked(paper.read_bytes())
    everything = b"".join(file.part(name) for name in file.names).decode()
    assert str(tmp_path) not in everything
    assert re.search(r"file:|/home/|/root|Users", everything) is None
