"""What is written several times, a word for stdout, and what is suggested for what there is not."""

import shutil
from pathlib import Path

import pytest

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.options import OPTIONS
from tests.cli.behaviours import AREAS, refused
from tests.cli.harness import BOOKS, run

# Written on by who has an alias.
LATER = {"book", "format", "lang"}
MANY = {"unit", "kind", "select", "ignore", "register", "output", "finish"}


@pytest.mark.parametrize("option", [name for name in OPTIONS if OPTIONS[name].value is not None])
def test_what_is_said_in_two_ways(option: str) -> None:
    """It is refused wherever the two stand, unless several are meant, or the later one is."""
    declared = OPTIONS[option]
    assert (declared.later, declared.many) == (option in LATER, option in MANY)
    flag, values = declared.flags[-1], TWO_WAYS.get(option, ["1", "2"])
    path = next((path for path in COMMANDS if option in COMMANDS[path].options), "")
    taken = declared.later or declared.takes_several(path)
    first, second = (f"{flag}={value}" for value in values)
    for line in (f"{path} {first} {second}", f"{first} {path} {second}"):
        ran = run(f"{line} --lang en -b tests/books/journal")
        told = f"{flag} has two values: {values[0]} and {values[1]}.\n"
        assert (refused(ran, "U034") and told in ran.stderr) is not taken, line
    again = run(f"{path} {first} {first} --lang en -b tests/books/journal")
    assert " U034 " not in again.stderr


TWO_WAYS = {
    "unit": ["10", "20"],
    "as_of": ["2022-01-01", "2022-01-02"],
    "on": ["2022-01-01", "2022-01-02"],
    "every": ["month", "year"],
    "sort": ["code", "-rate"],
    "fail_on": ["never", "error"],
    "show_completion": ["bash", "zsh"],
    "output": ["a.pdf", "-"],
    "dated": ["2022-01-01", "2022-01-02"],
    **{
        name: ["2022-01-01", "2022-01-02"]
        for name in ("before", "first", "last", "received", "established", "dissolved", "opened", "closed")
    },
    "reason": ["absent", "vacant"],
    "dates": ["dmy", "mdy"],
    "encoding": ["utf-8", "utf-16"],
    "separator": [",", "tab"],
    "write_baseline": ["no/such/a.toml", "no/such/b.toml"],
}


def test_a_report_goes_into_several_files() -> None:
    """Wherever they are named; other commands write one."""
    line = "-b tests/books/journal --lang en"
    for written in ("-o a.pdf report -o -", "report -o a.pdf -o -"):
        assert refused(run(f"{written} {line}"), "U008"), written
    assert refused(run(f"summary {line} -o a.md -o b.md"), "U034")


def test_several_kinds_before_and_after_the_command() -> None:
    ran = run(f"--kind student pledges --kind household summary {AREAS} -f json")
    assert ran.out == run(f"pledges summary --kind household --kind student {AREAS} -f json").out


def test_a_hyphen_is_stdout() -> None:
    line = f"pledges summary {AREAS} -f json"
    assert run(f"{line} -o -").out == run(line).out
    assert run(f"pledges summary {AREAS} -o -").out == run(f"pledges summary {AREAS}").out


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        *(("check --sort name", ""), ("--unti x summary", "--unit"), ("check --examplse 3", "--examples")),
        *(("gaps", "antq pledges gaps"), ("teams gaps", "antq pledges gaps"), ("pledges units", "antq units")),
        *(("pledge", "pledges"), ("pledges gap", "gaps"), ("nothing", ""), ("pledges claim", "")),
    ],
)
def test_what_is_suggested_is_near_and_possible(line: str, meant: str) -> None:
    ran = run(f"{line} --lang en")
    assert ran.code == 2
    assert ("Did you mean" in ran.stderr, f"Did you mean {meant}?" in ran.stderr) == (bool(meant), bool(meant))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("claims --unit 1", "It is an option of antq summary, antq pledges summary, antq pledges trend, …;"),
        ("check --sort name", "It is an option of antq summary"),
        ("gaps", "Did you mean antq pledges gaps?"),
    ],
)
def test_an_option_or_a_command_of_others_is_told_with_them(line: str, told: str) -> None:
    ran = run(f"{line} --lang en")
    assert (ran.code, told in " ".join(ran.stderr.split())) == (2, True)


@pytest.mark.parametrize(
    ("measure", "meant"),
    [("pledges.atgt", None), ("pledge.household", "pledges.household"), ("team.antt", "teams.antt")],
)
def test_a_measure_is_suggested_where_it_is_near(measure: str, meant: str | None, tmp_path: Path) -> None:
    """An undeclared kind is no other kind that was misspelt; a family is."""
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    with (book / "returns.csv").open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"2024-11-30,101-01,{measure},5,9,,\n")
    told = " ".join(run(["check", "-b", book, "--select", "D108,X205", "--lang", "en"]).stdout.split())
    assert measure in told
    assert ("Did you mean" in told, f"Did you mean {meant}?" in told) == (meant is not None, meant is not None)


@pytest.mark.parametrize(("written", "meant"), [("return", "returns"), ("jurnal", "journal"), ("excel", None)])
def test_a_source_of_the_manifest_is_suggested(written: str, meant: str | None, tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    manifest = (book / "antq.toml").read_text("utf-8")
    (book / "antq.toml").write_text(manifest.replace('source = "returns"', f'source = "{written}"', 1), "utf-8")
    ran = run(["check", "-b", book, "--lang", "en"])
    told = " ".join(ran.stderr.split())
    assert (ran.code, f"The value {written} is not one of: journal, returns." in told) == (2, True)
    assert told.count("Did you mean") == (meant is not None)
    assert meant is None or f"Did you mean {meant}?" in told


def test_help_of_what_there_is_not() -> None:
    ran = run("help pledges gasp --lang en")
    assert refused(ran, "U001")
    assert "Did you mean gaps?" in ran.stderr


def test_the_later_of_two_wins() -> None:
    assert run(f"--lang vi pledges --lang en summary {AREAS} --lang vi -f json").json["lang"] == "vi"
    assert run(f"--lang vi pledges --lang en summary {AREAS} -f json").json["lang"] == "en"
    assert run(f"pledges summary {AREAS} --lang vi --lang en -f json").json["lang"] == "en"
