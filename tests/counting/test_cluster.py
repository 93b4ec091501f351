"""The example of docs/scale.md: parts counted by two workers of Dask come to what antq says, or to a sentence."""

import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import pytest

from antq_cli.core.findings import Refused
from antq_cli.counting.large.piecewise import paired
from antq_cli.counting.large.sieve import Sieve
from antq_cli.reading.book import open_book
from antq_cli.units.daymap import DayMap
from tests.cli.harness import ROOT, SAMPLE, run
from tests.counting.apart import FILES, bytes_of, write

SCRIPT = ROOT / "docs" / "scale" / "count_parts.py"
HOUSEHOLDS, PLEDGES = "household,area,joined,left,excluded", "date,kind,pledger,event,sheet"
PARTS = {
    "households/1.csv": [HOUSEHOLDS, "H-1,1-1,,,", "H-2,1-2,,,", "H-3,1-1,,2021-06-15,", "H-4,1-1,,,absent"],
    "households/2.csv": [HOUSEHOLDS, "K-1,2-1,,,", "K-2,2-1,2021-02-01,,"],
    "pledges/1.csv": [PLEDGES, "2021-03-01,household,H-1,signed,", "2021-03-01,registration,H-2,signed,"],
    "pledges/2.csv": [PLEDGES, "2021-03-01,household,K-1,signed,", "2021-04-01,household,K-1,withdrawn,"],
}
# One more row, by which the parts no longer simply add up, and what is said of it.
ONE_MORE = {
    "a household of both parts": ("households/2.csv", "H-1,2-1,2021-07-01,,", "overlap"),
    "a code between those of the other part": ("households/2.csv", "H-25,2-1,,,", "overlap"),
    "a pledge in the other part": ("pledges/2.csv", "2021-03-02,household,H-2,signed,", "looked at: 1."),
    "a pledge after they had left": ("pledges/1.csv", "2021-06-15,household,H-3,signed,", "looked at: 1."),
    "an area that is none": ("households/2.csv", "K-3,9-9,,,", "looked at: 1."),
    "a row that is too short": ("pledges/2.csv", "2021-03-01,household", "pledges/2.csv"),
    "a part of an area that went nowhere": ("households/2.csv", "K-3,2-2,,,", "place on the map of the day: 1."),
}


@pytest.fixture(scope="module")
def example() -> ModuleType:
    spec = spec_from_file_location("count_parts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_example(example: Any, folder: Path, kind: str = "household", day: str = "2021-08-31") -> tuple[int, int]:
    """What the example makes of a book, its function mapped by Python itself."""
    book = open_book(str(folder), folder)
    frame, parts = example.asked_of(book, kind, date.fromisoformat(day)), paired(book)
    counting = example.Counting(folder, frame)
    sifted = [example.count_part(paths, counting) for paths in parts]
    map_ = DayMap(Sieve(frame).atlas, date.fromisoformat(day))
    num, den = example.figure(example.whole(sifted, parts), map_)
    return num, den


def by_antq(folder: Path, kind: str = "household", day: str = "2021-08-31") -> tuple[int, int]:
    ran = run(f"-b {folder} pledges summary --kind {kind} --as-of {day} -f json")
    assert ran.code == 0
    (top,) = [row for row in (*ran.json["totals"], *ran.json["rows"]) if row["unit"] in ("D", "390")]
    return top["num"], top["den"]


def book_of(folder: Path, files: dict[str, Iterable[str]]) -> Path:
    more = bytes_of({name: [*lines] for name, lines in files.items()})
    return write(folder, {name: text.encode() for name, text in FILES.items()} | more)


def test_two_workers_come_to_what_antq_says() -> None:
    ran = subprocess.run(
        [sys.executable, SCRIPT, SAMPLE, "household", "2021-08-31"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "{}/{}\n".format(*by_antq(SAMPLE))), ran.stderr


@pytest.mark.parametrize("day", ["2021-03-01", "2021-03-15", "2021-06-14", "2021-06-15", "2021-08-31"])
@pytest.mark.parametrize("kind", ["household", "registration", "yearly"])
def test_on_any_day_it_comes_to_what_antq_says(example: ModuleType, tmp_path: Path, kind: str, day: str) -> None:
    book = book_of(tmp_path, {**PARTS})
    assert by_example(example, book, kind, day) == by_antq(book, kind, day)


@pytest.mark.parametrize("what", ONE_MORE)
def test_what_does_not_add_up_ends_with_a_sentence(example: ModuleType, tmp_path: Path, what: str) -> None:
    path, line, told = ONE_MORE[what]
    with pytest.raises(SystemExit, match=re.escape(told)):
        by_example(example, book_of(tmp_path, {**PARTS, path: [*PARTS[path], line]}))


def test_of_a_day_before_the_first_pledge_nothing_is_known(example: ModuleType, tmp_path: Path) -> None:
    book = book_of(tmp_path, {**PARTS})
    assert by_example(example, book, day="2021-03-01") == (2, 5)
    with pytest.raises(SystemExit, match="nothing is known"):
        by_example(example, book, day="2021-02-28")


@pytest.mark.parametrize("kind", ["area", "organisation", "none"])
def test_a_kind_that_no_household_signs_is_refused(example: ModuleType, tmp_path: Path, kind: str) -> None:
    with pytest.raises(SystemExit, match=f"{kind}: no kind of pledge that households sign"):
        by_example(example, book_of(tmp_path, {**PARTS}), kind)


def test_workers_of_another_version_are_refused(example: ModuleType, tmp_path: Path) -> None:
    client = mock.Mock()
    client.run.side_effect = lambda version: {"a": version(), "b": "0.0.1"}
    with pytest.raises(SystemExit, match="Not every worker has antq"):
        example.count(client, example.Counting(tmp_path, None), [])
    client.run.side_effect = lambda version: {"a": version(), "b": version()}
    assert example.count(client, example.Counting(tmp_path, None), []) is client.gather.return_value


def test_a_book_without_parts_has_no_figure(example: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="any part"):
        by_example(example, book_of(tmp_path, {}))


def test_a_book_that_antq_refuses_is_refused_with_a_sentence(
    example: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["count_parts.py", str(tmp_path), "household", "2021-08-31"])
    with pytest.raises(SystemExit, match="antq refuses the book: F001") as ended:
        example.main()
    assert isinstance(ended.value.__cause__, Refused)
