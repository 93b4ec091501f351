"""Importing on the command line: where options may stand, what is refused, what is seen."""

from pathlib import Path

import pytest

from tests.cli.behaviours import WRITTEN, refused
from tests.cli.bringing import BRINGING, DAYS, brought, of, put
from tests.cli.harness import run

# Options that say where a file is or what a sheet is, which the small one has not.
PLAIN = ("compare", "write", "cells", "encoding", "separator", "partial", "replace", "quiet", "verbose", "values")


@pytest.mark.parametrize("option", PLAIN)
@pytest.mark.parametrize("path", BRINGING)
def test_an_option_may_stand_anywhere(path: str, option: str, tmp_path: Path) -> None:
    written = {"cells": "--range A1:C9", "separator": "--separator comma"}.get(option, WRITTEN[option]).split()
    first, second = path.split()
    words = ["s.csv", *DAYS[of(path)], "-b", "b", "--lang", "en", "-f", "json"]
    ends = []
    for line in (
        [first, second, *words, *written],
        [*written, first, second, *words],
        [first, *written, second, *words],
    ):
        put(path, tmp_path)
        ran = run(line, cwd=tmp_path)
        ends.append((ran.code, ran.json["rows"], ran.json["change"], ran.err))
    assert ends[0] == ends[1] == ends[2]
    assert ends[0][0] == 0


@pytest.mark.parametrize("path", BRINGING)
def test_what_cannot_be_imported(path: str, tmp_path: Path) -> None:
    put(path, tmp_path)
    line = [*path.split(), "-b", "b", "--lang", "en", *DAYS[of(path)]]
    assert refused(run(line, cwd=tmp_path), "U153")
    assert refused(run([*line, "none.csv"], cwd=tmp_path), "U154")
    (tmp_path / "s.csv").write_bytes(b"%PDF-1.7")
    ran = run([*line, "s.csv"], cwd=tmp_path)
    assert (ran.code, "I001" in ran.stdout) == (2, True)


@pytest.mark.parametrize("path", BRINGING)
def test_one_file_of_two_that_is_refused_keeps_the_other_out_unless_in_part(path: str, tmp_path: Path) -> None:
    put(path, tmp_path)
    (tmp_path / "t.csv").write_bytes(b"%PDF-1.7")
    ran = brought(path, tmp_path, "t.csv", "--write", "-f", "json")
    assert (ran.code, ran.json["change"]) == (2, None)
    ran = brought(path, tmp_path, "t.csv", "--write", "--partial", "-f", "json")
    assert (ran.code, ran.json["change"], ran.json["changes"]["added"]) == (1, 1, 1)


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Offices send sheets that are all called the same, in files that are."""
    path = "import returns"
    put(path, tmp_path)
    for folder, count in (("x", 8), ("y", 9)):
        (tmp_path / folder).mkdir()
        text = (tmp_path / "s.csv").read_text("utf-8")
        (tmp_path / folder / "s.csv").write_text(f"{text.splitlines()[0]}\nCẩm Tú,{count},10\n", "utf-8")
    line = [*path.split(), *DAYS["returns"], "-b", "b", "--lang", "en", "-f", "json"]
    found = run([*line, "x/s.csv", "y/s.csv"], cwd=tmp_path).json
    assert [sheet["file"] for sheet in found["sheets"]] == ["x/s.csv", "y/s.csv"]
    assert [row["rules"] for row in found["rows"]] == ["I305", "I305"]
    assert ["y/s.csv · s!B2" in row["why"] for row in found["rows"]] == [True, False]
    found = run([*line, "x/s.csv"], cwd=tmp_path).json
    assert [sheet["file"] for sheet in found["sheets"]] == ["s.csv"]


@pytest.mark.parametrize("form", ["", "-f md", "-f json"])
def test_who_stands_where_a_unit_should_is_not_told_unasked(form: str, tmp_path: Path) -> None:
    path = "import returns"
    put(path, tmp_path, "Nguyễn Thị Bình,8,10", "038123456789,5,9", "Cẩm Tú,Trần Văn Cao,9", "Cẩm Tan,1,2")
    line = [*path.split(), "s.csv", *DAYS["returns"], "-b", "b", "--lang", "vi", *form.split()]
    somebody = ("Thị Bình", "038123456789", "Văn Cao")
    told = run(line, cwd=tmp_path).stdout
    assert not any(each in told for each in somebody)
    assert "Cẩm Tan" in told
    told = " ".join(run([*line, "--values"], cwd=tmp_path).stdout.split())
    assert [each for each in somebody if each in told] == [*somebody]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("path", BRINGING)
def test_a_ledger_is_no_wider_than_the_terminal(path: str, lang: str, tmp_path: Path) -> None:
    put(path, tmp_path, "Cẩm Tú,8,10", "Cẩm Tâm,5,9", "Cẩm Tan,25.91,3", "Tổng cộng,9,9")
    ran = run([*path.split(), "s.csv", *DAYS[of(path)], "-b", "b", "--lang", lang], cwd=tmp_path)
    assert ran.code == 1
    assert max(map(len, ran.stdout.split("\n"))) <= 80
    assert all(code in ran.stdout for code in ("I303", "I206", "I201", "I306"))
