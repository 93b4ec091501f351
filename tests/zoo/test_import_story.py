"""Seventeen communes report: a sheet each, one late, one with a wrong total, one corrected later, one taken back."""

import csv
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from antq_cli.core.sheets import Sheet, letters
from antq_cli.reading.sheets.opening import read_sheets
from tests.cli.harness import Ran, run
from tests.zoo.animals import BOOK

MAPPING = """
schema = 1
table = "returns"
header = [3]
date = { cell = "A2" }
unit = { header = "Đơn vị" }

[[columns]]
header = "Số hộ"
measure = "pledges.household"
part = "total"

[[columns]]
header = "Đã ký"
measure = "pledges.household"
part = "count"

[[columns]]
header = "TT"
ignore = true
"""


def communes() -> list[tuple[str, str]]:
    """The communes of the book that are open in 2021, by code; read here without antq."""
    with (BOOK / "units.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "commune"]
    there = [row for row in rows if (row["opened"] or "0") <= "2021-08-31" and (row["closed"] or "9") > "2021-08-31"]
    return sorted((row["code"], row["name"]) for row in there)


def sheet_of(folder: Path, number: int, day: str, count: int, total: int, said: int | None = None) -> str:
    """Write the sheet of one commune, with a total below that is that of its one row or is said otherwise."""
    name = f"bieu-{number:02}.csv"
    _, unit = communes()[number]
    lines = [["Biểu 01"], [f"(Tính đến ngày {day})"], ["TT", "Đơn vị", "Số hộ", "Đã ký"]]
    lines += [["1", unit, str(total), str(count)], ["", "Cộng", str(total), str(count if said is None else said)]]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([*each, *[""] * (4 - len(each))] for each in lines)
    (folder / name).write_text(text.getvalue(), "utf-8")
    return name


def imported(folder: Path, *words: str) -> Ran:
    line = ["-b", "book", "import", "returns", *words, "--mapping", "bieu-01.toml", "-f", "json"]
    return run(line, cwd=folder, ANTQ_LANG="en")


def month(folder: Path, day: str) -> tuple[int | None, int | None, int]:
    """What the book counts of households on a day: how many signed, of how many, and how many communes reported."""
    ran = run(["-b", "book", "pledges", "summary", "--kind", "household", "--as-of", day, "-f", "json"], cwd=folder)
    (row,) = ran.json["rows"]
    return row["num"], row["den"], row["reported"]


def test_a_month_of_seventeen_sheets(tmp_path: Path) -> None:
    shutil.copytree(BOOK, tmp_path / "book")
    (tmp_path / "book" / "returns.csv").write_text("date,unit,measure,count,total\n", "utf-8")
    (tmp_path / "bieu-01.toml").write_text(MAPPING, "utf-8")
    assert len(communes()) == 17
    august = {number: (800 + 13 * number, 1000 + 10 * number) for number in range(17)}
    # All but the last, which is late; the fifth says another total than its row.
    files = [
        sheet_of(tmp_path, number, "31/8/2021", *figures, said=9 if number == 5 else None)
        for number, figures in august.items()
        if number != 16
    ]
    shown = imported(tmp_path, *files)
    assert (shown.code, shown.json["blocked"], shown.json["changes"]["added"]) == (1, True, 0)
    (wrong,) = [each for sheet in shown.json["sheets"] for each in sheet["totals"] if each["agreement"] == "differs"]
    assert (wrong["address"], wrong["stated"], wrong["summed"]) == ("D5", "9", str(august[5][0]))
    written = imported(tmp_path, *files, "--write")
    assert (written.code, written.json["change"]) == (1, None)
    assert month(tmp_path, "2021-08-31")[2] == 0
    # The clerk has it corrected, and imports all of them.
    sheet_of(tmp_path, 5, "31/8/2021", *august[5])
    written = imported(tmp_path, *files, "--write")
    assert (written.code, written.json["change"], written.json["changes"]["added"]) == (0, 1, 16)
    in_time = [figures for number, figures in august.items() if number != 16]
    assert month(tmp_path, "2021-08-31") == (*map(sum, zip(*in_time, strict=True)), 16)
    # The late one comes, with all the others once more.
    late = sheet_of(tmp_path, 16, "31/8/2021", *august[16])
    written = imported(tmp_path, *files, late, "--write")
    outcomes = [row["outcome"] for row in written.json["rows"]]
    assert (outcomes.count("same"), outcomes.count("new"), written.code) == (16, 1, 0)
    whole = (*map(sum, zip(*august.values(), strict=True)), 17)
    assert month(tmp_path, "2021-08-31") == whole
    # In September one commune corrects what it said of August.
    corrected = sheet_of(tmp_path, 3, "31/8/2021", 700, 1030)
    refused = imported(tmp_path, corrected, "--write")
    assert (refused.code, [row["rules"] for row in refused.json["rows"]]) == (1, ["I303"])
    changed = imported(tmp_path, corrected, "--write", "--replace")
    assert (changed.code, changed.json["changes"]) == (0, {"added": 0, "changed": 1, "removed": 0})
    assert changed.json["rows"][0]["old_count"] == august[3][0]
    assert month(tmp_path, "2021-08-31") == (whole[0] - august[3][0] + 700, whole[1], 17)
    # It was the wrong sheet after all.
    assert run(["-b", "book", "undo"], cwd=tmp_path).code == 0
    assert month(tmp_path, "2021-08-31") == whole


# The form --------------------------------------------------------------------------------------------------------

FAULTS = ("25.91", "-", "mười", "1,5", "12\n13", "0x1F", "1.2.3", "９", "5 người", "-3")


def filled(folder: Path, faults: Mapping[str, str] = {}) -> Path:
    """Let a program fill in the form of the book as seventeen communes would, with some cells written otherwise."""
    assert (
        run(["-b", "book", "import", "returns", "--template", "-o", "form.xlsx", "--on", "31/08/2021"], cwd=folder).code
        == 0
    )
    sheets = read_sheets("form.xlsx", (folder / "form.xlsx").read_bytes())
    assert isinstance(sheets, list)
    (sheet,) = [each for each in sheets if not each.hidden]
    made = xlsxwriter.Workbook(str(folder / "filled.xlsx"))
    _copy(made, sheet, faults)
    made.close()
    (folder / "form.xlsx").unlink()
    return folder / "filled.xlsx"


def _copy(made: Any, sheet: Sheet, faults: Mapping[str, str]) -> None:
    copied, day = made.add_worksheet(sheet.name), made.add_format({"num_format": "dd/mm/yyyy"})
    first = next(row.number for row in sheet.rows if row.cells and row.cells[0].content == "15127")
    for row in sheet.rows:
        for cell in row.cells:
            if cell.merged is not None and cell.content is not None and cell.merged.last_row > cell.merged.first_row:
                area = cell.merged
                copied.merge_range(
                    area.first_row - 1, area.first_column - 1, area.last_row - 1, area.last_column - 1, ""
                )
            if cell.content is not None:
                copied.write(cell.row - 1, cell.column - 1, cell.content, day if "yy" in cell.form else None)
        if first <= row.number < first + 17:
            for column in range(4, 9):
                address = f"{letters(column)}{row.number}"
                copied.write(row.number - 1, column - 1, faults.get(address, 90 + row.number + column % 2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BOOK, tmp_path / "book")
    return tmp_path


def test_a_form_that_is_filled_in_comes_back_without_a_mapping(folder: Path) -> None:
    filled(folder)
    found = run(["-b", "book", "import", "returns", "filled.xlsx", "-f", "json"], cwd=folder, ANTQ_LANG="en")
    assert found.code == 0
    assert {row["outcome"] for row in found.json["rows"]} == {"new"}
    assert len(found.json["rows"]) == 17 * 3  # households, students, teams
    assert {row["subject"] for row in found.json["rows"]} == {"pledges.household", "pledges.student", "teams.antt"}
    assert {row["day"] for row in found.json["rows"]} == {"2021-08-31"}
    assert found.json["findings"] == {"error": 0, "warning": 0}


def test_a_form_with_a_fault_at_twenty_places_is_refused_at_these(folder: Path) -> None:
    places = [f"{letters(4 + n % 5)}{6 + (n * 7) % 17}" for n in range(20)]
    assert len({*places}) == 20
    faults = {place: FAULTS[n % len(FAULTS)] for n, place in enumerate(places)}
    filled(folder, faults)
    found = run(["-b", "book", "import", "returns", "filled.xlsx", "-f", "json"], cwd=folder, ANTQ_LANG="en")
    assert found.code == 1
    refused = [each["place"] for row in found.json["rows"] for each in row["findings"]]
    assert sorted(refused) == sorted(f"Biểu!{place}" for place in places)
    assert len(found.json["rows"]) == 17 * 3
