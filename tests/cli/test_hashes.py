"""What outputs say of the book: hashes of the same things alone may be compared."""

from pathlib import Path

import pytest

from antq_cli.core.registers import REGISTERS
from antq_cli.reading import book as reading_book
from tests.cli.entering import ALONE
from tests.cli.harness import BOOKS, PUBLISHED, SAMPLE, run


@pytest.mark.parametrize("book", [PUBLISHED, SAMPLE, BOOKS / "journal"], ids=lambda book: book.name)
def test_every_command_says_the_same_of_the_same(book: Path) -> None:
    """A register has one hash, and so has the manifest; the book has one where all of its registers have."""
    whole = run(["check", "-b", book, "-f", "json"]).json["book"]
    assert whole["registers"].keys() == REGISTERS.keys()
    there = {name for name, each in whole["registers"].items() if each is not None}
    assert there == {path.name.partition(".")[0] for path in book.iterdir() if path.name[0] != "."} - {"antq"}
    for path in ALONE:
        told = run([*path.split(), "-b", book, "-f", "json"]).json["book"]
        assert told["manifest"] == whole["manifest"]
        assert told["registers"].items() <= whole["registers"].items(), path
        assert told["content"] == (whole["content"] if there <= told["registers"].keys() else None), path


def test_a_book_is_whole_where_everything_in_it_was_read(tmp_path: Path) -> None:
    """Registers that the book lacks are no part of it."""
    for name in ("antq.toml", "units.csv", "returns.csv"):
        (tmp_path / name).write_bytes((BOOKS / "areas" / name).read_bytes())
    told = [run([*path.split(), "-b", tmp_path, "-f", "json"]).json["book"] for path in ("check", "pledges summary")]
    assert told[0]["content"] == told[1]["content"] is not None
    assert told[1]["registers"]["crosswalk"] is None
    assert "claims" not in told[1]["registers"]


def test_a_refused_register_leaves_the_book_without_a_hash() -> None:
    ran = run("check -b tests/books/refused -f json")
    told = ran.json["book"]
    refused = {step["register"] for step in ran.json["steps"] if step["why"] == "refused"}
    absent = {step["register"] for step in ran.json["steps"] if step["why"] == "absent"}
    assert refused
    assert {name for name, each in told["registers"].items() if each is None} == refused | absent
    assert (ran.code, told["content"], told["manifest"] is None) == (2, None, False)


def test_a_large_register_is_hashed_only_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "check -b tests/books/journal --lang en"
    whole = run(f"{line} -f json").json["book"]
    monkeypatch.setattr(reading_book, "LARGE", 12)
    unasked, asked = (run(f"{line} -f json{more}").json["book"] for more in ("", " --hashes"))
    assert asked == whole
    assert unasked == {
        **whole,
        "content": None,
        "registers": {**whole["registers"], "households": None, "pledges": None},
    }
    hashed = sum(each is not None for each in unasked["registers"].values())
    assert run(f"{line} -v").stderr.startswith(f"book tests/books/journal, registers hashed: {hashed}\n")
    assert run(f"{line} --hashes").stderr.startswith(f"book tests/books/journal, {whole['content']}\n")
    assert "sha256" not in run(line).stderr
