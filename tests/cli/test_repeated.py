"""What is written several times, a word for stdout, and what is suggested for what there is not."""

import pytest

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.options import OPTIONS
from tests.cli.behaviours import AREAS, refused
from tests.cli.harness import run

# Written on by who has an alias.
LATER = {"book", "format", "lang"}
MANY = {"unit", "kind", "select", "ignore", "register"}


@pytest.mark.parametrize("option", [name for name in OPTIONS if OPTIONS[name].value is not None])
def test_what_is_said_in_two_ways(option: str) -> None:
    """It is refused wherever the two stand, unless several are meant, or the later one is."""
    declared = OPTIONS[option]
    assert (declared.later, declared.many) == (option in LATER, option in MANY)
    flag, values = declared.flags[-1], TWO_WAYS.get(option, ["1", "2"])
    path = next((path for path in COMMANDS if option in COMMANDS[path].options), "")
    first, second = (f"{flag}={value}" for value in values)
    for line in (f"{path} {first} {second}", f"{first} {path} {second}"):
        ran = run(f"{line} --lang en -b tests/books/journal")
        told = f"{flag} says {values[0]} as well as {values[1]}.\n"
        assert (refused(ran, "U034") and told in ran.stderr) is (option not in LATER | MANY), line
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
    "write_baseline": ["no/such/a.toml", "no/such/b.toml"],
}


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


def test_help_of_what_there_is_not() -> None:
    ran = run("help pledges gasp --lang en")
    assert refused(ran, "U001")
    assert "Did you mean gaps?" in ran.stderr


def test_the_later_of_two_wins() -> None:
    assert run(f"--lang vi pledges --lang en summary {AREAS} --lang vi -f json").json["lang"] == "vi"
    assert run(f"--lang vi pledges --lang en summary {AREAS} -f json").json["lang"] == "en"
    assert run(f"pledges summary {AREAS} --lang vi --lang en -f json").json["lang"] == "en"
