"""However a line is written, a refusal speaks of the same command, book, format and language.

The lines are the product of every command, every way in which a line or a book is refused, every format, and every way
to write the format, the book and the language, before, within and after the command. Each is held against one spelling.
"""

import itertools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.cli.app import Line, levels, parse, understood
from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import OPTIONS
from antq_cli.render.writers import WHOLE
from tests.cli.behaviours import AREAS, OF_KEPT, schema_of
from tests.cli.entering import ALONE, FILLS
from tests.cli.harness import BOOKS, Ran, run
from tests.cli.test_contract import breaking
from tests.thinned import tries

Words = list[str]

# How it is written ---------------------------------------------------------------------------------------------

FORMS: dict[str, Callable[[str], Words]] = {
    "-f json": lambda form: ["-f", form],
    "-fjson": lambda form: [f"-f{form}"],
    "--format json": lambda form: ["--format", form],
    "--format=json": lambda form: [f"--format={form}"],
    "-qf json": lambda form: ["-qf", form],
    "-vqfjson": lambda form: [f"-vqf{form}"],
}
SAID: dict[str, Callable[[str, str], tuple[Words, dict[str, str]]]] = {
    "-b DIR --lang en": lambda book, lang: (["-b", book, "--lang", lang], {}),
    "-bDIR --lang=en": lambda book, lang: ([f"-b{book}", f"--lang={lang}"], {}),
    "--book=DIR ANTQ_LANG": lambda book, lang: ([f"--book={book}"], {"ANTQ_LANG": lang}),
    "ANTQ_BOOK --lang en": lambda book, lang: (["--lang", lang], {"ANTQ_BOOK": book}),
    "-qb DIR ANTQ_LANG": lambda book, lang: (["-qb", book], {"ANTQ_LANG": lang, "ANTQ_BOOK": "no/such/book"}),
    "ANTQ_BOOK ANTQ_LANG": lambda book, lang: ([], {"ANTQ_BOOK": book, "ANTQ_LANG": lang}),
}
# Where it stands: before the command, within it, after it, after what is refused.
PLACES: dict[str, Callable[[Words, Words, Words], Words]] = {
    "before": lambda words, said, wrong: [*said, *words, *wrong],
    "within": lambda words, said, wrong: [words[0], *said, *words[1:], *wrong],
    "after": lambda words, said, wrong: [*words, *said, *wrong],
    "last": lambda words, said, wrong: [*words, *wrong, *said],
}


class Spelling(NamedTuple):
    """How a line says what it says."""

    form: str = "-f json"
    said: str = "-b DIR --lang en"
    place: str = "after"


SPELLINGS = [Spelling(*each) for each in product(FORMS, SAID, PLACES)]

# What is refused -----------------------------------------------------------------------------------------------


class Wrong(NamedTuple):
    """What a line is refused for: words, the option that the command must have, or a book."""

    words: str = ""
    option: str = ""
    book: str = "areas"
    last: bool = False


