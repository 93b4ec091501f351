"""Names that several units bear: a row says which of them it is of."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from tests.cli.harness import ROOT, SAMPLE, run

# Of the 119 areas of the sample many are called Thôn 1.
LINES = [
    "pledges summary --by area --kind household",
    "pledges summary --by area --kind household --kind area",
    "pledges summary --by area --kind household --vs 2021-07",
    "pledges summary --by area --kind household --below-target --top 100",
    "pledges trend --by area --kind area --every year",
    "pledges trend --by area --kind area --every year --columns",
    "pledges gaps --by area --kind household",
    "teams summary --by area --kind antt",
    "models summary --by area",
    "standards summary --by area --kind area",
    "summary --by area",
]


@pytest.mark.parametrize("line", LINES)
def test_no_two_rows_are_called_alike(line: str) -> None:
    page = run(f"-b {SAMPLE} {line} -f md --lang en").stdout
    tables = [table.splitlines() for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)]
    assert tables
    for head, _, *rows in tables:
        at = head.split(" | ").index("Unit")
        names = [row.split(" | ")[at] for row in rows]
        assert len({*names}) == len(names)
        assert any(re.fullmatch(r"Thôn 1 \(.+\)", name) for name in names)
        assert "Tân An" in names or "gaps" in line or "--below" in line  # whose name nobody else bears


def test_the_units_of_one_commune_need_no_more_than_their_names() -> None:
    page = run(f"-b {SAMPLE} pledges summary --by area --kind household --unit 15148 -f md").stdout
    assert "| Thôn 1 |" in page


def test_nor_are_two_cards_or_two_returns(tmp_path: Path) -> None:
    page = run(f"-b {SAMPLE} standards summary --by area --criteria --kind area --lang en -f md").stdout
    titles = re.findall(r"^\*\*(.*?): Circular", page, re.MULTILINE)
    assert "Thôn 1 (15148-01, Cẩm Giang)" in titles
    assert "Tân An (15127-01)" in titles
    book = shutil.copytree(ROOT / SAMPLE, tmp_path / "book")
    with (book / "returns.csv").open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"2021-08-31,{unit},teams.antt,1,,,,,\n" for unit in ("15148-01", "15154-01", "15127-01"))
    told = defaultdict(set)
    for row in re.findall(r"^\| (\S+) \| (.+?) \|", run(f"-b {book} reconcile --kind antt -f md").stdout, re.MULTILINE):
        told[row[1]].add(row[0])
    assert all(len(codes) == 1 for codes in told.values())
    assert {"Thôn 1 (Cẩm Giang)", "Thôn 1 (Cẩm Tú)", "Tân An"} <= {*told}
