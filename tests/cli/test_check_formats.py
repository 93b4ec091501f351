"""The formats of `antq check`: each on a clean book, on warnings, on errors, on nothing, on very many findings."""

import csv
import io
import json
import re
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from antq_cli.checks.registry import registry
from antq_cli.cli.commands import COMMANDS
from antq_cli.core.canon import Hashes
from antq_cli.core.checked import Checked, Step, Waived
from antq_cli.core.exits import FailOn
from antq_cli.core.findings import Finding, Place, Subject
from antq_cli.core.outcomes import BookLabel, Note, Outcome
from antq_cli.core.values import Share
from antq_cli.render.formats import Telling
from antq_cli.render.screen import Manner, show, written
from antq_cli.render.writers import WHOLE
from antq_cli.words.speech import speech
from tests.cli.harness import ROOT, run
from tests.helpers import shown

FORMATS = COMMANDS["check"].formats
RULES = registry()
HOSTILE = "a|b\"c'<d>]]>&%0A\n::error::x\r\x1b[31m\u202e,=cmd()`*_# \ud800\ufffeé:;"
LABEL = BookLabel("b", "synthetic", "Sổ", "A book", None, "book", (), Hashes)


def finding(code: str, number: int = 1, *, cell: str = "x", register: str = "returns") -> Finding:
    values = {"register": register, "column": "count", "value": cell, "other": "9", "has": Share(1, 2), "reported": 3}
    values |= {
        "key": "k",
        "in_": "returns",
        "unit": "A (1)",
        "measure": "m",
        "kept_in": "pledges",
        "allowed": ["a"],
        "expected": "string_type",
        "first": "f:1",
        "last_day": "—",
        "day": 1,
    }
    subject = Subject(number, f"key {number}")
    place = Place(f"{register}.csv", number + 1, 3)
    return Finding(RULES[code], place, values, cell, cell, subject=subject)


def outcome(
    *findings: Finding,
    waived: int = 0,
    known: int = 0,
    judged: bool = True,
    fail: FailOn = "error",
    values: bool = False,
) -> Outcome:
    """A check that came to some findings of D104 and D202 in the returns, R201 and S018."""
    steps = []
    counted = Counter((each.rule.code, each.register) for each in findings)
    for rule in RULES.values():
        for register in rule.of:
            found = counted[rule.code, register]
            away = waived if (rule.code, register) == ("D104", "returns") else 0
            if judged:
                steps.append(
                    Step(rule, register, 9, "failed" if found else "passed", found, away, known if away else 0)
                )
            else:
                steps.append(Step(rule, register, None, "skipped", why="not-selected"))
    put_away = [Waived(shown(finding("D104", 90 + n)), "a reason") for n in range(waived)]
    told = [shown(each, values=values) for each in findings]
    checked = Checked(told, steps, put_away, [shown(finding("D104", 70 + n)) for n in range(known)], fail_on=fail)
    day = date(2021, 8, 31)
    return Outcome("check", checked.exit(), checked, book=LABEL, as_of=day, today=date(2026, 8, 1))


def findings_of(of: Outcome) -> int:
    """How many findings a check came to."""
    assert isinstance(of.result, Checked)
    return len(of.result.findings)


def listed(form: str, telling: Telling) -> str:
    """What is told in a format, as one text."""
    return "".join(written(form, telling))


