"""Every option of every command does what its help says, wherever it is written."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

import tests.cli.arranging
import tests.cli.bringing
import tests.cli.choosing
import tests.cli.formatting
import tests.cli.publishing
import tests.cli.undoing  # noqa: F401 - and those of `report`, `fmt`, `log` and `undo`
from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.options import BODIES, OPTIONS
from antq_cli.cli.shells import SHELLS
from tests.cli.behaviours import (
    AREAS,
    BEHAVIOURS,
    JOURNAL,
    OF_KEPT,
    OWN,
    WRITTEN,
    behaviour,
    of,
    of_each_part,
    refused,
    rows,
    some,
)
from tests.cli.entering import ALONE
from tests.cli.harness import BOOKS, SAMPLE, run

SUFFIXES = {
    **dict.fromkeys(("table", "full", "concise", "github"), ".txt"),
    **{form: f".{form}" for form in ("json", "jsonl", "csv", "md", "sarif")},
    "junit": ".xml",
}
# The formats that a suffix alone does not ask for.
SAID = {"concise", "github"}


def with_calendars(folder: Path) -> str:
    """Copy the small journal and give it calendars beside the civil one; return how its copy is asked for."""
    book = shutil.copytree(BOOKS / "journal", folder / "calendars")
    with (book / "antq.toml").open("a", encoding="utf-8", newline="\n") as file:
        file.write('report = { first = "12-15", vi = "kỳ báo cáo" }\ntt23 = { first = "10-31", last = "10-31" }\n')
    return f"-b {book}"


# With every command, and without one.
TRIED = [*((path, name) for path in COMMANDS for name in COMMANDS[path].options), ("", "show_completion")]


@pytest.mark.spread
@pytest.mark.parametrize(("path", "option"), TRIED)
def test_option(path: str, option: str, tmp_path: Path) -> None:
    (OWN.get((path, option)) or BEHAVIOURS[option])(path, tmp_path)


def test_every_option_is_tried() -> None:
    assert set(BEHAVIOURS) == {name for _, name in TRIED} == set(OPTIONS)


@behaviour
def book(path: str, folder: Path) -> None:
    ran = run(f"{path} --book tests/books/journal -f json", ANTQ_BOOK=str(BOOKS / "areas"))
    assert ran.json["book"]["id"] == "journal"
    for line in ("-btests/books/journal", "--book=tests/books/journal"):
        assert run(f"{path} {line} -f json").out == ran.out
    missing = run([*path.split(), "-b", folder, "--lang", "en"], ANTQ_BOOK=str(BOOKS / "areas"))
    assert refused(missing, "F001") is (path not in ("rules", "cache"))  # which are those of every book
    assert refused(run(f"{path} -b '' --lang en", cwd=BOOKS / "areas"), "U003")


@behaviour
def as_of(path: str, _: Path) -> None:
    line = f"{path} -b tests/books/journal -f json"
    iso, paper = run(f"{line} --as-of 2022-03-01"), run(f"{line} --as-of 01/03/2022")
    assert iso.json["as_of"] == iso.json["basis"] == "2022-03-01"
    assert iso.out == paper.out
    days = ("1/3/2022", "01-03-2022", "1.3.2022", "ngày 1 tháng 3 năm 2022", "Ngay 1/3/2022", " 2022-03-01 ")
    for written in some(path, *days):
        assert run([*line.split(), f"--as-of={written}"]).out == iso.out, written
    assert run(line).json["as_of"] == "2023-12-31"
    strange = ("2022-3-1", "01/03-2022", "today", "２０２２-03-01", "2022-03-01T00:00", "2022-13", "1/3/22")
    for written in some(path, *strange):
        assert refused(run(f"{path} {AREAS} --lang en --as-of {written}"), "U009"), written
    for written in some(path, "2022-02-30", "30/02/2022", "2022-13-01", "0/1/2022"):
        ran = run(f"{path} {AREAS} --lang en --as-of {written}")
        assert refused(ran, "U036"), written
        assert f"There is no such day: {written}.\n" in ran.stderr
    for written in some(path, "2022-10", "Q3-2022", "'quý III/2022'", "2022"):
        ran = run(f"{path} {AREAS} --lang en --as-of {written}")
        assert refused(ran, "U037"), written
        periods = "period" in COMMANDS[path].options
        instead = f"Write --period {written}." if periods else "Write a day of it, such as its last."
        assert f"→ {instead}\n".replace("'", "") in ran.stderr


@behaviour
def unit(path: str, _: Path) -> None:
    line = f"{path} {AREAS} --lang en"
    ran = run(f"{line} -f json --unit 102")
    assert rows(ran)
    if path == "returns summary":  # its rows are those who report, which lie in the unit
        assert {row["unit"][:3] for row in ran.json["rows"]} == {"102"}
    else:
        assert {row["unit"] for row in ran.json["totals"] or ran.json["rows"]} == {"102"}
    assert run(f"{line} -f json --unit 1").out == run(f"{line} -f json").out
    for name in some(path, "Hòa Lạc", "hòa lạc", "Hoà Lạc", "xã Hòa Lạc"):
        assert run(f"{line} -f json --unit '{name}'").out == ran.out, name
    for unknown in some(path, "103", "An Lạc", "Hòa"):
        assert refused(run(f"{line} --unit '{unknown}'"), "U007"), unknown
    for meant in ("Hoa Lac", "Hoa*", "Lạc", "LẠC*", "hoa l*c"):
        bare = run(f"{line} --unit '{meant}'")
        assert refused(bare, "U007"), meant
        assert "Did you mean Hòa Lạc (102)?" in bare.stderr, meant
    for same in ("--unit 102 --unit 'Hòa Lạc'", "--unit 'hòa*'", "--unit '*Lạc' --unit Hoà*", "--unit 'xã Hò*'"):
        assert run(f"{line} -f json {same}").out == ran.out, same
    alone = path in ("summary", "reconcile")
    for several, code in (
        ("--unit 102 --unit 101", "U034"),
        ("--unit '*Lạc' --unit '*'", "U034"),
        ("--unit 10*", "U020"),
    ):
        assert refused(run(f"{line} {several}"), code) is alone, several
        assert alone or run(f"{line} {several}").code == 0, several


@behaviour
def by(path: str, _: Path) -> None:
    ran = run(f"{path} {AREAS} -f json --by commune")
    assert {row["unit"] for row in rows(ran) if row["level"] == "commune"} == {"101", "102"}
    assert {row["level"] for row in rows(ran)} <= {"commune", None}
    assert {row["unit"] for row in ran.json["totals"]} == {"1"}
    for name in some(path, "xã", "XÃ", "Commune"):
        assert run(f"{path} {AREAS} -f json --by '{name}'").out == ran.out, name
    for once in ("commune,commune", " xã , Commune"):
        assert run(f"{path} {AREAS} -f json --by '{once}'").out == ran.out, once
    for written in ("comune", "comune,area", "area,comune"):
        wrong = run(f"{path} {AREAS} --lang en --by {written}")
        assert refused(wrong, "U004"), written
        assert "comune cannot be used for --by." in wrong.stderr
        assert "Did you mean commune?" in wrong.stderr
    for written in ("commune,", ",", "commune,,area"):
        assert refused(run(f"{path} {AREAS} --lang en --by {written}"), "U004"), written
    tree = run(f"{path} {AREAS} --lang en -f json --by commune,area")
    if path in ("summary", "pledges gaps", "returns summary"):
        assert (tree.code, tree.json["problems"][0]["code"]) == (2, "U034")
    else:
        assert {row["level"] for row in tree.json["totals"]} == {"district", "commune"}
    if path not in BODIES:  # others take levels alone
        assert refused(run(f"{path} {AREAS} --lang en --by school"), "U004")
        return
    line = f"{path} -b {SAMPLE} -f json --unit 15127 --kind {'student' if path[0] == 'p' else 'school'}"
    schools = rows(run(f"{line} --by school"))
    assert {(row["organisation"], row["level"], row["unit"][:7]) for row in schools} == {("school", None, "15127-S")}
    assert run(f"{line} --by 'Nhà trường'").json["rows"] == schools


@behaviour
def calendar(path: str, folder: Path) -> None:
    line = f"{path} {with_calendars(folder)}"
    civil, report = (run(f"{line} -f json --period 2022-Q1 --calendar {name}").json for name in ("calendar", "report"))
    assert civil == run(f"{line} -f json --period 2022-Q1").json
    for document, first, last in ((civil, "2022-01-01", "2022-03-31"), (report, "2021-12-15", "2022-03-14")):
        assert (document["period"]["first"], document["period"]["last"]) == (first, last)
    assert civil["rows"] != report["rows"]
    window = run(f"{line} -f json --period 2022 --calendar tt23" + (" --every year" if "trend" in path else ""))
    assert (window.json["period"]["first"], window.json["as_of"]) == ("2021-10-31", "2022-10-31")
    assert refused(run(f"{line} --lang en --period 2022-Q1 --calendar tt23"), "U019")
    assert run(f"{line} -f json --period 2022-Q1 --calendar 'Kỳ báo cáo'").json == report
    unknown = run(f"{line} --lang en --calendar raport")
    assert refused(unknown, "U004")
    assert "Did you mean report?" in unknown.stderr


@behaviour
def basis(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json --by commune"

    def communes(basis: str) -> set[str]:
        ran = run(f"{line} --as-of 2023-12-31{basis}", ANTQ_TODAY="2022-06-01")
        return {row["unit"] for row in rows(ran) if row["level"] == "commune"}

    assert communes("") == communes(" --basis then") == communes(" --basis 2023-07-01") == {"30"}
    assert communes(" --basis now") == communes(" --basis 2022-12-31") == communes(" --basis 31/12/2022")
    assert communes(" --basis now") == {"10", "20"}
    then, other = run(f"{line} --basis then"), run(f"{line} --basis 2022-06-01")
    assert then.out == run(line).out
    assert (then.json["basis"], other.json["basis"]) == ("2023-12-31", "2022-06-01")
    assert other.json["as_of"] == "2023-12-31"
    assert "today" not in other.json
    today = run(f"{line} --basis now", ANTQ_TODAY="2022-06-01").json
    assert (today["today"], today["basis"], today["rows"]) == ("2022-06-01", "2022-06-01", other.json["rows"])
    assert refused(run(f"{path} {JOURNAL} --lang en --basis 2022-02-30"), "U036")
    for written in some(path, "soon", "2022", "Then"):
        assert refused(run(f"{path} {JOURNAL} --lang en --basis {written}"), "U018"), written


@behaviour
def vs(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    now, before = (rows(run(f"{line} --as-of {day} --basis 2023-12-31")) for day in ("2023-12-31", "2021-12-31"))
    compared = run(f"{line} --vs 2021")
    assert run(f"{line} --vs 2021-12-31").json["rows"] == compared.json["rows"]
    year = {"first": "2021-01-01", "last": "2021-12-31", "name": "2021", "calendar": "calendar", "cut": False}
    assert compared.json["vs"] == {"as_of": "2021-12-31", "period": year if path == "activities summary" else None}
    for row, after, was in zip(rows(compared), now, before, strict=True):
        assert {name: row[name] for name in after} == after
        assert row["before"] == was
        known = None not in (was["num"], after["num"]) and "partial" not in (was["state"], after["state"])
        assert row["change"]["num"] == (after["num"] - was["num"] if known else None)
    assert any(row["change"]["num"] for row in rows(compared))
    assert refused(run(f"{path} {JOURNAL} --lang en --vs before"), "U016")


@behaviour
def every(path: str, folder: Path) -> None:
    if path == "activities summary":
        of_each_part(path)
        return
    line = f"{path} {JOURNAL} -f json --kind household"

    def points(every: str) -> list[str]:
        return [row["period"]["name"] for row in rows(run(line + every))]

    assert points(" --every year") == ["2021", "2022", "2023"]
    assert points(" --every quarter") == [f"{year}-Q{n}" for year in (2021, 2022, 2023) for n in (1, 2, 3, 4)]
    assert points(" --every month")[:2] == ["2021-03", "2021-04"]  # from the first dated row on
    assert len(points(" --every month")) == 34
    assert points("") == points(" --every month")
    assert run(f"{line} --every year").json["every"] == "year"
    wrong = run(f"{path} {JOURNAL} --lang en --every quater")
    assert refused(wrong, "U004")
    assert "Did you mean quarter?" in wrong.stderr
    windows = f"{path} {with_calendars(folder)} --lang en --calendar tt23"
    assert run(f"{windows} --every year").code == 0
    assert refused(run(f"{windows} --every quarter"), "U019")
    assert run(f"{windows} -f json").json["every"] == "year"  # they have nothing smaller


@behaviour
def target(path: str, _: Path) -> None:
    line = f"{path} {AREAS} -f json --kind student"

    def needed(target: str) -> dict[str, int]:
        return {row["unit"]: row["needed"] for row in rows(run(line + target)) if row["rank"]}

    assert needed("") == needed(" --target 100%") == {"102": 15, "101": 10}
    assert needed(" --target 95%") == needed(" --target 95") == {"102": 1}  # 95 % of 295 is 280.25
    assert needed(" --target 96.77%") == needed(" --target 96,77") == {"102": 6}  # 300/310 is 96.774… %
    assert needed(" --target 50%") == {}
    assert {row["target"] for row in rows(run(f"{line} --target 95,5%"))} == {"95.50"}
    for written in ("0", "0%", "101%", "100.01", "-5", "all", "95 %%", "１", "95.123", "0.95", "0,5", "095%"):
        ran = run([*path.split(), *AREAS.split(), "--lang", "en", f"--target={written}"])
        assert refused(ran, "U021"), written
        meant = {"0.95": " Did you mean 95%?", "0,5": " Did you mean 50%?"}.get(written, "")
        assert f"needs its sign: 0.5%.{meant}\n" in " ".join(ran.stderr.split("\n    ")), ran.stderr
    assert needed(" --target 0.95%") == {}


@behaviour
def on(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    assert [row["name"] for row in rows(run(f"{line} 10-02"))] == ["Thôn Hạ", "Thôn Đoài"]
    assert [row["name"] for row in rows(run(f"{line} 10-02 --on 2021-12-31"))] == ["Thôn Hạ"]
    assert [row["name"] for row in rows(run(f"{line} 10-02 --on 01/01/2022"))] == ["Thôn Đoài"]
    trees = [{row["code"] for row in rows(run(f"{line}{on}"))} for on in ("", " --on 2023-07-01", " --on 2023-06-30")]
    assert trees == [{"1", "30", *AREAS_OF}, {"1", "30", *AREAS_OF}, {"1", "10", "20", *AREAS_OF}]
    assert refused(run(f"{path} {JOURNAL} --lang en Thôn Hạ --on 2022-01-01"), "U022")
    assert refused(run(f"{path} {JOURNAL} --lang en --on yesterday"), "U009")


AREAS_OF = ("10-01", "10-02", "20-01", "20-02")


@behaviour
def format_(path: str, _: Path) -> None:
    formats = COMMANDS[path].formats
    printed = {form: run(f"{of(path, 'bad')} -f {form}").out for form in formats}
    # What no screen can show is blank in each of such formats.
    assert len(set(printed.values())) == len(formats) - (path == "report")
    assert run(of(path, "bad")).out == printed[formats[0]]
    assert printed["json"].startswith(b"{")
    assert run(f"{of(path, 'bad')} -fjson").out == printed["json"]
    for unknown in {"xml", "JSON", "table", "csv"} - set(formats):
        assert refused(run(f"{of(path, 'areas')} --lang en -f {unknown}"), "U004"), unknown


# The register of units is not read where no unit is asked for, and the rules are those of every book.
BAD_ENDS = {"periods": 0, "rules": 0, "cache": 0, **dict.fromkeys(OF_KEPT, 0)}


@behaviour
def output(path: str, folder: Path) -> None:
    bad = of(path, "bad").split()
    forms = COMMANDS[path].formats if path == "check" else some(path, *COMMANDS[path].formats)
    for form in forms:
        file = folder / f"result{SUFFIXES[form]}"
        said = ["-f", form] if form in SAID else []
        written = run([*bad, "-o", file, "--lang", "en", *said], columns=80)
        assert (written.code, written.out) == (BAD_ENDS.get(path, 1), b"")
        assert file.read_bytes() == run([*bad, "-f", form, "--lang", "en"]).out
    line = [*of(path, "areas").split(), "--lang", "en", "-o"]
    assert refused(run([*line, folder / "result.pdf"]), "U008")
    assert refused(run([*line, folder / "result"]), "U008")
    assert run([*line, folder / f"result{SUFFIXES[forms[0]]}", "-f", forms[0]]).code == 0
    clash = run([*line, folder / "result.json", "-f", COMMANDS[path].formats[0]])
    assert refused(clash, "U006")
    assert refused(run([*line, folder / "missing" / "result.txt"]), "U010")
    (folder / "folder.txt").mkdir()
    assert refused(run([*line, folder / "folder.txt"]), "U010")
    assert {file.name for file in folder.iterdir()} == {"folder.txt", *(f"result{SUFFIXES[form]}" for form in forms)}


@behaviour
def excel(path: str, folder: Path) -> None:
    """The same rows in another hand; test_hands.py has what it is like."""
    line = of(path, "bad")
    plain, asked, alone = (run(f"{line} {said} --lang en") for said in ("-f csv", "-f csv --excel", "--excel"))
    assert (asked.out, asked.code) == (alone.out, alone.code)
    assert asked.stdout.startswith("\ufeff")
    cells = list(csv.reader(io.StringIO(plain.stdout)))
    told = list(csv.reader(io.StringIO(asked.stdout.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert [len(row) for row in told] == [len(row) for row in cells]
    assert told[0] == cells[0]
    file = folder / "result.csv"
    run([*line.split(), "-o", file, "--excel", "--lang", "en"])
    assert file.read_bytes() == asked.out
    assert refused(run([*line.split(), "-o", folder / "result.txt", "--excel", "--lang", "en"]), "U040")
    assert refused(run(f"{line} --excel -f md --lang en"), "U040")


@behaviour
def lang(path: str, _: Path) -> None:
    vi, en = (run(f"{of(path, 'bad')} --lang {lang}", ANTQ_LANG="vi") for lang in ("vi", "en"))
    if path not in BAD_ENDS:
        assert vi.stderr.endswith("cảnh báo: 0\n")
        assert en.stderr.endswith("warnings: 0\n")
    assert vi.out != en.out
    assert refused(run(f"{of(path, 'areas')} --lang fr", ANTQ_LANG="en"), "U004")


@behaviour
def values(path: str, _: Path) -> None:
    line = f"{path} -b tests/books/bad"
    assert "h-99" not in run(line).stdout
    assert "h-99" in run(f"{line} --values").stdout


@behaviour
def quiet(path: str, _: Path) -> None:
    loud, still = (run(f"{of(path, 'bad')} --lang en{flag}") for flag in ("", " -q"))
    assert still.out == loud.out
    said = loud.stderr.splitlines(keepends=True)
    # The one line that says how many findings there are, if there are any.
    assert still.stderr == "".join(said[-1:] if path not in (*OF_KEPT, "cache") else [])
    assert run(f"{of(path, 'areas')} --quiet").err == b""


@behaviour
def verbose(path: str, _: Path) -> None:
    plain, told = (run(f"{of(path, 'areas')} --lang en{flag}") for flag in ("", " -v"))
    assert told.out == plain.out
    hashes = run(f"{of(path, 'areas')} -f json").json["book"]
    hashed = sum(each is not None for each in hashes["registers"].values())
    content = hashes["content"] or f"registers hashed: {hashed}"
    name = "kept" if path in OF_KEPT else "areas"
    assert told.stderr.startswith(f"book tests/books/{name}, {content}\n")
    counts = "\ncounted on 31/12/2024 (as_of in antq.toml)\n" in told.stderr
    # Where nothing is counted, no day of counting is told.
    assert counts == (path not in ("units", "rules", "cache", *OF_KEPT))
    assert told.stderr.endswith(plain.stderr)
    if "as_of" in COMMANDS[path].options:
        assert "counted on 30/06/2024 (--as-of)\n" in run(f"{path} {AREAS} --lang en -v --as-of 2024-06-30").stderr
    if "period" in COMMANDS[path].options:
        told = run(f"{path} {AREAS} --lang en -v --period 2024-06")
        assert "counted on 30/06/2024 (the last day of --period)\n" in told.stderr


@behaviour
def debug(path: str, _: Path) -> None:
    """It changes nothing as long as nothing fails; what it does then: test_process.py."""
    plain, told = run(of(path, "areas")), run(f"{of(path, 'areas')} --debug")
    assert (told.code, told.out, told.err) == (plain.code, plain.out, plain.err)


@behaviour
def no_cache(path: str, _: Path) -> None:
    """In this process nothing is remembered anyway; what it does in others: tests/memory."""
    plain, told = run(of(path, "areas")), run(f"{of(path, 'areas')} --no-cache")
    assert (told.code, told.out, told.err) == (plain.code, plain.out, plain.err)


@behaviour
def version(path: str, _: Path) -> None:
    for written in some(path, "--version", "-V", "-qV"):
        assert run(f"{path} {written}").stdout == f"antq {__version__}\n"


@behaviour
def show_completion(path: str, _: Path) -> None:
    """What the scripts do: test_shells.py."""
    printed = {shell: run(f"{path} --show-completion {shell}").stdout for shell in SHELLS}
    assert all(f"antq --show-completion {shell}" in script for shell, script in printed.items())
    assert len(set(printed.values())) == len(SHELLS)
    for spelling in ("--show-completion=zsh", "-q --show-completion zsh"):
        assert run(f"{path} {spelling}").stdout == printed["zsh"]
    unknown = run(f"{path} --show-completion fsh --lang en")
    assert refused(unknown, "U004")
    assert "Did you mean fish?" in unknown.stderr


WORDS = {"units": " [CODE|NAME]", "rules": " [CODE]", "cache": " [clear]", **dict.fromkeys(OF_KEPT, " [ID]")}


@behaviour
def help_(path: str, _: Path) -> None:
    page = run(f"{path} -h", ANTQ_LANG="en")
    assert page.code == 0
    assert f"Usage: antq {path}{WORDS.get(path, '')} [OPTIONS]" in page.stdout.split("\n")
    for name in COMMANDS[path].options:
        assert f"  {', '.join(OPTIONS[name].flags)}" in page.stdout
    for line in some(path, f"{path} --help", f"-h {path}", f"help {path}", f"--lang en help {path}"):
        assert run(line, ANTQ_LANG="en").out == page.out, line


# Where options are written -----------------------------------------------------------------------------------

A_KIND = {"teams": "antt", "models": "veterans", "standards": "area", "returns": "student"}
# Of each option two commands, of one word and of two where there are such: all are read by one parser.
PLACES = [
    (path, name)
    for name in OPTIONS
    for words in (1, 2)
    # Those by which rows or sheets come in need more words (test_entering.py, test_bringing.py), and `fmt`
    # writes without any.
    for path in [path for path in ALONE if name in COMMANDS[path].options and len(path.split()) == words][-1:]
    if name != "output"
]


@pytest.mark.parametrize(("path", "option"), PLACES)
def test_before_and_after_the_name_of_the_command(path: str, option: str, tmp_path: Path) -> None:
    (tmp_path / "known.toml").write_text("schema = 1\nknown = []\n", "utf-8")
    written = WRITTEN[option].format(kind=A_KIND.get(path.partition(" ")[0], "household"), folder=tmp_path.as_posix())
    environment = {"ANTQ_BOOK": str(BOOKS / "journal"), "ANTQ_LANG": "en", "ANTQ_TODAY": "2022-08-15"}
    after = run(f"{path} {written}", env=environment)
    first, *rest = path.split()
    for line in {f"{written} {path}", " ".join([first, written, *rest])} - {f"{path} {written}"}:
        before = run(line, env=environment)
        assert (before.code, before.out, before.err) == (after.code, after.out, after.err)
    # In this book antq has written nothing.
    assert after.code < 2 or (path in OF_KEPT and after.code == 3)


def test_output_before_the_name_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    assert run(["-o", file, "pledges", "summary", *AREAS.split()]).out == b""
    assert file.read_bytes() == run(f"pledges summary {AREAS} -f json").out


@pytest.mark.parametrize("option", [name for name in OPTIONS if name not in COMMANDS["check"].options])
def test_an_option_that_the_command_does_not_take(option: str) -> None:
    written = WRITTEN[option].format(kind="household").partition(" --")[0]
    for line in (f"check {written} {AREAS}", f"{written} check {AREAS}"):
        ran = run(f"{line} --lang en")
        assert refused(ran, "U002")
        assert f"This command has no option {written.split()[0]}." in ran.stderr
        assert "ee `antq check --help`." in ran.stderr
        takers = [f"antq {path}" for path in COMMANDS if option in COMMANDS[path].options]
        named = re.findall(r"antq [a-z ]+(?=[,;])", ran.stderr.partition("It is an option of ")[2])
        assert named == takers[:3]
        assert "Did you mean" not in ran.stderr  # another option is no advice


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_a_group_alone_is_its_help(group: str) -> None:
    page = run(group, ANTQ_LANG="en")
    assert (page.code, page.err) == (0, b"")
    assert f"Usage: antq {group} ".replace("  ", " ") in page.stdout
    named = [path for path in COMMANDS if f"  antq {path}  " in page.stdout]
    assert named == [path for path in COMMANDS if path.startswith(group)]
