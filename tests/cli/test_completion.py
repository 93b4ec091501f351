"""What could stand at the cursor, as the scripts of the shells are told it; the shells themselves: test_shells.py."""

import os
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from antq_cli.checks.registry import registry
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.offers import Sight
from antq_cli.cli.options import BODIES, OPTIONS
from antq_cli.core.findings import BOOK
from antq_cli.core.measures import FAMILIES
from antq_cli.core.names import ORGANISATION_KINDS, REGISTER_NAMES, TEMPLATE_NAMES
from antq_cli.core.registers import REGISTERS
from antq_cli.render.writers import FORMATS
from antq_cli.words.speech import LANGUAGES, speech
from tests.cli.behaviours import AREAS, KINDS, WARNED
from tests.cli.entering import ALONE, FILLS
from tests.cli.harness import BOOKS, PUBLISHED, ROOT, SAMPLE, Ran, run
from tests.cli.test_process import loaded, python

JOURNAL = ["-b", "tests/books/journal"]
_FOR_FILES = ("docx", "xlsx")  # which no screen can show


def asked(*words: str, by: str = "zsh", cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Ask what could stand in place of the last word; nobody is told of anything else."""
    count = [str(len(words) + 1)] if by == "powershell" else []
    ran = run(["--complete", by, *count, "antq", *words], cwd=cwd, env=env)
    assert (ran.code, ran.err) == (0, b"")
    return ran


def told(*words: str, **said: str) -> dict[str, str]:
    """What is offered in place of the last word, with what is said of it."""
    head, *lines = asked(*words, env=said).stdout.splitlines()
    assert head.split("\t")[0] == "values"
    return {text: about for text, _, about in (line.partition("\t") for line in lines)}


def offered(*words: str, **said: str) -> list[str]:
    return list(told(*words, **said))


# Names ---------------------------------------------------------------------------------------------------------


def test_the_names_of_commands_with_what_they_do() -> None:
    assert set(offered("")) == {path.split()[0] for path in COMMANDS} | {"help"}
    assert set(offered("help", "")) == {path.split()[0] for path in COMMANDS}
    assert offered("help", "pledges", "s") == ["summary"]
    for group in GROUPS:
        names = told(group, "", ANTQ_LANG="en")
        assert [f"{group} {name}" for name in names] == [path for path in COMMANDS if path.startswith(f"{group} ")]
        for name, about in names.items():
            assert about == speech("en").say(f"command.{group} {name}")
    assert offered("p") == ["periods", "pledges"]
    assert offered("-q", "pledges", "--lang", "en", "s") == ["summary"]
    assert offered("nothing", "") == offered("pledges", "nothing", "") == offered("x") == []


@pytest.mark.parametrize("path", COMMANDS)
def test_the_names_of_options(path: str) -> None:
    """All that the command takes, as it is written, but what the line already says and cannot say twice."""
    command, words = COMMANDS[path], path.split()
    flags = [flag for name in command.options for flag in OPTIONS[name].flags]
    abouts = told(*words, "-", ANTQ_LANG="vi")
    assert list(abouts) == flags
    assert abouts["--output"] == OPTIONS["output"].about(path, speech("vi"))
    assert offered(*words, "--") == [flag for flag in flags if flag.startswith("--")]
    assert offered(*words, "--lan") == ["--lang"]
    assert not {"-f", "--format"} & set(offered(*words, "-fjson", "-"))
    assert "--quiet" not in offered(*words, "-vq", "--")
    for name in command.options:
        if OPTIONS[name].takes_several(path):
            assert OPTIONS[name].flags[-1] in offered(*words, f"{OPTIONS[name].flags[-1]}=x", "--")
    if command.words is None:  # nothing else can stand there
        assert offered(*words, "") == [OPTIONS[name].flags[-1] for name in command.options]


def test_the_names_of_options_before_the_command() -> None:
    assert set(offered("--")) == {option.flags[-1] for option in OPTIONS.values()}
    for group in GROUPS:
        below = {name for path in COMMANDS if path.startswith(group) for name in COMMANDS[path].options}
        assert set(offered(group, "--")) == {OPTIONS[name].flags[-1] for name in below}


def test_what_help_says_of_an_option_is_said_here() -> None:
    assert told("pledges", "gaps", "--by")["--by"] != told("pledges", "trend", "--by")["--by"]
    for lang in LANGUAGES:
        about = told("--lang", lang, "pledges", "gaps", "--by")["--by"]
        assert about == speech(lang).say("option.by.pledges gaps")


def kinds_of(book: Path, family: str) -> list[str]:
    """The kinds of a family that a manifest declares."""
    return [*tomllib.loads((book / "antq.toml").read_text("utf-8")).get(family, {})]


# Values --------------------------------------------------------------------------------------------------------

# Of what there may be returns in the small journal.
MEASURES = [f"{family}.{kind}" for family in FAMILIES for kind in kinds_of(BOOKS / "journal", family)]
# Of each option: what is offered in the small journal, or None where nobody can know.
VALUES: dict[str, Sequence[str] | None] = {
    "every": ["month", "quarter", "year"],
    "fail_on": ["error", "warning", "never"],
    "sort": ["code", "name", "rate", "missing", "change"],
    "lang": ["vi", "en"],
    "basis": ["then", "now"],
    "show_completion": ["bash", "zsh", "fish", "powershell"],
    "by": ["district", "commune", "area"],
    "calendar": ["standard", "calendar"],
    "unit": ["1", "10", "20", "30", "10-01", "10-02", "20-01", "20-02"],
    "register": [BOOK, *(name for name in REGISTER_NAMES if name not in ("directives", "partners"))],
    "select": [*registry()],
    "ignore": [*registry()],
    "template": TEMPLATE_NAMES,
    "to": ["1", "10", "20", "30", "10-01", "10-02", "20-01", "20-02"],
    "measure": [*MEASURES],
    "reason": ["absent", "vacant", "temporary", "counted"],
    "dates": ["dmy", "mdy", "serial"],
    "encoding": ["utf-8", "utf-16", "windows-1258"],
    **dict.fromkeys((name for name in (*FILLS, "number") if name not in ("unit", "measure")), None),
    **dict.fromkeys(("as_of", "on", "period", "vs", "target", "window", "examples", "top", "title", "dated"), None),
    **dict.fromkeys(("wait", "before", "cells"), None),
    "separator": ["comma", "semicolon", "tab"],
}
PATHS = {
    "book": "folders",
    **dict.fromkeys(("into", "output", "baseline", "write_baseline", "finish", "mapping", "save_mapping"), "files"),
}


def test_every_option_is_asked_for_its_value() -> None:
    flags = {name for name, option in OPTIONS.items() if option.value is None}
    assert {*VALUES, *PATHS, "kind", "format"} == {*OPTIONS} - flags


@pytest.mark.parametrize("option", VALUES)
def test_the_values_of_an_option(option: str) -> None:
    of_all = list(VALUES[option] or [])
    for path in ["", *(path for path in COMMANDS if option in COMMANDS[path].options)]:
        if option == "show_completion" and path:
            continue
        line, flag = [*JOURNAL, *path.split()], OPTIONS[option].flags[-1]
        compared = not path or "vs" in COMMANDS[path].options  # else nothing has changed
        bodies = ORGANISATION_KINDS if option == "by" and path in BODIES else ()  # the book has organisations
        expected = [value for value in of_all if compared or value != "change"]
        assert sorted(offered(*line, flag, "")) == sorted((*expected, *bodies))
        assert offered(*line, f"{flag}=") == [f"{flag}={value}" for value in offered(*line, flag, "")]
        if expected:
            assert offered(*line, flag, expected[-1]) == [
                value for value in offered(*line, flag, "") if value.startswith(expected[-1])
            ]


def test_an_option_that_the_command_does_not_take_has_no_values() -> None:
    assert offered("check", *JOURNAL, "--by", "") == []


@pytest.mark.parametrize("option", PATHS)
def test_names_of_files_are_the_business_of_the_shell(option: str) -> None:
    path = next(path for path in COMMANDS if option in COMMANDS[path].options)
    for flag in OPTIONS[option].flags:
        assert asked(*path.split(), flag, "x").stdout == f"{PATHS[option]}\t\n"
    assert asked(*path.split(), f"{flag}=x/y").stdout == f"{PATHS[option]}\t{flag}=\n"
    assert asked(flag, "x").stdout == f"{PATHS[option]}\t\n"


def test_formats_are_those_of_the_command() -> None:
    for path, command in COMMANDS.items():
        assert offered(*path.split(), "-f", "") == list(command.formats)
        assert offered(*path.split(), "-qfj") == [f"-qf{form}" for form in command.formats if form[0] == "j"]
    assert offered("check", "--statistics", "-f", "") == ["full", "json", "csv", "md"]
    assert offered("-f", "") == list(FORMATS)


def test_kinds_are_those_of_the_command_with_their_names() -> None:
    for path, command in COMMANDS.items():
        if "kind" not in command.options or path == "organisations record":
            continue
        family = "pledges" if path == "summary" else path.split()[0]  # which has those of every family
        book = BOOKS / KINDS[family][0].split()[1].split("/")[-1]
        measures = KINDS[family][1:]
        kinds = offered("-b", str(book), *path.split(), "--kind", "")
        assert {measure.partition(".")[2] for measure in measures} <= set(kinds)
    assert offered("organisations", "record", *JOURNAL, "--kind", "") == [*ORGANISATION_KINDS]
    assert told("pledges", "trend", "-b", str(SAMPLE), "--kind", "r", ANTQ_LANG="en") == {
        "registration": "Safe-area registrations"
    }
    assert told("pledges", "trend", "-b", str(SAMPLE), "--kind", "h", ANTQ_LANG="vi") == {"household": "Hộ gia đình"}


def test_in_a_tree_the_levels_that_are_not_named_yet() -> None:
    by = ("pledges", "summary", "-b", str(SAMPLE), "--by")
    assert offered(*by, "commune,") == [f"commune,{level}" for level in ("district", "cluster", "area")]
    assert offered(*by, "district,commune,a") == ["district,commune,area"]


def test_units_have_all_the_names_that_they_have_borne() -> None:
    assert told("units", *JOURNAL, "10-0") == {"10-01": "Thôn Đông", "10-02": "Thôn Hạ / Thôn Đoài"}
    assert offered("units", *JOURNAL, "10-01", "20-0") == ["20-01", "20-02"]


def test_rules_have_what_should_hold() -> None:
    found = told("rules", "", ANTQ_LANG="en")
    assert set(found) == {*registry()}
    assert found["D103"] == speech("en").say("D103.holds")
    assert offered("check", "--select", "D1,X30") == [f"D1,{code}" for code in registry() if code[:3] == "X30"]
    assert offered("check", "--ignore=T,D103,Q") == [f"--ignore=T,D103,{code}" for code in registry() if code[0] == "Q"]


def test_the_book_and_the_language_are_those_of_the_line() -> None:
    words, by = ["pledges", "summary"], ["--by", "c"]
    for said in (["-b", str(SAMPLE)], [f"-qb{SAMPLE}"], [f"--book={SAMPLE}"]):
        for line in ([*said, *words], [words[0], *said, words[1]], [*words, *said]):
            assert told(*line, "--lang", "en", *by) == {"cluster": "group of communes", "commune": "commune"}
    book = str(SAMPLE)
    assert told(*words, *by, ANTQ_BOOK=book)["commune"] == "cấp xã"  # in the book's language
    assert told(*words, *by, ANTQ_BOOK=book, ANTQ_LANG="en")["commune"] == "commune"
    assert told(*words, *by, ANTQ_BOOK=book, ANTQ_LANG="fr")["commune"] == "commune"


def test_the_nearest_book_upward() -> None:
    ran = asked("teams", "summary", "--kind", "", cwd=PUBLISHED)
    assert ran.stdout.startswith("values\t\nantt\t")


def test_what_is_offered_is_taken() -> None:
    """No value that is offered is refused as unknown."""
    for path, command in ((path, COMMANDS[path]) for path in ALONE):
        book = WARNED.get(path, AREAS) if path != "reconcile" else "-b tests/books/journal"
        said = book.split()[:2]
        for name in ("by", "kind", "calendar", "register", "basis", "every", "fail_on", "lang", "format"):
            if name not in command.options:
                continue
            flag = OPTIONS[name].flags[-1]
            period = ["--period", "2024"] if name == "calendar" else []  # without one it says nothing
            for value in (each for each in offered(*path.split(), *said, flag, "") if each not in _FOR_FILES):
                ran = run([*path.split(), *said, flag, value, *period])
                assert " U0" not in ran.stderr, (path, flag, value)
                assert ran.code < 2 or ran.code == 3
    for code in offered("units", *AREAS.split(), ""):
        assert run(["units", *AREAS.split(), code]).code == 0


def test_the_names_of_the_registers_are_those_of_their_models() -> None:
    assert tuple(REGISTERS) == REGISTER_NAMES


def test_a_choice_that_is_declared_is_told_in_the_help() -> None:
    for name, option in OPTIONS.items():
        choices = option.value.choices if option.value and name not in {"format", "register"} else ()
        for lang in LANGUAGES:
            assert all(choice in option.about("", speech(lang)) for choice in choices), name
    for path, command in COMMANDS.items():
        for lang in LANGUAGES:
            assert all(form in OPTIONS["format"].about(path, speech(lang)) for form in command.formats)


# A book that is missing or broken ---------------------------------------------------------------------------------

ASKING = {
    "unit": ["pledges", "summary", "--unit", ""],
    "by": ["pledges", "summary", "--by", ""],
    "kind": ["pledges", "summary", "--kind", ""],
    "calendar": ["pledges", "summary", "--calendar", ""],
    "register": ["check", "--register", ""],
    "units": ["units", ""],
}
Damage = Callable[[Path], object]


def replaced(file: Path) -> None:
    """Put a folder in the place of a file."""
    file.unlink()
    file.mkdir()


MANIFEST: dict[str, Damage] = {
    "none": lambda book: (book / "antq.toml").unlink(),
    "no TOML": lambda book: (book / "antq.toml").write_text("[campaign\n", "utf-8"),
    "no UTF-8": lambda book: (book / "antq.toml").write_bytes(b'title = "\xff"\n'),
    "a folder": lambda book: replaced(book / "antq.toml"),
    "empty": lambda book: (book / "antq.toml").write_bytes(b""),
    "other types": lambda book: (book / "antq.toml").write_text("campaign = 1\nlevels = 2\npledges = 3\ncalendars = 4"),
    "deep": lambda book: (book / "antq.toml").write_text(f"a = {'[' * 5000}{']' * 5000}\n", "utf-8"),
}
UNITS: dict[str, Damage] = {
    "none": lambda book: (book / "units.csv").unlink(),
    "no UTF-8": lambda book: (book / "units.csv").write_bytes(b"code,name\n1,\xff\n"),
    "no header": lambda book: (book / "units.csv").write_bytes(b"1,An\n2,Ba\n"),
    "short rows": lambda book: (book / "units.csv").write_bytes(b"code,name\n1\n"),
    "empty": lambda book: (book / "units.csv").write_bytes(b""),
    "NUL": lambda book: (book / "units.csv").write_bytes(b"code,name\n1\0,x\n2,\0y"),
    "twice": lambda book: (book / "units.toml").write_bytes(b'[[units]]\ncode = "1"\nname = "x"\n'),
    "a folder": lambda book: replaced(book / "units.csv"),
    "no TOML": lambda book: (book / "units.csv").rename(book / "units.toml"),
}


@pytest.mark.parametrize("damage", MANIFEST)
def test_a_broken_manifest_offers_nothing(damage: str, tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
    MANIFEST[damage](book)
    for option in ("by", "kind", "calendar", "register"):
        assert offered("-b", str(book), *ASKING[option]) == [], option
    assert "summary" in offered("-b", str(book), "")
    assert "--unit" in offered("-b", str(book), "pledges", "summary", "--u")
    assert offered("-b", str(book), "check", "-f", "sar") == ["sarif"]


@pytest.mark.parametrize("damage", UNITS)
def test_broken_units_offer_nothing(damage: str, tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
    UNITS[damage](book)
    assert offered("-b", str(book), *ASKING["unit"]) == offered("-b", str(book), *ASKING["units"]) == []
    assert offered("-b", str(book), *ASKING["by"]) == [*(VALUES["by"] or ()), *ORGANISATION_KINDS]


@pytest.mark.parametrize("book", ["no/such/book", "", "tests", "x" * 5000, "a\tb", "README.md"])
def test_a_book_that_is_not_there_offers_nothing(book: str) -> None:
    for words in ASKING.values():
        assert offered("-b", book, *words, **({} if book else {"ANTQ_BOOK": "no/such/book"})) == []


def test_units_in_every_form(tmp_path: Path) -> None:
    """One file in CSV or TOML, with a BOM, with capitals, or a folder of parts."""
    book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
    text = (book / "units.csv").read_text("utf-8")
    expected = told("units", "-b", str(book), "")
    (book / "units.csv").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert told("units", "-b", str(book), "") == expected
    (book / "units.csv").rename(book / "UNITS.CSV")
    assert told("units", "-b", str(book), "") == expected
    (book / "UNITS.CSV").unlink()
    header, *rows = text.splitlines(keepends=True)
    (book / "units").mkdir()
    for number, row in enumerate(rows):
        (book / "units" / f"{number:02}.csv").write_text(header + row, "utf-8")
    (book / "units" / ".hidden.csv").write_bytes(b"\xff")
    (book / "units" / "notes.txt").write_bytes(b"\xff")
    assert told("units", "-b", str(book), "") == expected
    assert told("units", "-b", "tests/books/toml", "10-0") == {"10-01": "Thôn Đông", "10-02": "Thôn Hạ / Thôn Đoài"}


def test_text_of_a_book_is_never_obeyed(tmp_path: Path) -> None:
    """Names are shown with their controls made visible; a code that a shell would read otherwise is not offered."""
    book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
    with (book / "units.csv").open("a", encoding="utf-8", newline="") as file:
        file.write('99,"\x1b[31m$(touch x)\ttab\nline",area\n$(touch y),x,area\n-x,x,area\n"a b",x,area\n')
    assert told("units", "-b", str(book), "9") == {"99": "\\x1b[31m$(touch x)\\ttab\\nline"}
    assert all(code.replace("-", "").isalnum() for code in offered("units", "-b", str(book), ""))


if os.name == "posix":  # Windows has no named pipes

    def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
        book = shutil.copytree(BOOKS / "journal", tmp_path / "book")
        for name in ("units.csv", "antq.toml"):
            (book / name).unlink()
            os.mkfifo(book / name)
            assert offered("-b", str(book), *ASKING["unit"]) == []


# What is loaded and read -----------------------------------------------------------------------------------------

OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from antq_cli.cli.main import main
for line in {lines!r}:
    main(["--complete", "zsh", "antq", "-b", {book!r}, *line])
print(*(name for name in opened if {book!r} in name), sep="\\n", file=sys.stderr)
"""


def test_households_are_never_opened() -> None:
    lines = [*ASKING.values(), ["pledges", "summary", "--"], ["rules", ""], ["check", "--select", ""], [""]]
    ran = python(OPENED.format(lines=lines, book=str(SAMPLE)))
    files = {Path(name).relative_to(SAMPLE).as_posix() for name in ran.stderr.decode().split("\n") if name}
    assert files == {"antq.toml", "units.csv"}


@pytest.mark.parametrize(
    "line", ["units -b data/cam-thuy-sample 1", "pledges summary --", "rules D", "check --fail-on x"]
)
def test_completion_loads_no_models(line: str) -> None:
    (modules,) = loaded(f"--complete zsh antq {line}")
    assert "antq_cli.cli.completion" in modules
    assert not {module.partition(".")[0] for module in modules} & {"pydantic", "pydantic_core", "json", "rich"}
    assert not modules & {"antq_cli.core.registers", "antq_cli.core.manifest", "antq_cli.cli.run"}


def test_a_script_loads_nothing() -> None:
    (modules,) = loaded("--show-completion bash")
    assert "antq_cli.cli.shells" in modules
    assert not {module.partition(".")[0] for module in modules} & {"typer", "rich", "pydantic"}


# How each shell asks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "current", "expected"),
    [
        ("antq ple", "ple", ["pledges"]),
        ("antq pledges summary --by=c", "c", ["commune"]),  # bash breaks words at =
        ("antq pledges trend --by=", "", ["district", "commune", "area"]),
        ("antq pledges summary --by=c", "--by=c", ["--by=commune"]),  # unless it was told not to
        ("antq pledges summary -fj", "-fj", ["-fjson"]),
        ("antq pledges summary --unit '10-0", "10-0", ["10-01", "10-02"]),
        ('antq -b "tests/books/journal" units 10-0', "10-0", ["10-01", "10-02"]),
        ("antq check --select D101,D10", "D101,D10", [f"D101,{code}" for code in registry() if code[:3] == "D10"]),
        ("antq units 'An", "An", []),
        ("antq units '10-01' 20", "20", ["20", "20-01", "20-02"]),
        ("antq pledges ", "", ["summary", "trend", "gaps", "record", "withdraw"]),
    ],
)
def test_bash_gives_the_line_and_the_word_as_it_sees_it(line: str, current: str, expected: list[str]) -> None:
    ran = run(["--complete", "bash", line, current], env={"ANTQ_BOOK": str(BOOKS / "journal")})
    assert (ran.code, ran.err) == (0, b"")
    assert ran.stdout.splitlines()[1:] == expected  # and nothing of what is said of each: bash has no room for it


