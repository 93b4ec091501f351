"""What machines read: one whole JSON document whatever happens, and the same cells in every format."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS, Command
from antq_cli.core.exits import Exit
from tests.cli.harness import run

ENVELOPE = {
    *("schema", "tool", "status", "exit_code", "book", "as_of", "basis", "lang"),
    *("rows", "totals", "findings"),
}
FIGURE = {
    *("figure", "measure", "unit", "unit_name", "level", "state", "num", "den", "percent", "remaining"),
    *("reported", "expected", "counted_on", "left_out"),
}
PROBLEM = {
    *("code", "name", "severity", "path", "line", "column", "register", "value", "what", "remedy", "suggestion"),
}
STATES = {"suppressed", "below-grain", "not-reported", "partial", "no-denominator", "counted"}
STATUS = {0: "ok", 1: "findings", 2: "error", 3: "nothing", 4: "error"}


def breaking(command: Command, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let a command fail as nobody foresaw."""

    def fail(_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    module, _, function = command.function.partition(":")
    monkeypatch.setattr(f"antq_cli.cli.{module}.{function}", fail)
    return "-b data/cam-thuy-2021"


def nothing(command: Command, _: pytest.MonkeyPatch) -> str:
    """A day before everything; check has always something to check."""
    return "-b data/cam-thuy-2021" + ("" if command.path == "check" else " --as-of 1990-01-01")


Outcome = Callable[[Command, pytest.MonkeyPatch], str]
OUTCOMES: dict[str, tuple[Outcome, dict[str, int]]] = {
    "ok": (lambda _c, _m: "-b tests/books/areas", {"": 0}),
    "findings": (lambda _c, _m: "-b tests/books/bad", {"": 1}),
    "nothing": (nothing, {"": 3, "check": 0, "teams summary": 3}),
    "usage error": (lambda _c, _m: "-b tests/books/areas --nothing", {"": 2}),
    "surplus word": (lambda _c, _m: "-b tests/books/areas again", {"": 2}),
    "value error": (lambda _c, _m: "-b tests/books/areas --as-of yesterday", {"": 2}),
    "missing book": (lambda _c, _m: "-b no/such/book", {"": 2}),
    "refused file": (lambda _c, _m: "-b tests/books/refused", {"": 2}),
    "internal error": (breaking, {"": 4}),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("path", COMMANDS)
def test_one_document_whatever_happens(path: str, outcome: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, codes = OUTCOMES[outcome]
    ran = run(f"{path} {make(COMMANDS[path], monkeypatch)} -f json", ANTQ_LANG=lang)
    document = ran.json
    assert ran.code == document["exit_code"] == codes.get(path, codes[""])
    assert document["status"] == STATUS[ran.code]
    assert document.keys() >= ENVELOPE
    assert document["schema"] == f"antq/{path.replace(' ', '-')}/1"
    assert document["tool"] == {"name": "antq", "version": __version__}
    assert document["lang"] == lang
    assert document["findings"].keys() == {"error", "warning"}
    assert ran.stdout == json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


@pytest.mark.parametrize("path", ["pledges summary", "teams summary"])
@pytest.mark.parametrize("book", ["areas", "journal", "bad"])
def test_a_figure_has_all_its_fields_and_no_other(path: str, book: str) -> None:
    document = run(f"{path} -b tests/books/{book} --by commune -f json").json
    assert document["rows"]
    assert document["totals"]
    for row in (*document["rows"], *document["totals"]):
        assert row.keys() == FIGURE
        assert row["state"] in STATES
        assert all(row[name] is None or type(row[name]) is int for name in ("num", "den", "remaining", "left_out"))
        assert row["percent"] is None or re.fullmatch(r"\d+\.\d\d", row["percent"])
        assert (row["figure"] is None) == (row["level"] is None)


@pytest.mark.parametrize("line", ["check -b tests/books/bad", "check -b tests/books/refused"])
def test_the_rows_of_check_are_findings(line: str) -> None:
    document = run(f"{line} -f json").json
    assert document["rows"]
    assert all(row.keys() == PROBLEM for row in document["rows"])
    assert document["findings"]["error"] == sum(row["severity"] == "error" for row in document["rows"])
    assert all(step.keys() == {"register", "rows", "outcome"} for step in document["steps"])


def test_a_refusal_says_why_in_the_document() -> None:
    document = run("pledges summary -b tests/books/refused -f json").json
    assert [problem["code"] for problem in document["problems"]] == ["F013", "F011", "F012", "F008"]
    assert all(problem.keys() == PROBLEM for problem in document["problems"])
    assert (document["rows"], document["totals"]) == ([], [])
    assert document["book"] == {"id": "refused", "data": "synthetic", "content": None}
    assert run("pledges summary -b no/such/book -f json").json["book"] is None


def test_a_restricted_value_is_null() -> None:
    rows = run("check -b tests/books/bad -f json").json["rows"]
    open_ = run("check -b tests/books/bad -f json --values").json["rows"]
    unknown = [row["code"] for row in rows].index("X202")
    assert (rows[unknown]["value"], open_[unknown]["value"]) == (None, "h-99")


def test_today_is_told_where_it_was_used(tmp_path: Path) -> None:
    manifest = Path("tests/books/areas/antq.toml").read_text("utf-8").replace("as_of = 2024-12-31\n", "")
    book = tmp_path / "book"
    book.mkdir()
    for name in ("units.csv", "returns.csv", "teams.csv"):
        (book / name).write_bytes((Path("tests/books/areas") / name).read_bytes())
    (book / "antq.toml").write_text(manifest, "utf-8")
    document = run(["pledges", "summary", "-b", book, "-f", "json"], ANTQ_TODAY="2024-07-01").json
    assert (document["today"], document["as_of"]) == ("2024-07-01", "2024-07-01")
    assert "today" not in run("pledges summary -b tests/books/areas -f json").json
    assert "today" not in run(["pledges", "summary", "-b", book, "-f", "json", "--as-of", "2024-07-01"]).json


@pytest.mark.parametrize("path", COMMANDS)
@pytest.mark.parametrize("outcome", [name for name in OUTCOMES if name != "ok"])
def test_only_the_result_goes_to_stdout(path: str, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without JSON a refusal and a failure leave stdout empty; what is said of them is on stderr."""
    make, codes = OUTCOMES[outcome]
    ran = run(f"{path} {make(COMMANDS[path], monkeypatch)}", ANTQ_LANG="en")
    assert ran.code == codes.get(path, codes[""])
    assert ran.stderr
    result = path == "check" and outcome == "refused file"  # its findings are the result of check
    if ran.code in {2, 4} and not result:
        assert ran.stdout == ""
    assert "errors: " not in ran.stdout


def test_every_exit_code_has_its_word() -> None:
    assert {int(code): code.status for code in Exit if code in STATUS} == STATUS


# Formats -----------------------------------------------------------------------------------------------------


def cells_of_json(row: dict[str, Any], data: str) -> list[str]:
    """The cells that a CSV has of a row of JSON."""
    first, last = row["counted_on"] or (None, None)
    days = {"counted_from": first, "counted_to": last, "data": data}
    cells = {**{name: value for name, value in row.items() if name != "counted_on"}, **days}
    return ["" if cells[name] is None else str(cells[name]) for name in COLUMNS]


COLUMNS = [
    *("figure", "measure", "unit", "unit_name", "level", "state", "num", "den", "percent", "remaining"),
    *("reported", "expected", "counted_from", "counted_to", "left_out", "data"),
]
LINES = [
    "-b data/cam-thuy-2021 pledges summary",
    "-b data/cam-thuy-2021 pledges summary --by commune",
    "-b tests/books/areas pledges summary --by area",
    "-b tests/books/areas teams summary",
    "-b tests/books/journal pledges summary --by commune --as-of 2022-12-31",
    "-b tests/books/journal teams summary --by area",
    "-b tests/books/bad pledges summary --by commune",
]


@pytest.mark.parametrize("line", LINES)
def test_csv_and_json_agree_cell_for_cell(line: str) -> None:
    document = run(f"{line} -f json").json
    header, *rows = csv.reader(io.StringIO(run(f"{line} -f csv").stdout, newline=""))
    assert header == COLUMNS
    assert rows == [cells_of_json(row, document["book"]["data"]) for row in document["rows"]]


def shown(row: dict[str, Any]) -> list[str]:
    """The numbers of a row of JSON as an English table has them."""
    teams = row["measure"].startswith("teams.")
    counts = ["—" if row[name] is None else f"{row[name]:,}" for name in ("num", "den", "remaining")]
    if teams:
        return [counts[0]]
    percent = "—" if row["percent"] is None else f"{row['percent']}%"
    return [counts[0] if row["den"] is None else f"{counts[0]}/{counts[1]}", percent, counts[2]]


def numbers(line: str) -> list[str]:
    """The cells of numbers in a line of a table."""
    plain = re.sub("[█▏▎▍▌▋▊▉]+", "  ", line)
    return [cell for cell in re.split(r" {2,}", plain) if re.fullmatch(r"—|-?[\d,./]+%?", cell)]


@pytest.mark.parametrize("kind", ["household", "student"])
@pytest.mark.parametrize("by", ["", "--by commune", "--by area"])
def test_table_and_json_agree_cell_for_cell(kind: str, by: str) -> None:
    line = f"-b tests/books/areas pledges summary --kind {kind} {by}"
    document = run(f"{line} -f json").json
    told = [row for row in (*document["rows"], *document["totals"]) if row["state"] != "below-grain"]
    body = run(line, ANTQ_LANG="en").stdout.split("─\n", 1)[1].split("\n")
    tables = [numbers(row.removeprefix(row[:7]) if by else row) for row in body if row.strip("─ ")]
    assert tables == [shown(row) for row in told]


def test_markdown_and_table_agree_cell_for_cell() -> None:
    line = "-b tests/books/journal pledges summary --by commune --kind household --as-of 2022-12-31"
    table = run(line, ANTQ_LANG="en").stdout.split("─\n", 1)[1]
    rows = [re.split(r" {2,}", re.sub("[█▏▎▍▌▋▊▉]+", "", row)) for row in table.split("\n") if row.strip("─ ")]
    markdown = run(f"{line} -f md", ANTQ_LANG="en").stdout.split("---: |\n")[1].replace("*", "")
    assert [row.strip("| ").split(" | ") for row in markdown.strip().split("\n")] == rows
