"""A return that no figure uses and that is compared with nothing is told of (X209); what is compared is not."""

from pathlib import Path

import pytest

from antq_cli.counting.returns import returns_of
from tests.counting.villages import settled
from tests.helpers import codes, findings_of, reported

STUDENTS = '\n[pledges.student]\nsource = "returns"\ngrain = "{}"\n\n[teams.antt]\n'
# The teams of villages have a register; a school in commune 1, one in an area of it, and an agency.
BODIES = ("s1,Trường Một,school,1", "s2,Trường Hai,school,1-1", "a1,UBND,agency,1")
S, T = "pledges.student", "teams.antt"


def useless(folder: Path, grain: str, *lines: str, **more: tuple[str, ...]) -> list[tuple[str, str]]:
    """Whose returns, from lines ``day unit measure``, are of no use, and why."""
    split = (line.split() for line in lines)
    returns = tuple(f"2021-{day},{unit},{measure},5,9" for day, unit, measure in split)
    parts = {"organisations": BODIES} | more
    dataset = settled(folder, STUDENTS.format(grain), returns=returns, **parts)
    returns_of(dataset)
    found = reported(dataset.collector)
    assert {finding.rule.severity for finding in found if finding.rule.code == "X209"} <= {"warning"}
    told = [finding for finding in found if finding.rule.code == "X209"]
    return [(str(finding.values["value"]), str(finding.values["no_use"])) for finding in told]


@pytest.mark.parametrize(
    ("grain", "lines", "expected"),
    [
        ("commune", (f"08-01 1 {S}",), []),  # who is asked
        ("commune", (f"08-01 D {S}",), []),  # a total beside the sum, R202
        ("commune", (f"08-01 s1 {S}",), [("s1", "sender")]),
        ("commune", (f"08-01 1-1 {S}",), [("1-1", "below")]),
        ("commune", (f"08-01 1-1 {S}", f"08-01 1-2 {S}"), [("1-1", "below"), ("1-2", "below")]),
        ("commune", (f"08-01 1-1 {S}", f"08-01 1 {S}"), [("1-1", "below")]),  # half of what was reported: no sum
        ("commune", (f"08-01 1-1 {S}", f"08-01 1-2 {S}", f"08-01 1 {S}"), []),  # two halves beside the whole
        ("commune", (f"08-01 1-1 {S}", f"06-01 1-2 {S}", f"03-01 1 {S}"), []),  # a month without a return
        ("commune", (f"08-01 2-1 {S}", f"08-01 2 {S}"), []),  # the only one of its commune
        ("commune", (f"08-01 2-1 {S}", f"08-01 2 {T}"), [("2-1", "below")]),  # of another measure
        ("school", (f"08-01 s1 {S}", f"08-01 s2 {S}"), []),
        ("school", (f"08-01 a1 {S}",), [("a1", "sender")]),
        ("school", (f"08-01 1 {S}", f"08-01 D {S}", f"08-01 1-1 {S}"), []),  # totals of the schools in them
        ("school", (f"08-01 2 {S}", f"08-01 1-2 {S}"), [("2", "sender"), ("1-2", "sender")]),  # no school is there
        ("cluster", (f"08-01 D {S}",), [("D", "sender")]),  # there are none
        ("cluster", (f"08-01 1 {S}",), [("1", "below")]),
        ("commune", (f"08-01 1 {T}", f"08-01 1-1 {T}", f"08-01 D {T}"), []),  # beside the register, R201
        ("commune", (f"08-01 s1 {T}",), [("s1", "source")]),
        ("commune", ("08-01 s1 units.area", "08-01 1 units.area"), [("s1", "source")]),
        ("commune", ("08-01 s1 households", "08-01 1-1 households"), [("s1", "source")]),
        ("commune", ("08-01 s1 pledges.studnt",), []),  # X205
        ("commune", (f"08-01 s9 {S}",), []),  # X101
    ],
    ids=str,
)
def test_what_is_of_no_use(grain: str, lines: tuple[str, ...], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert useless(tmp_path, grain, *lines, teams=()) == expected


def test_a_return_that_cannot_be_read_may_be_the_missing_one(tmp_path: Path) -> None:
    lines = (f"08-01 1-1 {S}", f"08-01 1 {S}", f"13-01 1-2 {S}")
    assert useless(tmp_path, "commune", *lines) == []


def test_a_school_that_cannot_be_read_may_be_the_one_that_is_missing(tmp_path: Path) -> None:
    bodies = (*BODIES, "s3,Trường Ba,school,2,2021-13-01")
    assert useless(tmp_path / "1", "school", f"08-01 2 {S}", organisations=bodies) == []
    assert useless(tmp_path / "2", "school", f"08-01 2-1 {S}", organisations=bodies) == [("2-1", "sender")]


def test_who_was_there_on_the_day_of_the_return(tmp_path: Path) -> None:
    """A school that became an agency is asked on the days on which it is one."""
    bodies = ("s1,Trường Một,school,1,,2021-06-01", "s1,UBND,agency,1,2021-06-01,")
    found = useless(tmp_path, "school", f"05-01 s1 {S}", f"06-01 s1 {S}", organisations=bodies)
    assert found == [("s1", "sender")]


@pytest.mark.parametrize("level", ["thon", "area"])
def test_a_unit_without_its_place_is_told_of_as_a_unit(level: str, tmp_path: Path) -> None:
    extra = (f"9-9,Thôn 9,{level},",)
    dataset = settled(
        tmp_path, STUDENTS.format("commune"), extra=extra, returns=(f"2021-08-01,9-9,{S},5,9",), organisations=()
    )
    assert "X209" not in codes(findings_of(dataset))
