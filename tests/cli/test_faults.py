"""Bad input, end to end: a clear sentence, the right exit code, all findings at once, nothing written."""

import re
from pathlib import Path
from typing import Any

import pytest

from antq_cli.checks.registry import registry
from tests.cli.faults import FAULTS, Fault, edit_text
from tests.cli.harness import Ran, run, tree

# The rules of reading and of references; those of numbers, time and people have cases in tests/gallery.
CHECK = "check --select F,S,D,X,T0"
ELSEWHERE = {"F001", "D113", "D114", "S017", "S018", "S019"}
# What is met first has its cases in tests/reading/test_first_sight.py, and in tests/gallery as every rule has.
ELSEWHERE |= {"F020", "F021", "F022", "F023", "F024", "D115", "D116", "T003"}
# What is found of a change that was interrupted: tests/writing.
ELSEWHERE |= {"F025", "F026"}
# What hardly is as the map has it is told by a check alone: tests/gallery.
ELSEWHERE |= {"X112", "X113"}
# And what is meant by levels and codes in tests/units/test_meant.py.
ELSEWHERE |= {"S020", "S021", "S022", "S023", "S024", "D117"}
BY_ID = {fault.id: fault for fault in FAULTS}


def found_in(ran: Ran) -> list[dict[str, Any]]:
    """The findings in a JSON document."""
    document = ran.json
    return list(document.get("problems", document["rows"]))


def findings(ran: Ran) -> list[str]:
    """The findings in a JSON document, as a case writes them."""
    return [
        f"{found['code']} " + ":".join(str(found[part]) for part in ("path", "line", "column") if found[part])
        for found in found_in(ran)
    ]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_check_finds_the_fault_and_nothing_else(fault: Fault, tmp_path: Path) -> None:
    """An editor that opens path:line:column has the reported value under its cursor."""
    book = fault.put(tmp_path / "book", fault.bad)
    before = tree(book)
    ran = run(f"-b book {CHECK} -f json --values --lang en", cwd=tmp_path)
    assert findings(ran) == list(fault.found)
    assert ran.code == ran.json["exit_code"] == fault.exit
    assert all(found["what"].strip() and found["remedy"].strip() for found in found_in(ran))
    assert all(fault.words in found["remedy"] for found in found_in(ran))
    assert tree(book) == before
    for found in found_in(ran):
        if found["line"] is None:
            assert found["code"] in {"F002", "F003", "F018", "F019"}  # what is wrong with a file as a whole
        elif found["value"] is not None:
            text = (book / found["path"]).read_bytes().decode("utf-8").removeprefix("\ufeff")
            line = text.split("\n")[int(found["line"]) - 1]
            assert line[int(found["column"]) - 1 :].startswith(found["value"])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_check_prints_the_fault_for_people(fault: Fault, tmp_path: Path) -> None:
    fault.put(tmp_path / "book", fault.bad)
    ran = run(f"-b book {CHECK} --lang en", cwd=tmp_path)
    manifest = fault.found[0].split()[1].startswith("antq.toml") and fault.found[0][:4] not in {"S010", "T001", "T002"}
    told = ran.stderr if manifest else ran.stdout  # without a manifest there is no result, only talk
    for found in fault.found:
        code, place = found.split()
        severity = "warning" if fault.exit == 0 else "error"
        assert f"book/{place} {code} {severity}\n" in told
    assert told.count("  → ") == len(fault.found)
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_the_summary_ends_alike(fault: Fault, tmp_path: Path) -> None:
    book = fault.put(tmp_path / "book", fault.bad)
    before = tree(book)
    ran = run(f"-b book {fault.command} --lang en", cwd=tmp_path)
    lost = any(found.startswith("X108") for found in fault.found)  # a warning, but rows are missing from the figures
    assert ran.code == (1 if lost else fault.exit)
    assert (ran.stdout == "") == (ran.code == 2)  # no figures, or the figures with what was left out
    if fault.exit:
        places = [f"book/{found.split()[1]} {found.split()[0]} error\n" for found in fault.found]
        assert all(place in ran.stderr for place in places)
        assert f"errors: {len(fault.found)}, warnings: 0\n" in ran.stderr
    assert tree(book) == before


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_the_sibling_passes(fault: Fault, tmp_path: Path) -> None:
    fault.put(tmp_path / "book", fault.good)
    checked = run(f"-b book {CHECK} --lang en", cwd=tmp_path)
    assert (checked.code, checked.stdout) == (0, "")
    assert re.fullmatch(r"No findings\. Rules: \d+, registers: \d+, rows: \d+\.\n", checked.stderr)
    counted = run(f"-b book {fault.command} --lang en", cwd=tmp_path)
    assert counted.code == 0
    assert counted.stderr == ""


