"""What is in the entries of the memory, and what never is."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.harness import BOOKS
from tests.memory.asking import LINES, Asker


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path / "cache")


def codes(book: Path) -> set[str]:
    """The codes of the households of a book that are no unit's and no organisation's."""
    others = {row.get("code") for name in ("units", "organisations", "teams", "models") for row in rows(book, name)}
    found = {row.get("household") or "" for row in rows(book, "households")}
    return {code for code in found if "-" in code} - others


def rows(book: Path, register: str) -> Iterator[dict[str, str]]:
    for file in book.glob(f"{register}.csv"):
        yield from csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))


@pytest.mark.parametrize("book", [path.parent.name for path in sorted(BOOKS.glob("*/households.csv"))])
def test_no_household_is_in_an_entry(book: str, asker: Asker) -> None:
    known = codes(BOOKS / book)
    for line in LINES:
        asker.ask(f"{line} -b tests/books/{book}")
    kept = b"".join(file.read_bytes() for file in asker.entries).decode()
    assert bool(kept)
    assert {code for code in known if re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", kept)} == set()


def test_books_with_households_were_looked_at() -> None:
    assert {"h-01", "h-02", "h-03"} <= codes(BOOKS / "journal") & codes(BOOKS / "bad")


def test_the_words_of_a_line_are_not_in_an_entry(asker: Asker) -> None:
    asker.ask([*["-b", "data/cam-thuy-2021", "pledges", "summary"], "--unit", "390"])
    (entry,) = asker.entries
    assert b"--unit" not in entry.read_bytes()
