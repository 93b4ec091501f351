"""What commands answer on a map that has no place for something, and of findings that the book waives."""

from pathlib import Path

import pytest

from tests.cli.harness import run
from tests.cli.test_campaign import codes
from tests.helpers import crosswalk, manifest, padded, table, units, write_book

KINDS = """
[teams.antt]
[standards.school]
[calendars]
year = "01-01"
[regimes.r]
exempt = ["small"]
[regimes.r.subjects.school]
calendar = "year"
"""
# Area a closes, and nothing carries it on.
CLOSING = {
    "antq.toml": manifest(KINDS, levels=("district", "area")),
    "units": units("D,T,district", "a,A,area,D,,2022-01-01", "b,B,area,D"),
    "organisations": padded("code,name,kind,unit,opened,closed,exempt", "o2,O,school,b"),
    "assessments": table("date,subject,regime,window,result"),
    "households": padded("household,area,joined,left,excluded", "h1,a,,2022-01-01", "h2,b"),
    "teams": padded("code,kind,unit,established,dissolved", "t,antt,b"),
}
THEN = ["--as-of", "2021-06-01", "--basis", "2023-01-01", "-f", "json"]


def test_of_whom_the_regime_leaves_out_without_a_place_the_units_around_are_answered(tmp_path: Path) -> None:
    small = CLOSING["organisations"] + "o1,O,school,a,,,small\n"
    line = ["-b", write_book(tmp_path, CLOSING | {"organisations": small}), "standards", "summary", *THEN]
    assert [problem["code"] for problem in run(line).json["problems"]] == ["U015"]
    found = run([*line, "--unit", "b"])
    assert (found.code, [(row["num"], row["den"]) for row in found.json["rows"]][:1]) == (0, [(0, 1)])


def test_teams_are_answered_where_only_the_households_beside_them_have_no_place(tmp_path: Path) -> None:
    """No commune is lost, which are to have one each."""
    kinds = '\n[teams.antt]\nreach = "commune"\n'
    communes = units("D,T,district", "c,C,commune,D", "a,A,area,D,,2022-01-01", "b,B,area,c")
    book = write_book(tmp_path, CLOSING | {"antq.toml": manifest(kinds), "units": communes})
    line = ["-b", book, "teams", "summary", *THEN]
    found = run(line)
    assert (found.code, [row["num"] for row in found.json["rows"]][:1]) == (0, [1])
    assert "households" not in found.json
    told = [row.split()[1:6] for row in run([*line[:-2], "--lang", "en"]).stdout.splitlines() if row.startswith("Antt")]
    assert told == [["1", "—", "1/1", "0", "—"]]
    assert [row["num"] for row in run([*line, "--unit", "b"]).json["households"]] == [1]


OVER = '[[waivers]]\nrule = "D202"\nregister = "returns"\nkey = "*"\nuntil = 2026-09-01\nreason = "sheet S-1"\n'
BROKEN = OVER.replace("D202", "D104").replace("until = 2026-09-01\n", "")


@pytest.mark.parametrize(
    ("waivers", "row", "today", "code", "told"),
    [
        ("", "", "2026-08-31", 1, ["D202"]),
        (OVER, "", "2026-08-31", 0, []),
        (OVER, "", "2026-09-01", 1, ["D202"]),
        (OVER + BROKEN, "2021-01-01,b,pledges.student,x,9", "2026-08-31", 1, ["D104"]),  # a row is missing
    ],
)
@pytest.mark.parametrize("command", ["pledges summary", "pledges trend", "summary"])
def test_counting_heeds_waivers_of_what_is_counted_all_the_same(
    waivers: str, row: str, today: str, code: int, told: list[str], command: str, tmp_path: Path
) -> None:
    kinds = '\n[pledges.student]\nsource = "returns"\ngrain = "area"\n' + waivers
    returns = ["2021-01-01,a,pledges.student,5,3", *([row] if row else [])]
    files = {"antq.toml": manifest(kinds, levels=("district", "area")), "units": units("D,T,district", "a,A,area,D")}
    files["units"] += "b,B,area,D,,\n"
    files["returns"] = padded("date,unit,measure,count,total", *returns)
    line = ["-b", write_book(tmp_path, files), *command.split(), "--as-of", "2021-06-01", "--lang", "en"]
    ran = run(line, ANTQ_TODAY=today)
    assert (ran.code, [each for each in codes(ran) if each[0] == "D"]) == (code, told)
    assert ("Findings waived in antq.toml: 1." in ran.stderr) is ("D202" not in told)
    assert run([*line, "-f", "json"], ANTQ_TODAY=today).json.get("today") == (today if waivers else None)


# Commune 1 is divided into 3 and 4; only commune 2, which nothing happens to, has teams.
DIVIDED = {
    "antq.toml": manifest(
        '\n[pledges.household]\nsource = "returns"\ngrain = "commune"\n[pledges.area]\n[teams.antt]\n'
    ),
    "units": units(
        *("D,T,district", "1,A,commune,D,,2022-01-01", "2,B,commune,D", "3,C,commune,D,2022-01-01"),
        *("4,E,commune,D,2022-01-01", "2-1,F,area,2"),
    ),
    "crosswalk": crosswalk("2022-01-01,1,3,part", "2022-01-01,1,4,part"),
    "returns": padded("date,unit,measure,count,total", "2021-05-31,1,pledges.household,5,9"),
    "pledges": table("date,kind,pledger,event"),
    "teams": padded("code,kind,unit,established,dissolved", "t,antt,2-1"),
}


@pytest.mark.parametrize("more", ["", "--period 2021-05", "--by commune"])
def test_a_summary_tells_the_rest_where_a_kind_is_out_of_reach(more: str, tmp_path: Path) -> None:
    """What has no place is a dash and a warning with the reason, and the exit code is that of rows left out."""
    book = write_book(tmp_path, DIVIDED)
    line = ["-b", book, "summary", *more.split(), "--basis", "2023-01-01", *(() if more[2:4] == "pe" else THEN[:2])]
    at = [] if "--by" in more else ["--unit", "3"]
    ran = run([*line, *at, "--lang", "en"], 120)
    assert (ran.code, codes(ran)) == (1, ["U015"])
    assert "U015 warning" in ran.stderr
    assert "on the map of 01/01/2023" in " ".join(ran.stdout.split())
    dashed = [row for row in ran.stdout.splitlines() if "Households" in row and ("—" in row or "ot known" in row)]
    assert dashed
    document = run([*line, *at, "-f", "json"]).json
    assert (document["exit_code"], document["unreachable"]) == (1, ["pledges.household"])
    assert document["rows"] != []
    fine = run([*line, "--unit", "2", "-f", "json"])
    assert (fine.code, "unreachable" in fine.json) == (0, False)


def test_a_summary_of_nothing_but_what_is_out_of_reach_is_refused(tmp_path: Path) -> None:
    book = write_book(tmp_path, DIVIDED)
    ran = run(["-b", book, "summary", "--unit", "3", "--kind", "pledges.household", *THEN[:3], "2023-01-01"])
    assert (ran.code, ran.stdout, codes(ran)) == (2, "", ["U015"])
