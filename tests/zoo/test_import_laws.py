"""What holds of every import: nothing is lost, twice is once, and damage is seen where it is and nowhere else."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from antq_cli.core.imported import ImportedRow, SheetLedger
from antq_cli.core.sheets import Sheet, SheetCell, SheetRow
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.forms import FORMS
from antq_cli.writing.importing.mapping import read_mapping
from antq_cli.writing.importing.plan import plan
from antq_cli.writing.importing.rows import Row, RowsOfData
from antq_cli.writing.importing.sheets import read_sheet
from antq_cli.writing.importing.texts import Cells
from tests.cli.harness import run, tree
from tests.helpers import open_at
from tests.thinned import each
from tests.zoo.animals import ANIMALS, BOOK, Animal, numbers
from tests.zoo.test_ledger import put
from tests.zoo.test_zoo import written

FORM = FORMS["returns"]
WHOLE = {name: animal for name, animal in ANIMALS.items() if not animal.truth.get("refused")}
# Those with one sheet, and few rows.
SMALL = [name for name, animal in WHOLE.items() if len(animal.sheets) == 1 and name[:2] not in ("26", "38")]


@pytest.mark.parametrize("name", WHOLE)
def test_every_row_that_the_file_has_is_of_one_class(name: str, tmp_path: Path) -> None:
    """How many a sheet has is counted from what its script wrote, and not through antq."""
    animal = WHOLE[name]
    found = run([*put(animal, tmp_path), "-f", "json"], cwd=tmp_path).json
    there = {truth["name"]: cells for truth, cells in zip(animal.sheets, written(animal), strict=True)}
    for sheet in found["sheets"]:
        told = [row for ranges in sheet["rows"].values() for row in numbers(" ".join(ranges))]
        rows = 0 if sheet["sheet"] == "Nháp" else max((row for row, _ in there[sheet["sheet"]]), default=0)
        assert sorted(told) == [*range(1, rows + 1)]
        assert sum(sheet["outcomes"].values()) == sum(row["sheet"] == sheet["sheet"] for row in found["rows"])


@pytest.mark.parametrize("name", [name for name in WHOLE if name[:2] != "38"])
def test_imported_twice_is_imported_once(name: str, tmp_path: Path) -> None:
    words = [*put(WHOLE[name], tmp_path), "--write", "--partial", "--ignore", "I301", "-f", "json"]
    first = run(words, cwd=tmp_path).json
    after = _registers(tmp_path)
    again = run(words, cwd=tmp_path).json
    assert _registers(tmp_path) == after
    assert again["change"] is None
    expected = ["same" if row["outcome"] in ("new", "changed") else row["outcome"] for row in first["rows"]]
    assert [row["outcome"] for row in again["rows"]] == expected
    new = sum(row["outcome"] == "new" for row in first["rows"])
    added = len((tmp_path / "book" / "returns.csv").read_text("utf-8").splitlines())
    assert added == len((BOOK / "returns.csv").read_text("utf-8").splitlines()) + new


@pytest.mark.parametrize("name", [name for name in WHOLE if "--sheet" not in WHOLE[name].truth["options"]])
def test_a_row_that_is_taken_as_plain_is_the_one_that_is_read_at_length(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, sheet = _asked(WHOLE[name])
    taken = read_sheet(sheet, asked)
    monkeypatch.setattr(RowsOfData, "row", RowsOfData.at_length)
    assert read_sheet(sheet, asked) == taken


def test_of_a_long_sheet_each_name_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    at_length, looked_at = RowsOfData.at_length, list[int]()

    def counted(reader: RowsOfData, number: int, cells: Cells, under: Sequence[str]) -> Row:
        looked_at.append(number)
        return at_length(reader, number, cells, under)

    monkeypatch.setattr(RowsOfData, "at_length", counted)
    asked, sheet = _asked(WHOLE["38-long"])
    assert len(read_sheet(sheet, asked).imported) == 30_000
    assert looked_at == [2, 3, 4, 5, 6, 7]


def _registers(folder: Path) -> Mapping[str, bytes]:
    return {name: raw for name, raw in tree(folder / "book").items() if not name.startswith(".antq")}


# Damage ----------------------------------------------------------------------------------------------------------


class Damaged(NamedTuple):
    """A damaged sheet, the row that was touched, and for each row of it the one that it was; None of a new one."""

    sheet: Sheet
    touched: int
    was: Mapping[int, int | None]


@pytest.mark.parametrize("seed", each(range(1000), 5))
def test_damage_is_seen_where_it_is_and_nowhere_else(seed: int) -> None:
    dice = random.Random(seed)
    name = dice.choice(SMALL)
    asked, sheet = _asked(ANIMALS[name])
    before = _ledger(asked, sheet)
    data = [row.number for row in before.rows if row.is_ == "data"]
    damaged = dice.choice(DAMAGES)(sheet, dice.choice(data), dice)
    after = _ledger(asked, damaged.sheet)
    assert after.refused == ()
    classes = {row.number: row.is_ for row in before.rows}
    for row in after.rows:
        was = damaged.was[row.number]
        assert was in (None, damaged.touched) or row.is_ == classes[was], (name, row)
    # Of the same unit and day only one row can be right.
    keys = {_key(row) for ledger in (before, after) for row in ledger.imported if _is_touched(row, ledger, damaged)}
    untouched = {_said(row) for row in before.imported if row.row != damaged.touched and _key(row) not in keys}
    still = {
        _said(row._replace(row=was))
        for row in after.imported
        if (was := damaged.was[row.row]) not in (None, damaged.touched) and _key(row) not in keys
    }
    assert still == untouched
    assert untouched or len(data) <= 2  # else it would say nothing


def _is_touched(row: ImportedRow, ledger: SheetLedger, damaged: Damaged) -> bool:
    if len(ledger.rows) == len(damaged.sheet.rows):
        return damaged.was.get(row.row) in (None, damaged.touched)
    return row.row == damaged.touched


def _key(row: ImportedRow) -> tuple[str, str]:
    return row.unit, row.subject


def _said(row: ImportedRow) -> tuple[Any, ...]:
    return row.row, row.name, row.unit, row.subject, tuple(row.cells.items()), row.outcome, len(row.why)


def _asked(animal: Animal) -> tuple[Asked, Sheet]:
    from antq_cli.cli.days import day

    dataset = Dataset(open_at(BOOK))
    options = animal.truth["options"]
    on = {"date": day(options[options.index("--on") + 1])} if "--on" in options else {}
    mapping = read_mapping("m.toml", (animal.mapping or "").encode(), FORM, dataset.manifest)
    sheets = read_sheets(animal.file, animal.made.data)
    assert isinstance(sheets, list)
    return Asked(dataset, FORM, days=on, mapping=mapping), sheets[0]


def _ledger(asked: Asked, sheet: Sheet) -> SheetLedger:
    (ledger,) = plan(asked.dataset, FORM, [read_sheet(sheet, asked)], replace=False, into=None).sheets
    return ledger


def _rows(sheet: Sheet, rows: Sequence[tuple[SheetRow, int | None]], touched: int) -> Damaged:
    made, was = [], {}
    for number, (row, of) in enumerate(rows, 1):
        made.append(SheetRow(number, [cell._replace(row=number) for cell in row.cells], row.hidden))
        was[number] = of
    return Damaged(sheet._replace(rows=made), touched, was)


def _with(sheet: Sheet, touched: int, change: Callable[[SheetRow], SheetRow]) -> Damaged:
    rows = [(change(row) if row.number == touched else row, row.number) for row in sheet.rows]
    return _rows(sheet, rows, touched)


def _cell(sheet: Sheet, touched: int, dice: random.Random, change: Callable[[SheetCell], SheetCell]) -> Damaged:
    row = sheet.rows[touched - 1]
    at = dice.choice([place for place, cell in enumerate(row.cells) if not cell.blank])
    cells = [change(cell) if place == at else cell for place, cell in enumerate(row.cells)]
    return _with(sheet, touched, lambda row: row._replace(cells=cells))


def digit(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    def change(cell: SheetCell) -> SheetCell:
        if isinstance(cell.content, int):
            return cell._replace(content=cell.content + dice.choice((1, 10, -1000, 100000)))
        return cell._replace(content=f"{cell.content}{dice.randrange(10)}")

    return _cell(sheet, touched, dice, change)


def letter(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    return _cell(sheet, touched, dice, lambda cell: cell._replace(content=f"x{cell.content}"))


def error(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    return _cell(sheet, touched, dice, lambda cell: cell._replace(content=None, error="#REF!"))


def hidden(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    return _with(sheet, touched, lambda row: row._replace(hidden=True))


def moved(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    def change(row: SheetRow) -> SheetRow:
        first = SheetCell(row.number, 1)
        return row._replace(cells=[first, *(cell._replace(column=cell.column + 1) for cell in row.cells)])

    return _with(sheet, touched, change)


def removed(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    return _rows(sheet, [(row, row.number) for row in sheet.rows if row.number != touched], touched)


def doubled(sheet: Sheet, touched: int, dice: random.Random) -> Damaged:
    return _rows(sheet, [*_twice(sheet.rows, touched)], touched)


def _twice(rows: Sequence[SheetRow], touched: int) -> Iterator[tuple[SheetRow, int | None]]:
    for row in rows:
        yield row, row.number
        if row.number == touched:
            yield row, None


DAMAGES = (digit, letter, error, hidden, moved, removed, doubled)
