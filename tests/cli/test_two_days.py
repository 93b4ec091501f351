"""Two days or more beside each other: a book in which something is different on each of them."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from antq_cli.cli.commands import COMMANDS
from tests.cli.harness import Ran, run
from tests.helpers import manifest, padded, units, write_book

KIND = "\n[pledges.household]\n"
LEVELS = ("district", "commune")
PLEDGES = ("2020-02-01,household,h-1,signed", "2020-03-01,household,h-3,signed", "2020-03-01,household,h-2,signed")
# Two households entered at the district itself are there in the first year only.
HOUSEHOLDS = ("h-1,10", "h-2,20", "h-3,1,,2021-06-01", "h-4,1,,2021-06-01", "h-5,10,2021-06-01")


def book(folder: Path, *more: str, kinds: str = KIND, first: str = "", households: tuple[str, ...] = HOUSEHOLDS) -> str:
    """A district of two communes; the option that asks for it."""
    lines = (f"1,Bình Minh,district,,{first}", "10,An Phú,commune,1", "20,Hòa Lạc,commune,1", *more)
    files = {
        "antq.toml": manifest(kinds, top="1", levels=LEVELS, campaign="as_of = 2021-12-31\n"),
        "units": units(*lines),
        "households": padded("household,area,joined,left,excluded", *households),
        "pledges": padded("date,kind,pledger,event", *PLEDGES),
    }
    return f"-b {write_book(folder, files)} --lang en"


def changes(ran: Ran, *totals: str) -> list[tuple[Any, ...]]:
    """The unit, the level and the change of each row, or of each total."""
    rows = ran.json["totals" if totals else "rows"]
    return [(row["unit"], row["level"], row["change"]["num"], row["change"]["den"]) for row in rows]


def test_what_was_held_above_on_one_of_the_days_stands_beside_both(tmp_path: Path) -> None:
    line = f"{book(tmp_path)} pledges summary --by commune -f json"
    there = changes(run(f"{line} --vs 2020"))
    assert there == [("10", "commune", 0, 1), ("20", "commune", 0, 0), ("1", None, -1, -2)]
    back = changes(run(f"{line} --as-of 2020-12-31 --vs 2021"))
    assert back == [(unit, level, -num, -den) for unit, level, num, den in there]
    total = changes(run(f"{line} --vs 2020"), "totals")
    assert total == [("1", "district", -1, -1)]
    shown = run(f"{book(tmp_path)} pledges summary --by commune --vs 2020").stdout
    assert "Directly in the district     0/0        —     1/2       —       -1      -2\n" in shown


def test_what_was_held_above_at_any_point_stands_at_all_of_them(tmp_path: Path) -> None:
    line = f"{book(tmp_path)} pledges trend --every year --by commune"
    document = run(f"{line} -f json").json
    for year in ("2020", "2021"):
        rows = [row for row in document["rows"] if row["period"]["name"] == year]
        (total,) = [row for row in document["totals"] if row["period"]["name"] == year]
        assert [row["unit"] for row in rows] == ["10", "20", "1"]
        assert (sum(row["num"] for row in rows), sum(row["den"] for row in rows)) == (total["num"], total["den"])
    lines = run(line).stdout.split("\n")
    places = [number for number, text in enumerate(lines) if "Directly in the district  " in text or "Total" in text]
    assert ["Total" in lines[number] for number in places] == [False, True]
    assert "0/0" in lines[places[0]]


def test_nothing_is_held_above_where_there_never_was_anything(tmp_path: Path) -> None:
    line = f"{book(tmp_path, households=('h-1,10', 'h-2,20', 'h-3,10'))} pledges"
    for command in ("summary --vs 2020 --by commune", "trend --every year --by commune"):
        assert all(row["level"] for row in run(f"{line} {command} -f json").json["rows"])


def test_what_was_left_out_on_the_other_day_is_told(tmp_path: Path) -> None:
    given = book(tmp_path, "30,Mồ Côi,commune,1,,2021-06-01", households=("h-1,10", "h-2,30,,2021-06-15", "h-3,10"))
    ran = run(f"{given} pledges summary --vs 2021-06-10")
    assert (ran.code, "rows left out then: 1" in " ".join(ran.stdout.split())) == (1, True)
    assert " X106 error\n" in ran.stderr
    (row,) = csv.DictReader(run(f"{given} pledges summary --vs 2021-06-10 -f csv").stdout.splitlines())
    assert (row["left_out"], row["before_left_out"]) == ("0", "1")
    assert run(f"{given} pledges summary").code == 0


@pytest.mark.parametrize(
    "command", ["summary --vs 2020-Q1", "summary --vs 2020-Q1 --by commune", "summary --basis 2020-01-01"]
)
def test_a_day_on_which_the_top_is_not_open_is_named(command: str, tmp_path: Path) -> None:
    ran = run(f"{book(tmp_path, first='2020-06-01')} pledges {command} -f json")
    assert (ran.code, ran.json["problems"][0]["code"]) == (2, "U011")


def test_a_trend_begins_when_the_top_opens(tmp_path: Path) -> None:
    ran = run(f"{book(tmp_path, first='2020-06-01')} pledges trend --every quarter -f json")
    assert ran.code == 0
    assert ran.json["rows"][0]["period"]["name"] == "2020-Q2"


def test_a_flow_of_units_that_lead_nowhere_is_a_finding(tmp_path: Path) -> None:
    given = book(tmp_path, "30,Mồ Côi,commune,1,,2020-06-01", kinds="\n[pledges.commune]\n")
    journal = tmp_path / "pledges.csv"
    journal.write_text("date,kind,pledger,event\n2020-02-01,commune,30,signed\n2020-03-01,commune,10,signed\n")
    ran = run(f"{given} pledges summary --period 2020")
    assert (ran.code, ran.stderr.count(" X106 error\n")) == (1, 1)
    assert re.search(r"\n  signatures +1 ", ran.stdout)


def test_a_title_has_the_days_of_both_periods_and_says_which_was_cut(tmp_path: Path) -> None:
    given = f"{book(tmp_path)} pledges summary --period 2021 --vs 2020"
    title = " ".join(run(given).stdout.split("\n\n")[0].split())
    assert "from 01/01/2021 to 31/12/2021 (2021, calendar year) · compared with 01/01/2020 to 31/12/2020 ·" in title
    title = " ".join(run(f"{given} --as-of 2021-07-15").stdout.split("\n\n")[0].split())
    assert "from 01/01/2021 to 15/07/2021 (part of 2021, calendar year)" in title


def test_flows_of_two_periods_by_unit(tmp_path: Path) -> None:
    given = f"{book(tmp_path)} pledges summary --period 2021 --vs 2020 --by commune"
    shown = run(given).stdout
    assert "Households: signatures\n" in shown
    assert re.search(r"\n +Total +0 +3 +-3\n", shown)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("pledges summary --vs 2020", "± against what it is compared with; pp: percentage points"),
        ("pledges trend --period 2021 --every quarter", "± since the point before; pp: percentage points"),
        ("pledges trend --period 2021 --every quarter --columns", None),
        ("pledges summary", None),
    ],
)
def test_what_a_change_is_of_and_a_point_is_told_where_there_is_one(
    line: str, told: str | None, tmp_path: Path
) -> None:
    shown = run(f"{book(tmp_path)} {line}").stdout.splitlines()
    assert [said for said in shown if said.startswith("± ")] == ([] if told is None else [told])


COMMANDS_OF_DAYS = [path for path, command in COMMANDS.items() if "as_of" in command.options]


@pytest.mark.parametrize(("day", "reached"), [("8999-12-31", True), ("9000-01-01", False), ("0999-12-31", False)])
def test_both_ends_of_time(day: str, reached: bool, tmp_path: Path) -> None:
    """Whoever names the day: a command counts on it, or says in a sentence why it does not."""
    given = book(tmp_path, kinds=f'\n[calendars]\nreport = "12-15"\n[returns]\ndue = 3660\nstale = 3660\n{KIND}')
    year = day[:4]
    asked = [f"{path} --as-of {day}" for path in COMMANDS_OF_DAYS if path != "pledges trend"]
    asked += [f"pledges trend --every year --period {year} --calendar report", f"periods --period {year}-12"]
    asked += [f"units --on {day}", f"pledges summary --vs {year}-12 --basis {day}"]
    for line in asked:
        ran = run(f"{given} {line}")
        assert (ran.code < 4 and " U033 " not in ran.stderr) is reached, line
        assert reached or (ran.code == 2 and f"{day if day in line else year}" in ran.stderr), line
    assert (" U033 " not in run(f"{given} check", ANTQ_TODAY=day).stderr) is reached


def test_a_trend_of_more_points_than_anybody_reads(tmp_path: Path) -> None:
    """Fifty years of months, counted from the first dated row; one more is refused before anything is counted."""
    line = f"{book(tmp_path)} pledges trend --every month"
    assert len(run(f"{line} --as-of 2070-01-31 -f json").json["rows"]) == 600
    for more in ("--as-of 2070-02-01", "--as-of 2070-02-01 --period 2000-01-01..2070-02-01"):
        ran = run(f"{line} {more}")
        assert ran.code == 2
        assert "From 01/02/2020 to 01/02/2070 there would be 601 points (month); antq counts at most 600." in ran.stderr
    years = run(f"{line.replace('month', 'year')} --as-of 8999-12-31")
    assert (years.code, "6,980 points (year)" in years.stderr) == (2, True)


def test_a_day_of_the_manifest_that_is_out_of_reach(tmp_path: Path) -> None:
    given = book(tmp_path)
    manifest_ = tmp_path / "antq.toml"
    manifest_.write_text(manifest_.read_text("utf-8").replace("2021-12-31", "9999-12-31"), "utf-8")
    ran = run(f"{given} periods")
    assert ran.code == 2
    assert "9999-12-31 is out of reach: antq counts on days of the years 1000 to 8999." in ran.stderr


def test_a_name_written_in_bare_words_has_its_caret(tmp_path: Path) -> None:
    ran = run(f"{book(tmp_path)} units Hòa Lac")
    assert ran.code == 2
    assert "Did you mean Hòa Lạc?" in ran.stderr
    line, caret = (text for text in ran.stderr.split("\n") if " | " in text)
    assert line[caret.index("^") :].startswith("Hòa Lac")