def test_every_rule_has_a_case() -> None:
    tried = {found.split()[0] for fault in FAULTS for found in fault.found}
    wanted = {code for code in registry() if code[0] in "FSDX" or code[:2] == "T0"}
    assert tried == wanted - ELSEWHERE


def test_the_ids_of_the_cases_are_names() -> None:
    assert len(BY_ID) == len(FAULTS)


PAIRS = [
    ("a short row", "a column twice"),
    ("a column about people", "a folder where a file should be"),
    ("an unknown pledger", "an unknown measure"),
    ("a day in month 13", "an unknown parent"),
    ("a short row", "a stray quotation mark"),
    ("a short row", "an unknown measure"),
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_faults_in_two_files_are_both_told(first: str, second: str, tmp_path: Path) -> None:
    """A refused file leaves a summary without references to judge, so the last pair is told by check alone."""
    faults = [BY_ID[first], BY_ID[second]]
    book = faults[0].put(tmp_path / "book", faults[0].bad)
    faults[1].bad(book)
    for command in (CHECK, "pledges summary") if (first, second) in PAIRS[:5] else (CHECK,):
        ran = run(f"-b book {command} --lang en", cwd=tmp_path)
        for fault in faults:
            code, place = fault.found[0].split()
            assert f"book/{place} {code} error\n" in ran.stdout + ran.stderr
        assert "errors: 2, warnings: 0\n" in ran.stderr
        assert ran.code == max(fault.exit for fault in faults)


def test_a_hundred_faults_in_one_file_are_all_told(tmp_path: Path) -> None:
    book = BY_ID["a row twice"].put(tmp_path / "book", BY_ID["a row twice"].good)
    for number in range(100):
        edit_text("pledges.csv", None, f"2023-13-{number:02},household,h-01,signed,,\n")(book)
    ran = run(f"-b book {CHECK} -f json", cwd=tmp_path)
    assert len(findings(ran)) == 100
    assert len(set(findings(ran))) == 100


@pytest.mark.parametrize("as_form", ["full", "json"])
@pytest.mark.parametrize("id_", ["an unknown pledger", "a row twice"])
def test_whose_pledge_it_is_is_told_only_when_asked(id_: str, as_form: str, tmp_path: Path) -> None:
    book = BY_ID[id_].put(tmp_path / "book", BY_ID[id_].bad)
    edit_text("pledges.csv", None, "2023-02-01,household,h-99,signed,,\n")(book)
    line = f"-b book check -f {as_form} --lang en"
    silent, open_ = run(line, cwd=tmp_path), run(f"{line} --values", cwd=tmp_path)
    assert not re.search(r"h-\d", silent.stdout + silent.stderr)
    assert "h-99" in open_.stdout


def test_a_summary_never_shows_whose_pledge_it_is(tmp_path: Path) -> None:
    BY_ID["an unknown pledger"].put(tmp_path / "book", BY_ID["an unknown pledger"].bad)
    ran = run("-b book pledges summary -v", cwd=tmp_path)
    assert "X202" in ran.stderr
    assert not re.search(r"h-\d", ran.stdout + ran.stderr)


def test_a_count_above_the_total_is_shown_as_it_is(tmp_path: Path) -> None:
    """It is a finding, and no row is left out."""
    fault = BY_ID["more than there are"]
    fault.put(tmp_path / "book", fault.bad)
    ran = run("-b book pledges summary --by area --kind household --lang en", cwd=tmp_path)
    assert re.search(r"102-01 +Xóm Núi +81/80 +101\.25% .* -1  number of \d\d/\d\d/2024\n", ran.stdout)
    assert ran.code == 1
    assert "left out" not in ran.stderr


def test_rows_left_out_are_counted_and_told(tmp_path: Path) -> None:
    fault = BY_ID["a count below zero"]
    fault.put(tmp_path / "book", fault.bad)
    line = "-b book pledges summary --by area --kind household --lang en"
    ran = run(line, cwd=tmp_path)
    assert re.search(r"102-01 +Xóm Núi +— +— +— +not reported, rows left out: 1\n", ran.stdout)
    assert "The figures leave out rows that could not be read or placed.\n" in ran.stderr
    document = run(f"{line} -f json", cwd=tmp_path).json
    row = next(row for row in document["rows"] if row["unit"] == "102-01")
    assert (row["state"], row["num"], row["left_out"]) == ("not-reported", None, 1)
    assert document["totals"][0]["left_out"] == 1