WRONG = {
    "an unknown option": Wrong("--nothing"),
    "an unknown letter": Wrong("-qz"),
    "an option without its value": Wrong("--lang", last=True),
    "a flag with a value": Wrong("--quiet=yes"),
    "an empty value": Wrong("--unit=", option="unit"),
    "a word too many": Wrong("again again"),
    "an option of nobody here": Wrong("--show-completion zsh"),
    **{
        f"--{name.replace('_', '-')} {value}": Wrong(f"--{name.replace('_', '-')}={value}", option=name)
        for name, value in {
            "as_of": "yesterday",
            "on": "never",
            "period": "Q9",
            "calendar": "moon",
            "every": "day",
            "unit": "nowhere",
            "by": "street",
            "kind": "nothing",
            "basis": "soon",
            "vs": "Q9",
            "target": "0",
            "window": "22",
            "fail_on": "nothing",
            "select": "ZZZ",
            "ignore": "D1,",
            "register": "unit",
            "examples": "-1",
            "baseline": "no/such/file",
            "template": "no/such/file",
            "dated": "never",
        }.items()
    },
    "a book that is not there": Wrong(book="nowhere", option="book"),
    "a manifest": Wrong(book="later", option="book"),
    "a register": Wrong(book="refused", option="book"),
}
# Commands that do not read the register which is refused; of some there is not even a book to be read.
BOOKLESS = ("rules", "cache")
HEEDLESS = ("units", "periods", *BOOKLESS, *OF_KEPT)
CASES = [
    (path, wrong)
    for path in ALONE
    for wrong, each in WRONG.items()
    if (not each.option or each.option in COMMANDS[path].options)
    and not (wrong == "a register" and path in HEEDLESS)
    and not (each.option == "book" and path in BOOKLESS)
]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The books by the names that the cases use, one of them of a schema that nobody reads as yet."""
    later = tmp_path_factory.mktemp("books") / "later"
    later.mkdir()
    (later / "antq.toml").write_text("schema = 2\n", "utf-8")
    folders = {name: f"tests/books/{name}" for name in ("areas", "refused")}
    return {**folders, "nowhere": "no/such/book", "later": later.as_posix()}


def asked(path: str, wrong: Wrong, form: str, book: str, spelling: Spelling) -> Ran:
    """Run a line in a spelling."""
    said, env = SAID[spelling.said](book, "en")
    place = "after" if wrong.last and spelling.place == "last" else spelling.place
    words = PLACES[place](path.split(), [*FORMS[spelling.form](form), *said], wrong.words.split())
    return run(words, env=env)


def shown(ran: Ran) -> str:
    """What a run printed, without the column in which the fault stands in its own line."""
    return re.sub(r'(antq:1:|col=|"(?:c|startC|endC)olumn": ?)\d+', r"\1…", ran.stdout)


def of_json(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    return document


def of_lines(text: str) -> list[Any]:
    lines = [json.loads(line) for line in text.splitlines()]
    assert lines[-1]["type"] == "summary"
    return lines


# Each raises where a text is not what it is to be.
WHOLLY: dict[str, Callable[[str], object]] = {
    "json": of_json,
    "jsonl": of_lines,
    "sarif": of_json,
    "junit": ET.fromstring,
    "github": lambda text: text.index("::error"),
}


def check(path: str, name: str, books: dict[str, str], spelled: Mapping[str, Sequence[Spelling]]) -> None:
    """Hold lines of one command and one fault against their reference: in some formats and spellings."""
    wrong = WRONG[name]
    book = books[wrong.book]
    reference = asked(path, wrong, "json", book, Spelling())
    document = reference.json
    assert (reference.code, document["exit_code"], document["lang"]) == (2, 2, "en")
    assert document["schema"] == f"antq/{schema_of(path)}/1"
    assert (document["book"] or {"id": None})["id"] == (wrong.book if wrong.book in {"areas", "refused"} else None)
    assert document.get("problems") or document["rows"]
    result = path == "check" and name == "a register"  # what is found there is what is asked for
    for form, spellings in spelled.items():
        plain = asked(path, wrong, form, book, Spelling())
        if form in WHOLE:
            WHOLLY[form](plain.stdout)
        else:
            assert bool(plain.stdout) == result, form
        for spelling in spellings:
            other = asked(path, wrong, form, book, spelling)
            assert (other.code, shown(other)) == (2, shown(plain)), (form, spelling)


def some(number: int) -> list[Spelling]:
    """A few of the spellings, others for the next case."""
    return [SPELLINGS[(29 * number + 71 * each) % len(SPELLINGS)] for each in range(2)]


def by_turn(path: str, number: int) -> str:
    """One of the formats that a command has beside JSON, another for the next case."""
    formats = [form for form in COMMANDS[path].formats if form != "json"]
    return formats[number % len(formats)]


@pytest.mark.parametrize(("path", "name"), CASES)
def test_a_refusal_in_a_few_spellings(path: str, name: str, books: dict[str, str]) -> None:
    """In JSON and in one of the other formats by turns."""
    number = CASES.index((path, name))
    check(path, name, books, {"json": some(number), by_turn(path, number): some(number)})


@pytest.mark.long
@pytest.mark.parametrize(("path", "name"), CASES)
def test_a_refusal_in_every_spelling(path: str, name: str, books: dict[str, str]) -> None:
    check(path, name, books, dict.fromkeys(COMMANDS[path].formats, SPELLINGS))


def test_the_few_spellings_meet_everything() -> None:
    """Each part of a spelling with each other, with each command and with each fault; each format of a command."""
    tried = [(case, spelling) for number, case in enumerate(CASES) for spelling in some(number)]
    assert {spelling for _, spelling in tried} == set(SPELLINGS)
    for part in Spelling._fields:
        values = {getattr(spelling, part) for spelling in SPELLINGS}
        for which, names in ((0, [path for path in ALONE if path not in BOOKLESS]), (1, ["an unknown option"])):
            met = {(case[which], getattr(spelling, part)) for case, spelling in tried}
            assert met >= set(product(names, values))
    for path in ALONE:
        met_in = {by_turn(path, number) for number, case in enumerate(CASES) if case[0] == path}
        assert met_in >= {*COMMANDS[path].formats} - {"json"}


@pytest.mark.parametrize("words", ["sumary", "pledges sumary"])
def test_an_unknown_command_in_every_spelling(words: str) -> None:
    found = set()
    other = itertools.cycle(("table", "csv", "sarif"))
    for spelling, form in ((spelling, form) for spelling in SPELLINGS for form in ("json", next(other))):
        said, env = SAID[spelling.said]("tests/books/areas", "en")
        ran = run(PLACES[spelling.place](words.split(), [*FORMS[spelling.form](form), *said], []), env=env)
        found.add((ran.code, form, shown(ran)))
        if form == "json":
            assert (ran.json["schema"], ran.json["book"]["id"], ran.json["lang"]) == ("antq/usage/1", "areas", "en")
    assert len(found) == 4
    assert {(code, bool(text)) for code, form, text in found if form != "json"} == {(2, False)}


# What the parser alone gives up ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "schema"),
    [
        ("pledges summary -qf json --by x", "pledges-summary"),
        ("--nothing check -f json", "check"),
        ("-qzf json check", "check"),
        ("--quiet=yes -f json check", "check"),
        ("check --quiet=yes -f json", "check"),
        ("check --quiet=yes again --verbose=no -qf json", "check"),
        ("pledges --nothing summary -f json", "pledges-summary"),
        ("pledges summary --unit -f json", "pledges-summary"),  # an option is no value: it was forgotten
        ("--unit -f json pledges summary", "pledges-summary"),
        ("--kind --unit -f json pledges summary", "pledges-summary"),
        ("pledges summary --as-of -qf json", "pledges-summary"),
        ("check --examples -1 -f json", "check"),
        ("check -f json --", "check"),
        ("check -f json -- again", "check"),
        ("sumary -f json", "usage"),
        ("pledges sumary -f json", "usage"),
        ("pledges -f json sumary now", "usage"),
        ("sumary -qf json --quiet=yes --lang en", "usage"),
        ("-f json", None),
    ],
)
def test_what_is_understood_of_a_line_that_is_none(line: str, schema: str | None) -> None:
    ran = run(line, ANTQ_BOOK=str(BOOKS / "areas"), ANTQ_LANG="en")
    if schema is None or line.endswith("--"):  # nothing is wrong with it
        assert ran.code == 0
        return
    document = ran.json
    assert (ran.code, document["schema"], document["lang"]) == (2, f"antq/{schema}/1", "en")
    assert document["book"]["id"] == "areas"


@pytest.mark.parametrize(
    "line",
    [
        "check again json",
        "check -- -f json",
        "check again -- -f json",
        "-- check -f csv again",
        "check -o json again",
        "check again --select json",
        "check --nothing=json again",
        "check --quiet=yes again --lang json",
        "check again -f json -f full",
    ],
)
def test_a_word_that_is_no_format_is_none(line: str) -> None:
    """What a scan for ``-f`` or ``json`` would find is another option's, or a word."""
    ran = run(f"{line} -b tests/books/areas" if "--" not in line.split() else line)
    assert (ran.code, ran.out) == (2, b"")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", ALONE)
