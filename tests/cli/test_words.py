"""Everything that people read comes from the catalogue.

The pseudo-language wraps every message in ⟦⟧. What is left outside is data of a register, a code, a path or a number;
a word that is left went past the catalogue.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from pydantic import ValidationError

from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.examples import BEGINNING, READ_ON
from antq_cli.core.findings import Refused
from antq_cli.core.manifest import Manifest
from antq_cli.reading.manifest import WRONG, read_manifest
from antq_cli.reading.rules import RULES
from antq_cli.words.speech import lowered, speech
from tests.cli.faults import FAULTS, Fault
from tests.cli.harness import BOOKS, PUBLISHED, run
from tests.helpers import shown

# The pseudo-language ---------------------------------------------------------------------------------------------

_MESSAGE = re.compile(r"⟦[^⟦⟧]*⟧")
_EXCERPT = re.compile(r"^ *\d* +\| .*$", re.MULTILINE)
_PLACE = re.compile(r"^\S+(?= [A-Z]\d{3} )| [A-Z]\d{3} ", re.MULTILINE)
_FLAG = re.compile(r"(?<![\w-])--?[A-Za-z][a-z-]*")


def words_left(text: str, *data: str) -> list[str]:
    """The words of a screen that are neither in a message nor data."""
    for pattern in (_EXCERPT, _PLACE, _FLAG):
        text = pattern.sub(" ", text)
    while _MESSAGE.search(text):
        text = _MESSAGE.sub(" ", text)
    for known in sorted(data, key=len, reverse=True):
        text = text.replace(known, " ").replace(known[:1].upper() + known[1:], " ")
    return re.findall(r"[^\W\d_]+", text)


def data_of(book: Path) -> list[str]:
    """What a table shows of a book: its title, its units with their kinds and acts, and the kinds that it names."""
    manifest = read_manifest((book / "antq.toml").read_bytes())[0]
    lines = [line.split(",") for line in (book / "units.csv").read_text("utf-8").split("\n")[1:-1]]
    kinds = [kind.en for kinds in (manifest.pledges, manifest.teams) for kind in kinds.values() if kind.en]
    crossings = (book / "crosswalk.csv").read_text("utf-8") if (book / "crosswalk.csv").exists() else ""
    acts = [line.split(",")[5] for line in crossings.split("\n")[1:-1]]
    cells = [cell for line in lines for cell in line if cell]
    levels = [str(level.en) for level in manifest.levels]
    calendars = [name for id_ in manifest.calendars for name in (id_, *manifest.names_of(id_)) if name]
    calendars += [lowered(name) for name in calendars]
    return [manifest.campaign.title.en, *kinds, *cells, *acts, *levels, *calendars]


def test_a_word_outside_the_brackets_is_seen() -> None:
    assert words_left("⟦Total ⟦x⟧⟧ 17/17 An Phú\n  3 | a,b\nbook/a.csv:3 D101 ⟦error⟧ --by", "An Phú") == []
    assert words_left("⟦Total⟧ An Phú total", "An Phú") == ["total"]


SUMMED = ("", "--by commune", "--by area", "--unit {}", "--as-of 1990-01-01", "-v", "-f md", "--period 2021-08")
COMPARED = ("--vs 2021-01", "--vs 2021 --by commune -f md", "--period 2022-H2 --vs 2022-H1", "--basis 2022-01-01 -v")
TABLES = [
    *(f"{command} {line}" for command in ("pledges summary", "teams summary") for line in (*SUMMED, *COMPARED)),
    *(
        f"pledges trend {line}"
        for line in ("", "--by commune", "--by area --every quarter", "-f md", "--every year -v")
    ),
    *(f"pledges gaps {line}" for line in ("", "--by area", "--unit {}", "--target 95,5%", "-f md", "--period 2021 -v")),
    *(f"units {line}" for line in ("", "-f md", "{}", "{} -v", "--on 1990-01-01", "{} --on 2024-12-31 -f md")),
    *(f"periods {line}" for line in ("", "-f md", "--period 9T-2021", "-v")),
    *("check", "check --as-of 1990-01-01", "check -v"),
]
# The names of periods, and the measures of control totals, as they are written everywhere.
PERIODS = re.compile(r"\b(\d{4}-[QH]\d|9T-\d{4}|pledges\.\w+|teams\.\w+)\b")
ASKED = ("calendar", "then", "now")


@pytest.mark.parametrize("book", [PUBLISHED, BOOKS / "areas", BOOKS / "journal"], ids=lambda book: book.name)
@pytest.mark.parametrize("line", TABLES)
def test_every_table_and_note(line: str, book: Path) -> None:
    below = {"cam-thuy-2021": "15127", "areas": "102", "journal": "30"}[book.name]
    ran = run([*line.format(below).split(), "-b", book, "--lang", "pseudo"], 400)
    assert ran.code in {0, 3}
    assert "⟦" in ran.stdout + ran.stderr
    text = PERIODS.sub(" ", ran.stdout + ran.stderr)
    content = re.findall(r"sha256:\w+", text)
    assert words_left(text, *data_of(book), str(book), *content, *ASKED, "antq.toml") == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_every_finding(fault: Fault, tmp_path: Path) -> None:
    fault.put(tmp_path / "book", fault.bad)
    ran = run("-b book check --select F,S,D,X,T0 --lang pseudo", 400, cwd=tmp_path)
    assert "⟦" in ran.stdout + ran.stderr
    assert words_left(ran.stdout + ran.stderr) == []


@pytest.mark.parametrize("command", ["pledges summary", "pledges trend", "pledges gaps", "teams summary"])
@pytest.mark.parametrize("flag", ["", "-q", "-v"])
def test_every_remark_on_what_was_left_out(command: str, flag: str) -> None:
    book = BOOKS / "bad"
    ran = run(f"{command} -b tests/books/bad --by commune --lang pseudo {flag}", 400)
    content = re.findall(r"sha256:\w+", ran.stderr)
    assert words_left(ran.stdout + ran.stderr, *data_of(book), "tests/books/bad", *content, "antq.toml") == []


def test_more_findings_than_are_shown(tmp_path: Path) -> None:
    fault = next(fault for fault in FAULTS if fault.id == "a count below zero")
    book = fault.put(tmp_path / "book", fault.bad)
    with (book / "returns.csv").open("ab") as file:
        file.writelines(f"2024-01-{day},101-01,pledges.household,-1,,,\n".encode() for day in range(10, 32))
    ran = run("-b book pledges summary --lang pseudo", 400, cwd=tmp_path)
    assert ran.stderr.count(" D104 ") == 20
    assert "⟦… and 3 more; " in ran.stderr
    assert words_left(ran.stdout + ran.stderr, *data_of(book)) == []


@pytest.mark.parametrize("path", ["", *GROUPS, *COMMANDS])
def test_every_page_of_help(path: str) -> None:
    page = run(f"{path} -h --lang pseudo", 400).stdout
    assert page.count("⟦") > 4
    files = (*BEGINNING, *(page for pages in READ_ON.values() for page in pages))
    assert words_left(page, *(f"antq {path}" for path in (*COMMANDS, *GROUPS)), "antq", *files) == []


@pytest.mark.parametrize(
    "line",
    [
        *("pledge", "pledges now", "--nothing", "check --by area", "check --unit", "check again", "check --debug=1"),
        *("check -f table", "check -o a.pdf", "check -o a.json -f full", "check -o no/such/a.txt", "check -b nowhere"),
        *("check --as-of never", "pledges summary --by x", "pledges summary --kind x", "pledges summary --unit x"),
        *("pledges summary --period Q9", "pledges gaps --period 2024 --as-of 2025-01-01", "pledges trend --basis soon"),
        *("pledges trend --every day", "pledges gaps --target 0", "units nowhere", "units --on never", "periods now"),
        *("pledges summary --vs Q9", "pledges summary --calendar moon", "periods --calendar moon"),
        *(
            "pledges trend --every month --calendar tt23-area -b data/cam-thuy-2021",
            "units 15169 --on 2025-07-01 -b data/cam-thuy-2021",
        ),
        *(
            "pledges gaps --basis 2019-01-01 -b data/cam-thuy-sample",
            "pledges summary --unit 'Thôn 1' -b data/cam-thuy-sample",
        ),
    ],
)
def test_every_usage_error(line: str) -> None:
    ran = run(f"{line} --lang pseudo" + ("" if "-b" in line else " -b tests/books/areas"), 400)
    assert ran.code == 2
    assert ran.stderr.count("⟦") > 3
    assert words_left(ran.stderr) == []


def test_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("antq_cli.cli.check.run", lambda _: 1 // 0)
    ran = run("check --lang pseudo", 400)
    assert ran.code == 4
    assert words_left(ran.stderr) == []


def test_a_file_that_was_written(tmp_path: Path) -> None:
    ran = run(["check", "-b", BOOKS / "areas", "-v", "-o", tmp_path / "a.txt", "--lang", "pseudo"], 400)
    assert f"⟦written: {tmp_path / 'a.txt'}⟧" in ran.stderr


VALUES: list[Any] = [1, "", "a b", True, 1.5, [], {}, [1]]


def wrong_manifests() -> Iterator[dict[str, Any]]:
    """The published book's manifest with each of its values wrong in every way, one at a time."""

    def variants(value: Any) -> Iterator[Any]:
        yield from VALUES
        for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            for other in variants(value[key]):
                copy = {**value} if isinstance(value, dict) else [*value]
                copy[key] = other
                yield copy

    return (variant for variant in variants(manifest()) if isinstance(variant, dict) and variant)


def manifest() -> dict[str, Any]:
    """The manifest of the published book; of kinds that say the same of themselves, one."""
    found = tomllib.loads((PUBLISHED / "antq.toml").read_text("utf-8"))
    for family in ("pledges", "teams", "models", "standards"):
        alike = {frozenset(kind): id_ for id_, kind in reversed(found[family].items())}
        found[family] = {id_: found[family][id_] for id_ in alike.values()}
    return found


def found_wrong(manifest: dict[str, Any]) -> list[str]:
    """What pydantic calls the faults of a manifest."""
    try:
        Manifest.model_validate(manifest)
    except ValidationError as error:
        return [fault["type"] for fault in error.errors()]
    return []


def test_every_wrong_type_in_a_manifest_has_a_name() -> None:
    tried, wrong = 0, set[str]()
    for variant in wrong_manifests():
        wrong.update(found_wrong(variant))
        try:
            read_manifest(tomli_w.dumps(variant).encode())
        except Refused as refused:
            for finding in refused.findings:
                assert not speech("en").describe(shown(finding)).what.startswith(" ")  # a blank value is shown
                tried += 1
    assert tried > 500
    assert wrong - {*RULES, "missing", "extra_forbidden"} == {*WRONG}
