"""Households that come, move, leave, or are not counted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Refused
from antq_cli.counting.dataset import Dataset
from antq_cli.writing.entering import Entry
from antq_cli.writing.households import arrivals, exclude, leave, move, pattern_of
from tests.helpers import dataset_of, manifest, table, units

KINDS = '[pledges.household]\nsource = "journal"\n'
UNITS = units("D,D,district", "C1,C1,commune,D", "A1,A1,area,C1", "A2,A2,area,C1", "A10,A10,area,C1")
HEADER = "household,area,joined,left,excluded"
DAY = date(2021, 8, 1)


def book(folder: Path, *households: str, pledges: str = "") -> Dataset:
    files = {"antq.toml": manifest(KINDS), "units": UNITS, "households": table(HEADER, *households)}
    return dataset_of(folder, files | ({"pledges": pledges} if pledges else {}))


def codes(entries: list[Entry]) -> list[str]:
    return [row.cells["household"] for entry in entries for row in entry.added]


def coming(dataset: Dataset, area: str = "A1", many: int = 1) -> list[str]:
    return codes(arrivals(dataset, area, DAY, many))


# Those who come -------------------------------------------------------------------------------------------------


def test_the_next_codes(tmp_path: Path) -> None:
    dataset = book(tmp_path, "A1-0001,A1,,,", "A1-0007,A1,,,", "A2-0099,A2,,,")
    assert coming(dataset, many=3) == ["A1-0008", "A1-0009", "A1-0010"]
    (entry,) = arrivals(dataset, "A1", DAY, 1)
    assert entry.taken == (1, "A1-0008", "new", None)
    (row,) = entry.added
    assert row.cells == {"household": "A1-0008", "area": "A1", "joined": "2021-08-01", "excluded": ""}


@pytest.mark.parametrize(
    ("rows", "pledges", "expected"),
    [
        # Somebody who has left, or moved away, bears the highest code.
        (["A1-0001,A1,,,", "A1-0009,A1,,2021-01-01,"], "", "A1-0010"),
        (["A1-0001,A1,,,", "A1-0009,A2,,,"], "", "A1-0010"),
        # A pledge names one that no register has.
        (["A1-0001,A1,,,"], table("date,kind,pledger,event", "2021-03-01,household,A1-0020,signed"), "A1-0021"),
        # A row that cannot be read names one.
        (["A1-0001,A1,,,", "A1-0030,A1,1/8/2021,,"], "", "A1-0031"),
        # One that stands twice and says different things.
        (["A1-0001,A1,,,", "A1-0040,A1,,,", "A1-0040,A2,,,"], "", "A1-0041"),
        # More digits than so far.
        (["A1-9999,A1,,,"], "", "A1-10000"),
        # Who moved in keeps the code of another area.
        (["A1-0001,A1,,,", "A2-0050,A1,,,", "A2-0051,A1,,,"], "", "A1-0002"),
        (["A10-0050,A1,,,", "A10-0051,A10,,,"], "", "A1-0001"),
        # Nobody lives there yet: as the codes of other areas are made.
        (["A2h050,A2,,,"], "", "A1h001"),
        # Codes that have nothing to do with areas.
        (["H000007,A2,,,", "H000008,A1,,,"], "", "H000009"),
        # The number follows the area at once.
        (["A1050,A1,,,", "A2077,A2,,,"], "", "A1051"),
        ([], "", "A1-0001"),
    ],
)
def test_codes_follow_those_that_there_ever_were(rows: list[str], pledges: str, expected: str, tmp_path: Path) -> None:
    assert coming(book(tmp_path, *rows, pledges=pledges)) == [expected]


def test_a_code_that_is_no_number_that_anybody_counts_to(tmp_path: Path) -> None:
    dataset = book(tmp_path, "A1-0001,A1,,,", f"A1-{'9' * 5000},A2,,,")
    assert coming(dataset) == ["A1-0002"]
    assert pattern_of(dataset, "A1").code(7) == "A1-0007"


# Those who are there --------------------------------------------------------------------------------------------

THERE = ("h1,A1,,,", "h2,A1,2021-03-01,2021-06-01,", "h2,A2,2021-06-01,,vacant", "h3,A1,,2021-05-01,")


def changes(entry: Entry) -> tuple[str, list[dict[str, str]], list[tuple[int, dict[str, str]]]]:
    added = [{name: cell for name, cell in row.cells.items() if cell} for row in entry.added]
    return entry.taken.outcome, added, [(row.record, dict(row.cells)) for row in entry.altered]


def test_one_that_leaves(tmp_path: Path) -> None:
    dataset = book(tmp_path, *THERE)
    assert changes(leave(dataset, "h1", DAY)) == ("changed", [], [(0, {"left": "2021-08-01"})])
    assert changes(leave(dataset, "h3", date(2021, 5, 1))) == ("same", [], [])


def test_one_that_moves(tmp_path: Path) -> None:
    dataset = book(tmp_path, *THERE)
    assert changes(move(dataset, "h1", "A2", DAY)) == (
        "changed",
        [{"household": "h1", "area": "A2", "joined": "2021-08-01"}],
        [(0, {"left": "2021-08-01"})],
    )
    # What it is, it stays.
    assert changes(move(dataset, "h2", "A1", DAY)) == (
        "changed",
        [{"household": "h2", "area": "A1", "joined": "2021-08-01", "excluded": "vacant"}],
        [(2, {"left": "2021-08-01"})],
    )
    assert changes(move(dataset, "h2", "A2", DAY)) == ("same", [], [])


def test_one_that_is_not_counted(tmp_path: Path) -> None:
    dataset = book(tmp_path, *THERE)
    assert changes(exclude(dataset, "h1", "absent", DAY)) == (
        "changed",
        [{"household": "h1", "area": "A1", "joined": "2021-08-01", "excluded": "absent"}],
        [(0, {"left": "2021-08-01"})],
    )
    assert changes(exclude(dataset, "h2", "", DAY)) == (
        "changed",
        [{"household": "h2", "area": "A2", "joined": "2021-08-01"}],
        [(2, {"left": "2021-08-01"})],
    )
    assert changes(exclude(dataset, "h2", "vacant", DAY)) == ("same", [], [])
    assert changes(exclude(dataset, "h1", "", DAY)) == ("same", [], [])


@pytest.mark.parametrize(
    ("code", "day", "rule"),
    [
        ("h9", DAY, "U121"),
        ("h3", DAY, "U122"),
        ("h2", date(2021, 6, 1), "U123"),
        ("h2", date(2021, 4, 1), "U123"),
    ],
)
def test_history_is_not_rewritten(code: str, day: date, rule: str, tmp_path: Path) -> None:
    dataset = book(tmp_path, *THERE)
    changes: tuple[Callable[[], Entry], ...] = (
        lambda: leave(dataset, code, day),
        lambda: move(dataset, code, "A10", day),
        lambda: exclude(dataset, code, "absent", day),
    )
    for does in changes:
        with pytest.raises(Refused) as refused:
            does()
        assert [found.rule.code for found in refused.value.findings] == [rule]
