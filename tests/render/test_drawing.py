"""Tables on a terminal: measured once, and as quick as what is not drawn."""

import time
from collections import Counter
from pathlib import Path
from typing import ClassVar

import pytest

from antq_cli.pages.model import Line, PageColumn, PageTable
from antq_cli.render.console import console_for, drawn
from antq_cli.render.drawing import Drawing
from antq_cli.render.layout import Sheet
from antq_cli.words.speech import Speech, speech
from tests.cli.harness import spawn
from tests.helpers import write_book


class Told:
    """A cell that counts how often it is asked what it says."""

    asked: ClassVar[Counter[str]] = Counter()

    def __init__(self, said: str) -> None:
        self.said = said

    def text(self, _speech: Speech) -> str:
        self.asked[self.said] += 1
        return self.said


@pytest.mark.parametrize("width", [20, 40, 200])
def test_each_cell_is_said_once_however_narrow_the_table(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    Told.asked = Counter()
    lines = [Line([Told(f"a long name {number} of a unit"), Told(f"{number}")]) for number in range(50)]
    sheet = Sheet(PageTable([PageColumn(Told("unit")), PageColumn(Told("number"), "right")], lines), speech("en"))
    console = console_for(None)
    text = drawn(console, Drawing(sheet, sheet.fitted(console.width)).lines(console.width))
    assert set(Told.asked.values()) == {1}
    assert len(Told.asked) == 102
    assert all(f" {number}\n" in text for number in range(50))


def test_a_wide_sign_takes_two_places() -> None:
    table = PageTable(
        [PageColumn(Told("x")), PageColumn(Told("y"))], [Line([Told("漢字"), Told("a")]), Line([Told("ab"), Told("b")])]
    )
    sheet = Sheet(table, speech("en"))
    text = drawn(console_for(None), Drawing(sheet, sheet.fitted(80)).lines(80))
    assert text.splitlines()[2:] == ["漢字  a", "ab    b"]


@pytest.mark.long
def test_a_table_of_ten_thousand_rows_takes_at_most_twice_as_long_as_its_csv(tmp_path: Path) -> None:
    communes = [f"{commune},Xã số {commune},commune,1" for commune in range(101, 181)]
    areas = [
        f"{commune}-{area:03},Thôn {area} của xã {commune},area,{commune}"
        for commune in range(101, 181)
        for area in range(1, 121)
    ]
    returns = [
        f"2021-08-01,{row.partition(',')[0]},pledges.household,{number % 200},200" for number, row in enumerate(areas)
    ]
    folder = write_book(
        tmp_path,
        {
            "antq.toml": MANIFEST,
            "units.csv": "\n".join(["code,name,level,parent", "1,Bình Minh,district,", *communes, *areas, ""]),
            "returns.csv": "\n".join(["date,unit,measure,count,total", *returns, ""]),
        },
    )
    taken = {
        form: min(_seconds(f"-b {folder} pledges summary --by area -f {form}") for _ in range(3))
        for form in ("csv", "table")
    }
    assert taken["table"] <= 2 * taken["csv"]


MANIFEST = """
schema = 1
[campaign]
id = "large"
title.vi = "Sổ lớn"
title.en = "A large book"
top = "1"
as_of = 2021-08-31
data = "synthetic"
[[levels]]
id = "district"
[[levels]]
id = "commune"
[[levels]]
id = "area"
[pledges.household]
source = "returns"
grain = "area"
"""


def _seconds(line: str) -> float:
    begun = time.perf_counter()
    ran = spawn(line)
    assert (ran.code, ran.stdout.count("\n") > 9600) == (0, True)
    return time.perf_counter() - begun
