"""No damage goes unnoticed and none brings the program down; every finding says where it is."""

import re
from collections import Counter
from pathlib import Path

import pytest

from antq_cli.core.registers import REGISTERS
from tests.cli.harness import ROOT
from tests.damage.bench import CAME, SEEDS, Case, Row, cases, findings_in, line, page, row, shown
from tests.damage.clean import clean, put
from tests.damage.making import Way
from tests.damage.ways import WAYS

# Of these a whole file is meant, or one that is not there.
WHOLE = {"F001", "F002", "F003", "F018", "F019"}
PAGE = (ROOT / "docs" / "damage.md").read_text("utf-8")


def test_the_book_is_clean_before(tmp_path: Path) -> None:
    assert findings_in(put(tmp_path, clean())) == []


def hold(way: Way, found: list[Case]) -> None:
    """What comes of a way is what must come of it, and each finding has a place."""
    assert way.truth in ("flagged", "harmless")
    assert [(case.seed, case.found) for case in found if case.came != way.truth] == []
    assert [(case.seed, case.found) for case in found if way.told and way.told not in case.found] == []
    # A path, and a line unless a whole file is meant; of a row its number and its key.
    for finding in (finding for case in found for finding in case.findings):
        assert finding.place.path
        assert finding.place.line >= 1 or finding.rule.code in WHOLE
        assert finding.register in finding.rule.of
        if finding.subject is not None and finding.register in REGISTERS:
            assert finding.subject.number >= 1


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_nothing_is_silent_and_nothing_crashes(way: Way, tmp_path: Path) -> None:
    """At one of the spots that the docs tell of, another for the next way."""
    (case,) = cases(tmp_path, way, [WAYS.index(way) % SEEDS])
    hold(way, [case])
    told = next(each for each in PAGE.splitlines() if each.startswith(f"| {shown(way)} |"))
    assert {*case.found} <= {*told.rpartition(" | ")[2].split()}


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_docs_tell_what_comes_of_a_way_at_every_spot(way: Way, tmp_path: Path) -> None:
    found = list(cases(tmp_path, way))
    assert len(found) == SEEDS
    hold(way, found)
    assert line(row(way, found)) in PAGE.splitlines()


def test_the_page_has_every_way_and_adds_them_up() -> None:
    """The lines of the ways are held by the test above."""
    assert len(WAYS) * SEEDS > 400  # hundreds of cases
    told = re.findall(
        r"^\| ([^*\n]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (.*) \|$", PAGE, re.MULTILINE
    )
    assert [name for name, *_ in told] == [shown(way) for way in WAYS]
    rows = [
        Row(way, int(n), Counter(dict(zip(CAME, map(int, came), strict=True))), int(compared), codes.split())
        for way, (_, n, *came, compared, codes) in zip(WAYS, told, strict=True)
    ]
    assert page(rows) == PAGE
