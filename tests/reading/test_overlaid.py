"""A source with other bytes in some of its files."""

from pathlib import Path

import pytest

from antq_cli.reading.source import Entry, Folder, Overlaid
from tests.helpers import write_book


@pytest.fixture(name="under")
def _under(tmp_path: Path) -> Folder:
    return Folder(write_book(tmp_path, {"units": "u", "teams": "t", "pledges/a": "a"}))


def test_what_is_not_overlaid_is_as_it_is(under: Folder) -> None:
    over = Overlaid(under, {"teams.csv": b"other"})
    assert (over.read("units.csv"), over.read("teams.csv")) == (b"u", b"other")
    assert [*over.entries("")] == [*under.entries("")]


def test_files_that_are_made(under: Folder) -> None:
    over = Overlaid(under, {"pledges/b.csv": b"b", "households/h.csv": b"h"})
    assert [entry.path for entry in over.entries("pledges")] == ["pledges/a.csv", "pledges/b.csv"]
    assert [*over.entries("households")] == [Entry("households/h.csv", folder=False)]
    assert Entry("households", folder=True) in over.entries("")


def test_files_that_are_gone(under: Folder) -> None:
    over = Overlaid(under, {"teams.csv": None, "pledges/a.csv": None})
    assert [*over.entries("pledges")] == []
    assert [entry.path for entry in over.entries("")] == ["pledges", "units.csv"]
    with pytest.raises(FileNotFoundError):
        over.read("teams.csv")


def test_a_folder_that_there_is_not(under: Folder) -> None:
    with pytest.raises(FileNotFoundError):
        Overlaid(under, {"pledges/b.csv": b"b"}).entries("households")
