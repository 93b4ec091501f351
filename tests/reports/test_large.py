"""A report of every commune of the country: how long it takes beside a summary, and beside a tenth of the communes."""

import runpy

import pytest

from tests.cli.harness import ROOT


@pytest.mark.long
def test_a_report_takes_as_long_as_it_has_units() -> None:
    measured = runpy.run_path(str(ROOT / "docs" / "benchmarks" / "paper.py"))["measured"]
    took = measured(3)
    assert took["report"] <= 6 * took["summary"], took
    assert took["report"] <= 11 * took["tenth"], took
    assert took["page"] <= 6 * took["summary"], took
    assert took["page"] <= 11 * took["page-tenth"], took
