"""Everything that people read comes from the catalogues, and both catalogues are whole.

The pseudo-language wraps every message in ⟦⟧. What is left outside is data of a register, a code, a path or a number;
a word that is left went past the catalogues.
"""

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w

import antq_cli
from antq_cli.checks.registry import registry
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.options import OPTIONS
from antq_cli.cli.usage import RULES as USAGE
from antq_cli.core.findings import Refused
from antq_cli.reading.manifest import read_manifest
from antq_cli.render.screen import CANNOT_PRINT, CANNOT_WRITE
from antq_cli.units.regrouping import OUT_OF_REACH
from antq_cli.words import en, vi
from antq_cli.words.speech import speech
from tests.cli.faults import FAULTS, Fault
from tests.cli.harness import BOOKS, PUBLISHED, ROOT, run
from tests.helpers import shown

RULES = {**registry(), **USAGE, **{rule.code: rule for rule in (CANNOT_WRITE, CANNOT_PRINT, OUT_OF_REACH)}}
CATALOGUES = {"vi": vi.TEXTS, "en": en.TEXTS}

# The pseudo-language ---------------------------------------------------------------------------------------------

_MESSAGE = re.compile(r"⟦[^⟦⟧]*⟧")
_EXCERPT = re.compile(r"^ *\d* +\| .*$", re.MULTILINE)
_PLACE = re.compile(r"^\S+(?= [A-Z]\d{3} )| [A-Z]\d{3} ", re.MULTILINE)
_FLAG = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


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
    return [manifest.campaign.title.en, *kinds, *cells, *acts, *levels, *manifest.calendars]


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
    assert words_left(page, *(f"antq {path}" for path in (*COMMANDS, *GROUPS)), "antq") == []


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


WRONG: list[Any] = [1, "", "a b", True, 1.5, [], {}, [1]]


def wrong_manifests() -> Iterator[dict[str, Any]]:
    """The published book's manifest with each of its values wrong in every way, one at a time."""

    def variants(value: Any) -> Iterator[Any]:
        yield from WRONG
        for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            for other in variants(value[key]):
                copy = {**value} if isinstance(value, dict) else [*value]
                copy[key] = other
                yield copy

    return (variant for variant in variants(manifest()) if isinstance(variant, dict) and variant)


def manifest() -> dict[str, Any]:
    return tomllib.loads((PUBLISHED / "antq.toml").read_text("utf-8"))


def test_every_wrong_type_in_a_manifest_has_a_name() -> None:
    tried = 0
    for variant in wrong_manifests():
        try:
            read_manifest(tomli_w.dumps(variant).encode())
        except Refused as refused:
            for finding in refused.findings:
                expected = finding.values.get("expected")
                assert expected is None or f"expected.{expected}" in en.TEXTS, expected
                assert not speech("en").describe(shown(finding)).what.startswith(" ")  # a blank value is shown
                tried += 1
    assert tried > 500


# The catalogues ----------------------------------------------------------------------------------------------------


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_catalogues_have_the_same_keys_in_the_same_order() -> None:
    assert list(vi.TEXTS) == list(en.TEXTS)


def test_both_texts_have_the_same_values_in_braces() -> None:
    braces = [{key: placeholders(text) for key, text in texts.items()} for texts in (vi.TEXTS, en.TEXTS)]
    assert braces[0] == braces[1]


@pytest.mark.parametrize("lang", CATALOGUES)
def test_texts_are_composed_and_tidy(lang: str) -> None:
    for key, text in CATALOGUES[lang].items():
        assert unicodedata.is_normalized("NFC", text), key
        assert text == text.strip(), key
        assert "  " not in text, key
        assert text.isprintable(), key
        if re.fullmatch(r"[A-Z]\d{3}\.(what|fix|holds|why)", key):
            assert text[0] == text[0].upper() or text.startswith("antq.toml "), key
            assert text.endswith("."), key


@pytest.mark.parametrize("lang", CATALOGUES)
def test_every_rule_has_its_four_sentences(lang: str) -> None:
    """Those of the command line have two: their message says all."""
    keys = {key for key in CATALOGUES[lang] if re.fullmatch(r"[A-Z]\d{3}\..*", key)}
    explained = {f"{code}.{part}" for code in registry() for part in ("holds", "why")}
    assert keys == {f"{code}.{part}" for code in RULES for part in ("what", "fix")} | explained


@pytest.mark.parametrize("lang", CATALOGUES)
def test_what_explains_a_rule_needs_no_finding(lang: str) -> None:
    """It is the same for every book, and short enough to be read; no two rules are explained alike."""
    texts = [CATALOGUES[lang][f"{code}.{part}"] for code in registry() for part in ("holds", "why")]
    assert [text for text in texts if placeholders(text)] == []
    assert [text for text in texts if not 15 < len(text) < 300] == []
    alike = {text for text in texts if texts.count(text) > 1}
    assert alike <= {CATALOGUES[lang][f"{code}.holds"] for code in ("S008", "F015")}


