"""Every number on every page is one of the result: it says which, and that is what the command tells machines."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from antq_cli.cli.commands import COMMANDS
from antq_cli.pages.cells import Datum, Share
from antq_cli.render.writers import OF_RESULTS
from tests.cli.bringing import BROUGHT
from tests.cli.entering import ENTERING
from tests.cli.harness import BOOKS, ROOT
from tests.cli.test_screens import ANNEX, ARRANGED, CAMPAIGN, GRIDS, MONTH, TABLES
from tests.pages.holding import Held, faults
from tests.pages.made import made
from tests.pages.walk import Standing

# The sample's pages have the same columns as those of the small books; these are told by it alone.
SAMPLE = [
    "-b data/cam-thuy-sample summary",
    "-b data/cam-thuy-sample summary --unit 15127 --as-of 2024-07-01",
    "-b data/cam-thuy-sample pledges summary --period 2021-Q3 --vs 2021-Q2",
    "-b data/cam-thuy-sample pledges summary --basis 2025-07-01 --by commune",
    "-b data/cam-thuy-sample pledges gaps",
    "-b data/cam-thuy-sample teams summary --basis 2025-07-01 --by commune",
    "-b data/cam-thuy-sample standards summary --basis 2025-07-01 --by commune",
    "-b data/cam-thuy-sample standards summary --window 2023 --unit 15127 --criteria",
    "-b data/cam-thuy-sample pledges summary --period 2021-12 --by commune --kind registration",
    "-b data/cam-thuy-sample pledges summary --period 2022-08 --vs 2022-07 --by commune --kind registration",
    "-b data/cam-thuy-sample teams summary",
    "-b data/cam-thuy-sample teams summary --as-of 2024-12-31",
    "-b data/cam-thuy-sample standards summary --window 2023 --unit 15127",
    "-b data/cam-thuy-sample returns summary --period 2021-Q3",
    "-b data/cam-thuy-sample claims",
    "-b data/cam-thuy-sample reconcile",
]
LINES = [
    *(line for line in (*TABLES, *CAMPAIGN) if "sample" not in line),
    *SAMPLE,
    *MONTH,
    *ANNEX,
    *ARRANGED,
    *GRIDS,
    *ENTERING,
    *BROUGHT,
    "-b tests/books/areas activities record --unit 1 --kind tips --count 1 --first 1/7/2024 --last 1/7/2024 --dry-run",
    "-b tests/books/areas pledges summary --by commune --sort rate --top 1",
    "-b tests/books/areas pledges gaps --by area --top 1",
    "-b data/cam-thuy-sample pledges gaps --by school --unit 15127 --kind organisation --kind student",
    "-b tests/books/journal pledges summary --period 2022 --vs 2021 --by area --sort=-missing --top 1",
    "-b tests/books/journal teams summary --by area --vs 2021-07-31 --sort change --top 1",
    "-b tests/books/journal summary --by area --vs 2022",
    "-b tests/books/areas summary --period 2024-H2",
    "-b tests/books/bad summary --period 2024",
    "-b data/cam-thuy-2021 units",
    "-b data/cam-thuy-2021 units 15148 --on 2025-07-01",
    "-b tests/books/journal units 10",
    "-b data/cam-thuy-2021 periods --calendar report --period 2026",
    "-b tests/books/journal pledges trend --by area --every quarter",
    "-b tests/books/journal pledges summary --period 2022 --by area",
    "-b tests/books/journal pledges summary --period 2022 --vs 2021 --by area",
    "-b tests/books/journal pledges summary --period 2023 --vs 2022",
    "-b tests/books/journal summary --as-of 2022-12-31",
    "-b data/cam-thuy-sample activities summary",
    "-b data/cam-thuy-sample activities summary --by commune --period 2021-08 --vs 2021-07 --top 5",
    "-b data/cam-thuy-sample activities summary --every month",
    "-b data/cam-thuy-sample activities summary --every quarter --by commune --kind outreach",
    "-b tests/books/journal claims",
    "-b tests/books/journal reconcile --as-of 2022-12-31",
    "-b tests/books/standard reconcile",
    "-b tests/books/journal returns summary --period 2022-11",
    "-b data/cam-thuy-sample returns summary --by commune --as-of 2021-07-31 --kind student",
    "-b data/cam-thuy-sample summary --period 2021-07",
    "-b tests/books/kept log",
    "-b tests/books/kept log 6",
    "-b tests/books/kept undo --dry-run",
    "-b tests/books/journal fmt --check",
    "-b tests/books/bad check --statistics",
    "-b tests/books/areas check --statistics --select F",
    "rules r",
    "rules X202",
    "cache",
]
# What no book has: a unit that came and went, finer returns beside those used, rows left out, criteria without a name.
MORE = {
    "returns.csv": [
        "2023-11-20,101-01,pledges.household,25.000,310",
        "2024-11-10,101-01,pledges.student,90",
        "2024-11-10,102-01,pledges.student,10",
    ],
    "claims.csv": [
        "ratio,pledges.household@101:2024-12-31,1/2,x",
        "members,teams.antt.members@1:2024-12-31,3,x",
        "reach,teams.antt.reach@1:2024-12-31,1/6,x",
        "met,standards.area.met@1:2024-12-31,1,x",
    ],
    "units.csv": ["102-09,Xóm Cũ,area,102,2020-01-01,2022-01-01"],
}
OF_MORE = [
    *("summary", "claims", "reconcile", "units 102-09", "pledges summary --vs 2023-12-31", "standards summary"),
    *("pledges summary --vs 2023-12-31 --by area", "standards summary --by area --criteria"),
]


@pytest.mark.parametrize("line", LINES)
def test_every_number_of_a_page_is_what_the_command_tells_machines(line: str) -> None:
    found = made(line)
    for page in found.pages:
        assert faults(found.outcome, page, found.json) == []


@pytest.mark.parametrize("line", OF_MORE)
def test_the_same_of_what_is_rare(line: str, tmp_path: Path) -> None:
    shutil.copytree(BOOKS / "areas", tmp_path, dirs_exist_ok=True)
    manifest = (tmp_path / "antq.toml").read_text("utf-8")
    without = re.sub(r"(criteria\]\]\n)vi = .*\nen = .*\n", r"\1", manifest)
    assert without != manifest
    (tmp_path / "antq.toml").write_text(without, "utf-8")
    for name, rows in MORE.items():
        head, *others = (tmp_path / name).read_text("utf-8").splitlines()
        head = f"{head},opened,closed" if name == "units.csv" else head
        padded = [row + "," * (head.count(",") - row.count(",")) for row in (*others, *rows)]
        (tmp_path / name).write_text("\n".join([head, *padded, ""]), "utf-8")
    found = made(f"-b {tmp_path} {line}")
    for page in found.pages:
        assert faults(found.outcome, page, found.json) == []


def test_every_command_with_a_page_is_held() -> None:
    paths = {path for path, command in COMMANDS.items() if command.formats == OF_RESULTS}
    assert {path for path in paths if any(f"{path} " in f"{line} " for line in LINES)} == paths


SMALL = [
    "-b tests/books/areas summary",
    "-b tests/books/areas pledges gaps --by area --target 80%",
    "-b tests/books/journal teams summary --by commune --as-of 31/12/2021",
    "-b tests/books/journal pledges summary --period 2022 --vs 2021 --by area",
    "-b tests/books/areas standards summary --by commune",
    "-b data/cam-thuy-sample returns summary --period 2021-Q3",
    "-b data/cam-thuy-sample reconcile",
    "-b data/cam-thuy-sample summary --period 2021-08",
    "-b tests/books/journal summary --by area --vs 2022",
]


@pytest.mark.parametrize("line", SMALL)
def test_any_other_number_in_its_place_would_be_noticed(line: str) -> None:
    """Another part of the same record, or the same part of another record; days apart, which several records share."""
    found = made(line)
    held = Held(found.outcome, found.pages[0], found.json)
    places = [
        standing for standing in held.walk.numbers if isinstance(standing.cell, Datum) and _number(standing.cell.value)
    ]
    swapped = [(standing, other) for standing in places for other in _others(standing, held)]
    assert len(swapped) > 15
    assert [(standing, other) for standing, other in swapped if not held.with_another(standing, other)] == []


def _number(value: object) -> type | None:
    """Whether something is a whole number or a decimal one, which is a text; None of what is neither."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return int if whole else str if isinstance(value, str) and re.fullmatch(r"[+-]?\d+\.\d+", value) else None


