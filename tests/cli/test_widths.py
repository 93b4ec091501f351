"""No line is wider than the terminal, from 40 columns up: every command, in both languages.

What a command comes to is counted once and shown at every width. Wide signs take two places. Only a path that is
clicked on, or copied, may be wider; lines of the files are cut, all other words and numbers are whole.
"""

import re
from collections.abc import Sequence

import pytest

from antq_cli.cli.commands import COMMANDS
from antq_cli.render.folding import places
from antq_cli.words.speech import LANGUAGES, speech
from tests.cli.behaviours import OF_KEPT
from tests.cli.bringing import BROUGHT, NOT_BROUGHT
from tests.cli.entering import ENTERING, NOT_ENTERED
from tests.cli.pictures import command, drawn
from tests.thinned import spread

SAMPLE, PUBLISHED, ODD, BAD = "data/cam-thuy-sample", "data/cam-thuy-2021", "tests/books/odd", "tests/books/bad"
LINES = [
    *("summary --period 2021-08", "summary --by commune --sort rate --vs 2021-07"),
    *("summary", "summary --unit 15127 --as-of 2024-07-01", "claims", "periods", "units", "units 'Cẩm Tú'"),
    *("pledges summary", "pledges summary --by commune", "pledges summary --by area --kind household"),
    *("pledges summary --vs 2021-Q2 --by commune", "pledges summary --period 2021-Q3 --vs 2021-Q2 --by commune"),
    *("pledges summary --period 2021-12 --by commune", "pledges summary --basis now -v"),
    *("pledges trend --every quarter", "pledges trend --by commune", "pledges gaps", "pledges trend --columns"),
    *("pledges trend --columns --by commune", "pledges summary --by commune --below-target --sort -rate --top 3"),
    *("teams summary", "teams summary --by commune", "models summary", "models summary --by commune"),
    *(
        "activities summary --vs 2020",
        "activities summary --by commune",
        "activities summary --every month --by commune",
    ),
    *("standards summary", "standards summary --by commune", "standards summary --criteria --unit 15127"),
    *("returns summary", "returns summary --period 2021-Q3", "reconcile --period 2021-08", "reconcile --kind antt"),
    *("check", "check --statistics", "rules", "rules D104", "cache"),
    *("log", "log 6 --values", "undo --dry-run --values", "undo --pending", "fmt --check"),
    *(line.partition(" ")[2].partition(" ")[2] for line in (*ENTERING, *NOT_ENTERED, *BROUGHT, *NOT_BROUGHT)),
]
SHORT, LONG = (40, 80, 200), (60, 120)
_PATH = re.compile(r" *[^ ]+/[^ ]+( [A-Z]\d+ [\w ]+)?")
_EXCERPT = re.compile(r"  ( *\d+ \| .*| *\| +\^+)")


def shown(line: str, width: int, lang: str) -> list[str]:
    """The lines that a command prints, on both streams."""
    ran = drawn(line, width, lang)
    return (ran.out + ran.err).decode("utf-8").split("\n")


def words(lines: list[str]) -> set[str]:
    """The words of what is printed, without the lines of files, and in parts where they may be broken."""
    text = " ".join(line for line in lines if not _EXCERPT.fullmatch(line))
    found = re.split(r"\s+|(?<=[-/@._:])(?=[^\W\d_])|(?<=–)", text)
    return {word.strip("(),;.:") for word in found if any(map(str.isalpha, word))}


def hold(line: str, widths: tuple[int, ...], langs: Sequence[str] = LANGUAGES, *, broken: bool = False) -> None:
    """No line is too wide, and no word is broken but in a book with words that are wider than any column."""
    for lang in langs:
        said = speech(lang)
        # Where there is room kinds stand side by side in one table, without headers of their own.
        apart = [said.say(f"column.{name}") for name in ("line", "signed", "registered", "percent", "missing")]
        apart += [said.say("dashes.any"), said.say("dashes.of", who=""), said.say("legend.no-room", columns="")]
        whole = words([*shown(line, 10_000, lang), *apart])
        for width in widths:
            lines = shown(line, width, lang)
            assert [each for each in lines if places(each) > width and not _PATH.fullmatch(each)] == []
            assert broken or words(lines) - whole == set()


def on(book: str, line: str) -> str:
    """A line that asks of a book, if it is one that does; of changes, that into which antq has written."""
    if line.split(maxsplit=1)[0] in OF_KEPT:
        return f"-b tests/books/kept {line}"
    return line if line.startswith(("rules", "cache")) else f"-b {book} {line}"


def test_every_command_is_looked_at() -> None:
    """But for the report: it is no page of a terminal."""
    assert {command(line).replace("-", " ") for line in LINES} == set(COMMANDS) - {"report"}


@pytest.mark.spread
@pytest.mark.parametrize("line", LINES)
def test_no_line_of_the_sample_is_wider_than_the_terminal_and_no_word_broken(line: str) -> None:
    """By default in one language, in the other for the next command."""
    hold(on(SAMPLE, line), SHORT, spread(LANGUAGES, LINES.index(line), by=2))


@pytest.mark.parametrize("line", ["summary", "pledges summary --by commune", "teams summary", "claims", "check"])
@pytest.mark.parametrize("book", [ODD, BAD])
def test_nor_in_a_book_with_strange_signs_or_in_a_bad_one(line: str, book: str) -> None:
    hold(on(book, line), (40, 80), broken=book == ODD)


@pytest.mark.parametrize(("lang", "width"), [("vi", 223), ("en", 272)])
def test_the_annex_of_the_sample_is_whole_from_the_width_on_that_its_page_says(lang: str, width: int) -> None:
    line = f"-b {SAMPLE} summary --by commune"
    told = ["-f csv" in drawn(line, columns, lang).stdout for columns in (width - 1, width)]
    assert told == [True, False]


@pytest.mark.long
@pytest.mark.parametrize("book", [SAMPLE, PUBLISHED])
@pytest.mark.parametrize("line", LINES)
def test_nor_at_other_widths_in_either_book(line: str, book: str) -> None:
    hold(on(book, line), (*SHORT, *LONG))
