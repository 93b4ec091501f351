"""One run of checks: what it looks at, what it says of each register, and that counting agrees with it."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.checks.runner import check
from antq_cli.core.exits import exit_for
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.ground import Ground
from antq_cli.counting.measures import Family
from antq_cli.counting.summary import Question, summarise
from tests.checks.faults import FAULTS, GOOD, M, changed
from tests.helpers import DAY, codes, crosswalk, found_in, manifest, open_at, padded, units, write_book

DATA = Path(__file__).parents[2] / "data"
OWN = [path.parent for path in sorted((Path(__file__).parents[1] / "books").glob("*/antq.toml"))]


def outcomes(folder: Path, day: date = DAY) -> dict[str, str]:
    return {step.register: step.outcome for step in check(open_at(folder), day).steps}


@pytest.mark.parametrize("folder", [DATA / "cam-thuy-sample", DATA / "cam-thuy-2021"], ids=lambda folder: folder.name)
@pytest.mark.parametrize("day", [date(2021, 8, 31), date(2025, 6, 30), date(2025, 7, 1)], ids=str)
def test_the_finished_books_are_clean(folder: Path, day: date) -> None:
    """But for the years of TT 23/2012, which overlapped by a day."""
    checked = check(open_at(folder), day)
    assert [(found.rule.code, found.values["calendar"]) for found in checked.findings] == [
        ("T001", "tt23-area"),
        ("T001", "tt23-commune"),
    ]
    assert {step.outcome for step in checked.steps} == {"passed"}


def test_a_good_book_passes_in_the_order_of_the_registers(tmp_path: Path) -> None:
    checked = check(open_at(write_book(tmp_path, GOOD)), DAY)
    assert checked.findings == []
    assert [(step.register, step.outcome) for step in checked.steps] == [(name, "passed") for name in REGISTERS]
    assert [step.rows for step in checked.steps] == [6, 1, 4, 2, 3, 1, 1, 1, 1, 1, 1]


NEEDS = {
    "units": {*REGISTERS},
    "crosswalk": {*REGISTERS},
    "households": {"households", "pledges"},
    "organisations": {"organisations", "pledges", "models", "assessments"},
    **{name: {name} for name in ("pledges", "returns", "teams", "models", "assessments", "claims", "directives")},
}


@pytest.mark.parametrize("name", REGISTERS)
def test_what_is_refused_and_what_needs_it_is_not_evaluated_and_the_others_are(name: str, tmp_path: Path) -> None:
    others = {f"{other}.csv": GOOD[f"{other}.csv"] for other in REGISTERS if other != name}
    folder = write_book(tmp_path, {M: GOOD[M], **others, f"{name}.csv": "x" + GOOD[f"{name}.csv"]})
    said = outcomes(folder)
    assert {register for register, outcome in said.items() if outcome == "not-evaluated"} == NEEDS[name]
    assert {register for register, outcome in said.items() if outcome == "passed"} == {*REGISTERS} - NEEDS[name]
    assert {code[0] for code in codes(found_in(folder))} == {"F"}


@pytest.mark.parametrize("name", [name for name in REGISTERS if name not in ("units", "crosswalk", "organisations")])
def test_faults_of_the_others_are_found_beside_a_refused_register(name: str, tmp_path: Path) -> None:
    faulty = {
        "households": "h9,9-9,,,\n",
        "pledges": "2021-03-01,x,h1,signed\n",
        "returns": "2021-08-01,9,pledges.student,5,9\n",
        "teams": "t9,antt,9-9,,\n",
        "models": "m9,clan,9-9,,\n",
        "assessments": "2021-06-01,9-9,r,2021,met\n",
        "claims": "c9,households@D,3,báo\n",
        "directives": "06/CT,01/01/2021,UBND,Chỉ thị\n",
    }
    files = {f"{other}.csv": GOOD[f"{other}.csv"] + line for other, line in faulty.items()}
    folder = write_book(tmp_path, {**GOOD, **files, f"{name}.csv": GOOD[f"{name}.csv"] + "x\n"})
    found = [finding for finding in found_in(folder) if finding.rule.code != "F011"]
    assert {finding.values["register"] for finding in found} == {*faulty} - {name}
    assert {register for register, outcome in outcomes(folder).items() if outcome == "failed"} == {*faulty} - {name}


def test_what_is_said_of_organisations_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    of_school = GOOD["assessments.csv"] + "2021-06-01,s1,r,2021,met\n"
    refused = {"organisations.csv": "x" + GOOD["organisations.csv"], "assessments.csv": of_school}
    assert codes(found_in(write_book(tmp_path, {**GOOD, **refused}))) == {"F013": 1, "F014": 1}


def test_a_register_that_is_missing_and_needed_is_a_step_that_was_not_taken(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({"households.csv": None}))
    assert codes(found_in(folder)) == {"F019": 1}
    assert {name for name, outcome in outcomes(folder).items() if outcome != "passed"} == {"households", "pledges"}


def test_a_register_that_is_missing_and_not_needed_is_no_step(tmp_path: Path) -> None:
    folder = write_book(tmp_path, {M: manifest(), "units.csv": units("D,Huyện,district")})
    assert outcomes(folder) == {"units": "passed"}
    assert found_in(folder) == []


def test_a_warning_fails_no_step(tmp_path: Path) -> None:
    files = {name: text for name, text in GOOD.items() if name != "teams.csv"}
    folder = write_book(tmp_path, {**files, "teams/1.csv": GOOD["teams.csv"], "teams/notes.txt": "", "notes.csv": ""})
    assert codes(found_in(folder)) == {"F018": 2}
    assert outcomes(folder)["teams"] == "passed"


def test_a_top_that_is_unknown_hides_no_other_finding(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({**FAULTS["S010"].bad, **FAULTS["D102"].bad, **FAULTS["X205"].bad}))
    found = found_in(folder)
    assert codes(found) == {"S010": 1, "D102": 1, "X205": 1}
    assert exit_for(found, anything=True) == 2


def test_a_top_that_nothing_carries_on_is_found_though_nothing_lies_in_it(tmp_path: Path) -> None:
    folder = write_book(tmp_path, {M: manifest(), "units.csv": units("D,Huyện,district,,,2021-07-01")})
    assert codes(found_in(folder)) == {"X106": 1}
    assert found_in(folder, date(2021, 6, 30)) == []


def test_findings_stand_in_the_order_of_their_places_each_once(tmp_path: Path) -> None:
    lines = [f"h{n},9-9" for n in range(8)]
    kinds = '\n[pledges.household]\n[pledges.second]\nsubject = "household"\n'
    files = {
        M: manifest(kinds),
        "units.csv": units("D,Huyện,district"),
        "households.csv": padded("household,area", *lines, "h9,9 9"),
        "pledges.csv": padded("date,kind,pledger,event", "2021-01-01,x,h1,signed", "2021-01-01,second,z,signed"),
        "crosswalk.csv": crosswalk("2021-01-01,x,D,whole"),
    }
    found = found_in(write_book(tmp_path, files))
    assert codes(found) == {"X101": 9, "D101": 1, "X201": 1, "X202": 1}
    assert [finding.order for finding in found] == sorted({finding.order for finding in found})


# What only `check` looks at: files that nothing reads, the calendars of the manifest, claims.
UNSEEN = {"F018", "T001", "T002", "D110", "D111"}


@pytest.mark.parametrize("code", [code for code in FAULTS if code[0] != "S" and code != "F001"])
def test_counting_and_checking_find_the_same(code: str, tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed(FAULTS[code].bad))
    seen = {finding.rule.code for family in FAMILIES for finding in counted(folder, family)}
    assert code in seen | UNSEEN
    assert seen <= {*codes(found_in(folder))}


@pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)
@pytest.mark.parametrize("family", FAMILIES)
def test_counting_finds_nothing_that_a_check_does_not(folder: Path, family: str) -> None:
    for day in (date(2021, 8, 31), date(2024, 12, 31)):
        assert {*codes(counted(folder, family, day))} <= {*codes(found_in(folder, day))}


def counted(folder: Path, family: str, day: date = DAY) -> list[Finding]:
    """What counting a family at the top finds, or why it was refused."""
    try:
        ground = Ground(open_at(folder))
        top = ground.map(day).top
        return [*summarise(Family(ground, family), Question(day, top)).findings] if top is not None else []
    except Refused as refused:
        return [*refused.findings]


@pytest.mark.parametrize(
    ("lines", "households", "expected"),
    [
        (("2,Xã,commune,D,,2030-01-01", "2-1,Thôn,area,2"), (), {"X106": 1}),  # an area lies on in it
        (("2,Xã,commune,D,,2030-01-01",), ("h1,2",), {"X106": 1}),  # a household does
        (("2,Xã,commune,D,,2030-01-01",), ("h1,2,,2029-12-31",), {}),
        (("2,Xã,commune,D,,2030-01-01", "2-1,Thôn,area,2,,2030-01-01"), (), {}),
        (("2,Xã,commune,D,,2030-01-01",), (), {}),  # it is empty
    ],
)
def test_a_unit_that_closes_later_on_with_something_in_it(
    lines: tuple[str, ...], households: tuple[str, ...], expected: dict[str, int], tmp_path: Path
) -> None:
    """Whatever the day that is checked: the book is right today and will not be."""
    files = {
        "antq.toml": manifest("\n[pledges.household]\n"),
        "units": units("D,Huyện,district", "1,Xã,commune,D", *lines),
        "households": padded("household,area,joined,left,excluded", *households),
        "pledges": "date,kind,pledger,event\n",
    }
    assert codes(found_in(write_book(tmp_path, files))) == expected


@pytest.mark.parametrize(("day", "expected"), [("2022-01-01", {}), ("2021-06-01", {}), ("2023-01-01", {"X109": 1})])
def test_a_part_of_a_unit_that_is_not_there_any_more(day: str, expected: dict[str, int], tmp_path: Path) -> None:
    files = {
        "antq.toml": manifest("\n[pledges.household]\n"),
        "units": units("D,Huyện,district", "1,Xã,commune,D", "2,Xã,commune,D,,2022-01-01"),
        "crosswalk": crosswalk(f"{day},2,1,part"),
        "households": "household,area\n",
        "pledges": "date,kind,pledger,event\n",
    }
    assert codes(found_in(write_book(tmp_path, files))) == expected
