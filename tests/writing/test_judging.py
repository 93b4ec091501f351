"""Which errors a change would bring: those that are new, in whatever register they are found."""

from pathlib import Path

import pytest

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book, open_book
from antq_cli.writing.judging import new_errors
from antq_cli.writing.rows import Added, Altered, Edits, rewrites
from tests.helpers import manifest, table, units, write_book

KINDS = """
[pledges.household]
source = "journal"
[pledges.area]
source = "journal"
[pledges.student]
source = "returns"
grain = "school"
[teams.antt]
closed = 2024-07-01
[activities.talk]
"""
BOOK = {
    "antq.toml": manifest(KINDS, campaign="begins = 2021-01-01\n"),
    "units": units("D,D,district", "C1,C1,commune,D", "A1,A1,area,C1", "A2,A2,area,C1,,2021-07-01"),
    "households": table("household,area,joined,left", "h1,A1,,", "h2,A1,2021-03-01,2021-06-01", "h9,nowhere,,"),
    "organisations": table("code,name,kind,unit,opened,closed", "s1,S,school,C1,2021-02-01,"),
    "pledges": table(
        "date,kind,pledger,event",
        "2021-03-01,household,h1,signed",
        "2021-05-01,household,h2,signed",
        "2021-05-01,household,gone,signed",
    ),
    "returns": table("date,unit,measure,count,total", "2021-05-01,s1,pledges.student,5,6"),
    "teams": table("code,kind,unit,established,dissolved", "t1,antt,A1,2021-01-01,2024-07-01"),
    "activities": table("first,last,unit,kind,count", "2021-05-01,2021-05-31,C1,talk,3"),
}
EVENT = {"date": "2021-05-02", "kind": "household", "pledger": "h1", "event": "signed"}
TALK = {"first": "2021-06-01", "last": "2021-06-30", "unit": "C1", "kind": "talk", "count": "1"}
SENT = {"date": "2021-06-01", "unit": "s1", "measure": "pledges.student", "count": "1", "total": "2"}
TEAM = {"code": "t2", "kind": "antt", "unit": "A1", "established": "2021-01-01", "dissolved": "2024-07-01"}
HOUSEHOLD = {"household": "h3", "area": "A1", "joined": "2021-05-01"}
SCHOOL = {"code": "s2", "name": "S", "kind": "school", "unit": "C1"}


@pytest.fixture(name="book")
def _book(tmp_path: Path) -> Book:
    folder = write_book(tmp_path, BOOK)
    return open_book(str(folder), folder)


def found(book: Book, name: str, edits: Edits) -> list[str]:
    files = rewrites(REGISTERS[name], book.table(name).parts, edits)
    return sorted(f"{each.rule.code} {each.register} {each.key}" for each in new_errors(book, files, edits))


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("pledges", EVENT, []),
        ("pledges", EVENT | {"pledger": "nobody"}, ["X202 pledges 2021-05-02 household nobody signed"]),
        ("pledges", EVENT | {"pledger": "h2", "date": "2021-06-01"}, ["X203 pledges 2021-06-01 household h2 signed"]),
        ("pledges", EVENT | {"kind": "houshold"}, ["X201 pledges 2021-05-02 houshold h1 signed"]),
        ("pledges", EVENT | {"date": "2020-05-02"}, ["T003 pledges 2020-05-02 household h1 signed"]),
        ("pledges", EVENT | {"kind": "area", "pledger": "A2"}, []),
        ("pledges", EVENT | {"event": "sigend"}, ["D106 pledges 2021-05-02 household h1 sigend"]),
        ("returns", SENT, []),
        ("returns", SENT | {"measure": "pledges.pupil"}, ["X205 returns 2021-06-01 s1 pledges.pupil"]),
        ("returns", SENT | {"count": "3"}, ["D202 returns 2021-06-01 s1 pledges.student"]),
        ("returns", SENT | {"unit": "C9"}, ["X101 returns 2021-06-01 C9 pledges.student"]),
        ("activities", TALK, []),
        # The row that is there is the one that is found to be wrong, and the error is new all the same.
        (
            "activities",
            TALK | {"first": "2021-04-01", "last": "2021-05-01"},
            ["X211 activities 2021-05-01 2021-05-31 C1 talk"],
        ),
        ("teams", TEAM, []),
        ("teams", TEAM | {"dissolved": "2024-07-02"}, ["X206 teams t2"]),
        ("teams", {"code": "t2", "kind": "ant", "unit": "A1"}, ["X201 teams t2"]),
        ("organisations", SCHOOL, []),
        ("organisations", SCHOOL | {"code": "A1"}, ["X204 organisations A1"]),
        ("households", HOUSEHOLD, []),
        ("households", HOUSEHOLD | {"area": "A9"}, ["X101 households h3 2021-05-01"]),
        ("households", HOUSEHOLD | {"area": "A2", "joined": "2021-08-01"}, ["X102 households h3 2021-08-01"]),
        ("households", HOUSEHOLD | {"household": "h1"}, ["D303 households h1 2021-05-01"]),
        # The area closes, and nothing takes in who would live there then.
        ("households", HOUSEHOLD | {"area": "A2"}, ["X106 units A2"]),
        ("households", HOUSEHOLD | {"area": "A2", "left": "2021-07-01"}, []),
        # It mends an error that was there.
        ("households", HOUSEHOLD | {"household": "gone", "joined": ""}, []),
    ],
)
def test_what_a_row_brings(book: Book, name: str, row: dict[str, str], expected: list[str]) -> None:
    assert found(book, name, Edits([Added(f"{name}.csv", row)])) == expected


def test_what_others_say_of_a_row_that_changes(book: Book) -> None:
    left = Edits(altered=[Altered("households.csv", 0, {"left": "2021-02-01"})])
    assert found(book, "households", left) == ["X203 pledges 2021-03-01 household h1 signed"]
    later = Edits(altered=[Altered("households.csv", 0, {"left": "2021-04-01"})])
    assert found(book, "households", later) == []
    opened = Edits(altered=[Altered("organisations.csv", 0, {"opened": "2021-06-01"})])
    assert found(book, "organisations", opened) == ["X102 returns 2021-05-01 s1 pledges.student"]


def test_units_are_named_by_all(book: Book) -> None:
    closed = Edits(altered=[Altered("units.csv", 2, {"closed": "2020-12-01"})])
    assert found(book, "units", closed) == [
        *("X102 households h2 2021-03-01", "X102 teams t1", "X106 units A1"),
    ]


def test_a_file_beside_another_form_is_a_new_error(book: Book) -> None:
    edits = Edits([Added("teams/new.csv", {"code": "t2", "kind": "antt", "unit": "A1"})])
    assert found(book, "teams", edits) == ["F003 teams teams.csv"]


def test_a_register_of_others_who_sign_need_not_be_there(tmp_path: Path) -> None:
    kinds = KINDS + '[pledges.organisation]\nsource = "journal"\n'
    files = {name: text for name, text in BOOK.items() if name != "organisations"}
    folder = write_book(tmp_path / "b", files | {"antq.toml": manifest(kinds)})
    assert found(open_book(str(folder), folder), "pledges", Edits([Added("pledges.csv", EVENT)])) == []


def test_the_book_itself_is_as_it_was(book: Book) -> None:
    files = rewrites(REGISTERS["teams"], book.table("teams").parts, Edits([Added("teams.csv", TEAM)]))
    assert book.table("units").parts
    after = book.changed({each.path: each.after for each in files})
    assert (len(after.table("teams")), len(book.table("teams"))) == (2, 1)
    assert after.table("units") is book.table("units")
