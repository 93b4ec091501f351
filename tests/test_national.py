"""A book as large as the country, whose communes were merged, divided and ceded land: checked, and counted."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.harness import run, spawn
from tests.national import DIVIDED, REFORM, Commune, National, make, write

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def national() -> National:
    return make()


@pytest.fixture(scope="module")
def book(national: National, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("national") / "book", national.files)


def summed(communes: Iterator[Commune] | list[Commune]) -> tuple[int, int]:
    """Signatures and households, added up here and not by what is tested."""
    several = list(communes)
    return sum(each.signed for each in several), sum(each.households for each in several)


def test_a_check_finds_nothing(national: National, book: Path) -> None:
    assert national.files["crosswalk.csv"].count("\nxã,") == 10_571
    assert national.files == make().files != make(1).files
    ran = run(f"-b {book} check --lang en")
    assert (ran.code, ran.stdout) == (0, "")
    assert "No findings." in ran.stderr


@pytest.mark.parametrize(("basis", "of"), [("then", "province"), (REFORM, "becomes")])
def test_by_province_it_is_what_an_independent_sum_says(national: National, book: Path, basis: str, of: str) -> None:
    """On the map after the reform as well: what was divided lies in one new province."""
    ran = run(f"-b {book} pledges summary --by province --basis {basis} -f json")
    assert ran.code == 0
    groups: dict[str, list[Commune]] = defaultdict(list)
    for each in national.communes:
        groups[getattr(each, of)].append(each)
    assert {row["unit"]: (row["num"], row["den"]) for row in ran.json["rows"]} == {
        code: summed(communes) for code, communes in groups.items()
    }
    assert [(row["num"], row["den"]) for row in ran.json["totals"]] == [summed(national.communes)]


def test_a_basis_answers_what_can_be_answered(national: National, book: Path) -> None:
    """A new commune into which only whole ones went has its figure; one with a part of another has none."""
    into: dict[str, list[tuple[Commune, str]]] = defaultdict(list)
    for each in national.communes:
        for code, part in each.to:
            into[code].append((each, part))
    whole = [code for code, several in into.items() if all(part == "whole" for _, part in several)]
    parted = [code for code, several in into.items() if any(part == "part" for _, part in several)]
    ceded = [code for code, several in into.items() if {"land"} < {part for _, part in several} <= {"land", "whole"}]
    assert len(parted) > DIVIDED
    for code in (*whole[:3], *ceded[:3]):
        ran = run(f"-b {book} pledges summary --unit {code} --basis {REFORM} -f json")
        (row,) = ran.json["rows"]
        assert (row["num"], row["den"]) == summed(each for each, part in into[code] if part == "whole")
    for line in (f"--unit {parted[0]}", "--by commune"):
        refused = run(f"-b {book} pledges summary {line} --basis {REFORM} -f json")
        assert (refused.code, refused.json["problems"][0]["code"]) == (2, "U015")


def test_a_table_of_all_communes_takes_at_most_twice_as_long_as_its_csv(book: Path) -> None:
    resource = pytest.importorskip("resource", reason="the time of a process is told on POSIX alone")

    def seconds(form: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert spawn(f"-b {book} pledges summary --by commune -f {form}").out.count(b"\n") > 10_000
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    took = {form: min(seconds(form) for _ in range(3)) for form in ("table", "csv")}
    assert took["table"] <= 2 * took["csv"]
