"""The code of a household that stands where that of something else should is shown as little as in its own register."""

import json
from pathlib import Path

import pytest

from tests.cli.harness import run
from tests.counting.villages import HEADERS, UNITS
from tests.helpers import manifest, padded, units, write_book

CODE = "HO-77X"
KINDS = """
[pledges.household]
source = "returns"
[pledges.second]
subject = "household"
[teams.antt]
[models.clan]
[standards.area]
[regimes.r.subjects.area]
calendar = "calendar"
"""
LINES = {
    "returns": f"2021-08-31,{CODE},pledges.household,5",
    "teams": f"t1,antt,{CODE}",
    "organisations": f"s1,Trường,school,{CODE}",
    "models": f"m1,clan,1-1,{CODE}",
    "assessments": f"2021-06-01,{CODE},r,2021,met",
    "claims": f"c1,pledges.household@{CODE}:2021-08-31,5,báo",
}


def book(folder: Path, name: str, line: str, **more: str) -> Path:
    """A book in which one register names a household where it should not."""
    files = {
        "antq.toml": manifest(KINDS),
        "units": units(*UNITS),
        "households": padded(HEADERS["households"], f"{CODE},1-1"),
    }
    files |= {each: HEADERS[each] for each in ("pledges", "returns", "organisations", "teams", "models", "assessments")}
    return write_book(folder / "book", files | {name: padded(HEADERS[name], line)} | more)


@pytest.mark.parametrize("name", LINES)
def test_it_is_withheld_in_every_column_and_shown_to_who_asks(name: str, tmp_path: Path) -> None:
    book(tmp_path, name, LINES[name])
    for form in ("full", "json", "csv", "github", "sarif"):
        ran = run(f"-b book check -f {form} --lang en", cwd=tmp_path)
        assert CODE not in ran.stdout + ran.stderr
        assert ran.code == 1
    assert CODE in run("-b book check --values --lang en", cwd=tmp_path).stdout


@pytest.mark.parametrize("line", [f"{CODE},1-1", f"9,{CODE}"])
def test_it_is_withheld_in_the_map(line: str, tmp_path: Path) -> None:
    code, parent = line.split(",")
    more = units(*UNITS, f"{code},Thôn,area,{parent},2021-01-01,2020-01-01")
    write_book(book(tmp_path, "models", "m1,clan,1-1"), {"units": more})
    ran = run("-b book check --lang en", cwd=tmp_path)
    assert (ran.code, CODE in ran.stdout) == (1, False)


@pytest.mark.parametrize("command", ["pledges summary --kind household", "models summary", "summary"])
def test_a_command_that_reads_no_household_withholds_it_as_well(command: str, tmp_path: Path) -> None:
    write_book(book(tmp_path, "returns", LINES["returns"]), {"models": padded(HEADERS["models"], f"m1,clan,{CODE}")})
    ran = run(f"-b book {command} -f json --lang en --as-of 2021-08-31", cwd=tmp_path)
    assert (ran.code, CODE in ran.stdout + ran.stderr, "X101" in ran.stderr) == (1, False, True)
    if command.startswith("models"):
        assert "households" not in json.loads(ran.stdout)["book"]["registers"]  # which say what was counted from


def test_a_file_that_is_called_so_is_told_without_its_name(tmp_path: Path) -> None:
    folder = book(tmp_path, "returns", "2021-08-31,1,pledges.household,5")
    write_book(folder, {f"{CODE}.csv": "x", "teams/2021.csv": HEADERS["teams"]})
    (folder / "teams.csv").unlink()
    write_book(folder, {f"teams/{CODE}.csv": padded(HEADERS["teams"], "t1,antt,9-9")})
    ran = run("-b book check --lang en", cwd=tmp_path)
    assert "book/….csv F018" in ran.stdout
    assert "book/teams/….csv:2:9 X101" in ran.stdout
    assert CODE not in ran.stdout + ran.stderr
    assert CODE.lower() not in ran.stdout + ran.stderr


def test_the_code_of_a_unit_or_an_organisation_is_no_households(tmp_path: Path) -> None:
    """Some books number all of them from 1 on."""
    folder = book(tmp_path, "returns", "2020-08-31,1,pledges.hous,5")
    write_book(folder, {"households": padded(HEADERS["households"], "1,1-1", "1-1,1-1")})
    write_book(folder, {"teams": padded(HEADERS["teams"], "t1,antt,1,2021-05-01,2021-01-01")})
    ran = run("-b book check --lang en", cwd=tmp_path)
    assert "withheld" not in ran.stdout
