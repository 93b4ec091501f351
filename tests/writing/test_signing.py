"""Codes into the journal: of which kind, whether they can sign on the day, what is there already."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.findings import Refused
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.dataset import Dataset
from antq_cli.writing.entering import Entered, Entry, enter
from antq_cli.writing.signing import Asked, Signing, sign
from tests.helpers import dataset_of, manifest, table, units

KINDS = """
[pledges.household]
source = "journal"
[pledges.registration]
subject = "household"
source = "journal"
[pledges.area]
source = "journal"
[pledges.organisation]
source = "journal"
[pledges.school]
source = "journal"
[pledges.student]
source = "returns"
grain = "school"
"""
BOOK = {
    "antq.toml": manifest(KINDS),
    "units": units("D,D,district", "C1,C1,commune,D", "A1,A1,area,C1", "A2,A2,area,C1,,2021-07-01"),
    "households": table("household,area,joined,left", "h1,A1,,", "h2,A1,2021-03-01,2021-06-01", "h3,A1,,"),
    "organisations": table("code,name,kind,unit", "s1,S,school,C1", "e1,E,enterprise,C1"),
    "pledges": table("date,kind,pledger,event", "2021-05-02,household,h1,signed"),
}
DAY = date(2021, 5, 2)


@pytest.fixture(name="dataset")
def _dataset(tmp_path: Path) -> Dataset:
    return dataset_of(tmp_path, BOOK)


def signed(dataset: Dataset, *codes: str, kind: str | None = None, day: date = DAY) -> list[Entry]:
    return sign(dataset, [Asked(n, code) for n, code in enumerate(codes, 1)], Signing("signed", day, kind))


def outcomes(entries: list[Entry]) -> list[tuple[str, str | None]]:
    return [(entry.taken.outcome, entry.taken.why) for entry in entries]


def kinds(entries: list[Entry]) -> list[str]:
    return [row.cells["kind"] for entry in entries for row in entry.added]


@pytest.mark.parametrize(
    ("code", "day", "outcome"),
    [
        ("h3", DAY, ("new", None)),
        ("h1", DAY, ("same", None)),
        ("h1", date(2021, 5, 3), ("new", None)),
        ("h2", date(2021, 5, 31), ("new", None)),
        ("h2", date(2021, 6, 1), ("refused", "X203")),
        ("h2", date(2021, 2, 28), ("refused", "X203")),
        ("h4", DAY, ("refused", "X202")),
        ("D", DAY, ("refused", "X202")),
        ("h 3", DAY, ("refused", "D101")),
        ("", DAY, ("refused", "D101")),
        ("A1", DAY, ("new", None)),
        ("A2", date(2021, 7, 1), ("refused", "X203")),
        ("e1", DAY, ("new", None)),
    ],
)
def test_a_code(dataset: Dataset, code: str, day: date, outcome: tuple[str, str | None]) -> None:
    assert outcomes(signed(dataset, code, day=day)) == [outcome]


def test_the_kind_is_the_only_one_that_a_code_can_sign(dataset: Dataset) -> None:
    # The registration is another act: a household pledges, unless it is said otherwise.
    assert kinds(signed(dataset, "h3", "A1", "e1")) == ["household", "area", "organisation"]
    assert kinds(signed(dataset, "h3", kind="registration")) == ["registration"]


def test_a_kind_is_asked_for_where_several_could_be_signed(dataset: Dataset) -> None:
    with pytest.raises(Refused) as refused:
        signed(dataset, "s1")
    (found,) = refused.value.findings
    assert (found.rule.code, found.values["allowed"]) == ("U110", ["organisation", "school"])
    assert kinds(signed(dataset, "s1", kind="school")) == ["school"]


def test_who_is_of_another_kind_cannot_sign_one(dataset: Dataset) -> None:
    assert outcomes(signed(dataset, "e1", "h1", "A1", "D", kind="school")) == [("refused", "X202")] * 4
    assert outcomes(signed(dataset, "e1", "h1", "C1", kind="area")) == [("refused", "X202")] * 3


def test_a_code_that_is_written_twice(dataset: Dataset) -> None:
    assert outcomes(signed(dataset, "h3", "h1", "h3")) == [("new", None), ("same", None), ("refused", "D301")]


def test_the_row_goes_where_its_neighbours_are(tmp_path: Path) -> None:
    files = {name: text for name, text in BOOK.items() if name != "pledges"}
    parts = {"pledges/a": BOOK["pledges"], "pledges/b": table("date,kind,pledger,event", "2021-05-02,area,A2,signed")}
    (entry,) = signed(dataset_of(tmp_path, files | parts), "h3")
    assert [row.path for row in entry.added] == ["pledges/a.csv"]


# All or nothing -------------------------------------------------------------------------------------------------


def entered(dataset: Dataset, *codes: str, partial: bool = False, day: date = DAY) -> Entered:
    entries = signed(dataset, *codes, day=day)
    return enter(dataset.book, REGISTERS["pledges"], entries, partial=partial)


def test_all_is_entered(dataset: Dataset) -> None:
    found = entered(dataset, "h3", "A1", "h1")
    assert outcomes([*found.entries]) == [("new", None), ("new", None), ("same", None)]
    assert found.rows.added == 2
    assert [rewrite.path for rewrite in found.rewrites] == ["pledges.csv"]


def test_or_nothing(dataset: Dataset) -> None:
    found = entered(dataset, "h3", "h4")
    assert (found.rewrites, found.rows.added) == ((), 0)
    assert outcomes([*found.entries]) == [("new", None), ("refused", "X202")]


def test_unless_a_part_will_do(dataset: Dataset) -> None:
    found = entered(dataset, "h3", "h4", partial=True)
    assert (len(found.rewrites), found.rows.added) == (1, 1)
    assert outcomes([*found.entries]) == [("new", None), ("refused", "X202")]


@pytest.mark.parametrize("partial", [False, True])
def test_what_reading_finds_is_refused_as_well(partial: bool, tmp_path: Path) -> None:
    begins = manifest(KINDS, campaign="begins = 2021-06-01\n")
    dataset = dataset_of(tmp_path, BOOK | {"antq.toml": begins, "pledges": table("date,kind,pledger,event")})
    found = entered(dataset, "h3", "h4", partial=partial)
    assert not found.rewrites
    if partial:
        assert outcomes([*found.entries]) == [("refused", "T003"), ("refused", "X202")]
        assert [each.rule.code for each in found.findings] == ["T003"]
