"""`antq cache`: how much is remembered and where, and forgetting it."""

from pathlib import Path

import pytest

from tests.cli.behaviours import refused
from tests.cli.harness import run
from tests.memory.asking import Asker

LINE = "-b tests/books/areas teams summary"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path / "cache")


def test_what_is_remembered_is_counted_and_forgotten(asker: Asker) -> None:
    row = {"kind": "answers", "entries": 0, "bytes": 0, "removed": 0, "folder": str(asker.home / "antq")}
    tallies = row | {"kind": "tallies"}
    assert asker.ask("cache -f json").ran.json["rows"] == [row, tallies]
    asker.ask(LINE)
    asker.ask(f"{LINE} -f json")
    size = sum(file.stat().st_size for file in asker.entries)
    assert asker.ask("cache -f json").ran.json["rows"] == [row | {"entries": 2, "bytes": size}, tallies]
    (asker.folder / f".{'a' * 64}.1.1").write_text("half")
    told = asker.ask("cache clear -f json --lang en").ran
    assert told.json["rows"] == [row | {"removed": 3}, tallies]
    assert told.stderr == "Entries removed: 3.\n"
    assert asker.entries == []
    assert not asker.ask(LINE).remembered


def test_what_somebody_else_keeps_there_stays(asker: Asker) -> None:
    asker.ask(LINE)
    (asker.home / "antq" / "notes.txt").write_text("mine")
    (asker.folder / "folder").mkdir()
    (asker.folder / "letter.txt").write_text("mine")
    asker.ask("cache clear")
    assert [path.name for path in asker.entries] == ["folder", "letter.txt"]
    assert (asker.home / "antq" / "notes.txt").exists()


def test_where_there_is_no_place_nothing_is_remembered(tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": "", "HOME": str(tmp_path / "missing"), "LOCALAPPDATA": ""}
    for word in ("", " clear"):
        ran = run(f"cache{word} --lang en", env=home)
        assert ran.code == 0
        assert "There is no cache folder here." in ran.stdout
        assert "ANTQ_CACHE says so" in ran.stderr


@pytest.mark.parametrize("line", ["cache again", "cache clear again", "cache CLEAR"])
def test_no_other_word_is_taken(line: str, asker: Asker) -> None:
    asker.ask(LINE)
    ran = asker.ask(f"{line} --lang en").ran
    assert refused(ran, "U005" if line.endswith("clear again") else "U004")
    assert len(asker.entries) == 1
