"""What machines read: one whole JSON document whatever happens, and the same cells in every format."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS, Command
from antq_cli.core.exits import Exit
from tests.cli.behaviours import OF_KEPT, schema_of
from tests.cli.entering import ALONE
from tests.cli.harness import run

ENVELOPE = {
    *("schema", "tool", "status", "exit_code", "book", "as_of", "basis", "lang"),
    *("rows", "totals", "findings"),
}
FIGURE = {
    *("figure", "measure", "unit", "unit_name", "level", "state", "num", "den", "percent", "remaining"),
    *("reported", "expected", "counted_on", "left_out", "regrouped", "old"),
}
PERIOD = {"first", "last", "name", "calendar", "cut"}
CHANGE = {"points", "num", "den", "old"}
PROBLEM = {
    *("code", "name", "severity", "path", "line", "column", "register", "value", "what", "remedy", "suggestion"),
    *("row", "key"),
}
STEP = {
    *("code", "name", "severity", "stage", "register", "rows", "outcome", "found", "waived", "known", "tolerated"),
    *("why", "other"),
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


def of(path: str, line: str) -> str:
    """A command with what is asked of it."""
    return f"{path} {line}"


def nothing(command: Command, _: pytest.MonkeyPatch) -> str:
    """A day before everything, or a book of which nothing was published.

    A check, a map and a calendar always have something to show, and so has who was to report.
    """
    if command.path == "claims":
        return "-b tests/books/odd"
    counts = "kind" in command.options or command.path in ("summary", "report")
    return "-b data/cam-thuy-2021" + (" --as-of 1990-01-01" if counts else "")


def kept(book: str) -> Callable[[Command, pytest.MonkeyPatch], str]:
    """A small book; of what is about changes, the one that has some."""
    return lambda command, _: (
        f"-b tests/books/{'kept' if command.path in OF_KEPT else book}" + (" --dry-run" if command.changes else "")
    )


Outcome = Callable[[Command, pytest.MonkeyPatch], str]
OUTCOMES: dict[str, tuple[Outcome, dict[str, int]]] = {
    "ok": (kept("areas"), {"": 0}),
    "findings": (kept("bad"), {"": 1, "periods": 0, "rules": 0, "cache": 0, **dict.fromkeys(OF_KEPT, 0)}),
    "nothing": (nothing, {"": 3, "check": 0, "units": 0, "periods": 0, "rules": 0, "cache": 0}),
    "usage error": (lambda _c, _m: "-b tests/books/areas --nothing", {"": 2}),
    "surplus word": (lambda _c, _m: "-b tests/books/areas again", {"": 2}),
    "value error": (lambda _c, _m: "-b tests/books/areas --as-of yesterday", {"": 2}),
    "missing book": (lambda _c, _m: "-b no/such/book", {"": 2, "rules": 0, "cache": 0}),
    "refused file": (
        lambda _c, _m: "-b tests/books/refused",
        {"": 2, "units": 0, "periods": 0, "rules": 0, "cache": 0, **dict.fromkeys(OF_KEPT, 3)},
    ),
    "internal error": (breaking, {"": 4}),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("path", ALONE)
def test_one_document_whatever_happens(path: str, outcome: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, codes = OUTCOMES[outcome]
    ran = run(f"{of(path, make(COMMANDS[path], monkeypatch))} -f json", ANTQ_LANG=lang)
    document = ran.json
    assert ran.code == document["exit_code"] == codes.get(path, codes[""])
    assert document["status"] == STATUS[ran.code]
    assert document.keys() >= ENVELOPE
    assert document["schema"] == f"antq/{schema_of(path)}/1"
    assert document["tool"] == {"name": "antq", "version": __version__}
    assert document["lang"] == lang
    assert document["findings"].keys() == {"error", "warning"}
    assert ran.stdout == json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


# What the rows of a command have beside their figure, and the unit above them beside that.
MORE: dict[str, tuple[set[str], set[str]]] = {
    "pledges summary": (set(), set()),
    "pledges summary --period 2022": (set(), set()),
    "pledges summary --vs 2022": ({"before", "change"}, set()),
    "pledges summary --basis 2022-01-01": (set(), set()),
    "pledges trend": ({"period", "change"}, set()),
    "pledges gaps": ({"rank", "target", "needed"}, {"below", "reached"}),
    "models summary": (set(), set()),
    "models summary --period 2022": (set(), set()),
    "standards summary": ({"regime", "window", "exempt"}, set()),
    "standards summary --window 2022": ({"regime", "window", "exempt"}, set()),
    "teams summary": (set(), set()),
    "teams summary --vs 2022": ({"before", "change"}, set()),
}


@pytest.mark.parametrize("line", MORE)
@pytest.mark.parametrize("book", ["areas", "journal", "bad"])
def test_a_figure_has_all_its_fields_and_no_other(line: str, book: str) -> None:
    document = run(f"{line} -b tests/books/{book} --by commune -f json").json
    assert document["rows"]
    assert document["totals"]
    for row in (*document["rows"], *document["totals"]):
        assert row.keys() == FIGURE | MORE[line][0] | (MORE[line][1] if row in document["totals"] else set())
        assert row["state"] in STATES
        assert all(row[name] is None or type(row[name]) is int for name in ("num", "den", "remaining", "left_out"))
        assert row["percent"] is None or re.fullmatch(r"\d+\.\d\d", row["percent"])
        assert (row["figure"] is None) == (row["level"] is None)
        assert row["regrouped"] is None or row["regrouped"] == sorted(row["regrouped"])
        assert "period" not in row or row["period"].keys() == PERIOD
        assert not row.get("change") or row["change"].keys() == CHANGE
        assert not row.get("before") or row["before"].keys() == FIGURE


def test_what_the_envelope_tells_of_time_and_place() -> None:
    """The period, the basis and its proof, what is compared with, and what a trend is of."""
    line = "-b tests/books/journal -f json"
    plain = run(f"pledges summary {line}").json
    assert not plain.keys() & {"period", "control", "vs", "today"}
    period = run(f"pledges summary {line} --period 2022 --vs 2021").json
    assert (period["period"].keys(), period["vs"].keys()) == (PERIOD, {"as_of", "period"})
    assert period["vs"]["period"].keys() == PERIOD
    control = run(f"pledges summary {line} --basis 2022-12-31 --kind household").json["control"]
    proof = {"measure": "pledges.household", "day": "2023-12-31", "then": "1", "shown": "1", "num": 6, "den": 10}
    assert control == [proof]
    trend = run(f"pledges trend {line} --every year").json
    assert (trend["every"], trend["calendar"]) == ("year", "calendar")
    assert all(set(document) >= ENVELOPE for document in (plain, period, trend))


PLACE = {"code", "name", "kind", "level", "parent", "opened", "closed", "act"}


def test_the_rows_of_places_and_periods() -> None:
    line = "-b tests/books/journal -f json"
    tree = run(f"units {line}").json
    assert all(row.keys() == PLACE | {"depth"} for row in tree["rows"])
    assert [(row["code"], row["parent"], row["depth"]) for row in tree["rows"]][:3] == [
        ("1", None, 0),
        ("30", "1", 1),
        ("10-01", "30", 2),  # where it lies on the day, not where its row says
    ]
    looked_up = run(f"units {line} An Lạc").json
    assert (looked_up["asked"], looked_up["on"]) == ("An Lạc", None)
    assert [row.keys() for row in looked_up["rows"]] == [PLACE | {"inside", "before", "after", "same_code"}]
    assert [row["code"] for row in looked_up["rows"][0]["before"]] == ["10", "20"]
    periods = run(f"periods {line}").json
    assert periods["calendar"] == "calendar"
    assert all(row.keys() == PERIOD - {"cut"} | {"days"} for row in periods["rows"])


@pytest.mark.parametrize("line", ["check -b tests/books/bad", "check -b tests/books/refused"])
def test_the_rows_of_check_are_findings(line: str) -> None:
    document = run(f"{line} -f json").json
    assert document["rows"]
    assert all(row.keys() == PROBLEM | {"tolerated"} for row in document["rows"])
    assert document["findings"]["error"] == sum(row["severity"] == "error" for row in document["rows"])
    assert all(step.keys() == STEP for step in document["steps"])
    assert all((step["why"] is None) == (step["outcome"] in {"passed", "failed"}) for step in document["steps"])


def test_a_refusal_says_why_in_the_document() -> None:
    document = run("pledges summary -b tests/books/refused -f json").json
    assert [problem["code"] for problem in document["problems"]] == ["F013", "F011", "F012", "F008"]
    assert all(problem.keys() == PROBLEM for problem in document["problems"])
    assert (document["rows"], document["totals"]) == ([], [])
    unread: dict[str, Any] = {"content": None, "manifest": None, "registers": {}}
    assert document["book"] == {"id": "refused", "data": "synthetic", **unread}
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


@pytest.mark.parametrize("path", ALONE)
@pytest.mark.parametrize("outcome", [name for name in OUTCOMES if name != "ok"])
def test_only_the_result_goes_to_stdout(path: str, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without JSON a refusal and a failure leave stdout empty; what is said of them is on stderr."""
    make, codes = OUTCOMES[outcome]
    ran = run(of(path, make(COMMANDS[path], monkeypatch)), ANTQ_LANG="en")
    assert ran.code == codes.get(path, codes[""])
    assert ran.stderr or ran.code == 0
    result = path == "check" and outcome == "refused file"  # its findings are the result of check
    if ran.code in {2, 4} and not result:
        assert ran.stdout == ""
    assert "errors: " not in ran.stdout


