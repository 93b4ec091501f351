"""No damage goes unnoticed and none brings the program down; every finding says where it is."""

from pathlib import Path

import pytest

from antq_cli.core.registers import REGISTERS
from tests.cli.harness import ROOT
from tests.damage.bench import Case, cases, findings_in, page, table
from tests.damage.clean import clean, put
from tests.damage.ways import WAYS

# Of these a whole file is meant, or one that is not there.
WHOLE = {"F001", "F002", "F003", "F018", "F019"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    return list(cases(tmp_path_factory.mktemp("damage")))


def test_the_book_is_clean_before(tmp_path: Path) -> None:
    assert findings_in(put(tmp_path, clean())) == []


@pytest.mark.xdist_group("damage")
def test_nothing_is_silent_and_nothing_crashes(found: list[Case]) -> None:
    assert [case for case in found if case.came in ("silent", "crash")] == []
    # Each way does something, and what comes of it is what must come of it.
    assert [row.way.name for row in table(found) if row.cases == 0] == []
    assert [(case.way.name, case.seed, case.came) for case in found if case.came != case.way.truth] == []
    assert [(case.way.name, case.found) for case in found if case.way.told and case.way.told not in case.found] == []
    assert len(found) == 4 * len(WAYS) > 400  # hundreds of cases


@pytest.mark.xdist_group("damage")
def test_the_table_in_the_docs_is_up_to_date(found: list[Case]) -> None:
    assert (ROOT / "docs" / "damage.md").read_text("utf-8") == page(found)


@pytest.mark.xdist_group("damage")
def test_every_finding_has_a_place(found: list[Case]) -> None:
    """A path, and a line unless a whole file is meant; of a row its number and its key."""
    for finding in (finding for case in found for finding in case.findings):
        assert finding.place.path
        assert finding.place.line >= 1 or finding.rule.code in WHOLE
        assert finding.register in finding.rule.of
        if finding.subject is not None and finding.register in REGISTERS:
            assert finding.subject.number >= 1
