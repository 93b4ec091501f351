"""One row that is known by its key: new, there already, another one."""

from pathlib import Path

import pytest

from antq_cli.reading.tables import Table
from antq_cli.writing.keeping import Difference, Kept, keep
from tests.helpers import dataset_of, manifest, table, units

ORGANISATIONS = table(
    "code,name,kind,unit,opened,closed,exempt",
    "s1,S,school,D,2020-01-01,,pre-school",
    "s2,S,school,D,2019-01-01,2020-01-01,",
    "s2,S,school,D,2020-01-01,,",
)
RETURNS = table("date,unit,measure,count,total,note", "2021-05-01,D,pledges.household,5,6,n")
KEY = {"date": "2021-05-01", "unit": "D", "measure": "pledges.household"}


@pytest.fixture(name="tables")
def _tables(tmp_path: Path) -> dict[str, Table]:
    files = {"antq.toml": manifest(), "units": units("D,D,district")}
    book = dataset_of(tmp_path, files | {"organisations": ORGANISATIONS, "returns": RETURNS}).book
    return {name: book.table(name) for name in ("organisations", "returns")}


def outcome(kept: Kept) -> tuple[str, str | None]:
    return kept.entry.taken.outcome, kept.entry.taken.why


def test_a_new_row(tables: dict[str, Table]) -> None:
    cells = KEY | {"date": "2021-06-01", "count": "5"}
    kept = keep(tables["returns"], "returns.csv", cells, replace=False)
    assert (outcome(kept), kept.missing) == (("new", None), [])
    assert [row.cells for row in kept.entry.added] == [cells]


def test_a_new_row_that_lacks_something(tables: dict[str, Table]) -> None:
    kept = keep(tables["returns"], "returns.csv", {"unit": "D", "date": "2021-06-01"}, replace=True)
    assert kept.missing == ["measure", "count"]


@pytest.mark.parametrize("cells", [KEY | {"count": "5"}, KEY | {"count": "5", "total": "6"}, KEY])
def test_what_is_there_already(tables: dict[str, Table], cells: dict[str, str]) -> None:
    kept = keep(tables["returns"], "", cells, replace=False)
    assert (outcome(kept), kept.entry.altered) == (("same", None), ())


def test_another_number_is_refused_unless_it_is_to_replace_the_one_that_is_there(tables: dict[str, Table]) -> None:
    cells = KEY | {"count": "6", "total": "6"}
    refused, replaced = (keep(tables["returns"], "", cells, replace=each) for each in (False, True))
    assert outcome(refused) == ("refused", "D302")
    assert not refused.entry.altered
    assert refused.differences == replaced.differences == [Difference("count", "5", "6")]
    (row,) = replaced.entry.altered
    assert (outcome(replaced), row.path, row.record, row.cells) == (("changed", None), "returns.csv", 0, {"count": "6"})


def test_who_has_one_stretch_is_meant_without_its_first_day(tables: dict[str, Table]) -> None:
    closing = {"code": "s1", "closed": "2021-08-01"}
    (row,) = keep(tables["organisations"], "", closing, replace=True).entry.altered
    assert (row.record, row.cells) == (0, {"closed": "2021-08-01"})
    several = keep(tables["organisations"], "", closing | {"code": "s2"}, replace=True)
    assert several.missing == ["name", "kind", "unit"]
    named = keep(tables["organisations"], "", closing | {"code": "s2", "opened": "2020-01-01"}, replace=True)
    assert [row.record for row in named.entry.altered] == [2]