def _others(standing: Standing, held: Held) -> list[Datum]:
    """Other numbers of the result in the place of one: all parts of its record, and its part of a few other records."""
    cell, same = standing.cell, _others_of_its_type
    assert isinstance(cell, Datum)
    record, of = cell.record, cell.of if isinstance(cell, Share) else None
    fields = record if isinstance(record, dict) else record._asdict() if hasattr(record, "_asdict") else {}
    found = [_like(cell, record, name) for name in fields if name not in {cell.part, of}]
    found += [_like(cell, other, cell.part) for other in same(record, held)]
    return [other for other in found if other.value != cell.value and _number(other.value) is _number(cell.value)]


def _others_of_its_type(record: object, held: Held) -> list[object]:
    same = [each for each in held.result.kept if type(each) is type(record) and each is not record]
    return [each for each in same if not isinstance(each, dict)][:8]


def _like(cell: Datum, record: object, part: str) -> Datum:
    return type(cell)(record, part, cell.of) if isinstance(cell, Share) else type(cell)(record, part)


def test_pages_do_not_reckon() -> None:
    """What is a number stands in the result; on a page nothing is added up, and no day is worked out."""
    reckoned = []
    for file in (ROOT / "src" / "antq_cli" / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"sum", "round", "divmod", "Counter", "Ratio"}:
                reckoned.append(f"{file.name}: {ast.unparse(node)}")
            if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Div, ast.FloorDiv, ast.Mod)):
                reckoned.append(f"{file.name}: {ast.unparse(node)}")
            if isinstance(node, ast.ImportFrom) and any(name.name == "timedelta" for name in node.names):
                reckoned.append(file.name)
    assert reckoned == []
