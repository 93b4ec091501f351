import pytest

from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import Finding, Place, Rule

PLACE = Place("units.csv", 2, 1)
REFUSAL = Finding(Rule("F011", "short-row"), PLACE)
ERROR = Finding(Rule("D104", "count"), PLACE)
STRAY = Finding(Rule("F018", "stray-file", "warning"), PLACE)


@pytest.mark.parametrize(
    ("findings", "anything", "expected"),
    [
        ([], True, Exit.OK),
        ([], False, Exit.NOTHING),
        ([STRAY], True, Exit.OK),
        ([STRAY], False, Exit.NOTHING),
        ([ERROR], True, Exit.FINDINGS),
        ([ERROR], False, Exit.FINDINGS),
        ([ERROR, REFUSAL, STRAY], True, Exit.REFUSED),
        ([REFUSAL], False, Exit.REFUSED),
        ([ERROR] * 256, True, Exit.FINDINGS),
    ],
)
def test_two_goes_before_one_before_three(findings: list[Finding], anything: bool, expected: Exit) -> None:
    assert exit_for((found.rule for found in findings), anything=anything) is expected


def test_the_codes_are_those_of_the_contract() -> None:
    assert {code.value: code.status for code in Exit} == {
        0: "ok",
        1: "findings",
        2: "error",
        3: "nothing",
        4: "error",
        5: "error",
        130: "error",
    }


@pytest.mark.parametrize("family", ["F", "S", "U", "I0"])
def test_an_error_of_structure_leaves_nothing_to_count(family: str) -> None:
    assert Rule(f"{family:0<3}1", "x").refuses
    assert not Rule(f"{family:0<3}1", "x", "warning").refuses


@pytest.mark.parametrize("family", ["D", "X", "I1", "I2", "I3"])
def test_an_error_of_values_leaves_rows_out(family: str) -> None:
    assert not Rule(f"{family:1<2}01", "x").refuses


def test_findings_are_ordered_by_place_then_code() -> None:
    places = [Place("a", 2, 9), Place("a", 10, 1), Place("b", 1, 1)]
    findings = [Finding(Rule(code, "x"), place) for place in places for code in ("D101", "F001")]
    assert sorted([*findings[3:], *findings[:3]], key=lambda finding: finding.order) == findings
