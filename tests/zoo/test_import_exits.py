"""How an import ends: as every other command does that could not read a file, that refuses a row, or that is right."""

import shutil
from pathlib import Path

import pytest

from tests.cli.harness import Ran, run
from tests.zoo.animals import ANIMALS, BOOK

FILES = {
    "right.xlsx": ANIMALS["01-clean"].made.data,
    "refused.xlsx": ANIMALS["13-error"].made.data,
    "headless.csv": "Biểu;chưa có số liệu\nXã;huyện\n".encode(),
    "unread.pdf": b"%PDF-1.7\n",
    "unknown.csv": ANIMALS["34-tcvn3"].made.data,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BOOK, tmp_path / "book")
    for name, raw in FILES.items():
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def brought(folder: Path, files: str, *more: str) -> Ran:
    words = ["-b", "book", "import", "returns", *files.split(), "--on", "2021-08-31", *more, "-f", "json"]
    return run(words, cwd=folder, ANTQ_LANG="en")


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ("right.xlsx", 0),
        ("right.xlsx refused.xlsx", 1),
        ("right.xlsx headless.csv", 1),
        ("headless.csv", 2),
        ("unread.pdf", 2),
        ("right.xlsx unread.pdf", 2),
        ("right.xlsx refused.xlsx unknown.csv", 2),
    ],
)
def test_a_file_that_is_not_read_goes_before_a_row_that_is_refused(folder: Path, files: str, code: int) -> None:
    ran = brought(folder, files)
    assert (ran.code, ran.json["exit_code"]) == (code, code)
    assert brought(folder, files, "--write").code == code  # as the dry run has said


def test_what_could_be_read_is_written_where_that_is_asked_for(folder: Path) -> None:
    before = (folder / "book" / "returns.csv").read_bytes()
    assert brought(folder, "right.xlsx unread.pdf", "--write").code == 2
    assert (folder / "book" / "returns.csv").read_bytes() == before
    assert brought(folder, "right.xlsx unread.pdf", "--partial").code == 1
    assert brought(folder, "right.xlsx unread.pdf", "--write", "--partial").code == 1
    assert brought(folder, "unread.pdf", "--write", "--partial").code == 2
    assert len((folder / "book" / "returns.csv").read_bytes()) > len(before)
