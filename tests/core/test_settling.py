"""What becomes of findings: of alike ones each counts, whatever becomes of them and however few are kept."""

import pytest

from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding, Place, Rule
from antq_cli.core.settling import Counts, Terms, settle
from antq_cli.core.shield import Shield

RULE = Rule("D104", "n")
NOBODY = Shield(())


@pytest.mark.parametrize(
    ("terms", "counts", "kept"),
    [
        (Terms(NOBODY), Counts(told=3), (3, 0, 0)),
        (Terms(NOBODY, limit=1), Counts(told=3), (1, 0, 0)),
        (Terms(NOBODY, reason=lambda _: "r"), Counts(waived=3), (0, 3, 0)),
        (Terms(NOBODY, is_known=lambda _: True), Counts(known=3), (0, 0, 3)),
        (Terms(NOBODY, reason=lambda _: "r", is_known=lambda _: True), Counts(waived=3), (0, 3, 0)),
    ],
    ids=["told", "few kept", "waived", "known", "waived before known"],
)
def test_of_alike_findings_each_counts(terms: Terms, counts: Counts, kept: tuple[int, int, int]) -> None:
    collector = Collector()
    collector.report(Finding(RULE, Place("returns.csv", line), {"register": "returns"}) for line in (2, 3, 4))
    settled = settle(collector, terms)
    assert settled.counts == {(RULE, "returns"): counts}
    assert (len([*settled.told]), len([*settled.waived]), len([*settled.known])) == kept


def test_what_was_not_asked_for_is_not_counted() -> None:
    collector = Collector()
    collector.report([Finding(RULE, Place("returns.csv", 2), {"register": "returns"})])
    assert settle(collector, Terms(NOBODY, tells=lambda _: False)).counts == {}