def test_every_exit_code_has_its_word() -> None:
    assert {int(code): code.status for code in Exit if code in STATUS} == STATUS


# Formats -----------------------------------------------------------------------------------------------------


def cells_of_json(row: dict[str, Any], data: str, columns: list[str]) -> list[str]:
    """The cells that a CSV has of a row of JSON."""
    cells = {**dict(flat(row)), "data": data}
    said = {name: str(cell).lower() if isinstance(cell, bool) else str(cell) for name, cell in cells.items()}
    return ["" if cells.get(name) is None else said[name] for name in columns]


def flat(row: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The cells of a row, and of the rows in it under their names and its own."""
    for name, value in row.items():
        if name == "counted_on":
            yield from zip((f"{prefix}counted_from", f"{prefix}counted_to"), value or (None, None), strict=True)
        elif isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}_")
        elif isinstance(value, list):
            yield prefix + name, " ".join(each.get("code", "") if isinstance(each, dict) else each for each in value)
        else:
            yield prefix + name, value


COLUMNS = [
    *("figure", "measure", "unit", "unit_name", "level", "state", "num", "den", "percent", "remaining"),
    *("reported", "expected", "counted_from", "counted_to", "left_out", "regrouped", "old"),
]
CHANGED = ["change_points", "change_num", "change_den", "change_old"]
BEFORE = ("figure", "state", "num", "den", "percent", "left_out", "regrouped", "old")
COMPARED = [*COLUMNS, *(f"before_{name}" for name in BEFORE), *CHANGED]
OVER_TIME = ["period_name", "period_first", "period_last", *COLUMNS, *CHANGED]
MISSING = ["rank", *COLUMNS, "target", "needed"]
UNITS = ["code", "name", "kind", "level", "parent", "opened", "closed", "act"]
JUDGED = ["regime", "window", "exempt"]
CLAIMED = [
    *("id", "figure", "value", "source", "verdict", "why", "asserted_num", "asserted_den", "asserted_percent"),
    *(
        "computed_num",
        "computed_den",
        "computed_percent",
        "computed_state",
        "computed_old",
        "difference_num",
        "difference_den",
    ),
    *("difference_to_round", "difference_to_reach", "counted_from", "counted_to", "note", "waived"),
]
BESIDE = [
    *("measure", "unit", "unit_name", "level", "date", "reported_num", "reported_den"),
    *("recounted_num", "recounted_den", "recounted_state", "recounted_left_out"),
    *("difference_num", "difference_den", "factor", "used", "why"),
    *("reports", "expected", "sheet", "waived"),
]
SENT = [
    *("measure", "unit", "unit_name", "period_name", "period_first", "period_last", "due", "arrival", "dated"),
    *("received", "reported", "total", "last", "stale", "above"),
]
SENT_IN_PARTS = [
    *("measure", "unit", "unit_name", "level", "period_name", "period_first", "period_last", "due"),
    *("expected", "received", "missing", "not_due", "on_time", "late", "undated", "zero", "zero_of_zero", "stale"),
    *("completeness", "on_time_of_expected", "on_time_of_received"),
]
ANNEX = [
    *("number", "rank", "unit", "unit_name", "above", "level"),
    *(f"pledges.household_{part}" for part in ("state", "num", "den", "percent", "change_points", "change_num")),
    *(f"teams.antt_{part}" for part in ("state", "num", "change_num")),
    "models",
]
LINES = {
    "-b data/cam-thuy-2021 pledges summary": COLUMNS,
    "-b data/cam-thuy-2021 pledges summary --by commune": COLUMNS,
    "-b tests/books/areas pledges summary --by area": COLUMNS,
    "-b tests/books/areas pledges summary --by area --vs 2024-06-30": COMPARED,
    "-b data/cam-thuy-sample pledges summary --by school --kind student": [*COLUMNS, "organisation", "above"],
    "-b tests/books/areas teams summary": COLUMNS,
    "-b tests/books/areas pledges trend --by area --every quarter": OVER_TIME,
    "-b tests/books/areas pledges gaps": MISSING,
    "-b tests/books/journal pledges summary --by commune --as-of 2022-12-31": COLUMNS,
    "-b tests/books/journal pledges summary --by commune --basis 2022-12-31": COLUMNS,
    "-b tests/books/journal pledges summary --by commune --period 2022": COLUMNS,
    "-b tests/books/journal pledges summary --by area --period 2022 --vs 2021": COMPARED,
    "-b tests/books/journal pledges trend --every year": OVER_TIME,
    "-b tests/books/journal pledges trend --by area --basis 2022-01-01": OVER_TIME,
    "-b tests/books/journal pledges gaps --by area --target 80%": MISSING,
    "-b tests/books/journal teams summary --by area": COLUMNS,
    "-b tests/books/journal teams summary --by area --vs 2021": COMPARED,
    "-b tests/books/journal units": [*UNITS, "depth"],
    "-b tests/books/journal units --on 2022-01-01": [*UNITS, "depth"],
    "-b tests/books/journal units 10-02": [*UNITS, "inside", "before", "after"],
    "-b tests/books/journal periods": ["name", "calendar", "first", "last", "days"],
    "-b data/cam-thuy-2021 periods --calendar tt23-area": ["name", "calendar", "first", "last", "days"],
    "-b tests/books/journal models summary --by area": COLUMNS,
    "-b tests/books/journal models summary --vs 2021": COMPARED,
    "-b tests/books/areas standards summary": [*COLUMNS, *JUDGED],
    "-b tests/books/journal standards summary --by commune --window 2022": [*COLUMNS, *JUDGED],
    "-b tests/books/journal summary": [*COLUMNS, "straddling"],
    "-b tests/books/journal summary --period 2022": [*COLUMNS, "straddling", *COMPARED[len(COLUMNS) :]],
    "-b tests/books/journal activities summary --by area": [*COLUMNS, "straddling"],
    "-b tests/books/journal activities summary --every year": [*OVER_TIME[: -len(CHANGED)], "straddling", *CHANGED],
    "-b tests/books/journal summary --by area --vs 2022 --kind household --kind antt": ANNEX,
    "-b data/cam-thuy-2021 claims": CLAIMED,
    "-b tests/books/bad claims": CLAIMED,
    "-b tests/books/journal reconcile": BESIDE,
    "-b tests/books/areas reconcile": BESIDE,
    "-b tests/books/areas returns summary": SENT,
    "-b tests/books/areas returns summary --by commune": SENT_IN_PARTS,
    "-b tests/books/bad pledges summary --by commune": COLUMNS,
    "-b tests/books/bad pledges gaps": MISSING,
}


@pytest.mark.parametrize("line", LINES)
def test_csv_and_json_agree_cell_for_cell(line: str) -> None:
    document = run(f"{line} -f json").json
    header, *rows = csv.reader(io.StringIO(run(f"{line} -f csv").stdout, newline=""))
    assert header == [*LINES[line], "data"]
    assert rows == [cells_of_json(row, document["book"]["data"], header) for row in document["rows"]]
    assert rows


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
    body = run(line, 120, ANTQ_LANG="en").stdout.split("─\n", 1)[1].partition("\n\n")[0].split("\n")
    tables = [numbers(row.removeprefix(row[:7]) if by else row) for row in body if row.strip("─ ")]
    assert tables == [shown(row) for row in told]


@pytest.mark.parametrize("command", ["pledges trend --every year", "pledges gaps --by area"])
def test_trends_and_gaps_show_the_numbers_of_json(command: str) -> None:
    line = f"-b tests/books/journal {command} --kind household"
    document = run(f"{line} -f json").json
    text = run(line, ANTQ_LANG="en").stdout.split("─\n", 1)[1]
    for row in document["rows"]:
        label = row["period"]["name"] if "trend" in command else row["unit_name"] if row["level"] else "Directly in"
        told = next(line for line in text.split("\n") if label in line)
        assert {f"{row['num']}/{row['den']}", f"{row['percent']}%"} <= set(told.split())
        if row.get("change"):
            assert {change for change in row["change"].values() if isinstance(change, str)} <= set(told.split())
        if row.get("rank"):
            assert told.split()[0] == str(row["rank"])
            assert told.split()[-1] == str(row["needed"])


@pytest.mark.parametrize(
    "command",
    [
        "pledges summary --by commune --kind household --as-of 2022-12-31",
        "pledges summary --by area --kind household --vs 2021",
        "pledges trend --by area --every year --kind household",
        "pledges gaps --by area --kind area",
    ],
)
def test_markdown_and_table_agree_cell_for_cell(command: str) -> None:
    line = f"-b tests/books/journal {command}"
    table = run(line, 120, ANTQ_LANG="en").stdout.split("─\n", 1)[1].partition("\n\n")[0]
    plain = [re.sub("[▁-▏·░┃]+", " ", row).replace(" *", "") for row in table.split("\n")]
    rows = [re.split(r" {2,}", row.strip()) for row in plain if row.strip("─ ")]
    markdown = re.split(r"---:? \|\n", run(f"{line} -f md", ANTQ_LANG="en").stdout)[1].partition("\n\n")[0]
    told = markdown.replace(" \\*", "").replace("*", "").split("\n")
    cells = [[cell for cell in re.split(r" *\| *", row) if cell] for row in told]
    assert [row for row in cells if row] == rows