def test_bash_gets_the_part_of_a_path_that_it_completes() -> None:
    for current, lead in (("do", ""), ("--output=do", "--output=")):
        assert run(["--complete", "bash", "antq check --output=do", current]).stdout == f"files\t{lead}\n"


def test_powershell_may_lose_an_empty_word() -> None:
    whole = asked("pledges", "", by="powershell")
    assert run(["--complete", "powershell", "3", "antq", "pledges"]).out == whole.out
    assert run(["--complete", "powershell", "3", "antq", "pledges", "su"]).stdout.startswith("values\t\nsummary\t")


@pytest.mark.parametrize("line", ["", "zsh", "bash", "bash antq", "powershell x", "powershell -1", "zsh antq"])
def test_who_asks_wrongly_hears_nothing(line: str) -> None:
    ran = run(f"--complete {line}")
    assert (ran.code, ran.out, ran.err) == (0, b"", b"")


def test_a_fault_of_the_program_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Sight, "__init__", fail)
    ran = run(["--complete", "zsh", "antq", "p"])
    assert (ran.code, ran.out, ran.err) == (0, b"", b"")


def test_bytes_that_are_no_text_come_back_as_they_are() -> None:
    assert run(["--complete", "fish", "antq", "check", "-o\udcff"]).out == b"files\t-o\n"
    assert b"\n--select=\xff,D103\t" in run(["--complete", "fish", "antq", "check", "--select=\udcff,D10"]).out
