"""What is read of the sheets of the zoo is what their scripts wrote, and the truth accounts for each of their rows."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import SheetCell
from antq_cli.reading.sheets.opening import read_sheets
from tests.zoo.animals import ANIMALS, Animal
from tests.zoo.kit import Formula, Resaved, Shown, Text, Workbook
from tests.zoo.resave import resaved

BY_ROWS = {name: animal for name, animal in ANIMALS.items() if animal.sheets}
_EVE = date(1899, 12, 30)
# Those of which another program could make something else: merged, formulas, errors, formats, days, what is hidden.
SAVED_ANEW = {3, 7, 11, 12, 13, 16, 18, 19, 22, 24, 29, 31}
CLASSES = {
    *("title", "blank", "header", "signs", "repeated", "group", "subtotal", "total", "note", "data", "outside"),
}


def test_every_animal_is_there_with_its_truth() -> None:
    assert [int(name[:2]) for name in ANIMALS] == [*range(1, 39)]
    for animal in ANIMALS.values():
        assert animal.truth["about"]
        assert animal.mapping is not None or animal.truth["refused"]


@pytest.mark.parametrize("name", ANIMALS)
def test_a_script_makes_the_same_bytes_each_time(name: str) -> None:
    assert Animal(ANIMALS[name].folder).made.data == ANIMALS[name].made.data


def as_written(cell: SheetCell) -> object:
    """A cell as a script writes it."""
    content = cell.error or (None if cell.stale else cell.content)
    if isinstance(content, date):
        content = (content - _EVE).days
    return Formula("", content) if cell.formula else content


def as_read(value: object) -> object:
    """What a script writes, as it is read: of a formula the result, of a number in a format the number."""
    match value:
        case Formula(_, result):
            return Formula("", result)
        case Shown(number, _):
            return number
        case str():
            return value or None
        case _:
            return value


@pytest.mark.parametrize("name", BY_ROWS)
def test_every_cell_is_what_the_script_wrote(name: str) -> None:
    animal = ANIMALS[name]
    sheets = read_sheets(animal.file, animal.made.data)
    assert not isinstance(sheets, Finding)
    assert [sheet.name for sheet in sheets] == [truth["name"] for truth in animal.sheets]
    for sheet, there, truth in zip(sheets, written(animal), animal.sheets, strict=True):
        assert sheet.hidden == truth.get("hidden", False)
        if not sheet.hidden:
            cells = [cell for row in sheet.rows for cell in row.cells if not cell.blank]
            assert {(cell.row, cell.column): as_written(cell) for cell in cells} == there
            assert [row.number for row in sheet.rows] == [*range(1, max(there, default=(0,))[0] + 1)]


def written(animal: Animal) -> list[dict[tuple[int, int], object]]:
    """What the script wrote into each sheet."""
    made = animal.made
    if isinstance(made, Text):
        lines = [[unicodedata.normalize("NFC", cell) for cell in line] for line in made.lines]
        return [{(r, c): cell for r, line in enumerate(lines, 1) for c, cell in enumerate(line, 1)}]
    return [{at: as_read(value) for at, value in sheet.cells.items() if value != ""} for sheet in made.sheets]


@pytest.mark.parametrize("name", ["34-tcvn3"])
def test_what_nobody_can_read_is_refused(name: str) -> None:
    found = read_sheets(ANIMALS[name].file, ANIMALS[name].made.data)
    assert isinstance(found, Finding)
    assert found.rule.code == ANIMALS[name].truth["refused"]


# The truth against the files themselves ---------------------------------------------------------------------------


def rows_of(animal: Animal) -> dict[str, list[int]]:
    """The rows of each sheet in which something stands, counted without antq."""
    data = animal.made.data
    if isinstance(animal.made, Text):
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1258")
        delimiter = "\t" if "\t" in text else ";"
        found = {"bieu": [*csv.reader(StringIO(text), delimiter=delimiter)]}
        return {name: [n for n, row in enumerate(rows, 1) if any(row)] for name, rows in found.items()}
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    tables = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    return {
        name: [n for n, row in enumerate(rows, 1) if any(cell != "" for cell in row)] for name, rows in tables.items()
    }


@pytest.mark.parametrize("name", BY_ROWS)
def test_the_truth_accounts_for_every_row_of_the_file(name: str) -> None:
    animal = ANIMALS[name]
    there = rows_of(animal)
    assert [*there] == [sheet["name"] for sheet in animal.sheets]
    for sheet in animal.sheets:
        if not sheet.get("hidden"):
            classes = animal.classes(sheet)
            assert {*classes.values()} <= CLASSES
            assert sorted(classes) == [*range(1, max(classes, default=0) + 1)]
            assert [row for row in sorted(classes) if classes[row] != "blank"] == there[sheet["name"]]


@pytest.mark.parametrize("name", BY_ROWS)
def test_the_truth_says_of_every_row_of_data_what_becomes_of_it(name: str) -> None:
    animal = ANIMALS[name]
    if "new" in animal.truth:
        data = [row for sheet in animal.sheets for row, kind in animal.classes(sheet).items() if kind == "data"]
        assert animal.truth["new"] + animal.truth["refused_rows"] == len(data)
        return
    for sheet in animal.sheets:
        classes = animal.classes(sheet)
        told = animal.returns(sheet)
        if "refused" not in animal.truth:
            assert sorted({one.row for one in told}) == [row for row in sorted(classes) if classes[row] == "data"]
        for one in told:
            assert one.rest[-1] in {"new", "same"} or one.rest[0] == "refused"


@pytest.mark.parametrize("name", BY_ROWS)
def test_the_numbers_of_the_truth_stand_in_the_file(name: str) -> None:
    """The numbers of a row of data, and those of totals and what their rows make."""
    animal = ANIMALS[name]
    for sheet, cells in zip(animal.sheets, written(animal), strict=True):
        for one in animal.returns(sheet):
            if one.rest[-1] in {"new", "same"}:
                there = {re.sub(r"\D", "", str(value)) for at, value in plain(cells).items() if at[0] == one.row}
                assert {*one.rest[0].split("/")} <= there, one
        for line in sheet.get("totals", "").splitlines():
            row, column, *said = line.split()
            assert said in totals_said(animal, sheet, plain(cells), int(row), column)


def plain(cells: Mapping[tuple[int, int], object]) -> dict[tuple[int, int], object]:
    return {at: value.result if isinstance(value, Formula) else value for at, value in cells.items()}


def totals_said(
    animal: Animal, sheet: Mapping[str, Any], cells: Mapping[tuple[int, int], object], row: int, letter: str
) -> list[list[str]]:
    """What may be said of a total: it agrees with its rows, differs from them, or cannot be read."""
    column, classes = ord(letter) - ord("A") + 1, animal.classes(sheet)
    stands = cells[row, column]
    if stands is None:
        return [["unread"]]
    data = [number for number, kind in classes.items() if kind == "data"]
    if classes[row] == "subtotal":
        first = max(number for number, kind in classes.items() if kind == "group" and number < row)
        data = [number for number in data if first < number < row]
    makes = sum(int(str(cells[number, column])) for number in data)
    return [[str(stands), "agrees"]] if makes == stands else [[str(stands), "differs", str(makes)]]


def test_what_is_told_of_hidden_things_is_hidden() -> None:
    for animal in BY_ROWS.values():
        sheets = read_sheets(animal.file, animal.made.data)
        assert not isinstance(sheets, Finding)
        hidden = [f"sheet {sheet.name}" for sheet in sheets if sheet.hidden]
        hidden += [f"column {chr(ord('A') + one - 1)}" for sheet in sheets for one in sheet.hidden_columns]
        hidden += [f"row {row.number}" for sheet in sheets for row in sheet.rows if row.hidden]
        told = [line for sheet in animal.sheets for line in sheet.get("told", "").splitlines()]
        assert sorted(told) == sorted(hidden)


# What another program makes of a sheet ----------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("name", [name for name in BY_ROWS if int(name[:2]) in SAVED_ANEW])
def test_what_libreoffice_saves_holds_the_same(name: str) -> None:
    """It calculates what nobody did, and knows days and percents by other formats."""
    animal = ANIMALS[name]
    made = animal.made
    assert isinstance(made, Workbook | Resaved)
    sheets = read_sheets(animal.file, resaved(made.data))
    assert not isinstance(sheets, Finding)
    for sheet, there in zip(sheets, written(animal), strict=True):
        cells = {
            (cell.row, cell.column): as_written(cell) for row in sheet.rows for cell in row.cells if not cell.blank
        }
        if not sheet.hidden:
            assert {at for at in there if at not in cells or cells[at] != there[at]} <= uncalculated(there)
            assert cells.keys() == there.keys()


def uncalculated(cells: Mapping[tuple[int, int], object]) -> set[tuple[int, int]]:
    return {at for at, value in cells.items() if value == Formula("", None)}