def test_a_format_that_the_command_does_not_have(path: str, form: str) -> None:
    """Nobody can say in it that there is none."""
    wrong = FORMS[form]("xml")
    for line in ([*wrong, *path.split()], [*path.split(), *wrong]):
        ran = run([*line, "--lang", "en"], ANTQ_BOOK=str(BOOKS / "areas"))
        assert (ran.code, ran.out) == (2, b"")
        assert " U004 error\n" in ran.stderr


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "jsonl"])
def test_a_format_without_a_command_is_json_or_none(form: str) -> None:
    assert run(f"sumary -f {form}").out == b""


# A fault of the program ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", SPELLINGS[::7], ids=" ".join)
@pytest.mark.parametrize("path", ["check", "pledges summary"])
def test_a_fault_of_the_program_speaks_as_the_line_does(
    path: str, spelling: Spelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(COMMANDS[path], monkeypatch)
    for form in ("json", COMMANDS[path].formats[0]):
        ran = asked(path, Wrong(), form, "tests/books/areas", spelling)
        assert ran.code == 4
        assert ran.stderr.startswith("antq failed: ZeroDivisionError: ")
        if form in WHOLE:
            assert (ran.json["schema"], ran.json["lang"]) == (f"antq/{path.replace(' ', '-')}/1", "en")
        else:
            assert ran.out == b""


def test_a_fault_of_the_program_knows_the_book_that_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("antq_cli.cli.summaries.summarise", fail)
    ran = run(f"pledges summary {AREAS} -qf json")
    assert (ran.code, ran.json["lang"], ran.json["book"]["id"]) == (4, "vi", "areas")  # it is the book's language


@pytest.mark.parametrize(
    ("line", "traced"),
    [
        ("units --debug", True),
        ("--debug units", True),
        ("-q units --debug", True),
        ("units -- --debug", False),
        ("units -o --debug", False),
        ("units --on=--debug", False),
    ],
)
def test_a_traceback_is_for_who_asks_for_it(line: str, traced: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(COMMANDS["units"], monkeypatch)
    assert ("Traceback" in run(line, ANTQ_LANG="en").stderr) == traced


# A line that is not refused ---------------------------------------------------------------------------------------

VALUES = {
    "book": "tests/books/areas",
    "as_of": "2024-06-30",
    "on": "01/07/2024",
    "period": "2024-Q1",
    "calendar": "calendar",
    "every": "quarter",
    "unit": "An Phú",
    "by": "area",
    "kind": "household",
    "basis": "then",
    "vs": "2023",
    "target": "95,5%",
    "sort": "-rate",
    "top": "3",
    "window": "2024",
    "fail_on": "never",
    "select": "D1,x2",
    "ignore": "D103",
    "register": "units",
    "examples": "3",
    "baseline": "known.toml",
    "write_baseline": "a.toml",
    "output": "a.txt",
    "wait": "5",
    "finish": "returns.csv",
    "before": "2022-01-31",
    "title": "a",
    "template": "monthly",
    "dated": "2022-01-31",
    "lang": "pseudo",
    **{name: written for name, (_, written, _) in FILLS.items() if name != "unit"},
    "number": "3",
    "to": "A2",
    "reason": "vacant",
    "dates": "dmy",
    "encoding": "utf-8",
    "into": "pledges.csv",
    "mapping": "m.toml",
    "save_mapping": "n.toml",
    "cells": "A1:B2",
    "separator": ";",
}


def test_every_option_that_takes_a_value_has_one_here() -> None:
    assert {*VALUES, "format", "show_completion"} == {name for name, option in OPTIONS.items() if option.value}


@st.composite
def lines(draw: st.DrawFn) -> Words:
    """A command line as somebody could mean it."""
    path = draw(st.sampled_from(sorted(COMMANDS)))
    names = draw(st.lists(st.sampled_from(COMMANDS[path].options)))
    forms = COMMANDS[path].formats_of(statistics=True)
    parts: list[Words] = []
    for name in names:
        flag = draw(st.sampled_from(OPTIONS[name].flags))
        value = draw(st.sampled_from(forms)) if name == "format" else VALUES.get(name)
        glue = "=" if flag.startswith("--") else ""
        bundle = draw(st.sampled_from(["", "q", "vq"])) if not glue else ""
        flag = flag.replace("-", f"-{bundle}") if bundle else flag
        parts.append([flag] if value is None else draw(st.sampled_from([[flag, value], [f"{flag}{glue}{value}"]])))
    words = path.split()
    free = draw(st.lists(st.sampled_from(["103", "An Phú"]))) if COMMANDS[path].words else []
    cuts = sorted(draw(st.lists(st.integers(0, len(parts)), min_size=len(words), max_size=len(words))))
    line: Words = []
    for number, (first, last) in enumerate(zip([0, *cuts], [*cuts, len(parts)], strict=True)):
        line += [word for part in parts[first:last] for word in part] + words[number : number + 1]
    return line + free


@given(lines())
def test_a_line_that_is_not_refused_is_understood_whole(line: Words) -> None:
    """Going through it in tolerance is no second reading: it comes to the same command and the same request."""
    strict, tolerant = parse(line), understood(line)
    assert strict.refused is None
    told = [each.request._asdict() for each in (strict, tolerant)]
    assert told[0].pop("book").__dict__ == told[1].pop("book").__dict__
    assert (strict.path, told[0]) == (tolerant.path, told[1])
    assert [*levels(line)] == [*levels(line, tolerant=True)]


# What Typer is told of ------------------------------------------------------------------------------------------

WRITTEN = [flag for option in OPTIONS.values() for flag in option.flags]
TOKENS = (
    st.sampled_from([*WRITTEN, *(word for path in COMMANDS for word in path.split())])
    | st.builds("{}={}".format, st.sampled_from(WRITTEN), st.sampled_from(["json", "en", "", "-q"]))
    | st.builds("-{}{}".format, st.text("qvfbhoVnx-", max_size=3), st.sampled_from(["", "json", "=", "--lang"]))
    | st.sampled_from(["", "-", "--", "---", "--lan", "--langs", "help", "json", "en", "2021-08-31", "-1"])
)


def said(line: Line) -> tuple[object, ...]:
    refused = line.refused and (type(line.refused), line.refused.findings)
    return line.path, line.request.book.asked, line.request._replace(book=BOOK), refused


BOOK = Opening()


@tries(300)
@given(st.lists(TOKENS, max_size=6))
def test_a_line_is_read_as_if_typer_were_told_of_every_option(words: list[str]) -> None:
    found = said(parse(words)), said(understood(words))
    with patch("antq_cli.cli.app._may_stand_in", lambda *_: True):
        assert (said(parse(words)), said(understood(words))) == found