def test_every_value_of_a_finding_has_a_name_where_there_is_none() -> None:
    """`antq rules CODE` shows the sentences of a finding without one."""
    named = {key.partition(".")[2] for key in en.TEXTS if key.startswith("slot.")}
    assert named == {
        name for code in registry() for part in ("what", "fix") for name in placeholders(en.TEXTS[f"{code}.{part}"])
    }


def test_every_command_and_option_is_told() -> None:
    told = {key for key in en.TEXTS if key.partition(".")[0] in {"command", "panel", "metavar", "option"}}
    needed = {f"command.{path}" for path in (*COMMANDS, *GROUPS)} | {f"panel.{one.panel}" for one in COMMANDS.values()}
    needed |= {f"option.{name}" for name in OPTIONS}
    needed |= {f"metavar.{option.metavar}" for option in OPTIONS.values() if option.metavar}
    assert needed <= told
    assert all(key.split(".")[-1] in COMMANDS for key in told - needed)  # what an option means in one command


def speakers(modules: list[ast.Module]) -> dict[str, int]:
    """The functions that are given a key, and which of their arguments it is: those that say it, or pass it on."""
    found = {"say": 0, "knows": 0, "Note": 0}
    for function in (node for module in modules for node in module.body if isinstance(node, ast.FunctionDef)):
        names = [argument.arg for argument in function.args.args]
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            said = call.args[0] if called(call) == "say" and call.args else None
            if isinstance(said, ast.Name) and said.id in names:
                found[function.name] = names.index(said.id)
    return found


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def spoken(module: ast.Module, given: Mapping[str, int]) -> Iterator[str]:
    """The keys that a module speaks by, as patterns: what it computes stands for anything, a name for what it may be.

    A key is an argument of a function that is given one; where that is a name, what was assigned to the name.
    """
    assigned: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            assigned.setdefault(node.targets[0].id, []).append(node.value)
        elif isinstance(node, (ast.comprehension, ast.For)) and isinstance(node.target, ast.Name):
            assigned.setdefault(node.target.id, []).append(node.iter)
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and len(node.args) > given.get(called(node), len(node.args)):
            yield from patterns(node.args[given[called(node)]], assigned)


def patterns(node: ast.expr, assigned: Mapping[str, list[ast.expr]]) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield re.escape(str(node.value))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part_of(part, assigned) for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*patterns(node.body, assigned), *patterns(node.orelse, assigned))
    elif isinstance(node, ast.Tuple):
        for item in node.elts:
            yield from patterns(item, assigned)
    elif isinstance(node, ast.Name):
        for value in assigned.get(node.id, ()):
            yield from patterns(value, assigned)


def part_of(part: ast.expr, assigned: Mapping[str, list[ast.expr]]) -> str:
    """One part of a key that is put together: a name that goes over a few words stands for these."""
    if isinstance(part, ast.Constant):
        return re.escape(str(part.value))
    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
        words = [word for value in assigned.get(part.value.id, ()) for word in words_of(value)]
        return f"({'|'.join(map(re.escape, words))})" if words and all(words) else ".+"
    return ".+"


def words_of(node: ast.expr) -> list[str]:
    """The words that a name is given one after the other; a blank one where that is not known."""
    items = node.elts if isinstance(node, ast.Tuple) else [node]
    return [str(item.value) if isinstance(item, ast.Constant) else "" for item in items]


def keys_spoken() -> set[str]:
    package = Path(antq_cli.__file__).parent
    modules = [ast.parse(file.read_text("utf-8")) for file in package.rglob("*.py")]
    given = speakers(modules)
    return {pattern for module in modules for pattern in spoken(module, given)}


def test_every_key_is_spoken_and_every_spoken_key_is_there() -> None:
    used = keys_spoken()
    assert [key for key in en.TEXTS if not any(re.fullmatch(pattern, key) for pattern in used)] == []
    assert [pattern for pattern in used if not any(re.fullmatch(pattern, key) for key in en.TEXTS)] == []


def test_no_pattern_speaks_for_all_keys() -> None:
    """Else the test above would say nothing."""
    assert (
        max(sum(re.fullmatch(pattern, key) is not None for key in en.TEXTS) for pattern in keys_spoken())
        < len(en.TEXTS) / 4
    )


def test_what_people_read_is_not_written_in_other_rooms() -> None:
    """No module but the catalogues holds a word with a Vietnamese letter, and that which reads what people write."""
    for file in (ROOT / "src").rglob("*.py"):
        reads = file.name in {"alphabet.py", "numbers.py", "speech.py", "names.py", "personal.py"}
        if not reads and file.parent.name not in {"vi", "en"}:
            code = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)]
            texts = [node.value for node in code if isinstance(node.value, str) and "\n" not in node.value]
            assert not [text for text in texts if re.search("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", text)], file
