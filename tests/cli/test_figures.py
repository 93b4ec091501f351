"""The figures that must come out, asked for as their users ask for them."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import BOOKS, Ran, run

PUBLISHED = {
    # measure: state, num, den, percent, remaining
    "pledges.commune": ("counted", 17, 17, "100.00", 0),
    "pledges.area": ("counted", 119, 119, "100.00", 0),
    "pledges.household": ("counted", 25915, 29853, "86.81", 3938),
    "pledges.student": ("no-denominator", 9855, None, None, None),
    "pledges.organisation": ("no-denominator", 30, None, None, None),
    "teams.antt": ("counted", 119, None, None, None),
    "teams.antt.members": ("not-reported", None, None, None, None),
    "teams.antt.reach": ("counted", 119, 119, "100.00", 0),
    "teams.anxh": ("counted", 1288, None, None, None),
    "teams.anxh.members": ("not-reported", None, None, None, None),
    "teams.anxh.reach": ("not-reported", None, None, None, None),
}
# The sample knows of how many they are, which nobody published.
OF_ALL = {
    "pledges.student": ("counted", 9855, 10402, "94.74", 547),
    "pledges.organisation": ("counted", 30, 105, "28.57", 75),
}


def figures(ran: Ran) -> dict[str, tuple[Any, ...]]:
    """The figures of the rows by measure, as PUBLISHED has them."""
    names = ("state", "num", "den", "percent", "remaining")
    return {row["measure"]: tuple(row[name] for name in names) for row in ran.json["rows"]}


def table(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.stdout, newline="")))


def total(rows: list[dict[str, str]], column: str) -> int:
    return sum(int(row[column]) for row in rows)


def test_the_published_book_gives_the_published_figures() -> None:
    pledges = run("-b data/cam-thuy-2021 pledges summary -f json")
    teams = run("-b data/cam-thuy-2021 teams summary -f json")
    assert (pledges.code, teams.code) == (0, 0)
    assert figures(pledges) | figures(teams) == PUBLISHED
    assert {row["unit"] for row in pledges.json["rows"]} == {"390"}
    assert pledges.json["book"]["data"] == "published"


def test_the_whole_first_row_of_households() -> None:
    rows = run("-b data/cam-thuy-2021 pledges summary --kind household -f json").json["rows"]
    assert rows == [
        {
            "figure": "pledges.household@390:2021-08-31",
            "measure": "pledges.household",
            "unit": "390",
            "unit_name": "Cẩm Thủy",
            "level": "district",
            "state": "counted",
            "num": 25915,
            "den": 29853,
            "percent": "86.81",
            "remaining": 3938,
            "reported": 1,
            "expected": 1,
            "counted_on": ["2021-08-31", "2021-08-31"],
            "left_out": 0,
            "regrouped": None,
            "old": 0,
        }
    ]


def test_the_vietnamese_table_writes_numbers_as_offices_do() -> None:
    ran = run("-b data/cam-thuy-2021 pledges summary --lang vi")
    assert "25.915/29.853" in ran.stdout
    assert "86,81%" in ran.stdout
    assert "25,915/29,853" in run("-b data/cam-thuy-2021 pledges summary --lang en").stdout


def test_the_sample_has_the_published_totals() -> None:
    ran = run("-b data/cam-thuy-sample pledges summary -f json")
    assert ran.code == 0
    found = figures(ran)
    assert found.pop("pledges.registration") == ("counted", 1490, 29853, "4.99", 28363)  # a pilot, not published
    assert found == {measure: (PUBLISHED | OF_ALL)[measure] for measure in found}
    assert set(found) == {measure for measure in PUBLISHED if measure.startswith("pledges.")}
    teams = figures(run("-b data/cam-thuy-sample teams summary -f json"))
    assert {measure: teams[measure] for measure in ("teams.antt", "teams.anxh")} == {
        "teams.antt": PUBLISHED["teams.antt"],
        "teams.anxh": PUBLISHED["teams.anxh"],
    }


@pytest.mark.parametrize(("level", "rows"), [("commune", 17), ("area", 119)])
def test_the_parts_of_the_sample_add_up(level: str, rows: int) -> None:
    ran = run(f"-b data/cam-thuy-sample pledges summary --by {level} --kind household -f csv")
    found = table(ran)
    assert (ran.code, len(found), len({row["unit"] for row in found})) == (0, rows, rows)
    assert {row["level"] for row in found} == {level}
    assert {row["data"] for row in found} == {"synthetic"}
    assert (total(found, "num"), total(found, "den"), total(found, "remaining")) == (25915, 29853, 3938)


def test_check_on_the_books_says_what_their_claims_and_waivers_say() -> None:
    """One claim of the published book differs; the sample has faults put into it to be found. Neither has an error."""
    for book, warnings, waived in (("cam-thuy-2021", 1, 5), ("cam-thuy-sample", 16, 5)):
        document = run(f"-b data/{book} check -f json").json
        assert (document["exit_code"], document["status"]) == (0, "ok")
        assert document["findings"] == {"error": 0, "warning": warnings}
        assert (len(document["rows"]), len(document["waived"])) == (warnings, waived)
        assert all(row["reason"] for row in document["waived"])
        assert {step["outcome"] for step in document["steps"]} <= {"passed", "failed", "skipped", "not-evaluated"}
        assert not [step for step in document["steps"] if step["outcome"] == "failed" and not step["found"]]
        assert run(f"-b data/{book} check --fail-on warning -q").code == 1


def without_language(ran: Ran) -> Any:
    """A document without what people read in it."""

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: stripped(item) for name, item in value.items() if name not in {"lang", "what", "remedy"}}
        return [stripped(item) for item in value] if isinstance(value, list) else value

    return stripped(ran.json)


@pytest.mark.parametrize(
    "line",
    [
        "-b data/cam-thuy-2021 pledges summary",
        "-b data/cam-thuy-2021 check",
        "-b tests/books/areas pledges summary --by commune",
        "-b tests/books/journal teams summary --by area",
        "-b tests/books/journal pledges summary --period 2022 --vs 2021 --basis 2023-12-31",
        "-b tests/books/journal pledges trend --by commune",
        "-b tests/books/journal units 10-02",
        "-b tests/books/areas pledges gaps",
        "-b data/cam-thuy-2021 periods --calendar tt23-area",
        "-b tests/books/bad check",
        "-b tests/books/refused pledges summary",
        "pledges summary --by",
    ],
)
def test_documents_differ_between_languages_only_in_what_people_read(line: str) -> None:
    vi, en = run(f"{line} -f json", ANTQ_LANG="vi"), run(f"{line} -f json", ANTQ_LANG="en")
    assert (vi.json["lang"], en.json["lang"]) == ("vi", "en")
    assert without_language(vi) == without_language(en)
    assert vi.code == en.code
    if "what" in vi.stdout:
        assert vi.json != {**en.json, "lang": "vi"}  # what is wrong is told in the language


def test_a_csv_is_the_same_in_both_languages() -> None:
    line = "-b tests/books/areas pledges summary --by area -f csv"
    assert run(line, ANTQ_LANG="vi").out == run(line, ANTQ_LANG="en").out


def test_forms_and_parts_do_not_matter() -> None:
    """The same rows as CSV, as TOML and in folders of parts: the same figures, and the same hash of the content."""
    for line in (
        *("pledges summary --by area", "pledges summary --as-of 2021-12-31", "teams summary", "check --select D,X"),
        *("pledges trend --every quarter", "pledges gaps", "pledges summary --period 2022 --basis 2023-12-31"),
        *("units 10-02", "units --on 2022-01-01", "periods"),
    ):
        journal, toml = (run(f"-b tests/books/{book} {line} -f json").json for book in ("journal", "toml"))
        assert json.dumps(journal, sort_keys=True) == json.dumps(toml, sort_keys=True)


@pytest.mark.parametrize(
    ("day", "household", "organisation", "commune", "area"),
    [
        ("2021-03-01", (2, 9), (0, 2), (1, 2), (0, 4)),  # h-04 absent, h-06 not there yet, h-08 vacant
        ("2021-12-31", (6, 10), (2, 2), (2, 2), (2, 4)),  # h-02 withdrawn
        ("2022-03-01", (5, 11), (2, 3), (2, 2), (2, 4)),  # h-10 withdrawn; 10-02 renamed, its own pledge goes along
        ("2022-12-31", (7, 11), (2, 3), (2, 2), (2, 4)),  # h-12 signed, h-10 again
        ("2023-01-01", (6, 10), (2, 3), (2, 2), (2, 4)),  # h-07 left
        ("2023-07-01", (6, 10), (1, 3), (0, 1), (2, 4)),  # merged: o-1 closed, o-4 opened, the commune is to sign anew
        ("2023-12-31", (6, 10), (1, 3), (1, 1), (2, 4)),
    ],
)
def test_the_life_of_the_journal(
    day: str, household: tuple[int, int], organisation: tuple[int, int], commune: tuple[int, int], area: tuple[int, int]
) -> None:
    ran = run(f"-b tests/books/journal pledges summary -f json --as-of {day}")
    found = {row["measure"].removeprefix("pledges."): (row["num"], row["den"]) for row in ran.json["rows"]}
    assert {kind: found[kind] for kind in found if kind != "student"} == {
        "household": household,
        "organisation": organisation,
        "commune": commune,
        "area": area,
    }


def test_what_is_held_above_the_level_is_a_row_of_its_own() -> None:
    rows = table(run("-b tests/books/journal pledges summary --by area --kind household -f csv"))
    assert [(row["unit"], row["level"], row["num"], row["den"]) for row in rows] == [
        ("10-01", "area", "1", "2"),
        ("10-02", "area", "1", "2"),
        ("20-01", "area", "2", "3"),
        ("20-02", "area", "1", "2"),
        ("1", "", "1", "1"),
    ]
    assert rows[-1]["figure"] == ""  # a rest is no figure


RETURNS = {
    "2024-03-31": {"101-01": (40, 98)},
    "2024-06-30": {"101-01": (40, 98), "101-02": (120, 120), "101-03": (0, 90)},
    "2024-09-30": {
        "101-01": (80, 100),
        "101-02": (120, 120),
        "101-03": (0, 90),
        "102-01": (75, 80),
        "102-02": (33, None),
    },
}


@pytest.mark.parametrize(("day", "expected"), RETURNS.items(), ids=RETURNS)
def test_returns_are_the_latest_on_the_day(day: str, expected: dict[str, tuple[int, int | None]]) -> None:
    line = f"-b tests/books/areas pledges summary --by area --kind household -f json --as-of {day}"
    rows = run(line).json["rows"]
    assert len(rows) == 6
    assert {row["unit"]: (row["num"], row["den"]) for row in rows if row["num"] is not None} == expected
    assert {row["state"] for row in rows if row["unit"] not in expected} == {"not-reported"}


def test_a_partial_sum_says_who_reported_and_when() -> None:
    row = run("-b tests/books/areas pledges summary --kind household -f json").json["rows"][0]
    assert row["state"] == "partial"
    assert (row["num"], row["den"], row["percent"], row["remaining"]) == (308, None, None, None)
    assert (row["reported"], row["expected"]) == (5, 6)
    assert row["counted_on"] == ["2024-06-30", "2024-09-30"]


def test_content_is_the_book_and_not_its_bytes(tmp_path: Path) -> None:
    """A clone with other line ends has the same content; one with another count has not."""

    def book() -> dict[str, Any]:
        """What a check, which reads all, and a command that does not read all say of the book."""
        whole, some = (
            run(f"-b book {line} -f json", cwd=tmp_path).json["book"] for line in ("check", "pledges summary")
        )
        assert {name: whole["registers"][name] for name in some["registers"]} == some["registers"]
        assert (whole["manifest"], None) == (some["manifest"], some["content"])
        return dict(whole)

    shutil.copytree(BOOKS / "areas", tmp_path / "book")
    returns = tmp_path / "book" / "returns.csv"
    before, raw = book(), returns.read_bytes()
    returns.write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    assert book() == before
    returns.write_bytes(raw.replace(b",75,80", b",74,80"))
    after = book()
    assert after["content"] != before["content"]
    assert [name for name in after["registers"] if after["registers"][name] != before["registers"][name]] == ["returns"]