def told(form: str, of: Outcome, *, examples: int | None = None) -> str:
    """What is printed to stdout; however it is shown, the exit code is that of the outcome."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        assert show(of, speech("en"), Manner(form, examples=examples)) == of.exit
    out.seek(0)
    return out.buffer.read().decode()


CLEAN = outcome(waived=2, known=1)
WARNED = outcome(finding("R201", 4), finding("S018", 5, register="book"))
WRONG = outcome(finding("D104", 1), finding("D104", 2), finding("R201", 4), waived=1)
NOTHING = outcome(judged=False)
# More than any format shows at once, and so many that a number has its separator.
MANY = outcome(*(finding("D104", n) for n in range(1_200)), finding("R201", 4))
STATES = {"clean": CLEAN, "warned": WARNED, "wrong": WRONG, "nothing": NOTHING, "many": MANY}
EXITS = {"clean": 0, "warned": 0, "wrong": 1, "nothing": 3, "many": 1}


def test_the_states_end_as_they_should() -> None:
    assert {name: int(of.exit) for name, of in STATES.items()} == EXITS


@cache
def schema() -> Any:
    return json.loads((ROOT / "tests" / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))


@cache
def validator() -> Any:
    return jsonschema.Draft7Validator(schema(), format_checker=jsonschema.FormatChecker())


def run_of(text: str) -> Any:
    log = json.loads(text)
    assert [error.message for error in validator().iter_errors(log)] == []
    (only,) = log["runs"]
    return only


# What each holds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "shown"), [("clean", 0), ("warned", 2), ("wrong", 3), ("nothing", 0), ("many", 11)])
def test_full_shows_the_first_and_says_how_many_more(state: str, shown: int) -> None:
    lines = told("full", STATES[state]).splitlines()
    assert len([line for line in lines if line.startswith("book/")]) == len([x for x in lines if "→" in x]) == shown
    more = [line for line in lines if line.startswith("…")]
    assert more == (["… and 1,190 more of D104 in returns"] if state == "many" else [])


@pytest.mark.parametrize("state", STATES)
def test_concise_is_a_line_a_finding(state: str) -> None:
    of = STATES[state]
    lines = told("concise", of).splitlines()
    assert len(lines) == findings_of(of)
    assert all(re.fullmatch(r"book/[a-z]+\.csv:\d+:3: [DRS]\d{3} .+", line) for line in lines)


@pytest.mark.parametrize("state", STATES)
def test_json_has_findings_steps_and_counts(state: str) -> None:
    of = STATES[state]
    assert isinstance(of.result, Checked)
    document = json.loads(told("json", of))
    assert (document["exit_code"], document["status"]) == (EXITS[state], of.exit.status)
    assert len(document["rows"]) == findings_of(of) == sum(group["found"] for group in document["groups"])
    assert len(document["steps"]) == len(of.result.steps)
    assert {step["outcome"] for step in document["steps"]} <= {"passed", "failed", "skipped"}
    assert (len(document["waived"]), document["known"]) == (len(of.result.waived), len(of.result.known))


@pytest.mark.parametrize("state", STATES)
def test_jsonl_ends_with_a_summary_so_that_what_is_cut_off_is_seen(state: str) -> None:
    of = STATES[state]
    rows = [json.loads(line) for line in told("jsonl", of).split("\n")[:-1]]
    assert [row["type"] for row in rows].count("finding") == findings_of(of)
    assert [row["type"] for row in rows].count("summary") == 1
    assert (rows[-1]["type"], rows[-1]["exit_code"]) == ("summary", EXITS[state])
    assert isinstance(of.result, Checked)
    waived = [row["reason"] for row in rows if row["type"] == "waived"]
    assert waived == [each.reason for each in of.result.waived]


@pytest.mark.parametrize("state", STATES)
def test_csv_has_a_header_and_a_row_a_finding(state: str) -> None:
    header, *rows = csv.reader(io.StringIO(told("csv", STATES[state])))
    assert header[:5] == ["code", "name", "severity", "register", "path"]
    assert header[-1] == "data"
    assert len(rows) == findings_of(STATES[state])
    assert {row[-1] for row in rows} <= {"synthetic"}
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize(("state", "items"), [("clean", 0), ("warned", 2), ("wrong", 3), ("nothing", 0), ("many", 12)])
def test_markdown_counts_and_lists(state: str, items: int) -> None:
    text = told("md", STATES[state])
    assert len([line for line in text.splitlines() if line.startswith("- ")]) == items
    assert ("No findings." in text) is (state == "clean")
    assert ("None of the rules asked for could be checked." in text) is (state == "nothing")
    assert ("1,190 more of D104 in returns" in text) is (state == "many")


def test_markdown_says_how_much_was_looked_at() -> None:
    clean = outcome()._replace(notes=[Note("talk.clean", {"rules": 2, "registers": 1, "rows": 1234})])
    assert told("md", clean).endswith("No findings. Rules: 2, registers: 1, rows: 1,234.\n")
    text = run("-b data/cam-thuy-sample check --register teams -f md --lang en").stdout
    assert re.search(r"^No findings\. Rules: \d+, registers: 1, rows: [\d,]+\.$", text, re.MULTILINE)


@pytest.mark.parametrize("state", STATES)
def test_junit_shows_passes_too(state: str) -> None:
    of = STATES[state]
    root = ET.fromstring(told("junit", of).encode())  # noqa: S314 - our own
    assert isinstance(of.result, Checked)
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase")) == len(of.result.steps)
    assert int(root.attrib["failures"]) == len(root.findall(".//failure")) == sum(map(of.result.fails, of.result.steps))
    assert int(root.attrib["skipped"]) == len(root.findall(".//skipped"))
    assert sum(int(suite.attrib["tests"]) for suite in root) == int(root.attrib["tests"])
    assert len(root.findall(".//system-out")) == {"clean": 1, "warned": 2, "wrong": 1, "many": 1}.get(state, 0)


def test_junit_fails_on_what_the_run_fails_on() -> None:
    of = outcome(finding("R201", 4), fail="warning")
    root = ET.fromstring(told("junit", of).encode())  # noqa: S314 - our own
    assert [case.attrib["name"] for case in root.iter("testcase") if case.find("failure") is not None] == [
        "R201 return-differs"
    ]


@pytest.mark.parametrize("state", STATES)
def test_sarif_is_valid_and_has_everything(state: str) -> None:
    of = STATES[state]
    assert isinstance(of.result, Checked)
    only = run_of(told("sarif", of))
    results = only["results"]
    open_ = [each for each in results if "suppressions" not in each and each.get("baselineState") != "unchanged"]
    assert len(open_) == findings_of(of)
    assert [each["suppressions"][0]["justification"] for each in results if "suppressions" in each] == [
        each.reason for each in of.result.waived
    ]
    assert sum(each.get("baselineState") == "unchanged" for each in results) == len(of.result.known)
    rules = only["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in results)
    assert all(rule[part]["text"] for rule in rules for part in ("shortDescription", "fullDescription", "help"))
    assert only["invocations"] == [{"executionSuccessful": True, "exitCode": EXITS[state]}]


def commands(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("::")]


@pytest.mark.parametrize("state", STATES)
def test_github_stays_under_its_limits(state: str) -> None:
    of = STATES[state]
    text = told("github", of)
    said = commands(text)
    for severity in ("error", "warning"):
        assert len([line for line in said if line.startswith(f"::{severity}")]) <= 10
    assert [line for line in said if "group" in line] == (["::group::Check", "::endgroup::"] if findings_of(of) else [])
    assert len([line for line in text.split("\n") if line.startswith("- ")]) == findings_of(of)


def test_github_puts_together_what_is_too_much() -> None:
    (error, warning) = [line for line in commands(told("github", MANY)) if "group" not in line]
    assert error.startswith("::error file=book/returns.csv,line=1,col=3,title=D104 count::")
    assert error.endswith("(1,199 more in returns)")
    assert warning.startswith("::warning file=book/returns.csv,line=5")


def test_github_says_what_it_has_no_room_for() -> None:
    codes = ["D101", "D102", "D103", "D105", "D107", "D109", "D201", "D301", "D302", "D303", "X101", "X102"]
    found = [finding(code, n, register="units") for code in codes for n in (1, 2)]
    errors = [line for line in commands(told("github", outcome(*found))) if line.startswith("::error")]
    assert len(errors) == 10
    assert errors[-1] == "::error title=antq check::More findings: D303 units: 2, X101 units: 2, X102 units: 2"


# What is true of all ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_so_many_are_shown_as_were_asked_for_and_the_number_stays_exact(form: str) -> None:
    none, two = told(form, MANY, examples=0), told(form, MANY, examples=2)
    assert len(none) < len(two) < len(told(form, MANY))
    counted = {
        "concise": "1,198 more",
        "md": "1,198 more",
        "junit": "findings: 1,200",
        "github": "1,199 more",
        "full": "1,198 more",
    }
    if form != "csv":  # a table has its rows; how many there are is said on stderr, whatever is shown
        assert counted.get(form, "1200") in two


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_withheld_is_nowhere(form: str) -> None:
    hidden = finding("D104", cell="SECRET-7")._replace(
        restricted=True, subject=Subject(1, "SECRET-7 2021", restricted=True)
    )
    assert "SECRET" not in told(form, outcome(hidden))
    assert "SECRET" in told(form, outcome(hidden, values=True))
    assert "partialFingerprints" not in told(form, outcome(hidden))  # a short code is guessed from its hash


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_values_stay_values(form: str) -> None:
    text = told(form, outcome(*(finding("D104", n, cell=HOSTILE) for n in range(1, 4)), finding("R201", 4)))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff\ufffe]", text)
    lines = text.split("\n")
    if form == "json":
        assert json.loads(text)["rows"][0]["value"] == HOSTILE
    elif form == "jsonl":
        assert json.loads(lines[0])["value"] == HOSTILE
    elif form == "csv":
        assert len(list(csv.reader(io.StringIO(text)))) == 5
    elif form == "junit":
        assert ET.fromstring(text.encode()).find(".//failure") is not None  # noqa: S314 - our own
    elif form == "sarif":
        run_of(text)
    elif form == "github":
        assert [line.split(" ")[0] for line in commands(text)[2:]] == ["::error"] * 3 + ["::warning"]
        said = text.split("::endgroup::")[1]
        assert "%250A" in said  # the percent sign of the value is escaped itself
        assert "\n::error::x" not in said
    else:
        assert not any(line.startswith(("::", "=")) for line in lines)


def test_paths_are_those_of_the_folder_in_which_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    telling = Telling(WRONG, speech("en"), None, str(tmp_path / "my book"))
    assert telling.path(next(telling.shown())) == "my book/returns.csv"
    assert run_of(listed("sarif", telling))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "my%20book/returns.csv"
    }
    assert "file=my book/returns.csv," in listed("github", telling)


def test_a_file_name_that_is_no_text_is_still_named() -> None:
    odd = finding("D104")._replace(place=Place("a\udcff,\x1b:%.csv", 2, 3))
    telling = Telling(outcome(odd), speech("en"), None, "book")
    (result,) = run_of(listed("sarif", telling))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "book/a%FF%2C%1B%3A%25.csv"
    assert "file=book/a\\udcff%2C\\x1b%3A%25.csv,line=2" in listed("github", telling)
    assert ET.fromstring(listed("junit", telling).encode()).find(".//failure") is not None  # noqa: S314 - our own


# Refusals ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("line", ["-b nowhere check", "-b tests/books/areas check --select Z9"])
def test_a_refusal_is_whole_in_what_machines_read(line: str, form: str) -> None:
    ran = run(f"{line} -f {form} --lang en")
    assert ran.code == 2
    code = "F001" if "nowhere" in line else "U026"
    assert code in ran.stdout
    if form == "sarif":
        only = run_of(ran.stdout)
        assert only["invocations"][0]["executionSuccessful"] is False
        assert code in only["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    elif form == "junit":
        root = ET.fromstring(ran.out)  # noqa: S314 - our own
        assert (root.attrib["errors"], root.attrib["tests"]) == ("1", "1")
    elif form == "jsonl":
        assert json.loads(ran.stdout.splitlines()[-1])["exit_code"] == 2
    elif form == "github":
        assert ran.stdout.count("::error ") == 1


def test_a_usage_error_is_at_no_file() -> None:
    line = "-b tests/books/areas check --select Z9 --lang en -f"
    assert run_of(run(f"{line} sarif").stdout)["results"] == []
    assert commands(run(f"{line} github").stdout)[-1].startswith("::error title=U026 ")


def test_a_book_of_which_files_are_refused_is_told_once() -> None:
    line = "-b tests/books/refused check --lang en -f"
    n = len(run(f"{line} json").json["rows"])
    *rows, summary = map(json.loads, run(f"{line} jsonl").stdout.splitlines())
    assert [row["type"] for row in rows].count("finding") == n
    assert ("rows" in summary, summary["type"], summary["exit_code"]) == (False, "summary", 2)
    only = run_of(run(f"{line} sarif").stdout)
    assert (len(only["results"]), only["invocations"][0]["executionSuccessful"]) == (n, False)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("book", ["data/cam-thuy-2021", "tests/books/areas", "tests/books/bad", "tests/books/refused"])
def test_the_format_changes_no_exit_code(book: str, form: str) -> None:
    ran = run(f"-b {book} check -f {form} --lang en")
    assert ran.code == {"bad": 1, "refused": 2}.get(book.rpartition("/")[2], 0)
    assert ran.stderr.splitlines()[-1].startswith("No findings." if "areas" in book else "errors: ")


@pytest.mark.parametrize("n", [1, 256, 512, pytest.param(100_000, marks=pytest.mark.long)])
def test_the_exit_code_is_no_number_of_findings(n: int, tmp_path: Path) -> None:
    from tests.helpers import manifest, padded, units, write_book

    lines = [f"2021-08-01,D,pledges.k{number},1" for number in range(n)]
    files = {
        "antq.toml": manifest(),
        "units": units("D,Huyện,district"),
        "returns": padded("date,unit,measure,count,total", *lines),
    }
    ran = run(["-b", write_book(tmp_path, files), "check", "--lang", "en"])
    assert (ran.code, ran.stderr.splitlines()[-1]) == (1, f"errors: {n:,}, warnings: 0")
