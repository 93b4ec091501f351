"""One run of checks: what it looks at, what it says of each register, and that counting agrees with it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from antq_cli.answers.query import Query
from antq_cli.answers.summary import of_family, summarise
from antq_cli.core.exits import exit_for
from antq_cli.core.findings import Finding, Refused, Uncountable
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import Family
from tests.checks.gallery import GOOD, change, changed
from tests.checks.gallery import codes as gallery
from tests.helpers import (
    DAY,
    READ,
    checked,
    codes,
    crosswalk,
    found_in,
    manifest,
    open_at,
    padded,
    reported,
    units,
    write_book,
)

M = "antq.toml"
_OF_UNITS = '\n[pledges.area]\nsource = "journal"\n'
OWN = [path.parent for path in sorted((Path(__file__).parents[1] / "books").glob("*/antq.toml"))]
DATA = Path(__file__).parents[2] / "data"


def outcomes(folder: Path, day: date = DAY) -> dict[str, set[str]]:
    """What came of the rules of references and values in each register."""
    found: dict[str, set[str]] = {}
    for step in checked(open_at(folder), day, "D", "X").steps:
        if step.rule.code[0] in "DX":
            found.setdefault(step.register, set()).add(step.judged)
    return found


def told(folder: Path, day: date) -> list[tuple[str, str, str]]:
    return [(each.rule.code, each.register, each.key) for each in checked(open_at(folder), day).findings]


def test_what_the_published_book_says() -> None:
    """All but one claim is right or waived; TT 23/2012 had years that overlap by a day."""
    found = checked(open_at(DATA / "cam-thuy-2021"), DAY)
    assert told(DATA / "cam-thuy-2021", DAY) == [("R101", "claims", "2021-12-households")]
    assert Counter(each.finding.rule.code for each in found.waived) == {"T001": 2, "R102": 3}
    assert found.exit() == 0


def test_what_the_sample_says() -> None:
    """What was put into it to be found: claims, returns, decisions that differ, a school that grew, who was late."""
    assert told(DATA / "cam-thuy-sample", DAY) == [
        ("R301", "assessments", "2021-08-02 15136-08 tt23-2012 2021"),
        ("R301", "assessments", "2021-08-05 15169-01 tt23-2012 2021"),
        ("R301", "assessments", "2021-08-29 15136-04 tt23-2012 2021"),
        ("R101", "claims", "2021-09-town"),
        ("Q104", "returns", "2021-07-31 390 pledges.household"),
        ("Q104", "returns", "2021-07-31 390 pledges.household"),
        ("R201", "returns", "2021-08-31 15136 pledges.household"),
        ("Q101", "returns", "2021-08-31 15136 pledges.household"),
        ("R201", "returns", "2021-08-31 15154 teams.antt"),
        ("T103", "returns", "2021-08-31 15172 pledges.household"),
        ("Q101", "returns", "2024-05-31 15154-S02 pledges.student"),
        ("Q102", "returns", "2024-05-31 15154-S02 pledges.student"),
        ("Q103", "returns", "2024-05-31 15154-S02 pledges.student"),
        ("Q101", "returns", "2025-05-31 15154-S02 pledges.student"),
        ("Q101", "returns", "2026-05-31 15154-S02 pledges.student"),
        ("T104", "units", "15175"),
    ]


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 7, 1)], ids=str)
def test_the_sample_can_be_read_and_placed_before_and_after_the_merger(day: date) -> None:
    found = checked(open_at(DATA / "cam-thuy-sample"), day, *READ)
    assert list(found.findings) == []
    assert {step.judged for step in found.steps if found.steps and step.why != "not-selected"} == {"passed"}


def test_a_good_book_passes(tmp_path: Path) -> None:
    found = checked(open_at(write_book(tmp_path, GOOD)))
    assert list(found.findings) == []
    rows = {step.register: step.rows for step in found.steps if step.rule.code == "D105"}
    assert list(rows.values()) == [6, 1, 4, 2, 3, 1, 1, 1, 2, 1, 1, 1, 1]
    assert list(rows) == list(REGISTERS)
    assert {step.judged for step in found.steps if step.rule.code[0] in "FSDXP"} == {"passed"}


# The registers whose rules of references wait for one that cannot be read.
NEEDS = {
    "units": {*REGISTERS} - {"claims", "directives", "partners"},
    "crosswalk": {*REGISTERS} - {"claims", "directives", "partners"},
    "households": {"households", "pledges"},
    "organisations": {"organisations", "pledges", "models", "assessments"},
    **{name: {name} for name in ("pledges", "returns", "teams", "models", "activities", "assessments")},
    **{name: {name} for name in ("claims", "directives", "partners")},
}


@pytest.mark.parametrize("name", REGISTERS)
def test_what_is_refused_and_what_needs_it_is_not_evaluated_and_the_others_are(name: str, tmp_path: Path) -> None:
    others = {f"{other}.csv": GOOD[f"{other}.csv"] for other in REGISTERS if other != name}
    folder = write_book(tmp_path, {M: GOOD[M], **others, f"{name}.csv": "x" + GOOD[f"{name}.csv"]})
    said = outcomes(folder)
    assert {register for register, came in said.items() if "not-evaluated" in came} == NEEDS[name]
    assert said[name] == {"not-evaluated"}
    assert all(came == {"passed"} for register, came in said.items() if register not in NEEDS[name])
    assert {code[0] for code in codes(found_in(folder))} == {"F"}


@pytest.mark.parametrize("name", REGISTERS)
def test_nothing_that_needs_what_is_refused_is_called_passed(name: str, tmp_path: Path) -> None:
    """Claims, returns, decisions: where a register is missing from the figures they are not held against them."""
    others = {f"{other}.csv": GOOD[f"{other}.csv"] for other in REGISTERS if other != name}
    folder = write_book(tmp_path, {M: GOOD[M], **others, f"{name}.csv": "x" + GOOD[f"{name}.csv"]})
    by_code = {step.rule.code: step for step in checked(open_at(folder)).steps if step.rule.code[0] == "R"}
    if name in ("units", "crosswalk", "households", "pledges"):
        assert by_code["R101"].judged == by_code["R301"].judged == "not-evaluated"
        assert by_code["R101"].other == name
    if name in ("units", "crosswalk", "returns"):
        assert by_code["R201"].judged == "not-evaluated"


@pytest.mark.parametrize("name", [name for name in REGISTERS if name not in ("units", "crosswalk", "organisations")])
def test_faults_of_the_others_are_found_beside_a_refused_register(name: str, tmp_path: Path) -> None:
    faulty = {
        "households": "h9,9-9,,,\n",
        "pledges": "2021-03-01,x,h1,signed\n",
        "returns": "2021-08-01,9,pledges.student,5,9\n",
        "teams": "t9,antt,9-9,,\n",
        "models": "m9,clan,9-9,,\n",
        "activities": "2021-06-01,2021-06-30,9-9,outreach,1,\n",
        "assessments": "2021-06-01,9-9,r,2021,met\n",
        "claims": "c9,households@D,3,báo\n",
        "directives": "06/CT,01/01/2021,UBND,Chỉ thị\n",
        "partners": "p2,Hội,01/01/2021\n",
    }
    files = {f"{other}.csv": GOOD[f"{other}.csv"] + line for other, line in faulty.items()}
    folder = write_book(tmp_path, {**GOOD, **files, f"{name}.csv": GOOD[f"{name}.csv"] + "x\n"})
    found = [finding for finding in found_in(folder) if finding.rule.code[0] in "DX"]
    assert {finding.register for finding in found} == {*faulty} - {name}
    assert {register for register, came in outcomes(folder).items() if "failed" in came} == {*faulty} - {name}


def test_what_is_said_of_organisations_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    of_school = GOOD["assessments.csv"] + "2021-06-01,s1,r,2021,met\n"
    refused = {"organisations.csv": "x" + GOOD["organisations.csv"], "assessments.csv": of_school}
    assert codes(found_in(write_book(tmp_path, {**GOOD, **refused}))) == {"F013": 1, "F014": 1}


def test_a_register_that_is_missing_and_needed_is_a_step_that_was_not_taken(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({"households.csv": None}))
    assert codes(found_in(folder)) == {"F019": 1}
    assert {name for name, came in outcomes(folder).items() if "not-evaluated" in came} == {"households", "pledges"}


@pytest.mark.parametrize("select", ["F", "F019", "D", "P", "T", "R", "Q"])
def test_a_register_that_is_missing_and_needed_is_told_whatever_is_asked_for(select: str, tmp_path: Path) -> None:
    """What refuses a file is told also where it was not asked for: what was asked for could not all be judged."""
    found = checked(open_at(write_book(tmp_path, changed({"households.csv": None, "teams.csv": None}))), DAY, select)
    assert codes(found.findings)["F019"] == 2
    assert found.exit() == 2


@pytest.mark.parametrize("row", ["2021-03-01,commune,zz,signed", "2021-03-01,area,9-9,signed"])
def test_a_pledge_of_a_unit_that_there_is_not_is_a_step_that_failed(row: str, tmp_path: Path) -> None:
    files = {"pledges.csv": f"date,kind,pledger,event\n{row}\n", M: GOOD[M] + _OF_UNITS}
    found = checked(open_at(write_book(tmp_path, changed(files))), DAY, "X")
    assert codes(found.findings) == {"X101": 1}
    failed = [(step.rule.code, step.register) for step in found.steps if step.judged == "failed"]
    assert failed == [("X101", "pledges")]


@pytest.mark.parametrize("code", gallery())
def test_every_finding_is_in_a_step(code: str, tmp_path: Path) -> None:
    """So that no format calls a run clean that another one fails."""
    folder = write_book(tmp_path, changed(change(code, "bad")))
    try:
        found = checked(open_at(folder))
    except Refused:
        return  # there is no book, so there are no steps
    assert sum(step.found for step in found.steps) == len(found.findings)
    assert {(each.rule.code, each.register) for each in found.findings} <= {
        (step.rule.code, step.register) for step in found.steps if step.judged == "failed"
    }
    assert all(each.register in each.rule.of for each in found.findings)


def test_a_register_that_is_missing_and_not_needed_is_skipped(tmp_path: Path) -> None:
    folder = write_book(tmp_path, {M: manifest(), "units.csv": units("D,Huyện,district")})
    said = outcomes(folder)
    assert said.pop("units") == {"passed"}
    assert set.union(*said.values()) == {"skipped"}
    assert found_in(folder) == []


def test_a_warning_fails_its_step_and_not_the_run(tmp_path: Path) -> None:
    files = {name: text for name, text in GOOD.items() if name != "teams.csv"}
    folder = write_book(tmp_path, {**files, "teams/1.csv": GOOD["teams.csv"], "teams/notes.txt": "", "notes.csv": ""})
    found = checked(open_at(folder))
    assert codes(found.findings) == {"F018": 2}
    assert [(step.register, step.found) for step in found.steps if step.judged == "failed"] == [
        ("book", 1),
        ("teams", 1),
    ]
    assert found.exit() == 0


def test_a_top_that_is_unknown_hides_no_other_finding(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed(*(change(code, "bad") for code in ("S010", "D102", "X205"))))
    found = found_in(folder)
    assert codes(found) == {"S010": 1, "D102": 1, "X205": 1}
    assert exit_for((one.rule for one in found), anything=True) == 2


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


# What refuses the book before anything can be counted.
OPENED = {"F001", "F026"}
# What only `check` looks at: files that nothing reads, the calendars of the manifest, claims.
UNSEEN = {"F018", "D110", "D111", "D113", "D114", "D117", "X112", "X113", "S017", "S018", "S019", "P", "T", "R", "Q"}


@pytest.mark.parametrize("code", [code for code in gallery() if code[0] in "FDX" and code not in OPENED])
def test_counting_and_checking_find_the_same(code: str, tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed(change(code, "bad")))
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
        dataset = Dataset(book := open_at(folder))
        if (top := dataset.map(day).top) is not None:
            asked = Query(day, top)
            summarise(Family(dataset, family), of_family(family, dataset, asked))
        return reported(dataset.collector)
    except Uncountable:
        return reported(book.collector)


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
    assert codes(checked(open_at(write_book(tmp_path, files)), DAY, *READ).findings) == expected


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


def test_a_register_without_rows_was_not_judged_but_its_file_was(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({"teams.csv": GOOD["teams.csv"].partition("\n")[0] + "\n"}))
    steps = [step for step in checked(open_at(folder)).steps if step.register == "teams"]
    said = {(step.rule.stage if step.rule.code != "P101" else "P101"): (step.judged, step.why) for step in steps}
    empty = ("skipped", "no-rows")
    passed = {"structure": ("passed", None), "P101": ("passed", None)}
    assert said == dict.fromkeys(said, empty) | passed
    assert {"values", "references", "privacy"} <= {*said}


def test_rows_of_which_none_can_be_read_were_not_judged(tmp_path: Path) -> None:
    folder = write_book(tmp_path, changed({"teams.csv": "code,kind,unit\nt 1,antt,1-1\n"}))
    steps = {step.rule.code: step for step in checked(open_at(folder)).steps if step.register == "teams"}
    assert (steps["D101"].judged, steps["D104"].judged) == ("failed", "passed")
    assert (steps["X101"].judged, steps["X101"].why) == ("not-evaluated", "no-row")


@pytest.mark.parametrize(("select", "code"), [((), 0), (("D",), 0), (("F",), 0), (("X2",), 3)])
def test_where_only_registers_without_rows_are_asked_for_nothing_was_judged(
    select: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """A book whose units alone have rows: they are judged, and so are all files."""
    empty = {name: text.partition("\n")[0] + "\n" for name, text in GOOD.items() if name.endswith(".csv")}
    folder = write_book(tmp_path, {**GOOD, **empty, "units.csv": units("D,Huyện,district")})
    assert int(checked(open_at(folder), DAY, *select).exit()) == code


def test_what_was_waived_or_known_in_a_register_that_is_empty_now_is_there_no_more(tmp_path: Path) -> None:
    waiver = '\n[[waivers]]\nrule = "D101"\nregister = "teams"\nkey = "*"\nreason = "r"\n'
    empty = {"teams.csv": GOOD["teams.csv"].partition("\n")[0] + "\n", M: GOOD[M] + waiver}
    assert codes(found_in(write_book(tmp_path, changed(empty)))) == {"S018": 1}
